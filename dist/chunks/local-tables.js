import { open } from 'node:fs/promises';
import { f as findFile, r as regularFile, w as withoutPin } from './regular-file.js';
import { f as fileError, s as systemCode } from './file-error.js';
import { availableParallelism } from 'node:os';
import { randomUUID, createHash } from 'node:crypto';
import { join } from 'node:path';
import { i as isOwn } from './shard.js';
import { s as startJob } from './table-job.js';
import { B as BEYOND, c as cellText, s as startKernel, a as overflowFolder, o as overflowFile, r as readStored } from './text-column.js';
import { g as grammarOf, s as segmentMeasurer, a as scanRows, u as undouble, b as scanLine, N as NO_OBJECT, B as BLANK, k as keyOf, n as noPairs } from './measure-segment.js';
import { s as startThread } from './thread.js';
import { isAscii, isUtf8 } from 'node:buffer';
import { t as textGuard } from './text-guard.js';
import { U as UserError } from './user-error.js';
import { createReadStream } from 'node:fs';
import { createZstdDecompress, createGunzip } from 'node:zlib';
import { Transform } from 'stream';
import { t as textBatch } from './text-batch.js';
import { o as openParquet, a as groupReaders, b as groupBatches, g as groupMeasurer, i as isParquet } from './parquet-file.js';

/** Opens a table that is read from something. Its batches close that; where there is no table, this does. */
async function openWith                                           (
  opened        ,
  open                                    ,
)                 {
  try {
    return await open(opened)
  } catch (cause) {
    await opened.close();
    throw cause
  }
}

/** Threads that measure segments beside this one. */
                                   
                                                                                               
                                                                 
                                                          
                                      
                       
 

/** Segments that wait for a worker: it must not stand idle while this thread measures one itself. */
const WAITING = 3;
/** Megabytes of a worker's short-lived objects, of which it makes few: V8 would let them take up four times as much. */
const YOUNG$1 = 8;

/** The worker's file: beside this one in the source, built into an entry of its own in dist. */
const FILE$1 = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../table-worker.js', import.meta.url);

/** Starts as many workers, each with a run of its own. Segments must be in the memory they begin with. */
function measuringWorkers(count        , start             )                   {
  const threads = Array.from({ length: count }, () => startThread                      (FILE$1, start, YOUNG$1));
  return {
    measure({ bytes, ...segment }) {
      const [least] = threads.toSorted((a, b) => a.waiting() - b.waiting());
      if (!least || least.waiting() >= WAITING) return undefined
      return least.ask({ ...segment, address: bytes.byteOffset }).then(measuredBy)
    },
    async finish(run) {
      const answers = await Promise.all(threads.map(each => each.ask('finish')));
      for (const answer of answers) if ('state' in answer) run.merge(answer.state);
    },
    async stop() {
      await Promise.all(threads.map(each => each.stop()));
    },
  }
}

function measuredBy(answer            )                  {
  if ('measured' in answer) return answer.measured
  throw new Error('A worker answered with its state before it was asked')
}

const QUOTE = 0x22;

/**
 * Whether the bytes from `start` to `end` hold an odd number of quotes. A word of four bytes at a time: where a byte is a
 * quote, a bit of its own is zero, and the parity of all bits is that of the words' exclusive or. Four words a turn, as one
 * would wait for the other.
 */
function oddQuotes(bytes            , start        , end        )          {
  let odd = 0;
  let at = start;
  for (; at < end && ((bytes.byteOffset + at) & 3) !== 0; at++) if (bytes[at] === QUOTE) odd ^= 1;
  if (at === end) return odd === 1
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, ((end - at) >> 4) << 2);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < words.length; i += 4) {
    a ^= notQuotes(words[i]          );
    b ^= notQuotes(words[i + 1]          );
    c ^= notQuotes(words[i + 2]          );
    d ^= notQuotes(words[i + 3]          );
  }
  // Of a multiple of four words, the complements cancel out.
  for (let bits = a ^ b ^ c ^ d; bits !== 0; bits &= bits - 1) odd ^= 1;
  for (at += words.length * 4; at < end; at++) if (bytes[at] === QUOTE) odd ^= 1;
  return odd === 1
}

/** All bits set but the highest of each byte that is a quote. */
function notQuotes(word        )         {
  const zero = word ^ 0x22222222;
  return ((zero & 0x7f7f7f7f) + 0x7f7f7f7f) | 0 | zero | 0x7f7f7f7f
}

/** Memory that segments are read into. */
                       
                                                                                                                             
                                     
                           
                                                               
                                                               
 

/**
 * At most so many pieces of a kernel's memory at a time: who asks for one more waits until one is given back. The memory of a
 * piece is a power of two, and of too many unused ones the largest are kept, for what a kernel has taken it never gives back.
 */
function kernelRoom(kernel        , pieces        )       {
  /** By address. */
  const capacities = new Map                ();
  const unused           = [];
  const waiting                 = [];
  let taken = 0;
  const capacityOf = (address        ) => capacities.get(address) ?? 0;
  return {
    async take(size) {
      while (taken === pieces) await new Promise      (resolve => waiting.push(resolve));
      taken += 1;
      const address = fitting(size) ?? another(size);
      return Buffer.from(kernel.bufferTo(address, size), address, size)
    },
    give({ byteOffset }) {
      taken -= 1;
      unused.push(byteOffset);
      unused.sort((a, b) => capacityOf(a) - capacityOf(b));
      if (unused.length > pieces) unused.shift();
      waiting.shift()?.();
    },
    oddQuotes(piece, start, end) {
      const address = kernel.addressOf(piece) ?? 0;
      return kernel.oddQuotes(address + start, address + end) !== 0
    },
  }

  /** The smallest unused one that is large enough. */
  function fitting(size        )                     {
    const at = unused.findIndex(address => capacityOf(address) >= size);
    return at === -1 ? undefined : unused.splice(at, 1)[0]
  }

  function another(size        )         {
    const capacity = 2 ** Math.ceil(Math.log2(size));
    const address = kernel.take(capacity + BEYOND);
    capacities.set(address, capacity);
    return address
  }
}

/** Memory of this thread alone, taken anew each time. */
const ownRoom       = {
  take: async size => Buffer.allocUnsafeSlow(size),
  give: () => {},
  oddQuotes,
};

const NEWLINE$2 = 0x0a;

/** Line breaks among the bytes from `start` to `end`. */
function countNewlines(bytes        , start        , end        )         {
  let count = 0;
  const part = bytes.subarray(start, end);
  for (let at = part.indexOf(NEWLINE$2); at >= 0; at = part.indexOf(NEWLINE$2, at + 1)) count += 1;
  return count
}

const AN_OBJECT_A_LINE = 'Write an object on a line of its own for every row';

/** What faults say to the reader; the place is the line on which the row or the cell begins. */
const MEANINGS                                              = {
  'open-quote': {
    code: 'table.open-quote',
    message: (_, __, place) => `Expected the quote that opens here to be closed but the file ends first (${place})`,
    hint: () => 'Close the quote, or double it where it belongs to the text: ""',
  },
  'quote-after': {
    code: 'table.stray-quote',
    message: (_, __, place) =>
      `Expected a separator or the line's end after the quoted cell that starts here (${place})`,
    hint: () => 'Double a quote that belongs to the text: "". Or a quote was left open on this line',
  },
  'quote-inside': {
    code: 'table.stray-quote',
    message: (_, __, place) => `Expected a quote only at the start of a cell but found one inside it (${place})`,
    hint: () => 'Put the whole cell in quotes and double those inside: "say ""hello"""',
  },
  'long-row': {
    code: 'table.long-row',
    message: (_, __, place) => `Expected the row to have at most 16 MiB but it is longer (${place})`,
    hint: () => 'Probably a quote that opens here is never closed',
  },
  ragged: {
    code: 'table.ragged-row',
    message: ({ cells }, width, place) => `Expected ${width} cells as in the header but found ${cells} (${place})`,
    hint: ({ cells }, width) =>
      cells > width ? 'Put a cell that contains the separator in quotes' : 'Complete the row or remove it',
  },
  blank: {
    code: 'table.ragged-row',
    message: (_, width, place) => `Expected ${width} cells as in the header but the line is blank (${place})`,
    hint: () => 'Complete the row or remove it',
  },
  'long-line': {
    code: 'table.long-row',
    message: (_, __, place) => `Expected lines of at most 16 MiB but found a longer one (${place})`,
    hint: () => `Is it one JSON document? ${AN_OBJECT_A_LINE}`,
  },
  'no-object': {
    code: 'table.json',
    message: (_, __, place) => `Expected a JSON object but found something else (${place})`,
    hint: () => AN_OBJECT_A_LINE,
  },
  'unknown-key': {
    code: 'table.unknown-key',
    message: (_, __, place) => `Expected the keys of the first 1000 lines but found another (${place})`,
    hint: () => 'Write every key on every line, null where there is no value',
  },
  'repeated-key': {
    code: 'table.repeated-key',
    message: (_, __, place) => `Expected every key of an object once but found one twice (${place})`,
    hint: () => 'Drop one of the two: readers differ in which they take',
  },
};

/** A fault of a file, on its line, as an error; it never quotes a cell. */
function faultError(name        , fault          , width        , line        )            {
  const { code, message, hint } = MEANINGS[fault.kind];
  return new UserError(code, message(fault, width, `${name}:${line}`), { file: name, line, hint: hint(fault, width) })
}

/** Rows found in bytes: where each of their cells begins and ends. */
                              
                        
                              
                       
              
                                                                                    
                             
                                                                                                                            
                           
                                
                             
                                                                                      
               
 

/** Room for rows of this width. */
const roomFor = (width        , room        )              => ({
  width,
  room,
  rows: 0,
  starts: new Int32Array(width * room),
  ends: new Int32Array(width * room),
  begins: new Int32Array(room),
  blank: -1,
});

/** What is wrong at a byte, as an error of the file. */
                           
                
                  
                    
                   
              
             
                
                 
                 
                   
                    
                                              
                     
                     
                        
 

/**
 * Finds the cells of whole rows from `at` until there is no more room or byte; gives the byte to go on from, or a fault. The
 * byte at `end - 1` or the one at `end` must be a line break: the end is not looked for.
 */

const NEWLINE$1 = 0x0a;

/** Bytes that one row may have: an open quote swallows the rest of the file, and must not swallow the memory. */
const MAX_ROW$1 = 16 * 1024 * 1024;

/** Whole rows of a file, in one piece of memory. */
                                               
                                                              
                        
                      
 

/** A row longer than `MAX_ROW`, by its first byte's place. */
                          
                          
 

/**
 * The file in segments of about `size` bytes, cut where a row ends. Each goes into a piece of memory of its own.
 */
async function* segments(
  reader            ,
  { lastRowEnd }                             ,
  room      ,
  size        ,
)                                    {
  let carry         = Buffer.alloc(0);
  let base = 0;
  for (;;) {
    let bytes = await room.take(Math.max(size, 2 * carry.length));
    carry.copy(bytes);
    let length = carry.length;
    let end = 0;
    let done = false;
    for (;;) {
      const read = await fill(reader, bytes.subarray(length));
      length += read;
      done = length < bytes.length;
      end = lastRowEnd(bytes, length, room);
      if (length - end > MAX_ROW$1) {
        if (end > 0) yield segment(bytes, base, end);
        yield { tooLong: base + end };
        return
      }
      if (done) {
        end = length;
        // Of a last row without a line break, the end is one all the same.
        bytes[length] = NEWLINE$1;
      }
      if (end > 0 || done) break
      const larger = await room.take(2 * bytes.length);
      bytes.copy(larger);
      room.give(bytes);
      bytes = larger;
    }
    if (end > 0) yield segment(bytes, base, end);
    if (done) return
    carry = Buffer.from(bytes.subarray(end, length));
    base += end;
  }
}

const segment = (bytes        , base        , end        )          => ({
  bytes,
  base,
  start: 0,
  end,
  ascii: isAscii(bytes.subarray(0, end)),
});

/** Reads until the target is full or the file ends. */
async function fill(reader            , target            )                  {
  let length = 0;
  while (length < target.length) {
    const read = await reader.read(target.subarray(length));
    if (read === 0) break
    length += read;
  }
  return length
}

