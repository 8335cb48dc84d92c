import { c as clickhouse } from './clickhouse2.js';
import { d as duckdb } from './duckdb2.js';
import { p as postgres } from './postgres3.js';
import { s as spark } from './spark2.js';
import { t as trino } from './trino2.js';
import { r as readEngineAddress } from './engine-table.js';
import { q as quoted, f as fill, w as written, b as textOf, n as numberLiteral, c as numberOf, d as compared$1, e as writtenValue, t as textLiteral, i as isEmpty, a as quotedTable, l as lineOf } from './line-of.js';
import { U as UserError } from './user-error.js';
import { s as startJob } from './table-job.js';
import { createHash } from 'node:crypto';
import { d as drawnNumbers, h as halfLotOf, l as lotOf, f as find, L as LAST_LOT, i as instantOf, c as countValue } from './drift-job.js';
import { q as distinctIn, t as halfLotOf$1, u as lotOf$1, v as MAX_PLACES, w as MAX_CATEGORIES, x as noFailures, y as distinctCount, z as noKeys, A as mergeFailures } from './index8.js';
import { e as integerOf, b as addTo, n as noSum } from './central-moments.js';
import { e as encodeState, d as decodeState } from './state-text.js';
import { N as NAMESPACE } from './identifiers2.js';
import { V as VERSION } from './version.js';
import { s as strictObject, e as array, r as record, a as string, f as unknown$1, i as int, n as number$1, t as tuple, l as literal } from './schemas2.js';
import { t as textBatch } from './text-batch.js';
import { f as finiteNumber } from './cell.js';
import { r as readContract } from './read-contract.js';
import { t as tableForFile } from './table-run.js';

/** What the plan knows of a column's type. Of `other` it knows which cells are null, and nothing else. */
                                                                                                               

/** A column of a table on an engine. */
                              
                       
                                
                       
                           
                                                          
                          
                                                                                     
                              
 

/** How an engine's SQL is written. In its templates `$` stands for an expression, `%` for a second one. */
                             
                       
                                                                            
                           
                                                                                                                  
                                    
                                                                            
                                                                                 
                           
                       
                              
                         
                                   
                         
                                             
                              
                                                                         
                         
                            
                                                                                                       
                                
                                             
                         
                                                                                                                       
                             
                                                                                        
                      
                      
                        
                                               
                          
                                                                                                                
                               
                                                                                                                                 
                                                                       
                                                 
                                      
                                                                                          
                          
     
                                                                                                                                            
                                                                                                       
     
                                                                       
                                                                                           
                                                         
                                                                                                             
                                 
                                                                                                                                    
                                  
                                                                                                    
                               
                                                                                                                   
                            
                                                                                                    
                           
                                                                                       
                                
                                                                                                                                                         
                        
                             
                                                                                                                               
                         
                           
                            
                                                                                                                             
                         
                                                                                                                          
                                 
                                                                                                                          
                                
                                                                                                                                     
                         
                       
                            
                                                                            
                              
                                                                     
                               
                                                                                   
                            
                                                                        
                                                            
 

/** The kind of a type, as the engine names it. */
const kindOf = ({ kinds }                           , type        )             =>
  kinds.find(([form]) => form.test(type))?.[1] ?? 'other';

/** How each engine writes SQL. */
const DIALECTS                                           = {
  duckdb,
  trino,
  clickhouse,
  postgres,
  spark,
  databricks: spark,
};

/** How much is asked of an engine, and how much may come back. */
                                 
                                                                                             
                         
                                                    
                            
                                                                                  
                       
                                                                                                              
                        
                                                                         
                        
                                              
                          
 

const USUAL_PUSHDOWN                 = {
  groups: 5000,
  allGroups: 60_000,
  rows: 20_000,
  cells: 200_000,
  probe: 20_000,
  columns: 100,
};

/** A table on an engine, with what is needed to ask for it. */
                             
                              
                             
                                
                       
                                          
                                 
                                                                                                      
                         
                                                                                                 
                            
                                                                
                                                      
                                            
                                      
                                                                       
                                                       
                                                                                                  
                              
                                                                               
                           
 

/** A column by its place in the header, and its name as SQL has it. */
function columnAt({ columns, dialect }            , index        )                                        {
  const column = columns[index];
  if (!column) throw new Error(`The table has no column ${index}`)
  const name = quoted(dialect, column.name);
  // What is shown as text, but is compared in ways of its own.
  if (column.kind === 'text')
    return { column, name: dialect.plainText.test(column.type) ? name : fill(dialect.text, name) }
  const [, read = '$'] = dialect.reads?.find(([form]) => form.test(column.type)) ?? [];
  return { column, name: fill(read, name) }
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

/** All columns, as a query lists them: those that may be read. */
const allOf = ({ columns, dialect }            )         =>
  columns.some(({ denied }) => denied !== undefined)
    ? columns.flatMap(({ name, denied }) => (denied === undefined ? [quoted(dialect, name)] : [])).join(', ')
    : '*';

/** Rows that are fetched for each place, at most: a key that is no key has more than one, of which any is shown. */
const MOST$2 = 10;

/** Some rows again, by their places; without cells where none is found. */
function* rowsAtPlaces(there            , places                   )                     {
  const { dialect, from, columns } = there;
  const key = keyOf(there);
  if (!key || places.length === 0) return places.map(() => ({ line: 1, cells: [] }))
  const items = columns.map((column, index) =>
    column.kind === 'other' ? 'NULL' : written(dialect, column, columnAt(there, index).name),
  );
  const answer = yield {
    sql: `SELECT ${[fill(dialect.text, key), ...items].join(', ')} FROM ${from} WHERE ${key} IN (${places.join(', ')}) LIMIT ${MOST$2 * places.length}`,
    purpose: 'rows to show',
    rows: MOST$2 * places.length,
  };
  const found = new Map(answer.map(([place, ...cells]) => [Number(place), cells]));
  return places.map(place => {
    const cells = found.get(place);
    return { line: place, cells: cells ? columns.map((column, i) => textOf(column, cells[i] ?? null)) : [] }
  })
}

/** A statement under way, and how it is let go. */
                   
                         
                                                                
                              
 

const running = new Set         ();
const SIGNALS = ['SIGINT', 'SIGTERM'];         
/** Milliseconds that engines are given to hear of it: who cancels a job ends its processes soon after. */
const PATIENCE = 7000;

/**
 * Waits for a statement. A process that is ended meanwhile cancels it first: an engine would go on for nobody.
 */
async function whileRunning        (cancel                     , answer                 )                  {
  const one = {
    cancel,
    done: answer.then(
      () => {},
      () => {},
    ),
  };
  if (running.size === 0) for (const signal of SIGNALS) process.once(signal, cancelAll);
  running.add(one);
  try {
    return await answer
  } finally {
    running.delete(one);
    if (running.size === 0) for (const signal of SIGNALS) process.off(signal, cancelAll);
  }
}

function cancelAll(signal                )       {
  const all = [...running].map(({ cancel, done }) => cancel().then(() => done));
  const late = new Promise(resolve => setTimeout(resolve, PATIENCE));
  void Promise.race([Promise.allSettled(all), late]).then(() => {
    for (const each of SIGNALS) process.off(each, cancelAll);
    process.kill(process.pid, signal);
  });
}

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
    const { rows, id } = await whileRunning(
      session.cancel ?? session.close,
      session.query(next.value, so => progress([told, ...wordsOf(so)].join(', '))),
    );
    if (id !== undefined) queries.push(id);
    next = asking.next(rows);
  }
}

const wordsOf = ({ share, rows, bytes, stage }                )           => [
  ...(stage === undefined ? [] : [stage]),
  ...(share === undefined ? [] : [`${Math.round(100 * share)} %`]),
  ...(rows === undefined ? [] : [`${rows} rows`]),
  ...(bytes === undefined ? [] : [`${Math.round(bytes / 1e6)} MB`]),
];

/** Columns at most that are asked about one by one. */
const MOST$1 = 500;

/**
 * The columns that a job names, and an engine that hides what may not be read does not list: they are there, and why they may not be read is
 * told of each.
 */
async function deniedColumns(session               , named                   )                         {
  if (!session.denied) return []
  const known = new Set(session.columns.map(({ name }) => name.toLowerCase()));
  const unlisted = [...new Set(named)].filter(name => !known.has(name.toLowerCase())).slice(0, MOST$1);
  return (await session.denied(unlisted)).map(column => ({ ...column, kind: 'other' }))
}

/**
 * The state of a measure as plain JSON, the same however it came about: taken of a table at once, or of its partitions and put together.
 * Sums are whole numbers, what has no order is sorted, of different values their number is told, of a sample the rows that it is read by:
 * lots are kept only where other rows may be taken in. `size` is that of its samples.
 */
function canonicalState(state         , size        )          {
  const canonical = (part         )          => canonicalState(part, size);
  if (typeof state !== 'object' || state === null || ArrayBuffer.isView(state)) return encodeState(state)
  if (Array.isArray(state)) return state.map(canonical)
  if (state instanceof Map) return ['map', ...sorted([...state].map(each => each.map(canonical)))]
  if (state instanceof Set) return ['set', ...sorted([...state].map(canonical))]
  if (isSum(state)) return ['sum', integerOf({ digits: state.digits.slice(), added: state.added }).toString(16)]
  if (isDistinct$1(state)) return ['distinct', state.n, distinctIn(state)]
  if (isNumbers(state)) return ['numbers', encodeState(drawnNumbers(state, size))]
  const entries = Object.entries(state);
  if (!isRows(state)) return Object.fromEntries(entries.map(([key, value]) => [key, canonical(value)]))
  const last = state.lots.toSorted((a, b) => a - b)[size - 1] ?? Number.POSITIVE_INFINITY;
  const lists = entries.flatMap(([key, value]) => (Array.isArray(value) ? [{ key, value }] : []));
  const rows = state.lots.flatMap((lot, i) => (lot <= last ? [lists.map(({ value }) => canonical(value[i]))] : []));
  return ['rows', lists.map(({ key }) => key), sorted(rows)]
}

function sorted(all                    )            {
  return all
    .map(each => [JSON.stringify(each), each]         )
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, each]) => each)
}

const isSum = (state        )                                                   =>
  'digits' in state && state.digits instanceof Float64Array && 'added' in state;

const isDistinct$1 = (state        )                         => 'registers' in state && 'exact' in state;

const isNumbers = (state        )                        =>
  'lots' in state && state.lots instanceof Uint32Array && 'values' in state;

const isRows = (state        )                              => 'lots' in state && Array.isArray(state.lots);

/**
 * The digest of what was measured of a table on an engine, and its length as text: the bytes of the table are not to be had. The same rows
 * give the same digest, in whatever order an engine answers, measured at once or by partitions.
 */
function digestOf(
  { table, columns }            ,
  measures                             ,
  { rows, states, untaken }            ,
) {
  const text = JSON.stringify([
    table.table,
    columns.map(({ name, type }) => [name, type]),
    rows,
    measures
      .map(measure => [measure.key, canonicalState(states.get(measure.key), sizeOf(measure.asks))]         )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    [...untaken.keys()].sort(),
  ]);
  return { sha256: createHash('sha256').update(text).digest('hex'), bytes: Buffer.byteLength(text) }
}

