import { f as finiteNumber, i as isBlank, a as isNonFinite } from './cell.js';
import { I as ISO, i as instant, b as addTo, e as integerOf, r as ratio, n as noSum, a as addSum } from './central-moments.js';
import { M as MAX_CATEGORIES } from './categories.js';
import { h as hashBytes, a as hashed } from './hash-bytes.js';

/** A code of `-`, which stands after the year. */
const HYPHEN = 45;

/** Milliseconds since 1970 of a date or a time stamp as ISO 8601 writes them, without an offset taken as UTC; NaN for anything else. */
function millisecondsOf(cell        )         {
  if (cell.charCodeAt(4) !== HYPHEN) return Number.NaN
  const fields = (ISO.date.exec(cell) ?? ISO.timestamp.exec(cell))?.groups;
  return fields ? instant(fields) : Number.NaN
}

/** Seconds since 1970 of a date or a time stamp as ISO 8601 writes them, without an offset taken as UTC; NaN for anything else. */
const instantOf = (cell        )         => millisecondsOf(cell) / 1000;

/** What a cell's text is: the sort of it, its number where it is one, its lot where it is told apart by what it says. */
                             
                                                             
                        
 

const MISSING             = { sort: 'missing', value: Number.NaN };
const TEXT             = { sort: 'text', value: Number.NaN };
const NON_FINITE             = { sort: 'non-finite', value: Number.NaN };

/** Sorts a cell by its text. */
function sortText(text        )             {
  const value = finiteNumber(text);
  if (value !== undefined) return { sort: 'number', value }
  if (isBlank(text)) return MISSING
  return isNonFinite(text) ? NON_FINITE : TEXT
}

/** Whether a text that begins with this byte of UTF-8 is neither blank nor a number of any sort. */
const beginsText = (byte        )          => BEGINS_TEXT[byte] === 1;

/** ASCII that no number begins with, nor NaN or an infinity, and that is no space. */
const BEGINS_TEXT = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 && sorts(String.fromCharCode(byte)) ? 1 : 0,
);

function sorts(character        )          {
  return !/[\s\d.+\-ni]/i.test(character)
}

/** Cells of one sort: how many, and where the first stands. */
                        
               
                                      
               
 

/** None so far. */
const nothingFound = ()        => ({ count: 0, place: Number.POSITIVE_INFINITY });

/** So many more, the first of which stands at the place. */
function find(found       , count        , place        )       {
  found.count += count;
  if (place < found.place) found.place = place;
}

/** Those of other rows too. */
const findAll = (found       , other       )       => find(found, other.count, other.place);

/** What is known of all numbers of a column, without rounding: extent, sum, and sum of squares. */
                          
           
             
              
                        
                            
                                                                              
                 
 

/** 2²⁷ + 1: splits a double into two halves of 26 bits (Veltkamp 1968). */
const SPLITTER = 134_217_729;
/** The unit of the sums is the smallest double, 2⁻¹⁰⁷⁴. */
const UNIT = 1074n;

/** Of no number. */
const noMoments = ()          => ({
  n: 0,
  low: Number.POSITIVE_INFINITY,
  high: Number.NEGATIVE_INFINITY,
  sum: noSum(),
  squares: noSum(),
  isHuge: false,
});

/** Takes in the numbers among the values, NaN being none. */
function addValues(moments         , values              )       {
  const { sum, squares } = moments;
  let { n, low, high } = moments;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue
    n += 1;
    if (value < low) low = value;
    if (value > high) high = value;
    addTo(sum, value);
    // What its nearest double leaves of the square (Dekker 1971); written out, as pairs would be most of the garbage.
    const square = value * value;
    const scaled = SPLITTER * value;
    const a = scaled - (scaled - value);
    const b = value - a;
    const rest = b * b - (square - a * a - 2 * a * b);
    if (Number.isFinite(rest)) {
      addTo(squares, square);
      addTo(squares, rest);
    } else moments.isHuge = true;
  }
  Object.assign(moments, { n, low, high });
}

