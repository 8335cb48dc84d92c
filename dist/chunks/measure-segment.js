import { t as textColumn } from './text-column.js';

const NEWLINE$4 = 0x0a;
const QUOTE$2 = 0x22;

/** Where the last whole row ends: at a line break that as many quotes precede as follow. */
function lastRowEnd(bytes        , end        , { oddQuotes }                         )         {
  const last = bytes.subarray(0, end).lastIndexOf(NEWLINE$4);
  if (last === -1) return 0
  let odd = oddQuotes(bytes, 0, last);
  for (let at = last; at >= 0; at--) {
    const byte = bytes[at];
    if (byte === QUOTE$2) odd = !odd;
    else if (byte === NEWLINE$4 && !odd) return at + 1
  }
  return 0
}

const NEWLINE$3 = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE$1 = 0x22;
const QUOTES = 0x22222222;

/**
 * Finds the cells of rows of RFC 4180, lines ended by LF or CRLF, as `ScanRows` says. Rows of a wrong number of cells are
 * faults, blank lines only where a row follows.
 */
function scanRows(
  bytes            ,
  at        ,
  end        ,
  separator        ,
  found             ,
)                    {
  const { width, room, starts, ends, begins } = found;
  // Most bytes of most files are letters and digits, greater than every mark there is.
  const greatest = Math.max(separator, QUOTE$1);
  const above = (greatest + 1) * 0x01010101;
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let next = at;
  let row = 0;
  found.rows = 0;
  found.blank = -1;
  while (row < room && next < end) {
    const begin = next;
    const base = row * width;
    let column = 0;
    for (;;) {
      let byte = bytes[next];          
      if (byte === QUOTE$1) {
        const start = next + 1;
        let doubled = false;
        next = start;
        for (;;) {
          while (next + 4 <= end && !hasByteBelow(words.getInt32(next, true) ^ QUOTES, 0x01010101)) next += 4;
          while (next < end && bytes[next] !== QUOTE$1) next++;
          if (next >= end) return { kind: 'open-quote', at: start - 1, cells: column }
          if (next + 1 >= end || bytes[next + 1] !== QUOTE$1) break
          doubled = true;
          next += 2;
        }
        const stop = next++;
        byte = bytes[next];          
        if (byte === CARRIAGE_RETURN && bytes[next + 1] === NEWLINE$3) byte = bytes[++next];          
        if (byte !== separator && byte !== NEWLINE$3) return { kind: 'quote-after', at: start - 1, cells: column }
        if (column < width) {
          starts[base + column] = start;
          ends[base + column] = doubled ? ~stop : stop;
        }
      } else {
        const start = next;
        if (byte > greatest) {
          next++;
          while (next + 4 <= end && !hasByteBelow(words.getInt32(next, true), above)) next += 4;
          byte = bytes[next];          
          while (byte > greatest) byte = bytes[++next];          
        }
        while (byte !== separator && byte !== NEWLINE$3) {
          if (byte === QUOTE$1) return { kind: 'quote-inside', at: start, cells: column }
          do byte = bytes[++next];          
          while (byte > greatest)
        }
        const returned = byte === NEWLINE$3 && next > start && bytes[next - 1] === CARRIAGE_RETURN;
        if (column < width) {
          starts[base + column] = start;
          ends[base + column] = returned ? next - 1 : next;
        }
      }
      column += 1;
      next += 1;
      if (byte === NEWLINE$3) break
    }
    if (column === 1 && width > 1 && starts[base] === ends[base] && starts[base] === begin) {
      if (found.blank === -1) found.blank = begin;
      continue
    }
    if (found.blank !== -1) return { kind: 'blank', at: found.blank, cells: 1 }
    if (column !== width) return { kind: 'ragged', at: begin, cells: column }
    begins[row] = begin;
    row += 1;
    found.rows = row;
  }
  return Math.min(next, end)
}

/** Whether one of a word's four bytes is less than a limit of at most 128, which `limits` holds four times (Anderson, Bit twiddling hacks). */
const hasByteBelow = (word        , limits        )          => ((word - limits) & ~word & 0x80808080) !== 0;

/** `scanRows` by a kernel: the bytes, `BEYOND` more that may be read, and what is found must be in its memory. */
const scanInKernel =
  (kernel        , separator        )           =>
  (bytes, at, end, found) => {
    const { starts, ends, begins, width, room } = found;
    const [first, last, rows] = [starts.byteOffset, ends.byteOffset, begins.byteOffset];
    const next = kernel.scanRows(bytes.byteOffset, at, end, separator, width, room, first, last, rows);
    found.rows = kernel.rows.value;
    found.blank = -1;
    // A row that the kernel does not take: blank, faulty, or the last one without its line break.
    return found.rows === 0 ? scanRows(bytes, at, end, separator, found) : next
  };

