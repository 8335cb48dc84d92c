import { createHash } from 'node:crypto';
import { openSync, fstatSync, closeSync, readSync, readFileSync } from 'node:fs';
import { crc32 as crc32$1, inflateRawSync } from 'node:zlib';
import { g as grouped } from './chunks/grouped.js';
import { c as crc32, o as openGguf, r as readCount, d as decodeStrictly, a as readText, b as readU32, G as GgufFault, s as skip, e as skipText, f as readFields, g as readRange, v as viewAt, i as isJsonObject, w as wholeOf, m as memorySource, h as formats, j as binary, k as windowOf } from './chunks/index.js';
import { U as USUAL_LIMITS } from './chunks/limits.js';
import { p as partlySearchedCheck, u as unsearchedCheck, c as checkId, a as unreadDependencyFile, r as readDependencyFile, b as readIncluded } from './chunks/secrets-check.js';
import { p as parseJson } from './chunks/json-value.js';
import { p as printable } from './chunks/printable.js';
import { a as string, o as object, i as int, e as array, l as literal$1, f as unknown, _ as _enum, u as union, r as record, b as boolean } from './chunks/schemas2.js';
import { i as inconclusive } from './chunks/format.js';
import { U as UserError } from './chunks/user-error.js';
import { y as yamlSize, r as readYaml } from './chunks/read-yaml.js';
import { v as validate } from './chunks/validate.js';
import { r as rules } from './chunks/index2.js';
import { p as packageName, O as OsvRecord, a as affects } from './chunks/osv-record.js';
import { extname } from 'node:path';
import { f as fileState } from './chunks/file-state.js';
import { p as packFault, a as packDependencies, b as packContent } from './chunks/sent-content.js';

/** Why a compressed stream cannot be followed further; continues a sentence about the stream. */
class StreamFault extends Error {
                    name = 'StreamFault'
}

/** That a stream holds more than may be. */
const bombFault = (budget        )         => `it holds more than ${grouped(budget)} bytes, as a bomb does`;

/** What a decoder has written: the first `length` bytes, never more than `budget`. */
                         
                   
                
                         
 

const FIRST = 64 * 1024;

const outputWithin = (budget        )         => ({ bytes: new Uint8Array(FIRST), length: 0, budget });

/** Makes room for `more` bytes, or ends the stream where they would exceed the budget. */
function reserve(output        , more        )       {
  const needed = output.length + more;
  if (needed <= output.bytes.length && needed <= output.budget) return
  if (needed > output.budget) throw new StreamFault(bombFault(output.budget))
  const grown = new Uint8Array(Math.min(output.budget, Math.max(needed, output.bytes.length * 2)));
  grown.set(output.bytes.subarray(0, output.length));
  output.bytes = grown;
}

/** Appends `length` bytes that were written `distance` bytes ago; both may overlap (LZ77). */
function repeat(output        , distance        , length        )       {
  reserve(output, length);
  const { bytes } = output;
  const from = output.length - distance;
  if (distance >= length) bytes.copyWithin(output.length, from, from + length);
  else for (let i = 0; i < length; i++) bytes[output.length + i] = bytes[from + i] ?? 0;
  output.length += length;
}

/** Appends these bytes. */
function append(output        , bytes            )       {
  reserve(output, bytes.length);
  output.bytes.set(bytes, output.length);
  output.length += bytes.length;
}

/** Bits of a stream, the most significant of each byte first. */
                       
                            
                   
            
              
               
 

/** The next `count` bits, at most 24, as a number. */
function take(bits      , count        )         {
  while (bits.count < count) {
    const byte = bits.bytes[bits.at++];
    if (byte === undefined) throw new StreamFault('it is cut off')
    bits.held = ((bits.held << 8) | byte) >>> 0;
    bits.count += 8;
  }
  bits.count -= count;
  return (bits.held >>> bits.count) & ((1 << count) - 1)
}

/** The next 32 bits. */
const takeWord = (bits      )         => take(bits, 16) * 0x10000 + take(bits, 16);

const LONGEST = 20;

/** A canonical Huffman code: by length, the last code of it and where its symbols begin. */
                       
                           
                            
                           
                               
 

/** Reads the lengths of `count` symbols, each a difference to the one before. */
function readCode(bits      , count        )       {
  const lengths = new Uint8Array(count);
  let length = take(bits, 5);
  for (let symbol = 0; symbol < count; symbol++) {
    for (;;) {
      if (length < 1 || length > LONGEST) throw new StreamFault('it has a code that is too long')
      if (take(bits, 1) === 0) break
      length += take(bits, 1) === 0 ? 1 : -1;
    }
    lengths[symbol] = length;
  }
  return codeOf(lengths)
}

function codeOf(lengths            )       {
  const limit = new Int32Array(LONGEST + 1).fill(-1);
  const base = new Int32Array(LONGEST + 1);
  const symbols           = [];
  let first = 0;
  for (let length = 1; length <= LONGEST; length++) {
    base[length] = symbols.length - first;
    for (let symbol = 0; symbol < lengths.length; symbol++)
      if (lengths[symbol] === length) {
        symbols.push(symbol);
        first++;
      }
    limit[length] = first - 1;
    first *= 2;
  }
  return { shortest: lengths.reduce((a, b) => Math.min(a, b)), limit, base, symbols: Uint16Array.from(symbols) }
}

/** The next symbol. */
function takeSymbol(bits      , { shortest, limit, base, symbols }      )         {
  let code = take(bits, shortest);
  for (let length = shortest; length <= LONGEST; length++) {
    if (code <= (limit[length] ?? -1)) {
      const symbol = symbols[code + (base[length] ?? 0)];
      if (symbol !== undefined) return symbol
      break
    }
    if (length < LONGEST) code = code * 2 + take(bits, 1);
  }
  throw new StreamFault('it has a code that stands for nothing')
}

const GROUP = 50;
const RUN_A = 0;
const RUN_B = 1;

const damaged = () => new StreamFault('a block of it is damaged');

/** A block before the inverse transform: `count` bytes in `cells`, and how often each byte occurs. */
                          
                             
                        
                                   
 

/** Undoes the Huffman coding, the move to front and the runs of one block, at most as long as `cells`. */
function readSymbols(bits      , cells             )          {
  const bytes = readAlphabet(bits);
  const end = bytes.length + 1;
  const { codes, selectors } = readCodes(bits, end + 1);
  const occurrences = new Uint32Array(256);
  let count = 0;
  let run = 0;
  let weight = 1;
  const write = (byte        , times        ) => {
    if (count + times > cells.length) throw damaged()
    cells.fill(byte, count, count + times);
    count += times;
    occurrences[byte] = (occurrences[byte] ?? 0) + times;
  };
  for (let decoded = 0; ; decoded++) {
    const code = codes[selectors[Math.floor(decoded / GROUP)] ?? -1];
    if (code === undefined) throw damaged()
    const symbol = takeSymbol(bits, code);
    if (symbol === RUN_A || symbol === RUN_B) {
      run += weight * (symbol + 1);
      weight *= 2;
      if (run > cells.length) throw damaged()
      continue
    }
    if (run > 0) write(bytes[0] ?? 0, run);
    run = 0;
    weight = 1;
    if (symbol === end) return { cells, count, occurrences }
    const byte = bytes[symbol - 1] ?? 0;
    bytes.copyWithin(1, 0, symbol - 1);
    bytes[0] = byte;
    write(byte, 1);
  }
}

/** The bytes that occur at all, ascending. */
function readAlphabet(bits      )             {
  const ranges = take(bits, 16);
  const bytes           = [];
  for (let range = 0; range < 16; range++) {
    if (!(ranges & (0x8000 >> range))) continue
    const present = take(bits, 16);
    for (let i = 0; i < 16; i++) if (present & (0x8000 >> i)) bytes.push(range * 16 + i);
  }
  if (bytes.length === 0) throw damaged()
  return Uint8Array.from(bytes)
}

function readCodes(bits      , symbols        )                                           {
  const count = take(bits, 3);
  const selected = take(bits, 15);
  if (count < 2 || count > 6 || selected === 0) throw damaged()
  const order = Array.from({ length: count }, (_, index) => index);
  const selectors = new Uint8Array(selected);
  for (let i = 0; i < selected; i++) {
    let place = 0;
    while (take(bits, 1) === 1) if (++place >= count) throw damaged()
    order.unshift(...order.splice(place, 1));
    selectors[i] = order[0] ?? 0;
  }
  const codes         = [];
  for (let i = 0; i < count; i++) codes.push(readCode(bits, symbols));
  return { codes, selectors }
}

const POLYNOMIAL$1 = 0x04c11db7;
const RUN = 4;

const CRC = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit++) value = value < 0 ? (value << 1) ^ POLYNOMIAL$1 : value << 1;
  return value
});

/** Undoes the Burrows–Wheeler transform and the outer runs of a block; gives its checksum. */
function writeBlock({ cells, count, occurrences }         , origin        , output        )         {
  if (origin >= count) throw new StreamFault('a block of it is damaged')
  let sum = 0;
  const starts = occurrences.map(occurs => {
    sum += occurs;
    return sum - occurs
  });
  for (let i = 0; i < count; i++) {
    const byte = (cells[i] ?? 0) & 0xff;
    const place = starts[byte] ?? 0;
    starts[byte] = place + 1;
    cells[place] = (cells[place] ?? 0) | (i << 8);
  }
  let crc = -1;
  const write = (byte        , times        ) => {
    reserve(output, times);
    output.bytes.fill(byte, output.length, output.length + times);
    output.length += times;
    for (let i = 0; i < times; i++) crc = (crc << 8) ^ (CRC[(crc >>> 24) ^ byte] ?? 0);
  };
  let cell = cells[origin] ?? 0;
  let last = -1;
  let run = 0;
  for (let i = 0; i < count; i++) {
    cell = cells[cell >>> 8] ?? 0;
    const byte = cell & 0xff;
    if (run === RUN) {
      write(last, byte);
      run = 0;
      last = -1;
    } else {
      run = byte === last ? run + 1 : 1;
      last = byte;
      write(byte, 1);
    }
  }
  return ~crc >>> 0
}

/** Bytes of the magic and the level. */
const HEADER$2 = 4;
const BLOCK_UNIT = 100_000;
/** The first and the second half of the digits of π, and of its square root. */
const BLOCK = [0x314159, 0x265359];         
const END$1 = [0x177245, 0x385090];         

