import { s as startJob } from './table-job.js';
import { t as textColumn, B as BEYOND, s as startKernel } from './text-column.js';
import { h as hashTexts } from './hash-texts.js';
import { isAscii, isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { U as UserError } from './user-error.js';
import { s as systemCode, f as fileError } from './file-error.js';
import { o as object, e as array, c as _instanceof, g as bigint, b as boolean } from './schemas2.js';
import { brotliDecompressSync, zstdDecompressSync, gunzipSync } from 'node:zlib';

/** Reads a column's cells a batch at a time, group after group. */
                                      
                                      
                          
                                                                             
                                    
                                       
                      
 

/** Most rows of a batch. */
const BATCH = 4096;

const NONE$1        = {
  empty: new Uint8Array(0),
  text: () => '',
  values: () => new Float64Array(0),
  codes: undefined,
  hashes: { a: new Uint32Array(0), b: new Uint32Array(0), c: new Uint32Array(0) },
};

/** Indices of the columns that a job looks at: it is given no rows, and what it asks of them is noted. */
function columnsAsked(job          , header                   )                      {
  const asked = new Set        ();
  startJob(job, header).add({
    rows: 0,
    places: new Float64Array(0),
    cells(index) {
      asked.add(index);
      return NONE$1
    },
  });
  return asked
}

/** Consecutive rows of some columns. */
                             
                                             
                        
                       
                                                            
                                  
 

/** The rows of a group, a batch at a time. */
async function* groupBatches(
  { groups, refusing }             ,
  readers                                 ,
  group        ,
)                             {
  const { first, rows } = groups[group] ?? { first: 0, rows: 0 };
  for (const reader of readers) reader.open(group);
  for (let from = 0; from < rows; from += BATCH) {
    const count = Math.min(BATCH, rows - from);
    const cells          = [];
    await refusing(async () => {
      for (const reader of readers) cells.push(await reader.next(count));
    });
    yield { first: first + from + 1, rows: count, cells };
  }
  await refusing(async () => {
    for (const reader of readers) await reader.end();
  });
}

const dateOf = (time        , unit        )       => new Date(Number(time / unit) - (time % unit < 0n ? 1 : 0));

/** Parsers for hyparquet of times of a part of a millisecond: rounded down, before 1970 as well, as a text of a time is whose last digits are cut off. */
const TIMES_ROUNDED_DOWN = {
  timestampFromMicroseconds: (micros        ) => dateOf(micros, 1000n),
  timestampFromNanoseconds: (nanos        ) => dateOf(nanos, 1_000_000n),
};

/** Converts the values of a column as hyparquet does, but for times, which are rounded down. */
async function convertValues(path              )                   {
  const { convert, DEFAULT_PARSERS } = await import('./parquet.js').then(function (n) { return n.c; });
  const element = path.at(-1)?.element;
  if (!element?.type) throw new Error('a column is not in the schema')
  const decoder = {
    ...{ pathInSchema: [element.name], type: element.type, codec: 'UNCOMPRESSED'          },
    ...{ element, schemaPath: path, compressors: {}, parsers: { ...DEFAULT_PARSERS, ...TIMES_ROUNDED_DOWN } },
  };
  return stored => convert(element.type === 'INT96' ? longs(stored) : raw(stored), decoder)
}

/** Values as hyparquet's decoder gives them, but with memory of their own. */
function raw(stored              ) {
  if (stored.is === 'numbers') return stored.numbers
  const { bytes, starts, ends, length } = stored;
  return Array.from({ length }, (_, i) => bytes.slice(starts[i], ends[i]))
}

/** Whole numbers of 96 bits. */
function longs(stored              )           {
  if (stored.is === 'numbers') return []
  const view = new DataView(stored.bytes.buffer, stored.bytes.byteOffset, stored.bytes.byteLength);
  return Array.from(
    stored.starts,
    start => (BigInt(view.getInt32(start + 8, true)) << 64n) | view.getBigInt64(start, true),
  )
}

const TEXTS                                  = new Set([undefined, 'UTF8', 'ENUM']);
const NO_TEXTS                                  = new Set(['GEOMETRY', 'GEOGRAPHY', 'UUID', 'VARIANT', 'DECIMAL']);

/** Whether a column's values are texts, or bytes that are read as such. */
const isText = ({ type, converted_type, logical_type }               )          =>
  type === 'BYTE_ARRAY' && TEXTS.has(converted_type) && !NO_TEXTS.has(logical_type?.type);

/** Different values of a column that are told apart by numbers, and rows after which many of them are too many. */
const MAX_CODES = 1024;
const TRIAL = 512;

                                
                                                                                                                            
                                                                                                     
 

/** Numbers the texts of a column from batch to batch, until they are many, by keys that are the same only where the texts are; 0 is the empty one. */
function numberedTexts()                {
  const texts = [''];
  const numbers = new Map                 ([['', 0]]);
  let room = new Uint32Array(0);
  let asked = 0;
  let isFull = false;
  return {
    code(rows, keyOf, textOf) {
      if (isFull) return undefined
      if (room.length < rows) room = new Uint32Array(rows);
      const of = room.subarray(0, rows);
      for (let row = 0; row < rows && !isFull; row++) {
        const key = keyOf(row);
        let number = numbers.get(key);
        if (number === undefined) {
          number = texts.push(textOf(row)) - 1;
          numbers.set(key, number);
          isFull = number >= MAX_CODES || (asked + row < TRIAL && number > TRIAL / 2);
        }
        of[row] = number;
      }
      asked += rows;
      return isFull ? undefined : { of, texts }
    },
  }
}

/** A cell's value as `columnText` writes it. */
                                                           

/** Whole numbers up to here, and no further, are written without an exponent and read again as they were. */
const MAX_WHOLE = 1e15;
/** Years of four digits. */
const FIRST_TIME = Date.parse('0000-01-01T00:00:00Z');
const LAST_TIME$1 = Date.parse('9999-12-31T23:59:59.999Z');

/** What a reader of the form reads of a number's text, where that is the number itself. */
function numberOf(
  is                  ,
  number        ,
  isDate         ,
  form                        ,
)                     {
  if (is === 'time') {
    // Times are written with their offset, Z, and days without.
    const isRead = isDate ? form?.is === 'day' && form.zoned !== true : form?.is === 'time' && form.zoned !== false;
    return isRead && number >= FIRST_TIME && number <= LAST_TIME$1 ? number : undefined
  }
  if (is === 'number' && form?.is === 'decimal' && Number.isFinite(number)) return number + 0
  const isSmall = Number.isInteger(number) && Math.abs(number) <= MAX_WHOLE;
  return isSmall && (form?.is === 'decimal' || form?.is === 'whole') ? number + 0 : undefined
}

/** Cells of values of any kind; null and undefined are none. */
function valueCells(
  { text: written, isDate }                                        ,
  values                    ,
  numbered               ,
)        {
  const rows = values.length;
  const read = new Map                      ();
  let hashes;                    
  let coded;                                                   
  const text = (row        ) => written(values[row]);
  return {
    empty: Uint8Array.from({ length: rows }, (_, row) => (isEmpty(values[row]) ? 1 : 0)),
    text,
    values(reader) {
      const numbers = read.get(reader) ?? Float64Array.from({ length: rows }, (_, row) => valueAt(row, reader));
      read.set(reader, numbers);
      return numbers
    },
    get codes() {
      coded ??= { codes: numbered.code(rows, keyAt, text) };
      return coded.codes
    },
    get hashes() {
      hashes ??= hashTexts(rows, text);
      return hashes
    },
  }

  function keyAt(row        )          {
    const value = values[row];
    return typeof value === 'object' ? written(value) : (value ?? '')
  }

  function valueAt(row        , reader        )         {
    const value = values[row];
    if (isEmpty(value)) return Number.NaN
    return knownNumber(value, isDate, reader) ?? reader.read(written(value))
  }
}

const isEmpty = (value         )          =>
  value === null || value === undefined || value === '' || (value instanceof Uint8Array && value.length === 0);

function knownNumber(value         , isDate         , { form }        )                     {
  if (value instanceof Date) return numberOf('time', value.getTime(), isDate, form)
  if (typeof value === 'number') return numberOf('number', value, isDate, form)
  return typeof value === 'bigint' ? numberOf('whole', Number(value), isDate, form) : undefined
}

/** Reads a nested column, whose values of a group are all read at once. */
function nestedReader(column               )                                                  {
  const numbered = numberedTexts();
  let read;                                                 
  let values;                                
  let at = 0;
  return {
    open(pages) {
      read = pages;
      values = undefined;
      at = 0;
    },
    async end() {
      values = undefined;
    },
    async next(rows) {
      values ??= await read?.();
      const all            = Array.prototype.slice.call(values ?? [], at, at + rows);
      at += rows;
      return valueCells(column, all, numbered)
    },
  }
}

/** A column of numbers, of which each value is one double or a whole number of 64 bits. */
                             
                                                                                                       
                                                      
                                                                                                               
                                                               
 

                              
                                     
                                                                  
                                                           
 

/** How a column's values are numbers, as `convertValues` has them; undefined where they are not. */
function numberForm(element               )                         {
  const { type, converted_type, logical_type, scale = 0 } = element;
  if (type === 'BOOLEAN') return { is: 'boolean', read: asStored }
  if (type === 'FLOAT' || type === 'DOUBLE') return converted_type ? undefined : { is: 'number', read: asStored }
  if (type !== 'INT32' && type !== 'INT64') return undefined
  if (converted_type === 'DECIMAL') return { is: 'number', read: (stored, into) => scaled(stored, 10 ** scale, into) }
  if (type === 'INT32') {
    if (converted_type === 'DATE') return { is: 'time', read: days }
    if (converted_type?.startsWith('TIMESTAMP') || logical_type?.type === 'TIMESTAMP') return undefined
    const isUnsigned =
      converted_type === 'UINT_32' ||
      (logical_type?.type === 'INTEGER' && logical_type.bitWidth === 32 && !logical_type.isSigned);
    return { is: 'number', read: isUnsigned ? unsigned : asStored }
  }
  if (converted_type === 'DATE') return undefined
  const unit = unitOf(element);
  if (unit !== undefined) return { is: 'time', read: (stored, into) => times(stored, unit, into) }
  const isUnsigned =
    converted_type === 'UINT_64' ||
    (logical_type?.type === 'INTEGER' && logical_type.bitWidth === 64 && !logical_type.isSigned);
  return { is: 'whole', read: (stored, into) => wholes(stored, isUnsigned, into) }
}

/** Units of a time in a millisecond; undefined where it is none. */
function unitOf({ converted_type, logical_type }               )                     {
  if (converted_type === 'TIMESTAMP_MILLIS') return 1
  if (converted_type === 'TIMESTAMP_MICROS') return 1000
  if (converted_type || logical_type?.type !== 'TIMESTAMP') return undefined
  return logical_type.unit === 'NANOS' ? 1_000_000 : logical_type.unit === 'MICROS' ? 1000 : 1
}

                                             

const none$1              = { numbers: new Float64Array(0), wide: undefined };

const is64 = (numbers               )                     =>
  numbers instanceof BigInt64Array || numbers instanceof BigUint64Array;

const memoryFor = (length        , into                          )               =>
  into ? into.subarray(0, length) : new Float64Array(length);

const asStored = (numbers               )              => (is64(numbers) ? none$1 : { numbers, wide: undefined });

const unsigned = (numbers               )              =>
  numbers instanceof Int32Array
    ? { numbers: new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length), wide: undefined }
    : none$1;

