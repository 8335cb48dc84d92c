import { f as figure, p as percent } from './figure.js';
import { d as decileEdges, c as countByEdges, i as isDeciding, a as isCategorical, b as isReporting, u as unseenOf, q as quoted, k as ks2samp, w as wassersteinDistance, s as spread, j as jensenShannonDivergence, e as draw } from './index13.js';
import { s as stepAdjusted, b as benjaminiHochberg } from './attribute-role.js';
import { M as METHODS, m as methodFor, l as limitFor, s as smallestRows, R as ROWS, c as cellsOf$1, a as columnOf, r as requireKnownMethods, b as measureDrift } from './measure-drift.js';
import { g as grouped } from './grouped.js';
import { D as DRAWN } from './drift-job.js';
import { p as pValueWords } from './p-value.js';
import { R as ROWS_PER_CATEGORY, M as MAX_CATEGORIES, c as categoriesOf } from './categories.js';
import { k as kindOf$1, t as truthValue, i as isRate } from './kinds.js';
import { closestMatch } from './index5.js';
import { U as UserError } from './user-error.js';
import { d as count, r as requirePositive, k as logBinomialTerm, n as normal } from './clopper-pearson.js';
import { c as chiSquared } from './chi-squared.js';
import { s as sensitiveColumns } from './sensitive-columns.js';
import { s as startJob } from './table-job.js';
import { t as textBatch } from './text-batch.js';
import { h as headerOf } from './header-of.js';
import { o as openContract } from './open-contract.js';
import { b as bisect, D as variance, h as mean$1, G as placementsInOrder, H as delong, g as isSpread, A as chernoffHoeffding, I as confusionOf, J as rowLosses, s as selectRows, a as numbersOf$2 } from './index10.js';
import { a as drawBinomial, l as drawMultinomial, f as LEAST_OF_CLASS, L as LEAST_ROWS, m as byClass, g as binary, n as binaryReading } from './binary.js';
import { l as logisticFit, a as logOdds, g as groupRows, w as withAttributes, c as columnNeeds, r as readPredictions } from './read-predictions.js';
import { w as wilson } from './planned.js';
import { c as counted$1, f as formatNumber } from './format2.js';
import { a as seeded } from './shuffle.js';
import { P as PERFORMANCE_METRIC_IDS, a as RULES } from './metric-ids.js';
import { s as studentT } from './quantile-of.js';
import { l as locateRows } from './locate-rows.js';
import { r as robustScale, m as medianOf, s as scaleOf, c as countDistance, P as PLAIN, b as milliseconds, d as distanceLimit, e as durationText, t as timeText, n as nothingJudged, q as quantileStore, k as keep, f as ranked, g as rankOf } from './index6.js';
import { i as isBlank, f as finiteNumber } from './cell.js';
import { I as ISO, i as instant } from './central-moments.js';
import { t as takeResults } from './take-results.js';

/** Terms below this share of the sum no longer change it. */
const NEGLIGIBLE = 1e-18;

                               
                 
                        
                 
                        
                                          
                       
 

/** Successes in n trials whose probability is itself drawn from a beta distribution (a, b): rates that vary more than chance has it. */
function betaBinomial(n        , a        , b        )               {
  count(n, 'the number of trials n');
  requirePositive({ a, b });
  // Two negative binomials given their sum, each by Loader's terms: no difference of large logarithms, whatever a and b are.
  const p = (a + b) / (n + a + b);
  const q = n / (n + a + b);
  const negative = (x        , size        ) => Math.log(size / (size + x)) + logBinomialTerm(size, x, p, q);
  const whole = negative(n, a + b);
  const pmf = (x        ) =>
    x < 0 || x > n || !Number.isInteger(x) ? 0 : Math.exp(negative(x, a) + negative(n - x, b) - whole);
  /** Sum from x on towards an end, by the ratio of neighbours. */
  const tail = (from        , step        )         => {
    let term = pmf(from);
    let sum = 0;
    let x = from;
    while (x >= 0 && x <= n) {
      sum += term;
      term *=
        step === 1 ? ((n - x) * (a + x)) / ((x + 1) * (b + n - x - 1)) : (x * (b + n - x)) / ((n - x + 1) * (a + x - 1));
      x += step;
      if (term < sum * NEGLIGIBLE) break
    }
    return Math.min(1, sum)
  };
  const mean = (n * a) / (a + b);
  const cdf = (x        ) => (x < 0 ? 0 : x >= n ? 1 : x < mean ? tail(x, -1) : Math.max(0, 1 - tail(x + 1, 1)));
  const sf = (x        ) => (x < 0 ? 1 : x >= n ? 0 : x + 1 > mean ? tail(x + 1, 1) : Math.max(0, 1 - tail(x, -1)));
  return { pmf, cdf: x => cdf(Math.floor(x)), sf: x => sf(Math.floor(x)) }
}

/** p-values adjusted to control the family-wise error rate under any dependence (Holm 1979). */
function holm(p                   )           {
  return stepAdjusted(p, 'down', (rank, m) => m - rank + 1)
}

/**
 * Pearson's χ² test of observed counts against expected ones taken as exact (scipy's chisquare), k − 1 degrees of freedom.
 *
 * Something observed where nothing is expected gives an infinite statistic and p = 0; nothing where nothing is expected gives NaN.
 */
function chi2GoodnessOfFit(observed                   , expected                   )             {
  if (observed.length !== expected.length || observed.length < 2) {
    throw new RangeError(
      `Expected as many expected counts as observed ones, at least two, but found ${expected.length} and ${observed.length}`,
    )
  }
  const statistic = observed.reduce((sum, o, i) => sum + (o - (expected[i] ?? 0)) ** 2 / (expected[i] ?? 0), 0);
  if (Number.isNaN(statistic)) return { statistic, pValue: Number.NaN }
  return { statistic, pValue: statistic === Infinity ? 0 : chiSquared(observed.length - 1).sf(statistic) }
}

/** A column's name as ids and titles carry it, shortened where it is very long. */
const columnLabel = (name        )         => (name.length > 200 ? `${name.slice(0, 199)}…` : name);