/** Rows of the sample that is asked for. */
function sizeOf(asks                   )         {
  if (asks?.is === 'filtered') return sizeOf(asks.measure.asks)
  return asks?.is === 'sample' || asks?.is === 'joint' || asks?.is === 'drift' ? asks.size : Number.POSITIVE_INFINITY
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

/** Which version of the document below it is. */
const STATES_SCHEMA = `${NAMESPACE}partition-states/v1`;

/** What was measured of each partition of a table, as it is kept from run to run. */
const StatesFile = strictObject({
  schema: literal(STATES_SCHEMA),
  of: strictObject({
    tool: string(),
    engine: string(),
    table: string(),
    partition: string(),
    key: string(),
    schema: string(),
    columns: array(tuple([string(), string()])),
    limits: record(string(), number$1()),
    /** Digest of all that is asked: the keys of measures name rules by their place in a contract. */
    job: string(),
  }),
  partitions: array(
    strictObject({
      value: string().nullable(),
      rows: int().nonnegative(),
      print: string(),
      /** States by the keys of their measures, see `encodeState`. */
      states: record(string(), unknown$1()),
      untaken: record(string(), string()),
    }),
  ),
});
                                          

/** What states are of: those of anything else are of no use. */
const statesOf = ({ table, columns, limits, schema = '' }            , engine        , job        )     => ({
  tool: VERSION,
  engine,
  table: table.table,
  partition: table.partition ?? '',
  key: table.key ?? '',
  schema,
  columns: columns.map(({ name, type }) => [name, type]),
  limits: { ...limits },
  job,
});

/** The text of a file of states. */
function writeStates(of    , partitions                              )         {
  const content                             = {
    schema: STATES_SCHEMA,
    of,
    partitions: partitions.map(({ value, rows, print, states, untaken }) => ({
      value,
      rows,
      print,
      states: Object.fromEntries([...states].map(([key, state]) => [key, encodeState(state)])),
      untaken: Object.fromEntries(untaken),
    })),
  };
  return `${JSON.stringify(content)}\n`
}

/** What a file of states says, or why that is of no use. */
function readStates(
  text        ,
  of    ,
)                                                                                      {
  const read = StatesFile.safeParse(parsed(text));
  if (!read.success) return { unused: 'it is no file of states' }
  const { of: found, partitions } = read.data;
  const other = Object.entries(DIFFERENCES).find(
    ([name]) =>
      JSON.stringify(Object.entries(found).find(([key]) => key === name)) !==
      JSON.stringify(Object.entries(of).find(([key]) => key === name)),
  );
  if (other) return { unused: other[1](found) }
  if (new Set(partitions.map(({ value }) => value)).size < partitions.length)
    return { unused: 'it has a partition twice' }
  try {
    return {
      partitions: partitions.map(({ states, untaken, ...partition }) => ({
        ...partition,
        states: new Map(Object.entries(states).map(([key, state]) => [key, decodeState(state)])),
        untaken: new Map(Object.entries(untaken)),
      })),
    }
  } catch {
    return { unused: 'what it has measured cannot be read' }
  }
}

/** What may differ, the most telling first. */
const DIFFERENCES                                                    = {
  tool: ({ tool }) => `it is of Proofmark ${tool}, and this is ${VERSION}`,
  engine: ({ engine }) => `it was measured by ${engine}`,
  table: ({ table }) => `it is of the table ${table}`,
  partition: ({ partition }) => `its partitions are by ${partition}`,
  key: ({ key }) => `its key is ${key === '' ? 'none' : key}`,
  schema: () => 'the table had another schema',
  columns: () => 'the table had other columns, or of other types',
  limits: () => 'it was measured within other limits',
  job: () => 'it was measured for another contract, or other settings',
};

function parsed(text        )          {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The table is not what it was. */
const changed = ({ table }                           , before        , after        )            =>
  new UserError(
    'engine.changed',
    `Expected ${table.table} to stay as it is while it is measured but found ${before} rows first and ${after} later`,
    { kind: 'environment', hint: 'Measure a snapshot of it, or when nobody writes' },
  );

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
  const fenced = fences(dialect, layers, [...items, also]);
  const select = (columns                   , source        , i        ) =>
    `SELECT ${[...columns, ...(fenced[i] ? [`${dialect.fence?.column} AS fence`] : [])].join(', ')} FROM ${source}`;
  let query = select(first.length > 0 ? named(first) : ['1 AS one'], from, 0);
  let known = first.map(({ name }) => name);
  const words = others.map(layer => wordsIn(layer.map(({ expression }) => expression)));
  const last = wordsIn([...items, also]);
  for (const [i, layer] of others.entries()) {
    const kept = known.filter(name => last.has(name) || words.slice(i + 1).some(later => later.has(name)));
    query = select([...kept, ...named(layer)], `(${query}) t${i}`, i + 1);
    known = [...kept, ...layer.map(({ name }) => name)];
  }
  if (items.length === 0) return query
  return `SELECT ${items.map(item => fill(dialect.text, item)).join(', ')} FROM (${query}) t`
}

/** Steps that are rather taken again than kept from taking again. */
const CHEAP = 8;

/**
 * Of each layer, whether it has a fence, for an engine that would make its columns anew wherever they are named: where that costs more than
 * a few steps besides. What has none is made of what it is made of in turn.
 */
function fences({ fence }            , layers                               , last                   )            {
  if (!fence || fence.holds !== undefined) return layers.map(() => false)
  /** Steps that a column costs wherever it is named. */
  const costs = new Map                ();
  return layers.map((layer, i) => {
    for (const { name, expression } of layer)
      costs.set(
        name,
        stepsIn(expression) +
          namesIn$1(expression.replaceAll(QUOTED, '')).reduce(
            (sum, each) => sum + (each === name ? 0 : (costs.get(each) ?? 0)),
            0,
          ),
      );
    const later = [...layers.slice(i + 1).flatMap(each => each.map(({ expression }) => expression)), ...last];
    const uses = new Map                ();
    for (const name of later.flatMap(namesIn$1)) uses.set(name, (uses.get(name) ?? 0) + 1);
    const isKept = [...costs].some(([name, cost]) => cost * ((uses.get(name) ?? 0) - 1) > CHEAP);
    if (isKept) costs.clear();
    return isKept
  })
}

/** Names of the table's own columns, which may be like ours. */
const QUOTED = /"(?:[^"]|"")*"/g;

const namesIn$1 = (expression        )           => expression.match(/\w+/g) ?? [];