/** Takes in those of other rows. */
function mergeMoments(moments         , other         )       {
  moments.n += other.n;
  moments.low = Math.min(moments.low, other.low);
  moments.high = Math.max(moments.high, other.high);
  moments.isHuge ||= other.isHuge;
  addSum(moments.sum, other.sum);
  addSum(moments.squares, other.squares);
}

/** What the numbers of a column say, each rounded once. */
                          
                      
                      
                       
                                                                                                                                 
                             
 

/** Undefined where there is no number. */
function summaryOf({ n: count, low, high, sum, squares, isHuge }         )                      {
  if (count === 0) return undefined
  const n = BigInt(count);
  const total = integerOf(sum);
  // Of the two zeros, which compare alike, the one that came first would stay.
  const extent = { min: low + 0, max: high + 0, mean: ratio(total, n << UNIT) };
  if (count === 1 || isHuge) return extent
  const variance = ratio(n * (integerOf(squares) << UNIT) - total * total, (n * (n - 1n)) << (2n * UNIT));
  return { ...extent, deviation: Math.sqrt(Math.max(0, variance)) }
}

/** The greatest lot. */
const LAST_LOT = 0xffffffff;

/** Lots of the batches at hand: every column of a batch asks for the same. */
const drawn = new WeakMap                    ();

/**
 * Each row's lot, 32 bits of a hash of its place (the finalizer of MurmurHash3, Appleby 2011): samples of the rows with the
 * smallest lots are the same on every machine and in any parts, and those of two columns share their rows.
 */
function lotsOf(batch       )              {
  const known = drawn.get(batch);
  if (known) return known
  const lots = new Uint32Array(batch.rows);
  for (let row = 0; row < lots.length; row++) lots[row] = lotOf(batch.places[row] ?? 0);
  drawn.set(batch, lots);
  return lots
}

/** The lot of the row at a place. */
function lotOf(place        )         {
  const h = halfLotOf(place | 0, (place / 2 ** 32) | 0);
  return (h ^ (h >>> 16)) >>> 0
}

/** Of the lower and the upper 32 bits of a place, what the lot is made of: its first 16 bits are those of the lot. */
function halfLotOf(low        , high        )         {
  let h = low ^ Math.imul(high, 0x9e3779b1) ^ 0x9e3779b9;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
}

/** Bits by which lots are counted at a time. */
const BITS = 12;
const counts = new Uint32Array(2 ** BITS);