/** The questions whose tests stand out (Benjamini and Hochberg 1995), the surest first. */
function advisoryList(measured                     , alpha        )           {
  return measured
    .flatMap(({ column, method, measurement: { effect, inference }, tested }) =>
      inference && tested && tested.advisoryPValue <= alpha
        ? [
            {
              column: columnLabel(column.name),
              question: method.question,
              effect,
              pValue: inference.pValue,
              adjustedPValue: tested.advisoryPValue,
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.pValue - b.pValue)
}

/** What a finding about a column means for the gate. */
                              
                         
                                                                                                                   
                                                                                                         
 

                                                                                

/**
 * Whether a column that failed or is undecided stops the gate.
 *
 * It does where the column is critical: named under `critical`, or where nothing is, without a weight. A column with a weight
 * counts by it (see the check of all weights together); any other is only watched. An undecided one is let through where
 * `on-inconclusive` says so. What is let through stays visible as a warning.
 */
function consequence(finding        , column        , rules       )              {
  if (finding !== 'fail' && finding !== 'inconclusive') return { status: finding }
  const weight = weightOf(column, rules);
  if (weight !== undefined) {
    return warning('weights', `it does not stop the gate by itself, but counts with its weight of ${figure(weight)}`)
  }
  if (rules.critical && !rules.critical.includes(column)) {
    return warning('critical', "it does not stop the gate, for the column is not named under 'critical'")
  }
  if (finding === 'inconclusive' && rules['on-inconclusive'] === 'warn') {
    return warning('on-inconclusive', "it is undecided and passes only because of 'on-inconclusive: warn'")
  }
  return { status: finding }
}

/** The importance by which a column counts, where it does not stop the gate by itself. */
const weightOf = (column        , { critical, weights }       )                     =>
  weights && Object.hasOwn(weights, column) && !critical?.includes(column) ? weights[column] : undefined;

const warning = (by                                            , why        )              => ({
  status: 'warn',
  letThrough: { by, why },
});

/**
 * Whether the columns that count by their weights have drifted together: the share of all weight that failing columns hold. Columns
 * that are undecided may have drifted or not, so the share has a least and a largest value. Undefined where no column has a weight.
 */
function driftedWeight(columns                  , settings                   )                    {
  const weighted = columns.flatMap(one => {
    const weight = weightOf(one.column, settings);
    return weight === undefined ? [] : [{ ...one, weight }]
  });
  if (weighted.length === 0) return undefined
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const share = (finding        ) =>
    weighted.reduce((sum, one) => sum + (one.finding === finding ? one.weight : 0), 0) / total;
  const limit = settings['max-drifted-weight'];
  const least = share('fail');
  const most = least + share('inconclusive');
  const finding         = least > limit ? 'fail' : most <= limit ? 'pass' : 'inconclusive';
  const open = finding === 'inconclusive' && settings['on-inconclusive'] === 'warn';
  const undecided = most > least ? `, and up to ${percent(most)} with those that are undecided` : '';
  return {
    id: 'columns.weight',
    title: 'Columns that drifted hold little weight together',
    status: open ? 'warn' : finding,
    measured: { value: Number.isNaN(least) ? null : least, n: weighted.length },
    required: { comparator: '<=', value: limit },
    reason: Number.isNaN(least)
      ? 'Expected columns with a weight above 0 but found none'
      : `Expected columns that drifted to hold at most ${percent(limit)} of the weight ${finding === 'pass' ? 'and' : 'but'} found ${percent(least)}${undecided}${open ? consequenceOf(settings) : ''}`,
    ...(finding === 'pass'
      ? {}
      : { hint: "See the warnings of the columns with a weight; if they matter less, lower their 'weights'" }),
  }
}

const consequenceOf = (settings                   )         => {
  const { letThrough } = consequence('inconclusive', '', { 'on-inconclusive': settings['on-inconclusive'] });
  return letThrough ? `; ${letThrough.why}` : ''
};

/** Bars of a column of categories: the reference's commonest, and one for all others. */
const BARS = 12;

/** The numbers of a column by the reference's deciles, or its categories, the reference's commonest first; undefined where a side has no value. */
function histogramOf(reference      , current      )                        {
  if (reference.categories.size > 0) return byCategory(reference, current)
  if (reference.numbers.length === 0 || current.numbers.length === 0) return undefined
  const edges = decileEdges(reference.numbers);
  const shares = ({ numbers }      ) => countByEdges(numbers, edges).map(count => count / numbers.length);
  return { edges, reference: shares(reference), current: shares(current) }
}

function byCategory(reference      , current      )                        {
  if (current.rows === current.missing) return undefined
  const ranked = [...reference.categories].sort(([a, m], [b, n]) => n.count - m.count || (a < b ? -1 : 1));
  const told = ranked.slice(0, BARS - 1).map(([name]) => name);
  const shares = ({ rows, missing, categories }      ) => {
    const own = told.map(name => (categories.get(name)?.count ?? 0) / (rows - missing));
    return [...own, Math.max(0, 1 - own.reduce((sum, share) => sum + share, 0))]
  };
  return withoutIdle({ edges: [], reference: shares(reference), current: shares(current) })
}

/** Without the bar for all others, where there are none: what rounding leaves of a share is no row. */
function withoutIdle({ edges, reference, current }           )            {
  const isIdle = [reference, current].every(shares => (shares.at(-1) ?? 0) < 1e-12);
  return isIdle
    ? { edges, reference: reference.slice(0, -1), current: current.slice(0, -1) }
    : { edges, reference, current }
}

/** A question asked of a column and what was measured. */
                           
                         
                                 
                                   
                                 
                        
                                                                                         
                          
 

                         
                                                                                                                               
                         
                                                        
                                 
                                                                                                             
                                 
 

/**
 * Every column measured by the method chosen for its distribution, and by every method that asks something else of its kind.
 *
 * p-values are adjusted over all tests of the run together. Holm's procedure keeps the chance of any false alarm, whatever the
 * tests' dependence; that of Benjamini and Hochberg keeps the expected share of false ones among the columns named. Tests that
 * could not have been significant, given totals over both sides, are left out of both families (Tarone 1990) and keep a p-value of 1.
 */
function measureColumns(
  columns                   ,
  settings                   ,
  seed        ,
)                                          {
  const deciding = METHODS.filter(isDeciding);
  const found = columns.flatMap(column => {
    const chosen = methodFor(column, settings.methods);
    return deciding.flatMap(method => {
      const asked = method.question === 'distribution' ? method === chosen : method.accepts.includes(column.kind);
      const measurement = asked ? method.measure(column, settings.alpha, `${seed} ${column.name}`) : undefined;
      return measurement ? [{ column, method, measurement, limit: limitFor({ column, method }, settings) }] : []
    })
  });
  const family = found.flatMap(one => {
    const { inference } = one.measurement;
    return inference?.testable ? [{ one, equal: inference.pValue, p: blocking(one) }] : []
  });
  const adjusted = holm(family.map(({ p }) => p));
  const advisory = benjaminiHochberg(family.map(({ equal }) => equal));
  const tested = new Map                     (
    family.map(({ one, p }, i) => [
      one.measurement,
      { pValue: p, adjustedPValue: adjusted[i] ?? 1, advisoryPValue: advisory[i] ?? 1 },
    ]),
  );
  const measured = found.map(one =>
    one.measurement.inference
      ? {
          ...one,
          tested: tested.get(one.measurement) ?? { pValue: blocking(one), adjustedPValue: 1, advisoryPValue: 1 },
        }
      : one,
  );
  return { measured, tests: family.length }
}

const blocking = ({ measurement: { inference }, limit }                                         )         =>
  inference?.beyond?.(limit) ?? inference?.pValue ?? 1;

/**
 * The one rule by which a measured change becomes a status.
 *
 * | status | when | what it rests on |
 * |---|---|---|
 * | `fail` | the effect exceeds the limit and is significant (Holm) | the chance that any column fails though none has changed is at most alpha |
 * | `inconclusive` | otherwise, if the effect's upper bound exceeds the limit | the change may be harmful, the rows are too few to tell |
 * | `warn` | otherwise, if the column is on the advisory list (Benjamini–Hochberg) | the columns differ, but harmlessly: the bound is within the limit |
 * | `pass` | otherwise | |
 *
 * What must be significant is that the effect exceeds the limit, where the method's law is known, else that there is one.
 * `pass` and `warn` both say: the true effect is at most the limit, with confidence 1 − alpha. A gate passes only where
 * every column does, so a harmful change in any column gets through with chance alpha at most; no adjustment is needed for
 * that (an intersection–union test, Berger 1982). A measurement without inference is the whole truth about the rows at hand,
 * and only its size decides.
 */
function decide(
  { measurement: { effect, inference }, limit, tested }                                                    ,
  alpha        ,
)         {
  if (!inference) return effect > limit ? 'fail' : 'pass'
  if (effect > limit && tested !== undefined && tested.adjustedPValue <= alpha) return 'fail'
  if (!(inference.interval[1] <= limit)) return 'inconclusive'
  return tested !== undefined && tested.advisoryPValue <= alpha ? 'warn' : 'pass'
}

/** Names of the two tables' files. */
                        
                            
                          
 

/** A place in a table: a column, and a line where there is one to look at. */
const at = (file        , column        , line         )           => ({
  file,
  column: column.slice(0, 1024),
  ...(line === undefined ? {} : { line }),
});

/** Whether both sides of a numeric column hold whole numbers that are all different, as row ids are. */
const looksLikeId = ({ kind, reference, current }        )          =>
  kind === 'numeric' && allDifferent(reference) && allDifferent(current);

const allDifferent = ({ numbers }      )          =>
  numbers.length > 1 && numbers.every((value, i) => Number.isInteger(value) && value !== numbers[i - 1]);

/** What to do about a column that did not pass; `needed` of one that is undecided. */
function hintFor(status        , { column, method }          , needed                    )                     {
  if (status === 'pass') return undefined
  if (status === 'warn') return 'The change is real but harmless by this limit: watch whether it grows'
  if (status === 'inconclusive') return needed && moreRows(needed)
  if (method.question === 'distribution' && looksLikeId(column)) {
    return "All values are different whole numbers: if they identify rows, name the column under 'ignore'"
  }
  return `${method.remedy}; if the change is harmless, raise '${method.harmless === undefined ? method.limit : `limits.${method.id}`}'`
}

/** No more rows than `most` would be looked at. */
function moreRows({ rows: needed, most, drifted, found }        )         {
  if (needed !== undefined && needed.rows > most) {
    return `About ${grouped(needed.rows)} numbers would settle it, but no more than ${grouped(most)} of a column are compared: raise the limit`
  }
  if (needed === undefined && drifted) {
    return 'The change is real, and about as large as the limit: look at what changed, and raise the limit if that is harmless'
  }
  if (needed === undefined) return 'No number of rows would settle it at this limit: raise the limit'
  const premise = drifted ? 'if the change stays as it is' : 'if nothing has drifted';
  return needed.side === 'current'
    ? `About ${grouped(needed.rows)} current rows would settle it ${premise}; there are ${grouped(found.current)}`
    : `About ${grouped(needed.rows)} rows in each table would settle it ${premise}; there are ${grouped(found.reference)} and ${grouped(found.current)}`
}

/**
 * About how many rows would bring the upper bound down to the limit, to two digits: of the current side if that can be enough,
 * else of each side. `drifted`: the change found is taken as real, not as chance. Undefined where no number would do.
 */
function rowsNeeded({ rows, upperAt }           , limit        , drifted         )                         {
  const current = smallestRows(rows.current, m => upperAt(rows.reference, m, drifted) <= limit);
  if (current !== undefined) return { side: 'current', rows: current }
  const each = smallestRows(Math.min(rows.reference, rows.current), n => upperAt(n, n, drifted) <= limit);
  return each === undefined ? undefined : { side: 'each', rows: each }
}

/** What it would take to settle an undecided check. */
                         
                                                 
                            
                                                                 
                       
                                                                  
                           
                                   
 

/** The rows that an undecided check needs; undefined where it has no interval that rows could narrow. */
function neededBy({ column, method, measurement, limit, tested }          , alpha        )                     {
  const { inference } = measurement;
  if (!inference) return undefined
  const drifted = tested !== undefined && tested.advisoryPValue <= alpha;
  const rows = rowsNeeded(inference, limit, drifted);
  return {
    ...(rows ? { rows } : {}),
    most: isDrawn(column) && method.question === 'distribution' ? DRAWN : Number.POSITIVE_INFINITY,
    drifted,
    found: inference.rows,
  }
}

const isDrawn = ({ kind }        )          => kind === 'numeric' || kind === 'datetime';

/** One sentence: what was expected, what was found, and how sure that is. */
function reasonFor(status        , measured          , alpha        )         {
  const { column, method, measurement, limit, tested } = measured;
  const { effect, detail, values, inference } = measurement;
  const told = [detail, column.sensitive ? undefined : values].filter(part => part !== undefined).join(': ');
  const expected = `Expected ${method.quantity} of at most ${figure(limit)}`;
  const found = `found ${figure(effect)}${told === '' ? '' : ` (${told})`}`;
  if (!inference) return `${expected} ${status === 'fail' ? 'but' : 'and'} ${found}`
  const upper = `${figure(inference.interval[1])} with ${percent(1 - alpha)} confidence`;
  const p = `adjusted ${pValueWords(tested?.adjustedPValue ?? 1)}`;
  const sentences                         = {
    fail: `${expected} but ${found}, ${p}`,
    inconclusive: `${expected} but ${found}, ${p}, and it may be up to ${upper}`,
    warn: `${expected} and ${found}, which is more than chance (${pValueWords(tested?.advisoryPValue ?? 1)}, Benjamini–Hochberg) but no more than ${upper}`,
    pass: `${expected} and ${found}, no more than ${upper}`,
  };
  return sentences[status]
}

/** What was measured of a column, held against its limit. */
function measuredCheck(measured          , settings                   , files       )         {
  const { column, method, measurement, limit, tested } = measured;
  const { effect, n, line, inference } = measurement;
  const { alpha } = settings;
  const finding = decide(measured, alpha);
  const { status, letThrough } = consequence(finding, column.name, settings);
  const needed = finding === 'inconclusive' ? neededBy(measured, alpha) : undefined;
  const hint = hintFor(finding, measured, needed);
  const reason = reasonFor(finding, measured, alpha);
  const check        = {
    id: `${columnLabel(column.name)}.${method.question}`,
    title: `${columnLabel(column.name)}: ${method.claim}`,
    status,
    measured: {
      value: effect,
      ...(inference ? { interval: [...inference.interval], level: 1 - 2 * alpha } : {}),
      ...(tested ? { pValue: tested.pValue, adjustedPValue: tested.adjustedPValue } : {}),
      method: method.id,
      n,
    },
    required: { comparator: '<=', value: limit },
    reason: letThrough ? `${reason}; ${letThrough.why}` : reason,
    ...(hint === undefined ? {} : { hint }),
    ...(status === 'pass' ? {} : { locations: [at(files.current, column.name, line)] }),
  };
  const rows = needed?.rows && needed.rows.rows <= needed.most ? needed.rows : undefined;
  return { finding, check, ...(letThrough ? { letThrough } : {}), ...(rows ? { rows } : {}) }
}

/** A column that has values, but not what the chosen method needs: nobody knows whether it has drifted. */
const notMeasured = ({ name }        , method                , files       )        => ({
  id: `${columnLabel(name)}.${method.question}`,
  title: `${columnLabel(name)}: ${method.claim}`,
  status: 'inconclusive',
  measured: { value: null, method: method.id },
  reason: `Expected ${method.needs ?? 'values'} for the method '${method.id}' but found none such on both sides`,
  hint: `Choose another method for the column under 'methods'`,
  locations: [at(files.current, name)],
});

/** A column of numbers that now holds text, or of text that now holds numbers only, none of them a known category. */
const changedType           = (column, files) => {
  const { name, kind, cells } = column;
  const { text, rows, missing } = cells.current;
  const found = rows - missing;
  if (kind === 'numeric' && text.count > 0) {
    return {
      ...check(column),
      measured: { value: text.count, unit: 'rows', share: text.count / found, n: found },
      required: { comparator: '=', value: 0, unit: 'rows' },
      reason: `Expected only numbers, as in the reference, but found ${grouped(text.count)} of ${grouped(found)} cells that are none`,
      hint: 'Write numbers as plain decimals, and missing values as empty cells',
      locations: [at(files.current, name, text.line)],
    }
  }
  if (kind === 'datetime' && found > cells.current.dates) {
    const others = found - cells.current.dates;
    return {
      ...check(column),
      measured: { value: others, unit: 'rows', share: others / found, n: found },
      required: { comparator: '=', value: 0, unit: 'rows' },
      reason: `Expected only dates, as in the reference, but found ${grouped(others)} of ${grouped(found)} cells that are none`,
      hint: 'Write dates as 2024-05-17 and times as 2024-05-17T08:30:00Z, and missing values as empty cells',
      locations: [at(files.current, name)],
    }
  }
  if ((isCategorical(kind) || kind === 'text') && found > 0 && text.count === 0 && !isKnown(column)) {
    return {
      ...check(column),
      measured: { value: 'numbers', n: found },
      required: { comparator: 'is', value: 'text' },
      reason: 'Expected text, as in the reference, but found only numbers',
      hint: 'Check that the column holds what it did when the reference was written',
      locations: [at(files.current, name)],
    }
  }
  return undefined
};

const check = ({ name }        )                                         => ({
  id: `${columnLabel(name)}.type`,
  title: `${columnLabel(name)}: same type of values`,
  status: 'fail',
});

/** Codes such as 1, 2, unknown: a current table without the one text is no change of type. */
const isKnown = ({ kind, reference, current }        )          =>
  isCategorical(kind) && [...current.categories.keys()].some(category => reference.categories.has(category));

/** Dates move on by themselves, so that their distribution is compared only where the settings choose a method for it. */
const datesMoveOn           = ({ name, kind }, files, method) => {
  if (kind !== 'datetime' || method) return undefined
  return {
    id: `${columnLabel(name)}.comparable`,
    title: `${columnLabel(name)}: a method is chosen for dates`,
    status: 'warn',
    measured: { value: 'dates' },
    required: { comparator: 'is', value: 'a method for dates' },
    reason:
      'Expected a method for dates, which move on by themselves, but found none chosen: the distribution is not compared',
    hint: "Choose one under 'methods', such as kolmogorov-smirnov, or name the column under 'ignore'",
    locations: [at(files.reference, name)],
  }
};

/** A reference column of numbers with text among them, too varied to be categories: it is neither, so nothing can be said. */
const mixedValues           = ({ name, kind, cells: { reference } }, files) => {
  if (kind !== 'mixed') return undefined
  const found = reference.rows - reference.missing;
  const { count, line } = reference.text;
  return {
    id: `${columnLabel(name)}.type`,
    title: `${columnLabel(name)}: numbers or categories`,
    status: 'inconclusive',
    measured: { value: count, unit: 'rows', share: count / found, n: found },
    required: { comparator: '=', value: 0, unit: 'rows' },
    reason: `Expected numbers or categories but found text in ${grouped(count)} of ${grouped(found)} cells of the reference, among numbers`,
    hint: "Leave cells without a number empty in both tables, or name the column under 'ignore'",
    locations: [at(files.reference, name, line)],
  }
};

/** A side without a value: what is missing is told by the missing share, but whether the rest has drifted nobody knows. */
const noValues           = ({ name, kind, reference, current }, files) => {
  if (kind === 'text' || kind === 'mixed' || kind === 'embedding' || kind === 'rows') return undefined
  const sides = [
    ...(isEmpty(kind, reference) ? ['the reference'] : []),
    ...(isEmpty(kind, current) ? ['the current table'] : []),
  ];
  if (sides.length === 0) return undefined
  return {
    id: `${columnLabel(name)}.distribution`,
    title: `${columnLabel(name)}: same distribution`,
    status: 'inconclusive',
    measured: { value: null },
    reason: `Expected ${kind === 'numeric' ? 'finite numbers' : 'values'} to compare but found none in ${sides.join(' and ')}`,
    hint: "Fill the column, or name it under 'ignore' if the model does not use it",
    locations: [at(isEmpty(kind, current) ? files.current : files.reference, name)],
  }
};

const isEmpty = (kind                , { numbers, categories, others }      )          =>
  kind === 'numeric' || kind === 'datetime' ? numbers.length === 0 : categories.size + others === 0;

/** NaN, ±Inf or a number too large for a double in a column of numbers; the finite ones are compared without it. */
const nonFinite           = ({ name, kind, cells }, files) => {
  const side = cells.current.nonFinite.count > 0 ? 'current' : 'reference';
  const { nonFinite: found, rows } = cells[side];
  if (kind !== 'numeric' || found.count === 0) return undefined
  return {
    id: `${columnLabel(name)}.finite`,
    title: `${columnLabel(name)}: finite numbers`,
    status: side === 'current' ? 'fail' : 'inconclusive',
    measured: { value: found.count, unit: 'rows', share: found.count / rows, n: rows },
    required: { comparator: '=', value: 0, unit: 'rows' },
    reason: `Expected finite numbers but found NaN or an infinity in ${grouped(found.count)} of ${grouped(rows)} rows of the ${side} table`,
    hint: 'Mend the computation that makes them, or write an empty cell where a value is missing',
    locations: [at(files[side], name, found.line)],
  }
};

/** Ids, free text: values that do not repeat have no distribution to compare. */
const notComparable           = ({ name, kind }, files, method) => {
  if (kind !== 'text' || method) return undefined
  return {
    id: `${columnLabel(name)}.comparable`,
    title: `${columnLabel(name)}: values repeat`,
    status: 'warn',
    measured: { value: 'ids or free text' },
    required: { comparator: 'is', value: 'numbers or categories' },
    reason: `Expected at most ${grouped(MAX_CATEGORIES)} categories, each in ${ROWS_PER_CATEGORY} rows of the reference on average, but found more: the distribution is not compared`,
    hint: "Name the column under 'ignore' if it is an id, or choose a method for texts under 'methods'",
    locations: [at(files.reference, name)],
  }
};

var obstacles = /*#__PURE__*/Object.freeze({
  __proto__: null,
  changedType: changedType,
  datesMoveOn: datesMoveOn,
  mixedValues: mixedValues,
  noValues: noValues,
  nonFinite: nonFinite,
  notComparable: notComparable
});

/** How numbers are drawn where a column has more than are compared, for evidence. */
const SAMPLING =
  `Where a column has more than ${grouped(DRAWN)} finite numbers, those of the rows with the ${grouped(DRAWN)} smallest lots are compared; ` +
  "a lot is a 32-bit hash (MurmurHash3's finalizer) of the byte on which the row begins, or of its number or line in files that are read by them. " +
  'Everything else is counted over all rows: missing values, categories, unseen ones, cells that are no number, extremes, means and deviations';

/** Of how many numbers of each side how many are compared; undefined where all are. */
function drawnOf({ reference, current }        )                    {
  if (reference.drawnFrom === undefined && current.drawnFrom === undefined) return undefined
  const side = ({ numbers, drawnFrom = numbers.length }      ) => ({ of: drawnFrom, compared: numbers.length });
  return { reference: side(reference), current: side(current) }
}

/** A check of a column, and the rows that would settle it where it is undecided. */
                     
                         
                                        
 

/**
 * Rows that settle every undecided check that rows can settle: the most that any of them needs. Those that need rows in each table keep
 * to them with more in the other, as those that need current rows alone do. Undefined where fewer than two are undecided.
 */
function settlingRows(checks                      )                          {
  const undecided = checks.filter(({ status }) => status === 'inconclusive');
  if (undecided.length < 2) return undefined
  const needs = undecided.flatMap(({ rows }) => rows ?? []);
  const most = (of                       ) => Math.max(0, ...of.map(({ rows }) => rows));
  const reference = most(needs.filter(({ side }) => side === 'each'));
  return {
    undecided: undecided.length,
    settled: needs.length,
    current: most(needs),
    ...(reference > 0 ? { reference } : {}),
  }
}

const OBSTACLES                      = Object.values(obstacles);

                             
                          
                                            
 

/** Holds the columns of the current table against those of the reference: checks in the columns' order, and the table of numbers. */
function compareColumns(
  columns                   ,
  settings                   ,
  files       ,
  seed = '',
)             {
  const { measured, tests } = measureColumns(columns, settings, seed);
  const compared = columns.map(column => {
    const own = measured.filter(one => one.column === column);
    const method = methodFor(column, settings.methods);
    const judged = own.map(one => measuredCheck(one, settings, files));
    const obstructed = OBSTACLES.flatMap(obstacle => obstacle(column, files, method) ?? []).map(check =>
      // A critical column that is not compared is not known to be as it was.
      check.status === 'warn' && settings.critical?.includes(column.name)
        ? { ...check, status: 'inconclusive'          }
        : check,
    );
    const checks = [
      ...obstructed,
      ...judged.map(({ check }) => check),
      ...(method && !own.some(one => one.method === method) && obstructed.length === 0
        ? [notMeasured(column, method, files)]
        : []),
    ];
    const finding = worst(judged);
    return { checks, judged, column: column.name, finding, row: rowOf$1(column, own, worst(checks)) }
  });
  const used = METHODS.filter(
    method =>
      measured.some(one => one.method === method) ||
      (isReporting(method) && columns.some(column => method.accepts.includes(column.kind))),
  );
  const weight = driftedWeight(compared, settings);
  const settling = settlingRows(
    compared.flatMap(({ checks, judged }) =>
      checks.map(check => ({ status: check.status, rows: judged.find(one => one.check === check)?.rows })),
    ),
  );
  return {
    checks: [...compared.flatMap(({ checks }) => checks), ...(weight ? [weight] : [])],
    result: {
      alpha: settings.alpha,
      level: 1 - 2 * settings.alpha,
      limits: {
        effect: settings['max-effect'],
        missingChange: settings['max-missing-change'],
        unseenShare: settings['max-unseen-share'],
      },
      tests,
      advisory: advisoryList(measured, settings.alpha),
      onInconclusive: settings['on-inconclusive'],
      letThrough: compared.flatMap(({ judged }) =>
        judged.flatMap(({ check, finding, letThrough }) =>
          letThrough ? [{ check: check.id, finding, by: letThrough.by }] : [],
        ),
      ),
      ...(settling ? { settling } : {}),
      ...(columns.some(column => drawnOf(column)) ? { sampling: SAMPLING } : {}),
      methods: used.map(({ id, title, variant }) => ({ id, title, variant })),
      columns: compared.map(({ row }) => row).toSorted(byStatusAndEffect),
    },
  }
}

function rowOf$1(column        , measured                     , status        )           {
  const { name, kind, reference, current } = column;
  const distribution = measured.find(({ method }) => method.question === 'distribution');
  const missing = measured.find(({ method }) => method.question === 'missing-share');
  const unseen = isCategorical(kind) ? unseenOf(column) : undefined;
  const drawn = drawnOf(column);
  const histogram = histogramOf(reference, current);
  return {
    column: columnLabel(name),
    kind,
    status,
    ...(distribution ? { method: distribution.method.id, ...numbersOf$1(distribution) } : {}),
    reported: Object.fromEntries(
      METHODS.flatMap(method => {
        const value = isReporting(method) && method.accepts.includes(kind) ? method.report(column) : undefined;
        return value === undefined ? [] : [[method.id, value]]
      }),
    ),
    missing: {
      reference: reference.missing / reference.rows,
      current: current.missing / current.rows,
      ...(missing ? numbersOf$1(missing) : {}),
    },
    ...(unseen
      ? {
          unseen: {
            rows: unseen.rows,
            share: unseen.rows / current.rows,
            ...(unseen.values && !column.sensitive ? { values: unseen.values } : {}),
          },
        }
      : {}),
    ...(kind === 'numeric' && !column.sensitive ? { summary: summaryOf(column) } : {}),
    ...(drawn ? { drawn } : {}),
    ...(histogram ? { histogram: column.sensitive ? { ...histogram, edges: [] } : histogram } : {}),
  }
}

function summaryOf({ cells: { reference, current } }        )                      {
  return {
    ...(reference.summary ? { reference: { ...reference.summary } } : {}),
    ...(current.summary ? { current: { ...current.summary } } : {}),
  }
}

function numbersOf$1({ measurement: { effect, inference }, limit, tested }          )         {
  return {
    effect,
    limit,
    ...(inference ? { interval: [...inference.interval] } : {}),
    ...(tested ? { pValue: tested.pValue, adjustedPValue: tested.adjustedPValue } : {}),
  }
}

const WORST_FIRST$1                    = ['fail', 'inconclusive', 'warn', 'pass'];

function worst(checks                             )         {
  const found = checks.map(check => ('finding' in check ? check.finding : check.status));
  return WORST_FIRST$1.find(status => found.includes(status)) ?? 'inconclusive'
}

const byStatusAndEffect = (a          , b          ) =>
  WORST_FIRST$1.indexOf(a.status) - WORST_FIRST$1.indexOf(b.status) || (b.effect ?? 0) - (a.effect ?? 0);

/** A column of both tables and where it stands in each, from 0. */
                               
                       
                            
                          
 

                       
                                 
                                                      
                          
 

                                                           
                                                                    

/** Which columns to compare: those asked for, or all but the ignored, in the reference's order. A table names every column once. */
function columnsToCompare(headers         , { columns, ignore = [] }        , files       )       {
  const all = new Set([...headers.reference, ...headers.current]);
  for (const name of [...(columns ?? []), ...ignore]) if (!all.has(name)) throw unknownColumn(name, all, files)
  const wanted = [...all].filter(name => (columns?.includes(name) ?? true) && !ignore.includes(name));
  const shared                 = [];
  const checks          = [];
  for (const name of wanted) {
    const reference = headers.reference.indexOf(name);
    const current = headers.current.indexOf(name);
    if (reference < 0) checks.push(absent(name, files, 'reference', columns === undefined ? 'warn' : 'inconclusive'));
    else if (current < 0) checks.push(absent(name, files, 'current', 'fail'));
    else shared.push({ name, reference, current });
  }
  if (shared.length === 0) throw noSharedColumn(wanted.length, files)
  return { shared, checks }
}

function absent(name        , files       , side             , status                 )        {
  const label = columnLabel(name);
  const missing = side === 'current';
  return {
    id: `${label}.present`,
    title: `${label}: in both tables`,
    status,
    measured: { value: `only in the ${missing ? 'reference' : 'current table'}` },
    required: { comparator: 'is', value: 'in both tables' },
    reason: missing
      ? 'Expected the column of the reference in the current table but found none'
      : 'Expected every column in the reference but found one that it does not have, and nothing to compare it with',
    hint: missing
      ? "Restore the column, or name it under 'ignore' if the model does not use it"
      : "Name the column under 'ignore', or compare with a reference that has it",
    locations: [at(files[side], name, 1)],
  }
}

function unknownColumn(name        , all                     , files       )            {
  const meant = closestMatch(name, [...all], { maxDistance: Math.ceil(name.length / 3) });
  return new UserError(
    'drift.unknown-column',
    `Expected a column of ${files.reference} or ${files.current} but found ${quoted(name)}${meant === undefined ? '' : `: did you mean ${quoted(meant)}?`}`,
    { hint: "Name columns under 'columns' and 'ignore' as the header of the tables writes them" },
  )
}

function noSharedColumn(wanted        , files       )            {
  return new UserError(
    'drift.no-shared-column',
    wanted === 0
      ? "Expected a column to compare but 'columns' and 'ignore' leave none"
      : `Expected ${files.reference} and ${files.current} to share a column but found none`,
    { hint: "Compare tables with the same header, and check 'columns' and 'ignore'" },
  )
}

/** How pandas' read_csv reads a column: the type it infers from all cells, and the values, undefined where one is missing. */
                          
                                                                                         
                                                                                         

/** Spellings that read_csv takes for a missing value. */
const MISSING = new Set(
  [
    '',
    '#N/A',
    '#N/A N/A',
    '#NA',
    '-1.#IND',
    '-1.#QNAN',
    '-NaN',
    '-nan',
    '1.#IND',
    '1.#QNAN',
    '<NA>',
    'N/A',
    'NA',
    'NULL',
  ].concat(['NaN', 'None', 'n/a', 'nan', 'null']),
);
const WHOLE = /^\s*[+-]?\d{1,18}\s*$/;
const DECIMAL = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;
const INFINITE = /^\s*([+-]?)(inf|infinity)\s*$/i;
const TRUTH$1                                   = {
  True: 'True',
  TRUE: 'True',
  true: 'True',
  False: 'False',
  FALSE: 'False',
  false: 'False',
};

function pandasColumn(cells                   )               {
  const present = cells.map(cell => (MISSING.has(cell) ? undefined : cell));
  const given = present.filter(cell => cell !== undefined);
  const whole = given.length === cells.length && given.every(cell => WHOLE.test(cell));
  if (whole || given.every(cell => DECIMAL.test(cell) || INFINITE.test(cell))) {
    return {
      dtype: whole ? 'int' : 'float',
      values: present.map(cell => (cell === undefined ? undefined : number(cell))),
    }
  }
  if (given.length === cells.length && given.every(cell => Object.hasOwn(TRUTH$1, cell))) {
    return { dtype: 'bool', values: given.map(cell => TRUTH$1[cell]) }
  }
  return { dtype: 'text', values: present }
}

function number(cell        )         {
  const sign = INFINITE.exec(cell)?.[1];
  return sign === undefined ? Number(cell) : sign === '-' ? -Infinity : Infinity
}

/** Rows that another tool's rules are computed over; of more, a sample. */
const PROFILE_ROWS = 100_000;

/** Compares tables by the rules of another tool, which alone decide; whether each column drifted is told beside. */
function compareByProfile(
  { reference, current }             ,
  rows                                                          ,
  profile         ,
  settings                   ,
  files       ,
)             {
  const compared = [...reference.columns.keys()].map(name => {
    const sides = [reference, current].map(sample => pandasColumn(sample.columns.get(name) ?? []));
    const [before, now] = sides;
    if (!before || !now) throw new Error('Expected two sides')
    const finding = profile.compare(before, now, name, settings.limits);
    const [p = 0, q = 0] = sides.map(({ values }) => values.filter(value => value === undefined).length / values.length);
    return { name, finding, row: rowOf(name, finding, { reference: p, current: q }) }
  });
  const samples = { reference, current };
  const verdict = profile.decide(compared.map(({ finding }) => finding));
  return {
    checks: [
      {
        id: 'table.drift',
        title: `The table has not drifted by the rules of ${profile.tool}`,
        ...verdict,
        ...(verdict.status === 'pass' ? {} : { hint: `${profile.rule}. See what is said of each column` }),
        locations: [{ file: files.current }],
      },
      ...(['reference', 'current']         ).flatMap(side =>
        samples[side].rows < rows[side] ? [drawn(side, samples[side].rows, rows[side], files)] : [],
      ),
      ...compared.map(({ name, finding }) => checkOf$1(name, finding, profile, files)),
    ],
    result: {
      profile: {
        id: profile.id,
        tool: profile.tool,
        rule: profile.rule,
        rows: { reference: reference.rows, current: current.rows },
        caveats: [...profile.caveats],
      },
      alpha: settings.alpha,
      level: 1 - 2 * settings.alpha,
      limits: {
        effect: settings['max-effect'],
        missingChange: settings['max-missing-change'],
        unseenShare: settings['max-unseen-share'],
      },
      tests: 0,
      methods: [],
      columns: compared.map(({ row }) => row).toSorted((a, b) => rank(a) - rank(b)),
    },
  }
}

/** Drifted columns first, then those of which nothing is known. */
const rank = ({ tool }          )         => (tool?.drifted ? 0 : tool?.drifted === undefined ? 1 : 2);

const KINDS                                       = { num: 'numeric', cat: 'categorical', text: 'text' };

function rowOf(
  name        ,
  { kind, ...tool }             ,
  missing                                        ,
)           {
  return {
    column: columnLabel(name),
    kind: KINDS[kind] ?? 'mixed',
    status: tool.drifted === false ? 'pass' : 'warn',
    method: tool.method,
    tool,
    reported: {},
    missing,
  }
}

function checkOf$1(name        , finding             , profile         , files       )        {
  const { method, score, threshold, comparator, drifted, note } = finding;
  const bar = threshold === undefined ? '' : ` (drift is ${comparator} ${figure(threshold)})`;
  const said = score === undefined ? 'no score' : `${figure(score)}${bar}`;
  return {
    id: `${columnLabel(name)}.distribution`,
    title: `${columnLabel(name)}: ${method} of ${profile.tool}`,
    status: drifted === false ? 'pass' : 'warn',
    measured: { value: score ?? null, method },
    ...(threshold === undefined ? {} : { required: { comparator: OPPOSITE[comparator], value: threshold } }),
    reason:
      drifted === undefined
        ? `Expected a score of the tool's but found none: ${note ?? 'it has none for this column'}`
        : `Expected no drift by the tool's rule ${drifted ? 'but' : 'and'} found ${said}${note === undefined ? '' : `; ${note}`}`,
    ...(drifted === false ? {} : { locations: [at(files.current, name)] }),
  }
}

const OPPOSITE = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };         

/** The numbers are of a sample, so the tool's own differ. */
const drawn = (side             , found        , rows        , files       )        => ({
  id: `${side}.sample`,
  title: `All rows of the ${side} table are compared`,
  status: 'warn',
  measured: { value: found, unit: 'rows', n: rows },
  required: { comparator: '=', value: rows, unit: 'rows' },
  reason: `Expected all ${grouped(rows)} rows but compared ${grouped(found)}, drawn by their place: the tool's own numbers differ`,
  locations: [{ file: files[side] }],
});

/** Rows of each value on both sides, missing left out: numbers equal numbers, however written. */
function valueCounts(
  reference              ,
  current              ,
)                                                                   {
  const counts = new Map                                                         ();
  for (const side of ['reference', 'current']         ) {
    for (const value of (side === 'reference' ? reference : current).values) {
      if (value === undefined) continue
      const found = counts.get(value) ?? { reference: 0, current: 0 };
      found[side]++;
      counts.set(value, found);
    }
  }
  return [...counts].map(([value, found]) => ({ value, ...found }))
}

/** Up to this many rows of the reference Evidently tests, beyond it measures a distance. */
const FEW_ROWS = 1000;

/** A column of whole numbers with so many different ones or fewer is categorical. */
const FEW_NUMBERS = 10;

/** A numeric column with so many different values or fewer is compared as a categorical one. */
const FEW_VALUES = 5;

/** The dataset has drifted where this share of the columns has. */
const DRIFT_SHARE = 0.5;

/** DataDriftPreset of Evidently 0.7.21 with its defaults. */
const evidently          = {
  id: 'evidently',
  tool: 'Evidently 0.7.21, DataDriftPreset',
  rule: 'The table has drifted where at least half of its columns have',
  caveats: [
    "Its χ² test takes the reference's shares as exact, though they are estimated too: without any drift it rejects far more often than 5 % (44.7 % at 300 rows a side and eight even categories), and a category that the reference lacks gives p = 0 in one row",
    'Above 1 000 rows of reference it holds distances against 0.1 whatever the number of current rows: few current rows alarm without drift (70 % of numeric columns at 100 rows), and no confidence is stated',
    'Its Jensen–Shannon number is the distance with the natural logarithm, at most 0.833, not the divergence and not to base 2',
    'Half of the columns must drift for the table to have: a few columns that moved far go unnoticed',
    'Missing values are dropped before anything is compared: a column that loses them, or gains them, has not drifted',
  ],
  compare(reference, current) {
    const kind = kindOf(current);
    if (kind === 'text') {
      return {
        ...NOTHING$1,
        kind,
        method: reference.values.length > FEW_ROWS ? 'Absolute text content drift' : 'Percentile text content drift',
        note: 'Evidently trains a classifier on the texts, whose random numbers are not reproduced here',
      }
    }
    const [x, y] = [given(reference), given(current)];
    if (x.length === 0 || y.length === 0) {
      return { ...NOTHING$1, kind, method: 'none', note: 'Evidently raises an error for a column without a value' }
    }
    if (kind === 'num' && !x.every(value => typeof value === 'number')) {
      return { ...NOTHING$1, kind, method: 'none', note: 'Evidently raises an error: the reference holds text' }
    }
    if (reference.values.some(isInfinite) || current.values.some(isInfinite)) {
      return {
        ...NOTHING$1,
        kind,
        method: 'none',
        note: 'Evidently says two things of infinities, by column and by table',
      }
    }
    const different = new Set([...x, ...y]).size;
    if (kind === 'num' && different > FEW_VALUES) return ofNumbers$2(x, y)
    return { kind, ...ofCategories$1(reference, current, different) }
  },
  decide(findings) {
    const drifted = findings.filter(finding => finding.drifted).length;
    const unknown = findings.filter(finding => finding.drifted === undefined).length;
    const [least, most] = [drifted / findings.length, (drifted + unknown) / findings.length];
    const status =
      least >= DRIFT_SHARE ? 'fail' : most < DRIFT_SHARE && unknown < findings.length ? 'pass' : 'inconclusive';
    return {
      status,
      reason: `Expected less than ${percent(DRIFT_SHARE)} of the columns to have drifted by Evidently's rules ${status === 'pass' ? 'and' : 'but'} found ${drifted} of ${findings.length}${unknown > 0 ? `, and ${unknown} of which nothing is known` : ''}`,
      measured: { value: least, unit: 'share of columns', n: findings.length },
      required: { comparator: '<', value: DRIFT_SHARE },
    }
  },
};

const NOTHING$1 = { comparator: '>=' };         

const isInfinite = (value                             )          => value === Infinity || value === -Infinity;

const given = ({ values }              )                      => [...values].filter(value => value !== undefined);

/** What `infer_column_type` makes of the current column. */
function kindOf(column              )                         {
  const present = column.values.filter(value => value !== undefined);
  const different = new Set         (present).size;
  if (column.dtype === 'float') return 'num'
  if (column.dtype === 'int') return different <= FEW_NUMBERS ? 'cat' : 'num'
  if (column.dtype === 'bool') return 'cat'
  return different > present.length / 2 ? 'text' : 'cat'
}

function ofNumbers$2(x                              , y                              )              {
  const [a, b] = [x, y].map(values => Float64Array.from(values, Number).sort());
  if (a === undefined || b === undefined) throw new Error('Expected two sides')
  if (x.length <= FEW_ROWS) {
    const score = ks2samp(a, b).pValue;
    return { kind: 'num', method: 'K-S p_value', score, threshold: 0.05, comparator: '<=', drifted: score <= 0.05 }
  }
  const score = wassersteinDistance(a, b) / Math.max(spread(a), 0.001);
  return {
    kind: 'num',
    method: 'Wasserstein distance (normed)',
    score,
    threshold: 0.1,
    comparator: '>=',
    drifted: score >= 0.1,
  }
}

function ofCategories$1(reference              , current              , different        )                            {
  const counts = valueCounts(reference, current);
  const n = counts.reduce((sum, one) => sum + one.reference, 0);
  const m = counts.reduce((sum, one) => sum + one.current, 0);
  if (n > FEW_ROWS) {
    const divergence = jensenShannonDivergence(
      counts.map(one => one.reference),
      counts.map(one => one.current),
    );
    const score = Math.sqrt(divergence);
    return { method: 'Jensen-Shannon distance', score, threshold: 0.1, comparator: '>=', drifted: score >= 0.1 }
  }
  if (different > 2) {
    const expected = counts.map(one => one.reference * (m / n));
    const score = chi2GoodnessOfFit(
      counts.map(one => one.current),
      expected,
    ).pValue;
    return { method: 'chi-square p_value', score, threshold: 0.05, comparator: '<', drifted: score < 0.05 }
  }
  const score = different === 1 ? 1 : zTest(counts, n, m);
  return { method: 'Z-test p_value', score, threshold: 0.05, comparator: '<', drifted: score < 0.05 }
}

/** Of the rows that do not hold the smallest value; p by 1 − Φ, as there, so that it ends at 1e-16. */
function zTest(
  counts                                                                           ,
  n        ,
  m        ,
)         {
  const smallest = counts.reduce((a, b) => (a.value <= b.value ? a : b));
  const [p, q] = [(n - smallest.reference) / n, (m - smallest.current) / m];
  const pooled = (p * n + q * m) / (n + m);
  const z = (p - q) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  return 2 * (1 - normal.cdf(Math.abs(z)))
}

/** Counts per bin between ascending edges, closed below, the last bin closed above too (numpy.histogram with given edges). */
function histogram(values                   , edges                   )           {
  const counts = new Array        (Math.max(0, edges.length - 1)).fill(0);
  const last = edges.at(-1) ?? Number.NaN;
  for (const value of values) {
    const bin = value === last ? counts.length - 1 : countUpTo(edges, value) - 1;
    if (bin >= 0 && bin < counts.length) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts
}

/** Edges of bins of one width by Doane's rule (1976), as numpy.histogram_bin_edges makes them of floats. */
function doaneEdges(values                   )           {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (low === high) return [low - 0.5, high + 0.5]
  const n = values.length;
  const bins = n > 2 ? Math.ceil((high - low) / ((high - low) / doane(values))) : 1;
  const step = (high - low) / bins;
  return Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : low + i * step))
}

