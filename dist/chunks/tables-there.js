import { d as duckdb } from './duckdb2.js';
import { t as trino } from './trino2.js';
import { ai as addTo, aj as noSum, Y as finiteNumber, ak as find, al as instantOf, am as MAX_PLACES, an as MAX_CATEGORIES, ao as noFailures, ap as distinctCount, aq as countValue, ar as LAST_LOT, as as noKeys, at as mergeFailures, s as startJob, m as readEngineAddress } from './table-job.js';
import { a as quoted, w as written, f as fill, b as textOf, n as numberLiteral, c as numberOf, t as textLiteral, i as isEmpty, l as lineOf } from './line-of.js';
import { U as UserError } from './user-error.js';
import { t as textBatch } from './text-batch.js';
import { createHash } from 'node:crypto';
import { e as encodeState } from './state-text.js';

/** What the plan knows of a column's type. Of `other` it knows which cells are null, and nothing else. */
                                                                                                               

/** A column of a table on an engine. */
                              
                       
                                
                       
                           
 

/** How an engine's SQL is written. In its templates `$` stands for an expression, `%` for a second one. */
                             
                       
                                      
                           
                                                                                       
                                    
                           
                       
                              
                         
                                   
                         
                                             
                              
                                                                         
                         
                            
                                             
                         
                                                                                        
                      
                      
                        
                                               
                          
                                                                                                                             
                         
                                                                        
                                                            
 

/** The kind of a type, as the engine names it. */
const kindOf = ({ kinds }                           , type        )             =>
  kinds.find(([form]) => form.test(type))?.[1] ?? 'other';

/** How each engine writes SQL. */
const DIALECTS                                           = { duckdb, trino };

/** How much is asked of an engine, and how much may come back. */
                                 
                                                                                             
                         
                                                    
                            
                                                                                  
                       
                                                                         
                        
                                              
                          
 

const USUAL_PUSHDOWN                 = {
  groups: 5000,
  allGroups: 60_000,
  rows: 20_000,
  probe: 20_000,
  columns: 100,
};

/** A table on an engine, with what is needed to ask for it. */
                             
                              
                             
                                
                       
                                          
                                 
                                                                                                      
                         
                                                                                                 
                            
                                                                               
                           
 

/** A column by its place in the header, and its name as SQL has it. */
function columnAt({ columns, dialect }            , index        )                                        {
  const column = columns[index];
  if (!column) throw new Error(`The table has no column ${index}`)
  return { column, name: quoted(dialect, column.name) }
}

/** The key as SQL has it; undefined where rows have no place. */
function keyOf({ columns, dialect, table, isPlain, place }            )                     {
  if (place !== undefined) return place
  if (table.key === undefined) return isPlain ? dialect.place : undefined
  const column = columns.find(({ name }) => name === table.key);
  if (column?.kind === 'integer') return quoted(dialect, column.name)
  throw new UserError(
    'engine.key',
    `Expected the key '${table.key}' to be a column of whole numbers but found ${column ? `the type ${column.type}` : 'no such column'} (${table.table})`,
    { hint: 'Name a column of whole numbers, no two alike and none missing; or leave the key out' },
  )
}

/** Some rows again, by their places. */
function* rowsAtPlaces(there            , places                   )                     {
  const { dialect, from, columns } = there;
  const key = keyOf(there);
  if (!key || places.length === 0) return places.map(() => ({ line: 1, cells: [] }))
  const items = columns.map((column, index) =>
    column.kind === 'other' ? 'NULL' : written(dialect, column, columnAt(there, index).name),
  );
  const answer = yield {
    sql: `SELECT ${[fill(dialect.text, key), ...items].join(', ')} FROM ${from} WHERE ${key} IN (${places.join(', ')})`,
    purpose: 'rows to show',
    rows: places.length,
  };
  const found = new Map(answer.map(([place, ...cells]) => [Number(place), cells]));
  return places.map(place => ({
    line: place,
    cells: columns.map((column, i) => textOf(column, found.get(place)?.[i] ?? null)),
  }))
}

const NONE        = {
  empty: new Uint8Array(0),
  text: () => '',
  values: () => new Float64Array(0),
  codes: undefined,
  hashes: { a: new Uint32Array(0), b: new Uint32Array(0), c: new Uint32Array(0) },
};

/** Indices of the columns that a measure looks at: it is given no rows, and what it asks of them is noted. */
function columnsOf(measure                  )                    {
  const asked = new Set        ();
  measure.add(measure.init(), {
    rows: 0,
    places: new Float64Array(0),
    cells(index) {
      asked.add(index);
      return NONE
    },
  });
  return [...asked].sort((a, b) => a - b)
}

/** A column of a layer of a query. */
                        
                       
                             
 

/**
 * A query whose columns are made in layers, each of what those before have made. Columns that no later layer, no item and nothing that is
 * said of them `also` needs are not handed on. Without items it is the last layer.
 */
function layered(
  { from, dialect }                                      ,
  layers                               ,
  items                   ,
  also = '',
)         {
  const [first = [], ...others] = layers;
  const named = (all                  ) => all.map(({ name, expression }) => `${expression} AS ${name}`);
  let query = `SELECT ${named(first).join(', ') || '1 AS one'} FROM ${from}`;
  let known = first.map(({ name }) => name);
  for (const [i, layer] of others.entries()) {
    const later = wordsIn([
      ...others.slice(i).flatMap(next => next.map(({ expression }) => expression)),
      ...items,
      also,
    ]);
    const kept = known.filter(name => later.has(name));
    query = `SELECT ${[...kept, ...named(layer)].join(', ')} FROM (${query}) t${i}`;
    known = [...kept, ...layer.map(({ name }) => name)];
  }
  if (items.length === 0) return query
  return `SELECT ${items.map(item => fill(dialect.text, item)).join(', ')} FROM (${query}) t`
}

const wordsIn = (expressions                   )              =>
  new Set(expressions.flatMap(expression => expression.match(/\w+/g) ?? []));

/** Layers side by side, for columns that know nothing of one another. */
function sideBySide(all                                            )            {
  const depth = all.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: depth }, (_, i) => all.flatMap(layers => layers[i] ?? []))
}

/**
 * A sum of doubles without rounding, in any order, by nothing but their addition: every value is cut into pieces that are multiples of
 * 2^e and so few bits wide that no sum of them is rounded. The cut is that of error-free vector transformation (Rump, Ogita and Oishi
 * 2008, Accurate floating-point summation): (x + c) − c, c = 1.5 · 2^(e + 52), is x rounded to a multiple of 2^e, and the rest is exact.
 */
                       
                                                                                       
                                       
 

/** Pieces that a value is cut into at most: more, and its column is of no kind that occurs. */
const MAX_PIECES = 24;
/** Bits of a double. */
const BITS = 53;

/** How to cut values, none of which is larger than `most` or has a bit below 2^lowest, for a sum of so many. Undefined where that takes too many pieces. */
function cutsFor(most        , lowest        , rows        )                   {
  const width = BITS - 2 - Math.ceil(Math.log2(rows + 1));
  let top = exponentOf(most) + 1;
  const constants           = [];
  while (top - lowest > width) {
    const e = top - width;
    const constant = 1.5 * 2 ** (e + BITS - 1);
    if (!Number.isFinite(constant) || constants.length === MAX_PIECES) return undefined
    constants.push(constant);
    // What is left of a value is at most half of 2^e.
    top = e;
  }
  return { constants }
}

/** The exponent of a number's first bit. */
function exponentOf(value        )         {
  if (value === 0) return -1074
  const guess = Math.floor(Math.log2(Math.abs(value)));
  if (2 ** guess > Math.abs(value)) return guess - 1
  return 2 ** (guess + 1) <= Math.abs(value) ? guess + 1 : guess
}

/** The exponent of the last bit that a double of this size, or a larger one, can have. */
const lastBitOf = (least        )         => Math.max(-1074, exponentOf(least) - BITS + 1);

/** The layers that cut the column `from`, and the columns to sum. Names begin with `prefix`. */
function cutLayers(
  dialect            ,
  { constants }      ,
  from        ,
  prefix        ,
)                                                                                       {
  const layers            = [];
  const sums           = [];
  let rest = from;
  for (const [i, constant] of constants.entries()) {
    const c = numberLiteral(dialect, constant);
    const piece = `${prefix}p${i}`;
    const next = `${prefix}r${i}`;
    layers.push([{ name: piece, expression: `(${rest} + ${c}) - ${c}` }]);
    layers.push([{ name: next, expression: `${rest} - ${piece}` }]);
    sums.push(piece);
    rest = next;
  }
  return { layers, sums: [...sums, rest] }
}

/** The sum of the pieces' sums. */
function sumOfPieces(pieces                   )           {
  const sum = noSum();
  for (const piece of pieces) addTo(sum, piece);
  return sum
}

/** 2²⁷ + 1: splits a double into two halves of 26 bits (Veltkamp 1968). */
const SPLITTER = 134_217_729;

/** Layers that split a column into its halves, `…h` and `…l`. */
const splitLayers = (dialect            , name        )            => [
  [{ name: `${name}_s`, expression: `${name} * ${numberLiteral(dialect, SPLITTER)}` }],
  [{ name: `${name}_h`, expression: `${name}_s - (${name}_s - ${name})` }],
  [{ name: `${name}_l`, expression: `${name} - ${name}_h` }],
];

/** Layers that multiply two split columns without error: the nearest double, and in `…e` what that leaves (Dekker 1971). */
const productLayers = (a        , b        , out        )            => [
  [{ name: out, expression: `${a} * ${b}` }],
  [
    {
      name: `${out}e`,
      expression: `${a}_l * ${b}_l - (((${out} - ${a}_h * ${b}_h) - ${a}_l * ${b}_h) - ${a}_h * ${b}_l)`,
    },
  ],
];