/** Operators, functions and cases, but for constants. */
const stepsIn = (expression        )         =>
  expression.replaceAll(/CAST\('[^']*' AS [\w ]+\)/g, '').match(/[-+*/&#|<>=]+|\w+\(|\bCASE\b/g)?.length ?? 0;

const wordsIn = (expressions                   )              => new Set(expressions.flatMap(namesIn$1));

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

/** The layers that cut the column `from`, and the columns to sum. Names begin with `from_`. */
function cutLayers(
  dialect            ,
  { constants }      ,
  from        ,
)                                                                                       {
  const layers            = [];
  const sums           = [];
  let rest = from;
  for (const [i, constant] of constants.entries()) {
    const c = numberLiteral(dialect, constant);
    const piece = `${from}_p${i}`;
    const next = `${from}_r${i}`;
    layers.push([{ name: piece, expression: `(${rest} + ${c}) - ${c}` }]);
    layers.push([{ name: next, expression: `${rest} - ${piece}` }]);
    sums.push(piece);
    rest = next;
  }
  return { layers, sums: [...sums, rest] }
}

/** Doubles to be summed without rounding: none is 2^top or larger, or has a bit below 2^lowest. */
                       
                       
                      
                         
 

/** What is asked of an engine for a sum without rounding: layers of a query, its items, and how their cells are added up. */
                           
                                                
                                   
                                                               
 

/** Bits of a whole number of 64 bits that are filled, one of them for what rounding adds. */
const WHOLE_BITS = 61;
/** Powers of two that a double is multiplied by at most, so that nothing leaves its range. */
const MAX_SCALE = 900;

/**
 * The sum of a part. Where the engine sums whole numbers of 64 bits without overflow, the upper 61 bits are such a number, and what is left
 * is summed as doubles; else all is cut into doubles. Undefined where that takes too many pieces.
 */
function partSum(dialect            , part      , rows        )                       {
  const { name, top, lowest } = part;
  const cuts = cutsFor(2 ** (top - 1), lowest, rows);
  if (dialect.wholeSum && (cuts?.constants.length ?? 2) > 1) return wholeAndRest(dialect, part, rows)
  if (!cuts) return undefined
  const { layers, sums } = cutLayers(dialect, cuts, name);
  return { layers, items: sums.map(sum => `sum(${sum})`), addTo: (sum, cells) => addDoubles(sum, cells, 0) }
}

function wholeAndRest(dialect            , { name, top, lowest }      , rows        )                       {
  const scale = WHOLE_BITS - top;
  const cuts = cutsFor(1, Math.min(0, lowest + scale), rows);
  if (!cuts || Math.abs(scale) > MAX_SCALE) return undefined
  const [scaled, whole, rest] = [`${name}_y`, `${name}_w`, `${name}_z`];
  const { layers, sums } = cutLayers(dialect, cuts, rest);
  const hasRest = lowest + scale < 0;
  return {
    layers: [
      [{ name: scaled, expression: `${name} * ${numberLiteral(dialect, 2 ** scale)}` }],
      [{ name: whole, expression: fill(dialect.rounded ?? dialect.bigint, scaled) }],
      ...(hasRest ? [[{ name: rest, expression: `${scaled} - ${fill(dialect.double, whole)}` }], ...layers] : []),
    ],
    items: [fill(dialect.wholeSum ?? '', whole), ...(hasRest ? sums.map(sum => `sum(${sum})`) : [])],
    addTo(sum, [first = null, ...others]) {
      addWhole(sum, first, -scale);
      addDoubles(sum, others, -scale);
    },
  }
}

/** The sum of whole numbers that a column `name` of 64 bits holds, of which none is larger than `most`; undefined where it may overflow. */
function wholeSum(dialect            , name        , most        , rows        )                       {
  if (most >= 2 ** 62 || (!dialect.wholeSum && most * rows >= 2 ** 62)) return undefined
  return {
    layers: [],
    items: [fill(dialect.wholeSum ?? 'sum($)', name)],
    addTo: (sum, [cell = null]) => addWhole(sum, cell, 0),
  }
}

function addDoubles(sum          , cells                            , exponent        )       {
  for (const cell of cells) if (cell !== null) addTo(sum, numberOf(cell) * 2 ** exponent);
}

const WORD$1 = 52n;

/** Adds a whole number of any size, times 2^exponent. */
function addWhole(sum          , cell               , exponent        )       {
  if (cell === null) return
  const whole = BigInt(cell);
  const sign = whole < 0n ? -1 : 1;
  let rest = whole < 0n ? -whole : whole;
  for (let shift = exponent; rest > 0n; shift += Number(WORD$1)) {
    const word = Number(BigInt.asUintN(Number(WORD$1), rest));
    if (word !== 0) addTo(sum, sign * word * 2 ** shift);
    rest >>= WORD$1;
  }
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

/** Sums of the powers of a column, as layers of a query, and how to read what it gives. */
                              
                                                
                                         
                                   
                                                     
 

/** Sizes that squares, cubes … of doubles may have before a part of a product leaves their range. */
const WITHIN = 900;

/**
 * Σx … Σx^highest of the column `name`, without rounding; undefined where their products would leave the range of doubles. `whole` is the
 * same column as whole numbers of 64 bits, where it holds nothing else.
 */
function powersAsked(
  dialect            ,
  name        ,
  highest           ,
  sizes       ,
  whole         ,
)                          {
  const { most, rows } = sizes;
  const all = whole ? wholePowers(dialect, whole, highest, most, rows) : undefined;
  return all ?? ofDoubles(dialect, name, highest, sizes)
}

/** Powers of whole numbers that are whole numbers of 64 bits themselves. */
function wholePowers(
  dialect            ,
  whole        ,
  highest           ,
  most        ,
  rows        ,
)                          {
  const powers = [1, 2, 3, 4].slice(0, highest);
  const sums = powers.map(power =>
    wholeSum(dialect, Array.from({ length: power }, () => whole).join(' * '), most ** power, rows),
  );
  const asked = sums.filter(sum => sum !== undefined);
  return asked.length < highest
    ? undefined
    : asSums(
        [],
        asked.map(sum => [sum]),
      )
}

function ofDoubles(dialect            , name        , highest           , sizes       )                          {
  const { top, lowest, least } = boundsOf(sizes);
  if (highest > 1 && (highest * top > WITHIN || highest * lowest < -WITHIN)) return undefined
  const products            = [];
  /** The parts whose sum is the power. */
  const powers           = [[{ name, top, lowest }]];
  if (highest > 1) {
    products.push(...splitLayers(dialect, name), ...productLayers(name, name, `${name}q`));
    const square                  = [
      { name: `${name}q`, top: 2 * top, lowest: Math.max(2 * lowest, 2 * least - 52) },
      { name: `${name}qe`, top: 2 * top - 52, lowest: 2 * lowest },
    ];
    powers.push(square.filter(isNotZero));
    if (highest === 4) {
      const names = square.map(part => part.name);
      products.push(...sideBySide(names.map(part => splitLayers(dialect, part))));
      const third = names.map((part, i) => ({ layers: productLayers(part, name, `${name}c${i}`), out: `${name}c${i}` }));
      const fourth = names.flatMap((one, i) =>
        names.map((other, j) => ({ layers: productLayers(one, other, `${name}f${i}${j}`), out: `${name}f${i}${j}` })),
      );
      products.push(...sideBySide([...third, ...fourth].map(({ layers }) => layers)));
      powers.push(
        ...[third, fourth].map((made, i) =>
          made
            .flatMap(({ out }) => both(out))
            .map(part => ({ name: part, top: (3 + i) * top, lowest: (3 + i) * lowest })),
        ),
      );
    }
  }
  const sums = powers.map(parts => parts.map(part => partSum(dialect, part, sizes.rows)));
  const known = sums.map(each => each.filter(sum => sum !== undefined));
  return known.every(({ length }, i) => length === sums[i]?.length) ? asSums(products, known) : undefined
}

/** What is left of a product is nothing where the product has few enough bits. */
const isNotZero = ({ top, lowest }      )          => top > lowest;

function asSums(products                               , sums                                  )              {
  return {
    layers: [...products, ...sideBySide(sums.flat().map(({ layers }) => layers))],
    items: sums.flat().flatMap(({ items }) => items),
    read(cells) {
      let at = 0;
      return sums.map(each => {
        const total = noSum();
        for (const { items, addTo } of each) {
          addTo(total, cells.slice(at, at + items.length));
          at += items.length;
        }
        return total
      })
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
  const [a, b] = [boundsOf(one), boundsOf(other)];
  const [top, lowest] = [a.top + b.top, a.lowest + b.lowest];
  if (top > WITHIN || lowest < -WITHIN) return undefined
  const name = `${x}${y}`;
  const parts = [
    { name, top, lowest: Math.max(lowest, a.least + b.least - 52) },
    { name: `${name}e`, top: top - 52, lowest },
  ].filter(isNotZero);
  const sums = parts.map(part => partSum(dialect, part, one.rows)).filter(sum => sum !== undefined);
  if (sums.length < parts.length) return undefined
  const { layers, ...asked } = asSums([], [sums]);
  return { layers: [...productLayers(x, y, name), ...layers], ...asked }
}

function boundsOf({ most, least, isWhole }       ) {
  const lowest = isWhole ? 0 : lastBitOf(least);
  return { top: exponentOf(most) + 1, lowest, least: exponentOf(isWhole ? 1 : least) }
}

const both = (name        )           => [name, `${name}e`];

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
  if (type.id === 'number') return kind === 'integer' ? double : finite(dialect, column, double)
  if (type.id === 'integer') {
    if (kind === 'integer') return double
    const whole = finite(dialect, column, double);
    return (
      whole &&
      `CASE WHEN ${whole} = ${fill(dialect.nearestWhole ?? 'floor($)', whole)} AND abs(${whole}) < ${fill(dialect.literal, WHOLE)} THEN ${double} END`
    )
  }
  if (options.format !== undefined) return undefined
  if (type.id === 'timestamp' && kind === 'timestamp' && options.timezone !== false)
    return fill(dialect.double, fill(dialect.millis, finiteTime(dialect, column, name)))
  if (type.id === 'date' && kind === 'date')
    return fill(dialect.double, fill(dialect.dayMillis, finiteTime(dialect, column, name)))
  return undefined
}

/** A time or a day that is one, or null. */
const finiteTime = (
  { isFiniteTime }                                  ,
  { allFinite }                                ,
  name        ,
)         => (isFiniteTime && !allFinite ? `CASE WHEN ${fill(isFiniteTime, name)} THEN ${name} END` : name);

/** A finite double, or null. */
function finite(
  dialect            ,
  { kind, allFinite }                                         ,
  double        ,
)                     {
  if (kind === 'integer' || (kind === 'decimal' && !dialect.nonFiniteDecimals)) return double
  if (kind !== 'double' && kind !== 'decimal') return undefined
  return allFinite ? double : `CASE WHEN NOT ${fill(dialect.isNonFinite, double)} THEN ${double} END`
}

/** What counts and extremes tell of a column. */
                           
                                   
                         
     
                                                                                                                                       
                                                                              
     
                    
                      
                       
                                                                   
                             
 

                                       

/** What is asked for the extremes of a column, and how to read it. */
function extremesOf(
  there            ,
  index        ,
)                                                                      {
  const { dialect } = there;
  const { column, name } = columnAt(there, index);
  const { kind } = column;
  if (kind === 'text') {
    return { items: [`count(nullif(${name}, ''))`], read: ([n]) => unknown(Number(n)) }
  }
  if (kind === 'other' || kind === 'boolean') {
    return { items: [`count(${name})`], read: ([n]) => unknown(Number(n)) }
  }
  const items = [`count(${name})`, ...ends(there, index, name)];
  if (kind === 'double' && !dialect.nanIsGreatest) {
    // A sum is not finite where one of the numbers is not, whatever the engine takes for the greatest.
    return {
      items: [...items, `sum(${fill(dialect.double, name)})`],
      read: ([filled, low, high, sum]) =>
        ofAll(Number(filled), low, high, sum == null || Number.isFinite(numberOf(sum))),
    }
  }
  return { items, read: ([filled, low, high]) => ofAll(Number(filled), low, high) }
}

/** The same of a column that has been found to hold numbers or times that are not finite: of the others alone. Two or three times as much work. */
function finiteExtremesOf(
  there            ,
  index        ,
)                                                                                      {
  const { column, name } = columnAt(there, index);
  const value = isTime(column)
    ? finiteTime(there.dialect, column, name)
    : (finite(there.dialect, column, fill(there.dialect.double, name)) ?? name);
  return {
    items: [`count(${value})`, ...ends(there, index, value)],
    read: ([n, low, high], filled) => ({ filled, n: Number(n), ...sides(low, high), allFinite: Number(n) === filled }),
  }
}

/** The least and the greatest, as doubles. */
function ends(there            , index        , value        )           {
  const { double, dayMillis, millis } = there.dialect;
  const { column } = columnAt(there, index);
  const outside = isTime(column) ? (column.kind === 'date' ? dayMillis : millis) : double;
  return ['min', 'max'].map(end => fill(outside, `${end}(${value})`))
}

const isTime = ({ kind }             )          => kind === 'date' || kind === 'timestamp';

const unknown = (filled        )           => ({
  filled,
  n: Number.NaN,
  low: Number.NaN,
  high: Number.NaN,
  allFinite: false,
});

                                     

/** -0 is the same as 0. */
const sides = (low      , high      ) => ({ low: numberOf(low ?? null) + 0, high: numberOf(high ?? null) + 0 });

function ofAll(filled        , least      , most      , areFinite = true)           {
  const { low, high } = sides(least, most);
  const allFinite = filled === 0 || (areFinite && Number.isFinite(low) && Number.isFinite(high));
  return { filled, n: allFinite ? filled : Number.NaN, low, high, allFinite }
}

/** Numbers up to here are only ever made larger as they are summed: some engines fail where a product leaves the range of doubles at its lower end. */
const LARGEST = 2 ** 60;

/**
 * How large the numbers of columns are. The first pass tells it of whole numbers, decimals, and numbers that are all of one sign. Of others the
 * smallest is looked up; or presumed, where whole rows would be read for that, to be looked at with whatever else is asked of them, unless it
 * has to be known at once. Looked up with it: which numbers and times are finite, and how many texts are filled, where the first pass has left
 * that open. The survey with what was found, and the sizes by column.
 */
function* sizesOf(
  there            ,
  survey        ,
  { indices, atOnce }             ,
)                                                                                  {
  const columns = new Map(survey.columns);
  const least = new Map                ();
  const canWait = (index        ) => there.dialect.storesRows === true && !atOnce.includes(index);
  const unfilled = [...columns].flatMap(([index, { filled }]) =>
    Number.isNaN(filled) && !canWait(index) ? [{ index, look: filledOnly(there, index) }] : [],
  );
  const unknown = indices.flatMap(index => {
    const [{ column }, found] = [columnAt(there, index), columns.get(index)];
    if (!found || !(isNumeric(column) || isTime(column))) return []
    const known = isNumeric(column) ? leastOf(there, index, found) : undefined;
    if (known !== undefined) least.set(index, known);
    const isLarge = Math.max(Math.abs(found.low), Math.abs(found.high)) > LARGEST;
    const isOpen = Number.isNaN(found.n) || (isNumeric(column) && known === undefined && (isLarge || !canWait(index)));
    return isOpen ? [{ index, look: closerLook(there, index, found) }] : []
  });
  const open = [...unfilled, ...unknown];
  for (let at = 0; at < open.length; at += there.limits.columns) {
    const part = open.slice(at, at + there.limits.columns);
    const items = part.flatMap(({ look }) => look.items);
    const [answer = []] = yield {
      sql: `SELECT ${items.map(item => fill(there.dialect.text, item)).join(', ')} FROM ${there.from}`,
      purpose: 'sizes',
      rows: 1,
    };
    let next = 0;
    for (const { index, look } of part) {
      const { smallest, ...told } = look.read(answer.slice(next, next + look.items.length));
      next += look.items.length;
      const found = columns.get(index);
      if (found) columns.set(index, { ...found, ...told });
      if (smallest !== undefined) least.set(index, smallest === null ? 0 : numberOf(smallest));
    }
  }
  const sizes = new Map               ();
  for (const index of indices) {
    const { column } = columnAt(there, index);
    if (!isNumeric(column)) continue
    const { n, low, high } = columns.get(index) ?? NOTHING$1;
    const most = n === 0 ? 0 : Math.max(Math.abs(low), Math.abs(high));
    const smallest = least.get(index);
    const size = { most, isWhole: column.kind === 'integer', rows: survey.rows };
    sizes.set(
      index,
      smallest === undefined
        ? { ...size, least: most * 2 ** -32, isGuess: true }
        : { ...size, least: Math.min(smallest, most) },
    );
  }
  return { survey: { ...survey, columns }, sizes }
}

const NOTHING$1                                       = { n: 0, low: 0, high: 0 };

/** What is asked of a column for what is not known of it yet, and how to read that; `smallest` is null where all numbers are 0. */
                
                                   
                                                                                                    
 

const filledOnly = (there            , index        )       => extremesOf(there, index);

function closerLook(there            , index        , found          )       {
  const { column } = columnAt(there, index);
  const extremes = Number.isNaN(found.n) ? finiteExtremesOf(there, index) : undefined;
  const smallest = isNumeric(column) ? [smallestOf(doubleOf(there, index))] : [];
  return {
    items: [...(extremes?.items ?? []), ...smallest],
    read: cells => ({
      ...extremes?.read(cells, found.filled),
      ...(smallest.length > 0 ? { smallest: cells.at(-1) ?? null } : {}),
    }),
  }
}

/** The smallest of some numbers but 0. */
const smallestOf = (value        )         => `min(nullif(abs(${value}), 0))`;

const isNumeric = ({ kind }             )          => kind === 'integer' || kind === 'double' || kind === 'decimal';

function doubleOf(there            , index        )         {
  const { column, name } = columnAt(there, index);
  return finite(there.dialect, column, fill(there.dialect.double, name)) ?? name
}

/** What no number but 0 is smaller than; undefined where that has to be looked up. */
function leastOf(there            , index        , { n, low, high }          )                     {
  const { kind, type } = columnAt(there, index).column;
  if (Number.isNaN(n)) return undefined
  if (n === 0 || (low === 0 && high === 0)) return 0
  if (kind === 'integer') return 1
  if (low > 0) return low
  if (high < 0) return -high
  const scale = kind === 'decimal' ? /,\s*(\d+)/.exec(type)?.[1] : undefined;
  // Half of the last place: a decimal is read as the nearest double.
  return scale === undefined ? undefined : 2 ** exponentOf(10 ** -Number(scale))
}

/** What is asked of a column of numbers. */
                               
                        
                                           
                        
                                                                                                  
                              
                                              
                                 
                                                                  
                                     
 

/** What is known of a column of numbers. */
                               
                    
                      
                       
                                                                           
                                                
                                              
                                     
 

/** What one statement asks for at most: several layers of each are made for it. */
const MOST_ITEMS = 60;

/** What the second pass has found. */
                                 
                   
                                                     
                                                                         
                         
 

/**
 * The second pass: of columns of numbers extents, sums without rounding, and how many rows want a closer look; of texts that are too many to
 * be counted one by one, how many are filled. Numbers that turn out to be smaller than was presumed are counted once more.
 */
function* countNumbers(
  there            ,
  survey        ,
  sizes                            ,
  all                         ,
)                         {
  const numbers = new Map                      ();
  const columns = new Map(survey.columns);
  const smaller = new Map               ();
  const plans = [
    ...all.map((asked, i) =>
      columnPlan(there, survey, sizes, asked, `x${i}`, (found, size) => {
        numbers.set(asked.index, found);
        if (size) smaller.set(asked.index, size);
      }),
    ),
    ...[...columns].flatMap(([index, found]) =>
      Number.isNaN(found.filled) ? [filledPlan(there, index, filled => columns.set(index, { ...found, filled }))] : [],
    ),
  ];
  for (const part of inLots(plans)) {
    const items = part.flatMap(({ items }) => items);
    const [answer = []] =
      items.length === 0
        ? []
        : yield {
            sql: layered(
              there,
              [part.flatMap(({ first }) => first), ...sideBySide(part.map(({ layers }) => layers))],
              items,
            ),
            purpose: `numbers of ${part.map(({ index }) => columnAt(there, index).column.name).join(', ')}`,
            rows: 1,
          };
    let next = 0;
    for (const { items, read } of part) {
      read(answer.slice(next, next + items.length));
      next += items.length;
    }
  }
  const told = { ...survey, columns };
  if (smaller.size === 0) return { numbers, survey: told }
  const again = yield* countNumbers(
    there,
    told,
    smaller,
    all.filter(({ index }) => smaller.has(index)),
  );
  return { numbers: new Map([...numbers, ...again.numbers]), survey: told }
}

/** What is asked of one column, and who hears the answer. */
                      
                        
                                  
                                                
                                   
                                               
 

function inLots(plans                       )                 {
  const lots                 = [];
  let items = Number.POSITIVE_INFINITY;
  for (const plan of plans) {
    if (items + plan.items.length > MOST_ITEMS) {
      lots.push([]);
      items = 0;
    }
    lots.at(-1)?.push(plan);
    items += plan.items.length;
  }
  return lots
}

function filledPlan(there            , index        , hear                          )             {
  const { column, name: quoted } = columnAt(there, index);
  const name = `f${index}`;
  return {
    index,
    // Rather a number than a text is handed from layer to layer.
    first: [
      {
        name,
        expression: `CASE WHEN ${column.kind === 'text' ? `${quoted} <> ''` : `${quoted} IS NOT NULL`} THEN 1 END`,
      },
    ],
    layers: [],
    items: [`count(${name})`],
    read: ([filled]) => hear(Number(filled)),
  }
}

/** `hear` is told what was found; and, where the smallest number was presumed and is smaller, how large the numbers are. */
function columnPlan(
  there            ,
  survey        ,
  sizes                            ,
  { index, value, isSurveyed, highest, counted }              ,
  name        ,
  hear                                                           ,
)             {
  const { column, name: quoted } = columnAt(there, index);
  const size = highest === 0 ? undefined : sizes.get(index);
  // As doubles larger whole numbers are rounded.
  const whole = column.kind === 'integer' && size && size.most <= Number.MAX_SAFE_INTEGER ? `${name}i` : undefined;
  const powers = size && highest !== 0 ? powersAsked(there.dialect, name, highest, size, whole) : undefined;
  const known = isSurveyed ? survey.columns.get(index) : undefined;
  const extent = known ? [] : [`count(${name})`, `min(${name})`, `max(${name})`];
  const smallest = size?.isGuess ? [smallestOf(name)] : [];
  const items = [...extent, ...counted.map((_, i) => `sum(${name}w${i})`), ...smallest, ...(powers?.items ?? [])];
  const used = items.join(' ');
  return {
    index,
    first: [
      { name, expression: value },
      ...(whole ? [{ name: whole, expression: fill(there.dialect.bigint, quoted) }] : []),
      ...counted.map((condition, i) => ({
        name: `${name}w${i}`,
        expression: `CASE WHEN ${condition} THEN 1 ELSE 0 END`,
      })),
    ].filter(layer => (powers?.layers.length ?? 0) > 0 || new RegExp(`\\b${layer.name}\\b`).test(used)),
    layers: powers?.layers ?? [],
    items,
    read(cells) {
      const [n, low = null, high = null] = cells;
      const found = known ?? extentOf(Number(n), numberOf(low), numberOf(high));
      const rest = cells.slice(extent.length);
      const [least = null, ...sums] = [...(smallest.length > 0 ? [] : [null]), ...rest.slice(counted.length)];
      // Where all are 0 there is none.
      const seen = least === null ? (size?.least ?? 0) : numberOf(least);
      hear(
        {
          n: found.n,
          ...(found.n === 0 ? NOTHING : { low: found.low, high: found.high }),
          sums: powers?.read(sums),
          counted: rest.slice(0, counted.length).map(cell => Number(cell ?? 0)),
        },
        // Of what was presumed and cannot be asked for, it is not known yet whether what is there could be.
        size?.isGuess && (seen < size.least || !powers) ? { ...size, least: seen, isGuess: false } : undefined,
      );
    },
  }
}

const extentOf = (n        , low        , high        ) => ({ n, low: low + 0, high: high + 0 });
const NOTHING = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };

/** How a row's lot comes of its place: as samples of rows have it, of 53 bits; as those of drift have it, of 32. */
                                     

/** Bits of a lot. */
const LOT_BITS                                    = { row: 53, drift: 32 };

const WORD = '4294967295';

/** A stage of a query: its columns, what is true of the rows that are kept of it, and what it hands on to the next besides `k`. */
                           
                                                
                        
                                   
 

/** Bits that do not change as a word is mixed with its upper half. */
const UPPER = 2 ** 16;
/** The greatest word with the same upper bits. */
const sameUpperBits = (most        )         => Math.floor(most / UPPER) * UPPER + UPPER - 1;

/**
 * Stages that make of the column `k` the lot `lot`, and keep the rows whose lot is at most `most`: the very hash of `row-sample.ts` and of
 * `drift/measures/lots.ts`, on words of 32 bits. The upper bits of its upper word leave few rows to be hashed to the end.
 */
function lotStages(dialect            , kind         , most        )                                     {
  const xor = (a        , b        ) => fill(dialect.xor, a, b);
  const and = (a        , b        ) => fill(dialect.and, a, b);
  const shift = (a        , bits        ) => fill(dialect.shift, a, String(bits));
  const word = (value                 ) => (dialect.word ? fill(dialect.word, String(value)) : String(value));
  /** The low 32 bits of a product: by a constant of at most 31 bits and a sign, which has the same, 63 bits hold it whole. */
  const times = (a        , by        ) =>
    dialect.timesWord ? fill(dialect.timesWord, a, String(by)) : and(`(${a} * ${by | 0})`, WORD);
  const mixed = (from        , bits        , to        )          => [
    { name: to, expression: xor(from, shift(from, bits)) },
  ];
  const words            = [
    [{ name: 'u', expression: word('k') }],
    [
      { name: 'lo', expression: and('u', word(WORD)) },
      { name: 'hi', expression: shift('u', 32) },
    ],
  ];
  if (kind === 'drift') {
    const layers = [
      ...words,
      [{ name: 'h0', expression: xor(xor('lo', times('hi', 0x9e3779b1)), word(0x9e3779b9)) }],
      mixed('h0', 16, 'h1'),
      [{ name: 'h2', expression: times('h1', 0x85ebca6b) }],
      mixed('h2', 13, 'h3'),
      [{ name: 'h4', expression: times('h3', 0xc2b2ae35) }],
    ];
    return [
      { layers, where: `h4 <= ${sameUpperBits(most)}`, hands: ['h4'] },
      { layers: [mixed('h4', 16, 'lot')], where: `lot <= ${most}`, hands: ['lot'] },
    ]
  }
  const upper = [
    ...words,
    [{ name: 'a0', expression: xor('lo', word(0x9e3779b9)) }],
    [{ name: 'a1', expression: xor(times('a0', 0x85ebca6b), 'hi') }],
    mixed('a1', 15, 'a2'),
    [{ name: 'a3', expression: times('a2', 0xc2b2ae35) }],
    mixed('a3', 13, 'a4'),
    [{ name: 'a5', expression: times('a4', 0x27d4eb2f) }],
  ];
  const lower = [
    [...mixed('a5', 16, 'top'), { name: 'b0', expression: xor('a5', 'lo') }],
    [{ name: 'b1', expression: times('b0', 0x165667b1) }],
    mixed('b1', 15, 'b2'),
    [{ name: 'b3', expression: times('b2', 0x85ebca77) }],
    [{ name: 'lot', expression: `top * ${word(2 ** 21)} + ${shift(xor('b3', shift('b3', 16)), 11)}` }],
  ];
  return [
    { layers: upper, where: `a5 <= ${sameUpperBits(Math.floor(most / 2 ** 21))}`, hands: ['lo', 'a5'] },
    { layers: lower, where: `lot <= ${most}`, hands: ['lot'] },
  ]
}

/** Numbers that are looked at, at some nanoseconds each. */
const MOST_LOOKED_AT = 2 ** 26;
/** Numbers that a statement lists. */
const MOST_LISTED = 5000;

/** Lots as whole numbers, and what tells at half the work that one is too large. */
const LOTS = {
  row: { of: (key        ) => lotOf$1(key) * 2 ** LOT_BITS.row, half: halfLotOf$1, lower: 2 ** 21 },
  drift: { of: lotOf, half: halfLotOf, lower: 1 },
};

/**
 * All whole numbers between the least and the greatest key whose lots are at most so great: an engine finds these rows by name, where it
 * would else make the lot of every row. Undefined where the keys are not known to lie close together, or are too many to be listed.
 */
function drawnKeys({ keys }                          , kind         , most        )                       {
  if (!keys || keys[1] - keys[0] > MOST_LOOKED_AT) return undefined
  const { of, half, lower } = LOTS[kind];
  const upper = sameUpperBits(Math.floor(most / lower));
  const drawn           = [];
  for (let from = keys[0]; from <= keys[1]; ) {
    // Of numbers whose upper 32 bits are the same.
    const high = Math.floor(from / 2 ** 32);
    const count = Math.min(keys[1], (high + 1) * 2 ** 32 - 1) - from + 1;
    for (let i = 0; i < count; i++) {
      if (half((from + i) | 0, high) >>> 0 > upper || of(from + i) > most) continue
      if (drawn.length === MOST_LISTED) return undefined
      drawn.push(from + i);
    }
    from += count;
  }
  return drawn
}

/** Which rows are drawn, and what is kept of them. */
                        
                        
                          
                       
                                     
                                 
 

/** What stands after FROM for the rows whose lots are at most so great: the columns that are kept, `lot`, and `k`, where a row stands. */
function lotQuery(there            , key        , { kind, most, where, kept }       )         {
  const { dialect } = there;
  const names = kept.map(({ name }) => name);
  const listed = drawnKeys(there, kind, most);
  const conditions = [...(listed ? [`${key} IN (${listed.join(', ') || 'NULL'})`] : []), ...(where ? [where] : [])];
  let from = [there.from, conditions.join(' AND ')].filter(text => text !== '').join(' WHERE ');
  let first                   = [{ name: 'k', expression: fill(dialect.bigint, key) }, ...kept];
  for (const [i, stage] of lotStages(dialect, kind, most).entries()) {
    const handed = ['k', ...stage.hands, ...names];
    const { column = '', holds } = dialect.fence ?? {};
    const last = holds === undefined ? [] : [[{ name: 'fence', expression: column }]];
    const query = layered({ from, dialect }, [first, ...stage.layers, ...last], [], [...handed, 'fence'].join(' '));
    // Of rows that are listed the lots are known to be small enough: to have them made again for all rows would cost more than the list saves.
    const said = listed ? [] : [stage.where, ...(holds === undefined ? [] : [holds])];
    from = [`(${query}) s${i}`, said.join(' AND ')].filter(text => text !== '').join(' WHERE ');
    first = handed.map(name => ({ name, expression: name }));
  }
  return from
}

/** Cells of a column, as the engine has written them, how often each was drawn, and the row's lot where it is kept; and the greatest lot among them. */
                              
                                                                                                      
                        
 

/** Which cells are drawn of a column: of `among` for which a condition holds those of the `size` rows with the smallest lots. */
                              
                       
                        
                        
                                                                     
                          
                                                                    
                                                   
 

/** Standard deviations of the number of rows below a lot that are looked at besides. */
const SPARE$2 = 8;

/** The cells of the `size` rows with the smallest lots, of `among` for which a condition holds; undefined where rows have no place. */
function* drawValues(
  there            ,
  index        ,
  { size, among, where, isMany }             ,
)                                  {
  const { dialect } = there;
  const key = keyOf(there);
  if (!key) return undefined
  const { column, name } = columnAt(there, index);
  const text = written(dialect, column, 'g');
  const all = 2 ** LOT_BITS.drift;
  const drawn = (most        ) =>
    lotQuery(there, key, { kind: 'drift', most, where, kept: [{ name: 'g', expression: name }] });
  const share = size / among;
  for (let limit = Math.floor(all * Math.min(1, share + SPARE$2 * Math.sqrt(share / among))); ; limit *= 2) {
    const most = Math.min(limit, all - 1);
    const [answer = []] = yield {
      sql: `SELECT ${fill(dialect.text, 'max(lot)')}, ${fill(dialect.text, 'count(*)')} FROM (SELECT lot FROM ${drawn(most)} ORDER BY lot LIMIT ${size}) e`,
      purpose: `lots of ${column.name}`,
      rows: 1,
    };
    if (Number(answer[1]) < size && most < all - 1) continue
    const last = Number(answer[0] ?? 0);
    const below = `FROM ${drawn(last)}`;
    const cells = yield {
      sql: there.keepsLots
        ? `SELECT ${text}, ${fill(dialect.text, 'lot')} ${below}`
        : isMany
          ? `SELECT ${text} ${below}`
          : `SELECT ${text}, ${fill(dialect.text, 'count(*)')} ${below} GROUP BY ${text}`,
      purpose: `${size} values of ${column.name} by lot`,
      rows: size + 1000,
    };
    if (there.keepsLots) return { cells: cells.map(([cell = null, lot]) => [cell, 1, Number(lot)]), limit: last }
    return { cells: cells.map(([cell = null, count]) => [cell, isMany ? 1 : Number(count)]), limit: last }
  }
}

/** Draws cells of a column; undefined where rows have no place. */
                                                                                           

/** Standard deviations of the number of rows below a lot that are fetched besides. */
const SPARE$1 = 8;
/** Rows, of so many that are drawn, that a column may have no value in and still be drawn together with others. */
const SHARED = 0.05;

/**
 * Draws cells of columns, of the same rows for all that hold a value in nearly every row: their lots are hashed once, and one statement
 * fetches them. Any other column is drawn by itself.
 */
function driftDraws(there            , rows        , indices                   )         {
  const { dialect } = there;
  const key = keyOf(there);
  let fetched;                    
  return function* (index, drawn) {
    const { size, among, keeps } = drawn;
    const at = indices.indexOf(index);
    if (!key || at < 0 || !keeps || among < (1 - SHARED) * rows) return yield* drawValues(there, index, drawn)
    fetched ??= yield* fetchAll(key, size);
    const lots = fetched.flatMap(([lot, ...cells]) => {
      const cell = cells[at] ?? null;
      return keeps(cell) ? [{ lot: Number(lot), cell }] : []
    });
    const limit = lots.toSorted((a, b) => a.lot - b.lot)[Math.min(size, among) - 1]?.lot;
    if (limit === undefined) return yield* drawValues(there, index, drawn)
    return { cells: lots.filter(({ lot }) => lot <= limit).map(({ cell, lot }) => [cell, 1, lot]), limit }
  }

  function* fetchAll(key        , size        )                 {
    const all = 2 ** LOT_BITS.drift;
    const share = Math.min(1, size / (rows * (1 - SHARED)));
    const most = Math.min(all - 1, Math.floor(all * Math.min(1, share + SPARE$1 * Math.sqrt(share / rows))));
    const columns = indices.map(index => columnAt(there, index));
    const kept = columns.map(({ column, name }, i) => ({ name: `g${i}`, expression: compared$1(dialect, column, name) }));
    const items = [fill(dialect.text, 'lot'), ...columns.map(({ column }, i) => writtenValue(dialect, column, `g${i}`))];
    return yield {
      sql: `SELECT ${items.join(', ')} FROM ${lotQuery(there, key, { kind: 'drift', most, kept })}`,
      purpose: `${size} rows by lot of ${columns.map(({ column }) => column.name).join(', ')}`,
      rows: Math.ceil(2 * size + 100 * SPARE$1),
    }
  }
}

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

/** The groups of one column, of those of several. */
function groupsAlong(index        , groups                  )          {
  const along = new Map               ();
  for (const { cells, raw, count, place } of groups) {
    const cell = raw.get(index) ?? null;
    const key = cell === null ? '' : `=${cells[index] ?? ''}`;
    const so = along.get(key);
    along.set(key, {
      cells: cells.map((text, i) => (i === index ? text : '')),
      raw: so?.raw ?? new Map([[index, cell]]),
      count: (so?.count ?? 0) + count,
      place: so ? Math.min(so.place, place) : place,
    });
  }
  return inOrder$1([...along.values()])
}

/** By their first rows; by what they hold where rows have no place. */
const inOrder$1 = (groups                  )          =>
  groups.toSorted((a, b) =>
    Number.isNaN(a.place) ? compare(a.cells.join('\0'), b.cells.join('\0')) : a.place - b.place,
  );

/** Engines give groups in any order. */
const compare = (a        , b        )         => (a < b ? -1 : a > b ? 1 : 0);

/** One row of each group. */
const batchOf = (groups                  ) =>
  textBatch(
    groups.map(({ cells }) => ({ line: 1, cells })),
    Float64Array.from(groups, ({ place }) => place),
  );

/** The rows of each combination of cells in some columns; undefined where they are more than are counted. */
function* countGroups(
  there            ,
  indices                   ,
  most        ,
  { where, placed = true }                                                         = {},
)                              {
  if (indices.some(index => columnAt(there, index).column.kind === 'other')) return undefined
  const answer = yield {
    sql: selectGroups(there, indices, most, placed, where),
    purpose: `values of ${indices.map(index => columnAt(there, index).column.name).join(', ') || 'no column'}`,
    rows: most + 1,
  };
  return answer.length > most ? undefined : readGroups(there, indices, answer, placed)
}

/**
 * Counts rows by the cells of some columns, and one group more than are wanted: then they are too many. Where the first row of each stands
 * costs as much again, and is asked for only where it is told.
 */
function selectGroups(
  there            ,
  indices                   ,
  most        ,
  placed         ,
  where         ,
)         {
  const { dialect, from } = there;
  const columns = indices.map(index => columnAt(there, index));
  const values = columns.map(({ column, name }) => compared$1(dialect, column, name));
  const key = placed ? keyOf(there) : undefined;
  const items = [
    ...values.map((value, i) => `${value} AS g${i}`),
    'count(*) AS n',
    ...(key ? [`min(${key}) AS k`] : []),
  ];
  const grouped = values.length > 0 ? ` GROUP BY ${values.join(', ')}` : '';
  const groups = `SELECT ${items.join(', ')} FROM ${from}${where ? ` WHERE ${where}` : ''}${grouped} LIMIT ${most + 1}`;
  // As text only what is left.
  const texts = [
    ...columns.map(({ column }, i) => `${writtenValue(dialect, column, `g${i}`)} AS g${i}`),
    `${fill(dialect.text, 'n')} AS n`,
    `${fill(dialect.text, key ? 'k' : 'NULL')} AS k`,
  ];
  return `SELECT ${texts.join(', ')} FROM (${groups}) c`
}

/** The groups of an answer. */
function readGroups(there            , indices                   , answer        , placed         )          {
  const { columns } = there;
  const hasPlaces = placed && keyOf(there) !== undefined;
  const groups = answer
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
    });
  return inOrder$1(groups)
}