function doane(values                   )         {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  const skewness = values.reduce((sum, value) => sum + ((value - mean) / sd) ** 3, 0) / n;
  const unit = Math.sqrt((6 * (n - 2)) / ((n + 1) * (n + 3)));
  return 1 + Math.log2(n) + Math.log2(1 + Math.abs(skewness) / unit)
}

/** How many edges are at most the value. */
function countUpTo(edges                   , value        )         {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low
}

/** Chunks that rows are cut into; what is left over is one more. */
const CHUNKS = 10;

/** Standard deviations over the mean of the reference's own chunks beyond which a chunk alerts. */
const DEVIATIONS$1 = 3;

/** UnivariateDriftCalculator of NannyML 0.13.1 with its defaults, rows in the order of the table. */
const nannyml          = {
  id: 'nannyml',
  tool: 'NannyML 0.13.1, UnivariateDriftCalculator',
  rule: 'A column has drifted where any of its chunks alerts, the table where any of its columns has: NannyML itself gives no verdict on either',
  caveats: [
    'Its threshold is the mean and three standard deviations of about ten chunks of the reference, which are part of what they are compared with, and of the size of their own table: where chunks of the current table are smaller, they alert without drift',
    'Chunks are not adjusted for: eleven chunks of thirty columns are 330 looks for one alert',
    'Its Jensen–Shannon number is the distance to base 2, not the divergence; the bins of numbers are those of Doane on the reference, what lies outside is a bin of its own',
    'Missing values are dropped before anything is compared',
  ],
  compare(reference, current) {
    const kind = reference.dtype === 'int' || reference.dtype === 'float' ? 'num' : 'cat';
    const base = { kind, method: 'Jensen-Shannon distance', comparator: '>' };         
    const size = { reference: reference.values.length, current: current.values.length };
    if (Math.min(size.reference, size.current) < CHUNKS) return { ...base, note: `NannyML needs ${CHUNKS} rows a side` }
    const distance = kind === 'num' ? ofNumbers$1(reference, current) : ofCategories(reference);
    if (distance === undefined) {
      return { ...base, note: 'NannyML raises an error: a column of numbers holds text, an infinity or no value' }
    }
    const own = chunksOf(reference.values).map(distance);
    const threshold = upperThreshold(own.filter(value => value !== undefined));
    const found = chunksOf(current.values).map(distance);
    const alerts = found.filter(value => value !== undefined && value > threshold).length;
    return {
      ...base,
      score: found.reduce        ((most, value) => Math.max(most, value ?? 0), 0),
      threshold,
      drifted: alerts > 0,
      note: `the largest of ${found.length} chunks, of which ${alerts} ${alerts === 1 ? 'alerts' : 'alert'}`,
    }
  },
  decide: anyColumn,
};

                                    

/** The table has drifted where a column has. */
function anyColumn(findings                        ) {
  const drifted = findings.filter(finding => finding.drifted).length;
  const unknown = findings.filter(finding => finding.drifted === undefined).length;
  const status = drifted > 0 ? 'fail' : unknown > 0 ? 'inconclusive' : 'pass';
  return {
    status,
    reason: `Expected no column to alert by NannyML's rules ${status === 'pass' ? 'and' : 'but'} found ${drifted} of ${findings.length}${unknown > 0 ? `, and ${unknown} of which nothing is known` : ''}`,
    measured: { value: drifted, unit: 'columns', n: findings.length },
    required: { comparator: '=', value: 0 },
  }         
}

function chunksOf(values        )           {
  const size = Math.floor(values.length / CHUNKS);
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => values.slice(i * size, (i + 1) * size))
}

function upperThreshold(values                   )         {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return mean + DEVIATIONS$1 * Math.sqrt(variance)
}

/** Distance of a chunk from the reference; undefined where the chunk has no value. Undefined itself where the tool fails. */
function ofNumbers$1(
  reference              ,
  current              ,
)                                                      {
  const numbers = numbersOf(reference.values);
  if (numbers === undefined || numbers.length === 0 || numbersOf(current.values) === undefined) return undefined
  const edges = doaneEdges(numbers);
  const shares = histogram(numbers, edges).map(count => count / numbers.length);
  return chunk => {
    const own = numbersOf(chunk) ?? [];
    return distance(shares, histogram(own, edges), own.length)
  }
}

function ofCategories(reference              )                                        {
  const counts = countsOf(reference.values);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const shares = [...counts.values()].map(count => count / total);
  return chunk => {
    const own = countsOf(chunk);
    const rows = [...own.values()].reduce((sum, count) => sum + count, 0);
    const known = [...counts.keys()].map(value => own.get(value) ?? 0);
    return distance(shares, known, rows)
  }
}

/** What is in no bin of the reference is one more, which the reference has nothing in. */
function distance(shares                   , counts                   , rows        )                     {
  if (rows === 0) return undefined
  const rest = rows - counts.reduce((sum, count) => sum + count, 0);
  return Math.sqrt(
    jensenShannonDivergence(
      [...shares, 0],
      [...counts, rest].map(count => count / rows),
      2,
    ),
  )
}

/** Undefined where a value is no finite number. */
function numbersOf(values        )                       {
  const numbers           = [];
  for (const value of values) {
    if (value === undefined) continue
    if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
    numbers.push(value);
  }
  return numbers
}

function countsOf(values        )                               {
  const counts = new Map                         ();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts
}

/** A bucket of a histogram: from `low` to `high`, which may be the same value. */
                  
                      
                       
                        
 

/** Buckets of one width over the extent of the values, the last one closed above. */
function equalWidth(values                   , buckets        )           {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (!(low < high)) return values.length > 0 ? [{ low, high, count: values.length }] : []
  const width = (high - low) / buckets;
  const counts = new Array        (buckets).fill(0);
  for (const value of values) {
    const bucket = Math.min(buckets - 1, Math.floor((value - low) / width));
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts.map((count, i) => ({
    low: low + i * width,
    high: i === buckets - 1 ? high : low + (i + 1) * width,
    count,
  }))
}

/** Rows of two histograms between all boundaries of either, values spread evenly within each bucket; a bucket of no width is one by itself. */
function aligned(x                   , y                   )                               {
  const boundaries = [...new Set([...x, ...y].flatMap(({ low, high }) => [low, high]))].sort((a, b) => a - b);
  const parts = boundaries.flatMap((low, i) => {
    const next = boundaries[i + 1];
    return next === undefined
      ? [{ low, high: low }]
      : [
          { low, high: low },
          { low, high: next },
        ]
  });
  const within = (buckets                   ) =>
    parts.map(part => buckets.reduce((sum, one) => sum + share(one, part), 0));
  return { x: within(x), y: within(y) }
}

/** How much of a bucket's count lies in a part that no boundary divides. */
function share({ low, high, count }        , part                                                 )         {
  if (low === high) return part.low === low && part.high === low ? count : 0
  return part.low >= low && part.high <= high ? (count * (part.high - part.low)) / (high - low) : 0
}

/** Buckets of a standard histogram. */
const BUCKETS = 10;

/** The drift comparators of TensorFlow Data Validation 1.21, by their definitions. */
const tfdv          = {
  id: 'tfdv',
  tool: 'TensorFlow Data Validation 1.21, drift comparator',
  rule: 'The table has drifted where the distance of any column exceeds its threshold',
  caveats: [
    'It has no threshold unless its schema names one, and then finds no drift whatever the data: here a column without one is undecided. Name it under limits, for a column, or for l-infinity (texts) and jensen-shannon-divergence (numbers)',
    'Thresholds know nothing of the number of rows: few rows alarm without drift, many pass what has surely changed',
    'Its Jensen–Shannon number is the divergence to base 2, not the distance',
    'Its histograms come from a sketch of the quantiles, so its own numbers differ from these exact ones by the error of the sketch; buckets of each side have their own extent and are aligned as if values were spread evenly within',
    'Missing values are left out of both distances',
  ],
  compare(reference, current, name, limits) {
    return reference.dtype === 'text' || reference.dtype === 'bool'
      ? ofTexts(reference, current, name, limits)
      : ofNumbers(reference, current, name, limits)
  },
  decide(findings) {
    const drifted = findings.filter(finding => finding.drifted).length;
    const unknown = findings.filter(finding => finding.drifted === undefined).length;
    const status = drifted > 0 ? 'fail' : unknown > 0 ? 'inconclusive' : 'pass';
    return {
      status,
      reason: `Expected no column beyond its threshold ${status === 'pass' ? 'and' : 'but'} found ${drifted} of ${findings.length}${unknown > 0 ? `, and ${unknown} undecided` : ''}`,
      measured: { value: drifted, unit: 'columns', n: findings.length },
      required: { comparator: '=', value: 0 },
    }
  },
};

function ofTexts(reference              , current              , name        , limits        )              {
  const counts = valueCounts(reference, current);
  const n = counts.reduce((sum, one) => sum + one.reference, 0);
  const m = counts.reduce((sum, one) => sum + one.current, 0);
  const base = { kind: 'cat', method: 'L-infinity distance', comparator: '>' };         
  if (n === 0 || m === 0) return { ...base, note: 'a side has no value' }
  const score = Math.max(...counts.map(one => Math.abs(one.reference / n - one.current / m)));
  return { ...base, score, ...judged(score, limits[name] ?? limits['l-infinity']) }
}

function ofNumbers(reference              , current              , name        , limits        )              {
  const base = { kind: 'num', method: 'Jensen-Shannon divergence', comparator: '>' };         
  const sides = [sorted(reference), sorted(current)];         
  const [x, y] = sides;
  if (x === undefined || y === undefined) return { ...base, note: 'the current column holds text' }
  if (x.finite.length + x.odd < 1 || y.finite.length + y.odd < 1) return { ...base, note: 'a side has no value' }
  const bins = aligned(equalWidth(x.finite, BUCKETS), equalWidth(y.finite, BUCKETS));
  const score = jensenShannonDivergence([...bins.x, x.odd], [...bins.y, y.odd], 2);
  return { ...base, score, ...judged(score, limits[name] ?? limits['jensen-shannon-divergence']) }
}

function judged(score        , threshold                    )                       {
  return threshold === undefined
    ? { note: 'no threshold is named under limits' }
    : { threshold, drifted: score > threshold }
}

/** Finite numbers, and how many infinities; undefined where there is text. */
function sorted({ values }              )                                                {
  const finite           = [];
  let odd = 0;
  for (const value of values) {
    if (typeof value === 'string') return undefined
    if (value === undefined) continue
    if (Number.isFinite(value)) finite.push(value);
    else odd++;
  }
  return { finite, odd }
}

var profiles = /*#__PURE__*/Object.freeze({
  __proto__: null,
  evidently: evidently,
  nannyml: nannyml,
  tfdv: tfdv
});

const PROFILES                     = Object.values(profiles);

/** Compares two tables that have been read; a table without rows says so once, not column by column. */
function compareTables(tables        , settings                   )                                           {
  const { reference, current, columns } = tables;
  const [first] = columns;
  const rows = {
    reference: reference.rows ?? first?.reference.rows ?? 0,
    current: current.rows ?? first?.current.rows ?? 0,
  };
  const empty = (['reference', 'current']         ).filter(side => rows[side] === 0);
  const files = { reference: reference.name, current: current.name };
  const seed = `${reference.digest.sha256} ${current.digest.sha256}`;
  const profile = PROFILES.find(({ id }) => id === settings.profile);
  const { checks, result } =
    profile && tables.joint && empty.length === 0
      ? compareByProfile(tables.joint, rows, profile, settings, files)
      : compareColumns(empty.length > 0 ? [] : columns, settings, files, seed);
  const compared = result.columns.some(({ method }) => method !== undefined);
  return {
    checks: [
      ...empty.map(side => noRows(side, files[side])),
      ...(reference.digest.sha256 === current.digest.sha256 ? [sameBytes(files.current)] : []),
      ...checks,
      ...(compared || empty.length > 0 ? [] : [nothingCompared]),
    ],
    result: { rows, ...result },
  }
}

const noRows = (side                         , file        )        => ({
  id: `${side}.rows`,
  title: `The ${side} table has rows`,
  status: 'inconclusive',
  measured: { value: 0, unit: 'rows' },
  required: { comparator: '>=', value: 1, unit: 'rows' },
  reason: `Expected rows in the ${side} table but found none`,
  hint: 'Check the step that writes the table',
  locations: [{ file }],
});

const sameBytes = (file        )        => ({
  id: 'tables.differ',
  title: 'The two tables are different files',
  status: 'warn',
  measured: { value: 'the same bytes' },
  required: { comparator: 'is', value: 'different bytes' },
  reason: 'Expected two different tables but found the same bytes twice, which cannot have drifted',
  hint: "Check the paths 'drift.reference' and 'drift.current'",
  locations: [{ file }],
});

/** A run that compared no distribution has checked nothing, whatever else it saw. */
const nothingCompared        = {
  id: 'columns.compared',
  title: 'At least one distribution is compared',
  status: 'inconclusive',
  measured: { value: 0, unit: 'columns' },
  required: { comparator: '>=', value: 1, unit: 'columns' },
  reason: 'Expected a column whose distribution can be compared but found none',
  hint: 'Compare tables that share columns of numbers or of categories',
};

/** Rows of each table that methods look at whole. */
const JOINT_ROWS = 2000;

/** Methods that read texts. */
const OF_TEXTS                    = ['text-classifier', 'text-length', 'text-vocabulary'];

/** Whether the settings ask for anything that whole rows are needed for. */
const needsRows = ({ methods, embeddings }                   )          =>
  Object.keys(embeddings).length > 0 ||
  Object.hasOwn(methods, 'rows') ||
  Object.values(methods).some(id => OF_TEXTS.includes(id));

/** The columns, texts with what they are compared by, and what is compared as if it were a column: embeddings, and all columns together. */
function withJoint(columns                   , rows             , settings                   )           {
  const sensitive = (names                   ) => columns.some(one => one.sensitive && names.includes(one.name));
  const made = (name        , kind            , names                   )         => ({
    name,
    kind,
    sensitive: sensitive(names),
    reference: sideOf(rows.reference.rows),
    current: sideOf(rows.current.rows),
    joint: { rows, columns: names },
    cells: { reference: NO_CELLS, current: NO_CELLS },
  });
  const names = [...rows.reference.columns.keys()];
  return [
    ...columns.map(column =>
      column.kind === 'text' ? { ...column, joint: { rows, columns: [column.name] } } : column,
    ),
    ...Object.entries(settings.embeddings).map(([name, own]) => made(name, 'embedding', own)),
    ...(Object.hasOwn(settings.methods, 'rows') ? [made(ROWS, 'rows', names)] : []),
  ]
}

const sideOf = (rows        ) => ({ rows, missing: 0, numbers: new Float64Array(), categories: new Map(), others: 0 });

const NO_CELLS              = {
  rows: 0,
  missing: 0,
  numbers: new Float64Array(),
  text: { count: 0 },
  dates: 0,
  instants: new Float64Array(),
  nonFinite: { count: 0 },
  categories: new Map(),
  uncounted: 0,
};

/** Cells of which a report may tell where the first stands. */
                              
                             
                           
 

/** Of a column: what is no number among numbers, and the first category that the reference never had. */
function linesToTell(reference             , current             )              {
  const kind = kindOf$1(reference);
  if (isCategorical(kind)) return { reference: [], current: firstUnseen(reference, current, kind) }
  if (kind !== 'numeric' && kind !== 'mixed') return { reference: [], current: [] }
  return { reference: odd(reference), current: odd(current) }
}

const odd = ({ text, nonFinite }             )          => [text, nonFinite].filter(({ count }) => count > 0);

function firstUnseen(reference             , { categories, firstUncounted }             , kind            )          {
  const canonical = (name        ) => (kind === 'boolean' ? (truthValue(name) ?? name) : name);
  const known = new Set(reference.categories.keys().map(canonical));
  const unseen = [...categories].flatMap(([name, cells]) => (known.has(canonical(name)) ? [] : [cells]));
  const all = [...unseen, ...(firstUncounted ? [firstUncounted] : [])];
  return all.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)).slice(0, 1)
}