/** One bzip2 stream (bzip2 1.0.8, decompress.c), its checksums verified; blocks randomised as before 0.9.5 are refused. */
function bzip2(bytes            , output        )         {
  if (bytes.length < HEADER$2) throw new StreamFault('it is cut off')
  const level = (bytes[3] ?? 0) - 0x30;
  if (level < 1 || level > 9) throw new StreamFault('it has no known block size')
  const bits       = { bytes, at: HEADER$2, held: 0, count: 0 };
  const cells = new Uint32Array(level * BLOCK_UNIT);
  let combined = 0;
  for (;;) {
    const first = take(bits, 24);
    const second = take(bits, 24);
    const announced = takeWord(bits);
    if (first === END$1[0] && second === END$1[1]) {
      if (announced !== combined) throw new StreamFault('it is damaged')
      return bits.at
    }
    if (first !== BLOCK[0] || second !== BLOCK[1] || take(bits, 1) === 1) throw new StreamFault('it is damaged')
    const origin = take(bits, 24);
    const crc = writeBlock(readSymbols(bits, cells), origin, output);
    if (crc !== announced) throw new StreamFault('a block of it is damaged')
    combined = (((combined << 1) | (combined >>> 31)) ^ crc) >>> 0;
  }
}

/** Decodes the stream that the bytes begin with into `output`, and gives the position after it; a `StreamFault` ends it. */
                                                                   

/** Everything that one stream holds, the whole of the bytes being that stream; or what came before its fault. */
function decodeWhole(decoder         , bytes            , budget        )               {
  const output = outputWithin(budget);
  const fault = faultOf(decoder, bytes, output);
  const content = output.bytes.subarray(0, output.length);
  if (fault === undefined) return { bytes: content }
  return fault === bombFault(budget) ? { bytes: content, fault, limit: 'ratio' } : { bytes: content, fault }
}

function faultOf(decoder         , bytes            , output        )                     {
  try {
    const rest = bytes.length - decoder(bytes, output);
    return rest === 0 ? undefined : `it is followed by something else (${grouped(rest)} bytes)`
  } catch (error) {
    if (error instanceof StreamFault) return error.message
    throw error
  }
}

const PRIME_1 = 0x9e3779b1;
const PRIME_2 = 0x85ebca77;
const PRIME_3 = 0xc2b2ae3d;
const PRIME_4 = 0x27d4eb2f;
const PRIME_5 = 0x165667b1;

const rotated = (value        , by        ) => (value << by) | (value >>> (32 - by));
const round = (lane        , input        ) => Math.imul(rotated((lane + Math.imul(input, PRIME_2)) | 0, 13), PRIME_1);

/** XXH32 with seed 0 (xxHash specification 0.1.1). */
function xxh32(bytes            )         {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lanes = [(PRIME_1 + PRIME_2) | 0, PRIME_2 | 0, 0, -PRIME_1 | 0];         
  let [a, b, c, d]                                            = lanes;
  let at = 0;
  for (; at + 16 <= bytes.length; at += 16) {
    a = round(a, view.getUint32(at, true));
    b = round(b, view.getUint32(at + 4, true));
    c = round(c, view.getUint32(at + 8, true));
    d = round(d, view.getUint32(at + 12, true));
  }
  let hash = at > 0 ? rotated(a, 1) + rotated(b, 7) + rotated(c, 12) + rotated(d, 18) : PRIME_5;
  hash = (hash + bytes.length) | 0;
  for (; at + 4 <= bytes.length; at += 4)
    hash = Math.imul(rotated((hash + Math.imul(view.getUint32(at, true), PRIME_3)) | 0, 17), PRIME_4);
  for (; at < bytes.length; at++)
    hash = Math.imul(rotated((hash + Math.imul(view.getUint8(at), PRIME_5)) | 0, 11), PRIME_1);
  hash = Math.imul(hash ^ (hash >>> 15), PRIME_2);
  hash = Math.imul(hash ^ (hash >>> 13), PRIME_3);
  return (hash ^ (hash >>> 16)) >>> 0
}

const VERSION = 0x40;
const VERSION_BITS = 0xc0;
const INDEPENDENT = 0x20;
const BLOCK_CHECKSUM = 0x10;
const CONTENT_SIZE = 0x08;
const CONTENT_CHECKSUM = 0x04;
const RESERVED = 0x02;
const DICTIONARY = 0x01;
const STORED$1 = 0x80000000;
/** Bytes of the magic, the flags, the block size and the header's checksum. */
const LEAST_HEADER = 7;
const LEAST_MATCH$1 = 4;

/** One LZ4 frame (LZ4 Frame Format 1.6.4), its checksums verified. */
function lz4(bytes            , output        )         {
  if (bytes.length < LEAST_HEADER) throw new StreamFault('it is cut off')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at        ) => {
    if (at + 4 > bytes.length) throw new StreamFault('it is cut off')
    return view.getUint32(at, true)
  };
  const flags = bytes[4] ?? 0;
  if ((flags & VERSION_BITS) !== VERSION || flags & (RESERVED | DICTIONARY))
    throw new StreamFault('its frame has flags that cannot be read')
  const size = ((bytes[5] ?? 0) >> 4) & 7;
  if (size < 4) throw new StreamFault('its frame has no known block size')
  const largest = 1 << (8 + 2 * size);
  let at = 6 + (flags & CONTENT_SIZE ? 8 : 0);
  if (bytes[at] !== ((xxh32(bytes.subarray(4, at)) >>> 8) & 0xff)) throw new StreamFault('its frame header is damaged')
  const announced = flags & CONTENT_SIZE ? word(6) + word(10) * 2 ** 32 : undefined;
  for (at += 1; word(at) !== 0; ) {
    const stored = word(at) >= STORED$1;
    const length = word(at) & ~STORED$1;
    const block = bytes.subarray(at + 4, at + 4 + length);
    if (length > largest || block.length < length) throw new StreamFault('it is cut off or damaged')
    at += 4 + length;
    const start = output.length;
    if (stored) append(output, block);
    else decodeBlock(block, output, flags & INDEPENDENT ? start : Math.max(0, start - 0x10000));
    if (output.length - start > largest) throw new StreamFault('it has a block larger than it announces')
    if (!(flags & BLOCK_CHECKSUM)) continue
    if (word(at) !== xxh32(block)) throw new StreamFault('a block of it is damaged')
    at += 4;
  }
  at += 4;
  if (announced !== undefined && announced !== output.length) throw new StreamFault('it is not as long as it announces')
  if (!(flags & CONTENT_CHECKSUM)) return at
  if (word(at) !== xxh32(output.bytes.subarray(0, output.length))) throw new StreamFault('it is damaged')
  return at + 4
}

/** LZ4 Block Format: literals and matches in turn, the last sequence without a match. */
function decodeBlock(block            , output        , earliest        )       {
  let at = 0;
  const next = () => {
    const byte = block[at++];
    if (byte === undefined) throw new StreamFault('a block of it is cut off')
    return byte
  };
  const extended = (length        ) => {
    if (length < 15) return length
    let total = length;
    for (let more = 255; more === 255; total += more) more = next();
    return total
  };
  for (;;) {
    const token = next();
    const literals = extended(token >> 4);
    if (at + literals > block.length) throw new StreamFault('a block of it is cut off')
    append(output, block.subarray(at, at + literals));
    at += literals;
    if (at === block.length) return
    const distance = next() + next() * 256;
    const length = extended(token & 15) + LEAST_MATCH$1;
    if (distance === 0 || output.length - distance < earliest) throw new StreamFault('it repeats what is not there')
    repeat(output, distance, length);
  }
}

const TOP = 2 ** 24;
const BITS = 11;
const MOVE = 5;
/** An even chance, as every probability starts. */
const EVEN = 1 << (BITS - 1);

/** Reads bits by their probabilities (LZMA specification, range decoder). */
                               
                            
                                                      
            
             
               
              
 

const rangeDecoder = (bytes            )               => ({ bytes, at: 0, end: 0, range: 0, code: 0 });

/** Begins to read at `at`: a zero byte and the first four bytes of the code. */
function begin(decoder              , at        , end        )       {
  if (end > decoder.bytes.length || at + 5 > end) throw new StreamFault('it is cut off')
  if (decoder.bytes[at] !== 0) throw new StreamFault('it is damaged')
  decoder.at = at + 1;
  decoder.end = end;
  decoder.range = 0xffffffff;
  decoder.code = 0;
  for (let i = 0; i < 4; i++) decoder.code = decoder.code * 256 + nextByte(decoder);
}

function nextByte(decoder              )         {
  if (decoder.at >= decoder.end) throw new StreamFault('it is cut off')
  return decoder.bytes[decoder.at++] ?? 0
}

function normalise(decoder              )       {
  if (decoder.range >= TOP) return
  decoder.range *= 256;
  decoder.code = decoder.code * 256 + nextByte(decoder);
}

/** A bit of the probability at `index`, which learns from it. */
function bit(decoder              , chances             , index        )        {
  const chance = chances[index] ?? 0;
  const bound = (decoder.range >>> BITS) * chance;
  const isZero = decoder.code < bound;
  if (isZero) {
    decoder.range = bound;
    chances[index] = chance + ((2 ** BITS - chance) >> MOVE);
  } else {
    decoder.range -= bound;
    decoder.code -= bound;
    chances[index] = chance - (chance >> MOVE);
  }
  normalise(decoder);
  return isZero ? 0 : 1
}

/** `count` bits of even chance, the most significant first. */
function directBits(decoder              , count        )         {
  let value = 0;
  for (let i = 0; i < count; i++) {
    decoder.range = Math.floor(decoder.range / 2);
    const one = decoder.code >= decoder.range;
    if (one) decoder.code -= decoder.range;
    value = value * 2 + (one ? 1 : 0);
    normalise(decoder);
  }
  return value
}

/** A number of `count` bits by a tree of probabilities that starts at `base`, the most significant bit first. */
function tree(decoder              , chances             , base        , count        )         {
  let node = 1;
  for (let i = 0; i < count; i++) node = node * 2 + bit(decoder, chances, base + node);
  return node - (1 << count)
}

/** The same, the least significant bit first. */
function reverseTree(decoder              , chances             , base        , count        )         {
  let node = 1;
  let value = 0;
  for (let i = 0; i < count; i++) {
    const one = bit(decoder, chances, base + node);
    node = node * 2 + one;
    value += one << i;
  }
  return value
}

const LENGTH_SIZE = 2 + 2 * 16 * 8 + 256;

/** Where each kind of probability begins (LZMA specification, state variables). */
const PLACES = {
  match: 0,
  repeated: 192,
  repeated0: 204,
  repeated1: 216,
  repeated2: 228,
  short: 240,
  slot: 432,
  special: 688,
  align: 816,
  length: 832,
  repeatedLength: 832 + LENGTH_SIZE,
  literal: 832 + 2 * LENGTH_SIZE,
};         

/** What an LZMA decoder remembers from one packet to the next. */
                        
                                                                                                      
                     
                     
                     
                               
               
                                                
                                             
 

/** A fresh model by its properties byte (`(pb · 5 + lp) · 9 + lc`). */
function modelOf(properties        )        {
  if (properties >= 9 * 5 * 5) throw new StreamFault('it has properties that cannot be')
  const lc = properties % 9;
  const lp = Math.floor(properties / 9) % 5;
  const pb = Math.floor(properties / 45);
  const chances = new Uint16Array(PLACES.literal + (0x300 << (lc + lp))).fill(EVEN);
  return { lc, lp, pb, chances, state: 0, distances: [0, 0, 0, 0] }
}