/** How large the numbers of a column are. */
                        
                       
                        
                               
                           
                       
 

/** Sums of the powers of a column, as layers of a query, and how to read what it gives. */
                              
                                                
                                  
                                             
 

/** Sizes that squares, cubes … of doubles may have before a part of a product leaves their range. */
const WITHIN = 900;

/** Σx … Σx^highest of the column `name`, without rounding; undefined where their products would leave the range of doubles. */
function powersAsked(
  dialect            ,
  name        ,
  highest           ,
  sizes       ,
)                          {
  const top = exponentOf(sizes.most) + 1;
  const lowest = sizes.isWhole ? 0 : lastBitOf(sizes.least);
  if (highest > 1 && (highest * top > WITHIN || highest * lowest < -WITHIN)) return undefined
  const products            = [];
  /** Names of the parts whose sum is the power. */
  const powers             = [[name]];
  if (highest > 1) {
    products.push(...splitLayers(dialect, name), ...productLayers(name, name, `${name}q`));
    const square = [`${name}q`, `${name}qe`];
    powers.push(square);
    if (highest === 4) {
      products.push(...sideBySide(square.map(part => splitLayers(dialect, part))));
      const third = square.map((part, i) => ({
        layers: productLayers(part, name, `${name}c${i}`),
        parts: both(`${name}c${i}`),
      }));
      const fourth = square.flatMap((one, i) =>
        square.map((other, j) => ({
          layers: productLayers(one, other, `${name}f${i}${j}`),
          parts: both(`${name}f${i}${j}`),
        })),
      );
      products.push(...sideBySide([...third, ...fourth].map(({ layers }) => layers)));
      powers.push(
        third.flatMap(({ parts }) => parts),
        fourth.flatMap(({ parts }) => parts),
      );
    }
  }
  const cut                                                = [];
  for (const [i, parts] of powers.entries()) {
    const cuts = cutsFor(2 ** ((i + 1) * top), (i + 1) * lowest, sizes.rows);
    if (!cuts) return undefined
    for (const part of parts) cut.push({ power: i, part, cuts });
  }
  const made = cut.map(({ part, cuts, power }) => ({ power, ...cutLayers(dialect, cuts, part, `${part}_`) }));
  return {
    layers: [...products, ...sideBySide(made.map(({ layers }) => layers))],
    sums: made.flatMap(({ sums }) => sums),
    read(pieces) {
      const each             = powers.map(() => []);
      let at = 0;
      for (const { power, sums } of made) {
        each[power]?.push(...pieces.slice(at, at + sums.length));
        at += sums.length;
      }
      return each.map(sumOfPieces)
    },
  }
}

/** Σxy of two columns that are split already. */
function productAsked(
  dialect            ,
  x        ,
  y        ,
  one       ,
  other       ,
)                          {
  const top = exponentOf(one.most) + exponentOf(other.most) + 2;
  const lowest = (one.isWhole ? 0 : lastBitOf(one.least)) + (other.isWhole ? 0 : lastBitOf(other.least));
  const cuts = top > WITHIN || lowest < -WITHIN ? undefined : cutsFor(2 ** top, lowest, one.rows);
  if (!cuts) return undefined
  const parts = both(`${x}${y}`).map(part => cutLayers(dialect, cuts, part, `${part}_`));
  return {
    layers: [...productLayers(x, y, `${x}${y}`), ...sideBySide(parts.map(({ layers }) => layers))],
    sums: parts.flatMap(({ sums }) => sums),
    read: pieces => [sumOfPieces(pieces)],
  }
}

const both = (name        )           => [name, `${name}e`];

/** What is asked of a column of numbers. */
                               
                        
                                           
                        
                                              
                                 
                                                                  
                                     
 

/** What is known of a column of numbers. */
                               
                    
                      
                       
                                                                           
                                                
                                              
                                     
 

/** Columns of one statement: each takes a dozen of others to be summed. */
const AT_ONCE$1 = 8;

/** The second pass over columns of numbers: extents, sums without rounding, and how many rows want a closer look. */
function* countNumbers(
  there            ,
  survey        ,
  all                         ,
)                                    {
  const found = new Map                      ();
  for (let at = 0; at < all.length; at += AT_ONCE$1) {
    const part = all
      .slice(at, at + AT_ONCE$1)
      .map((asked, i) => ({ asked, ...columnPlan(there, survey, asked, `x${i}`) }));
    const items = part.flatMap(({ items }) => items);
    const [answer = []] = yield {
      sql: layered(
        there,
        [part.flatMap(({ first }) => first), ...sideBySide(part.map(({ powers }) => powers?.layers ?? []))],
        items,
      ),
      purpose: `numbers of ${part.map(({ asked }) => columnAt(there, asked.index).column.name).join(', ')}`,
      rows: 1,
    };
    let next = 0;
    for (const { asked, items: own, powers } of part) {
      const cells = answer.slice(next, next + own.length);
      next += own.length;
      const [n = 0] = cells.slice(0, 1).map(Number);
      const counted = cells.slice(3, 3 + asked.counted.length).map(cell => Number(cell ?? 0));
      const pieces = cells.slice(3 + asked.counted.length).map(cell => (cell === null ? 0 : numberOf(cell)));
      found.set(asked.index, {
        n,
        low: n === 0 ? Number.POSITIVE_INFINITY : numberOf(cells[1] ?? null),
        high: n === 0 ? Number.NEGATIVE_INFINITY : numberOf(cells[2] ?? null),
        sums: powers?.read(pieces),
        counted,
      });
    }
  }
  return found
}

                      
                                  
                                          
                                   
 

function columnPlan(there            , survey        , asked              , name        )             {
  const { index, value, highest, counted } = asked;
  const numbers = survey.columns.get(index)?.numbers;
  const isWhole = columnAt(there, index).column.kind === 'integer';
  const powers =
    highest === 0 || !numbers
      ? undefined
      : powersAsked(there.dialect, name, highest, { ...numbers, isWhole, rows: survey.rows });
  return {
    first: [
      { name, expression: value },
      ...counted.map((condition, i) => ({
        name: `${name}w${i}`,
        expression: `CASE WHEN ${condition} THEN 1 ELSE 0 END`,
      })),
    ],
    powers,
    items: [
      `count(${name})`,
      `min(${name})`,
      `max(${name})`,
      ...counted.map((_, i) => `sum(${name}w${i})`),
      ...(powers?.sums.map(sum => `sum(${sum})`) ?? []),
    ],
  }
}

/** The rows of each combination of cells in some columns; undefined where they are more than are counted. */
function* countGroups(
  there            ,
  indices                   ,
  most        ,
  where         ,
)                              {
  if (indices.some(index => columnAt(there, index).column.kind === 'other')) return undefined
  const answer = yield {
    sql: selectGroups(there, indices, most, where),
    purpose: `values of ${indices.map(index => columnAt(there, index).column.name).join(', ') || 'no column'}`,
    rows: most + 1,
  };
  return answer.length > most ? undefined : readGroups(there, indices, answer)
}

/** Counts rows by the cells of some columns, and one group more than are wanted: then they are too many. */
function selectGroups(there            , indices                   , most        , where         )         {
  const { dialect, from } = there;
  const texts = indices.map(index => {
    const { column, name } = columnAt(there, index);
    return written(dialect, column, name)
  });
  const key = keyOf(there);
  const items = [
    ...texts.map((text, i) => `${text} AS g${i}`),
    `${fill(dialect.text, 'count(*)')} AS n`,
    `${fill(dialect.text, key ? `min(${key})` : 'NULL')} AS k`,
  ];
  const grouped = texts.length > 0 ? ` GROUP BY ${texts.join(', ')}` : '';
  return `SELECT ${items.join(', ')} FROM ${from}${where ? ` WHERE ${where}` : ''}${grouped} LIMIT ${most + 1}`
}

/** The groups of an answer. */
function readGroups(there            , indices                   , answer        )          {
  const { columns } = there;
  const hasPlaces = keyOf(there) !== undefined;
  return answer
    .filter(row => row[indices.length] !== '0')
    .map(row => {
      const cells = columns.map(() => '');
      for (const [i, index] of indices.entries()) cells[index] = textOf(columnAt(there, index).column, row[i] ?? null);
      return {
        cells,
        raw: new Map(indices.map((index, i) => [index, row[i] ?? null])),
        count: Number(row[indices.length]),
        place: hasPlaces ? Number(row[indices.length + 1]) : Number.NaN,
      }
    })
    .sort((a, b) => (hasPlaces ? a.place - b.place : compared$1(a.cells.join('\0'), b.cells.join('\0'))))
}

/** Engines give groups in any order. */
const compared$1 = (a        , b        )         => (a < b ? -1 : a > b ? 1 : 0);

/** How a row's lot comes of its place: as samples of rows have it, of 53 bits; as those of drift have it, of 32. */
                                     

/** Bits of a lot. */
const LOT_BITS                                    = { row: 53, drift: 32 };

const WORD = '4294967295';