/** Throws where `critical` or `weights` name a column that is not compared: a misspelt one would let its drift pass. */
function requireKnownColumns(
  { critical = [], weights = {}, columns, ignore = [] }                   ,
  headers                   ,
)       {
  const compared = headers.filter(name => (columns?.includes(name) ?? true) && !ignore.includes(name));
  for (const [setting, names] of Object.entries({ critical, weights: Object.keys(weights) })) {
    for (const name of names) {
      if (compared.includes(name)) continue
      const meant = closestMatch(name, compared, { maxDistance: Math.ceil(name.length / 3) });
      throw new UserError(
        'drift.unknown-column',
        `Expected a column that is compared under 'drift.${setting}' but found ${quoted(name)}${meant === undefined ? '' : `: did you mean ${quoted(meant)}?`}`,
        {
          hint: headers.includes(name)
            ? "Take it out of 'ignore', or name it under 'columns'"
            : 'Name columns as the header of the tables writes them',
        },
      )
    }
  }
}

/** Standard deviations above their mean that the reference's own chunks seldom reach. */
const DEVIATIONS = 3;

/** What was measured of one column of one chunk against the whole reference. */
                                                                                           

/**
 * Limits that allow for how much the reference differs from itself: of each column the mean and three standard deviations of the
 * effects of its chunks, where that is more than the limit set. A limit never falls.
 */
function calibratedLimits(
  chunks                                     ,
  rows        ,
  settings                   ,
)                                                            {
  const [first = []] = chunks;
  const raised = first.flatMap(({ column, method }) => {
    const effects = chunks.flatMap(chunk => chunk.filter(one => one.column.name === column.name).map(one => one.effect));
    const mean = effects.reduce((sum, effect) => sum + effect, 0) / effects.length;
    const variance = effects.reduce((sum, effect) => sum + (effect - mean) ** 2, 0) / (effects.length - 1);
    const [from, to] = [limitFor({ column, method }, settings), mean + DEVIATIONS * Math.sqrt(variance)];
    return to > from ? [{ column: column.name, from, to }] : []
  });
  return {
    settings: {
      ...settings,
      limits: { ...settings.limits, ...Object.fromEntries(raised.map(({ column, to }) => [column, to])) },
    },
    calibration: { chunks: chunks.length, rows, raised },
  }
}

/** Fewer chunks do not show how much they differ; more show it no better. */
const FEWEST$3 = 5;
const MOST = 20;

                 
                            
                                                                         
                        
                                                      
                                        
 

                             
                                      
                                    
                                   
 

/** Compares chunks of the reference, consecutive rows and as many as the current table has, with all of it: reads it once more. */
async function calibrateDrift(
  { reference, rows, job, cells }       ,
  drift                   ,
  { tables }                       ,
)                      {
  const chunks = rows.current > 0 ? Math.min(MOST, Math.floor(rows.reference / rows.current)) : 0;
  if (chunks < FEWEST$3) return { settings: drift, checks: [tooFew(reference, rows, chunks)] }
  const table = await tables.open(reference);
  const effects                  = [];
  const start = () => startJob({ file: reference, drift: job }, table.header);
  const first = (chunk        ) => Math.floor((chunk * rows.reference) / chunks);
  let run = start();
  let from = 0;
  for await (const batch of table.batches) {
    for (let at = 0; at < batch.length && effects.length < chunks; ) {
      const begin = first(effects.length);
      const skipped = Math.max(0, begin - from - at);
      const taken = batch.slice(at + skipped, Math.max(at + skipped, begin + rows.current - from));
      if (taken.length > 0) run.add(textBatch(taken));
      at += skipped + taken.length;
      if (from + at < begin + rows.current) continue
      effects.push(effectsOf(cellsOf$1(run, job, table.header)));
      run = start();
    }
    from += batch.length;
    if (effects.length === chunks) break
  }
  return { ...calibratedLimits(effects, rows.current, drift), checks: [] }

  function effectsOf(chunk                        )                {
    return job.columns.flatMap(({ name }, i) => {
      const [whole, part] = [cells[i], chunk[i]];
      if (!whole || !part) return []
      const column = columnOf(name, whole, part);
      const method = methodFor(column, drift.methods);
      const measurement = method?.measure(column, drift.alpha, `${reference} ${effects.length} ${name}`);
      return method && measurement ? [{ column, method, effect: measurement.effect }] : []
    })
  }
}

const tooFew = (file        , { reference, current }               , chunks        )        => ({
  id: 'calibration.chunks',
  title: 'The reference holds enough chunks to calibrate the limits',
  status: 'warn',
  measured: { value: chunks, unit: 'chunks', n: reference },
  required: { comparator: '>=', value: FEWEST$3, unit: 'chunks' },
  reason: `Expected the reference to hold ${FEWEST$3} times the ${grouped(current)} rows of the current table but found ${grouped(reference)} rows: the limits are as set`,
  hint: "Compare fewer rows at a time, give a longer reference, or leave out 'calibrate'",
  locations: [{ file }],
});

/** Compares a current table with its reference, column by column. Each is measured in one pass, the reference first; no row is kept. */
async function compareDrift({ drift, data }          , ports       )                                     {
  const opened = data.contract === undefined ? undefined : await openContract(data.contract, ports.files);
  const sensitive = opened ? sensitiveColumns(opened.contract) : new Set        ();
  const files = {
    reference: required(drift, 'reference', 'the table the model was built on'),
    current: required(drift, 'current', 'the table to compare with it'),
  };
  const headers = {
    reference: await headerOf(ports.tables, files.reference),
    current: await headerOf(ports.tables, files.current),
  };
  const { shared, checks: presence } = columnsToCompare(headers, drift, files);
  requireKnownMethods(drift, [...headers.reference, ...headers.current]);
  requireKnownColumns(drift, [...headers.reference, ...headers.current]);
  const names = shared.map(({ name }) => name);
  if (drift.profile !== 'proofmark') {
    const job = { columns: [], joint: { columns: names, rows: PROFILE_ROWS } };
    const [reference, current] = [
      await measureDrift(files.reference, 'reference', job, ports),
      await measureDrift(files.current, 'current', job, ports),
    ];
    const materials = { reference: reference.material, current: current.material };
    const open = openChecks(names, reference, current);
    const joint =
      reference.joint && current.joint ? { joint: { reference: reference.joint, current: current.joint } } : {};
    const { checks, result } = compareTables({ ...materials, columns: [], ...joint }, drift);
    return {
      materials: [...(opened ? [opened.material] : []), ...Object.values(materials)],
      checks: [...presence, ...open, ...checks],
      result,
    }
  }
  const inVectors = new Set(Object.values(drift.embeddings).flat());
  const single = shared.filter(({ name }) => !inVectors.has(name));
  const wanted = needsRows(drift) ? { joint: { columns: names, rows: JOINT_ROWS } } : {};
  const before = await measureDrift(files.reference, 'reference', { columns: single, ...wanted }, ports);
  const known = before.columns.map(cells =>
    isCategorical(kindOf$1(cells)) ? [...categoriesOf(cells).categories.keys()] : [],
  );
  const columns = single.map(({ name }, i) => ({ name, known: known[i] ?? [] }));
  const after = await measureDrift(files.current, 'current', { columns, ...wanted }, ports);
  const open = openChecks(names, before, after);
  const pairs = single.flatMap(({ name }, i) => {
    if (before.untaken.has(name) || after.untaken.has(name)) return []
    const [reference, current] = [before.columns[i], after.columns[i]];
    return reference && current ? [{ name, reference, current }] : []
  });
  const told = pairs.map(({ reference, current }) => linesToTell(reference, current));
  await before.tellLines(told.flatMap(({ reference }) => reference));
  await after.tellLines(told.flatMap(({ current }) => current));
  const materials = { reference: before.material, current: after.material };
  const compared = pairs.map(({ name, reference, current }) => columnOf(name, reference, current, sensitive.has(name)));
  const joint = before.joint && after.joint ? { reference: before.joint, current: after.joint } : undefined;
  const all = joint ? withJoint(compared, joint, drift) : compared;
  const calibrated = await calibration(drift, { files, before, after, columns }, ports);
  const { checks, result } = compareTables({ ...materials, columns: all }, calibrated.settings);
  return {
    materials: [...(opened ? [opened.material] : []), ...Object.values(materials)],
    checks: [...presence, ...open, ...calibrated.checks, ...checks],
    result: calibrated.calibration ? { ...result, calibration: calibrated.calibration } : result,
  }
}

/** Checks of what could not be measured on one of the sides: nobody knows whether it has drifted. */
function openChecks(names                   , ...sides                         )          {
  const columns = names.flatMap(name => {
    const reason = sides.flatMap(({ untaken }) => untaken.get(name) ?? [])[0];
    return reason === undefined
      ? []
      : [openCheck(`${columnLabel(name)}.measured`, `${columnLabel(name)} was measured`, reason)]
  });
  const rows = sides.flatMap(({ noJoint }) => noJoint ?? [])[0];
  return rows === undefined ? columns : [...columns, openCheck('rows.measured', 'Whole rows were measured', rows)]
}

const openCheck = (id        , title        , reason        )        => ({
  id,
  title,
  status: 'inconclusive',
  measured: { value: null },
  reason,
  hint: 'Name a key of the table, leave the column out, or compare a file of it instead',
  locations: [],
});

                 
                                                
                               
                              
                                       
 

/** Limits as the reference's own chunks ask for, where the settings want that. */
async function calibration(
  drift                   ,
  { files, before, after, columns }       ,
  ports       ,
)                      {
  if (!drift.calibrate) return { settings: drift, checks: [] }
  const rows = { reference: before.material.rows ?? 0, current: after.material.rows ?? 0 };
  return calibrateDrift({ reference: files.reference, rows, job: { columns }, cells: before.columns }, drift, ports)
}

function required(drift                   , key                         , what        )         {
  const path = drift[key];
  if (path !== undefined) return path
  throw new UserError('settings.missing', `Expected 'drift.${key}' to be set (${what}) but found nothing`, {
    hint: `Name a CSV, JSON Lines or Parquet file under 'drift.${key}' in proofmark.yml, or give it as the input '${key}'`,
  })
}

/** What CBPE takes for granted; stands wherever its numbers do. */
const ASSUMPTION =
  'estimated without labels (CBPE): it holds only if the relation between score and truth has not changed since the reference; concept drift is not seen';

/**
 * Whether probabilities mean what they meant: intercept and slope of the labels' logistic regression on the scores' log odds, each held
 * against the reference's by a normal test of two independent estimates, p-values doubled for there are two. It warns and does not
 * block: whether a change does harm is for the metrics to say.
 */
function calibrationChange(
  reference            ,
  current            ,
  { alpha, level }                                                    ,
)                    {
  const [before, now] = [fitOf(reference), fitOf(current)];
  const calibration = {
    ...(before ? { reference: lineOf(before, level) } : {}),
    ...(now ? { current: lineOf(now, level) } : {}),
  };
  if (!before || !now) return { checks: [], calibration }
  const pValue = (i       , change        ) =>
    Math.min(1, 4 * normal.sf(Math.abs(change) / Math.hypot(before.errors[i], now.errors[i])));
  const slope = now.slope - before.slope;
  const p = { intercept: pValue(0, now.intercept - before.intercept), slope: pValue(1, slope) };
  const changed = Math.min(p.intercept, p.slope) <= alpha;
  const [low, high] = lineOf(now, level).slopeInterval;
  const reach = normal.isf((1 - level) / 2) * Math.hypot(before.errors[1], now.errors[1]);
  const told = (of             ) => `intercept ${figure(of.intercept)} and slope ${figure(of.slope)}`;
  const check        = {
    id: 'predictions.calibration',
    title: 'predictions: calibrated as in the reference',
    status: changed ? 'warn' : 'pass',
    measured: {
      value: slope,
      interval: [slope - reach, slope + reach],
      level,
      method: 'change of the slope of a logistic recalibration, wald',
      n: reference.scores.length + current.scores.length,
      pValue: p.slope,
    },
    reason: `Expected scores to mean what they meant ${changed ? 'but' : 'and'} found ${told(before)} → ${told(now)} [${figure(low)}, ${figure(high)}] in log odds, where 0 and 1 are perfect (p of the change ${figure(p.intercept)} and ${figure(p.slope)})`,
    ...(changed ? { hint: 'Calibrate the scores anew on current rows, and look at the threshold again' } : {}),
  };
  return { checks: [check], calibration }
}

const fitOf = ({ labels, scores }            ) => logisticFit(labels, scores.map(logOdds));

function lineOf({ intercept, slope, errors }             , level        )       {
  const z = normal.isf((1 - level) / 2);
  return {
    intercept,
    interceptInterval: [intercept - z * errors[0], intercept + z * errors[0]],
    slope,
    slopeInterval: [slope - z * errors[1], slope + z * errors[1]],
  }
}

/** No p-value below this is told apart. */
const LEAST = 1e-12;

/** Changes that do no harm, from the lowest to the highest. */
                                                                 

/** p-value of the hypothesis that the change is harmless: the smallest alpha at which the whole interval at level 1 − 2 alpha lies beyond. */
function chanceBeyond(change        , [lowest, highest]          )         {
  if (change.value >= lowest && change.value <= highest) return 1
  const beyond = (logAlpha        ) => {
    const [lower, upper] = change.intervalAt(1 - 2 * Math.exp(logAlpha));
    return upper < lowest || lower > highest
  };
  const alpha = Math.exp(bisect(Math.log(0.4999), Math.log(LEAST), beyond));
  // Harm on either side counts: each has half of the chance.
  return Math.min(1, Number.isFinite(lowest) && Number.isFinite(highest) ? 2 * alpha : alpha)
}

/** What was asked and found, for evidence. */
function changeRow({ question, pValue, adjustedPValue, finding }                , level        )            {
  const { id, title, worse, of, rows, change, gap, limit } = question;
  return {
    id,
    title,
    ...(of ? { by: of.by, slice: of.slice } : {}),
    worse,
    rows: change ? { ...change.rows } : { ...rows },
    ...(change
      ? {
          reference: change.reference,
          current: change.current,
          change: change.value,
          interval: [...change.intervalAt(level)]                           ,
          method: change.method,
        }
      : {}),
    ...(limit === undefined ? {} : { limit }),
    ...(pValue === undefined ? {} : { pValue }),
    ...(adjustedPValue === undefined ? {} : { adjustedPValue }),
    ...(finding === undefined ? {} : { status: finding }),
    ...(gap === undefined ? {} : { note: gap }),
  }
}

/**
 * The difference of two independent samples, current − reference: each end lies as far from it as the hypotenuse of both samples' own
 * distances (MOVER, Zou and Donner 2008). Of two shares with Wilson's intervals this is Newcombe's method 10 (1998); of two normal
 * intervals, squared standard errors add.
 */
function differenceOf(reference           , current           )         {
  const value = current.value - reference.value;
  const reachAt = (level        )                                       => {
    const [low, high] = reference.intervalAt(level);
    const [from, to] = current.intervalAt(level);
    return {
      reference: { lower: high - reference.value, upper: reference.value - low },
      current: { lower: current.value - from, upper: to - current.value },
    }
  };
  return {
    reference: reference.value,
    current: current.value,
    value,
    rows: { reference: reference.n, current: current.n },
    method: `mover of ${reference.method === current.method ? current.method : `${reference.method} and ${current.method}`}`,
    reachAt,
    intervalAt(level) {
      const reach = reachAt(level);
      return [
        value - Math.hypot(reach.reference.lower, reach.current.lower),
        value + Math.hypot(reach.reference.upper, reach.current.upper),
      ]
    },
  }
}

/** `hits` of `n` rows with Wilson's score interval; undefined for no rows. */
const estimatedShare = (hits        , n        )                        =>
  n === 0
    ? undefined
    : {
        value: hits / n,
        n,
        method: 'wilson',
        intervalAt(level) {
          const { lower, upper } = wilson(hits, n, level);
          return [lower, upper]
        },
      };

/** How the share of rows that are decided for has changed. */
function decisionQuestion(
  reference              ,
  current              ,
  { threshold, limit }                                                        ,
)           {
  const chosen = (scores              ) => scores.reduce((count, score) => count + Number(score >= threshold), 0);
  const before = estimatedShare(chosen(reference), reference.length);
  const now = estimatedShare(chosen(current), current.length);
  return {
    id: 'decisions',
    title: `Share of scores of at least ${threshold}`,
    called: `the share of scores of at least ${threshold}`,
    worse: 'either',
    rows: { reference: reference.length, current: current.length },
    ...(before && now ? { change: differenceOf(before, now) } : { gap: 'a file has no rows' }),
    limit,
    setting: 'max-decision-change',
  }
}

/** What is asked of a number of both files. */
                           
                     
                        
                                     
                         
                                               
                                                          
                                                               
                                                                         
                                                                              
                                      
                       
                                                                         
                         
                                  
                          
 

/** Changes that do no harm. */
function harmlessOf({ worse, limit = Number.POSITIVE_INFINITY }          )           {
  return [worse === 'higher' ? Number.NEGATIVE_INFINITY : -limit, worse === 'lower' ? Number.POSITIVE_INFINITY : limit]
}

/**
 * `fail` where the change is beyond what is harmless, significantly among all tests (Holm); `pass` where its whole interval at level
 * 1 − 2 alpha is harmless; `inconclusive` otherwise.
 */
function findingOf(question          , adjustedPValue        , alpha        )         {
  const { change } = question;
  if (!change) return 'inconclusive'
  if (adjustedPValue <= alpha) return 'fail'
  const [lower, upper] = change.intervalAt(1 - 2 * alpha);
  const [lowest, highest] = harmlessOf(question);
  return lower >= lowest && upper <= highest ? 'pass' : 'inconclusive'
}