/** The same properties, everything learnt forgotten. */
const reset = ({ lc, lp, pb }       )        => modelOf((pb * 5 + lp) * 9 + lc);

const LEAST_MATCH = 2;
const END_MARKER = 0xffffffff;
const MAX_POSITION_BITS = 4;

/** Where the bytes that a match may repeat begin, and from where positions are counted. */
                         
                        
 

/** Decodes packets until `until` bytes are written; true where an end marker came before that. */
function decodePackets(
  decoder              ,
  model       ,
  output        ,
  window        ,
  until        ,
)          {
  const { chances, distances } = model;
  while (output.length < until) {
    const position = (output.length - window.start) & ((1 << model.pb) - 1);
    const context = (model.state << MAX_POSITION_BITS) + position;
    if (bit(decoder, chances, PLACES.match + context) === 0) {
      literal(decoder, model, output, window);
      continue
    }
    let length;        
    if (bit(decoder, chances, PLACES.repeated + model.state) === 0) {
      length = lengthOf(decoder, chances, PLACES.length, position);
      distances.copyWithin(1, 0, 3);
      distances[0] = distanceOf(decoder, chances, length);
      model.state = model.state < 7 ? 7 : 10;
      if (distances[0] === END_MARKER) return true
    } else if (takeRepeated(decoder, model, context)) {
      length = 1;
      model.state = model.state < 7 ? 9 : 11;
    } else {
      length = lengthOf(decoder, chances, PLACES.repeatedLength, position);
      model.state = model.state < 7 ? 8 : 11;
    }
    const distance = distances[0] + 1;
    if (distance > output.length - window.start) throw new StreamFault('it repeats what is not there')
    if (length > until - output.length) throw new StreamFault('it is longer than it announces')
    repeat(output, distance, length);
  }
  return false
}

function literal(decoder              , model       , output        , window        )       {
  const { chances, lc, lp, state } = model;
  const position = output.length - window.start;
  const before = position > 0 ? (output.bytes[output.length - 1] ?? 0) : 0;
  const base = PLACES.literal + 0x300 * (((position & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
  let symbol = 1;
  if (state >= 7) {
    const distance = model.distances[0] + 1;
    if (distance > position) throw new StreamFault('it repeats what is not there')
    let matched = output.bytes[output.length - distance] ?? 0;
    while (symbol < 0x100) {
      const expected = (matched >> 7) & 1;
      matched <<= 1;
      const found = bit(decoder, chances, base + ((1 + expected) << 8) + symbol);
      symbol = symbol * 2 + found;
      if (found !== expected) break
    }
  }
  while (symbol < 0x100) symbol = symbol * 2 + bit(decoder, chances, base + symbol);
  reserve(output, 1);
  output.bytes[output.length++] = symbol & 0xff;
  model.state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
}

/** Puts the distance that is repeated first; true where it is repeated for one byte only. */
function takeRepeated(decoder              , { chances, state, distances }       , context        )          {
  if (bit(decoder, chances, PLACES.repeated0 + state) === 0) return bit(decoder, chances, PLACES.short + context) === 0
  const which =
    bit(decoder, chances, PLACES.repeated1 + state) === 0 ? 1 : 2 + bit(decoder, chances, PLACES.repeated2 + state);
  const distance = distances[which] ?? 0;
  distances.copyWithin(1, 0, which);
  distances[0] = distance;
  return false
}

function lengthOf(decoder              , chances             , base        , position        )         {
  if (bit(decoder, chances, base) === 0) return LEAST_MATCH + tree(decoder, chances, base + 2 + position * 8, 3)
  if (bit(decoder, chances, base + 1) === 0)
    return LEAST_MATCH + 8 + tree(decoder, chances, base + 2 + 128 + position * 8, 3)
  return LEAST_MATCH + 16 + tree(decoder, chances, base + 2 + 256, 8)
}

/** The distance, less one. */
function distanceOf(decoder              , chances             , length        )         {
  const slot = tree(decoder, chances, PLACES.slot + Math.min(length - LEAST_MATCH, 3) * 64, 6);
  if (slot < 4) return slot
  const bits = (slot >> 1) - 1;
  const base = (2 + (slot & 1)) * 2 ** bits;
  if (slot < 14) return base + reverseTree(decoder, chances, PLACES.special + base - slot, bits)
  return base + directBits(decoder, bits - 4) * 16 + reverseTree(decoder, chances, PLACES.align, 4)
}

const HEADER$1 = 13;
const UNKNOWN = 2 ** 32 - 1;

/** One stream of the format before xz (LZMA specification): properties, dictionary size, length or none, packets. */
function lzmaAlone(bytes            , output        )         {
  if (bytes.length < HEADER$1) throw new StreamFault('it is cut off')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const low = view.getUint32(5, true);
  const high = view.getUint32(9, true);
  const isOpen = low === UNKNOWN && high === UNKNOWN;
  const decoder = rangeDecoder(bytes);
  begin(decoder, HEADER$1, bytes.length);
  const until = isOpen ? Number.POSITIVE_INFINITY : high * 2 ** 32 + low;
  const ended = decodePackets(decoder, modelOf(bytes[0] ?? 0), output, { start: 0 }, until);
  if (ended !== isOpen || decoder.code !== 0) throw new StreamFault('it does not end as it announces')
  return decoder.at
}

/** ECMA-182, reflected. */
const POLYNOMIAL = 0xc96c5795d7870f42n;

const TABLE = Array.from({ length: 256 }, (_, index) => {
  let value = BigInt(index);
  for (let bit = 0; bit < 8; bit++) value = value & 1n ? (value >> 1n) ^ POLYNOMIAL : value >> 1n;
  return value
});
const LOW = Uint32Array.from(TABLE, value => Number(value & 0xffffffffn));
const HIGH = Uint32Array.from(TABLE, value => Number(value >> 32n));

/** CRC-64 of xz (The .xz File Format 1.2.1, 6), as its low and its high 32 bits. */
function crc64(bytes            )                                       {
  let low = 0xffffffff;
  let high = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) {
    const index = (low ^ (bytes[i] ?? 0)) & 0xff;
    low = ((low >>> 8) | (high << 24)) ^ (LOW[index] ?? 0);
    high = (high >>> 8) ^ (HIGH[index] ?? 0);
  }
  return [~low >>> 0, ~high >>> 0]
}

const LZMA = 0x80;
const RESET_DICTIONARY = 1;
const KEEP_DICTIONARY = 2;
const MOST_LITERAL_BITS = 4;

/** Chunks of LZMA2 from `at` to the end mark (xz, lzma2_decoder.c); gives the position after it. */
function lzma2(bytes            , at        , output        )         {
  const decoder = rangeDecoder(bytes);
  let start;                    
  let model;                   
  for (;;) {
    const control = byteAt$1(bytes, at);
    if (control === 0) return at + 1
    const size = (byteAt$1(bytes, at + 1) << 8) + byteAt$1(bytes, at + 2) + 1;
    if (control === RESET_DICTIONARY || control >= 0xe0) start = output.length;
    if (start === undefined || (control < LZMA && control > KEEP_DICTIONARY)) throw new StreamFault('it is damaged')
    if (control < LZMA) {
      const stored = bytes.subarray(at + 3, at + 3 + size);
      if (stored.length < size) throw new StreamFault('it is cut off')
      append(output, stored);
      at += 3 + size;
      continue
    }
    const packed = (byteAt$1(bytes, at + 3) << 8) + byteAt$1(bytes, at + 4) + 1;
    const resets = (control >> 5) & 3;
    if (resets >= 2) model = modelOf(byteAt$1(bytes, at + 5));
    else if (resets === 1 && model) model = reset(model);
    if (model === undefined || model.lc + model.lp > MOST_LITERAL_BITS) throw new StreamFault('it is damaged')
    at += resets >= 2 ? 6 : 5;
    begin(decoder, at, at + packed);
    const until = output.length + ((control & 0x1f) << 16) + size;
    const ended = decodePackets(decoder, model, output, { start }, until);
    if (ended || decoder.at !== at + packed || decoder.code !== 0) throw new StreamFault('a chunk of it is damaged')
    at += packed;
  }
}

function byteAt$1(bytes            , at        )         {
  const byte = bytes[at];
  if (byte === undefined) throw new StreamFault('it is cut off')
  return byte
}

const HEADER = 12;
const FOOTER = 12;
const LZMA2 = 0x21;
const SIZES$1 = { none: 0, crc32: 1, crc64: 4 };         

                 
                                                             
                           
                               
 

/** One xz stream (The .xz File Format 1.2.1) of LZMA2 blocks, its headers, checks and index verified. */
function xz(bytes            , output        )         {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  requireCrc32(bytes, view, 6, 8);
  const check = view.getUint8(7);
  if (view.getUint8(6) !== 0 || !Object.values        (SIZES$1).includes(check))
    throw new StreamFault('it has a check of a kind that is not read')
  const blocks          = [];
  let at = HEADER;
  while (byteAt(bytes, at) !== 0) {
    const block = readBlock(bytes, view, at, check, output);
    blocks.push(block);
    at += padded(block.unpadded);
  }
  const end = readIndex(bytes, view, at, blocks);
  if (end + FOOTER > bytes.length) throw new StreamFault('it is cut off')
  requireCrc32(bytes, view, end + 4, end + 10, end);
  const isFooter = view.getUint8(end + 10) === 0x59 && view.getUint8(end + 11) === 0x5a;
  if (!isFooter || view.getUint8(end + 9) !== check || (view.getUint32(end + 4, true) + 1) * 4 !== end - at)
    throw new StreamFault('its footer is damaged')
  return end + FOOTER
}

function readBlock(bytes            , view          , start        , check        , output        )        {
  const headerEnd = start + (byteAt(bytes, start) + 1) * 4;
  requireCrc32(bytes, view, start, headerEnd - 4);
  const flags = byteAt(bytes, start + 1);
  let at = start + 2;
  const next = () => {
    const [value, after] = variable(bytes, at);
    at = after;
    return value
  };
  const packed = flags & 0x40 ? next() : undefined;
  const unpacked = flags & 0x80 ? next() : undefined;
  if ((flags & 0x3f) !== 0 || next() !== LZMA2 || next() !== 1 || headerEnd - 4 < at + 1)
    throw new StreamFault('it has another filter than LZMA2')
  const before = output.length;
  const end = lzma2(bytes, headerEnd, output);
  const uncompressed = output.length - before;
  if ((packed ?? end - headerEnd) !== end - headerEnd || (unpacked ?? uncompressed) !== uncompressed)
    throw new StreamFault('it has a block of another size than it announces')
  const checkAt = start + padded(end - start);
  if (bytes.subarray(end, checkAt).some(byte => byte !== 0)) throw new StreamFault('it is damaged')
  const size = check === SIZES$1.crc64 ? 8 : check === SIZES$1.crc32 ? 4 : 0;
  if (checkAt + size > bytes.length) throw new StreamFault('it is cut off')
  const content = output.bytes.subarray(before, output.length);
  if (size === 4 && view.getUint32(checkAt, true) !== crc32(content)) throw new StreamFault('a block of it is damaged')
  if (size === 8) {
    const [low, high] = crc64(content);
    if (view.getUint32(checkAt, true) !== low || view.getUint32(checkAt + 4, true) !== high)
      throw new StreamFault('a block of it is damaged')
  }
  return { unpadded: end - start + size, uncompressed }
}

/** Verifies that the index at `start` lists these blocks; gives the position after it. */
function readIndex(bytes            , view          , start        , blocks                  )         {
  const [count, first] = variable(bytes, start + 1);
  if (count !== blocks.length) throw new StreamFault('its index is damaged')
  let at = first;
  for (const { unpadded, uncompressed } of blocks) {
    const [listed, after] = variable(bytes, at);
    const [listedSize, next] = variable(bytes, after);
    if (listed !== unpadded || listedSize !== uncompressed) throw new StreamFault('its index is damaged')
    at = next;
  }
  const end = start + padded(at - start);
  if (bytes.subarray(at, end).some(byte => byte !== 0)) throw new StreamFault('its index is damaged')
  requireCrc32(bytes, view, start, end);
  return end + 4
}

const padded = (length        ) => Math.ceil(length / 4) * 4;

/** That the bytes from `start` to `end` have the CRC-32 that stands at `at`, usually right after them. */
function requireCrc32(bytes            , view          , start        , end        , at = end)       {
  if (Math.max(at + 4, end) > bytes.length) throw new StreamFault('it is cut off')
  if (view.getUint32(at, true) !== crc32(bytes.subarray(start, end))) throw new StreamFault('it is damaged')
}

/** A number in groups of seven bits, the least significant first, at most nine of them; and the position after it. */
function variable(bytes            , at        )                                          {
  let value = 0;
  for (let i = 0; i < 9; i++) {
    const byte = byteAt(bytes, at + i);
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return [value, at + i + 1]
  }
  throw new StreamFault('it is damaged')
}

function byteAt(bytes            , at        )         {
  const byte = bytes[at];
  if (byte === undefined) throw new StreamFault('it is cut off')
  return byte
}

/** Most that one file may decompress to, and what is harmless at any ratio. */
const MAX_BYTES = 2 ** 31 - 1;
const HARMLESS_BYTES = 64 * 1024 * 1024;

const STREAM_FORMAT = { zlib: 'deflate', gzip: 'gzip', 'deflate-raw': 'deflate-raw' };         
/**
 * Decoders of our own, which know where a stream ends and verify it: lz4js takes a damaged or cut frame for a whole one, seek-bzip is
 * silent about what follows, and neither of the two nor xz-decompress reads lzma's older format.
 */
const DECODERS = { bzip2, lz4, lzma: lzmaAlone, xz };         

const isPlatform = (codec       )                                      => codec in STREAM_FORMAT;

/** Most bytes that a stream of this many may decompress to. */
const budgetFor = (compressed        , { ratio }        )         =>
  Math.min(MAX_BYTES, Math.max(HARMLESS_BYTES, compressed * ratio));

/** Decompresses one stream that is the whole of the bytes; gives what came before a fault. zstd needs the adapter's. */
async function decompress(
  codec       ,
  bytes            ,
  limits         = USUAL_LIMITS,
)                        {
  const budget = budgetFor(bytes.length, limits);
  if (isPlatform(codec)) return inflate(STREAM_FORMAT[codec], bytes, budget)
  if (codec === 'zstd') return { bytes: new Uint8Array(), fault: 'nothing at hand decompresses zstd' }
  return decodeWhole(DECODERS[codec], bytes, budget)
}

/** With the platform's `DecompressionStream`, which refuses anything after the stream. */
async function inflate(
  format                                                    ,
  bytes            ,
  budget        ,
)                        {
  const chunks               = [];
  let length = 0;
  const stream = new DecompressionStream(format);
  const written = write(stream.writable, bytes);
  try {
    for await (const chunk of stream.readable) {
      length += chunk.length;
      if (length > budget) return { bytes: new Uint8Array(), fault: bombFault(budget), limit: 'ratio' }
      chunks.push(chunk);
    }
    await written;
    return { bytes: joined$1(chunks, length) }
  } catch {
    return { bytes: joined$1(chunks, length), fault: 'it is damaged, cut off or followed by something else' }
  }
}

/** Ends without an error of its own: the reading side has it. */
async function write(writable                                 , bytes            )                {
  const writer = writable.getWriter();
  const { buffer, byteOffset, byteLength } = bytes;
  try {
    await writer.write(
      buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, byteLength) : new Uint8Array(bytes),
    );
    await writer.close();
  } catch {
    writer.releaseLock();
  }
}

function joined$1(chunks                       , length        )             {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole
}

/** Readers of compressed streams and of HDF5; none of them throws for what the bytes are. */
                                                                                                      

/** Core's own decoders, and beside them checksums and zstd by Node and HDF5 by its library, the last two loaded when first asked. */
const nodeCodecs = (limits         = USUAL_LIMITS)         => ({
  limits,
  crc32: crc32$1,
  async decompress(codec, bytes) {
    if (codec !== 'zstd') return decompress(codec, bytes, limits)
    const { zstd } = await import('./chunks/zstd.js');
    return zstd(bytes, budgetFor(bytes.length, limits))
  },
  async readHdf5(source) {
    const { readHdf5 } = await import('./chunks/hdf52.js');
    return readHdf5(source)
  },
});

/** Shorter texts are no credentials: no rule has one. */
const SHORTEST = 8;
/** Characters that are kept of one file, and texts: each is a line of what is searched. */
const MOST$1 = 5 * 1024 * 1024;
const MOST_TEXTS = 200_000;

                             
                                                                              
                                  
                          
 

/** Keeps the texts that are heard in one file, as far as they are not too many. */
function hearTexts()                                               {
  const texts                                    = [];
  let size = 0;
  let leftOut = 0;
  return {
    hear(where, text) {
      if (text.length < SHORTEST) return
      if (size + text.length > MOST$1 || texts.length === MOST_TEXTS) leftOut++;
      else {
        size += text.length;
        texts.push({ where, text });
      }
    },
    heard: () => ({ texts, leftOut }),
  }
}

/** A text in a JSON document. */
                             
                                         
                                             
                       
                                      
                       
                         
                                                    
                        
                      
 

                 
                                                                                 
                                 
 

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:\n]|[^\s{}[\],:"]+/g;

/** Every text of a valid JSON document, keys too, front to back, without recursion. */
function* jsonStrings(json        )                        {
  const levels          = [];
  let line = 1;
  for (const { 0: token, index: start } of json.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '\n') line++;
    else if (token === '{' || token === '[') levels.push({ at: token === '[' ? 0 : undefined });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && level) level.at = typeof level.at === 'number' ? level.at + 1 : undefined;
    else if (token.startsWith('"')) {
      const text         = JSON.parse(token);
      const isKey = level !== undefined && level.at === undefined;
      if (isKey) level.at = text;
      yield { path: levels.flatMap(({ at }) => at ?? []), text, line, isKey, start, end: start + token.length };
    }
  }
}