/** The text of a quoted cell: its doubled quotes made single. */
const undouble = (written        )         => written.replaceAll('""', '"');

/** CSV (RFC 4180), its cells separated by a comma or a tab. */
const csvGrammar = (separator        )          => ({
  lastRowEnd,
  tooLong: 'long-row',
  scanRows: (_, kernel) =>
    kernel ? scanInKernel(kernel, separator) : (bytes, at, end, found) => scanRows(bytes, at, end, separator, found),
  textOf: undouble,
});

const NEWLINE$2 = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const [MINUS, PLUS, POINT, ZERO, NINE] = [0x2d, 0x2b, 0x2e, 0x30, 0x39];
const [COMMA, COLON] = [0x2c, 0x3a];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
const [SPACE, TAB, RETURN] = [0x20, 0x09, 0x0d];
const LOWER = 0x20;
const E = 0x65;
const TRUE = Buffer.from('true');
const FALSE = Buffer.from('false');
const NULL = Buffer.from('null');

/** The pairs of an object, as far as it was read: where each key and value stands in the bytes. */
                        
               
                                                                                                                                                                       
                    
 

const noPairs = ()        => ({ count: 0, places: new Int32Array(4 * 64) });

/** What a line is that holds no object. No complement of an end is either: nothing ends within the first three bytes. */
const BLANK = -1;
const NO_OBJECT = -2;

/**
 * Reads an object of one line (RFC 8259): the byte after its line break, or what the line is instead. A line break must
 * follow somewhere; JSON's strings hold none, so nothing here looks for an end.
 */
function scanLine(bytes            , from        , pairs       )         {
  let at = blanks(bytes, from);
  pairs.count = 0;
  if (bytes[at] === NEWLINE$2) return BLANK
  if (bytes[at] !== OPEN_OBJECT) return NO_OBJECT
  at = blanks(bytes, at + 1);
  if (bytes[at] === CLOSE_OBJECT) return lineEnd(bytes, at + 1)
  for (;;) {
    if (bytes[at] !== QUOTE) return NO_OBJECT
    const key = at + 1;
    at = stringEnd(bytes, key);
    if (at === NO_OBJECT) return NO_OBJECT
    const keyIsPlain = at >= 0;
    if (!keyIsPlain) at = ~at;
    if (!keyIsPlain && !isJson(bytes, key - 1, at)) return NO_OBJECT
    if (4 * pairs.count === pairs.places.length) pairs.places = longer(pairs.places);
    const { places } = pairs;
    const pair = 4 * pairs.count++;
    places[pair] = keyIsPlain ? key : key - 1;
    places[pair + 1] = keyIsPlain ? at - 1 : ~at;
    at = blanks(bytes, at);
    if (bytes[at] !== COLON) return NO_OBJECT
    at = blanks(bytes, at + 1);
    const byte = bytes[at];          
    if (byte === QUOTE) {
      const end = stringEnd(bytes, at + 1);
      if (end === NO_OBJECT) return NO_OBJECT
      if (end >= 0) {
        places[pair + 2] = at + 1;
        places[pair + 3] = end - 1;
        at = end;
      } else {
        if (!isJson(bytes, at, ~end)) return NO_OBJECT
        places[pair + 2] = at;
        places[pair + 3] = end;
        at = ~end;
      }
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      const end = nestedEnd(bytes, at);
      if (end === NO_OBJECT || !isJson(bytes, at, end)) return NO_OBJECT
      places[pair + 2] = at;
      places[pair + 3] = ~end;
      at = end;
    } else {
      const end = byte === MINUS || isDigit(byte) ? numberEnd(bytes, at) : wordEnd(bytes, at);
      if (end === NO_OBJECT) return NO_OBJECT
      places[pair + 2] = at;
      places[pair + 3] = byte === NULL[0] ? at : end;
      at = end;
    }
    at = blanks(bytes, at);
    if (bytes[at] === CLOSE_OBJECT) return lineEnd(bytes, at + 1)
    if (bytes[at] !== COMMA) return NO_OBJECT
    at = blanks(bytes, at + 1);
  }
}

function blanks(bytes            , from        )         {
  let at = from;
  for (let byte = bytes[at]; byte === SPACE || byte === TAB || byte === RETURN; byte = bytes[at]) at++;
  return at
}

function lineEnd(bytes            , from        )         {
  const at = blanks(bytes, from);
  return bytes[at] === NEWLINE$2 ? at + 1 : NO_OBJECT
}