function scaled(numbers               , factor        , into                          )              {
  const { numbers: whole } = is64(numbers) ? wholes(numbers, false, into) : asStored(numbers);
  const decimals = memoryFor(whole.length, into);
  for (let i = 0; i < decimals.length; i++) decimals[i] = (whole[i] ?? Number.NaN) / factor;
  return { numbers: decimals, wide: undefined }
}

function days(numbers               , into                          )              {
  const { numbers: all } = asStored(numbers);
  const times = memoryFor(all.length, into);
  for (let i = 0; i < times.length; i++) times[i] = (all[i] ?? Number.NaN) * 86_400_000;
  return { numbers: times, wide: undefined }
}

const WORD = 2 ** 32;

/** Whole numbers as the doubles nearest to them. */
function wholes(numbers               , isUnsigned         , into                          )              {
  if (!is64(numbers)) return none$1
  const { buffer, byteOffset, length } = numbers;
  const words = new Uint32Array(buffer, byteOffset, 2 * length);
  const doubles = memoryFor(length, into);
  let isWide = false;
  for (let i = 0; i < length; i++) {
    const high = words[2 * i + 1] ?? 0;
    const value = (isUnsigned ? high : high | 0) * WORD + (words[2 * i] ?? 0);
    doubles[i] = value;
    isWide ||= !Number.isSafeInteger(value);
  }
  const wide = isUnsigned ? new BigUint64Array(buffer, byteOffset, length) : numbers;
  return { numbers: doubles, wide: isWide ? wide : undefined }
}

/** Times in milliseconds, rounded down, as a text of a time is read whose fraction is cut off. NaN where no calendar has them. */
function times(numbers               , unit        , into                          )              {
  if (!is64(numbers)) return none$1
  const words = new Int32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length);
  // The high word's share of the quotient and of what is left, none of which is rounded.
  const [share, left] = [Math.floor(WORD / unit), WORD % unit];
  const doubles = memoryFor(numbers.length, into);
  for (let i = 0; i < doubles.length; i++) {
    const high = words[2 * i + 1] ?? 0;
    const rest = high * left + ((words[2 * i] ?? 0) >>> 0);
    const time = high * share + Math.floor(rest / unit);
    doubles[i] = Math.abs(time) <= LAST_TIME ? time : Number.NaN;
  }
  return { numbers: doubles, wide: undefined }
}

/** Milliseconds that a `Date` may hold, either way. */
const LAST_TIME = 8.64e15;

/** Takes rows of a page, from one to before another: `value` is the index of the first that has one, among those that have, and `at` the row's among all that are taken. */
                                                                                                    

/** Goes through the pages of a column a stretch of rows at a time, and holds one. */
                             
                                                   
                                                                                           
                      
 

function pageCursor(pages                         )             {
  const coming = pages[Symbol.asyncIterator]();
  let page;                      
  let [row, value] = [0, 0];
  return {
    async take(rows, each) {
      for (let at = 0; at < rows; ) {
        if (!page || row === page.rows) {
          const next = await coming.next();
          if (next.done) throw new Error(`a column ends ${rows - at} rows too early`)
          page = next.value
          ;[row, value] = [0, 0];
          continue
        }
        const to = Math.min(page.rows, row + rows - at);
        each(page, row, to, value, at);
        value += page.present ? filledIn(page.present, row, to) : to - row;
        at += to - row;
        row = to;
      }
    },
    async end() {
      page = undefined;
      const next = await coming.next();
      if (!next.done) throw new Error('a column goes on after its last row')
    },
  }
}

function filledIn(present            , from        , to        )         {
  let count = 0;
  for (let row = from; row < to; row++) count += present[row] ?? 0;
  return count
}

/** Reads a column of numbers, of which none becomes an object before somebody asks for its text. */
function numberReader(
  { text: written, isDate }                                        ,
  form            ,
)                                        {
  const numbers = new Float64Array(BATCH);
  const doubles = new Float64Array(BATCH);
  const empty = new Uint8Array(BATCH);
  const wide = form.is === 'whole' ? new BigInt64Array(BATCH) : undefined;
  const numbered = numberedTexts();
  const memory = new Map                      ();
  let isWide = false;
  let cursor;                        
  let dictionary;                                                                           
  return {
    open(pages) {
      cursor = pageCursor(pages);
    },
    async end() {
      await cursor?.end();
      dictionary = undefined;
    },
    async next(rows) {
      isWide = false;
      await cursor?.take(rows, fill);
      return cellsOf(rows)
    },
  }

  function fill({ present, ids, values }          , from        , to        , first        , start        )       {
    if (values.is !== 'numbers') throw new Error('a column of numbers holds bytes')
    if (ids && dictionary?.stored !== values) dictionary = { stored: values, read: form.read(values.numbers) };
    const own = ids ? undefined : form.read(values.numbers.subarray(first, first + to - from), doubles);
    const { numbers: all, wide: allWide } = own ?? dictionary?.read ?? { numbers: [], wide: undefined };
    isWide ||= allWide !== undefined;
    let value = 0;
    for (let row = from, at = start; row < to; row++, at++) {
      if (present && present[row] !== 1) {
        empty[at] = 1;
        numbers[at] = Number.NaN;
        continue
      }
      const i = ids ? (ids[first + value] ?? 0) : value;
      value += 1;
      empty[at] = 0;
      numbers[at] = all[i] ?? Number.NaN;
      if (wide && allWide) wide[at] = allWide[i] ?? 0n;
    }
  }

  function valueAt(row        )        {
    const number = numbers[row] ?? Number.NaN;
    if (empty[row] === 1) return null
    if (form.is === 'boolean') return number === 1
    if (form.is === 'time') return new Date(number)
    // What a double does not hold is in 64 bits.
    if (isWide && wide && !Number.isSafeInteger(number)) return wideAt(row, number)
    return number
  }

  function wideAt(row        , number        )         {
    const value = wide?.[row] ?? 0n;
    return number > 0 ? BigInt.asUintN(64, value) : value
  }

  function cellsOf(rows        )        {
    const read = new Map                      ();
    let hashes;                    
    let coded;                                                   
    const text = (row        ) => written(valueAt(row));
    return {
      empty: empty.subarray(0, rows),
      text,
      values(reader) {
        const values = read.get(reader) ?? valuesOf(rows, reader);
        read.set(reader, values);
        return values
      },
      get codes() {
        coded ??= { codes: numbered.code(rows, keyAt, text) };
        return coded.codes
      },
      get hashes() {
        hashes ??= hashTexts(rows, text);
        return hashes
      },
    }
  }

  function valuesOf(rows        , reader        )               {
    const all = memory.get(reader) ?? new Float64Array(BATCH);
    memory.set(reader, all);
    const isPlain = form.is === 'number' && reader.form?.is === 'decimal';
    for (let row = 0; row < rows; row++) {
      const number = numbers[row] ?? Number.NaN;
      // A finite number, and no place to lose its sign: read as it is.
      if (isPlain && number - number === 0) all[row] = number + 0;
      else all[row] = empty[row] === 1 ? Number.NaN : readAt(row, number, reader);
    }
    return all.subarray(0, rows)
  }

  function readAt(row        , number        , reader        )         {
    if (form.is === 'boolean') return reader.read(number === 1 ? 'true' : 'false')
    return numberOf(form.is, number, isDate, reader.form) ?? reader.read(written(valueAt(row)))
  }

  /** Texts are the same where keys are. */
  function keyAt(row        )          {
    if (empty[row] === 1) return ''
    const number = numbers[row] ?? Number.NaN;
    return isWide && !Number.isSafeInteger(number) ? valueAt(row) : number
  }
}