/** A table as text in UTF-8, its lines ended by LF or CRLF. */
                           
                       
                             
                     
                                                                   
                                                              
 

                            
                                    
                                
                                            
 

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** Bytes by which other kinds of file are told. */
const HEAD$1 = 4096;
const PIECE$5 = 1024 * 1024;

/** A file's rows in segments, its byte order mark left out; every segment is known to be text. Faults are `UserError`s with their line. */
async function* textSegments(
  file          ,
  reader            ,
  room      ,
  size        ,
)                          {
  const grammar = grammarOf(file.form);
  let first = true;
  for await (const segment of segments(reader, grammar, room, size)) {
    if ('tooLong' in segment) throw await faultOf(file, { kind: grammar.tooLong, at: segment.tooLong, cells: 0 }, 0)
    await refuseOtherText(file, segment, first);
    const marked = first && BYTE_ORDER_MARK.equals(segment.bytes.subarray(0, 3));
    first = false;
    yield marked ? { ...segment, start: BYTE_ORDER_MARK.length } : segment;
  }
}

/** Throws what the guard says of the whole file, once a segment is seen not to be text. */
async function refuseOtherText(
  { name, source }          ,
  { bytes, end, ascii }         ,
  first         ,
)                {
  if (first) textGuard(name).next(bytes.subarray(0, Math.min(end, HEAD$1)));
  const text = bytes.subarray(0, end);
  if ((ascii || isUtf8(text)) && !text.includes(0)) return
  const guard = textGuard(name);
  const reader = await source.open(0);
  try {
    const piece = Buffer.alloc(PIECE$5);
    for (let read = await reader.read(piece); read > 0; read = await reader.read(piece)) {
      guard.next(piece.subarray(0, read));
    }
    guard.end();
  } finally {
    await reader.close();
  }
}

/** A fault as an error: its line is counted only now. */
async function faultOf(file          , fault          , width        )                 {
  const [line = 1] = await linesAt(file, [fault.at]);
  return faultError(file.name, fault, width, line)
}

/** The lines of the places, ascending: the file is read again, as far as the last of them. */
async function linesAt(file          , places                   )                    {
  if (places.length === 0) return []
  const reader = await file.source.open(0);
  try {
    const piece = Buffer.alloc(PIECE$5);
    const lines           = [];
    let line = 1;
    let at = 0;
    for (const place of places) {
      while (at < place) {
        const read = await reader.read(piece.subarray(0, Math.min(PIECE$5, place - at)));
        if (read === 0) break
        line += countNewlines(piece, 0, read);
        at += read;
      }
      lines.push(line);
    }
    return lines
  } finally {
    await reader.close();
  }
}

/** The rows that begin at the places, ascending, with their lines: the file is read again. */
async function findRows$1(
  file          ,
  places                   ,
  columns                   ,
)                      {
  const found             = [];
  const grammar = grammarOf(file.form);
  const reader = await file.source.open(0);
  try {
    const row = roomFor(columns.length, 1);
    const scan = grammar.scanRows(columns);
    let line = 1;
    for await (const segment of segments(reader, grammar, ownRoom, PIECE$5)) {
      if ('tooLong' in segment) break
      const { bytes, base, end } = segment;
      let counted = 0;
      for (const place of places.slice(found.length)) {
        const at = place - base;
        if (at >= end) break
        line += countNewlines(bytes, counted, at);
        counted = at;
        scan(bytes, at, end, row);
        const cells = Array.from(row.starts, (start, i) => cellText(segment, start, row.ends[i] ?? 0, grammar.textOf));
        found.push({ line, cells });
      }
      if (found.length === places.length) break
      line += countNewlines(bytes, counted, end);
    }
  } finally {
    await reader.close();
  }
  return found
}

/** How a file is measured; nothing of it changes what is found. */
                         
                                                    
                          
                            
                          
 

/** Measures all rows of a file in one pass, its digest with them. */
async function measureText(
  file          ,
  reader              ,
  job          ,
  effort        ,
  { progress, shard }                                            ,
)                         {
  const kernel = startKernel();
  const room = kernelRoom(kernel, (WAITING + 1) * effort.workers + 2);
  let workers;                              
  try {
    const { header, segments } = await file.begin(textSegments(file, reader, room, effort.segment));
    const run = startJob(job, header);
    if (effort.workers > 0)
      workers = measuringWorkers(effort.workers, {
        job,
        header,
        form: file.form,
        memory: kernel.memory,
        overflow: shard ? undefined : overflowFolder(),
      });
    const own = shard ? undefined : overflowFile(() => join(overflowFolder(), `thread-${randomUUID()}`));
    const alone = segmentMeasurer(kernel, run, header, grammarOf(file.form), own);
    const measure = (segment         ) => workers?.measure(segment) ?? Promise.resolve(alone(segment));

    const tasks                                            = [];
    let parts = 0;
    let rows = 0;
    let faulty = false;
    let refused;                     
    for await (const segment of oneAhead(segments)) {
      if ('refused' in segment) {
        refused = segment;
        break
      }
      if (faulty) break
      const part = parts++;
      if (!isOwn(part, shard)) {
        room.give(segment.bytes);
        continue
      }
      const task = measure(segment).then(measured => {
        room.give(segment.bytes);
        rows += measured.rows;
        faulty ||= measured.fault !== undefined;
        progress(rows);
        return { ...measured, part }
      });
      task.catch(() => {
        faulty = true;
      });
      tasks.push(task);
      await settled(workers ? undefined : task);
    }
    const measured = await Promise.all(tasks);
    const fault = firstFault(measured);
    if (fault) throw await faultOf(file, fault, header.length)
    // It comes later in the file than all that was measured, whenever it was met.
    if (refused) throw refused.refused
    await workers?.finish(run);
    const { sha256, bytes } = reader.digest();
    return {
      header,
      run,
      find: places => findRows$1(file, places, header),
      lines: places => linesAt(file, places),
      read: readStored,
      parts: measured.map(({ fault: _, ...rest }) => rest),
      material: role => ({ name: file.name, role, digest: { sha256 }, bytes, rows }),
    }
  } finally {
    await Promise.all([workers?.stop(), reader.close()]);
  }
}

/** Why there is no next segment. */
                   
                           
 

/** What comes next is read while the last one is used. */
async function* oneAhead(segments                         )                                    {
  const read = () => segments.next().catch((refused         )          => ({ refused }));
  for (let next = read(); ; ) {
    const found = await next;
    if ('refused' in found) {
      yield found;
      return
    }
    if (found.done) return
    next = read();
    yield found.value;
  }
}

/** Lets messages of workers come in, which they only do between one segment of this thread's and the next. */
const settled = async (task                              )                => {
  await task;
  await new Promise(resolve => setImmediate(resolve));
};

/** The first fault in the file, whoever met it first. Blank lines are one where a row follows in a later segment. */
function firstFault(measured                            )                       {
  let blank;                    
  for (const segment of measured) {
    if (blank !== undefined && (segment.rows > 0 || segment.fault)) return { kind: 'blank', at: blank, cells: 1 }
    if (segment.fault) return segment.fault
    blank ??= segment.blank;
  }
  return undefined
}

/**
 * Bytes read at once. Small, because V8 lets its young generation grow with what survives a piece: a table of a few hundred
 * kilobytes takes a quarter less memory than in pieces of 64 KiB, and no more time.
 */
const PIECE$4 = 16 * 1024;
const BATCH$1 = 1024;

/** A file to be read row by row. */
async function openText(file          , reader              )                 {
  const { header, segments } = await file.begin(textSegments(file, reader, ownRoom, PIECE$4));
  const { scanRows, textOf } = grammarOf(file.form);
  const scan = scanRows(header);
  const width = header.length;
  const scanned = roomFor(width, BATCH$1);
  let digest;                                                
  let rows = 0;
  return { header, batches: batches(), close: () => reader.close(), material }

  async function* batches()                                 {
    const ends                    = [];
    let line = 1;
    try {
      for await (const segment of segments) {
        // The header's own lines, in the first segment.
        if (line === 1) line += countNewlines(segment.bytes, 0, segment.start);
        const { batch, end, next } = rowsOf(segment, line);
        line = next;
        ends.push(end);
        const fault = firstFault(ends);
        rows += batch.length;
        if (batch.length > 0 && !fault) yield batch;
        if (fault) throw await faultOf(file, fault, width)
        ends.splice(0, ends.length, ...ends.filter(({ blank }) => blank !== undefined).slice(0, 1));
      }
      digest = reader.digest();
    } finally {
      await reader.close();
    }
  }

  /** The segment's rows, whose first line is `line`, and the line after them. */
  function rowsOf(segment         , line        )                                                       {
    const batch        = [];
    let [at, counted, next] = [segment.start, segment.start, line];
    let end                  = { rows: 0 };
    while (at < segment.end) {
      const found = scan(segment.bytes, at, segment.end, scanned);
      for (let row = 0; row < scanned.rows; row++) {
        const begin = scanned.begins[row] ?? 0;
        next += countNewlines(segment.bytes, counted, begin);
        counted = begin;
        const cells           = [];
        for (let cell = row * width; cell < (row + 1) * width; cell++) {
          cells.push(cellText(segment, scanned.starts[cell] ?? 0, scanned.ends[cell] ?? 0, textOf));
        }
        batch.push({ line: next, cells });
      }
      end = { rows: batch.length, ...(scanned.blank === -1 ? {} : { blank: segment.base + scanned.blank }) };
      if (typeof found !== 'number')
        return { batch, end: { ...end, fault: { ...found, at: segment.base + found.at } }, next }
      at = found;
    }
    return { batch, end, next: next + countNewlines(segment.bytes, counted, segment.end) }
  }

  function material(role                                  ) {
    if (digest === undefined) throw new Error(`${file.name} has not been read to its end`)
    return { name: file.name, role, digest: { sha256: digest.sha256 }, bytes: digest.bytes, rows }
  }
}

/** Text that can be read again from any byte. */
                             
                                         
 

/** Bytes in order. */
                             
                                                                            
                                           
                        
 

/** A file as it stands on disk; what the system refuses is a `UserError` that names it. */
const fileSource = ({ name, absolute }         )             => ({
  async open(from) {
    const file = await open(absolute).catch(refused);
    let at = from;
    return {
      async read(target) {
        const { bytesRead } = await file.read(target, 0, target.length, at).catch(refused);
        at += bytesRead;
        return bytesRead
      },
      close: () => file.close(),
    }

    function refused(cause         )        {
      throw fileError(name, 'read', cause)
    }
  },
});

/** A reader that takes the digest of what it reads. */
                                                  
                                                                                               
                                                               
 

/** Takes the SHA-256 of everything that is read. */
function hashedReader(reader            )               {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async read(target) {
      const read = await reader.read(target);
      hash.update(target.subarray(0, read));
      bytes += read;
      return read
    },
    close: () => reader.close(),
    digest: () => ({ sha256: hash.digest('hex'), bytes }),
  }
}

/** Bytes that may come of one compressed byte, once many have: more is a bomb, not a table. */
const MAX_RATIO = 2000;
const FREE = 256 * 1024 * 1024;

const DECOMPRESS = {
  gzip: createGunzip,
  zstd: createZstdDecompress,
};         
                                          

/** The text of a file, decompressed where it is compressed; its digest is that of the file as it stands on disk. */
function textSource(file           )   
                             
                              
                                 
  {
  const compression = compressionOf(file.head);
  if (!compression) {
    const source = fileSource(file);
    return { source, compressed: false, reader: async () => hashedReader(await source.open(0)) }
  }
  return {
    source: { open: async from => skip(decompressing(file, compression), from) },
    compressed: true,
    reader: async () => decompressing(file, compression),
  }
}

function compressionOf(head            )                          {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd ? 'zstd' : undefined
}