/** Layers that make of the column `k` the lot `lot`: the very hash of `row-sample.ts` and of `drift/measures/lots.ts`, on words of 32 bits. */
function lotLayers(dialect            , kind         )            {
  const xor = (a        , b        ) => fill(dialect.xor, a, b);
  const and = (a        , b        ) => fill(dialect.and, a, b);
  const shift = (a        , bits        ) => fill(dialect.shift, a, String(bits));
  /** The low 32 bits of a product: of halves of the constant, as the whole would not fit into 63 bits. */
  const times = (a        , by        ) =>
    and(`${and(`(${a} * ${by >>> 16})`, '65535')} * 65536 + ${a} * ${by & 0xffff}`, WORD);
  const mixed = (from        , bits        , to        )          => [
    { name: to, expression: xor(from, shift(from, bits)) },
  ];
  const words          = [
    { name: 'lo', expression: and('k', WORD) },
    { name: 'hi', expression: shift('k', 32) },
  ];
  if (kind === 'drift') {
    return [
      words,
      [{ name: 'h0', expression: xor(xor('lo', times('hi', 0x9e3779b1)), String(0x9e3779b9)) }],
      mixed('h0', 16, 'h1'),
      [{ name: 'h2', expression: times('h1', 0x85ebca6b) }],
      mixed('h2', 13, 'h3'),
      [{ name: 'h4', expression: times('h3', 0xc2b2ae35) }],
      mixed('h4', 16, 'lot'),
    ]
  }
  return [
    words,
    [{ name: 'a0', expression: xor('lo', String(0x9e3779b9)) }],
    [{ name: 'a1', expression: xor(times('a0', 0x85ebca6b), 'hi') }],
    mixed('a1', 15, 'a2'),
    [{ name: 'a3', expression: times('a2', 0xc2b2ae35) }],
    mixed('a3', 13, 'a4'),
    [{ name: 'a5', expression: times('a4', 0x27d4eb2f) }],
    [{ name: 'b0', expression: xor('a5', 'lo') }],
    [{ name: 'b1', expression: times('b0', 0x165667b1) }],
    mixed('b1', 15, 'b2'),
    [{ name: 'b3', expression: times('b2', 0x85ebca77) }],
    [
      {
        name: 'lot',
        expression: `${xor('a5', shift('a5', 16))} * 2097152 + ${shift(xor('b3', shift('b3', 16)), 11)}`,
      },
    ],
  ]
}

/** Cells of a column, as the engine has written them, and how often each was drawn; and the greatest lot among them. */
                              
                                                                            
                        
 

/** Standard deviations of the number of rows below a lot that are looked at besides. */
const SPARE$1 = 8;

/** The cells of the `size` rows with the smallest lots, of `among` for which a condition holds; undefined where rows have no place. */
function* drawValues(
  there            ,
  index        ,
  { size, among, where, isMany }                                                                 ,
)                                  {
  const { dialect } = there;
  const key = keyOf(there);
  if (!key) return undefined
  const { column, name } = columnAt(there, index);
  const text = written(dialect, column, 'g');
  const all = 2 ** LOT_BITS.drift;
  const layers = [
    [
      { name: 'k', expression: fill(dialect.bigint, key) },
      { name: 'g', expression: name },
    ],
    ...lotLayers(dialect, 'drift'),
  ];
  const from = `${there.from} WHERE ${where}`;
  const share = size / among;
  for (let limit = Math.floor(all * Math.min(1, share + SPARE$1 * Math.sqrt(share / among))); ; limit *= 2) {
    const most = Math.min(limit, all - 1);
    const [answer = []] = yield {
      sql: `SELECT ${fill(dialect.text, 'max(lot)')}, ${fill(dialect.text, 'count(*)')} FROM (SELECT lot FROM (${layered({ from, dialect }, layers, [], 'lot')}) d WHERE lot <= ${most} ORDER BY lot LIMIT ${size}) e`,
      purpose: `lots of ${column.name}`,
      rows: 1,
    };
    if (Number(answer[1]) < size && most < all - 1) continue
    const last = Number(answer[0] ?? 0);
    const below = `FROM (${layered({ from, dialect }, layers, [], 'g lot')}) d WHERE lot <= ${last}`;
    const cells = yield {
      sql: isMany
        ? `SELECT ${text} ${below}`
        : `SELECT ${text}, ${fill(dialect.text, 'count(*)')} ${below} GROUP BY ${text}`,
      purpose: `${size} values of ${column.name} by lot`,
      rows: size + 1000,
    };
    return { cells: cells.map(([cell = null, count]) => [cell, isMany ? 1 : Number(count)]), limit: last }
  }
}

/** The number that a cell's text is; NaN where it is none. */
const numberIn = (text        )         => finiteNumber(text) ?? Number.NaN;

/** A sample of so many of each value; NaN is none. */
function sampled(counted                                                      , limit        )               {
  const values = counted.flatMap(([value, count]) => (Number.isNaN(value) ? [] : new Array        (count).fill(value)));
  return { values: Float64Array.from(values).sort(), lots: new Uint32Array(values.length), n: values.length, limit }
}

/** Why nothing could be drawn of a column. */
const noKey = (there            , index        , size        )         =>
  `${there.table.table} has more than ${size} rows of which ${columnAt(there, index).column.name} is drawn by lot, but no key that tells one from another`;

/** Whether a state is that of a column whose drift is measured. */
const isColumnState = (state         )                       =>
  typeof state === 'object' && state !== null && 'moments' in state && 'texts' in state;

/** Rows whose cells are the same in some columns. */
                        
                                                                                               
                                   
                                                 
                                                  
                        
                                                                      
                        
 

/**
 * The state of a measure over groups of rows, by nothing but its own `add` and `merge`: the bits of the counts, the highest first, the
 * state doubled from one to the next (Horner's scheme). Places come out several times over: see `placesOf`.
 */
function foldGroups       (measure                , groups                  )        {
  const state = measure.init();
  const most = groups.reduce((max, { count }) => Math.max(max, count), 0);
  for (let bit = most === 0 ? -1 : Math.floor(Math.log2(most)); bit >= 0; bit--) {
    measure.merge(state, structuredClone(state));
    const chosen = groups.filter(({ count }) => Math.floor(count / 2 ** bit) % 2 === 1);
    if (chosen.length > 0) measure.add(state, batchOf(chosen));
  }
  return state
}

/** One row of each group. */
const batchOf = (groups                  ) =>
  textBatch(
    groups.map(({ cells }) => ({ line: 1, cells })),
    Float64Array.from(groups, ({ place }) => place),
  );

/** A column of many different texts or times. Those of the other side are told apart; all others are texts, or times, and no more. */
function* driftOfTexts(
  there            ,
  { rows, columns }        ,
  measure                  ,
  { column: { index }, known, size }         ,
)                {
  const { dialect, limits } = there;
  const { column, name } = columnAt(there, index);
  const text = written(dialect, column, name);
  const isTime = column.kind === 'date' || column.kind === 'timestamp';
  const told = [
    ...(isTime
      ? []
      : [`substr(${name}, 1, 1) NOT IN (${CERTAIN.map(letter => textLiteral(dialect, letter)).join(', ')})`]),
    ...(known.length > 0 ? [`${text} IN (${known.map(each => textLiteral(dialect, each)).join(', ')})`] : []),
  ];
  const filled = columns.get(index)?.filled ?? 0;
  const isFilled = `NOT ${isEmpty(column, name)}`;
  const groups =
    told.length > 0 ? yield* countGroups(there, [index], limits.groups, `${isFilled} AND (${told.join(' OR ')})`) : [];
  if (!groups)
    return { untaken: `${column.name} holds more than ${limits.groups} different texts that might be numbers or times` }
  const state = foldGroups(measure, groups);
  if (!isColumnState(state)) throw new Error('A measure of drift has another state')
  const rest = filled - groups.reduce((sum, { count }) => sum + count, 0);
  const place = yield* firstPlace(there, told.length > 0 ? `${isFilled} AND NOT (${told.join(' OR ')})` : isFilled);
  find(state.text, rest, place);
  find(state.texts.dropped, rest, place);
  state.missing += rows - filled;
  const drawn = isTime
    ? yield* drawValues(there, index, { size, among: filled, where: isFilled, isMany: true })
    : undefined;
  if (isTime && !drawn) return { untaken: noKey(there, index, size) }
  const instants = drawn
    ? sampled(
        drawn.cells.map(([cell]) => [instantOf(textOf(column, cell)), 1]),
        drawn.limit,
      )
    : state.instants;
  return { state: { ...state, rows, ...(isTime ? { dates: filled, instants } : {}) } }
}

/** What begins neither a number nor a blank text, nor a date. */
const CERTAIN = [...'ABCDEFGHJKLMOPQRSTUVWXYZabcdefghjklmopqrstuvwxyz!"#$%&\'()*,/:;<=>?@[\\]^_`{|}~'];

function* firstPlace(there            , where        )                 {
  const key = keyOf(there);
  if (!key) return Number.POSITIVE_INFINITY
  const [answer = []] = yield {
    sql: `SELECT ${fill(there.dialect.text, `min(${key})`)} FROM ${there.from} WHERE ${where}`,
    purpose: 'the first row of a text',
    rows: 1,
  };
  return answer[0] == null ? Number.POSITIVE_INFINITY : Number(answer[0])
}

/** The rows at fault that a state keeps, by the name under which it does. */
function failuresIn(state         )                                       {
  if (typeof state !== 'object' || state === null) return []
  return Object.entries(state).filter((entry)                              => isFailures(entry[1]))
}

const isFailures = (value         )                    =>
  typeof value === 'object' &&
  value !== null &&
  'places' in value &&
  Array.isArray(value.places) &&
  'values' in value &&
  value.values instanceof Map;

/**
 * Groups in which the first rows at fault are: those whose own first rows come first. A group that is none of so few has no row among
 * the first, as each of them has one before.
 */
function firstFailing       (measure                , groups                  , name        )          {
  return groups
    .filter(group => {
      const alone = measure.init();
      measure.add(alone, batchOf([group]));
      return failuresIn(alone).some(([known, { count }]) => known === name && count > 0)
    })
    .toSorted((a, b) => a.place - b.place)
    .slice(0, MAX_PLACES)
}

/**
 * All rows of a small table, of some columns, in the order of its key. Without a key they are in the order of what they hold: where a row
 * stands in the table is not known then, but the same table gives the same rows.
 */