/** Texts in UTF-8, all of them whole. */
                             
                            
                             
                           
                                       
                         
 

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const none             = { bytes: new Uint8Array(0), starts: new Int32Array(0), ends: new Int32Array(0), ascii: true };

/** Stored bytes as texts: where some are no UTF-8, or begin with a byte order mark, as a decoder reads them. */
function knownTexts(stored              )             {
  if (stored.is !== 'bytes') return none
  const { bytes, starts, ends, length } = stored;
  if (isAscii(bytes)) return { bytes, starts, ends, ascii: true }
  let ascii = true;
  for (let i = 0; i < length; i++) {
    const [start = 0, end = 0] = [starts[i], ends[i]];
    if (isPlain(bytes, start, end)) continue
    ascii = false;
    const text = bytes.subarray(start, end);
    const isMarked = text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf;
    if (isMarked || !isUtf8(text)) return mended(stored)
  }
  return { bytes, starts, ends, ascii }
}

/** A loop: a call for each short text would cost more. */
function isPlain(bytes            , start        , end        )          {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) >= 0x80) return false
  return true
}

function mended({ bytes, starts, ends, length }                                        )             {
  const texts = Array.from({ length }, (_, i) => encoder.encode(decoder.decode(bytes.subarray(starts[i], ends[i]))));
  const all = new Uint8Array(texts.reduce((sum, text) => sum + text.length, 0));
  const [from, to] = [new Int32Array(length), new Int32Array(length)];
  let at = 0;
  for (const [i, text] of texts.entries()) {
    all.set(text, at);
    from[i] = at;
    at += text.length;
    to[i] = at;
  }
  return { bytes: all, starts: from, ends: to, ascii: false }
}

/** Reads a column of texts, which stay bytes in the kernel's memory until somebody asks for one. */
function textReader(kernel        )                                        {
  const [startsAt, endsAt, told] = [kernel.take(4 * BATCH), kernel.take(4 * BATCH), kernel.take(20)];
  const memory = kernel.bufferTo(told, 20);
  const starts = new Int32Array(memory, startsAt, BATCH);
  const ends = new Int32Array(memory, endsAt, BATCH);
  const found = { width: 1, room: BATCH, rows: 0, starts, ends};
  // The bounds are addresses, so that cells may be in different places.
  const cells = new Uint32Array(memory, told, 5);
  const [ofDictionary, ofBatch] = [roomIn(kernel), roomIn(kernel)];
  let cursor;                        
  let dictionary;                                                                      
  let page;                                                                   
  let column;                        
  let used = 0;
  let ascii = true;
  return {
    open(pages) {
      cursor = pageCursor(pages);
      dictionary = undefined;
    },
    async end() {
      await cursor?.end();
      page = undefined;
    },
    async next(rows) {
      used = 0;
      ascii = true;
      await cursor?.take(rows, fill);
      found.rows = rows;
      cells.set([0, startsAt, endsAt, 1, rows]);
      const bytes = Buffer.from(kernel.bufferTo(0, 0));
      column ??= textColumn(kernel, { found, cells: told}, text => text, 0, { bytes, ascii });
      column.renew({ bytes, base: 0, ascii });
      return column.cells
    },
  }

  function fill(data          , from        , to        , first        , at        )       {
    const { ids, values, present } = data;
    if (ids) {
      dictionary ??= placed(knownTexts(values));
      ascii &&= dictionary.texts.ascii;
      put(present, from, to, at, first, dictionary.texts, dictionary.address, ids);
      return
    }
    if (page?.of !== data) page = { of: data, texts: knownTexts(values) };
    const { texts } = page;
    const count = present ? ones(present, from, to) : to - from;
    ascii &&= texts.ascii;
    if (count === 0) {
      put(present, from, to, at, first, texts, 0, undefined);
      return
    }
    const [low, high] = [texts.starts[first] ?? 0, texts.ends[first + count - 1] ?? 0];
    const address = ofBatch.place(texts.bytes.subarray(low, high), used);
    used += high - low;
    put(present, from, to, at, first, texts, address - low, undefined);
  }

  function placed(texts            ) {
    return { texts, address: ofDictionary.place(texts.bytes, 0) }
  }

  function put(
    present                        ,
    from        ,
    to        ,
    start        ,
    first        ,
    texts            ,
    address        ,
    ids                         ,
  )       {
    let value = first;
    for (let row = from, at = start; row < to; row++, at++) {
      if (present && present[row] !== 1) {
        starts[at] = 0;
        ends[at] = 0;
        continue
      }
      const i = ids ? (ids[value] ?? 0) : value;
      value += 1;
      starts[at] = (texts.starts[i] ?? 0) + address;
      ends[at] = (texts.ends[i] ?? 0) + address;
    }
  }
}

function ones(present            , from        , to        )         {
  let count = 0;
  for (let row = from; row < to; row++) count += present[row] ?? 0;
  return count
}

/** Room in the kernel's memory that is used again and again, and grows twofold: what it has left stays as it is. */
function roomIn(kernel        ) {
  let [address, size] = [0, 0];
  return {
    /** Puts bytes after so many others that are still needed; gives their address. */
    place(bytes            , after        )         {
      const needed = after + bytes.length;
      if (needed > size) {
        size = Math.max(65_536, 2 * needed);
        address = kernel.take(size + BEYOND);
      }
      new Uint8Array(kernel.bufferTo(address, size), address + after, bytes.length).set(bytes);
      return address + after
    },
  }
}

/** Gives stored values as what they stand for. */
                                                                  

/** Reads a column of values of any kind. */
function valueReader(column               , convert         )                                        {
  const numbered = numberedTexts();
  let cursor;                        
  let known;                                                                                    
  return {
    open(pages) {
      cursor = pageCursor(pages);
    },
    async end() {
      await cursor?.end();
      known = undefined;
    },
    async next(rows) {
      const all = new Array         (rows);
      await cursor?.take(rows, ({ present, ids, values: stored }, from, to, first, start) => {
        if (known?.stored !== stored) known = { stored, values: convert(stored) };
        const { values } = known;
        let value = first;
        for (let row = from, at = start; row < to; row++, at++) {
          const isNull = present && present[row] !== 1;
          all[at] = isNull ? null : values[ids ? (ids[value] ?? 0) : value];
          if (!isNull) value += 1;
        }
      });
      return valueCells(column, all, numbered)
    },
  }
}

/** Readers of columns of a file, one for each, which take groups of rows by their numbers. */
async function groupReaders(
  opened             ,
  columns                          ,
)                                  {
  let kernel;                                            
  const readers                         = [];
  for (const column of columns) {
    const source = opened.flat(column);
    readers.push(source ? await flatReader(column, source) : nested(opened, column));
  }
  return readers

  async function flatReader(column               , source            )                                {
    const element = source.path.at(-1)?.element;
    if (!element) throw new Error('a column is not in the schema')
    const form = numberForm(element);
    if (form) return byGroup(numberReader(column, form), source.pages)
    if (!isText(element)) return byGroup(valueReader(column, await convertValues(source.path)), source.pages)
    kernel ??= startKernel();
    return byGroup(textReader(kernel), source.pages)
  }
}

function nested({ groups, read }             , column               )                       {
  return byGroup(nestedReader(column), group => {
    const { first, rows } = groups[group] ?? { first: 0, rows: 0 };
    return () => read(column, first, first + rows)
  })
}

const byGroup =        (reader                     , pages                          )                       => ({
  open: group => reader.open(pages(group)),
  next: (rows)                 => reader.next(rows),
  end: () => reader.end(),
});

/** Measures one group of rows after another, a batch at a time; columns that nobody asks for are not read. */
                                
                        
                               
                                       
 

function groupMeasurer(opened             , job          , overflow                      )                {
  const { columns, count } = opened;
  const header = columns.map(({ name }) => name);
  const run = startJob(job, header);
  const asked = [...columnsAsked(job, header)].sort((a, b) => a - b);
  const wanted = columns.filter((_, index) => asked.includes(index));
  const countsRows = !wanted.some(column => opened.flat(column));
  const room = new Float64Array(BATCH);
  let readers;                                             
  return {
    run,
    async measure(group) {
      if (countsRows) await count(group);
      readers ??= groupReaders(opened, wanted);
      for await (const batch of groupBatches(opened, await readers, group)) run.add(batchOf(batch));
    },
  }

  function batchOf({ first, rows, cells }            ) {
    const places = room.subarray(0, rows);
    for (let row = 0; row < rows; row++) places[row] = first + row;
    const byColumn = new Map(asked.map((index, i) => [index, cells[i]]));
    return {
      rows,
      overflow,
      places,
      cells(index        ) {
        const found = byColumn.get(index);
        if (!found) throw new Error('A column was measured that was not read')
        return found
      },
    }
  }
}