function decompressing({ name, absolute }           , compression             )               {
  const hash = createHash('sha256');
  const raw = createReadStream(absolute);
  const stream = DECOMPRESS[compression]();
  let [before, after] = [0, 0];
  raw.on('data', chunk => {
    hash.update(chunk);
    before += chunk.length;
  });
  raw.on('error', cause => stream.destroy(cause));
  const pieces                        = raw.pipe(stream)[Symbol.asyncIterator]();
  let piece         = Buffer.alloc(0);
  return {
    async read(target) {
      if (piece.length === 0) piece = await nextPiece();
      const size = Math.min(piece.length, target.length);
      target.set(piece.subarray(0, size));
      piece = piece.subarray(size);
      return size
    },
    async close() {
      raw.destroy();
      stream.destroy();
    },
    digest: () => ({ sha256: hash.digest('hex'), bytes: before }),
  }

  async function nextPiece()                  {
    try {
      const { value, done } = await pieces.next();
      if (done) return Buffer.alloc(0)
      after += value.length;
      if (after > FREE && after > MAX_RATIO * before) throw bomb(name)
      return value
    } catch (cause) {
      throw cause instanceof UserError ? cause : refused(name, compression, cause)
    }
  }
}

async function skip(reader            , bytes        )                      {
  const piece = new Uint8Array(Math.min(1024 * 1024, bytes));
  for (let left = bytes; left > 0; ) {
    const read = await reader.read(piece.subarray(0, Math.min(left, piece.length)));
    if (read === 0) break
    left -= read;
  }
  return reader
}

const bomb = (name        ) =>
  new UserError('table.ratio', `Expected ${name} to hold at most ${MAX_RATIO} times its size but found more`, {
    file: name,
    hint: 'Decompress it first, if it is meant to be so large',
  });

function refused(name        , compression             , cause         )          {
  const code = systemCode(cause);
  if (code === undefined || /^(E[A-Z]+)$/.test(code)) return code === undefined ? cause : fileError(name, 'read', cause)
  const cut = /unexpected end|buf_error|src_size|srcSize/i.test(
    `${code} ${cause instanceof Error ? cause.message : ''}`,
  );
  const found = cut ? 'its end is missing' : 'it is damaged';
  return new UserError('table.compression', `Expected ${name} to be whole ${compression} data but ${found}`, {
    file: name,
    hint: 'Write or download it again',
    cause,
  })
}

/** A smaller file is measured sooner on this thread than a worker starts, in bytes. */
const SMALL$1 = 8 * 1024 * 1024;
/** Bytes of a segment, with workers and without. */
const SEGMENT = 2 * 1024 * 1024;
const PIECE$3 = 1024 * 1024;

/** A kind of text that holds a table. */
                                                                           
                                                                                         
                                       
                                                         
 

/** Reads a kind of text, compressed or not. */
const textTable = ({
  id,
  recognise,
  workers = Math.max(1, availableParallelism() - 1),
  textFile,
}            )              => ({
  id,
  recognise,
  async open(file) {
    const { source, reader } = textSource(file);
    return openWith(await reader(), reader => openText(textFile(file, source), reader))
  },
  find: (file, header) => places => findRows$1(textFile(file, textSource(file).source), places, header),
  async measure(file, job, options) {
    const { source, reader, compressed } = textSource(file);
    const small = file.size < SMALL$1 && !compressed;
    const effort = small ? { workers: 0, segment: Math.min(PIECE$3, file.size + 1) } : { workers, segment: SEGMENT };
    return measureText(textFile(file, source), await reader(), job, effort, options)
  },
});

const SEPARATORS                              = new Map([
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars (|)'],
  [',', 'commas'],
]);

/** Refuses a header that names no columns one can speak of: none, a blank one, one twice, or one that holds another separator. */
function refuseHeader(
  name        ,
  separator        ,
  header                               ,
)                                      {
  if (!header || (header.length === 1 && header[0] === '')) throw empty(name, header !== undefined)
  refuseSeparator(name, separator, header);
  if (header.some(cell => cell.includes('\r'))) {
    throw fault('table.line-ends', `Expected lines to end in LF or CRLF but found CR alone (${name}:1)`, name, {
      hint: 'Save it with LF (Unix) or CRLF (Windows) line ends',
    })
  }
  const blank = header.findIndex(cell => cell.trim() === '');
  if (blank >= 0) {
    throw fault('table.blank-header', `Expected a name for column ${blank + 1} but found none (${name}:1)`, name, {
      hint:
        blank === 0
          ? 'Name the column; from pandas, write with index=False'
          : 'Name the column, or drop the separator that makes it',
    })
  }
  const first = new Map                ();
  for (const [i, column] of header.entries()) {
    const earlier = first.get(column);
    first.set(column, i);
    if (earlier === undefined) continue
    const places = `columns ${earlier + 1} and ${i + 1}`;
    // The name stays out of the message: without a header it would be somebody's data.
    throw fault(
      'table.duplicate-header',
      `Expected a name of its own for every column but ${places} share one (${name}:1)`,
      name,
      {
        hint: looksLikeValues(header)
          ? 'The first line looks like values: is the header missing?'
          : 'Rename or drop one of the two',
      },
    )
  }
}

/** A name of a column is seldom a number; a first row of values nearly always has one. */
const looksLikeValues = (header                   ) => header.some(cell => cell !== '' && Number.isFinite(Number(cell)));

function refuseSeparator(name        , separator        , header                   )       {
  const [only = ''] = header;
  if (header.length > 1) return
  const counts = [...SEPARATORS].map(([mark, words]) => ({ words, count: only.split(mark).length - 1 }));
  const likely = counts.toSorted((a, b) => b.count - a.count)[0];
  if (!likely || likely.count === 0) return
  throw fault(
    'table.separator',
    `Expected cells separated by ${SEPARATORS.get(separator)} but the header looks separated by ${likely.words} (${name}:1)`,
    name,
    { hint: 'Save it with commas as .csv, or with tabs as .tsv' },
  )
}

const empty = (name        , blankLine         ) =>
  blankLine
    ? fault('table.empty', `Expected a header but the first line is blank (${name}:1)`, name, {
        hint: 'Start the file with the names of its columns',
      })
    : fault('table.empty', `Expected a header and rows but ${name} is empty`, name, {
        hint: 'Check the step that writes it',
      });

const fault = (code                   , message        , file        , details                  ) =>
  new UserError(code, message, { file, line: 1, ...details });

/** The cells of the first row, and the byte after it; or what is wrong with it. */
function headerRow(
  segment         ,
  separator        ,
)                                                                 {
  const one = roomFor(1, 1);
  const first = scanRows(segment.bytes, segment.start, segment.end, separator, one);
  if (typeof first !== 'number' && first.kind !== 'ragged') return first
  const width = typeof first === 'number' ? 1 : first.cells;
  const row = roomFor(width, 1);
  const next = scanRows(segment.bytes, segment.start, segment.end, separator, row);
  if (typeof next !== 'number') return next
  const cells = Array.from(row.starts, (start, i) => cellText(segment, start, row.ends[i] ?? 0, undouble));
  return { cells, next }
}

/** Takes the header off a file's first segment. */
async function takeHeader(
  file          ,
  separator        ,
  segments                         ,
)                     {
  const first = await segments.next();
  if (first.done || first.value.start === first.value.end) return { header: refused(undefined), segments }
  const row = headerRow(first.value, separator);
  if ('kind' in row) throw await faultOf(file, row, 0)
  const header = refused(row.cells);
  return { header, segments: rest({ ...first.value, start: row.next }) }

  function refused(header                               )                    {
    refuseHeader(file.name, String.fromCharCode(separator), header);
    return header
  }

  async function* rest(begun         )                          {
    yield begun;
    yield* segments;
  }
}

/** CSV: RFC 4180 in UTF-8; `.tsv` and `.tab` separated by tabs. */
const csv = (workers         )              =>
  textTable({
    id: 'csv',
    recognise: () => true,
    workers,
    textFile({ name, plainName }, source) {
      const separator = (/\.(tsv|tab)$/i.test(plainName) ? '\t' : ',').charCodeAt(0);
      return {
        name,
        source,
        form: { is: 'csv', separator },
        begin(segments) {
          return takeHeader(this, separator, segments)
        },
      }
    },
  });

const is_object = function (obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};

class CsvError extends Error {
  constructor(code, message, options, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ").trim();
    super(message);
    if (Error.captureStackTrace !== undefined) {
      Error.captureStackTrace(this, CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value)
          ? value.toString(options.encoding)
          : value == null
            ? value
            : JSON.parse(JSON.stringify(value));
      }
    }
  }
}

const normalize_columns_array = function (columns) {
  const normalizedColumns = [];
  for (let i = 0, l = columns.length; i < l; i++) {
    const column = columns[i];
    if (column === undefined || column === null || column === false) {
      normalizedColumns[i] = { disabled: true };
    } else if (typeof column === "string" || typeof column === "number") {
      normalizedColumns[i] = { name: `${column}` };
    } else if (is_object(column)) {
      if (typeof column.name !== "string") {
        throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
          "Option columns missing name:",
          `property "name" is required at position ${i}`,
          "when column is an object literal",
        ]);
      }
      normalizedColumns[i] = column;
    } else {
      throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
        "Invalid column definition:",
        "expect a string or a literal object,",
        `got ${JSON.stringify(column)} at position ${i}`,
      ]);
    }
  }
  return normalizedColumns;
};

class ResizeableBuffer {
  constructor(size = 100) {
    this.size = size;
    this.length = 0;
    this.buf = Buffer.allocUnsafe(size);
  }
  prepend(val) {
    if (Buffer.isBuffer(val)) {
      const length = this.length + val.length;
      if (length >= this.size) {
        this.resize();
        if (length >= this.size) {
          throw Error("INVALID_BUFFER_STATE");
        }
      }
      const buf = this.buf;
      this.buf = Buffer.allocUnsafe(this.size);
      val.copy(this.buf, 0);
      buf.copy(this.buf, val.length);
      this.length += val.length;
    } else {
      const length = this.length++;
      if (length === this.size) {
        this.resize();
      }
      const buf = this.clone();
      this.buf[0] = val;
      buf.copy(this.buf, 1, 0, length);
    }
  }
  append(val) {
    const length = this.length++;
    if (length === this.size) {
      this.resize();
    }
    this.buf[length] = val;
  }
  clone() {
    return Buffer.from(this.buf.slice(0, this.length));
  }
  resize() {
    const length = this.length;
    this.size = this.size * 2;
    const buf = Buffer.allocUnsafe(this.size);
    this.buf.copy(buf, 0, 0, length);
    this.buf = buf;
  }
  toString(encoding) {
    if (encoding) {
      return this.buf.toString(encoding, 0, this.length);
    } else {
      return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
    }
  }
  toJSON() {
    return this.toString("utf8");
  }
  reset() {
    this.length = 0;
  }
}

const init_state = function (options) {
   
   
   
   
   
   
   
   
  const timchars = [
     
    0x0020,  
    0x0009,  
    0x000a,  
    0x000d,  
    0x000c,  
    0x000b,  
     
    0x00a0,  
     
    0x1680,  
     
    0x2000,  
    0x2001,  
    0x2002,  
    0x2003,  
    0x2004,  
    0x2005,  
    0x2006,  
    0x2007,  
    0x2008,  
    0x2009,  
    0x200a,  
    0x2028,  
    0x2029,  
    0x202f,  
    0x205f,  
    0x3000,  
    0xfeff,  
  ].reduce((acc, codepoint) => {
    const encoded = Buffer.from(
      String.fromCharCode(codepoint),
      options.encoding,
    );
    if (codepoint !== 0x3f && encoded.length === 1 && encoded[0] === 0x3f) {
      return acc;
    }
    acc.push(encoded);
    return acc;
  }, []);
   
   
  const timcharFirstBytes = new Uint8Array(256);
  for (const t of timchars) timcharFirstBytes[t[0]] = 1;
  return {
    bomSkipped: false,
    bufBytesStart: 0,
    castField: options.cast_function,
    commenting: false,
    delimiterBufPrevious: undefined,
    delimiterDiscovered: false,
     
    error: undefined,
    enabled: options.from_line === 1,
    escaping: false,
    escapeIsQuote:
      Buffer.isBuffer(options.escape) &&
      Buffer.isBuffer(options.quote) &&
      Buffer.compare(options.escape, options.quote) === 0,
     
    expectedRecordLength: Array.isArray(options.columns)
      ? options.columns.length
      : undefined,
    field: new ResizeableBuffer(20),
    firstLineToHeaders: options.cast_first_line_to_header,
    needMoreDataSize: Math.max(
       
      options.comment !== null ? options.comment.length : 0,
       
      ...(options.delimiter
        ? options.delimiter.map((delimiter) => delimiter.length)
        : []),
       
      options.delimiter_auto ? 1 : 0,
       
      options.quote !== null ? options.quote.length : 0,
       
      ...timchars.map((t) => t.length),
    ),
    previousBuf: undefined,
    quoting: false,
    stop: false,
    rawBuffer: new ResizeableBuffer(100),
    record: [],
    recordHasError: false,
    record_length: 0,
    recordDelimiterMaxLength:
      options.record_delimiter.length === 0
        ? 0
        : Math.max(...options.record_delimiter.map((v) => v.length)),
    trimChars: [
      Buffer.from(" ", options.encoding)[0],
      Buffer.from("\t", options.encoding)[0],
    ],
    wasQuoting: false,
    wasRowDelimiter: false,
    timchars: timchars,
    timcharFirstBytes: timcharFirstBytes,
  };
};

