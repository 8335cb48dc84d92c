import { c as counted } from './format2.js';
import { k as keyColumn, b as isPersonal, t as tableProfiler } from './personal-data.js';
import { t as tableOf, p as propertyOf, d as draftContract, c as contractText } from './draft.js';
import { s as startTable, a as bindTable, t as tableForFile } from './table-run.js';
import { r as readContract } from './read-contract.js';
import { t as textBatch } from './text-batch.js';
import { m as requireSuccesses, c as clopperPearson } from './clopper-pearson.js';
import { h as hypergeometric } from './hypergeometric.js';
import { U as UserError } from './user-error.js';
import { c as compose } from './compose.js';
import { D as percent } from './index8.js';
import { v as visible } from './escape.js';
import { p as printLines } from './print-lines.js';
import { t as terminalLog } from './terminal-log.js';
import { p as parseFlags } from './parse-flags.js';

/** A run of a suggested contract over rows under this header. */
function runOf(contract        , file        , header                   )           {
  const read = readContract(file, contract);
  return startTable(bindTable(read, tableForFile(read, file), file, header, 0))
}

const UNSEEN            = { at: () => ({ line: 1, cells: [] }), sha256: () => '0'.repeat(64) };

/** What a run over rows that the contract was not made from finds broken; lines of rows stay unknown. */
const brokenIn = (run          )          => run.answer(UNSEEN).checks.filter(({ status }) => status === 'fail');

/** What the contract finds broken in these rows. */
function checkRows(contract        , file        , header                   , rows                )          {
  const run = runOf(contract, file, header);
  run.add(textBatch(rows));
  return brokenIn(run)
}

/** Whether the row of that number is held out: the same rows on every machine, as if drawn by lot; `draw` gives another lot. */
function isHeldOut(row        , share        , draw = 0)          {
  let h = Math.imul(row ^ Math.imul(draw + 1, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 13), 0x27d4eb2f);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32 < share
}

/**
 * After k events in n trials, the number of events that a further m trials exceed with a probability of at most `alpha`,
 * whatever the rate. Exact: given the events of all n + m trials, those among the first n are hypergeometric
 * (Thatcher 1964, Relationships between Bayesian and confidence limits for predictions).
 */
function predictionLimit(k        , n        , m        , alpha        )         {
  requireSuccesses(k, n);
  const exceeds = (limit        ) => hypergeometric(k + limit + 1, n + m - k - limit - 1, n).atMost(k) <= alpha;
  let low = -1;
  let high = m;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (exceeds(middle)) high = middle;
    else low = middle;
  }
  return high
}

/** A column with more values than this lists none. */
const MOST_CATEGORIES = 20;
/** Share of filled cells whose value occurs once, above which others may come (Good 1953: it estimates their share). */
const MOST_SINGLE = 0.001;
/** Confidence of the bounds that are printed. */
const LEVEL = 0.95;

/** What a contract is suggested for. */
                                 
                       
                                                                                      
                         
                                                         
                        
 

/** A rule that is suggested, and how sure one can be of it. */
                             
                         
                       
                                                        
                       
                    
                                                                        
                        
                                 
                            
 

/** A contract that holds what the rows seen show, with tolerances by which a batch like them seldom alarms. */
function suggestContract(
  table              ,
  options                ,
)                                                                                 {
  const draft = draftContract(options.name);
  const tableDraft = tableOf(draft, options.name);
  const key = keyColumn(table);
  const tolerant = table.columns.filter(column => column !== key && column.filled > 0).length * 3;
  const alpha = options.alarms / Math.max(1, tolerant);
  tableDraft.quality.push({ metric: 'rowCount', mustBeGreaterThan: 0 });
  const suggestions = table.columns.flatMap(column =>
    suggestColumn(tableDraft, column, { isKey: column === key, rows: table.rows, batch: options.batch, alpha }),
  );
  return { draft, suggestions }
}

                   
                         
                       
                        
                        
 