/** Bytes that one group of rows may decode to, and rows: each group is held in memory whole. */
const MAX_GROUP_BYTES = 2 * 1024 ** 3;
const MAX_GROUP_ROWS = 16_000_000;
/** Bytes of the footer. */
const MAX_FOOTER = 64 * 1024 * 1024;

/** Bytes of memory that is worth the trouble. */
const LEAST$1 = 256;

/**
 * Gives memory back at once, where the collector of garbage would wait until there is much of it: most of what a page takes is not among the
 * objects that it watches. Nobody may look at it afterwards.
 */
function release(...parts                                          )       {
  for (const part of parts) {
    if (part?.buffer instanceof ArrayBuffer && part.buffer.byteLength >= LEAST$1) part.buffer.transfer(0);
  }
}

/** Bytes that are read at once where pages are small, and that a page's header may have. */
const PIECE = 256 * 1024;
const MAX_HEADER = 16 * 1024 * 1024;
/** Bytes that one page may decode to. */
const MAX_PAGE = 1024 ** 3;

                                                                                    

/** A page as it is stored. */
                             
                             
                                             
                     
                                                                                                             
                                          
                                                                              
                 
 

/** The bytes of a column of a group of rows: from its first page to before what comes after it. */
const extentOf = (metadata                )                                                   => {
  const dictionary = Number(metadata.dictionary_page_offset ?? 0);
  const data = Number(metadata.data_page_offset);
  // Some writers say where the dictionary would be, and have none.
  const start = dictionary !== 0 && dictionary < data ? dictionary : data;
  return { start, end: start + Number(metadata.total_compressed_size) }
};

/** The pages of a column of a group of rows, one after the other, to the last byte that the footer gives the column. */
async function* chunkPages(metadata                , slice       , piece = PIECE)                             {
  const { parquetHeader } = await import('./parquet.js').then(function (n) { return n.b; });
  const { start, end } = extentOf(metadata);
  let [held, from] = [new Uint8Array(), start];
  for (let at = start; at < end - 1; ) {
    const { header, length } = await headerAt(at);
    const body = at + length;
    const size = Number(header.compressed_page_size);
    if (!(size >= 0 && body + size <= end)) throw new Error('a page lies outside its column')
    if (!(Number(header.uncompressed_page_size) <= MAX_PAGE)) throw new Error(`a page of more than ${MAX_PAGE} bytes`)
    yield {
      header,
      at,
      async body() {
        await hold(body, body + size);
        return held.subarray(body - from, body - from + size)
      },
      release() {
        if (from + held.length <= body + size) drop();
      },
    };
    at = body + size;
  }
  drop();

  async function headerAt(at        ) {
    for (let size = piece; ; size *= 4) {
      const until = Math.min(end, at + size);
      await hold(at, Math.min(until, Math.max(at + 1024, from + held.length)), until);
      const reader = {
        view: new DataView(held.buffer, held.byteOffset + at - from, from + held.length - at),
        offset: 0,
      };
      try {
        const header = parquetHeader(reader);
        return { header, length: reader.offset }
      } catch (cause) {
        // The header may go on beyond what is held.
        if (from + held.length >= end || size > MAX_HEADER) throw cause
        drop();
      }
    }
  }

  /** Has the bytes from one place to another at hand, and up to `until` where they have to be read. */
  async function hold(start        , stop        , until = stop)                {
    if (start >= from && stop <= from + held.length) return
    drop()
    ;[held, from] = [await slice(start, Math.max(stop, until)), start];
  }

  function drop()       {
    release(held);
    held = new Uint8Array();
  }
}

/** What the reader of Parquet throws, as an error that names the file. */
async function refusing       (file         , read                      )                 {
  try {
    return await read()
  } catch (cause) {
    if (cause instanceof UserError) throw cause
    if (systemCode(cause) !== undefined) throw fileError(file.name, 'read', cause)
    throw damaged(file, cause instanceof Error ? cause.message : String(cause), cause)
  }
}

/** A file that is not what it says. */
const damaged = ({ name }         , found        , cause          ) =>
  new UserError(
    'table.parquet',
    `Expected ${name} to be a whole Parquet file but found a fault: ${found.slice(0, 200)}`,
    {
      file: name,
      hint: 'Write it again, unencrypted',
      ...(cause === undefined ? {} : { cause }),
    },
  );

/** A file of groups that memory might not hold. */
const tooLarge = ({ name }         ) =>
  new UserError(
    'table.parquet-group',
    `Expected groups of at most ${MAX_GROUP_ROWS} rows and ${MAX_GROUP_BYTES} bytes in ${name} but found a larger one`,
    { file: name, hint: 'Write it with smaller row groups, e.g. row_group_size=1_000_000 in pyarrow' },
  );

/** A file whose footer says of its pages what they do not bear out. */
const contradicted = ({ name }         , where        , found        ) =>
  new UserError(
    'table.parquet-footer',
    `Expected the footer of ${name} to say what its pages hold but found that of ${where} it does not: ${found}`,
    {
      file: name,
      hint: 'Programs that skip rows by the footer lose some of them without a word: write the file again',
    },
  );

/** Rows of a group, and the number of its first row from 0. */
                           
                        
                       
 

/** The footer's length is the file's own word for it. */
function refuseOutside(size        , tail             )       {
  const bytes = Buffer.from(tail);
  if (bytes.length < 8 || bytes.toString('latin1', 4) !== 'PAR1') throw new Error('its end is missing')
  const footer = bytes.readUInt32LE(0);
  if (footer > MAX_FOOTER || footer + 12 > size) throw new Error(`its footer has ${footer} bytes, more than it can`)
}

/** The groups of rows of a footer that does not contradict itself, the file's size or the limits; no page is read for it. */
function checkFooter(
  file                                     ,
  { row_groups, num_rows, schema }              ,
)             {
  const groups             = [];
  // Of these there are as many values as lists hold.
  const repeated = new Set(
    schema.flatMap(({ repetition_type, name }) => (repetition_type === 'REPEATED' ? [name] : [])),
  );
  let first = 0;
  for (const [group, { num_rows, total_byte_size, columns }] of row_groups.entries()) {
    const rows = Number(num_rows);
    if (!(rows >= 0)) throw damaged(file, `row group ${group} has ${num_rows} rows`)
    if (rows > MAX_GROUP_ROWS || Number(total_byte_size) > MAX_GROUP_BYTES) throw tooLarge(file)
    groups.push({ first, rows });
    first += rows;
    for (const { meta_data } of columns) if (meta_data) checkColumn(group, rows, meta_data);
  }
  if (first !== Number(num_rows)) throw damaged(file, `it says ${num_rows} rows and holds ${first}`)
  return groups

  function checkColumn(group        , rows        , metadata                                           )       {
    const { path_in_schema: path, num_values, total_uncompressed_size, statistics } = metadata;
    const where = `column ${JSON.stringify(path.join('.')).slice(0, 80)} of row group ${group} (the first is 0)`;
    const { start, end } = extentOf(metadata);
    if (!(start >= 4 && end >= start && end <= file.size)) throw damaged(file, `${where} lies outside the file`)
    if (!(Number(total_uncompressed_size) <= MAX_GROUP_BYTES)) throw tooLarge(file)
    const [values, nulls] = [Number(num_values), Number(statistics?.null_count ?? 0)];
    if (path.length === 1 && !repeated.has(path[0] ?? '') && values !== rows)
      throw contradicted(file, where, `num_values is ${values}, and num_rows is ${rows}`)
    if (nulls > values) throw contradicted(file, where, `null_count is ${nulls}, and num_values is ${values}`)
  }
}

/** The text that a CSV file would hold for a column's value. */
                                                   

/** Whether a column's times are days. */
const isDateColumn = ({ logical_type, converted_type }               )          =>
  logical_type?.type === 'DATE' || converted_type === 'DATE';

/** How values of a column are written: dates and times as ISO 8601, bytes in hexadecimal, lists and objects as JSON. */
function columnText(element               )             {
  const isDate = isDateColumn(element);
  return value => {
    if (value === null || value === undefined) return ''
    // A time that no calendar has is a value all the same, and none of its type.
    if (value instanceof Date && Number.isNaN(value.getTime())) return String(value)
    if (value instanceof Date) return isDate ? value.toISOString().slice(0, 10) : value.toISOString()
    if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
    return typeof value === 'object' ? JSON.stringify(value, plain) : String(value)
  }
}

const plain = (_        , value         )          => (typeof value === 'bigint' ? String(value) : value);

/** The columns of a file, nested ones as one each. */
function columnsOf(file         , { schema }              )                  {
  const [root, ...elements] = schema;
  const columns                  = [];
  // Below a column's own element stand those it is made of, where it is nested.
  for (let i = 0; i < elements.length; ) {
    const element = elements[i];
    if (!element) break
    columns.push({ name: element.name, text: columnText(element), isDate: isDateColumn(element) });
    i += descendants(elements, i) + 1;
  }
  if (!root || columns.length === 0 || columns.length !== (root.num_children ?? 0)) {
    throw damaged(file, 'its schema does not add up')
  }
  return columns
}