const underscore = function (str) {
  return str.replace(/([A-Z])/g, function (_, match) {
    return "_" + match.toLowerCase();
  });
};

const normalize_options = function (opts) {
  const options = {};
   
  for (const opt in opts) {
    options[underscore(opt)] = opts[opt];
  }
   
   
   
  if (options.encoding === undefined || options.encoding === true) {
    options.encoding = "utf8";
  } else if (options.encoding === null || options.encoding === false) {
    options.encoding = null;
  } else if (
    typeof options.encoding !== "string" &&
    options.encoding !== null
  ) {
    throw new CsvError(
      "CSV_INVALID_OPTION_ENCODING",
      [
        "Invalid option encoding:",
        "encoding must be a string or null to return a buffer,",
        `got ${JSON.stringify(options.encoding)}`,
      ],
      options,
    );
  }
   
  if (
    options.bom === undefined ||
    options.bom === null ||
    options.bom === false
  ) {
    options.bom = false;
  } else if (options.bom !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_BOM",
      [
        "Invalid option bom:",
        "bom must be true,",
        `got ${JSON.stringify(options.bom)}`,
      ],
      options,
    );
  }
   
  options.cast_function = null;
  if (
    options.cast === undefined ||
    options.cast === null ||
    options.cast === false ||
    options.cast === ""
  ) {
    options.cast = undefined;
  } else if (typeof options.cast === "function") {
    options.cast_function = options.cast;
    options.cast = true;
  } else if (options.cast !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST",
      [
        "Invalid option cast:",
        "cast must be true or a function,",
        `got ${JSON.stringify(options.cast)}`,
      ],
      options,
    );
  }
   
  if (
    options.cast_date === undefined ||
    options.cast_date === null ||
    options.cast_date === false ||
    options.cast_date === ""
  ) {
    options.cast_date = false;
  } else if (options.cast_date === true) {
    options.cast_date = function (value) {
      const date = Date.parse(value);
      return !isNaN(date) ? new Date(date) : value;
    };
  } else if (typeof options.cast_date !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST_DATE",
      [
        "Invalid option cast_date:",
        "cast_date must be true or a function,",
        `got ${JSON.stringify(options.cast_date)}`,
      ],
      options,
    );
  }
   
  options.cast_first_line_to_header = undefined;
  if (options.columns === true) {
     
    options.cast_first_line_to_header = undefined;
  } else if (typeof options.columns === "function") {
    options.cast_first_line_to_header = options.columns;
    options.columns = true;
  } else if (Array.isArray(options.columns)) {
    options.columns = normalize_columns_array(options.columns);
  } else if (
    options.columns === undefined ||
    options.columns === null ||
    options.columns === false
  ) {
    options.columns = false;
  } else {
    throw new CsvError(
      "CSV_INVALID_OPTION_COLUMNS",
      [
        "Invalid option columns:",
        "expect an array, a function or true,",
        `got ${JSON.stringify(options.columns)}`,
      ],
      options,
    );
  }
   
  if (
    options.group_columns_by_name === undefined ||
    options.group_columns_by_name === null ||
    options.group_columns_by_name === false
  ) {
    options.group_columns_by_name = false;
  } else if (options.group_columns_by_name !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "expect an boolean,",
        `got ${JSON.stringify(options.group_columns_by_name)}`,
      ],
      options,
    );
  } else if (options.columns === false) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "the `columns` mode must be activated.",
      ],
      options,
    );
  }
   
  if (
    options.comment === undefined ||
    options.comment === null ||
    options.comment === false ||
    options.comment === ""
  ) {
    options.comment = null;
  } else {
    if (typeof options.comment === "string") {
      options.comment = Buffer.from(options.comment, options.encoding);
    }
    if (!Buffer.isBuffer(options.comment)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_COMMENT",
        [
          "Invalid option comment:",
          "comment must be a buffer or a string,",
          `got ${JSON.stringify(options.comment)}`,
        ],
        options,
      );
    }
  }
   
  if (
    options.comment_no_infix === undefined ||
    options.comment_no_infix === null ||
    options.comment_no_infix === false
  ) {
    options.comment_no_infix = false;
  } else if (options.comment_no_infix !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_COMMENT",
      [
        "Invalid option comment_no_infix:",
        "value must be a boolean,",
        `got ${JSON.stringify(options.comment_no_infix)}`,
      ],
      options,
    );
  }
   
  if (
    options.delimiter_auto === undefined ||
    options.delimiter_auto === null ||
    options.delimiter_auto === false
  ) {
    options.delimiter_auto = false;
  } else if (options.delimiter_auto === true) {
    options.delimiter_auto = {};
  } else if (!is_object(options.delimiter_auto)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_DELIMITER_AUTO",
      [
        "Invalid option delimiter_auto:",
        "delimiter_auto must be a boolean or a configuration object,",
        `got ${JSON.stringify(options.delimiter_auto)}`,
      ],
      options,
    );
  }
  if (options.delimiter_auto) {
    if (options.delimiter_auto.preferred === undefined)
      options.delimiter_auto.preferred = {
        [",".charCodeAt(0)]: 1.8,
        ["\t".charCodeAt(0)]: 1.8,
        [";".charCodeAt(0)]: 1.6,
        [" ".charCodeAt(0)]: 1.6,
        [":".charCodeAt(0)]: 1.5,
        [".".charCodeAt(0)]: 1.4,
        ["/".charCodeAt(0)]: 1.4,
      };
    else if (!is_object(options.delimiter_auto.preferred)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "preferred must be an object,",
          `got ${JSON.stringify(options.delimiter_auto.preferred)}`,
        ],
        options,
      );
    }
    if (options.delimiter_auto.score === undefined)
      options.delimiter_auto.score = (info, options) => {
        return (
          (info.total - info.std) * (options.preferred[info.char_code] || 1)
        );
      };
    else if (typeof options.delimiter_auto.score !== "function") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "score must be a function,",
          `got ${JSON.stringify(options.delimiter_auto.score)}`,
        ],
        options,
      );
    }
    if (options.delimiter_auto.size === undefined)
      options.delimiter_auto.size = 2048;
    else if (typeof options.delimiter_auto.size !== "number") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "size must be a number,",
          `got ${JSON.stringify(options.delimiter_auto.size)}`,
        ],
        options,
      );
    }
  }
   
  const delimiter_json = JSON.stringify(options.delimiter);
  if (options.delimiter_auto !== false) {
    options.delimiter = [];
  }
  if (!Array.isArray(options.delimiter)) {
    if (
      options.delimiter === undefined ||
      options.delimiter === null ||
      options.delimiter === false
    ) {
      options.delimiter = Buffer.from(",", options.encoding);
    }
    options.delimiter = [options.delimiter];
  }
  options.delimiter = options.delimiter.map(function (delimiter) {
    if (typeof delimiter === "string") {
      delimiter = Buffer.from(delimiter, options.encoding);
    }
    if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER",
        [
          "Invalid option delimiter:",
          "delimiter must be a non empty string or buffer or array of string|buffer,",
          `got ${delimiter_json}`,
        ],
        options,
      );
    }
    return delimiter;
  });
   
  if (options.escape === undefined || options.escape === true) {
    options.escape = Buffer.from('"', options.encoding);
  } else if (typeof options.escape === "string") {
    options.escape = Buffer.from(options.escape, options.encoding);
  } else if (options.escape === null || options.escape === false) {
    options.escape = null;
  }
  if (options.escape !== null) {
    if (!Buffer.isBuffer(options.escape)) {
      throw new Error(
        `Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`,
      );
    }
  }
   
  if (options.from === undefined || options.from === null) {
    options.from = 1;
  } else {
    if (typeof options.from === "string" && /\d+/.test(options.from)) {
      options.from = parseInt(options.from);
    }
    if (Number.isInteger(options.from)) {
      if (options.from < 0) {
        throw new Error(
          `Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from must be an integer, got ${JSON.stringify(options.from)}`,
      );
    }
  }
   
  if (options.from_line === undefined || options.from_line === null) {
    options.from_line = 1;
  } else {
    if (
      typeof options.from_line === "string" &&
      /\d+/.test(options.from_line)
    ) {
      options.from_line = parseInt(options.from_line);
    }
    if (Number.isInteger(options.from_line)) {
      if (options.from_line <= 0) {
        throw new Error(
          `Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`,
      );
    }
  }
   
  if (
    options.ignore_last_delimiters === undefined ||
    options.ignore_last_delimiters === null
  ) {
    options.ignore_last_delimiters = false;
  } else if (typeof options.ignore_last_delimiters === "number") {
    options.ignore_last_delimiters = Math.floor(options.ignore_last_delimiters);
    if (options.ignore_last_delimiters === 0) {
      options.ignore_last_delimiters = false;
    }
  } else if (typeof options.ignore_last_delimiters !== "boolean") {
    throw new CsvError(
      "CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS",
      [
        "Invalid option `ignore_last_delimiters`:",
        "the value must be a boolean value or an integer,",
        `got ${JSON.stringify(options.ignore_last_delimiters)}`,
      ],
      options,
    );
  }
  if (options.ignore_last_delimiters === true && options.columns === false) {
    throw new CsvError(
      "CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS",
      [
        "The option `ignore_last_delimiters`",
        "requires the activation of the `columns` option",
      ],
      options,
    );
  }
   
  if (
    options.info === undefined ||
    options.info === null ||
    options.info === false
  ) {
    options.info = false;
  } else if (options.info !== true) {
    throw new Error(
      `Invalid Option: info must be true, got ${JSON.stringify(options.info)}`,
    );
  }
   
  if (
    options.max_record_size === undefined ||
    options.max_record_size === null ||
    options.max_record_size === false
  ) {
    options.max_record_size = 0;
  } else if (
    Number.isInteger(options.max_record_size) &&
    options.max_record_size >= 0
  ) ; else if (
    typeof options.max_record_size === "string" &&
    /\d+/.test(options.max_record_size)
  ) {
    options.max_record_size = parseInt(options.max_record_size);
  } else {
    throw new Error(
      `Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options.max_record_size)}`,
    );
  }
   
  if (
    options.objname === undefined ||
    options.objname === null ||
    options.objname === false
  ) {
    options.objname = undefined;
  } else if (Buffer.isBuffer(options.objname)) {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty buffer`);
    }
    if (options.encoding === null) ; else {
      options.objname = options.objname.toString(options.encoding);
    }
  } else if (typeof options.objname === "string") {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty string`);
    }
     
  } else if (typeof options.objname === "number") ; else {
    throw new Error(
      `Invalid Option: objname must be a string or a buffer, got ${options.objname}`,
    );
  }
  if (options.objname !== undefined) {
    if (typeof options.objname === "number") {
      if (options.columns !== false) {
        throw Error(
          "Invalid Option: objname index cannot be combined with columns or be defined as a field",
        );
      }
    } else {
       
      if (options.columns === false) {
        throw Error(
          "Invalid Option: objname field must be combined with columns or be defined as an index",
        );
      }
    }
  }
   
  if (options.on_record === undefined || options.on_record === null) {
    options.on_record = undefined;
  } else if (typeof options.on_record !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_ON_RECORD",
      [
        "Invalid option `on_record`:",
        "expect a function,",
        `got ${JSON.stringify(options.on_record)}`,
      ],
      options,
    );
  }
   
   
   
   
  if (
    options.on_skip !== undefined &&
    options.on_skip !== null &&
    typeof options.on_skip !== "function"
  ) {
    throw new Error(
      `Invalid Option: on_skip must be a function, got ${JSON.stringify(options.on_skip)}`,
    );
  }
   
  if (
    options.quote === null ||
    options.quote === false ||
    options.quote === ""
  ) {
    options.quote = null;
  } else {
    if (options.quote === undefined || options.quote === true) {
      options.quote = Buffer.from('"', options.encoding);
    } else if (typeof options.quote === "string") {
      options.quote = Buffer.from(options.quote, options.encoding);
    }
    if (!Buffer.isBuffer(options.quote)) {
      throw new Error(
        `Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`,
      );
    }
  }
   
  if (
    options.raw === undefined ||
    options.raw === null ||
    options.raw === false
  ) {
    options.raw = false;
  } else if (options.raw !== true) {
    throw new Error(
      `Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`,
    );
  }
   
  if (options.record_delimiter === undefined) {
    options.record_delimiter = [];
  } else if (
    typeof options.record_delimiter === "string" ||
    Buffer.isBuffer(options.record_delimiter)
  ) {
    if (options.record_delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer,",
          `got ${JSON.stringify(options.record_delimiter)}`,
        ],
        options,
      );
    }
    options.record_delimiter = [options.record_delimiter];
  } else if (!Array.isArray(options.record_delimiter)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_RECORD_DELIMITER",
      [
        "Invalid option `record_delimiter`:",
        "value must be a string, a buffer or array of string|buffer,",
        `got ${JSON.stringify(options.record_delimiter)}`,
      ],
      options,
    );
  }
  options.record_delimiter = options.record_delimiter.map(function (rd, i) {
    if (typeof rd !== "string" && !Buffer.isBuffer(rd)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a string, a buffer or array of string|buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`,
        ],
        options,
      );
    } else if (rd.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`,
        ],
        options,
      );
    }
    if (typeof rd === "string") {
      rd = Buffer.from(rd, options.encoding);
    }
    return rd;
  });
   
  if (typeof options.relax_column_count === "boolean") ; else if (
    options.relax_column_count === undefined ||
    options.relax_column_count === null
  ) {
    options.relax_column_count = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`,
    );
  }
  if (typeof options.relax_column_count_less === "boolean") ; else if (
    options.relax_column_count_less === undefined ||
    options.relax_column_count_less === null
  ) {
    options.relax_column_count_less = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`,
    );
  }
  if (typeof options.relax_column_count_more === "boolean") ; else if (
    options.relax_column_count_more === undefined ||
    options.relax_column_count_more === null
  ) {
    options.relax_column_count_more = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`,
    );
  }
   
  if (typeof options.relax_quotes === "boolean") ; else if (
    options.relax_quotes === undefined ||
    options.relax_quotes === null
  ) {
    options.relax_quotes = false;
  } else {
    throw new Error(
      `Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`,
    );
  }
   
  if (typeof options.skip_empty_lines === "boolean") ; else if (
    options.skip_empty_lines === undefined ||
    options.skip_empty_lines === null
  ) {
    options.skip_empty_lines = false;
  } else {
    throw new Error(
      `Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options.skip_empty_lines)}`,
    );
  }
   
  if (typeof options.skip_records_with_empty_values === "boolean") ; else if (
    options.skip_records_with_empty_values === undefined ||
    options.skip_records_with_empty_values === null
  ) {
    options.skip_records_with_empty_values = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options.skip_records_with_empty_values)}`,
    );
  }
   
  if (typeof options.skip_records_with_error === "boolean") ; else if (
    options.skip_records_with_error === undefined ||
    options.skip_records_with_error === null
  ) {
    options.skip_records_with_error = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`,
    );
  }
   
  if (
    options.rtrim === undefined ||
    options.rtrim === null ||
    options.rtrim === false
  ) {
    options.rtrim = false;
  } else if (options.rtrim !== true) {
    throw new Error(
      `Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options.rtrim)}`,
    );
  }
   
  if (
    options.ltrim === undefined ||
    options.ltrim === null ||
    options.ltrim === false
  ) {
    options.ltrim = false;
  } else if (options.ltrim !== true) {
    throw new Error(
      `Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`,
    );
  }
   
  if (
    options.trim === undefined ||
    options.trim === null ||
    options.trim === false
  ) {
    options.trim = false;
  } else if (options.trim !== true) {
    throw new Error(
      `Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`,
    );
  }
   
  if (options.trim === true && opts.ltrim !== false) {
    options.ltrim = true;
  } else if (options.ltrim !== true) {
    options.ltrim = false;
  }
  if (options.trim === true && opts.rtrim !== false) {
    options.rtrim = true;
  } else if (options.rtrim !== true) {
    options.rtrim = false;
  }
   
  if (options.to === undefined || options.to === null) {
    options.to = -1;
  } else if (options.to !== -1) {
    if (typeof options.to === "string" && /\d+/.test(options.to)) {
      options.to = parseInt(options.to);
    }
    if (Number.isInteger(options.to)) {
      if (options.to <= 0) {
        throw new Error(
          `Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`,
      );
    }
  }
   
  if (options.to_line === undefined || options.to_line === null) {
    options.to_line = -1;
  } else if (options.to_line !== -1) {
    if (typeof options.to_line === "string" && /\d+/.test(options.to_line)) {
      options.to_line = parseInt(options.to_line);
    }
    if (Number.isInteger(options.to_line)) {
      if (options.to_line <= 0) {
        throw new Error(
          `Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`,
      );
    }
  }
  return options;
};

const delimiter_discover = function (records, options) {
   
  if (!options) {
    ({ delimiter_auto: options } = normalize_options({ delimiter_auto: true }));
  }
   
  if (typeof records === "string") {
    records = Buffer.from(records);
  }
   
  if (Buffer.isBuffer(records)) {
    records = ((data) => {
      const records = [];
      const parser = transform({ delimiter: [] });
      const push = (record) => records.push(record);
      const close = () => {};
      const error = parser.parse(data, true, push, close);
      if (error !== undefined) throw error;
      return records;
    })(records);
  }
   
  const info = Array(127)
    .fill()
    .map(() => ({ lines: [] }));
   
  records.map(([record], line) => {
    for (let i = 0, l = record.length; i < l; i++) {
       
      const code = record.charCodeAt(i);
      if (info[code].lines[line] === undefined) info[code].lines[line] = 0;
      info[code].lines[line]++;
    }
  });
   
  info.map((info, i) => {
    info.char_code = i;
    info.std = std(info.lines);
    info.total = info.lines.reduce((acc, val) => acc + val, 0);
    info.preferred = !!options.preferred[i];
    info.score = options.score(info, options);
  });
   
  const result = info.reduce(
    (acc, info) => (acc.score > info.score ? acc : info),
    {},
  );
  return String.fromCharCode(result.char_code);
};

const std = function (array) {
  const n = array.length;
  if (n === 0) return 0;
  const mean = array.reduce((a, b) => a + b) / n;
  return Math.sqrt(
    array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n,
  );
};

const isRecordEmpty = function (record) {
  return record.every(
    (field) =>
      field == null || (field.toString && field.toString().trim() === ""),
  );
};

const cr = 13;  
const nl = 10;  

const boms = {
   
   
   
   
  utf8: Buffer.from([239, 187, 191]),
   
   
   
  utf16le: Buffer.from([255, 254]),
};

const transform = function (original_options = {}) {
  const info = {
    bytes: 0,
    bytes_records: 0,
    comment_lines: 0,
    empty_lines: 0,
    invalid_field_length: 0,
    lines: 1,
    records: 0,
  };
  const options = normalize_options(original_options);
  return {
    info: info,
    original_options: original_options,
    options: options,
    state: init_state(options),
    __needMoreData: function (i, bufLen, end) {
      if (end) return false;
      const { encoding, escape, quote } = this.options;
      const { quoting, needMoreDataSize, recordDelimiterMaxLength } =
        this.state;
      const numOfCharLeft = bufLen - i - 1;
      const requiredLength = Math.max(
        needMoreDataSize,
         
         
         
         
         
         
        recordDelimiterMaxLength === 0
          ? Buffer.from("\r\n", encoding).length
          : recordDelimiterMaxLength,
         
        quoting ? (escape === null ? 0 : escape.length) + quote.length : 0,
         
        quoting ? quote.length + recordDelimiterMaxLength : 0,
      );
      return numOfCharLeft < requiredLength;
    },
     
    parse: function (nextBuf, end, push, close) {
      const {
        bom,
        comment_no_infix,
        delimiter_auto,
        encoding,
        from_line,
        ltrim,
        max_record_size,
        raw,
        relax_quotes,
        rtrim,
        skip_empty_lines,
        to,
        to_line,
      } = this.options;
      let { comment, escape, quote, record_delimiter } = this.options;
      const {
        bomSkipped,
        delimiterDiscovered,
        delimiterBufPrevious,
        rawBuffer,
        escapeIsQuote,
      } = this.state;
       
      if (!delimiterDiscovered && delimiter_auto) {
        let delimiterBuf;
        if (delimiterBufPrevious === undefined) {
          delimiterBuf = nextBuf;
        } else if (
          delimiterBufPrevious !== undefined &&
          nextBuf === undefined
        ) {
          delimiterBuf = delimiterBufPrevious;
        } else {
          delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
        }
         
        nextBuf = undefined;
         
        if (end || delimiterBuf.length > delimiter_auto.size) {
          this.options.delimiter = [
            Buffer.from(
              delimiter_discover(delimiterBuf, this.options.delimiter_auto),
            ),
          ];
          this.state.previousBuf = delimiterBuf;
          this.state.delimiterBufPrevious = undefined;
          this.state.delimiterDiscovered = true;
        } else {
          this.state.delimiterBufPrevious = delimiterBuf;
          return;
        }
      }
       
      const { previousBuf } = this.state;
      let buf;
      if (previousBuf === undefined) {
        if (nextBuf === undefined) {
           
          close();
          return;
        } else {
          buf = nextBuf;
        }
      } else if (previousBuf !== undefined && nextBuf === undefined) {
        buf = previousBuf;
      } else {
        buf = Buffer.concat([previousBuf, nextBuf]);
      }
       
      if (bomSkipped === false) {
        if (bom === false) {
          this.state.bomSkipped = true;
        } else if (buf.length < 3) {
           
          if (end === false) {
             
            this.state.previousBuf = buf;
            return;
          }
        } else {
          for (const encoding in boms) {
            if (boms[encoding].compare(buf, 0, boms[encoding].length) === 0) {
               
              const bomLength = boms[encoding].length;
              this.state.bufBytesStart += bomLength;
              buf = buf.slice(bomLength);
               
              const options = normalize_options({
                ...this.original_options,
                encoding: encoding,
              });
               
              for (const key in options) {
                this.options[key] = options[key];
              }
               
              ({ comment, escape, quote } = this.options);
              break;
            }
          }
          this.state.bomSkipped = true;
        }
      }
      const bufLen = buf.length;
      let pos;
      for (pos = 0; pos < bufLen; pos++) {
         
         
        if (this.__needMoreData(pos, bufLen, end)) {
          break;
        }
        if (this.state.wasRowDelimiter === true) {
          this.info.lines++;
          this.state.wasRowDelimiter = false;
        }
        if (to_line !== -1 && this.info.lines > to_line) {
          this.state.stop = true;
          close();
          return;
        }
         
        if (this.state.quoting === false && record_delimiter.length === 0) {
          const record_delimiterCount = this.__autoDiscoverRecordDelimiter(
            buf,
            pos,
          );
          if (record_delimiterCount) {
            record_delimiter = this.options.record_delimiter;
          }
        }
        const chr = buf[pos];
        if (raw === true) {
          rawBuffer.append(chr);
        }
        if (
          (chr === cr || chr === nl) &&
          this.state.wasRowDelimiter === false
        ) {
          this.state.wasRowDelimiter = true;
        }
         
         
        if (this.state.escaping === true) {
          this.state.escaping = false;
        } else {
           
           
           
          if (
            escape !== null &&
            this.state.quoting === true &&
            this.__isEscape(buf, pos, chr) &&
            pos + escape.length < bufLen
          ) {
            if (escapeIsQuote) {
              if (this.__isQuote(buf, pos + escape.length)) {
                this.state.escaping = true;
                pos += escape.length - 1;
                continue;
              }
            } else {
              this.state.escaping = true;
              pos += escape.length - 1;
              continue;
            }
          }
           
           
          if (this.state.commenting === false && this.__isQuote(buf, pos)) {
            if (this.state.quoting === true) {
              const nextChr = buf[pos + quote.length];
              const isNextChrTrimable =
                rtrim && this.__isCharTrimable(buf, pos + quote.length);
              const isNextChrComment =
                comment !== null &&
                this.__compareBytes(comment, buf, pos + quote.length, nextChr);
              const isNextChrDelimiter = this.__isDelimiter(
                buf,
                pos + quote.length,
                nextChr,
              );
              const isNextChrRecordDelimiter =
                record_delimiter.length === 0
                  ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length)
                  : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
               
               
              if (
                escape !== null &&
                this.__isEscape(buf, pos, chr) &&
                this.__isQuote(buf, pos + escape.length)
              ) {
                pos += escape.length - 1;
              } else if (
                !nextChr ||
                isNextChrDelimiter ||
                isNextChrRecordDelimiter ||
                isNextChrComment ||
                isNextChrTrimable
              ) {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                pos += quote.length - 1;
                continue;
              } else if (relax_quotes === false) {
                const err = this.__error(
                  new CsvError(
                    "CSV_INVALID_CLOSING_QUOTE",
                    [
                      "Invalid Closing Quote:",
                      `got "${String.fromCharCode(nextChr)}"`,
                      `at line ${this.info.lines}`,
                      "instead of delimiter, record delimiter, trimable character",
                      "(if activated) or comment",
                    ],
                    this.options,
                    this.__infoField(),
                  ),
                );
                if (err !== undefined) return err;
              } else {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                this.state.field.prepend(quote);
                pos += quote.length - 1;
              }
            } else {
              if (this.state.field.length !== 0) {
                 
                if (relax_quotes === false) {
                  const info = this.__infoField();
                  const bom = Object.keys(boms)
                    .map((b) =>
                      boms[b].equals(this.state.field.toString()) ? b : false,
                    )
                    .filter(Boolean)[0];
                  const err = this.__error(
                    new CsvError(
                      "INVALID_OPENING_QUOTE",
                      [
                        "Invalid Opening Quote:",
                        `a quote is found on field ${JSON.stringify(info.column)} at line ${info.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
                        bom ? `(${bom} bom)` : undefined,
                      ],
                      this.options,
                      info,
                      {
                        field: this.state.field,
                      },
                    ),
                  );
                  if (err !== undefined) return err;
                }
              } else {
                this.state.quoting = true;
                pos += quote.length - 1;
                continue;
              }
            }
          }
          if (this.state.quoting === false) {
            const recordDelimiterLength = this.__isRecordDelimiter(
              chr,
              buf,
              pos,
            );
            if (recordDelimiterLength !== 0) {
               
              const skipCommentLine =
                this.state.commenting &&
                this.state.wasQuoting === false &&
                this.state.record.length === 0 &&
                this.state.field.length === 0;
              if (skipCommentLine) {
                this.info.comment_lines++;
                 
              } else {
                 
                if (
                  this.state.enabled === false &&
                  this.info.lines +
                    (this.state.wasRowDelimiter === true ? 1 : 0) >=
                    from_line
                ) {
                  this.state.enabled = true;
                  this.__resetField();
                  this.__resetRecord();
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                 
                if (
                  skip_empty_lines === true &&
                  this.state.wasQuoting === false &&
                  this.state.record.length === 0 &&
                  this.state.field.length === 0
                ) {
                  this.info.empty_lines++;
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                this.info.bytes = this.state.bufBytesStart + pos;
                const errField = this.__onField();
                if (errField !== undefined) return errField;
                this.info.bytes =
                  this.state.bufBytesStart + pos + recordDelimiterLength;
                const errRecord = this.__onRecord(push);
                if (errRecord !== undefined) return errRecord;
                if (to !== -1 && this.info.records >= to) {
                  this.state.stop = true;
                  close();
                  return;
                }
              }
              this.state.commenting = false;
              pos += recordDelimiterLength - 1;
              continue;
            }
            if (this.state.commenting) {
              continue;
            }
            if (
              comment !== null &&
              (comment_no_infix === false ||
                (this.state.record.length === 0 &&
                  this.state.field.length === 0))
            ) {
              const commentCount = this.__compareBytes(comment, buf, pos, chr);
              if (commentCount !== 0) {
                this.state.commenting = true;
                continue;
              }
            }
            const delimiterLength = this.__isDelimiter(buf, pos, chr);
            if (delimiterLength !== 0) {
              this.info.bytes = this.state.bufBytesStart + pos;
              const errField = this.__onField();
              if (errField !== undefined) return errField;
              pos += delimiterLength - 1;
              continue;
            }
          }
        }
        if (this.state.commenting === false) {
          if (
            max_record_size !== 0 &&
            this.state.record_length + this.state.field.length > max_record_size
          ) {
            return this.__error(
              new CsvError(
                "CSV_MAX_RECORD_SIZE",
                [
                  "Max Record Size:",
                  "record exceed the maximum number of tolerated bytes",
                  `of ${max_record_size}`,
                  `at line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
              ),
            );
          }
        }
        const lappend =
          ltrim === false ||
          this.state.quoting === true ||
          this.state.field.length !== 0 ||
          !this.__isCharTrimable(buf, pos);
         
        const rappend = rtrim === false || this.state.wasQuoting === false;
        if (lappend === true && rappend === true) {
          this.state.field.append(chr);
        } else if (rtrim === true && !this.__isCharTrimable(buf, pos)) {
          return this.__error(
            new CsvError(
              "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE",
              [
                "Invalid Closing Quote:",
                "found non trimable byte after quote",
                `at line ${this.info.lines}`,
              ],
              this.options,
              this.__infoField(),
            ),
          );
        } else {
          if (lappend === false) {
            pos += this.__isCharTrimable(buf, pos) - 1;
          }
          continue;
        }
      }
      if (end === true) {
         
        if (this.state.quoting === true) {
          const err = this.__error(
            new CsvError(
              "CSV_QUOTE_NOT_CLOSED",
              [
                "Quote Not Closed:",
                `the parsing is finished with an opening quote at line ${this.info.lines}`,
              ],
              this.options,
              this.__infoField(),
            ),
          );
          if (err !== undefined) return err;
        } else {
           
          if (
            this.state.wasQuoting === true ||
            this.state.record.length !== 0 ||
            this.state.field.length !== 0
          ) {
            this.info.bytes = this.state.bufBytesStart + pos;
            const errField = this.__onField();
            if (errField !== undefined) return errField;
            const errRecord = this.__onRecord(push);
            if (errRecord !== undefined) return errRecord;
          } else if (this.state.wasRowDelimiter === true) {
            this.info.empty_lines++;
          } else if (this.state.commenting === true) {
            this.info.comment_lines++;
          }
        }
      } else {
        this.state.bufBytesStart += pos;
        this.state.previousBuf = buf.slice(pos);
      }
      if (this.state.wasRowDelimiter === true) {
        this.info.lines++;
        this.state.wasRowDelimiter = false;
      }
    },
    __onRecord: function (push) {
      const {
        columns,
        group_columns_by_name,
        encoding,
        info,
        from,
        relax_column_count,
        relax_column_count_less,
        relax_column_count_more,
        raw,
        skip_records_with_empty_values,
      } = this.options;
      const { enabled, record } = this.state;
      if (enabled === false) {
        return this.__resetRecord();
      }
       
      const recordLength = record.length;
      if (columns === true) {
        if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
          this.__resetRecord();
          return;
        }
        return this.__firstLineToColumns(record);
      }
      if (columns === false && this.info.records === 0) {
        this.state.expectedRecordLength = recordLength;
      }
      if (recordLength !== this.state.expectedRecordLength) {
        const err =
          columns === false
            ? new CsvError(
                "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH",
                [
                  "Invalid Record Length:",
                  `expect ${this.state.expectedRecordLength},`,
                  `got ${recordLength} on line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
                {
                  record: record,
                },
              )
            : new CsvError(
                "CSV_RECORD_INCONSISTENT_COLUMNS",
                [
                  "Invalid Record Length:",
                  `columns length is ${columns.length},`,  
                  `got ${recordLength} on line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
                {
                  record: record,
                },
              );
        if (
          relax_column_count === true ||
          (relax_column_count_less === true &&
            recordLength < this.state.expectedRecordLength) ||
          (relax_column_count_more === true &&
            recordLength > this.state.expectedRecordLength)
        ) {
          this.info.invalid_field_length++;
          this.state.error = err;
           
        } else {
          const finalErr = this.__error(err);
          if (finalErr) return finalErr;
        }
      }
      if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
        this.__resetRecord();
        return;
      }
      if (this.state.recordHasError === true) {
        this.__resetRecord();
        this.state.recordHasError = false;
        return;
      }
      this.info.records++;
      if (from === 1 || this.info.records >= from) {
        const { objname } = this.options;
         
        if (columns !== false) {
          const obj = {};
           
          for (let i = 0, l = record.length; i < l; i++) {
            if (columns[i] === undefined || columns[i].disabled) continue;
             
            if (
              group_columns_by_name === true &&
              Object.hasOwn(obj, columns[i].name)
            ) {
              if (Array.isArray(obj[columns[i].name])) {
                obj[columns[i].name] = obj[columns[i].name].concat(record[i]);
              } else {
                obj[columns[i].name] = [obj[columns[i].name], record[i]];
              }
            } else {
              Object.defineProperty(obj, columns[i].name, {
                value: record[i],
                enumerable: true,
                writable: true,
                configurable: true,
              });
            }
          }
           
          if (raw === true || info === true) {
            const extRecord = Object.assign(
              { record: obj },
              raw === true
                ? { raw: this.state.rawBuffer.toString(encoding) }
                : {},
              info === true ? { info: this.__infoRecord() } : {},
            );
            const err = this.__push(
              objname === undefined ? extRecord : [obj[objname], extRecord],
              push,
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === undefined ? obj : [obj[objname], obj],
              push,
            );
            if (err) {
              return err;
            }
          }
           
        } else {
          if (raw === true || info === true) {
            const extRecord = Object.assign(
              { record: record },
              raw === true
                ? { raw: this.state.rawBuffer.toString(encoding) }
                : {},
              info === true ? { info: this.__infoRecord() } : {},
            );
            const err = this.__push(
              objname === undefined ? extRecord : [record[objname], extRecord],
              push,
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === undefined ? record : [record[objname], record],
              push,
            );
            if (err) {
              return err;
            }
          }
        }
      }
      this.__resetRecord();
    },
    __firstLineToColumns: function (record) {
      const { firstLineToHeaders } = this.state;
      try {
        const headers =
          firstLineToHeaders === undefined
            ? record
            : firstLineToHeaders.call(null, record);
        if (!Array.isArray(headers)) {
          return this.__error(
            new CsvError(
              "CSV_INVALID_COLUMN_MAPPING",
              [
                "Invalid Column Mapping:",
                "expect an array from column function,",
                `got ${JSON.stringify(headers)}`,
              ],
              this.options,
              this.__infoField(),
              {
                headers: headers,
              },
            ),
          );
        }
        const normalizedHeaders = normalize_columns_array(headers);
        this.state.expectedRecordLength = normalizedHeaders.length;
        this.options.columns = normalizedHeaders;
        this.__resetRecord();
        return;
      } catch (err) {
        return err;
      }
    },
    __resetRecord: function () {
      if (this.options.raw === true) {
        this.state.rawBuffer.reset();
      }
      this.state.error = undefined;
      this.state.record = [];
      this.state.record_length = 0;
    },
    __onField: function () {
      const { cast, encoding, rtrim, max_record_size } = this.options;
      const { enabled, wasQuoting } = this.state;
       
      if (enabled === false) {
        return this.__resetField();
      }
      let field = this.state.field.toString(encoding);
      if (rtrim === true && wasQuoting === false) {
        field = field.trimRight();
      }
      if (cast === true) {
        const [err, f] = this.__cast(field);
        if (err !== undefined) return err;
        field = f;
      }
      this.state.record.push(field);
       
      if (max_record_size !== 0 && typeof field === "string") {
        this.state.record_length += field.length;
      }
      this.__resetField();
    },
    __resetField: function () {
      this.state.field.reset();
      this.state.wasQuoting = false;
    },
    __push: function (record, push) {
      const { on_record } = this.options;
      if (on_record !== undefined) {
        const info = this.__infoRecord();
        try {
          record = on_record.call(null, record, info);
        } catch (err) {
          return err;
        }
        if (record === undefined || record === null) {
          return;
        }
      }
      this.info.bytes_records += this.info.bytes;
      push(record);
    },
     
    __cast: function (field) {
      const { columns, relax_column_count } = this.options;
      const isColumns = Array.isArray(columns);
       
       
       
      if (
        isColumns === true &&
        relax_column_count &&
        this.options.columns.length <= this.state.record.length
      ) {
        return [undefined, undefined];
      }
      if (this.state.castField !== null) {
        try {
          const info = this.__infoField();
          return [undefined, this.state.castField.call(null, field, info)];
        } catch (err) {
          return [err];
        }
      }
      if (this.__isFloat(field)) {
        return [undefined, parseFloat(field)];
      } else if (this.options.cast_date !== false) {
        const info = this.__infoField();
        return [undefined, this.options.cast_date.call(null, field, info)];
      }
      return [undefined, field];
    },
    __compareBytes: function (sourceBuf, targetBuf, targetPos, firstByte) {
      if (sourceBuf[0] !== firstByte) return 0;
      const sourceLength = sourceBuf.length;
      for (let i = 1; i < sourceLength; i++) {
        if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
      }
      return sourceLength;
    },
     
    __isCharTrimable: function (buf, pos) {
      const { timchars, timcharFirstBytes } = this.state;
       
       
      const first = buf[pos];
      if (first === undefined || timcharFirstBytes[first] === 0) return 0;
      loop1: for (let i = 0; i < timchars.length; i++) {
        const timchar = timchars[i];
        for (let j = 0; j < timchar.length; j++) {
          if (timchar[j] !== buf[pos + j]) continue loop1;
        }
        return timchar.length;
      }
      return 0;
    },
    __isDelimiter: function (buf, pos, chr) {
      const { delimiter, ignore_last_delimiters } = this.options;
      if (
        ignore_last_delimiters === true &&
        this.state.record.length === this.options.columns.length - 1
      ) {
        return 0;
      } else if (
        ignore_last_delimiters !== false &&
        typeof ignore_last_delimiters === "number" &&
        this.state.record.length === ignore_last_delimiters - 1
      ) {
        return 0;
      }
      loop1: for (let i = 0; i < delimiter.length; i++) {
        const del = delimiter[i];
        if (del[0] === chr) {
          for (let j = 1; j < del.length; j++) {
            if (del[j] !== buf[pos + j]) continue loop1;
          }
          return del.length;
        }
      }
      return 0;
    },
    __isEscape: function (buf, pos, chr) {
      const { escape } = this.options;
      if (escape === null) return false;
      const l = escape.length;
      if (escape[0] === chr) {
        for (let i = 0; i < l; i++) {
          if (escape[i] !== buf[pos + i]) {
            return false;
          }
        }
        return true;
      }
      return false;
    },
    __isFloat: function (value) {
      return value - parseFloat(value) + 1 >= 0;  
    },
     
     
     
     
     
     
    __isQuote: function (buf, pos) {
      const { quote } = this.options;
      if (quote === null) return false;
      const l = quote.length;
      for (let i = 0; i < l; i++) {
        if (quote[i] !== buf[pos + i]) {
          return false;
        }
      }
      return true;
    },
    __isRecordDelimiter: function (chr, buf, pos) {
      const { record_delimiter } = this.options;
      const recordDelimiterLength = record_delimiter.length;
      loop1: for (let i = 0; i < recordDelimiterLength; i++) {
        const rd = record_delimiter[i];
        const rdLength = rd.length;
        if (rd[0] !== chr) {
          continue;
        }
        for (let j = 1; j < rdLength; j++) {
          if (rd[j] !== buf[pos + j]) {
            continue loop1;
          }
        }
        return rd.length;
      }
      return 0;
    },
    __autoDiscoverRecordDelimiter: function (buf, pos) {
      const { encoding } = this.options;
       
       
       
      const rds = [
         
        Buffer.from("\r\n", encoding),
        Buffer.from("\n", encoding),
        Buffer.from("\r", encoding),
      ];
      loop: for (let i = 0; i < rds.length; i++) {
        const l = rds[i].length;
        for (let j = 0; j < l; j++) {
          if (rds[i][j] !== buf[pos + j]) {
            continue loop;
          }
        }
        this.options.record_delimiter.push(rds[i]);
        this.state.recordDelimiterMaxLength = rds[i].length;
        return rds[i].length;
      }
      return 0;
    },
    __error: function (msg) {
      const { encoding, raw, skip_records_with_error } = this.options;
      const err = typeof msg === "string" ? new Error(msg) : msg;
      if (skip_records_with_error) {
        this.state.recordHasError = true;
        if (this.options.on_skip !== undefined) {
          try {
            this.options.on_skip(
              err,
              raw ? this.state.rawBuffer.toString(encoding) : undefined,
            );
          } catch (err) {
            return err;
          }
        }
         
        return undefined;
      } else {
        return err;
      }
    },
    __infoDataSet: function () {
      return {
        ...this.info,
        columns: this.options.columns,
      };
    },
    __infoRecord: function () {
      const { columns, raw, encoding } = this.options;
      return {
        ...this.__infoDataSet(),
        bytes_records: this.info.bytes,
        error: this.state.error,
        header: columns === true,
        index: this.state.record.length,
        raw: raw ? this.state.rawBuffer.toString(encoding) : undefined,
      };
    },
    __infoField: function () {
      const { columns } = this.options;
      const isColumns = Array.isArray(columns);
       
      const bytes_records = this.info.bytes_records;
      return {
        ...this.__infoRecord(),
        bytes_records: bytes_records,
        column:
          isColumns === true
            ? columns.length > this.state.record.length
              ? columns[this.state.record.length].name
              : null
            : this.state.record.length,
        quoting: this.state.wasQuoting,
      };
    },
  };
};

class Parser extends Transform {
  constructor(opts = {}) {
    super({ ...{ readableObjectMode: true }, ...opts, encoding: null });
    this.api = transform({
      on_skip: (err, chunk) => {
        this.emit("skip", err, chunk);
      },
      ...opts,
    });
     
    this.state = this.api.state;
    this.options = this.api.options;
    this.info = this.api.info;
  }
   
  _transform(buf, _, callback) {
    if (this.state.stop === true) {
      return;
    }
    const err = this.api.parse(
      buf,
      false,
      (record) => {
        this.push(record);
      },
      () => {
        this.push(null);
        this.end();
         
         
         
         
         
         
         
         
         
        this.on("end", this.destroy);
      },
    );
    if (err !== undefined) {
      this.state.stop = true;
    }
    callback(err);
  }
   
  _flush(callback) {
    if (this.state.stop === true) {
      return;
    }
    const err = this.api.parse(
      undefined,
      true,
      (record) => {
        this.push(record);
      },
      () => {
        this.push(null);
        this.on("end", this.destroy);
      },
    );
    callback(err);
  }
}

const parse = function () {
  let data, options, callback;
  for (const i in arguments) {
    const argument = arguments[i];
    const type = typeof argument;
    if (
      data === undefined &&
      (typeof argument === "string" || Buffer.isBuffer(argument))
    ) {
      data = argument;
    } else if (options === undefined && is_object(argument)) {
      options = argument;
    } else if (callback === undefined && type === "function") {
      callback = argument;
    } else {
      throw new CsvError(
        "CSV_INVALID_ARGUMENT",
        ["Invalid argument:", `got ${JSON.stringify(argument)} at index ${i}`],
        options || {},
      );
    }
  }
  const parser = new Parser(options);
  if (callback) {
    const records =
      options === undefined || options.objname === undefined
        ? []
        : Object.create(null);
    parser.on("readable", function () {
      let record;
      while ((record = this.read()) !== null) {
        if (options === undefined || options.objname === undefined) {
          records.push(record);
        } else {
          Object.assign(records, {
            [record[0]]: record[1],
             
             
             
          });
        }
      }
    });
    parser.on("error", function (err) {
      callback(err, undefined, parser.api.__infoDataSet());
    });
    parser.on("end", function () {
      callback(undefined, records, parser.api.__infoDataSet());
    });
  }
  if (data !== undefined) {
    const writer = function () {
      parser.write(data);
      parser.end();
    };
     
    if (typeof setImmediate === "function") {
      setImmediate(writer);
    } else {
      setTimeout(writer, 0);
    }
  }
  return parser;
};

/** Cells as the standard dialect would have them: null tokens empty, numbers with a point and without separators of thousands. */
function cellReader({ nulls, decimal, thousands }         )                           {
  const empty = new Set(nulls);
  if (decimal === '.' && thousands === undefined) return cell => (empty.has(cell) ? '' : cell)
  const group = thousands === undefined ? '' : `(?:${escaped(thousands)}\\d{3})*`;
  const number = new RegExp(`^[+-]?\\d+${group}(?:${escaped(decimal)}\\d+)?(?:[eE][+-]?\\d+)?$`);
  return cell => {
    if (empty.has(cell)) return ''
    if (!number.test(cell)) return cell
    const plain = thousands === undefined ? cell : cell.replaceAll(thousands, '');
    return plain.replace(decimal, '.')
  }
}

const escaped = (mark        )         => mark.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const PIECE$2 = 64 * 1024;
const BATCH = 1000;
const MAX_ROW = 16 * 1024 * 1024;

/** A table in a dialect that somebody has declared, its cells as a file of the standard dialect would have them. */
async function dialectTable(file           , dialect         )                 {
  return openWith(await textSource(file).reader(), reader => openDialect(file, reader, dialect))
}

async function openDialect(file           , reader              , dialect         )                 {
  const { name } = file;
  const records = recordsOf(file, reader, dialect);
  const first = dialect.header === false ? undefined : await records.next();
  const ahead = dialect.header === false ? await records.next() : undefined;
  const header =
    dialect.columns ??
    (first
      ? first.done
        ? undefined
        : first.value.cells
      : ahead?.value?.cells.map((_        , i        ) => `column${i + 1}`));
  refuseHeader(name, dialect.delimiter, header);
  const cell = cellReader(dialect);
  let rows = 0;
  let digest;                                                
  return { header, batches: batches(header.length), close, material }

  async function close() {
    await records.return(undefined);
    await reader.close();
  }

  async function* batches(width        )                                 {
    try {
      let batch        = [];
      for (let next = ahead ?? (await records.next()); !next.done; next = await records.next()) {
        const { line, cells } = next.value;
        if (cells.length !== width) throw ragged(name, line, width, cells.length)
        batch.push({ line, cells: cells.map(cell) });
        rows += 1;
        if (batch.length < BATCH) continue
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
      digest = reader.digest();
    } finally {
      await reader.close();
    }
  }

  function material(role                                  ) {
    if (!digest) throw new Error(`${name} has not been read to its end`)
    return { name, role, digest: { sha256: digest.sha256 }, bytes: digest.bytes, rows }
  }
}

/** csv-parse's records, with the lines on which they start. */
async function* recordsOf({ name }           , reader              , dialect         )                      {
  const { delimiter, quote, comment } = dialect;
  const escapedBy = dialect.escape ?? (quote === '' ? undefined : quote);
  const parser = parse({
    delimiter,
    quote: quote === '' ? null : quote,
    ...(escapedBy === undefined ? {} : { escape: escapedBy }),
    ...(comment === undefined ? {} : { comment }),
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: MAX_ROW,
    bom: true,
  });
  const feeding = feed(name, reader, dialect, parser);
  feeding.catch(cause => parser.destroy(cause instanceof Error ? cause : new Error(String(cause))));
  let line = 1;
  try {
    for await (const { record, info } of parser                                                                ) {
      const inside = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      line = Math.max(1, info.lines - inside);
      yield { line, cells: record };
    }
    await feeding;
  } catch (cause) {
    throw isCsvError(cause) ? broken(name, line, cause) : cause
  }
}

async function feed(name        , reader              , { encoding }         , parser                          ) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const piece = new Uint8Array(PIECE$2);
  const write = (text        ) =>
    new Promise      ((resolve, reject) => parser.write(text, error => (error ? reject(error) : resolve())));
  try {
    for (let read = await reader.read(piece); read > 0; read = await reader.read(piece)) {
      await write(decoder.decode(piece.subarray(0, read), { stream: true }));
    }
    await write(decoder.decode());
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    throw new UserError('file.encoding', `Expected ${name} to be ${encoding} text but found bytes that are none`, {
      file: name,
      hint: 'Name the encoding it is written in under data.dialects',
      cause,
    })
  }
  parser.end();
}

const isCsvError = (cause         )                    =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('CSV_');

/** The parser's own error quotes the cell, so it is no cause of this one. */
const broken = (name        , line        , { code }          ) =>
  new UserError(
    'table.dialect',
    `Expected a row of the dialect declared but found ${code} after line ${line} (${name})`,
    {
      file: name,
      line,
      hint: 'Check delimiter, quote and escape under data.dialects',
    },
  );

const ragged = (name        , line        , width        , found        ) =>
  new UserError('table.ragged-row', `Expected ${width} cells as in the header but found ${found} (${name}:${line})`, {
    file: name,
    line,
    hint: 'Complete the row, or mend the dialect under data.dialects',
  });

/** Objects whose keys are the columns: those of all would take a pass of their own. */
const LOOKED_AT = 1000;
const PIECE$1 = 64 * 1024;

/** The keys of a file's first objects, in the order in which they come first. */
async function keysOf(file          )                    {
  const keys = new Set        ();
  const pairs = noPairs();
  let objects = 0;
  const reader = await file.source.open(0);
  try {
    for await (const { bytes, base, start, end } of textSegments(file, reader, ownRoom, PIECE$1)) {
      for (let at = start; at < end && objects < LOOKED_AT; ) {
        const next = scanLine(bytes, at, pairs);
        if (next === NO_OBJECT) throw await fault({ kind: 'no-object', at: base + at, cells: 0 })
        if (next === BLANK) {
          at = bytes.indexOf(NEWLINE, at) + 1;
          continue
        }
        objects += 1;
        for (let pair = 0; pair < pairs.count; pair++) keys.add(keyOf(bytes, pairs, pair));
        at = next;
      }
      if (objects === LOOKED_AT) break
    }
  } finally {
    await reader.close();
  }
  if (keys.size > 0) return [...keys]
  throw new UserError('table.empty', `Expected an object on every line but ${file.name} has none`, {
    file: file.name,
    hint: 'Check the step that writes it',
  })

  function fault(fault          )                 {
    return faultOf(file, fault, 0)
  }
}

const NEWLINE = 0x0a;

/** JSON Lines: an object on every line, its keys the columns. */
const jsonLines = (workers         )              =>
  textTable({
    id: 'json-lines',
    recognise: ({ plainName }) => /\.(jsonl|ndjson)$/i.test(plainName),
    workers,
    textFile: ({ name }, source) => ({
      name,
      source,
      form: { is: 'json-lines' },
      async begin(segments) {
        return { header: await keysOf(this), segments }
      },
    }),
  });

/** Measures a table row by row, on this thread; a row's place is its line. */
async function measureRows(
  open                      ,
  job          ,
  { progress, shard }                ,
)                         {
  const table = await open();
  const run = startJob(job, table.header);
  const parts                 = [];
  let rows = 0;
  let part = 0;
  for await (const batch of table.batches) {
    rows += batch.length;
    if (isOwn(part, shard)) {
      run.add(textBatch(batch));
      parts.push({ part, rows: batch.length });
    }
    part += 1;
    progress(rows);
  }
  return { header: table.header, run, find: findByLine(open), parts, material: role => table.material(role) }
}

/** Finds rows again by their lines. */
const findByLine =
  (open                      )           =>
  async lines => {
    const wanted = new Set(lines);
    const found             = [];
    const table = await open();
    for await (const batch of table.batches) {
      found.push(...batch.filter(row => wanted.has(row.line)));
      if (found.length === wanted.size) break
    }
    return found
  };

/** Bytes that are read at once, into the same memory. */
const PIECE = 512 * 1024;

/** SHA-256 of a file, lower-case hexadecimal. */
async function digestOf({ name, absolute }         )                  {
  const hash = createHash('sha256');
  try {
    const file = await open(absolute);
    try {
      const piece = new Uint8Array(PIECE);
      for (;;) {
        const { bytesRead } = await file.read(piece, 0, PIECE, null);
        if (bytesRead === 0) break
        hash.update(piece.subarray(0, bytesRead));
      }
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw fileError(name, 'read', cause)
  }
  return hash.digest('hex')
}

/** Finds rows by their lines: of groups that hold none nothing is read, and of others nothing becomes text but the rows. */
const findRows =
  (file                                     )           =>
  async lines => {
    const opened = await openParquet(file);
    try {
      return await foundIn(opened, lines)
    } finally {
      await opened.close();
    }
  };

async function foundIn(opened             , lines                   )                      {
  const found             = [];
  const readers = await groupReaders(opened, opened.columns);
  for (const [group, { first, rows }] of opened.groups.entries()) {
    const own = lines.filter(line => line > first && line <= first + rows);
    let at = 0;
    if (own.length === 0) continue
    for await (const batch of groupBatches(opened, readers, group)) {
      for (let line = own[at]; line !== undefined && line < batch.first + batch.rows; line = own[++at]) {
        const row = line - batch.first;
        found.push({ line, cells: batch.cells.map(({ text }) => text(row)) });
      }
      if (at === own.length) break
    }
  }
  return found
}

/** A smaller file is measured sooner on this thread than a worker starts, in bytes. */
const SMALL = 4 * 1024 * 1024;

/** Megabytes of a worker's short-lived objects: few values become one. */
const YOUNG = 4;

/** The worker's file: beside this one in the source, built into an entry of its own in dist. */
const FILE = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../parquet-worker.js', import.meta.url);

/** Measures the columns of a Parquet file that the job asks for, a group of rows at a time, several at once. */
async function measureParquet(
  file           ,
  job          ,
  workers        ,
  { progress, shard }                                            ,
)                         {
  const opened = await openParquet(file);
  const threads                                 = [];
  try {
    const own = shard ? undefined : overflowFile(() => join(overflowFolder(), `thread-${randomUUID()}`));
    const { run, measure } = groupMeasurer(opened, job, own);
    const header = opened.columns.map(({ name }) => name);
    const parts = opened.groups.flatMap(({ rows }, part) => (isOwn(part, shard) ? [{ part, rows }] : []));
    const digest = digestOf(file);
    // Waited for at the end; until then another error may come first.
    digest.catch(() => {});
    // This thread measures, too.
    const beside = file.size < SMALL ? 0 : Math.min(workers, parts.length) - 1;
    if (beside > 0) {
      const overflow = shard ? undefined : overflowFolder();
      const start              = { file: { ...file }, job, overflow };
      for (let i = 0; i < beside; i++) threads.push(startThread                      (FILE, start, YOUNG));
    }
    let rows = 0;
    const groups = parts.values();
    const work = async (measure                                     ) => {
      for (const { part, rows: measured } of groups) {
        await measure(part);
        rows += measured;
        progress(rows);
      }
    };
    await Promise.all([
      ...threads.map(thread => work(async group => answered(await thread.ask({ group })))),
      work(measure),
    ]);
    for (const answer of await Promise.all(threads.map(thread => thread.ask('finish')))) {
      const { state } = answered(answer);
      if (state) run.merge(state);
    }
    const sha256 = await digest;
    return {
      header,
      run,
      find: findRows(file),
      read: readStored,
      parts,
      material: role => ({ name: file.name, role, digest: { sha256 }, bytes: file.size, rows }),
    }
  } finally {
    await Promise.all([...threads.map(thread => thread.stop()), opened.close()]);
  }

  function answered(answer            )                                                                        {
    if (answer === 'measured') return {}
    if ('state' in answer) return answer
    const { code, message, hint, kind } = answer.refused;
    throw new UserError(code, message, { file: file.name, kind, ...(hint === undefined ? {} : { hint }) })
  }
}

/** Apache Parquet, by groups of rows; a row's line is its number. */
const parquet = (workers         = availableParallelism())              => ({
  id: 'parquet',
  recognise: ({ head, plainName }) => isParquet(head) || /\.(parquet|pq)$/i.test(plainName),
  open: async file => openWith(await openParquet(file), async opened => rowsOf(file, opened)),
  measure: (file, job, options) => measureParquet(file, job, workers, options),
  find: findRows,
});

/** Every row, one after the other. */
function rowsOf(file           , opened             )        {
  let rows = 0;
  let sha256;                    
  return {
    header: opened.columns.map(({ name }) => name),
    batches: batches(),
    close: () => opened.close(),
    material(role) {
      if (sha256 === undefined) throw new Error(`${file.name} has not been read to its end`)
      return { name: file.name, role, digest: { sha256 }, bytes: file.size, rows }
    },
  }

  async function* batches()                                 {
    try {
      const readers = await groupReaders(opened, opened.columns);
      for (const group of opened.groups.keys()) {
        for await (const { first, rows: count, cells } of groupBatches(opened, readers, group)) {
          rows += count;
          yield Array.from({ length: count }, (_, row) => ({
            line: first + row,
            cells: cells.map(({ text }) => text(row)),
          }));
        }
      }
      sha256 = await digestOf(file);
    } finally {
      await opened.close();
    }
  }
}

/** Kinds of file, the first that recognises one counts. */
const formats = (workers                    )                         => [
  parquet(workers),
  jsonLines(workers),
  csv(workers),
];

/** Bytes by which a kind of file is told. */
const HEAD = 64;

/** Tables of this machine, by path relative to `root`, or by address where there are sources: CSV and JSON Lines, compressed or not, and Parquet. */
function localTables(root        , workers         , sources                         )         {
  const here              = { root, sources };
  const all = formats(workers);
  return {
    async open(path, dialect) {
      const file = await tableFile(here, path);
      return dialect ? dialectTable(file, dialect) : formatOf(file).open(file)
    },
    async measure(path, job, options) {
      const file = await tableFile(here, path);
      const { dialect } = options;
      if (dialect) return measureRows(() => dialectTable(file, dialect), job, options)
      const format = formatOf(file);
      return format.measure?.(file, job, options) ?? measureRows(() => format.open(file), job, options)
    },
    find: (path, header, dialect) => async places => {
      const file = await tableFile(here, path);
      if (dialect) return findByLine(() => dialectTable(file, dialect))(places)
      const format = formatOf(file);
      return (format.find?.(file, header) ?? findByLine(() => format.open(file)))(places)
    },
  }

  function formatOf(file           )              {
    const format = all.find(format => format.recognise(file));
    if (!format) throw new Error(`${file.name} is of no kind of file`)
    return format
  }
}

async function tableFile(here             , path        )                     {
  const located = await findFile(here, path);
  const { size } = await regularFile(here.root, located);
  const head = await readHead(located.absolute).catch(cause => {
    throw fileError(located.name, 'read', cause)
  });
  return { ...located, size, head, plainName: withoutPin(located.name).replace(/\.(gz|zst|zstd)$/i, '') }
}

async function readHead(path        )                      {
  const file = await open(path);
  try {
    const head = new Uint8Array(HEAD);
    const { bytesRead } = await file.read(head, 0, HEAD, 0);
    return head.subarray(0, bytesRead)
  } finally {
    await file.close();
  }
}

export { localTables };
