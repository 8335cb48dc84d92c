import { open } from 'node:fs/promises';
import { U as UserError } from './user-error.js';
import { s as systemCode, f as fileError } from './file-error.js';
import { s as startJob } from './table-job.js';
import { h as hashTexts } from './hash-texts.js';

/** Goes through the values of a column a stretch of rows at a time. */
                               
                                               
                                                 
 

/** A cursor over pages of values, of which it holds one. */
function columnCursor(pages                                   )               {
  const coming = pages[Symbol.asyncIterator]();
  let page                     = [];
  let at = 0;
  return {
    async take(rows) {
      const parts                       = [];
      for (let missing = rows; missing > 0; ) {
        if (at === page.length) {
          const { value, done } = await coming.next();
          if (done) throw new Error(`a column ends ${missing} rows too early`)
          ;[page, at] = [value, 0];
        }
        const part = stretch(page, at, Math.min(page.length, at + missing));
        parts.push(part);
        at += part.length;
        missing -= part.length;
      }
      const [only] = parts;
      return parts.length === 1 && only ? only : parts.flatMap(part => Array.from(part))
    },
  }
}

const stretch = (values                    , start        , end        )                     =>
  start === 0 && end === values.length ? values : Array.prototype.slice.call(values, start, end);

/** Bytes that are read at once where pages are small, and that a page's header may have. */
const PIECE = 256 * 1024;
const MAX_HEADER = 16 * 1024 * 1024;
/** Bytes that one page may decode to. */
const MAX_PAGE = 1024 ** 3;

                              
                                   
                                              
                             
                       
 

                                                                             