function descendants(elements                          , at        )         {
  let count = 0;
  for (let children = elements[at]?.num_children ?? 0; children > 0; children--) {
    if (at + count + 1 >= elements.length) return count
    count += descendants(elements, at + count + 1) + 1;
  }
  return count
}

/** Where a column that is not nested stands. */
                            
                                                     
                       
                           
                                 
 

/** The columns of a schema that are not nested, by name. */
function flatPlaces({ children }            )                                 {
  const places = new Map                   ();
  let leaf = 0;
  for (const tree of children) {
    const { element } = tree;
    const isFlat = tree.children.length === 0 && element.repetition_type !== 'REPEATED';
    if (isFlat) places.set(element.name, { leaf, tree, element });
    leaf += leavesOf(tree);
  }
  return places
}

const leavesOf = ({ children }            )         =>
  children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesOf(child), 0);

/** Values of a column from one row on. */
                        
                                         
                           
 

/** The values of rows, of which the pieces may hold more. */
function joined(pieces                  , start        , end        )                     {
  const [only] = pieces;
  if (pieces.length === 1 && only?.rowStart === start && only.columnData.length === end - start) return only.columnData
  const values            = [];
  for (const { columnData, rowStart } of pieces.toSorted((a, b) => a.rowStart - b.rowStart)) {
    for (let i = Math.max(0, start - rowStart); i < columnData.length && rowStart + i < end; i++)
      values.push(columnData[i]);
  }
  if (values.length !== end - start) throw new Error(`a column of ${end - start} rows holds ${values.length}`)
  return values
}

/** The least and the greatest of values, as they are stored; undefined where there is none, NaN left out. */
                           
                          
                           
 

                                                  

/** Widens extremes by values: by those alone that are marked 1, where some are. */
function widen(extremes          , values              , order       , marked             )       {
  if (values.is === 'bytes') widenBytes(extremes, values, order, marked);
  else if (values.numbers instanceof BigInt64Array || values.numbers instanceof BigUint64Array)
    widenWhole(extremes, order === 'unsigned' ? unsigned64(values.numbers) : values.numbers, marked);
  else widenNumbers(extremes, order === 'unsigned' ? unsigned32(values.numbers) : values.numbers, marked);
}

const unsigned64 = ({ buffer, byteOffset, length }                                ) =>
  new BigUint64Array(buffer, byteOffset, length);

const unsigned32 = (numbers                                                        ) =>
  numbers instanceof Int32Array ? new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length) : numbers;

function widenNumbers(
  extremes          ,
  numbers                                                        ,
  marked                        ,
)       {
  let low = typeof extremes.low === 'number' ? extremes.low : Number.POSITIVE_INFINITY;
  let high = typeof extremes.high === 'number' ? extremes.high : Number.NEGATIVE_INFINITY;
  let isKnown = extremes.low !== undefined;
  for (let i = 0; i < numbers.length; i++) {
    if (marked && marked[i] !== 1) continue
    const value = numbers[i] ?? Number.NaN;
    if (value <= low) low = value;
    if (value >= high) high = value;
  }
  isKnown ||= low <= high;
  if (isKnown) Object.assign(extremes, { low, high });
}

function widenWhole(extremes          , numbers                                , marked                        )       {
  let [lowest, highest] = [-1, -1];
  for (let i = 0; i < numbers.length; i++) {
    if (marked && marked[i] !== 1) continue
    if (lowest < 0) lowest = highest = i;
    else if ((numbers[i] ?? 0n) < (numbers[lowest] ?? 0n)) lowest = i;
    else if ((numbers[i] ?? 0n) > (numbers[highest] ?? 0n)) highest = i;
  }
  const [low, high] = [numbers[lowest], numbers[highest]];
  if (low === undefined || high === undefined) return
  if (typeof extremes.low !== 'bigint' || low < extremes.low) extremes.low = low;
  if (typeof extremes.high !== 'bigint' || high > extremes.high) extremes.high = high;
}

function widenBytes(
  extremes          ,
  { bytes, starts, ends, length }                                        ,
  order       ,
  marked                        ,
)       {
  let [lowest, highest] = [-1, -1];
  const compare = comparing(order);
  for (let i = 0; i < length; i++) {
    if (marked && marked[i] !== 1) continue
    const [start, end] = [starts[i] ?? 0, ends[i] ?? 0];
    if (order === 'halves' && isHalfNan(bytes, start)) continue
    if (lowest < 0) lowest = highest = i;
    else if (compare(bytes, start, end, bytes, starts[lowest] ?? 0, ends[lowest] ?? 0) < 0) lowest = i;
    else if (compare(bytes, start, end, bytes, starts[highest] ?? 0, ends[highest] ?? 0) > 0) highest = i;
  }
  if (lowest < 0) return
  const [low, high] = [bytes.slice(starts[lowest], ends[lowest]), bytes.slice(starts[highest], ends[highest])];
  const { low: least, high: greatest } = extremes;
  if (!(least instanceof Uint8Array) || compareBytes(low, least, order) < 0) extremes.low = low;
  if (!(greatest instanceof Uint8Array) || compareBytes(high, greatest, order) > 0) extremes.high = high;
}

/** Compares two values of bytes in an order: below 0 where the first is less. */
const compareBytes = (a            , b            , order       )         =>
  comparing(order)(a, 0, a.length, b, 0, b.length);

                
                
                   
                 
                
                   
                 
           

const comparing = (order       )          =>
  order === 'decimals' ? signedBytes : order === 'halves' ? halves : unsignedBytes;

/** Byte by byte, the shorter first. */
const unsignedBytes          = (a, startOfA, endOfA, b, startOfB, endOfB) => {
  const [sizeOfA, sizeOfB] = [endOfA - startOfA, endOfB - startOfB];
  const size = sizeOfA < sizeOfB ? sizeOfA : sizeOfB;
  for (let i = 0; i < size; i++) {
    const difference = (a[startOfA + i] ?? 0) - (b[startOfB + i] ?? 0);
    if (difference !== 0) return difference
  }
  return sizeOfA - sizeOfB
};

/** Two's complement of one length, its first byte the greatest. */
const signedBytes          = (a, startOfA, endOfA, b, startOfB, endOfB) => {
  const signs = ((a[startOfA] ?? 0) ^ 0x80) - ((b[startOfB] ?? 0) ^ 0x80);
  return signs !== 0 ? signs : unsignedBytes(a, startOfA, endOfA, b, startOfB, endOfB)
};

/** IEEE 754 binary16, little endian: as integers the order is that of the numbers, but for the sign; both zeros are one. */
const halves          = (a, startOfA, _, b, startOfB) => rankOfHalf(a, startOfA) - rankOfHalf(b, startOfB);

function rankOfHalf(bytes            , at        )         {
  const bits = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  return bits & 0x8000 ? -(bits & 0x7fff) : bits
}

const isHalfNan = (bytes            , at        )          =>
  (((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)) & 0x7fff) > 0x7c00;

/** How the least and the greatest value of a column are told. */
                                                                            

/** Logical types for which the format defines no order. */
const NONE                                  = new Set(['GEOMETRY', 'GEOGRAPHY', 'VARIANT', 'NULL']);

/** The order of a column's values (ColumnOrder TypeDefinedOrder of parquet.thrift); undefined where the format has none, or nobody writes it. */
function orderOf({ type, converted_type, logical_type }               )                    {
  if (type === 'INT96' || converted_type === 'INTERVAL' || NONE.has(logical_type?.type)) return undefined
  const isDecimal = converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL';
  switch (type) {
    case 'INT32':
    case 'INT64':
      return isUnsigned(converted_type, logical_type) ? 'unsigned' : 'numbers'
    case 'BOOLEAN':
    case 'FLOAT':
    case 'DOUBLE':
      return 'numbers'
    case 'FIXED_LEN_BYTE_ARRAY':
      return isDecimal ? 'decimals' : logical_type?.type === 'FLOAT16' ? 'halves' : 'bytes'
    case 'BYTE_ARRAY':
      return isDecimal ? undefined : 'bytes'
    default:
      return undefined
  }
}

const isUnsigned = (converted                                 , logical                               )          =>
  converted?.startsWith('UINT_') === true || (logical?.type === 'INTEGER' && !logical.isSigned);

/** Statistics of parquet.thrift, their bounds as they are stored. */
                         
                                          
                                              
                              
                              
                        
                        
                                                   
                                                   
 

/**
 * What the footer says of a column's values that its pages do not bear out; undefined where it says nothing wrong. A bound may be wider than
 * the values, as of long texts, unless it is called exact. NaN is within any bounds, and both zeros are one. The old bounds (`min`, `max`)
 * count where their order was never in doubt: of signed numbers.
 */
