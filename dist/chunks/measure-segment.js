import { t as hashBytes, u as hashed } from './table-job.js';

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

const encoder$1 = new TextEncoder();

/** Finds the cells of objects with these keys; a key that an object lacks is an empty cell. */
function scanLines(columns                   )           {
  const keys = columns.map(column => encoder$1.encode(column));
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

// Made by "npm run generate" from assembly/: WebAssembly, in base64.
const PAGES = 32768;
const CODE = [
  'AGFzbQEAAAABQglgAn9/AX9gAX8BfmAFf39/f38Bf2ABfwF8YAl/f39/f39/f38Bf2ACfn8BfGADf39/AXxgA39/fwBgBH9/f38BfwISAQNlbn',
  'YGbWVtb3J5AgMBgIACAw4NAwEAAAQFAAYCAgcIAgQFAXABBAQGEAN/AUEAC34BQgALfwFBAAsHYQkJY29kZUNlbGxzAAwEc2xvdAMACGRlY2lt',
  'YWxzAAsKZW1wdHlDZWxscwAKCWhhc2hDZWxscwAJCGluc3RhbnRzAAgJb2RkUXVvdGVzAAYEcm93cwMCCHNjYW5Sb3dzAAQJCQEAQQELAwMCAQ',
  'wBBgr0IQ2vAwEEfyAALQAEQS1HBH9BAQUgAC0AB0EtRwsEQEQAAAAAAAD4fw8LIAAtAAlBMGsiAiAAQQhqLQAAQTBrIgFBCmxqQegHIAJBCU0g',
  'AUEJTXEbIQEgAC0ABkEwayIDIABBBWotAABBMGsiAkEKbGpB6AcgA0EJTSACQQlNcRsiAkUgAC0AA0EwayIEIABBAmotAABBMGsiA0EKbGpB6A',
  'cgBEEJTSADQQlNcRsiA0HjAEsgAC0AAUEwayIEIAAtAABBMGsiAEEKbGpB6AcgBEEJTSAAQQlNcRsiAEHjAEtyciACQQxLcgRARAAAAAAAAPh/',
  'DwsgAEHkAGwgA2oiA0EDcUUiAARAIANB5ABvQQBHIQALIAFFIAAEfyAABSADQZADb0ULQQAgAkECRhsEf0EdBSACQQJ0QaAOaigCAAsgAUhyBE',
  'BEAAAAAAAA+H8PCyACQX1BCSACQQJLG2pBmQFsQQJqQQVtIAFqIANBkANqIAJBAk1rIgBBkANtIgFBsfUIbCAAIAFBkANsayIAQe0CbGogAEEE',
  'bWogAEHkAG1rakGe6jRrt0QAAAAAcJmUQaILHQAgAEECdCIAQbQKajUCACAAQbAKajUCAEIghoQLEAAgACgCCCABQQJ0aigCAAsQACAAKAIEIA',
  'FBAnRqKAIAC+QHAwx/BX4FeyAD/Q8hGiACIAJBAWogACACakEBay0AAEEKRhshEEEAJAIgASIDIQogAyELA0AgCyAQSQRAIAAgC2oiAf0ABAAi',
  'G/0MIiIiIiIiIiIiIiIiIiIiIv0j/WStIAH9AAQQIhz9DCIiIiIiIiIiIiIiIiIiIiL9I/1krUIQhoQgAf0ABCAiHf0MIiIiIiIiIiIiIiIiIi',
  'IiIv0j/WStQiCGhCAB/QAEMCIe/QwiIiIiIiIiIiIiIiIiIiIi/SP9ZK1CMIaEIRYgG/0MCgoKCgoKCgoKCgoKCgoKCv0j/WStIBz9DAoKCgoK',
  'CgoKCgoKCgoKCgr9I/1krUIQhoQgHf0MCgoKCgoKCgoKCgoKCgoKCv0j/WStQiCGhCAe/QwKCgoKCgoKCgoKCgoKCgoK/SP9ZK1CMIaEIhggGy',
  'Aa/SP9ZK0gHCAa/SP9ZK1CEIaEIB0gGv0j/WStQiCGhCAeIBr9I/1krUIwhoSEIRUgFiAXhEIAUgRAIBcgFkIBhiAWhSIXIBdCAoaFIhcgF0IE',
  'hoUiFyAXQgiGhSIXIBdCEIaFIhcgF0IghoWFIhlCP4chFyAVIBlCf4WDIRULIAtBQGsgEEsEQCAVQgEgECALa62GQgF9gyEVCwNAIBVCAFIEQC',
  'AKIAsgFXoiGadqIhIiAUkgGCAZiEIBg6ciE3EEfyAAIAFqQQFrLQAAQQ1GBUEACwRAIAFBAWshAQsgACAKai0AAEEiRiABIApLcQRAIAFBAWsi',
  'ASAKQQFqIgpJBH9BAQUgACABai0AAEEiRwsEQCADDwsgACAKaiENIAAgAWohEUEAIQ4DQCANIBFJBEACQCAN/QAEAP0MIiIiIiIiIiIiIiIiIi',
  'IiIv0j/WQhDCARIA1rIhRBEEkEQCAMQQEgFHRBAWtxIQwLIAxFBEAgDUEQaiENDAMLQX8hDiANIAxoaiIMQQFqIBFPBH9BAQUgDC0AAUEiRwsN',
  'AEEBIQ4gDEECaiENDAILCwsgDgRAIA5BAEgEQCADDwsgAUF/cyEBCwUgCSAKSwR/QQEFIBZCASAZhkIBfYNCfyAKIAsgCiALSxsgC2uthoNCAF',
  'ILBEAgAw8LCyAEIA9GBEAgAw8LIAYgCjYCACAHIAE2AgAgBkEEaiEGIAdBBGohByAPQQFqIQ8gEkEBaiEKIBMEQCAEIA9HBEAgAw8LIAggAzYC',
  'ACAIQQRqIQhBACEPIAohAyMCQQFqJAIjAiAFRgRAIAMgAiACIANLGw8LCyAVIBVCAX2DIRUMAQsLIBZCAFIEQCALQUBrIBZ5p2shCQsgC0FAay',
  'ELDAELCyADIAIgAiADSxsL9QMCBn4CfyABRSAAUHIEQCAAug8LIABCgICAgICAgBBYBH8gAUEfdSIIIAEgCGpzQRZMBUEACwRAIAFBAEoEfCAA',
  'uiABQQN0QeAIaisDAKMFIAC6QQAgAWtBA3RB4AhqKwMAogsPCyABQQBIIAFBG0pyBEBEAAAAAAAA+H8PCyABQQFrQQJ0IghBgA4oAgAiCREBAC',
  'ICQv////8PgyEEIAAgAHkiBYYiAEL/////D4MiAyACQiCIIgJ+IAQgAEIgiCIGfiADIAR+IgBCIIh8IgRC/////w+DfCEHIAIgBn4gBEIgiHwg',
  'B0IgiHwkASAAQv////8PgyAHQiCGhCECIwEiAEL/A4NC/wNRBEAgCEECaiAJEQEAIgRC/////w+DIQcgBEIgiCIEIAZ+IAYgB34gAyAHfkIgiH',
  'wiBkIgiHwgAyAEfiAGQv////8Pg3xCIIh8JAEgAEIBfCAAIAIjAXwiAiMBVBshAAsgAEI/iKciCSABQZbbcmxBEHVqIAWna0G+CGohCCAAIAlB',
  'CWqsIgOIIgRCfoMgBCABQQRMIAJCAVhxIARCA4NCAVFxIAQgA4YgAFFxGyIAIABCAYN8QgGIIgBCgICAgICAgBBaBH4gCEEBaiEIQoCAgICAgI',
  'AIBSAAC0L/////////d4MgCKxCNIaEvwt/AgF/AXsDQCAAQRBqIgIgAU0EQCADIAD9AAQA/QwiIiIiIiIiIiIiIiIiIiIi/SP9USEDIAIhAAwB',
  'CwsgACABSQRAIAD9AAQA/QwiIiIiIiIiIiIiIiIiIiIi/SP9ZEEBIAEgAGt0QQFrcWkgA/1kaXNBAXEPCyAD/WRpQQFxC/YDAwZ/AXwBfgJAIA',
  'EgAGtBEEkEf0EBBSAALQANQTpHCw0AIAAtAAoiA0EgRyADQdQAR3ENACAALQAMQTBrIgQgAEELai0AAEEwayIDQQpsakHoByAEQQlNIANBCU1x',
  'GyEGIAAtAA9BMGsiBSAAIgNBDmotAABBMGsiBEEKbGpB6AcgBUEJTSAEQQlNcRshBSAAQRBqIgAgAUkEfyAALQAAQTpGBUEACwR8IABBA2oiBC',
  'ABSw0BIABBAWotAABBMGsiB0EKbCAALQACQTBrIgBqQegHIABBCU0gB0EJTXEbIQcgBCIAIAFJBH8gAC0AAEEuRgR/QQEFIAAtAABBLEYLBUEA',
  'CwR8IABBAWoiACEEA0AgACAEa0EKSSAAIAFJcQRAIAAtAABBMGsiCEEJTQRAIAitIApCCn58IQogAEEBaiEADAILCwsgACAERiAAIARrIgRBCU',
  'tyDQIgCrogBEEDdEHgCGorAwCjBUQAAAAAAAAAAAsFRAAAAAAAAAAACyEJIAAgAUEBa0YiBARAIAAtAABB2gBGIQQLIARFIAAgAUdxBH9BAQUg',
  'AkECRiAER0EAIAIbCw0AIAVBO0sgBkEXS3IgB0E7S3INACADEAAgBkE8bCAFakE8bCAHarggCaBEAAAAAABAj0CioA8LRAAAAAAAAPh/C7kBAg',
  'F8Bn8DQCAGIAAoAhBJBEAgACABQaAIKAIAEQAAIgkgACABQcAIKAIAEQAAIgpIBHwgACgCACILIAlqIQcgCiALaiELIAIEfCAHIAsgAxAHBSAL',
  'IAdrQQpGIANBAkdxBHwgBxAABUQAAAAAAAD4fwsLBUQAAAAAAAD4fwshBSAIQQFqIAggCSAKRyAFIAVicRshCCAEIAZBA3RqIAU5AwAgBkEBai',
  'EGIAEgACgCDGohAQwBCwsgCAu7AwEJfwNAIA0gACgCEEkEQAJAIAAgAUHACCgCABEAACIIQQBIBEAgCUEBaiEJDAELIAggACABQaAIKAIAEQAA',
  'IgZrIQcgACgCACIFIAZqIQYgBSAIaiEIIAdBsfPd8XlzIQwgB0H3lK+veHMhCyAHQb3cypV8cyEKA0AgBkEEaiIFIAhNBEAgBigCACIHIAxzQd',
  'Ha+OR8bCIGIAZBD3ZzIQwgByALc0GT65zcAWwiBiAGQQ12cyELIApBB3cgB3NBk5eOj3psIQogBSEGDAELCyAGKAIAQQEgCCAGa0EDdHRBAWtx',
  'IgYgDHNB0dr45HxsIgUgBUEQdnNB65Svr3hsIgUgBUENdnNBtdzKlXxsIgUgBUEQdnMiCCAGIAtzQZPrnNwBbHMiBSAFQRB2c0HrlK+veGwiBS',
  'AFQQ12c0G13MqVfGwiBSAFQRB2cyIHIAYgCnNBk5eOj3pscyIFIAVBEHZzQeuUr694bCIFIAVBDXZzQbXcypV8bCEGIA1BAnQiBSACaiAINgIA',
  'IAMgBWogBzYCACAEIAVqIAZBEHYgBnM2AgALIA1BAWohDSABIAAoAgxqIQEMAQsLIAkLSAEBfwNAIAMgACgCEEkEQCACIANqIAAgAUGgCCgCAB',
  'EAACAAIAFBwAgoAgARAABGOgAAIANBAWohAyABIAAoAgxqIQEMAQsLC7UEAwt/AXwBfgNAIAogACgCEEkEQCAAIAFBwAgoAgARAAAiCSAAIAFB',
  'oAgoAgARAAAiB0YEfEQAAAAAAAD4fwUgCUEASAR8RAAAAAAAAPh/BQJ8IAAoAgAiBCAHaiEGIAQgCWohDEEAIQtBACEFQgAhECAGQQFqIAYgBi',
  '0AACIGQStGIAZBLUZyGyIEIQ0DQCAEIAxJBEACQCAELQAAQTBrIg5BCU0EQEQAAAAAAAD4fyALQQFqIAsgDq0gEEIKfnwiEEIAUhsiC0ETSw0E',
  'GgUgAkEAIAVFIA5BfkZxG0UNASAEIQULIARBAWohBAwCCwsLRAAAAAAAAPh/IAQgDWsgBUEAR0YNABogBCAFa0EBa0EAIAUbIQUgECAEIAxJBH',
  '9EAAAAAAAA+H8gAgR/An9BgICAgHggBC0AAEEwa0EgckE1Rw0AGiAMIARBAWoiBEsEfyAELQAABUEACyINQStGIA1BLUZyBEAgBEEBaiEEC0GA',
  'gICAeCAEIAxGIAwgBGtBA0tyDQAaQQAhCwNAIAQgDEkEQEGAgICAeCAELQAAQTBrIg5BCUsNAhogC0EKbCAOaiELIARBAWohBAwBCwtBACALay',
  'ALIA1BLUYbCwVBgICAgHgLIgRBgICAgHhGDQEaIAUgBGsFIAULEAUiD5ogDyAGQS1GGwsLCyEPIAhBAWogCCAHIAlHIA8gD2JxGyEIIAMgCkED',
  'dGogDzkDACAKQQFqIQogASAAKAIMaiEBDAELCyAIC7MDAgZ/An4gASACIAAoAgxsaiEBA0AgAiAAKAIQSQRAQQAhBSAAIAFBoAgoAgARAAAiBi',
  'AAIAFBwAgoAgARAAAiB0cEQCAHQQBIIAcgBmsiCEHAAEtyBEAgAg8LQgAhDCAGIAAoAgBqIgopAwAhCyAIQQhJBEAgC0IBIAhBA3SthkIBfYMh',
  'CwUgCCAKakEIaykDACEMCyADKAIEIAitIAsgDEIXiYWFQpX4qfqXt96bnn9+QiyIp3EkACADKAIAIwBBAnRqKAIAIQcDQCAHQX9HBH8gAygCCC',
  'AHQQJ0aigCACAIRwR/QQAFIAMoAgwgB0EGdGoiCSkDACALUQR/IAhBCE0Ef0EBBSAIIAlqQQhrKQMAIAxRBH9BCCEFAn8DQCAFQQhqIgYgCEkE',
  'QEEAIAUgCmopAwAgBSAJaikDAFINAhogBiEFDAELC0EBCwVBAAsLBUEACwsFQQELRQRAIAMoAgQjAEEBanEkACADKAIAIwBBAnRqKAIAIQcMAQ',
  'sLIAciBUF/RgRAIAIPCwsgBCACQQJ0aiAFNgIAIAJBAWohAiABIAAoAgxqIQEMAQsLIAAoAhALC/cGBgBBjAgLIBwAAAAAAAAAAAAAAAQAAAAI',
  'AAAAAQAAAAAAAAAAAAAAAEGsCAsgHAAAAAAAAAAAAAAABQAAAAgAAAACAAAAAAAAAAAAAAAAQcwIC9ABzAAAAAAAAAAAAAAABgAAALgAAAAAAA',
  'AAAADwPwAAAAAAACRAAAAAAAAAWUAAAAAAAECPQAAAAAAAiMNAAAAAAABq+EAAAAAAgIQuQQAAAADQEmNBAAAAAITXl0EAAAAAZc3NQQAAACBf',
  'oAJCAAAA6HZIN0IAAACilBptQgAAQOWcMKJCAACQHsS81kIAADQm9WsMQwCA4Dd5w0FDAKDYhVc0dkMAyE5nbcGrQwA9kWDkWOFDQIy1eB2vFU',
  'RQ7+LW5BpLRJLVTQbP8IBEAAAAAABBnAoL0APMAQAAAAAAAAAAAAAHAAAAsAEAAMzMzMzMzMzMzMzMzM3MzMw9CtejCtejcNejcD2kcD0Kl24S',
  'gzvfT42sHFpk6iYxCFgXt9ErZRniE2HD06mkTkBHrMWnI4RHG9yAzw9UHXIzBb03hrVpbK9Jmj+mELHBwtWUv9a8QnrldpAyPU0baQQRd8yr/M',
  '5hhCsNwv0+fLo2QV9wiZeltDaICmgxMTCV+M7+5tu+1e29DkRztRxNiFoL/+uv/qoky6Vpj/dJ1zkVCcy8jMuIUG+3hz/51EUuREITLuETDrRL',
  '8qVlKLpvsAY13CS0D9hcCcGEhFOVjPOe93wdkNmssDoBN50PEQr2S76UleZb4U3EaL4uTLSpiXkyqne4SbSkNrn+vgnDh9T6ju6SkwddHZIuMv',
  '860J9DYn1KHuylYZW24+kxK+YybNBkCOW86hoRkhy79IiF9bymUKAdl+572nQW/PbTBF7K64AAyfGxLPe6i8YkUzlj3RIAmm3BJ4qSlTwFt3WU',
  'ghcPzRS+mlI7dUSWapLEQzV5cq6HlvdRxe7Tvd2DOgUi9YMlBhLG2p1Ydv5KNpWegSoDt9F0nkh+4JFkol53fjRVzwAAAAAAAAAAAAAAAABB7A',
  '0LIBwAAAAAAAAAAAAAAAgAAAAIAAAAAwAAAAAAAAAAAAAAAEGMDgtQTAAAAAAAAAAAAAAACQAAADQAAAAAAAAAHwAAABwAAAAfAAAAHgAAAB8A',
  'AAAeAAAAHwAAAB8AAAAeAAAAHwAAAB4AAAAfAAAAAAAAAAAAAAA=',
].join('');

const PAGE = 65_536;
/** Bytes that may be read beyond the end of those that are asked for. */
const BEYOND = 64;

/** What is compiled of reading CSV: see the functions of the same names in assembly/. Addresses are in bytes of its memory. */
                    
           
                   
               
                
                      
                  
                 
                   
                 
                   
           
                                           
                                             
                                                                
                                                                                   
                                                                                  
                                                                                               
                                                                                              
                                           
 

/** The compiled functions on a memory. */
                                          
                                                                                 
                               
                                                                                                                    
                             
                                                                                                                          
                                                             
                                                                         
                                                  
 

/** A memory that threads share. */
                               
                                    
                           
 

/** TypeScript knows it with a browser's types only. */
                            
                                          
                                                                                        
                                                                                  
 

/** Where the memory itself says how much of it is taken, in units of 64 bytes: at the end of its first page, which begins with constants. */
const TAKEN = PAGE / 4 - 1;
const UNIT = 64;

let compiled;                    

/** A kernel for one thread, on a memory of its own or on another one's. */
function startKernel(memory               = newMemory())         {
  compiled ??= new WebAssembly.Module(Buffer.from(CODE, 'base64'));
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  const taken = new Uint32Array(memory.buffer, 0, PAGE / 4);
  // A new one whenever the memory grows.
  const buffers = new WeakSet                 ();
  return {
    ...(exports            ),
    memory,
    addressOf: bytes => (buffers.has(bytes.buffer) ? bytes.byteOffset : undefined),
    bufferTo(address, bytes) {
      // Another thread may have made it grow, of which this one's buffer does not know before it asks.
      if (address + bytes > memory.buffer.byteLength) memory.grow(0);
      buffers.add(memory.buffer);
      return memory.buffer
    },
    take(bytes) {
      const units = Math.ceil(bytes / UNIT);
      const first = Atomics.add(taken, TAKEN, units);
      const missing = Math.ceil(((first + units) * UNIT - memory.buffer.byteLength) / PAGE);
      if (missing > 0) memory.grow(missing);
      return first * UNIT
    },
  }
}

function newMemory()               {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: PAGES, shared: true });
  new Uint32Array(memory.buffer)[TAKEN] = PAGE / UNIT;
  return memory
}