/** The values of a column of a group of rows, page by page, so that no more than a page of it is held. The column must not be nested. */
async function* columnPages(
  { metadata, path, rows }             ,
  slice       ,
  compressors             ,
)                               {
  const [{ parquetHeader, readPage }, { convert, DEFAULT_PARSERS }] = await Promise.all([
    import('./parquet.js').then(function (n) { return n.a; }),
    import('./parquet.js').then(function (n) { return n.c; }),
  ]);
  const element = path.at(-1)?.element;
  if (!element) throw new Error('a column is not in the schema')
  const decoder = {
    ...{ pathInSchema: metadata.path_in_schema, type: metadata.type, codec: metadata.codec },
    ...{ element, schemaPath: path, compressors, parsers: DEFAULT_PARSERS },
  };
  const first = Number(metadata.dictionary_page_offset || metadata.data_page_offset);
  const end = first + Number(metadata.total_compressed_size);
  let dictionary;                          
  let [held, from] = [new Uint8Array(), first];
  let found = 0;
  for (let at = first; found < rows; ) {
    if (at >= end - 1) throw new Error(`a column of ${rows} rows holds ${found}`)
    const { header, length } = await headerAt(at);
    const body = at + length;
    const size = Number(header.compressed_page_size);
    if (!(size >= 0 && body + size <= end)) throw new Error('a page lies outside its column')
    if (Number(header.uncompressed_page_size) > MAX_PAGE) throw new Error(`a page of more than ${MAX_PAGE} bytes`)
    await hold(body, body + size);
    const view = new DataView(held.buffer, held.byteOffset + body - from, size);
    const { data } = readPage({ view, offset: 0 }, header, decoder, dictionary, undefined, 0);
    at = body + size;
    if (header.type === 'DICTIONARY_PAGE') {
      dictionary = data && convert(data, decoder);
    } else if (data && data.length > 0) {
      found += data.length;
      yield data;
    }
  }

  async function headerAt(at        ) {
    for (let piece = PIECE; ; piece *= 4) {
      const until = Math.min(end, at + piece);
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
        if (!(cause instanceof RangeError) || from + held.length >= end || piece > MAX_HEADER) throw cause
        held = new Uint8Array();
      }
    }
  }

  /** Has the bytes from one place to another at hand, and up to `until` where they have to be read. */
  async function hold(start        , stop        , until = stop)                {
    if (start >= from && stop <= from + held.length) return
    ;[held, from] = [await slice(start, Math.max(stop, until)), start];
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

/** Bytes that one group of rows may decode to, and rows: each group is held in memory whole. */
const MAX_GROUP_BYTES = 2 * 1024 ** 3;
const MAX_GROUP_ROWS = 16_000_000;
/** Bytes of the footer. */
const MAX_FOOTER = 64 * 1024 * 1024;

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

const MAGIC = 'PAR1';

/** An open file. Every failure is a `UserError` that names it. */
                              
                                            
                                                                            
                                                                               
                                                                                      
                                                                                                    
                                                                                                                       
                                                                                
                        
 

                              
                                                                            
                                                   
 

/** Whether a file begins as Parquet does. */
const isParquet = (head            )          => Buffer.from(head.subarray(0, 4)).toString('latin1') === MAGIC;

/** Opens a file and reads its footer. What the footer says of values (least, greatest, how many are missing) is not used: no writer need tell the truth there. */
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
  const { compressors } = await import('./parquet.js').then(function (n) { return n.i; });
  const buffer              = { byteLength: size, slice: (start, end = size) => slice(handle, start, end, size) };
  const metadata = await refusing(file, async () => {
    refuseOutside(size, await buffer.slice(Math.max(0, size - 8), size));
    return parquetMetadataAsync(buffer)
  });
  const groups                                    = [];
  let first = 0;
  for (const { num_rows, total_byte_size } of metadata.row_groups) {
    const rows = Number(num_rows);
    if (rows > MAX_GROUP_ROWS || Number(total_byte_size) > MAX_GROUP_BYTES) throw tooLarge(file)
    groups.push({ first, rows });
    first += rows;
  }
  if (first !== Number(metadata.num_rows)) throw damaged(file, `it says ${metadata.num_rows} rows and holds ${first}`)
  const schema = parquetSchema(metadata);
  const pagesOf = (name        , group        ) => {
    const element = schema.children.find(child => child.element.name === name);
    const chunk = metadata.row_groups[group]?.columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === name);
    if (!element || !chunk?.meta_data || chunk.file_path) throw new Error(`a column is not where it should be`)
    if (element.children.length > 0 || element.element.repetition_type === 'REPEATED') return undefined
    const column = { metadata: chunk.meta_data, path: [schema, element], rows: groups[group]?.rows ?? 0 };
    return columnPages(column, async (start, end) => new Uint8Array(await buffer.slice(start, end)), compressors)
  };
  const read                      = (columns, start, end) =>
    refusing(file, async () => {
      const pieces = new Map                 (columns.map(({ name }) => [name, []]));
      await parquetRead({
        file: buffer,
        metadata,
        columns: [...pieces.keys()],
        rowStart: start,
        rowEnd: end,
        compressors,
        geoparquet: false,
        onChunk: ({ columnName, columnData, rowStart }) => pieces.get(columnName)?.push({ columnData, rowStart }),
      });
      return columns.map(({ name }) => joined(pieces.get(name) ?? [], start, end))
    });
  return {
    columns: columnsOf(file, metadata),
    groups,
    read,
    close: () => handle.close(),
    cursor: (columns, group) =>
      refusing(file, async () => {
        const { first, rows } = groups[group] ?? { first: 0, rows: 0 };
        const cursors                 = [];
        for (const column of columns) {
          const pages = pagesOf(column.name, group);
          cursors.push(columnCursor(pages ?? once(() => read([column], first, first + rows))));
        }
        return {
          take: rows =>
            refusing(file, async () => {
              const taken                       = [];
              for (const cursor of cursors) taken.push(await cursor.take(rows));
              return taken
            }),
        }
      }),
  }
}

                 
                                         
                           
 

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

async function* once(read                                     )                                     {
  yield* await read();
}

/** The footer's length is the file's own word for it. */
function refuseOutside(size        , tail             )       {
  const bytes = Buffer.from(tail);
  if (bytes.length < 8 || bytes.toString('latin1', 4) !== MAGIC) throw new Error('its end is missing')
  const footer = bytes.readUInt32LE(0);
  if (footer > MAX_FOOTER || footer + 12 > size) throw new Error(`its footer has ${footer} bytes, more than it can`)
}

async function slice(handle            , start        , end        , size        )                       {
  if (!(start >= 0 && end >= start && end <= size)) throw new Error('a part of it lies outside the file')
  const bytes = new Uint8Array(end - start);
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
  if (bytesRead < bytes.length) throw new Error('its end is missing')
  return bytes.buffer
}

/** Different values of a column that are told apart by numbers, and rows after which many of them are too many. */
const MAX_CODES = 1024;
const TRIAL = 512;
/** Whole numbers up to here, and no further, are written without an exponent and read again as they were. */
const MAX_WHOLE = 1e15;

/** Years of four digits. */
const FIRST_TIME = Date.parse('0000-01-01T00:00:00Z');
const LAST_TIME = Date.parse('9999-12-31T23:59:59.999Z');

/** Values of a column; undefined of one that nobody should ask for. */
                                                                              
                                                 
 