/**
 * The non-decreasing values nearest to `values` in weighted squares, by pooling adjacent violators (Ayer et al. 1955; Barlow et al. 1972).
 * Entries of weight 0 take the value of the block before them, or of the first block.
 */
function isotonic(values              , weights              )               {
  const n = values.length;
  const means = new Float64Array(n);
  const masses = new Float64Array(n);
  const ends = new Uint32Array(n);
  let blocks = 0;
  for (let i = 0; i < n; i++) {
    const weight = weights[i] ?? 0;
    if (weight === 0) {
      if (blocks > 0) ends[blocks - 1] = i + 1;
      continue
    }
    let [mean, mass] = [values[i] ?? Number.NaN, weight];
    while (blocks > 0 && (means[blocks - 1] ?? 0) >= mean) {
      blocks--;
      const before = masses[blocks] ?? 0;
      mean = ((means[blocks] ?? 0) * before + mean * mass) / (before + mass);
      mass += before;
    }
    means[blocks] = mean;
    masses[blocks] = mass;
    ends[blocks] = i + 1;
    blocks++;
  }
  const fitted = new Float64Array(n);
  let from = 0;
  for (let block = 0; block < blocks; block++) {
    const end = ends[block] ?? n;
    fitted.fill(means[block] ?? 0, from, end);
    from = end;
  }
  return fitted
}

/**
 * Probabilities of the positive class at ascending scores, by isotonic regression of the label on the reference's score: linear between
 * the scores that were fitted, constant beyond them, as scikit-learn's IsotonicRegression(out_of_bounds='clip') has it.
 */
function calibratedAt(scores              , { scores: known, rows, positives }               )               {
  const fitted = isotonic(
    positives.map((hits, i) => hits / (rows[i] ?? 0)),
    rows,
  );
  const probabilities = new Float64Array(scores.length);
  let [below, above] = [-1, 0];
  const next = (from        ) => {
    let i = from;
    while (i < known.length && rows[i] === 0) i++;
    return i
  };
  above = next(0);
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? Number.NaN;
    while (above < known.length && (known[above] ?? 0) <= score) {
      below = above;
      above = next(above + 1);
    }
    const [left, right] = [fitted[below], fitted[above]];
    if (left === undefined) probabilities[i] = right ?? Number.NaN;
    else if (right === undefined || right === left) probabilities[i] = left;
    else {
      const start = known[below] ?? 0;
      probabilities[i] = left + ((right - left) * (score - start)) / ((known[above] ?? 0) - start);
    }
  }
  return probabilities
}

/** Cells of a distribution of scores, enough for its uncertainty: isotonic regression makes far fewer blocks of a million rows. */
const CELLS = 1000;

/** Neighbouring scores put together at their mean, in at most about a thousand cells, none on both sides of the threshold. */
function coarser({ scores, rows, positives }               , threshold        , cells = CELLS)                {
  if (scores.length <= cells) return { scores, rows, positives }
  const least = rows.reduce((sum, count) => sum + count, 0) / cells;
  const made                                                            = { scores: [], rows: [], positives: [] };
  let [mass, hits, sum] = [0, 0, 0];
  for (let i = 0; i < scores.length; i++) {
    const [score, count] = [scores[i] ?? 0, rows[i] ?? 0];
    mass += count;
    hits += positives[i] ?? 0;
    sum += score * count;
    const next = scores[i + 1];
    if (mass < least && next !== undefined && !(score < threshold && next >= threshold)) continue
    made.scores.push(Math.min(score, sum / mass));
    made.rows.push(mass);
    made.positives.push(hits)
    ;[mass, hits, sum] = [0, 0, 0];
  }
  return {
    scores: Float64Array.from(made.scores),
    rows: Float64Array.from(made.rows),
    positives: Float64Array.from(made.positives),
  }
}

/** Of fewer rows than this each is drawn by itself, which is quicker. */
const FEW = 8;

/** How many of so many rows are positive, each with the same probability. */
function drawHits(random        , rows        , probability        )         {
  if (rows >= FEW) return drawBinomial(random, rows, probability)
  let hits = 0;
  for (let row = 0; row < rows; row++) if (random.uniform() < probability) hits++;
  return hits
}

/** −ln of a probability, clipped at the double's epsilon as scikit-learn does. */
const surprise = (probability        )         =>
  -Math.log(Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON));

/** The largest that it can be. */
const GREATEST_SURPRISE = -Math.log(Number.EPSILON);

/**
 * Every metric of grouped rows. With expected instead of counted positives these are CBPE's estimates: the metric of the expected
 * confusion matrix, the area under the curve through the expected true and false positives by descending score. NaN where there is none.
 */
function groupedFigures(
  { scores, rows, positives }               ,
  threshold        ,
)                                      {
  let [area, tp, fp, fn, tn, squares, surprises] = [0, 0, 0, 0, 0, 0, 0];
  let [hits, others] = [0, 0];
  for (let i = scores.length - 1; i >= 0; i--) {
    const score = scores[i] ?? 0;
    const hit = positives[i] ?? 0;
    const miss = (rows[i] ?? 0) - hit;
    area += miss * (hits + hit / 2);
    hits += hit;
    others += miss;
    if (score >= threshold) {
      tp += hit;
      fp += miss;
    } else {
      fn += hit;
      tn += miss;
    }
    squares += hit * (1 - score) ** 2 + miss * score ** 2;
    if (hit > 0) surprises += hit * surprise(score);
    if (miss > 0) surprises += miss * surprise(1 - score);
  }
  const n = hits + others;
  return {
    auc: area / (hits * others),
    accuracy: (tp + tn) / n,
    precision: tp / (tp + fp),
    recall: tp / (tp + fn),
    f1: (2 * tp) / (2 * tp + fp + fn),
    brier: squares / n,
    'log-loss': surprises / n,
  }
}

/** About half of these rows, each taken by the toss of a coin, by the same scores: some may have none. */
function halfOfGroups({ scores, rows, positives }               , random        )                {
  const hits = positives.map(count => drawHits(random, count, 0.5));
  return {
    scores,
    rows: rows.map((count, i) => drawHits(random, count - (positives[i] ?? 0), 0.5) + (hits[i] ?? 0)),
    positives: hits,
  }
}

/** As many rows drawn from these with replacement, by the same scores: some may have none. */
function resampledGroups({ scores, rows, positives }               , random        )                {
  const groups = scores.length;
  const counts = new Float64Array(2 * groups);
  counts.set(positives);
  counts.set(
    rows.map((count, i) => count - (positives[i] ?? 0)),
    groups,
  );
  const drawn = new Float64Array(2 * groups);
  const n = rows.reduce((sum, count) => sum + count, 0);
  drawMultinomial(random, n, counts, drawn);
  const hits = drawn.subarray(0, groups);
  return { scores, rows: hits.map((count, i) => count + (drawn[groups + i] ?? 0)), positives: hits }
}

/** Resamples of the reference that the uncertainty rests on. */
const RESAMPLES = 200;

/** The bias of isotonic regression falls with the rows to the power of 2/3: of what a half has, this is more than the whole has. */
const LOST_BY_HALVING = 2 ** (2 / 3) - 1;

/** What else decides on the estimates. */
                             
                            
                            
                       
                             
 

/**
 * Changes of performance without labels by CBPE: scores are calibrated on the reference, and the probabilities of the current rows give
 * their expected confusion matrix. Undefined metrics are left out.
 *
 * The interval is for what labels of these rows would show. Its width comes of bootstrap resamples of the reference: the estimate with
 * the resample's calibration, less what labels drawn by the reference's own calibration show, less how far the resample's own performance
 * is off. Its centre is the estimate less its optimism, for isotonic regression spreads probabilities too far: that is extrapolated from
 * calibrations on halves of the reference, and taken to be wrong by as much again. test/slow/cbpe-coverage.test.ts holds how often it errs.
 */
function estimateUnlabelled(
  reference               ,
  current                                        ,
  { threshold, seed, resamples = RESAMPLES }            ,
)                                   {
  const expected = (by               , { scores, rows }                                        ) => {
    const positives = calibratedAt(scores, by).map((p, i) => p * (rows[i] ?? 0));
    return groupedFigures({ scores, rows, positives }, threshold)
  };
  const [before, now] = [groupedFigures(reference, threshold), expected(reference, current)];
  const cells = coarser(reference, threshold);
  const coarse = coarser({ ...current, positives: new Float64Array(current.rows.length) }, threshold);
  const [own, estimate] = [groupedFigures(cells, threshold), expected(cells, coarse)];
  const probabilities = calibratedAt(coarse.scores, cells);
  const random = seeded(seed, 'cbpe');
  const off = Array.from({ length: resamples }, () => {
    const resampled = resampledGroups(cells, random);
    const positives = probabilities.map((p, i) => drawHits(random, coarse.rows[i] ?? 0, p));
    return {
      own: groupedFigures(resampled, threshold),
      estimate: expected(resampled, coarse),
      shown: groupedFigures({ ...coarse, positives }, threshold),
      half: expected(halfOfGroups(cells, random), coarse),
    }
  });
  const n = { reference: total(reference.rows), current: total(current.rows) };
  return new Map(
    PERFORMANCE_METRIC_IDS.flatMap(id => {
      if (!Number.isFinite(before[id]) || !Number.isFinite(now[id])) return []
      const errors = Float64Array.from(off, one => one.estimate[id] - one.shown[id] - (one.own[id] - own[id]));
      const error = Math.sqrt(variance(errors));
      const bias = (mean$1(Float64Array.from(off, ({ half }) => half[id])) - estimate[id]) / LOST_BY_HALVING;
      // A metric that some resamples do not have is not known well enough.
      if (!Number.isFinite(error) || !Number.isFinite(bias)) return []
      const value = now[id] - before[id];
      const change         = {
        reference: before[id],
        current: now[id],
        value,
        rows: n,
        method: `cbpe, ${resamples} resamples`,
        intervalAt(level) {
          const reach = normal.isf((1 - level) / 2) * Math.hypot(error, bias);
          return [value - bias - reach, value - bias + reach]
        },
      };
      return [[id, change]         ]
    }),
  )
}

const total = (rows              ) => rows.reduce((sum, n) => sum + n, 0);

/** Rows of the same score put together. */
function groupScores({ positives, negatives }        )                {
  const [ones, others] = [positives.toSorted(), negatives.toSorted()];
  const n = ones.length + others.length;
  const scores = new Float64Array(n);
  const rows = new Float64Array(n);
  const hits = new Float64Array(n);
  let [one, other, groups] = [0, 0, 0];
  while (one < ones.length || other < others.length) {
    const score = Math.min(ones[one] ?? Number.POSITIVE_INFINITY, others[other] ?? Number.POSITIVE_INFINITY);
    const [firstOne, firstOther] = [one, other];
    while (one < ones.length && ones[one] === score) one++;
    while (other < others.length && others[other] === score) other++;
    scores[groups] = score;
    hits[groups] = one - firstOne;
    rows[groups] = one - firstOne + other - firstOther;
    groups++;
  }
  return {
    scores: scores.subarray(0, groups),
    rows: rows.subarray(0, groups),
    positives: hits.subarray(0, groups),
  }
}

/**
 * Area under the ROC curve with DeLong's normal interval; where fewer than ten rows of a class are placed otherwise than the rest, by
 * min(m, n) independent pairs alone. Undefined without rows of both classes.
 */
function estimatedArea(scores        )                        {
  const [m, k] = [scores.positives.length, scores.negatives.length];
  if (m === 0 || k === 0) return undefined
  const placements = placementsInOrder(scores);
  const { value, standardError } = delong(placements);
  const n = m + k;
  if (!isSpread(placements.positives) || !isSpread(placements.negatives))
    return {
      value,
      n,
      method: 'chernoff-hoeffding on min(m, n) pairs',
      intervalAt: level => chernoffHoeffding(value, Math.min(m, k), level),
    }
  return {
    value,
    n,
    method: 'delong',
    intervalAt(level) {
      const reach = normal.isf((1 - level) / 2) * standardError;
      return [value - reach, value + reach]
    },
  }
}

/** Mean of row losses between 0 and `greatest`, with Student's interval, or by the bounds alone where fewer than ten rows differ from the rest. */
function estimatedMean(losses              , greatest        )            {
  const n = losses.length;
  const value = mean$1(losses);
  if (!isSpread(losses))
    return {
      value,
      n,
      method: 'chernoff-hoeffding',
      intervalAt(level) {
        const [lower, upper] = chernoffHoeffding(value / greatest, n, level);
        return [lower * greatest, upper * greatest]
      },
    }
  const error = Math.sqrt(variance(losses) / n);
  return {
    value,
    n,
    method: 'student-t',
    intervalAt(level) {
      const reach = studentT(n - 1).isf((1 - level) / 2) * error;
      return [value - reach, value + reach]
    },
  }
}

/** What a model's performance on labelled rows is told by. */
                                    
                                  
                        
                                     
                         
                                     
                                                                  
                                                                   
 

/** In the order in which they are shown. */
const PERFORMANCE_METRICS                               = [
  { id: 'auc', title: 'AUC', called: 'AUC', better: 'higher', measure: estimatedArea },
  {
    id: 'accuracy',
    title: 'Accuracy',
    called: 'accuracy',
    better: 'higher',
    measure(scores, threshold) {
      const { tp, fp, fn, tn } = confusionOf(scores, threshold);
      return estimatedShare(tp + tn, tp + fp + fn + tn)
    },
  },
  {
    id: 'precision',
    title: 'Precision',
    called: 'precision',
    better: 'higher',
    measure(scores, threshold) {
      const { tp, fp } = confusionOf(scores, threshold);
      return estimatedShare(tp, tp + fp)
    },
  },
  {
    id: 'recall',
    title: 'Recall',
    called: 'recall',
    better: 'higher',
    measure(scores, threshold) {
      const { tp, fn } = confusionOf(scores, threshold);
      return estimatedShare(tp, tp + fn)
    },
  },
  {
    id: 'f1',
    title: 'F1',
    called: 'F1',
    better: 'higher',
    measure(scores, threshold) {
      const { tp, fp, fn } = confusionOf(scores, threshold);
      // A function of the share of true positives among the rows that are positive either way: 2J / (1 + J).
      const share = estimatedShare(tp, tp + fp + fn);
      const f1 = (of        ) => (2 * of) / (1 + of);
      return (
        share && {
          ...share,
          value: f1(share.value),
          intervalAt(level) {
            const [lower, upper] = share.intervalAt(level);
            return [f1(lower), f1(upper)]
          },
        }
      )
    },
  },
  {
    id: 'brier',
    title: 'Brier score',
    called: 'the Brier score',
    better: 'lower',
    measure: scores =>
      estimatedMean(
        rowLosses(
          scores,
          score => (1 - score) ** 2,
          score => score ** 2,
        ),
        1,
      ),
  },
  {
    id: 'log-loss',
    title: 'Log loss',
    called: 'log loss',
    better: 'lower',
    measure: scores =>
      estimatedMean(
        rowLosses(scores, surprise, score => surprise(1 - score)),
        GREATEST_SURPRISE,
      ),
  },
];

/** Share of the current scores that the reference's do not reach: what is known there of the truth is guesswork. */
function shareBeyond(reference              , current              )         {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const score of reference) {
    low = Math.min(low, score);
    high = Math.max(high, score);
  }
  return current.reduce((sum, score) => sum + Number(score < low || score > high), 0) / current.length
}

/** Rows of both files; `labels` of the current ones only where it has them. */
                               
                                
                                                                                   
 

/** What the metrics are asked by. */
                         
                                                                     
                            
                       
                                                               
                                                        
                                                                      
 

/** One question for every metric; those that may stop the gate have a limit. */
function metricQuestions({ reference, current }              , asking        )             {
  const { predictions, threshold, seed, of, least = { rows: LEAST_ROWS, ofClass: LEAST_OF_CLASS } } = asking;
  const rows = { reference: reference.scores.length, current: current.scores.length };
  const short =
    shortage('the reference', reference, least) ??
    shortage('the current file', current, { ...least, ofClass: current.labels ? least.ofClass : 0 }) ??
    (current.labels ? undefined : unlike(shareBeyond(reference.scores, current.scores)));
  const changes = short === undefined ? changesOf() : new Map                ();
  return PERFORMANCE_METRICS.map(metric => {
    const change = changes.get(metric.id);
    return {
      id: metric.id,
      title: metric.title,
      called: metric.called,
      worse: metric.better === 'higher' ? 'lower' : 'higher',
      ...(of ? { of } : {}),
      rows,
      change,
      ...(change ? {} : { gap: short ?? 'one of the files has no row that it can be computed from' }),
      ...(predictions.metrics.includes(metric.id) ? limitOf(metric) : { setting: 'metrics' }),
    }                   
  })

  function limitOf({ id }                   ) {
    const own = predictions['max-drops'][id];
    return own === undefined
      ? { limit: predictions['max-performance-drop'], setting: 'max-performance-drop' }
      : { limit: own, setting: `max-drops.${id}` }
  }

  function changesOf()                              {
    const before = byClass(reference.labels, reference.scores);
    if (!current.labels) {
      const unlabelled = groupScores({ positives: current.scores, negatives: new Float64Array() });
      return estimateUnlabelled(groupScores(before), unlabelled, { threshold, seed })
    }
    const now = byClass(current.labels, current.scores);
    return new Map(
      PERFORMANCE_METRICS.flatMap(metric => {
        const [one, other] = [metric.measure(before, threshold), metric.measure(now, threshold)];
        return one && other ? [[metric.id, differenceOf(one, other)]         ] : []
      }),
    )
  }
}

/** Larger shares of scores beyond those of the reference are not estimated. */
const MOST_BEYOND = 0.1;

/** Why rows without labels are too unlike the reference to be estimated, as a clause. */
const unlike = (beyond        )                     =>
  beyond > MOST_BEYOND
    ? `${percent(beyond)} of the current scores are beyond all of the reference, and no more than ${percent(MOST_BEYOND)} can be estimated without labels`
    : undefined;

/** Why these rows are too few, as a clause. */
function shortage(
  side        ,
  { scores, labels }                                                                 ,
  least                                                     ,
)                     {
  if (scores.length < least.rows) return `${side} has ${counted$1(scores.length, 'row')}, and ${least.rows} are needed`
  const ones = labels?.reduce((sum, label) => sum + label, 0) ?? 0;
  const fewer = labels ? Math.min(ones, labels.length - ones) : Number.POSITIVE_INFINITY;
  return fewer < least.ofClass
    ? `${side} has ${counted$1(fewer, 'row')} of one class, and ${least.ofClass} are needed`
    : undefined
}

const MOVE = { lower: 'a fall', higher: 'a rise', either: 'a change' };         

/** One sentence: what was expected of a number, what was found, and how sure that is. */
function changeReason({ question, adjustedPValue }                , finding        , level        )         {
  const { called, worse, of, change, gap, limit = 0 } = question;
  const subject = `${called}${of ? ` on ${of.by} = ${of.slice}` : ''}`;
  const expected = `Expected ${MOVE[worse]} of ${subject} of at most ${figure(limit)}`;
  if (!change) return `${expected} but it cannot be told: ${gap ?? 'there is nothing to compute it from'}`
  const [lower, upper] = change.intervalAt(level);
  const found = `${formatNumber(change.reference)} → ${formatNumber(change.current)}, a change of ${figure(change.value)} [${figure(lower)}, ${figure(upper)}]`;
  switch (finding) {
    case 'fail':
      return `${expected} but found ${found}, adjusted ${pValueWords(adjustedPValue ?? 1)}`
    case 'pass':
      return `${expected} and found ${found}`
    default:
      return `${expected} but it cannot be told: ${found}, which reaches beyond`
  }
}

/** What would settle an undecided change, if it stays as it is: the reach of each side shrinks with the root of its rows. */
function rowsToSettle(change        , [lowest, highest]          , level        )         {
  const { value, rows } = change;
  const [lower, upper] = change.intervalAt(level);
  const open = [
    ...(lower < lowest && upper >= lowest ? [{ room: Math.abs(value - lowest), down: value >= lowest }] : []),
    ...(upper > highest && lower <= highest ? [{ room: Math.abs(highest - value), down: value > highest }] : []),
  ];
  if (open.length === 0)
    return 'The change is beyond the limit, but not surely so among all tests of the run: compare more rows'
  const needs = open.map(({ room, down }) => {
    const reach = change.reachAt?.(level);
    const side = down ? ('lower'         ) : ('upper'         );
    const whole = down ? value - lower : upper - value;
    const left = reach ? room ** 2 - reach.reference[side] ** 2 : -1;
    return {
      current: reach && left > 0 ? rows.current * (reach.current[side] ** 2 / left) : Number.POSITIVE_INFINITY,
      times: (whole / room) ** 2,
    }
  });
  const current = Math.max(...needs.map(need => need.current));
  const times = Math.max(...needs.map(need => need.times));
  if (current < 1e9)
    return `About ${counted$1(rounded(current), 'current row')} would settle it if the change stays as it is; it rests on ${counted$1(rows.current, 'row')}`
  if (times < 1e4)
    return `About ${rounded(Math.max(times, 1.1))} times as many rows in each file would settle it if the change stays as it is`
  return 'The change is about as large as the limit: look at what changed, and raise the limit if that is harmless'
}

/** Up, to two digits. */
function rounded(number        )         {
  const unit = 10 ** (Math.floor(Math.log10(number)) - 1);
  return Number((Math.ceil(number / unit) * unit).toPrecision(2))
}