/** The `size`-th smallest of the first `n` lots, none of which is above `limit`; there must be as many. */
function smallestLots(lots             , n        , size        , limit        )         {
  const shift = Math.max(0, 32 - Math.clz32(limit) - BITS);
  counts.fill(0);
  for (let i = 0; i < n; i++) {
    const bucket = (lots[i] ?? 0) >>> shift;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  let bucket = 0;
  let below = 0;
  while (below + (counts[bucket] ?? 0) < size) below += counts[bucket++] ?? 0;
  const within = new Uint32Array(counts[bucket] ?? 0);
  let found = 0;
  for (let i = 0; i < n && found < within.length; i++) {
    const lot = lots[i] ?? 0;
    if (lot >>> shift === bucket) within[found++] = lot;
  }
  return within.sort()[size - below - 1] ?? limit
}

/** Numbers of a column: all, where they are no more than the sample's size, else those of the rows with the smallest lots. */
                               
                                                                
                   
                      
                                                                      
           
               
 

/** A sample of nothing. */
const noNumbers = ()               => ({
  lots: new Uint32Array(0),
  values: new Float64Array(0),
  n: 0,
  limit: LAST_LOT,
});

/** Takes in the numbers of some rows; NaN is none. */
function draw(sample              , values              , rowLots             , size        )       {
  makeRoom(sample, values.length, size);
  const { lots, values: kept, limit } = sample;
  let { n } = sample;
  for (let row = 0; row < values.length; row++) {
    const lot = rowLots[row] ?? 0;
    if (lot > limit) continue
    const value = values[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue
    lots[n] = lot;
    kept[n] = value;
    n += 1;
  }
  sample.n = n;
}

/** Takes in another sample of the same column. */
function drawFrom(sample              , other              , size        )       {
  const limit = Math.min(sample.limit, other.limit);
  keep(sample, sample.n + other.n > size ? limitOfBoth(sample, other, size) : limit);
  const before = sample.n;
  let more = 0;
  for (let i = 0; i < other.n; i++) if ((other.lots[i] ?? 0) <= sample.limit) more += 1;
  grow(sample, before + more);
  for (let i = 0; i < other.n; i++) {
    const lot = other.lots[i] ?? 0;
    if (lot > sample.limit) continue
    sample.lots[sample.n] = lot;
    sample.values[sample.n] = other.values[i] ?? 0;
    sample.n += 1;
  }
}

/** Whichever of the two has a limit has as many lots up to it, so the limit of both is no higher. */
function limitOfBoth(one              , other              , size        )         {
  const lots = new Uint32Array(one.n + other.n);
  lots.set(one.lots.subarray(0, one.n));
  lots.set(other.lots.subarray(0, other.n), one.n);
  return smallestLots(lots, lots.length, size, LAST_LOT)
}

/** The numbers of the sample, ascending: a function of the rows alone. */
function drawnNumbers(sample              , size        )               {
  cut$1(sample, size);
  return sample.values.slice(0, sample.n).sort()
}

/** How far a sample may grow before it is cut, and the part of it from which it is given all that room at once. */
const SPARE = 1.25;
const LARGE = 0.25;

function makeRoom(sample              , more        , size        )       {
  if (sample.n + more <= sample.lots.length) return
  if (sample.n >= SPARE * size) cut$1(sample, size);
  const { n, lots } = sample;
  const most = SPARE * size + more;
  if (n + more > lots.length) grow(sample, Math.ceil(n + more > LARGE * most ? most : 4 * (n + more)));
}

function grow(sample              , room        )       {
  if (room <= sample.lots.length) return
  const [lots, values] = [new Uint32Array(room), new Float64Array(room)];
  lots.set(sample.lots.subarray(0, sample.n));
  values.set(sample.values.subarray(0, sample.n));
  Object.assign(sample, { lots, values });
}

/** Keeps the smallest lots; of several that are the greatest of them, all. */
function cut$1(sample              , size        )       {
  if (sample.n > size) keep(sample, smallestLots(sample.lots, sample.n, size, sample.limit));
}

function keep(sample              , limit        )       {
  if (limit >= sample.limit) return
  const { lots, values } = sample;
  let n = 0;
  for (let i = 0; i < sample.n; i++) {
    const lot = lots[i] ?? 0;
    if (lot > limit) continue
    lots[n] = lot;
    values[n] = values[i] ?? 0;
    n += 1;
  }
  Object.assign(sample, { n, limit });
}

/** Texts by what they say. */
                             
                                         
                                                                         
               
                                               
                         
 

                                   
                      
 

/** Nothing counted yet. */
const noTexts = ()             => ({
  counts: new Map(),
  limit: Number.POSITIVE_INFINITY,
  dropped: nothingFound(),
});

/** Counts a text so many times, the first of which stands at the place. */
function countText(
  all            ,
  text        ,
  lot        ,
  count        ,
  place        ,
  known                     ,
)       {
  const counted = all.counts.get(text);
  if (counted) find(counted, count, place);
  else if (lot > all.limit && !known.has(text)) find(all.dropped, count, place);
  else {
    all.counts.set(text, { count, place, lot });
    if (all.counts.size >= 2 * MAX_CATEGORIES + known.size) keepSmallest(all, known);
  }
}

/** Takes in what was counted of other rows. */
function mergeTexts(all            , other            , known                     )       {
  findAll(all.dropped, other.dropped);
  all.limit = Math.min(all.limit, other.limit);
  for (const [text, { lot, count, place }] of other.counts) countText(all, text, lot, count, place, known);
  keepSmallest(all, known);
}

/** The texts that are told apart, as they come in the table: a function of the rows alone, like those dropped. */
function countedTexts(all            , known                     )                                 {
  keepSmallest(all, known);
  return [...all.counts].sort(([, a], [, b]) => a.place - b.place)
}

/** What is among the smallest of all is so wherever it occurs, so its count is exact in any parts of the table. */
function keepSmallest(all            , known                     )       {
  const unknown = [...all.counts].filter(([text]) => !known.has(text));
  const limit = Float64Array.from(unknown, ([, { lot }]) => lot).sort()[MAX_CATEGORIES - 1];
  if (limit === undefined || limit > all.limit) return
  all.limit = limit;
  for (const [text, { lot, count, place }] of unknown) {
    if (lot <= limit) continue
    all.counts.delete(text);
    find(all.dropped, count, place);
  }
}

/** Different numbers that are told apart besides the known ones. */
const MOST = 2 * MAX_CATEGORIES;

/** Rows by their number, in case numbers turn out to be categories. */
                              
                                                              
                                      
                  
 

/** Nothing counted yet. */
const noValues = ()              => ({ counts: new Map(), tooMany: false });

/** Counts the numbers among the values, NaN being none. */
function countValues(all             , values              , known                     )       {
  for (let row = 0; row < values.length; row++) {
    if (all.tooMany && known.size === 0) return
    const value = values[row] ?? Number.NaN;
    if (!Number.isNaN(value)) countValue(all, value, 1, known);
  }
}

/** Counts a number so many times. */
function countValue(all             , value        , count        , known                     )       {
  const before = all.counts.get(value);
  if (before === undefined && all.tooMany && !known.has(value)) return
  all.counts.set(value, (before ?? 0) + count);
  if (before === undefined && all.counts.size > MOST) leaveOut(all, known);
}

/** Takes in what was counted of other rows. */
function mergeValues(all             , other             , known                     )       {
  if (other.tooMany) dropUnknown(all, known);
  for (const [value, count] of other.counts) countValue(all, value, count, known);
}

/** The numbers that are told apart with their rows, ascending: a function of the rows alone. */
const countedValues = ({ counts }             )                                   =>
  [...counts].sort(([a], [b]) => a - b);

/** Whether there are too many others depends on all rows together, not on their order. */
function leaveOut(all             , known                     )       {
  let unknown = 0;
  for (const value of all.counts.keys()) if (!known.has(value)) unknown += 1;
  if (unknown > MOST) dropUnknown(all, known);
}

function dropUnknown(all             , known                     )       {
  all.tooMany = true;
  for (const value of all.counts.keys()) if (!known.has(value)) all.counts.delete(value);
}

/** One column of one table, every cell of it accounted for: `rows` = missing + numbers + text + non-finite. */
                              
              
                 
                           
                               
                              
                                                               
                      
                                                   
               
                                                      
                                 
                                                            
                           
                                                    
                            
 

/** Of no cell. */
const noCells = ()              => ({
  rows: 0,
  missing: 0,
  moments: noMoments(),
  sample: noNumbers(),
  values: noValues(),
  text: nothingFound(),
  dates: 0,
  instants: noNumbers(),
  nonFinite: nothingFound(),
  texts: noTexts(),
});

/** Takes in the cells of other rows; of samples of so many, and with the categories that are known from the other side. */
function mergeCells(
  state             ,
  other             ,
  size        ,
  known                                                                                ,
)       {
  state.rows += other.rows;
  state.missing += other.missing;
  mergeMoments(state.moments, other.moments);
  drawFrom(state.sample, other.sample, size);
  mergeValues(state.values, other.values, known.numbers);
  findAll(state.text, other.text);
  state.dates += other.dates;
  drawFrom(state.instants, other.instants, size);
  findAll(state.nonFinite, other.nonFinite);
  mergeTexts(state.texts, other.texts, known.texts);
}

const encoder = new TextEncoder();

/** A text's lot: 53 bits of its hash. */
function textLot(text        )         {
  const utf8 = encoder.encode(text);
  hashBytes(utf8, 0, utf8.length);
  return joined(hashed[0] ?? 0, hashed[1] ?? 0)
}

/** The lot of a row's text, by the hashes of a batch. */
const lotByHash = ({ a, b }        , row        )         => joined(a[row] ?? 0, b[row] ?? 0);

const joined = (a        , b        )         => a * 2 ** 21 + (b >>> 11);

/** What to measure of a column. */
                              
                       
                             
                        
                                                                                          
                                   
                                                             
                       
 

const NUMBERS         = { form: { is: 'decimal' }, read: text => finiteNumber(text) ?? Number.NaN };

/** Dates alone, or with a time, in milliseconds since 1970; both take the other, too, only not as fast. */
const DAYS         = { form: { is: 'day' }, read: millisecondsOf };
const TIMES         = { form: { is: 'time' }, read: millisecondsOf };
/** Length of a date alone. */
const DAY = 10;

/** A text of few, which is not sorted again when it is met again. */
                                        
                       
                      
                                 
                          
 

/** Counts the cells of a column by their sort, its categories, and keeps its numbers or a sample of them. */
function driftColumn({ name, index, known, size }             )                       {
  const knownTexts = new Set(known);
  const knownNumbers = new Set(known.flatMap(text => finiteNumber(text) ?? []));
  const knownLots = new Set(known.map(textLot));
  let memo                                                                      = { texts: [], sorted: [] };
  /** Whether the last batch held more texts than numbers: it is then faster not to try each as a number. */
  let isText = false;
  /** How to read dates, where the last batch held more of them than other texts. */
  let dates;                    
  /** Of the rows of the batch at hand that hold dates, the instants; undefined until there is one. */
  let instants;                          
  return {
    key: `drift-column ${JSON.stringify(name)}`,
    asks: { is: 'drift', column: { name, index }, known, size },
    init: noCells,
    add(state, batch) {
      const cells = batch.cells(index);
      const { codes } = cells;
      state.rows += batch.rows;
      if (codes) addCoded(state, batch, codes);
      else if (isText) addTexts(state, batch, cells);
      else addNumbers(state, batch, cells);
      if (instants) draw(state.instants, instants, lotsOf(batch), size);
      instants = undefined;
    },
    merge: (state, other) => mergeCells(state, other, size, { numbers: knownNumbers, texts: knownTexts }),
  }

  /** Few different texts: each is sorted once, and counted in one go. */
  function addCoded(state             , batch       , { of, texts }       )       {
    if (memo.texts !== texts) memo = { texts, sorted: [] };
    const { sorted } = memo;
    for (let code = sorted.length; code < texts.length; code++) sorted.push(knownText(texts[code] ?? ''));
    const counts = new Uint32Array(texts.length);
    for (let row = 0; row < batch.rows; row++) {
      const code = of[row] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    let numbers = 0;
    for (const [code, count] of counts.entries()) {
      const known = sorted[code];
      if (count === 0 || !known) continue
      const { sort, value, text, lot } = known;
      if (sort === 'missing') state.missing += count;
      else if (sort === 'number') {
        numbers += count;
        countValue(state.values, value, count, knownNumbers);
      } else addText(state, sort, text, lot, count, firstPlace(state, batch, of, code, text));
    }
    if (sorted.some(({ instant }, code) => (counts[code] ?? 0) > 0 && !Number.isNaN(instant))) {
      instants = valuesOf(of, sorted, 'instant');
      state.dates += instants.reduce((sum, instant) => sum + (Number.isNaN(instant) ? 0 : 1), 0);
    }
    if (numbers === 0) return
    const values = valuesOf(of, sorted, 'value');
    addValues(state.moments, values);
    draw(state.sample, values, lotsOf(batch), size);
  }

  /** Where a code's first row stands, or a place before it where the text has been met already. */
  function firstPlace({ texts }             , { places }       , of             , code        , text        )         {
    const before = texts.counts.get(text)?.place ?? Number.POSITIVE_INFINITY;
    return (places[0] ?? 0) > before ? before : (places[of.indexOf(code)] ?? 0)
  }

  function addNumbers(state             , batch       , cells       )       {
    const values = cells.values(NUMBERS);
    const { empty } = cells;
    const before = state.moments.n;
    addValues(state.moments, values);
    draw(state.sample, values, lotsOf(batch), size);
    countValues(state.values, values, knownNumbers);
    const numbers = state.moments.n - before;
    if (numbers === batch.rows) return
    let others = 0;
    for (let row = 0; row < values.length; row++) {
      if (!Number.isNaN(values[row])) continue
      if (empty[row] === 1) state.missing += 1;
      else {
        addCell(state, batch, cells.text(row), row);
        others += 1;
      }
    }
    isText = others > numbers;
  }

  function addTexts(state             , batch       , cells       )       {
    const { empty, utf8, hashes } = cells;
    const milliseconds = dates && cells.values(dates);
    const before = state.dates;
    let lastDate = -1;
    const numbers = new Float64Array(batch.rows).fill(Number.NaN);
    let found = 0;
    let others = 0;
    for (let row = 0; row < batch.rows; row++) {
      const place = batch.places[row] ?? 0;
      if (empty[row] === 1) {
        state.missing += 1;
        continue
      }
      others += 1;
      const millisecond = milliseconds?.[row] ?? Number.NaN;
      if (!Number.isNaN(millisecond)) {
        addInstant(state, batch, row, millisecond / 1000);
        lastDate = row;
        addHashed(state, cells, row, hashes, place);
        continue
      }
      if (utf8?.end(row) !== undefined && beginsText(utf8.bytes[utf8.start(row)] ?? 0)) {
        addHashed(state, cells, row, hashes, place);
        continue
      }
      const known = state.dates;
      const value = addCell(state, batch, cells.text(row), row);
      if (state.dates > known) lastDate = row;
      if (Number.isNaN(value)) continue
      countValue(state.values, value, 1, knownNumbers);
      numbers[row] = value;
      found += 1;
      others -= 1;
    }
    if (found > 0) {
      addValues(state.moments, numbers);
      draw(state.sample, numbers, lotsOf(batch), size);
    }
    isText = others >= found;
    dates = 2 * (state.dates - before) > others ? (cells.text(lastDate).length === DAY ? DAYS : TIMES) : undefined;
  }

  /** Of far more different texts than are told apart, most need not even be read. */
  function addHashed(state             , cells       , row        , hashes        , place        )       {
    const lot = lotByHash(hashes, row);
    if (lot > state.texts.limit && !knownLots.has(lot)) {
      find(state.text, 1, place);
      find(state.texts.dropped, 1, place);
    } else addText(state, 'text', cells.text(row), lot, 1, place);
  }

  /** Counts a cell that is not empty by its text, unless it is a number, which it gives. */
  function addCell(state             , batch       , text        , row        )         {
    const { sort, value } = sortText(text);
    if (sort === 'missing') state.missing += 1;
    else if (sort !== 'number') addText(state, sort, text, textLot(text), 1, batch.places[row] ?? 0);
    if (sort !== 'text') return value
    const instant = instantOf(text);
    if (!Number.isNaN(instant)) addInstant(state, batch, row, instant);
    return value
  }

  function addInstant(state             , { rows }       , row        , instant        )       {
    instants ??= new Float64Array(rows).fill(Number.NaN);
    instants[row] = instant;
    state.dates += 1;
  }

  function addText(
    state             ,
    sort                       ,
    text        ,
    lot        ,
    count        ,
    place        ,
  )       {
    find(sort === 'text' ? state.text : state.nonFinite, count, place);
    countText(state.texts, text, lot, count, place, knownTexts);
  }
}

function valuesOf(of             , sorted                      , what                     )               {
  const values = new Float64Array(of.length);
  for (let row = 0; row < of.length; row++) values[row] = sorted[of[row] ?? 0]?.[what] ?? Number.NaN;
  return values
}

const knownText = (text        )            => ({
  ...sortText(text),
  text,
  lot: textLot(text),
  instant: instantOf(text),
});

/** Whole rows of a sample: all, where there are no more than its size, else those with the smallest lots. */
                            
                
                  
                                       
                   
               
 

/** Draws rows with the cells of some columns. */
const jointRows = (
  columns                                                              ,
  size        ,
)                     => ({
  key: `joint-rows ${size} ${JSON.stringify(columns.map(({ name }) => name))}`,
  asks: { is: 'joint', columns, size },
  init: () => ({ lots: [], places: [], cells: [], limit: LAST_LOT }),
  add(state, batch) {
    const all = columns.map(({ index }) => batch.cells(index));
    const lots = lotsOf(batch);
    for (let row = 0; row < batch.rows; row++) {
      const lot = lots[row] ?? 0;
      if (lot > state.limit) continue
      state.lots.push(lot);
      state.places.push(batch.places[row] ?? 0);
      state.cells.push(all.map(cells => cells.text(row)));
      if (state.lots.length >= 2 * size) cut(state, size);
    }
  },
  merge(state, other) {
    state.limit = Math.min(state.limit, other.limit);
    for (const lot of other.lots) state.lots.push(lot);
    for (const place of other.places) state.places.push(place);
    for (const row of other.cells) state.cells.push(row);
    cut(state, size);
  },
});

/** The rows by column, as they come in the table: a function of the rows alone. */
function jointSample(state           , names                   , size        )              {
  cut(state, size);
  const rows = [...state.lots.keys()]
    .sort((a, b) => (state.places[a] ?? 0) - (state.places[b] ?? 0))
    .map(i => state.cells[i] ?? []);
  return { rows: rows.length, columns: new Map(names.map((name, i) => [name, rows.map(cells => cells[i] ?? '')])) }
}

function cut(state           , size        )       {
  if (state.lots.length <= size) return
  const limit = smallestLots(Uint32Array.from(state.lots), state.lots.length, size, state.limit);
  const kept = [...state.lots.keys()].filter(i => (state.lots[i] ?? 0) <= limit);
  state.cells = kept.map(i => state.cells[i] ?? []);
  state.places = kept.map(i => state.places[i] ?? 0);
  state.lots = kept.map(i => state.lots[i] ?? 0);
  state.limit = limit;
}

/** Numbers of a column that are compared; of more, as many are drawn by lot. */
const DRAWN = 100_000;

/** What to measure of a table, as plain data: every worker makes its own run of it. */
                           
                                                                                            
                                                                 
                        
                                                                             
                                                                                 
 

/** The measures of a job over rows under a header. */
                                
                            
                                                   
                                     
 

function driftMeasures({ columns, size = DRAWN, joint }          , header                   )                {
  const placed = (name        ) => ({ name, index: header.indexOf(name) });
  return {
    columns: columns.map(({ name, known = [] }) => driftColumn({ ...placed(name), known, size })),
    ...(joint ? { joint: jointRows(joint.columns.map(placed), joint.rows) } : {}),
  }
}

/** All measures of a job, as a run takes them. */
function allMeasures(job          , header                   )                     {
  const { columns, joint } = driftMeasures(job, header);
  return [...columns, ...(joint ? [joint] : [])]
}

export { DRAWN as D, LAST_LOT as L, allMeasures as a, countedTexts as b, countValue as c, drawnNumbers as d, countedValues as e, find as f, driftMeasures as g, halfLotOf as h, instantOf as i, jointSample as j, lotOf as l, summaryOf as s };