/** Bytes that rows were found in. */
                               
                        
                                                
                       
                                       
                         
 

/** The text of a cell; `end` is its complement where `textOf` tells it from what is written. */
function cellText(
  { bytes, ascii }              ,
  start        ,
  end        ,
  textOf                             ,
)         {
  const stop = end < 0 ? ~end : end;
  if (start === stop) return ''
  const text = bytes.toString(ascii ? 'latin1' : 'utf8', start, stop);
  return end < 0 ? textOf(text) : text
}

/**
 * Reads a column's cells of a common form, NaN for all others. Gives how many of those are not empty; undefined where
 * the kernel does not know the form, and nothing was read.
 */
function readValues(
  kernel        ,
  cells        ,
  column        ,
  form                        ,
  values        ,
)                     {
  switch (form?.is) {
    case 'decimal':
    case 'whole':
      return kernel.decimals(cells, column, form.is === 'decimal', values)
    case 'day':
    case 'time':
      return kernel.instants(cells, column, form.is === 'time', ZONES[`${form.zoned}`], values)
    case undefined:
      return undefined
  }
}

/** What the kernel is told of whether times must say an offset. */
const ZONES = { undefined: 0, false: 1, true: 2 };

/** Texts of a column that are told apart by small numbers, until there are too many of them. */
                        
                                   
                                                                                                                  
                                                              
 