const ORDER$1                    = ['fail', 'inconclusive', 'warn', 'pass'];

/** A check for every number with a limit; of slices, one for every metric and column, which tells of the worst of them. */
function performanceChecks(
  judged                           ,
  sliced                     ,
  checking          ,
)                    {
  const whole = judged.filter(({ question, finding }) => !question.of && finding !== undefined);
  const found = [
    ...whole.map(one => checkOf(one, checking)),
    ...sliced.flatMap(({ by, questions }) => {
      if (!questions) return [tooMany(by, checking)]
      const own = judged.filter(({ question }) => questions.includes(question));
      const groups = [...Map.groupBy(own, ({ question }) => question.id).values()];
      return groups.flatMap(group => group.slice(0, 1).map(({ question }) => sliceCheck(by, question, group, checking)))
    }),
  ];
  return {
    checks: found.map(({ check }) => check),
    letThrough: found.flatMap(({ letThrough }) => letThrough ?? []),
  }
}

function checkOf(one                , checking          ) {
  const { question, finding = 'inconclusive' } = one;
  return decided(finding, checking, {
    id: `predictions.${question.id}`,
    title: titleOf(question),
    ...measuredOf(one, checking),
    reason: assumed(changeReason(one, finding, checking.level), question, checking),
    ...hintOf(one, checking),
  })
}

/** The worst of the slices by a column, and how many were judged. */
function sliceCheck(by        , asked          , group                           , checking          ) {
  const judged = group.filter(({ finding }) => finding !== undefined);
  const [worst] = judged.toSorted(
    (a, b) =>
      ORDER$1.indexOf(a.finding ?? 'pass') - ORDER$1.indexOf(b.finding ?? 'pass') ||
      (a.pValue ?? 1) - (b.pValue ?? 1) ||
      loss$1(b.question) - loss$1(a.question),
  );
  const few = group.length - judged.length;
  const id = `predictions.${asked.id}.every-${columnLabel(by)}`;
  const title = `predictions: ${asked.title} kept on every ${columnLabel(by)}`;
  if (!worst)
    return decided('inconclusive', checking, {
      id,
      title,
      reason: `Expected ${asked.called} to be kept on every ${columnLabel(by)} but no value of it has enough rows in both files to be judged`,
      hint: 'Leave the column out of slices, or compare more rows',
    })
  const finding = worst.finding ?? 'inconclusive';
  const counts = ORDER$1.flatMap(status => {
    const n = judged.filter(one => one.finding === status).length;
    return n > 0 ? [`${grouped(n)} ${WORD[status]}`] : []
  });
  const tail = `; of ${counted$1(judged.length, 'slice')} ${counts.join(', ')}${few > 0 ? `, and ${grouped(few)} with too few rows to be judged` : ''}`;
  return decided(finding, checking, {
    id,
    title,
    ...measuredOf(worst, checking),
    reason: assumed(`${changeReason(worst, finding, checking.level)}${tail}`, worst.question, checking),
    ...hintOf(worst, checking),
  })
}

const WORD                         = {
  fail: 'failed',
  inconclusive: 'undecided',
  warn: 'with a warning',
  pass: 'passed',
};

const loss$1 = ({ change, worse }          ) => (worse === 'higher' ? 1 : -1) * (change?.value ?? 0);

const tooMany = (by        , checking          ) =>
  decided('inconclusive', checking, {
    id: `predictions.every-${columnLabel(by)}`,
    title: `predictions: kept on every ${columnLabel(by)}`,
    reason: `Expected at most 100 different values of '${columnLabel(by)}' to be slices but found more`,
    hint: 'Write a column of coarser values, such as bands of an age',
  });

function titleOf({ id, title, limit = 0 }          )         {
  if (id === 'decisions') return `predictions: share of decisions within ${limit} of the reference`
  return `predictions: ${title} no more than ${limit} worse than in the reference`
}

function measuredOf(
  { question: { change, worse, limit = 0 }, pValue, adjustedPValue }                ,
  { level }          ,
)                                       {
  const required                    =
    worse === 'either'
      ? { comparator: 'between', value: [-limit, limit] }
      : { comparator: worse === 'lower' ? '>=' : '<=', value: worse === 'lower' ? -limit : limit };
  if (!change) return { required }
  return {
    required,
    measured: {
      value: change.value,
      interval: [...change.intervalAt(level)],
      level,
      method: change.method,
      n: change.rows.reference + change.rows.current,
      ...(pValue === undefined ? {} : { pValue }),
      ...(adjustedPValue === undefined ? {} : { adjustedPValue }),
    },
  }
}

function hintOf({ question, finding }                , { level }          )                    {
  if (finding === 'pass') return {}
  if (!question.change) return { hint: 'Compare more rows with labels, or name other metrics' }
  if (finding === 'inconclusive') return { hint: rowsToSettle(question.change, harmlessOf(question), level) }
  return {
    hint:
      question.id === 'decisions'
        ? `Find out which inputs have moved the scores; if the change is harmless, raise '${question.setting}'`
        : `Retrain the model on current rows, or go back to another one; if the loss is harmless, raise '${question.setting}'`,
  }
}

const assumed = (reason        , { id, change }          , { assumption }          ) =>
  assumption === undefined || !change || id === 'decisions' ? reason : `${reason}; ${assumption}`;

function decided(
  finding        ,
  { drift, files, column }          ,
  check                       ,
)                                                                        {
  const { status, letThrough } = consequence(finding, '', { 'on-inconclusive': drift['on-inconclusive'] });
  return {
    check: {
      ...check,
      status,
      reason: letThrough ? `${check.reason}; ${letThrough.why}` : check.reason,
      ...(status === 'pass' ? {} : { locations: [at(files.current, column)] }),
    },
    ...(letThrough ? { letThrough: [{ check: check.id, finding, by: letThrough.by }] } : {}),
  }
}

/** The scores of both files as a column that methods of drift compare; of very many, a sample. */
const scoreColumn = (name        , reference              , current              , seed        )         =>
  columnOf(name, cellsOf(reference, seed), cellsOf(current, seed));

function cellsOf(scores              , seed        )              {
  const numbers = draw(scores, DRAWN, seeded(seed, 'scores')).toSorted();
  const n = scores.length;
  return {
    rows: n,
    missing: 0,
    numbers,
    ...(numbers.length < n ? { drawn: { numbers: n, counts: [], uncounted: n } } : {}),
    text: { count: 0 },
    dates: 0,
    instants: new Float64Array(),
    nonFinite: { count: 0 },
    categories: new Map(),
    uncounted: 0,
  }
}

/** Rows of a slice, and of each class, below which it is not judged. */
const LEAST_OF_SLICE = { rows: 30, ofClass: 5 };

/** Questions about every value of a column that both files have; undefined where there are too many different ones. */
function sliceQuestions(
  by        ,
  { reference, current }                                                      ,
  compared                                                  ,
  asking        ,
)                         {
  const before = groupRows(reference, [by]);
  const now = groupRows(current, [by]);
  if (!before || !now) return undefined
  return before.flatMap(({ name, chosen }) => {
    const same = now.find(group => group.name === name);
    const rows = compared(selectRows(reference, chosen), selectRows(current, same?.chosen ?? new Uint32Array()));
    return metricQuestions(rows, { ...asking, of: { by, slice: name }, least: LEAST_OF_SLICE }).filter(
      ({ limit }) => limit !== undefined,
    )
  })
}

/**
 * Holds predictions of two classes against those of the reference: scores, decisions, performance, calibration. All tests that may fail
 * are one family, apart from that of the tables' columns.
 */
function comparePerformance(
  { reference, current, labelled, seed }                  ,
  predictions                    ,
  { drift, certify }                                     ,
  files       ,
)                        {
  const { alpha } = drift;
  const level = 1 - 2 * alpha;
  const { threshold, positive } = certify;
  const classesOf = (rows      )             => twoClasses(rows, certify);
  const compared = (before      , now      )               => ({
    reference: classesOf(before),
    current: labelled ? classesOf(now) : { scores: numbersOf$2(now, 'score') },
  });
  const all = compared(reference, current);
  const asking = { predictions, threshold, seed };
  const decisions = decisionQuestion(all.reference.scores, all.current.scores, {
    threshold,
    limit: predictions['max-decision-change'],
  });
  const metrics = metricQuestions(all, asking);
  const sliced = (predictions.slices ?? []).map(by => ({
    by,
    questions: sliceQuestions(by, { reference, current }, compared, asking),
  }));
  // The score stops the gate whatever columns of the tables are critical or have a weight.
  const { critical: _, weights: __, ...rules } = drift;
  const column = scoreColumn(certify.score, all.reference.scores, all.current.scores, seed);
  const score = measureColumns([column], rules, seed).measured.filter(
    ({ method: { question } }) => question === 'distribution',
  );
  const method = methodFor(column, rules.methods);
  const unscored = method && score.length === 0 ? [notMeasured(column, method, files)] : [];
  const questions = [decisions, ...metrics, ...sliced.flatMap(({ questions = [] }) => questions)];
  const tested = questions.flatMap(question =>
    question.limit !== undefined && question.change
      ? [{ question, p: chanceBeyond(question.change, harmlessOf(question)) }]
      : [],
  );
  const adjusted = holm([...tested.map(({ p }) => p), ...score.map(one => one.tested?.pValue ?? 1)]);
  const judged = questions.map((question)                 => {
    const i = tested.findIndex(one => one.question === question);
    const [pValue, adjustedPValue] = [tested[i]?.p, adjusted[i]];
    if (question.limit === undefined) return { question }
    if (pValue === undefined || adjustedPValue === undefined)
      return { question, ...(question.of ? {} : { finding: 'inconclusive'          }) }
    return { question, pValue, adjustedPValue, finding: findingOf(question, adjustedPValue, alpha) }
  });
  const scored = score.map((one, i) =>
    measuredCheck(
      one.tested ? { ...one, tested: { ...one.tested, adjustedPValue: adjusted[tested.length + i] ?? 1 } } : one,
      rules,
      files,
    ),
  );
  const performed = performanceChecks(judged, sliced, {
    drift,
    level,
    files,
    column: certify.score,
    ...(labelled ? {} : { assumption: ASSUMPTION }),
  });
  const { labels } = all.current;
  const calibrated = labels
    ? calibrationChange(all.reference, { ...all.current, labels }, { alpha, level })
    : { checks: [] };
  const rowOf = (one                ) => changeRow(one, level);
  const first = judged.find(({ question }) => question === decisions) ?? { question: decisions };
  const slices = judged.filter(({ question }) => question.of).map(rowOf);
  return {
    checks: [
      ...[...scored.map(({ check }) => check), ...unscored].map(check => ({
        ...check,
        id: 'predictions.score',
        title: 'predictions: same distribution of scores',
      })),
      ...performed.checks,
      ...calibrated.checks,
    ],
    letThrough: [
      ...scored.flatMap(({ finding, letThrough }) =>
        letThrough ? [{ check: 'predictions.score', finding, by: letThrough.by }] : [],
      ),
      ...performed.letThrough,
    ],
    performance: {
      rows: { reference: reference.n, current: current.n },
      positive,
      threshold,
      labels: labelled ? 'measured' : 'estimated',
      ...(labelled
        ? {}
        : { assumption: ASSUMPTION, beyondReference: shareBeyond(all.reference.scores, all.current.scores) }),
      alpha,
      tests: adjusted.length,
      level,
      decisions: rowOf(first),
      metrics: judged
        .filter(({ question }) => metrics.includes(question))
        .map(rowOf)
        .toSorted(worstFirst),
      ...(predictions.slices ? { slices: slices.toSorted(worstFirst) } : {}),
      ...('calibration' in calibrated && calibrated.calibration ? { calibration: calibrated.calibration } : {}),
    },
  }
}

function twoClasses(rows      , certify                     )             {
  if (!binary.twoClasses) throw new Error('The binary task has no two classes')
  return binary.twoClasses(rows, certify)
}

const ORDER = ['fail', 'inconclusive', 'warn', 'pass', undefined];

const loss = ({ change = 0, worse }           ) => (worse === 'higher' ? change : -change);

/** By status, then by how much was lost. */
const worstFirst = (a           , b           ) =>
  ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || loss(b) - loss(a);

/** What is read of predictions whose truth is not known yet: everything but that. */
const unlabelledReading = (needs                 )          => ({
  needs: needs.filter(({ side }) => side !== 'truth'),
  faults: () => [],
  about: () => 'a probability and no label',
});

/** Compares predictions of production with those of the reference, whose columns mean what `certify` says. */
async function comparePredictions(
  predictions                    ,
  settings                                     ,
  ports       ,
)                               {
  const { certify } = settings;
  requireSupported(certify);
  const labelled = await hasLabels(predictions, certify.label, ports);
  const task = binaryReading(certify);
  const own = { ...task, needs: withAttributes(task.needs, columnNeeds(predictions.slices ?? [])) };
  const { id } = certify;
  const before = await readPredictions(
    { id, file: predictions.reference, role: 'reference-predictions', reading: own },
    ports,
  );
  const after = await readPredictions(
    {
      id,
      file: predictions.current,
      role: 'current-predictions',
      reading: labelled ? own : unlabelledReading(own.needs),
    },
    ports,
  );
  const files = [before, after];
  const read = await locateRows(
    files.flatMap(({ collected }) => collected.checks),
    files,
  );
  const materials = files.map(({ material }) => material);
  const [reference, current] = [before.collected.predictions, after.collected.predictions];
  if (!reference || !current) return { materials, checks: read, letThrough: [] }
  const seed = materials.map(({ digest }) => digest.sha256).join('');
  const { checks, performance, letThrough } = comparePerformance(
    { reference: reference.rows, current: current.rows, labelled, seed },
    predictions,
    settings,
    predictions,
  );
  return { materials, checks: [...read, ...checks], performance, letThrough }
}

async function hasLabels({ labels, current }                    , label        , { tables }       )                   {
  if (labels !== 'auto') return labels === 'required'
  return (await headerOf(tables, current)).includes(label)
}

function requireSupported({ task, weight, cluster }                     )       {
  if (task !== 'binary')
    throw new UserError(
      'settings.unsupported',
      `Expected predictions of the task binary to compare under 'drift.predictions' but found 'certify.task: ${task}'`,
      { hint: "Compare the columns of such predictions as tables, by 'drift.reference' and 'drift.current'" },
    )
  const named = weight === undefined ? (cluster === undefined ? undefined : 'cluster') : 'weight';
  if (named === undefined) return
  throw new UserError(
    'settings.unsupported',
    `Expected rows that count once and stand for themselves to compare under 'drift.predictions' but found 'certify.${named}'`,
    { hint: `Compare predictions in a run with settings of its own, without '${named}'` },
  )
}

/** Distance beyond which a score is no part of the usual. */
const ODD = 4;

/**
 * What is new in a score, given the one before: z − ρ z′ over √(1 − ρ²), a standard normal value again. After a gap or a score far off
 * there is nothing to go by, and the score stands for itself; what is far off counts no more than 4, so that it is no slow change.
 */
function innovation(z        , before                    , correlation        )         {
  const clipped = Math.max(-ODD, Math.min(ODD, z));
  if (before === undefined || Math.abs(before) > ODD) return clipped
  const fresh = (clipped - correlation * before) / Math.sqrt(1 - correlation * correlation);
  return Math.max(-ODD, Math.min(ODD, fresh))
}

/** Cumulative sum up to which what was seen is taken for usual, and beyond which it is taken for a change. */
const USUAL = 3;
const CHANGED = 8;
const K = 0.5;

                          
                                                   
                                   
                                                                                            
                                                                                         
 

/**
 * What may be learnt from: not a bucket far off, and not a run of them that may be the beginning of a change. While a cumulative sum stands
 * above the usual they wait; once it comes back they are learnt, once it says that there is a change they are not.
 */
function lessons()          {
  const known           = [];
  let waiting           = [];
  let [up, down] = [0, 0];
  return {
    known,
    add(bucket, scored) {
      if (!scored) {
        known.push(bucket);
        return
      }
      up = Math.max(0, up + scored.innovation - K);
      down = Math.max(0, down - scored.innovation - K);
      if (Math.abs(scored.z) <= ODD) waiting.push(bucket);
      if (Math.max(up, down) > CHANGED) {
        waiting = [];
        up = 0;
        down = 0;
      } else if (Math.max(up, down) <= USUAL) {
        known.push(...waiting);
        waiting = [];
      }
    },
  }
}

/** Events among requests in one bucket. */
                          
                         
                         
 

                            
                       
                                                                                                
                      
                                        
                         
                                
 

/** Requests below which nothing is learnt. */
const FEWEST$2 = 100;
const FURTHEST$1 = 37;
/** Chance below which a bucket is an incident rather than part of the baseline. */
const INCIDENT = 1e-9;

/**
 * Learns the rate of events and how much more it varies than chance has it, from buckets of which those that are incidents by
 * themselves are left out. A bucket is held against the beta-binomial distribution of what to expect next: over-dispersion by the method of
 * moments (Williams 1982), and the uncertainty of the rate itself by Jeffreys' prior.
 */
function rateModel(known                    )                        {
  const first = fitted(known);
  if (!first) return undefined
  const usual = known.filter(one => (first.score(one).tails?.upper ?? 1) >= INCIDENT);
  const model = fitted(usual) ?? first;
  // Tails heavier than the beta-binomial ones, as the baseline itself has them.
  const heavier = Math.max(
    1,
    robustScale(
      usual.map(one => model.score(one).z),
      [0.95, 0.99],
    ),
  );
  return heavier === 1 ? model : { ...model, score: counted => widened(model.score(counted), heavier) }
}

function widened({ expected, z, zOf, at }       , by        )        {
  const own = z / by;
  return {
    expected,
    z: own,
    zOf: value => zOf(value) / by,
    at: distance => at(distance * by),
    tails: { upper: normal.sf(own), lower: normal.cdf(own) },
  }
}

function fitted(known                    )                        {
  const trials = known.reduce((sum, one) => sum + one.trials, 0);
  const events = known.reduce((sum, one) => sum + one.events, 0);
  if (trials < FEWEST$2) return undefined
  const mean = (events + 0.5) / (trials + 1);
  const between = dispersion(known, trials, mean);
  const rho = 1 - (1 - between) * (1 - 1 / (trials + 2));
  const [a, b] = [(mean * (1 - rho)) / rho, ((1 - mean) * (1 - rho)) / rho];
  return {
    mean,
    rho: between,
    trials,
    score({ events, trials: n }) {
      const counts = betaBinomial(n, a, b);
      const tailsAt = (x        ) => ({ upper: counts.sf(x - 1), lower: counts.cdf(x), half: counts.pmf(x) / 2 });
      const zOf = (rate        ) => {
        const { upper, lower, half } = tailsAt(Math.round(rate * n));
        const z = upper - half <= 0.5 ? normal.isf(Math.max(0, upper - half)) : -normal.isf(Math.max(0, lower - half));
        return Math.max(-FURTHEST$1, Math.min(FURTHEST$1, z))
      };
      const { upper, lower } = tailsAt(events);
      return {
        expected: mean,
        z: zOf(events / n),
        zOf,
        at: z => smallest(n, x => zOf(x / n) >= z) / n,
        tails: { upper, lower },
      }
    },
  }
}

/** ρ of the beta-binomial by moments: Pearson's X² against what it would be without. */
function dispersion(known                    , trials        , mean        )         {
  const x2 = known.reduce(
    (sum, { events, trials: n }) => (n > 0 ? sum + (events - n * mean) ** 2 / (n * mean * (1 - mean)) : sum),
    0,
  );
  const buckets = known.filter(({ trials: n }) => n > 0).length;
  const room = known.reduce((sum, { trials: n }) => sum + Math.max(0, n - 1) * (1 - n / trials), 0);
  return room > 0 ? Math.max(0, Math.min(0.5, (x2 - (buckets - 1)) / room)) : 0
}

/** The smallest whole number up to n that will do, or n. */
function smallest(n        , does                        )         {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (does(middle)) high = middle;
    else low = middle + 1;
  }
  return high
}

/** Correlation of neighbours in a run of residuals around 0, gaps left out, as far as it is positive; short runs make it look small, which is mended (Kendall 1954). */
function correlationOfNeighbours(values                                 , scale        )         {
  const limit = 3 * scale;
  const clipped = values.map(value => (value === undefined ? undefined : Math.max(-limit, Math.min(limit, value))));
  let [product, square, pairs] = [0, 0, 0];
  for (let i = 1; i < clipped.length; i++) {
    const [a, b] = [clipped[i - 1], clipped[i]];
    if (a === undefined || b === undefined) continue
    product += a * b;
    square += (a * a + b * b) / 2;
    pairs++;
  }
  if (pairs < 10 || square === 0) return 0
  const found = product / square;
  return Math.max(0, Math.min(0.97, found + (1 + 3 * found) / pairs))
}

/** Lags over which correlations are summed up at most. */
const LAGS = 48;

/**
 * How much more the sum of many values varies than that of independent ones would, as a factor of the standard deviation, at least 1: the
 * long-run variance with Bartlett's weights (Newey and West 1987), of values that are standardised.
 */