/** The byte after a string's closing quote, as its complement where it holds escapes. */
function stringEnd(bytes            , from        )         {
  let at = from;
  for (;;) {
    const byte = bytes[at];          
    if (byte === QUOTE) return at + 1
    if (byte === BACKSLASH) break
    if (byte < SPACE) return NO_OBJECT
    at++;
  }
  for (;;) {
    const byte = bytes[at];          
    if (byte === QUOTE) return ~(at + 1)
    if (byte < SPACE) return NO_OBJECT
    at += byte === BACKSLASH && (bytes[at + 1]          ) >= SPACE ? 2 : 1;
  }
}

const isDigit = (byte                    )          => byte !== undefined && byte >= ZERO && byte <= NINE;

function numberEnd(bytes            , from        )         {
  let at = bytes[from] === MINUS ? from + 1 : from;
  if (!isDigit(bytes[at])) return NO_OBJECT
  if (bytes[at] === ZERO) at++;
  else at = digitsEnd(bytes, at);
  if (bytes[at] === POINT) {
    if (!isDigit(bytes[at + 1])) return NO_OBJECT
    at = digitsEnd(bytes, at + 1);
  }
  if (((bytes[at]          ) | LOWER) === E) {
    at += bytes[at + 1] === PLUS || bytes[at + 1] === MINUS ? 2 : 1;
    if (!isDigit(bytes[at])) return NO_OBJECT
    at = digitsEnd(bytes, at);
  }
  return at
}

function digitsEnd(bytes            , from        )         {
  let at = from;
  while (isDigit(bytes[at])) at++;
  return at
}

function wordEnd(bytes            , from        )         {
  for (const word of [TRUE, FALSE, NULL])
    if (word.every((byte, i) => bytes[from + i] === byte)) return from + word.length
  return NO_OBJECT
}

/** The byte after a list or an object; what is in it is for JSON.parse to judge. */
function nestedEnd(bytes            , from        )         {
  let depth = 0;
  for (let at = from; ; at++) {
    const byte = bytes[at];          
    if (byte === QUOTE) {
      const end = stringEnd(bytes, at + 1);
      if (end === NO_OBJECT) return NO_OBJECT
      at = (end < 0 ? ~end : end) - 1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      depth--;
      if (depth === 0) return at + 1
    } else if (byte === NEWLINE$2) return NO_OBJECT
  }
}

function isJson(bytes            , start        , end        )          {
  try {
    JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString());
    return true
  } catch {
    return false
  }
}

function longer(places            )                          {
  const more = new Int32Array(2 * places.length);
  more.set(places);
  return more
}