/** A batch's cells, as the kernel and as we see them. */
                          
                          
                       
                        
                        
                             
                           
 

/** Texts whose numbers are kept, and bytes that each may have: a column of longer ones has seldom few of them. */
const MAX_TEXTS = 1024;
const SIZE = 64;
const SLOTS = 4 * MAX_TEXTS;
/** A column whose first cells are mostly different is given up early. */
const TRIAL = 512;

/** Where a column's texts are kept in the kernel's memory. */
                  
                          
                            
                               
                           
 

/**
 * Tables of columns that have been given up: what a kernel has taken it never gives back, and of most columns of numbers they are needed
 * for a few hundred rows only.
 */
const released = new WeakMap                  ();

function tablesFor(kernel        )         {
  const unused = released.get(kernel)?.pop();
  if (unused) return unused
  const [slotsAt, lengthsAt, bytesAt] = [4 * SLOTS, 4 * MAX_TEXTS, SIZE * MAX_TEXTS].map(kernel.take);
  const address = kernel.take(16);
  const memory = kernel.bufferTo(address, 16);
  new Uint32Array(memory, address, 4).set([slotsAt ?? 0, SLOTS - 1, lengthsAt ?? 0, bytesAt ?? 0]);
  return {
    address,
    slots: new Int32Array(memory, slotsAt, SLOTS),
    lengths: new Uint32Array(memory, lengthsAt, MAX_TEXTS),
    pool: new Uint8Array(memory, bytesAt, SIZE * MAX_TEXTS),
  }
}