function contradiction(
  claims                    ,
  observed          ,
  element               ,
)                     {
  if (!claims) return undefined
  const { null_count: nulls, distinct_count: distinct } = claims;
  // Below 0 it says that it is not known.
  if (nulls !== undefined && nulls >= 0 && Number(nulls) !== observed.nulls)
    return `null_count is ${nulls}, and ${observed.nulls} of its ${observed.rows} rows are null`
  if (distinct !== undefined && Number(distinct) > observed.rows)
    return `distinct_count is ${distinct}, and it has ${observed.rows} rows`
  const order = orderOf(element);
  if (!order) return undefined
  const old = order === 'numbers';
  return (
    boundFault('least', claims.min_value ?? (old ? claims.min : undefined), observed.low, claims.is_min_value_exact) ??
    boundFault('greatest', claims.max_value ?? (old ? claims.max : undefined), observed.high, claims.is_max_value_exact)
  )

  function boundFault(
    end                      ,
    claim         ,
    found                     ,
    isExact                     ,
  )                     {
    const name = end === 'least' ? 'min_value' : 'max_value';
    if (claim === undefined || found === undefined || order === undefined) return undefined
    const difference = compare(bound(claim), asClaimed(found, element), order);
    if (difference === undefined) return `${name} is no value of its type`
    if (end === 'least' ? difference > 0 : difference < 0)
      return `a value is ${end === 'least' ? 'below' : 'above'} its ${name}`
    return isExact && difference !== 0 ? `${name} is said to be exact, and no value is it` : undefined
  }
}

const bound = (claim         )                      =>
  typeof claim === 'boolean'
    ? Number(claim)
    : typeof claim === 'number' || typeof claim === 'bigint' || claim instanceof Uint8Array
      ? claim
      : undefined;

/** A value as hyparquet gives what the footer says: decimals divided by their scale. */
function asClaimed(value         , { converted_type, logical_type, scale = 0 }               )          {
  if (value instanceof Uint8Array) {
    if (converted_type === 'DECIMAL') return decimalOf(value) / 10 ** scale
    return logical_type?.type === 'FLOAT16' ? halfOf(value) : value
  }
  return converted_type === 'DECIMAL' ? Number(value) / 10 ** scale : value
}

/** Below 0 where the first is less; undefined where they cannot be compared, and 0 where the bound is NaN, which bounds nothing. */
function compare(claim                     , found         , order       )                     {
  if (claim instanceof Uint8Array && found instanceof Uint8Array) return compareBytes(claim, found, order)
  if (claim === undefined || claim instanceof Uint8Array || found instanceof Uint8Array) return undefined
  return claim < found ? -1 : claim > found ? 1 : 0
}

function decimalOf(bytes            )         {
  let value = 0n;
  for (const byte of bytes) value = value * 256n + BigInt(byte);
  return Number(BigInt.asIntN(8 * bytes.length, value))
}

function halfOf([low = 0, high = 0]            )         {
  const bits = (high << 8) | low;
  const sign = bits & 0x8000 ? -1 : 1;
  const [exponent, fraction] = [(bits >> 10) & 0x1f, bits & 0x3ff];
  if (exponent === 0) return sign * 2 ** -24 * fraction
  return exponent === 31 ? sign * Number.POSITIVE_INFINITY : sign * 2 ** (exponent - 15) * (1 + fraction / 1024)
}

/** What the pages of a column hold in a group of rows. */
                                                      
                       
                        
 

                           
                           
                               
                      
 

/** Observes pages: of a dictionary, which of its values are used. */
function startObserver(order                   )           {
  const extremes           = { low: undefined, high: undefined };
  const used = new Map                          ();
  let [rows, nulls] = [0, 0];
  return {
    add(page) {
      rows += page.rows;
      nulls += page.rows - page.filled;
      if (!order) return
      const { ids, values } = page;
      if (!ids) {
        widen(extremes, values, order);
        return
      }
      const marked = used.get(values) ?? new Uint8Array(values.length);
      used.set(values, marked);
      for (let i = 0; i < ids.length; i++) marked[ids[i] ?? 0] = 1;
    },
    observed() {
      if (order) for (const [values, marked] of used) widen(extremes, values, order, marked);
      return { rows, nulls, ...extremes }
    },
  }
}

/** Parsers for hyparquet that leave bounds of values as they are stored, so that they can be held to the values. */
const AS_STORED = {
  timestampFromMilliseconds: (millis        ) => millis,
  timestampFromMicroseconds: (micros        ) => micros,
  timestampFromNanoseconds: (nanos        ) => nanos,
  dateFromDays: (days        ) => days,
  stringFromBytes: (bytes            ) => bytes,
  uuidFromBytes: (bytes            ) => bytes,
};

/** Bytes of an index. */
const MAX_INDEX = 64 * 1024 * 1024;

/** By the ids of its fields in parquet.thrift. */
const ColumnIndex = object({
  field_1: array(boolean()),
  field_2: array(_instanceof(Uint8Array)),
  field_3: array(_instanceof(Uint8Array)),
  field_5: array(bigint()).optional(),
});

/** What the indexes of a column say of its pages (PageIndex.md of the Parquet format): readers skip pages by them. */
                            
                                                    
                                           
 

                      
                          
                         
 

/** Reads the indexes of a column of a group of rows; undefined where there are none. */
async function readPageIndex(
  chunk             ,
  element               ,
  slice       ,
)                                 {
  const { column_index_offset, column_index_length, offset_index_offset, offset_index_length } = chunk;
  if (column_index_offset === undefined && offset_index_offset === undefined) return undefined
  const { readOffsetIndex } = await import('./parquet.js').then(function (n) { return n.i; });
  const { deserializeTCompactProtocol } = await import('./parquet.js').then(function (n) { return n.t; });
  const { convertMetadata } = await import('./parquet.js').then(function (n) { return n.m; });
  const { DEFAULT_PARSERS } = await import('./parquet.js').then(function (n) { return n.c; });
  const parsers = { ...DEFAULT_PARSERS, ...AS_STORED };
  const readAt = async (offset                    , length                    ) => {
    if (offset === undefined || length === undefined) return undefined
    if (!(length >= 0 && length <= MAX_INDEX)) throw new Error(`an index of ${length} bytes`)
    const bytes = await slice(Number(offset), Number(offset) + length);
    return { view: new DataView(bytes.buffer), offset: 0 }
  };
  const column = await readAt(column_index_offset, column_index_length);
  const offsets = await readAt(offset_index_offset, offset_index_length);
  return {
    column: column && boundsOf(ColumnIndex.parse(deserializeTCompactProtocol(column))),
    offsets: offsets && readOffsetIndex(offsets),
  }

  function boundsOf({
    field_1: isNull,
    field_2: least,
    field_3: greatest,
    field_5: nulls,
  }                             ) {
    return isNull.map((isNull, page) => ({
      isNull,
      claims: {
        null_count: nulls?.[page],
        // Those of null pages are no values.
        ...(isNull ? {} : { min_value: boundOf(least[page]), max_value: boundOf(greatest[page]) }),
      },
    }))
  }

  function boundOf(bytes                        )          {
    return convertMetadata(bytes, element, parsers)
  }
}

/** What the indexes say of a page and it does not bear out; undefined where they say nothing wrong. */
function pageContradiction(
  { column, offsets }           ,
  number        ,
  page          ,
  place                                                   ,
  element               ,
)                     {
  const location = offsets?.page_locations[number];
  const isElsewhere =
    location && (Number(location.offset) !== place.offset || Number(location.first_row_index) !== place.row);
  if ((offsets && !location) || isElsewhere) return 'its offset index gives another place'
  if (!column) return undefined
  const bounds = column[number];
  if (!bounds) return 'its column index leaves it out'
  if (bounds.isNull && page.filled > 0) return 'its column index calls it a null page, and it has values'
  const observer = startObserver(orderOf(element));
  observer.add(page);
  const found = contradiction(bounds.claims, observer.observed(), element);
  return found && `by its column index ${found}`
}

/** Widths of packed numbers, in bits, that fit into 32 with the seven left over of the byte before. */
const MAX_NARROW = 24;

/**
 * Reads numbers of a width in bits, in runs of one or packed (RLE/bit-packing hybrid of the Parquet format, Encodings.md), as many as
 * there is room for. Throws where the bytes hold fewer.
 */
function readHybrid(
  bytes            ,
  start        ,
  end        ,
  width        ,
  into                          ,
)       {
  if (!(width >= 0 && width <= 32)) throw new Error(`numbers of ${width} bits`)
  let at = start;
  for (let seen = 0; seen < into.length; ) {
    const header = runHeader();
    const isPacked = (header & 1) === 1;
    const count = isPacked ? (header >>> 1) * 8 : header >>> 1;
    if (count === 0 && at >= end) throw cutOff$1()
    const stop = Math.min(into.length, seen + count);
    if (!isPacked) into.fill(runValue(), seen, stop);
    else {
      const needed = Math.ceil(((stop - seen) * width) / 8);
      if (at + needed > end) throw cutOff$1()
      if (width <= MAX_NARROW) unpack(bytes, at, width, into, seen, stop);
      else unpackWide(bytes, at, width, into, seen, stop);
      at += (header >>> 1) * width;
    }
    seen = stop;
  }

  function runHeader()         {
    let header = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (at >= end) break
      const byte = bytes[at++] ?? 0;
      header |= (byte & 0x7f) << shift;
      if (byte < 0x80) return header >>> 0
    }
    throw cutOff$1()
  }

  function runValue()         {
    const size = (width + 7) >> 3;
    if (at + size > end) throw cutOff$1()
    let value = 0;
    for (let i = 0; i < size; i++) value |= (bytes[at++] ?? 0) << (8 * i);
    return value >>> 0
  }
}

const cutOff$1 = () => new Error('a page holds fewer values than it says');