function suggestColumn(table            , column               , context         )               {
  const property = propertyOf(table, column.name);
  const { filled, kind } = column;
  if (kind === 'empty') return []
  const suggestions = [typed(property, column)];
  if (isPersonal(column.name)) property.classification = 'restricted';
  if (context.isKey) {
    Object.assign(property, { required: true, unique: true, primaryKey: true, primaryKeyPosition: 1 });
    return [...suggestions, seen(column.name, 'is never empty and never the same twice', 0, filled, 0)]
  }
  suggestions.push(...[filledCells(property, column, context), inSet(property, column, context)].flat());
  suggestions.push(...inRange(property, column, context));
  return suggestions
}

function typed(property               , { name, kind, filled }               , _         )             {
  property.logicalType = kind === 'text' || kind === 'empty' ? 'string' : kind;
  return seen(name, `is of type ${property.logicalType}`, 0, filled, 0)
}

/** Empty no more often than in a batch like this; where it never was, a single empty cell is a warning. */
function filledCells(property               , { name, nulls }               , { rows, batch, alpha }         ) {
  const tolerates = share(predictionLimit(nulls, rows, batch, alpha), batch);
  if (tolerates >= 1) return []
  expect(property, 'expect_column_values_to_not_be_null', {}, tolerates, nulls === 0);
  return [seen(name, 'is filled', nulls, rows, tolerates)]
}

/** One of the values that recur, where next to none occurs but once. */
function inSet(property               , { name, kind, values, filled }               , { batch, alpha }         ) {
  if (kind !== 'text' || !values || values.size > MOST_CATEGORIES) return []
  const single = [...values.values()].filter(count => count === 1).length;
  if (single > filled * MOST_SINGLE) return []
  const tolerates = share(predictionLimit(single, filled, batch, alpha), batch);
  expect(property, 'expect_column_values_to_be_in_set', { value_set: [...values.keys()].toSorted() }, tolerates);
  return [seen(name, `is one of ${values.size} values`, single, filled, tolerates)]
}

/** Between the extremes: each end is passed by new values now and then, which is what the tolerance is for. */
function inRange(property               , { name, least, greatest, filled }               , { batch, alpha }         ) {
  if (least === undefined || greatest === undefined) return []
  if (least >= 0) property.logicalTypeOptions.minimum = 0;
  const tolerates = share(2 * predictionLimit(0, filled, batch, alpha / 2), batch);
  if (tolerates >= 1) return []
  expect(property, 'expect_column_values_to_be_between', { min_value: least, max_value: greatest }, tolerates);
  return [seen(name, `is from ${least} to ${greatest}`, 0, filled, tolerates)]
}

function expect(
  property               ,
  expectation        ,
  args                         ,
  tolerates        ,
  warns = false,
)       {
  const percent = `${Number((100 * tolerates).toPrecision(12))} %`;
  const limit = { ...(tolerates > 0 ? { fail_above: percent } : {}), ...(warns ? { warn_above: 0 } : {}) };
  property.quality.push({
    type: 'custom',
    engine: 'proofmark',
    implementation: { expectation, ...args, ...limit },
  });
}

const seen = (column        , rule        , broken        , n        , tolerates        )             => ({
  column,
  rule,
  held: n - broken,
  n,
  bound: clopperPearson(broken, n, 2 * LEVEL - 1).upper,
  tolerates,
});

/** Rounded up to two digits, as nobody can tell 0.0317 from 0.032. */
function share(rows        , batch        )         {
  const exact = rows / batch;
  if (exact === 0) return 0
  const unit = 10 ** (Math.floor(Math.log10(exact)) - 1);
  return Math.min(1, Math.ceil(exact / unit - 1e-9) * unit)
}

/** How often a contract suggested from some rows of a table alarms on the others, in `draws` draws by lot. */
                                
                        
                          
                                                                                                       
                                              
                                                         
                                                        
 