/** No texts but the empty one, whose number is 0. */
function textsOf(kernel        )        {
  const texts = [''];
  const tables = tablesFor(kernel);
  const { address, slots, lengths, pool } = tables;
  slots.fill(-1);
  lengths.fill(0);
  // The kernel compares short texts with the zeros after them.
  pool.fill(0);
  let asked = 0;
  let isFull = false;
  return {
    texts,
    code(cells, column, codes) {
      for (let row = 0; row < cells.rows && !isFull; ) {
        row = kernel.codeCells(cells.address, column, row, address, codes);
        if (row < cells.rows && !add(cells, row * cells.width + column, asked + row)) giveUp();
      }
      asked += cells.rows;
      return !isFull
    },
  }

  function giveUp()       {
    isFull = true;
    const others = released.get(kernel) ?? [];
    released.set(kernel, [...others, tables]);
  }

  /** Numbers the cell's text; false where there are too many, or where it is none to be numbered. */
  function add({ bytes, starts, ends }         , cell        , before        )          {
    const [start = 0, end = 0] = [starts[cell], ends[cell]];
    const code = texts.length;
    if (end < 0 || end - start > SIZE || code === MAX_TEXTS || (before < TRIAL && code > TRIAL / 2)) return false
    pool.set(bytes.subarray(start, end), code * SIZE);
    lengths[code] = end - start;
    slots[kernel.slot.value] = code;
    texts.push(bytes.toString('utf8', start, end));
    return true
  }
}