function longRunFactor(values                                 )         {
  const known = values.filter(value => value !== undefined).length;
  const lags = Math.min(LAGS, Math.floor(1.5 * Math.sqrt(known)));
  let square = 0;
  for (const value of values) square += (value ?? 0) ** 2;
  if (square === 0) return 1
  let factor = 1;
  for (let lag = 1; lag <= lags; lag++) {
    let product = 0;
    for (let i = lag; i < values.length; i++) product += (values[i] ?? 0) * (values[i - lag] ?? 0);
    factor += 2 * (1 - lag / (lags + 1)) * (product / square);
  }
  return Math.sqrt(Math.max(1, factor))
}

const HOUR = 3_600_000;
const DAY$1 = 24 * HOUR;

/** What repeats, as learnt from values by their time. */
                          
                       
                                                                              
                                            
                                                                                                                
                                  
                                  
                             
 

                 
                       
                    
 

/** Weekday in UTC, Monday 0. */
const weekday = (time        ) => (Math.floor(time / DAY$1) + 3) % 7;
const ofDay = (time        ) => time - Math.floor(time / DAY$1) * DAY$1;
const ofWeek = (time        ) => weekday(time) * DAY$1 + ofDay(time);
const ofMonth = (time        ) => (new Date(time).getUTCDate() - 1) * DAY$1 + ofDay(time);

/** Values that each slot of a season must have on average before it is believed. */
const SUPPORT = 4;
/** Rounds of the median polish. */
const ROUNDS = 10;

/** The profiles that so many values allow, for the season that the settings want. */
function profilesOf(
  values                  ,
  every        ,
  season                                            ,
)            {
  const within = every < DAY$1;
  const candidates = {
    none: [() => slots('no season', values, () => 0)],
    day: within ? [() => slots('time of day', values, ofDay)] : [],
    week: [
      () => slots(within ? 'time of the week' : 'day of the week', values, ofWeek),
      ...(within ? [() => crossed(values)] : []),
    ],
    month: [() => slots('day of the month', values, ofMonth)],
  };
  const asked = season === 'auto' ? [...candidates.none, ...candidates.day, ...candidates.week] : candidates[season];
  return asked.flatMap(make => make() ?? [])
}

/** The median of each slot. */
function slots(name        , values                  , slotOf                          )                      {
  const bySlot = Map.groupBy(values, ({ time }) => slotOf(time));
  if (values.length < SUPPORT * bySlot.size) return undefined
  const medians = new Map                ();
  const sorted = new Map                      ();
  for (const [slot, own] of bySlot) {
    if (own.length < 2) return undefined
    const all = Float64Array.from(own, ({ y }) => y).sort();
    sorted.set(slot, all);
    medians.set(slot, medianOf(all));
  }
  return {
    name,
    expected: time => medians.get(slotOf(time)),
    left: values.map(({ time, y }) => y - medianWithout(sorted.get(slotOf(time)) ?? new Float64Array(), y)),
    parameters: bySlot.size,
  }
}

/** The median of sorted values, one of them taken out. */
function medianWithout(sorted              , y        )         {
  const at = sorted.indexOf(y);
  const rest = (i        ) => sorted[i < at ? i : i + 1] ?? Number.NaN;
  const n = sorted.length - 1;
  return n % 2 === 1 ? rest((n - 1) / 2) : (rest(n / 2 - 1) + rest(n / 2)) / 2
}

/** Parts of a log that are left out in turn, each of whole weeks. */
const FOLDS = 4;

/** Time of day and day of the week, added up: for as long as hours of the week were seen too rarely. */
function crossed(values                  )                      {
  const hours = new Set(values.map(({ time }) => ofDay(time))).size;
  const parameters = hours + 6;
  const weeks = new Set(values.map(({ time }) => weekOf(time)));
  if (weeks.size < 2 || values.length < SUPPORT * parameters || values.length < 14 * hours * 0.9) return undefined
  const all = polished(values);
  // Weeks left out in turn, lest a day that is high as a whole should seem to be as expected.
  const folds = Math.min(FOLDS, weeks.size);
  const foldOf = (time        ) => weekOf(time) % folds;
  const others = Array.from({ length: folds }, (_, fold) =>
    polished(values.filter(({ time }) => foldOf(time) !== fold)),
  );
  return {
    name: 'time of day and day of the week',
    expected: all,
    left: values.map(({ time, y }) => y - (others[foldOf(time)]?.(time) ?? all(time) ?? y)),
    parameters,
  }
}

/** Weeks from Monday, counted from 1970. */
const weekOf = (time        ) => Math.floor((time / DAY$1 + 3) / 7);

/** Median polish (Tukey 1977): what is expected at a time of day on a day of the week. */
function polished(values                  )                                       {
  const hours = new Map(values.map(({ time }) => [ofDay(time), 0]));
  const days = new Map(values.map(({ time }) => [weekday(time), 0]));
  const byHour = Map.groupBy(values, ({ time }) => ofDay(time));
  const byDay = Map.groupBy(values, ({ time }) => weekday(time));
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (const [hour, own] of byHour) {
      const level = medianOf(own.map(({ time, y }) => y - (days.get(weekday(time)) ?? 0)));
      moved = Math.max(moved, Math.abs(level - (hours.get(hour) ?? 0)));
      hours.set(hour, level);
    }
    for (const [day, own] of byDay) days.set(day, medianOf(own.map(({ time, y }) => y - (hours.get(ofDay(time)) ?? 0))));
    if (moved < 1e-4) break
  }
  return time => {
    const [hour, day] = [hours.get(ofDay(time)), days.get(weekday(time))];
    return hour === undefined || day === undefined ? undefined : hour + day
  }
}

/** How far values lie from what is expected, and of how many values that was learnt. */
                         
                     
                                                                
                        
 

/** Share of the values that are near enough to one that is expected, and how many they are at least. */
const [NEAR, FEWEST$1] = [1 / 3, 40];

/**
 * The spread of residuals along what is expected: that of all of them, or that of the third whose expected values are nearest, whichever is
 * larger. Noise that is alike by day and by night is relatively larger by night: one spread for both would call the nights off.
 *
 * @param expected what was expected of each value
 * @param left how far each value lies from it, in the same order
 */
function spreadAlong(
  expected                                 ,
  left                   ,
)                               {
  const all         = { sd: robustScale(left), share: 1 };
  const near = Math.max(FEWEST$1, Math.round(left.length * NEAR));
  if (left.length <= near) return () => all
  const sorted = left
    .map((distance, i) => ({ at: expected[i] ?? Number.NaN, distance }))
    .filter(({ at }) => !Number.isNaN(at))
    .sort((a, b) => a.at - b.at);
  const known = new Map                ();
  return at => {
    let spread = known.get(at);
    if (!spread) {
      const first = nearest(sorted, at, near);
      const sd = robustScale(sorted.slice(first, first + near).map(({ distance }) => distance));
      spread = sd > all.sd ? { sd, share: near / left.length } : all;
      known.set(at, spread);
    }
    return spread
  }
}

/** The first of the `count` sorted values that are nearest to one. */
function nearest(sorted                           , at        , count        )         {
  let [low, high] = [0, Math.max(0, sorted.length - count)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at - (sorted[middle]?.at ?? 0) > (sorted[middle + count]?.at ?? 0) - at) low = middle + 1;
    else high = middle;
  }
  return low
}

/** Smallest standard deviation that is believed, as a share of what is expected. */
const FLOOR = 0.02;
/** Values below which nothing is learnt. */
const FEWEST = 20;
/** Furthest distance that is told apart. */
const FURTHEST = 37;

                        
                       
                        
 

/** What a stretch of a series has taught: what to expect at a time, and how far off values are. */
                        
                          
                              
                                                                                 
                          
                                                       
 

/**
 * Learns from values by their time: volumes as ln(1 + x) and latencies as ln x, so that changes are relative. The profile is the one that
 * is nearest to values left out of it. Distances are Student's, with as many degrees of freedom as independent values would have given,
 * and are told as the normal distances of the same chance.
 */
function valueModel(known                  , { kind, season }        , every        )                    {
  if (known.length < FEWEST) return undefined
  const scale = scaleOf(
    kind,
    known.map(({ value }) => value),
  );
  const values = known.map(({ time, value }) => ({ time, y: scale.to(value) }));
  const best = profilesOf(values, every, season)
    .map(profile => ({ profile, spread: robustScale(profile.left) }))
    .reduce                                                  ((a, b) => (a && a.spread <= b.spread ? a : b), undefined);
  if (!best) return undefined
  const { profile } = best;
  // Of values that never vary: any change is beyond it, and a change of none is none.
  const spread = Math.max(best.spread, Number.MIN_VALUE);
  const left = inOrder(values, profile.left, every);
  const correlation = correlationOfNeighbours(left, spread);
  const fresh = left.map((value, i) => {
    const before = left[i - 1];
    return value === undefined
      ? undefined
      : innovation(value / spread, before === undefined ? undefined : before / spread, correlation)
  });
  const independent = Math.max(4, ((values.length - profile.parameters) * (1 - correlation)) / (1 + correlation));
  const spreadAt = spreadAlong(
    values.map(({ time }) => profile.expected(time)),
    profile.left,
  );
  return {
    profile: profile.name,
    correlation,
    longRun: longRunFactor(fresh),
    score(time, value) {
      const centre = profile.expected(time);
      if (centre === undefined) return undefined
      const { sd: near, share } = spreadAt(centre);
      const student = studentT(Math.max(3, independent * share - 1));
      const widened = near * Math.sqrt(1 + Math.PI / 2 / independent);
      const expected = scale.from(centre);
      // Of counts, chance alone asks for √λ: √λ / (1 + λ) of ln(1 + x).
      const chance = kind === 'volume' ? Math.sqrt(Math.max(0, expected)) / (1 + Math.max(0, expected)) : 0;
      const floor = scale === PLAIN ? FLOOR * Math.abs(expected) : FLOOR;
      const sd = Math.max(widened, chance, floor, Number.MIN_VALUE);
      const zOf = (x        ) => {
        const t = (scale.to(x) - centre) / sd;
        const z = normal.isf(student.sf(Math.abs(t)));
        const counted =
          kind === 'volume'
            ? Math.abs(countDistance(x, expected, Math.sqrt(Math.max(0, sd * sd - chance * chance))))
            : z;
        return Math.sign(t) * Math.min(FURTHEST, Number.isNaN(z) ? 0 : z, counted)
      };
      return {
        expected,
        z: zOf(value),
        zOf,
        at: z => finite(scale.from(centre + Math.sign(z) * student.isf(normal.sf(Math.abs(z))) * sd)),
      }
    },
  }
}

const finite = (x        ) => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, x));

/** Residuals bucket by bucket, undefined where there is none. */
function inOrder(values                             , left                   , every        )                         {
  const first = values[0]?.time ?? 0;
  const out                         = [];
  for (const [i, { time }] of values.entries()) {
    const place = Math.round((time - first) / every);
    while (out.length < place) out.push(undefined);
    out.push(left[i]);
  }
  return out
}

const DAY = 86_400_000;
/** Times that the model is learnt anew on the way, at most. */
const LESSONS = 32;

/** What judges one bucket, learnt from those before it. */
                 
                          
                              
                          
                                  
                                          
 

/**
 * Lays a series out without gaps and holds every judged bucket against what the buckets before it have taught, day by day; what was far off
 * is not learnt from.
 */
function prepare(read          , settings        )           {
  const { every } = read;
  // Of requests that are counted here, the first and the last bucket may be cut off.
  const gathered =
    settings.kind === 'volume' && read.rowsAreRequests ? { ...read, buckets: read.buckets.slice(1, -1) } : read;
  const first = gathered.buckets[0]?.start ?? 0;
  const length = gathered.buckets.length === 0 ? 0 : ((gathered.buckets.at(-1)?.start ?? 0) - first) / every + 1;
  const buckets                         = new Array(length).fill(undefined);
  for (const bucket of gathered.buckets) buckets[(bucket.start - first) / every] = bucket;
  if (settings.kind === 'volume' && gathered.rowsAreRequests)
    for (let i = 0; i < length; i++) buckets[i] ??= { start: first + i * every, traffic: 0, value: 0 };

  const ripe =
    gathered.until - (settings.maturity === undefined ? Number.NEGATIVE_INFINITY : milliseconds(settings.maturity));
  const isYoung = (place        ) => settings.maturity !== undefined && first + (place + 1) * every > ripe;
  const stretches = settings.except.map(({ from, until }) => [Date.parse(from), Date.parse(until)]         );
  const isExcepted = (place        ) =>
    stretches.some(([from = 0, until = 0]) => first + (place + 1) * every > from && first + place * every < until);
  const counted = isRate(settings.kind) && gathered.buckets.some(({ events }) => events !== undefined);
  const isThin = ({ traffic }        ) =>
    settings.kind !== 'volume' && traffic !== undefined && traffic < settings['min-traffic'];

  const from =
    settings.judge === undefined
      ? Math.min(length, Math.ceil(milliseconds(settings.baseline) / every))
      : Math.max(0, ripeLength() - Math.ceil(milliseconds(settings.judge) / every));
  const lesson = Math.max(1, Math.ceil(DAY / every), Math.ceil((length - from) / LESSONS));
  const scores                        = new Array(length).fill(undefined);
  const innovations                         = new Array(length).fill(undefined);
  const unscored = { missing: 0, thin: 0, young: 0, excepted: 0, unlearnt: 0 };
  const learning = lessons();
  const { known } = learning;
  let judge;                   
  let learnt = 0;

  for (let place = 0; place < length; place++) {
    if (place >= from && (place - from) % lesson === 0) judge = known.length === learnt && judge ? judge : learn(known);
    const bucket = buckets[place];
    const score = scoreOf(place, bucket);
    const fresh = score && innovation(score.z, scores[place - 1]?.z, judge?.correlation ?? 0) / (judge?.longRun ?? 1);
    scores[place] = score;
    innovations[place] = fresh;
    if (bucket?.value !== undefined && !isYoung(place) && !isExcepted(place) && !isThin(bucket))
      learning.add(bucket, score && { z: score.z, innovation: fresh ?? 0 });
  }
  return {
    settings,
    every,
    first,
    buckets,
    from,
    scores,
    innovations,
    correlation: judge?.correlation ?? 0,
    unscored,
    judged: scores.filter(score => score !== undefined).length,
    rowsAreRequests: gathered.rowsAreRequests,
    profile: judge?.profile ?? '',
    counted,
    ...(judge?.rate ? { rate: judge.rate } : {}),
    direction: settings.direction ?? (isRate(settings.kind) || settings.kind === 'latency' ? 'up' : 'both'),
    minChange: settings['min-change'] ?? (isRate(settings.kind) ? 0.25 : 0.1),
    isYoung,
    isExcepted,
  }

  /** Places up to the last one that is not young: what is judged at the end is counted back from there. */
  function ripeLength()         {
    let end = length;
    while (end > 0 && isYoung(end - 1)) end--;
    return end
  }

  function scoreOf(place        , bucket                    )                    {
    if (place < from) return undefined
    if (isExcepted(place)) unscored.excepted++;
    else if (isYoung(place)) unscored.young++;
    else if (bucket?.value === undefined) unscored.missing++;
    else if (isThin(bucket)) unscored.thin++;
    else {
      const score = judge?.score(bucket);
      if (!score) unscored.unlearnt++;
      return score
    }
    return undefined
  }

  function learn(from                   )                    {
    learnt = from.length;
    if (counted) {
      const model = rateModel(from.map(countedOf));
      return (
        model && {
          profile: 'one rate',
          correlation: 0,
          longRun: 1,
          rate: model,
          score: bucket => model.score(countedOf(bucket)),
        }
      )
    }
    const model = valueModel(
      from.map(({ start, value = 0 }) => ({ time: start, value })),
      settings,
      every,
    );
    return model && { ...model, score: ({ start, value = 0 }) => model.score(start, value) }
  }
}

const countedOf = ({ events = 0, traffic = 0 }        )          => ({
  events: Math.round(events),
  trials: Math.round(traffic),
});

/** Bars drawn of the judged buckets, and flagged buckets that are listed. */
const BINS = 42;
const LISTED = 250;

/** The row of a series in the result: its judged buckets in few enough bins to be drawn, and those that were flagged. */
function seriesRow(
  series          ,
  source        ,
  status        ,
  flagged                                        ,
  alpha        ,
)            {
  const { settings, every, first, from, buckets, rate } = series;
  const iso = (place        ) => new Date(first + place * every).toISOString();
  const length = buckets.length;
  const size = Math.max(1, Math.ceil((length - from) / BINS));
  const starts = Array.from({ length: Math.ceil(Math.max(0, length - from) / size) }, (_, i) => from + i * size);
  const limit = distanceLimit(series, alpha);
  const places = [...flagged.keys()].sort((a, b) => a - b);
  return {
    name: settings.name,
    kind: settings.kind,
    status,
    source,
    every: durationText(every),
    ...(length > 0 ? { from: iso(0), ...(from < length ? { judgedFrom: iso(from) } : {}), until: iso(length) } : {}),
    judged: series.judged,
    unscored: { ...series.unscored },
    profile: series.profile,
    correlation: series.correlation,
    ...(rate ? { rate: { mean: rate.mean, overDispersion: rate.rho } } : {}),
    bins: starts.map(start => {
      const own = Array.from({ length: Math.min(size, length - start) }, (_, i) => start + i);
      return {
        from: iso(start),
        value: mean(own.map(place => (series.isYoung(place) ? undefined : buckets[place]?.value))),
        expected: mean(own.map(place => series.scores[place]?.expected)),
        flagged: own.filter(place => flagged.has(place)).length,
      }
    }),
    flagged: places.slice(0, LISTED).map(place => {
      const score = series.scores[place];
      return {
        at: iso(place),
        value: buckets[place]?.value ?? null,
        ...(score ? { expected: score.expected, band: [score.at(-limit), score.at(limit)]                     } : {}),
        rules: [...(flagged.get(place) ?? [])],
      }
    }),
    flaggedCount: places.length,
  }
}

function mean(values                                 )                {
  const known = values.filter(value => value !== undefined);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length
}

/** A series that was read, or why it could not be. */
                             
                           
                                               
                         
                              
                                                                        
 

                 
                        
                           
 

/** Places of a check's buckets that are told in its locations. */
const SHOWN$1 = 20;
const WORST_FIRST                    = ['fail', 'inconclusive', 'warn', 'pass'];

/**
 * Judges every series by its rules. Each rule of each series has an equal part of alpha, and holds it over all buckets that it looks at: the
 * chance that any series fails though none has changed is at most alpha (Bonferroni), as far as a rule's own limit holds.
 */
function judgeSeries(all                       , alpha        )                                            {
  const tests = all.flatMap(({ settings }) => asked(settings).filter(({ rule }) => rule.inferential)).length;
  const judged = all.map(one => judgeOne(one, alpha / Math.max(1, tests)));
  const used = RULES.filter(({ id }) => judged.some(({ rules }) => rules.has(id)));
  return {
    checks: judged.flatMap(({ checks }) => checks),
    result: {
      alpha,
      tests,
      rules: used.map(({ id, title, variant }) => ({ id, title, variant })),
      series: judged
        .map(({ row }) => row)
        .toSorted((a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status)),
    },
  }
}

/** The rules of a series: the usual ones of its kind, with what the settings add, give options or leave out. */
const asked = ({ kind, rules }        )          =>
  RULES.flatMap(rule => {
    const said          = rules[rule.id] ?? rule.usual.includes(kind);
    return said === false ? [] : [{ rule, options: said === true ? {} : said }]
  });

function judgeOne({ settings, source, gathered, failure }            , alpha        ) {
  const { name } = settings;
  const series = prepare(gathered ?? NOTHING, settings);
  const flagged = new Map                  ();
  const checks          = [];
  const rules = new Set        ();
  if (failure || !gathered) checks.push(notRead(name, source, failure));
  else {
    checks.push(...faultChecks(name, source, gathered, settings.time));
    for (const { rule, options } of asked(settings)) {
      const finding = rule.judge(series, options, alpha);
      if (!finding) continue
      rules.add(rule.id);
      for (const place of finding.flagged ?? []) flagged.set(place, [...(flagged.get(place) ?? []), rule.id]);
      checks.push(ruleCheck(series, source, rule, finding));
    }
    if (series.judged === 0) checks.push(notJudged(series, source));
  }
  const status = WORST_FIRST.find(one => checks.some(check => check.status === one)) ?? 'inconclusive';
  const row            = seriesRow(series, source, status, flagged, alpha);
  return { checks, row, rules }
}

const NOTHING           = { buckets: [], every: 1, rowsAreRequests: false, until: 0, rows: 0, faults: [] };

function ruleCheck(series          , source        , rule         , finding         )        {
  const { flagged = [], ...told } = finding;
  const { name, log, value, events, count, time } = series.settings;
  const column = (isRate(series.settings.kind) ? (events ?? value) : (value ?? count)) ?? time;
  const locations = flagged.slice(0, SHOWN$1).map(place => {
    const line = series.buckets[place]?.line;
    const note = timeText(series.first + place * series.every);
    return {
      file: log ?? source,
      ...(log === undefined ? {} : { column }),
      ...(line === undefined ? {} : { line }),
      note,
    }
  });
  const more =
    flagged.length > SHOWN$1 ? [{ file: log ?? source, note: `and ${grouped(flagged.length - SHOWN$1)} more buckets` }] : [];
  return {
    id: `${name}.${rule.id}`,
    title: `${name}: ${rule.claim}`,
    ...told,
    ...(locations.length > 0 ? { locations: [...locations, ...more] } : {}),
  }
}

