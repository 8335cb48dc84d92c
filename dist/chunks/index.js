import { d as defineFormat, i as inconclusive, p as passed } from './format.js';
import { g as grouped } from './grouped.js';
import { p as printable } from './printable.js';
import { U as USUAL_LIMITS } from './limits.js';
import { s as strictObject, a as string, i as int$1, t as tuple$1, l as literal$1, o as object, r as record, e as array$1, u as union$1, d as custom } from './schemas2.js';
import { p as parseJson } from './json-value.js';
import { d as distExports } from './index7.js';
import { l as leavesFolder } from './leaves-folder.js';

/** Reflected polynomial of CRC-32 (ISO-HDLC; APPNOTE 4.4.7, RFC 1952 8, xz). */
const POLYNOMIAL = 0xedb88320;
const LANES = 8;

const tables$1 = makeTables();

/** One table for each of eight bytes that are taken at once (Kounavis and Berry 2005, slicing-by-8). */
function makeTables()             {
  const made = new Int32Array(LANES * 256);
  for (let byte = 0; byte < 256; byte++) {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1;
    made[byte] = remainder;
  }
  for (let i = 256; i < made.length; i++) {
    const before = made[i - 256] ?? 0;
    made[i] = (before >>> 8) ^ (made[before & 0xff] ?? 0);
  }
  return made
}

/** CRC-32 of the bytes, after those that `before` is of, as an unsigned number. */
function crc32(bytes            , before = 0)         {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (lane        , value        ) => tables$1[lane * 256 + (value & 0xff)] ?? 0;
  const whole = bytes.length - (bytes.length % LANES);
  let crc = ~before;
  for (let i = 0; i < whole; i += LANES) {
    const low = view.getInt32(i, true) ^ crc;
    const high = view.getInt32(i + 4, true);
    crc =
      at(7, low) ^
      at(6, low >>> 8) ^
      at(5, low >>> 16) ^
      at(4, low >>> 24) ^
      at(3, high) ^
      at(2, high >>> 8) ^
      at(1, high >>> 16) ^
      at(0, high >>> 24);
  }
  for (let i = whole; i < bytes.length; i++) crc = (crc >>> 8) ^ at(0, crc ^ (bytes[i] ?? 0));
  return ~crc >>> 0
}

/** The bytes from `start` to `end`, as far as there are any; all of them are held in memory. */
function readRange(source        , start        , end        )             {
  if (end <= start) return new Uint8Array()
  const { start: from, bytes } = source.window(start, end - start);
  return bytes.subarray(start - from, end - from)
}

/** Longest text that is decoded to be compared with a name. */
const MAX_NAME$2 = 4096;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Each byte as one character. */
const latin1 = (bytes            )         => String.fromCharCode(...bytes);

/** Strict UTF-8 of a short range; undefined where it is longer than any name or no UTF-8. */
function decodeText(source        , start        , end        )                     {
  if (end - start > MAX_NAME$2) return undefined
  const bytes = readRange(source, start, end);
  let text = '';
  for (const byte of bytes) {
    if (byte > 0x7f) return decodeStrictly(bytes)
    text += String.fromCharCode(byte);
  }
  return text
}

/** Strict UTF-8, a byte order mark kept; undefined where it is none. */
function decodeStrictly(bytes            )                     {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** Whether the bytes at `at` are those of this Latin-1 text. */
function hasAt(source        , text        , at = 0)          {
  if (at < 0 || at + text.length > source.size) return false
  const { start, bytes } = source.window(at, text.length);
  return isAt(bytes, text, at - start)
}

function isAt(bytes            , text        , at        )          {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

/** Whether this Latin-1 text of at most 255 characters occurs anywhere (Horspool 1980). */
function includes(source        , text        )          {
  const last = text.length - 1;
  const skip = new Uint8Array(256).fill(text.length);
  for (let i = 0; i < last; i++) skip[text.charCodeAt(i) & 0xff] = last - i;
  let found = false;
  let seen = new Uint8Array();
  source.each(0, source.size, piece => {
    // It may begin in one piece and end in the next.
    const seam = new Uint8Array([...seen, ...piece.subarray(0, last)]);
    found = isIn(seam, text, skip) || isIn(piece, text, skip);
    seen = new Uint8Array(piece.length >= last ? piece.subarray(piece.length - last) : seam.subarray(-last));
    return !found
  });
  return found
}

function isIn(bytes            , text        , skip            )          {
  const last = text.length - 1;
  for (let at = 0; at + last < bytes.length; at += skip[bytes[at + last] ?? 0] ?? 1)
    if (isAt(bytes, text, at)) return true
  return false
}

/** Everything, held in memory. */
const wholeOf$1 = (source        )             => readRange(source, 0, source.size);

/** The byte at `at`; undefined where there is none. */
function byteAt(source        , at        )                     {
  if (at < 0 || at >= source.size) return undefined
  const { start, bytes } = source.window(at, 1);
  return bytes[at - start]
}

/** A view of exactly the `length` bytes from `at` on, all of which there are. */
function viewAt(source        , at        , length        )           {
  const { start, view } = source.window(at, length);
  return new DataView(view.buffer, view.byteOffset + at - start, length)
}

/** Where a GGUF file stops being one; continues a sentence about the file. */
class GgufFault extends Error {
                    name = 'GgufFault'
}

/** Reads a GGUF file front to back. */
                         
                         
                                
            
 

/** Passes over `count` bytes that must be there; gives where they begin. */
function skip$1(reader        , count        )         {
  const { at } = reader;
  if (count > reader.source.size - at) throw new GgufFault(`it breaks off at byte ${at}`)
  reader.at += count;
  return at
}

const readU32 = (reader        )         => {
  const at = skip$1(reader, 4);
  return viewAt(reader.source, at, 4).getUint32(0, reader.littleEndian)
};

/** A 64-bit count; one that no file can hold is refused. */
function readCount(reader        )         {
  const at = skip$1(reader, 8);
  const value = viewAt(reader.source, at, 8).getBigUint64(0, reader.littleEndian);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new GgufFault(`it has a count of ${value} at byte ${at}`)
  return Number(value)
}

/** Passes over a text of at most `longest` bytes; gives where it begins. */
function skipText(reader        , longest        )         {
  const length = readCount(reader);
  if (length > longest) throw new GgufFault(`it has a text of ${length} bytes at byte ${reader.at}`)
  return skip$1(reader, length)
}

/** The bytes of a text, at most `longest` of them. */
function readText$1(reader        , longest        )             {
  const at = skipText(reader, longest);
  return readRange(reader.source, at, reader.at)
}

const VERSIONS = [2, 3];
const MAX_KEY = 65535;
const MAX_TEXT$2 = 64 * 1024 * 1024;
const STRING = 8;
const ARRAY = 9;
const U32 = 4;
const BOOL = 7;
/** Bytes of each type of value; strings and arrays say their own. */
const SIZES$1                                   = { 0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8 };
const TEMPLATE = /^tokenizer\.chat_template(\.|$)/;
const DEFAULT_ALIGNMENT = 32;

/** A chat template: text that a loader compiles and runs. */
                           
                      
                                          
                         
                            
 

/** What stands before the tensors. */
                         
                          
                            
                                         
                       
 

/** Opens a GGUF file of version 2 or 3 in either byte order. */
function openGguf(source        )         {
  if (source.size < 24) throw new GgufFault('it breaks off in its header')
  const view = viewAt(source, 0, 8);
  const littleEndian = VERSIONS.includes(view.getUint32(4, true));
  const version = view.getUint32(4, littleEndian);
  if (!VERSIONS.includes(version)) throw new GgufFault(`it is of version ${view.getUint32(4, true)}, not 2 or 3`)
  return { source, littleEndian, at: 8 }
}

/** Reads counts and metadata; hands each template to `found` as soon as it is read. */
function readHeader$1(reader        , found                              )                            {
  const tensors = readCount(reader);
  const keys = readCount(reader);
  const seen = new Set        ();
  let alignment = DEFAULT_ALIGNMENT;
  for (let i = 0; i < keys; i++) {
    const at = reader.at;
    const key = decodeStrictly(readText$1(reader, MAX_KEY));
    if (key === undefined || !/^[\x21-\x7e]+$/.test(key))
      throw new GgufFault(`it has a key that is no name at byte ${at}`)
    if (seen.has(key)) throw new GgufFault(`it has the key ${printable(key)} twice`)
    seen.add(key);
    const type = readU32(reader);
    if (key === 'general.alignment') alignment = readAlignment(reader, type);
    else if (TEMPLATE.test(key) && type === STRING) found(readTemplate(reader, key));
    else if (TEMPLATE.test(key)) throw new GgufFault(`it has a chat template that is no text at byte ${at}`)
    else skipValue(reader, type);
  }
  return { tensors, alignment, keys }
}

function readAlignment(reader        , type        )         {
  const alignment = type === U32 ? readU32(reader) : 0;
  if (alignment < 8 || (alignment & (alignment - 1)) !== 0 || alignment > 2 ** 20)
    throw new GgufFault('its alignment is no power of two from 8')
  return alignment
}

function readTemplate(reader        , key        )           {
  const bytes = readText$1(reader, MAX_TEXT$2);
  return { key, offset: reader.at - bytes.length, bytes }
}

function skipValue(reader        , type        )       {
  if (type === STRING) {
    skipText(reader, MAX_TEXT$2);
    return
  }
  if (type !== ARRAY) {
    const at = skip$1(reader, sizeOf(type, reader.at));
    if (type === BOOL && (byteAt(reader.source, at) ?? 0) > 1)
      throw new GgufFault(`it has a boolean that is neither at byte ${at}`)
    return
  }
  const of = readU32(reader);
  const count = readCount(reader);
  if (of === STRING) for (let i = 0; i < count; i++) skipText(reader, MAX_TEXT$2);
  else skip$1(reader, count * sizeOf(of, reader.at));
}

function sizeOf(type        , at        )         {
  const size = SIZES$1[type];
  if (size === undefined) throw new GgufFault(`it has a value of unknown type ${type} at byte ${at}`)
  return size
}

/** Reads single bytes, one after another for the most part; undefined where there is none. */
function byteReader(source        )                                     {
  let { start, bytes } = source.window(0, 0);
  return at => {
    if (at < start || at >= start + bytes.length) {
      if (at < 0 || at >= source.size) return undefined
      const next = source.window(at, 1);
      start = next.start;
      bytes = next.bytes;
    }
    return bytes[at - start]
  }
}

/** One field of a message as it stands on the wire (Protocol Buffers encoding). */
                        
                         
                                                           
                                                                
                        
                                           
                        
                      
 

const WIRES = ['varint', 'fixed64', 'bytes', undefined, undefined, 'fixed32'];         
const MAX_VARINT = 10;

/** Hands the fields between `start` and `end` to `take`, contents skipped by their length; gives what is wrong with them. */
function readFields(
  source        ,
  start        ,
  end        ,
  take                        ,
)                     {
  const byteAt = byteReader(source);
  let at = start;
  let value = 0;
  const varint = () => {
    value = 0;
    for (let i = 0; i < MAX_VARINT; i++) {
      if (at >= end) return false
      const byte = byteAt(at++) ?? 0;
      value += (byte & 0x7f) * 2 ** (7 * i);
      if (byte < 0x80) return true
    }
    return false
  };
  while (at < end) {
    const offset = at;
    if (!varint()) return `a field breaks off at byte ${offset}`
    const number = Math.floor(value / 8);
    const wire = WIRES[value % 8];
    if (wire === undefined || number < 1 || number >= 2 ** 29) return `byte ${offset} begins no field`
    if ((wire === 'varint' || wire === 'bytes') && !varint()) return `a field breaks off at byte ${offset}`
    const from = at;
    const length = wire === 'bytes' ? value : wire === 'fixed64' ? 8 : wire === 'fixed32' ? 4 : 0;
    if (length > end - at) {
      // What there is of it would be read by then.
      if (wire === 'bytes') take({ number, wire, value: 0, start: from, end });
      return `a field breaks off at byte ${offset}`
    }
    at += length;
    take({ number, wire, value: wire === 'varint' ? value : 0, start: from, end: at });
  }
  return undefined
}

const TOKEN$1 = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gy;
const SPACE = /\s*/y;

/** The first key that one object of a JSON text has twice, which readers resolve differently; undefined where there is none. */
function repeatedKey(json        )                     {
  const open                              = [];
  let previous = '';
  for (const token of tokens(json)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const key          = JSON.parse(previous);
      const keys = open.at(-1);
      if (typeof key === 'string' && keys?.has(key)) return key
      keys?.add(String(key));
    }
    previous = token;
  }
  return undefined
}

function* tokens(json        )                    {
  for (let at = 0; at < json.length; ) {
    SPACE.lastIndex = at;
    SPACE.exec(json);
    TOKEN$1.lastIndex = SPACE.lastIndex;
    const [token] = TOKEN$1.exec(json) ?? [];
    if (token === undefined) return
    yield token;
    at = TOKEN$1.lastIndex;
  }
}

const isJsonObject = (value         )                      =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON document that every parser reads alike: strict UTF-8, no key twice; undefined for any other. */
function readJson(bytes            )                                                                 {
  const text = decodeStrictly(bytes);
  if (text === undefined) return undefined
  try {
    const value          = JSON.parse(text);
    return repeatedKey(text) === undefined ? { value, text } : undefined
  } catch {
    return undefined
  }
}

/** Every value inside a JSON value, itself first, to any depth, with the key it stands under (none in a list). */
function* jsonValues(root         )                                                               {
  const open                                    = [{ key: '', value: root }];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    const { value } = next;
    if (Array.isArray(value)) for (const item of value.toReversed()) open.push({ key: '', value: item });
    else if (isJsonObject(value))
      for (const [name, item] of Object.entries(value).toReversed()) open.push({ key: name, value: item });
  }
}

/** Bytes as the stretch that begins at `start`. */
const windowOf = (bytes            , start        )         => ({
  start,
  bytes,
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
});

/** Bytes that are in memory anyway. */
function memorySource(bytes            )         {
  const whole = windowOf(bytes, 0);
  return {
    size: bytes.length,
    window: () => whole,
    each(start, end, take) {
      take(bytes.subarray(start, end));
    },
  }
}

/** Whatever no other format recognises: it recognises nothing itself. */
const binary = defineFormat({
  id: 'binary',
  title: 'an unknown binary file',
  unread: true,
  recognise: () => false,
  inspect: () =>
    inconclusive(
      'Expected a format that can be told by its content but found an unknown binary file',
      'Keep it out of the scanned paths, or save the model in a format that can be read',
    ),
});

/** Whether a pickle speaks of joblib's stand-ins for arrays, so that arrays follow between its instructions. */
const hasJoblibArrays = (source        )          =>
  includes(source, 'joblib.numpy_pickle') && includes(source, 'NumpyArrayWrapper');

/** Bytes decoded at once: what they decode to is thrown away. */
const CHUNK = 1024 * 1024;

/** Control characters that text has: backspace to carriage return, and escape. */
const isControl = (byte        ) => (byte < 0x20 && (byte < 0x08 || byte > 0x0d) && byte !== 0x1b) || byte === 0x7f;

                                               

/** Several formats ask of the same content. */
const told$1 = new WeakMap                 ();

/** Whether the bytes are some UTF-8 text: strictly decoded, without control characters that no text has. */
function isText(source        )          {
  const known = told$1.get(source) ?? readsAsText(source);
  told$1.set(source, known);
  return known
}

function readsAsText(source        )          {
  if (source.size === 0) return false
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let sound = true;
  source.each(0, source.size, piece => {
    sound = decodes(decoder, piece);
    return sound
  });
  return sound && ends(decoder)
}

function decodes(decoder         , piece            )          {
  for (let i = 0; i < piece.length; i++) if (isControl(piece[i] ?? 0)) return false
  for (let at = 0; at < piece.length; at += CHUNK)
    try {
      decoder.decode(piece.subarray(at, at + CHUNK), { stream: true });
    } catch {
      return false
    }
  return true
}

/** Whether no character is left open at the end. */
function ends(decoder         )          {
  try {
    decoder.decode();
    return true
  } catch {
    return false
  }
}

/**
 * Bytes of the file, `end` exclusive. `latin1`: the file spells each byte as one character of UTF-8 text. `escaped`: the file
 * spells a text as Python's raw-unicode-escape codec does.
 */
                            
                        
                      
                        
                         
 

                       
                      
                                                                             
                                   
                           
 

/** `range` is undefined for bytes that no literal spells. */
                        
                                      
                                       
 

                        
                        
                                  
 

                       
                       
                                                                                    
                                      
                                                                                                                                    
                           
                                                                        
                 
 

/** An imported object that the allow list names. */
                            
                         
                            
 

/** An object made in this stream by an allowed call. */
                           
                           
                          
                                 
                                                                                       
                 
                                     
                 
                          
                              
 

/** What a refused operation would have made; whatever is done with it has been reported already. */
                         
                         
                                       
 

/** Items of a list that are kept. */
const KEPT_ITEMS = 256;

                       
                       
                                                                                     
                         
                                                                        
                 
 

                        
                                                                                       
 

/** What the machine knows of a value; no value is ever built. */
                   
         
                                                      
                                                          
                                                                
        
         
         
        
        
             
            
          

const SMALL_INTS = Array.from({ length: 256 }, (_, value)        => ({ kind: 'int', value }));

const NONE$1        = { kind: 'none' };
const FLOAT$2        = { kind: 'float' };
const TRUE        = { kind: 'bool', value: true };
const FALSE        = { kind: 'bool', value: false };
const EMPTY_TUPLE        = { kind: 'tuple', items: [] };
const UNKNOWN_INT        = { kind: 'int', value: undefined };
const OPAQUE         = { kind: 'opaque', refusal: undefined };

const int = (value        )        => SMALL_INTS[value] ?? { kind: 'int', value };
const plain$1 = (kind               )        => ({ kind });
const list = ()       => ({ kind: 'list', items: [], sealed: false });
const dict = ()       => ({ kind: 'dict', entries: new Map(), fault: undefined, sealed: false });
const instance = (of             , args                  )           => ({
  kind: 'instance',
  of,
  args,
  sealed: false,
  filled: false,
  dtype: undefined,
  array: undefined,
});

/** Memo entries and stack items that one stream may take. */
const MAX_ITEMS = 5_000_000;
/** Refusals and deviations that are kept; more refusals are only counted. */
const MAX_KEPT = 100;
/** Called, it writes to the file that it is given. */
const MEMMAP = 'numpy:memmap';

/** Something a loader of this stream would do that nothing allows. */
                          
                                                                  
                                                   
                         
                                          
                       
                                                        
                         
                                                                 
                                       
                                                  
                                           
 

/** Something no pickler writes, so that two unpicklers may read it differently. */
                            
                         
                         
 

/** What becomes of joblib's NumpyArrayWrapper: `replayed` as joblib.load does, `kept` as pickle.load would, or `refused`. */
                                                          

/** What a persistent id stands for to the loader of this file, or why it is refused. */
                                                             

/** A pickle machine that imports, calls and builds nothing. */
                          
                         
                                              
                
                                     
                                                            
                                                 
                                       
                                 
                                     
                
                           
                  
                  
                              
                         
                                         
                          
                                   
                                                                                
                 
                 
                                                         
                                       
                              
                 
                                  
                                                                                            
                            
                                                    
                    
                  
                                        
               
                                                                                                                            
                              
 

/** A stretch of the source that holds `length` bytes from `at` on, as far as there are any. */
function windowAt(machine         , at        , length        )         {
  const { start, bytes } = machine.window;
  if (at < start || at + length > start + bytes.length) machine.window = machine.source.window(at, length);
  return machine.window
}

/** Ends the reading: no loader gets past this point. */
function halt(machine         , reason        )       {
  machine.halted ??= reason;
}

/** Ends the reading because a budget is used up, though a loader would go on. */
function exhaust(machine         , budget        )       {
  machine.exhausted = true;
  halt(machine, `it takes more than ${budget}`);
}

/** Adds to a list that holds the first hundred. */
function keep      (list        , item      )       {
  if (list.length < MAX_KEPT) list.push(item);
}

/** Notes a form that no pickler writes, and reads on. */
function deviate(machine         , reason        )       {
  keep(machine.deviations, { offset: machine.offset, reason });
}

/** Notes what is not allowed, and gives what stands for its outcome. */
function refuse(
  machine         ,
  kind                 ,
  name        ,
  reason        ,
  qualname         ,
)         {
  const refusal          = { kind, offset: machine.offset, name, reason, qualname, further: undefined };
  machine.refused++;
  keep(machine.refusals, refusal);
  return { kind: 'opaque', refusal }
}

function push(machine         , value       )       {
  if (value.kind === 'global' && value.name.key === MEMMAP) machine.memmaps++;
  machine.stack.push(value);
  if (machine.stack.length > MAX_ITEMS) exhaust(machine, `${MAX_ITEMS} items on the stack`);
}

function pop(machine         )        {
  if (machine.stack.length <= (machine.marks.at(-1) ?? 0)) halt(machine, 'the stack is empty');
  return (machine.halted === undefined ? machine.stack.pop() : undefined) ?? OPAQUE
}

/** The item on top, left where it is. */
function top(machine         )        {
  if (machine.stack.length <= (machine.marks.at(-1) ?? 0)) halt(machine, 'the stack is empty');
  return machine.stack.at(-1) ?? OPAQUE
}

/** Everything above the last mark, and the mark with it. */
function popMark(machine         )          {
  const mark = machine.marks.pop();
  if (mark === undefined) {
    halt(machine, 'there is no mark on the stack');
    return []
  }
  return machine.stack.splice(mark)
}

function remember(machine         , index        , value       )       {
  if (machine.memo.has(index)) deviate(machine, `memo ${index} is written twice`);
  machine.memo.set(index, value);
  if (machine.memo.size > MAX_ITEMS) exhaust(machine, `${MAX_ITEMS} items in the memo`);
}

/** Puts an array in the place of the wrapper that stood for it. */
function replaceTop(machine         , value          )       {
  machine.stack[machine.stack.length - 1] = value;
}

/** Where this byte first stands between `from` and `to`; undefined where it does not. */
function indexOf(source        , byte        , from        , to = source.size)                     {
  const until = Math.min(to, source.size);
  for (let at = from; at < until; ) {
    const { start, bytes } = source.window(at, 1);
    const found = bytes.indexOf(byte, at - start);
    if (found >= 0) return start + found < until ? start + found : undefined
    at = start + bytes.length;
  }
  return undefined
}

/** Reads an opcode's argument at `machine.position`; halts where the file ends first. Names as in CPython's pickletools. */
                                                 

const NEWLINE = 0x0a;

function take$2(machine         , length        )                     {
  const start = machine.position;
  if (length > machine.source.size - start) {
    machine.position = machine.source.size;
    halt(machine, 'the file ends in the middle of an instruction');
    return undefined
  }
  machine.position = start + length;
  return start
}

const number$1 =
  (size        , read                                        )                   =>
  machine => {
    const start = take$2(machine, size);
    if (start === undefined) return 0
    const window = windowAt(machine, start, size);
    return read(window.view, start - window.start)
  };

const nothing                      = () => undefined;
const uint1 = number$1(1, (view, at) => view.getUint8(at));
const uint2 = number$1(2, (view, at) => view.getUint16(at, true));
const uint4 = number$1(4, (view, at) => view.getUint32(at, true));
const int4 = number$1(4, (view, at) => view.getInt32(at, true));
const float8 = number$1(8, (view, at) => view.getFloat64(at, false));
/** Exact up to 2^53; anything above is longer than any file. */
const uint8 = number$1(8, (view, at) => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32);

/** Bytes after their length. */
const counted$1 =
  (length                  )                      =>
  machine => {
    const size = length(machine);
    if (machine.halted !== undefined) return { start: 0, end: 0 }
    if (size < 0) {
      halt(machine, 'a length is negative');
      return { start: 0, end: 0 }
    }
    const start = take$2(machine, size) ?? 0;
    return { start, end: machine.halted === undefined ? start + size : start }
  };

/** Bytes up to the end of the line. At the end of the file CPython takes the last byte for the line's end, whatever it is, and goes on. */
const line$1                      = machine => {
  const start = machine.position;
  const found = indexOf(machine.source, NEWLINE, start);
  if (found === undefined) deviate(machine, 'the last line has no end');
  const end = found ?? Math.max(start, machine.source.size - 1);
  machine.position = Math.min(end + 1, machine.source.size);
  return { start, end }
};

const twoLines                                            = machine => {
  const first = line$1(machine);
  return [first, line$1(machine)]
};

/**
 * The decimal integer a line spells. Any spelling but a pickler's is a deviation; one that no reader takes is undefined.
 * CPython takes spaces, signs and underscores, and its C reader stops at a null byte.
 */
function decimal(machine         , { start, end }           )                     {
  const text = latin1(readRange(machine.source, start, Math.min(end, start + 64)));
  if (/^(0|-?[1-9]\d*)$/.test(text) && end - start <= 64) return Number(text)
  deviate(machine, 'a number is spelt oddly');
  const digits = text.split('\0')[0]?.trim().replaceAll('_', '') ?? '';
  return /^[+-]?\d+$/.test(digits) ? Number(digits) : undefined
}

/**
 * What a name may be used for. `R` called by REDUCE · `N` made by NEWOBJ · `B` given a state by BUILD ·
 * `V` only referred to · `D` takes items like a dict · `L` takes items like a list.
 */
                         

/** One importable object, by the exact module and qualified name that a pickle spells. */
                              
                                                                           
                      
                                       
                         
                     
 

/**
 * Shapes of values, alternatives divided by `|`. A word is a kind of value (`int`, `str`, `bytes`, `tuple`, `dict`, …) or one of
 * `any`, `number`, `ints` (a tuple of integers), `array` (a numpy array), `dtype`, `class` (a listed class that is made by NEWOBJ
 * or BUILD). `&module:name` is a reference to that name, `@module:name` an instance of it, `=text` that very text.
 */
                          

/** `dict` with plain keys, or a tuple of these shapes. */
                                             

                       
                                                  
                                              
     
                                                                                                                            
                                                                        
     
                                                                     
 

/** The objects of one library that a model file may import, and what it may do with them. Everything else is refused. */
                            
                          
                                                                                    
                                      
                                                                                                                               
                       
     
                                                                                                                                 
                                                                     
     
                                                  
                                                                                             
                                                 
                                                                            
                                                              
 

const defineAllowList = (list           )            => list;

var library$5 = "catboost";
var versions$5 = [
	"1.0.6",
	"1.1.1",
	"1.2.2",
	"1.2.3",
	"1.2.8",
	"1.2.10"
];
var made$5 = "observed";
var names$7 = {
	"catboost.core": "CatBoost CatBoostClassifier CatBoostRanker CatBoostRegressor"
};
var calls$7 = {
};
var states$6 = {
};
var observed$6 = {
	library: library$5,
	versions: versions$5,
	made: made$5,
	names: names$7,
	calls: calls$7,
	states: states$6
};

/** CatBoost's models; the trees themselves are bytes that the library reads. */
const catboost$1 = defineAllowList(observed$6);

var generations = [
	{
		python: "3.8.18",
		numpy: "1.21.6",
		scipy: "1.7.3",
		pandas: "1.3.5",
		joblib: "1.1.1",
		"scikit-learn": "1.0.2",
		xgboost: "1.5.2",
		lightgbm: "3.2.1",
		catboost: "1.0.6",
		statsmodels: "0.13.2"
	},
	{
		python: "3.9.18",
		numpy: "1.23.5",
		scipy: "1.9.3",
		pandas: "1.5.3",
		joblib: "1.2.0",
		"scikit-learn": "1.2.2",
		xgboost: "1.7.6",
		lightgbm: "3.3.5",
		catboost: "1.1.1",
		statsmodels: "0.13.5",
		torch: "1.12.1"
	},
	{
		python: "3.9.18",
		numpy: "1.24.4",
		scipy: "1.11.4",
		pandas: "2.0.3",
		joblib: "1.3.2",
		"scikit-learn": "1.3.2",
		xgboost: "2.0.3",
		lightgbm: "4.0.0",
		catboost: "1.2.2",
		statsmodels: "0.14.0"
	},
	{
		python: "3.10.13",
		numpy: "1.26.4",
		scipy: "1.12.0",
		pandas: "2.1.4",
		joblib: "1.3.2",
		"scikit-learn": "1.4.2",
		xgboost: "2.1.4",
		lightgbm: "4.1.0",
		catboost: "1.2.3",
		statsmodels: "0.14.1",
		torch: "2.4.1"
	},
	{
		python: "3.11.7",
		numpy: "2.0.2",
		scipy: "1.14.1",
		pandas: "2.2.3",
		joblib: "1.4.2",
		"scikit-learn": "1.6.1",
		xgboost: "3.0.5",
		lightgbm: "4.6.0",
		catboost: "1.2.8",
		statsmodels: "0.14.4"
	},
	{
		python: "3.12.1",
		numpy: "2.5.5",
		scipy: "1.18.1",
		pandas: "3.1.1",
		joblib: "1.6.0",
		"scikit-learn": "1.9.1",
		xgboost: "3.4.1",
		lightgbm: "4.7.0",
		catboost: "1.2.10",
		statsmodels: "0.15.0",
		torch: "2.15.0"
	}
];

const byNumber = (a        , b        ) => a.localeCompare(b, 'en', { numeric: true });

/** The versions of a library, from `first` on, that the lists were made from and checked against, oldest first. */
function versionsOf(library         , first = '0')           {
  const found = generations.flatMap(generation => generation[library] ?? []);
  return [...new Set(found)].filter(version => byNumber(version, first) >= 0).toSorted(byNumber)
}

/**
 * The stand-in for an array whose bytes follow in the file; allowed only where they do. Before 1.2 it had no padding, and is inconclusive.
 * `numpy.memmap`, which writes the file that it is told to, is allowed as what it stands for and as nothing else.
 */
const joblib$1 = defineAllowList({
  library: 'joblib',
  versions: versionsOf('joblib', '1.2'),
  made: 'by hand',
  names: { 'joblib.numpy_pickle': 'NumpyArrayWrapper', numpy: 'memmap[V]' },
});

var library$4 = "lightgbm";
var versions$4 = [
	"3.2.1",
	"3.3.5",
	"4.0.0",
	"4.1.0",
	"4.6.0",
	"4.7.0"
];
var made$4 = "observed";
var names$6 = {
	"lightgbm.basic": "Booster",
	"lightgbm.sklearn": "LGBMClassifier LGBMModel LGBMRanker LGBMRegressor"
};
var calls$6 = {
};
var states$5 = {
};
var observed$5 = {
	library: library$4,
	versions: versions$4,
	made: made$4,
	names: names$6,
	calls: calls$6,
	states: states$5
};

/** LightGBM's models; the trees themselves are text that the library reads. */
const lightgbm$1 = defineAllowList(observed$5);

const ARRAY_CLASSES = '&numpy:ndarray|&numpy:matrix|&numpy:recarray|&numpy.rec:recarray';
const ARRAY_STATE                   = ['int', 'ints', 'dtype', 'bool', 'bytes|list'];
const MASKED_STATE                   = ['int', 'ints', 'dtype', 'bool', 'bytes|list', 'bytes', 'any'];
const SCALARS =
  'bool bool_ int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64 longdouble complex64 complex128 ' +
  'str_ bytes_ object_ datetime64 timedelta64 number integer signedinteger unsignedinteger floating inexact character';
const UFUNCS =
  'absolute add arccos arccosh arcsin arcsinh arctan arctanh cbrt ceil cos cosh deg2rad degrees divide exp exp2 expm1 fabs ' +
  'floor isfinite isnan log log10 log1p log2 logical_not maximum minimum multiply negative positive power rad2deg radians ' +
  'reciprocal rint sign sin sinh sqrt square subtract tan tanh trunc';
const FUNCTIONS$1 =
  'array asarray clip max mean median min nan_to_num nanmax nanmean nanmedian nanmin nanstd nanvar ravel round std sum transpose var';
const values$1 = (names        ) => names.split(' ').map(name => `${name}[V]`);
const BIT_GENERATORS = ['_mt19937:MT19937', '_pcg64:PCG64', '_pcg64:PCG64DXSM', '_philox:Philox', '_sfc64:SFC64'];
const GENERATOR_REFERENCES = BIT_GENERATORS.map(name => `&numpy.random.${name}`).join('|');
const GENERATOR_INSTANCES = BIT_GENERATORS.map(name => `@numpy.random.${name}`).join('|');
/** By the names that numpy before 1.24 wrote in place of the classes. */
const GENERATORS_BY_NAME = Object.fromEntries(
  BIT_GENERATORS.map(name => [name.replace(/.*:/, ''), `numpy.random.${name}`]         ),
);
const GENERATOR_NAMES = Object.keys(GENERATORS_BY_NAME)
  .map(name => `=${name}`)
  .join('|');
const POLYNOMIALS = {
  chebyshev: 'Chebyshev',
  hermite: 'Hermite',
  hermite_e: 'HermiteE',
  laguerre: 'Laguerre',
  legendre: 'Legendre',
  polynomial: 'Polynomial',
};
const GENERATOR_CTOR = '&numpy.random._pickle:__bit_generator_ctor';
const GENERATOR_CALLS                                = [
  [GENERATOR_INSTANCES],
  [GENERATOR_NAMES],
  [GENERATOR_NAMES, GENERATOR_CTOR],
  [GENERATOR_INSTANCES, GENERATOR_CTOR],
];
const DTYPE_STATE                   = ['int', 'str', 'none|tuple', 'none|tuple', 'none|dict', 'int', 'int', 'int'];

/** Arrays, types, scalars, random state and pure functions of arrays. `numpy.core` stands for `numpy._core`; nothing that opens files. */
const numpy = defineAllowList({
  library: 'numpy',
  versions: versionsOf('numpy'),
  made: 'by hand',
  names: {
    numpy: [
      'dtype[RB] poly1d ndarray[B] matrix[B] recarray[B] record[V] generic[V]',
      ...values$1(SCALARS),
      ...values$1(UFUNCS),
      ...values$1(FUNCTIONS$1),
    ].join(' '),
    'numpy.rec': 'recarray[B]',
    'numpy.ma': 'MaskedArray[B]',
    'numpy.ma.core': 'MaskedArray[B] MaskedConstant[R] _mareconstruct[R]',
    ...Object.fromEntries(
      Object.entries(POLYNOMIALS).map(([module, name]) => [`numpy.polynomial.${module}`, name]         ),
    ),
    'numpy._core.multiarray': '_reconstruct[R] scalar[R]',
    'numpy._core.numeric': '_frombuffer[R]',
    // Where numpy 1 says its ufuncs are.
    'numpy._core._multiarray_umath': values$1(UFUNCS).join(' '),
    'numpy.random._pickle': '__bit_generator_ctor[R] __generator_ctor[R] __randomstate_ctor[R]',
    'numpy.random._mt19937': 'MT19937[B]',
    'numpy.random._pcg64': 'PCG64[B] PCG64DXSM[B]',
    'numpy.random._philox': 'Philox[B]',
    'numpy.random._sfc64': 'SFC64[B]',
    'numpy.random._generator': 'Generator[B]',
    'numpy.random.mtrand': 'RandomState[B]',
    'numpy.random.bit_generator': 'SeedSequence[B] __pyx_unpickle_SeedSequence[R]',
  },
  calls: {
    'numpy:dtype': { args: [['str|&numpy:record', 'bool', 'bool']] },
    'numpy._core.multiarray:_reconstruct': { args: [[ARRAY_CLASSES, 'ints', 'bytes']], makes: 0 },
    'numpy._core.multiarray:scalar': { args: [['dtype', 'bytes']], makes: 'numpy:generic' },
    'numpy._core.numeric:_frombuffer': {
      args: [
        ['bytearray|bytes', 'dtype', 'ints', '=C|=F'],
        ['bytearray|bytes', 'dtype', 'ints', '=C|=F', 'ints'],
      ],
      makes: 'numpy:ndarray',
    },
    'numpy.ma.core:MaskedConstant': { args: [[]] },
    'numpy.ma.core:_mareconstruct': {
      args: [['&numpy.ma:MaskedArray|&numpy.ma.core:MaskedArray', '&numpy:ndarray', 'ints', 'str|bytes']],
      makes: 0,
    },
    'numpy.random._pickle:__bit_generator_ctor': {
      args: [[GENERATOR_NAMES], [GENERATOR_REFERENCES]],
      makes: GENERATORS_BY_NAME,
    },
    // The second argument is called with the first: only ever numpy's own.
    'numpy.random._pickle:__generator_ctor': {
      args: GENERATOR_CALLS,
      makes: 'numpy.random._generator:Generator',
    },
    'numpy.random._pickle:__randomstate_ctor': {
      args: GENERATOR_CALLS,
      makes: 'numpy.random.mtrand:RandomState',
    },
    'numpy.random.bit_generator:__pyx_unpickle_SeedSequence': {
      args: [['&numpy.random.bit_generator:SeedSequence', 'int', 'none|tuple']],
      makes: 0,
    },
  },
  states: {
    'numpy:dtype': [DTYPE_STATE, [...DTYPE_STATE, 'any']],
    'numpy:ndarray': [ARRAY_STATE],
    'numpy:matrix': [ARRAY_STATE],
    'numpy:recarray': [ARRAY_STATE],
    'numpy.rec:recarray': [ARRAY_STATE],
    'numpy.ma:MaskedArray': [MASKED_STATE],
    'numpy.ma.core:MaskedArray': [MASKED_STATE],
    'numpy.random.bit_generator:SeedSequence': [['any', 'any', 'any', 'any', 'any']],
    ...Object.fromEntries(
      BIT_GENERATORS.map(name => [`numpy.random.${name}`, ['dict', ['dict', 'none|instance']]]         ),
    ),
  },
});

/** Extension arrays that are rebuilt by __pyx_unpickle_NDArrayBacked, under their names since pandas 3 and before. */
const BACKED = [
  'pandas:Categorical',
  'pandas.arrays:NumpyExtensionArray',
  'pandas.core.arrays.numpy_:NumpyExtensionArray',
  'pandas.core.arrays.numpy_:PandasArray',
  'pandas.arrays:DatetimeArray',
  'pandas.arrays:PeriodArray',
  'pandas.arrays:StringArray',
  'pandas.arrays:TimedeltaArray',
  'pandas.core.arrays.categorical:Categorical',
  'pandas.core.arrays.datetimes:DatetimeArray',
  'pandas.core.arrays.period:PeriodArray',
  'pandas.core.arrays.string_:StringArray',
  'pandas.core.arrays.timedeltas:TimedeltaArray',
];
const INTERVALS = ['pandas.arrays:IntervalArray', 'pandas.core.arrays.interval:IntervalArray'];
const BACKED_STATES                                = [
  ['dtype|instance', 'array'],
  ['dtype|instance', 'array', 'dict'],
];
const NUMBERS = 'Int8Dtype Int16Dtype Int32Dtype Int64Dtype UInt8Dtype UInt16Dtype UInt32Dtype UInt64Dtype';
const OFFSETS = 'Day Hour Minute Second Milli Micro Nano MonthBegin MonthEnd'.split(' ');
/** Those of a certain month, or weekday, or none. */
const ANCHORED_OFFSETS = 'YearBegin YearEnd QuarterBegin QuarterEnd Week'.split(' ');
const OFFSET_INSTANCES = [...OFFSETS, ...ANCHORED_OFFSETS, 'BusinessDay']
  .map(name => `@pandas._libs.tslibs.offsets:${name}`)
  .join('|');
const INDEXES = [
  ...[
    'Index',
    'CategoricalIndex',
    'DatetimeIndex',
    'IntervalIndex',
    'MultiIndex',
    'PeriodIndex',
    'RangeIndex',
    'TimedeltaIndex',
  ].map(name => `pandas:${name}`),
  'pandas.core.indexes.base:Index',
  'pandas.core.indexes.category:CategoricalIndex',
  'pandas.core.indexes.datetimes:DatetimeIndex',
  'pandas.core.indexes.interval:IntervalIndex',
  'pandas.core.indexes.multi:MultiIndex',
  'pandas.core.indexes.numeric:Float64Index',
  'pandas.core.indexes.numeric:Int64Index',
  'pandas.core.indexes.numeric:UInt64Index',
  'pandas.core.indexes.period:PeriodIndex',
  'pandas.core.indexes.range:RangeIndex',
  'pandas.core.indexes.timedeltas:TimedeltaIndex',
];
const anyOf = (classes                   ) => classes.map(name => `&${name}`).join('|');
const OFFSET       = { args: [['int', 'bool']] };
const ANCHORED_OFFSET       = {
  args: [
    ['int', 'bool'],
    ['int', 'bool', 'int|none'],
  ],
};
const PERIOD       = { args: [['none', OFFSET_INSTANCES, 'int']] };
const PERIOD_DTYPE       = { args: [['str'], [OFFSET_INSTANCES]] };
const BOUND =
  'number|@pandas._libs.tslibs.timestamps:_unpickle_timestamp|@pandas._libs.tslibs.timedeltas:_timedelta_unpickle';
const INTERVAL$1       = { args: [[BOUND, BOUND, 'str']] };
const NEW_INDEX = { args: [[anyOf(INDEXES), 'dict']], makes: 0 };

/** Frames, series, indexes and their arrays. No readers, no `eval`, no user-defined types; no frames of before 1.4, which need functools.partial. */
const pandas = defineAllowList({
  library: 'pandas',
  versions: versionsOf('pandas', '1.4'),
  made: 'by hand',
  names: {
    pandas: [
      'DataFrame Series CategoricalIndex[V] Index[V] Interval[R] Period[R] Categorical[B] CategoricalDtype DatetimeTZDtype IntervalDtype PeriodDtype[R] StringDtype[R] NA[V]',
      'BooleanDtype Float32Dtype Float64Dtype DatetimeIndex[V] IntervalIndex[V] MultiIndex[V] PeriodIndex[V] RangeIndex[V] TimedeltaIndex[V]',
      NUMBERS,
    ].join(' '),
    'pandas.arrays':
      'BooleanArray DatetimeArray[B] FloatingArray IntegerArray IntervalArray[B] PeriodArray[B] StringArray[B] TimedeltaArray[B] NumpyExtensionArray[B]',
    'pandas._libs.arrays': '__pyx_unpickle_NDArrayBacked[R]',
    'pandas._libs.internals': '_unpickle_block[R]',
    'pandas._libs.interval': 'Interval[R] __pyx_unpickle_IntervalMixin[R]',
    'pandas._libs.missing': 'NA[V]',
    'pandas._libs.tslibs.nattype': '_nat_unpickle[R] __nat_unpickle[R]',
    'pandas._libs.tslibs.offsets': ['BusinessDay', ...OFFSETS, ...ANCHORED_OFFSETS].map(name => `${name}[R]`).join(' '),
    'pandas._libs.tslibs.timedeltas': '_timedelta_unpickle[R]',
    'pandas._libs.tslibs.timestamps': '_unpickle_timestamp[R]',
    'pandas._libs.tslibs.period': 'Period[R]',
    'pandas.core.arrays.boolean': 'BooleanArray BooleanDtype',
    'pandas.core.arrays.categorical': 'Categorical[B]',
    'pandas.core.arrays.datetimes': 'DatetimeArray[B]',
    'pandas.core.arrays.floating': 'Float32Dtype Float64Dtype FloatingArray',
    'pandas.core.arrays.integer': `IntegerArray ${NUMBERS}`,
    'pandas.core.arrays.interval': 'IntervalArray[B]',
    'pandas.core.arrays.numpy_': 'NumpyExtensionArray[B] PandasArray[B]',
    'pandas.core.arrays.period': 'PeriodArray[B]',
    'pandas.core.arrays.string_': 'StringArray[B] StringDtype',
    'pandas.core.arrays.timedeltas': 'TimedeltaArray[B]',
    'pandas.core.dtypes.dtypes':
      'CategoricalDtype DatetimeTZDtype IntervalDtype NumpyEADtype PandasDtype PeriodDtype[R]',
    'pandas.core.frame': 'DataFrame',
    'pandas.core.indexes.base': 'Index[V] _new_Index[R]',
    'pandas.core.indexes.category': 'CategoricalIndex[V]',
    'pandas.core.indexes.datetimes': 'DatetimeIndex[V] _new_DatetimeIndex[R]',
    'pandas.core.indexes.interval': 'IntervalIndex[V] _new_IntervalIndex[R]',
    'pandas.core.indexes.multi': 'MultiIndex[V]',
    'pandas.core.indexes.numeric': 'Float64Index[V] Int64Index[V] UInt64Index[V]',
    'pandas.core.indexes.period': 'PeriodIndex[V]',
    'pandas.core.indexes.range': 'RangeIndex[V]',
    'pandas.core.indexes.timedeltas': 'TimedeltaIndex[V] _new_TimedeltaIndex[R]',
    'pandas.core.internals.managers': 'BlockManager[R] SingleBlockManager',
    'pandas.core.series': 'Series',
    pytz: '_UTC[R]',
  },
  calls: {
    'pandas:Interval': INTERVAL$1,
    'pandas:Period': PERIOD,
    'pandas:PeriodDtype': PERIOD_DTYPE,
    'pandas:StringDtype': { args: [['str', 'float|&pandas:NA|&pandas._libs.missing:NA']] },
    'pandas._libs.arrays:__pyx_unpickle_NDArrayBacked': { args: [[anyOf(BACKED), 'int', 'none']], makes: 0 },
    'pandas._libs.internals:_unpickle_block': { args: [['instance', 'slice|array', 'int']] },
    'pandas._libs.interval:Interval': INTERVAL$1,
    'pandas._libs.interval:__pyx_unpickle_IntervalMixin': { args: [[anyOf(INTERVALS), 'int', 'none']], makes: 0 },
    'pandas._libs.tslibs.nattype:_nat_unpickle': { args: [['none']] },
    'pandas._libs.tslibs.nattype:__nat_unpickle': { args: [['none']] },
    'pandas._libs.tslibs.offsets:BusinessDay': { args: [['int', 'bool', '@datetime:timedelta']] },
    ...Object.fromEntries(OFFSETS.map(name => [`pandas._libs.tslibs.offsets:${name}`, OFFSET]         )),
    ...Object.fromEntries(
      ANCHORED_OFFSETS.map(name => [`pandas._libs.tslibs.offsets:${name}`, ANCHORED_OFFSET]         ),
    ),
    'pandas._libs.tslibs.period:Period': PERIOD,
    'pandas._libs.tslibs.timedeltas:_timedelta_unpickle': { args: [['int', 'int']] },
    'pandas._libs.tslibs.timestamps:_unpickle_timestamp': { args: [['int', 'none', 'none|instance', 'int']] },
    'pandas.core.dtypes.dtypes:PeriodDtype': PERIOD_DTYPE,
    'pandas.core.indexes.base:_new_Index': NEW_INDEX,
    'pandas.core.indexes.datetimes:_new_DatetimeIndex': NEW_INDEX,
    'pandas.core.indexes.interval:_new_IntervalIndex': NEW_INDEX,
    'pandas.core.indexes.timedeltas:_new_TimedeltaIndex': NEW_INDEX,
    'pandas.core.internals.managers:BlockManager': { args: [['tuple', 'list']] },
    'pytz:_UTC': { args: [[]] },
  },
  states: {
    ...Object.fromEntries(BACKED.map(name => [name, BACKED_STATES]         )),
    ...Object.fromEntries(INTERVALS.map(name => [name, ['dict', ['dict']]]         )),
    'pandas.core.internals.managers:SingleBlockManager': ['dict', ['list', 'list', 'list', 'dict']],
  },
});

/** Plain values of Python's standard library. No `getattr`, `operator`, `functools.partial`, loaders or paths. */
const python = defineAllowList({
  library: 'python',
  versions: versionsOf('python'),
  made: 'by hand',
  names: {
    builtins:
      'bytearray[R] bytes[R] complex[R] dict[V] float[V] frozenset[R] int[V] list[V] object[V] range[R] set[R] slice[R] str[V] tuple[V] bool[V]',
    _codecs: 'encode[R]',
    collections: 'Counter[RD] OrderedDict[RDB] defaultdict[RD] deque[RL]',
    copyreg: '_reconstructor[R]',
    datetime: 'date[R] datetime[R] time[R] timedelta[R] timezone[R]',
    decimal: 'Decimal[R]',
  },
  calls: {
    'builtins:bytearray': { args: [[], ['bytes'], ['str', '=latin-1']], makes: 'bytearray' },
    'builtins:bytes': { args: [[]], makes: 'bytes' },
    'builtins:complex': { args: [['float', 'float']], makes: 'complex' },
    'builtins:frozenset': { args: [[], ['list']], makes: 'frozenset' },
    'builtins:range': { args: [['int', 'int', 'int']], makes: 'range' },
    'builtins:set': { args: [[], ['list']], makes: 'set' },
    'builtins:slice': { args: [['int|none', 'int|none', 'int|none']], makes: 'slice' },
    '_codecs:encode': { args: [['str', '=latin1']], makes: 'bytes' },
    'collections:Counter': { args: [[], ['dict']] },
    'collections:OrderedDict': { args: [[], ['list']] },
    'collections:defaultdict': {
      args: [
        [],
        ['none|&collections:OrderedDict|&builtins:int|&builtins:float|&builtins:list|&builtins:dict|&builtins:set'],
      ],
    },
    'collections:deque': { args: [[], ['tuple|list'], ['tuple|list', 'int']] },
    'copyreg:_reconstructor': {
      args: [
        ['class', '&builtins:object', 'none'],
        ['class', '&builtins:dict', 'dict'],
        ['class', '&builtins:list', 'list'],
        ['class', '&builtins:tuple', 'tuple'],
      ],
      makes: 0,
    },
    'datetime:date': { args: [['bytes']] },
    'datetime:datetime': { args: [['bytes'], ['bytes', '@datetime:timezone|@pytz:_UTC']] },
    'datetime:time': { args: [['bytes']] },
    'datetime:timedelta': { args: [['int', 'int', 'int']] },
    'datetime:timezone': { args: [['@datetime:timedelta'], ['@datetime:timedelta', 'str']] },
    'decimal:Decimal': { args: [['str']] },
  },
});

var library$3 = "scipy";
var versions$3 = [
	"1.7.3",
	"1.9.3",
	"1.11.4",
	"1.12.0",
	"1.14.1",
	"1.18.1"
];
var made$3 = "observed";
var names$5 = {
	"scipy._external.array_api_compat.numpy._aliases": "asarray[V]@5-5",
	"scipy.interpolate._bsplines": "BSpline _BSpline@5-5",
	"scipy.interpolate._cubic": "Akima1DInterpolator CubicSpline PchipInterpolator",
	"scipy.interpolate._fitpack2": "InterpolatedUnivariateSpline@1-5 LSQUnivariateSpline@1-5",
	"scipy.interpolate._interpolate": "PPoly@1-5 _PPoly@5-5",
	"scipy.interpolate._polyint": "BarycentricInterpolator@1-5 KroghInterpolator@1-5",
	"scipy.interpolate._rbfinterp": "RBFInterpolator",
	"scipy.interpolate._rgi": "RegularGridInterpolator@1-5",
	"scipy.interpolate.fitpack2": "InterpolatedUnivariateSpline@0-0 LSQUnivariateSpline@0-0",
	"scipy.interpolate.interpolate": "PPoly@0-0 RegularGridInterpolator@0-0",
	"scipy.interpolate.polyint": "BarycentricInterpolator@0-0 KroghInterpolator@0-0",
	"scipy.optimize._lbfgsb_py": "LbfgsInvHessProduct@5-5",
	"scipy.optimize._optimize": "OptimizeResult[ND]@1-5",
	"scipy.optimize.optimize": "OptimizeResult[ND]@0-0",
	"scipy.sparse._arrays": "bsr_array@1-1 coo_array@1-1 csc_array@1-1 csr_array@1-1 dia_array@1-1 dok_array[B]@1-1 lil_array@1-1",
	"scipy.sparse._bsr": "bsr_array@2-5 bsr_matrix@1-5",
	"scipy.sparse._coo": "coo_array@2-5 coo_matrix@1-5",
	"scipy.sparse._csc": "csc_array@2-5 csc_matrix@1-5",
	"scipy.sparse._csr": "csr_array@2-5 csr_matrix@1-5",
	"scipy.sparse._dia": "dia_array@2-5 dia_matrix@1-5",
	"scipy.sparse._dok": "dok_array[B]@2-5 dok_matrix[B]@1-5",
	"scipy.sparse._lil": "lil_array@2-5 lil_matrix@1-5",
	"scipy.sparse.bsr": "bsr_matrix@0-0",
	"scipy.sparse.coo": "coo_matrix@0-0",
	"scipy.sparse.csc": "csc_matrix@0-0",
	"scipy.sparse.csr": "csr_matrix@0-0",
	"scipy.sparse.dia": "dia_matrix@0-0",
	"scipy.sparse.dok": "dok_matrix[B]@0-0",
	"scipy.sparse.lil": "lil_matrix@0-0",
	"scipy.spatial.transform._rotation": "Rotation@1-5",
	"scipy.spatial.transform.rotation": "Rotation@0-0"
};
var calls$5 = {
};
var states$4 = {
	"scipy.interpolate._bsplines:BSpline": [
		[
			"@scipy.interpolate._bsplines:_BSpline",
			"array"
		],
		"dict"
	],
	"scipy.interpolate._cubic:Akima1DInterpolator": [
		[
			"none",
			"dict"
		],
		"dict"
	],
	"scipy.interpolate._cubic:CubicSpline": [
		[
			"none",
			"dict"
		],
		"dict"
	],
	"scipy.interpolate._cubic:PchipInterpolator": [
		[
			"none",
			"dict"
		],
		"dict"
	],
	"scipy.interpolate._interpolate:PPoly": [
		[
			"none",
			"dict"
		],
		"dict"
	],
	"scipy.interpolate._interpolate:_PPoly": [
		[
			"none",
			"dict"
		]
	],
	"scipy.interpolate._polyint:BarycentricInterpolator": [
		[
			"dict",
			"dict"
		]
	],
	"scipy.interpolate._polyint:KroghInterpolator": [
		[
			"dict",
			"dict"
		]
	],
	"scipy.interpolate._rbfinterp:RBFInterpolator": [
		[
			"tuple",
			"tuple"
		],
		"dict"
	],
	"scipy.interpolate.interpolate:PPoly": [
		[
			"none",
			"dict"
		]
	],
	"scipy.interpolate.polyint:BarycentricInterpolator": [
		[
			"dict",
			"dict"
		]
	],
	"scipy.interpolate.polyint:KroghInterpolator": [
		[
			"dict",
			"dict"
		]
	],
	"scipy.spatial.transform._rotation:Rotation": [
		[
			"array",
			"bool"
		]
	],
	"scipy.spatial.transform.rotation:Rotation": [
		[
			"array",
			"bool"
		]
	]
};
var observed$4 = {
	library: library$3,
	versions: versions$3,
	made: made$3,
	names: names$5,
	calls: calls$5,
	states: states$4
};

/** Sparse matrices, splines, results of optimisation. Never `scipy.stats` distributions: setting their state runs code that the state spells. */
const scipy = defineAllowList(observed$4);

var library$2 = "scikit-learn";
var versions$2 = [
	"1.0.2",
	"1.2.2",
	"1.3.2",
	"1.4.2",
	"1.6.1",
	"1.9.1"
];
var made$2 = "observed";
var names$4 = {
	_loss: "CyAbsoluteError[R]@4-4 CyExponentialLoss[R]@4-4 CyHalfBinomialLoss[R]@4-4 CyHalfGammaLoss[R]@4-4 CyHalfMultinomialLoss[V]@4-4 CyHalfPoissonLoss[R]@4-4 CyHalfSquaredError[R]@4-4 CyHalfTweedieLoss[R]@4-4 CyHalfTweedieLossIdentity[R]@4-4 CyHuberLoss[R]@4-4 CyPinballLoss[R]@4-4 __pyx_unpickle_CyHalfMultinomialLoss[R]@4-4",
	"sklearn._loss._loss": "CyAbsoluteError[R]@1-5 CyExponentialLoss[R]@3-5 CyHalfBinomialLoss[R]@1-5 CyHalfGammaLoss[R]@1-5 CyHalfMultinomialLoss[V]@1-5 CyHalfPoissonLoss[R]@1-5 CyHalfSquaredError[R]@1-5 CyHalfTweedieLoss[R]@1-5 CyHalfTweedieLossIdentity[R]@1-5 CyHuberLoss[R]@3-5 CyPinballLoss[R]@1-5 __pyx_unpickle_CyAbsoluteError[R]@1-3 __pyx_unpickle_CyExponentialLoss[R]@3-3 __pyx_unpickle_CyHalfBinomialLoss[R]@1-3 __pyx_unpickle_CyHalfGammaLoss[R]@1-3 __pyx_unpickle_CyHalfMultinomialLoss[R]@1-5 __pyx_unpickle_CyHalfPoissonLoss[R]@1-3 __pyx_unpickle_CyHalfSquaredError[R]@1-3 __pyx_unpickle_CyHalfTweedieLoss[R]@1-3 __pyx_unpickle_CyHalfTweedieLossIdentity[R]@1-3 __pyx_unpickle_CyHuberLoss[R]@3-3 __pyx_unpickle_CyPinballLoss[R]@1-3",
	"sklearn._loss.glm_distribution": "DistributionBoundary@0-0 GammaDistribution@0-0 PoissonDistribution@0-0 TweedieDistribution@0-0",
	"sklearn._loss.link": "HalfLogitLink@3-5 IdentityLink@1-5 Interval@1-5 LogLink@1-5 LogitLink@1-5 MultinomialLogit@1-5",
	"sklearn._loss.loss": "AbsoluteError@1-5 ExponentialLoss@3-5 HalfBinomialLoss@1-5 HalfGammaLoss@1-5 HalfMultinomialLoss@1-5 HalfPoissonLoss@1-5 HalfSquaredError@1-5 HalfTweedieLoss@1-5 HalfTweedieLossIdentity@1-5 HuberLoss@3-5 PinballLoss@1-5",
	"sklearn.calibration": "CalibratedClassifierCV _CalibratedClassifier _SigmoidCalibration _TemperatureScaling@5-5",
	"sklearn.cluster._affinity_propagation": "AffinityPropagation",
	"sklearn.cluster._agglomerative": "AgglomerativeClustering FeatureAgglomeration",
	"sklearn.cluster._bicluster": "SpectralBiclustering SpectralCoclustering",
	"sklearn.cluster._birch": "Birch _CFNode _CFSubcluster",
	"sklearn.cluster._bisect_k_means": "BisectingKMeans@1-5 _BisectingTree@1-5",
	"sklearn.cluster._dbscan": "DBSCAN",
	"sklearn.cluster._hdbscan.hdbscan": "HDBSCAN@2-5",
	"sklearn.cluster._kmeans": "KMeans MiniBatchKMeans _kmeans_single_lloyd[V]@1-5",
	"sklearn.cluster._mean_shift": "MeanShift",
	"sklearn.cluster._optics": "OPTICS",
	"sklearn.cluster._spectral": "SpectralClustering",
	"sklearn.compose._column_transformer": "ColumnTransformer _RemainderColsList@4-4 make_column_selector",
	"sklearn.compose._target": "TransformedTargetRegressor",
	"sklearn.covariance._elliptic_envelope": "EllipticEnvelope",
	"sklearn.covariance._empirical_covariance": "EmpiricalCovariance",
	"sklearn.covariance._graph_lasso": "GraphicalLasso GraphicalLassoCV _DictWithDeprecatedKeys[NBD]@0-0",
	"sklearn.covariance._robust_covariance": "MinCovDet",
	"sklearn.covariance._shrunk_covariance": "LedoitWolf OAS ShrunkCovariance",
	"sklearn.cross_decomposition._pls": "CCA PLSCanonical PLSRegression PLSSVD",
	"sklearn.decomposition._dict_learning": "DictionaryLearning MiniBatchDictionaryLearning SparseCoder",
	"sklearn.decomposition._factor_analysis": "FactorAnalysis",
	"sklearn.decomposition._fastica": "FastICA",
	"sklearn.decomposition._incremental_pca": "IncrementalPCA",
	"sklearn.decomposition._kernel_pca": "KernelPCA",
	"sklearn.decomposition._lda": "LatentDirichletAllocation",
	"sklearn.decomposition._nmf": "MiniBatchNMF@1-5 NMF",
	"sklearn.decomposition._pca": "PCA",
	"sklearn.decomposition._sparse_pca": "MiniBatchSparsePCA SparsePCA",
	"sklearn.decomposition._truncated_svd": "TruncatedSVD",
	"sklearn.discriminant_analysis": "LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis",
	"sklearn.dummy": "DummyClassifier DummyRegressor",
	"sklearn.ensemble._bagging": "BaggingClassifier BaggingRegressor",
	"sklearn.ensemble._forest": "ExtraTreesClassifier ExtraTreesRegressor RandomForestClassifier RandomForestRegressor RandomTreesEmbedding",
	"sklearn.ensemble._gb": "GradientBoostingClassifier GradientBoostingRegressor",
	"sklearn.ensemble._gb_losses": "BinomialDeviance@0-2 ExponentialLoss@0-2 HuberLossFunction@0-2 LeastAbsoluteError@0-2 LeastSquaresError@0-2 MultinomialDeviance@0-2 QuantileLossFunction@0-2",
	"sklearn.ensemble._hist_gradient_boosting.binning": "_BinMapper",
	"sklearn.ensemble._hist_gradient_boosting.gradient_boosting": "HistGradientBoostingClassifier HistGradientBoostingRegressor",
	"sklearn.ensemble._hist_gradient_boosting.loss": "BinaryCrossEntropy@0-0 CategoricalCrossEntropy@0-0 LeastSquares@0-0",
	"sklearn.ensemble._hist_gradient_boosting.predictor": "TreePredictor",
	"sklearn.ensemble._iforest": "IsolationForest",
	"sklearn.ensemble._stacking": "StackingClassifier StackingRegressor",
	"sklearn.ensemble._voting": "VotingClassifier VotingRegressor",
	"sklearn.ensemble._weight_boosting": "AdaBoostClassifier AdaBoostRegressor",
	"sklearn.feature_extraction._dict_vectorizer": "DictVectorizer",
	"sklearn.feature_extraction._hash": "FeatureHasher",
	"sklearn.feature_extraction.image": "PatchExtractor",
	"sklearn.feature_extraction.text": "CountVectorizer HashingVectorizer TfidfTransformer TfidfVectorizer",
	"sklearn.feature_selection._from_model": "SelectFromModel",
	"sklearn.feature_selection._mutual_info": "mutual_info_classif[V] mutual_info_regression[V]",
	"sklearn.feature_selection._rfe": "RFE RFECV",
	"sklearn.feature_selection._sequential": "SequentialFeatureSelector",
	"sklearn.feature_selection._univariate_selection": "GenericUnivariateSelect SelectFdr SelectFpr SelectFwe SelectKBest SelectPercentile chi2[V] f_classif[V] f_oneway[V] f_regression[V] r_regression[V]",
	"sklearn.feature_selection._variance_threshold": "VarianceThreshold",
	"sklearn.frozen._frozen": "FrozenEstimator@4-5",
	"sklearn.gaussian_process._gpc": "GaussianProcessClassifier _BinaryGaussianProcessClassifierLaplace",
	"sklearn.gaussian_process._gpr": "GaussianProcessRegressor",
	"sklearn.gaussian_process.kernels": "CompoundKernel ConstantKernel DotProduct ExpSineSquared Exponentiation Matern PairwiseKernel Product RBF RationalQuadratic Sum WhiteKernel",
	"sklearn.impute._base": "MissingIndicator SimpleImputer",
	"sklearn.impute._iterative": "IterativeImputer _ImputerTriplet",
	"sklearn.impute._knn": "KNNImputer",
	"sklearn.isotonic": "IsotonicRegression",
	"sklearn.kernel_approximation": "AdditiveChi2Sampler Nystroem PolynomialCountSketch RBFSampler SkewedChi2Sampler",
	"sklearn.kernel_ridge": "KernelRidge",
	"sklearn.linear_model._base": "LinearRegression",
	"sklearn.linear_model._bayes": "ARDRegression BayesianRidge",
	"sklearn.linear_model._coordinate_descent": "ElasticNet ElasticNetCV Lasso LassoCV MultiTaskElasticNet MultiTaskElasticNetCV MultiTaskLasso MultiTaskLassoCV",
	"sklearn.linear_model._glm.glm": "GammaRegressor PoissonRegressor TweedieRegressor",
	"sklearn.linear_model._glm.link": "IdentityLink@0-0 LogLink@0-0",
	"sklearn.linear_model._huber": "HuberRegressor",
	"sklearn.linear_model._least_angle": "Lars LarsCV LassoLars LassoLarsCV LassoLarsIC",
	"sklearn.linear_model._logistic": "LogisticRegression LogisticRegressionCV",
	"sklearn.linear_model._omp": "OrthogonalMatchingPursuit OrthogonalMatchingPursuitCV",
	"sklearn.linear_model._passive_aggressive": "PassiveAggressiveClassifier PassiveAggressiveRegressor",
	"sklearn.linear_model._perceptron": "Perceptron",
	"sklearn.linear_model._quantile": "QuantileRegressor",
	"sklearn.linear_model._ransac": "RANSACRegressor",
	"sklearn.linear_model._ridge": "Ridge RidgeCV RidgeClassifier RidgeClassifierCV",
	"sklearn.linear_model._sgd_fast": "EpsilonInsensitive[R] Hinge[R] Huber[R]@0-3 Log[R]@0-3 ModifiedHuber[R] SquaredEpsilonInsensitive[R] SquaredHinge[R] SquaredLoss[R]@0-3",
	"sklearn.linear_model._stochastic_gradient": "SGDClassifier SGDOneClassSVM SGDRegressor",
	"sklearn.linear_model._theil_sen": "TheilSenRegressor",
	"sklearn.manifold._classical_mds": "ClassicalMDS@5-5",
	"sklearn.manifold._isomap": "Isomap",
	"sklearn.manifold._locally_linear": "LocallyLinearEmbedding",
	"sklearn.manifold._mds": "MDS",
	"sklearn.manifold._spectral_embedding": "SpectralEmbedding",
	"sklearn.manifold._t_sne": "TSNE",
	"sklearn.metrics._classification": "accuracy_score[V] balanced_accuracy_score[V] brier_score_loss[V] class_likelihood_ratios[V]@1-5 classification_report[V] cohen_kappa_score[V] confusion_matrix[V] d2_brier_score[V]@5-5 d2_log_loss_score[V]@4-5 f1_score[V] fbeta_score[V] hamming_loss[V] hinge_loss[V] jaccard_score[V] log_loss[V] matthews_corrcoef[V] multilabel_confusion_matrix[V] precision_recall_fscore_support[V] precision_score[V] recall_score[V] zero_one_loss[V]",
	"sklearn.metrics._dist_metrics": "BrayCurtisDistance[B]@0-1 BrayCurtisDistance32[B]@2-5 BrayCurtisDistance64[B]@2-5 CanberraDistance[B]@0-1 CanberraDistance32[B]@2-5 CanberraDistance64[B]@2-5 ChebyshevDistance[B]@0-1 ChebyshevDistance32[B]@2-5 ChebyshevDistance64[B]@2-5 DiceDistance[B]@0-1 DiceDistance32[B]@2-5 DiceDistance64[B]@2-5 EuclideanDistance[B]@0-1 EuclideanDistance32[B]@2-5 EuclideanDistance64[B]@2-5 HammingDistance[B]@0-1 HammingDistance32[B]@2-5 HammingDistance64[B]@2-5 HaversineDistance[B]@0-1 HaversineDistance32[B]@2-5 HaversineDistance64[B]@2-5 JaccardDistance[B]@0-1 JaccardDistance32[B]@2-5 JaccardDistance64[B]@2-5 MahalanobisDistance[B]@0-1 MahalanobisDistance32[B]@2-5 MahalanobisDistance64[B]@2-5 ManhattanDistance[B]@0-1 ManhattanDistance32[B]@2-5 ManhattanDistance64[B]@2-5 MinkowskiDistance[B]@0-1 MinkowskiDistance32[B]@2-5 MinkowskiDistance64[B]@2-5 RogersTanimotoDistance[B]@0-1 RogersTanimotoDistance32[B]@2-5 RogersTanimotoDistance64[B]@2-5 RussellRaoDistance[B]@0-1 RussellRaoDistance32[B]@2-5 RussellRaoDistance64[B]@2-5 SEuclideanDistance[B]@0-1 SEuclideanDistance32[B]@2-5 SEuclideanDistance64[B]@2-5 SokalSneathDistance[B]@0-1 SokalSneathDistance32[B]@2-5 SokalSneathDistance64[B]@2-5 newObj[R]",
	"sklearn.metrics._plot.confusion_matrix": "plot_confusion_matrix[V]@0-0",
	"sklearn.metrics._plot.det_curve": "plot_det_curve[V]@0-0",
	"sklearn.metrics._plot.precision_recall_curve": "plot_precision_recall_curve[V]@0-0",
	"sklearn.metrics._plot.roc_curve": "plot_roc_curve[V]@0-0",
	"sklearn.metrics._ranking": "auc[V] average_precision_score[V] confusion_matrix_at_thresholds[V]@5-5 coverage_error[V] dcg_score[V] det_curve[V] label_ranking_average_precision_score[V] label_ranking_loss[V] metric_at_thresholds[V]@5-5 ndcg_score[V] precision_recall_curve[V] roc_auc_score[V] roc_curve[V] top_k_accuracy_score[V]",
	"sklearn.metrics._regression": "d2_absolute_error_score[V]@1-5 d2_pinball_score[V]@1-5 d2_tweedie_score[V] explained_variance_score[V] max_error[V] mean_absolute_error[V] mean_absolute_percentage_error[V] mean_gamma_deviance[V] mean_pinball_loss[V] mean_poisson_deviance[V] mean_squared_error[V] mean_squared_log_error[V] mean_tweedie_deviance[V] median_absolute_error[V] r2_score[V] root_mean_squared_error[V]@3-5 root_mean_squared_log_error[V]@3-5",
	"sklearn.metrics._scorer": "_CurveScorer@4-5 _PassthroughScorer@2-5 _PredictScorer@0-2 _ProbaScorer@0-2 _Scorer@3-5 _ThresholdScorer@0-2 _passthrough_scorer[V]@0-1 check_scoring[V] get_scorer[V] get_scorer_names[V]@1-5 make_scorer[V] negative_likelihood_ratio[V]@1-5 positive_likelihood_ratio[V]@1-5",
	"sklearn.metrics.cluster._bicluster": "consensus_score[V]",
	"sklearn.metrics.cluster._supervised": "adjusted_mutual_info_score[V] adjusted_rand_score[V] completeness_score[V] fowlkes_mallows_score[V] homogeneity_completeness_v_measure[V] homogeneity_score[V] mutual_info_score[V] normalized_mutual_info_score[V] pair_confusion_matrix[V] rand_score[V] v_measure_score[V]",
	"sklearn.metrics.cluster._unsupervised": "calinski_harabasz_score[V] davies_bouldin_score[V] silhouette_samples[V] silhouette_score[V]",
	"sklearn.metrics.pairwise": "additive_chi2_kernel[V] chi2_kernel[V] cosine_distances[V] cosine_similarity[V] euclidean_distances[V] haversine_distances[V] laplacian_kernel[V] linear_kernel[V] manhattan_distances[V] nan_euclidean_distances[V] pairwise_distances[V] pairwise_distances_argmin[V] pairwise_distances_argmin_min[V] pairwise_distances_chunked[V] pairwise_kernels[V] polynomial_kernel[V] rbf_kernel[V] sigmoid_kernel[V]",
	"sklearn.mixture._bayesian_mixture": "BayesianGaussianMixture",
	"sklearn.mixture._gaussian_mixture": "GaussianMixture",
	"sklearn.model_selection._classification_threshold": "FixedThresholdClassifier@4-5 TunedThresholdClassifierCV@4-5",
	"sklearn.model_selection._search": "GridSearchCV RandomizedSearchCV",
	"sklearn.model_selection._search_successive_halving": "HalvingGridSearchCV HalvingRandomSearchCV",
	"sklearn.model_selection._split": "BaseShuffleSplit@4-5 GroupKFold GroupShuffleSplit KFold LeaveOneGroupOut LeaveOneOut LeavePGroupsOut LeavePOut PredefinedSplit RepeatedKFold RepeatedStratifiedKFold ShuffleSplit StratifiedGroupKFold StratifiedKFold StratifiedShuffleSplit TimeSeriesSplit",
	"sklearn.multiclass": "OneVsOneClassifier OneVsRestClassifier OutputCodeClassifier _ConstantPredictor@0-4",
	"sklearn.multioutput": "ClassifierChain MultiOutputClassifier MultiOutputRegressor RegressorChain",
	"sklearn.naive_bayes": "BernoulliNB CategoricalNB ComplementNB GaussianNB MultinomialNB",
	"sklearn.neighbors._ball_tree": "BallTree[B] newObj[R]",
	"sklearn.neighbors._classification": "KNeighborsClassifier RadiusNeighborsClassifier",
	"sklearn.neighbors._graph": "KNeighborsTransformer RadiusNeighborsTransformer",
	"sklearn.neighbors._kd_tree": "KDTree[B] newObj[R]",
	"sklearn.neighbors._kde": "KernelDensity",
	"sklearn.neighbors._lof": "LocalOutlierFactor",
	"sklearn.neighbors._nca": "NeighborhoodComponentsAnalysis",
	"sklearn.neighbors._nearest_centroid": "NearestCentroid",
	"sklearn.neighbors._regression": "KNeighborsRegressor RadiusNeighborsRegressor",
	"sklearn.neighbors._unsupervised": "NearestNeighbors",
	"sklearn.neural_network._multilayer_perceptron": "MLPClassifier MLPRegressor",
	"sklearn.neural_network._rbm": "BernoulliRBM",
	"sklearn.neural_network._stochastic_optimizers": "AdamOptimizer",
	"sklearn.pipeline": "FeatureUnion Pipeline",
	"sklearn.preprocessing._data": "Binarizer KernelCenterer MaxAbsScaler MinMaxScaler Normalizer PowerTransformer QuantileTransformer RobustScaler StandardScaler",
	"sklearn.preprocessing._discretization": "KBinsDiscretizer",
	"sklearn.preprocessing._encoders": "OneHotEncoder OrdinalEncoder",
	"sklearn.preprocessing._function_transformer": "FunctionTransformer",
	"sklearn.preprocessing._label": "LabelBinarizer LabelEncoder MultiLabelBinarizer",
	"sklearn.preprocessing._polynomial": "PolynomialFeatures SplineTransformer",
	"sklearn.preprocessing._target_encoder": "TargetEncoder@2-5",
	"sklearn.random_projection": "GaussianRandomProjection SparseRandomProjection",
	"sklearn.semi_supervised._label_propagation": "LabelPropagation LabelSpreading",
	"sklearn.semi_supervised._self_training": "SelfTrainingClassifier",
	"sklearn.svm._classes": "LinearSVC LinearSVR NuSVC NuSVR OneClassSVM SVC SVR",
	"sklearn.tree._classes": "DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor",
	"sklearn.tree._tree": "Tree[RB]",
	"sklearn.utils": "Bunch[ND]@0-0",
	"sklearn.utils._bunch": "Bunch[NBD]@1-5",
	"sklearn.utils._metadata_requests": "MetadataRequest@4-5 MethodMetadataRequest@4-5"
};
var calls$4 = {
	"_loss:CyAbsoluteError": {
		args: [
			[
			]
		]
	},
	"_loss:CyExponentialLoss": {
		args: [
			[
			]
		]
	},
	"_loss:CyHalfBinomialLoss": {
		args: [
			[
			]
		]
	},
	"_loss:CyHalfGammaLoss": {
		args: [
			[
			]
		]
	},
	"_loss:CyHalfPoissonLoss": {
		args: [
			[
			]
		]
	},
	"_loss:CyHalfSquaredError": {
		args: [
			[
			]
		]
	},
	"_loss:CyHalfTweedieLoss": {
		args: [
			[
				"float"
			]
		]
	},
	"_loss:CyHalfTweedieLossIdentity": {
		args: [
			[
				"float"
			]
		]
	},
	"_loss:CyHuberLoss": {
		args: [
			[
				"float"
			]
		]
	},
	"_loss:CyPinballLoss": {
		args: [
			[
				"float"
			]
		]
	},
	"_loss:__pyx_unpickle_CyHalfMultinomialLoss": {
		args: [
			[
				"&_loss:CyHalfMultinomialLoss",
				"int",
				"ints"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:CyAbsoluteError": {
		args: [
			[
			]
		]
	},
	"sklearn._loss._loss:CyExponentialLoss": {
		args: [
			[
			]
		]
	},
	"sklearn._loss._loss:CyHalfBinomialLoss": {
		args: [
			[
			]
		]
	},
	"sklearn._loss._loss:CyHalfGammaLoss": {
		args: [
			[
			]
		]
	},
	"sklearn._loss._loss:CyHalfPoissonLoss": {
		args: [
			[
			]
		]
	},
	"sklearn._loss._loss:CyHalfSquaredError": {
		args: [
			[
			]
		]
	},
	"sklearn._loss._loss:CyHalfTweedieLoss": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn._loss._loss:CyHalfTweedieLossIdentity": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn._loss._loss:CyHuberLoss": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn._loss._loss:CyPinballLoss": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn._loss._loss:__pyx_unpickle_CyAbsoluteError": {
		args: [
			[
				"&sklearn._loss._loss:CyAbsoluteError",
				"int",
				"ints"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyExponentialLoss": {
		args: [
			[
				"&sklearn._loss._loss:CyExponentialLoss",
				"int",
				"ints"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyHalfBinomialLoss": {
		args: [
			[
				"&sklearn._loss._loss:CyHalfBinomialLoss",
				"int",
				"ints"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyHalfGammaLoss": {
		args: [
			[
				"&sklearn._loss._loss:CyHalfGammaLoss",
				"int",
				"ints"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyHalfMultinomialLoss": {
		args: [
			[
				"&sklearn._loss._loss:CyHalfMultinomialLoss",
				"int",
				"ints"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyHalfPoissonLoss": {
		args: [
			[
				"&sklearn._loss._loss:CyHalfPoissonLoss",
				"int",
				"ints"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyHalfSquaredError": {
		args: [
			[
				"&sklearn._loss._loss:CyHalfSquaredError",
				"int",
				"ints"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyHalfTweedieLoss": {
		args: [
			[
				"&sklearn._loss._loss:CyHalfTweedieLoss",
				"int",
				"tuple"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyHalfTweedieLossIdentity": {
		args: [
			[
				"&sklearn._loss._loss:CyHalfTweedieLossIdentity",
				"int",
				"tuple"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyHuberLoss": {
		args: [
			[
				"&sklearn._loss._loss:CyHuberLoss",
				"int",
				"tuple"
			]
		],
		makes: 0
	},
	"sklearn._loss._loss:__pyx_unpickle_CyPinballLoss": {
		args: [
			[
				"&sklearn._loss._loss:CyPinballLoss",
				"int",
				"tuple"
			]
		],
		makes: 0
	},
	"sklearn._loss.glm_distribution:DistributionBoundary": {
		args: [
			[
				"float",
				"bool"
			],
			[
				"int",
				"bool"
			]
		]
	},
	"sklearn.impute._iterative:_ImputerTriplet": {
		args: [
			[
				"number",
				"array",
				"@sklearn.linear_model._bayes:BayesianRidge"
			]
		]
	},
	"sklearn.linear_model._sgd_fast:EpsilonInsensitive": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn.linear_model._sgd_fast:Hinge": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn.linear_model._sgd_fast:Huber": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn.linear_model._sgd_fast:Log": {
		args: [
			[
			]
		]
	},
	"sklearn.linear_model._sgd_fast:ModifiedHuber": {
		args: [
			[
			]
		]
	},
	"sklearn.linear_model._sgd_fast:SquaredEpsilonInsensitive": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn.linear_model._sgd_fast:SquaredHinge": {
		args: [
			[
				"float"
			]
		]
	},
	"sklearn.linear_model._sgd_fast:SquaredLoss": {
		args: [
			[
			]
		]
	},
	"sklearn.metrics._dist_metrics:newObj": {
		args: [
			[
				"class"
			]
		],
		makes: 0
	},
	"sklearn.neighbors._ball_tree:newObj": {
		args: [
			[
				"&sklearn.neighbors._ball_tree:BallTree"
			]
		],
		makes: 0
	},
	"sklearn.neighbors._kd_tree:newObj": {
		args: [
			[
				"&sklearn.neighbors._kd_tree:KDTree"
			]
		],
		makes: 0
	},
	"sklearn.tree._tree:Tree": {
		args: [
			[
				"int",
				"array",
				"int"
			]
		]
	}
};
var states$3 = {
	"sklearn.metrics._dist_metrics:BrayCurtisDistance": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:BrayCurtisDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:BrayCurtisDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:CanberraDistance": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:CanberraDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:CanberraDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:ChebyshevDistance": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:ChebyshevDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:ChebyshevDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:DiceDistance": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:DiceDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:DiceDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:EuclideanDistance": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:EuclideanDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:EuclideanDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:HammingDistance": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:HammingDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:HammingDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:HaversineDistance": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:HaversineDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:HaversineDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:JaccardDistance": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:JaccardDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:JaccardDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:MahalanobisDistance": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:MahalanobisDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:MahalanobisDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:ManhattanDistance": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:ManhattanDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:ManhattanDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:MinkowskiDistance": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:MinkowskiDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:MinkowskiDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:RogersTanimotoDistance": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:RogersTanimotoDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:RogersTanimotoDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:RussellRaoDistance": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:RussellRaoDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:RussellRaoDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:SEuclideanDistance": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:SEuclideanDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:SEuclideanDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:SokalSneathDistance": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:SokalSneathDistance32": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.metrics._dist_metrics:SokalSneathDistance64": [
		[
			"float",
			"array",
			"array"
		]
	],
	"sklearn.neighbors._ball_tree:BallTree": [
		[
			"array",
			"array",
			"array",
			"array",
			"int",
			"int",
			"int",
			"int",
			"int",
			"int",
			"int",
			"@sklearn.metrics._dist_metrics:EuclideanDistance|@sklearn.metrics._dist_metrics:EuclideanDistance64",
			"array"
		],
		[
			"array",
			"array",
			"array",
			"array",
			"int",
			"int",
			"int",
			"int",
			"int",
			"int",
			"int",
			"instance",
			"none"
		]
	],
	"sklearn.neighbors._kd_tree:KDTree": [
		[
			"array",
			"array",
			"array",
			"array",
			"int",
			"int",
			"int",
			"int",
			"int",
			"int",
			"int",
			"@sklearn.metrics._dist_metrics:EuclideanDistance|@sklearn.metrics._dist_metrics:EuclideanDistance64",
			"array"
		],
		[
			"array",
			"array",
			"array",
			"array",
			"int",
			"int",
			"int",
			"int",
			"int",
			"int",
			"int",
			"instance",
			"none"
		]
	]
};
var observed$3 = {
	library: library$2,
	versions: versions$2,
	made: made$2,
	names: names$4,
	calls: calls$4,
	states: states$3
};

/** Every estimator of scikit-learn. */
const sklearn = defineAllowList(observed$3);

var library$1 = "statsmodels";
var versions$1 = [
	"0.13.2",
	"0.13.5",
	"0.14.0",
	"0.14.1",
	"0.14.4",
	"0.15.0"
];
var made$1 = "observed";
var names$3 = {
	"statsmodels.base.data": "ModelData PandasData",
	"statsmodels.base.elastic_net": "RegularizedResults RegularizedResultsWrapper",
	"statsmodels.discrete.discrete_model": "BinaryResultsWrapper GeneralizedPoisson GeneralizedPoissonResults GeneralizedPoissonResultsWrapper Logit LogitResults MNLogit MultinomialResults MultinomialResultsWrapper NegativeBinomial NegativeBinomialResults NegativeBinomialResultsWrapper Poisson PoissonResults PoissonResultsWrapper Probit ProbitResults",
	"statsmodels.duration.hazard_regression": "PHReg PHRegResults PHSurvivalTime",
	"statsmodels.genmod.cov_struct": "Independence",
	"statsmodels.genmod.families.family": "Binomial Gamma Gaussian InverseGaussian NegativeBinomial Poisson Tweedie",
	"statsmodels.genmod.families.links": "CLogLog Identity@2-5 InversePower@2-5 InverseSquared@2-5 Log LogLog Logit identity@0-1 inverse_power@0-1 inverse_squared@0-1",
	"statsmodels.genmod.families.varfuncs": "Binomial NegativeBinomial Power VarianceFunction",
	"statsmodels.genmod.generalized_estimating_equations": "GEE GEEResults GEEResultsWrapper",
	"statsmodels.genmod.generalized_linear_model": "GLM GLMResults GLMResultsWrapper",
	"statsmodels.multivariate.pca": "PCA",
	"statsmodels.regression.linear_model": "GLS GLSAR OLS OLSResults RegressionResults RegressionResultsWrapper WLS",
	"statsmodels.regression.mixed_linear_model": "MixedLM MixedLMParams MixedLMResults MixedLMResultsWrapper VCSpec",
	"statsmodels.regression.quantile_regression": "QuantReg QuantRegResults",
	"statsmodels.robust.norms": "HuberT",
	"statsmodels.robust.robust_linear_model": "RLM RLMResults RLMResultsWrapper",
	"statsmodels.tsa.ar_model": "AutoReg AutoRegResults AutoRegResultsWrapper",
	"statsmodels.tsa.deterministic": "DeterministicProcess TimeTrend",
	"statsmodels.tsa.holtwinters.model": "ExponentialSmoothing Holt@0-4 SimpleExpSmoothing@0-4",
	"statsmodels.tsa.holtwinters.results": "HoltWintersResults HoltWintersResultsWrapper"
};
var calls$3 = {
};
var states$2 = {
};
var observed$2 = {
	library: library$1,
	versions: versions$1,
	made: made$1,
	names: names$3,
	calls: calls$3,
	states: states$2
};

/** Models and results of statsmodels, but those of formulas, which it evaluates as Python, and of state space. */
const statsmodels = defineAllowList(observed$2);

/** Bytes per item of torch's storage classes (torch/storage.py, torch/__init__.py). */
const STORAGE_ITEM_BYTES                                   = {
  'torch:DoubleStorage': 8,
  'torch:FloatStorage': 4,
  'torch:HalfStorage': 2,
  'torch:BFloat16Storage': 2,
  'torch:LongStorage': 8,
  'torch:IntStorage': 4,
  'torch:ShortStorage': 2,
  'torch:CharStorage': 1,
  'torch:ByteStorage': 1,
  'torch:BoolStorage': 1,
  'torch:ComplexDoubleStorage': 16,
  'torch:ComplexFloatStorage': 8,
  'torch:QUInt8Storage': 1,
  'torch:QInt8Storage': 1,
  'torch:QInt32Storage': 4,
  'torch:QUInt4x2Storage': 1,
  'torch:QUInt2x4Storage': 1,
  'torch.storage:UntypedStorage': 1,
};

/** Bytes per item of torch's types (torch/csrc/utils/tensor_dtypes.cpp). */
const TYPE_ITEM_BYTES                                   = {
  'torch:float64': 8,
  'torch:float32': 4,
  'torch:float16': 2,
  'torch:bfloat16': 2,
  'torch:float8_e4m3fn': 1,
  'torch:float8_e4m3fnuz': 1,
  'torch:float8_e5m2': 1,
  'torch:float8_e5m2fnuz': 1,
  'torch:float8_e8m0fnu': 1,
  'torch:float4_e2m1fn_x2': 1,
  'torch:complex32': 4,
  'torch:complex64': 8,
  'torch:complex128': 16,
  'torch:int64': 8,
  'torch:int32': 4,
  'torch:int16': 2,
  'torch:int8': 1,
  'torch:uint64': 8,
  'torch:uint32': 4,
  'torch:uint16': 2,
  'torch:uint8': 1,
  'torch:bool': 1,
  'torch:qint8': 1,
  'torch:quint8': 1,
  'torch:qint32': 4,
  'torch:quint4x2': 1,
  'torch:quint2x4': 1,
};

const TENSOR$1 = '@torch:Tensor|@torch.nn.parameter:Parameter';
const STORAGE$2 = '@torch:storage';
const HOOKS = '@collections:OrderedDict';
const TYPE = Object.keys(TYPE_ITEM_BYTES)
  .map(key => `&${key}`)
  .join('|');
const PLACE                   = [STORAGE$2, 'int', 'ints', 'ints'];
const SCHEMES =
  'per_tensor_affine per_tensor_symmetric per_channel_affine per_channel_symmetric per_channel_affine_float_qparams';

/** Names of the module `torch` among the keys, only ever referred to. */
const values = (keys                                  ) =>
  Object.keys(keys).flatMap(key => (key.startsWith('torch:') ? `${key.slice(6)}[V]` : []));

/**
 * Tensors, as PyTorch's own `weights_only` loader has them (torch/_weights_only_unpickler.py), and the layers of torch.nn. Never
 * `torch.storage._load_from_bytes`, which unpickles what it is given, `torch.jit` or `torch._tensor._rebuild_from_type_v2`.
 */
const torch$1 = defineAllowList({
  library: 'torch',
  versions: versionsOf('torch'),
  made: 'by hand',
  names: {
    torch: [
      'Tensor[V] Size[R] device[R]',
      ...values(STORAGE_ITEM_BYTES),
      ...values(TYPE_ITEM_BYTES),
      ...SCHEMES.split(' ').map(name => `${name}[V]`),
    ].join(' '),
    'torch.storage': 'UntypedStorage[V]',
    'torch.serialization': '_get_layout[R]',
    'torch._utils':
      '_rebuild_tensor[R] _rebuild_tensor_v2[R] _rebuild_tensor_v3[R] _rebuild_parameter[R] _rebuild_parameter_with_state[R] _rebuild_qtensor[R] _rebuild_sparse_tensor[R] _rebuild_meta_tensor_no_storage[R]',
    'torch.nn.parameter': 'Parameter[V]',
    'torch._C._nn': 'gelu[V]',
    'torch.nn.functional': 'relu[V] gelu[V] silu[V]',
    'torch.nn.modules.activation':
      'CELU ELU GELU GLU Hardshrink Hardsigmoid Hardswish Hardtanh LeakyReLU LogSigmoid LogSoftmax Mish MultiheadAttention PReLU RReLU ReLU ReLU6 SELU SiLU Sigmoid Softmax Softmax2d Softmin Softplus Softshrink Softsign Tanh Tanhshrink Threshold',
    'torch.nn.modules.adaptive': 'AdaptiveLogSoftmaxWithLoss',
    'torch.nn.modules.batchnorm': 'BatchNorm1d BatchNorm2d BatchNorm3d SyncBatchNorm',
    'torch.nn.modules.channelshuffle': 'ChannelShuffle',
    'torch.nn.modules.container': 'Container ModuleDict ModuleList ParameterDict ParameterList Sequential',
    'torch.nn.modules.conv': 'Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d',
    'torch.nn.modules.distance': 'CosineSimilarity PairwiseDistance',
    'torch.nn.modules.dropout': 'AlphaDropout Dropout Dropout1d Dropout2d Dropout3d FeatureAlphaDropout',
    'torch.nn.modules.flatten': 'Flatten Unflatten',
    'torch.nn.modules.fold': 'Fold Unfold',
    'torch.nn.modules.instancenorm': 'InstanceNorm1d InstanceNorm2d InstanceNorm3d',
    'torch.nn.modules.linear': 'Bilinear Identity Linear NonDynamicallyQuantizableLinear',
    'torch.nn.modules.loss':
      'BCELoss BCEWithLogitsLoss CTCLoss CosineEmbeddingLoss CrossEntropyLoss GaussianNLLLoss HingeEmbeddingLoss HuberLoss KLDivLoss L1Loss LinearCrossEntropyLoss MSELoss MarginRankingLoss MultiLabelMarginLoss MultiLabelSoftMarginLoss MultiMarginLoss NLLLoss NLLLoss2d PoissonNLLLoss SmoothL1Loss SoftMarginLoss TripletMarginLoss TripletMarginWithDistanceLoss',
    'torch.nn.modules.module': 'Module',
    'torch.nn.modules.normalization': 'CrossMapLRN2d GroupNorm LayerNorm LocalResponseNorm RMSNorm',
    'torch.nn.modules.padding':
      'CircularPad1d CircularPad2d CircularPad3d ConstantPad1d ConstantPad2d ConstantPad3d ReflectionPad1d ReflectionPad2d ReflectionPad3d ReplicationPad1d ReplicationPad2d ReplicationPad3d ZeroPad1d ZeroPad2d ZeroPad3d',
    'torch.nn.modules.pixelshuffle': 'PixelShuffle PixelUnshuffle',
    'torch.nn.modules.pooling':
      'AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d AvgPool1d AvgPool2d AvgPool3d FractionalMaxPool2d FractionalMaxPool3d LPPool1d LPPool2d LPPool3d MaxPool1d MaxPool2d MaxPool3d MaxUnpool1d MaxUnpool2d MaxUnpool3d',
    'torch.nn.modules.rnn': 'GRU GRUCell LSTM LSTMCell RNN RNNBase RNNCell RNNCellBase',
    'torch.nn.modules.sparse': 'Embedding EmbeddingBag',
    'torch.nn.modules.transformer':
      'Transformer TransformerDecoder TransformerDecoderLayer TransformerEncoder TransformerEncoderLayer',
    'torch.nn.modules.upsampling': 'Upsample UpsamplingBilinear2d UpsamplingNearest2d',
  },
  calls: {
    'torch:Size': { args: [['ints']] },
    'torch:device': { args: [['str'], ['str', 'int']] },
    'torch.serialization:_get_layout': { args: [['str']] },
    'torch._utils:_rebuild_tensor': { args: [PLACE], makes: 'torch:Tensor' },
    'torch._utils:_rebuild_tensor_v2': {
      args: [
        [...PLACE, 'bool', HOOKS],
        [...PLACE, 'bool', HOOKS, 'none|dict'],
      ],
      makes: 'torch:Tensor',
    },
    'torch._utils:_rebuild_tensor_v3': {
      args: [
        [...PLACE, 'bool', HOOKS, TYPE],
        [...PLACE, 'bool', HOOKS, TYPE, 'none|dict'],
      ],
      makes: 'torch:Tensor',
    },
    'torch._utils:_rebuild_qtensor': { args: [[...PLACE, 'tuple', 'bool', HOOKS]], makes: 'torch:Tensor' },
    'torch._utils:_rebuild_sparse_tensor': {
      args: [['@torch.serialization:_get_layout', 'tuple']],
      makes: 'torch:Tensor',
    },
    'torch._utils:_rebuild_meta_tensor_no_storage': {
      args: [[TYPE, 'ints|@torch:Size', 'ints', 'bool']],
      makes: 'torch:Tensor',
    },
    'torch._utils:_rebuild_parameter': { args: [[TENSOR$1, 'bool', HOOKS]], makes: 'torch.nn.parameter:Parameter' },
    'torch._utils:_rebuild_parameter_with_state': {
      args: [[TENSOR$1, 'bool', HOOKS, 'dict']],
      makes: 'torch.nn.parameter:Parameter',
    },
  },
});

var library = "xgboost";
var versions = [
	"1.5.2",
	"1.7.6",
	"2.0.3",
	"2.1.4",
	"3.0.5",
	"3.4.1"
];
var made = "observed";
var names$2 = {
	"xgboost.compat": "XGBoostLabelEncoder@0-0",
	"xgboost.core": "Booster",
	"xgboost.sklearn": "XGBClassifier XGBModel XGBRFClassifier XGBRFRegressor XGBRanker XGBRegressor"
};
var calls$2 = {
};
var states$1 = {
};
var observed$1 = {
	library: library,
	versions: versions,
	made: made,
	names: names$2,
	calls: calls$2,
	states: states$1
};

/** XGBoost's models; the trees themselves are bytes that the library reads. */
const xgboost = defineAllowList(observed$1);

var lists = /*#__PURE__*/Object.freeze({
  __proto__: null,
  catboost: catboost$1,
  joblib: joblib$1,
  lightgbm: lightgbm$1,
  numpy: numpy,
  pandas: pandas,
  python: python,
  scipy: scipy,
  sklearn: sklearn,
  statsmodels: statsmodels,
  torch: torch$1,
  xgboost: xgboost
});

/** The keys, `module:qualname`, of all names of a list. */
const keysIn = ({ names }           )           =>
  Object.entries(names).flatMap(([module, listed]) =>
    listed.split(' ').map(name => `${module}:${name.replace(/[[@].*/, '')}`),
  );

const DEFAULT_USES = 'NB';

/** The names that Python 2 had, which protocols below 3 still write (CPython's Lib/_compat_pickle.py). */
const PYTHON_2_MODULES = new Map([
  ['__builtin__', 'builtins'],
  ['copy_reg', 'copyreg'],
]);
const PYTHON_2_NAMES = new Map([
  ['xrange', 'range'],
  ['long', 'int'],
  ['unicode', 'str'],
]);

const names$1 = new Map                     ();
const calls$1 = new Map              ();
const states = new Map                          ();
for (const list of Object.values(lists)) index(list);
/** What stands in joblib's files for arrays, and is of no use elsewhere. */
const standIns = new Set(keysIn(joblib$1));

function index(list           )       {
  for (const [module, listed] of Object.entries(list.names)) {
    for (const item of listed.split(' ')) {
      const [name = '', uses = DEFAULT_USES] = item.replace(/@.*/, '').split(/[[\]]/);
      const key = `${module}:${name}`;
      names$1.set(key, { key, dotted: `${module}.${name}`, uses });
    }
  }
  for (const [key, call] of Object.entries(list.calls ?? {})) calls$1.set(key, call);
  for (const [key, state] of Object.entries(list.states ?? {})) states.set(key, state);
}

/** The entry of exactly this module and qualified name; undefined where nothing allows it. */
function findAllowed(
  module        ,
  name        ,
  stream                                                                                       ,
)                          {
  const [module3, name3] = stream.protocol < 3 ? python3(module, name) : [module, name];
  const found = names$1.get(`${module3.replace(/^numpy\.core(?=\.|$)/, 'numpy._core')}:${name3}`);
  return found && standIns.has(found.key) && stream.joblibArrays === 'refused' ? undefined : found
}

function python3(module        , name        )                   {
  const renamed = PYTHON_2_MODULES.get(module);
  if (renamed === undefined) return [module, name]
  return [renamed, module === '__builtin__' ? (PYTHON_2_NAMES.get(name) ?? name) : name]
}

/** The entry of a class that an allow list names by key, whether or not a file may import it. */
function allowedClass(key        )                          {
  return names$1.get(key)
}

const callOf = (name             )                   => calls$1.get(name.key);
const statesOf = (name             )                   => states.get(name.key) ?? ['dict'];

const ARRAYS = new Set(['numpy:ndarray', 'numpy:matrix', 'numpy:recarray', 'numpy.rec:recarray', 'numpy:memmap']);

const words$4                                                      = {
  any: () => true,
  number: value => value.kind === 'int' || value.kind === 'float' || isScalar(value),
  ints: value => value.kind === 'tuple' && value.items.every(item => item.kind === 'int' && item.value !== undefined),
  array: value => value.kind === 'instance' && ARRAYS.has(value.of.key),
  dtype: value => value.kind === 'instance' && value.dtype !== undefined,
  class: value => value.kind === 'global' && /[NB]/.test(value.name.uses),
};

const isScalar = (value       ) => value.kind === 'instance' && value.of.key === 'numpy:generic';

/** Whether a value has the shape; a value that was refused has every shape, for it has been reported already. */
function matches(shape       , value       )          {
  if (value.kind === 'opaque') return true
  return shape.includes('|') ? shape.split('|').some(each => matchesOne(each, value)) : matchesOne(shape, value)
}

/** Whether a list of values has one of the lists of shapes. */
const matchesAll = (shapes                  , values                  )          =>
  shapes.length === values.length && shapes.every((shape, i) => matches(shape, values[i] ?? { kind: 'none' }));

function matchesOne(shape        , value       )          {
  const rest = shape.slice(1);
  switch (shape[0]) {
    case '&':
      return value.kind === 'global' && value.name.key === rest
    case '@':
      return value.kind === 'instance' && value.of.key === rest
    case '=':
      return value.kind === 'str' && value.text === rest
    default:
      return words$4[shape]?.(value) ?? value.kind === shape
  }
}

/** A value as a message shows it. */
function describe(value       )         {
  if (value.kind === 'global') return value.name.dotted
  if (value.kind === 'instance') return `a ${value.of.dotted}`
  if (value.kind === 'tuple')
    return value.items.length > 8 ? 'tuple' : `(${value.items.map(item => item.kind).join(', ')})`
  return value.kind
}

/** What numpy's memory safety rests on: how long an item is, and whether its bytes are pointers to objects. */
                        
                                                                                       
                       
                        
                           
                                
                             
                                                         
                                                     
                                                                      
 

                        
                         
                       
 

/** Bytes of each fixed-size type; a number of the type string must agree. */
const SIZES                                              = {
  b: [1],
  i: [1, 2, 4, 8],
  u: [1, 2, 4, 8],
  f: [2, 4, 8, 12, 16],
  c: [8, 16, 24, 32],
  O: [4, 8],
  M: [8],
  m: [8],
};

const UTF32$1 = 4;

/** The type a string such as `<f8`, `b1`, `U3` or `O8` names; undefined for every other spelling. */
function parseDtype(text        )                    {
  const [, order = '', kind = '', digits = ''] = /^([<>|=]?)([biufcSUVOMm?])(\d{0,9})$/.exec(text) ?? [];
  const size = Number(digits);
  const littleEndian = order !== '>';
  const base = { littleEndian, hasObject: kind === 'O', fields: undefined };
  if (kind === '?') return digits === '' ? { ...base, kind: 'b', itemsize: 1 } : undefined
  if (kind === 'O' && digits === '') return { ...base, kind, itemsize: 8 }
  if (kind === 'S' || kind === 'V') return { ...base, kind, itemsize: size }
  if (kind === 'U') return { ...base, kind, itemsize: UTF32$1 * size }
  return SIZES[kind]?.includes(size) ? { ...base, kind, itemsize: size } : undefined
}

/** A record of fields; undefined where one does not fit into `itemsize` bytes, or shares bytes with one that holds objects. */
function recordDtype(itemsize        , fields                            )                    {
  const all = [...fields.values()];
  if (!all.every(({ offset, dtype }) => offset >= 0 && offset + dtype.itemsize <= itemsize)) return undefined
  const hasObject = all.some(({ dtype }) => dtype.hasObject);
  if (hasObject && overlap(all)) return undefined
  return { kind: 'V', itemsize, littleEndian: true, hasObject, fields }
}

function overlap(fields                  )          {
  const inOrder = fields.toSorted((a, b) => a.offset - b.offset);
  return inOrder.some(
    ({ offset, dtype }, i) => offset + dtype.itemsize > (inOrder[i + 1]?.offset ?? Number.POSITIVE_INFINITY),
  )
}

/** A type repeated over a shape, as one item. */
const repeatedDtype = (dtype       , shape                   )        => ({
  kind: 'V',
  itemsize: dtype.itemsize * itemCount(shape),
  littleEndian: true,
  hasObject: dtype.hasObject,
  fields: undefined,
  repeats: { dtype, times: itemCount(shape) },
});

/** Items of an array of this shape; Infinity or an inexact number where it is longer than any file. */
const itemCount = (shape                   )         =>
  shape.includes(0) ? 0 : shape.reduce((product, length) => product * length, 1);

/** A text of fixed length within every item of an array. */
                           
                         
                  
                         
                                                         
                        
                                
 

/** Parts of one item that are told apart; of more nobody writes texts. */
const MOST = 1000;

/** The texts of an item, its own and those of its fields, in the order in which they stand. */
function textParts(dtype       , offset = 0)             {
  const { kind, itemsize, littleEndian, fields, repeats } = dtype;
  if (kind === 'S' || kind === 'U')
    return itemsize === 0 ? [] : [{ offset, length: itemsize, wide: kind === 'U', littleEndian }]
  if (repeats) {
    const own = textParts(repeats.dtype);
    const times = own.length === 0 ? 0 : Math.min(repeats.times, MOST);
    return Array.from({ length: times }, (_, i) =>
      own.map(part => ({ ...part, offset: offset + i * repeats.dtype.itemsize + part.offset })),
    ).flat()
  }
  return [...(fields?.values() ?? [])].flatMap(field => textParts(field.dtype, offset + field.offset)).slice(0, MOST)
}

/** Items that are told of together, and bytes that are read at once. */
const TOGETHER = 100;
const PIECE = 1024 * 1024;
/** Longest array of single characters or of bytes that could be one text. */
const MAX_SPELT = 64 * 1024;
const UTF32 = 4;

/** Tells of the texts in the items of a numpy array: its strings, those of its fields, or the one that single characters or bytes spell. */
function hearItems(hear                  , items                    , dtype       )       {
  const { itemsize } = dtype;
  if (!hear || !items || itemsize === 0) return
  const parts = textParts(dtype);
  const [only] = parts;
  const isSpelt = parts.length === 1 && only?.length === itemsize && itemsize === (only.wide ? UTF32 : 1);
  if (isSpelt || isOfBytes(dtype)) {
    if (items.size > MAX_SPELT * itemsize) return
    const bytes = readRange(items, 0, items.size);
    const text = only?.wide ? wideText(bytes, only.littleEndian) : bytes.includes(0) ? undefined : decodeStrictly(bytes);
    if (text) hear('characters of an array', text);
    return
  }
  if (parts.length === 0) return
  const count = Math.floor(items.size / itemsize);
  const step = Math.max(1, Math.min(TOGETHER, Math.floor(PIECE / itemsize)));
  for (let first = 0; first < count; first += step) {
    const last = Math.min(count, first + step);
    const texts = itemTexts(items, { first, last, itemsize }, parts);
    if (texts.length > 0) hear(`items ${first + 1} to ${last} of an array`, texts.join('\n'));
  }
}

const isOfBytes = ({ kind, itemsize }       ) => itemsize === 1 && (kind === 'u' || kind === 'i' || kind === 'V');

                   
                        
                       
                           
 

/** The texts of a stretch of items; a part that is very long is read piece by piece. */
function itemTexts(items        , { first, last, itemsize }         , parts                     )           {
  const texts           = [];
  const begin = first * itemsize;
  const held = itemsize > PIECE ? undefined : readRange(items, begin, last * itemsize);
  const bytesAt = (start        , end        ) =>
    held ? held.subarray(start - begin, end - begin) : readRange(items, start, end);
  for (let item = first; item < last; item++)
    for (const { offset, length, wide, littleEndian } of parts)
      for (let at = 0; at < length; at += PIECE) {
        const start = item * itemsize + offset + at;
        const bytes = bytesAt(start, start + Math.min(PIECE, length - at));
        const text = wide ? wideText(bytes, littleEndian) : narrowText(bytes);
        if (text !== '') texts.push(text);
      }
  return texts
}

/** Bytes up to the padding, in UTF-8 or else each as a character. */
function narrowText(bytes            )         {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  const own = bytes.subarray(0, end);
  return decodeStrictly(own) ?? latin1(own.subarray(0, 4096))
}

/** UTF-32 up to the padding; what is no character is left out. */
function wideText(bytes            , littleEndian         )         {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + UTF32 <= bytes.length; at += UTF32) {
    const point = view.getUint32(at, littleEndian);
    if (point > 0 && point <= 0x10ffff) text += String.fromCodePoint(point);
  }
  return text
}

/** The bytes from `start` to `end`, or to where the content ends, as content of their own. */
function partOf(source        , start        , end        )         {
  const from = Math.min(start, source.size);
  const to = Math.max(from, Math.min(end, source.size));
  const size = to - from;
  return {
    size,
    window(at, length) {
      const wanted = Math.min(length, Math.max(0, size - at));
      const { start: outer, bytes } = source.window(from + at, wanted);
      const first = Math.max(0, from - outer);
      return windowOf(bytes.subarray(first, Math.max(first, to - outer)), outer + first - from)
    },
    each: (first, last, take) => source.each(from + first, from + Math.min(last, size), take),
  }
}

const BACKSLASH$1 = 0x5c;
const ESCAPE = /^u[0-9a-f]{4}|^U00[01][0-9a-f]{5}/;

/**
 * Text in Python's raw-unicode-escape codec, as its picklers write it: Latin-1, but for \\uXXXX and \\UXXXXXXXX in lower-case
 * hexadecimal. A backslash is itself escaped (CPython's Lib/pickle.py, save_str), so any other one is null: no pickler wrote it.
 */
function decodeEscaped(bytes            )                {
  const parts           = [];
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte !== BACKSLASH$1) {
      parts.push(String.fromCharCode(byte));
      at++;
      continue
    }
    const [sequence] = ESCAPE.exec(String.fromCharCode(...bytes.subarray(at + 1, at + 10))) ?? [];
    const code = Number.parseInt(sequence?.slice(1) ?? '', 16);
    if (sequence === undefined || code > 0x10ffff) return null
    parts.push(String.fromCodePoint(code));
    at += 1 + sequence.length;
  }
  return parts.join('')
}

/** The bytes of an array's items; undefined where the file does not spell them. */
function itemBytes(file        , { data }           )                     {
  if (!data) return undefined
  if (!data.latin1) return partOf(file, data.start, data.end)
  const bytes = readRange(file, data.start, data.end);
  const text = data.escaped ? decodeEscaped(bytes) : decodeStrictly(bytes);
  return typeof text !== 'string'
    ? undefined
    : memorySource(Uint8Array.from(text, character => character.charCodeAt(0)))
}

/** The integers of a tuple, or of one integer; undefined for anything else. */
function intsOf(value                   )                       {
  if (value?.kind === 'int') return value.value === undefined ? undefined : [value.value]
  if (value?.kind !== 'tuple') return undefined
  const ints           = [];
  for (const item of value.items) {
    if (item.kind !== 'int' || item.value === undefined || item.value < 0) return undefined
    ints.push(item.value);
  }
  return ints
}

/** What must hold beyond shapes where an allowed object is made or given its state; each gives why it is refused, if it is. */
                       
                                                                      
                                
                                                                                                  
                                                                                              
 

const defineRule = (rule      )       => rule;

const FRESH = 'numpy._core.multiarray:_reconstruct';
const SCALAR = 'numpy._core.multiarray:scalar';
const BUFFER$2 = 'numpy._core.numeric:_frombuffer';

/** numpy arrays: what their bytes are, and that plain bytes are never taken for objects. */
const array = defineRule({
  on: [
    FRESH,
    SCALAR,
    BUFFER$2,
    'numpy:ndarray',
    'numpy:matrix',
    'numpy:recarray',
    'numpy.rec:recarray',
    'numpy.ma:MaskedArray',
    'numpy.ma.core:MaskedArray',
  ],
  made(made, args, machine) {
    const [first, type, shape] = args;
    if (first?.kind === 'bytearray' || (first?.kind === 'bytes' && type?.kind === 'instance'))
      return hold(machine, made, { type, shape, content: first })
    if (first?.kind === 'instance' && first.dtype) {
      first.sealed = true;
      if (first.dtype.hasObject) return 'is made of bytes, though its type holds objects'
      if (type?.kind === 'bytes' && type.range) hearHeld(machine, { dtype: first.dtype, data: type.range });
    }
    return undefined
  },
  restored(target, state, machine) {
    if (state.kind !== 'tuple') return undefined
    const [, shape, type, , content] = state.items;
    return hold(machine, target, { type, shape, content })
  },
});

                   
                                  
                                   
                                     
 

function hold(machine         , target          , { type, shape, content }         )                     {
  if (type?.kind !== 'instance' || !type.dtype) return undefined
  type.sealed = true;
  const lengths = intsOf(shape);
  if (!lengths) return 'has a shape that is no tuple of lengths'
  const dtype = type.dtype;
  if (dtype.hasObject !== (content?.kind === 'list')) return 'holds bytes where its type says objects, or the reverse'
  const bytes = content?.kind === 'bytes' || content?.kind === 'bytearray' ? content : undefined;
  if (bytes?.range && !bytes.range.latin1 && lengthOf(bytes) !== itemCount(lengths) * dtype.itemsize)
    return 'holds more or fewer bytes than its shape and type say'
  target.array = { dtype, shape: lengths, data: bytes?.range };
  hearHeld(machine, target.array);
  return undefined
}

/** Tells of the texts of an array whose bytes stand in the stream. */
function hearHeld({ hear, source }         , array           )       {
  if (hear && textParts(array.dtype).length > 0) hearItems(hear, itemBytes(source, array), array.dtype);
}

const lengthOf = ({ range }       ) => (range ? range.end - range.start : 0);

/** Reads an integer of this type; undefined where it is none of 4 or 8 little-endian bytes. */
function intReader({
  kind,
  itemsize,
  littleEndian,
}       )                                                       {
  if (!littleEndian || (kind !== 'i' && kind !== 'u')) return undefined
  if (itemsize === 4)
    return kind === 'u' ? (view, at) => view.getUint32(at, true) : (view, at) => view.getInt32(at, true)
  // Exact where it fits an index; anything larger stays larger, for nobody has 2^63 items.
  return itemsize === 8 ? (view, at) => view.getInt32(at + 4, true) * 2 ** 32 + view.getUint32(at, true) : undefined
}

/** The array that a value is; undefined where it is none, or is not filled yet. */
const arrayOf = (value                   )                        =>
  value?.kind === 'instance' ? value.array : undefined;

/** More features than any table has. */
const FEATURES = 2 ** 24;

/** Trees of scikit-learn's histogram-based boosting, which it follows without looking where it goes (_predictor.pyx). */
const boostedTree = defineRule({
  on: ['sklearn.ensemble._hist_gradient_boosting.predictor:TreePredictor'],
  restored: (_, state, machine) => (state.kind === 'dict' ? nodesFault(state, machine) : undefined),
});

function nodesFault({ entries }      , { source }         )                     {
  const array = arrayOf(entries.get('nodes'));
  const items = array && itemBytes(source, array);
  const read = ['left', 'right', 'feature_idx'].map(name => {
    const field = array?.dtype.fields?.get(name);
    const reader = field && intReader(field.dtype);
    return reader && ((view          , at        ) => reader(view, at + field.offset))
  });
  const [left, right, feature] = read;
  const leaf = array?.dtype.fields?.get('is_leaf');
  if (!items || !left || !right || !feature || leaf?.dtype.itemsize !== 1) return 'has nodes of an unknown layout'
  const size = array.dtype.itemsize;
  const nodes = Math.floor(items.size / size);
  for (let node = 0; node < nodes; node++) {
    const { start, view } = items.window(node * size, size);
    const at = node * size - start;
    if (view.getUint8(at + leaf.offset) !== 0) continue
    const children = [left(view, at), right(view, at)];
    if (children.some(child => !(child > node && child < nodes)))
      return `has a node ${node} whose child lies outside it`
    const split = feature(view, at);
    if (!(split >= 0 && split < FEATURES)) return `has a node ${node} that splits on a feature nothing has`
  }
  return undefined
}

/** numpy's NPY_ITEM_REFCOUNT, and the flags that make it follow pointers in an array's bytes (numpy/ndarraytypes.h). */
const REFCOUNT = 0x01;
const POINTER_FLAGS = 0x07;

/**
 * numpy.dtype takes fields and flags from the pickle without checking them against each other, and later follows an object field
 * wherever the flags deny it, or where it lies outside the item: both must agree here.
 */
const dtype = defineRule({
  on: ['numpy:dtype'],
  made(made, [type]) {
    if (type?.kind === 'global') made.dtype = parseDtype('V0');
    else if (type?.kind === 'str' && type.text !== undefined) made.dtype = parseDtype(type.text);
    return made.dtype ? undefined : 'is made of a type string that is none of numpy'
  },
  restored(target, state) {
    if (state.kind !== 'tuple') return undefined
    if (!target.dtype) return 'is given a state without having been made of a type string'
    const [, order, sub, names, fields, size, , flags] = state.items;
    if (order?.kind !== 'str' || size?.kind !== 'int' || flags?.kind !== 'int') return undefined
    const found = restore(target.dtype, order.text !== '>', sub, names, fields, size.value ?? -1);
    if (!found) return 'is given fields that do not fit its size'
    const bits = flags.value ?? 0;
    if (found.hasObject ? !(bits & REFCOUNT) : bits & POINTER_FLAGS) return 'is given flags that contradict its fields'
    target.dtype = found;
    return undefined
  },
});

function restore(
  base       ,
  littleEndian         ,
  sub                   ,
  names                   ,
  fields                   ,
  size        ,
)                    {
  const variable = base.kind === 'S' || base.kind === 'U' || base.kind === 'V';
  if (sub?.kind === 'tuple') {
    const [item, shape] = sub.items;
    if (item?.kind !== 'instance' || !item.dtype || base.kind !== 'V') return undefined
    item.sealed = true;
    const repeated = repeatedDtype(item.dtype, intsOf(shape) ?? [-1]);
    return repeated.itemsize === size ? repeated : undefined
  }
  if (fields?.kind === 'dict') {
    const found = base.kind === 'V' && names?.kind === 'tuple' ? fieldsOf(fields.entries, names.items) : undefined;
    fields.sealed = true;
    return found && recordDtype(size, found)
  }
  if (variable && size < 0) return undefined
  return { ...base, littleEndian, itemsize: variable ? size : base.itemsize }
}

function fieldsOf(entries                            , names                  )                                 {
  const fields = new Map               ();
  for (const [name, value] of entries) {
    if (value.kind !== 'tuple') return undefined
    const [type, offset] = value.items;
    if (type?.kind !== 'instance' || !type.dtype || offset?.kind !== 'int') return undefined
    type.sealed = true;
    fields.set(name, { dtype: type.dtype, offset: offset.value ?? -1 });
  }
  const named = names.every(name => name.kind === 'str' && name.text !== undefined && fields.has(name.text));
  return named && fields.size === names.length ? fields : undefined
}

/** joblib's NUMPY_ARRAY_ALIGNMENT_BYTES (numpy_pickle.py, since 1.2) and the byte it pads with. */
const ALIGNMENT = 16;
const PADDING = 0xff;

const KEYS$1 = ['subclass', 'shape', 'order', 'dtype', 'allow_mmap', 'numpy_array_alignment_bytes'];
const SUBCLASSES = ['numpy:ndarray', MEMMAP, 'numpy:matrix'];

/** joblib's NumpyArrayWrapper: once it has its state, the array's bytes stand in the file in place of instructions. */
const joblibArray = defineRule({
  on: ['joblib.numpy_pickle:NumpyArrayWrapper'],
  restored(target, state, machine) {
    if (state.kind !== 'dict' || machine.joblibArrays !== 'replayed') return undefined
    const strange = [...state.entries.keys()].find(key => !KEYS$1.includes(key));
    if (strange !== undefined) return 'is given an attribute that joblib does not write'
    return replay(machine, target, state)
  },
});

function replay(machine         , wrapper          , { entries }      )                     {
  const [subclass, type, order, shape] = [
    entries.get('subclass'),
    entries.get('dtype'),
    entries.get('order'),
    intsOf(entries.get('shape')),
  ];
  if (subclass?.kind !== 'global' || !SUBCLASSES.includes(subclass.name.key))
    return 'stands for something other than an array'
  if (subclass.name.key === MEMMAP) machine.memmaps--;
  if (type?.kind !== 'instance' || !type.dtype || !shape) return 'has no type or shape that can be followed'
  if (order?.kind !== 'str' || (order.text !== 'C' && order.text !== 'F')) return 'has an order that is neither C nor F'
  type.sealed = true;
  if (machine.frameEnd !== undefined && machine.position !== machine.frameEnd) return 'does not end its frame'
  machine.frameEnd = undefined;
  const array = instance(allowedClass('numpy:ndarray') ?? wrapper.of, []);
  array.sealed = true;
  const { dtype } = type;
  if (dtype.hasObject) {
    const result = machine.nested();
    if (machine.halted === undefined && !matches('array', result)) return 'is followed by a pickle of something else'
  } else {
    pad(machine, entries.get('numpy_array_alignment_bytes'));
    const start = machine.position;
    const end = start + itemCount(shape) * dtype.itemsize;
    if (!(end <= machine.source.size)) halt(machine, 'an array is longer than the file');
    else {
      hearItems(machine.hear, partOf(machine.source, start, end), dtype);
      machine.position = end;
    }
    array.array = { dtype, shape, data: { start, end: machine.position } };
  }
  replaceTop(machine, array);
  return undefined
}

/** The padding has one right form; without it (joblib before 1.2) pickle.load would take the array's bytes for instructions. */
function pad(machine         , alignment                   )       {
  if (alignment?.kind !== 'int' || alignment.value !== ALIGNMENT) {
    deviate(machine, 'an array has no padding, as before joblib 1.2');
    return
  }
  const length = ALIGNMENT - ((machine.position + 1) % ALIGNMENT);
  const found = readRange(machine.source, machine.position, machine.position + 1 + length);
  if (found[0] !== length || found.subarray(1).some(byte => byte !== PADDING)) {
    halt(machine, 'the padding before an array is not that of joblib');
    return
  }
  machine.position += 1 + length;
}

const UNKNOWN = 'has arrays that cannot be followed';
const OUTSIDE$1 = 'has nodes or indices that lie outside it';

/** scikit-learn's trees of neighbours: it goes where their indices and nodes say, without looking (sklearn/neighbors/_binary_tree.pxi.tp). */
const neighbourTree = defineRule({
  on: ['sklearn.neighbors._kd_tree:KDTree', 'sklearn.neighbors._ball_tree:BallTree'],
  restored: (_, state, machine) => (state.kind === 'tuple' ? treeFault$3(state.items, machine) : undefined),
});

function treeFault$3(items                  , machine         )                     {
  const [data, indices, nodes, bounds] = items.map(arrayOf);
  const [points, dimensions] = data?.shape ?? [];
  const total = items[6]?.kind === 'int' ? items[6].value : undefined;
  if (!indices || !nodes || !bounds || points === undefined || total === undefined) return UNKNOWN
  const weights = arrayOf(items[12]);
  const [, bounded, width] = bounds.shape;
  if (nodes.shape[0] !== total || bounded !== total || width !== dimensions) return OUTSIDE$1
  if (indices.shape[0] !== points || (weights && weights.shape[0] !== points)) return OUTSIDE$1
  const places = column(machine, indices);
  const [starts, ends, leaves] = ['idx_start', 'idx_end', 'is_leaf'].map(name => column(machine, nodes, name));
  if (!places || !starts || !ends || !leaves) return UNKNOWN
  for (let i = 0; i < points; i++) if (!isBelow$1(places(i), points)) return OUTSIDE$1
  for (let i = 0; i < total; i++) {
    if (!isBelow$1(starts(i), ends(i) + 1) || ends(i) > points) return OUTSIDE$1
    if (leaves(i) === 0 && 2 * i + 2 >= total) return OUTSIDE$1
  }
  return undefined
}

const isBelow$1 = (value        , end        ) => value >= 0 && value < end;

/** Reads the integers of an array, or of one field of it, by their place. */
function column({ source }         , array           , name         )                                       {
  const items = itemBytes(source, array);
  const { itemsize, fields } = array.dtype;
  const field = name === undefined ? { dtype: array.dtype, offset: 0 } : fields?.get(name);
  const read = field && intReader(field.dtype);
  if (!items || !read || items.size < itemCount(array.shape) * itemsize) return undefined
  return at => {
    const { start, view } = items.window(at * itemsize, itemsize);
    return read(view, at * itemsize - start + field.offset)
  }
}

/** The one attribute that torch gives a state dict (torch/nn/modules/module.py, `state_dict`). */
const ATTRIBUTE = '_metadata';

/** Attributes of an OrderedDict shadow its methods, so it may have none but torch's. */
const orderedDict = defineRule({
  on: ['collections:OrderedDict'],
  restored(_, state) {
    const strange = state.kind === 'dict' && [...state.entries.keys()].find(key => key !== ATTRIBUTE);
    return strange === undefined || strange === false ? undefined : 'is given an attribute that torch does not write'
  },
});

const COMPRESSED = /(?:^|:)(csr|csc|bsr)_(?:matrix|array)$/;
const OUTSIDE = 'has indices that lie outside it';

/** Compressed matrices of scipy: it reads and writes where their indices say, without looking (scipy/sparse/sparsetools). */
const sparse = defineRule({
  on: keysIn(scipy).filter(key => COMPRESSED.test(key)),
  restored(target, state, machine) {
    const [, kind] = COMPRESSED.exec(target.of.key) ?? [];
    return state.kind === 'dict' && kind ? layoutFault$1(kind, state, machine) : undefined
  },
});

function layoutFault$1(kind        , { entries }      , machine         )                     {
  const [rows, columns] = intsOf(entries.get('_shape')) ?? [];
  const [pointers, indices, data] = ['indptr', 'indices', 'data'].map(name => arrayOf(entries.get(name)));
  const [held, height = 1, width = 1] = data?.shape ?? [];
  if (rows === undefined || columns === undefined || !pointers || !indices || held === undefined)
    return 'has no shape or arrays that can be followed'
  const [major, minor] = kind === 'csc' ? [columns, rows] : [rows / height, columns / width];
  let [count, last, sound] = [0, 0, true];
  const followed = eachInt(machine, pointers, value => {
    sound &&= count === 0 ? value === 0 : value >= last;
    count++;
    last = value;
  });
  const inside = eachInt(machine, indices, (value, at) => {
    if (at < last) sound &&= value >= 0 && value < minor;
  });
  if (followed === undefined || inside === undefined) return 'has no shape or arrays that can be followed'
  return sound && count === major + 1 && last <= inside && last <= held ? undefined : OUTSIDE
}

/** Gives how many there are; undefined where they cannot be read. */
function eachInt({ source }         , array           , take                                     )                     {
  const items = itemBytes(source, array);
  const { itemsize } = array.dtype;
  const read = intReader(array.dtype);
  if (!items || !read) return undefined
  const count = Math.floor(items.size / itemsize);
  for (let i = 0; i < count; i++) {
    const { start, view } = items.window(i * itemsize, itemsize);
    take(read(view, i * itemsize - start), i);
  }
  return count
}

/** The attributes that a file gives an object, however the file spells them. */
                             
                                 
                                                         
                                                         
                                                                                   
                                                
 

                                                      

/** What scikit-learn asks of the parts of a stack (sklearn/ensemble/_stacking.py). */
const METHODS$2 = ['predict_proba', 'decision_function', 'predict'];

/** A stack calls methods of its parts by the names that are here, whatever the parts are. */
const stack$1        = state =>
  !state.has('stack_method_') || state.texts('stack_method_')?.every(name => METHODS$2.includes(name))
    ? undefined
    : 'is given methods to call that scikit-learn does not';

/**
 * Attributes by which a formula, which is Python, comes to be evaluated: by ModelData.__setstate__ as it is loaded
 * (statsmodels/base/data.py), or by Results.predict (statsmodels/base/model.py). Other names since 0.15.
 */
const EVALUATED = ['restore_design_info', 'restore_model_spec', 'design_info', 'model_spec', 'formula'];
/** Where Results look for these attributes: what is there must be held to this too. */
const INNER = ['model', '_results'];
const fitted = keysIn(statsmodels);

const model$1        = state => {
  const evaluated = EVALUATED.find(attribute => state.has(attribute));
  if (evaluated) return `is given the attribute ${printable(evaluated)}, upon which a formula is evaluated as Python`
  const strange = INNER.find(attribute => state.has(attribute) && !fitted.includes(state.classOf(attribute) ?? 'none'));
  return strange && `is given a ${strange} that is none of statsmodels`
};

const FAULTS                             = new Map([
  ['sklearn.ensemble._stacking:StackingClassifier', stack$1],
  ['sklearn.ensemble._stacking:StackingRegressor', stack$1],
  ...fitted.map(key => [key, model$1]         ),
]);

/** Keys of the classes whose methods take names or code from what they are given. */
const judgedByState                    = [...FAULTS.keys()];

/** Why an object of such a class would run what the allow list does not see, if it would. */
const stateFault$1 = (key        , state            )                     => FAULTS.get(key)?.(state);

/** Objects whose methods take the names of other methods, or code, from their attributes. */
const state = defineRule({
  on: judgedByState,
  restored(target, given) {
    if (given.kind !== 'dict') return undefined
    const { entries } = given;
    return stateFault$1(target.of.key, {
      has: attribute => entries.has(attribute) && entries.get(attribute)?.kind !== 'opaque',
      texts: attribute => textsOf$2(entries.get(attribute)),
      classOf: attribute => {
        const value = entries.get(attribute);
        return value?.kind === 'instance' ? value.of.key : undefined
      },
    })
  },
});

/** The list may not change any more. */
function textsOf$2(value                   )                       {
  if (value?.kind !== 'list' || value.items.length === KEPT_ITEMS) return undefined
  value.sealed = true;
  return value.items.map(item => (item.kind === 'str' && item.text) || '')
}

/** Bytes that a file holds beside its pickle, under a key. */
                          
                       
                        
                            
 

const STORAGE$1 = { key: 'torch:storage', dotted: 'torch storage', uses: '' };
const DEVICE = /^[a-z]{1,16}(:\d{1,3})?$/;

/** The storages that a pickle asks for, and the loader that notes them. */
function storageTable()                                                                                     {
  const storages = new Map                 ();
  return {
    storages,
    load(id) {
      const found = readId(id);
      if (typeof found === 'string') return found
      const { key, storage } = found;
      const known = storages.get(key);
      if (known && (known.type !== storage.type || known.items !== storage.items))
        return `asks for the storage ${printable(key)} in two sizes or types`
      storages.set(key, storage);
      return instance(STORAGE$1, [
        { kind: 'global', name: { key: storage.type, dotted: storage.type, uses: '' } },
        { kind: 'int', value: storage.items },
      ])
    },
  }
}

/** What an instance of the table stands for; undefined for any other. */
function storageOf({ of, args }          )                      {
  const [type, items] = args;
  if (of !== STORAGE$1 || type?.kind !== 'global' || items?.kind !== 'int') return undefined
  return { type: type.name.key, items: items.value ?? 0, itemBytes: STORAGE_ITEM_BYTES[type.name.key] ?? 0 }
}

/** `('storage', class, key, device, items)`, before 1.6 with a view after it, which has been None since 0.4 (torch/serialization.py). */
function readId(id       )                                                               {
  const strange = 'asks the loader for something other than a storage of this file';
  if (id.kind !== 'tuple' || id.items.length < 5 || id.items.length > 6) return strange
  const [word, type, key, device, items, view] = id.items;
  if (word?.kind !== 'str' || word.text !== 'storage' || (view && view.kind !== 'none')) return strange
  const itemBytes = type?.kind === 'global' ? STORAGE_ITEM_BYTES[type.name.key] : undefined;
  if (type?.kind !== 'global' || itemBytes === undefined)
    return 'asks for a storage of a class that torch does not have'
  if (key?.kind !== 'str' || key.text === undefined || !/^[\w.-]{1,64}$/.test(key.text)) return strange
  if (device?.kind !== 'str' || !DEVICE.test(device.text ?? '')) return 'asks for a storage on an unknown device'
  if (items?.kind !== 'int' || items.value === undefined || items.value < 0) return strange
  return { key: key.text, storage: { type: type.name.key, items: items.value, itemBytes } }
}

/** torch's rebuild functions (torch/_utils.py): a tensor stays inside its storage, and its hooks are none. */
const tensor$1 = defineRule({
  on: [
    'torch._utils:_rebuild_tensor',
    'torch._utils:_rebuild_tensor_v2',
    'torch._utils:_rebuild_tensor_v3',
    'torch._utils:_rebuild_qtensor',
    'torch._utils:_rebuild_parameter',
    'torch._utils:_rebuild_parameter_with_state',
  ],
  made(_, args) {
    if (!args.every(isHarmless)) return 'is given hooks or a state that torch does not write'
    const [storage, offset, size, stride] = args;
    if (storage?.kind !== 'instance' || storageOf(storage) === undefined) return undefined
    const type = args.find(arg => arg.kind === 'global');
    return fits(storage, offset, size, stride, type) ? undefined : 'makes a tensor that reaches outside its storage'
  },
});

/** Hooks are called when a gradient is computed; torch writes none. Neither they nor a state may change afterwards. */
function isHarmless(value       )          {
  if (value.kind === 'dict') {
    value.sealed = true;
    return value.fault === undefined
  }
  if (value.kind !== 'instance' || value.of.key !== 'collections:OrderedDict') return true
  value.sealed = true;
  return value.args.length === 0 && !value.filled
}

function fits(
  storage          ,
  offset                   ,
  size                   ,
  stride                   ,
  type                   ,
)          {
  const held = storageOf(storage);
  const first = intsOf(offset)?.[0];
  const sizes = intsOf(size);
  const strides = intsOf(stride);
  const itemBytes = type?.kind === 'global' ? TYPE_ITEM_BYTES[type.name.key] : held?.itemBytes;
  if (!held || first === undefined || first < 0 || !sizes || !strides || itemBytes === undefined) return false
  if (sizes.length !== strides.length) return false
  if (sizes.includes(0)) return true
  const last = sizes.reduce((sum, length, i) => sum + (length - 1) * (strides[i] ?? 0), first);
  return (last + 1) * itemBytes <= held.itemBytes * held.items
}

const LEAF = -1;
const INT64 = 8;

/**
 * Why the nodes of a decision tree are none that scikit-learn can follow: it follows child indices without bounds, so each must be
 * a later node of the same tree, and each split a feature the tree has (sklearn/tree/_tree.pyx, `_apply_dense`).
 */
function treeNodeFault(file        , array           , features        )                     {
  const items = itemBytes(file, array);
  const { fields, itemsize } = array.dtype;
  const [left, right, feature] = ['left_child', 'right_child', 'feature'].map(name => fields?.get(name));
  if (!items || !left || !right || !feature) return 'has nodes of an unknown layout'
  if ([left, right, feature].some(({ dtype }) => dtype.kind !== 'i' || dtype.itemsize !== INT64 || !dtype.littleEndian))
    return 'has nodes of an unknown layout'
  const nodes = Math.floor(items.size / itemsize);
  for (let node = 0; node < nodes; node++) {
    const { start, view } = items.window(node * itemsize, itemsize);
    const at = node * itemsize - start;
    const child = int64(view, at + left.offset);
    if (child === LEAF) continue
    const other = int64(view, at + right.offset);
    const split = int64(view, at + feature.offset);
    if (!(child > node && child < nodes && other > node && other < nodes))
      return `has a node ${node} whose child lies outside it`
    if (!(split >= 0 && split < features)) return `has a node ${node} that splits on a feature it does not have`
  }
  return undefined
}

/** Exact where it fits an index; anything larger stays larger. */
const int64 = (view          , at        ) => view.getInt32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);

/** scikit-learn's decision trees, which it follows without looking where it goes. */
const tree = defineRule({
  on: ['sklearn.tree._tree:Tree'],
  restored(target, state, machine) {
    if (state.kind !== 'dict') return undefined
    const nodes = state.entries.get('nodes');
    const count = state.entries.get('node_count');
    const [features] = target.args;
    if (nodes?.kind !== 'instance' || !nodes.array || features?.kind !== 'int') return 'has no array of nodes'
    if (count?.kind !== 'int' || count.value !== itemCount(nodes.array.shape))
      return 'has more or fewer nodes than it says'
    return treeNodeFault(machine.source, nodes.array, features.value ?? 0)
  },
});

var rules = /*#__PURE__*/Object.freeze({
  __proto__: null,
  array: array,
  boostedTree: boostedTree,
  dtype: dtype,
  joblibArray: joblibArray,
  neighbourTree: neighbourTree,
  orderedDict: orderedDict,
  sparse: sparse,
  state: state,
  tensor: tensor$1,
  tree: tree
});

const byKey = new Map              (Object.values(rules).flatMap(rule => rule.on.map(key => [key, rule]         )));

/** The rule about this name, where there is one. */
const ruleOf = (name             )                   => byKey.get(name.key);

/** What comes of calling an allowed name, by REDUCE (`R`) or NEWOBJ (`N`): refused unless the allow list has that call. */
function callAllowed(machine         , callee             , args       , use           )        {
  if (args.kind === 'opaque') return args
  if (args.kind !== 'tuple') return refuse(machine, 'call', callee.dotted, 'is called with arguments that are no tuple')
  if (!callee.uses.includes(use)) return refuse(machine, 'call', callee.dotted, 'may be imported but is called')
  const { args: lists, makes } = callOf(callee) ?? { args: use === 'N' ? [[]] : [] };
  if (!lists.some(shapes => matchesAll(shapes, args.items))) {
    const found = args.items.slice(0, 8).map(describe).join(', ');
    return refuse(machine, 'call', callee.dotted, `is called with arguments its own library never writes: (${found})`)
  }
  const opaque = args.items.find(item => item.kind === 'opaque');
  if (opaque) return opaque
  const made = outcome(callee, args.items, makes);
  const fault = made.kind === 'instance' ? ruleOf(callee)?.made?.(made, args.items, machine) : undefined;
  return fault === undefined ? made : refuse(machine, 'call', callee.dotted, fault)
}

function outcome(callee             , args                  , makes               )        {
  if (makes === undefined) return instance(callee, args)
  if (typeof makes === 'object') return outcome(callee, args, named$1(makes, args[0]))
  if (typeof makes === 'number') {
    const type = args[makes];
    return type?.kind === 'global' ? instance(type.name, args) : (type ?? { kind: 'none' })
  }
  if (makes === 'bytes' || makes === 'bytearray') return copyOf(makes, args[0])
  if (isPlain(makes)) return { kind: makes }
  return instance(allowedClass(makes) ?? { key: makes, dotted: makes.replace(':', '.'), uses: '' }, args)
}

/** The class that a text stands for, or that the first argument is. */
const named$1 = (classes                                  , value                   ) =>
  value?.kind === 'str' && value.text !== undefined && Object.hasOwn(classes, value.text) ? classes[value.text] : 0;

const PLAIN$1 = ['none', 'float', 'complex', 'set', 'frozenset', 'slice', 'range'];         
const isPlain = (kind        )                                 => PLAIN$1.some(plain => plain === kind);

/** Bytes made of other bytes, or of text that spells each byte as a character. */
function copyOf(kind                       , source                   )        {
  if (source?.kind === 'str') return { kind, range: { ...source.range, latin1: true } }
  if (source?.kind === 'bytes' || source?.kind === 'bytearray') return { kind, range: source.range }
  return { kind, range: source === undefined ? { start: 0, end: 0 } : undefined }
}

/** What BUILD does: sets the state, once, of an instance that was made in this stream, as the allow list has it. */
function setState(machine         , target       , state       )       {
  if (target.kind === 'opaque') {
    if (target.refusal) target.refusal.further ??= 'changed';
    return
  }
  if (target.kind === 'global') {
    refuse(machine, 'change', target.name.dotted, 'is imported and then changed');
    return
  }
  if (target.kind !== 'instance') {
    refuse(machine, 'change', target.kind, 'is given a state');
    return
  }
  const fault = stateFault(machine, target, state);
  if (fault !== undefined) refuse(machine, 'change', target.of.dotted, fault);
}

function stateFault(machine         , target          , state       )                     {
  if (!target.of.uses.includes('B')) return 'may not be given a state'
  if (target.sealed) return 'is given a state twice or after it was used'
  target.sealed = true;
  if (state.kind === 'opaque') return undefined
  const allowed = statesOf(target.of).some(shape =>
    typeof shape === 'string' ? state.kind === shape : state.kind === 'tuple' && matchesAll(shape, state.items),
  );
  if (!allowed) return `is given a state its own library never writes: ${describe(state)}`
  // With a pair of dicts, the second one's keys are set as attributes one by one: they are held to the same rules.
  for (const part of state.kind === 'tuple' ? state.items : [state]) {
    if (part.kind !== 'dict') continue
    if (part.fault !== undefined) return `is given a state with ${part.fault}`
    part.sealed = true;
  }
  return ruleOf(target.of)?.restored?.(target, state, machine)
}

/** One instruction of the pickle machine; names, codes and protocols as in CPython's Lib/pickletools.py. */
                         
                       
                       
                                    
                           
                                  
                                      
                                                                                               
                                           
 

function defineOpcode   (opcode   
                       
                       
                           
                                
                                                       
 )         {
  const { name, code, protocol, argument, run } = opcode;
  return {
    name,
    code: code.charCodeAt(0),
    protocol,
    argument,
    step(machine) {
      const value = argument(machine);
      if (machine.halted === undefined && insideFrame(machine)) run(machine, value);
    },
  }
}

/** An instruction never reaches past its frame (PEP 3154): CPython's readers differ on one that does (cpython#154848). */
function insideFrame(machine         )          {
  if (machine.frameEnd === undefined || machine.position <= machine.frameEnd) return true
  refuse(machine, 'frame', 'FRAME', 'ends in the middle of an instruction, which unpicklers read differently');
  halt(machine, 'an instruction reaches past its frame');
  return false
}

const calls = [
  defineOpcode({
    name: 'REDUCE',
    code: 'R',
    protocol: 0,
    argument: nothing,
    run(machine) {
      const args = pop(machine);
      const callee = pop(machine);
      if (machine.halted === undefined) push(machine, call(machine, callee, args, 'R'));
    },
  }),
  defineOpcode({
    name: 'NEWOBJ',
    code: '\x81',
    protocol: 2,
    argument: nothing,
    run(machine) {
      const args = pop(machine);
      const callee = pop(machine);
      if (machine.halted === undefined) push(machine, call(machine, callee, args, 'N'));
    },
  }),
  defineOpcode({
    name: 'BUILD',
    code: 'b',
    protocol: 0,
    argument: nothing,
    run(machine) {
      const state = pop(machine);
      const target = top(machine);
      if (machine.halted === undefined) setState(machine, target, state);
    },
  }),
  defineOpcode({
    name: 'NEWOBJ_EX',
    code: '\x92',
    protocol: 4,
    argument: nothing,
    run(machine) {
      pop(machine);
      pop(machine);
      pushRefused(machine, 'NEWOBJ_EX', pop(machine));
    },
  }),
  defineOpcode({
    name: 'OBJ',
    code: 'o',
    protocol: 1,
    argument: nothing,
    run(machine) {
      const [callee] = popMark(machine);
      if (callee) pushRefused(machine, 'OBJ', callee);
      else halt(machine, 'OBJ has nothing to call');
    },
  }),
];

function call(machine         , callee       , args       , use           )        {
  if (callee.kind === 'global') return callAllowed(machine, callee.name, args, use)
  if (callee.kind === 'opaque') {
    if (callee.refusal) callee.refusal.further = 'called';
    return callee
  }
  if (callee.kind === 'instance')
    return refuse(machine, 'call', callee.of.dotted, 'is called, though it is no direct import')
  halt(machine, `a ${callee.kind} is called`);
  return callee
}

function pushRefused(machine         , opcode        , callee       )       {
  if (machine.halted !== undefined) return
  if (callee.kind === 'opaque' && callee.refusal) callee.refusal.further = 'called';
  const name = callee.kind === 'global' ? callee.name.dotted : opcode;
  push(machine, refuse(machine, 'call', name, `is called by ${opcode}, which no model file needs`));
}

const constant = (name        , code        , protocol        , value       ) =>
  defineOpcode({ name, code, protocol, argument: nothing, run: machine => push(machine, value) });

const pushInt = (machine         , value        ) => push(machine, int(value));

const constants = [
  constant('NONE', 'N', 0, NONE$1),
  constant('NEWTRUE', '\x88', 2, TRUE),
  constant('NEWFALSE', '\x89', 2, FALSE),
  defineOpcode({ name: 'BININT', code: 'J', protocol: 1, argument: int4, run: pushInt }),
  defineOpcode({ name: 'BININT1', code: 'K', protocol: 1, argument: uint1, run: pushInt }),
  defineOpcode({ name: 'BININT2', code: 'M', protocol: 1, argument: uint2, run: pushInt }),
  defineOpcode({ name: 'BINFLOAT', code: 'G', protocol: 1, argument: float8, run: machine => push(machine, FLOAT$2) }),
  defineOpcode({
    name: 'INT',
    code: 'I',
    protocol: 0,
    argument: line$1,
    run(machine, range) {
      const text = decodeText(machine.source, range.start, range.end);
      if (text === '00' || text === '01') {
        push(machine, text === '01' ? TRUE : FALSE);
        return
      }
      pushSpelt(machine, decimal(machine, range));
    },
  }),
  defineOpcode({
    name: 'LONG',
    code: 'L',
    protocol: 0,
    argument: line$1,
    run(machine, { start, end }) {
      const long = end > start && byteAt(machine.source, end - 1) === 0x4c;
      if (!long) deviate(machine, 'a LONG does not end in L');
      pushSpelt(machine, decimal(machine, { start, end: long ? end - 1 : end }));
    },
  }),
  defineOpcode({
    name: 'FLOAT',
    code: 'F',
    protocol: 0,
    argument: line$1,
    run(machine, { start, end }) {
      const text = decodeText(machine.source, start, end);
      if (text === undefined || !/^-?(\d+(\.\d*)?(e[+-]?\d+)?|inf|nan)$/.test(text))
        deviate(machine, 'a FLOAT is spelt oddly');
      push(machine, FLOAT$2);
    },
  }),
  defineOpcode({ name: 'LONG1', code: '\x8a', protocol: 2, argument: counted$1(uint1), run: pushLong }),
  defineOpcode({ name: 'LONG4', code: '\x8b', protocol: 2, argument: counted$1(int4), run: pushLong }),
];

function pushSpelt(machine         , value                    )       {
  push(machine, value !== undefined && Number.isSafeInteger(value) ? int(value) : UNKNOWN_INT);
}

/** Two's complement, little-endian. */
function pushLong(machine         , { start, end }                                )       {
  if (end - start > 6) {
    push(machine, UNKNOWN_INT);
    return
  }
  let value = 0;
  for (const byte of readRange(machine.source, start, end).toReversed()) value = value * 256 + byte;
  const negative = end > start && (byteAt(machine.source, end - 1) ?? 0) >= 0x80;
  push(machine, int(negative ? value - 256 ** (end - start) : value));
}

/** Longest text, and longest bytes that could be text, that are told of. */
const MAX_TEXT$1 = 1024 * 1024;
const MAX_BYTES = 64 * 1024;
const ASCII_PIECE = 4096;

/** Tells of a text as the file spells it: in UTF-8, or else each byte as a character. */
function hearText(machine         , { start, end }           , known         )       {
  if (!machine.hear || end - start > MAX_TEXT$1) return
  machine.hear(`text at byte ${machine.offset}`, known ?? spelt(readRange(machine.source, start, end)));
}

/** Tells of bytes that are text as well. */
function hearBytes(machine         , { start, end }           )       {
  if (!machine.hear || end - start > MAX_BYTES) return
  const bytes = readRange(machine.source, start, end);
  const text = bytes.includes(0) ? undefined : decodeStrictly(bytes);
  if (text !== undefined) machine.hear(`bytes at byte ${machine.offset}`, text);
}

/** Tells of a key and its value in one line: some credentials are known by what they are called. */
function hearEntry(machine         , key                   , value                   )       {
  if (!machine.hear || key?.kind !== 'str' || value?.kind !== 'str' || !key.text || !value.text) return
  machine.hear(`entry at byte ${value.range.start}`, `${key.text} = ${value.text}`);
}

function spelt(bytes            )         {
  const text = decodeStrictly(bytes);
  if (text !== undefined) return text
  const pieces           = [];
  for (let at = 0; at < bytes.length; at += ASCII_PIECE) pieces.push(latin1(bytes.subarray(at, at + ASCII_PIECE)));
  return pieces.join('')
}

/** The one key with two underscores on both sides that changes nothing in how an object behaves. */
const DOCUMENTATION = '__doc__';
/** Entries of a dict that are kept: a state has no more. */
const MAX_STATE_KEYS = 256;

const tuple = (name        , code        , size        ) =>
  defineOpcode({
    name,
    code,
    protocol: 2,
    argument: nothing,
    run(machine) {
      const items          = [];
      for (let i = 0; i < size; i++) items.unshift(pop(machine));
      push(machine, { kind: 'tuple', items });
    },
  });

const simple = (name        , code        , protocol        , run                            ) =>
  defineOpcode({ name, code, protocol, argument: nothing, run });

const containers = [
  simple('EMPTY_TUPLE', ')', 1, machine => push(machine, EMPTY_TUPLE)),
  tuple('TUPLE1', '\x85', 1),
  tuple('TUPLE2', '\x86', 2),
  tuple('TUPLE3', '\x87', 3),
  simple('TUPLE', 't', 0, machine => push(machine, { kind: 'tuple', items: popMark(machine) })),
  simple('EMPTY_LIST', ']', 1, machine => push(machine, list())),
  simple('LIST', 'l', 0, machine => {
    const made = list();
    append(machine, made, popMark(machine));
    push(machine, made);
  }),
  simple('EMPTY_DICT', '}', 1, machine => push(machine, dict())),
  simple('DICT', 'd', 0, machine => {
    const made = dict();
    setItems(machine, made, popMark(machine));
    push(machine, made);
  }),
  simple('EMPTY_SET', '\x8f', 4, machine => push(machine, plain$1('set'))),
  simple('FROZENSET', '\x91', 4, machine => {
    popMark(machine);
    push(machine, plain$1('frozenset'));
  }),
  simple('APPEND', 'a', 0, machine => {
    const item = pop(machine);
    append(machine, top(machine), [item]);
  }),
  simple('APPENDS', 'e', 1, machine => {
    const items = popMark(machine);
    append(machine, top(machine), items);
  }),
  simple('ADDITEMS', '\x90', 4, machine => {
    popMark(machine);
    change(machine, top(machine), 'set', undefined);
  }),
  simple('SETITEM', 's', 0, machine => {
    const value = pop(machine);
    const key = pop(machine);
    setItems(machine, top(machine), [key, value]);
  }),
  simple('SETITEMS', 'u', 1, machine => {
    const items = popMark(machine);
    setItems(machine, top(machine), items);
  }),
];

function append(machine         , target       , items                  )       {
  if (!change(machine, target, 'list', 'L') || target.kind !== 'list') return
  if (target.sealed) refuse(machine, 'change', 'APPEND', 'changes a list after it has been given away');
  else if (target.items.length < KEPT_ITEMS) target.items.push(...items.slice(0, KEPT_ITEMS - target.items.length));
}

function setItems(machine         , target       , items                  )       {
  if (machine.hear) for (let i = 0; i + 1 < items.length; i += 2) hearEntry(machine, items[i], items[i + 1]);
  if (items.length % 2 === 1) {
    halt(machine, 'a key has no value');
    return
  }
  if (!change(machine, target, 'dict', 'D') || target.kind !== 'dict') return
  if (target.sealed) {
    refuse(machine, 'change', 'SETITEM', 'changes a state after it has been given away');
    return
  }
  for (let i = 0; i < items.length; i += 2) setItem(target, items[i], items[i + 1]);
}

function setItem(target      , key                   , value                   )       {
  if (key?.kind !== 'str' || key.text === undefined) target.fault ??= 'a key that is not literal text';
  else if (key.text !== DOCUMENTATION && key.text.startsWith('__') && key.text.endsWith('__'))
    target.fault ??= `the key ${printable(key.text)}`;
  else if (target.entries.size >= MAX_STATE_KEYS && !target.entries.has(key.text))
    target.fault ??= `more than ${MAX_STATE_KEYS} keys`;
  else if (value) target.entries.set(key.text, value);
}

/** Whether the items may go there: into a container of this stream, or an instance that is listed as one. */
function change(machine         , target       , kind                         , use                       )          {
  if (target.kind === kind || machine.halted !== undefined) return true
  if (target.kind === 'opaque') {
    if (target.refusal) target.refusal.further ??= 'changed';
    return true
  }
  if (use && target.kind === 'instance' && target.of.uses.includes(use) && (target.filled || !target.sealed)) {
    target.filled = true;
    return true
  }
  const name =
    target.kind === 'global' ? target.name.dotted : target.kind === 'instance' ? target.of.dotted : target.kind;
  refuse(
    machine,
    'change',
    name,
    target.kind === 'global' ? 'is imported and then changed' : `is changed as if it were a ${kind}`,
  );
  return false
}

const HIGHEST_PROTOCOL$1 = 5;

const framing = [
  defineOpcode({
    name: 'PROTO',
    code: '\x80',
    protocol: 2,
    argument: uint1,
    run(machine, protocol) {
      if (protocol > HIGHEST_PROTOCOL$1) {
        halt(machine, `protocol ${protocol} does not exist`);
        return
      }
      if (machine.opcodes > 1) deviate(machine, 'PROTO is not the first instruction');
      if (protocol < 2) deviate(machine, `protocol ${protocol} has no PROTO`);
      machine.protocol = protocol;
    },
  }),
  defineOpcode({
    name: 'FRAME',
    code: '\x95',
    protocol: 4,
    argument: uint8,
    run(machine, length) {
      if (machine.frameEnd !== undefined)
        refuse(machine, 'frame', 'FRAME', 'begins inside another frame, which unpicklers read differently');
      machine.frameEnd = machine.position + length;
      if (machine.frameEnd > machine.source.size) deviate(machine, 'a frame is longer than the file');
    },
  }),
  defineOpcode({
    name: 'STOP',
    code: '.',
    protocol: 0,
    argument: nothing,
    run(machine) {
      machine.result = pop(machine);
      if (machine.halted !== undefined) return
      machine.stopped = true;
      if (machine.memmaps !== 0 && machine.joblibArrays === 'replayed')
        refuse(
          machine,
          'import',
          'numpy.memmap',
          'is imported and not only what an array of joblib stands for',
          'memmap',
        );
      if (machine.stack.length > 0 || machine.marks.length > 0) deviate(machine, 'items are left on the stack at STOP');
      if (machine.frameEnd !== undefined && machine.position !== machine.frameEnd)
        deviate(machine, 'a frame is longer than its stream');
    },
  }),
];

const imports = [
  defineOpcode({
    name: 'GLOBAL',
    code: 'c',
    protocol: 0,
    argument: twoLines,
    run: (machine, [module, name]) => push(machine, importName(machine, read$1(machine, module), read$1(machine, name))),
  }),
  defineOpcode({
    name: 'STACK_GLOBAL',
    code: '\x93',
    protocol: 4,
    argument: nothing,
    run(machine) {
      const name = pop(machine);
      const module = pop(machine);
      if (machine.halted !== undefined) return
      const name_ = literal(name);
      const module_ = literal(module);
      if (name_ === null || module_ === null) {
        halt(machine, 'STACK_GLOBAL is given something other than text');
        return
      }
      push(machine, importName(machine, module_, name_));
    },
  }),
  defineOpcode({
    name: 'INST',
    code: 'i',
    protocol: 0,
    argument: twoLines,
    run(machine, [module, name]) {
      const dotted = printable(`${read$1(machine, module) ?? '?'}.${read$1(machine, name) ?? '?'}`);
      const made = refuse(machine, 'import', dotted, 'is imported by INST, which no model file needs');
      popMark(machine);
      if (machine.halted !== undefined) return
      if (made.refusal) made.refusal.further = 'called';
      push(machine, made);
    },
  }),
];

const read$1 = (machine         , { start, end }           ) => decodeText(machine.source, start, end);

/** The text, undefined where it is not spelt literally, null where it is no text. */
function literal(value       )                            {
  if (value.kind === 'str') return value.text
  return value.kind === 'opaque' ? undefined : null
}

function importName(machine         , module                    , name                    )        {
  if (module === undefined || name === undefined)
    return refuse(machine, 'import', '?', 'is imported by a name that is computed or not literal text')
  const allowed = findAllowed(module, name, machine);
  if (!allowed)
    return refuse(machine, 'import', printable(`${module}.${name}`), 'is imported and not on the allow list', name)
  if (!machine.globals.has(allowed.dotted)) machine.globals.set(allowed.dotted, machine.offset);
  return { kind: 'global', name: allowed }
}

const EXTENSION = 'takes an object from a registry that this file does not show';
const PERSISTENT = 'asks the loader for an object that this file does not hold';
const BUFFER$1 = 'takes a buffer that this file does not hold';

const refused =    (
  name        ,
  code        ,
  protocol        ,
  argument             ,
  reason        ,
  before                             = () => undefined,
) =>
  defineOpcode({
    name,
    code,
    protocol,
    argument,
    run(machine) {
      before(machine);
      if (machine.halted === undefined) push(machine, refuse(machine, 'opcode', name, reason));
    },
  });

const refusals = [
  refused('EXT1', '\x82', 2, uint1, EXTENSION),
  refused('EXT2', '\x83', 2, uint2, EXTENSION),
  refused('EXT4', '\x84', 2, int4, EXTENSION),
  refused('PERSID', 'P', 0, line$1, PERSISTENT),
  defineOpcode({
    name: 'BINPERSID',
    code: 'Q',
    protocol: 1,
    argument: nothing,
    run(machine) {
      const id = pop(machine);
      if (machine.halted !== undefined) return
      const found = machine.persistent?.(id) ?? PERSISTENT;
      push(machine, typeof found === 'string' ? refuse(machine, 'opcode', 'BINPERSID', found) : found);
    },
  }),
  refused('NEXT_BUFFER', '\x97', 5, nothing, BUFFER$1),
  refused('READONLY_BUFFER', '\x98', 5, nothing, BUFFER$1, pop),
];

const stack = [
  defineOpcode({
    name: 'MARK',
    code: '(',
    protocol: 0,
    argument: nothing,
    run: machine => {
      machine.marks.push(machine.stack.length);
    },
  }),
  defineOpcode({
    name: 'POP',
    code: '0',
    protocol: 0,
    argument: nothing,
    run(machine) {
      if (machine.stack.length === machine.marks.at(-1)) machine.marks.pop();
      else pop(machine);
    },
  }),
  defineOpcode({
    name: 'POP_MARK',
    code: '1',
    protocol: 1,
    argument: nothing,
    run: machine => {
      popMark(machine);
    },
  }),
  defineOpcode({
    name: 'DUP',
    code: '2',
    protocol: 0,
    argument: nothing,
    run(machine) {
      const value = top(machine);
      refuse(machine, 'opcode', 'DUP', 'is written by no pickler');
      push(machine, value);
    },
  }),
  defineOpcode({
    name: 'GET',
    code: 'g',
    protocol: 0,
    argument: line$1,
    run: (machine, range) => recall(machine, decimal(machine, range) ?? -1),
  }),
  defineOpcode({ name: 'BINGET', code: 'h', protocol: 1, argument: uint1, run: recall }),
  defineOpcode({ name: 'LONG_BINGET', code: 'j', protocol: 1, argument: uint4, run: recall }),
  defineOpcode({
    name: 'PUT',
    code: 'p',
    protocol: 0,
    argument: line$1,
    run(machine, range) {
      const index = decimal(machine, range) ?? -1;
      if (index < 0) halt(machine, 'a memo index is no number');
      else remember(machine, index, top(machine));
    },
  }),
  defineOpcode({
    name: 'BINPUT',
    code: 'q',
    protocol: 1,
    argument: uint1,
    run: (machine, index) => remember(machine, index, top(machine)),
  }),
  defineOpcode({
    name: 'LONG_BINPUT',
    code: 'r',
    protocol: 1,
    argument: uint4,
    run: (machine, index) => remember(machine, index, top(machine)),
  }),
  defineOpcode({
    name: 'MEMOIZE',
    code: '\x94',
    protocol: 4,
    argument: nothing,
    run: machine => remember(machine, machine.memo.size, top(machine)),
  }),
];

function recall(machine         , index        )       {
  const value = machine.memo.get(index);
  if (value === undefined) halt(machine, `memo ${index} was never written`);
  else push(machine, value);
}

/** Longest text that is compared with a name. */
const MAX_NAME$1 = 4096;
const BACKSLASH = 0x5c;

const text$2 = (name        , code        , protocol        , argument                     ) =>
  defineOpcode({ name, code, protocol, argument, run: pushText });

const bytes = (
  name        ,
  code        ,
  protocol        ,
  argument                     ,
  kind                = 'bytes',
) =>
  defineOpcode({
    name,
    code,
    protocol,
    argument,
    run(machine, range) {
      hearBytes(machine, range);
      push(machine, { kind, range });
    },
  });

const texts$2 = [
  text$2('SHORT_BINUNICODE', '\x8c', 4, counted$1(uint1)),
  text$2('BINUNICODE', 'X', 1, counted$1(uint4)),
  text$2('BINUNICODE8', '\x8d', 4, counted$1(uint8)),
  text$2('BINSTRING', 'T', 1, counted$1(int4)),
  text$2('SHORT_BINSTRING', 'U', 1, counted$1(uint1)),
  defineOpcode({ name: 'UNICODE', code: 'V', protocol: 0, argument: line$1, run: pushRawEscaped }),
  defineOpcode({
    name: 'STRING',
    code: 'S',
    protocol: 0,
    argument: line$1,
    run(machine, { start, end }) {
      const quote = byteAt(machine.source, start);
      if (end - start < 2 || (quote !== 0x27 && quote !== 0x22) || byteAt(machine.source, end - 1) !== quote) {
        halt(machine, 'a STRING is not quoted');
        return
      }
      pushEscaped(machine, { start: start + 1, end: end - 1 });
    },
  }),
  bytes('BINBYTES', 'B', 3, counted$1(uint4)),
  bytes('SHORT_BINBYTES', 'C', 3, counted$1(uint1)),
  bytes('BINBYTES8', '\x8e', 4, counted$1(uint8)),
  bytes('BYTEARRAY8', '\x96', 5, counted$1(uint8), 'bytearray'),
];

function pushText(machine         , range           )       {
  const text = decodeText(machine.source, range.start, range.end);
  hearText(machine, range, text);
  push(machine, { kind: 'str', text, range });
}

/** Text in Python's raw-unicode-escape codec; a spelling that no pickler writes is a deviation. */
function pushRawEscaped(machine         , { start, end }           )       {
  const text = end - start > MAX_NAME$1 ? undefined : decodeEscaped(readRange(machine.source, start, end));
  if (text === null) deviate(machine, 'a UNICODE is spelt oddly');
  hearText(machine, { start, end }, text ?? undefined);
  push(machine, { kind: 'str', text: text ?? undefined, range: { start, end, escaped: true } });
}

/** Text with escapes is not literal: what it spells is left open. */
function pushEscaped(machine         , range           )       {
  if (indexOf(machine.source, BACKSLASH, range.start, range.end) === undefined) {
    pushText(machine, range);
    return
  }
  hearText(machine, range);
  push(machine, { kind: 'str', text: undefined, range });
}

var families = /*#__PURE__*/Object.freeze({
  __proto__: null,
  calls: calls,
  constants: constants,
  containers: containers,
  framing: framing,
  imports: imports,
  refusals: refusals,
  stack: stack,
  texts: texts$2
});

/** A machine before its first instruction, which is at `start`. */
function startMachine(
  source        ,
  start        ,
  loader                                                                  ,
)          {
  return {
    ...loader,
    source,
    window: source.window(start, 1),
    offset: start,
    position: start,
    protocol: 0,
    frameEnd: undefined,
    stack: [],
    marks: [],
    memo: new Map(),
    memmaps: 0,
    opcodes: 0,
    globals: new Map(),
    refusals: [],
    refused: 0,
    deviations: [],
    halted: undefined,
    exhausted: false,
    stopped: false,
    result: NONE$1,
  }
}

/** Opcodes that one stream may take. */
const MAX_OPCODES = 20_000_000;

/** The machine's 68 opcodes by code. */
const OPCODES                                  = byCode(Object.values(families).flat());

function byCode(opcodes                   )                         {
  const table = new Array                    (256).fill(undefined);
  for (const opcode of opcodes) table[opcode.code] = opcode;
  return table
}

/**
 * Reads one pickle stream from `start` to its STOP the way CPython's unpicklers do, without importing, calling or building anything.
 * What is not allowed is noted as it is read; the machine's `position` is then the first byte after the stream.
 */
function readPickle(
  source        ,
  start        ,
  joblibArrays              ,
  { persistent, hear }                                                                                         = {},
)          {
  const machine = startMachine(source, start, { joblibArrays, persistent, hear, nested: () => nested(machine) });
  while (machine.halted === undefined && !machine.stopped) step(machine);
  return machine
}

function step(machine         )       {
  machine.offset = machine.position;
  if (machine.frameEnd !== undefined && machine.offset >= machine.frameEnd) machine.frameEnd = undefined;
  const { start, bytes } = windowAt(machine, machine.offset, 1);
  const code = bytes[machine.offset - start];
  machine.position++;
  if (code === undefined) {
    halt(machine, 'the file ends before STOP');
    return
  }
  const opcode = OPCODES[code];
  if (!opcode) {
    halt(machine, `byte 0x${code.toString(16).padStart(2, '0')} is no instruction`);
    return
  }
  if (++machine.opcodes > MAX_OPCODES) {
    exhaust(machine, `${MAX_OPCODES} instructions`);
    return
  }
  // Picklers write PROTO since protocol 2; without one, the instructions are those of protocols 0 and 1.
  if (opcode.protocol > Math.max(machine.protocol, 1) && opcode.name !== 'PROTO')
    deviate(machine, `${opcode.name} is no instruction of protocol ${Math.max(machine.protocol, 1)}`);
  opcode.step(machine);
}

/** Reads a stream inside this one, takes over what was found in it, and goes on after it. */
function nested(machine         )        {
  const inner = readPickle(machine.source, machine.position, 'refused', { hear: machine.hear });
  for (const [name, offset] of inner.globals) if (!machine.globals.has(name)) machine.globals.set(name, offset);
  for (const refusal of inner.refusals) keep(machine.refusals, refusal);
  machine.refused += inner.refused;
  for (const deviation of inner.deviations) keep(machine.deviations, deviation);
  machine.opcodes += inner.opcodes;
  machine.position = inner.position;
  machine.exhausted ||= inner.exhausted;
  if (inner.halted !== undefined) halt(machine, inner.halted);
  return inner.result
}

const SAFER$2 =
  'Have the model saved again without it, as skops or safetensors if it can be, or ask for the name to be put on the allow list';
const SAVE_AGAIN$4 = 'Save it again with pickle protocol 5 or a current joblib';
const ONE_READING = 'Save it with pickle.dump(model, file, protocol=5), which every loader reads alike';

/** To pickle.load the start of a zip archive asks for a persistent id, of which it has none: it ends there. */
const ZIP = 'PK\x03\x04';

/** numpy's own nested pickles reach these by a memo that pickle.load fills otherwise; nothing called so can do harm. */
const NUMPY_BY_MEMO                                  = ['dtype', 'scalar'];

/** Inspects one pickle, or one file of joblib's, from `start` to the last byte. */
function inspectPickle(
  source        ,
  kind                     ,
  { start = 0, hear }                                                                = {},
)             {
  const machine = readPickle(source, start, kind === 'joblib' ? 'replayed' : 'refused', { hear });
  const judged = judgePickle(machine);
  if (kind !== 'joblib' || (judged.status !== 'pass' && !judged.soundApart)) return judged
  const other = otherReading(source, new Set(machine.refusals.map(({ name }) => name)));
  if (other === undefined) return judged
  if (judged.status === 'fail') {
    const { soundApart: _, ...rest } = judged;
    return rest
  }
  return {
    ...judged,
    status: 'inconclusive',
    reason: `joblib.load reads only what is allowed, but pickle.load would take an array for instructions: ${other}`,
    hint: ONE_READING,
  }
}

/** What a stream that has been read comes to, if the file goes on at `end` with what is no part of it. */
function judgePickle(machine         , end = machine.source.size)             {
  const globals = machine.globals.size;
  const findings = machine.refusals.map(finding);
  const libraries = [...new Set([...machine.globals.keys()].map(name => name.split('.', 1)[0] ?? name))];
  const base = { findings, found: machine.refused, globals, ...(globals > 0 && { libraries }) };
  const unclear = doubtOf(machine, end);
  if (machine.refused > 0)
    return {
      ...base,
      status: 'fail',
      reason: `${refusalSentence(machine)}${besides(unclear)}`,
      hint: SAFER$2,
      ...(unclear === undefined && { soundApart: true }),
    }
  if (unclear !== undefined) return { ...base, status: 'inconclusive', reason: unclear, hint: SAVE_AGAIN$4 }
  return {
    ...base,
    status: 'pass',
    reason: `Imports ${globals} ${globals === 1 ? 'name' : 'names'}, all on the allow list`,
  }
}

/** Whether a loader would call something from these bytes, whatever else they are: a pickle needs no magic number. */
function readsAsPickle(source        )          {
  if (hasAt(source, ZIP)) return false
  const machine = readPickle(source, 0, 'refused');
  return (
    machine.exhausted ||
    machine.refusals.some(isCall) ||
    isWhole(machine) ||
    // Of text, a word that begins with c or i would be one.
    (machine.refusals.some(isImport) && !isText(source)) ||
    (machine.stopped && (machine.globals.size > 0 || machine.refusals.some(({ kind }) => kind === 'import')))
  )
}

/** Whether the bytes are one pickle from the first to the last, as picklers before protocol 2 wrote it, of plain values. */
const isWhole = ({ protocol, stopped, position, source, deviations, refused, opcodes }         ) =>
  protocol === 0 && stopped && position === source.size && deviations.length === 0 && refused === 0 && opcodes > 2;

/** Whether a loader would import a module, if it is there: its name is one. */
const isImport = ({ kind, name }         ) => kind === 'import' && /^[A-Za-z_]\w*\./.test(name);

const isCall = ({ kind, further }         ) =>
  further !== undefined || kind === 'call' || kind === 'change' || kind === 'frame';

/** What pickle.load would do with joblib's file besides what is `known`, where arrays are no arrays but further instructions. */
function otherReading(source        , known                     )                     {
  const machine = readPickle(source, 0, 'kept');
  const first = machine.refusals.find(
    ({ kind, qualname, name }) => kind !== 'opcode' && !NUMPY_BY_MEMO.includes(qualname) && !known.has(name),
  );
  if (first) return `${first.name} ${first.reason}`
  return machine.exhausted ? machine.halted : undefined
}

function finding({ offset, name, reason, kind, further }         )          {
  return {
    offset,
    name,
    reason: kind === 'import' && further ? reason.replace('imported', `imported and ${further}`) : reason,
  }
}

function refusalSentence(machine         )         {
  const shown = machine.refusals.slice(0, 1).map(finding);
  const more = machine.refused > 1 ? ` (and ${machine.refused - 1} more)` : '';
  return `Expected a file that only restores a model but ${shown.map(({ name, reason }) => `${name} ${reason}`)}${more}`
}

const besides = (unclear                    ) =>
  unclear === undefined ? '' : `; besides, ${unclear.charAt(0).toLowerCase()}${unclear.slice(1)}`;

/** Why the bytes cannot be followed to the end the way every unpickler does. */
function doubtOf(machine         , end        )                     {
  if (machine.halted !== undefined) return `Expected a whole pickle but at byte ${machine.offset} ${machine.halted}`
  const [deviation] = machine.deviations;
  if (deviation) return `Expected a stream as picklers write it but at byte ${deviation.offset} ${deviation.reason}`
  const rest = end - machine.position;
  return rest === 0
    ? undefined
    : `Expected nothing after STOP but found ${grouped(rest)} more bytes at byte ${machine.position}`
}

const PROTO$1 = 0x80;
const HIGHEST_PROTOCOL = 5;

/** PROTO and LONG1 of torch's magic number 0x1950a86a20f9469cfc6c (torch/serialization.py). */
const TORCH_LEGACY = '\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.';

/** Whether the first instruction is PROTO, as in every pickle since protocol 2. */
const startsAsPickle = (source        )          =>
  byteAt(source, 0) === PROTO$1 && (byteAt(source, 1) ?? 255) <= HIGHEST_PROTOCOL && !hasAt(source, TORCH_LEGACY);

/** joblib's pickle (0.10 and later), with the bytes of arrays between the instructions. */
const joblib = defineFormat({
  id: 'joblib',
  title: 'a joblib file',
  recognise: source => startsAsPickle(source) && hasJoblibArrays(source),
  inspect: (source, { hear }) => inspectPickle(source, 'joblib', { hear }),
});

/** Python pickle, protocols 0 to 5; those before 2 have no PROTO and are told by what a loader would do with them. */
const pickle = defineFormat({
  id: 'pickle',
  title: 'a pickle',
  // Of protocol 0, which is text to the last byte.
  within: 'text',
  recognise: source => (startsAsPickle(source) ? !hasJoblibArrays(source) : readsAsPickle(source)),
  inspect: (source, { hear }) => inspectPickle(source, 'pickle', { hear }),
});

/** Most bytes that an inspection may hold at once; what is larger is read piece by piece or not at all. */
const MAX_HELD = 256 * 1024 * 1024;

                                                                                                          

/** The inspection of a format whose bytes are needed all at once: a larger file of it is inconclusive, and says so. */
const heldWhole =
  (inspect                     )                  =>
  (source, context) =>
    source.size > MAX_HELD ? tooLarge(source.size) : inspect(wholeOf$1(source), context);

const tooLarge = (size        )             => ({
  ...inconclusive(
    `Expected at most ${grouped(MAX_HELD)} bytes of a format that has to be read at once but found ${grouped(size)}`,
    'Keep it out of the scanned paths, or save the model as safetensors, which is read piece by piece at any size',
  ),
  limit: 'size',
});

const WRITE_AGAIN$1 = 'Write the file again, or keep it out of the scanned paths';
const UNPACK = 'Unpack it, or keep it out of the scanned paths';

/** Inspects a compressed pickle or joblib file; one that breaks off is inspected as far as it goes, for that far it would be loaded. */
function inspectCompressed(
  codec       ,
  source        ,
  context                   ,
)                                   {
  return heldWhole(async bytes => {
    const { bytes: unpacked, fault, limit } = await context.decompress(codec, bytes);
    const content = memorySource(unpacked);
    const format = [pickle, joblib].find(candidate => candidate.recognise(content));
    const inspection = format ? await format.inspect(content, context) : await inspectOther$1(content, context);
    if (fault !== undefined && inspection.status !== 'fail') {
      const doubt = inconclusive(`Expected a whole ${codec} stream but ${fault}`, WRITE_AGAIN$1);
      return { ...inspection, ...doubt, ...(limit && { limit }) }
    }
    const { soundApart, ...rest } = inspection;
    return {
      ...rest,
      ...(soundApart && fault === undefined && { soundApart }),
      reason: `${inspection.reason} (inside the ${codec} stream, bytes counted after decompression)`,
    }
  })(source, context)
}

/** Nothing loads anything else from a compressed stream; what it would run when it is unpacked is found all the same. */
async function inspectOther$1(content        , context                   )                      {
  const inside = (await context.inside?.(content))?.inspection;
  if (inside?.status === 'fail' || inside?.limit !== undefined) {
    const { soundApart: _, ...rest } = inside;
    return rest
  }
  return inconclusive(
    'Expected a pickle or joblib file inside but found something else, which cannot be read yet',
    UNPACK,
  )
}

/** Also a codec of joblib's. */
const bzip2 = defineFormat({
  id: 'bzip2',
  title: 'a bzip2 stream',
  recognise: source => hasAt(source, 'BZh'),
  inspect: (source, context) => inspectCompressed('bzip2', source, context),
});

/** Why a buffer cannot be read; the message continues a sentence that begins with the file. */
class FlatFault extends Error {
                    name = 'FlatFault'
}

/** What a field holds, and where; places count from the first byte of the buffer. */
                       
                                                                           
                                                                              
                                                                                                    
                                                                     
                                                                      

/** A table of a buffer that has been read: a value for every slot that is there. */
                            
                       
                     
                         
                                                     
 

/** The whole number of a field, signed; `absent` where it is not there. */
function wholeOf({ values, view }           , slot        , absent        )         {
  const value = values[slot];
  if (value?.kind !== 'number') return absent
  if (value.size === 1) return view.getInt8(value.at)
  return value.size === 2 ? view.getInt16(value.at, true) : view.getInt32(value.at, true)
}

/** How many numbers a vector has, none where it is not there. */
function countOf({ values }           , slot        )         {
  const value = values[slot];
  return value?.kind === 'numbers' ? value.count : 0
}

/** One number of a vector of 32-bit numbers, without a sign; it must be among them. */
function word({ values, view }           , slot        , index        )         {
  const value = values[slot];
  if (value?.kind !== 'numbers') throw new RangeError('There is no such vector')
  return view.getUint32(value.at + index * value.size, true)
}

/** The tables of a field: none, one or a vector of them. */
function tablesOf({ values }           , slot        )                       {
  const value = values[slot];
  return value?.kind === 'tables' ? value.tables : []
}

/** The texts of a field, one or a vector of them, undecoded. */
function textsOf$1({ values }           , slot        )                        {
  const value = values[slot];
  if (value?.kind === 'text') return [value.bytes]
  return value?.kind === 'texts' ? value.texts : []
}

/** Most bytes that a writer leaves out to begin the next part at a multiple of sixteen. */
const MOST_PADDING = 15;

/** A part of the buffer that something refers to: its first byte and the one after its last. */
                                                        

/**
 * Where the last part ends. Throws unless the parts follow one another: two are the same or apart, and between them is
 * nothing but the zeros that align the next. A loader never reads what nothing refers to; so something could be hidden there.
 */
function requireCovered(bytes            , parts                 )         {
  let [last, end] = [0, 0];
  for (const [start, stop] of parts.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (start === last && stop === end) continue
    if (start < end) throw new FlatFault(`has parts that overlap at byte ${start}`)
    requirePadding(bytes, end, start);
    last = start;
    end = stop;
  }
  return end
}

/** Throws where between two places there is more than the zeros that align what follows. */
function requirePadding(bytes            , start        , end        )       {
  if (end - start > MOST_PADDING || bytes.subarray(start, end).some(byte => byte !== 0))
    throw new FlatFault(`has bytes from ${start} on that nothing refers to`)
}

/** A reference, a length, a vector's count. */
const WORD$3 = 4;
/** Of a table of places: its own size and that of the tables it is of. */
const PLACES_HEAD = 4;

                   
                            
                         
                        
                                                    
                                       
 

/** A buffer's root, and where the buffer ends in what it was read from. */
                             
                          
                      
 

/**
 * Reads a buffer of FlatBuffers (flatbuffers.dev/internals) by the shape of its root: every reference stays within it and
 * goes forward, no table has a field that its shape does not know, and every byte up to its end belongs to one part.
 * `identifier` is the four letters after the reference to the root, of a format that has them. Throws FlatFault.
 */
function readFlatbuffer(bytes            , shape       , identifier = '')             {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const reading = { bytes, view, parts: [], read: new Map() };
  try {
    take$1(reading, 0, WORD$3 + identifier.length);
    const root = readTable(reading, view.getUint32(0, true), shape);
    return { root, end: requireCovered(bytes, reading.parts) }
  } catch (error) {
    if (error instanceof RangeError) throw new FlatFault('refers to what lies outside it')
    throw error
  }
}

/** The root of a buffer that nothing but zeros follows. */
function readWholeFlatbuffer(bytes            , shape       )            {
  const { root, end } = readFlatbuffer(bytes, shape);
  requirePadding(bytes, end, bytes.length);
  return root
}

function readTable(reading         , at        , shape       )            {
  const { view, read } = reading;
  const known = read.get(at);
  if (known?.shape === shape) return known
  if (known) throw new FlatFault(`has something at byte ${at} that is both ${known.shape.name} and ${shape.name}`)
  const places = at - view.getInt32(at, true);
  const size = view.getUint16(places + 2, true);
  const slots = (view.getUint16(places, true) - PLACES_HEAD) / 2;
  if (!Number.isInteger(slots) || slots < 0 || size < WORD$3) throw new FlatFault(`has a broken table at byte ${at}`)
  take$1(reading, places, PLACES_HEAD + slots * 2);
  const distances = Array.from({ length: slots }, (_, slot) => view.getUint16(places + PLACES_HEAD + slot * 2, true));
  const end = endOfFields(reading, { at, shape, distances });
  if (end > size) throw new FlatFault(`has a broken table at byte ${at}`)
  take$1(reading, at, end);
  const values                            = [];
  for (const [slot, field] of shape.fields.entries()) {
    const distance = distances[slot] ?? 0;
    values.push(distance === 0 ? undefined : readField(reading, at + distance, field, values[slot - 1]));
  }
  const table = { shape, at, view, values };
  read.set(at, table);
  return table
}

                  
                     
                       
                                       
 

/**
 * Where a table ends, from its first byte. Its fields lie one after the other, with nothing but zeros between them. Some
 * writers state a greater size, of which readers make nothing, so that what follows belongs to the table by its last field only.
 */
function endOfFields({ bytes }         , { at, shape, distances }        )         {
  const fields = distances
    .flatMap((distance, slot) => (distance === 0 ? [] : [{ distance, slot }]))
    .sort((a, b) => a.distance - b.distance);
  let end = WORD$3;
  for (const { distance, slot } of fields) {
    const field = shape.fields[slot];
    if (!field) throw new FlatFault(`has a field ${slot} in ${shape.name} that is not known`)
    if (distance < end) throw new FlatFault(`has fields of ${shape.name} that overlap at byte ${at + distance}`)
    requireZeros(bytes, at + end, at + distance);
    end = distance + (field.kind === 'number' ? field.size : WORD$3);
  }
  return end
}

function requireZeros(bytes            , start        , end        )       {
  if (bytes.subarray(start, end).some(byte => byte !== 0))
    throw new FlatFault(`has bytes from ${start} on that nothing refers to`)
}

function readField(reading         , at        , field       , before                       )            {
  if (field.kind === 'number') return { kind: 'number', at, size: field.size }
  const target = follow(reading, at);
  if (field.kind === 'text') return { kind: 'text', at: target, bytes: readText(reading, target) }
  if (field.kind === 'table') return { kind: 'tables', tables: [readTable(reading, target, field.of)] }
  if (field.kind === 'union')
    return { kind: 'tables', tables: [readTable(reading, target, memberOf(field, reading, before))] }
  const count = reading.view.getUint32(target, true);
  const size = field.kind === 'numbers' ? field.size : WORD$3;
  take$1(reading, target, WORD$3 + count * size);
  if (field.kind === 'numbers') return { kind: 'numbers', at: target + WORD$3, count, size }
  const targets = Array.from({ length: count }, (_, i) => follow(reading, target + WORD$3 + i * WORD$3));
  return field.kind === 'texts'
    ? { kind: 'texts', texts: targets.map(each => readText(reading, each)) }
    : { kind: 'tables', tables: targets.map(each => readTable(reading, each, field.of)) }
}

/** The shape of a union's table goes by the number before it. */
function memberOf(field                           , { view }         , before                       )        {
  const type = before?.kind === 'number' ? view.getUint8(before.at) : 0;
  const shape = field.of[type - 1];
  if (!shape) throw new FlatFault(`has a table of kind ${type} that is not known`)
  return shape
}

function readText(reading         , at        )             {
  const { bytes, view } = reading;
  const end = at + WORD$3 + view.getUint32(at, true);
  take$1(reading, at, end + 1 - at);
  if (bytes[end] !== 0) throw new FlatFault(`has a text at byte ${at} that does not end`)
  return bytes.subarray(at + WORD$3, end)
}

/** References go forward only, so that no table is part of itself. */
function follow({ view }         , at        )         {
  const distance = view.getUint32(at, true);
  if (distance === 0) throw new FlatFault(`has a reference to itself at byte ${at}`)
  return at + distance
}

function take$1({ bytes, parts }         , start        , length        )       {
  if (start < 0 || start + length > bytes.length) throw new FlatFault('refers to what lies outside it')
  parts.push([start, start + length]);
}

/** Reads what follows the core of a CatBoost model front to back. Every step throws FlatFault where it would leave the file. */
                             
                            
                         
            
 

const partReader = (bytes            , at        )             => ({
  bytes,
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  at,
});

/** Bytes of what CatBoost writes before a part, and of its identifiers (catboost/libs/helpers/serialization.cpp, guid.h). */
const BLOCK$1 = 16;

/** Passes over so many bytes; gives where they begin. */
function skip(reader            , length        )         {
  const { at, bytes } = reader;
  if (length > bytes.length - at) throw new FlatFault('breaks off')
  reader.at = at + length;
  return at
}

/** The next so many bytes. */
function take(reader            , length        )             {
  const at = skip(reader, length);
  return reader.bytes.subarray(at, at + length)
}

/** A number of 32 bits without a sign. */
const takeWord = (reader            )         => reader.view.getUint32(skip(reader, 4), true);

/** A number of 64 bits without a sign; one that no file can hold is refused. */
function takeLong(reader            )         {
  const value = reader.view.getBigUint64(skip(reader, 8), true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new FlatFault(`has a length of ${value}`)
  return Number(value)
}

/** A length, and a buffer of FlatBuffers that is so long. */
const takeTable = (reader            , shape       )            =>
  readWholeFlatbuffer(take(reader, takeLong(reader)), shape);

/** An identifier, as text to be compared with others. */
const takeIdentifier = (reader            )         => latin1(take(reader, BLOCK$1));

/** Passes over the name that a part begins with, and the zeros after it. */
function requireName(reader            , name        )       {
  const { at } = reader;
  if (latin1(take(reader, BLOCK$1)) !== name.padEnd(BLOCK$1, '\0')) throw new FlatFault(`has no ${name} at byte ${at}`)
}

/** A number of 32 bits, and a text that is so long. */
const takeText = (reader            )             => take(reader, takeWord(reader));

/** How a field of a table is laid out (flatbuffers.dev/internals). */
                   
                                                                  
                                                      
                             
                                                              
                                                       
                              
                                                  
                                                   
                                                                                         
                                                             

/** A table's fields in the order of their slots. */
                        
                       
                                   
 

const number = (size        )        => ({ kind: 'number', size });
const numbers$1 = (size        )        => ({ kind: 'numbers', size });
const text$1        = { kind: 'text' };
const texts$1        = { kind: 'texts' };
const table = (of       )        => ({ kind: 'table', of });
const tables = (of       )        => ({ kind: 'tables', of });
const union = (...of         )        => ({ kind: 'union', of });

// The slots of CatBoost's tables, in the order of model.fbs, features.fbs and ctr_data.fbs of release 1.2.10.

const FLAG$1 = number(1);
const INT$2 = number(4);
const FLOAT$1 = number(4);
const DOUBLE = number(8);
/** Two indices, or an index and a border. */
const SPLITS = numbers$1(8);

const pair        = { name: 'TKeyValue', fields: [text$1, text$1] };
const category        = { name: 'TCatFeature', fields: [INT$2, INT$2, text$1, FLAG$1] };
const float        = { name: 'TFloatFeature', fields: [FLAG$1, INT$2, INT$2, numbers$1(4), text$1, FLAG$1] };
const words$3        = { name: 'TTextFeature', fields: [INT$2, INT$2, text$1, FLAG$1] };
const embedding        = { name: 'TEmbeddingFeature', fields: [INT$2, INT$2, text$1, INT$2, FLAG$1] };
const estimated        = { name: 'TEstimatedFeature', fields: [INT$2, number(16), INT$2, numbers$1(4), FLAG$1] };
const oneHot        = { name: 'TOneHotFeature', fields: [INT$2, numbers$1(4), texts$1] };
const combination        = { name: 'TFeatureCombination', fields: [numbers$1(4), SPLITS, SPLITS] };
const counterBase        = { name: 'TModelCtrBase', fields: [table(combination), FLAG$1, INT$2] };
const counter        = { name: 'TModelCtr', fields: [table(counterBase), INT$2, FLOAT$1, FLOAT$1, FLOAT$1, FLOAT$1] };
const counterFeature        = { name: 'TCtrFeature', fields: [table(counter), numbers$1(4)] };

/** Slots of the trees. */
const TREES = {
  dimension: 0,
  splits: 1,
  sizes: 2,
  starts: 3,
  floats: 5,
  oneHots: 6,
  counters: 7,
  leafValues: 8,
  leafWeights: 9,
  steps: 10,
  leaves: 11,
  estimated: 13,
};         

const trees        = {
  name: 'TModelTrees',
  fields: [
    INT$2,
    numbers$1(4),
    numbers$1(4),
    numbers$1(4),
    tables(category),
    tables(float),
    tables(oneHot),
    tables(counterFeature),
    numbers$1(8),
    numbers$1(8),
    numbers$1(4),
    numbers$1(4),
    tables(words$3),
    tables(estimated),
    DOUBLE,
    DOUBLE,
    numbers$1(8),
    numbers$1(4),
    tables(embedding),
  ],
};

/** Slots of the core. */
const CORE = { trees: 1, parameters: 2, parts: 3 };         

const core        = { name: 'TModelCore', fields: [text$1, table(trees), tables(pair), texts$1] };

/** Slots of what is counted of one combination of categories. */
const COUNTED = { buckets: 1, blob: 2, classes: 4 };         

const counted        = {
  name: 'TCtrValueTable',
  fields: [table(counterBase), numbers$1(1), numbers$1(1), INT$2, INT$2],
};

/** A hash of eight bytes, and the place of what was counted of it. */
const BUCKET$2 = 12;
const EMPTY = 0xffffffff;
/** Bytes of one count. */
const COUNT$1 = 4;

/** Passes over the tables of what was counted of categories. Throws FlatFault. */
function readCounted(reader            )       {
  const count = takeWord(reader);
  for (let i = 0; i < count; i++) requireBuckets$1(readWholeFlatbuffer(take(reader, takeWord(reader)), counted));
}

/** Every place that a bucket names is one of the blob's rows. */
function requireBuckets$1(table           )       {
  const buckets = countOf(table, COUNTED.buckets);
  const value = table.values[COUNTED.buckets];
  if (buckets % BUCKET$2 !== 0 || value?.kind !== 'numbers') throw new FlatFault('has buckets of an unknown layout')
  const perRow = COUNT$1 * Math.max(1, wholeOf(table, COUNTED.classes, 0));
  const rows = Math.floor(countOf(table, COUNTED.blob) / perRow);
  for (let at = value.at; at < value.at + buckets; at += BUCKET$2) {
    const place = table.view.getUint32(at + 8, true);
    if (place !== EMPTY && place >= rows) throw new FlatFault(`has a bucket at byte ${at} with nothing counted`)
  }
}

/** Bytes of an identifier (catboost/libs/helpers/flatbuffers/guid.fbs). */
const IDENTIFIER$1 = 16;

/** The identifiers of a field, one or a vector of them, each as text. */
function identifiersOf({ values, view }           , slot        )           {
  const value = values[slot];
  if (value?.kind !== 'number' && value?.kind !== 'numbers') return []
  if (value.size !== IDENTIFIER$1) throw new FlatFault('has identifiers of another length')
  const count = value.kind === 'numbers' ? value.count : 1;
  return Array.from({ length: count }, (_, i) =>
    latin1(new Uint8Array(view.buffer, view.byteOffset + value.at + i * IDENTIFIER$1, IDENTIFIER$1)),
  )
}

// The slots of the tables of texts and embeddings, in the order of text_processing_collection.fbs, feature_calcers.fbs,
// dictionary_meta_info.fbs, embedding_processing_collection.fbs and embedding_feature_calcers.fbs of release 1.2.10.

const FLAG = number(1);
const INT$1 = number(4);
const FLOAT = number(4);
const LONG$2 = number(8);
const IDENTIFIERS = numbers$1(IDENTIFIER$1);

const neighbours        = { name: 'AdjacencyList', fields: [numbers$1(4)] };

/** Slots of the head of what is done with texts. */
const TEXTS = { tokenizers: 0, dictionaries: 1, calcers: 2, ofFeatures: 3, ofTokenized: 4 };         

const texts        = {
  name: 'TCollectionHeader',
  fields: [IDENTIFIERS, IDENTIFIERS, IDENTIFIERS, tables(neighbours), tables(neighbours)],
};

/** Slots of the head of what is done with embeddings. */
const EMBEDDINGS = { calcers: 0, ofFeatures: 1 };         

const embeddings        = { name: 'TCollectionHeader', fields: [IDENTIFIERS, tables(neighbours)] };

/** Slots of what begins each part. */
const PART = { kind: 0, identifier: 1 };         

const part        = { name: 'TCollectionPart', fields: [FLAG, number(IDENTIFIER$1)] };

/** Slots of a dictionary. */
const DICTIONARY$1 = { options: 1 };         

/** Slots of a dictionary's options. */
const OPTIONS$1 = { level: 0, gramOrder: 1 };         

const options$1        = { name: 'TDictionaryOptions', fields: [FLAG, INT$1, INT$1, INT$1, FLAG, FLAG] };

const dictionary        = { name: 'TDictionaryMetaInfo', fields: [INT$1, table(options$1), INT$1, INT$1] };

/** Slots of what counts or projects. */
const CALCER$2 = { identifier: 0, active: 1, kind: 2, of: 3 };         

/** Slots of BM25. */
const BM25 = { classes: 0, ofClasses: 5};         

const bm25        = { name: 'TBM25', fields: [INT$1, FLOAT, FLOAT, FLOAT, LONG$2, numbers$1(8), numbers$1(8)] };

/** Slots of naive Bayes. */
const BAYES = { classes: 0, documents: 4, ofClasses: 5 };         

const bayes        = { name: 'TNaiveBayes', fields: [INT$1, FLOAT, FLOAT, LONG$2, numbers$1(4), numbers$1(8)] };

/** Slots of a bag of words. */
const WORDS$1 = { tokens: 0 };         

const words$2        = { name: 'TBoW', fields: [INT$1] };

const textCalcer        = {
  name: 'TFeatureCalcer',
  fields: [number(IDENTIFIER$1), numbers$1(4), FLAG, union(bm25, bayes, words$2)],
};

/** Slots of a linear discriminant analysis. */
const LDA = { dimension: 0, projected: 2, probabilities: 3, matrix: 4, isOfClasses: 5 };         

const lda        = { name: 'TLDA', fields: [INT$1, INT$1, INT$1, FLAG, numbers$1(4), FLAG] };

/** Slots of nearest neighbours. */
const KNN = { dimension: 0, classes: 1, size: 3, isOfClasses: 4 };         

const knn        = { name: 'TKNN', fields: [INT$1, INT$1, INT$1, INT$1, FLAG] };

const embeddingCalcer        = {
  name: 'TEmbeddingCalcer',
  fields: [number(IDENTIFIER$1), numbers$1(4), FLAG, union(lda, knn)],
};

/** Throws unless each number that the trees are given is one of those that are made; CatBoost reads them without a look. */
function requireActive(calcer           , outputs        )       {
  for (let i = 0; i < countOf(calcer, CALCER$2.active); i++)
    if (word(calcer, CALCER$2.active, i) >= outputs) throw new FlatFault(`gives the trees a number that it does not have`)
}

const WORD$2 = 4;

/**
 * Passes over a graph of nearest neighbours in `length` bytes: how many at most, the size of each level, the neighbours of each of its
 * items (library/cpp/online_hnsw/base/index_writer.cpp). Throws FlatFault unless every neighbour is one of the level's items.
 */
function requireNeighbours(reader            , length        , size        )       {
  const end = reader.at + length;
  if (length === 0) return
  const most = takeWord(reader);
  const levels = takeWord(reader);
  if (levels > length / WORD$2) throw new FlatFault('breaks off')
  const sizes = Array.from({ length: levels }, () => takeWord(reader));
  if (most === 0 || sizes.some((each, i) => each < 1 || each > (sizes[i - 1] ?? size)))
    throw new FlatFault('has neighbours of embeddings that it does not have')
  for (const items of sizes) {
    const neighbours = items * Math.min(most, items - 1);
    if (neighbours * WORD$2 > end - reader.at) throw new FlatFault('breaks off')
    for (let i = 0; i < neighbours; i++)
      if (takeWord(reader) >= items) throw new FlatFault('has neighbours of embeddings that it does not have')
  }
  if (reader.at !== end) throw new FlatFault('has neighbours of another length than it says')
}

/** CatBoost's own numbers of what is made of embeddings, by those of the tables that describe them (catboost/private/libs/options/enums.h). */
const KINDS$2 = [undefined, 3, 4];
const OF_LDA = 1;
const WORD$1 = 4;

/** Passes over what makes numbers of embeddings; gives its identifier. Throws FlatFault. */
function readEmbeddingCalcer(reader            )         {
  requireName(reader, 'EmbedCalcerV1');
  const kind = takeWord(reader);
  const calcer = takeTable(reader, embeddingCalcer);
  const union = wholeOf(calcer, CALCER$2.kind, 0);
  const [of] = tablesOf(calcer, CALCER$2.of);
  if (!of || KINDS$2[union] !== kind)
    throw new FlatFault(`has something of kind ${kind} that is not known to read embeddings`)
  requireActive(calcer, union === OF_LDA ? projectedOf(of) : outputsOf(of));
  if (union !== OF_LDA) readCloud(reader, of);
  return identifiersOf(calcer, CALCER$2.identifier)[0] ?? ''
}

/** Numbers that a linear discriminant analysis makes. Of its classes the file holds nothing, where CatBoost would read for probabilities. */
function projectedOf(lda           )         {
  const projected = wholeOf(lda, LDA.projected, 0);
  if (countOf(lda, LDA.matrix) !== projected * wholeOf(lda, LDA.dimension, 0))
    throw new FlatFault('has a projection of other dimensions than it says')
  if (wholeOf(lda, LDA.isOfClasses, 1) !== 0 && wholeOf(lda, LDA.probabilities, 0) !== 0)
    throw new FlatFault('asks for probabilities of classes that the file does not describe')
  return projected
}

const isOfClasses = (knn           ) => wholeOf(knn, KNN.isOfClasses, 1) !== 0;

/** Numbers that nearest neighbours make: one of each class, or the mean of their targets. */
const outputsOf = (knn           ) => (isOfClasses(knn) ? wholeOf(knn, KNN.classes, 0) : 1);

/** Of each known embedding its target, its neighbours and itself (catboost/private/libs/embedding_features/knn.cpp). */
function readCloud(reader            , knn           )       {
  const size = wholeOf(knn, KNN.size, 0);
  if (takeWord(reader) !== size) throw new FlatFault('has not as many targets as embeddings')
  const classes = isOfClasses(knn) ? wholeOf(knn, KNN.classes, 0) : undefined;
  for (let i = 0; i < size; i++) {
    const target = takeWord(reader);
    if (classes !== undefined && target >= classes)
      throw new FlatFault('has an embedding of a class that it does not have')
  }
  requireNeighbours(reader, takeWord(reader), size);
  const numbers = takeWord(reader);
  if (numbers !== size * wholeOf(knn, KNN.dimension, 0))
    throw new FlatFault('has embeddings of other dimensions than it says')
  skip(reader, numbers * WORD$1);
}

/** A part that must come next, and how it is read: it gives the identifier that it has itself. */
                    
                       
                                         
                             
 

/** Passes over parts of which each says what it is before it begins. CatBoost finds them by their identifiers, so no two have the same. */
function requireParts(reader            , parts                     )       {
  if (new Set(parts.map(({ identifier }) => identifier)).size !== parts.length)
    throw new FlatFault('has two parts with one identifier')
  let before             = new Uint8Array();
  for (const { kind, identifier, read } of parts) {
    const { at } = reader;
    const bytes = take(reader, takeLong(reader));
    const told = readHead(bytes, before);
    before = bytes;
    const isNext = wholeOf(told, PART.kind, 0) === kind && identifiersOf(told, PART.identifier)[0] === identifier;
    if (!isNext || read() !== identifier) throw new FlatFault(`has a part at byte ${at} that does not belong there`)
  }
}

/** What says that a part follows. Releases up to 1.2.3 write behind it that of the part before once more, in the same buffer. */
function readHead(bytes            , before            )            {
  const { root, end } = readFlatbuffer(bytes, part);
  const rest = bytes.subarray(end);
  const isAgain = rest.length === before.length && rest.every((byte, i) => byte === before[i]);
  if (!isAgain) requirePadding(bytes, end, bytes.length);
  return root
}

const NEIGHBOURS = 0;

/** Throws unless each of the lists of places in this slot is of less than `count`. */
function requireWithin(head           , slot        , count        )       {
  for (const list of tablesOf(head, slot))
    for (let i = 0; i < countOf(list, NEIGHBOURS); i++)
      if (word(list, NEIGHBOURS, i) >= count) throw new FlatFault('refers to a part that it does not have')
}

const CALCER$1 = 0;

/**
 * Passes over what makes numbers of embeddings, in the order that the head names it
 * (catboost/private/libs/embedding_features/embedding_processing_collection.cpp). Throws FlatFault.
 */
function readEmbeddings(reader            )       {
  requireName(reader, 'embed_process_1');
  const head = takeTable(reader, embeddings);
  const calcers = identifiersOf(head, EMBEDDINGS.calcers);
  requireWithin(head, EMBEDDINGS.ofFeatures, calcers.length);
  requireParts(
    reader,
    calcers.map(identifier => ({ kind: CALCER$1, identifier, read: () => readEmbeddingCalcer(reader) })),
  );
}

/**
 * Throws unless a table of hashes has two to some power of buckets, some of them free: a search for what is not in it goes on until
 * it meets one that is, and CatBoost would search a full table for ever. Gives how many are taken.
 */
function requireFree(buckets        , isFree                            )         {
  if (buckets < 1 || !Number.isInteger(Math.log2(buckets)))
    throw new FlatFault(`has a table of hashes with ${buckets} buckets`)
  let taken = 0;
  for (let i = 0; i < buckets; i++) if (!isFree(i)) taken++;
  if (taken === buckets) throw new FlatFault('has a table of hashes without a free bucket')
  return taken
}

/** Longest series of tokens that CatBoost knows. */
const MOST_GRAMS = 5;
/** A hash, an identifier, and four bytes that align the next. */
const BUCKET$1 = 16;
const HEAD$1 = 16;

/**
 * Passes over the tokens that are known, by their hashes; gives the identifier of the dictionary
 * (library/cpp/text_processing/dictionary/mmap_frequency_based_dictionary_impl.h). Throws FlatFault.
 */
function readDictionary(reader            )         {
  requireName(reader, 'DictionaryV1');
  const identifier = takeIdentifier(reader);
  const start = reader.at;
  requireName(reader, 'MMapDictionary');
  const length = takeLong(reader);
  const begin = reader.at;
  const told = readWholeFlatbuffer(take(reader, takeLong(reader)), dictionary);
  const [options] = tablesOf(told, DICTIONARY$1.options);
  if (!options) throw new FlatFault('has a dictionary without options')
  const order = wholeOf(options, OPTIONS$1.gramOrder, 1);
  if (order < 1 || order > MOST_GRAMS) throw new FlatFault(`has a dictionary of ${order} tokens in a row`)
  const isOfOne = wholeOf(options, OPTIONS$1.level, 0) === 1 || order === 1;
  for (let tables = isOfOne ? 1 : 2; tables > 0; tables--) requireBuckets(reader);
  if (reader.at - begin + HEAD$1 / 2 !== length)
    throw new FlatFault(`has a dictionary at byte ${start} of another length`)
  return identifier
}

/** A table of hashes: how many bytes, a seed, the buckets. */
function requireBuckets(reader            )       {
  const length = takeLong(reader);
  skip(reader, HEAD$1 / 2);
  const { view, at } = reader;
  skip(reader, length);
  if (length % BUCKET$1 !== 0) throw new FlatFault('has a table of hashes of an unknown layout')
  const isFree = (index        ) => view.getBigInt64(at + index * BUCKET$1, true) === -1n;
  requireFree(length / BUCKET$1, isFree);
  for (let bucket = at; bucket < reader.at; bucket += BUCKET$1)
    if (view.getUint32(bucket + 12, true) !== 0)
      throw new FlatFault(`has bytes from ${bucket + 12} on that nothing refers to`)
}

/** CatBoost's own numbers of what counts tokens, by those of the tables that describe them (catboost/private/libs/options/enums.h). */
const KINDS$1 = [undefined, 2, 1, 0];
const [OF_BM25, OF_BAYES] = [1, 2];
/** A token and how often it was seen. */
const BUCKET = 8;
const FREE = 0xffffffff;

/** Passes over what makes numbers of tokens; gives its identifier. Throws FlatFault. */
function readTextCalcer(reader            )         {
  requireName(reader, 'FeatureCalcerV1');
  const kind = takeWord(reader);
  const calcer = takeTable(reader, textCalcer);
  const union = wholeOf(calcer, CALCER$2.kind, 0);
  const [of] = tablesOf(calcer, CALCER$2.of);
  if (!of || KINDS$1[union] !== kind)
    throw new FlatFault(`has something of kind ${kind} that is not known to count tokens`)
  if (union === OF_BM25) requireClasses(of, [BM25.ofClasses], BM25.classes);
  if (union === OF_BAYES) requireClasses(of, [BAYES.documents, BAYES.ofClasses], BAYES.classes);
  const outputs = wholeOf(of, WORDS$1.tokens, 0);
  requireActive(calcer, outputs);
  if (union === OF_BM25 || union === OF_BAYES) {
    if (takeWord(reader) !== outputs) throw new FlatFault('has tokens counted of other classes than it has')
    for (let i = 0; i < outputs; i++) readFrequencies(reader);
  }
  return identifiersOf(calcer, CALCER$2.identifier)[0] ?? ''
}

/** Something of each class is read without a look at how many there are. */
function requireClasses(of           , ofClasses                   , classes        )       {
  const count = wholeOf(of, classes, 0);
  if (ofClasses.some(slot => countOf(of, slot) !== count)) throw new FlatFault('has arrays of different lengths')
}

/** How often each token was seen in one class (library/cpp/containers/dense_hash/dense_hash.h). */
function readFrequencies(reader            )       {
  const mask = takeLong(reader);
  const filled = takeLong(reader);
  takeLong(reader);
  const buckets = takeWord(reader);
  const { view, at } = reader;
  skip(reader, buckets * BUCKET);
  const free = takeWord(reader);
  const taken = requireFree(buckets, i => view.getUint32(at + i * BUCKET, true) === free);
  if (mask !== buckets - 1 || filled !== taken || free !== FREE || takeWord(reader) !== 0)
    throw new FlatFault(`has a table of hashes at byte ${at} that is not as CatBoost writes it`)
}

const FLAGS$1 = 2;
const WORD = 4;

/** Passes over what splits a text into tokens; gives its identifier (library/cpp/text_processing/tokenizer/options.h). Throws FlatFault. */
function readTokenizer(reader            , hear       )         {
  requireName(reader, 'TokenizerV1');
  const identifier = takeIdentifier(reader);
  requireFlags(reader);
  skip(reader, WORD);
  const number = takeText(reader);
  skip(reader, WORD);
  const delimiter = takeText(reader);
  requireFlags(reader);
  skip(reader, WORD * takeWord(reader));
  skip(reader, WORD);
  skip(reader, WORD * takeWord(reader));
  for (const text of [number, delimiter]) hear?.('tokenizer', decodeStrictly(text) ?? '');
  return identifier
}

function requireFlags(reader            )       {
  const { at } = reader;
  if (take(reader, FLAGS$1).some(flag => flag > 1)) throw new FlatFault(`has a flag at byte ${at} that is none`)
}

const [TOKENIZER, DICTIONARY, CALCER, END$1] = [0, 1, 2, 3];
/** The identifier of nothing (catboost/libs/helpers/guid.h). */
const NOTHING = '___ILLEGAL_GUID\0';

/**
 * Passes over what makes numbers of texts: tokenizers with their dictionaries, and what counts tokens, in the order that the head
 * names them (catboost/private/libs/text_features/text_processing_collection.cpp). Throws FlatFault.
 */
function readTexts(reader            , hear       )       {
  requireName(reader, 'text_process_v2');
  const head = takeTable(reader, texts);
  const tokenizers = identifiersOf(head, TEXTS.tokenizers);
  const dictionaries = identifiersOf(head, TEXTS.dictionaries);
  const calcers = identifiersOf(head, TEXTS.calcers);
  if (tokenizers.length !== dictionaries.length) throw new FlatFault('has not as many tokenizers as dictionaries')
  requireWithin(head, TEXTS.ofFeatures, tokenizers.length);
  requireWithin(head, TEXTS.ofTokenized, calcers.length);
  requireParts(reader, [
    ...tokenizers.flatMap((tokenizer, i) => [
      { kind: TOKENIZER, identifier: tokenizer, read: () => readTokenizer(reader, hear) },
      { kind: DICTIONARY, identifier: dictionaries[i], read: () => readDictionary(reader) },
    ]),
    ...calcers.map(identifier => ({ kind: CALCER, identifier, read: () => readTextCalcer(reader) })),
    { kind: END$1, identifier: NOTHING, read: () => NOTHING },
  ]);
}

/** CatBoost's own greatest depth of a symmetric tree. */
const DEEPEST = 16;

/**
 * What is wrong with the shape of the trees, which CatBoost follows without looking whether it leads out of its arrays
 * (catboost/libs/model/model.cpp); undefined where nothing is.
 */
function treeFault$2(trees           )                     {
  const dimension = wholeOf(trees, TREES.dimension, 0);
  if (dimension < 1) return 'has trees without a dimension'
  const splits = countOf(trees, TREES.splits);
  const bins = binsOf(trees);
  const isSymmetric = countOf(trees, TREES.steps) === 0;
  for (let i = 0; i < splits; i++) {
    const bin = word(trees, TREES.splits, i);
    // Trees that are not symmetric have a 0 where a leaf is.
    if (bin >= bins && !(bin === 0 && !isSymmetric)) return `has a split ${i} by a border that it does not have`
  }
  const count = countOf(trees, TREES.sizes);
  if (countOf(trees, TREES.starts) !== count) return 'has arrays of different lengths'
  let start = 0;
  for (let tree = 0; tree < count; tree++) {
    if (word(trees, TREES.starts, tree) !== start)
      return `has a tree ${tree} that does not begin where the one before it ends`
    start += word(trees, TREES.sizes, tree);
    if (start > splits) return `has a tree ${tree} with splits that it does not have`
  }
  if (start !== splits) return 'has splits of no tree'
  return isSymmetric ? symmetricFault(trees, dimension) : stepFault(trees, dimension)
}

/** Every level of a symmetric tree has one split: 2^depth leaves, with a value for each dimension. */
function symmetricFault(trees           , dimension        )                     {
  let leaves = 0;
  for (let tree = 0; tree < countOf(trees, TREES.sizes); tree++) {
    const depth = word(trees, TREES.sizes, tree);
    if (depth > DEEPEST) return `has a tree ${tree} that is deeper than ${DEEPEST}`
    leaves += 2 ** depth;
  }
  const weights = countOf(trees, TREES.leafWeights);
  if (countOf(trees, TREES.leafValues) !== leaves * dimension || (weights !== 0 && weights !== leaves))
    return 'has not as many values as leaves'
  return undefined
}

/** Every node of another tree says how far its children are, 0 where it has none, and a leaf where its values begin. */
function stepFault(trees           , dimension        )                     {
  const nodes = countOf(trees, TREES.steps);
  if (nodes !== countOf(trees, TREES.splits) || nodes !== countOf(trees, TREES.leaves))
    return 'has arrays of different lengths'
  const values = countOf(trees, TREES.leafValues);
  for (let tree = 0; tree < countOf(trees, TREES.sizes); tree++) {
    const start = word(trees, TREES.starts, tree);
    const end = start + word(trees, TREES.sizes, tree);
    for (let node = start; node < end; node++) {
      const step = word(trees, TREES.steps, node);
      const [left, right] = [step & 0xffff, step >>> 16];
      if (node + Math.max(left, right) >= end) return `has a node ${node} whose children are no nodes of its tree`
      const isLeaf = left === 0 || right === 0;
      if (isLeaf && word(trees, TREES.leaves, node) + dimension > values) return `has a leaf ${node} without values`
    }
  }
  return undefined
}

/** Borders and categories that a split can be by, all features in a row. */
function binsOf(trees           )         {
  const borders = (features        , slot        ) =>
    tablesOf(trees, features).reduce((sum, feature) => sum + countOf(feature, slot), 0);
  return borders(TREES.floats, 3) + borders(TREES.estimated, 3) + borders(TREES.oneHots, 1) + borders(TREES.counters, 1)
}

/** Signature, and the length of the core. */
const HEAD = 8;
/** What may follow the core, by the names that it gives: what is counted of categories, and what is done with texts and embeddings. */
const PARTS                                                                 = new Map([
  ['static_provider_v1', readCounted],
  ['text_process_v2', readTexts],
  ['embed_process_1', readEmbeddings],
]);
const HINT$5 = 'Save the model again with save_model of a current CatBoost';
const PARTS_HINT = "Keep it out of the scanned paths, or export it with save_model(format='onnx')";

/** Reads CatBoost's binary to its last byte: trees that stay within their arrays, numbers, names and training parameters. */
function inspectCatboost(bytes            , hear       )             {
  try {
    return read(bytes, hear)
  } catch (error) {
    if (!(error instanceof FlatFault)) throw error
    return inconclusive(`Expected a CatBoost model but it ${error.message}`, HINT$5)
  }
}

function read(bytes            , hear                  )             {
  if (bytes.length < HEAD) throw new FlatFault('breaks off')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  if (HEAD + length > bytes.length) throw new FlatFault('breaks off')
  const model = readWholeFlatbuffer(bytes.subarray(HEAD, HEAD + length), core);
  const [trees] = tablesOf(model, CORE.trees);
  if (!trees) throw new FlatFault('has no trees')
  const fault = treeFault$2(trees);
  if (fault !== undefined) throw new FlatFault(fault)
  for (const parameter of tablesOf(model, CORE.parameters)) {
    const [key, value] = [...textsOf$1(parameter, 0), ...textsOf$1(parameter, 1)].map(each => decodeStrictly(each) ?? '');
    hear?.(`training parameter ${key}`, value ?? '');
  }
  const reader = partReader(bytes, HEAD + length);
  for (const part of textsOf$1(model, CORE.parts)) {
    const name = (decodeStrictly(part) ?? '(no text)').replace(/\0$/, '');
    const readPart = PARTS.get(name);
    if (!readPart)
      return inconclusive(
        `Expected parts of a CatBoost model that can be read but found ${JSON.stringify(printable(name))}`,
        PARTS_HINT,
      )
    readPart(reader, hear);
  }
  if (reader.at !== bytes.length) throw new FlatFault(`has something else from byte ${reader.at} on`)
  return passed(`${countOf(trees, TREES.sizes)} plain trees of a CatBoost model`)
}

/** CatBoost's own binary: a signature, then a flatbuffer of trees, then what was counted of categories. */
const catboost = defineFormat({
  id: 'catboost',
  title: 'a CatBoost model',
  recognise: source => hasAt(source, 'CBM1'),
  inspect: heldWhole((bytes, { hear }) => inspectCatboost(bytes, hear)),
});

/** A file without a byte: nothing can be told of it, so it never passes. */
const empty = defineFormat({
  id: 'empty',
  title: 'an empty file',
  unread: true,
  recognise: source => source.size === 0,
  inspect: () =>
    inconclusive('Expected content but the file is empty', 'Write the file again, or keep it out of the scanned paths'),
});

/** Findings that an inspection keeps; `found` counts them all. */
const KEPT = 100;

/** What an inspection has seen of a file, from which its status follows. */
                       
                                       
                                                                   
                                    
                                                  
                           
                                                                      
 

/** A finding fails, whatever else is unclear; a doubt is inconclusive; only what has neither passes. */
function judge$2({ findings, doubts, harmless, hints }      )             {
  const kept = { findings: findings.slice(0, KEPT), found: findings.length, globals: 0 };
  const [doubt] = doubts;
  const [first] = findings;
  if (first) {
    const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
    const besides = doubt === undefined ? '' : `; besides, ${doubt.charAt(0).toLowerCase()}${doubt.slice(1)}`;
    const reason = `Expected a file that only restores a model but ${first.name} ${first.reason}${more}${besides}`;
    return { ...kept, status: 'fail', reason, hint: hints.finding, ...(doubt === undefined && { soundApart: true }) }
  }
  if (doubt !== undefined) return { ...kept, status: 'inconclusive', reason: doubt, hint: hints.doubt }
  return { ...kept, status: 'pass', reason: harmless }
}

/** Elements and bytes of one block, by number of the tensor type (ggml.h; gguf 0.19, GGML_QUANT_SIZES). */
const TENSOR_TYPES                                                                       = {
  0: [1, 4],
  1: [1, 2],
  2: [32, 18],
  3: [32, 20],
  6: [32, 22],
  7: [32, 24],
  8: [32, 34],
  9: [32, 36],
  10: [256, 84],
  11: [256, 110],
  12: [256, 144],
  13: [256, 176],
  14: [256, 210],
  15: [256, 292],
  16: [256, 66],
  17: [256, 74],
  18: [256, 98],
  19: [256, 50],
  20: [32, 18],
  21: [256, 110],
  22: [256, 82],
  23: [256, 136],
  24: [1, 1],
  25: [1, 2],
  26: [1, 4],
  27: [1, 8],
  28: [1, 8],
  29: [256, 56],
  30: [1, 2],
  34: [256, 54],
  35: [256, 66],
  39: [32, 17],
  40: [64, 36],
  41: [128, 18],
};

/** ggml.h, GGML_MAX_NAME and GGML_MAX_DIMS. */
const MAX_NAME = 63;
const MAX_DIMS = 4;

/** Reads the tensors' names, shapes and places; they must follow each other to the last byte of the file. */
function readTensors(reader        , { tensors, alignment }                                       )       {
  const padded = (length        ) => Math.ceil(length / alignment) * alignment;
  const names = new Set        ();
  let expected = 0;
  let end = 0;
  for (let i = 0; i < tensors; i++) {
    const at = reader.at;
    const name = decodeStrictly(readText$1(reader, MAX_NAME));
    if (name === undefined || names.has(name)) throw new GgufFault(`it has no new tensor name at byte ${at}`)
    names.add(name);
    const size = readSize(reader, name);
    const offset = readCount(reader);
    if (offset !== expected) throw new GgufFault(`its tensor ${printable(name)} does not follow the one before it`)
    end = offset + size;
    expected = padded(end);
  }
  const start = tensors > 0 ? padded(reader.at) : reader.at;
  const rest = reader.source.size - start - end;
  if (rest < 0) throw new GgufFault(`its tensors end ${grouped(-rest)} bytes after the file`)
  if (rest >= alignment || readRange(reader.source, start + end, reader.source.size).some(byte => byte !== 0))
    throw new GgufFault(`it has ${grouped(rest)} more bytes than its tensors`)
}

function readSize(reader        , name        )         {
  const dims = readU32(reader);
  if (dims > MAX_DIMS) throw new GgufFault(`its tensor ${printable(name)} has ${dims} dimensions`)
  let elements = 1;
  let row = 1;
  for (let i = 0; i < dims; i++) {
    const length = readCount(reader);
    if (i === 0) row = length;
    elements *= length;
    if (elements > Number.MAX_SAFE_INTEGER) throw new GgufFault(`its tensor ${printable(name)} is larger than any file`)
  }
  const type = readU32(reader);
  const block = TENSOR_TYPES[type];
  if (block === undefined) throw new GgufFault(`its tensor ${printable(name)} is of unknown type ${type}`)
  if (row % block[0] !== 0) throw new GgufFault(`its tensor ${printable(name)} has a row that is no number of blocks`)
  return (elements / block[0]) * block[1]
}

/** A node of @huggingface/jinja's syntax tree, as far as it is known before it is looked at. */
                                                                                

const isNode = (value         )                =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Nodes directly below, keys and values of an object literal too; of a filter its operand and arguments, not its name. */
function childrenOf(node      )         {
  if (node.type === 'FilterExpression' || node.type === 'FilterStatement') {
    const { filter, ...rest } = node;
    return [...childrenOf({ ...rest, type: 'Filtered' }), ...(isNode(filter) ? nodesAt(filter, 'args') : [])]
  }
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'operator') return []
    if (value instanceof Map) return [...value].flat().filter(isNode)
    if (Array.isArray(value)) return value.filter(isNode)
    return isNode(value) ? [value] : []
  })
}

/** The node under `key`, if there is one. */
function nodeAt(node      , key        )                   {
  const value = node[key];
  return isNode(value) ? value : undefined
}

/** The nodes in the list under `key`. */
function nodesAt(node      , key        )         {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : []
}

/** The text of an identifier or a text literal, and of anything else undefined. */
function textOf$2(node                  )                     {
  if (node?.type !== 'Identifier' && node?.type !== 'StringLiteral') return undefined
  return typeof node.value === 'string' ? node.value : undefined
}

/** The value of a literal text. */
const literalOf = (node                  )                     =>
  node?.type === 'StringLiteral' ? textOf$2(node) : undefined;

/** The sign of an operation. */
function operatorOf(node      )         {
  const { operator } = node;
  const isToken = typeof operator === 'object' && operator !== null && 'value' in operator;
  return isToken ? String(operator.value) : ''
}

/** What a template binds each of its names to; `undefined` stands for a value that is no expression. */
                                                                         

/** Names of what has no name of its own: attributes that are set, items that are added, macros. */
const attribute = (name        )         => `.${name}`;
const ADDED = '.*';
const macro = (name        )         => `macro ${name}`;

const ADDING = ['append', 'extend', 'insert', 'update', 'setdefault'];

/** All that `set`, `for` and macros bind; a parameter may be any argument of any call. */
function bindingsOf(nodes                 )           {
  const bindings = new Map                              ();
  const bind = (name                    , values                               ) => {
    if (name === undefined) return
    const bound = bindings.get(name);
    if (bound) bound.push(...values);
    else bindings.set(name, [...values]);
  };
  const calls = callsByCallee(nodes);
  const argumentsOf = (name        ) => (calls.get(name) ?? []).flatMap(call => nodesAt(call, 'args'));
  for (const node of nodes) {
    if (node.type === 'Set')
      for (const target of targetsOf(nodeAt(node, 'assignee'))) bind(target, [nodeAt(node, 'value')]);
    if (node.type === 'For')
      for (const target of targetsOf(nodeAt(node, 'loopvar')))
        bind(target, [nodeAt(node, 'iterable'), ...argumentsOf('loop')]);
    if (node.type === 'CallStatement') bindParameters(nodesAt(node, 'callerArgs'), calls.get('caller') ?? [], bind);
    if (node.type !== 'Macro') continue
    const name = textOf$2(nodeAt(node, 'name')) ?? '';
    bind(macro(name), []);
    bindParameters(nodesAt(node, 'args'), calls.get(name) ?? [], bind);
  }
  for (const method of ADDING) bind(ADDED, argumentsOf(attribute(method)));
  return bindings
}

/** A parameter may be what stands in its place or under its name in any call, or its preset; after `*` any of them. */
function bindParameters(
  parameters                 ,
  calls                 ,
  bind                                                                           ,
)       {
  for (const [place, parameter] of parameters.entries()) {
    const isOptional = parameter.type === 'KeywordArgumentExpression';
    const name = textOf$2(isOptional ? nodeAt(parameter, 'key') : parameter);
    bind(name, isOptional ? [nodeAt(parameter, 'value')] : []);
    for (const call of calls) {
      const given = nodesAt(call, 'args');
      const isSpread = given.some(({ type }) => type.endsWith('SpreadExpression'));
      const isMeant = (argument      , at        ) =>
        argument.type === 'KeywordArgumentExpression' ? textOf$2(nodeAt(argument, 'key')) === name : at === place;
      bind(
        name,
        given.filter((argument, at) => isSpread || isMeant(argument, at)),
      );
    }
  }
}

/** All calls, by the function's name or, with a dot before it, the method's. */
function callsByCallee(nodes                 )                      {
  const calls = new Map                ();
  for (const node of nodes) {
    if (node.type !== 'CallExpression') continue
    const callee = nodeAt(node, 'callee');
    const method = callee && textOf$2(nodeAt(callee, 'property'));
    const name = method === undefined ? (textOf$2(callee) ?? '') : attribute(method);
    const known = calls.get(name);
    if (known) known.push(node);
    else calls.set(name, [node]);
  }
  return calls
}

/** Names that are assigned to; of `space.name` the attribute. */
function targetsOf(node                  )                         {
  if (node?.type === 'TupleLiteral') return nodesAt(node, 'value').flatMap(targetsOf)
  if (node?.type === 'MemberExpression') return [attribute(textOf$2(nodeAt(node, 'property')) ?? '')]
  return [textOf$2(node)]
}

const words$1 = (text        ) => new Set(text.split(' '));

/** Filters that make text, numbers and lists of what they are given, and reach no attribute but by a name that is checked. */
const FILTERS = words$1(
  'abs batch capitalize center count d default dictsort e escape first float forceescape fromjson from_json groupby indent ' +
    'int items join last length list lower map max min reject rejectattr replace reverse round safe select selectattr slice ' +
    'sort string striptags sum title tojson trim truncate unique upper urlencode wordcount wordwrap',
);

/** Functions that chat templates are given (transformers, utils/chat_template_utils.py), and Jinja's own that only make values. */
const FUNCTIONS = words$1('raise_exception strftime_now namespace range dict caller loop');

/** Methods of Python's text, lists and dictionaries, without `format`, which reads attributes. */
const METHODS$1 = words$1(
  'append capitalize casefold clear copy count endswith extend find get index insert isalnum isalpha isdecimal isdigit ' +
    'islower isnumeric isspace istitle isupper items join keys ljust lower lstrip partition pop popitem remove ' +
    'removeprefix removesuffix replace reverse rfind rindex rjust rpartition rsplit rstrip setdefault sort split ' +
    'splitlines startswith strip swapcase title update upper values zfill cycle tojson',
);

/** Attributes that are code or frames (jinja2/sandbox.py), and methods that read attributes by text. */
const REFUSED_MEMBERS = words$1(
  'format format_map mro gi_frame gi_code gi_yieldfrom cr_frame cr_code cr_origin ag_frame ag_code f_globals f_locals ' +
    'f_builtins f_code tb_frame tb_next func_globals func_code im_func im_self im_class',
);

/** Filters whose first argument names an attribute. */
const ATTRIBUTE_FILTERS = words$1('selectattr rejectattr groupby');

/** Filters and tests that an identifier of a subscript may have gone through: none of them makes new text. */
const KEEPING_FILTERS = words$1(
  'first last list length count int sort unique reverse items dictsort default d trim',
);
const KEEPING_METHODS = words$1('items keys values get pop strip split lstrip rstrip lower');

const COMPARISONS = new Set(['==', '!=', '<', '>', '<=', '>=', 'in', 'not in']);

/** Names of Python's own attributes, and what could be a piece of one. */
const isPrivate = (name        )          => /^_|__/.test(name);

/** Whether the value of this expression is data that came with the conversation, a number, or a plain text as it is written. */
function makesNoText(expression      , bindings          )          {
  const first = sourcesOf$1(expression);
  if (first === undefined || first.length === 0) return first !== undefined
  const open                       = [expression, ...(bindings.get(ADDED) ?? [])];
  const seen = new Set        ();
  for (let steps = 0; open.length > 0; steps++) {
    const node = open.pop();
    if (node === undefined || steps > 10_000) return false
    const next = sourcesOf$1(node);
    if (next === undefined) return false
    for (const source of next) {
      const name = source.type === 'Identifier' ? textOf$2(source) : undefined;
      if (name === undefined) open.push(source);
      else if (!seen.has(name)) {
        seen.add(name);
        open.push(...(bindings.get(name) ?? []));
      }
    }
  }
  return true
}

/** What the value of an expression comes from; undefined where it is put together here. */
function sourcesOf$1(node      )                              {
  switch (node.type) {
    case 'Identifier':
      return [node]
    case 'IntegerLiteral':
    case 'FloatLiteral':
      return []
    case 'StringLiteral':
      return isPrivate(textOf$2(node) ?? '_') ? undefined : []
    case 'MemberExpression':
      return sourcesOfMember(node)
    case 'CallExpression':
      return sourcesOfCall(node)
    case 'FilterExpression':
      return sourcesOfFilter(node)
    case 'BinaryExpression':
      return sourcesOfOperation(node)
    case 'UnaryExpression':
    case 'SelectExpression':
    case 'Ternary':
    case 'ArrayLiteral':
    case 'ObjectLiteral':
    case 'TupleLiteral':
    case 'KeywordArgumentExpression':
      return childrenOf(node).filter(child => child.type !== 'TestExpression')
    default:
      return undefined
  }
}

function sourcesOfCall(node      )                              {
  const callee = nodeAt(node, 'callee');
  if (callee?.type === 'Identifier')
    return ['namespace', 'range', 'dict'].includes(textOf$2(callee) ?? '') ? nodesAt(node, 'args') : undefined
  const method = callee && textOf$2(nodeAt(callee, 'property'));
  const object = callee && nodeAt(callee, 'object');
  if (method === undefined || object === undefined || !KEEPING_METHODS.has(method)) return undefined
  return [object, ...nodesAt(node, 'args')]
}

function sourcesOfFilter(node      )                              {
  const filter = nodeAt(node, 'filter');
  const name = textOf$2(filter?.type === 'CallExpression' ? nodeAt(filter, 'callee') : filter);
  const operand = nodeAt(node, 'operand');
  if (name === undefined || operand === undefined || !KEEPING_FILTERS.has(name)) return undefined
  if (name === 'length' || name === 'count' || name === 'int') return []
  return [operand, ...(filter ? nodesAt(filter, 'args') : [])]
}

/** `or` and `and` give one of their sides; a comparison gives neither. */
function sourcesOfOperation(node      )                              {
  const operator = operatorOf(node);
  if (operator === 'or' || operator === 'and') return childrenOf(node)
  return COMPARISONS.has(operator) || isArithmetic(node) ? [] : undefined
}

/** A sum with a number, or a difference: no text comes of it. `%` formats texts, `~` and `+` join them, `*` repeats them. */
function isArithmetic(node      )          {
  const operator = operatorOf(node);
  if (operator === '-' || operator === '/' || operator === '//') return true
  const isNumber = (side         ) => isNode(side) && (side.type === 'IntegerLiteral' || side.type === 'FloatLiteral');
  if (operator === '+') return isNumber(node.left) || isNumber(node.right)
  return operator === '%' && isNumber(node.right) && isNode(node.left) && node.left.type !== 'StringLiteral'
}

/** Of `space.name` also what is set as any `.name`. */
function sourcesOfMember(node      )                              {
  const object = nodeAt(node, 'object');
  const name = node.computed === true ? undefined : textOf$2(nodeAt(node, 'property'));
  if (object === undefined) return undefined
  return name === undefined ? [object] : [object, { type: 'Identifier', value: attribute(name) }]
}

/** Statements and expressions that need no look beyond their parts. */
const PLAIN = new Set(
  (
    'Program If For Break Continue Set Macro Comment CallStatement Ternary SelectExpression TestExpression UnaryExpression ' +
    'BinaryExpression IntegerLiteral FloatLiteral ArrayLiteral TupleLiteral ObjectLiteral SliceExpression ' +
    'KeywordArgumentExpression SpreadExpression KeywordSpreadExpression'
  ).split(' '),
);

/** Why this node, apart from its parts, is not known to be harmless; undefined where it is. */
function judgeNode(node      , bindings          )                      {
  switch (node.type) {
    case 'Identifier':
      return judgeName(textOf$2(node) ?? '', /__/)
    case 'StringLiteral':
      return judgeName(textOf$2(node) ?? '', /^_+\w*_*$/)
    case 'MemberExpression':
      return judgeMember(node, bindings)
    case 'CallExpression':
      return judgeCall(node, bindings)
    case 'FilterExpression':
    case 'FilterStatement':
      return judgeFilter(node)
    default:
      return PLAIN.has(node.type) ? undefined : { name: node.type, reason: 'is an expression of an unknown kind' }
  }
}

const judgeName = (name        , refused        )                      =>
  refused.test(name) ? { name, reason: "is a name, or a piece of one, of Python's own objects" } : undefined;

function judgeMember(node      , bindings          )                      {
  const property = nodeAt(node, 'property');
  if (property === undefined || property.type === 'SliceExpression') return undefined
  const name = node.computed === true ? literalOf(property) : textOf$2(property);
  if (name !== undefined)
    return isPrivate(name) || REFUSED_MEMBERS.has(name) ? { name, reason: 'reaches into a Python object' } : undefined
  if (makesNoText(property, bindings)) return undefined
  const spelt = textOf$2(nodeAt(node, 'object')) ?? '';
  return { name: `${spelt}[...]`, spelt, reason: 'has a subscript that the template puts together itself' }
}

function judgeCall(node      , bindings          )                      {
  const callee = nodeAt(node, 'callee');
  if (callee?.type === 'Identifier') {
    const name = textOf$2(callee) ?? '';
    const isKnown = FUNCTIONS.has(name) || bindings.has(macro(name));
    return isKnown ? undefined : { name, reason: 'is called and is no function that templates are given' }
  }
  const method =
    callee?.type === 'MemberExpression' && callee.computed !== true ? textOf$2(nodeAt(callee, 'property')) : undefined;
  if (method !== undefined && METHODS$1.has(method)) return undefined
  return { name: method ?? callee?.type ?? '', reason: 'is called and is no method of text, lists or dictionaries' }
}

function judgeFilter(node      )                      {
  const filter = nodeAt(node, 'filter');
  const name = textOf$2(filter?.type === 'CallExpression' ? nodeAt(filter, 'callee') : filter) ?? '';
  if (!FILTERS.has(name)) return { name, reason: 'is a filter that nothing allows' }
  const args = filter ? nodesAt(filter, 'args') : [];
  const named = args.filter(({ type }) => type === 'KeywordArgumentExpression');
  const attribute = named.find(argument => textOf$2(nodeAt(argument, 'key')) === 'attribute');
  const [first] = args;
  const applied = literalOf(first);
  if (name === 'map' && !attribute && (applied === undefined || applied === 'map' || !FILTERS.has(applied)))
    return { name, reason: 'applies a filter that nothing allows' }
  const path = attribute ? nodeAt(attribute, 'value') : ATTRIBUTE_FILTERS.has(name) ? first : undefined;
  if (path === undefined) return undefined
  const read = literalOf(path);
  const isClean = read !== undefined && !read.split('.').some(part => isPrivate(part) || REFUSED_MEMBERS.has(part));
  return isClean ? undefined : { name: read ?? name, reason: 'reaches into a Python object' }
}

const MAX_LENGTH$1 = 512 * 1024;
const MAX_NODES = 200_000;

/** Something that a template would do beyond putting the conversation into words. */
                                  
                       
                                      
                       
                                                        
                         
 

                                    
                                               
                         
 

/** Spelt anywhere, a comment included: readers may differ on where a comment ends. */
const SPELT = [
  [/__[A-Za-z]\w*__/g, "is a name of Python's own objects"],
  [/\\(?:x5[fF]|u005[fF]|U0000005[fF]|137|N\{)/g, 'hides an underscore'],
  [/\{%[-+]?\s*(?:include|import|from|extends)\b/g, 'loads another template'],
];         

/** Parses a Jinja template, never renders it, and walks all of it: what is not known to be harmless is found. */
async function inspectTemplate(text        )                             {
  const findings = SPELT.flatMap(([pattern, reason]) =>
    [...text.matchAll(pattern)].map(({ 0: name, index }) => ({ name, line: lineAt(text, index), reason })),
  );
  if (text.length > MAX_LENGTH$1) return { findings, fault: `it is ${text.length} characters long` }
  const parsed = await parse$1(text);
  if (parsed === undefined) return { findings, fault: 'it cannot be parsed' }
  const nodes = [...below(parsed)];
  if (nodes.length > MAX_NODES) return { findings, fault: `it has more than ${MAX_NODES} nodes` }
  const bindings = bindingsOf(nodes);
  const judged = nodes.flatMap(node => {
    const refused = judgeNode(node, bindings);
    if (!refused) return []
    const { name, reason, spelt = name } = refused;
    return [{ name, reason, line: lineAt(text, Math.max(0, text.indexOf(spelt))) }]
  });
  const once = new Map([...judged, ...findings].map(finding => [`${finding.line} ${finding.name}`, finding]));
  return { findings: [...once.values()].toSorted((a, b) => a.line - b.line) }
}

async function parse$1(text        )                            {
  const { Template } = await import('./templates.js');
  try {
    const { parsed }                      = new Template(text);
    return isNode(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

/** All nodes, without recursion; statement-level texts, which are only printed, left out. */
function* below(root      )                  {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    const printed = [node.body, node.alternate, node.defaultBlock].filter(Array.isArray).flat();
    const texts = new Set         (printed.filter(child => isNode(child) && child.type === 'StringLiteral'));
    open.push(...childrenOf(node).filter(child => !texts.has(child) && child.type !== 'Comment'));
  }
}

const lineAt = (text        , index        ) => text.slice(0, index).split('\n').length;

const HINTS$5 = {
  finding: 'Take the chat template out of the file, or replace it by the one that the model was published with',
  doubt: 'Convert the model again with a current llama.cpp',
};

/** Reads a GGUF file to its last byte; its chat templates are programs and are read as such. */
async function inspectGguf(source        )                      {
  const templates             = [];
  const doubts           = [];
  let tensors = 0;
  try {
    const reader = openGguf(source);
    const header = readHeader$1(reader, template => templates.push(template));
    tensors = header.tensors;
    readTensors(reader, header);
    if (header.keys === 0) doubts.push('Expected a GGUF model but it does not even name its architecture');
  } catch (error) {
    if (!(error instanceof GgufFault)) throw error
    doubts.push(`Expected a GGUF model but ${error.message}`);
  }
  const findings            = [];
  const digests           = [];
  for (const template of templates) {
    const seen = await judgeTemplate(template);
    findings.push(...seen.findings);
    if (seen.doubt !== undefined) doubts.push(seen.doubt);
    digests.push(seen.digest);
  }
  const described = digests.length > 0 ? `; ${digests.join(', ')}` : ', no chat template';
  const inspection = judge$2({
    findings,
    doubts,
    harmless: `${grouped(tensors)} tensors of plain numbers${described}`,
    hints: HINTS$5,
  });
  return inspection.status === 'pass' || digests.length === 0
    ? inspection
    : { ...inspection, reason: `${inspection.reason} (${digests.join(', ')})` }
}

async function judgeTemplate({ key, offset, bytes }          ) {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  const digest = `${printable(key)} with sha256 ${[...new Uint8Array(hash)].map(hex).join('')}`;
  const text = decodeStrictly(bytes);
  if (text === undefined) return { digest, findings: [], doubt: `Expected ${printable(key)} to be UTF-8 but it is not` }
  const { findings, fault } = await inspectTemplate(text);
  const placed = findings.map(({ name, line, reason })          => {
    const before = text.split('\n', line - 1).join('\n');
    const start = line === 1 ? 0 : new TextEncoder().encode(`${before}\n`).length;
    return { offset: offset + start, name: printable(name), reason: `${reason} (line ${line} of ${printable(key)})` }
  });
  return fault === undefined
    ? { digest, findings: placed }
    : { digest, findings: placed, doubt: `Expected ${printable(key)} to be a Jinja template but ${fault}` }
}

const hex = (byte        ) => byte.toString(16).padStart(2, '0');

/** llama.cpp's models, which carry a chat template. */
const gguf = defineFormat({
  id: 'gguf',
  title: 'a GGUF model',
  recognise: source => hasAt(source, 'GGUF'),
  inspect: inspectGguf,
});

/** A gzip stream (RFC 1952): what it decompresses to is inspected as a file of its own. */
const gzip = defineFormat({
  id: 'gzip',
  title: 'a gzip stream',
  recognise: source => hasAt(source, '\x1f\x8b'),
  inspect: (source, context) => inspectCompressed('gzip', source, context),
});

var classes$1 = {
	keras: "DTypePolicy FloatDTypePolicy Model Sequential",
	"keras.constraints": "Constraint MaxNorm MinMaxNorm NonNeg UnitNorm max_norm min_max_norm non_neg unit_norm",
	"keras.dtype_policies": "AWQDTypePolicy DTypePolicy DTypePolicyMap FloatDTypePolicy GPTQDTypePolicy Int4DTypePolicy QuantizedDTypePolicy QuantizedFloat8DTypePolicy",
	"keras.initializers": "Constant GlorotNormal GlorotUniform HeNormal HeUniform Identity IdentityInitializer Initializer LecunNormal LecunUniform Ones Orthogonal OrthogonalInitializer RandomNormal RandomUniform STFT STFTInitializer TruncatedNormal VarianceScaling Zeros constant glorot_normal glorot_uniform he_normal he_uniform identity lecun_normal lecun_uniform ones orthogonal random_normal random_uniform stft truncated_normal variance_scaling zeros",
	"keras.layers": "Activation ActivityRegularization AdaptiveAveragePooling1D AdaptiveAveragePooling2D AdaptiveAveragePooling3D AdaptiveMaxPooling1D AdaptiveMaxPooling2D AdaptiveMaxPooling3D Add AdditiveAttention AlphaDropout Attention AugMix AutoContrast Average AveragePooling1D AveragePooling2D AveragePooling3D AvgPool1D AvgPool2D AvgPool3D BatchNormalization Bidirectional CategoryEncoding CenterCrop Concatenate ContrastLimitedAdaptiveHistogramEqualization Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D Conv3DTranspose ConvLSTM1D ConvLSTM2D ConvLSTM3D Convolution1D Convolution1DTranspose Convolution2D Convolution2DTranspose Convolution3D Convolution3DTranspose Cropping1D Cropping2D Cropping3D CutMix Dense DepthwiseConv1D DepthwiseConv2D Discretization Dot Dropout ELU EinsumDense Embedding Equalization Flatten GRU GRUCell GaussianDropout GaussianNoise GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D GlobalAvgPool1D GlobalAvgPool2D GlobalAvgPool3D GlobalMaxPool1D GlobalMaxPool2D GlobalMaxPool3D GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D GroupNormalization GroupQueryAttention HashedCrossing Hashing Identity InputLayer InputSpec IntegerLookup LSTM LSTMCell Layer LayerNormalization LeakyReLU Masking MaxNumBoundingBoxes MaxPool1D MaxPool2D MaxPool3D MaxPooling1D MaxPooling2D MaxPooling3D Maximum MelSpectrogram Minimum MixUp MultiHeadAttention Multiply Normalization PReLU Permute Pipeline RMSNormalization RNN RandAugment RandomBrightness RandomColorDegeneration RandomColorJitter RandomContrast RandomCrop RandomElasticTransform RandomErasing RandomFlip RandomGaussianBlur RandomGrayscale RandomHue RandomInvert RandomPerspective RandomPosterization RandomRotation RandomSaturation RandomSharpness RandomShear RandomTranslation RandomZoom ReLU RepeatVector Rescaling Reshape Resizing ReversibleEmbedding STFTSpectrogram SeparableConv1D SeparableConv2D SeparableConvolution1D SeparableConvolution2D SimpleRNN SimpleRNNCell Softmax Solarization SpatialDropout1D SpatialDropout2D SpatialDropout3D SpectralNormalization StackedRNNCells StringLookup Subtract TextVectorization TimeDistributed UnitNormalization UpSampling1D UpSampling2D UpSampling3D Wrapper ZeroPadding1D ZeroPadding2D ZeroPadding3D",
	"keras.losses": "BinaryCrossentropy BinaryFocalCrossentropy CTC CategoricalCrossentropy CategoricalFocalCrossentropy CategoricalGeneralizedCrossEntropy CategoricalHinge Circle CosineSimilarity Dice Hinge Huber KLDivergence LogCosh Loss MeanAbsoluteError MeanAbsolutePercentageError MeanSquaredError MeanSquaredLogarithmicError Poisson SparseCategoricalCrossentropy SquaredHinge Tversky",
	"keras.metrics": "AUC Accuracy BinaryAccuracy BinaryCrossentropy BinaryIoU CategoricalAccuracy CategoricalCrossentropy CategoricalHinge ConcordanceCorrelation CosineSimilarity F1Score FBetaScore FalseNegatives FalsePositives Hinge IoU KLDivergence LogCoshError Mean MeanAbsoluteError MeanAbsolutePercentageError MeanIoU MeanMetricWrapper MeanSquaredError MeanSquaredLogarithmicError Metric OneHotIoU OneHotMeanIoU PearsonCorrelation Poisson Precision PrecisionAtRecall R2Score Recall RecallAtPrecision RootMeanSquaredError SensitivityAtSpecificity SparseCategoricalAccuracy SparseCategoricalCrossentropy SparseTopKCategoricalAccuracy SpecificityAtSensitivity SquaredHinge Sum TopKCategoricalAccuracy TrueNegatives TruePositives",
	"keras.models": "Model Sequential",
	"keras.optimizers": "Adadelta Adafactor Adagrad Adam AdamW Adamax Ftrl Lamb Lion LossScaleOptimizer MultiOptimizer Muon Nadam Optimizer OptimizerMap RMSprop SGD ScheduleFreeAdamW",
	"keras.optimizers.schedules": "CosineDecay CosineDecayRestarts ExponentialDecay InverseTimeDecay LearningRateSchedule PiecewiseConstantDecay PolynomialDecay",
	"keras.quantizers": "AWQConfig AbsMaxQuantizer Float8QuantizationConfig GPTQConfig Int4QuantizationConfig Int8QuantizationConfig QuantizationConfig Quantizer",
	"keras.random": "SeedGenerator",
	"keras.regularizers": "L1 L1L2 L2 OrthogonalRegularizer Regularizer l1 l1_l2 l2 orthogonal_regularizer",
	"keras.src.applications.convnext": "LayerScale StochasticDepth",
	"keras.src.backend.torch.optimizers.torch_adadelta": "Adadelta",
	"keras.src.backend.torch.optimizers.torch_adagrad": "Adagrad",
	"keras.src.backend.torch.optimizers.torch_adam": "Adam",
	"keras.src.backend.torch.optimizers.torch_adamax": "Adamax",
	"keras.src.backend.torch.optimizers.torch_adamw": "AdamW",
	"keras.src.backend.torch.optimizers.torch_lion": "Lion",
	"keras.src.backend.torch.optimizers.torch_nadam": "Nadam",
	"keras.src.backend.torch.optimizers.torch_rmsprop": "RMSprop",
	"keras.src.backend.torch.optimizers.torch_sgd": "SGD",
	"keras.src.models.functional": "Functional",
	"keras.src.models.sequential": "Sequential",
	"keras.src.ops.core": "Cast ConvertToTensor SaturateCast Scatter ScatterUpdate Slice SliceUpdate StopGradient Unstack",
	"keras.src.ops.einops": "Rearrange",
	"keras.src.ops.image": "AffineTransform CropImages ElasticTransform ExtractPatches GaussianBlur HSVToRGB MapCoordinates PadImages PerspectiveTransform RGBToGrayscale RGBToHSV Resize SSIM ScaleAndTranslate SobelEdges",
	"keras.src.ops.linalg": "Cholesky CholeskyInverse Det Eig Eigh Inv Lstsq LuFactor MatrixRank Norm Pinv Qr SVD Solve SolveTriangular",
	"keras.src.ops.math": "CDist Erf Erfc Erfinv ExtractSequences FFT FFT2 IFFT2 IRFFT ISTFT InTopK Logdet Logsumexp RFFT Rsqrt STFT SegmentMax SegmentMin SegmentProd SegmentReduction SegmentSum TopK ViewAsComplex ViewAsReal",
	"keras.src.ops.nn": "AdaptiveAveragePool AdaptiveMaxPool AveragePool BatchNorm BinaryCrossentropy CTCDecode CTCLoss CategoricalCrossentropy Celu Conv ConvTranspose DepthToSpace DepthwiseConv DotProductAttention Elu Fold Gelu Glu HardShrink HardSigmoid HardSilu HardTanh LayerNorm LeakyRelu LogSigmoid LogSoftmax MaxPool Moments MultiHot Normalize OneHot PSNR Polar RMSNorm Relu Relu6 Selu SeparableConv Sigmoid Silu SoftShrink Softmax Softplus Softsign SpaceToDepth SparseCategoricalCrossentropy SparsePlus SparseSigmoid Sparsemax Squareplus TanhShrink Threshold Unfold",
	"keras.src.ops.numpy": "Abs Absolute Add All AllClose Amax Amin Angle Any Append Arange Arccos Arccosh Arcsin Arcsinh Arctan Arctan2 Arctanh Argmax Argmin Argpartition Argsort Array ArraySplit Average Bincount BitwiseAnd BitwiseInvert BitwiseLeftShift BitwiseNot BitwiseOr BitwiseRightShift BitwiseXor BroadcastTo Cbrt Ceil Clip Concatenate Conj Conjugate Copy Corrcoef Correlate Cos Cosh CountNonzero Cross Cumprod Cumsum Deg2rad Diag Diagflat Diagonal Diff Digitize Divide DivideNoNan Dot Dsplit Dstack Einsum EmptyLike Equal Exp Exp2 ExpandDims Expm1 Fabs Flip Fliplr Flipud Floor FloorDivide Fmax Fmin Fmod Full FullLike Gcd Geomspace GetItem Greater GreaterEqual Heaviside Histogram Hsplit Hstack Hypot I0 Imag Inner IsIn Isclose Isfinite Isinf Isnan Isneginf Isposinf Isreal Kron Lcm Ldexp LeftShift Less LessEqual Linspace Log Log10 Log1p Log2 Logaddexp Logaddexp2 LogicalAnd LogicalNot LogicalOr LogicalXor Logspace Matmul Max Maximum Mean Median Meshgrid Min Minimum Mod Moveaxis Multiply NanToNum Nanargmax Nanargmin Nancumprod Nancumsum Nanmax Nanmean Nanmedian Nanmin Nanpercentile Nanprod Nanquantile Nanstd Nansum Nanvar Ndim Negative Nextafter Nonzero NotEqual OnesLike Outer Pad Percentile Power Prod Ptp Quantile Rad2deg Ravel Real Reciprocal Repeat Reshape RightShift Roll Rot90 Round SearchSorted Select Sign Signbit Sin Sinc Sinh Size Slogdet Sort Split Sqrt Square Squeeze Stack Std Subtract Sum Swapaxes Take TakeAlongAxis Tan Tanh Tensordot Tile Trace Transpose Trapezoid Tril Triu TrueDivide Trunc Unique UnravelIndex Vander Var Vdot View Vsplit Vstack Where ZerosLike"
};
var functions$1 = {
	"keras.activations": "celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu linear log_sigmoid log_softmax mish relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign sparse_plus sparse_sigmoid sparsemax squareplus swish tanh tanh_shrink threshold",
	"keras.losses": "binary_crossentropy binary_focal_crossentropy categorical_crossentropy categorical_focal_crossentropy categorical_generalized_cross_entropy categorical_hinge circle cosine_similarity ctc dice hinge huber kl_divergence log_cosh mean_absolute_error mean_absolute_percentage_error mean_squared_error mean_squared_logarithmic_error poisson sparse_categorical_crossentropy squared_hinge tversky",
	"keras.metrics": "binary_accuracy binary_crossentropy binary_focal_crossentropy categorical_accuracy categorical_crossentropy categorical_focal_crossentropy categorical_hinge concordance_correlation hinge huber kl_divergence log_cosh mean_absolute_error mean_absolute_percentage_error mean_squared_error mean_squared_logarithmic_error pearson_correlation poisson sparse_categorical_accuracy sparse_categorical_crossentropy sparse_top_k_categorical_accuracy squared_hinge top_k_categorical_accuracy"
};
var observed = {
	classes: classes$1,
	functions: functions$1
};

/** Written by scripts/make-containers.py from Keras' own public classes; nothing that calls code a file names, or opens files. */
const classes = pairs(observed.classes);
const functions = pairs(observed.functions);

function pairs(names                                  )                      {
  return new Set(
    Object.entries(names).flatMap(([module, listed]) => listed.split(' ').map(name => `${module}:${name}`)),
  )
}

/** Whether this exact class is one of Keras' own that a configuration may make. */
const isAllowedClass = (module        , name        )          => classes.has(`${module}:${name}`);

/** Whether this exact function is one of Keras' own; under `builtins` Keras looks for it among these before anywhere else. */
const isAllowedFunction = (module        , name        )          =>
  functions.has(`${module}:${name}`) ||
  (module === 'builtins' && Object.keys(observed.functions).some(own => functions.has(`${own}:${name}`)));

/** Keras' own words for plain values (keras/src/saving/serialization_lib.py). */
const VALUES = ['__keras_tensor__', '__tensor__', '__numpy__', '__bytes__', '__ellipsis__', '__slice__', '__tuple__'];
/** Settings of the lookup layers that are values or the path of a file. */
const PATHS = ['vocabulary', 'idf_weights', 'vocabulary_file', 'filename', 'filepath', 'file_path', 'path', 'url'];
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

/** What making a model of this configuration would do beyond making Keras' own objects. */
function inspectConfig(config         , text        )                                                    {
  const findings            = [];
  const globals = new Set        ();
  const report = (name        , reason        ) => {
    const offset = Math.max(0, text.indexOf(JSON.stringify(name.split(':').at(-1) ?? '')));
    findings.push({ offset, name: printable(name.replace(/^([\w.?]+):(?=[\w?]+$)/, '$1.')), reason });
  };
  for (const { key, value } of jsonValues(config)) {
    if (typeof value === 'string' && (ADDRESS.test(value) || PATHS.includes(key)))
      report(value, `is the ${printable(key)} of a layer, a file or address that is opened on loading`);
    if (!isJsonObject(value) || !('class_name' in value)) continue
    const { name, fault } = judge$1(value);
    if (fault !== undefined) report(name, fault);
    else if (name !== '') globals.add(name);
  }
  return { findings, globals: globals.size }
}

/** The object under `class_name`, and why it may not be made; no name where it is a plain value. */
function judge$1(value            )                                   {
  const { module, class_name: name, config, registered_name: registered } = value;
  if (typeof name !== 'string') return { name: 'class_name', fault: 'is no text' }
  if (VALUES.includes(name)) return { name: '' }
  if (name === '__lambda__') return { name, fault: 'is Python code inside the file' }
  const from = typeof module === 'string' ? module : '?';
  if (name === 'function') return judgeFunction(from, config, registered)
  const full = `${from}:${name}`;
  if (isCustom(registered, name))
    return { name: `${registered}`, fault: 'is a class of the project itself, registered as custom' }
  return isAllowedClass(from, name) ? { name: full } : { name: full, fault: 'is made and not on the allow list' }
}

function judgeFunction(module        , config         , registered         )                                   {
  const name = `${module}:${typeof config === 'string' ? config : '?'}`;
  if (typeof config !== 'string' || !isAllowedFunction(module, config))
    return { name, fault: 'is a function that is not on the allow list' }
  return isCustom(registered, config) && registered !== 'function'
    ? { name: `${registered}`, fault: 'is a function of the project itself, registered as custom' }
    : { name }
}

/** Keras registers its own classes under no name or their own; `package>name` is somebody else's. */
const isCustom = (registered         , name        ) =>
  registered !== undefined && registered !== null && registered !== name;

/** Where Keras looks for a class that is named without its module (keras/src/legacy/saving, ALL_OBJECTS). */
const MODULES = [
  'keras',
  'keras.layers',
  'keras.models',
  'keras.initializers',
  'keras.regularizers',
  'keras.constraints',
  'keras.optimizers',
  'keras.optimizers.schedules',
  'keras.losses',
  'keras.metrics',
];
const MAX_DEPTH$4 = 100;

/** The same configuration with the module of every class that older files name without one; bounded in depth. */
function withModules(value         , depth = 0)          {
  if (depth > MAX_DEPTH$4) return value
  if (Array.isArray(value)) return value.map(item => withModules(item, depth + 1))
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value).map(([key, item]) => [key, withModules(item, depth + 1)]);
  const { class_name: name } = value;
  const from =
    'module' in value || typeof name !== 'string' ? undefined : MODULES.find(own => isAllowedClass(own, name));
  return Object.fromEntries(from === undefined ? entries : [['module', from], ...entries])
}

const HINTS$4 = {
  finding: 'Have the model saved again by Keras, of its own layers and with its weights inside the file',
  doubt: 'Save the model again with model.save of a current Keras, as .keras if it can be',
};
/** Attributes from which Keras builds objects. */
const CONFIGURATIONS = ['model_config', 'training_config'];

/** Inspects an HDF5 file: that nothing in it lies in another file, and what Keras would build of it. */
async function inspectHdf5(source        , { readHdf5, hear }                   )                      {
  const outline              = (await readHdf5?.(source)) ?? {
    groups: 0,
    datasets: 0,
    leads: [],
    attributes: {},
    texts: [],
    fault: 'nothing at hand reads HDF5',
  };
  if (hear) for (const { where, text } of outline.texts) hear(printable(where), text);
  const findings            = outline.leads.map(lead => ({
    offset: 0,
    name: printable(lead.path),
    reason: reasonOf(lead),
  }));
  const doubts = outline.fault === undefined ? [] : [`Expected an HDF5 file but ${outline.fault}`];
  let globals = 0;
  for (const name of CONFIGURATIONS) {
    if (!Object.hasOwn(outline.attributes, name)) continue
    const json = readJson(new TextEncoder().encode(outline.attributes[name] ?? ''));
    if (!json) {
      doubts.push(`Expected ${name} to be a configuration that every parser reads alike but it is not`);
      continue
    }
    const judged = inspectConfig(withModules(json.value), json.text);
    findings.push(...judged.findings.map(finding => ({ ...finding, offset: 0 })));
    globals += judged.globals;
  }
  const { groups, datasets } = outline;
  const built = globals > 0 ? `, and ${globals} kinds of object, all of Keras' own` : '';
  const harmless = `${grouped(datasets)} arrays in ${grouped(groups)} groups, all inside the file${built}`;
  return { ...judge$2({ findings, doubts, harmless, hints: HINTS$4 }), globals }
}

const REASONS                                             = {
  'external link': 'is a link into another file',
  'soft link': 'is a link by name, which Keras does not write',
  'external storage': 'has its data in another file',
  'virtual data set': 'is put together from other files',
  'unknown link': 'is a link of an unknown kind',
};

const reasonOf = ({ kind, target }          ) =>
  target === '' ? REASONS[kind] : `${REASONS[kind]} (${printable(target)})`;

const SIGNATURE = '\x89HDF\r\n\x1a\n';
/** The library looks for the signature at 0 and from here on at every power of two (HDF5 File Format Specification, II.A). */
const FIRST_USER_BLOCK = 512;

/** Keras models up to 2, weights of Keras 3, and much else. */
const hdf5 = defineFormat({
  id: 'hdf5',
  title: 'an HDF5 file, as of Keras',
  recognise: source => hasAt(source, SIGNATURE) || hasUserBlock(source),
  inspect: inspectHdf5,
});

/** Whether the file begins with bytes of anybody's, which HDF5 steps over. */
function hasUserBlock(source        )          {
  for (let at = FIRST_USER_BLOCK; at < source.size; at *= 2) if (hasAt(source, SIGNATURE, at)) return true
  return false
}

/** A format that is told by its first bytes and that nothing here can read yet: it is named, and never passes. */
function unreadFormat(format                                                                         )         {
  const {
    id,
    title,
    recognise,
    hint = 'Keep it out of the scanned paths, or save the model in a format that can be read',
  } = format;
  return defineFormat({
    id,
    title,
    recognise,
    unread: true,
    inspect: () =>
      inconclusive(`Expected a format that can be read but found ${title}, which cannot be read yet`, hint),
  })
}

/** The form whose arrays are loaded from other files beside it (joblib/numpy_pickle_compat.py). */
const joblibZfile = unreadFormat({
  id: 'joblib-zfile',
  title: 'a joblib file from before 0.10',
  recognise: source => hasAt(source, 'ZF0x'),
});

const MAX_FINDINGS$2 = 100;
const WRITE_AGAIN = 'Save the file again with the library that reads it, without changing the archive afterwards';

/** What was found in one member of an archive. */
                       
                       
                                 
 

/** The inspection of an archive by those of its members: a finding outweighs a fault of the archive, and that a doubt about a member. */
function combine(parts                 , fault                    , reason        , limit        )             {
  const findings = parts
    .flatMap(({ name, inspection }) =>
      inspection.findings.map(finding => ({ ...finding, reason: `${finding.reason} (in ${printable(name)})` })),
    )
    .slice(0, MAX_FINDINGS$2);
  const found = parts.reduce((sum, { inspection }) => sum + inspection.found, 0);
  const globals = parts.reduce((most, { inspection }) => Math.max(most, inspection.globals), 0);
  const base = { findings, found, globals };
  const structure =
    fault === undefined ? undefined : `Expected a zip archive that every reader takes alike but ${fault}`;
  const worst = (['fail', 'inconclusive']         )
    .map(status => parts.find(({ inspection }) => inspection.status === status))
    .find(part => part !== undefined);
  const { soundApart: _, ...inspection } = worst?.inspection ?? passed(reason);
  const told = worst && { ...inspection, reason: `${worst.inspection.reason} (in ${printable(worst.name)})` };
  if (told?.status === 'fail')
    return {
      ...told,
      ...base,
      reason: structure === undefined ? told.reason : `${told.reason}; besides, ${lower(structure)}`,
      ...(structure === undefined && parts.every(isSoundApart) && { soundApart: true }),
    }
  if (structure !== undefined) return { ...inconclusive(structure, WRITE_AGAIN), globals, ...(limit && { limit }) }
  return told ? { ...told, ...base } : passed(reason, globals)
}

const isSoundApart = ({ inspection: { status, soundApart } }      ) => status === 'pass' || soundApart === true;

const lower = (sentence        ) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;

/** Harmless at any ratio, in bytes. */
const HARMLESS_BYTES = 64 * 1024 * 1024;

/** What all members of an archive of this many bytes may inflate to together, in bytes. */
const inflatedBudget = (bytes        , { ratio }        )         => Math.max(HARMLESS_BYTES, bytes * ratio);

/** What a member holds; what came before `fault` where there is one. */
                         
                          
                         
                        
 

/** The content of a member, compared with its size and checksum. One that is stored is read where it is, piece by piece. */
async function openMember(archive         , member        , context                   )                  {
  const { content, fault, limit } = await unpacked(archive, member, context);
  const shown = printable(member.name);
  if (fault !== undefined)
    return { content, fault: `the member ${shown} cannot be inflated: ${fault}`, ...(limit && { limit }) }
  if (content.size !== member.size)
    return {
      content,
      fault: `the member ${shown} has ${grouped(content.size)} bytes in place of ${grouped(member.size)}`,
    }
  if (checksum(content, context) !== member.crc32) return { content, fault: `the member ${shown} has a wrong checksum` }
  return { content }
}

async function unpacked({ source }         , { method, start, end }        , context                   ) {
  if (method === 'stored') return { content: partOf(source, start, end) }
  const { bytes, ...rest } = await context.decompress('deflate-raw', readRange(source, start, end));
  return { content: memorySource(bytes), ...rest }
}

function checksum(content        , context                   )         {
  const update = context.crc32 ?? crc32;
  let sum = 0;
  content.each(0, content.size, piece => {
    sum = update(piece, sum);
    return true
  });
  return sum
}

/** What was found in the members of an archive, and the first fault of the archive or of one of them. */
                                   
                                 
                                    
                                           
                                   
 

/**
 * Opens every member, one at a time, and gives what `inspect` says of each. It ends early where members overlap or inflate so much
 * that opening them all would take for ever.
 */
async function inspectMembers(
  archive         ,
  context                   ,
  inspect   
                   
                    
                               
                                                               ,
)                            {
  const budget = inflatedBudget(archive.source.size, context.limits ?? USUAL_LIMITS);
  const parts         = [];
  let { fault } = archive;
  let limit;                   
  const note = (found                    , by        ) => {
    if (fault !== undefined || found === undefined) return
    fault = found;
    limit = by;
  };
  if (archive.inflated > budget)
    note(`its members inflate to ${grouped(archive.inflated)} bytes, as a bomb does`, 'ratio');
  let packed = 0;
  let inflated = 0;
  for (const member of archive.members) {
    packed += member.end - member.start;
    if (packed > archive.source.size || inflated > budget) {
      note('its members are larger together than they can be', inflated > budget ? 'ratio' : undefined);
      break
    }
    const opened = await openMember(archive, member, context);
    if (member.method === 'deflated') inflated += opened.fault === undefined ? opened.content.size : HARMLESS_BYTES;
    note(opened.fault, opened.limit);
    const inspection = await inspect(member, opened.content, inMember(member.name, context));
    if (inspection) parts.push({ name: member.name, inspection });
  }
  return { parts, fault, limit }
}

/** A context that says of the texts that it hears in which member they are. */
function inMember(name        , context                   )                    {
  const { hear, inside } = context;
  if (!hear) return context
  const named       = (where, text) => hear(`${where} of ${printable(name)}`, text);
  return { ...context, hear: named, ...(inside && { inside: source => inside(source, named) }) }
}

/** Sizes of the records at the end (APPNOTE 4.3.14 to 4.3.16). */
const END = 22;
const LOCATOR = 20;
const END64 = 56;
const MAX_COMMENT = 0xffff;
/** The first byte of the end record. */
const P = 0x50;

/** Where the central directory is, and how far all offsets in it are off. */
                            
                        
                      
                          
                                                    
                         
 

                 
                          
                       
                         
 

/** The last end record that a reader could take, by searching backwards as all of them do. */
function findEnd(source        )                     {
  if (source.size < END) return undefined
  const first = Math.max(0, source.size - END - MAX_COMMENT);
  const tail = readRange(source, first, source.size);
  for (let at = tail.lastIndexOf(P, tail.length - END); at >= 0; at = tail.subarray(0, at).lastIndexOf(P))
    if (hasAt(source, 'PK\x05\x06', first + at)) return first + at
  return undefined
}

/** Reads the end record, and the zip64 records before it where they are; undefined where no reader could go on. */
function readEnd(source        , report        )                        {
  const end = findEnd(source);
  if (end === undefined) {
    report('it has no end of the central directory');
    return undefined
  }
  const view = viewAt(source, end, END);
  if (end !== source.size - END || view.getUint16(20, true) !== 0)
    report('it has a comment or something else after its end');
  if (view.getUint32(4, true) !== 0 || view.getUint16(8, true) !== view.getUint16(10, true))
    report('it is one of several disks');
  const short        = {
    entries: view.getUint16(10, true),
    size: view.getUint32(12, true),
    offset: view.getUint32(16, true),
  };
  const long = readEnd64(source, end, report);
  const { entries, size, offset } = long ?? short;
  if (long && !agrees$1(short, long)) report('its two ends of the central directory contradict each other');
  if (!long && (short.entries === 0xffff || short.size === 0xffffffff || short.offset === 0xffffffff))
    report('its zip64 records are missing');
  const directoryEnd = long ? end - LOCATOR - END64 : end;
  const start = directoryEnd - size;
  if (start < 0) {
    report('its central directory is larger than the file');
    return undefined
  }
  if (start !== offset) report('something stands before the archive, or between its parts');
  return { start, end: directoryEnd, entries, before: start - offset }
}

const agrees$1 = (short       , long       ) =>
  (short.entries === 0xffff || short.entries === long.entries) &&
  (short.size === 0xffffffff || short.size === long.size) &&
  (short.offset === 0xffffffff || short.offset === long.offset);

function readEnd64(source        , end        , report        )                    {
  const locator = end - LOCATOR;
  if (locator < END64 || !hasAt(source, 'PK\x06\x07', locator)) return undefined
  const record = locator - END64;
  const view = viewAt(source, record, END64 + LOCATOR);
  if (!hasAt(source, 'PK\x06\x06', record) || view.getBigUint64(4, true) !== BigInt(END64 - 12)) {
    report('its zip64 end of the central directory is not where it belongs');
    return undefined
  }
  const entries = Number(view.getBigUint64(32, true));
  const disks = view.getUint32(END64 + 4, true) + view.getUint32(16, true) + view.getUint32(20, true);
  if (disks !== 0 || view.getUint32(END64 + 16, true) > 1 || Number(view.getBigUint64(24, true)) !== entries)
    report('it is one of several disks');
  if (Number(view.getBigUint64(END64 + 8, true)) !== record)
    report('its zip64 end of the central directory is not where it says');
  return {
    entries,
    size: Number(view.getBigUint64(40, true)),
    offset: Number(view.getBigUint64(48, true)),
  }
}

/**
 * Whether a reader that searches a file for the end of a zip archive, as Python's does, takes these bytes for one, whatever they
 * begin with: there is an end record, and before it a central directory, zip64's end of it, or nothing.
 */
function holdsArchive(source        )          {
  const end = findEnd(source);
  if (end === undefined) return false
  if (hasAt(source, 'PK\x06\x07', end - 20)) return true
  const view = viewAt(source, end, 22);
  const size = view.getUint32(12, true);
  return size === 0 ? end === 0 : size <= end && hasAt(source, 'PK\x01\x02', end - size)
}

/** Lengths with 32-bit and with 64-bit sizes, signature included (APPNOTE 4.3.9). */
const SHORT = 16;
const LONG$1 = 24;

/** Whether the bytes from `start` to `end` are the sizes that stand after a member's bytes. */
function descriptorFits(source        , start        , end        , header        )          {
  const length = end - start;
  if ((length !== SHORT && length !== LONG$1) || !hasAt(source, 'PK\x07\x08', start)) return false
  const view = viewAt(source, start, length);
  const sizes =
    length === SHORT
      ? [view.getUint32(8, true), view.getUint32(12, true)]
      : [Number(view.getBigUint64(8, true)), Number(view.getBigUint64(16, true))];
  return view.getUint32(4, true) === header.crc32 && sizes[0] === header.compressedSize && sizes[1] === header.size
}

const ZIP64 = 0x0001;
/** Read by nobody whose reading matters: times (`UT`), owners (`ux`), and what torch aligns storages with (`FB`). */
const HARMLESS = [0x5455, 0x7875, 0x4246];

/** Reads a header's extra fields (APPNOTE 4.5): as many 64-bit numbers as the header leaves to them. */
function readExtra(extra            , expected        , report        )           {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  const numbers           = [];
  let at = 0;
  while (at + 4 <= extra.length) {
    const id = view.getUint16(at, true);
    const start = at + 4;
    at = start + view.getUint16(at + 2, true);
    if (at > extra.length) break
    if (id === ZIP64) for (let i = start; i + 8 <= at; i += 8) numbers.push(Number(view.getBigUint64(i, true)));
    else if (!HARMLESS.includes(id))
      report(`a member has an extra field 0x${id.toString(16).padStart(4, '0')}, which only some readers know`);
  }
  if (at !== extra.length) report('a member has extra fields that do not fill their place');
  if (numbers.length !== expected) report('a member has zip64 sizes that do not belong to it');
  return numbers
}

/** Lengths of the fixed parts, and where in them `flags` stands (APPNOTE 4.3.7, 4.3.12). */
const CENTRAL = { signature: 0x02014b50, length: 46, flags: 8 };
const LOCAL = { signature: 0x04034b50, length: 30, flags: 6 };
/** Stands for a number that the zip64 extra field has. */
const SATURATED = 0xffffffff;
const UTF8_NAME = 1 << 11;
const UNIX = 3;
const FILE_TYPE = 0xf000;
const SYMBOLIC_LINK = 0xa000;

/** What one header says of a member. */
                         
                       
                        
                         
                                 
                           
                        
                                 
                       
                                                                                          
                         
                                     
                      
 

/** Reads one header of the central directory, which ends at `limit`; undefined where there is none. */
function readCentralHeader(source        , at        , limit        , report        )                     {
  const header = readHeader(partOf(source, 0, limit), at, CENTRAL, report);
  if (!header) return undefined
  const view = viewAt(source, at, CENTRAL.length);
  const comment = view.getUint16(32, true);
  if (comment !== 0) report('a member has a comment');
  if (view.getUint16(34, true) !== 0) report('it is one of several disks');
  if (view.getUint8(5) === UNIX && (view.getUint16(40, true) & FILE_TYPE) === SYMBOLIC_LINK)
    report('a member is a symbolic link');
  return { ...header, end: header.end + comment }
}

/** Reads the header before a member's bytes; undefined where there is none. */
const readLocalHeader = (source        , at        , report        )                     =>
  readHeader(source, at, LOCAL, report);

/** Both kinds have the fields from `flags` on in one order, and name and extra fields after the fixed part. */
function readHeader(
  source        ,
  at        ,
  { signature, length, flags: first }                ,
  report        ,
)                     {
  const nameStart = at + length;
  if (at < 0 || nameStart > source.size) return undefined
  const view = viewAt(source, at, length);
  if (view.getUint32(0, true) !== signature) return undefined
  const nameEnd = nameStart + view.getUint16(first + 20, true);
  const end = nameEnd + view.getUint16(first + 22, true);
  if (end > source.size) return undefined
  const flags = view.getUint16(first, true);
  const offset = signature === CENTRAL.signature ? view.getUint32(42, true) : 0;
  const short = [view.getUint32(first + 16, true), view.getUint32(first + 12, true), offset];
  const long = readExtra(readRange(source, nameEnd, end), short.filter(value => value === SATURATED).length, report);
  const [size = 0, compressedSize = 0, start = 0] = short.map(value =>
    value === SATURATED ? (long.shift() ?? value) : value,
  );
  return {
    name: readName(readRange(source, nameStart, nameEnd), flags, report),
    flags,
    method: view.getUint16(first + 2, true),
    modified: view.getUint32(first + 4, true),
    crc32: view.getUint32(first + 8, true),
    compressedSize,
    size,
    offset: start,
    end,
  }
}

function readName(raw            , flags        , report        )         {
  const name = decodeStrictly(raw);
  if (name === undefined || (!(flags & UTF8_NAME) && raw.some(byte => byte > 0x7f)))
    report('a member has a name that readers decode differently');
  return name ?? ''
}

const ENCRYPTED = 0b1;
/** Sizes and checksum stand after the bytes, zeros in the local header. */
const SIZES_AFTER = 0b1000;
const METHODS                                             = { 0: 'stored', 8: 'deflated' };

/** A member with its central header. */
                          
                         
                         
                                                         
                     
 

/** Finds the bytes of a member and compares its two headers; undefined where no reader could get at it. */
function locate(source        , header        , at        , report        )                      {
  const shown = printable(header.name);
  const local = readLocalHeader(source, at, report);
  const method = METHODS[header.method];
  const end = (local?.end ?? 0) + header.compressedSize;
  if (header.flags & ENCRYPTED) report(`the member ${shown} is encrypted`);
  if (header.flags & -2063) report(`the member ${shown} has unknown flags`);
  if (!method) report(`the member ${shown} is compressed by method ${header.method}`);
  if (!local) report(`the member ${shown} is not where the central directory says`);
  else if (!agrees(header, local)) report(`the member ${shown} is described differently by its two headers`);
  if (end > source.size) report(`the member ${shown} is longer than the file`);
  if (method === 'stored' && header.size !== header.compressedSize) report(`the member ${shown} has two sizes`);
  if (!local || !method || end > source.size) return undefined
  const { name, crc32, size } = header;
  return { header, at, member: { name, method, crc32, size, start: local.end, end } }
}

function agrees(central        , local        )          {
  const later = (central.flags & SIZES_AFTER) !== 0;
  const same = (key                                     ) => local[key] === central[key] || (later && local[key] === 0);
  return (
    local.name === central.name &&
    local.flags === central.flags &&
    local.method === central.method &&
    local.modified === central.modified &&
    same('crc32') &&
    same('compressedSize') &&
    same('size')
  )
}

/** Members must follow one another without gap or overlap from the archive's first byte to its central directory. */
function checkTiles(
  source        ,
  members                    ,
  [first, directory]                                             ,
  report        ,
)       {
  const inOrder = members.toSorted((a, b) => a.at - b.at);
  if ((inOrder[0]?.at ?? directory) !== first) report('something stands before its first member');
  for (const [i, { header, member }] of inOrder.entries()) {
    const shown = printable(member.name);
    const next = inOrder[i + 1]?.at ?? directory;
    if (next < member.end) report(`the member ${shown} overlaps what follows it`);
    else if (header.flags & SIZES_AFTER) {
      if (!descriptorFits(source, member.end, next, header))
        report(`the sizes after the member ${shown} are not its own`);
    } else if (next !== member.end) report(`something stands after the member ${shown}`);
  }
}

const MAX_LENGTH = 1024;

/** Why a member's name is none that every reader and every file system takes for the same place inside the archive. */
function nameFault(name        )                     {
  const shown = printable(name);
  if (name === '') return 'a member has no name'
  if (name.length > MAX_LENGTH) return `a member has a name of more than ${MAX_LENGTH} characters`
  if (/[\0-\x1f\x7f]/.test(name)) return `the name ${shown} has control characters`
  if (name.includes('\\')) return `the name ${shown} has a backslash`
  if (/^(\/|[A-Za-z]:)/.test(name)) return `the name ${shown} is absolute`
  const parts = name.replace(/\/$/, '').split('/');
  if (parts.some(part => part === '' || part === '.' || part === '..')) return `the name ${shown} leaves its folder`
  return undefined
}

const MAX_MEMBERS = 200_000;

/**
 * Reads the structure of a zip archive (PKWARE APPNOTE 6.3.10) and compares everything it says twice. Readers go by the central
 * directory, by the local headers or by both, so a file that says two things can be scanned as one and loaded as another.
 * Before `first` stands something that is read otherwise.
 */
function readZip(source        , first = 0)          {
  let fault;                    
  const report         = found => {
    fault ??= found;
  };
  const directory = readEnd(source, report);
  const located = directory ? readMembers(source, directory, report) : [];
  const members = located.map(({ member }) => member);
  if (directory) checkTiles(source, located, [first, directory.start], report);
  checkNames(members, report);
  const inflated = members.reduce((sum, { method, size }) => sum + (method === 'stored' ? 0 : size), 0);
  return { source, members, inflated, fault }
}

function readMembers(source        , directory           , report        )            {
  const located            = [];
  let at = directory.start;
  for (let i = 0; i < directory.entries; i++) {
    if (i === MAX_MEMBERS) {
      report(`it has more than ${MAX_MEMBERS} members`);
      return located
    }
    const header = readCentralHeader(source, at, directory.end, report);
    if (!header) {
      report('its central directory is damaged or has fewer members than it says');
      return located
    }
    const found = locate(source, header, header.offset + directory.before, report);
    if (found) located.push(found);
    at = header.end;
  }
  if (at !== directory.end) report('its central directory has more members than it says');
  return located
}

/** No two names may be one, to a reader or to a file system that composes characters. */
function checkNames(members                   , report        )       {
  const seen = new Set        ();
  for (const { name, size } of members) {
    const fault = nameFault(name);
    if (fault !== undefined) report(fault);
    const folded = name.normalize('NFC').replace(/\/$/, '');
    if (seen.has(folded)) report(`it has two members with the name ${printable(name)}`);
    seen.add(folded);
    if (name.endsWith('/') && size > 0) report(`the folder ${printable(name)} has content of its own`);
  }
}

/** Kinds of zip archive by a name that only they hold; the first that fits decides. */
const KINDS = [
  ['torchscript', /^[^/]+\/(constants\.pkl$|code\/)/],
  ['torch', /^[^/]+\/(data\.pkl|version)$/],
  ['keras', /^config\.json$|^model\.weights\.(h5|npz)$/],
  ['skops', /^schema\.json$/],
  ['npz', /\.npy$/],
];         

                                                       

                
                        
                           
 

/** Each format asks of the same bytes. */
const told = new WeakMap                       ();

/** What a zip archive is, by its members' names, and its structure; undefined for anything but a zip archive. */
function tellZip(source        )                   {
  let known = told.get(source);
  if (known === undefined) {
    known = tell(source);
    told.set(source, known);
  }
  return known === 'none' ? undefined : known
}

function tell(source        )                {
  if (!hasAt(source, 'PK\x03\x04') && !holdsArchive(source)) return 'none'
  const archive = readZip(source);
  const kind = KINDS.find(([, name]) => archive.members.some(member => name.test(member.name)))?.[0] ?? 'zip';
  return { kind, archive }
}

const zipKind = (source        )                      => tellZip(source)?.kind;

/** The structure of a zip archive; of anything else, an archive with that fault. */
const archiveOf = (source        )          =>
  tellZip(source)?.archive ?? { source, members: [], inflated: 0, fault: 'it is none' };

/** A value a numpy header may hold; a tuple is told from a list by `tuple`. */
                                                                                                

                           
                         
                                    
 

const MAX_DEPTH$3 = 16;
const TOKEN = /\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)"|(-?\d{1,15})L?|(True|False|None)\b|([()[\]{},:]))/y;

                  
                       
            
 

                 
                        
                          
                        
                        
 

/** Reads one Python literal of strings, integers, True, False, None, tuples, lists and dicts, the whole text; undefined for anything else. */
function readLiteral(text        )                      {
  const reader = { text, at: 0 };
  const value = readValue(reader, next(reader), 0);
  return value !== undefined && text.slice(reader.at).trim() === '' ? value : undefined
}

function next(reader        )                    {
  TOKEN.lastIndex = reader.at;
  const match = TOKEN.exec(reader.text);
  if (!match) return undefined
  reader.at = TOKEN.lastIndex;
  const [, single, double, digits, word, sign] = match;
  if (digits !== undefined) return { number: Number(digits) }
  if (word !== undefined) return { word }
  return sign === undefined ? { text: single ?? double ?? '' } : { sign }
}

function readValue(reader        , token                   , depth        )                      {
  if (!token || depth > MAX_DEPTH$3) return undefined
  if (token.text !== undefined) return token.text
  if (token.number !== undefined) return token.number
  if (token.word !== undefined) return token.word === 'None' ? null : token.word === 'True'
  if (token.sign === '{') return readDict(reader, depth)
  if (token.sign === '(') return readItems(reader, ')', depth)
  return token.sign === '[' ? readItems(reader, ']', depth) : undefined
}

function readItems(reader        , end        , depth        )                      {
  const items            = [];
  for (let comma = true; ; ) {
    const token = next(reader);
    if (token?.sign === end)
      return end === ')' && items.length === 1 && !comma ? items[0] : { tuple: end === ')', items }
    if (!comma) return undefined
    const item = readValue(reader, token, depth + 1);
    if (item === undefined) return undefined
    items.push(item);
    const at = reader.at;
    comma = next(reader)?.sign === ',';
    if (!comma) reader.at = at;
  }
}

function readDict(reader        , depth        )                      {
  const entries = new Map                 ();
  for (let comma = true; ; ) {
    const key = next(reader);
    if (key?.sign === '}') return entries
    if (!comma || key?.text === undefined || entries.has(key.text) || next(reader)?.sign !== ':') return undefined
    const value = readValue(reader, next(reader), depth + 1);
    if (value === undefined) return undefined
    entries.set(key.text, value);
    const at = reader.at;
    comma = next(reader)?.sign === ',';
    if (!comma) reader.at = at;
  }
}

/** numpy refuses longer headers (numpy/lib/format.py, _MAX_HEADER_SIZE). */
const MAX_HEADER$1 = 10_000;
const MAX_DEPTH$2 = 16;

                            
                       
                                   
                               
                      
 

/** The header of an .npy file (NEP 1), or why it is none. */
function readNpyHeader(source        )                     {
  const bytes = readRange(source, 0, 12 + MAX_HEADER$1);
  const version = bytes[6] ?? 0;
  if (version < 1 || version > 3 || bytes[7] !== 0) return `version ${version}.${bytes[7]} is unknown`
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = version === 1 ? 10 : 12;
  if (bytes.length < start) return 'the header is cut off'
  const end = start + (version === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (end - start > MAX_HEADER$1) return `the header is longer than ${MAX_HEADER$1} bytes`
  if (end > bytes.length) return 'the header is cut off'
  const header = readLiteral(decodeStrictly(bytes.subarray(start, end)) ?? '');
  if (!(header instanceof Map) || header.size !== 3) return 'the header is not that of an array'
  const shape = lengths(header.get('shape'));
  const dtype = dtypeOf(header.get('descr'), 0);
  if (!shape || !dtype || typeof header.get('fortran_order') !== 'boolean') return 'the header is not that of an array'
  return { dtype, shape, end }
}

/** Whether the bytes start as an .npy file. */
const isNpy = (source        )          => hasAt(source, '\x93NUMPY');

const isSequence = (value                     )                    =>
  typeof value === 'object' && value !== null && !(value instanceof Map) && 'items' in value;

function lengths(value                     )                       {
  if (!isSequence(value) || !value.tuple) return undefined
  const found = value.items.filter(item => typeof item === 'number').filter(item => item >= 0);
  return found.length === value.items.length ? found : undefined
}

/** `'<f8'`, `('<f8', (2, 3))`, or a list of fields `('name', type[, shape])`. */
function dtypeOf(descr                     , depth        )                    {
  if (typeof descr === 'string') return parseDtype(descr)
  if (!isSequence(descr) || depth > MAX_DEPTH$2) return undefined
  if (descr.tuple) return repeated(descr.items[0], descr.items[1], depth)
  const fields = new Map               ();
  let offset = 0;
  for (const [i, item] of descr.items.entries()) {
    if (!isSequence(item) || !item.tuple) return undefined
    const [name, type, shape] = item.items;
    const dtype = shape === undefined ? dtypeOf(type, depth + 1) : repeated(type, shape, depth);
    if (!dtype || name === undefined) return undefined
    fields.set(typeof name === 'string' && !fields.has(name) ? name : `${i}.`, { offset, dtype });
    offset += dtype.itemsize;
  }
  return recordDtype(offset, fields)
}

function repeated(type                     , shape                     , depth        )                    {
  const dtype = dtypeOf(type, depth + 1);
  const found = lengths(shape);
  return dtype && found && repeatedDtype(dtype, found)
}

const HINT$4 = 'Save the array again with numpy.save';

/** One numpy array (NEP 1): plain bytes of exactly its shape and type, or for objects one pickle. */
const npy = defineFormat({ id: 'npy', title: 'a NumPy array', recognise: isNpy, inspect });

function inspect(source        , { hear }                   )             {
  const header = readNpyHeader(source);
  if (typeof header === 'string') return inconclusive(`Expected a NumPy array but ${header}`, HINT$4)
  if (header.dtype.hasObject) return inspectPickle(source, 'pickle', { start: header.end, hear })
  const expected = itemCount(header.shape) * header.dtype.itemsize;
  const found = source.size - header.end;
  if (found !== expected)
    return inconclusive(
      `Expected ${grouped(expected)} bytes after the header, by shape and type, but found ${grouped(found)}`,
      HINT$4,
    )
  hearItems(hear, partOf(source, header.end, source.size), header.dtype);
  return passed('A NumPy array of plain numbers or text, exactly as long as its header says')
}

/** A zip archive of .npy files, as numpy.savez writes it. */
const npz = defineFormat({
  id: 'npz',
  title: 'a NumPy archive',
  recognise: source => zipKind(source) === 'npz',
  async inspect(source, context)                      {
    const archive = archiveOf(source);
    const { parts, fault, limit } = await inspectMembers(archive, context, (_, content, inMember) =>
      npy.recognise(content) ? npy.inspect(content, inMember) : STRANGE,
    );
    const count = archive.members.length;
    return combine(
      parts,
      fault,
      `${grouped(count)} NumPy ${count === 1 ? 'array' : 'arrays'}, each exactly as long as its header says`,
      limit,
    )
  },
});

const STRANGE = inconclusive(
  'Expected a NumPy array but found something else',
  'Save the arrays again with numpy.savez, and keep other files apart',
);

/** The bytes of a part that must be text of a length that can be read at once; none, which no reader takes for text, of any other. */
const heldText = (source                    )             =>
  source === undefined || source.size > MAX_HELD ? new Uint8Array() : wholeOf$1(source);

/** Tells of a part that is text as a whole. */
function hearWhole(hear                  , content        )       {
  const bytes = hear && heldText(content);
  const text = bytes && !bytes.includes(0) ? decodeStrictly(bytes) : undefined;
  if (hear && text) hear('text', text);
}

const MAX_FINDINGS$1 = 100;
const SAVE_AGAIN$3 = 'Save the model again with model.save of a current Keras';
const SAFER$1 = 'Have the model built of layers that Keras has, or keep its weights only';

const Metadata = strictObject({ keras_version: string(), date_saved: string() });

/** Inspects a Keras 3 file: the classes of its configuration, its weights, and that there is nothing else. */
async function inspectKeras(archive         , context                   )                      {
  const { parts, fault, limit } = await inspectMembers(archive, context, ({ name }, content, inMember) =>
    inspectMember$1(name, content, inMember),
  );
  const needed = ['config.json', 'metadata.json'].filter(name => !parts.some(part => part.name === name));
  const missing = needed.map(
    (name)       => ({
      name,
      inspection: inconclusive('Expected a file that every Keras model has but there is none', SAVE_AGAIN$3),
    }),
  );
  const globals = parts.find(({ name }) => name === 'config.json')?.inspection.globals ?? 0;
  return combine(
    [...parts, ...missing],
    fault,
    `Makes ${globals} kinds of object, all of Keras' own, and restores their weights`,
    limit,
  )
}

const unlike$2 = (expected        ) => inconclusive(`Expected ${expected} but found something else`, SAVE_AGAIN$3);

function inspectMember$1(name        , content        , context                   )                                   {
  if (name.endsWith('.json') || name.startsWith('assets/')) hearWhole(context.hear, content);
  if (name === 'config.json') return inspectConfigFile(content)
  if (name === 'metadata.json')
    return Metadata.safeParse(readJson(heldText(content))?.value).success
      ? passed('')
      : unlike$2('the metadata that Keras writes')
  if (name === 'model.weights.h5' && hdf5.recognise(content)) return hdf5.inspect(content, context)
  if (name === 'model.weights.npz' && npz.recognise(content)) return npz.inspect(content, context)
  if (name.startsWith('assets/') && (content.size === 0 || isText(content))) return passed('')
  return unlike$2('only what Keras writes')
}

function inspectConfigFile(content        )             {
  const json = readJson(heldText(content));
  if (!json) return unlike$2('a configuration that every parser reads alike')
  const { findings, globals } = inspectConfig(json.value, json.text);
  const [first] = findings;
  if (!first) return globals > 0 ? passed('', globals) : unlike$2('the configuration of a model')
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  return {
    status: 'fail',
    reason: `Expected a configuration of Keras' own objects but ${first.name} ${first.reason}${more}`,
    hint: SAFER$1,
    findings: findings.slice(0, MAX_FINDINGS$1),
    found: findings.length,
    globals,
    soundApart: true,
  }
}

/** A zip archive of a configuration and weights. */
const keras = defineFormat({
  id: 'keras',
  title: 'a Keras 3 model',
  recognise: source => zipKind(source) === 'keras',
  inspect: (source, context) => inspectKeras(archiveOf(source), context),
});

/** What stands in a checkout for a file that Git LFS keeps elsewhere (git-lfs docs/spec.md). */
const lfsPointer = defineFormat({
  id: 'lfs-pointer',
  title: 'a Git LFS pointer',
  unread: true,
  recognise: source => source.size < 1024 && hasAt(source, 'version https://git-lfs.github.com/spec/'),
  inspect: () =>
    inconclusive(
      'Expected the file itself but found the Git LFS pointer that stands for it',
      'Run `git lfs pull`, or check out with `lfs: true`',
    ),
});

const NUMBER = String.raw`[-+]?(?:\d+(?:\.\d*)?(?:e[-+]?\d+)?|inf|nan)`;
const numbers = new RegExp(`^(?:${NUMBER}(?: +${NUMBER})*)? *$`, 'i');
const INTERVAL = String.raw`\[${NUMBER}:${NUMBER}\]`;
const infos = new RegExp(`^(?:(?:none|${INTERVAL}|-?\\d+(?::-?\\d+)*)(?: |$))*$`, 'i');

/** A name or an objective with its settings: no control characters. */
const words = /^[^\x00-\x1f\x7f]*$/;

/** Lines before the trees: `key=value` (LightGBM, gbdt_model_text.cpp, SaveModelToString). */
const HEADER$1                                   = {
  version: /^v[234]$/,
  num_class: /^\d+$/,
  num_tree_per_iteration: /^\d+$/,
  label_index: /^\d+$/,
  max_feature_idx: /^\d+$/,
  objective: words,
  feature_names: words,
  feature_infos: infos,
  monotone_constraints: numbers,
  tree_sizes: numbers,
};

/** Lines of a tree (tree.cpp, Tree::ToString), and whether each has a number per `leaf` or per inner `node`. */
const TREE                                                                                      = {
  num_leaves: { form: /^\d+$/ },
  num_cat: { form: /^\d+$/ },
  split_feature: { form: numbers, per: 'node' },
  split_gain: { form: numbers, per: 'node' },
  threshold: { form: numbers, per: 'node' },
  decision_type: { form: numbers, per: 'node' },
  left_child: { form: numbers, per: 'node' },
  right_child: { form: numbers, per: 'node' },
  leaf_value: { form: numbers, per: 'leaf' },
  leaf_weight: { form: numbers },
  leaf_count: { form: numbers },
  internal_value: { form: numbers },
  internal_weight: { form: numbers },
  internal_count: { form: numbers },
  cat_boundaries: { form: numbers },
  cat_threshold: { form: numbers },
  is_linear: { form: /^[01]$/ },
  leaf_const: { form: numbers },
  num_features: { form: numbers },
  leaf_features: { form: numbers },
  leaf_coeff: { form: numbers },
  shrinkage: { form: numbers },
};

const TREE_START = /^Tree=\d+$/;
const TREES_END = 'end of trees';
const FLAGS = ['average_output', 'linear_tree'];
const IMPORTANCE = /^[^\x00-\x1f\x7f]+=\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;
const PARAMETER = /^\[[a-z0-9_]+: [^\x00-\x1f\x7f]*\]$/;
const CATEGORIES = /^pandas_categorical:(.*)$/;

const HINT$3 = 'Save the model again with save_model of a current LightGBM';

                  
                                   
            
 

/** Reads a LightGBM model line by line to its end: only numbers and names stand where the grammar has them. */
function inspectLightgbm(text        )             {
  const cursor = { lines: text.split('\n'), at: 1 };
  const trees = readSections(cursor);
  if (trees !== undefined) return passed(`${trees} plain trees of a LightGBM model`)
  const found = cursor.lines[cursor.at] === undefined ? 'breaks off' : 'has something else';
  return inconclusive(`Expected a LightGBM model but it ${found} at line ${cursor.at + 1}`, HINT$3)
}

/** How many trees there are; undefined where a line is not what must come. */
function readSections(cursor        )                     {
  const header = readPairs(cursor, HEADER$1, FLAGS);
  if (header?.version === undefined) return undefined
  skipBlank(cursor);
  const features = Number(header.max_feature_idx ?? -1) + 1;
  let trees = 0;
  for (; TREE_START.test(line(cursor)); trees++) {
    const start = cursor.at++;
    const forms = Object.fromEntries(Object.entries(TREE).map(([key, { form }]) => [key, form]));
    const tree = readPairs(cursor, forms, []);
    if (tree === undefined) return undefined
    if (!isTree(tree, features)) {
      cursor.at = start;
      return undefined
    }
    skipBlank(cursor);
  }
  if (line(cursor) !== TREES_END) return undefined
  cursor.at++;
  return readRest(cursor) ? trees : undefined
}

/** Feature importances, parameters and categories, each of which may be missing. */
function readRest(cursor        )          {
  skipBlank(cursor);
  if (line(cursor) === 'feature_importances:') readWhile(cursor, IMPORTANCE);
  if (line(cursor) === 'parameters:') {
    readWhile(cursor, PARAMETER);
    if (line(cursor) !== 'end of parameters') return false
    cursor.at++;
    skipBlank(cursor);
  }
  const [, categories] = CATEGORIES.exec(line(cursor)) ?? [];
  if (categories !== undefined) {
    if (parseJson(categories) === undefined) return false
    cursor.at++;
  }
  skipBlank(cursor);
  return cursor.at === cursor.lines.length
}

function readWhile(cursor        , form        )       {
  cursor.at++;
  while (form.test(line(cursor))) cursor.at++;
  skipBlank(cursor);
}

/** Pairs up to the next blank line, each key once and with a value of its form. */
function readPairs(
  cursor        ,
  forms                                  ,
  flags                   ,
)                                     {
  const pairs = new Map                ();
  for (; line(cursor) !== ''; cursor.at++) {
    const text = line(cursor);
    const [key = '', value] = split(text);
    const isKnown = value === undefined ? flags.includes(key) : Object.hasOwn(forms, key) && forms[key]?.test(value);
    if (!isKnown || pairs.has(key)) return undefined
    pairs.set(key, value ?? '');
  }
  return Object.fromEntries(pairs)
}

function split(text        )                             {
  const at = text.indexOf('=');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** As many numbers as there are leaves or nodes, and children that are nodes or leaves of this tree. */
function isTree(tree                                  , features        )          {
  const leaves = Number(tree.num_leaves);
  const counts = { leaf: leaves, node: leaves - 1 };
  if (!(leaves >= 1)) return false
  for (const [key, { per }] of Object.entries(TREE))
    if (per && numbersOf(tree[key]).length !== counts[per]) return false
  const children = [...numbersOf(tree.left_child), ...numbersOf(tree.right_child)];
  const isChild = (child        ) => Number.isInteger(child) && (child >= 0 ? child < leaves - 1 : -child <= leaves);
  return children.every(isChild) && numbersOf(tree.split_feature).every(feature => feature >= 0 && feature < features)
}

const numbersOf = (text = '')           => text.split(' ').filter(Boolean).map(Number);
const line = ({ lines, at }        )         => lines[at] ?? '';

function skipBlank(cursor        )       {
  while (cursor.lines[cursor.at] === '') cursor.at++;
}

/** LightGBM's model as text. */
const lightgbm = defineFormat({
  id: 'lightgbm',
  title: 'a LightGBM model',
  within: 'text',
  recognise: source => hasAt(source, 'tree\nversion=v') && isText(source),
  inspect: heldWhole(bytes => inspectLightgbm(decodeStrictly(bytes) ?? '')),
});

/** Also a codec of joblib's. */
const lz4 = defineFormat({
  id: 'lz4',
  title: 'an lz4 frame',
  recognise: source => hasAt(source, '\x04\x22\x4d\x18'),
  inspect: (source, context) => inspectCompressed('lz4', source, context),
});

/** The format before xz, also a codec of joblib's, which writes the usual properties. */
const lzma = defineFormat({
  id: 'lzma',
  title: 'an lzma stream',
  recognise: source => hasAt(source, '\x5d\0\0'),
  inspect: (source, context) => inspectCompressed('lzma', source, context),
});

/** Of a format that is known and that nothing here can look into for what it would run. */
const unchecked = (title        , hint        ) =>
  inconclusive(
    `Expected a format whose content can be checked but found ${title}, for which there is no check of what it would run`,
    hint,
  );

const TITLE$1 = 'a model written as text';

/** What only such a text has: SavedModel and ONNX as protobuf text, ONNX in its own language. */
const SIGNS = [
  /(?<![.\w])meta_graphs(?=\s*[:{<[#])/,
  /(?<![.\w])op_type\s*:\s*["']/,
  /(?:^|[<\s])ir_version[ \t]*:[ \t]*\d/m,
];

/** Words of theirs, by which a text too long to be read at once is told. */
const WORDS = ['meta_graphs', 'op_type', 'ir_version', '<layers'];

/** Loaders take these by the ending of the name (onnx/serialization.py, saved_model/loader_impl.py) as they take the binary form. */
const modelAsText = defineFormat({
  id: 'model-as-text',
  title: TITLE$1,
  within: 'text',
  unread: true,
  recognise(source) {
    if (!isText(source)) return false
    if (source.size > MAX_HELD) return WORDS.some(word => includes(source, word))
    const text = decodeStrictly(heldText(source)) ?? '';
    return SIGNS.some(sign => sign.test(text)) || isOpenvino(text) || isOnnxJson(text)
  },
  inspect: () => unchecked(TITLE$1, 'Save the model in its binary form, or keep it out of the scanned paths'),
});

/** A graph of nodes, as protobuf's JSON of an ONNX model has it. */
function isOnnxJson(text        )          {
  if (!/^\s*\{/.test(text)) return false
  const model = parseJson(text);
  return isJsonObject(model) && isJsonObject(model.graph) && 'node' in model.graph
}

const isOpenvino = (text        ) => /<net\s/.test(text) && /<layers\b/.test(text);

/** Longest text that is parsed as YAML, in characters. */
const MAX_YAML = 8 * 1024 * 1024;
/** Front matter of a model card. */
const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** The values of a configuration: one of JSON, any number of YAML, of a Markdown file its front matter's; none of other text. */
function readConfig(text        )                     {
  const plain = text.replace(/^\uFEFF/, '');
  const json = parseJson(plain);
  if (json !== undefined) return [json]
  const whole = plain.length > MAX_YAML ? [] : yamlOf(plain);
  if (whole.length > 0) return whole
  return yamlOf(FRONT_MATTER.exec(plain)?.[1] ?? '')
}

/** YAML's values; none where any of it is in error, or unfolds to more than it is. */
function yamlOf(text        )                     {
  try {
    const documents = distExports.parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false });
    if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return []
    return documents.map((document)          => document.toJS({ maxAliasCount: 100 }))
  } catch {
    return []
  }
}

const PREFIX$1 = 'tag:yaml.org,2002:python/';
/** Of PyYAML's tags those that name what is imported, called or made (yaml/constructor.py). */
const RUNS = /^(?:name|module|object)\b/;

/** Whether such a tag may be in the text: spelt plainly, with escapes, or by a handle of its own. */
const mentionsPythonTags = (text        )          =>
  text.includes('!') && (/python\//.test(text) || /^%TAG/m.test(text) || /![^\s,]*%[0-9a-fA-F]{2}/.test(text));

/** Every tag by which PyYAML's unsafe loaders import, call or make what a document names; none where the text is no YAML. */
function findPythonTags(text        )                     {
  if (!mentionsPythonTags(text) || text.length > MAX_YAML) return []
  const findings            = [];
  for (const document of documentsOf(text))
    distExports.visit(document, {
      Node(_, node) {
        const tag = distExports.isNode(node) ? decoded(node.tag ?? '') : '';
        if (!tag.startsWith(PREFIX$1) || !RUNS.test(tag.slice(PREFIX$1.length))) return
        const offset = new TextEncoder().encode(text.slice(0, node.range?.[0] ?? 0)).length;
        findings.push({
          offset,
          name: printable(tag.slice(PREFIX$1.length)),
          reason: 'is a Python object that a YAML loader imports or calls',
        });
      },
    });
  return findings
}

function documentsOf(text        ) {
  try {
    const documents = distExports.parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false });
    return Array.isArray(documents) ? documents.filter(({ errors }) => errors.length === 0) : []
  } catch {
    return []
  }
}

function decoded(tag        )         {
  try {
    return decodeURIComponent(tag)
  } catch {
    return tag
  }
}

const isSomething = (value         )          =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  !(typeof value === 'object' && Object.keys(value).length === 0);

/** What Python takes for true, but for the words by which YAML says no. */
const isTrue = (value         )          =>
  isSomething(value) &&
  value !== false &&
  value !== 0 &&
  !(typeof value === 'string' && /^(false|no|off|n|0)$/i.test(value));

/** Flavours of MLflow, whose modules load what the model's other files hold (mlflow/pyfunc, `loader_module`). */
const FLAVOURS =
  'catboost diviner fastai h2o johnsnowlabs keras langchain lightgbm onnx openai paddle pmdarima prophet pyfunc.model pytorch ' +
  'sentence_transformers sklearn spacy spark statsmodels tensorflow transformers xgboost';
const LOADERS$1 = FLAVOURS.split(' ').map(flavour => `mlflow.${flavour}`);

/** Keys by which a configuration names code that its loader runs, and when they do. */
const RISKY_KEYS                                                                                       = {
  auto_map: { reason: 'names Python files of the model that transformers runs', runs: isSomething },
  custom_pipelines: { reason: 'names Python files of the model that transformers runs', runs: isSomething },
  _target_: { reason: 'names a Python object that Hydra, and NeMo with it, calls', runs: isSomething },
  _attn_implementation_internal: {
    reason: 'names a kernel that transformers before 5.3.0 downloads and runs (CVE-2026-4372)',
    runs: isSomething,
  },
  loader_module: {
    reason: 'names a Python module that MLflow imports',
    runs: value => isSomething(value) && !LOADERS$1.some(loader => loader === value),
  },
  trust_remote_code: {
    reason: 'lets the loader run code of the model',
    runs: value => isTrue(value),
  },
};

const names = Object.keys(RISKY_KEYS);
/** What JSON and YAML take for one character, or, over the end of a line, for none. */
const ESCAPES = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\r?\n[ \t]*))/g;

/** Whether the words occur at all, plainly or spelt with escapes. */
const mentionsRiskyKeys = (text        )          => has(text) || (text.includes('\\') && has(unescaped(text)));

const has = (text        ) => names.some(name => text.includes(name));

const unescaped = (text        ) =>
  text.replace(ESCAPES, (_, two         , four         , eight         ) => {
    const code = Number.parseInt(two ?? four ?? eight ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  });

/** Whether the text has such keys and is too long to be parsed. */
const isUnreadable = (text        )          =>
  text.length > MAX_YAML && mentionsRiskyKeys(text) && parseJson(text) === undefined;

/** Every key by which this configuration has code run, once per line; none where the text is no configuration. */
function findRiskyKeys(text        )                     {
  if (!mentionsRiskyKeys(text)) return []
  const found = new Set        ();
  for (const config of readConfig(text))
    for (const { key, value } of jsonValues(config))
      if (Object.hasOwn(RISKY_KEYS, key) && RISKY_KEYS[key]?.runs(value)) found.add(key);
  return [...found].flatMap(key => placesOf(text, key)).toSorted((a, b) => a.offset - b.offset)
}

function placesOf(text        , key        )            {
  const spelt = [...text.matchAll(new RegExp(`(?<=^|[\\s{,?'"-])${key}(?=['"]?\\s*:)`, 'g'))].map(({ index }) => index);
  return (spelt.length > 0 ? spelt : [0]).map(index => {
    const before = text.slice(0, index);
    const line = before.split('\n').length;
    return {
      offset: new TextEncoder().encode(before).length,
      name: key,
      reason: `${RISKY_KEYS[key]?.reason} (line ${line})`,
    }
  })
}

const HINTS$3 = {
  finding: 'Take the key out, and load the model with a class of the library itself',
  doubt: 'Write the configuration again',
};

/** JSON or YAML, a model card's front matter too, that has its loader run code; without such a key it is but text. */
const modelConfig = defineFormat({
  id: 'model-config',
  title: 'a model configuration',
  within: 'text',
  recognise(source) {
    if (!isText(source)) return false
    if (source.size > MAX_HELD) return mayHold(source)
    const text = decodeStrictly(heldText(source)) ?? '';
    return findRiskyKeys(text).length > 0 || findPythonTags(text).length > 0 || isUnreadable(text)
  },
  inspect: heldWhole(bytes => {
    const text = decodeStrictly(bytes) ?? '';
    const doubts = isUnreadable(text) ? ['Expected a configuration that is not too long to be read but it is'] : [];
    return judge$2({
      findings: [...findRiskyKeys(text), ...findPythonTags(text)],
      doubts,
      harmless: 'Plain settings',
      hints: HINTS$3,
    })
  }),
});

/** Whether a text too long to be read at once has such a key or tag somewhere, which may be spelt with escapes. */
const mayHold = (source        )          =>
  [...Object.keys(RISKY_KEYS), 'python/', '%TAG', '\\x', '\\u00', '\\U0000'].some(name => includes(source, name));

/** Longest string that could be a text, in bytes. */
const MAX_TEXT = 64 * 1024;

/** Tells of the strings that one message has in these fields, as of the words of an encoder, a line each. */
function hearStrings(
  hear                  ,
  { fields, source, start }         ,
  numbers                   ,
)       {
  if (!hear) return
  const texts = fields.flatMap(field => {
    if (!numbers.includes(field.number) || field.end - field.start > MAX_TEXT) return []
    const bytes = readRange(source, field.start, field.end);
    return bytes.includes(0) ? [] : (decodeStrictly(bytes) ?? [])
  });
  if (texts.length > 0) hear(`strings at byte ${start}`, texts.join('\n'));
}

/**
 * What a field holds: a number, numbers one by one or packed, text, bytes that are skipped, or a message. `skipped` is anything,
 * and unread.
 */
                                                                                                 

/** A message by its `.proto`: its fields by number. What is not named is unknown, and a doubt. */
                              
                       
                                                      
 

const defineMessage = (name        , fields                       )              => ({ name, fields });

/** The wire forms that a field of this type may have. */
function allowsWire(type           , wire        )          {
  if (type === 'skipped') return true
  if (type === 'numbers') return true
  return (type === 'number') !== (wire === 'bytes')
}

const MAX_DEPTH$1 = 64;
const MAX_FIELDS = 20_000_000;

/** One message of a known type, with its own fields. */
                          
                            
                        
                                   
                         
                                                          
                                      
 

/** Hands every message below `root` to `visit`, front to back, without recursion; gives the first thing wrong with the bytes. */
function walkMessages(source        , root             , visit                            )                     {
  const open = [{ type: root, start: 0, end: source.size, depth: 0, parent: undefined                        }];
  let count = 0;
  let first;                    
  for (let next = open.pop(); next; next = open.pop()) {
    const { type, start, end, depth, parent } = next;
    if (depth > MAX_DEPTH$1) {
      first ??= `its messages are nested deeper than ${MAX_DEPTH$1} at byte ${start}`;
      continue
    }
    const fields          = [];
    let unknown;                    
    const fault = readFields(source, start, end, field => {
      const known = type.fields[field.number];
      if (known === undefined || !allowsWire(known, field.wire))
        unknown ??= `byte ${field.start} has field ${field.number} of ${type.name}, which is not known`;
      if (count++ < MAX_FIELDS) fields.push(field);
    });
    const message = { type, start, fields, source, parent };
    visit(message);
    first ??= unknown ?? fault;
    if (count > MAX_FIELDS) return `it has more than ${MAX_FIELDS} fields`
    for (const field of fields.toReversed()) {
      const inner = type.fields[field.number];
      if (typeof inner !== 'function') continue
      open.push({ type: inner(), start: field.start, end: field.end, depth: depth + 1, parent: message });
    }
  }
  return first
}

/** Texts of a field, in order; what is no UTF-8 or longer than any name is undefined. */
const textsOf = ({ fields, source }         , number        )                         =>
  fields.filter(field => field.number === number).map(({ start, end }) => decodeText(source, start, end));

/** The field's text; of several the last, as parsers take it; `''` where it is absent. */
const textOf$1 = (message         , number        )                     => {
  const texts = textsOf(message, number);
  return texts.length === 0 ? '' : texts.at(-1)
};

/** The field's number; 0 where it is absent. */
const numberOf = ({ fields }         , number        )         =>
  fields.findLast(field => field.number === number)?.value ?? 0;

var operators$1 = {
	"ai.onnx": "Abs Acos Acosh Add AffineGrid And ArgMax ArgMin Asin Asinh Atan Atanh Attention AveragePool BatchNormalization Bernoulli BitCast BitShift BitwiseAnd BitwiseNot BitwiseOr BitwiseXor BlackmanWindow Cast CastLike CausalConvWithState Ceil Celu CenterCropPad Clip Col2Im Compress Concat ConcatFromSequence Constant ConstantOfShape Conv ConvInteger ConvTranspose Cos Cosh CumProd CumSum DFT DeformConv DepthToSpace DequantizeLinear Det Div Dropout DynamicQuantizeLinear Einsum Elu Equal Erf Exp Expand EyeLike Flatten Floor GRU Gather GatherElements GatherND Gelu Gemm GlobalAveragePool GlobalLpPool GlobalMaxPool Greater GreaterOrEqual GridSample GroupNormalization HammingWindow HannWindow HardSigmoid HardSwish Hardmax Identity If ImageDecoder InstanceNormalization IsInf IsNaN LRN LSTM LayerNormalization LeakyRelu Less LessOrEqual LinearAttention Log LogSoftmax Loop LpNormalization LpPool MatMul MatMulInteger Max MaxPool MaxRoiPool MaxUnpool Mean MeanVarianceNormalization MelWeightMatrix Min Mish Mod Mul Multinomial Neg NegativeLogLikelihoodLoss NonMaxSuppression NonZero Not OneHot Optional OptionalGetElement OptionalHasElement Or PRelu Pad Pow QLinearConv QLinearMatMul QuantizeLinear RMSNormalization RNN RandomNormal RandomNormalLike RandomUniform RandomUniformLike Range Reciprocal ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare RegexFullMatch Relu Reshape Resize ReverseSequence RoiAlign RotaryEmbedding Round STFT Scan Scatter ScatterElements ScatterND Selu SequenceAt SequenceConstruct SequenceEmpty SequenceErase SequenceInsert SequenceLength SequenceMap Shape Shrink Sigmoid Sign Sin Sinh Size Slice Softmax SoftmaxCrossEntropyLoss Softplus Softsign SpaceToDepth Split SplitToSequence Sqrt Squeeze StringConcat StringNormalizer StringSplit Sub Sum SwiGLU Swish Tan Tanh TensorScatter TfIdfVectorizer ThresholdedRelu Tile TopK Transpose Trilu Unique Unsqueeze Upsample Where Xor",
	"ai.onnx.ml": "ArrayFeatureExtractor Binarizer CastMap CategoryMapper DictVectorizer FeatureVectorizer Imputer LabelEncoder LinearClassifier LinearRegressor Normalizer OneHotEncoder SVMClassifier SVMRegressor Scaler TreeEnsemble TreeEnsembleClassifier TreeEnsembleRegressor ZipMap",
	"ai.onnx.preview": "FlexAttention",
	"ai.onnx.preview.training": "Adagrad Adam Gradient Momentum",
	"com.microsoft": "Attention AttnLSTM BeamSearch BiasAdd BiasDropout BiasGelu BiasSoftmax BiasSplitGelu BifurcationDetector BitmaskBiasDropout BitmaskDropout CDist CausalConvWithState ComplexMul ComplexMulConj ConvTransposeWithDynamicPads CropAndResize DecoderAttention DecoderMaskedMultiHeadAttention DecoderMaskedSelfAttention DequantizeBFP DequantizeLinear DequantizeWithOrder DynamicQuantizeLSTM DynamicQuantizeMatMul DynamicTimeWarping EmbedLayerNormalization EngramGate ExpandDims FastGelu FusedConv FusedGemm FusedMatMul FusedMatMulActivation GatedAdd GatedDeltaNet GatedRMSNorm GatedRelativePositionBias GatherBlockQuantized GatherND Gelu GemmFastGelu GemmFloat8 GemmaRotaryEmbedding GreedySearch GridSample GroupNorm GroupQueryAttention Inverse Irfft IsAllFinite LinearAttention LinearAttentionGate LongformerAttention MRotaryEmbedding MatMulBlockQuantizedFp4Weight MatMulBlockQuantizedFp8Weight MatMulBnb4 MatMulFpQ4 MatMulInteger16 MatMulIntegerToFloat MatMulNBits MatMulNBitsMlp MatMulNBitsQkv MaxpoolWithMask MoE MulInteger MultiHeadAttention MurmurHash3 NGramHashMapping NGramRepeatBlock NhwcConv NhwcFusedConv NhwcMaxPool PackedAttention PackedMultiHeadAttention Pad PagedAttention QAttention QEmbedLayerNormalization QGemm QLinearAdd QLinearAveragePool QLinearConcat QLinearConv QLinearGlobalAveragePool QLinearLeakyRelu QLinearMul QLinearReduceMean QLinearSigmoid QLinearSoftmax QLinearWhere QMoE QOrderedAttention QOrderedGelu QOrderedLayerNormalization QOrderedLongformerAttention QOrderedMatMul QuantizeBFP QuantizeLinear QuantizeWithOrder QuickGelu Range ReduceSumInteger RelativePositionBias RemovePadding RestorePadding Rfft RotaryEmbedding Sampling SkipGroupNorm SkipLayerNormalization SkipSimplifiedLayerNormalization SparseAttention SparseToDenseMatMul Tokenizer TorchEmbedding TransposeMatMul Trilu UnfoldTensor Unique VarlenCausalConvWithState VarlenNGramHashMapping WhisperBeamSearch WordConvEmbedding"
};

const DEFAULT = 'ai.onnx';

const known = new Map(Object.entries(operators$1).map(([domain, names]) => [domain, new Set(names.split(' '))]));

/** The domain by its full name: the empty one is `ai.onnx`. */
const domainOf = (domain        )         => (domain === '' ? DEFAULT : domain);

/** Whether these operators come with ONNX itself (every version to 1.23) or ONNX Runtime, and compute from tensors to tensors only. */
const isKnownDomain = (domain        )          => known.has(domain);

/** `com.microsoft` goes without EPContext, Snpe and PythonOp, which run what is not in the model. */
const isKnownOperator = (domain        , name        )          => known.get(domain)?.has(name) ?? false;

/** onnx.proto3 of ONNX 1.23. */
const Model = defineMessage('ModelProto', {
  1: 'number',
  2: 'text',
  3: 'text',
  4: 'text',
  5: 'number',
  6: 'text',
  7: () => Graph$1,
  8: () => OperatorSet,
  14: () => Entry,
  20: () => Training,
  25: () => LocalFunction,
  26: 'skipped',
});

/** `domain` 1, `version` 2. */
const OperatorSet = defineMessage('OperatorSetIdProto', { 1: 'text', 2: 'number' });

/** `key` 1, `value` 2. */
const Entry = defineMessage('StringStringEntryProto', { 1: 'text', 2: 'text' });

const Training              = defineMessage('TrainingInfoProto', {
  1: () => Graph$1,
  2: () => Graph$1,
  3: () => Entry,
  4: () => Entry,
});

const Graph$1              = defineMessage('GraphProto', {
  1: () => Node$1,
  2: 'text',
  5: () => Tensor$2,
  10: 'text',
  11: 'skipped',
  12: 'skipped',
  13: 'skipped',
  14: 'skipped',
  15: () => SparseTensor,
  16: () => Entry,
});

/** `op_type` 4, `domain` 7. */
const Node$1              = defineMessage('NodeProto', {
  1: 'text',
  2: 'text',
  3: 'text',
  4: 'text',
  5: () => Attribute,
  6: 'text',
  7: 'text',
  8: 'text',
  9: () => Entry,
  10: 'skipped',
});

/** `s` 4, `strings` 9. */
const Attribute              = defineMessage('AttributeProto', {
  1: 'text',
  2: 'number',
  3: 'number',
  4: 'bytes',
  5: () => Tensor$2,
  6: () => Graph$1,
  7: 'numbers',
  8: 'numbers',
  9: 'bytes',
  10: () => Tensor$2,
  11: () => Graph$1,
  13: 'text',
  14: 'skipped',
  15: 'skipped',
  20: 'number',
  21: 'text',
  22: () => SparseTensor,
  23: () => SparseTensor,
});

/** `string_data` 6, `name` 8, `raw_data` 9, `external_data` 13, `data_location` 14. */
const Tensor$2              = defineMessage('TensorProto', {
  1: 'numbers',
  2: 'number',
  3: 'skipped',
  4: 'numbers',
  5: 'numbers',
  6: 'bytes',
  7: 'numbers',
  8: 'text',
  9: 'bytes',
  10: 'numbers',
  11: 'numbers',
  12: 'text',
  13: () => Entry,
  14: 'number',
  16: () => Entry,
});

const SparseTensor              = defineMessage('SparseTensorProto', { 1: () => Tensor$2, 2: () => Tensor$2, 3: 'numbers' });

/** `name` 1, `domain` 10. */
const LocalFunction              = defineMessage('FunctionProto', {
  1: 'text',
  4: 'text',
  5: 'text',
  6: 'text',
  7: () => Node$1,
  8: 'text',
  9: () => OperatorSet,
  10: 'text',
  11: () => Attribute,
  12: 'skipped',
  13: 'text',
  14: () => Entry,
});

/** Longest metadata that is taken for metadata, in bytes. */
const MAX_METADATA = 1024 * 1024;
const EXTERNAL = 1;
const HINTS$2 = {
  finding: 'Export it again with standard operators and its weights inside, or beside it in the same folder',
  doubt: 'Export it again with a current onnx, and scan the files of its weights with it',
};

/** A tensor whose bytes are in another file. */
                        
                         
                                                   
 

/** Walks an ONNX model: every operator of every graph and function, every file its weights are in. */
async function inspectOnnx(source        , context                   )                      {
  const model = readModel(source, context.hear);
  const findings            = [];
  const doubts = model.fault === undefined ? [] : [`Expected an ONNX model but ${model.fault}`];
  for (const { domain, name, offset } of model.operators.values()) {
    if (isKnownOperator(domain, name) || model.functions.has(`${domain}:${name}`)) continue
    const reason = 'is an operator that neither ONNX nor the model itself defines';
    findings.push({ offset, name: printable(`${domain}.${name}`), reason });
  }
  const ofFunctions = new Set([...model.functions].map(key => key.slice(0, key.lastIndexOf(':'))));
  for (const [domain, offset] of model.domains)
    if (!isKnownDomain(domain) && !ofFunctions.has(domain))
      findings.push({
        offset,
        name: printable(domain),
        reason: 'is a set of operators that a plug-in would have to bring',
      });
  for (const tensor of model.external) await judgeExternal(tensor, context, findings, doubts);
  if (model.fault === undefined && model.graphs === 0) doubts.push('Expected an ONNX model but it has no graph');
  if (model.longest > MAX_METADATA)
    doubts.push(`Expected metadata of at most ${grouped(MAX_METADATA)} bytes but found ${grouped(model.longest)}`);
  const domains = [...new Set([...model.operators.values()].map(({ domain }) => domain))].toSorted();
  return judge$2({
    findings: findings.toSorted((a, b) => a.offset - b.offset),
    doubts,
    harmless: `Graphs of ${model.operators.size} known operators (${domains.join(', ') || 'none'})`,
    hints: HINTS$2,
  })
}

function readModel(source        , hear                  ) {
  const operators = new Map                                                          ();
  const functions = new Set        ();
  const domains = new Map                ();
  const external = new Map                       ();
  const seen = { graphs: 0, longest: 0 };
  const visitors = new Map([
    [Graph$1, () => seen.graphs++],
    [
      Node$1,
      message => {
        const domain = domainOf(textOf$1(message, 7) ?? 'no text');
        const name = textOf$1(message, 4) ?? 'no text';
        const key = `${domain}:${name}`;
        if (!operators.has(key)) operators.set(key, { domain, name, offset: message.start });
      },
    ],
    [
      LocalFunction,
      message => functions.add(`${domainOf(textOf$1(message, 10) ?? 'no text')}:${textOf$1(message, 1) ?? 'no text'}`),
    ],
    [
      OperatorSet,
      message => {
        const domain = domainOf(textOf$1(message, 1) ?? 'no text');
        if (!domains.has(domain)) domains.set(domain, message.start);
      },
    ],
    [
      Tensor$2,
      message => {
        hearStrings(hear, message, [6]);
        const isExternal = numberOf(message, 14) === EXTERNAL || message.fields.some(({ number }) => number === 13);
        if (isExternal) external.set(message, { offset: message.start, entries: new Map() });
      },
    ],
    [Attribute, message => hearStrings(hear, message, [4, 9])],
    [
      Entry,
      message => {
        for (const { start, end } of message.fields) seen.longest = Math.max(seen.longest, end - start);
        const key = textOf$1(message, 1);
        const data = message.parent && external.get(message.parent);
        if (data && key !== undefined && isDataEntry(message)) data.entries.set(key, textOf$1(message, 2));
      },
    ],
  ]                                                     );
  const fault = walkMessages(source, Model, message => visitors.get(message.type)?.(message));
  return { operators, functions, domains, external: external.values(), fault, ...seen }
}

/** Field 13 of a tensor, not its metadata. */
const isDataEntry = ({ parent, start }         ) =>
  parent?.fields.some(field => field.number === 13 && field.start === start) ?? false;

async function judgeExternal(
  { offset, entries }              ,
  context                   ,
  findings           ,
  doubts          ,
)                {
  const location = entries.get('location');
  if (location === undefined) {
    doubts.push(`Expected the tensor at byte ${offset} to say which file it is in but found nothing`);
    return
  }
  const shown = printable(location);
  if (leavesFolder(location)) {
    findings.push({ offset, name: shown, reason: "is read for weights and lies outside the model's folder" });
    return
  }
  const size = await context.sizeBeside?.(location);
  if (size === undefined) {
    doubts.push(`Expected the weights in ${shown} to be among the scanned files but they are not`);
    return
  }
  const from = wholeNumber(entries.get('offset') ?? '0');
  const length = wholeNumber(entries.get('length') ?? '0');
  if (from === undefined || length === undefined || from + length > size)
    doubts.push(
      `Expected the tensor at byte ${offset} to lie within the ${grouped(size)} bytes of ${shown} but it does not`,
    );
}

const wholeNumber = (text        )                     => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);

const IR_VERSION = 0x08;
/** Keys of producer_name, producer_version, domain, model_version, doc_string, graph and opset_import (onnx.proto, ModelProto). */
const NEXT_FIELDS = [0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42];

/** A protobuf without a magic number: its first field is a small `ir_version`, its second one of a few. */
const onnx = defineFormat({
  id: 'onnx',
  title: 'an ONNX model',
  recognise(source) {
    const [first, version = 0, next = 0] = readRange(source, 0, 3);
    return first === IR_VERSION && version >= 3 && version <= 32 && NEXT_FIELDS.includes(next)
  },
  inspect: inspectOnnx,
});

/** Apache Parquet. */
const parquet = unreadFormat({
  id: 'parquet',
  title: 'a Parquet table',
  recognise: source => hasAt(source, 'PAR1'),
});

const STARTS = ['X\n\0\0', 'B\n\x02\0', 'B\n\x03\0', 'RDX2\n', 'RDX3\n', 'RDA2\n', 'RDA3\n'];
/** Format version, then the versions of R that wrote it and can read it, each 65536 a + 256 b + c (R Internals, 1.8). */
const AS_TEXT = /^A\n[23]\n\d{5,7}\n\d{5,7}\n/;

/** R's serialisations, which may hold promises that run when they are read: .rds and .RData, uncompressed. */
const rData = unreadFormat({
  id: 'r-data',
  title: 'an R data file',
  recognise: source => STARTS.some(start => hasAt(source, start)) || AS_TEXT.test(latin1(readRange(source, 0, 32))),
});

/** Used to hide pickles from scanners that do not open it. */
const rar = unreadFormat({
  id: 'rar',
  title: 'a RAR archive',
  recognise: source => hasAt(source, 'Rar!\x1a\x07'),
});

const Index = int$1().nonnegative();

/** Bits per element of each type (safetensors/src/tensor.rs, `Dtype::bitsize`). */
const BITS                                   = {
  F4: 4,
  F6_E2M3: 6,
  F6_E3M2: 6,
  BOOL: 8,
  U8: 8,
  I8: 8,
  F8_E5M2: 8,
  F8_E4M3: 8,
  F8_E8M0: 8,
  I16: 16,
  U16: 16,
  F16: 16,
  BF16: 16,
  I32: 32,
  U32: 32,
  F32: 32,
  C64: 64,
  F64: 64,
  I64: 64,
  U64: 64,
};

const Tensor$1 = strictObject({
  dtype: literal$1(Object.keys(BITS)),
  shape: array$1(Index),
  data_offsets: tuple$1([Index, Index]),
});
                                           

/** The JSON header of a safetensors file: tensors by name, and text by key under `__metadata__`. */
const Header = object({ __metadata__: record(string(), string()).optional() }).catchall(Tensor$1);

/** Why the tensors do not fill `length` bytes from the first to the last, without holes, overlaps or odd sizes; undefined where they do. */
function layoutFault(tensors                                        , length        )                     {
  const inOrder = tensors.toSorted(
    ([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0] || a.data_offsets[1] - b.data_offsets[1],
  );
  let end = 0;
  for (const [name, { dtype, shape, data_offsets }] of inOrder) {
    const [from, to] = data_offsets;
    const bits = shape.reduce((product, n) => product * n, BITS[dtype] ?? Number.NaN);
    if (from !== end) return `tensor ${printable(name)} starts at ${from} where the one before ends at ${end}`
    if (bits % 8 !== 0 || to - from !== bits / 8)
      return `tensor ${printable(name)} takes ${grouped(to - from)} bytes where its shape and type take ${grouped(bits / 8)}`
    end = to;
  }
  return end === length ? undefined : `its tensors take ${grouped(end)} bytes and the file holds ${grouped(length)}`
}

/** Longest header the reference implementation reads (safetensors/src/tensor.rs, MAX_HEADER_SIZE). */
const MAX_HEADER = 100_000_000;
const PREFIX = 8;
const HINT$2 = 'Save the tensors again with the safetensors library';

/** Tensors as plain bytes after a JSON header of `u64` length; nothing in it is executed. */
const safetensors = defineFormat({
  id: 'safetensors',
  title: 'a safetensors file',
  recognise: source => byteAt(source, PREFIX) === 0x7b && headerLength(source) <= MAX_HEADER,
  inspect(source) {
    const found = inspectHeader(source);
    return typeof found === 'string' ? inconclusive(`Expected a safetensors file but ${found}`, HINT$2) : found
  },
});

function headerLength(source        )         {
  const view = viewAt(source, 0, PREFIX);
  return view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32
}

function inspectHeader(source        )                      {
  const end = PREFIX + headerLength(source);
  if (end > source.size) return 'its header is longer than the file'
  const json = decodeStrictly(readRange(source, PREFIX, end));
  if (json === undefined) return 'its header is no UTF-8'
  const value = parse(json);
  if (value === undefined) return 'its header is no JSON'
  const key = repeatedKey(json);
  if (key !== undefined) return `its header has the key ${printable(key)} twice`
  const header = Header.safeParse(value);
  if (!header.success)
    return `its header has no right entry at ${printable(header.error.issues[0]?.path.join('.') ?? '')}`
  const { __metadata__: _, ...tensors } = header.data;
  const entries = Object.entries(tensors);
  return (
    layoutFault(entries, source.size - end) ??
    passed(
      `${grouped(entries.length)} ${entries.length === 1 ? 'tensor' : 'tensors'} of plain numbers, filling the file exactly`,
    )
  )
}

function parse(json        )          {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Which input of an operation is the file it reads or writes. */
const FILE_INPUTS                                              = {
  InitializeTableFromTextFile: [1],
  InitializeTableFromTextFileV2: [1],
  MergeV2Checkpoints: [0, 1],
  Restore: [0],
  RestoreSlice: [0],
  RestoreV2: [0],
  Save: [0],
  SaveSlices: [0],
  SaveV2: [0],
  ShardedFilename: [0],
};

/** Operations that give the path on, by the inputs that can be its beginning. */
const GIVES_ON                                                      = {
  Identity: [0],
  ExpandDims: [0],
  Reshape: [0],
  Pack: 'all',
  Select: [1, 2],
  SelectV2: [1, 2],
  ShardedFilename: [0],
  StringJoin: [0],
};
const GIVEN = ['Placeholder', 'PlaceholderWithDefault', 'PlaceholderV2'];
const CALLS = ['PartitionedCall', 'StatefulPartitionedCall'];

/** Whether the path always begins with what the loader gives (the model's own folder) or is one of its assets. */
function isGivenPath(graphs        , scope       , input        )          {
  const open = [{ scope, input }];
  const seen = new Set        ();
  for (let next = open.pop(); next; next = open.pop()) {
    const key = `${next.scope.name ?? ''}\n${next.input}`;
    if (seen.has(key)) continue
    seen.add(key);
    const node = next.scope.nodes.get(next.input);
    const sources = node ? sourcesOf(graphs, next.scope, node) : callersOf(graphs, next.scope, next.input);
    if (sources === undefined) return false
    open.push(...sources);
  }
  return true
}

function sourcesOf(graphs        , scope       , node           ) {
  if (scope.name === undefined && graphs.assets.has(node.name)) return []
  if (GIVEN.includes(node.op)) return []
  const places = Object.hasOwn(GIVES_ON, node.op) ? GIVES_ON[node.op] : undefined;
  if (places)
    return node.inputs.filter((_, at) => places === 'all' || places.includes(at)).map(input => ({ scope, input }))
  if (node.op !== 'ReadVariableOp') return undefined
  const assigned = [...scope.nodes.values()].filter(
    ({ op, inputs }) => op === 'AssignVariableOp' && inputs[0] === node.inputs[0],
  );
  return assigned.length > 0 ? assigned.map(({ inputs }) => ({ scope, input: inputs[1] ?? '' })) : undefined
}

/** What the callers of a function give for an argument; a function nobody calls is given it by the loader. */
function callersOf(graphs        , scope       , argument        ) {
  const place = scope.arguments.indexOf(argument);
  const { name } = scope;
  if (name === undefined || place < 0) return undefined
  const sources                                    = [];
  for (const caller of graphs.scopes) {
    for (const node of caller.nodes.values()) {
      if (node.op !== name && !node.calls.includes(name)) continue
      const input = node.inputs[place];
      if (input === undefined || (node.op !== name && !CALLS.includes(node.op))) return undefined
      sources.push({ scope: caller, input });
    }
  }
  return sources
}

var tensorflow = "A Abort Abs AccumulateNV2 AccumulatorApplyGradient AccumulatorNumAccumulated AccumulatorSetGlobalStep AccumulatorTakeGradient Acos Acosh Add AddManySparseToTensorsMap AddN AddSparseToTensorsMap AddV2 AdjustContrast AdjustContrastv2 AdjustHue AdjustSaturation All AllCandidateSampler AllToAll Angle AnonymousHashTable AnonymousIterator AnonymousIteratorV2 AnonymousIteratorV3 AnonymousMemoryCache AnonymousMultiDeviceIterator AnonymousMultiDeviceIteratorV3 AnonymousMutableDenseHashTable AnonymousMutableHashTable AnonymousMutableHashTableOfTensors AnonymousRandomSeedGenerator AnonymousSeedGenerator Any ApplyAdaMax ApplyAdadelta ApplyAdagrad ApplyAdagradDA ApplyAdagradV2 ApplyAdam ApplyAddSign ApplyCenteredRMSProp ApplyFtrl ApplyFtrlV2 ApplyGradientDescent ApplyMomentum ApplyPowerSign ApplyProximalAdagrad ApplyProximalGradientDescent ApplyRMSProp ApproxTopK ApproximateEqual ArgMax ArgMin AsString Asin Asinh Assert AssertCardinalityDataset AssertNextDataset AssertPrevDataset Assign AssignAdd AssignAddVariableOp AssignSub AssignSubVariableOp AssignVariableOp Atan Atan2 Atanh Attr AttrBool AttrBoolList AttrDefault AttrEmptyListDefault AttrEnum AttrEnumList AttrFloat AttrListDefault AttrListMin AttrListTypeDefault AttrMin AttrPartialShape AttrPartialShapeList AttrShape AttrShapeList AttrTypeDefault AudioMicrofrontend AudioSpectrogram AudioSummary AudioSummaryV2 AutoShardDataset AvgPool AvgPool3D AvgPool3DGrad AvgPoolGrad B BandedTriangularSolve Barrier BarrierClose BarrierIncompleteSize BarrierInsertMany BarrierReadySize BarrierTakeMany Batch BatchCholesky BatchCholeskyGrad BatchDataset BatchDatasetV2 BatchFFT BatchFFT2D BatchFFT3D BatchFunction BatchIFFT BatchIFFT2D BatchIFFT3D BatchMatMul BatchMatMulV2 BatchMatMulV3 BatchMatrixBandPart BatchMatrixDeterminant BatchMatrixDiag BatchMatrixDiagPart BatchMatrixInverse BatchMatrixSetDiag BatchMatrixSolve BatchMatrixSolveLs BatchMatrixTriangularSolve BatchNormWithGlobalNormalization BatchNormWithGlobalNormalizationGrad BatchSelfAdjointEig BatchSelfAdjointEigV2 BatchSvd BatchToSpace BatchToSpaceND BesselI0 BesselI0e BesselI1 BesselI1e BesselJ0 BesselJ1 BesselK0 BesselK0e BesselK1 BesselK1e BesselY0 BesselY1 Betainc BiasAdd BiasAddGrad BiasAddV1 Binary Bincount Bitcast BitwiseAnd BitwiseOr BitwiseXor BlockLSTM BlockLSTMGrad BlockLSTMGradV2 BlockLSTMV2 BoostedTreesAggregateStats BoostedTreesBucketize BoostedTreesCalculateBestFeatureSplit BoostedTreesCalculateBestFeatureSplitV2 BoostedTreesCalculateBestGainsPerFeature BoostedTreesCenterBias BoostedTreesCreateEnsemble BoostedTreesCreateQuantileStreamResource BoostedTreesDeserializeEnsemble BoostedTreesEnsembleResourceHandleOp BoostedTreesFlushQuantileSummaries BoostedTreesGetEnsembleStates BoostedTreesMakeQuantileSummaries BoostedTreesMakeStatsSummary BoostedTreesPredict BoostedTreesQuantileStreamResourceAddSummaries BoostedTreesQuantileStreamResourceDeserialize BoostedTreesQuantileStreamResourceFlush BoostedTreesQuantileStreamResourceGetBucketBoundaries BoostedTreesQuantileStreamResourceHandleOp BoostedTreesSerializeEnsemble BoostedTreesSparseAggregateStats BoostedTreesSparseCalculateBestFeatureSplit BoostedTreesTrainingPredict BoostedTreesUpdateEnsemble BoostedTreesUpdateEnsembleV2 BroadcastArgs BroadcastGradientArgs BroadcastTo Bucketize BytesProducedStatsDataset CSRSparseMatrixComponents CSRSparseMatrixToDense CSRSparseMatrixToSparseTensor CTCBeamSearchDecoder CTCGreedyDecoder CTCLoss CTCLossV2 Case Cast Ceil CheckNumerics CheckNumericsV2 CheckPinned Cholesky CholeskyGrad ChooseFastestBranchDataset ChooseFastestDataset ClipByValue CombinedNonMaxSuppression Complex ComplexAbs ComplexStruct CompositeTensorVariantFromComponents CompositeTensorVariantToComponents CompressElement ComputeAccidentalHits ComputeBatchSize ComputeDedupDataSize ComputeDedupDataSizeV2 ComputeDedupDataTupleMask ComputeDedupDataTupleMaskV2 Concat ConcatOffset ConcatV2 ConcatenateDataset ConditionalAccumulator Conj ConjugateTranspose Const ConstructionFails ConsumeMutexLock ControlTrigger Conv Conv2D Conv2DBackpropFilter Conv2DBackpropFilterV2 Conv2DBackpropInput Conv2DBackpropInputV2 Conv3D Conv3DBackpropFilter Conv3DBackpropFilterV2 Conv3DBackpropInput Conv3DBackpropInputV2 ConvertToCooTensor ConvertToListOfSparseCoreCooTensors ConvertToSparseCoreCsrWrappedCooTensor Copy CopyHost CopyOp CopyToMesh CopyToMeshGrad Cos Cosh CountUpTo CropAndResize CropAndResizeGradBoxes CropAndResizeGradImage Cross CrossReplicaSum CudnnRNN CudnnRNNBackprop CudnnRNNBackpropV2 CudnnRNNBackpropV3 CudnnRNNCanonicalToParams CudnnRNNCanonicalToParamsV2 CudnnRNNParamsSize CudnnRNNParamsToCanonical CudnnRNNParamsToCanonicalV2 CudnnRNNV2 CudnnRNNV3 Cumprod Cumsum CumulativeLogsumexp CustomAggregator DataFormatDimMap DataFormatVecPermute DatasetCardinality DatasetFingerprint DatasetFromGraph DatasetToGraph DatasetToGraphV2 DatasetToSingleElement Dawsn DecodeAndCropJpeg DecodeBase64 DecodeBmp DecodeCSV DecodeCompressed DecodeGif DecodeImage DecodeJSONExample DecodeJpeg DecodeJxl DecodePaddedRaw DecodePng DecodeRaw DecodeWav DecodeWebP DeepCopy DefaultAttrs DeleteIterator DeleteMemoryCache DeleteMultiDeviceIterator DeleteRandomSeedGenerator DeleteSeedGenerator DenseBincount DenseCountSparseOutput DenseToCSRSparseMatrix DenseToDenseSetOperation DenseToSparseBatchDataset DenseToSparseSetOperation DepthToSpace DepthwiseConv2dNative DepthwiseConv2dNativeBackpropFilter DepthwiseConv2dNativeBackpropInput Dequantize DeserializeIterator DeserializeManySparse DeserializeSparse DestroyResourceOp DestroyTemporaryVariable DevicePlacementOp Diag DiagPart Digamma Dilation2D Dilation2DBackpropFilter Dilation2DBackpropInput DirectedInterleaveDataset DisableCopyOnRead Div DivNoNan DrawBoundingBoxes DrawBoundingBoxesV2 DtypeWithDefaultOp DummyIterationCounter DummyMemoryCache DummySeedGenerator DynamicPartition DynamicStitch EditDistance Eig Einsum Elu EluGrad Empty EmptyTensorList EmptyTensorMap EncodeBase64 EncodeJpeg EncodeJpegVariableQuality EncodePng EncodeWav EnsureShape Enter Equal Erf Erfc Erfinv EuclideanNorm Exit Exp ExpandDims ExperimentalAssertNextDataset ExperimentalAutoShardDataset ExperimentalBytesProducedStatsDataset ExperimentalChooseFastestDataset ExperimentalDatasetCardinality ExperimentalDenseToSparseBatchDataset ExperimentalDirectedInterleaveDataset ExperimentalGroupByReducerDataset ExperimentalGroupByWindowDataset ExperimentalIgnoreErrorsDataset ExperimentalIteratorGetDevice ExperimentalLatencyStatsDataset ExperimentalMapAndBatchDataset ExperimentalMapDataset ExperimentalMaxIntraOpParallelismDataset ExperimentalNonSerializableDataset ExperimentalParallelInterleaveDataset ExperimentalParseExampleDataset ExperimentalRandomDataset ExperimentalRebatchDataset ExperimentalScanDataset ExperimentalSlidingWindowDataset ExperimentalTakeWhileDataset ExperimentalUnbatchDataset ExperimentalUniqueDataset Expint Expm1 ExtractGlimpse ExtractGlimpseV2 ExtractImagePatches ExtractJpegShape ExtractVolumePatches FFT FFT2D FFT3D FFTND FIFOQueue FIFOQueueV2 Fact FakeParam FakeQuantWithMinMaxArgs FakeQuantWithMinMaxArgsGradient FakeQuantWithMinMaxVars FakeQuantWithMinMaxVarsGradient FakeQuantWithMinMaxVarsPerChannel FakeQuantWithMinMaxVarsPerChannelGradient FakeQueue Fill FilterByLastComponentDataset FilterDataset FinalizeDataset Fingerprint FiveFloatOutputs FixedUnigramCandidateSampler FlatMapDataset FloatInput FloatOutput FloatOutputStringOutput Floor FloorDiv FloorMod Foo1 Foo2 Foo3 For FractionalAvgPool FractionalAvgPoolGrad FractionalMaxPool FractionalMaxPoolGrad FresnelCos FresnelSin FuncAttr FuncListAttr FusedBatchNorm FusedBatchNormGrad FusedBatchNormGradV2 FusedBatchNormGradV3 FusedBatchNormV2 FusedBatchNormV3 FusedPadConv2D FusedResizeAndPadConv2D GRUBlockCell GRUBlockCellGrad Gather GatherNd GatherV2 GenerateBoundingBoxProposals GeneratorDataset GetDeadline GetMinibatchSplitsWithPhysicalReplica GetMinibatchesInCsrWithPhysicalReplica GetOptions GlobalIterId GraphDefVersion Greater GreaterEqual GroupByReducerDataset GroupByWindowDataset GuaranteeConst HSVToRGB HashTable HashTableV2 HistogramFixedWidth HistogramSummary HostConst IFFT IFFT2D IFFT3D IFFTND IRFFT IRFFT2D IRFFT3D IRFFTND Identity IdentityN If Igamma IgammaGradA Igammac IgnoreErrorsDataset Imag ImageProjectiveTransformV2 ImageProjectiveTransformV3 ImageSummary InPolymorphicTwice InTopK InTopKV2 IndexFlatMapDataset InitializeTable InitializeTableFromDataset InitializeTableV2 InplaceAdd InplaceSub InplaceUpdate Int64Output IntAttr IntInput IntInputFloatInput IntInputIntOutput IntOutput IntOutputFloatOutput InterleaveDataset Inv InvGrad Invert InvertPermutation IsBoostedTreesEnsembleInitialized IsBoostedTreesQuantileStreamResourceInitialized IsFinite IsInf IsNan IsResourceHandleRefCounting IsTensorFloat32Enabled IsVariableInitialized IsotonicRegression Iterator IteratorGetDevice IteratorGetModelProto IteratorGetNext IteratorGetNextAsOptional IteratorGetNextSync IteratorToStringHandle IteratorV2 KMC2ChainInitialization KernelLabel KernelLabelRequired KmeansPlusPlusInitialization KthOrderStatistic L2Loss LRN LRNGrad LSTMBlockCell LSTMBlockCellGrad LatencyStatsDataset LeakyRelu LeakyReluGrad LearnedUnigramCandidateSampler LeftShift LegacyParallelInterleaveDatasetV2 Less LessEqual Lgamma LinSpace ListDataset ListDiff ListInput ListOutput Log Log1p LogMatrixDeterminant LogSoftmax LogUniformCandidateSampler LogicalAnd LogicalNot LogicalOr LookupTableExport LookupTableExportV2 LookupTableFind LookupTableFindV2 LookupTableImport LookupTableImportV2 LookupTableInsert LookupTableInsertV2 LookupTableRemoveV2 LookupTableSize LookupTableSizeV2 LoopCond LowerBound Lu MakeIterator MakeUnique MakeWeakResourceHandle MapAndBatchDataset MapClear MapDataset MapDefun MapIncompleteSize MapPeek MapSize MapStage MapUnstage MapUnstageNoKey MatMul MatrixBandPart MatrixDeterminant MatrixDiag MatrixDiagPart MatrixDiagPartV2 MatrixDiagPartV3 MatrixDiagV2 MatrixDiagV3 MatrixExponential MatrixInverse MatrixLogarithm MatrixSetDiag MatrixSetDiagV2 MatrixSetDiagV3 MatrixSolve MatrixSolveLs MatrixSquareRoot MatrixTriangularSolve Max MaxIntraOpParallelismDataset MaxPool MaxPool3D MaxPool3DGrad MaxPool3DGradGrad MaxPoolGrad MaxPoolGradGrad MaxPoolGradGradV2 MaxPoolGradGradWithArgmax MaxPoolGradV2 MaxPoolGradWithArgmax MaxPoolV2 MaxPoolWithArgmax Maximum Mean Merge MergeDedupData MergeSummary Mfcc Min Minimum MirrorPad MirrorPadGrad MixedStruct Mod ModelDataset Mul MulNoNan MultiDeviceIterator MultiDeviceIteratorGetNextFromShard MultiDeviceIteratorInit MultiDeviceIteratorToStringHandle Multinomial MutableDenseHashTable MutableDenseHashTableV2 MutableHashTable MutableHashTableOfTensors MutableHashTableOfTensorsV2 MutableHashTableV2 MutexLock MutexV2 NInPolymorphicTwice NInTwice NInTwoTypeVariables NIntsIn NIntsOut NIntsOutDefault NPolymorphicIn NPolymorphicOut NPolymorphicOutDefault NPolymorphicRestrictIn NPolymorphicRestrictOut Ndtri NearestNeighbors Neg NegTrain NextAfter NextIteration NoOp NonDeterministicInts NonMaxSuppression NonMaxSuppressionV2 NonMaxSuppressionV3 NonMaxSuppressionV4 NonMaxSuppressionV5 NonMaxSuppressionWithOverlaps NonSerializableDataset None NotEqual NthElement Old OneHot OneShotIterator OnesLike OpWithDefaultAttr OpWithFutureDefaultAttr OptimizeDataset OptimizeDatasetV2 OptionalFromValue OptionalGetValue OptionalHasValue OptionalNone OptionsDataset OrderedMapClear OrderedMapIncompleteSize OrderedMapPeek OrderedMapSize OrderedMapStage OrderedMapUnstage OrderedMapUnstageNoKey OutT OutTypeList OutTypeListRestrict Pack Pad PadV2 PaddedBatchDataset PaddedBatchDatasetV2 PaddingFIFOQueue PaddingFIFOQueueV2 ParallelBatchDataset ParallelConcat ParallelDynamicStitch ParallelFilterDataset ParallelInterleaveDataset ParallelInterleaveDatasetV2 ParallelInterleaveDatasetV3 ParallelInterleaveDatasetV4 ParallelMapDataset ParallelMapDatasetV2 ParameterizedTruncatedNormal ParseExample ParseExampleDataset ParseExampleDatasetV2 ParseExampleV2 ParseSequenceExample ParseSequenceExampleV2 ParseSingleExample ParseSingleSequenceExample ParseTensor PartitionedCall Placeholder PlaceholderV2 PlaceholderWithDefault Polygamma Polymorphic PolymorphicDefaultOut PolymorphicOut PopulationCount Pow PrefetchDataset Prelinearize PrelinearizeTuple PreventGradient Print PriorityQueue PriorityQueueV2 Prod Qr QuantizeAndDequantize QuantizeAndDequantizeV2 QuantizeAndDequantizeV3 QuantizeAndDequantizeV4 QuantizeAndDequantizeV4Grad QuantizeDownAndShrinkRange QuantizeV2 QuantizedAdd QuantizedAvgPool QuantizedBatchNormWithGlobalNormalization QuantizedBiasAdd QuantizedConcat QuantizedConcatV2 QuantizedConv2D QuantizedConv2DAndRelu QuantizedConv2DAndReluAndRequantize QuantizedConv2DAndRequantize QuantizedConv2DPerChannel QuantizedConv2DWithBias QuantizedConv2DWithBiasAndRelu QuantizedConv2DWithBiasAndReluAndRequantize QuantizedConv2DWithBiasAndRequantize QuantizedConv2DWithBiasSignedSumAndReluAndRequantize QuantizedConv2DWithBiasSumAndRelu QuantizedConv2DWithBiasSumAndReluAndRequantize QuantizedDepthwiseConv2D QuantizedDepthwiseConv2DWithBias QuantizedDepthwiseConv2DWithBiasAndRelu QuantizedDepthwiseConv2DWithBiasAndReluAndRequantize QuantizedInstanceNorm QuantizedMatMul QuantizedMatMulWithBias QuantizedMatMulWithBiasAndDequantize QuantizedMatMulWithBiasAndRelu QuantizedMatMulWithBiasAndReluAndRequantize QuantizedMatMulWithBiasAndRequantize QuantizedMaxPool QuantizedMul QuantizedRelu QuantizedRelu6 QuantizedReluX QuantizedReshape QuantizedResizeBilinear QueueClose QueueCloseV2 QueueDequeue QueueDequeueMany QueueDequeueManyV2 QueueDequeueUpTo QueueDequeueUpToV2 QueueDequeueV2 QueueEnqueue QueueEnqueueMany QueueEnqueueManyV2 QueueEnqueueV2 QueueIsClosed QueueIsClosedV2 QueueSize QueueSizeV2 RFFT RFFT2D RFFT3D RFFTND RGBToHSV RaggedBincount RaggedCountSparseOutput RaggedCross RaggedFillEmptyRows RaggedFillEmptyRowsGrad RaggedGather RaggedRange RaggedTensorFromVariant RaggedTensorToSparse RaggedTensorToTensor RaggedTensorToVariant RaggedTensorToVariantGradient RandomCrop RandomDataset RandomDatasetV2 RandomGamma RandomGammaGrad RandomIndexShuffle RandomPoisson RandomPoissonV2 RandomShuffle RandomShuffleQueue RandomShuffleQueueV2 RandomStandardNormal RandomUniform RandomUniformInt Range RangeDataset Rank ReadVariableOp Real RealDiv RebatchDataset RebatchDatasetV2 Reciprocal ReciprocalGrad RecordInput ReduceDataset ReduceJoin RefEnter RefExit RefIdentity RefIn RefInputFloatInput RefInputFloatInputIntOutput RefInputIntInput RefMerge RefNextIteration RefOut RefOutput RefOutputFloatOutput RefSelect RefSwitch RegexFullMatch RegexReplace Relayout RelayoutLike Relu Relu6 Relu6Grad ReluGrad RepeatDataset RequantizationRange RequantizationRangePerChannel Requantize RequantizePerChannel RequiresOlderGraphVersion ReservedAttr ReservedInput Reshape ResizeArea ResizeBicubic ResizeBicubicGrad ResizeBilinear ResizeBilinearGrad ResizeNearestNeighbor ResizeNearestNeighborGrad ResourceAccumulatorApplyGradient ResourceAccumulatorNumAccumulated ResourceAccumulatorSetGlobalStep ResourceAccumulatorTakeGradient ResourceApplyAdaMax ResourceApplyAdadelta ResourceApplyAdagrad ResourceApplyAdagradDA ResourceApplyAdagradV2 ResourceApplyAdam ResourceApplyAdamWithAmsgrad ResourceApplyAddSign ResourceApplyCenteredRMSProp ResourceApplyFtrl ResourceApplyFtrlV2 ResourceApplyGradientDescent ResourceApplyKerasMomentum ResourceApplyMomentum ResourceApplyPowerSign ResourceApplyProximalAdagrad ResourceApplyProximalGradientDescent ResourceApplyRMSProp ResourceConditionalAccumulator ResourceCountUpTo ResourceCreateOp ResourceGather ResourceGatherNd ResourceInitializedOp ResourceScatterAdd ResourceScatterDiv ResourceScatterMax ResourceScatterMin ResourceScatterMul ResourceScatterNdAdd ResourceScatterNdMax ResourceScatterNdMin ResourceScatterNdSub ResourceScatterNdUpdate ResourceScatterSub ResourceScatterUpdate ResourceSparseApplyAdadelta ResourceSparseApplyAdagrad ResourceSparseApplyAdagradDA ResourceSparseApplyAdagradV2 ResourceSparseApplyCenteredRMSProp ResourceSparseApplyFtrl ResourceSparseApplyFtrlV2 ResourceSparseApplyKerasMomentum ResourceSparseApplyMomentum ResourceSparseApplyProximalAdagrad ResourceSparseApplyProximalGradientDescent ResourceSparseApplyRMSProp ResourceStridedSliceAssign ResourceUsingOp Restrict Reverse ReverseSequence ReverseV2 RewriteDataset RightShift Rint RiscAbs RiscAdd RiscBinaryArithmetic RiscBinaryComparison RiscBitcast RiscBroadcast RiscCast RiscCeil RiscCholesky RiscConcat RiscCondition RiscConv RiscCos RiscDiv RiscDot RiscExp RiscFft RiscFloor RiscGather RiscImag RiscIsFinite RiscLog RiscLogicalAnd RiscLogicalNot RiscLogicalOr RiscMax RiscMin RiscMul RiscNeg RiscPad RiscPool RiscPow RiscRandomUniform RiscReal RiscReduce RiscRem RiscReshape RiscReverse RiscScatter RiscShape RiscSign RiscSlice RiscSort RiscSqueeze RiscSub RiscTranspose RiscTriangularSolve RiscUnary RiscWhile RngReadAndSkip RngSkip Roll Round Rsqrt RsqrtGrad SampleDistortedBoundingBox SampleDistortedBoundingBoxV2 SamplingDataset ScalarSummary ScaleAndTranslate ScaleAndTranslateGrad ScanDataset ScatterAdd ScatterDiv ScatterMax ScatterMin ScatterMul ScatterNd ScatterNdAdd ScatterNdMax ScatterNdMin ScatterNdNonAliasingAdd ScatterNdSub ScatterNdUpdate ScatterSub ScatterUpdate SdcaFprint SdcaOptimizer SdcaOptimizerV2 SdcaShrinkL1 SegmentMax SegmentMaxV2 SegmentMean SegmentMin SegmentMinV2 SegmentProd SegmentProdV2 SegmentSum SegmentSumV2 Select SelectV2 SelfAdjointEig SelfAdjointEigV2 Selu SeluGrad SerializeIterator SerializeManySparse SerializeSparse SerializeTensor SetSize Shape ShapeN ShardDataset ShuffleAndRepeatDataset ShuffleAndRepeatDatasetV2 ShuffleDataset ShuffleDatasetV2 ShuffleDatasetV3 Sigmoid SigmoidGrad Sign Simple SimpleStruct Sin Sinh Size SkipDataset Slice SlidingWindowDataset SobolSample Softmax SoftmaxCrossEntropyWithLogits Softplus SoftplusGrad Softsign SoftsignGrad SortListOfSparseCoreCooTensors SpaceToBatch SpaceToBatchND SpaceToDepth SparseAccumulatorApplyGradient SparseAccumulatorTakeGradient SparseAdd SparseAddGrad SparseApplyAdadelta SparseApplyAdagrad SparseApplyAdagradDA SparseApplyAdagradV2 SparseApplyCenteredRMSProp SparseApplyFtrl SparseApplyFtrlV2 SparseApplyMomentum SparseApplyProximalAdagrad SparseApplyProximalGradientDescent SparseApplyRMSProp SparseBincount SparseConcat SparseConditionalAccumulator SparseCountSparseOutput SparseCross SparseCrossHashed SparseCrossV2 SparseDenseCwiseAdd SparseDenseCwiseDiv SparseDenseCwiseMul SparseFillEmptyRows SparseFillEmptyRowsGrad SparseMatMul SparseMatrixAdd SparseMatrixMatMul SparseMatrixMul SparseMatrixNNZ SparseMatrixOrderingAMD SparseMatrixSoftmax SparseMatrixSoftmaxGrad SparseMatrixSparseCholesky SparseMatrixSparseMatMul SparseMatrixTranspose SparseMatrixZeros SparseReduceMax SparseReduceMaxSparse SparseReduceSum SparseReduceSumSparse SparseReorder SparseReshape SparseSegmentMean SparseSegmentMeanGrad SparseSegmentMeanGradV2 SparseSegmentMeanWithNumSegments SparseSegmentSqrtN SparseSegmentSqrtNGrad SparseSegmentSqrtNGradV2 SparseSegmentSqrtNWithNumSegments SparseSegmentSum SparseSegmentSumGrad SparseSegmentSumGradV2 SparseSegmentSumWithNumSegments SparseSlice SparseSliceGrad SparseSoftmax SparseSoftmaxCrossEntropyWithLogits SparseSparseMaximum SparseSparseMinimum SparseSplit SparseTensorDenseAdd SparseTensorDenseMatMul SparseTensorSliceDataset SparseTensorToCSRSparseMatrix SparseToDense SparseToSparseSetOperation Spence Split SplitDedupData SplitV Sqrt SqrtGrad Square SquaredDifference Squeeze Stack StackClose StackCloseV2 StackPop StackPopV2 StackPush StackPushV2 StackV2 Stage StageClear StagePeek StageSize StatefulPartitionedCall StatefulRandomBinomial StatefulStandardNormal StatefulStandardNormalV2 StatefulTruncatedNormal StatefulUniform StatefulUniformFullInt StatefulUniformInt StatelessCase StatelessIf StatelessMultinomial StatelessParameterizedTruncatedNormal StatelessRandomBinomial StatelessRandomGammaV2 StatelessRandomGammaV3 StatelessRandomGetAlg StatelessRandomGetKeyCounter StatelessRandomGetKeyCounterAlg StatelessRandomNormal StatelessRandomNormalV2 StatelessRandomPoisson StatelessRandomUniform StatelessRandomUniformFullInt StatelessRandomUniformFullIntV2 StatelessRandomUniformInt StatelessRandomUniformIntV2 StatelessRandomUniformV2 StatelessSampleDistortedBoundingBox StatelessShuffle StatelessTruncatedNormal StatelessTruncatedNormalV2 StatelessWhile StaticRegexFullMatch StaticRegexReplace StochasticCastToInt StopGradient StoreMinibatchStatisticsInFdo StridedSlice StridedSliceAssign StridedSliceGrad StringFormat StringJoin StringLength StringListAttr StringLower StringNGrams StringSplit StringSplitV2 StringStrip StringToHashBucket StringToHashBucketFast StringToHashBucketStrong StringToNumber StringUpper Sub Substr Sum Svd Switch SymbolicGradient SyncDevice TakeDataset TakeManySparseFromTensorsMap TakeWhileDataset Tan Tanh TanhGrad TemporaryVariable TensorArray TensorArrayClose TensorArrayCloseV2 TensorArrayCloseV3 TensorArrayConcat TensorArrayConcatV2 TensorArrayConcatV3 TensorArrayGather TensorArrayGatherV2 TensorArrayGatherV3 TensorArrayGrad TensorArrayGradV2 TensorArrayGradV3 TensorArrayGradWithShape TensorArrayPack TensorArrayRead TensorArrayReadV2 TensorArrayReadV3 TensorArrayScatter TensorArrayScatterV2 TensorArrayScatterV3 TensorArraySize TensorArraySizeV2 TensorArraySizeV3 TensorArraySplit TensorArraySplitV2 TensorArraySplitV3 TensorArrayUnpack TensorArrayV2 TensorArrayV3 TensorArrayWrite TensorArrayWriteV2 TensorArrayWriteV3 TensorDataset TensorListConcat TensorListConcatLists TensorListConcatV2 TensorListElementShape TensorListFromTensor TensorListGather TensorListGetItem TensorListLength TensorListPopBack TensorListPushBack TensorListPushBackBatch TensorListReserve TensorListResize TensorListScatter TensorListScatterIntoExistingList TensorListScatterV2 TensorListSetItem TensorListSplit TensorListStack TensorMapErase TensorMapHasKey TensorMapInsert TensorMapLookup TensorMapSize TensorMapStackKeys TensorScatterAdd TensorScatterMax TensorScatterMin TensorScatterSub TensorScatterUpdate TensorSliceDataset TensorStridedSliceUpdate TensorSummary TensorSummaryV2 ThreadUnsafeUnigramCandidateSampler Tile TileGrad Timestamp ToBool TopK TopKUnique TopKV2 TopKWithUnique Transpose TridiagonalMatMul TridiagonalSolve TruncateDiv TruncateMod TruncatedNormal TwoFloatInputs TwoFloatInputsFloatOutput TwoFloatInputsIntOutput TwoFloatOutputs TwoIntInputs TwoIntOutputs TwoRefsIn TypeList TypeListRestrict TypeListTwice Unary Unbatch UnbatchDataset UnbatchGrad UncompressElement UnicodeDecode UnicodeDecodeWithOffsets UnicodeEncode UnicodeScript UnicodeTranscode UniformCandidateSampler UniformDequantize UniformQuantize UniformQuantizedAdd UniformQuantizedClipByValue UniformQuantizedConvolution UniformQuantizedConvolutionHybrid UniformQuantizedDot UniformQuantizedDotHybrid UniformRequantize Unique UniqueDataset UniqueV2 UniqueWithCounts UniqueWithCountsV2 Unpack UnravelIndex UnsortedSegmentJoin UnsortedSegmentMax UnsortedSegmentMin UnsortedSegmentProd UnsortedSegmentSum Unstage UnwrapDatasetVariant UpdateTaskIdAndGlobalCoreArray UpperBound VarHandleOp VarIsInitializedOp Variable VariableShape VariableV2 WeightedFlatMapDataset Where While WindowDataset WindowOp WrapDatasetVariant Xdivy Xlog1py Xlogy ZerosLike Zeta ZipDataset";
var operators = {
	tensorflow: tensorflow
};

/** saved_model.proto and what it includes, of TensorFlow 2.21. */
const SavedModel = defineMessage('SavedModel', { 1: 'number', 2: () => MetaGraph });

const MetaGraph              = defineMessage('MetaGraphDef', {
  1: 'skipped',
  2: () => Graph,
  3: 'skipped',
  4: 'skipped',
  5: 'skipped',
  6: () => AssetFile,
  7: () => ObjectGraph,
});

const ObjectGraph              = defineMessage('SavedObjectGraph', { 1: () => SavedObject, 2: 'skipped' });

const SavedObject              = defineMessage('SavedObject', {
  1: 'skipped',
  3: 'skipped',
  4: () => UserObject,
  5: 'skipped',
  6: 'skipped',
  7: 'skipped',
  8: 'skipped',
  9: 'skipped',
  10: 'skipped',
  11: 'skipped',
  12: 'skipped',
  13: 'skipped',
  14: 'skipped',
  15: 'skipped',
  16: 'skipped',
});

/** `metadata` 3: the configuration from which Keras of TensorFlow before 2.5 makes its layers. */
const UserObject              = defineMessage('SavedUserObject', { 1: 'text', 2: 'skipped', 3: 'text' });

/** `filename` 2. */
const AssetFile              = defineMessage('AssetFileDef', { 1: () => TensorInfo, 2: 'text' });

/** `name` 1. */
const TensorInfo              = defineMessage('TensorInfo', {
  1: 'text',
  2: 'number',
  3: 'skipped',
  4: 'skipped',
  5: 'skipped',
});

const Graph              = defineMessage('GraphDef', {
  1: () => Node,
  2: () => Library,
  3: 'number',
  4: 'skipped',
  5: 'skipped',
});

const Library              = defineMessage('FunctionDefLibrary', { 1: () => GraphFunction, 2: 'skipped', 3: 'skipped' });

const GraphFunction              = defineMessage('FunctionDef', {
  1: () => Signature,
  3: () => Node,
  4: 'skipped',
  5: 'skipped',
  6: 'skipped',
  7: 'skipped',
  8: 'skipped',
});

/** `name` 1. */
const Signature              = defineMessage('OpDef', {
  1: 'text',
  2: () => Argument,
  3: 'skipped',
  4: 'skipped',
  5: 'text',
  6: 'text',
  8: 'skipped',
  16: 'number',
  17: 'number',
  18: 'number',
  19: 'number',
  20: 'skipped',
  21: 'number',
});

/** `name` 1. */
const Argument              = defineMessage('OpDef.ArgDef', {
  1: 'text',
  2: 'text',
  3: 'number',
  4: 'text',
  5: 'text',
  6: 'text',
  7: 'skipped',
  16: 'number',
  17: 'skipped',
});

/** `name` 1, `op` 2, `input` 3. */
const Node              = defineMessage('NodeDef', {
  1: 'text',
  2: 'text',
  3: 'text',
  4: 'text',
  5: () => Setting,
  6: 'skipped',
  7: 'skipped',
});

const Setting              = defineMessage('NodeDef.AttrEntry', { 1: 'text', 2: () => Value });

/** `s` 2. */
const Value              = defineMessage('AttrValue', {
  1: () => ListValue,
  2: 'bytes',
  3: 'number',
  4: 'number',
  5: 'number',
  6: 'number',
  7: 'skipped',
  8: () => Tensor,
  9: 'text',
  10: () => FunctionName,
});

/** `s` 2. */
const ListValue              = defineMessage('AttrValue.ListValue', {
  2: 'bytes',
  3: 'numbers',
  4: 'numbers',
  5: 'numbers',
  6: 'numbers',
  7: 'skipped',
  8: () => Tensor,
  9: () => FunctionName,
});

/** `name` 1. */
const FunctionName              = defineMessage('NameAttrList', { 1: 'text', 2: () => Setting });

/** `string_val` 8; the numbers are skipped. */
const Tensor              = defineMessage('TensorProto', {
  1: 'number',
  2: 'skipped',
  3: 'number',
  4: 'skipped',
  5: 'skipped',
  6: 'skipped',
  7: 'skipped',
  8: 'bytes',
  9: 'skipped',
  10: 'skipped',
  11: 'skipped',
  12: 'skipped',
  13: 'skipped',
  14: 'skipped',
  15: 'skipped',
  16: 'skipped',
  17: 'skipped',
  18: 'skipped',
});

/** One operation of a graph or a function. */
                            
                         
                       
                     
                                                                                                     
                                    
                            
                          
 

/** A graph, or a function of its library. */
                        
                                                             
               
                              
                                        
 

                         
                                   
                                                                           
                                              
                                                                                          
                                                                                       
                                    
 

const UNREADABLE = '(no text)';

/** Reads all nodes of a SavedModel, graph by graph and function by function; of constants the texts, for whoever hears them. */
function readGraphs(source        , hear       )         {
  const scopes = new Map                ();
  const nodes = new Map                    ();
  const assets = new Map                ();
  const metadata                                          = [];
  const scopeOf = (message                     ) => message && scopes.get(message);
  const newScope = (message         ) => scopes.set(message, { arguments: [], nodes: new Map() });
  const visitors = new Map([
    [Graph, newScope],
    [GraphFunction, newScope],
    [
      Signature,
      message => {
        const scope = scopeOf(message.parent);
        if (scope) scope.name = textOf$1(message, 1) ?? UNREADABLE;
      },
    ],
    [Argument, message => scopeOf(message.parent?.parent)?.arguments.push(textOf$1(message, 1) ?? UNREADABLE)],
    [
      Node,
      message => {
        const node = readNode(message);
        nodes.set(message, node);
        const scope = scopeOf(message.parent);
        scope?.nodes.set(scope.nodes.has(node.name) ? `${node.name}#${node.offset}` : node.name, node);
      },
    ],
    [Value, message => hearStrings(hear, message, [2])],
    [ListValue, message => hearStrings(hear, message, [2])],
    [Tensor, message => hearStrings(hear, message, [8])],
    [FunctionName, message => nodeAbove(message, nodes)?.calls.push(textOf$1(message, 1) ?? UNREADABLE)],
    [
      UserObject,
      ({ fields }) => {
        for (const { number, start, end } of fields)
          if (number === 3 && end > start) metadata.push({ offset: start, bytes: readRange(source, start, end) });
      },
    ],
    [
      TensorInfo,
      message => {
        if (message.parent?.type !== AssetFile) return
        assets.set(bare(textOf$1(message, 1) ?? UNREADABLE), textOf$1(message.parent, 2) ?? '');
      },
    ],
  ]                                                     );
  const fault = walkMessages(source, SavedModel, message => visitors.get(message.type)?.(message));
  return { scopes: [...scopes.values()], assets, metadata, fault }
}

function readNode(message         )            {
  const inputs = textsOf(message, 3).map(input => input ?? UNREADABLE);
  return {
    offset: message.start,
    name: textOf$1(message, 1) ?? UNREADABLE,
    op: textOf$1(message, 2) ?? UNREADABLE,
    inputs: inputs.filter(input => !input.startsWith('^')).map(bare),
    calls: [],
  }
}

function nodeAbove(message         , nodes                                 )                        {
  let above                      = message.parent;
  while (above && above.type !== Node) above = above.parent;
  return above && nodes.get(above)
}

const bare = (input        ) => input.split(':', 1)[0] ?? input;

const KNOWN$1 = new Set(operators.tensorflow.split(' '));
const HINTS$1 = {
  finding: 'Export the model again without the operation, its pre-processing outside of the graph',
  doubt: 'Export the model again with a current TensorFlow',
};

/** Walks a SavedModel: every operation of every graph and function, and where the paths of those on files come from. */
function inspectSavedModel(source        , { hear }                   )             {
  const graphs = readGraphs(source, hear);
  const functions = new Set(graphs.scopes.map(({ name }) => name));
  const findings            = [];
  const used = new Set        ();
  const unknown = new Set        ();
  for (const scope of graphs.scopes) {
    for (const { op, offset, inputs } of scope.nodes.values()) {
      used.add(op);
      const files = Object.hasOwn(FILE_INPUTS, op) ? FILE_INPUTS[op] : undefined;
      const isGiven = files?.every(place => isGivenPath(graphs, scope, inputs[place] ?? ''));
      if (isGiven || unknown.has(op) || (!files && (KNOWN$1.has(op) || functions.has(op)))) continue
      if (!files) unknown.add(op);
      const reason = files
        ? 'is given a path that the model itself holds, not one of its own files'
        : 'is an operation that is not known only to compute';
      findings.push({ offset, name: printable(op), reason });
    }
  }
  for (const [name, file] of graphs.assets)
    if (leavesFolder(file))
      findings.push({
        offset: 0,
        name: printable(file),
        reason: `is the asset of ${printable(name)} and lies outside the model's folder`,
      });
  const layers = judgeMetadata(graphs.metadata);
  findings.push(...layers.findings);
  const nodes = graphs.scopes.reduce((count, scope) => count + scope.nodes.size, 0);
  const doubts = graphs.fault === undefined ? [] : [`Expected a SavedModel but ${graphs.fault}`];
  doubts.push(...layers.doubts);
  if (graphs.fault === undefined && nodes === 0) doubts.push('Expected a SavedModel but it has no operation');
  return judge$2({
    findings: findings.toSorted((a, b) => a.offset - b.offset),
    doubts,
    harmless: `${grouped(nodes)} operations of ${used.size} kinds, all of which only compute or save and restore the model's own files`,
    hints: HINTS$1,
  })
}

/** Layers of Keras whose configuration is Python code. */
const OF_CODE = /(?:^|\.)(?:Lambda|TFOpLambda|__lambda__)$/;

/** What Keras would make of its metadata: code is found, any class that is not Keras' own is a doubt. */
function judgeMetadata(metadata                    ) {
  const findings            = [];
  const doubts           = [];
  for (const { offset, bytes } of metadata) {
    const json = readJson(bytes);
    const found = json ? inspectConfig(withModules(json.value), json.text).findings : [];
    findings.push(...found.filter(({ name }) => OF_CODE.test(name)).map(finding => ({ ...finding, offset })));
    const [other] = found;
    if (!json)
      doubts.push(`Expected the metadata at byte ${offset} to be JSON that every parser reads alike but it is not`);
    else if (other) doubts.push(`Expected only Keras' own layers in its metadata but ${other.name} ${other.reason}`);
  }
  return { findings, doubts }
}

/** A protobuf without a magic number: schema version 1, then the graphs (saved_model.proto). */
const savedModel = defineFormat({
  id: 'saved-model',
  title: 'a TensorFlow SavedModel',
  recognise: source => hasAt(source, '\x08\x01\x12'),
  inspect: inspectSavedModel,
});

/** Used to hide pickles from scanners that do not open it. */
const sevenZip = unreadFormat({
  id: 'seven-zip',
  title: 'a 7z archive',
  recognise: source => hasAt(source, '7z\xbc\xaf\x27\x1c'),
});

/** What skops may load by each kind of node (skops/io, protocols 1 and 2); kinds that call what a file names are missing. */
const LOADERS                                                           = {
  BytearrayNode: ({ key }) => key === 'builtins:bytearray',
  BytesNode: ({ key }) => key === 'builtins:bytes',
  DTypeNode: ({ key }) => key === 'numpy:dtype',
  DefaultDictNode: ({ key }) => key === 'collections:defaultdict',
  DictNode: ({ key, uses }) => key === 'builtins:dict' || uses.includes('D'),
  FunctionNode: () => true,
  ListNode: ({ key }) => key === 'builtins:list',
  LossNode: ({ key }) => /^sklearn\.(_loss\._loss|linear_model\._sgd_fast):/.test(key),
  MaskedArrayNode: ({ key }) => key === 'numpy.ma:MaskedArray',
  NdArrayNode: ({ key }) => key.startsWith('numpy:'),
  ObjectNode: ({ uses }) => /[NB]/.test(uses),
  RandomGeneratorNode: ({ key }) => key === 'numpy.random._generator:Generator',
  RandomStateNode: ({ key }) => key === 'numpy.random.mtrand:RandomState',
  SetNode: ({ key }) => key === 'builtins:set',
  SliceNode: ({ key }) => key === 'builtins:slice',
  SparseMatrixNode: ({ key }) => key.startsWith('scipy.sparse.'),
  TreeNode: ({ key }) => key === 'sklearn.tree._tree:Tree',
  TupleNode: ({ key }) => key === 'builtins:tuple',
  TypeNode: () => true,
};

/** Nodes that name no class to load: a value as JSON, and another node again. */
const NAMELESS                    = ['JsonNode', 'CachedNode'];

/** Names are those of Python 3, and joblib's stand-ins are none. */
const STREAM = { protocol: 4, joblibArrays: 'refused' };         

/** What a schema would have skops load. */
                              
                                       
                                          
                          
                                                   
                                             
                                           
                                       
                                                                      
                                
 

/** Checks every node of a skops schema against the allow lists that pickles have. */
function inspectSchema(schema         , text        )              {
  const findings            = [];
  const globals = new Set        ();
  const files = new Map                ();
  const trees               = [];
  let hasGenerator = false;
  for (const { value } of jsonValues(schema)) {
    if (!isJsonObject(value) || !('__loader__' in value)) continue
    const { __loader__: loader, __module__: module, __class__: name, file } = value;
    const fault = nodeFault(value);
    if (fault !== undefined) {
      const offset = Math.max(0, text.indexOf(JSON.stringify(name) ?? ''));
      findings.push({ offset, name: printable(`${module}.${name}`), reason: fault });
    } else if (!NAMELESS.includes(`${loader}`)) globals.add(`${module}:${name}`);
    if (typeof file === 'string') files.set(file, `${loader}`);
    if (loader === 'TreeNode') trees.push(value);
    hasGenerator ||= loader === 'RandomGeneratorNode';
  }
  return { findings, globals: globals.size, files, trees, hasGenerator }
}

function nodeFault({
  __loader__: loader,
  __module__: module,
  __class__: name,
  content,
}            )                     {
  if (typeof loader !== 'string' || typeof module !== 'string' || typeof name !== 'string')
    return 'is loaded by a node that skops does not write'
  if (NAMELESS.includes(loader)) return undefined
  const mayLoad = Object.hasOwn(LOADERS, loader) ? LOADERS[loader] : undefined;
  if (!mayLoad) return `is loaded by the node ${printable(loader)}, which may call it`
  const allowed = findAllowed(module, name, STREAM);
  if (!allowed) return 'is loaded and not on the allow list'
  if (!mayLoad(allowed)) return `may not be loaded by skops' ${loader}`
  if (loader !== 'ObjectNode') return undefined
  const state = isJsonObject(content) && isJsonObject(content.content) ? content.content : {};
  const dunder = Object.keys(state).find(key => key.startsWith('__') && key.endsWith('__'));
  return dunder ? `is given a state with the key ${printable(dunder)}` : stateFault$1(allowed.key, givenBy(state))
}

const givenBy = (state            )             => ({
  has: attribute => Object.hasOwn(state, attribute),
  texts(attribute) {
    const { __loader__: loader, content }             = nodeOf(state[attribute]);
    return loader === 'ListNode' && Array.isArray(content) ? content.map(textOf) : undefined
  },
  classOf(attribute) {
    const { __loader__: loader, __module__: module, __class__: name }             = nodeOf(state[attribute]);
    return loader === 'ObjectNode' ? `${module}:${name}` : undefined
  },
});

const nodeOf = (value         )             => (isJsonObject(value) ? value : {});

/** skops spells a text in JSON once more. */
function textOf(node         )         {
  const { __loader__: loader, content } = nodeOf(node);
  return loader === 'JsonNode' && typeof content === 'string' ? content.replace(/^"(\w*)"$/, '$1') : ''
}

/** Why the nodes of a decision tree, in a member of their own, are none that scikit-learn can follow. */
function treeFault$1(tree            , members                             )                     {
  const nodes = member(member(tree.content, 'content'), 'nodes');
  const file = member(nodes, 'file');
  const array = typeof file === 'string' ? members.get(file) : undefined;
  const args = member(member(tree.__reduce__, 'args'), 'content');
  const features = Array.isArray(args) ? Number(member(args[0], 'content')) : Number.NaN;
  const header = array && readNpyHeader(array);
  if (!array || typeof header !== 'object' || !Number.isInteger(features)) return 'has no array of nodes'
  const { dtype, shape, end } = header;
  return treeNodeFault(array, { dtype, data: { start: end, end: array.size } }, features)
}

const member = (value         , key        )          => (isJsonObject(value) ? value[key] : undefined);

const SCHEMA = 'schema.json';
const SAVE_AGAIN$2 = 'Save the model again with a current skops';
const SAFER = 'Have the model saved again without it, or ask for the name to be put on the allow list';
const MAX_FINDINGS = 100;

/** Inspects a skops file: every node of its schema, and that each further member is what the node that reads it takes. */
async function inspectSkops(archive         , context                   )                      {
  const contents = new Map                ();
  const contexts = new Map                           ();
  const { fault, limit } = await inspectMembers(archive, context, ({ name }, content, inMember) => {
    contents.set(name, content);
    contexts.set(name, inMember);
    if (name === SCHEMA) hearWhole(inMember.hear, content);
    return undefined
  });
  const json = readJson(heldText(contents.get(SCHEMA)));
  if (!json || !isJsonObject(json.value))
    return combine(
      [{ name: SCHEMA, inspection: unlike$1('a skops schema that every parser reads alike') }],
      fault,
      '',
      limit,
    )
  const schema = inspectSchema(json.value, json.text);
  const parts         = [{ name: SCHEMA, inspection: judge(schema, json.value.protocol) }];
  for (const tree of schema.trees) {
    const wrong = treeFault$1(tree, contents);
    if (wrong !== undefined)
      parts.push({ name: SCHEMA, inspection: failed([{ offset: 0, name: 'sklearn.tree._tree.Tree', reason: wrong }]) });
  }
  for (const file of schema.files.keys())
    if (!contents.has(file))
      parts.push({
        name: file,
        inspection: inconclusive('Expected the file that the schema names but there is none', SAVE_AGAIN$2),
      });
  for (const [name, content] of contents)
    if (name !== SCHEMA)
      parts.push({
        name,
        inspection: await inspectMember(schema.files.get(name), content, contexts.get(name) ?? context),
      });
  return combine(parts, fault, `Loads ${schema.globals} names, all on the allow list`, limit)
}

const unlike$1 = (expected        ) => inconclusive(`Expected ${expected} but found something else`, SAVE_AGAIN$2);

function judge({ findings, globals, hasGenerator }             , protocol         )             {
  const known = protocol === 2 || (protocol === 1 && !hasGenerator);
  if (findings.length > 0) return { ...failed(findings), ...(known && { soundApart: true }) }
  if (!known)
    return inconclusive(
      `Expected a schema of protocol 2 but found ${JSON.stringify(protocol)?.slice(0, 20)}`,
      SAVE_AGAIN$2,
    )
  return passed('', globals)
}

function failed(findings                    )             {
  const [first] = findings;
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  return {
    status: 'fail',
    reason: `Expected a file that only restores a model but ${first?.name} ${first?.reason}${more}`,
    hint: SAFER,
    findings: findings.slice(0, MAX_FINDINGS),
    found: findings.length,
    globals: 0,
  }
}

function inspectMember(loader                    , content        , context                   ) {
  if (loader === 'BytesNode' || loader === 'BytearrayNode') {
    hearWhole(context.hear, content);
    return passed('Bytes that nothing loads')
  }
  const format = loader === 'NdArrayNode' ? npy : loader === 'SparseMatrixNode' ? npz : undefined;
  if (!format) return unlike$1('a member that the schema names')
  return format.recognise(content) ? format.inspect(content, context) : unlike$1(format.title)
}

/** A zip archive of a schema and arrays. */
const skops = defineFormat({
  id: 'skops',
  title: 'a skops model',
  recognise: source => zipKind(source) === 'skops',
  inspect: (source, context) => inspectSkops(archiveOf(source), context),
});

const BLOCK = 512;
const [SUM_START, SUM_END] = [148, 156];

/** POSIX.1-1988 and later, and Unix V7's, which has no magic number; also torch's oldest files and NeMo's. It is refused: nothing in a tar archive says whether it is whole. */
const tar = defineFormat({
  id: 'tar',
  title: 'a tar archive',
  unread: true,
  recognise: source => hasAt(source, 'ustar', 257) || hasChecksum(source),
  inspect: () =>
    inconclusive(
      'Expected a model file but found a tar archive, which is a container of no model format that is in use',
      'Unpack it, so that each file is scanned for itself; save a PyTorch file of this age again with torch.save',
    ),
});

/** Whether the first block has the checksum by which readers know a header: the sum of its bytes, its own place taken for spaces. */
function hasChecksum(source        )          {
  if (source.size < BLOCK) return false
  const block = readRange(source, 0, BLOCK);
  const expected = numberIn(block.subarray(SUM_START, SUM_END));
  if (expected === undefined) return false
  const sum = (take                          ) =>
    block.reduce((total, byte, at) => total + (at >= SUM_START && at < SUM_END ? 0x20 : take(byte)), 0);
  // Old programs took bytes for signed numbers; readers take both sums.
  return sum(byte => byte) === expected || sum(byte => (byte < 0x80 ? byte : byte - 256)) === expected
}

/** An octal number as Python reads it (tarfile.py, nti), or after 0x80 a binary one. */
function numberIn(field            )                     {
  if (field[0] === 0x80) return field.subarray(1).reduce((total, byte) => total * 256 + byte, 0)
  const [text = ''] = latin1(field).split('\0');
  const digits = /^\+?(?:0o)?_?([0-7]+(?:_[0-7]+)*)$/i.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits.replaceAll('_', ''), 8)
}

const CONFIGURATION = /\.(?:json|ya?ml)$/i;
/** Endings of files that are never text: what stands there is no model, or is loaded as something else. */
const BINARY =
  /\.(?:pkl|pickle|joblib|dill|cloudpickle|pt|pth|ckpt|npy|npz|safetensors|onnx|gguf|h5|hdf5|keras|skops|tflite|ubj)$/i;

/** UTF-8 text; what reads as a pickle besides is inspected as one too. */
const text = defineFormat({
  id: 'text',
  title: 'UTF-8 text',
  recognise: source => isText(source) && !hasAt(source, 'version https://git-lfs.github.com/spec/'),
  inspect(source, { name = '' }) {
    if (BINARY.test(name))
      return inconclusive(
        'Expected what the ending of its name says, a binary file, but found UTF-8 text',
        'Write the file again, or give it the name of a text',
      )
    if (CONFIGURATION.test(name) && isUnreadConfig(decodeStrictly(heldText(source)) ?? ''))
      return inconclusive(
        'Expected a configuration that can be read, for it has a word by which some run code, but it is in error',
        'Write the configuration again, as plain JSON or YAML',
      )
    return passed('UTF-8 text, no serialised object')
  },
});

/** Other readers may take what is an error here. */
const isUnreadConfig = (text        ) =>
  (mentionsRiskyKeys(text) || mentionsPythonTags(text)) && readConfig(text).length === 0;

/** Records of a zip archive begin so: that of a first member, or that of the end, where it has none. */
const HEADER = [0x50, 0x4b];

/**
 * What is found in the zip archive behind the tables, of the files that the model's metadata speaks of: lists of labels, words
 * of a tokenizer (tensorflow.org/lite/models/metadata); undefined where there is nothing amiss. Throws FlatFault where
 * something else stands there.
 */
async function associatedFiles(
  bytes            ,
  start        ,
  context                   ,
)                                  {
  if (HEADER.some((byte, i) => bytes[start + i] !== byte)) {
    requirePadding(bytes, start, bytes.length);
    return undefined
  }
  const archive = readZip(memorySource(bytes), start);
  const { parts, fault, limit } = await inspectMembers(
    archive,
    context,
    async (_, content, inMember) => (await inMember.inside?.(content))?.inspection,
  );
  const found = combine(parts, fault, '', limit);
  return found.status === 'pass' ? undefined : found
}

/** A number of one, four or eight bytes, a vector of such, or a text. */
const FIELDS                                  = {
  b: number(1),
  i: number(4),
  l: number(8),
  B: numbers$1(1),
  I: numbers$1(4),
  L: numbers$1(8),
  s: text$1,
};

/** The options of the built-in operators in the order of the union in schema.fbs of TensorFlow 2.21: a letter for each field. */
const OPTIONS = `Conv2D:biibiib DepthwiseConv2D:biiibii ConcatEmbeddings:iII LSHProjection:b Pool2D:biiiib SVDF:ibb RNN:bb
FullyConnected:bbbbb Softmax:i Concatenation:ib Add:bb L2Norm:b LocalResponseNormalization:iiii LSTM:biibb ResizeBilinear:iibb
Call:i Reshape:I SkipGram:iib SpaceToDepth:i EmbeddingLookupSparse:b Mul:b Pad: Gather:ii BatchToSpaceND: SpaceToBatchND:
Transpose: Reducer:b Sub:bb Div:b Squeeze:I SequenceRNN:bbb StridedSlice:iiiiib Exp: TopKV2: Split:i LogSoftmax: Cast:bb
Dequantize: MaximumMinimum: ArgMax:b Less: Neg: PadV2: Greater: GreaterEqual: LessEqual: Select: Slice: TransposeConv:biibb
SparseToDense:b Tile: ExpandDims: Equal: NotEqual: Shape:b Pow: ArgMin:b FakeQuant:iiib Pack:ii LogicalOr: OneHot:i LogicalAnd:
LogicalNot: Unpack:ii FloorDiv: Square: ZerosLike: Fill: BidirectionalSequenceLSTM:biibbb BidirectionalSequenceRNN:bbbb
UnidirectionalSequenceLSTM:biibbb FloorMod: Range: ResizeNearestNeighbor:bb LeakyRelu:i SquaredDifference: MirrorPad:b Abs:
SplitV:i Unique:b ReverseV2: AddN: GatherNd: Cos: Where: Rank: ReverseSequence:ii MatrixDiag: Quantize: MatrixSetDiag: HardSwish:
If:ii While:ii DepthToSpace:i NonMaxSuppressionV4: NonMaxSuppressionV5: ScatterNd: SelectV2: Densify: SegmentSum: BatchMatMul:bbb
Cumsum:bb CallOnce:i BroadcastTo: Rfft2d: Conv3D:biiibiii Hashtable:ibb HashtableFind: HashtableImport: HashtableSize:
VarHandle:ss ReadVariable: AssignVariable: Random:ll Bucketize:I Gelu:b DynamicUpdateSlice: UnsortedSegmentProd:
UnsortedSegmentMax: UnsortedSegmentMin: UnsortedSegmentSum: ATan2: Sign: Bitcast: BitwiseXor: RightShift:`;

/** Those of the second union. */
const OPTIONS_2 = `StablehloConcatenate:l StablehloBroadcastInDim:L StablehloSlice:LLL StablehloConvolution:LLLLBllLllLllLllI
StablehloCustomCall:sbsiIB StablehloReduce:Li StablehloScatter:bLLLlbi StablehloCompare:ii StablehloDynamicSlice:L
StablehloPad:LLL StablehloIota:l StablehloDotGeneral:LLLLI StablehloReduceWindow:LLLLLi StablehloSort:lbi StablehloWhile:ii
StablehloGather:LLLlLb StablehloTranspose:L Dilate: StablehloRngBitGenerator:b ReduceWindow:i StableHLOComposite:siBbi`;

const shapesOf = (options        )          =>
  options.split(/\s/).map(option => {
    const [name = '', fields = ''] = option.split(':');
    return { name: `${name}Options`, fields: [...fields].flatMap(letter => FIELDS[letter] ?? []) }
  });

const options                   = shapesOf(OPTIONS);
const options2                   = shapesOf(OPTIONS_2);

// The slots of a TensorFlow Lite model's tables, in the order of schema.fbs of TensorFlow 2.21.

const BYTE = number(1);
const INT = number(4);
const LONG = number(8);
const BYTES = numbers$1(1);
const INTS = numbers$1(4);

const quantization        = {
  name: 'QuantizationParameters',
  fields: [INTS, INTS, INTS, numbers$1(8), BYTE, union({ name: 'CustomQuantization', fields: [BYTES] }), INT],
};
const indices = union(
  { name: 'Int32Vector', fields: [INTS] },
  { name: 'Uint16Vector', fields: [numbers$1(2)] },
  { name: 'Uint8Vector', fields: [BYTES] },
);
const dimension        = { name: 'DimensionMetadata', fields: [BYTE, INT, BYTE, indices, BYTE, indices] };
const sparsity        = { name: 'SparsityParameters', fields: [INTS, INTS, tables(dimension)] };
const variant        = { name: 'VariantSubType', fields: [INTS, BYTE, BYTE] };

/** Slots of a tensor. */
const TENSOR = { type: 1, buffer: 2, name: 3 };         
const tensor        = {
  name: 'Tensor',
  fields: [INTS, BYTE, INT, text$1, table(quantization), BYTE, table(sparsity), INTS, BYTE, tables(variant)],
};

/** Slots of an operator's code: a byte, and a number where it does not fit one; a name, where it is nobody's but the runtime's. */
const CODE = { byte: 0, name: 1, number: 3 };         
const code        = { name: 'OperatorCode', fields: [BYTE, text$1, INT, INT] };

/** Slots of an operator. */
const OPERATOR = { code: 0, inputs: 1, outputs: 2, intermediates: 8, elsewhere: 9 };         
const operator        = {
  name: 'Operator',
  fields: [INT, INTS, INTS, BYTE, union(...options), BYTES, BYTE, BYTES, INTS, LONG, LONG, BYTE, union(...options2)],
};

/** Slots of a subgraph. */
const GRAPH = { tensors: 0, inputs: 1, outputs: 2, operators: 3 };         
const graph        = { name: 'SubGraph', fields: [tables(tensor), INTS, INTS, tables(operator), text$1] };

/** Slots of a buffer; one of more than 2 GB has its data elsewhere in the file. */
const BUFFER = { data: 0, elsewhere: 1 };         
const buffer        = { name: 'Buffer', fields: [BYTES, LONG, LONG] };

const named        = { name: 'TensorMap', fields: [text$1, INT] };
const signature        = { name: 'SignatureDef', fields: [tables(named), tables(named), text$1, text$1, INT] };

/** Slots of the model. */
const MODEL = { codes: 1, graphs: 2, description: 3, buffers: 4 };         
const model        = {
  name: 'Model',
  fields: [
    INT,
    tables(code),
    tables(graph),
    text$1,
    tables(buffer),
    INTS,
    tables({ name: 'Metadata', fields: [text$1, INT] }),
    tables(signature),
  ],
};

/** Codes of BuiltinOperator that run what no built-in operator is (schema.fbs). */
const CUSTOM = 32;
const RUN_ELSEWHERE = new Map([
  [51, 'DELEGATE'],
  [173, 'STABLEHLO_CUSTOM_CALL'],
]);
/** The last one that TensorFlow 2.21 has. */
const LAST = 207;

/** What the operators that a model names would have the runtime bring, and the first that nobody knows. */
function judgeOperators(model           )                                            {
  const findings            = [];
  const doubts           = [];
  for (const operator of tablesOf(model, MODEL.codes)) {
    const number = Math.max(wholeOf(operator, CODE.byte, 0), wholeOf(operator, CODE.number, 0));
    const [name] = textsOf$1(operator, CODE.name);
    const elsewhere = RUN_ELSEWHERE.get(number);
    if (number === CUSTOM || name)
      findings.push({
        offset: operator.at,
        name: printable(name ? (decodeStrictly(name) ?? '(no text)') : '(no name)'),
        reason: 'is a custom operator, which the program that loads the model has to bring',
      });
    else if (elsewhere !== undefined)
      findings.push({
        offset: operator.at,
        name: elsewhere,
        reason: 'hands its work to a program outside of the runtime',
      });
    else if (number < 0 || number > LAST)
      doubts.push(`Expected operators of TensorFlow Lite but found one of number ${number}, which is not known`);
  }
  return { findings, doubts }
}

/** An input that an operator goes without. */
const NONE = 0xffffffff;

/**
 * A number of a tensor, an operator or a buffer that there is not, which the runtime would look up past the end of its
 * lists, or data that is not in the buffers; undefined where there is none.
 */
function placeFault(model           )                     {
  const buffers = tablesOf(model, MODEL.buffers);
  if (buffers.some(({ values }) => values[BUFFER.elsewhere]))
    return 'keeps data behind its tables, which cannot be read yet'
  const codes = tablesOf(model, MODEL.codes).length;
  for (const graph of tablesOf(model, MODEL.graphs)) {
    const tensors = tablesOf(graph, GRAPH.tensors);
    for (const tensor of tensors)
      if (!isBelow(wholeOf(tensor, TENSOR.buffer, 0), Math.max(1, buffers.length)))
        return `has a tensor at byte ${tensor.at} of a buffer that it does not have`
    for (const operator of tablesOf(graph, GRAPH.operators)) {
      if (operator.values[OPERATOR.elsewhere]) return 'keeps options behind its tables, which cannot be read yet'
      if (!isBelow(wholeOf(operator, OPERATOR.code, 0), codes))
        return `has an operator at byte ${operator.at} of a code that it does not have`
      const lists = [OPERATOR.inputs, OPERATOR.outputs, OPERATOR.intermediates];
      if (lists.some(slot => !areTensors(operator, slot, tensors.length)))
        return `has an operator at byte ${operator.at} of a tensor that it does not have`
    }
    if (!areTensors(graph, GRAPH.inputs, tensors.length) || !areTensors(graph, GRAPH.outputs, tensors.length))
      return `has a graph at byte ${graph.at} of a tensor that it does not have`
  }
  return undefined
}

function areTensors(table           , slot        , tensors        )          {
  for (let i = 0; i < countOf(table, slot); i++) {
    const tensor = word(table, slot, i);
    if (tensor !== NONE && tensor >= tensors) return false
  }
  return true
}

const isBelow = (place        , count        ) => place >= 0 && place < count;

const TITLE = 'a TensorFlow Lite model';
const IDENTIFIER = 'TFL3';
/** TensorType.STRING. */
const TEXT = 5;
const HINTS = {
  finding: 'Convert the model with built-in operators only',
  doubt: 'Keep it out of the scanned paths, or scan the model that it was converted from',
};

/**
 * Reads a TensorFlow Lite model to its last byte: built-in operators, tensors and buffers that are there, names, and the
 * archive of lists of labels and words that may follow.
 */
async function inspectTflite(bytes            , context                   )                      {
  try {
    const { root, end } = readFlatbuffer(bytes, model, IDENTIFIER);
    if (context.hear) hearTexts(root, bytes, context.hear);
    const { findings, doubts } = judgeOperators(root);
    const fault = placeFault(root);
    const graphs = tablesOf(root, MODEL.graphs);
    const operators = graphs.reduce((sum, graph) => sum + tablesOf(graph, GRAPH.operators).length, 0);
    const tables = judge$2({
      findings,
      doubts: fault === undefined ? doubts : [...doubts, `Expected ${TITLE} but it ${fault}`],
      harmless: `${operators} built-in operators of a TensorFlow Lite model`,
      hints: HINTS,
    });
    if (tables.status !== 'pass' || bytes.length === end) return tables
    return (await associatedFiles(bytes, end, context)) ?? tables
  } catch (error) {
    if (!(error instanceof FlatFault)) throw error
    return inconclusive(`Expected ${TITLE} but it ${error.message}`, HINTS.doubt)
  }
}

/** The description, and the constants that are texts, as of a vocabulary. */
function hearTexts(read           , bytes            , hear      )       {
  for (const description of textsOf$1(read, MODEL.description)) hear('description', decodeStrictly(description) ?? '');
  const buffers = tablesOf(read, MODEL.buffers);
  for (const tensor of tablesOf(read, MODEL.graphs).flatMap(graph => tablesOf(graph, GRAPH.tensors))) {
    const data = buffers[wholeOf(tensor, TENSOR.buffer, 0)]?.values[BUFFER.data];
    if (wholeOf(tensor, TENSOR.type, 0) !== TEXT || data?.kind !== 'numbers') continue
    const [name] = textsOf$1(tensor, TENSOR.name);
    // Counts and places come first, of which no text consists.
    const content = new TextDecoder().decode(bytes.subarray(data.at, data.at + data.count));
    hear(`texts of tensor ${decodeStrictly(name ?? new Uint8Array()) ?? '(no text)'}`, content);
  }
}

/** A flatbuffer, told by its file identifier, and an archive of labels that may follow. */
const tflite = defineFormat({
  id: 'tflite',
  title: 'a TensorFlow Lite model',
  within: 'zip',
  recognise: source => hasAt(source, 'TFL3', 4),
  inspect: heldWhole(inspectTflite),
});

/** What torch writes beside the pickle and the storages (caffe2/serialize/inline_container.cc, torch/serialization.py), and what it may hold. */
const KNOWN                              = new Map([
  ['version', /^\d{1,3}\n?$/],
  ['byteorder', /^little$/],
  ['.format_version', /^1$/],
  ['.storage_alignment', /^\d{1,5}$/],
  ['.data/serialization_id', /^\d{1,64}$/],
]);

/** Why this small member of a torch file is not as torch writes it. */
function smallMemberFault(name        , content        )                     {
  const known = KNOWN.get(name);
  if (!known) return `Expected only what torch.save writes but found something else`
  const text = content.size > 100 ? undefined : decodeStrictly(wholeOf$1(content));
  return text !== undefined && known.test(text)
    ? undefined
    : `Expected what torch.save writes there but found something else`
}

const SAVE_AGAIN$1 = 'Save the state dict again with torch.save, or with safetensors';
const STORAGE = /^data\/(.+)$/;

/** Inspects torch's zip archive: one pickle, exactly the storages that it asks for, and what torch writes beside them. */
async function inspectTorchZip(archive         , context                   )                      {
  const root = /^[^/]+\//.exec(archive.members[0]?.name ?? '')?.[0] ?? '';
  const { storages, load } = storageTable();
  const held = new Map                ();
  const { parts, fault, limit } = await inspectMembers(archive, context, (member, content, { hear }) => {
    const name = member.name.startsWith(root) ? member.name.slice(root.length) : '';
    const key = STORAGE.exec(name)?.[1];
    if (key !== undefined) held.set(key, content.size);
    if (key !== undefined) return undefined
    if (name === 'data.pkl') return judgePickle(readPickle(content, 0, 'refused', { persistent: load, hear }))
    const strange = smallMemberFault(name, content);
    return strange === undefined ? undefined : inconclusive(strange, SAVE_AGAIN$1)
  });
  const all         = [...parts, ...missing(archive, root), ...storageFaults(root, storages, held)];
  const tensors = `${grouped(storages.size)} ${storages.size === 1 ? 'storage' : 'storages'}`;
  return combine(all, fault, `Restores tensors of ${tensors}, each exactly as long as the pickle says`, limit)
}

function missing({ members }         , root        )         {
  const name = `${root}data.pkl`;
  if (members.some(member => member.name === name)) return []
  return [{ name, inspection: inconclusive('Expected the pickle of a PyTorch file but there is none', SAVE_AGAIN$1) }]
}

function storageFaults(
  root        ,
  storages                              ,
  held                             ,
)         {
  const faults         = [];
  const report = (key        , reason        ) =>
    faults.push({ name: `${root}data/${key}`, inspection: inconclusive(reason, SAVE_AGAIN$1) });
  for (const [key, { items, itemBytes }] of storages) {
    const bytes = held.get(key);
    if (bytes === undefined)
      report(key, `Expected the storage ${printable(key)} that the pickle asks for but there is none`);
    else if (bytes !== items * itemBytes)
      report(key, `Expected a storage of ${grouped(items * itemBytes)} bytes but found ${grouped(bytes)}`);
  }
  for (const key of held.keys())
    if (!storages.has(key)) report(key, 'Expected only storages that the pickle asks for but found another');
  return faults
}

/** PyTorch's zip archive since 1.6: a pickle and its storages. */
const torch = defineFormat({
  id: 'torch',
  title: 'a PyTorch file',
  recognise: source => zipKind(source) === 'torch',
  inspect: (source, context) => inspectTorchZip(archiveOf(source), context),
});

const [PROTO, EMPTY_LIST, BINPUT, LONG_BINPUT, MARK, BINUNICODE, APPEND, APPENDS, STOP] = Array.from(
  '\x80]qr(Xae.',
  code => code.charCodeAt(0),
);
/** Bytes of each instruction's argument that mean nothing here. */
const SKIPPED = new Map([
  [EMPTY_LIST, 0],
  [BINPUT, 1],
  [LONG_BINPUT, 4],
  [MARK, 0],
  [APPEND, 0],
  [APPENDS, 0],
]);

/** The texts of a list of texts, pickled as torch does (protocol 2); undefined for a stream with any other instruction. */
function readStorageKeys(source        , start        , end        )                       {
  const byteAt = byteReader(source);
  if (byteAt(start) !== PROTO || byteAt(start + 1) !== 2 || byteAt(start + 2) !== EMPTY_LIST) return undefined
  const keys           = [];
  let at = start + 2;
  while (at < end) {
    const code = byteAt(at++);
    if (code === STOP) return at === end ? keys : undefined
    if (code === BINUNICODE && at + 4 <= end) {
      const from = at + 4;
      at = from + viewAt(source, at, 4).getUint32(0, true);
      const key = at > end ? undefined : decodeText(source, from, at);
      if (key === undefined) return undefined
      keys.push(key);
    } else {
      const skipped = SKIPPED.get(code);
      if (skipped === undefined) return undefined
      at += skipped;
    }
  }
  return undefined
}

const PROTOCOL = 1001;
const SAVE_AGAIN = 'Load it with weights_only=True and save it again with a current torch.save, or with safetensors';
/** Each storage begins with its number of items, as 64 bits. */
const COUNT = 8;

/** One of the pickles that follow one another, and what must hold of its outcome. */
                  
                       
                                               
 

const STREAMS = [
  { name: 'protocol version', isRight: value => value.kind === 'int' && value.value === PROTOCOL },
  { name: 'system information', isRight: isLittleEndian },
  { name: 'object', isRight: () => true },
  { name: 'list of storages', isRight: value => value.kind === 'list' },
];                            

/** Inspects torch's file from before 1.6: magic number, four pickles, then the storages to the last byte (torch/serialization.py, `_legacy_save`). */
function inspectTorchLegacy(source        , { hear }                   )             {
  const { storages, load } = storageTable();
  let at = TORCH_LEGACY.length;
  let globals = 0;
  let doubt;                        
  let list = at;
  for (const { name, isRight } of STREAMS) {
    const machine = readPickle(source, at, 'refused', { persistent: name === 'object' ? load : undefined, hear });
    const judged = judgePickle(machine, machine.position);
    // What follows is not read any more, so nobody can tell whether it is sound.
    const { soundApart: _, ...fault } = judged;
    if (judged.status === 'fail') return { ...fault, reason: `${judged.reason} (in the ${name})` }
    if (judged.status === 'inconclusive') doubt ??= { ...judged, reason: `${judged.reason} (in the ${name})` };
    else if (!isRight(machine.result)) doubt ??= unlike(`its ${name} is not as torch.save writes it`);
    globals = Math.max(globals, judged.globals);
    if (machine.halted !== undefined) break
    list = at;
    at = machine.position;
  }
  if (doubt) return doubt
  const fault = storageFault(source, readStorageKeys(source, list, at), at, storages);
  if (fault !== undefined) return unlike(fault)
  return passed(`Restores tensors of ${grouped(storages.size)} storages, which fill the file to its end`, globals)
}

const unlike = (fault        ) => inconclusive(`Expected a PyTorch file but ${fault}`, SAVE_AGAIN);

function isLittleEndian(value       )          {
  const endian = value.kind === 'dict' ? value.entries.get('little_endian') : undefined;
  return endian?.kind === 'bool' && endian.value
}

function storageFault(
  source        ,
  keys                               ,
  start        ,
  storages                              ,
)                     {
  if (!keys || new Set(keys).size !== keys.length) return 'its list of storages is not as torch.save writes it'
  if (keys.length !== storages.size) return 'it holds other storages than the pickle asks for'
  let at = start;
  for (const key of keys) {
    const storage = storages.get(key);
    if (!storage) return `the pickle does not ask for the storage ${printable(key)}`
    const items = at + COUNT <= source.size ? Number(viewAt(source, at, COUNT).getBigInt64(0, true)) : -1;
    if (items !== storage.items) return `the storage ${printable(key)} does not have as many items as the pickle says`
    at += COUNT + items * storage.itemBytes;
  }
  if (at === source.size) return undefined
  return at > source.size ? 'its last storage is cut off' : `${grouped(source.size - at)} bytes follow its last storage`
}

/** Several pickles one after another, then raw storages. */
const torchLegacy = defineFormat({
  id: 'torch-legacy',
  title: 'a PyTorch file from before 1.6',
  recognise: source => hasAt(source, TORCH_LEGACY),
  inspect: inspectTorchLegacy,
});

const PROGRAM = /^[^/]+\/(constants\.pkl$|code\/)/;
const HINT$1 = 'Save the state dict with torch.save or safetensors, or export the model to ONNX';

/** PyTorch's zip archive with code of its own, which is the model: it cannot be loaded without it. */
const torchscript = defineFormat({
  id: 'torchscript',
  title: 'a TorchScript program',
  recognise: source => zipKind(source) === 'torchscript',
  async inspect(source, context)                      {
    const archive = archiveOf(source);
    const { fault, limit } = await inspectMembers(archive, context, () => undefined);
    const program = archive.members.filter(({ name }) => PROGRAM.test(name));
    const code = program.filter(({ name }) => name.endsWith('.py'));
    const members = code.length > 0 ? code : program;
    return combine(
      members.map(({ name, start })       => ({ name, inspection: programPart(name, start) })),
      fault,
      '',
      limit,
    )
  },
});

function programPart(name        , offset        )             {
  const finding          = {
    offset,
    name: printable(name),
    reason: 'is code that comes with the model and runs with it',
  };
  return {
    status: 'fail',
    reason: `Expected a file that only restores a model but it holds a program of its own`,
    hint: HINT$1,
    findings: [finding],
    found: 1,
    globals: 0,
  }
}

/** XGBoost's binary from before 1.6, which no current version writes and 3.1 no longer reads. */
const xgboostBinary = unreadFormat({
  id: 'xgboost-binary',
  title: 'an XGBoost binary model of before 1.6',
  recognise: source => hasAt(source, 'binf') && readRange(source, 0, 64).includes(0),
  hint: 'Load it with the XGBoost that wrote it and save it as .json or .ubj',
});

/** `{ "key": "value" }`, as all parameters are written. */
const Parameters = record(string(), string());
/** An array of numbers, or of the booleans of earlier versions; checked at once, for there may be millions. */
const Numbers = custom                   (
  value => Array.isArray(value) && value.every(item => typeof item === 'number' || typeof item === 'boolean'),
);
const Texts = array$1(string());

const Tree = strictObject({
  id: int$1().optional(),
  tree_param: Parameters,
  left_children: Numbers,
  right_children: Numbers,
  parents: Numbers,
  split_indices: Numbers,
  split_conditions: Numbers,
  default_left: Numbers,
  base_weights: Numbers,
  loss_changes: Numbers.optional(),
  sum_hessian: Numbers.optional(),
  leaf_child_counts: Numbers.optional(),
  leaf_weights: Numbers.optional(),
  split_type: Numbers.optional(),
  categories: Numbers.optional(),
  categories_nodes: Numbers.optional(),
  categories_segments: Numbers.optional(),
  categories_sizes: Numbers.optional(),
});
                                       

/** Names of categories: offsets into bytes, or plain numbers. */
const Category = strictObject({ offsets: Numbers.optional(), values: Numbers, type: int$1().optional() });
const Categories = strictObject({ enc: array$1(Category), feature_segments: Numbers, sorted_idx: Numbers });

const Trees = strictObject({
  name: literal$1('gbtree').optional(),
  model: strictObject({
    gbtree_model_param: Parameters,
    trees: array$1(Tree),
    tree_info: Numbers,
    iteration_indptr: Numbers.optional(),
    cats: Categories.optional(),
  }),
});

const Booster = union$1([
  Trees.extend({ name: literal$1('gbtree') }),
  strictObject({ name: literal$1('dart'), gbtree: Trees, weight_drop: Numbers }),
  strictObject({
    name: literal$1('gblinear'),
    model: strictObject({ weights: Numbers, boosted_rounds: int$1().optional(), param: Parameters.optional() }),
  }),
]);

/** What XGBoost's save_model writes, as JSON or as Universal Binary JSON (doc/model.schema; read from files of 3.2). */
const XgboostModel = strictObject({
  version: tuple$1([int$1(), int$1(), int$1()]),
  learner: strictObject({
    attributes: Parameters,
    feature_names: Texts,
    feature_types: Texts,
    gradient_booster: Booster,
    learner_model_param: Parameters,
    objective: object({ name: string() }).catchall(union$1([Parameters, Numbers])),
    cats: Categories.optional(),
  }),
});

const ABSENT = -1;

/** What is wrong with a tree's shape, which a loader would follow out of its memory; undefined where nothing is. */
function treeFault(tree      )                     {
  const nodes = tree.left_children.length;
  const { right_children, parents, split_indices, split_conditions, default_left, base_weights } = tree;
  const perNode = [right_children, parents, split_indices, split_conditions, default_left, base_weights];
  if (perNode.slice(0, -1).some(values => values.length !== nodes) || base_weights.length % Math.max(1, nodes) !== 0)
    return 'has arrays of different lengths'
  for (let node = 0; node < nodes; node++) {
    const left = tree.left_children[node] ?? ABSENT;
    const right = right_children[node] ?? ABSENT;
    // A leaf of a tree with vectors for leaves has the number of its vector on the right.
    const isLeaf = left === ABSENT && (right === ABSENT || (tree.leaf_weights !== undefined && isPlace(right, nodes)));
    if (!isLeaf && !(isChild(left, nodes) && isChild(right, nodes)))
      return `has a node ${node} whose children are no nodes of it`
  }
  return undefined
}

const isPlace = (value        , nodes        ) => Number.isInteger(value) && value >= 0 && value < nodes;
/** The root is nobody's child. */
const isChild = (child        , nodes        ) => child > 0 && isPlace(child, nodes);

const HINT = 'Save the model again with save_model of a current XGBoost';

/** Judges the value that a model file holds: everything in it must be a number, a name or a parameter where one belongs. */
function inspectXgboost(value         )             {
  const model = XgboostModel.safeParse(value);
  if (!model.success) {
    const at = model.error.issues[0]?.path.join('.') ?? '';
    return unsure(`it has no right entry at ${printable(at) || 'its top'}`)
  }
  const { gradient_booster: booster } = model.data.learner;
  if (booster.name === 'gblinear')
    return passed(`${grouped(booster.model.weights.length)} plain weights of a linear XGBoost model`)
  const { trees } = booster.name === 'dart' ? booster.gbtree.model : booster.model;
  for (const [index, tree] of trees.entries()) {
    const fault = treeFault(tree);
    if (fault !== undefined) return unsure(`its tree ${index} ${fault}`)
  }
  return passed(`${grouped(trees.length)} plain trees of an XGBoost model`)
}

/** Inconclusive for this reason, which continues a sentence about the file. */
const unsure = (reason        )             => inconclusive(`Expected an XGBoost model but ${reason}`, HINT);

const OPENS = 0x7b;
const KEYS = ['"learner"', '"gradient_booster"'];
/** One of these, for a model that breaks off is still one. */
const FURTHER = ['"gbtree_model_param"', '"learner_model_param"', '"version"'];

/** XGBoost's model as JSON text. */
const xgboostJson = defineFormat({
  id: 'xgboost-json',
  title: 'an XGBoost model (JSON)',
  within: 'text',
  recognise: source =>
    byteAt(source, 0) === OPENS &&
    KEYS.every(key => includes(source, key)) &&
    FURTHER.some(key => includes(source, key)) &&
    isText(source),
  inspect: heldWhole(bytes => {
    const text = decodeStrictly(bytes) ?? '';
    const value = parseJson(text);
    if (value === undefined) return unsure('it is no JSON')
    const key = repeatedKey(text);
    return key === undefined ? inspectXgboost(value) : unsure(`it has the key ${printable(key)} twice`)
  }),
});

const MAX_DEPTH = 64;
const INTEGERS                                   = { i: 1, U: 1, I: 2, u: 2, l: 4, m: 4, L: 8 };
const FLOATS                                   = { d: 4, D: 8 };

/** Where bytes stop being Universal Binary JSON; continues a sentence about the file. */
class UbjsonFault extends Error {
                    name = 'UbjsonFault'
}

                     
                                                  
                                                                        
                          
 

/** The value of a whole Universal Binary JSON document (specification draft 12), without recursion; objects without repeated keys. `hear` takes its texts. */
function readUbjson(bytes            , hear       )          {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const fault = (what        ) => new UbjsonFault(`${what} at byte ${at}`);
  const need = (count        ) => {
    if (count > bytes.length - at) throw fault('it breaks off')
    at += count;
    return at - count
  };
  const mark = () => String.fromCharCode(bytes[need(1)] ?? 0);
  const numberOf = (type        )                     => {
    const size = INTEGERS[type] ?? FLOATS[type];
    if (size === undefined) return undefined
    const place = need(size);
    if (type === 'i') return view.getInt8(place)
    if (type === 'U') return view.getUint8(place)
    if (type === 'I') return view.getInt16(place)
    if (type === 'u') return view.getUint16(place)
    if (type === 'l') return view.getInt32(place)
    if (type === 'm') return view.getUint32(place)
    if (type === 'd') return view.getFloat32(place)
    return type === 'D' ? view.getFloat64(place) : Number(view.getBigInt64(place))
  };
  const length = (type = mark()) => {
    const value = type in INTEGERS ? numberOf(type) : undefined;
    if (value === undefined || value < 0) throw fault('it has no length')
    return value
  };
  const text = (type         ) => {
    const count = length(type);
    const place = need(count);
    const decoded = decodeStrictly(bytes.subarray(place, place + count));
    if (decoded === undefined) throw fault('it has a text that is no UTF-8')
    hear?.(`text at byte ${place}`, decoded);
    return decoded
  };
  const array = ()                       => {
    const type = peek('$') ? mark() : undefined;
    const left = peek('#') ? length() : undefined;
    if (type === undefined) return { value: [], left }
    const size = INTEGERS[type] ?? FLOATS[type];
    if (left === undefined || size === undefined || left * size > bytes.length - at)
      throw fault('it has an array that cannot be')
    return Array.from({ length: left }, () => numberOf(type) ?? 0)
  };
  const peek = (sign        ) => {
    const isThere = bytes[at] === sign.charCodeAt(0);
    if (isThere) at++;
    return isThere
  };
  const scalar = (type        )          => {
    if (type === 'Z') return null
    if (type === 'T' || type === 'F') return type === 'T'
    if (type === 'S') return text()
    if (type === 'C') return mark()
    const value = numberOf(type);
    if (value === undefined) throw fault('it has a value of an unknown type')
    return value
  };

  const open              = [];
  let result;                                         
  const add = (value         , key                    ) => {
    const container = open.at(-1);
    if (container === undefined) result = { value };
    else if (container.value instanceof Map) container.value.set(key ?? '', value);
    else container.value.push(value);
    if (container?.left !== undefined) container.left--;
  };
  do {
    const container = open.at(-1);
    if (
      container &&
      (container.left === 0 || (container.left === undefined && peek(container.value instanceof Map ? '}' : ']')))
    ) {
      open.pop();
      continue
    }
    const key = container?.value instanceof Map ? text() : undefined;
    if (key !== undefined && container?.value instanceof Map && container.value.has(key))
      throw fault('it has a key twice')
    const type = mark();
    const started = type === '{' ? object() : type === '[' ? array() : undefined;
    if (started === undefined) add(scalar(type), key);
    else if (Array.isArray(started)) add(started, key);
    else {
      add(started.value, key);
      if (open.length >= MAX_DEPTH) throw fault('it is nested too deeply')
      open.push(started);
    }
  } while (open.length > 0)
  if (at < bytes.length) throw new UbjsonFault(`it is followed by ${grouped(bytes.length - at)} more bytes`)
  return plain(result?.value)

  function object()            {
    if (bytes[at] === '$'.charCodeAt(0)) throw fault('it has an object of one type')
    return { value: new Map(), left: peek('#') ? length() : undefined }
  }
}

/** Maps as objects; the depth is bounded by then. */
function plain(value         )          {
  if (Array.isArray(value)) return value.length > 0 && typeof value[0] === 'number' ? value : value.map(plain)
  return value instanceof Map ? Object.fromEntries([...value].map(([key, item]) => [key, plain(item)])) : value
}

/** XGBoost's usual file since 2.1: Universal Binary JSON, with its 64-bit key lengths. */
const xgboostUbj = defineFormat({
  id: 'xgboost-ubj',
  title: 'an XGBoost model (UBJSON)',
  recognise: source => hasAt(source, '{L\0\0\0\0\0\0'),
  inspect: heldWhole((bytes, { hear }) => {
    try {
      return inspectXgboost(readUbjson(bytes, hear))
    } catch (error) {
      if (error instanceof UbjsonFault) return unsure(error.message)
      throw error
    }
  }),
});

/** Also a codec of joblib's. */
const xz = defineFormat({
  id: 'xz',
  title: 'an xz stream',
  recognise: source => hasAt(source, '\xfd7zXZ\0'),
  inspect: (source, context) => inspectCompressed('xz', source, context),
});

/** Members that a message names. */
const SHOWN = 3;

/** Any other zip archive; what would run on loading one of its members is found all the same. */
const zip = defineFormat({
  id: 'zip',
  title: 'a zip archive',
  unread: true,
  recognise: source => zipKind(source) === 'zip',
  async inspect(source, context)                      {
    const archive = archiveOf(source);
    const { parts, fault, limit } = await inspectMembers(archive, context, (_, content, inMember) => {
      const format = [pickle, joblib, npy].find(each => each.recognise(content));
      return format ? format.inspect(content, inMember) : inspectOther(content, inMember)
    });
    const found = combine(parts, fault, '', limit);
    // An archive of what is not known passes for no finding, nor for want of one.
    const { soundApart: _, ...inspection } = found;
    return found.status === 'pass' ? passedOver(archive.members.map(({ name }) => name)) : inspection
  },
});

/** What no loader takes from an archive as it is, but would be loaded once it is unpacked. */
async function inspectOther(content        , context                   )                                  {
  const inside = (await context.inside?.(content))?.inspection;
  return inside?.status === 'fail' || inside?.limit !== undefined ? inside : undefined
}

function passedOver(names                   )             {
  const shown = names.slice(0, SHOWN).map(printable).join(', ');
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return inconclusive(
    `Expected an archive of a kind that can be read but found a zip archive of ${names.length > 0 ? `${shown}${more}` : 'nothing'}`,
    'Unpack it, so that each file is scanned for itself, or keep it out of the scanned paths',
  )
}

const DEFLATE = 0x78;
const PRESET_DICTIONARY = 0x20;

/** joblib's usual compression; the header's check bits are those of RFC 1950, 2.2. */
const zlib = defineFormat({
  id: 'zlib',
  title: 'a zlib stream, as of joblib.dump with compress',
  recognise(source) {
    const [method = 0, flags = 0] = readRange(source, 0, 2);
    return method === DEFLATE && (method * 256 + flags) % 31 === 0 && !(flags & PRESET_DICTIONARY)
  },
  inspect: (source, context) => inspectCompressed('zlib', source, context),
});

/** Frames of Zstandard (RFC 8878). */
const zstd = defineFormat({
  id: 'zstd',
  title: 'a zstd frame',
  recognise: source => hasAt(source, '\x28\xb5\x2f\xfd'),
  inspect: (source, context) => inspectCompressed('zstd', source, context),
});

var formats = /*#__PURE__*/Object.freeze({
  __proto__: null,
  binary: binary,
  bzip2: bzip2,
  catboost: catboost,
  empty: empty,
  gguf: gguf,
  gzip: gzip,
  hdf5: hdf5,
  joblib: joblib,
  joblibZfile: joblibZfile,
  keras: keras,
  lfsPointer: lfsPointer,
  lightgbm: lightgbm,
  lz4: lz4,
  lzma: lzma,
  modelAsText: modelAsText,
  modelConfig: modelConfig,
  npy: npy,
  npz: npz,
  onnx: onnx,
  parquet: parquet,
  pickle: pickle,
  rData: rData,
  rar: rar,
  safetensors: safetensors,
  savedModel: savedModel,
  sevenZip: sevenZip,
  skops: skops,
  tar: tar,
  text: text,
  tflite: tflite,
  torch: torch,
  torchLegacy: torchLegacy,
  torchscript: torchscript,
  xgboostBinary: xgboostBinary,
  xgboostJson: xgboostJson,
  xgboostUbj: xgboostUbj,
  xz: xz,
  zip: zip,
  zlib: zlib,
  zstd: zstd
});

export { GgufFault as G, readText$1 as a, readU32 as b, crc32 as c, decodeStrictly as d, skipText as e, readFields as f, readRange as g, formats as h, isJsonObject as i, binary as j, windowOf as k, memorySource as m, openGguf as o, readCount as r, skip$1 as s, viewAt as v, wholeOf$1 as w };
