import { closestMatch } from './index5.js';
import { U as UserError } from './user-error.js';
import { C as ColumnKind, k as kindOf, t as truthValue } from './kinds.js';
import { m as mmd, l as leCam, p as percentileShift, q as quoted, f as methods, i as isDeciding, a as isCategorical } from './index13.js';
import { c as categoriesOf } from './categories.js';
import { d as drawnNumbers, s as summaryOf, b as countedTexts, e as countedValues, g as driftMeasures, j as jointSample, D as DRAWN } from './drift-job.js';
import { i as isEngineAddress } from './engine-table.js';
import { f as foundBy } from './planned.js';
import { g as grouped } from './grouped.js';

const METHODS                    = Object.values(methods);

/** What decides on the distribution of a column of each kind unless the settings choose something else; on other kinds nothing does. */
const USUAL                                      = {
  numeric: percentileShift.id,
  categorical: leCam.id,
  boolean: leCam.id,
  embedding: mmd.id,
};

/** What the rows of a table are called, where they are compared as if they were a column. */
const ROWS = '(rows)';

                                          

/** The method that decides on a column's distribution: chosen for its name, else for its kind, else the usual one. */
function methodFor({ name, kind }                               , choice        )                             {
  const key = isKind(name) || !Object.hasOwn(choice, name) ? kind : name;
  const id = Object.hasOwn(choice, key) ? choice[key] : USUAL[kind];
  const method = METHODS.find(one => one.id === id);
  if (id === undefined || method === undefined || !decides(method)) return undefined
  if (!method.accepts.includes(kind)) throw unfit(key, kind, method)
  return method
}

/** The largest harmless effect of what was measured: the one named for the column, else for the method, else the usual one. */
function limitFor(
  { column, method }                                                                            ,
  settings                   ,
)         {
  if (method.question !== 'distribution') return settings[method.limit]
  const named = [column.name, method.id].find(key => Object.hasOwn(settings.limits, key));
  return (named === undefined ? undefined : settings.limits[named]) ?? method.harmless ?? settings[method.limit]
}

/** Throws where `methods` or `limits` name what is not there. */
function requireKnownMethods(settings                   , header                   )       {
  const { methods: choice, limits, embeddings } = settings;
  for (const name of Object.values(embeddings).flat()) {
    if (!header.includes(name)) throw unknown('embeddings', name, 'a compared column', header)
  }
  const columns = [...header, ...Object.keys(embeddings), ROWS];
  const ids = METHODS.filter(decides).map(({ id }) => id);
  for (const key of Object.keys(choice)) {
    if (!isKind(key) && !columns.includes(key)) throw unknown('methods', key, 'a kind or a compared column', columns)
    const method = METHODS.find(({ id }) => id === choice[key]);
    if (method && isKind(key) && !method.accepts.includes(key)) throw unfit(key, key, method)
  }
  for (const key of Object.keys(limits)) {
    if (!ids.includes(key) && !columns.includes(key)) {
      throw unknown('limits', key, 'a method or a compared column', [...ids, ...columns])
    }
  }
}

/** Whether a method can decide on distributions, and so be chosen. */
const decides = (method        )                           =>
  isDeciding(method) && method.question === 'distribution';

const isKind = (key        )                    => ColumnKind.safeParse(key).success;

function unfit(key        , kind            , { id, accepts }        )            {
  const fit = METHODS.filter(method => decides(method) && method.accepts.includes(kind)).map(method => method.id);
  return new UserError(
    'drift.unfit-method',
    `Expected a method for a column of kind ${kind} but found ${quoted(id)}, which is for ${accepts.join(', ')} (drift.methods.${key})`,
    { hint: fit.length > 0 ? `Choose one of ${fit.join(', ')}` : `Name the column under 'ignore'` },
  )
}

function unknown(setting        , key        , what        , known                   )            {
  const meant = closestMatch(key, [...known, ...ColumnKind.options], { maxDistance: Math.ceil(key.length / 3) });
  return new UserError(
    'drift.unknown-key',
    `Expected ${what} under 'drift.${setting}' but found ${quoted(key)}${meant === undefined ? '' : `: did you mean ${quoted(meant)}?`}`,
    { hint: 'Columns are named as in the header, letter by letter' },
  )
}

/** More rows than anyone compares. */
const MOST = 1e9;

/** The smallest whole number above `from` for which a condition that stays true once it is true holds, rounded up to two digits. */
function smallestRows(from        , holds                        )                     {
  if (!holds(MOST)) return undefined
  let low = from;
  let high = Math.min(MOST, 2 * from + 100);
  while (high < MOST && !holds(high)) [low, high] = [high, Math.min(MOST, 2 * high)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(high)) - 1);
  return Math.ceil(high / unit) * unit
}

/** One side of a comparison, as the methods see it: `rows` = missing + values compared + `others`. */
                       
                       
                          
                                                                                                                                
                                
                                                                 
                             
                                                                                
                                                 
                                                                                                    
                         
                                                                                
                              
 

/** Whole rows of both tables, and which columns of them to look at. */
                               
                            
                                     
 

/** A column that both tables have. */
                         
                       
                           
                                                                                
                             
                          
                        
                                                               
                               
                                       
                                                                                    
 

function columnOf(name        , reference             , current             , sensitive = false)         {
  const kind = kindOf(reference);
  const baseline = side(kind, reference);
  return {
    name,
    kind,
    sensitive,
    reference: baseline,
    current: side(kind, current, baseline.categories),
    cells: { reference, current },
  }
}