const MAX_FINDINGS = 100_000;
                                            
const text$1 = string().max(1024 * 1024);

/** What `gitleaks … --report-format json` writes (gitleaks 8). */
const Finding = object({
  RuleID: string().min(1).max(200),
  File: string().min(1).max(4096),
  StartLine: int().nonnegative(),
  Secret: text$1.default(''),
  Commit: string().default(''),
});

const Result$1 = object({
  ruleId: string().min(1).max(200),
  locations: array(
      object({
        physicalLocation: object({
          artifactLocation: object({ uri: string().min(1).max(4096) }),
          region: object({ startLine: int().nonnegative(), snippet: object({ text: text$1 }).optional() }),
        }),
      }),
    )
    .min(1),
  partialFingerprints: object({ commitSha: string().default('') }).optional(),
  suppressions: array(unknown()).optional(),
});
const Sarif = object({
  version: literal$1('2.1.0'),
  runs: array(
      object({
        tool: object({ driver: object({ name: string() }) }),
        results: array(Result$1).max(MAX_FINDINGS),
      }),
    )
    .min(1)
    .max(20),
});

/** What one of gitleaks' findings comes to; `secret` never leaves this folder. */
               
                                                               
                       
                       
                       
                       
                         
                         
 

/** Shorter ones are no credential to the search, and taking them out might cut another one in two. */
const MIN_TAKEN_OUT = 8;

/** Gitleaks hides the value where it is asked to. */
const HIDDEN = /^(?:REDACTED|)$/;

/** A report of gitleaks. */
                                 
                                          
                                                                                                                                        
                       
 