/** The number that a cell's text is; NaN where it is none. */
const numberIn = (text        )         => finiteNumber(text) ?? Number.NaN;

/** A sample of so many of each value, with the lots of their rows where these are kept; NaN is none. Without lots, in order. */
function sampled(
  counted                                                                                ,
  limit        ,
)               {
  const known = counted.filter(([value]) => !Number.isNaN(value));
  const rows = known.flatMap(([value, count, lot = 0]) => new Array                  (count).fill([value, lot]));
  const inOrder = rows.sort(([a, m], [b, n]) => a - b || m - n || sign(a) - sign(b));
  return {
    values: Float64Array.from(inOrder, ([value]) => value),
    lots: Uint32Array.from(inOrder, ([, lot]) => lot),
    n: inOrder.length,
    limit,
  }
}

/** Of the two zeros, which compare alike, one comes first. */
const sign = (value        )         => (Object.is(value, -0) ? -1 : 1);

/** Why nothing could be drawn of a column. */
const noKey = (there            , index        , size        )         =>
  `${there.table.table} has more than ${size} rows of which ${columnAt(there, index).column.name} is drawn by lot, but no key that tells one from another`;

/** Whether a state is that of a column whose drift is measured. */
const isColumnState = (state         )                       =>
  typeof state === 'object' && state !== null && 'moments' in state && 'texts' in state;