function* fetchRows(there            , indices                   , rows        )                {
  const { dialect, from, columns } = there;
  const key = keyOf(there);
  const texts = indices.map(index => columnAt(there, index));
  const items = [
    ...(key ? [fill(dialect.text, key)] : []),
    ...texts.map(({ column, name }) => (column.kind === 'other' ? 'NULL' : written(dialect, column, name))),
  ];
  const order = key ? ` ORDER BY ${key}` : items.length > 0 ? ` ORDER BY ${items.map((_, i) => i + 1).join(', ')}` : '';
  const answer = yield {
    sql: `SELECT ${items.length > 0 ? items.join(', ') : '1'} FROM ${from}${order} LIMIT ${rows + 1}`,
    purpose: 'rows',
    rows: rows + 1,
  };
  return textBatch(
    answer.map(row => {
      const cells = columns.map(() => '');
      for (const [i, index] of indices.entries()) {
        cells[index] = textOf(texts[i]?.column ?? { kind: 'text' }, row[key ? i + 1 : i] ?? null);
      }
      return { line: 1, cells }
    }),
    Float64Array.from(answer, (row, i) => (key ? Number(row[0]) : i + 1)),
  )
}

/** The first rows for which a condition holds: one bounded query. None of a table whose rows have no place. */
function* findPlaces(there            , condition        , purpose        )                   {
  const key = keyOf(there);
  if (!key) return []
  const answer = yield {
    sql: `SELECT ${fill(there.dialect.text, key)} FROM ${there.from} WHERE ${condition} ORDER BY ${key} LIMIT ${MAX_PLACES}`,
    purpose,
    rows: MAX_PLACES,
  };
  return answer.map(([place]) => Number(place))
}

/** What is true of the rows of some groups. */
function inGroups(there            , indices                   , groups                  )         {
  const each = groups.map(group => {
    const cells = indices.map(index => {
      const { column, name } = columnAt(there, index);
      const cell = group.raw.get(index) ?? null;
      if (cell === null) return `${name} IS NULL`
      return `${written(there.dialect, column, name)} = ${textLiteral(there.dialect, cell)}`
    });
    return cells.length > 0 ? `(${cells.join(' AND ')})` : '1 = 1'
  });
  return each.length > 0 ? each.join(' OR ') : '1 = 0'
}

/** Counts the groups of columns, each once; undefined where they are too many, alone or with those before. */
                                                                                  

/** Columns whose groups one statement counts. */
const AT_ONCE = 10;

/** Counts the groups of single columns a dozen at a time, and those of several together when they are asked for. */
function* groupCounts(there            , { columns }        , singles                   )                   {
  const known = new Map                             ();
  let room = there.limits.allGroups;
  const single = singles.filter(index => there.columns[index]?.kind !== 'other' && !columns.get(index)?.isMany);
  for (let at = 0; at < single.length; at += AT_ONCE) {
    const part = single.slice(at, at + AT_ONCE);
    const most = Math.min(there.limits.groups, room);
    if (most < 1) break
    const answer = yield {
      sql: part
        .map(
          (index, i) =>
            `(SELECT ${fill(there.dialect.text, String(i))} AS c, g.* FROM (${selectGroups(there, [index], most)}) g)`,
        )
        .join(' UNION ALL '),
      purpose: `values of ${part.map(index => there.columns[index]?.name).join(', ')}`,
      rows: part.length * (most + 1),
    };
    for (const [i, index] of part.entries()) {
      const rows = answer.filter(([column]) => column === String(i)).map(row => row.slice(1));
      const groups = rows.length > most || rows.length > room ? undefined : readGroups(there, [index], rows);
      room -= groups?.length ?? 0;
      known.set(String(index), groups);
    }
  }
  return function* (indices) {
    const key = indices.join();
    if (known.has(key)) return known.get(key)
    const most = Math.min(there.limits.groups, room);
    const isMany = indices.some(index => columns.get(index)?.isMany);
    const groups = isMany || most < 1 ? undefined : yield* countGroups(there, indices, most);
    room -= groups?.length ?? 0;
    known.set(key, groups);
    return groups
  }
}

/** The columns of which the values of one alone are asked for. */
const singles = (
  asked                                                                                        ,
) =>
  [
    ...new Set(
      asked.flatMap(({ measure, measure: { asks }, indices }) =>
        indices.length === 1 && !(asks && (asks.is === 'empty' || countsRows(measure))) ? indices : [],
      ),
    ),
  ].sort((a, b) => a - b);

/** Whether rows count for themselves, and not for what their cells hold. */
const countsRows = ({ asks }                  )          =>
  asks !== undefined && (asks.is === 'filtered' ? countsRows(asks.measure) : WHOLE_ROWS.has(asks.is));

const WHOLE_ROWS                      = new Set(['keys', 'sample', 'joint', 'order', 'intervals']);

/** Whether where a row stands counts. */
const isOrdered = ({ asks }                  )          =>
  asks !== undefined &&
  (asks.is === 'filtered' ? countsRows(asks.measure) : asks.is === 'order' || asks.is === 'intervals');

/** Whole numbers up to here are written without an exponent, and so are integers as text. */
const WHOLE = '1e21';

/**
 * What a column's reader reads, as a double in SQL; null where it reads nothing. Undefined where the two need not agree: the cells have
 * to be read as texts then.
 */
function valueInSql(
  dialect            ,
  column             ,
  name        ,
  { type, options, reader }                                             ,
)                     {
  if (!reader) return undefined
  const { kind } = column;
  const double = fill(dialect.double, name);
  if (type.id === 'number') return kind === 'integer' ? double : finite(dialect, kind, double)
  if (type.id === 'integer') {
    if (kind === 'integer') return double
    const whole = finite(dialect, kind, double);
    return (
      whole &&
      `CASE WHEN ${whole} = floor(${whole}) AND abs(${whole}) < ${fill(dialect.literal, WHOLE)} THEN ${double} END`
    )
  }
  if (options.format !== undefined) return undefined
  if (type.id === 'timestamp' && kind === 'timestamp' && options.timezone !== false)
    return fill(dialect.double, fill(dialect.millis, name))
  if (type.id === 'date' && kind === 'date') return fill(dialect.double, fill(dialect.dayMillis, name))
  return undefined
}

/** A finite double, or null. */
function finite(dialect            , kind                     , double        )                     {
  if (kind === 'integer' || kind === 'decimal') return double
  return kind === 'double' ? `CASE WHEN NOT ${fill(dialect.isNonFinite, double)} THEN ${double} END` : undefined
}

/** What the first pass tells of a column. */
                           
                                   
                         
                                                                                            
                          
                                                                                                
                                                                                          
 

                         
                       
                  
                                                 
 

/** The first pass: how many rows, and of every column that is asked for how many cells hold something, and how large its numbers are. */
function* survey(there            , indices                   )                 {
  const { limits } = there;
  const found = new Map                  ();
  let rows;                    
  const key = keyOf(there);
  for (let at = 0; at === 0 || at < indices.length; at += limits.columns) {
    const part = indices.slice(at, at + limits.columns);
    const items = [
      'count(*)',
      ...part.flatMap(index => rangesOf(there, index)),
      ...(at === 0 && key ? keyItems(key) : []),
    ];
    const [answer = []] = yield {
      sql: `SELECT ${items.map(item => fill(there.dialect.text, item)).join(', ')} FROM ${there.from}`,
      purpose: 'ranges',
      rows: 1,
    };
    const counted = Number(answer[0]);
    if (rows !== undefined && counted !== rows) throw changed(there, rows, counted)
    rows = counted;
    if (at === 0 && key) checkKey(there, rows, answer.slice(-3).map(Number));
    const many = rows > limits.groups ? yield* manyOf(there, part) : [];
    let next = 1;
    for (const [i, index] of part.entries()) {
      const filled = Number(answer[next++]);
      const isNumeric = ofNumbers(columnAt(there, index).column);
      const [n = 0, most = 0, least = 0] = isNumeric
        ? answer.slice(next, next + 3).map(cell => numberOf(cell ?? '0'))
        : [];
      if (isNumeric) next += 3;
      found.set(index, { filled, isMany: many[i] === true, ...(isNumeric ? { numbers: { n, most, least } } : {}) });
    }
  }
  return { rows: rows ?? 0, columns: found }
}

const ofNumbers = ({ kind }             )          => kind === 'integer' || kind === 'double' || kind === 'decimal';

function rangesOf(there            , index        )           {
  const { column, name } = columnAt(there, index);
  const filled = `sum(CASE WHEN ${isEmpty(column, name)} THEN 0 ELSE 1 END)`;
  const value = finite(there.dialect, column.kind, fill(there.dialect.double, name));
  if (value === undefined) return [filled]
  return [filled, `count(${value})`, `max(abs(${value}))`, `min(CASE WHEN ${value} <> 0 THEN abs(${value}) END)`]
}

const keyItems = (key        )           => [`count(${key})`, `min(${key})`, `max(${key})`];

function checkKey({ table }            , rows        , [n, least, most]                   )       {
  if (
    rows === 0 ||
    (n === rows && least !== undefined && least >= 0 && most !== undefined && most <= Number.MAX_SAFE_INTEGER)
  )
    return
  throw new UserError(
    'engine.key',
    `Expected the key '${table.key}' to be a whole number from 0 to 2^53 in every row but found ${n} of ${rows}, from ${least} to ${most} (${table.table})`,
    { hint: 'Name another column; or leave the key out' },
  )
}

/** Columns that have more different cells than are counted one by one, even among the first rows. */
function* manyOf(there            , indices                   )                    {
  const known = indices.filter(index => columnAt(there, index).column.kind !== 'other');
  if (known.length === 0) return []
  const names = known.map(index => columnAt(there, index).name);
  const [answer = []] = yield {
    sql: `SELECT ${names.map(name => fill(there.dialect.text, `count(DISTINCT ${name})`)).join(', ')} FROM (SELECT ${names.join(', ')} FROM ${there.from} LIMIT ${there.limits.probe}) t`,
    purpose: 'trial',
    rows: 1,
  };
  return indices.map(index => Number(answer[known.indexOf(index)] ?? 0) > there.limits.groups)
}