function side(kind            , cells             , known                             )       {
  const { rows, missing } = cells;
  if (isCategorical(kind)) {
    const { categories, uncounted } = categoriesOf(cells, known);
    const line = cells.firstUncounted?.line;
    return {
      rows,
      missing,
      numbers: new Float64Array(),
      categories: kind === 'boolean' ? byTruth(categories) : categories,
      others: uncounted,
      ...(line === undefined ? {} : { othersLine: line }),
    }
  }
  if (kind === 'datetime') {
    const { instants: numbers, dates } = cells;
    return {
      rows,
      missing,
      numbers,
      ...(numbers.length < dates ? { drawnFrom: dates } : {}),
      categories: new Map(),
      others: rows - missing - dates,
    }
  }
  if (kind !== 'numeric') {
    return { rows, missing, numbers: new Float64Array(), categories: new Map(), others: rows - missing }
  }
  const { numbers, drawn } = cells;
  return {
    rows,
    missing,
    numbers,
    ...(drawn ? { drawnFrom: drawn.numbers } : {}),
    categories: new Map(),
    others: rows - missing - (drawn?.numbers ?? numbers.length),
  }
}

/** True and TRUE are one category. */
function byTruth(categories                            )                     {
  const told = new Map               ();
  for (const [name, { count, line }] of categories) {
    const truth = truthValue(name) ?? name;
    const before = told.get(truth);
    const first = Math.min(before?.line ?? Infinity, line ?? Infinity);
    told.set(truth, { count: (before?.count ?? 0) + count, ...(first < Infinity ? { line: first } : {}) });
  }
  return told
}

/** Cells of one sort: how many, and the 1-based line of the first, where it was looked up. */
                        
               
               
                                                               
                
 

/** One column of one table, every cell of it accounted for: `rows` = missing + numbers + text + non-finite. */
                              
                       
                          
                                                             
                                
                                                                 
                            
                                                            
                            
                                                               
                      
                                                   
                        
                                                                          
                                 
                                                            
                           
                                                                                       
                                                 
                                                                         
                            
                                         
                                 
 

/** All finite numbers of a column. */
                            
                          
                                                                       
                                                                       
                                    
                            
 

/** What was measured of a column. */
function columnCells(state             , { known, size }                                     )              {
  const { rows, missing, moments, sample, values, text, dates, instants, nonFinite, texts } = state;
  const numbers = drawnNumbers(sample, size);
  const summary = summaryOf(moments);
  const categories = new Map(countedTexts(texts, new Set(known)).map(([name, found]) => [name, cellsOf$1(found)]));
  const counts = countedValues(values);
  const told = counts.reduce((sum, [, count]) => sum + count, 0);
  return {
    rows,
    missing,
    numbers,
    ...(numbers.length < moments.n ? { drawn: { numbers: moments.n, counts, uncounted: moments.n - told } } : {}),
    ...(summary ? { summary } : {}),
    text: cellsOf$1(text),
    dates,
    instants: drawnNumbers(instants, size),
    nonFinite: cellsOf$1(nonFinite),
    categories,
    uncounted: texts.dropped.count,
    ...(texts.dropped.count > 0 ? { firstUncounted: cellsOf$1(texts.dropped) } : {}),
  }
}

const cellsOf$1 = ({ count, place }       )        => (count > 0 ? { count, place } : { count });

/** One side of a comparison, measured. */
                               
                             
                                 
                                          
                                                         
                                               
                                                                    
                           
                                                 
                              
                                                               
                                                   
 

/** Measures the columns of a table in one pass. */
async function measureDrift(
  path        ,
  role                         ,
  job          ,
  { tables, log }                               ,
)                        {
  const progress = (rows        ) => log.progress(`${path}: ${grouped(rows)} rows`);
  const sized = isEngineAddress(path) ? { ...job, size: sizeThere(job) } : job;
  const { header, run, lines, material } = await tables.measure(path, { file: path, drift: sized }, { progress });
  const measures = driftMeasures(sized, header);
  const stateOf = (key        )          => run.state.get(key);
  const columns = cellsOf(run, sized, header);
  const noJoint = measures.joint && run.untaken.get(measures.joint.key);
  return {
    material: material(role),
    columns,
    untaken: new Map(
      measures.columns.flatMap(({ key }, i) => {
        const [name, reason] = [job.columns[i]?.name, run.untaken.get(key)];
        return name === undefined || reason === undefined ? [] : [[name, reason]         ]
      }),
    ),
    ...(noJoint === undefined ? {} : { noJoint }),
    ...(job.joint && measures.joint && noJoint === undefined
      ? { joint: jointSample(foundBy({ rows: measures.joint }, stateOf).rows, job.joint.columns, job.joint.rows) }
      : {}),
    async tellLines(cells) {
      const known = cells.flatMap(({ place }) => (place !== undefined && Number.isFinite(place) ? [place] : []));
      const places = [...new Set(known)].sort((a, b) => a - b);
      const found = lines ? await lines(places) : places;
      for (const each of cells) {
        const line = found[places.indexOf(each.place ?? -1)];
        if (line !== undefined) each.line = line;
      }
    },
  }
}

/** Numbers that travel from an engine to be compared, of all columns together, and of each at least. */
const TRAVELLING = 250_000;
const LEAST = 10_000;

const sizeThere = ({ columns, size = DRAWN }          )         =>
  Math.min(size, Math.max(LEAST, Math.floor(TRAVELLING / Math.max(1, columns.length))));

/** What a run of a job has found of its columns. */
function cellsOf(run                         , job          , header                   )                {
  const { size = DRAWN } = job;
  return driftMeasures(job, header).columns.map((measure, i) => {
    const { state } = foundBy({ state: measure }, (key        )          => run.state.get(key));
    return columnCells(state, { known: job.columns[i]?.known ?? [], size })
  })
}

export { METHODS as M, ROWS as R, columnOf as a, measureDrift as b, cellsOf as c, limitFor as l, methodFor as m, requireKnownMethods as r, smallestRows as s };