/** Makes batches of rows held by column. A row's place is its number, from 1. */
function columnBatches(width        , overflow                      ) {
  const known = Array.from({ length: width }, numberedTexts);
  return (columns                         , from        , rows        , firstPlace        )        => {
    const asked = new Map               ();
    return {
      rows,
      overflow,
      places: Float64Array.from({ length: rows }, (_, row) => firstPlace + row),
      cells(index) {
        const cells = asked.get(index) ?? columnCells(columns[index], from, rows, known[index]);
        asked.set(index, cells);
        return cells
      },
    }
  }
}

function columnCells(
  column                          ,
  from        ,
  rows        ,
  numbered                           ,
)        {
  if (!column?.values) throw new Error('A column was measured that was not read')
  const { values, text: written, isDate } = column;
  const read = new Map                      ();
  let hashes;                    
  let coded;                                                   
  const text = (row        ) => written(values[from + row]);
  return {
    empty: Uint8Array.from({ length: rows }, (_, row) => (isEmpty(values[from + row]) ? 1 : 0)),
    text,
    values(reader) {
      const numbers = read.get(reader) ?? Float64Array.from({ length: rows }, (_, row) => valueAt(row, reader));
      read.set(reader, numbers);
      return numbers
    },
    get codes() {
      coded ??= { codes: numbered?.code(values, from, rows, written) };
      return coded.codes
    },
    get hashes() {
      hashes ??= hashTexts(rows, text);
      return hashes
    },
  }

  function valueAt(row        , reader        )         {
    const value = values[from + row];
    if (isEmpty(value)) return Number.NaN
    return numberOf(value, reader.form, isDate) ?? reader.read(written(value))
  }
}

const isEmpty = (value         )          =>
  value === null || value === undefined || value === '' || (value instanceof Uint8Array && value.length === 0);

/** What a reader of the form reads of the value's text, where that is the value itself. */
function numberOf(value         , form                        , isDate         )                     {
  if (value instanceof Date) {
    const time = value.getTime();
    // Times are written with their offset, Z, and days without.
    const isRead = isDate ? form?.is === 'day' && form.zoned !== true : form?.is === 'time' && form.zoned !== false;
    return isRead && time >= FIRST_TIME && time <= LAST_TIME ? time : undefined
  }
  if (form?.is === 'decimal' && typeof value === 'number' && Number.isFinite(value)) return value + 0
  if (form?.is === 'decimal' || form?.is === 'whole') {
    const number = typeof value === 'bigint' ? Number(value) : value;
    const isSmall = typeof number === 'number' && Number.isInteger(number) && Math.abs(number) <= MAX_WHOLE;
    return isSmall ? number + 0 : undefined
  }
  return undefined
}

                         
                                                                                                      
 

/** Numbers the texts of a column from batch to batch, until they are many; 0 is the empty one. */
function numberedTexts()                {
  const texts = [''];
  const numbers = new Map                 ([['', 0]]);
  let asked = 0;
  let isFull = false;
  return {
    code(values, from, rows, written) {
      const of = new Uint32Array(rows);
      for (let row = 0; row < rows && !isFull; row++) {
        const value = values[from + row];
        const key = typeof value === 'object' ? written(value) : (value ?? '');
        let number = numbers.get(key);
        if (number === undefined) {
          number = texts.push(written(value)) - 1;
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

const NONE        = {
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
      return NONE
    },
  });
  return asked
}

/** Rows of a batch. */
const BATCH = 4096;

/** Measures one group of rows after another, a batch at a time; columns that nobody asks for are not read. */
                                
                        
                               
                                       
 

function groupMeasurer(
  { columns, groups, cursor }             ,
  job          ,
  overflow                      ,
)                {
  const header = columns.map(({ name }) => name);
  const run = startJob(job, header);
  const asked = columnsAsked(job, header);
  const wanted = columns.filter((_, index) => asked.has(index));
  const batchOf = columnBatches(columns.length, overflow);
  return {
    run,
    async measure(group) {
      const { first, rows } = groups[group] ?? { first: 0, rows: 0 };
      const { take } = await cursor(wanted, group);
      for (let from = 0; from < rows; from += BATCH) {
        const count = Math.min(BATCH, rows - from);
        const values = await take(count);
        const all = columns.map(column => ({ ...column, values: values[wanted.indexOf(column)] }));
        run.add(batchOf(all, 0, count, first + from + 1));
      }
    },
  }
}

export { groupMeasurer as g, isParquet as i, openParquet as o };