/** Takes the first pass again, of a table that others may write to meanwhile: what it says of rows, cells and sizes must be the same. */
function* checkUnchanged(there            , before        , indices                   )               {
  const after = yield* survey({ ...there, limits: { ...there.limits, groups: Number.POSITIVE_INFINITY } }, indices);
  const same = [...before.columns].every(([index, { filled, numbers }]) => {
    const now = after.columns.get(index);
    return (
      now?.filled === filled &&
      now.numbers?.n === numbers?.n &&
      now.numbers?.most === numbers?.most &&
      now.numbers?.least === numbers?.least
    )
  });
  if (after.rows !== before.rows || !same) throw changed(there, before.rows, after.rows)
}

/** The table is not what it was. */
const changed = ({ table }            , before        , after        )            =>
  new UserError(
    'engine.changed',
    `Expected ${table.table} to stay as it is while it is measured but found ${before} rows first and ${after} later`,
    { kind: 'environment', hint: 'Measure a snapshot of it, or when nobody writes' },
  );

/** What is asked of a column, answered without its values one by one; undefined where they have to be looked at. */
function* takeAsked(
  there            ,
  survey        ,
  asks       ,
  groupsOf          ,
)                            {
  switch (asks.is) {
    case 'rows':
      return { state: { rows: survey.rows } }
    case 'empty': {
      const { column, name } = columnAt(there, asks.column.index);
      const count = survey.rows - (survey.columns.get(asks.column.index)?.filled ?? 0);
      const places = count > 0 ? yield* findPlaces(there, isEmpty(column, name), `empty cells of ${column.name}`) : [];
      return { state: { rows: survey.rows, empty: { ...noFailures(), count, places } } }
    }
    case 'categories': {
      const groups = yield* groupsOf([asks.column.index]);
      if (groups) return undefined
      // More than are counted one by one are more than are kept.
      return there.limits.groups >= MAX_CATEGORIES ? { state: { counts: undefined } } : undefined
    }
    case 'distinct': {
      const groups = yield* groupsOf([asks.column.index]);
      return groups ? undefined : yield* countDistinct(there, survey, asks.column.index)
    }
    default:
      return undefined
  }
}

/** Exact: the estimates of engines err by more than they say. */
function* countDistinct(there            , { columns }        , index        )                {
  const { column, name } = columnAt(there, index);
  const text = written(there.dialect, column, name);
  const [answer = []] = yield {
    sql: `SELECT ${fill(there.dialect.text, `count(DISTINCT CASE WHEN NOT ${isEmpty(column, name)} THEN ${text} END)`)} FROM ${there.from}`,
    purpose: `different values of ${column.name}`,
    rows: 1,
  };
  const nothing = distinctCount({ name: column.name, index }).init();
  return { state: { ...nothing, n: columns.get(index)?.filled ?? 0, counted: Number(answer[0]) } }
}

/** The sums that a correlation comes of, over rows in which both columns have a value. */
function* takeCross(
  there            ,
  survey        ,
  { columns: [one, other] }                                          ,
)                            {
  const [left, right] = [one, other].map(column => {
    const { column: typed, name } = columnAt(there, column.index);
    const numbers = survey.columns.get(column.index)?.numbers;
    const value = valueInSql(there.dialect, typed, name, column);
    return numbers && value
      ? { value, sizes: { ...numbers, isWhole: typed.kind === 'integer', rows: survey.rows } }
      : undefined
  });
  if (!left || !right) return undefined
  const both = `${left.value} IS NOT NULL AND ${right.value} IS NOT NULL`;
  const [x, y] = [powersAsked(there.dialect, 'x', 2, left.sizes), powersAsked(there.dialect, 'y', 2, right.sizes)];
  const xy = productAsked(there.dialect, 'x', 'y', left.sizes, right.sizes);
  if (!x || !y || !xy) return undefined
  const sums = [...x.sums, ...y.sums, ...xy.sums];
  const [answer = []] = yield {
    sql: layered(
      there,
      [
        [
          { name: 'x', expression: `CASE WHEN ${both} THEN ${left.value} END` },
          { name: 'y', expression: `CASE WHEN ${both} THEN ${right.value} END` },
        ],
        ...sideBySide([x.layers, y.layers, [...Array.from({ length: 3 }, () => []), ...xy.layers]]),
      ],
      ['count(x)', ...sums.map(sum => `sum(${sum})`)],
    ),
    purpose: `${one.name} beside ${other.name}`,
    rows: 1,
  };
  const pieces = answer.slice(1).map(cell => (cell === null ? 0 : numberOf(cell)));
  const [sx, sxx] = x.read(pieces.slice(0, x.sums.length));
  const [sy, syy] = y.read(pieces.slice(x.sums.length, x.sums.length + y.sums.length));
  const [sxy] = xy.read(pieces.slice(x.sums.length + y.sums.length));
  return { state: { n: Number(answer[0]), sums: [sx, sy, sxx, syy, sxy] } }
}

/** A column of few different cells: each is sorted as it would be in a file; the numbers and times are drawn by the same lots. */
function* driftOfFew(
  there            ,
  measure                  ,
  { column: { index }, size }         ,
  groups                  ,
)                {
  const state = foldGroups(measure, groups);
  if (!isColumnState(state)) throw new Error('A measure of drift has another state')
  const sample = yield* sampleOf(there, index, size, groups, numberIn);
  const instants = yield* sampleOf(there, index, size, groups, instantOf);
  if (!sample || !instants) return { untaken: noKey(there, index, size) }
  return { state: { ...state, sample, instants } }
}

function* sampleOf(
  there            ,
  index        ,
  size        ,
  groups                  ,
  read       ,
)                                   {
  const counted = groups.map(({ cells, count }) => [read(cells[index] ?? ''), count]         );
  const among = counted.reduce((sum, [value, count]) => sum + (Number.isNaN(value) ? 0 : count), 0);
  if (among <= size) return sampled(counted, LAST_LOT)
  const { column, name } = columnAt(there, index);
  const wanted = groups.filter((_, i) => !Number.isNaN(counted[i]?.[0]));
  // Where all cells are such, they need not be named.
  const where =
    column.kind === 'text'
      ? `${name} IN (${wanted.map(({ raw }) => textLiteral(there.dialect, raw.get(index) ?? '')).join(', ')})`
      : (finiteOnly(there, index) ?? `NOT ${isEmpty(column, name)}`);
  const drawn = yield* drawValues(there, index, { size, among, where, isMany: false });
  return (
    drawn &&
    sampled(
      drawn.cells.map(([cell, count]) => [read(textOf(column, cell)), count]),
      drawn.limit,
    )
  )
}

/** A column of many different numbers. */
function* driftOfNumbers(
  there            ,
  { rows, columns }        ,
  measure                  ,
  { column: { index }, known, size }         ,
  { n, low, high, sums }              ,
)                {
  const { column, name } = columnAt(there, index);
  const [sum, squares] = sums ?? [];
  if (!sum || !squares)
    return { untaken: `The numbers of ${column.name} are too large or too small for their squares to be summed` }
  const where = finiteOnly(there, index) ?? `${name} IS NOT NULL`;
  const drawn = yield* drawValues(there, index, { size, among: n, where, isMany: true });
  if (!drawn) return { untaken: noKey(there, index, size) }
  const filled = columns.get(index)?.filled ?? 0;
  const others = filled > n ? yield* countGroups(there, [index], 16, `${name} IS NOT NULL AND NOT (${where})`) : [];
  const state = foldGroups(measure, others ?? []);
  if (!isColumnState(state)) throw new Error('A measure of drift has another state')
  const numbers = known.flatMap(text => finiteNumber(text) ?? []);
  const told =
    numbers.length > 0 ? yield* countGroups(there, [index], numbers.length, isOneOf(there, index, numbers)) : [];
  state.values.tooMany = true;
  for (const { cells, count } of told ?? [])
    countValue(state.values, numberIn(cells[index] ?? ''), count, new Set(numbers));
  return {
    state: {
      ...state,
      rows,
      missing: rows - filled,
      moments: { n, low, high, sum, squares, isHuge: false },
      sample: sampled(
        drawn.cells.map(([cell]) => [numberIn(textOf(column, cell)), 1]),
        drawn.limit,
      ),
    },
  }
}

const isOneOf = (there            , index        , numbers                   )         => {
  const { name } = columnAt(there, index);
  return `${fill(there.dialect.double, name)} IN (${numbers.map(number => numberLiteral(there.dialect, number)).join(', ')})`
};

/** What is true of finite numbers; undefined of a column that holds nothing else. */
function finiteOnly(there            , index        )                     {
  const { column, name } = columnAt(there, index);
  const value = finite(there.dialect, column.kind, fill(there.dialect.double, name));
  return value && `${value} IS NOT NULL`
}

/** A condition on a row in SQL, true, false or null just as `evaluate` has it; undefined where that is not known of all its parts. */
function conditionSql(there            , condition           , named             )                     {
  switch (condition.is) {
    case 'and':
    case 'or': {
      const [left, right] = [conditionSql(there, condition.left, named), conditionSql(there, condition.right, named)];
      return left && right && `(${left} ${condition.is === 'and' ? 'AND' : 'OR'} ${right})`
    }
    case 'not': {
      const of = conditionSql(there, condition.of, named);
      return of && `(NOT ${of})`
    }
    case 'compare':
      return compared(there, condition.operator, condition.left, condition.right, named)
    case 'in': {
      const each = condition.list.map(item => compared(there, '=', condition.value, item, named));
      return each.length > 0 && each.every(part => part !== undefined) ? `(${each.join(' OR ')})` : undefined
    }
    case 'null': {
      const column = condition.value.is === 'column' ? named(condition.value.name) : undefined;
      const found = column && columnAt(there, column.index);
      return found && found.column.kind !== 'other' ? isEmpty(found.column, found.name) : undefined
    }
    case 'true': {
      const column = condition.value.is === 'column' ? named(condition.value.name) : undefined;
      const found = column && columnAt(there, column.index);
      return found?.column.kind === 'boolean' ? found.name : undefined
    }
    case 'like':
      return undefined
  }
}