/** Reads a report of gitleaks, JSON or SARIF, told by its content; undefined for any other text. */
function readGitleaks(written        , sha256                          )                             {
  if (!/^\s*[[{]/.test(written)) return undefined
  const value = parseJson(written);
  const found = Array.isArray(value) ? fromJson(value) : fromSarif(value);
  if (!found) return undefined
  const secrets = found.map(({ rule, path, line, commit, secret })              => {
    const known = HIDDEN.test(secret) ? `${commit}:${path}:${line}` : secret;
    return {
      path: printable(path.replace(/^(?:\.\/)+/, '')) || 'unknown',
      ...(line > 0 && { line }),
      ...(commit !== '' && { within: `commit ${printable(commit.slice(0, 10))}` }),
      rule: `gitleaks/${printable(rule)}`,
      fingerprint: sha256(`gitleaks/${rule}\n${known}`).slice(0, 16),
      tool: 'gitleaks',
    }
  });
  return { secrets, rest: withoutReported(written, new Map(found.map(({ at, secret }) => [at.join('\0'), secret]))) }
}

/** The document with the credential taken out of each finding, and out of what gitleaks shows around it. */
function withoutReported(written        , reported                             )         {
  const pieces           = [];
  let end = 0;
  for (const found of jsonStrings(written)) {
    const secret = found.isKey ? undefined : reported.get(findingOf$1(found.path)?.join('\0') ?? '');
    if (!secret || secret.length < MIN_TAKEN_OUT || !found.text.includes(secret)) continue
    pieces.push(written.slice(end, found.start), JSON.stringify(found.text.replaceAll(secret, '')));
    end = found.end;
  }
  return pieces.join('') + written.slice(end)
}

/** The finding that a text belongs to as its credential or the line around it; undefined where it is any other text. */
function findingOf$1(path          )                       {
  if (path.length === 2 && (path[1] === 'Secret' || path[1] === 'Match')) return path.slice(0, 1)
  const inResult = path.slice(4).join('.') === 'locations.0.physicalLocation.region.snippet.text';
  return inResult && path[0] === 'runs' && path[2] === 'results' ? path.slice(0, 4) : undefined
}

function fromJson(value                    )                    {
  // An empty list could be anything.
  const found = value.length > 0 ? array(Finding).max(MAX_FINDINGS).safeParse(value) : undefined;
  return found?.data?.map(({ RuleID, File, StartLine, Secret, Commit }, i) => ({
    at: [i],
    rule: RuleID,
    path: File,
    line: StartLine,
    commit: Commit,
    secret: Secret,
  }))
}

function fromSarif(value         )                    {
  const found = Sarif.safeParse(value);
  if (!found.success || found.data.runs.some(({ tool }) => tool.driver.name !== 'gitleaks')) return undefined
  return found.data.runs.flatMap(({ results }, run) =>
    results.flatMap(({ ruleId, locations, partialFingerprints, suppressions = [] }, i) =>
      // What a report suppresses is no finding of it, and looked for as anywhere else.
      locations.slice(0, suppressions.length > 0 ? 0 : 1).map(({ physicalLocation: { artifactLocation, region } }) => ({
        at: ['runs', run, 'results', i],
        rule: ruleId,
        path: artifactLocation.uri,
        line: region.startLine,
        commit: partialFingerprints?.commitSha ?? '',
        secret: region.snippet?.text ?? '',
      })),
    ),
  )
}

const STRING = 8;
const ARRAY = 9;
const MAX_TEXT$3 = 64 * 1024 * 1024;
/** Bytes of each type of value that is no text. */
const SIZES                                   = { 0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8 };
/** The words of a tokenizer: hundreds of thousands, and nobody's words. */
const VOCABULARY = /^tokenizer\.ggml\./;

/** The metadata that is text, or lists of it, but for the tokenizer's vocabulary; as far as the file can be read. */
function gguf(source        )                 {
  const found                 = [];
  try {
    const reader = openGguf(source);
    readCount(reader);
    const keys = readCount(reader);
    for (let i = 0; i < keys; i++) {
      const key = decodeStrictly(readText(reader, MAX_TEXT$3)) ?? '?';
      const isWords = !VOCABULARY.test(key);
      for (const text of textsOf(reader, readU32(reader), isWords)) if (isWords) found.push({ key, text });
    }
  } catch (error) {
    if (!(error instanceof GgufFault)) throw error
  }
  return found
}

function* textsOf(reader        , type        , isWanted         )                    {
  const of = type === ARRAY ? readU32(reader) : type;
  const count = type === ARRAY ? readCount(reader) : 1;
  if (of !== STRING) {
    const size = SIZES[of];
    if (size === undefined) throw new GgufFault('it has a value of unknown type')
    skip(reader, count * size);
    return
  }
  for (let i = 0; i < count; i++)
    if (isWanted) yield decodeStrictly(readText(reader, MAX_TEXT$3)) ?? '';
    else skipText(reader, MAX_TEXT$3);
}

/** Fields of ModelProto and of its GraphProto that are text (onnx.proto3). */
const OF_MODEL                                   = {
  2: 'producer_name',
  3: 'producer_version',
  4: 'domain',
  6: 'doc_string',
};
const OF_GRAPH                                   = { 2: 'graph.name', 10: 'graph.doc_string' };
/** Longest text that is read, in bytes. */
const MAX_TEXT$2 = 64 * 1024 * 1024;
const GRAPH = 7;
const ENTRY_OF_MODEL = 14;
const ENTRY_OF_GRAPH = 16;

/** What an ONNX model says of itself and of its graph: names, documentation, `metadata_props`. */
function onnx(source        )                 {
  const found                 = [];
  const text = ({ start, end }       ) =>
    end - start > MAX_TEXT$2 ? '' : (decodeStrictly(readRange(source, start, end)) ?? '');
  readFields(source, 0, source.size, field => {
    const key = OF_MODEL[field.number];
    if (key !== undefined) found.push({ key, text: text(field) });
    if (field.number === ENTRY_OF_MODEL) found.push(entry(field));
    if (field.number !== GRAPH) return
    readFields(source, field.start, field.end, inner => {
      const name = OF_GRAPH[inner.number];
      if (name !== undefined) found.push({ key: name, text: text(inner) });
      if (inner.number === ENTRY_OF_GRAPH) found.push(entry(inner));
    });
  });
  return found

  /** StringStringEntryProto: `key` 1, `value` 2. */
  function entry({ start, end }       )               {
    const parts = new Map                ();
    readFields(source, start, end, field => void parts.set(field.number, text(field)));
    return { key: parts.get(1) ?? '', text: parts.get(2) ?? '' }
  }
}

const PREFIX$1 = 8;

/** The texts under `__metadata__`. */
function safetensors(source        )                 {
  const end = source.size < PREFIX$1 ? 0 : PREFIX$1 + Number(viewAt(source, 0, PREFIX$1).getBigUint64(0, true));
  const header = end > source.size ? undefined : parseJson(decodeStrictly(readRange(source, PREFIX$1, end)) ?? '');
  const metadata = isJsonObject(header) ? header.__metadata__ : undefined;
  if (!isJsonObject(metadata)) return []
  return Object.entries(metadata).flatMap(([key, text]) => (typeof text === 'string' ? [{ key, text }] : []))
}

var readers = /*#__PURE__*/Object.freeze({
  __proto__: null,
  gguf: gguf,
  onnx: onnx,
  safetensors: safetensors
});

/** One text of a file that is searched for credentials on its own. */
                          
                                                                                                            
                       
                                                                                                               
                                                                               
 

/** Where a line of what was searched is in the file. */
                                
                                                                  
                        
                                                          
                          
 

/** What is searched for credentials in one file, as one text. */
                               
                       
                                           
                                      
 

/** A text file as it is. */
const plainText = (text        )               => ({ text, placeOf: line => ({ line }) });

/** Passages one below the other, an empty line between them, so that no credential seems to reach from one into the next. */
function joinPassages(passages                    )               {
  const places                  = [];
  let text = '';
  for (const { name, pieces } of passages) {
    let own = 1;
    for (const piece of pieces) {
      const ended = piece.text.endsWith('\n') ? piece.text : `${piece.text}\n`;
      const lines = ended.split('\n').length - 1;
      for (let i = 0; i < lines; i++) {
        const within = own + i === 1 && pieces.length === 1 && lines === 1 ? name : `${name}, line ${own + i}`;
        places.push({ ...(piece.line === undefined ? {} : { line: piece.line }), within });
      }
      own += lines;
      text += ended;
    }
    places.push({});
    text += '\n';
  }
  return { text, placeOf: line => places[line - 1] ?? {} }
}

const READERS                                                               = readers;

/** What a model file of these formats (divided by `+`) says of itself in words; undefined where that is nothing. */
function metadataOf(format        , source        )                           {
  const found = format.split('+').flatMap(id => READERS[id]?.(source) ?? []);
  if (found.length === 0) return undefined
  return joinPassages(found.map(({ key, text }) => ({ name: `metadata ${printable(key)}`, pieces: [{ text }] })))
}

/** What is shown as a picture, a sound or a film is no text, and looks like credentials. */
const MEDIA = /^(?:image\/(?!svg)|audio\/|video\/|application\/pdf)/;
/** What an output says in words, besides its data. */
const WORDS = ['text', 'html', 'svg', 'latex', 'json', 'javascript', 'ename', 'evalue', 'traceback'];
/** Colours of a terminal, which would cut a credential in two. */
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, 'g');

/** A Jupyter notebook (nbformat 3 and 4) cell by cell: sources, outputs as text, and everything else; undefined for any other text. */
function notebookText(text        )                           {
  const value = parseJson(text);
  if (!isJsonObject(value) || typeof value.nbformat !== 'number') return undefined
  const passages = new Map                                                               ();
  let before;                                                 
  for (const found of jsonStrings(text)) {
    const name = nameOf(found);
    if (name === undefined) continue
    const passage = passages.get(name) ?? { name, pieces: [] };
    passages.set(name, passage);
    const piece = { text: found.text.replaceAll(COLOUR, ''), line: found.line };
    // A source that is a list has its line breaks in it; whoever wrote it without them meant one line.
    const last = before?.name === name && isContinued(before.found, found) ? passage.pieces.at(-1) : undefined;
    if (last && !last.text.endsWith('\n'))
      passage.pieces[passage.pieces.length - 1] = { ...last, text: last.text + piece.text };
    else passage.pieces.push(piece);
    before = { found, name };
  }
  return joinPassages([...passages.values()])
}

/** Whether two texts are neighbours in a list that is one text, as sources and outputs may be, but tracebacks are not. */
function isContinued({ path: a }            , { path: b }            )          {
  const [i, j] = [a.at(-1), b.at(-1)];
  const isList = typeof i === 'number' && j === i + 1 && a.slice(0, -1).join('\0') === b.slice(0, -1).join('\0');
  return isList && a.includes('cells') && !a.includes('traceback') && !a.includes('metadata')
}

/** The passage a text belongs to; undefined where it is no text of anybody's. */
function nameOf({ path, isKey }            )                     {
  const at = path.indexOf('cells');
  const cell = at === -1 ? undefined : path[at + 1];
  if (typeof cell !== 'number') return 'metadata'
  const [part, index, field, mime] = path.slice(at + 2);
  if (part === 'attachments') return undefined
  if (!isKey && (part === 'source' || part === 'input')) return `cell ${cell + 1}`
  if (isKey || part !== 'outputs' || typeof index !== 'number') return `metadata of cell ${cell + 1}`
  const output = `output ${index + 1} of cell ${cell + 1}`;
  if (field === 'data' && typeof mime === 'string')
    return MEDIA.test(mime) ? undefined : mime === 'text/plain' ? output : `${output} as ${printable(mime)}`
  // nbformat 3 has them beside one another.
  if (field === 'png' || field === 'jpeg' || field === 'pdf') return undefined
  if (typeof field === 'string' && WORDS.includes(field)) return field === 'text' ? output : `${output} as ${field}`
  return `metadata of cell ${cell + 1}`
}

/** Longest text that is searched for credentials, in bytes. */
const MAX_TEXT$1 = 5 * 1024 * 1024;
/** Longest notebook, whose pictures are not searched, and longest report of another tool, in bytes. */
const MAX_DOCUMENT = 64 * 1024 * 1024;

                                
                                                          
                                                                            
                                
                              
 

/** What a search for credentials in one file gave. */
                               
                                   
                                          
                                        
 

/** Searches a file that is text, and takes it for what it is: a notebook, another tool's report, whose findings count. */
async function searchText(path        , source        , context               )                        {
  const text = source.size > MAX_DOCUMENT ? undefined : decodeStrictly(wholeOf(source));
  const reported = text === undefined ? undefined : readGitleaks(text, context.sha256);
  const own = reported?.rest ?? text;
  const searched = own === undefined ? undefined : (notebookText(own) ?? plainText(own));
  if (searched === undefined || searched.text.length > MAX_TEXT$1)
    return { ...unsearched(path, source.size), secrets: reported?.secrets ?? [] }
  const found = await find(path, searched, context);
  return { checks: [], secrets: [...(reported?.secrets ?? []), ...found], searched: 'texts' }
}

/** Searches what a model file says of itself. */
async function searchMetadata(
  path        ,
  format        ,
  source        ,
  context               ,
)                        {
  const searched = metadataOf(format, source);
  if (!searched) return { checks: [], secrets: [] }
  if (searched.text.length > MAX_TEXT$1) return unsearched(path, searched.text.length)
  return { checks: [], secrets: await find(path, searched, context), searched: 'models' }
}

/** Searches the texts that were heard while a model file was inspected. A credential is told once, however often it was heard. */
async function searchHeard(
  path        ,
  { texts, leftOut }            ,
  context               ,
)                        {
  if (texts.length === 0) return { checks: [], secrets: [] }
  const passages = texts.map(({ where, text }) => ({ name: where, pieces: [{ text }] }));
  const found = await find(path, joinPassages(passages), context);
  const once = new Map(found.toReversed().map(secret => [`${secret.rule}\0${secret.fingerprint}`, secret]));
  return {
    checks: leftOut === 0 ? [] : [partlySearchedCheck(path, leftOut)],
    secrets: [...once.values()].toReversed(),
    searched: 'models',
  }
}

const unsearched = (path        , bytes        )               => ({
  checks: [unsearchedCheck(path, bytes, MAX_TEXT$1)],
  secrets: [],
});

async function find(path        , { text, placeOf }              , { findSecrets }               ) {
  const found = await findSecrets(path, text);
  return found.map(({ line, rule, fingerprint })              => ({ path, ...placeOf(line), rule, fingerprint }))
}

/** The formats whose loaders would take these bytes; one, of an honest file. */
function identify(source        )                    {
  const recognised = Object.values(formats).filter(format => format.recognise(source));
  return recognised.length > 0 ? recognised : [binary]
}

/** Identifies a file by its content and inspects it as everything that it can be taken for; `depth` containers are open around it. */
async function inspectFile(
  content                     ,
  given                   ,
  depth = 0,
)                         {
  const source = content instanceof Uint8Array ? memorySource(content) : content;
  const { depth: deepest } = given.limits ?? USUAL_LIMITS;
  const inside = (inner        , hear = given.hear) =>
    depth < deepest ? inspectFile(inner, { ...given, ...(hear && { hear }) }, depth + 1) : tooDeep(deepest);
  const context = { ...given, inside };
  const found = identify(source);
  const outer = new Set(found.map(({ within }) => within));
  const inspections               = [];
  for (const format of found) if (!outer.has(format.id)) inspections.push(await format.inspect(source, context));
  const format = found.map(({ id }) => id).join('+');
  const title = found.map(each => each.title).join(' and ');
  const [only] = inspections;
  return { format, title, inspection: only && inspections.length === 1 ? only : ambiguous(title, inspections) }
}

function ambiguous(title        , inspections                       )             {
  const failed = inspections.find(({ status }) => status === 'fail');
  const reason = `Expected one format but the bytes are ${title} at once, so what a loader makes of them depends on the loader`;
  if (failed) {
    const { soundApart: _, ...rest } = failed;
    return { ...rest, reason: `${failed.reason}; besides, the bytes are ${title} at once` }
  }
  return inconclusive(reason, 'Save it in one format, or keep it out of the scanned paths')
}

async function tooDeep(deepest        )                         {
  const inspection = inconclusive(
    `Expected at most ${deepest} archives or streams inside one another but found more`,
    'Unpack it, so that each file is scanned for itself, or raise security.max-depth',
  );
  return { format: 'unread', title: 'not read', inspection: { ...inspection, limit: 'depth' } }
}

const text = string().max(10_000);

const Location = object({
  physicalLocation: object({
    artifactLocation: object({ uri: string().min(1).max(4096) }),
    region: object({ startLine: int().positive() }).optional(),
  }),
});

const Result = object({
  ruleId: string().min(1).max(200),
  kind: string().optional(),
  level: _enum(['none', 'note', 'warning', 'error']).optional(),
  message: object({ text }),
  locations: array(Location).min(1).max(1000),
  suppressions: array(unknown()).optional(),
});
                                                

/** Who made a SARIF file. */
const SarifTools = object({
  version: literal$1('2.1.0'),
  runs: array(object({ tool: object({ driver: object({ name: string(), version: string().optional() }) }) }))
    .max(20),
});

/** What is read of a SARIF 2.1.0 file of a workflow linter's: no more than GitHub takes of runs, and 5 000 results each. */
const SarifReport = object({
  runs: array(object({ results: array(Result).max(5000) })).min(1),
});

/** Workflow linters whose reports are taken in, by the name they give themselves. */
const TOOLS = new Map([
  ['zizmor', 'zizmor'],
  ['actionlint', 'actionlint'],
  // What the template in actionlint's own documentation writes.
  ['GitHub Actions lint', 'actionlint'],
]);
/** Findings that a check lists; the result has more. */
const SHOWN$1 = 10;
const KEPT$2 = 1000;

                                                                                 

/** Whether a file may be a report of a linter, by its name. */
const isSarif = (path        )          => /\.sarif(?:\.json)?$/i.test(path);

/**
 * What zizmor or actionlint found, as findings of theirs: one check per rule and file, one that stands for a report without any.
 * Undefined for another tool's report. Results that are suppressed or no failure are left out, as the tool meant them.
 */
function importReport(path        , text        )                                {
  const value = parse(text);
  const made = SarifTools.safeParse(value);
  if (!made.success) return unreadable(path, 'SARIF 2.1.0')
  const names = made.data.runs.map(({ tool }) => TOOLS.get(tool.driver.name));
  const tool = names.find(name => name !== undefined);
  if (tool === undefined) return undefined
  const report = SarifReport.safeParse(value);
  if (!report.success || names.some(name => name !== tool)) return unreadable(path, `a SARIF report of ${tool} alone`)
  const results = report.data.runs.flatMap(run => run.results).filter(counts);
  const findings = results.map(result => findingOf(result, tool));
  const workflow = { path, tool, findings: findings.slice(0, KEPT$2).map(({ message: _, ...finding }) => finding) };
  if (findings.length === 0) return { checks: [nothingFound(path, tool)], workflow }
  const groups = Map.groupBy(findings, ({ rule, file }) => `${rule}\0${file}`);
  return { checks: [...groups.values()].map(group => importedCheck(path, tool, group)), workflow }
}

const counts = ({ kind = 'fail', level, suppressions = [] }             ) =>
  kind === 'fail' && level !== 'none' && suppressions.length === 0;

/** A result without a level is a warning (SARIF 2.1.0 §3.27.10), but actionlint's rules, which its template leaves to the defaults, are errors. */
function findingOf({ ruleId, level, message, locations }             , tool        )          {
  const error = level === undefined ? tool === 'actionlint' : level === 'error';
  const { artifactLocation, region } = locations[0]?.physicalLocation ?? { artifactLocation: { uri: '' } };
  return {
    rule: `${tool}/${printable(ruleId.replace(`${tool}/`, ''))}`.replaceAll('.', '-'),
    status: error ? 'fail' : 'warn',
    file: printable(artifactLocation.uri.replace(/^(?:\.\/)+/, '')) || 'unknown',
    line: region?.startLine ?? 1,
    found: printable(message.text),
    message: printable(message.text),
  }
}

function importedCheck(path        , tool        , group                    )        {
  const worst = group.find(({ status }) => status === 'fail') ?? group[0];
  const { rule = tool, file = path, line = 1, message = '' } = worst ?? {};
  const more = group.length > 1 ? ` and ${group.length - 1} more` : '';
  return {
    id: checkId(`workflow.${rule}`, file),
    title: `${rule} finds nothing in ${file}`,
    status: worst?.status ?? 'fail',
    measured: { value: group.length, unit: 'findings', method: rule },
    required: { comparator: '=', value: 0 },
    reason: `Expected no finding of ${rule} but ${path} has: ${message} (${file}:${line})${more}`,
    hint: `See what ${tool} says of ${rule.replace(`${tool}/`, '')}, mend it, and write its report again`,
    locations: group.slice(0, SHOWN$1).map(each => ({ file: each.file, line: each.line, note: each.found })),
  }
}

const nothingFound = (path        , tool        )        => ({
  id: checkId(`workflow.${tool}`, path),
  title: `${tool} finds nothing in the workflows`,
  status: 'pass',
  measured: { value: 0, unit: 'findings', method: tool },
  reason: `${path} holds a report of ${tool} without a finding`,
  locations: [{ file: path }],
});

const unreadable = (path        , expected        )                    => ({
  checks: [
    {
      id: checkId('workflow.report', path),
      title: `${path} can be read`,
      status: 'inconclusive',
      reason: `Expected ${path} to be ${expected}, of at most 20 runs and 5000 results each, but it is not`,
      hint: 'Write it again, e.g. with zizmor --format sarif, or keep it out of the scanned paths',
      locations: [{ file: path }],
    },
  ],
});

function parse(text        )          {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const Condition = union([string(), boolean()], 'Expected a condition');
const Environment = union([string(), object({ name: string() })], 'Expected a name, or a map with a name');
const Variables = record(string(), unknown());

const Step = object({
    id: string().optional(),
    name: string().optional(),
    uses: string().optional(),
    run: string().optional(),
    if: Condition.optional(),
    'continue-on-error': Condition.optional(),
    with: Variables.nullish(),
    env: unknown().optional(),
  })
  .refine(({ uses, run }) => (uses === undefined) !== (run === undefined), 'Expected a step with either uses or run');
                                       

const Permissions = union(
  [_enum(['read-all', 'write-all']), record(string(), string())],
  'Expected read-all, write-all or a map of permissions',
);

const Job = object({
    name: string().optional(),
    uses: string().optional(),
    secrets: unknown().optional(),
    permissions: Permissions.optional(),
    needs: union([string(), array(string())], 'Expected a job, or a list of jobs').optional(),
    if: Condition.optional(),
    'continue-on-error': Condition.optional(),
    environment: Environment.optional(),
    env: unknown().optional(),
    steps: array(Step).min(1).optional(),
  })
  .refine(
    ({ uses, steps }) => (uses === undefined) !== (steps === undefined),
    'Expected a job with either uses or steps',
  );
                                     

/** What the rules read of a GitHub Actions workflow (docs.github.com, Workflow syntax); whatever else stands in it is left alone. */
const WorkflowFile = object({
  name: string().optional(),
  on: union(
    [string(), array(string()).min(1), record(string(), unknown())],
    'Expected an event, or a list or a map of events',
  ),
  permissions: Permissions.optional(),
  env: unknown().optional(),
  jobs: record(string(), Job).refine(jobs => Object.keys(jobs).length > 0, 'Expected a map of at least one job'),
});

/** Characters of a workflow: more than the longest that programs write. */
const MAX_LENGTH = 512 * 1024;
/** What a parser may be asked to do: it needs quadratic time and more, or stack, for each of them. */
const MAX_NESTING = 100;
const MAX_ENTRIES$1 = 10_000;
const MAX_MARKED = 20;

/** A workflow file as the rules see it. Throws a `UserError` for what is none. */
function readWorkflow$1(path        , text        )           {
  if (text.length > MAX_LENGTH) throw refused(path, `at most ${MAX_LENGTH} characters but found ${text.length}`)
  const size = yamlSize(text);
  if (size.nesting > MAX_NESTING) throw refused(path, `nesting of at most ${MAX_NESTING} but found ${size.nesting}`)
  if (size.entries > MAX_ENTRIES$1) throw refused(path, `at most ${MAX_ENTRIES$1} entries but found ${size.entries}`)
  if (size.markedKeys > MAX_MARKED)
    throw refused(path, `at most ${MAX_MARKED} keys marked with ? but found ${size.markedKeys}`)
  const document = readYaml(path, text);
  const file = validate(WorkflowFile, document, 'workflow.invalid');
  const lines = text.split('\n');
  return {
    path,
    name: file.name ?? '',
    triggers: typeof file.on === 'string' ? [file.on] : Array.isArray(file.on) ? file.on : Object.keys(file.on),
    permissions: file.permissions,
    env: file.env,
    jobs: Object.entries(file.jobs).map(([id, job]) => placed(id, job)),
    lineOf(at, sought) {
      const line = document.place(at).line ?? 1;
      const found = sought === undefined ? -1 : lines.findIndex((each, i) => i >= line - 1 && each.includes(sought));
      return found === -1 ? line : found + 1
    },
  }
}

function placed(id        , { steps = [], needs = [], ...job }     )            {
  const at = ['jobs', id];
  return {
    ...job,
    id,
    at,
    needs: typeof needs === 'string' ? [needs] : needs,
    steps: steps.map((step, i) => ({ ...step, at: [...at, 'steps', i] })),
  }
}

const refused = (path        , why        ) =>
  new UserError('workflow.bounds', `Expected ${path} to be a workflow with ${why}`, {
    file: path,
    hint: 'Split it, or keep it out of the scanned paths',
  });

const RULES                          = Object.values(rules);

/** Findings that a check lists; the result has more. */
const SHOWN = 10;
/** Findings of one rule in one file that the result lists. */
const KEPT$1 = 100;
/** Characters of a parser's message that are shown: it may repeat the file. */
const MAX_REASON = 300;

/** What the rules make of one file. */
                                    
                                   
                                                 
                                     
 

/** Whether GitHub would run the file at this path as a workflow. */
const isWorkflow = (path        )          => /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/.test(path);

/** One check per rule that a workflow breaks; one that stands for them all where it breaks none, or is no workflow. */
function inspectWorkflow(path        , text        )                    {
  try {
    const read = readWorkflow$1(path, text);
    const broken = RULES.flatMap(rule => {
      const findings = rule.find(read).toSorted((a, b) => a.line - b.line);
      return findings.length > 0 ? [{ rule, findings }] : []
    });
    const workflow = {
      path,
      tool: 'proofmark',
      findings: broken.flatMap(({ rule, findings }) =>
        findings.slice(0, KEPT$1).map(({ kind, line, found }) => ({
          rule: rule.id,
          status: statusOf(rule, kind),
          file: path,
          line,
          found: printable(found),
        })),
      ),
    };
    if (broken.length === 0) return { checks: [harmless(path)], workflow }
    return { checks: broken.map(({ rule, findings }) => ruleCheck(path, rule, findings)), workflow }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { checks: [unreadCheck(path, error)] }
  }
}

/** A file that should be read here and is too long, or no text. */
const unreadWorkflow = (path        )                    => ({
  checks: [
    unreadCheck(
      path,
      new UserError('workflow.bounds', `Expected ${path} to be UTF-8 text of a fit length but it is not`, {
        hint: 'Split it, or keep it out of the scanned paths',
      }),
    ),
  ],
});

function ruleCheck(path        , rule              , findings                            )        {
  const worst = findings.find(({ kind }) => statusOf(rule, kind) === 'fail') ?? findings[0];
  const more = findings.length > 1 ? ` and ${findings.length - 1} more` : '';
  return {
    id: checkId(`workflow.${rule.id}`, path),
    title: `${rule.title} (${path})`,
    status: findings.some(({ kind }) => statusOf(rule, kind) === 'fail') ? 'fail' : 'warn',
    measured: { value: findings.length, unit: 'findings', method: rule.id },
    required: { comparator: '=', value: 0 },
    reason: `Expected ${rule.expected} but found ${printable(worst?.found ?? '')} (${path}:${worst?.line})${more}: ${rule.severities[worst?.kind ?? '']?.why}`,
    ...(worst ? { hint: worst.fix } : {}),
    locations: findings.slice(0, SHOWN).map(({ line, found }) => ({ file: path, line, note: printable(found) })),
  }
}

const statusOf = (rule              , kind        ) => rule.severities[kind]?.status ?? 'fail';

const harmless = (path        )        => ({
  id: checkId('workflow', path),
  title: `${path} leaves no way around the gate`,
  status: 'pass',
  measured: { value: 0, unit: 'findings', n: RULES.length },
  reason: `None of ${RULES.length} rules finds anything in ${path}`,
  locations: [{ file: path }],
});

const unreadCheck = (path        , { message, hint, line }           )        => ({
  id: checkId('workflow', path),
  title: `${path} leaves no way around the gate`,
  status: 'inconclusive',
  reason: shortened(message.split('\n', 1)[0] ?? message),
  hint: hint ?? 'See docs.github.com, Workflow syntax for GitHub Actions',
  locations: [{ file: path, ...(line === undefined ? {} : { line }) }],
});

const shortened = (text        ) =>
  text.length > MAX_REASON ? `${text.slice(0, MAX_REASON)}… (${text.length} characters)` : text;

/** What a file says about workflows: one itself, or a linter's report on some. Undefined for every other file; without `text` it was too long or no text. */
function inspectWorkflowFile(path        , text                    )                                {
  if (!isWorkflow(path) && !isSarif(path)) return undefined
  if (text === undefined) return unreadWorkflow(path)
  return isWorkflow(path) ? inspectWorkflow(path, text) : importReport(path, text)
}

/** Longest workflow that is read, in bytes. */
const MAX_TEXT = 5 * 1024 * 1024;
/** Longest lock file or report on dependencies that is read, in bytes. */
const MAX_DEPENDENCIES = 32 * 1024 * 1024;

/** What a scan of a file may ask of the outside. */
                                                                        

/** Everything that the content of one file says: plain values, but for faults. */
                                 
                                   
                                                     
                                   
                                          
                                                              
                                        
                                     
                                        
 

/** Reads one file for all that a scan asks of it. The path names it in messages, and says of text what it is. */
async function scanContent(path        , source        , context             )                          {
  const { hear, heard } = hearTexts();
  const inspected = await inspectFile(source, { ...context, name: path, hear });
  const isText = inspected.format.split('+').includes('text');
  const workflow = isText ? readWorkflow(path, source) : undefined;
  const told = await (isText
    ? searchText(path, source, context)
    : searchMetadata(path, inspected.format, source, context));
  const { checks, ...searched } = joined(told, await searchHeard(path, heard(), context));
  const dependencies = source.size > 0 ? dependenciesIn(path, isText ? source : undefined) : undefined;
  return {
    inspected,
    checks: [...(workflow?.checks ?? []), ...checks],
    ...searched,
    ...(workflow?.workflow && { workflow: workflow.workflow }),
    ...(dependencies && { dependencies }),
  }
}

/** What two searches of one file gave, each credential once. */
function joined(first              , second              )               {
  const known = new Set(first.secrets.map(({ fingerprint }) => fingerprint));
  const searched = first.searched ?? second.searched;
  return {
    checks: first.checks.length > 0 ? first.checks : second.checks,
    secrets: [...first.secrets, ...second.secrets.filter(({ fingerprint }) => !known.has(fingerprint))],
    ...(searched && { searched }),
  }
}

/** What a file says about dependencies; one that should, by its name, and is no text of a fit length, is a fault. */
function dependenciesIn(path        , source                    )                             {
  const text = source && source.size <= MAX_DEPENDENCIES ? decodeStrictly(wholeOf(source)) : undefined;
  return text === undefined ? unreadDependencyFile(path, MAX_DEPENDENCIES) : readDependencyFile(path, text)
}

function readWorkflow(path        , source        ) {
  const text = source.size > MAX_TEXT ? undefined : decodeStrictly(wholeOf(source));
  return inspectWorkflowFile(path, text?.replace(/^\uFEFF/, ''))
}

/** Files in one archive, bytes that one file and that all of them may have: several times what OSV's largest archive holds. */
const MAX_ENTRIES = 2_000_000;
const MAX_ENTRY = 64 * 1024 * 1024;
const MAX_TOTAL = 8 * 1024 * 1024 * 1024;

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** The files of a zip archive, zip64 too (PKWARE APPNOTE 6.3.10, 4.3). Throws a `UserError` for what is damaged, encrypted or out of bounds. */
function zipEntries(archive            )             {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const { entries, offset, end } = within(() => directoryOf(bytes));
  if (entries > MAX_ENTRIES) throw broken(`${entries} files`)
  const found             = [];
  let at = offset;
  let total = 0;
  for (let i = 0; i < entries; i++) {
    const entry = within(() => centralEntry(bytes, at));
    total += entry.size;
    if (entry.size > MAX_ENTRY || total > MAX_TOTAL) throw broken(`files larger than an archive of OSV holds`)
    found.push({ name: entry.name, content: () => within(() => contentOf(bytes, entry)) });
    at = entry.next;
  }
  if (at !== end) throw broken('a damaged directory')
  return found
}

                   
                       
                         
                        
                      
                         
                       
                         
                       
 

function directoryOf(bytes        )                                                   {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (bytes.readUInt32LE(at) !== END) continue
    if (at < 20 || bytes.readUInt32LE(at - 20) !== LOCATOR_64)
      return { entries: bytes.readUInt16LE(at + 10), offset: bytes.readUInt32LE(at + 16), end: at }
    const end = integer(bytes, at - 12);
    if (bytes.readUInt32LE(end) !== END_64) throw broken('a damaged directory')
    return { entries: integer(bytes, end + 32), offset: integer(bytes, end + 48), end }
  }
  throw broken('no directory at its end')
}

function centralEntry(bytes        , at        )          {
  if (bytes.readUInt32LE(at) !== CENTRAL) throw broken('a damaged directory')
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const [size, packed, offset] = widened(bytes.subarray(nameEnd, extraEnd), [
    bytes.readUInt32LE(at + 24),
    bytes.readUInt32LE(at + 20),
    bytes.readUInt32LE(at + 42),
  ]);
  return {
    name: bytes.toString('utf8', at + 46, nameEnd),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    size,
    packed,
    offset,
    next: extraEnd + bytes.readUInt16LE(at + 32),
  }
}

/** Numbers too large for 32 bits stand in the extra field 1, in this order, only those that are (4.5.3). */
function widened(extra        , sizes                          )                           {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let field = at + 4;
    const wide = (value        ) => {
      if (value !== 0xffffffff) return value
      field += 8;
      return integer(extra, field - 8)
    };
    return [wide(sizes[0]), wide(sizes[1]), wide(sizes[2])]
  }
  return sizes
}