/** A column of many different texts or times. Those of the other side are told apart; all others are texts, or times, and no more. */
function* driftOfTexts(
  there            ,
  { rows, columns }        ,
  measure                  ,
  { column: { index }, known, size }         ,
  draw        ,
)                {
  const { dialect, limits } = there;
  const { column, name } = columnAt(there, index);
  const text = written(dialect, column, name);
  const isTime = column.kind === 'date' || column.kind === 'timestamp';
  const told = [
    ...(isTime ? [] : [begins(dialect, name)]),
    ...(known.length > 0 ? [`${text} IN (${known.map(each => textLiteral(dialect, each)).join(', ')})`] : []),
  ];
  const filled = columns.get(index)?.filled ?? 0;
  const isFilled = `NOT ${isEmpty(column, name)}`;
  const groups =
    told.length > 0
      ? yield* countGroups(there, [index], limits.groups, { where: `${isFilled} AND (${told.join(' OR ')})` })
      : [];
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
    ? yield* draw(index, { size, among: filled, where: isFilled, isMany: true, keeps: cell => cell !== null })
    : undefined;
  if (isTime && !drawn) return { untaken: noKey(there, index, size) }
  const instants = drawn
    ? sampled(
        drawn.cells.map(([cell, , lot]) => [instantOf(textOf(column, cell)), 1, lot]),
        filled <= size ? LAST_LOT : drawn.limit,
      )
    : state.instants;
  return { state: { ...state, rows, ...(isTime ? { dates: filled, instants } : {}) } }
}

/** What is true of a text that may be a number, blank, or a time. */
const begins = (dialect            , name        )         =>
  dialect.firstCode
    ? `${fill(dialect.firstCode, name)} NOT IN (${CERTAIN.map(letter => letter.charCodeAt(0)).join(', ')})`
    : `substr(${name}, 1, 1) NOT IN (${CERTAIN.map(letter => textLiteral(dialect, letter)).join(', ')})`;

/** What begins neither a number nor a blank text, nor a date. */
const CERTAIN = [...'ABCDEFGHJKLMOPQRSTUVWXYZabcdefghjklmopqrstuvwxyz!"#$%&\'()*,/:;<=>?@[\\]^_`{|}~'];