function unpack(
  bytes            ,
  start        ,
  width        ,
  into                          ,
  from        ,
  to        ,
)       {
  const mask = (1 << width) - 1;
  let at = start;
  let held = 0;
  let bits = 0;
  for (let i = from; i < to; i++) {
    while (bits < width) {
      held |= (bytes[at++] ?? 0) << bits;
      bits += 8;
    }
    into[i] = held & mask;
    held >>>= width;
    bits -= width;
  }
}

/** The same of numbers that do not fit into 32 bits with what is left over. */
function unpackWide(
  bytes            ,
  start        ,
  width        ,
  into                          ,
  from        ,
  to        ,
)       {
  for (let i = from; i < to; i++) {
    const bit = (i - from) * width;
    let value = 0;
    for (let got = 0; got < width; ) {
      const shift = (bit + got) & 7;
      const take = Math.min(8 - shift, width - got);
      value += (((bytes[start + ((bit + got) >> 3)] ?? 0) >> shift) & ((1 << take) - 1)) * 2 ** got;
      got += take;
    }
    into[i] = value;
  }
}

/** Reads values of a type that are stored in an encoding, other than by a dictionary. */
async function readValues(
  element               ,
  encoding          ,
  bytes            ,
  count        ,
)                        {
  if (encoding === 'PLAIN') return readPlain(element, bytes, count)
  if (encoding === 'RLE' && element.type === 'BOOLEAN') return readRuns(bytes, count)
  return readOther(element, encoding, bytes, count)
}

/** Reads values one after the other as they are. */
function readPlain(element               , bytes            , count        )               {
  switch (element.type) {
    case 'BOOLEAN':
      return numbers(Uint8Array.from({ length: count }, (_, i) => (byteAt(bytes, i >> 3) >> (i & 7)) & 1))
    case 'INT32':
      return numbers(new Int32Array(aligned(bytes, 4 * count)))
    case 'INT64':
      return numbers(new BigInt64Array(aligned(bytes, 8 * count)))
    case 'FLOAT':
      return numbers(new Float32Array(aligned(bytes, 4 * count)))
    case 'DOUBLE':
      return numbers(new Float64Array(aligned(bytes, 8 * count)))
    case 'INT96':
      return fixed(bytes, 12, count)
    case 'FIXED_LEN_BYTE_ARRAY':
      return fixed(bytes, element.type_length ?? 0, count)
    case 'BYTE_ARRAY':
      return prefixed(bytes, count)
    default:
      throw new Error(`values of an unknown type`)
  }
}

const numbers = (numbers               )               => ({ is: 'numbers', length: numbers.length, numbers });

const cutOff = () => new Error('a page holds fewer values than it says');

function byteAt(bytes            , at        )         {
  const byte = bytes[at];
  if (byte === undefined) throw cutOff()
  return byte
}

/** The first bytes, in memory of their own. */
function aligned(bytes            , size        )              {
  if (bytes.length < size) throw cutOff()
  const copy = new Uint8Array(size);
  copy.set(bytes.subarray(0, size));
  return copy.buffer
}

function fixed(bytes            , size        , count        )               {
  if (!(size > 0)) throw new Error('values of no length')
  if (bytes.length < size * count) throw cutOff()
  const starts = Int32Array.from({ length: count }, (_, i) => i * size);
  return { is: 'bytes', length: count, bytes, starts, ends: starts.map(start => start + size) }
}

/** Values after their lengths, of four bytes each. */
function prefixed(bytes            , count        )               {
  const [starts, ends] = [new Int32Array(count), new Int32Array(count)];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const length =
      (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    at += 4;
    if (length < 0 || length > bytes.length - at) throw cutOff()
    starts[i] = at;
    at += length;
    ends[i] = at;
  }
  return { is: 'bytes', length: count, bytes, starts, ends }
}

/** Booleans in runs, after four bytes that say how long they are. */
function readRuns(bytes            , count        )               {
  const all = new Uint8Array(count);
  readHybrid(bytes, 4, bytes.length, 1, all);
  return numbers(all)
}

/** The encodings that fewer files have, by hyparquet. */
async function readOther(
  { type, type_length }               ,
  encoding          ,
  bytes            ,
  count        ,
)                        {
  const [{ byteStreamSplit }, { deltaBinaryUnpack, deltaByteArray, deltaLengthByteArray }, { alpDecode }] =
    await Promise.all([
      import('./parquet.js').then(function (n) { return n.e; }),
      import('./parquet.js').then(function (n) { return n.d; }),
      import('./parquet.js').then(function (n) { return n.a; }),
    ]);
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  if (count === 0 || type === undefined) return numbers(new Float64Array(0))
  if (encoding === 'BYTE_STREAM_SPLIT') return stored(byteStreamSplit(reader, count, type, type_length))
  if (encoding === 'ALP') return stored(alpDecode(reader, count, type))
  if (encoding === 'DELTA_BINARY_PACKED') {
    const all = type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count);
    deltaBinaryUnpack(reader, count, all);
    return numbers(all)
  }
  const all = new Array            (count);
  if (encoding === 'DELTA_LENGTH_BYTE_ARRAY') deltaLengthByteArray(reader, count, all);
  else if (encoding === 'DELTA_BYTE_ARRAY') deltaByteArray(reader, count, all);
  else throw new Error(`values in an unknown encoding (${encoding})`)
  return stored(all)
}

/** Values that hyparquet has decoded. */
function stored(values         )               {
  if (
    values instanceof Int32Array ||
    values instanceof BigInt64Array ||
    values instanceof Float32Array ||
    values instanceof Float64Array
  )
    return numbers(values)
  const all = Array.isArray(values) ? values.filter(value => value instanceof Uint8Array) : [];
  const ends = new Int32Array(all.length);
  let size = 0;
  for (const [i, { length }] of all.entries()) ends[i] = size += length;
  const bytes = new Uint8Array(size);
  const starts = ends.map((end, i) => end - (all[i]?.length ?? 0));
  for (const [i, value] of all.entries()) bytes.set(value, starts[i]);
  return { is: 'bytes', length: all.length, bytes, starts, ends }
}

/** A column that is not nested, and how its pages are packed. */
                             
                                 
                                                     
                                                     
 

/** The values of a page. */
                           
                       
                                                                                          
                                          
                               
                         
                               
                                                                                                                      
                                       
                                                                
                            
                               
                 
 

/** Decodes a page of data of at most so many rows. */
async function dataPage(
  header            ,
  body            ,
  { element, unpack }            ,
  dictionary                          ,
  most        ,
)                    {
  const { data_page_header: first, data_page_header_v2: second } = header;
  const told = header.type === 'DATA_PAGE' ? first : header.type === 'DATA_PAGE_V2' ? second : undefined;
  if (!told) throw new Error('a page of an unknown kind')
  const { num_values: rows, encoding } = told;
  if (!(rows >= 0 && rows <= most)) throw new Error(`a page of ${rows} rows where ${most} are left`)
  const nullable = element.repetition_type === 'OPTIONAL';
  const size = Number(header.uncompressed_page_size);
  let present;                        
  let page;            
  let packed;            
  if (second) {
    const levels = second.definition_levels_byte_length + second.repetition_levels_byte_length;
    if (!(levels >= 0 && levels <= body.length && levels <= size)) throw new Error('a page of levels beyond its end')
    if (nullable) present = levelsOf(body, second.repetition_levels_byte_length, levels, rows);
    packed = body.subarray(levels);
    if (second.is_compressed && size > levels) packed = unpack(packed, size - levels);
    page = packed;
  } else {
    page = unpack(body, size);
    let start = 0;
    if (nullable) {
      const length = new DataView(page.buffer, page.byteOffset, page.byteLength).getUint32(0, true);
      start = 4 + length;
      if (start > page.length) throw new Error('a page of levels beyond its end')
      present = levelsOf(page, 4, start, rows);
    }
    packed = page.subarray(start);
  }
  const filled = present ? countOnes(present) : rows;
  if (filled === rows) {
    release(present);
    present = undefined;
  }
  // Where nothing was unpacked, the bytes are those of the file, and others' too.
  const giveBack = (...parts                                          ) =>
    release(...parts.filter(part => part?.buffer !== body.buffer));
  if (!encoding?.endsWith('_DICTIONARY')) {
    const values = await readValues(element, encoding, packed, filled);
    const memory = memoryOf(values);
    // Of numbers there is a copy.
    if (memory.every(({ buffer }) => buffer !== page.buffer)) giveBack(page);
    const isStored = memory.some(({ buffer }) => buffer === body.buffer);
    return { rows, present, filled, values, ids: undefined, isStored, release: () => giveBack(present, ...memory) }
  }
  if (!dictionary) throw new Error('a page of a dictionary that is not there')
  const ids = idsOf(packed, filled, dictionary.length);
  giveBack(page);
  return { rows, present, filled, values: dictionary, ids, isStored: false, release: () => giveBack(present, ids) }
}

/** The memory of values. */
const memoryOf = (values              )                    =>
  values.is === 'numbers' ? [values.numbers] : [values.bytes, values.starts, values.ends];

/** The values of a page that others refer to. */
function dictionaryPage(header            , body            , { element, unpack }            )               {
  const count = header.dictionary_page_header?.num_values ?? -1;
  const page = unpack(body, Number(header.uncompressed_page_size));
  if (!(count >= 0 && count <= 8 * page.length + 1)) throw new Error('a dictionary holds fewer values than it says')
  // Of a page that is not compressed the bytes are those of the file, and gone with the next.
  return readPlain(element, page.buffer === body.buffer ? page.slice() : page, count)
}