function contentOf(bytes        , { name, flags, method, crc, packed, size, offset }         )             {
  if (bytes.readUInt32LE(offset) !== LOCAL || (flags & 1) !== 0) throw broken(`a damaged or encrypted '${name}'`)
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(start, start + packed);
  const content =
    method === DEFLATED && size > 0
      ? inflateRawSync(data, { maxOutputLength: size })
      : method === STORED || size === 0
        ? data.subarray(0, size)
        : undefined;
  if (content?.length !== size || crc32$1(content) !== crc) throw broken(`a damaged '${name}'`)
  return content
}

/** Eight bytes, as far as a number holds them. */
function integer(bytes        , at        )         {
  const value = bytes.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw broken('a damaged directory')
  return Number(value)
}

/** What reads past the end or does not inflate is damaged. */
function within   (read         )    {
  try {
    return read()
  } catch (cause) {
    throw cause instanceof UserError ? cause : broken('a damaged part', cause)
  }
}

const broken = (found        , cause          ) =>
  new UserError('osv.archive', `Expected a zip archive of OSV but found ${found}`, {
    hint: 'Download the all.zip of the ecosystem again from OSV',
    cause,
  });

/** Matches packages against an archive of OSV's (`all.zip`, one JSON file per advisory) as its server would. */
function fromArchive(archive            , packages                           )                 {
  const asked = new Set(packages.map(({ ecosystem, name }) => key(ecosystem, name)));
  const byPackage = new Map                     ();
  const ecosystems = new Set        ();
  let newest;                    
  for (const record of recordsOf(archive)) {
    newest = newer(newest, record.modified);
    for (const { ecosystem, name } of packagesOf(record)) {
      ecosystems.add(ecosystem);
      const about = key(ecosystem, name);
      if (!asked.has(about)) continue
      const known = byPackage.get(about);
      if (known) known.push(record);
      else byPackage.set(about, [record]);
    }
  }
  const affecting = (each                ) =>
    (byPackage.get(key(each.ecosystem, each.name)) ?? []).filter(record => affects(record, each));
  return { ecosystems: [...ecosystems], records: packages.map(affecting), ...(newest === undefined ? {} : { newest }) }
}