/** Suggests a contract again and again from another part of the rows, and holds it against the rest. */
function estimateAlarms(
  header                   ,
  rows                ,
  options                                                                             ,
)                {
  const counts = new Map                ();
  let alarmed = 0;
  for (let draw = 1; draw <= options.draws; draw++) {
    const heldOut = rows.filter((_, i) => isHeldOut(i, options.share, draw));
    const seen = rows.filter((_, i) => !isHeldOut(i, options.share, draw));
    const { draft } = suggestContract(profileOf(header, seen), {
      name: 'table',
      alarms: options.alarms,
      batch: heldOut.length,
    });
    const broken = checkRows(contractText(draft, 'rows'), 'table', header, heldOut);
    if (broken.length > 0) alarmed += 1;
    for (const { id } of broken) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const { lower, upper } = clopperPearson(alarmed, options.draws, 0.95);
  return {
    draws: options.draws,
    alarmed,
    interval: [lower, upper],
    rules: [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
  }
}

function profileOf(header                   , rows                )               {
  const profiler = tableProfiler('table', header);
  profiler.add(rows);
  return profiler.profile()
}

/** A lot of its own, as the rows held out are drawn by another. */
const DRAW = 2 ** 20;

/** Rows drawn by lot as they come, at most `most` and at least half as many where there are as many: each row as likely as another. */
function sampleRows(most        ) {
  let share = 1;
  let kept                                                   = [];
  return {
    add(row     , number        )       {
      if (!isHeldOut(number, share, DRAW)) return
      kept.push({ number, row });
      if (kept.length <= most) return
      share /= 2;
      kept = kept.filter(({ number }) => isHeldOut(number, share, DRAW));
    },
    rows: ()        => kept.map(({ row }) => row),
  }
}

/** What is asked of a suggestion. */
                                 
                       
                                                                               
                        
                                                                                                 
                         
 

/** A contract for a table, and how it did on rows it was not made from. */
                            
                           
                                             
                                                         
                       
                          
                                   
                                  
 

/** Rows by which it is estimated how often such a contract alarms, and how often that is tried. */
const KEPT = 20_000;
const DRAWS = 100;
/** Fewer rows show nothing that a contract could rest on. */
const FEWEST = 50;

/** Suggests an ODCS contract from most rows of a table, and holds it against the others. Reads the table twice; keeps few rows. */
async function suggest$1({ data, share, alarms }                , { tables, log }       )                     {
  const name = (data.split('/').at(-1) ?? data).replace(/(?<=.)\..*$/, '');
  const first = await tables.open(data);
  const profiler = tableProfiler(data, first.header);
  const sample = sampleRows(KEPT);
  let held = 0;
  await eachRow(first, (batch, from) => {
    const seen = batch.filter((_, i) => !isHeldOut(from + i, share));
    profiler.add(seen);
    held += batch.length - seen.length;
    for (const [i, row] of batch.entries()) sample.add(row, from + i);
    log.progress(`${data}: ${counted(from + batch.length, 'row')}`);
  });
  const profile = profiler.profile();
  if (profile.rows < FEWEST || held === 0) {
    throw new UserError(
      'suggest.few-rows',
      `Expected at least ${FEWEST} rows to suggest a contract from but found ${profile.rows + held} (${data})`,
      {
        file: data,
        hint: 'Write the contract by hand, or come back with more rows',
      },
    )
  }
  const { draft, suggestions } = suggestContract(profile, { name, alarms, batch: held });
  const contract = contractText(draft, `Suggested by ${counted(profile.rows, 'row')} of ${data}`);
  const second = await tables.open(data);
  const run = runOf(contract, name, second.header);
  await eachRow(second, (batch, from) => run.add(textBatch(batch.filter((_, i) => isHeldOut(from + i, share)))));
  log.progress(`${data}: trying the contract on ${DRAWS} draws`);
  const estimate = estimateAlarms(second.header, sample.rows(), { share, alarms, draws: DRAWS });
  return { contract, suggestions, rows: profile.rows, heldOut: held, broken: brokenIn(run), estimate }
}

async function eachRow(table       , take                                               )                {
  let rows = 0;
  for await (const batch of table.batches) {
    take(batch, rows);
    rows += batch.length;
  }
}

const flags                      = [
  { name: 'data', kind: 'value', description: 'The table to look at' },
  { name: 'out', kind: 'value', description: 'The contract to write. Default: on standard output' },
  { name: 'hold-out', kind: 'value', description: 'Share of the rows to try the contract on. Default: 0.2' },
  { name: 'alarms', kind: 'value', description: 'Tolerated probability of a false alarm per batch. Default: 0.05' },
];

const suggest             = {
  name: 'suggest',
  summary: 'Suggest a data contract from a table, with bounds, and show what it would have flagged on rows held out',
  synopsis: '--data FILE [--out CONTRACT] [--hold-out SHARE] [--alarms PROBABILITY]',
  examples: ['proofmark suggest --data train.csv --out contract.odcs.yaml'],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags);
    const data = values.get('data')?.at(-1) ?? positionals[0];
    if (data === undefined) {
      throw new UserError('flags.missing', 'Expected --data (the table to look at) but found nothing', {
        hint: 'proofmark suggest --data train.csv',
      })
    }
    const number = (name        , standard        ) => shareOf(name, values.get(name)?.at(-1), standard);
    const log = terminalLog(process.stderr);
    const ports = compose(process.cwd(), log, {});
    const out = values.get('out')?.at(-1);
    if (out !== undefined && (await ports.files.exists(out))) {
      throw new UserError('suggest.exists', `Expected nothing at ${out} but there is a file`, {
        file: out,
        hint: 'Write to another path, or remove it first',
      })
    }
    const suggested = await suggest$1({ data, share: number('hold-out', 0.2), alarms: number('alarms', 0.05) }, ports);
    log.done();
    if (out === undefined) process.stdout.write(suggested.contract);
    else await ports.files.write(out, suggested.contract);
    printLines(out === undefined ? process.stderr : process.stdout, report(suggested, data, out));
    return 0
  },
};