function levelsOf(bytes            , start        , end        , rows        )             {
  const levels = new Uint8Array(rows);
  readHybrid(bytes, start, end, 1, levels);
  return levels
}

function countOnes(levels            )         {
  let count = 0;
  for (let row = 0; row < levels.length; row++) count += levels[row] ?? 0;
  return count
}

function idsOf(bytes            , count        , length        )              {
  const ids = new Uint32Array(count);
  const width = bytes[0] ?? 0;
  // Of a dictionary of one value, some writers leave out the runs.
  if (count > 0 && width > 0) readHybrid(bytes, 1, bytes.length, width, ids);
  let greatest = 0;
  for (let i = 0; i < count; i++) greatest = Math.max(greatest, ids[i] ?? 0);
  if (count > 0 && greatest >= length) throw new Error('a value that is not in its dictionary')
  return ids
}

/** A column that is not nested, in a group of rows. */
                                               
                                   
                       
                                              
                                         
                                                                       
                                    
 

/** The values of a column of a group of rows, page by page: those of a page are gone with the next. Whoever goes through all of them knows that what the footer says of them is true. */
async function* flatPages(chunk           , slice       )                           {
  const { metadata, rows, element } = chunk;
  const { add, observed } = startObserver(orderOf(element));
  let dictionary;                          
  let left = rows;
  let count = 0;
  const index = await chunk.index();
  for await (const { header, at, body, release: drop } of chunkPages(metadata, slice)) {
    if (header.type === 'INDEX_PAGE') continue
    if (header.type === 'DICTIONARY_PAGE') {
      if (dictionary) throw new Error('a second dictionary')
      dictionary = dictionaryPage(header, await body(), chunk);
      drop();
      continue
    }
    const { num_values = 0 } = header.data_page_header ?? header.data_page_header_v2 ?? {};
    if (num_values > left) throw chunk.contradicted(`num_rows is ${rows}, and its pages hold more rows`)
    const page = await dataPage(header, await body(), chunk, dictionary, left);
    if (!page.isStored) drop();
    const wrong = index && pageContradiction(index, count, page, { offset: at, row: rows - left }, element);
    if (wrong !== undefined) throw chunk.contradicted(`of page ${count}, ${wrong}`)
    count += 1;
    left -= page.rows;
    add(page);
    if (page.rows > 0) yield page;
    page.release();
  }
  if (left > 0) throw chunk.contradicted(`num_rows is ${rows}, and its pages hold ${rows - left} rows`)
  if ((index?.offsets?.page_locations.length ?? count) !== count || (index?.column?.length ?? count) !== count)
    throw chunk.contradicted(`its indexes have other pages than its ${count}`)
  const found = contradiction(metadata.statistics, observed(), element);
  if (dictionary) release(...memoryOf(dictionary));
  if (found !== undefined) throw chunk.contradicted(found)
}

/** Counts the rows that the pages of a column say they hold, none of which is decoded, and holds the footer to it. */
async function countRows({ metadata, rows, contradicted }           , slice       )                {
  let count = 0;
  for await (const { header } of chunkPages(metadata, slice, HEADER))
    count += (header.data_page_header ?? header.data_page_header_v2)?.num_values ?? 0;
  if (count !== rows) throw contradicted(`num_rows is ${rows}, and its pages hold ${count} rows`)
}

/** Bytes that are read for a header alone. */
const HEADER = 4096;

/** What Node unpacks faster than a library does. */
const NATIVE                                                = {
  GZIP: gunzipSync,
  ZSTD: zstdDecompressSync,
  BROTLI: brotliDecompressSync,
};
/** The least chunk that Node takes. */
const LEAST = 64;

/** Unpacks bytes that must come to so many, into memory that nobody else has; bytes that are not packed are given as they are. */
function unpackWith(others             , codec                  ) {
  return (bytes            , size        )             => {
    const unpacked = unpack(bytes, size);
    if (unpacked.length !== size) throw new Error(`a page unpacks to ${unpacked.length} bytes, and says ${size}`)
    return unpacked
  }

  function unpack(bytes            , size        )             {
    if (codec === 'UNCOMPRESSED') return bytes
    const native = NATIVE[codec];
    if (native) {
      const unpacked = native(bytes, { chunkSize: Math.max(LEAST, size), maxOutputLength: Math.max(LEAST, size) });
      // Small buffers share their memory with others; and of a Buffer, `slice` would be a view.
      const isAlone = unpacked.buffer.byteLength === unpacked.length;
      return isAlone ? new Uint8Array(unpacked.buffer) : new Uint8Array(unpacked)
    }
    const other = others[codec];
    if (!other) throw new Error(`a column is packed by ${codec}, which is not known`)
    return other(bytes, size)
  }
}

/** The bytes of a file from one place to before another; throws where it has none there. */
async function readSlice(handle            , start        , end        , size        )                       {
  if (!(start >= 0 && end >= start && end <= size)) throw new Error('a part of it lies outside the file')
  const bytes = new Uint8Array(end - start);
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
  if (bytesRead < bytes.length) throw new Error('its end is missing')
  return bytes.buffer
}

const MAGIC = 'PAR1';

/** An open file. Every failure is a `UserError` that names it. */
                              
                                            
                                      
                                                                                                   
                                                                                      
                                                               
                                                     
                                                                                                           
                                     
                                     
                                                             
                        
 

/** A column that is not nested, whose pages are read one at a time. */
                             
                                              
                             
                                                                                                                                    
                                               
 

/** Whether a file begins as Parquet does. */
const isParquet = (head            )          => Buffer.from(head.subarray(0, 4)).toString('latin1') === MAGIC;

/**
 * Opens a file and reads its footer. No number of it is believed that pages could show to be wrong: what the footer says of a column's values
 * is held to them whenever the column is read.
 */
async function openParquet(file                                     )                       {
  const handle = await refusing(file, () => open(file.absolute));
  try {
    return await parquetFile(file, handle)
  } catch (cause) {
    await handle.close();
    throw cause
  }
}

async function parquetFile(file                                     , handle            )                       {
  const { size } = file;
  const { parquetMetadataAsync, parquetRead, parquetSchema } = await import('./parquet.js').then(function (n) { return n.n; });
  const { compressors } = await import('./parquet.js').then(function (n) { return n.f; });
  const buffer              = { byteLength: size, slice: (start, end = size) => readSlice(handle, start, end, size) };
  const slice = async (start        , end        ) => new Uint8Array(await buffer.slice(start, end));
  const metadata = await refusing(file, async () => {
    refuseOutside(size, await buffer.slice(Math.max(0, size - 8), size));
    return parquetMetadataAsync(buffer, { parsers: AS_STORED })
  });
  const groups = checkFooter(file, metadata);
  const columns = columnsOf(file, metadata);
  const schema = parquetSchema(metadata);
  const places = flatPlaces(schema);
  const chunkOf = (name        , group        )                        => {
    const place = places.get(name);
    if (!place) return undefined
    const chunk = metadata.row_groups[group]?.columns[place.leaf];
    const stored = chunk?.meta_data;
    const isThere = chunk && stored?.path_in_schema.length === 1 && stored.path_in_schema[0] === name;
    if (!isThere || chunk.file_path) throw new Error(`${where(name, group)} is not where it should be`)
    return {
      metadata: stored,
      element: place.element,
      rows: groups[group]?.rows ?? 0,
      index: () => readPageIndex(chunk, place.element, slice),
      unpack: unpackWith(compressors, stored.codec),
      contradicted: found => contradicted(file, where(name, group), found),
    }
  };
  return {
    columns,
    groups,
    refusing: read => refusing(file, read),
    close: () => handle.close(),
    flat({ name }) {
      const place = places.get(name);
      if (!place) return undefined
      return {
        path: [schema, place.tree],
        async *pages(group) {
          try {
            const chunk = chunkOf(name, group);
            if (chunk) yield* flatPages(chunk, slice);
          } catch (cause) {
            if (!(cause instanceof Error) || cause instanceof UserError || systemCode(cause) !== undefined) throw cause
            throw new Error(`${where(name, group)}: ${cause.message}`, { cause })
          }
        },
      }
    },
    count: group =>
      refusing(file, async () => {
        const chunks = [...places.keys()].flatMap(name => chunkOf(name, group) ?? []);
        const [least] = chunks.toSorted((a, b) => packed(a) - packed(b));
        if (least) await countRows(least, slice);
      }),
    read: ({ name }, start, end) =>
      refusing(file, async () => {
        const pieces          = [];
        await parquetRead({
          file: buffer,
          metadata,
          columns: [name],
          rowStart: start,
          rowEnd: end,
          compressors,
          parsers: TIMES_ROUNDED_DOWN,
          geoparquet: false,
          onChunk: ({ columnData, rowStart }) => pieces.push({ columnData, rowStart }),
        });
        return joined(pieces, start, end)
      }),
  }
}

const where = (column        , group        ) =>
  `column ${JSON.stringify(column).slice(0, 80)} of row group ${group} (the first is 0)`;

const packed = ({ metadata }           )         => Number(metadata.total_compressed_size);

export { groupReaders as a, groupBatches as b, groupMeasurer as g, isParquet as i, openParquet as o };