/** What was wrong with times and values, each in one check; times are always told. */
function faultChecks(name        , source        , { faults, rows, buckets, every }          , time        )          {
  const [first, last] = [buckets[0], buckets.at(-1)];
  const span = first && last ? `, from ${timeText(first.start)} to ${timeText(last.start + every)}` : '';
  const about = (what                ) => faults.filter(fault => fault.about === what);
  const title = { timestamps: 'times in order', values: 'readable values' };
  return (['timestamps', 'values']         ).flatMap((what)          => {
    const own = about(what);
    const [worst] = own;
    if (!worst)
      return what === 'timestamps' && rows > 0
        ? [
            {
              id: `${name}.timestamps`,
              title: `${name}: ${title.timestamps}`,
              status: 'pass',
              reason: `Expected times in order and found ${grouped(rows)} rows in order${span}`,
            },
          ]
        : []
    return [
      {
        id: `${name}.${what}`,
        title: `${name}: ${title[what]}`,
        status: 'inconclusive',
        reason: `Expected ${title[what]} but found ${own.map(({ found }) => found).join('; ')}`,
        hint: worst.hint,
        locations: own.map(({ line, column }) => ({
          file: source,
          column: column ?? time,
          ...(line === undefined ? {} : { line }),
        })),
      },
    ]
  })
}

const notRead = (name        , source        , failure                       )        => ({
  id: `${name}.source`,
  title: `${name}: could be read`,
  status: 'inconclusive',
  reason: failure?.reason ?? 'Expected a series but found nothing',
  ...(failure?.hint === undefined ? {} : { hint: failure.hint }),
  locations: [{ file: source }],
});

const notJudged = (series          , source        )        => ({
  id: `${series.settings.name}.judged`,
  title: `${series.settings.name}: has buckets to judge`,
  status: 'inconclusive',
  measured: { value: 0, unit: 'buckets' },
  required: { comparator: '>=', value: 1, unit: 'buckets' },
  reason: nothingJudged(series),
  hint: "Give a longer log, or a shorter 'baseline'",
  locations: [{ file: source }],
});

/** Where in a row the columns of a series stand. */
                             
                       
                         
                          
                         
 

/** Finds the columns that a series names in a log's header; one that is not there is an error. */
function logColumns(settings        , header                   , file        )             {
  const found = (key                                       , name        )         => {
    const index = header.indexOf(name);
    if (index >= 0) return index
    throw new UserError('series.column', `Expected a column '${name}' in ${file} but found ${listed(header)}`, {
      file,
      hint: `Name the right column as '${key}' of the series '${settings.name}'`,
    })
  };
  return {
    time: found('time', settings.time),
    ...(settings.count === undefined ? {} : { count: found('count', settings.count) }),
    ...(settings.events === undefined ? {} : { events: found('events', settings.events) }),
    ...(settings.value === undefined ? {} : { value: found('value', settings.value) }),
  }
}

const SHOWN = 12;
const listed = (names                   ) =>
  `${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''}`;

/** Seconds since 1970 of this millennium, or milliseconds. */
const EPOCH = /^(\d{9,10}(?:\.\d{1,9})?|\d{12,13})$/;

/** The milliseconds since 1970 that a cell names: ISO 8601, UTC where it gives no offset, or seconds or milliseconds; NaN for anything else. */
function timeOf(cell        )         {
  const text = cell.trim();
  if (EPOCH.test(text)) return text.length >= 12 && !text.includes('.') ? Number(text) : Math.round(Number(text) * 1000)
  const fields = (ISO.timestamp.exec(text) ?? ISO.date.exec(text))?.groups;
  return fields ? instant(fields) : Number.NaN
}

/** Watches the times of a log: unreadable ones, steps back, and the same time twice where rows are buckets. */
function timeOrder(allowed        , unique         )            {
  const seen = unique ? new Set        () : undefined;
  const unread = { count: 0, line: 0 };
  const twice = { count: 0, line: 0, time: 0 };
  const back = { count: 0, line: 0, step: 0, from: 0, to: 0 };
  let last = Number.NEGATIVE_INFINITY;
  const first = (tally                                 , line        ) => {
    if (tally.count++ === 0) tally.line = line;
  };
  return {
    add(time, line) {
      if (Number.isNaN(time)) {
        first(unread, line);
        return false
      }
      if (last - time > allowed) {
        first(back, line);
        if (last - time > back.step) Object.assign(back, { step: last - time, from: last, to: time });
      }
      last = Math.max(last, time);
      if (seen?.has(time)) {
        if (twice.count === 0) twice.time = time;
        first(twice, line);
        return false
      }
      seen?.add(time);
      return true
    },
    get last() {
      return last
    },
    faults: column => [
      ...(unread.count > 0
        ? [
            {
              about: 'timestamps'         ,
              found: `${grouped(unread.count)} rows without a readable time`,
              hint: 'Write times as ISO 8601, such as 2024-01-31T12:00:00Z, or as seconds or milliseconds since 1970',
              line: unread.line,
              column,
            },
          ]
        : []),
      ...(back.count > 0
        ? [
            {
              about: 'timestamps'         ,
              found: `${grouped(back.count)} rows out of order, one of them by ${durationText(back.step)} (from ${timeText(back.from)} back to ${timeText(back.to)})`,
              hint: "A clock was set, or files were joined in the wrong order: sort the log, or allow for it with 'disorder'",
              line: back.line,
              column,
            },
          ]
        : []),
      ...(twice.count > 0
        ? [
            {
              about: 'timestamps'         ,
              found: `${grouped(twice.count)} rows whose time was there before, such as ${timeText(twice.time)}`,
              hint: 'Each row stands for a whole bucket here, and the second was left out: write each once',
              line: twice.line,
              column,
            },
          ]
        : []),
    ],
  }
}

/** Buckets that are kept of a series, and the stretch that they may span. */
const MAX_BUCKETS = 100_000;

/** Rows of a log on their way into buckets: nothing of a row is kept. */
                            
                                                   
                    
 

/** What has been gathered of a bucket. */
                     
                        
                       
              
                 
                
                  
             
                                
 

/** Gathers the rows of one series. */
function logReader(settings        , columns            )            {
  const { kind, quantile } = settings;
  const every = milliseconds(settings.every);
  const valuedRate = isRate(kind) && columns.events === undefined;
  const rowsAreBuckets = columns.count !== undefined || valuedRate;
  const byRequest = kind === 'latency' && !rowsAreBuckets;
  const order = timeOrder(
    settings.disorder === undefined ? (rowsAreBuckets ? 0 : every) : milliseconds(settings.disorder),
    rowsAreBuckets || kind === 'gauge',
  );
  const gathered = new Map                   ();
  const bad = new Map                                                        ();
  let crowded = 0;
  let beyond = 0;
  let rows = 0;

  const fault = (column        , line        , found        ) => {
    const before = bad.get(column);
    if (before) before.count++;
    else bad.set(column, { count: 1, line, found });
    return undefined
  };
  /** A cell's number from 0 on; blank where nothing is known yet. */
  const read = (cells                   , index                    , column                    , line        ) => {
    const cell = cells[index ?? -1] ?? '';
    if (isBlank(cell)) return undefined
    const number = finiteNumber(cell) ?? TRUTH[cell.trim().toLowerCase()];
    if (number === undefined || (number < 0 && kind !== 'gauge'))
      return fault(column ?? '', line, number === undefined ? 'no number' : 'a negative number')
    return number
  };

  return {
    add(cells, line) {
      rows++;
      const time = timeOf(cells[columns.time] ?? '');
      if (!order.add(time, line)) return
      const start = Math.floor(time / every) * every;
      let bucket = gathered.get(start);
      if (!bucket) {
        if (gathered.size >= MAX_BUCKETS) {
          beyond++;
          return
        }
        bucket = { start, line, rows: 0, traffic: 0, events: 0, labelled: 0, sum: 0, values: quantileStore() };
        gathered.set(start, bucket);
      }
      const traffic = columns.count === undefined ? 1 : read(cells, columns.count, settings.count, line);
      const value = columns.value === undefined ? undefined : read(cells, columns.value, settings.value, line);
      const events = columns.events === undefined ? undefined : read(cells, columns.events, settings.events, line);
      if (events !== undefined && events > (traffic ?? 0)) {
        fault(settings.events ?? '', line, 'more events than requests');
        return
      }
      if (value !== undefined && valuedRate && value > 1) {
        fault(settings.value ?? '', line, 'a rate above 1');
        return
      }
      bucket.rows++;
      if (bucket.rows > 1 && rowsAreBuckets && columns.value !== undefined) crowded++;
      bucket.traffic += traffic ?? 0;
      if (events !== undefined) {
        bucket.events += events;
        bucket.labelled += traffic ?? 0;
      }
      if (value === undefined) return
      bucket.labelled++;
      bucket.sum += value;
      if (byRequest) keep(bucket.values, value);
    },
    finish() {
      const buckets = [...gathered.values()].sort((a, b) => a.start - b.start);
      const [first, last] = [buckets[0]?.start ?? 0, buckets.at(-1)?.start ?? 0];
      const span = (last - first) / every + 1;
      const faults          = [
        ...order.faults(settings.time),
        ...(beyond > 0 || span > MAX_BUCKETS
          ? [
              {
                about: 'timestamps'         ,
                found: `times from ${timeText(first)} to ${timeText(last)}, more than ${grouped(MAX_BUCKETS)} buckets of ${settings.every}`,
                hint: "A clock was wrong, or the buckets are too short: mend the times, or lengthen 'every'",
                column: settings.time,
              },
            ]
          : []),
        ...[...bad].map(([column, { count, line, found }]) => ({
          about: 'values'         ,
          found: `${found} in ${grouped(count)} rows of ${column}`,
          hint: 'Write numbers with a decimal point, and leave a cell empty where there is none',
          line,
          column,
        })),
        ...(crowded > 0
          ? [
              {
                about: 'values'         ,
                found: `${grouped(crowded)} rows that share a bucket of ${settings.every} with another`,
                hint: "What is already a quantile or a rate cannot be joined: set 'every' to the step of the log",
              },
            ]
          : []),
      ];
      return {
        buckets: span > MAX_BUCKETS ? [] : buckets.map(finished),
        every,
        rowsAreRequests: !rowsAreBuckets && kind !== 'gauge',
        until: order.last,
        rows,
        faults,
      }
    },
  }

  function finished({ start, line, traffic, events, labelled, sum, values }           )         {
    const known = {
      start,
      line,
      ...(kind === 'gauge' || (valuedRate && columns.count === undefined) ? {} : { traffic }),
    };
    if (kind === 'volume') return { ...known, value: traffic }
    if (labelled === 0) return known
    if (columns.events !== undefined && isRate(kind))
      return { ...known, traffic: labelled, events, value: events / labelled }
    if (!byRequest) return { ...known, value: sum / labelled }
    const { n } = values.sketch;
    const [low, high] = ranked(values)(rankOf(quantile, n));
    return {
      ...known,
      traffic: n,
      value: (low + high) / 2,
      values,
      ...(low === high ? {} : { error: [low, high]          }),
    }
  }
}

/** How events are written by word. */
const TRUTH                                   = { true: 1, false: 0, yes: 1, no: 0 };

/** Counts up to bounds, cumulative. */
                             
                        
                        
 

/**
 * A quantile of a histogram with bounds, as Prometheus's `histogram_quantile` has it, linear within its bucket, and that bucket: the true
 * quantile lies in it for certain, and nobody knows where. Undefined of no observations, or without the bound +Inf.
 */
function histogramQuantile(q        , counts                       ) {
  const sorted = counts.toSorted((a, b) => a.bound - b.bound);
  const last = sorted.at(-1);
  if (!last || last.bound !== Number.POSITIVE_INFINITY || !(last.count > 0)) return undefined
  const rank = q * last.count;
  let before = { bound: 0, count: 0 };
  for (const { bound, count: raw } of sorted) {
    // Increases of counters may fall by rounding: counts up to a larger bound are no smaller.
    const count = Math.max(raw, before.count);
    if (count >= rank && count > before.count) {
      const low = bound <= 0 ? Number.NEGATIVE_INFINITY : before.bound;
      if (bound === Number.POSITIVE_INFINITY)
        return { value: before.bound, error: [before.bound, bound]         , n: last.count }
      const within = (rank - before.count) / (count - before.count);
      return { value: bound <= 0 ? bound : low + (bound - low) * within, error: [low, bound]         , n: last.count }
    }
    before = { bound, count };
  }
  return undefined
}

/** The times to ask for, whole buckets up to the one that has ended: the value at a time stands for the bucket before it. */
function metricWindow({ every }        , { range, until }                  , now        )               {
  const step = milliseconds(every);
  const end = Math.floor((until === undefined ? now : Date.parse(until)) / step) * step;
  return { start: end - Math.max(1, Math.floor(milliseconds(range) / step)) * step + step, end, step }
}

/** Buckets of what was answered: to the query, and to the one of the traffic. */
function readMetrics(
  settings        ,
  source                  ,
  window              ,
  answers                                                                                                     ,
)           {
  const { step, end } = window;
  const traffic = answers.traffic && new Map(single(settings, 'traffic', answers.traffic).points);
  const at =
    source.quantile === undefined ? values(settings, answers.query, traffic) : quantiles(source.quantile, answers.query);
  const first = Math.min(...at.times);
  const buckets           = [];
  for (let time = first; time <= end; time += step) {
    const seen = traffic?.get(time);
    buckets.push({
      start: time - step,
      ...(seen === undefined || Number.isNaN(seen) ? {} : { traffic: seen }),
      ...at.bucket(time),
    });
  }
  return {
    buckets: Number.isFinite(first) ? buckets : [],
    every: step,
    rowsAreRequests: false,
    until: end,
    rows: buckets.filter(({ value }) => value !== undefined).length,
    faults: [],
  }
}

                 
                                   
                                       
 

/** The one series that is asked for. */
function single(settings        , key                     , found                         )               {
  const [one, other] = found;
  if (one && !other) return one
  throw new UserError(
    'prometheus.series',
    `Expected one series as '${key}' of ${settings.name} but found ${one ? `${found.length}` : 'none'}`,
    {
      hint: one
        ? `Join them, such as by sum(…): ${found
            .slice(0, 2)
            .map(({ labels }) => JSON.stringify(labels))
            .join(' and ')} are two of them`
        : 'Nothing was scraped under that name in this time, or labels do not match: look at the query in the server’s own page',
    },
  )
}

function values(settings        , query                         , traffic                                 )        {
  const points = new Map(single(settings, 'query', query).points);
  return {
    times: [...points.keys(), ...(traffic?.keys() ?? [])],
    bucket(time) {
      const value = points.get(time);
      if (isRate(settings.kind) && traffic) return counted(value, traffic.get(time))
      if (value === undefined || !Number.isFinite(value) || (value < 0 && settings.kind !== 'gauge')) return {}
      return { value, ...(settings.kind === 'volume' ? { traffic: value } : {}) }
    },
  }
}

/** Events among requests: increases are extrapolated, hence not whole. Events that nobody counted yet are none, where there are requests. */
function counted(events                    , requests                    )                  {
  if (requests === undefined || !Number.isFinite(requests) || requests < 0) return {}
  const seen = events ?? 0;
  if (!Number.isFinite(seen) || seen < 0) return {}
  const traffic = Math.round(requests);
  const own = Math.min(traffic, Math.round(seen));
  return { traffic, events: own, value: traffic === 0 ? 0 : own / traffic }
}

/** A quantile of counts by `le`. */
function quantiles(q        , query                         )        {
  const known = query.flatMap(({ labels: { le, ...others }, points }) =>
    le === undefined
      ? []
      : [{ bound: le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le), points: new Map(points), others }],
  );
  const bounds = new Set(known.map(({ bound }) => bound));
  if (
    known.length === 0 ||
    known.length !== query.length ||
    bounds.size !== known.length ||
    !bounds.has(Number.POSITIVE_INFINITY)
  )
    throw new UserError(
      'prometheus.series',
      `Expected counts by 'le' with a bound +Inf but found ${query.length === 0 ? 'no series' : `${query.length} series that are not told apart by it alone`}`,
      {
        hint: 'Ask for them such as sum by (le) (increase(request_seconds_bucket[1h]))',
      },
    )
  return {
    times: known.flatMap(({ points }) => [...points.keys()]),
    bucket(time) {
      const counts = known.flatMap(({ bound, points }) => {
        const count = points.get(time);
        return count === undefined || Number.isNaN(count) ? [] : [{ bound, count }]
      });
      const found = histogramQuantile(q, counts);
      return found ? { traffic: found.n, value: found.value, error: found.error } : {}
    },
  }
}

/** Rows between two reports of progress. */
const REPORT = 100_000;

/** Reads every series, each log once whatever the number of series in it. One that cannot be read says so; the others go on. */
async function readSeries(
  all                   ,
  ports       ,
)                                                           {
  const found = new Map                    ();
  const materials             = [];
  for (const [path, own] of Map.groupBy(all, ({ log }) => log)) {
    if (path === undefined) continue
    try {
      const table = await ports.tables.open(path);
      const readers = own.flatMap(settings => readerOf(settings, table, path, found));
      await readAll(
        table,
        readers.map(({ reader }) => reader),
        path,
        ports.log,
      );
      materials.push(table.material('series'));
      for (const { settings, reader } of readers)
        found.set(settings, { settings, source: path, gathered: reader.finish() });
    } catch (error) {
      for (const settings of own) found.set(settings, failed(settings, path, error));
    }
  }
  for (const settings of all) {
    const { prometheus: source } = settings;
    if (source === undefined) continue
    ports.log.progress(`${settings.name}: ${source.url} …`);
    try {
      const window = metricWindow(settings, source, ports.now().getTime());
      const query = await ports.metrics.range(source, source.query, window);
      const traffic =
        source.traffic === undefined ? undefined : await ports.metrics.range(source, source.traffic, window);
      const text = JSON.stringify({ window, query, traffic });
      const name = `${settings.name} of ${source.url}`;
      materials.push({
        name,
        role: 'series',
        digest: { sha256: ports.sha256(text) },
        bytes: new TextEncoder().encode(text).length,
      });
      found.set(settings, {
        settings,
        source: source.url,
        gathered: readMetrics(settings, source, window, { query, traffic }),
      });
    } catch (error) {
      found.set(settings, failed(settings, source.url, error));
    }
  }
  return { series: all.map(settings => found.get(settings) ?? { settings, source: settings.log ?? '' }), materials }
}

function readerOf(settings        , table       , path        , found                         ) {
  try {
    return [{ settings, reader: logReader(settings, logColumns(settings, table.header, path)) }]
  } catch (error) {
    found.set(settings, failed(settings, path, error));
    return []
  }
}

async function readAll(table       , readers                      , path        , log     )                {
  let rows = 0;
  for await (const batch of table.batches) {
    for (const { line, cells } of batch) {
      for (const reader of readers) reader.add(cells, line);
      if (++rows % REPORT === 0) log.progress(`${path}: ${grouped(rows)} rows`);
    }
  }
}

/** What the reader can mend becomes a check of the series; all else is our bug. */
function failed(settings        , source        , error         )             {
  if (!(error instanceof UserError)) throw error
  return {
    settings,
    source,
    failure: { reason: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) },
  }
}

/** Reads and judges the operational series of the settings; nothing where there are none. */
async function judgeOperationalSeries({ series: asked, alpha }                   , ports       ) {
  if (asked === undefined) return undefined
  const { series, materials } = await readSeries(asked, ports);
  return { materials, ...judgeSeries(series, alpha) }
}

/** Compares what production sees with what the model was built on: tables, predictions, the series of its operation, and what another tool has found. */
const driftCompare = {
  gate: 'drift-compare',
  async find(settings, ports) {
    const { current, reference, predictions, results, 'result-thresholds': thresholds } = settings.drift;
    const series = await judgeOperationalSeries(settings.drift, ports);
    const predicted = predictions && (await comparePredictions(predictions, settings, ports));
    const taken = results && (await takeResults(results, thresholds, 'drift-compare', ports.files));
    const tables = current !== undefined || reference !== undefined || (!series && !predicted && !taken);
    const compared = tables ? await compareDrift(settings, ports) : nothing(settings);
    const letThrough = [...(compared.result.letThrough ?? []), ...(predicted?.letThrough ?? [])];
    return {
      materials: [
        ...compared.materials,
        ...(predicted?.materials ?? []),
        ...(series?.materials ?? []),
        ...(taken?.materials ?? []),
      ],
      checks: [...compared.checks, ...(predicted?.checks ?? []), ...(series?.checks ?? []), ...(taken?.checks ?? [])],
      result: {
        ...compared.result,
        ...(letThrough.length > 0 ? { letThrough } : {}),
        ...(predicted?.performance ? { performance: predicted.performance } : {}),
        ...(series ? { series: series.result } : {}),
      },
    }
  },
};                                       

/** Without tables, what a comparison of none gives. */
const nothing = ({ drift }          )                            => ({
  materials: [],
  checks: [],
  result: { rows: { reference: 0, current: 0 }, ...compareColumns([], drift, { reference: '', current: '' }).result },
});

export { driftCompare };