/** The later of two times as OSV writes them (RFC 3339, UTC); what is no such time is passed over. */
function newer(before                    , modified                           )                     {
  if (!modified || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(modified)) return before
  return before === undefined || Date.parse(modified) > Date.parse(before) ? modified : before
}

const key = (ecosystem        , name        ) => `${ecosystem} ${ecosystem === 'PyPI' ? packageName(name) : name}`;

/** Each package an advisory is about, once. */
function packagesOf({ affected }           )                                        {
  const packages = new Map                                             ();
  for (const { package: about } of affected ?? []) if (about) packages.set(key(about.ecosystem, about.name), about);
  return [...packages.values()]
}

/** One at a time: an ecosystem's advisories together are larger than what should be held. */
function* recordsOf(archive            )                       {
  for (const { name, content } of zipEntries(archive)) {
    const found = OsvRecord.safeParse(parsed(name, content()));
    if (!found.success) throw noRecord(name)
    yield found.data;
  }
}

function parsed(name        , content            )          {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch (cause) {
    throw noRecord(name, cause)
  }
}

const noRecord = (name        , cause          ) =>
  new UserError(
    'osv.archive',
    `Expected '${name.slice(0, 80)}' in the archive to be an advisory of OSV but it is none`,
    {
      hint: 'Download the all.zip of the ecosystem again from OSV',
      cause,
    },
  );