const isText = (operand         , named             )          =>
  operand.is === 'text' || (operand.is === 'column' && named(operand.name)?.reader === undefined);

const readerOf = (operand         , named             )                     =>
  operand.is === 'column' ? named(operand.name)?.reader : undefined;

function compared(
  there            ,
  operator        ,
  left         ,
  right         ,
  named             ,
)                     {
  if (isText(left, named) && isText(right, named)) {
    // Which of two texts comes first, engines see in ways of their own.
    if (operator !== '=' && operator !== '<>') return undefined
    const [a, b] = [text(there, left, named), text(there, right, named)];
    return a && b && `(${a} ${operator} ${b})`
  }
  const reader = readerOf(left, named) ?? readerOf(right, named);
  const [a, b] = [number(there, left, named, reader), number(there, right, named, reader)];
  return a && b && `(${a} ${operator} ${b})`
}

/** A text in SQL; null where a cell holds nothing. */
function text(there            , operand         , named             )                     {
  if (operand.is === 'text') return textLiteral(there.dialect, operand.value)
  const column = operand.is === 'column' ? named(operand.name) : undefined;
  const found = column && columnAt(there, column.index);
  return found?.column.kind === 'text' ? `nullif(${found.name}, '')` : undefined
}

/** A double in SQL; null where there is none. */
function number(
  there            ,
  operand         ,
  named             ,
  reader                    ,
)                     {
  const { dialect } = there;
  switch (operand.is) {
    case 'number':
      return numberLiteral(dialect, operand.value)
    case 'boolean':
      return undefined
    case 'text': {
      const value = reader ? reader.read(operand.value) : Number.NaN;
      return Number.isNaN(value) ? undefined : numberLiteral(dialect, value)
    }
    case 'column': {
      const column = named(operand.name);
      if (!column?.reader) return undefined
      const { column: typed, name } = columnAt(there, column.index);
      return valueInSql(dialect, typed, name, column)
    }
    case 'arithmetic': {
      const [a, b] = [number(there, operand.left, named, undefined), number(there, operand.right, named, undefined)];
      if (!a || !b || operand.operator === '%') return undefined
      const result =
        operand.operator === '/'
          ? `(${a}) / nullif(${b}, ${numberLiteral(dialect, 0)})`
          : `(${a}) ${operand.operator} (${b})`;
      return `(CASE WHEN NOT ${fill(dialect.isNonFinite, `(${result})`)} THEN ${result} END)`
    }
  }
}

/** Takes measures of the same rows only, as if these were a table. */
function* takeFiltered(
  there            ,
  all                     ,
)                                                 {
  const [first] = all;
  const sql = first && conditionSql(there, first.filter.condition, first.filter.named);
  if (!sql) {
    const reason = `The rows where ${first?.filter.source} of ${there.table.table} are too many to look at one by one, and the condition is not known in SQL`;
    return {
      states: new Map(all.map(({ key, measure }) => [key, measure.init()])),
      untaken: new Map(all.map(({ key }) => [key, reason])),
    }
  }
  const key = keyOf(there);
  const from = `(SELECT *${key ? `, ${key} AS place_of_row` : ''} FROM ${there.from} WHERE ${sql}) w`;
  const some = { ...there, from, isPinned: true, ...(key ? { place: 'place_of_row' } : {}) };
  const { states, untaken } = yield* takeMeasures(
    some,
    all.map(({ measure }) => measure),
  );
  return {
    states: new Map(all.map(({ key, measure }) => [key, states.get(measure.key)])),
    untaken: new Map(
      all.flatMap(({ key, measure }) => {
        const reason = untaken.get(measure.key);
        return reason === undefined ? [] : [[key, reason]]
      }),
    ),
  }
}

/** Repeated keys that are told of. */
const MAX_REPEATED = 200;

/** Counts the keys of a table's rows, and finds some that occur more than once. */
function* takeKeys(
  there            ,
  rows        ,
  { columns, emptyIsValue }                                         ,
)                {
  const { dialect, from } = there;
  const all = columns.map(({ index }) => columnAt(there, index));
  const texts = all.map(({ column, name }) => written(dialect, column, name));
  const parts = emptyIsValue ? texts.map(text => `coalesce(${text}, '')`) : texts;
  const isIncomplete = all.map(({ column, name }) => isEmpty(column, name)).join(' OR ');
  const where = emptyIsValue ? '' : ` WHERE NOT (${isIncomplete})`;
  const grouped = `SELECT count(*) AS c FROM ${from}${where} GROUP BY ${parts.join(', ')}`;
  const [answer = []] = yield {
    sql: `SELECT ${['count(*)', 'sum(c)'].map(item => fill(dialect.text, item)).join(', ')} FROM (${grouped}) t`,
    purpose: `keys ${columns.map(({ name }) => name).join(', ')}`,
    rows: 1,
  };
  const distinct = Number(answer[0] ?? 0);
  const whole = Number(answer[1] ?? 0);
  const repeated = whole > distinct ? yield* repeatedOf(there, parts, where) : [];
  const empty = rows - whole;
  const places = empty > 0 ? yield* findPlaces(there, isIncomplete, 'keys with an empty cell') : [];
  return {
    state: {
      rows,
      keys: { ...noKeys(), counted: { distinct, repeats: whole - distinct, repeated } },
      empty: { ...noFailures(), count: empty, places },
    },
  }
}

/** The keys that occur most often, and the first rows that repeat one; none where rows have no place. */
function* repeatedOf(there            , parts                   , where        )                        {
  const { dialect, from } = there;
  const key = keyOf(there);
  if (!key) return []
  const window = `PARTITION BY ${parts.join(', ')}`;
  const most = yield {
    sql: `SELECT ${fill(dialect.text, 'k')}, ${fill(dialect.text, 'c')} FROM (SELECT min(${key}) AS k, count(*) AS c FROM ${from}${where} GROUP BY ${parts.join(', ')} HAVING count(*) > 1) t ORDER BY c DESC, k LIMIT ${MAX_REPEATED}`,
    purpose: 'keys that occur most often',
    rows: MAX_REPEATED,
  };
  const found = new Map                     ();
  for (const [first, count] of most)
    found.set(Number(first), { first: Number(first), places: [], count: Number(count) - 1 });
  const repeats = yield {
    sql: `SELECT ${['k', 'f', 'c'].map(item => fill(dialect.text, item)).join(', ')} FROM (SELECT ${key} AS k, min(${key}) OVER (${window}) AS f, count(*) OVER (${window}) AS c FROM ${from}${where}) t WHERE k > f ORDER BY k LIMIT ${MAX_PLACES}`,
    purpose: 'rows that repeat a key',
    rows: MAX_PLACES,
  };
  for (const [place, first, count] of repeats.map(row => row.map(Number))) {
    if (place === undefined || first === undefined || count === undefined) continue
    const key = found.get(first) ?? { first, places: [], count: count - 1 };
    found.set(first, key);
    key.places.push(place);
  }
  return [...found.values()]
}