function* firstPlace(there            , where        )                 {
  const key = keyOf(there);
  if (!key) return Number.POSITIVE_INFINITY
  const [answer = []] = yield {
    // An engine that knows where keys lie need not read all of them.
    sql: `SELECT ${fill(there.dialect.text, key)} FROM ${there.from} WHERE ${where} ORDER BY ${fill(there.dialect.sorted ?? '$', key)} LIMIT 1`,
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
  const order = key
    ? ` ORDER BY ${fill(dialect.sorted ?? '$', key)}`
    : items.length > 0
      ? ` ORDER BY ${items.map((_, i) => i + 1).join(', ')}`
      : '';
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

/** Says of texts how many are filled, where the first pass has left that to the counts of their values: of those that are few. */
function* fillTexts(survey        , singles                   , groupsOf          )                 {
  const columns = new Map(survey.columns);
  for (const [index, found] of survey.columns) {
    if (!Number.isNaN(found.filled)) continue
    const groups = singles.includes(index) ? yield* groupsOf([index]) : undefined;
    const filled = groups?.reduce((sum, { cells, count }) => sum + (cells[index] === '' ? 0 : count), 0);
    if (filled !== undefined) columns.set(index, { ...found, filled });
  }
  return { ...survey, columns }
}

/** The first rows for which a condition holds: one bounded query. None of a table whose rows have no place. */
function* findPlaces(there            , condition        , purpose        )                   {
  const key = keyOf(there);
  if (!key) return []
  const answer = yield {
    sql: `SELECT ${fill(there.dialect.text, key)} FROM ${there.from} WHERE ${condition} ORDER BY ${fill(there.dialect.sorted ?? '$', key)} LIMIT ${MAX_PLACES}`,
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

/**
 * Which columns of few values are counted together, by their combinations: one scan instead of one each, where rows are read as a whole. A
 * trial of the first rows tells whether all of them have few together; where it does not, those are that can have no more than are counted.
 */
function* packsOf(there            , { columns }        , indices                   )                     {
  const { groups, allGroups } = there.limits;
  // A cell that is null is one more.
  const known = indices.map(index => ({
    index,
    different: (columns.get(index)?.different ?? Number.POSITIVE_INFINITY) + 1,
  }));
  const most = known.reduce((product, { different }) => product * different, 1);
  // Without a trial the rows are few.
  if (!there.dialect.storesRows || !Number.isFinite(most)) return indices.map(index => [index])
  const all = most <= groups ? most : yield* combinationsOf(there, indices);
  // As many again may be in the rows that the trial has not seen.
  if (2 * all <= groups && all * indices.length <= allGroups) return [[...indices]]
  const packs                                               = [];
  for (const { index, different } of known.toSorted((a, b) => b.different - a.different)) {
    const pack = packs.find(({ product }) => 2 * product * different <= groups);
    if (pack) {
      pack.of.push(index);
      pack.product *= different;
    } else packs.push({ product: different, of: [index] });
  }
  return packs.map(({ of }) => of)
}

/** How many combinations of cells some columns have among the first rows. */
function* combinationsOf(there            , indices                   )                 {
  const { dialect, from, limits } = there;
  const all = indices.map(index => columnAt(there, index));
  const first = `SELECT ${all.map(({ column }) => quoted(dialect, column.name)).join(', ')} FROM ${from} LIMIT ${limits.probe}`;
  const values = all.map(({ column, name }) => compared$1(dialect, column, name)).join(', ');
  const [answer = []] = yield {
    sql: `SELECT ${fill(dialect.text, 'count(*)')} FROM (SELECT count(*) AS n FROM (${first}) t GROUP BY ${values}) c`,
    purpose: 'trial of combinations',
    rows: 1,
  };
  return Number(answer[0])
}

/** Counts the groups of columns, each once; undefined where they are too many, alone or with those before. `placed`: with their first rows. */
                                                                                                    

/** Columns whose groups one statement counts. */
const AT_ONCE = 20;

/** Counts the groups of single columns a score at a time, by their combinations where these are few, and those of several when they are asked for. */
function* groupCounts(
  there            ,
  survey        ,
  singles                   ,
  allPlaced         ,
)                   {
  const { columns } = survey;
  const known = new Map                             ();
  const withPlaces = allPlaced ? known : new Map                             ();
  let room = there.limits.allGroups;
  const single = singles.filter(index => there.columns[index]?.kind !== 'other' && !columns.get(index)?.isMany);
  for (let at = 0; at < single.length; at += AT_ONCE) {
    if (room < 1) break
    const packs = yield* packsOf(there, survey, single.slice(at, at + AT_ONCE));
    const counted = yield* countPacks(there, packs, room, allPlaced);
    // Of combinations that were more than the trial has shown, each column by itself.
    const alone = packs.flatMap((pack, i) => (counted[i] === undefined && pack.length > 1 ? pack : []));
    const again =
      alone.length > 0
        ? yield* countPacks(
            there,
            alone.map(index => [index]),
            room,
            allPlaced,
          )
        : [];
    for (const [i, pack] of packs.entries())
      for (const index of pack) {
        const groups = counted[i] ? groupsAlong(index, counted[i]) : again[alone.indexOf(index)];
        const isKept = groups !== undefined && groups.length <= room;
        room -= isKept ? groups.length : 0;
        known.set(String(index), isKept ? groups : undefined);
      }
  }
  return function* (indices, placed = false) {
    const key = indices.join();
    const of = placed ? withPlaces : known;
    if (of.has(key)) return of.get(key)
    const most = Math.min(there.limits.groups, of === known ? room : there.limits.groups);
    const isMany = indices.some(index => columns.get(index)?.isMany);
    const groups =
      isMany || most < 1 ? undefined : yield* countGroups(there, indices, most, { placed: placed || allPlaced });
    if (of === known) room -= groups?.length ?? 0;
    of.set(key, groups);
    return groups
  }
}

/** The groups of several packs of columns, in one statement; of each undefined where they are too many. */
function* countPacks(
  there            ,
  packs                                ,
  room        ,
  placed         ,
)                                  {
  const text = (value        ) => fill(there.dialect.text, value);
  const most = Math.min(there.limits.groups, room);
  const width = Math.max(...packs.map(({ length }) => length));
  const names = Array.from({ length: width }, (_, i) => `g${i}`);
  const selects = packs.map((pack, i) => {
    const cells = names.map((name, j) => (j < pack.length ? name : `${text('NULL')} AS ${name}`));
    return `(SELECT ${[`${text(String(i))} AS c`, 'n', 'k', ...cells].join(', ')} FROM (${selectGroups(there, pack, most, placed)}) g)`
  });
  const answer = yield {
    sql: selects.join(' UNION ALL '),
    purpose: `values of ${packs.map(pack => pack.map(index => there.columns[index]?.name).join(' with ')).join(', ')}`,
    rows: packs.length * (most + 1),
    ofCombinations: width > 1,
  };
  return packs.map((pack, i) => {
    const rows = answer
      .filter(([at]) => at === String(i))
      .map(([, n = null, k = null, ...cells]) => [...cells.slice(0, pack.length), n, k]);
    return rows.length > most ? undefined : readGroups(there, pack, rows, placed)
  })
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

/** What is asked of a key that is a column: in how many rows it is filled, and between which numbers. */
function keyItems(there            )           {
  const key = there.place === undefined && there.table.key !== undefined ? keyOf(there) : undefined;
  return key ? [`count(${key})`, `min(${key})`, `max(${key})`] : []
}

/** A key has to tell rows apart, by numbers that every reader keeps. */
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

/** What the first pass tells of a column. */
                                            
                                                                                                  
                                        
                                                            
                          
 

                         
                       
                                                                                                 
                                                      
                  
                                                 
 

/** The first pass: how many rows, and of every column that is asked for how many cells hold something, and between which values. */
function* survey(there            , indices                   )                 {
  const { limits } = there;
  const found = new Map                  ();
  let rows;                    
  let keys;                
  for (let at = 0; at === 0 || at < indices.length; at += limits.columns) {
    const part = indices.slice(at, at + limits.columns);
    const now = part.filter(index => !isLater(there, index));
    const extremes = new Map                  ();
    const counted = yield* rangesOf(there, now, at === 0, extremes);
    if (rows !== undefined && counted.rows !== rows) throw changed(there, rows, counted.rows)
    rows = counted.rows;
    keys ??= counted.keys;
    const different = rows > limits.groups ? yield* differentIn(there, part) : [];
    for (const [i, index] of part.entries())
      found.set(index, {
        ...(extremes.get(index) ?? NOT_YET),
        different: different[i],
        isMany: (different[i] ?? 0) > limits.groups,
      });
  }
  return { rows: rows ?? 0, keys, columns: found }
}

/**
 * Whether a column is left to what comes after: a text, whose values may be few enough to be counted one by one, but where the first pass is
 * all that tells of a change meanwhile. What an engine has kept of others is not to be had of a statement that asks for more.
 */
function isLater(there            , index        )          {
  const { kind } = columnAt(there, index).column;
  return there.dialect.keepsExtremes ? kind === 'text' || kind === 'other' : kind === 'text' && there.isPinned
}

/** Of a column that is left to what comes after. */
const NOT_YET           = { filled: Number.NaN, n: Number.NaN, low: Number.NaN, high: Number.NaN, allFinite: false };

/** Counts rows, and takes the extremes of some columns; and looks at the key, where it is asked to. */
function* rangesOf(
  there            ,
  indices                   ,
  withKey         ,
  into                       ,
)                                        {
  const asked = indices.map(index => ({ index, ...extremesOf(there, index) }));
  const key = withKey ? keyItems(there) : [];
  const items = ['count(*)', ...asked.flatMap(({ items }) => items), ...key];
  const [answer = []] = yield {
    sql: `SELECT ${items.map(item => fill(there.dialect.text, item)).join(', ')} FROM ${there.from}`,
    purpose: 'ranges',
    rows: 1,
  };
  const rows = Number(answer[0]);
  const told = key.length > 0 ? answer.slice(-key.length).map(Number) : [];
  if (key.length > 0) checkKey(there, rows, told);
  let next = 1;
  for (const { index, items, read } of asked) {
    into.set(index, read(answer.slice(next, next + items.length)));
    next += items.length;
  }
  const [, least, most] = told;
  return { rows, keys: rows > 0 && least !== undefined && most !== undefined ? [least, most] : undefined }
}

/** About how many different cells each column has among the first rows: nothing but how they are asked for depends on it. */
function* differentIn(there            , indices                   )                   {
  const known = indices.filter(index => columnAt(there, index).column.kind !== 'other');
  if (known.length === 0) return []
  const names = known.map(index => columnAt(there, index).name);
  const raw = known.map(index => quoted(there.dialect, columnAt(there, index).column.name));
  const [answer = []] = yield {
    sql: `SELECT ${names.map(name => fill(there.dialect.text, fill(there.dialect.aboutDistinct ?? 'count(DISTINCT $)', name))).join(', ')} FROM (SELECT ${raw.join(', ')} FROM ${there.from} LIMIT ${there.limits.probe}) t`,
    purpose: 'trial',
    rows: 1,
  };
  return indices.map(index => Number(answer[known.indexOf(index)] ?? 0))
}

/** The table, with what the first pass has told of its columns. */
const surveyed = (there            , { columns, keys }        )             => ({
  ...there,
  keys,
  columns: there.columns.map((column, index) => ({ ...column, allFinite: columns.get(index)?.allFinite === true })),
});

/** Takes the first pass again, of a table that others may write to meanwhile: what it says of rows, cells and values must be the same. */
function* checkUnchanged(there            , before        , indices                   )               {
  const after = yield* survey({ ...there, limits: { ...there.limits, groups: Number.POSITIVE_INFINITY } }, indices);
  const same = [...before.columns].every(([index, { filled, n, low, high }]) => {
    const now = after.columns.get(index);
    return (
      Object.is(now?.filled, filled) && Object.is(now?.n, n) && Object.is(now?.low, low) && Object.is(now?.high, high)
    )
  });
  if (after.rows !== before.rows || !same) throw changed(there, before.rows, after.rows)
}

/** Whole numbers that share one group: those of the same upper bits. */
const SHARED_BITS = 6;
/** Places between the least and the greatest whole number, for each that there is, up to which groups are shared. */
const SPARSE = 16;

/**
 * What counts the different values of a column and the cells that hold one, exactly: the estimates of engines err by more than they say. Of
 * whole numbers that lie close together 64 share a group, as bits of one number, so that far fewer groups have to be kept.
 */
function countDifferent(there            , { rows, columns }        , index        )         {
  const { dialect, from } = there;
  const { column, name } = columnAt(there, index);
  const { low = Number.NaN, high = Number.NaN } = columns.get(index) ?? {};
  const isClose =
    Math.abs(low) <= Number.MAX_SAFE_INTEGER && Math.abs(high) <= Number.MAX_SAFE_INTEGER && high - low <= SPARSE * rows;
  const asText = (items                   ) => items.map(item => fill(dialect.text, item)).join(', ');
  if (column.kind === 'integer' && isClose && dialect.bitAt && dialect.allBits && dialect.bitCount) {
    const value = fill(dialect.bigint, name);
    const bit = fill(dialect.bitAt, fill(dialect.and, value, String(2 ** SHARED_BITS - 1)));
    const shared = fill(dialect.shift, value, String(SHARED_BITS));
    // What is within a fence is not taken for as many groups as there are rows, which one process would count.
    const fence = dialect.fence && dialect.fence.holds === undefined ? `, ${dialect.fence.column} AS fence` : '';
    const bits = `SELECT ${shared} AS s, ${bit} AS b${fence} FROM ${from} WHERE ${name} IS NOT NULL`;
    const groups = `SELECT ${fill(dialect.allBits, 'b')} AS b, count(*) AS c FROM (${bits}) v GROUP BY s`;
    return `SELECT ${asText([`sum(${fill(dialect.bitCount, 'b')})`, 'sum(c)'])} FROM (${groups}) t`
  }
  const groups = `SELECT count(*) AS c FROM ${from} WHERE NOT ${isEmpty(column, name)} GROUP BY ${compared$1(dialect, column, name)}`;
  return `SELECT ${asText(['count(*)', 'sum(c)'])} FROM (${groups}) t`
}

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

function* countDistinct(there            , survey        , index        )                {
  const { column } = columnAt(there, index);
  const [answer = []] = yield {
    sql: countDifferent(there, survey, index),
    purpose: `different values of ${column.name}`,
    rows: 1,
  };
  const nothing = distinctCount({ name: column.name, index }).init();
  return { state: { ...nothing, n: survey.columns.get(index)?.filled ?? 0, counted: Number(answer[0]) } }
}

/** The sums that a correlation comes of, over rows in which both columns have a value. */
function* takeCross(
  there            ,
  sizes                            ,
  { columns: [one, other] }                                          ,
)                            {
  const [left, right] = [one, other].map(column => {
    const { column: typed, name } = columnAt(there, column.index);
    const size = sizes.get(column.index);
    const value = valueInSql(there.dialect, typed, name, column);
    return size && value ? { value, sizes: size } : undefined
  });
  if (!left || !right) return undefined
  const both = `${left.value} IS NOT NULL AND ${right.value} IS NOT NULL`;
  const [x, y] = [powersAsked(there.dialect, 'x', 2, left.sizes), powersAsked(there.dialect, 'y', 2, right.sizes)];
  const xy = productAsked(there.dialect, 'x', 'y', left.sizes, right.sizes);
  if (!x || !y || !xy) return undefined
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
      ['count(x)', ...x.items, ...y.items, ...xy.items],
    ),
    purpose: `${one.name} beside ${other.name}`,
    rows: 1,
  };
  const cells = answer.slice(1);
  const [sx, sxx] = x.read(cells.slice(0, x.items.length));
  const [sy, syy] = y.read(cells.slice(x.items.length, x.items.length + y.items.length));
  const [sxy] = xy.read(cells.slice(x.items.length + y.items.length));
  return { state: { n: Number(answer[0]), sums: [sx, sy, sxx, syy, sxy] } }
}

/** A column of few different cells: each is sorted as it would be in a file; the numbers and times are drawn by the same lots. */
function* driftOfFew(
  there            ,
  measure                  ,
  { column: { index }, size }         ,
  groups                  ,
  draw        ,
)                {
  const state = foldGroups(measure, groups);
  if (!isColumnState(state)) throw new Error('A measure of drift has another state')
  const sample = yield* sampleOf(there, index, size, groups, numberIn, draw);
  const instants = yield* sampleOf(there, index, size, groups, instantOf, draw);
  if (!sample || !instants) return { untaken: noKey(there, index, size) }
  return { state: { ...state, sample, instants } }
}

function* sampleOf(
  there            ,
  index        ,
  size        ,
  groups                  ,
  read       ,
  draw        ,
)                                   {
  const counted = groups.map(({ cells, count }) => [read(cells[index] ?? ''), count]         );
  const among = counted.reduce((sum, [value, count]) => sum + (Number.isNaN(value) ? 0 : count), 0);
  // Of samples that others are taken into, the lots have to be known even where all rows are kept.
  if (among === 0 || (among <= size && !there.keepsLots)) return sampled(counted, LAST_LOT)
  const { column, name } = columnAt(there, index);
  const wanted = groups.filter((_, i) => !Number.isNaN(counted[i]?.[0]));
  // Where all cells are such, they need not be named.
  const where =
    column.kind === 'text'
      ? `${name} IN (${wanted.map(({ raw }) => textLiteral(there.dialect, raw.get(index) ?? '')).join(', ')})`
      : (finiteOnly(there, index) ?? `NOT ${isEmpty(column, name)}`);
  const keeps = (cell               ) => !Number.isNaN(read(textOf(column, cell)));
  const drawn = yield* draw(index, { size, among, where, isMany: false, keeps });
  return (
    drawn &&
    sampled(
      drawn.cells.map(([cell, count, lot]) => [read(textOf(column, cell)), count, lot]),
      among <= size ? LAST_LOT : drawn.limit,
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
  draw        ,
)                {
  const { column, name } = columnAt(there, index);
  const [sum, squares] = sums ?? [];
  if (!sum || !squares)
    return { untaken: `The numbers of ${column.name} are too large or too small for their squares to be summed` }
  const where = finiteOnly(there, index) ?? `${name} IS NOT NULL`;
  const keeps = (cell               ) => !Number.isNaN(numberIn(textOf(column, cell)));
  const drawn = yield* draw(index, { size, among: n, where, isMany: true, keeps });
  if (!drawn) return { untaken: noKey(there, index, size) }
  const filled = columns.get(index)?.filled ?? 0;
  const others =
    filled > n ? yield* countGroups(there, [index], 16, { where: `${name} IS NOT NULL AND NOT (${where})` }) : [];
  const state = foldGroups(measure, others ?? []);
  if (!isColumnState(state)) throw new Error('A measure of drift has another state')
  const numbers = known.flatMap(text => finiteNumber(text) ?? []);
  const told =
    numbers.length > 0
      ? yield* countGroups(there, [index], numbers.length, { where: isOneOf(there, index, numbers) })
      : [];
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
        drawn.cells.map(([cell, , lot]) => [numberIn(textOf(column, cell)), 1, lot]),
        n <= size ? LAST_LOT : drawn.limit,
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
  const value = finite(there.dialect, column, fill(there.dialect.double, name));
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
      const result = dialect.arithmetic
        ? fill(dialect.arithmetic[operand.operator], `(${a})`, `(${b})`)
        : operand.operator === '/'
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
  const from = `(SELECT ${allOf(there)}${key ? `, ${key} AS place_of_row` : ''} FROM ${there.from} WHERE ${sql}) w`;
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
  survey        ,
  { columns, emptyIsValue }                                         ,
)                {
  const { dialect, from } = there;
  const { rows } = survey;
  const all = columns.map(({ index }) => columnAt(there, index));
  const parts = all.map(({ column, name }) =>
    // To a group a missing value is one like any other, and so is an empty text here.
    emptyIsValue && column.kind === 'text' ? `nullif(${name}, '')` : compared$1(dialect, column, name),
  );
  const isIncomplete = all.map(({ column, name }) => isEmpty(column, name)).join(' OR ');
  const where = emptyIsValue ? '' : ` WHERE NOT (${isIncomplete})`;
  const grouped = `SELECT count(*) AS c FROM ${from}${where} GROUP BY ${parts.join(', ')}`;
  const [only] = columns;
  const [answer = []] = yield {
    sql:
      only && columns.length === 1 && !emptyIsValue
        ? countDifferent(there, survey, only.index)
        : `SELECT ${['count(*)', 'sum(c)'].map(item => fill(dialect.text, item)).join(', ')} FROM (${grouped}) t`,
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
  const sorted = (name        ) => fill(dialect.sorted ?? '$', name);
  const window = `PARTITION BY ${parts.join(', ')}`;
  const most = yield {
    sql: `SELECT ${fill(dialect.text, 'k')}, ${fill(dialect.text, 'c')} FROM (SELECT min(${key}) AS k, count(*) AS c FROM ${from}${where} GROUP BY ${parts.join(', ')} HAVING count(*) > 1) t ORDER BY ${sorted('c')} DESC, ${sorted('k')} LIMIT ${MAX_REPEATED}`,
    purpose: 'keys that occur most often',
    rows: MAX_REPEATED,
  };
  const found = new Map                     ();
  for (const [first, count] of most)
    found.set(Number(first), { first: Number(first), places: [], count: Number(count) - 1 });
  const repeats = yield {
    sql: `SELECT ${['k', 'f', 'c'].map(item => fill(dialect.text, item)).join(', ')} FROM (SELECT ${key} AS k, min(${key}) OVER (${window}) AS f, count(*) OVER (${window}) AS c FROM ${from}${where}) t WHERE k > f ORDER BY ${sorted('k')} LIMIT ${MAX_PLACES}`,
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
  const groups = count > 0 ? yield* countGroups(there, [index], there.limits.groups, { where: outside }) : [];
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
function numbersAsked(
  there            ,
  survey        ,
  index        ,
  all                      ,
)                           {
  const [first] = all;
  if (!first) return undefined
  const { column, name } = columnAt(there, index);
  const value = valueInSql(there.dialect, column, name, first.column);
  if (value === undefined) return undefined
  const powers = all.map(asks => (asks.is === 'sum' ? 1 : asks.is === 'powers' ? asks.highest : 0));
  return {
    index,
    value,
    isSurveyed: isWhole(first.column) ? column.kind === 'integer' : true,
    highest: powers.includes(4) ? 4 : powers.includes(2) ? 2 : powers.includes(1) ? 1 : 0,
    counted: suspectsOf(there, survey, index, value, all),
  }
}

/** What a measure of drift asks of a column of many numbers; undefined where it holds none. */
function driftNumbers(there            , index        )                           {
  const { column, name } = columnAt(there, index);
  const value = finite(there.dialect, column, fill(there.dialect.double, name));
  return value === undefined ? undefined : { index, value, isSurveyed: true, highest: 2, counted: [] }
}

/** Of doubles, only those that are whole have a value then. */
const isWhole = ({ type }        )          => type.id === 'integer';

/** Of each measure of single cells, what is true of those that may fail; the same, once. */
function suspectsOf(
  there            ,
  survey        ,
  index        ,
  value        ,
  all                      ,
)           {
  return [
    ...new Set(
      all.flatMap(asks =>
        asks.is === 'cells' && !allPass(there, survey, asks) ? suspects(there, index, value, asks.judge) : [],
      ),
    ),
  ]
}

/** Whether the first pass has told that all cells pass: each holds a value, and the extremes pass. */
function allPass(
  there            ,
  survey        ,
  { column, judge: { passes } }                                          ,
)          {
  const found = survey.columns.get(column.index);
  if (!found || !passes) return false
  if (isWhole(column) && columnAt(there, column.index).column.kind !== 'integer') return false
  return found.n === found.filled && (found.n === 0 || (found.low >= passes[0] && found.high <= passes[1]))
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
    allPass(there, survey, asks) || counted[asked.counted.indexOf(condition)] === 0
      ? []
      : yield* countGroups(there, [column.index], there.limits.groups, { where: condition });
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
    // As text only what is drawn.
    const kept = texts.map(({ column, name }) => (column.kind === 'other' ? 'NULL' : written(dialect, column, name)));
    const items = [fill(dialect.text, 'k'), ...kept];
    const answer = yield {
      sql: `SELECT ${items.join(', ')} FROM ${lotQuery(there, key, { kind, most, where, kept: texts })}`,
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
    const indices = wanted.get(nameOf$1(asks)) ?? new Set();
    wanted.set(nameOf$1(asks), indices);
    for (const { index } of asks.columns) indices.add(index);
  }
  return function* (measure                  , asks          )                {
    const name = nameOf$1(asks);
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

const nameOf$1 = ({ is, size }          )         => `${is} ${size}`;

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

/** Whether a state says where a row stands, of groups of which that is not known: it holds NaN there. */
function tellsPlaces(state         )          {
  if (typeof state === 'number') return Number.isNaN(state)
  if (typeof state !== 'object' || state === null || ArrayBuffer.isView(state)) return false
  if (state instanceof Map) return [...state.values()].some(tellsPlaces)
  return (Array.isArray(state) || state instanceof Set ? [...state] : Object.values(state)).some(tellsPlaces)
}

/** What was measured on an engine. */
                             
                       
                                               
                                                      
                                               
 

/** The state of a measure, or why there is none. */
                                                                              

/** Takes every measure where the table is, in two passes: how large the columns are, then what is in them. */
function* takeMeasures(table            , measures                             )                     {
  const asked = measures.map(measure => ({ measure, indices: columnsOf(measure) }));
  const indices = [...new Set(asked.flatMap(each => each.indices))].sort((a, b) => a - b);
  const ranges = yield* survey(table, indices);
  const there = surveyed(table, ranges);
  const hasPlaces = keyOf(there) !== undefined;
  const { rows: most, cells } = there.limits;
  const isSmall = hasPlaces && ranges.rows > 0 && ranges.rows <= most && ranges.rows * indices.length <= cells;
  let all                    = isSmall ? yield* fetchRows(there, indices, ranges.rows) : undefined;
  if (all && all.rows !== ranges.rows) throw changed(there, ranges.rows, all.rows)
  const alone = isSmall ? [] : singles(asked);
  const groupsOf = yield* groupCounts(
    there,
    ranges,
    alone,
    measures.some(({ asks }) => asks?.is === 'drift'),
  );
  const filled = isSmall ? withoutTexts(there, ranges) : yield* fillTexts(ranges, alone, groupsOf);
  const sampled = samples(there, ranges.rows, measures);
  const many           = [];
  for (const index of indices)
    if (!isSmall && (ofNumbers(index).length > 0 || drifting(index)) && !(yield* groupsOf([index]))) many.push(index);
  const { survey: looked, sizes } = yield* sizesOf(there, filled, {
    indices: [...new Set([...many, ...crossed(measures)])],
    atOnce: multiplied(measures),
  });
  const numbers = new Map                      ();
  for (const index of many) {
    const wanted = ofNumbers(index);
    const plan = wanted.length > 0 ? numbersAsked(there, looked, index, wanted) : driftNumbers(there, index);
    if (plan) numbers.set(index, plan);
  }
  const { numbers: counted, survey: first } = yield* countNumbers(there, looked, sizes, [...numbers.values()]);
  const draw = driftDraws(there, first.rows, indices.filter(isDrawn));
  const states = new Map                 ();
  const untaken = new Map                ();
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
  if (!there.isPinned) yield* checkUnchanged(table, ranges, indices);
  return { rows: first.rows, states, untaken }

  function ofNumbers(index        ) {
    return measures.flatMap(({ asks }) => (asks && isOfNumbers(asks) && asks.column.index === index ? [asks] : []))
  }

  /** Whether a sample of a column's numbers or times is drawn. */
  function isDrawn(index        )          {
    const { kind } = columnAt(there, index).column;
    const filled = first.columns.get(index)?.filled ?? 0;
    return (
      DRAWN$1.has(kind) &&
      measures.some(
        ({ asks }) => asks?.is === 'drift' && asks.column.index === index && (filled > asks.size || numbers.has(index)),
      )
    )
  }

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
    if (isSmall && all && !unknown) {
      const state = measure.init();
      measure.add(state, all);
      return { state }
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
      if (asks?.is === 'keys' && !hasPlaces) return yield* takeKeys(there, first, asks)
      if (isOrdered(measure) && !hasPlaces) return { untaken: noOrder() }
      all ??= yield* fetchRows(there, indices, first.rows);
      const state = measure.init();
      measure.add(state, all);
      if (!hasPlaces) for (const [, failures] of failuresIn(state)) failures.places = [];
      return { state }
    }
    if (asks?.is === 'keys') return yield* takeKeys(there, first, asks)
    if (asks?.is === 'sample' || asks?.is === 'joint') return yield* sampled(measure, asks)
    return { untaken: tooMany(own) }
  }

  function* ofMany(
    measure                  ,
    asks                                                               ,
  )                            {
    if (asks.is === 'truths') return yield* takeTruths(there, first.rows, asks)
    if (asks.is === 'cross') return yield* takeCross(there, sizes, asks)
    return yield* takeLengths(there, first.rows, measure, asks.column, asks.judge)
  }

  function* takeDrift(measure                  , asks         )                {
    const { index } = asks.column;
    const groups = yield* groupsOf([index]);
    if (groups) return yield* driftOfFew(there, measure, asks, groups, draw)
    const found = counted.get(index);
    return found
      ? yield* driftOfNumbers(there, first, measure, asks, found, draw)
      : yield* driftOfTexts(there, first, measure, asks, draw)
  }

  function* withPlaces(measure                  , own                   , groups                  )                  {
    const state = foldGroups(measure, groups);
    const placed = hasPlaces && tellsPlaces(state) ? yield* groupsOf(own, true) : undefined;
    const told = placed ? foldGroups(measure, placed) : state;
    for (const [name, failures] of failuresIn(told)) {
      const failing = failures.count > 0 && placed ? firstFailing(measure, placed, name) : [];
      failures.places =
        failing.length > 0 ? yield* findPlaces(there, inGroups(there, own, failing), 'rows at fault') : [];
    }
    return told
  }

  function noOrder()         {
    return `The rows of ${there.table.table} have no order: no key is named`
  }

  function tooMany(own                   )         {
    const names = own.map(index => columnAt(there, index).column.name).join(', ');
    return `What is asked of ${names || 'the rows'} is not known in SQL, and ${there.table.table} has too many rows and values to look at one by one`
  }
}

/** Of a table whose rows are here, nobody asks how many of its texts are filled. */
const withoutTexts = ({ columns }            , survey        )         => ({
  ...survey,
  columns: new Map([...survey.columns].filter(([index]) => columns[index]?.kind !== 'text')),
});

const DRAWN$1                      = new Set(['integer', 'double', 'decimal', 'date', 'timestamp']);

/** Columns whose correlations are asked for. */
const crossed = (measures                             )           =>
  measures.flatMap(({ asks }) => (asks?.is === 'cross' ? asks.columns.map(({ index }) => index) : []));

/** Columns whose numbers are multiplied with one another, where the smallest may leave the range of doubles. */
const multiplied = (measures                             )           => [
  ...crossed(measures),
  ...measures.flatMap(({ asks }) =>
    asks?.is === 'drift' || (asks?.is === 'powers' && asks.highest > 1) ? [asks.column.index] : [],
  ),
];

/** A measure of some rows only. */

/** What has to be asked of all rows at once: whether a key comes again, how one row follows another. */
const OF_ALL_ROWS                      = new Set(['keys', 'order', 'intervals']);
/** What is drawn by lot: only where rows have a place. */
const DRAWN                      = new Set(['sample', 'joint', 'drift']);

/** Whether a measure of a table is that of its partitions, taken together. */
function addsUp({ asks }                  , hasPlaces         )          {
  if (asks === undefined) return hasPlaces
  if (asks.is === 'filtered') return addsUp(asks.measure, hasPlaces)
  return !OF_ALL_ROWS.has(asks.is) && (hasPlaces || !DRAWN.has(asks.is))
}

/** A fingerprint of the files of some rows, as SQL has it; undefined where rows do not say which they are of. */
function filesPrint({ dialect, fileColumns }            )                     {
  const digest = dialect.filesDigest ?? dialect.rowsDigest;
  if (!fileColumns || digest === undefined) return undefined
  return fill(digest, fileColumns.map(name => quotedTable(dialect, name)).join(', '))
}

/** The same of all rows: which files they are of, and how many each has; as who has opened the table sees it, or who comes anew. */
function* filesThere(there            , anew = false)                             {
  const print = filesPrint(there);
  if (print === undefined) return undefined
  const { dialect, from } = there;
  const [answer = []] = yield {
    sql: `SELECT ${fill(dialect.text, 'count(*)')}, ${fill(dialect.text, print)} FROM ${from}`,
    purpose: 'files of the table',
    rows: 1,
    anew,
  };
  return answer.join(' ')
}

/** How a table is cut into partitions. */
                                  
                       
                                               
                        
                            
                       
                                                                                             
                                          
 

const DAY = 86_400_000;

/** The column that says which partition a row is of: by its values, or, of a column of times, by the day. */
function partitionColumn({ columns, table, dialect }            )                  {
  const column = columns.find(({ name }) => name === table.partition);
  const name = quoted(dialect, column?.name ?? '');
  const literal = (value        ) => textLiteral(dialect, value);
  const dayIn = (value        ) => fill(dialect.day ?? 'CAST($ AS DATE)', literal(value));
  switch (column?.denied === undefined && column?.kind) {
    case 'integer':
      return alike(value => (/^-?\d+$/.test(value) ? `${name} = ${value}` : undefined))
    case 'boolean':
      return alike(value => (/^(true|false)$/i.test(value) ? `${name} = ${value}` : undefined))
    case 'text':
      return alike(value => `${name} = ${literal(value)}`)
    case 'date':
      return alike(value => (isDay(value) ? `${name} = ${dayIn(value)}` : undefined))
    case 'timestamp': {
      const day = fill(dialect.dayOf ?? 'CAST($ AS DATE)', name);
      const midnight = (at        ) =>
        fill(dialect.midnight ?? 'CAST($ AS TIMESTAMP)', literal(`${new Date(at).toISOString().slice(0, 10)} 00:00:00`));
      return {
        name: column?.name ?? '',
        group: day,
        text: written(dialect, { kind: 'date' }, day),
        // By its ends, so that an engine reads no other files.
        where: value =>
          isDay(value)
            ? `${name} >= ${midnight(Date.parse(value))} AND ${name} < ${midnight(Date.parse(value) + DAY)}`
            : undefined,
      }
    }
  }
  const found = column ? (column.denied ?? `the type ${column.type}`) : 'no such column';
  throw new UserError(
    'engine.partition',
    `Expected the partition '${table.partition}' to be a column of whole numbers, texts, days or times but found ${found} (${table.table})`,
    { hint: 'Name the column that the table is partitioned by, or leave partition and states out' },
  )

  function alike(where                          )                  {
    const { name: own, ...rest } = column ?? { name: '', type: '', kind: 'other'          };
    return { name: own, group: name, text: written(dialect, { ...rest }, name), where }
  }
}

const isDay = (text        )          => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** Partitions that a table may have: each is asked about by itself. */
const MOST = 5000;

/** All partitions of a table in the order of their values, each with its fingerprint: of its files where rows say theirs, else of all its cells; as who comes `anew` sees them. */
function* listPartitions(there            , anew = false)                      {
  const { dialect, from, table } = there;
  const column = partitionColumn(there);
  const print = printOf(there);
  if (print === undefined)
    throw new UserError(
      'engine.partition',
      `Expected an engine that can tell whether a partition has changed but found ${dialect.name}`,
      {
        hint: 'Leave partition and states out: the table is measured as a whole then',
      },
    )
  const answer = yield {
    sql: `SELECT ${column.text}, ${fill(dialect.text, 'count(*)')}, ${fill(dialect.text, print)} FROM ${from} GROUP BY ${column.group} LIMIT ${MOST + 1}`,
    purpose: `partitions by ${column.name}`,
    rows: MOST + 1,
    anew,
  };
  if (answer.length > MOST)
    throw new UserError(
      'engine.partition',
      `Expected at most ${MOST} partitions of ${table.table} but found more by ${column.name}`,
      {
        hint: 'Name a column of fewer values',
      },
    )
  return answer
    .map(([value = null, rows, files]) => ({ value, rows: Number(rows), print: String(files) }))
    .toSorted((a, b) =>
      a.value === b.value ? 0 : a.value === null ? -1 : b.value === null ? 1 : a.value < b.value ? -1 : 1,
    )
}

function printOf(there            )                     {
  const { dialect, columns } = there;
  const files = filesPrint(there);
  if (files !== undefined) return files
  if (dialect.rowsDigest === undefined) return undefined
  const place = keyOf(there);
  const cells = columns.flatMap(({ denied, kind }, index) => {
    if (denied !== undefined) return []
    const { name } = columnAt(there, index);
    return [kind === 'other' ? `(${name} IS NULL)` : name]
  });
  return fill(dialect.rowsDigest, [...(place === undefined ? [] : [place]), ...cells].join(', '))
}

/** The rows of a table that have one value in one column. */
                            
                                                                  
                               
                       
                                                                                              
                        
 

/** What was measured of one. */
                                                      
                                       
                                         
 

/** A value as the key of a map: no value is like the text of none. */
const nameOf = (value               )         => (value === null ? '' : `=${value}`);

/** One partition, as if it were a table. Whether the whole has changed meanwhile is looked at when all is done. */
function partitionThere(there            , { value }                          )             {
  const { from, dialect, table } = there;
  const column = partitionColumn(there);
  const where = value === null ? `${quoted(dialect, column.name)} IS NULL` : column.where(value);
  if (where === undefined) throw new Error(`${column.name} of ${table.table} holds what is no value of its type`)
  const key = keyOf(there);
  return {
    ...there,
    from: `(SELECT ${allOf(there)}${key ? `, ${key} AS place_of_row` : ''} FROM ${from} WHERE ${where}) p`,
    isPinned: true,
    isPlain: false,
    fileColumns: undefined,
    keepsLots: true,
    ...(key ? { place: 'place_of_row' } : {}),
  }
}

/** Values of failing cells that a state keeps at most: of a full list nobody knows how many there were. */
const MAX_VALUES = 100;

/**
 * Whether what was merged of the states of partitions is what the whole table would have given. Where partitions have kept less than is
 * needed to tell, the whole is asked: different values that were counted and not kept, values at fault that were too many to be told
 * of, texts that were dropped.
 */
function sameAsWhole(merged         , parts                    )          {
  if (isDistinct(merged))
    return merged.exact !== undefined && parts.every(part => !isDistinct(part) || part.counted === undefined)
  if (isColumnState(merged)) return merged.texts.dropped.count === 0
  const told = parts.flatMap(part => failuresIn(part).map(([, failures]) => failures));
  const hasValues = told.some(({ values }) => values.size > 0);
  return !hasValues || (told.every(tellsAll) && failuresIn(merged).every(([, { values }]) => values.size < MAX_VALUES))
}

function tellsAll({ count, values }          )          {
  let sum = 0;
  for (const each of values.values()) sum += each;
  return sum === count
}

const isDistinct = (state         )                         =>
  typeof state === 'object' && state !== null && 'registers' in state && 'exact' in state;

/** What was measured of a table partition by partition, and of its partitions. */
                                                      
                                                   
                        
                          
                       
 

/**
 * Takes measures of a table partition by partition: those that were measured before and are as they were are not asked about again. What
 * does not add up of partitions is asked of the whole table each time.
 */
function* takeByPartition(
  there            ,
  measures                             ,
  before                              ,
)                           {
  const hasPlaces = keyOf(there) !== undefined;
  const adding = measures.filter(measure => addsUp(measure, hasPlaces));
  const known = new Map(before.map(partition => [nameOf(partition.value), partition]));
  const listed = yield* listPartitions(there);
  const partitions                      = [];
  let [added, other] = [0, 0];
  for (const partition of listed) {
    const kept = known.get(nameOf(partition.value));
    if (kept && kept.print === partition.print && kept.rows === partition.rows) {
      partitions.push(kept);
      continue
    }
    if (kept) other += 1;
    else added += 1;
    const { rows, states, untaken } = yield* takeMeasures(partitionThere(there, partition), adding);
    if (rows !== partition.rows) throw changed(there, partition.rows, rows)
    partitions.push({ ...partition, states, untaken });
  }
  const rows = listed.reduce((sum, one) => sum + one.rows, 0);
  const states = new Map                 ();
  const whole = measures.filter(measure => {
    const merged = adding.includes(measure) ? merge(measure, partitions) : undefined;
    if (merged !== undefined) states.set(measure.key, merged.state);
    return merged === undefined
  });
  const all = whole.length > 0 ? yield* takeMeasures({ ...there, isPinned: true }, whole) : undefined;
  if (all && all.rows !== rows) throw changed(there, rows, all.rows)
  for (const [key, state] of all?.states ?? []) states.set(key, state);
  if (!there.isPinned) checkSame(there, listed, yield* listPartitions(there, true));
  const gone = before.length - (listed.length - added);
  return {
    rows,
    states: inOrder(measures, states),
    untaken: all?.untaken ?? new Map(),
    partitions,
    added,
    changed: other,
    gone,
  }
}

/** The state of all partitions; undefined where it is not that of the whole table. */
function merge(
  measure                  ,
  partitions                              ,
)                                          {
  if (partitions.some(({ untaken }) => untaken.has(measure.key))) return undefined
  const state = measure.init();
  const parts = partitions.map(({ states }) => states.get(measure.key));
  // A state may share what it is merged from.
  for (const part of parts) measure.merge(state, structuredClone(part));
  return sameAsWhole(state, parts) ? { state } : undefined
}

/** As they come when the table is measured as a whole: the digest is of all of them, one after another. */
const inOrder = (measures                             , states                              )                       =>
  new Map(measures.map(({ key }) => [key, states.get(key)]));

function checkSame({ table }            , first                      , later                      )       {
  const now = new Map(later.map(partition => [nameOf(partition.value), partition]));
  const same = first.filter(({ value, rows, print }) => {
    const other = now.get(nameOf(value));
    return other?.rows === rows && other.print === print
  });
  if (same.length === first.length && later.length === first.length) return
  throw new UserError(
    'engine.changed',
    `Expected the partitions of ${table.table} to stay as they are while they are measured but found ${same.length} of ${first.length} the same later, and ${later.length} in all`,
    { kind: 'environment', hint: 'Measure a snapshot of it, or when nobody writes' },
  )
}

/**
 * Takes measures of a table that nobody may have changed meanwhile. Of one that is read in a snapshot nobody can. Of one whose rows say
 * which file they are of, the files must be the same before and after; of any other, what the first pass says when it is taken again.
 */
function* takeSteadily(there            , measures                             )                     {
  if (there.isPinned) return yield* takeMeasures(there, measures)
  const before = yield* filesThere(there);
  if (before === undefined) return yield* takeMeasures(there, measures)
  const taken = yield* takeMeasures({ ...there, isPinned: true }, measures);
  const after = yield* filesThere(there, true);
  if (before === after) return taken
  throw new UserError(
    'engine.changed',
    `Expected the files of ${there.table.table} to stay as they are while it is measured but found others later`,
    { kind: 'environment', hint: 'Measure a snapshot of it, or when nobody writes' },
  )
}

/** Bytes of one file of states. */
const MAX_STATES = 512 * 1024 * 1024;

/** The text of states that were kept, its digest, and why it is of no use. */
                             
                        
                          
                          
 

const digest = (text        )         => createHash('sha256').update(text).digest('hex');

/** The file's first line is the digest of what follows: a file that was cut off, or has changed, is of no use. */
async function readKept(files                                    , path        )                      {
  if (!(await files.exists(path))) return {}
  let whole;        
  try {
    whole = await files.readText(path, { maxBytes: MAX_STATES });
  } catch (cause) {
    return { unused: `it cannot be read: ${lineOf(cause)}`.slice(0, 500) }
  }
  const end = whole.indexOf('\n');
  const [said, text] = [whole.slice(0, Math.max(0, end)), whole.slice(end + 1)];
  const sha256 = digest(text);
  return said === `sha256 ${sha256}` ? { text, sha256 } : { unused: 'it is not as it was written' }
}

/** Writes states for the next run. */
async function writeKept(files                      , path        , text        )                {
  await files.write(path, `sha256 ${digest(text)}\n${text}`);
}

/** What was measured, and what evidence tells of how. */
                                
                            
                                                              
 

/** Where the states of partitions are kept. */
                                                                     

/** Measures a table, unless it is estimated to be larger than it may be; by its partitions, where it names a column of them. */
async function measureThere(
  session               ,
  there            ,
  measures                             ,
  answering           ,
  world                                                                    ,
)                         {
  const deniedTo = (measure                  ) =>
    columnsOf(measure)
      .map(index => there.columns[index])
      .find(column => column?.denied !== undefined);
  const readable = measures.filter(measure => deniedTo(measure) === undefined);
  const { taken, told } = await measureReadable(session, there, readable, answering, world);
  const [states, untaken] = [new Map(taken.states), new Map(taken.untaken)];
  for (const measure of measures) {
    const column = deniedTo(measure);
    if (!column) continue
    states.set(measure.key, measure.init());
    untaken.set(measure.key, `${column.name} of ${there.table.table} may not be read: ${column.denied}`);
  }
  return { taken: { ...taken, states, untaken }, told }
}

async function measureReadable(
  session               ,
  there            ,
  measures                             ,
  answering           ,
  { job, files }                                                                    ,
)                         {
  const estimate = await estimated(session, there, measures, answering);
  const told = estimate === undefined ? {} : { estimate };
  const { partition, states: path } = there.table;
  if (partition === undefined || path === undefined || files === undefined)
    return { taken: await answered(session, takeSteadily(there, measures), answering), told }

  const of = statesOf(there, session.version, digestOfJob(job));
  const kept = await readKept(files, path);
  const read = kept.text === undefined ? undefined : readStates(kept.text, of);
  const before = read && 'partitions' in read ? read.partitions : [];
  const unused = kept.unused ?? (read && 'unused' in read ? read.unused : undefined);
  if (unused !== undefined) answering.progress(`${path} is of no use: ${unused}; every partition is measured anew`);
  const { partitions, added, changed, gone, ...taken } = await answered(
    session,
    takeByPartition(there, measures, before),
    answering,
  );
  await writeKept(files, path, writeStates(of, partitions));
  const count = partitions.length;
  answering.progress(
    `${there.table.table}: ${count} partitions by ${partition}, ${added} of them new, ${changed} changed, ${gone} gone since`,
  );
  return {
    taken,
    told: {
      ...told,
      partitions: {
        column: partition,
        count,
        kept: count - added - changed,
        added,
        changed,
        gone,
        ...(unused === undefined ? {} : { unused }),
        ...(kept.sha256 === undefined ? {} : { states: kept.sha256 }),
      },
    },
  }
}

/** What the engine expects to read for one look at all columns; too much is not begun. */
async function estimated(
  session               ,
  there            ,
  measures                             ,
  { progress }           ,
)                                      {
  const { table, columns, from } = there;
  const wanted = new Set(measures.flatMap(columnsOf));
  const names = columns.flatMap(({ name }, i) => (wanted.has(i) ? [name] : []));
  const estimate = await session.estimate?.(from, names);
  if (estimate)
    progress(
      `${session.version} expects ${[
        ...(estimate.rows === undefined ? [] : [`${estimate.rows} rows`]),
        ...(estimate.bytes === undefined ? [] : [`${Math.ceil(estimate.bytes / 1e6)} MB`]),
      ].join(', ')} to be read for one look at ${names.length} columns of ${table.table}`,
    );
  for (const [most, found, what] of [
    [table.maxRows, estimate?.rows, 'rows'],
    [table.maxBytes, estimate?.bytes, 'bytes'],
  ]         ) {
    if (most === undefined || (found !== undefined && found <= most)) continue
    throw new UserError(
      'engine.limit',
      found === undefined
        ? `Expected ${session.version} to tell how many ${what} are to be read of ${table.table}, as there is a limit of ${most}, but it cannot`
        : `Expected at most ${most} ${what} to be read of ${table.table} but ${session.version} expects ${found}`,
      { hint: 'Measure fewer columns or partitions, or raise the limit' },
    )
  }
  return estimate
}

/** Of what is asked, but for when. */
function digestOfJob(job          )         {
  const asked = 'contract' in job ? [job.contract, job.others] : 'drift' in job ? job.drift : job.predictions;
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex')
}

/**
 * A table with its columns by the names that they are asked for under, where an engine does not tell capital letters from small ones, and
 * lists the small: to it both are the same name. A name that two askers share, but for that, stays as it is.
 */
function namedAs(there            , asked                   )             {
  if (!there.dialect.ignoresCase) return there
  const known = new Set(there.columns.map(({ name }) => name));
  const wanted = new Map                  ();
  for (const name of new Set(asked)) {
    if (known.has(name)) continue
    wanted.set(name.toLowerCase(), [...(wanted.get(name.toLowerCase()) ?? []), name]);
  }
  const as = (name        )         => {
    const [other, ...more] = wanted.get(name) ?? [];
    return other === undefined || more.length > 0 ? name : other
  };
  const { key, partition } = there.table;
  return {
    ...there,
    columns: there.columns.map(column => ({ ...column, name: as(column.name) })),
    table: {
      ...there.table,
      ...(key === undefined ? {} : { key: as(key) }),
      ...(partition === undefined ? {} : { partition: as(partition) }),
    },
  }
}

/** The columns that a job names. */
function namesIn(job          )           {
  if ('drift' in job) return job.drift.columns.map(({ name }) => name)
  if (!('contract' in job)) return []
  const { object } = tableForFile(readContract(job.contract.name, job.contract.text), job.file);
  return (object.properties ?? []).flatMap(({ name, physicalName }) => [name, ...(physicalName ? [physicalName] : [])])
}

/** Tables on engines, by their address. */
function tablesThere({ engines, limits = USUAL_PUSHDOWN, files, progress }             )         {
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
      const { session, there: listed } = await opened(path);
      const queries           = [];
      try {
        const named = namesIn(job);
        const known = namedAs(listed, named);
        const there = { ...known, columns: [...known.columns, ...(await deniedColumns(session, named))] };
        const header = there.columns.map(({ name }) => name);
        const run = startJob(job, header);
        const { taken, told } = await takenOrNot(session, there, run.measures, job, queries);
        const { sha256, bytes } = digestOf(there, run.measures, taken);
        run.merge(taken.states);
        for (const [key, reason] of taken.untaken) run.untaken.set(key, reason);
        options.progress(taken.rows);
        const { version, snapshot, unpinned } = session;
        const engine = {
          version,
          digestOf: 'measures'         ,
          ...(queries.length > 0 ? { queries } : {}),
          ...(snapshot === undefined
            ? {}
            : { snapshot: { id: snapshot.id, ...(snapshot.at === undefined ? {} : { at: snapshot.at }) } }),
          ...(unpinned === undefined ? {} : { unpinned }),
          ...told,
        };
        return {
          header,
          run,
          find: places => find(path, places, snapshot?.isGone ? undefined : snapshot?.id),
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

  /** A table, in the state that it names, or in one that was found before. */
  async function opened(path        , snapshot         )                                                         {
    const table = readEngineAddress(path);
    if (!table)
      throw new UserError('engine.address', `Expected the address of a table on an engine but found '${path}'`, {
        hint: 'Write engine:url?table=name, and &key=column where a column says where a row stands',
      })
    const dialect = DIALECTS[table.engine];
    const engine = await engines[table.engine]();
    const { asOf, ...any } = table;
    const session = await engine.open(snapshot === undefined ? table : { ...any, snapshot }).catch(cause => {
      throw failed(path, cause)
    });
    const columns = session.columns.map(column => ({ ...column, kind: kindOf(dialect, column.type) }));
    const { from, isPlain, isPinned, fileColumns, schema } = session;
    return { session, there: { dialect, table, from, columns, limits, isPlain, isPinned, fileColumns, schema } }
  }

  async function find(path        , places                   , snapshot         ) {
    const { session, there } = await opened(path, snapshot);
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
    job          ,
    queries          ,
  )                         {
    try {
      return await measureThere(session, there, measures, { progress, queries }, { job, files })
    } catch (cause) {
      if (cause instanceof UserError && !OPEN.has(cause.code)) throw cause
      const reason =
        cause instanceof UserError
          ? cause.message
          : `${session.version} did not answer for ${there.table.table}: ${lineOf(cause)}`;
      const taken = {
        rows: 0,
        states: new Map(measures.map(measure => [measure.key, measure.init()])),
        untaken: new Map(measures.map(({ key }) => [key, reason])),
      };
      return { taken, told: {} }
    }
  }
}

/** What leaves everything open, and is nothing that the reader has written wrong. */
const OPEN                      = new Set(['engine.changed', 'engine.limit', 'engine.connection']);

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