/** Looks for credentials in text; never returns one. */
                          
                                                            
 

const PREFIX = '@secretlint/secretlint-rule-';
/** A file that is judged does not get to say which of its lines are judged. */
const LEFT_OUT = [`${PREFIX}filter-comments`];
const OPTIONS                                   = { [`${PREFIX}aws`]: { enableIDScanRule: true } };

/** Secretlint with its recommended rules; loaded when first asked. What it finds leaves here as a fingerprint only. */
function secretlint()          {
  return {
    async find(path, text) {
      const [{ lintSource }, preset] = await Promise.all([
        import('./chunks/secretlint.js').then(function (n) { return n.i; }),
        import('./chunks/secretlint.js').then(function (n) { return n.a; }),
      ]);
      const rules = preset.rules
        .filter(rule => !LEFT_OUT.includes(rule.meta.id))
        .map(rule => ({ id: rule.meta.id, rule, options: OPTIONS[rule.meta.id] ?? {} }));
      const { messages } = await lintSource({
        source: { content: text, filePath: path, ext: extname(path), contentType: 'text' },
        options: { config: { rules }, noPhysicFilePath: true },
      });
      return messages.map(({ ruleId, messageId, range: [start, end], loc })                => {
        const rule = `${ruleId.replace(PREFIX, '')}/${messageId}`;
        return { rule, line: loc.start.line, fingerprint: fingerprint(rule, text.slice(start, end)) }
      })
    },
  }
}

/** Some rules take a quote after the value with it. */
const fingerprint = (rule        , value        ) =>
  createHash('sha256')
    .update(`${rule}\n${value.replace(/["'`]+$/, '')}`)
    .digest('hex')
    .slice(0, 16);

/** Pages that are kept: reading goes on in several places of a file in turn. */
const KEPT = 8;

                              
                       
                                                                          
                                          
                                                                             
                       
                        
 

/** Content that is read from somewhere by pages. */
function pagedSource({ size, read, page, piece }             )         {
  const pages           = [];
  let last = windowOf(new Uint8Array(), 0);

  function load(start        , end        )         {
    const bytes = new Uint8Array(Math.max(0, end - start));
    if (bytes.length > 0) read(bytes, start);
    return windowOf(bytes, start)
  }

  return {
    size,
    window(at, length) {
      const end = Math.min(size, at + length);
      const holds = ({ start, bytes }        ) => start <= at && end <= start + bytes.length;
      if (holds(last)) return last
      const first = at - (at % page);
      const known = pages.find(holds);
      last = known ?? load(Math.min(first, size), Math.min(size, Math.max(end, first + page)));
      // A stretch longer than a page is not kept: there is no knowing how long it is.
      if (known === undefined && last.bytes.length <= page) pages.unshift(last);
      if (pages.length > KEPT) pages.pop();
      return last
    },
    each(start, end, take) {
      const until = Math.min(end, size);
      const buffer = new Uint8Array(Math.max(0, Math.min(piece, until - start)));
      for (let at = start; at < until; at += buffer.length) {
        const bytes = buffer.subarray(0, Math.min(buffer.length, until - at));
        read(bytes, at);
        if (take(bytes) === false) return
      }
    },
  }
}

/** Bytes of a file that is read at once; a larger one is read by pages. */
const SMALL = 16 * 1024 * 1024;
const PAGE = 64 * 1024;
const PIECE = 1024 * 1024;
/** Bytes that one call of the system is asked for. */
const MOST = 1024 * 1024 * 1024;

                             
                         
                                                                                
                                     
                                                              
                        
                                                                      
                       
               
 

/** Opens a file for a scan. */
function openSource(absolute        )             {
  const file = openSync(absolute, 'r');
  const stat = () => fileState(fstatSync(file, { bigint: true }));
  const state = stat();
  const { size } = fstatSync(file);
  const rest = { state, hasChanged: () => stat() !== state, close: () => closeSync(file) };
  if (size > SMALL) {
    const read = (into            , at        ) => readAll(file, into, at);
    return { source: pagedSource({ size, read, page: PAGE, piece: PIECE }), sha256: undefined, ...rest }
  }
  const bytes = new Uint8Array(size);
  readAll(file, bytes, 0);
  return { source: memorySource(bytes), sha256: createHash('sha256').update(bytes).digest('hex'), ...rest }
}

/** Fills `into`; a file that has become shorter meanwhile is an error. */
function readAll(file        , into            , at        )       {
  for (let filled = 0; filled < into.length; ) {
    const count = readSync(file, into, filled, Math.min(into.length - filled, MOST), at + filled);
    if (count === 0) throw new Error('the file became shorter while it was read')
    filled += count;
  }
}

const { find: findSecrets } = secretlint();
const hash = (content                     ) => createHash('sha256').update(content).digest('hex');
/** Settles when the message is on its way, whatever ends the process after that. */
const send = (message             ) =>
  new Promise      (resolve => process.send?.(message, undefined, undefined, () => resolve()));
const tell = (job        , told      ) => send({ job, told });
/** Takes the answer to what was asked last, and about which job. */
let waiting;                                                                              
let last = Promise.resolve();

async function scan({ path, absolute }               , { job, limits }       )                {
  const { source, sha256, state, hasChanged, close } = openSource(absolute);
  try {
    const sizeBeside = (location        ) =>
      new Promise                    (answer => {
        waiting = { job, answer };
        tell(job, { sizeBeside: location });
      });
    const scanned = packContent(
      await scanContent(path, source, { ...nodeCodecs(limits), findSecrets, sha256: hash, sizeBeside }),
    );
    return { scanned, sha256, state, changed: hasChanged() }
  } finally {
    close();
  }
}

function readDependencies({ path, text, as }                       )       {
  const file = as === 'included' ? readIncluded(path, text) : readDependencyFile(path, text);
  return { dependencies: file && packDependencies(file) }
}

function matchAdvisories({ absolute, packages }                     )       {
  const archive = readFileSync(absolute);
  return { advisories: fromArchive(archive, packages), sha256: hash(archive) }
}

function done(asked       )                       {
  const { task } = asked;
  switch (task.what) {
    case 'scan':
      return scan(task, asked)
    case 'dependencies':
      return readDependencies(task)
    case 'advisories':
      return matchAdvisories(task)
  }
}

async function work(asked       )                {
  const { job } = asked;
  try {
    await tell(job, await done(asked));
  } catch (error) {
    if (error instanceof UserError) await tell(job, { refused: packFault(error) });
    else await tell(job, { threw: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
}

process.on('message', (message           ) => {
  if ('task' in message) last = last.then(() => work(message));
  else if (message.job === waiting?.job) waiting.answer(message.size);
});
// Whoever asked is gone.
process.on('disconnect', () => process.exit());
send('ready');

export { bombFault as b };