/** The text of a cell that is written with escapes, or as a list or an object: these as JSON without blanks. */
function writtenText(written        )         {
  const value          = JSON.parse(written);
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const encoder = new TextEncoder();

/** Finds the cells of objects with these keys; a key that an object lacks is an empty cell. */
function scanLines(columns                   )           {
  const keys = columns.map(column => encoder.encode(column));
  const byKey = new Map(columns.map((column, i) => [column, i]));
  const pairs = noPairs();
  // The row, counted from the first one ever, in which each column was met last.
  const met = new Float64Array(columns.length).fill(-1);
  let line = 0;
  return (bytes, from, end, found) => {
    const { width, room, starts, ends, begins } = found;
    found.rows = 0;
    found.blank = -1;
    let at = from;
    while (found.rows < room && at < end) {
      const next = scanLine(bytes, at, pairs);
      if (next === BLANK) {
        at = bytes.indexOf(NEWLINE$1, at) + 1;
        continue
      }
      if (next === NO_OBJECT) return fault('no-object')
      line += 1;
      const base = found.rows * width;
      for (let pair = 0; pair < pairs.count; pair++) {
        const column = isKey(bytes, pairs, pair, keys[pair]) ? pair : columnOf(bytes, pair);
        if (column === undefined) return fault('unknown-key')
        if (met[column] === line) return fault('repeated-key')
        met[column] = line;
        starts[base + column] = pairs.places[4 * pair + 2];          
        ends[base + column] = pairs.places[4 * pair + 3];          
      }
      for (let column = 0; pairs.count < width && column < width; column++) {
        if (met[column] === line) continue
        starts[base + column] = at;
        ends[base + column] = at;
      }
      begins[found.rows] = at;
      found.rows += 1;
      at = next;
    }
    return Math.min(at, end)

    function fault(kind                  )           {
      return { kind, at, cells: pairs.count }
    }
  }

  function columnOf(bytes            , pair        )                     {
    return byKey.get(keyOf(bytes, pairs, pair))
  }
}

const NEWLINE$1 = 0x0a;

/** Whether the key of a pair is written as this one. */
function isKey(bytes            , { places }       , pair        , key                        )          {
  const start = places[4 * pair];          
  if (key?.length !== (places[4 * pair + 1]          ) - start) return false
  for (let i = 0; i < key.length; i++) if (bytes[start + i] !== key[i]) return false
  return true
}

/** The text of a pair's key. */
function keyOf(bytes            , { places }       , pair        )         {
  const start = places[4 * pair] ?? 0;
  const end = places[4 * pair + 1] ?? 0;
  const written = Buffer.from(bytes.buffer, bytes.byteOffset + start, (end < 0 ? ~end : end) - start).toString();
  return end < 0 ? writtenText(written) : written
}

const NEWLINE = 0x0a;

/** JSON Lines: an object on every line, its keys the columns; numbers keep the digits they are written with. */
const jsonLinesGrammar          = {
  lastRowEnd: (bytes, end) => bytes.subarray(0, end).lastIndexOf(NEWLINE) + 1,
  tooLong: 'long-line',
  scanRows: scanLines,
  textOf: writtenText,
};

/** How a text holds a table, as plain data that threads can be told. */
                                                                                                     

/** How rows are found in a text. */
                          
                                                                                                                                                 
                                                                               
                                   
                                    
                                                                              
                                                                 
                                                           
                                 
 

function grammarOf(form      )          {
  switch (form.is) {
    case 'csv':
      return csvGrammar(form.separator)
    case 'json-lines':
      return jsonLinesGrammar
  }
}

/**
 * Makes batches of the rows that a scanner has found last. A batch is good until the next one is made: all are read into the
 * same memory, and by the same objects, as making these anew for each would be most of the cost.
 */
function textBatches(
  kernel        ,
  scanner         ,
  textOf                   ,
  overflow                      ,
) {
  const { found } = scanner;
  const columns                             = Array.from({ length: found.width });
  const places = new Float64Array(found.room);
  return (scanned              )        => {
    const { rows, begins } = found;
    for (let row = 0; row < rows; row++) places[row] = scanned.base + (begins[row] ?? 0);
    for (const column of columns) column?.renew(scanned);
    return {
      rows,
      overflow,
      places: places.subarray(0, rows),
      cells(index) {
        const column = columns[index] ?? textColumn(kernel, scanner, textOf, index, scanned);
        columns[index] = column;
        return column.cells
      },
    }
  }
}

/** Scans segments for batches of rows, in a kernel's memory. */
                          
                                    
                             
                                                                             
                        
                                            
                                                       
 

/** Cells of a batch: their bounds, and a few of their columns, stay in the processor's cache. */
const CELLS = 65_536;
const MOST_ROWS = 4096;
const LEAST_ROWS = 64;

/** A scanner for rows of that many cells; segments must be in the kernel's memory, with `BEYOND` bytes after them that may be read. */
function startScanner(kernel        , width        , scanRows          )          {
  const room = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, Math.floor(CELLS / width)));
  const [starts, ends, begins] = [kernel.take(4 * width * room), kernel.take(4 * width * room), kernel.take(4 * room)];
  const cells = kernel.take(20);
  const memory = kernel.bufferTo(cells, 20);
  const told = new Uint32Array(memory, cells, 5);
  const found              = {
    width,
    room,
    rows: 0,
    starts: new Int32Array(memory, starts, width * room),
    ends: new Int32Array(memory, ends, width * room),
    begins: new Int32Array(memory, begins, room),
    blank: -1,
  };
  return {
    found,
    cells,
    scan({ bytes, end }, at) {
      const origin = kernel.addressOf(bytes);
      if (origin === undefined) throw new Error("A segment must be in the kernel's memory")
      const next = scanRows(bytes, at, end, found);
      told.set([origin, starts, ends, width, found.rows]);
      return next
    },
  }
}

/** What became of a segment. */
                                  
                       
                                                                                         
                         
                                                         
                           
 

/** Measures one segment after another, of the same table. */
function segmentMeasurer(
  kernel        ,
  run          ,
  columns                   ,
  grammar         ,
  overflow           ,
) {
  const scanner = startScanner(kernel, columns.length, grammar.scanRows(columns, kernel));
  const batchOf = textBatches(kernel, scanner, grammar.textOf, overflow);
  return (segment         )                  => {
    const { found } = scanner;
    let at = segment.start;
    let rows = 0;
    while (at < segment.end) {
      const next = scanner.scan(segment, at);
      if (found.rows > 0) run.add(batchOf(segment));
      rows += found.rows;
      if (typeof next !== 'number') return { rows, fault: { ...next, at: segment.base + next.at } }
      if (found.blank !== -1) return { rows, blank: segment.base + found.blank }
      at = next;
    }
    return { rows }
  }
}

export { BLANK as B, NO_OBJECT as N, scanRows as a, scanLine as b, grammarOf as g, keyOf as k, noPairs as n, segmentMeasurer as s, undouble as u };