function report({ suggestions, rows, heldOut, broken, estimate }           , data        , out         )         {
  const { draws, alarmed, interval, rules } = estimate;
  const width = Math.max(...suggestions.map(({ column }) => column.length));
  return [
    { tone: 'strong', text: visible(`Made from ${counted(rows, 'row')} of ${data}`) },
    ...suggestions.map(({ column, rule, held, n, bound, tolerates })       => {
      const seen = held === n ? `all ${n}` : `${held} of ${n}`;
      const tolerance = tolerates > 0 ? `, tolerates ${percent(tolerates)}` : '';
      return {
        tone: 'plain',
        text: visible(`  ${column.padEnd(width)}  ${rule}: ${seen}, at most ${percent(bound)} others${tolerance}`),
      }
    }),
    { tone: 'plain', text: '' },
    { tone: 'strong', text: `Tried on ${counted(heldOut, 'row')} held out: ${counted(broken.length, 'rule')} broken` },
    ...broken.map(({ title, reason })       => ({ tone: 'warn', text: visible(`  ${title}: ${reason}`) })),
    {
      tone: 'plain',
      text: `False alarms: ${alarmed} of ${draws} such draws (${percent(alarmed / draws)}, 95 % interval ${percent(interval[0])} to ${percent(interval[1])})`,
    },
    ...rules.slice(0, 5).map(([rule, count])       => ({ tone: 'muted', text: visible(`  ${count} times ${rule}`) })),
    ...(out === undefined ? [] : [{ tone: 'pass'         , text: visible(`wrote ${out}`) }]),
  ]
}

function shareOf(name        , text                    , standard        )         {
  const share = text === undefined ? standard : Number(text);
  if (share > 0 && share < 1) return share
  throw new UserError('flags.share', `Expected --${name} to be between 0 and 1 but found ${text}`, {
    hint: `Give a proportion, e.g. ${standard}`,
  })
}

export { suggest };
