import { i as isSensitive } from './read-contract.js';
import { r as readEngineAddress } from './engine-table.js';
import { U as UserError } from './user-error.js';
import { a as logicalTypeOf, c as crossChecks, r as rowSample, b as categories, e as emptyCells, s as sum, d as extent, f as sampled, g as locations, h as checks } from './index8.js';
import { d as sumOf } from './central-moments.js';
import { p as plan } from './planned.js';

/** The table of the contract that a file is: the one its name or physicalName says, else the only one there is. */
function tableForFile(contract              , file        )                {
  const { tables } = contract;
  const there = readEngineAddress(file)?.table.replaceAll('"', '');
  const full = there ?? file.split('/').at(-1) ?? file;
  // Of a table its own name, without those of its catalog and schema; of a file its name without what says its kind.
  const stem = there === undefined ? full.replace(/\.[^.]+$/, '') : there.replace(/^.*\./s, '');
  const named = tables.filter(({ object }) =>
    [object.name, object.physicalName].some(name => name === full || name === stem),
  );
  const [only, ...others] = named.length > 0 ? named : tables;
  if (only && others.length === 0) return only
  const names = tables.map(({ object }) => object.physicalName ?? object.name);
  throw new UserError(
    'contract.no-table',
    `Expected ${file} to be named after one table of ${contract.name} but ${named.length === 0 ? 'it is named after none' : `${named.length} have its name`}`,
    { file: contract.name, hint: `Name the file after one of: ${names.join(', ')}; or set physicalName to ${full}` },
  )
}

/** A file held against the table of the contract that it should be. */
                                                   
                       
                           
                                                                                   
                       
                                    
                                              
                                     
                                                                                      
                                                                                     
                                                 
                                        
                                                                                     
                                     
                                                                                 
                                                                                                          
 

/** A file of a run. */
                             
                       
                                    
 

/** Holds every file of a run against its table of the contract. */
function bindTables(contract              , files                       , asOf        )               {
  const all               = [];
  for (const { file, header } of files) {
    all.push({ ...bindTable(contract, tableForFile(contract, file), file, header, asOf), all });
  }
  return all
}

/** Finds each property's column in the header by `physicalName`, else by `name`. */
function bindTable(
  contract              ,
  table               ,
  file        ,
  header                   ,
  asOf        ,
)             {
  const columns           = [];
  const missing                                         = [];
  for (const [i, property] of (table.object.properties ?? []).entries()) {
    const lineOf = (...path                        ) => table.lineOf('properties', i, ...path);
    const name = nameIn(property, header);
    if (name === undefined) missing.push({ property, line: lineOf() });
    else columns.push({ name, index: header.indexOf(name), property, lineOf, ...reading(property) });
  }
  const known = new Set(columns.map(column => column.name));
  return {
    ...table,
    file,
    contract: contract.name,
    asOf,
    header,
    columns: columns.toSorted((a, b) => a.index - b.index),
    missing,
    unexpected: header.filter(name => !known.has(name)),
    all: [],
    others: contract.tables.filter(other => other !== table).map(other => matchOf(other, header)),
  }
}

function matchOf({ object }               , header                   ) {
  const properties = object.properties ?? [];
  const matching = properties.filter(property => nameIn(property, header) !== undefined).length;
  return { name: object.name, matching, total: properties.length }
}

const nameIn = ({ physicalName, name }          , header                   )                     =>
  [physicalName, name].find(known => known !== undefined && header.includes(known));

function reading(property          ) {
  const type = logicalTypeOf(property.logicalType);
  const options = property.logicalTypeOptions ?? {};
  const reader = type.reader(options);
  const unsupported = reader && 'unsupported' in reader ? reader.unsupported : undefined;
  return {
    type,
    options,
    sensitive: isSensitive(property),
    unsupported,
    reader: reader && 'read' in reader ? reader : undefined,
  }
}

/** The states of all measures of a run, by their keys: plain data. */
                                                   

/** One pass of measures over a table's rows. */
                             
                         
                                  
                          
                                     
                                                
                                                                                             
                                       
                                                                                  
                              
 

/** Begins a pass; measures of the same key are taken once. */
function runMeasures(wanted                             )             {
  const measures = [...new Map(wanted.map(measure => [measure.key, measure])).values()];
  const taken = measures.map(measure => ({ measure, state: measure.init() }));
  return {
    measures,
    untaken: new Map(),
    state: new Map(taken.map(({ measure, state }) => [measure.key, state])),
    add(batch) {
      for (const { measure, state } of taken) measure.add(state, batch);
    },
    merge(other) {
      for (const { measure, state } of taken) measure.merge(state, stateIn(other, measure));
    },
  }
}

function stateIn(state          , { key }                  )          {
  if (!state.has(key)) throw new Error(`Not a run over the same table: ${key} was not measured`)
  return state.get(key)
}

/** Every rule of the contract that holds one of these files against another. */
const planCross = (all                       )                      =>
  all.flatMap(table => Object.values(crossChecks).flatMap(check => check.plan(table, all)));

const NUMERIC                      = new Set(['integer', 'number']);
/** Rows by which distributions are drawn. */
const DRAWN = 2000;
/** Bars of a distribution, and categories that are told. */
const BARS = 12;
const TOLD = 12;