/** The lengths of a column of many texts. */
function* takeLengths(
  there            ,
  rows        ,
  measure                  ,
  { index }        ,
  { characters }           ,
)                            {
  const { column, name } = columnAt(there, index);
  if (!characters || column.kind !== 'text') return undefined
  const [low, high] = characters;
  const length = fill(there.dialect.length, name);
  const isFilled = `NOT ${isEmpty(column, name)}`;
  const outside = `${isFilled} AND (${length} < ${low}${Number.isFinite(high) ? ` OR ${length} > ${high}` : ''})`;
  const lengths = `CASE WHEN ${isFilled} THEN ${length} END`;
  const items = [
    `count(${lengths})`,
    `min(${lengths})`,
    `max(${lengths})`,
    `sum(CASE WHEN ${outside} THEN 1 ELSE 0 END)`,
  ];
  const [answer = []] = yield {
    sql: `SELECT ${items.map(item => fill(there.dialect.text, item)).join(', ')} FROM ${there.from}`,
    purpose: `lengths of ${column.name}`,
    rows: 1,
  };
  const [n = 0, least = 0, most = 0, count = 0] = answer.map(cell => Number(cell ?? 0));
  const places = count > 0 ? yield* findPlaces(there, outside, 'rows at fault') : [];
  // Values are told where they are few enough to be told all alike.
  const groups = count > 0 ? yield* countGroups(there, [index], there.limits.groups, outside) : [];
  const [, known] = failuresIn(foldGroups(measure, groups ?? [])).find(([kind]) => kind === 'failed') ?? [];
  const failed = { ...noFailures(), ...known, count, places };
  const extent = n > 0 ? { low: least, high: most } : { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
  return { state: { rows, n, ...extent, failed, undecided: noFailures() } }
}

/** Whether it is asked of a column's numbers. */
const isOfNumbers = (asks       )                    =>
  asks.is === 'extent' || asks.is === 'sum' || asks.is === 'powers' || (asks.is === 'cells' && hasEnds(asks.judge));

                                                                                       

/** Cells that pass for certain are told by their numbers, and so are the extremes. */
const hasEnds = ({ passes, fails, extent, reads }           )          =>
  (passes !== undefined || fails !== undefined) && (!extent || reads === 'value');

/** What all measures of a column of many numbers ask of it; undefined where their value is not known in SQL. */
function numbersAsked(there            , index        , all                      )                           {
  const [first] = all;
  if (!first) return undefined
  const { column, name } = columnAt(there, index);
  const value = valueInSql(there.dialect, column, name, first.column);
  if (value === undefined) return undefined
  const powers = all.map(asks => (asks.is === 'sum' ? 1 : asks.is === 'powers' ? asks.highest : 0));
  return {
    index,
    value,
    highest: powers.includes(4) ? 4 : powers.includes(2) ? 2 : powers.includes(1) ? 1 : 0,
    counted: suspectsOf(there, index, value, all),
  }
}

/** What a measure of drift asks of a column of many numbers; undefined where it holds none. */
function driftNumbers(there            , index        )                           {
  const { column, name } = columnAt(there, index);
  const value = finite(there.dialect, column.kind, fill(there.dialect.double, name));
  return value === undefined ? undefined : { index, value, highest: 2, counted: [] }
}

/** Of each measure of single cells, what is true of those that may fail; the same, once. */
function suspectsOf(there            , index        , value        , all                      )           {
  return [...new Set(all.flatMap(asks => (asks.is === 'cells' ? suspects(there, index, value, asks.judge) : [])))]
}

function suspects(there            , index        , value        , { passes, fails }           )         {
  const { column, name } = columnAt(there, index);
  if (fails) return `coalesce(${within(there, value, fails)}, false)`
  const ends = within(there, value, passes ?? [Number.NaN, Number.NaN]);
  return `NOT ${isEmpty(column, name)} AND NOT coalesce(${ends}, false)`
}

function within(there            , value        , [low, high]                           )         {
  return [
    `${value} IS NOT NULL`,
    ...(Number.isFinite(low) ? [`${value} >= ${numberLiteral(there.dialect, low)}`] : []),
    ...(Number.isFinite(high) ? [`${value} <= ${numberLiteral(there.dialect, high)}`] : []),
  ].join(' AND ')
}

/** What is asked of a column of many numbers, of what was counted of them. */
function* takeNumbers(
  there            ,
  survey        ,
  measure                  ,
  asks           ,
  asked              ,
  { n, low, high, sums, counted }              ,
)                            {
  if (asks.is === 'extent') return { state: { n, low, high } }
  if (asks.is === 'sum') return sums?.[0] && { state: { n, sum: sums[0] } }
  if (asks.is === 'powers') return sums && { state: { n, sums: sums.slice(0, asks.highest) } }
  const { judge, column } = asks;
  const condition = suspects(there, column.index, asked.value, judge);
  const groups =
    counted[asked.counted.indexOf(condition)] === 0
      ? []
      : yield* countGroups(there, [column.index], there.limits.groups, condition);
  const extent = judge.extent ? { low, high } : {};
  const filled = survey.columns.get(column.index)?.filled ?? 0;
  if (!groups) {
    if (!judge.isExact) return { untaken: tooMany(there, column) }
    const { name } = columnAt(there, column.index);
    const unread = `NOT ${isEmpty(columnAt(there, column.index).column, name)} AND ${asked.value} IS NULL`;
    const others = filled - n;
    const outside = (counted[asked.counted.indexOf(condition)] ?? 0) - others;
    const failed = {
      ...noFailures(),
      count: outside,
      places: yield* findPlaces(there, `(${condition}) AND ${asked.value} IS NOT NULL`, 'values out of range'),
    };
    const none = {
      ...noFailures(),
      count: others,
      places: others > 0 ? yield* findPlaces(there, unread, 'cells that are no value') : [],
    };
    const failing = judge.judge('', Number.NaN) === 'fail';
    const both = { ...noFailures() };
    mergeFailures(both, failed);
    if (failing) mergeFailures(both, none);
    return {
      state: { ...judgedOf(survey.rows, filled), failed: both, undecided: failing ? noFailures() : none, ...extent },
    }
  }
  const state = foldGroups(measure, groups);
  if (!isJudged(state)) return undefined
  for (const [kind, failures] of failuresIn(state)) {
    const failing = failures.count > 0 ? firstFailing(measure, groups, kind) : [];
    failures.places =
      failing.length > 0 ? yield* findPlaces(there, inGroups(there, [column.index], failing), 'rows at fault') : [];
  }
  return { state: { ...state, rows: survey.rows, n: filled, ...extent } }
}

const tooMany = ({ limits, table }            , { name }        )         =>
  `More than ${limits.groups} different values of ${name} in ${table.table} may be at fault: too many to judge one by one`;

const judgedOf = (rows        , n        ) => ({
  rows,
  n,
  low: Number.POSITIVE_INFINITY,
  high: Number.NEGATIVE_INFINITY,
});

const isJudged = (state         )                       =>
  typeof state === 'object' && state !== null && 'undecided' in state && 'low' in state;

/** What is drawn: so many of the rows for which a condition holds, of which there are `among`. */
                       
                        
                       
                        
                         
 

/** Standard deviations of the number of rows below a lot that are asked for besides. */
const SPARE = 8;

/** The rows with the smallest lots, a few more than are asked for, with the cells of some columns; undefined where rows have no place. */
function* drawRows(there            , indices                   , draw      )                            {
  const { dialect, columns } = there;
  const key = keyOf(there);
  if (draw.among <= draw.size && draw.where === undefined) return yield* fetchRows(there, indices, draw.among)
  if (!key) return undefined
  const { kind, size, among, where } = draw;
  const all = 2 ** LOT_BITS[kind];
  const share = size / among;
  for (let limit = Math.floor(all * Math.min(1, share + SPARE * Math.sqrt(share / among))); ; limit *= 2) {
    const most = Math.min(limit, all - 1);
    const texts = indices.map((index, i) => {
      const { column, name } = columnAt(there, index);
      return { column, name: `g${i}`, expression: column.kind === 'other' ? 'NULL' : name }
    });
    const first = [{ name: 'k', expression: fill(dialect.bigint, key) }, ...texts];
    // As text only what is drawn.
    const kept = texts.map(({ column, name }) => (column.kind === 'other' ? 'NULL' : written(dialect, column, name)));
    const from = where ? `${there.from} WHERE ${where}` : there.from;
    const answer = yield {
      sql: `${layered({ from, dialect }, [first, ...lotLayers(dialect, kind)], ['k', ...kept], 'lot')} WHERE lot <= ${most}`,
      purpose: `${size} rows by lot`,
      rows: Math.ceil(2 * size + 100 * SPARE),
    };
    if (answer.length < size && most < all - 1) continue
    const inOrder = answer.toSorted(([a], [b]) => Number(a) - Number(b));
    return textBatch(
      inOrder.map(row => {
        const cells = columns.map(() => '');
        for (const [i, index] of indices.entries())
          cells[index] = textOf(texts[i]?.column ?? { kind: 'text' }, row[i + 1] ?? null);
        return { line: 1, cells }
      }),
      Float64Array.from(inOrder, ([place]) => Number(place)),
    )
  }
}

/** The columns that samples of each size want, and the rows that were drawn for all of them at once. */
function samples(there            , rows        , all                             ) {
  const wanted = new Map                     ();
  const drawn = new Map                           ();
  for (const { asks } of all) {
    if (asks?.is !== 'sample' && asks?.is !== 'joint') continue
    const indices = wanted.get(nameOf(asks)) ?? new Set();
    wanted.set(nameOf(asks), indices);
    for (const { index } of asks.columns) indices.add(index);
  }
  return function* (measure                  , asks          )                {
    const name = nameOf(asks);
    if (!drawn.has(name)) {
      const indices = [...(wanted.get(name) ?? [])].sort((a, b) => a - b);
      const kind = asks.is === 'joint' ? 'drift' : 'row';
      drawn.set(name, yield* drawRows(there, indices, { kind, size: asks.size, among: rows }));
    }
    const batch = drawn.get(name);
    if (!batch)
      return {
        untaken: `${there.table.table} has ${rows} rows, of which ${asks.size} are drawn by lot, but no key that tells one from another`,
      }
    const state = measure.init();
    measure.add(state, batch);
    return { state: typeof state === 'object' && state !== null && 'rows' in state ? { ...state, rows } : state }
  }
}

const nameOf = ({ is, size }          )         => `${is} ${size}`;

/** Rows by what a condition says of them; undefined where it is not known in SQL. */
function* takeTruths(
  there            ,
  rows        ,
  { condition, named, counts }                                           ,
)                            {
  const sql = conditionSql(there, condition, named);
  if (sql === undefined) return undefined
  const items = [sql, `NOT ${sql}`].map(part => fill(there.dialect.text, `sum(CASE WHEN ${part} THEN 1 ELSE 0 END)`));
  const [answer = []] = yield {
    sql: `SELECT ${items.join(', ')} FROM ${there.from}`,
    purpose: 'rows by a condition',
    rows: 1,
  };
  const [holds = 0, fails = 0] = answer.map(cell => Number(cell ?? 0));
  const count = counts ? holds : fails;
  const places = count > 0 ? yield* findPlaces(there, counts ? sql : `NOT ${sql}`, 'rows at fault') : [];
  return { state: { rows, n: counts ? rows : holds + fails, failed: { ...noFailures(), count, places } } }
}

/** What was measured on an engine. */
                             
                       
                                               
                                                      
                                               
 

/** The state of a measure, or why there is none. */
                                                                              

/** Takes every measure where the table is, in two passes: how large the columns are, then what is in them. */
function* takeMeasures(there            , measures                             )                     {
  const asked = measures.map(measure => ({ measure, indices: columnsOf(measure) }));
  const indices = [...new Set(asked.flatMap(each => each.indices))].sort((a, b) => a - b);
  const first = yield* survey(there, indices);
  const hasPlaces = keyOf(there) !== undefined;
  const groupsOf = yield* groupCounts(there, first, singles(asked));
  const sampled = samples(there, first.rows, measures);
  const numbers = new Map                      ();
  for (const index of indices) {
    const wanted = measures.flatMap(({ asks }) =>
      asks && isOfNumbers(asks) && asks.column.index === index ? [asks] : [],
    );
    const plan =
      (wanted.length > 0 || drifting(index)) && !(yield* groupsOf([index]))
        ? (numbersAsked(there, index, wanted) ?? driftNumbers(there, index))
        : undefined;
    if (plan) numbers.set(index, plan);
  }
  const counted = yield* countNumbers(there, first, [...numbers.values()]);
  const states = new Map                 ();
  const untaken = new Map                ();
  let all;                   
  const filtered = new Map                    ();
  for (const { measure, indices: own } of asked) {
    const taken = yield* takeOne(measure, own);
    if ('state' in taken) states.set(measure.key, taken.state);
    else if (measure.asks?.is === 'filtered') {
      const { source } = measure.asks.filter;
      filtered.set(source, [...(filtered.get(source) ?? []), { key: measure.key, ...measure.asks }]);
    } else {
      states.set(measure.key, measure.init());
      untaken.set(measure.key, taken.untaken);
    }
  }
  for (const some of filtered.values()) {
    const found = yield* takeFiltered(there, some);
    for (const [key, state] of found.states) states.set(key, state);
    for (const [key, reason] of found.untaken) untaken.set(key, reason);
  }
  if (!there.isPinned) yield* checkUnchanged(there, first, indices);
  return { rows: first.rows, states, untaken }

  function drifting(index        )          {
    return measures.some(({ asks }) => asks?.is === 'drift' && asks.column.index === index)
  }

  function* takeOne(measure                  , own                   )                {
    const { asks } = measure;
    const unknown = own.map(index => columnAt(there, index).column).find(({ kind }) => kind === 'other');
    if (unknown && asks?.is !== 'empty')
      return {
        untaken: `Nothing is known of the type ${unknown.type}, which ${unknown.name} has in ${there.table.table}`,
      }
    if (asks?.is === 'drift') return yield* takeDrift(measure, asks)
    const isOfRows = countsRows(measure);
    if (!isOfRows) {
      const direct = asks && (yield* takeAsked(there, first, asks, groupsOf));
      if (direct) return direct
      const groups = yield* groupsOf(own);
      if (groups) return { state: yield* withPlaces(measure, own, groups) }
      const index = asks && isOfNumbers(asks) ? asks.column.index : -1;
      const [plan, found] = [numbers.get(index), counted.get(index)];
      const taken =
        asks && isOfNumbers(asks) && plan && found && (yield* takeNumbers(there, first, measure, asks, plan, found));
      if (taken) return taken
    }
    if (asks?.is === 'truths' || asks?.is === 'cross' || asks?.is === 'cells') {
      const found = yield* ofMany(measure, asks);
      if (found) return found
    }
    if (first.rows <= there.limits.rows) {
      if (asks?.is === 'keys' && !hasPlaces) return yield* takeKeys(there, first.rows, asks)
      if (isOrdered(measure) && !hasPlaces) return { untaken: noOrder() }
      all ??= yield* fetchRows(there, indices, first.rows);
      const state = measure.init();
      measure.add(state, all);
      if (!hasPlaces) for (const [, failures] of failuresIn(state)) failures.places = [];
      return { state }
    }
    if (asks?.is === 'keys') return yield* takeKeys(there, first.rows, asks)
    if (asks?.is === 'sample' || asks?.is === 'joint') return yield* sampled(measure, asks)
    return { untaken: tooMany(own) }
  }

  function* ofMany(
    measure                  ,
    asks                                                               ,
  )                            {
    if (asks.is === 'truths') return yield* takeTruths(there, first.rows, asks)
    if (asks.is === 'cross') return yield* takeCross(there, first, asks)
    return yield* takeLengths(there, first.rows, measure, asks.column, asks.judge)
  }

  function* takeDrift(measure                  , asks         )                {
    const { index } = asks.column;
    const groups = yield* groupsOf([index]);
    if (groups) return yield* driftOfFew(there, measure, asks, groups)
    const found = counted.get(index);
    return found
      ? yield* driftOfNumbers(there, first, measure, asks, found)
      : yield* driftOfTexts(there, first, measure, asks)
  }

  function* withPlaces(measure                  , own                   , groups                  )                  {
    const state = foldGroups(measure, groups);
    for (const [name, failures] of failuresIn(state)) {
      const failing = failures.count > 0 && hasPlaces ? firstFailing(measure, groups, name) : [];
      failures.places =
        failing.length > 0 ? yield* findPlaces(there, inGroups(there, own, failing), 'rows at fault') : [];
    }
    return state
  }

  function noOrder()         {
    return `The rows of ${there.table.table} have no order: no key is named`
  }

  function tooMany(own                   )         {
    const names = own.map(index => columnAt(there, index).column.name).join(', ');
    return `What is asked of ${names || 'the rows'} is not known in SQL, and ${there.table.table} has too many rows and values to look at one by one`
  }
}

/** A measure of some rows only. */

/** Who hears of statements, and where their ids are kept. */
                            
                                 
                            
 

/** Asks an engine what a plan wants to know, one statement after another. */
async function answered        (
  session               ,
  asking                ,
  { progress, queries }           ,
)                  {
  for (let next = asking.next(); ; ) {
    if (next.done) return next.value
    const told = `${session.version}: ${next.value.purpose}`;
    progress(told);
    const { rows, id } = await session.query(next.value, so => progress([told, ...wordsOf(so)].join(', ')));
    if (id !== undefined) queries.push(id);
    next = asking.next(rows);
  }
}

const wordsOf = ({ share, rows, bytes }                )           => [
  ...(share === undefined ? [] : [`${Math.round(100 * share)} %`]),
  ...(rows === undefined ? [] : [`${rows} rows`]),
  ...(bytes === undefined ? [] : [`${Math.round(bytes / 1e6)} MB`]),
];

/**
 * The digest of what was measured of a table on an engine, and its length as text: the bytes of the table are not to be had. The same rows
 * give the same digest, in whatever order an engine answers.
 */
function digestOf({ table, columns }            , { rows, states, untaken }            ) {
  const text = JSON.stringify([
    table.table,
    columns.map(({ name, type }) => [name, type]),
    rows,
    [...states].map(([key, state]) => [key, encodeState(state)]),
    [...untaken.keys()],
  ]);
  return { sha256: createHash('sha256').update(text).digest('hex'), bytes: Buffer.byteLength(text) }
}

/** Tables on engines, by their address. */
function tablesThere({ engines, limits = USUAL_PUSHDOWN, progress }             )         {
  return {
    async open(path) {
      const { session, there } = await opened(path);
      await session.close();
      return {
        header: there.columns.map(({ name }) => name),
        batches: { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(unread(path)) }) },
        material() {
          throw unread(path)
        },
      }
    },

    async measure(path, job, options) {
      if (options.shard)
        throw new UserError('engine.shard', `Expected no shard of a table on an engine (${path})`, {
          hint: 'Leave data.shard out: the engine shares the work itself',
        })
      const { session, there } = await opened(path);
      const header = there.columns.map(({ name }) => name);
      const run = startJob(job, header);
      const queries           = [];
      try {
        const taken = await takenOrNot(session, there, run.measures, queries);
        const { sha256, bytes } = digestOf(there, taken);
        run.merge(taken.states);
        for (const [key, reason] of taken.untaken) run.untaken.set(key, reason);
        options.progress(taken.rows);
        const engine = { version: session.version, ...(queries.length > 0 ? { queries } : {}) };
        return {
          header,
          run,
          find: places => find(path, places),
          parts: [{ part: 0, rows: taken.rows }],
          material: role => ({
            name: path,
            role,
            digest: { sha256 },
            bytes,
            rows: taken.rows,
            origin: { kind: there.table.engine, engine },
          }),
        }
      } finally {
        await session.close();
      }
    },

    find: path => places => find(path, places),
  }

  async function opened(path        )                                                         {
    const table = readEngineAddress(path);
    if (!table)
      throw new UserError('engine.address', `Expected the address of a table on an engine but found '${path}'`, {
        hint: 'Write engine:url?table=name, and &key=column where a column says where a row stands',
      })
    const dialect = DIALECTS[table.engine];
    const engine = await engines[table.engine]();
    const session = await engine.open(table).catch(cause => {
      throw failed(path, cause)
    });
    const columns = session.columns.map(column => ({ ...column, kind: kindOf(dialect, column.type) }));
    const { from, isPlain, isPinned } = session;
    return { session, there: { dialect, table, from, columns, limits, isPlain, isPinned } }
  }

  async function find(path        , places                   ) {
    const { session, there } = await opened(path);
    try {
      return await answered(session, rowsAtPlaces(there, places), { progress, queries: [] })
    } catch (cause) {
      throw failed(path, cause)
    } finally {
      await session.close();
    }
  }

  /** An engine that fails in the middle leaves everything open: nobody can tell. */
  async function takenOrNot(
    session               ,
    there            ,
    measures                             ,
    queries          ,
  )                      {
    try {
      return await answered(session, takeMeasures(there, measures), { progress, queries })
    } catch (cause) {
      if (cause instanceof UserError && cause.code !== 'engine.changed') throw cause
      const reason =
        cause instanceof UserError
          ? cause.message
          : `${session.version} did not answer for ${there.table.table}: ${lineOf(cause)}`;
      return {
        rows: 0,
        states: new Map(measures.map(measure => [measure.key, measure.init()])),
        untaken: new Map(measures.map(({ key }) => [key, reason])),
      }
    }
  }
}

const failed = (path        , cause         )            =>
  cause instanceof UserError
    ? cause
    : new UserError('engine.failed', `Expected the engine to answer for ${path} but found: ${lineOf(cause)}`, {
        kind: 'environment',
        hint: 'Look at the log of the engine, and run it again',
        cause,
      });

const unread = (path        )            =>
  new UserError('engine.rows', `Expected ${path} to be measured where it is, but its rows are asked for one by one`, {
    hint: 'Give a file of the table for this',
  });

export { tablesThere };