const encoder = new TextEncoder();

/** A column's cells, batch after batch. */
                             
                                         
                       
                                                
                                    
 

/** An array in the kernel's memory. */
                        
                          
                       
 

/** What a reader has read, and the memory it reads into. */
                
                                     
                                  
 

/** A column of the rows that a scanner finds. What is asked of a batch is computed once. */
function textColumn(
  kernel        ,
  { found, cells: address }         ,
  textOf                   ,
  index        ,
  first              ,
)             {
  const { width, room, starts, ends } = found;
  const reads = new Map              ();
  const emptyBytes = bytesFor(kernel, room);
  let ofHashes;                                                                     
  let numbered;                                                                                             
  let scanned = first;
  let empty;                        
  let coded;                                                   
  let hashes;                    
  const text = (row        ) =>
    cellText(scanned, starts[row * width + index] ?? 0, ends[row * width + index] ?? 0, textOf);
  const cells        = {
    text,
    utf8: {
      get bytes() {
        return scanned.bytes
      },
      start: row => starts[row * width + index] ?? 0,
      end(row) {
        const end = ends[row * width + index] ?? 0;
        return end < 0 ? undefined : end
      },
    },
    get empty() {
      empty ??= emptiness();
      return empty
    },
    values(reader) {
      const read = reads.get(reader) ?? { words: doublesFor(kernel, room), values: undefined };
      reads.set(reader, read);
      read.values ??= valuesOf(reader, read.words);
      return read.values
    },
    get codes() {
      coded ??= { codes: codesOf() };
      return coded.codes
    },
    get hashes() {
      hashes ??= hashesOf();
      return hashes
    },
  };
  return {
    cells,
    renew(bytes) {
      scanned = bytes;
      empty = undefined;
      coded = undefined;
      hashes = undefined;
      for (const read of reads.values()) read.values = undefined;
    },
  }

  function emptiness()             {
    kernel.emptyCells(address, index, emptyBytes.address);
    return emptyBytes.array.subarray(0, found.rows)
  }

  function valuesOf(reader        , words                     )               {
    const { rows } = found;
    const values = words.array.subarray(0, rows);
    const unread = readValues(kernel, address, index, reader.form, words.address);
    for (let row = 0, cell = index; unread !== 0 && row < rows; row++, cell += width) {
      if (unread === undefined || Number.isNaN(values[row])) {
        values[row] = starts[cell] === ends[cell] ? Number.NaN : reader.read(text(row));
      }
    }
    return values
  }

  function codesOf()                    {
    numbered ??= { texts: textsOf(kernel), of: wordsFor(kernel, room) };
    const { texts, of } = numbered;
    const { rows } = found;
    return texts.code({ address, rows, width, bytes: scanned.bytes, starts, ends }, index, of.address)
      ? { of: of.array.subarray(0, rows), texts: texts.texts }
      : undefined
  }

  function hashesOf()         {
    ofHashes ??= { a: wordsFor(kernel, room), b: wordsFor(kernel, room), c: wordsFor(kernel, room) };
    const { a, b, c } = ofHashes;
    const { rows } = found;
    const leftOut = kernel.hashCells(address, index, a.address, b.address, c.address);
    for (let row = 0, cell = index; leftOut > 0 && row < rows; row++, cell += width) {
      if ((ends[cell] ?? 0) >= 0) continue
      const utf8 = encoder.encode(text(row));
      hashBytes(utf8, 0, utf8.length);
      a.array[row] = hashed[0] ?? 0;
      b.array[row] = hashed[1] ?? 0;
      c.array[row] = hashed[2] ?? 0;
    }
    return { a: a.array.subarray(0, rows), b: b.array.subarray(0, rows), c: c.array.subarray(0, rows) }
  }
}

const bytesFor = (kernel        , room        )                    => {
  const address = kernel.take(room);
  return { address, array: new Uint8Array(kernel.bufferTo(address, room), address, room) }
};

const wordsFor = (kernel        , room        )                     => {
  const address = kernel.take(4 * room);
  return { address, array: new Uint32Array(kernel.bufferTo(address, 4 * room), address, room) }
};

const doublesFor = (kernel        , room        )                      => {
  const address = kernel.take(8 * room);
  return { address, array: new Float64Array(kernel.bufferTo(address, 8 * room), address, room) }
};

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

export { BEYOND as B, NO_OBJECT as N, segmentMeasurer as a, scanRows as b, cellText as c, scanLine as d, BLANK as e, grammarOf as g, keyOf as k, noPairs as n, startKernel as s, undouble as u };