/** What the columns of a table look like, as evidence has it: numbers about their values only where the contract lets them be shown. */
function profilesOf({ columns }                             )                           {
  const measured = columns.filter(column => NUMERIC.has(column.type.id) && !column.sensitive);
  const sample = rowSample(measured, DRAWN);
  const drawnRows = onceFor((found           ) => sampled(found, DRAWN));
  return columns.map(column => {
    const counted = { cells: emptyCells(column), texts: categories(column) };
    if (!measured.includes(column)) return plan(counted, ({ cells, texts }) => textProfile(column, cells, texts))
    return plan({ ...counted, values: extent(column), total: sum(column), sample }, found => {
      const { values, total } = found;
      const mean = sumOf(total.sum) / total.n;
      return {
        ...baseOf(column, found.cells, found.texts),
        ...(values.n > 0 ? { min: values.low, max: values.high } : {}),
        ...(Number.isFinite(mean) ? { mean } : {}),
        ...drawn(drawnRows(found.sample), measured.indexOf(column), values),
      }
    })
  })
}

const baseOf = ({ name, type, sensitive }        , { empty }            , { counts }            ) => ({
  column: name,
  type: type.id,
  sensitive,
  nulls: empty.count,
  ...(counts ? { distinct: counts.size } : {}),
});

/** The shares of the commonest values; their names too, but for booleans and texts of which many occur once. */
function textProfile(column        , cells            , texts            )                {
  const base = baseOf(column, cells, texts);
  const counts = [...(texts.counts ?? [])].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const n = counts.reduce((all, [, count]) => all + count, 0);
  if (column.sensitive || n === 0 || counts.length > n / 2) return base
  const top = counts.slice(0, TOLD).map(([value, count]) => ({ value: value.slice(0, 60), share: count / n }));
  return { ...base, top }
}

/** The rows are the same for every column, and in order once. */
function onceFor      (read                             )                              {
  let known;                                                                                        
  return sample => {
    if (known?.sample !== sample || known.rows !== sample.rows)
      known = { sample, rows: sample.rows, read: read(sample) };
    return known.read
  }
}

/** Quantiles and the heights of bars between the extremes. */
function drawn(rows                            , index        , { n, low, high }        )                         {
  if (n === 0) return {}
  const all = new Float64Array(rows.length);
  let known = 0;
  for (const row of rows) {
    const value = row[index] ?? Number.NaN;
    if (!Number.isNaN(value)) all[known++] = value;
  }
  const values = all.subarray(0, known).sort();
  if (values.length === 0) return {}
  const at = (share        ) => values[Math.round((values.length - 1) * share)] ?? Number.NaN;
  const bars = new Array        (BARS).fill(0);
  for (const value of values) {
    const bar = high > low ? Math.min(BARS - 1, Math.floor(((value - low) / (high - low)) * BARS)) : 0;
    bars[bar] = (bars[bar] ?? 0) + 1 / values.length;
  }
  return { quantiles: { p05: at(0.05), p50: at(0.5), p95: at(0.95) }, bars }
}

/** A rule whose measures could not be taken where the table is: never a pass. */
const notMeasured = (rule      , reason        )        => ({
  id: rule.id,
  title: rule.where ? `${rule.title}, where ${rule.where.source}` : rule.title,
  status: 'inconclusive',
  measured: { value: null },
  reason,
  hint: 'Ask for less, name a key of the table, or measure a file of it instead',
  locations: locations(rule),
});

/** One pass over a table's rows that answers every rule of its contract. */
                                              
                                                        
                                      
 

/** What is known of a table. */
                              
                          
                                   
 

/** Begins a pass that answers every rule the contract has for the table, and profiles its columns. */
function startTable(table            )           {
  const planned = Object.values(checks)
    .flatMap(check => check.plan(table))
    .toSorted((a, b) => columnOf(a) - columnOf(b) || a.rule.line - b.rule.line);
  const profiles = profilesOf(table);
  const wanted = [...[...planned, ...profiles].flatMap(({ measures }) => measures), ...crossMeasures(table)];
  const run = runMeasures(wanted);
  const stateOf = (key        )          => run.state.get(key);
  return {
    ...run,
    answer: rows => ({
      checks: planned.map(check => undecidedFor(check, run.untaken) ?? check.finish(stateOf, rows)),
      columns: profiles.map(profile => profile.finish(stateOf, rows)),
    }),
  }
}

/** The check on what could not be measured: nobody can tell. */
function undecidedFor({ rule, measures }              , untaken                             )                    {
  const reasons = measures.flatMap(({ key }) => untaken.get(key) ?? []);
  const [reason] = reasons;
  return reason === undefined ? undefined : notMeasured(rule, reason)
}

/** What rules over two tables need of this one, on whichever side it stands. */
function crossMeasures(table            )                     {
  return planCross(table.all).flatMap(({ rule, measures, measuresOfOther }) => [
    ...(rule.table === table ? measures : []),
    ...(rule.other === table ? measuresOfOther : []),
  ])
}

/** Rules of the whole table first, then column by column as in the file; each in the contract's order. */
const columnOf = ({ rule }              )         => rule.column?.index ?? -1;

export { bindTable as a, bindTables as b, notMeasured as n, planCross as p, runMeasures as r, startTable as s, tableForFile as t };
