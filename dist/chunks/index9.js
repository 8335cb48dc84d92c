import { s as studentT, q as quantileOf } from './quantile-of.js';
import { f as clusteredMean, c as namedRow, s as selectRows, n as namesOf, p as pairedProportion, g as isSpread, h as mean, j as pairedMeanLoss, k as proportion, o as meanLoss, i as isGap, u as unset, q as meanCost$1, r as kappa, t as sweep, v as resampledMetric, w as ranked, e as classTotals, x as matthews, y as averagePrecisionOfSweep, z as sumMetric } from './index10.js';
import { f as formatNumber, c as counted, l as listed } from './format2.js';
import { a as faultCheck, c as collectFaults, f as finiteNumber } from './faults.js';
import { c as clopperPearson } from './clopper-pearson.js';
import { g as grouped } from './grouped.js';
import { a as attributeRole, b as benjaminiHochberg } from './attribute-role.js';
import { f as fisherExact } from './fisher-exact.js';
import { q as quantileRanks } from './p-value.js';
import { s as sum } from './shuffle.js';
import { U as UserError } from './user-error.js';

/** A question about how the model behaves that no metric of the hold-out answers. */
                            
                     
                        
                                                           
                                             
 

/** What is known of a model: its faultless predictions, and others of it. */
                           
                       
                           
                                   
                                                   
                              
                                   
                               
                                                   
                                            
 

const defineBehaviour = (behaviour           )            => behaviour;

/** Why methods that take every row once and by itself do not apply, as a sentence; undefined where they do. */
function dependence({ weight, cluster }                     )                     {
  if (weight !== undefined) return `Every row would count once, but '${weight}' says that rows do not count alike`
  return cluster === undefined
    ? undefined
    : `Every row would count by itself, but '${cluster}' says that rows belong together`
}

/** Whether it would cost less to predict the class that costs least by the model's own probabilities. */
const classChoice = defineBehaviour({
  id: 'class-choice',
  title: 'A choice of classes that costs no more than need be',
  check({ trial: { task, settings, rows, whole } }) {
    if (dependence(settings) !== undefined || whole.shortage !== undefined) return []
    const savings = task.savings?.(rows, settings);
    if (!savings) return []
    const { level } = settings;
    const { mean, standardError, df } = clusteredMean(savings);
    const reach = studentT(df).isf((1 - level) / 2) * standardError;
    const interval                   = [mean - reach, mean + reach];
    const saves = interval[0] > 0;
    const words = `${formatNumber(mean)} [${interval.map(end => formatNumber(end)).join(', ')}]`;
    return [
      {
        id: 'class-choice',
        title: 'No other choice of class costs less',
        status: saves ? 'warn' : 'pass',
        measured: { value: mean, interval, level, method: 'student-t', n: rows.n },
        required: { comparator: '<=', value: 0 },
        reason: saves
          ? `To predict the class of the least expected cost would cost ${words} less per row`
          : `Nothing shows that the class of the least expected cost would cost less: ${words} per row`,
        ...(saves ? { hint: 'Predict the class whose cost, over the probabilities of the classes, is least' } : {}),
      },
    ]
  },
});

/** The other file's rows in the order of ours where it has exactly ours, or the check that says where not. */
function sameRows(own             , other             , check                               )               {
  const missing = collectFaults();
  const { source, rows, places } = own;
  const twins = new Uint32Array(rows.n);
  for (let row = 0; row < rows.n; row++) {
    const twin = other.ids.rowOf(own.ids, row);
    if (twin === undefined)
      missing.add(`missing from ${other.source.file}`, namedRow(source, places[row] ?? 0, source.id));
    else twins[row] = twin;
  }
  if (other.rows.n > rows.n && missing.counts.size === 0)
    missing.add(`more in ${other.source.file}`, () => ({ file: other.source.file }));
  const [fault] = faultCheck(missing, rows.n, {
    ...check,
    expected: `${own.source.file} and ${other.source.file} to have the same ids`,
    hint: 'Score the same hold-out rows for both files',
  });
  return fault ?? selectRows(other.rows, twins)
}

/** Numbers that differ by less come from another order of summing, not from another answer. */
const TOLERANCE = 1e-6;

/** Whether the model says the same of the same rows twice. */
const determinism = defineBehaviour({
  id: 'determinism',
  title: 'The same predictions twice',
  check({ own, repeat }) {
    if (!repeat) return []
    const check = { id: 'determinism', title: `The same predictions in ${own.source.file} and ${repeat.source.file}` };
    const again = sameRows(own, repeat, check);
    if ('status' in again) return [again]
    const outputs = own.source.reading.needs.filter(({ side }) => side === 'output');
    const differing = collectFaults();
    for (let row = 0; row < own.rows.n; row++) {
      const other = outputs.find(({ role }) => !isSame(own.rows.columns.get(role), again.columns.get(role), row));
      if (other) differing.add('otherwise', namedRow(own.source, own.places[row] ?? 0, other.column));
    }
    const found = differing.counts.get('otherwise') ?? 0;
    return [
      {
        ...check,
        status: found === 0 ? 'pass' : 'fail',
        measured: { value: found, unit: 'rows', n: own.rows.n },
        required: { comparator: '=', value: 0, unit: 'rows' },
        reason:
          found === 0
            ? `${counted(own.rows.n, 'row')} with the same predictions, to within ${TOLERANCE}`
            : `${counted(found, 'row')} of ${counted(own.rows.n, 'row')} ${found === 1 ? 'is' : 'are'} predicted otherwise the second time, by more than ${TOLERANCE}`,
        ...(found === 0
          ? {}
          : {
              hint: 'Fix the seeds of the model and its features, or average over what is random',
              locate: differing.locate,
            }),
      },
    ]
  },
});

function isSame(mine                          , its                          , row        )          {
  if (!mine || !its) return false
  if ('numbers' in mine)
    return (
      'numbers' in its && Math.abs((mine.numbers[row] ?? Number.NaN) - (its.numbers[row] ?? Number.NaN)) <= TOLERANCE
    )
  return 'codes' in its && mine.names[mine.codes[row] ?? 0] === its.names[its.codes[row] ?? 0]
}

/** Whether a quantity meets a threshold: its interval decides, so that what holds at one end only is inconclusive. */
function judge(interval                           , comparator            , threshold        )         {
  const [lower, upper] = interval;
  if (comparator === '<=') {
    if (upper <= threshold) return 'pass'
    return lower > threshold ? 'fail' : 'inconclusive'
  }
  const beyond = comparator === '>';
  if (beyond ? lower > threshold : lower >= threshold) return 'pass'
  return (beyond ? upper <= threshold : upper < threshold) ? 'fail' : 'inconclusive'
}

/** More rows than this many times those there are is no advice. */
const MOST_TIMES = 100;

/**
 * How many more labelled rows would move the threshold out of the interval, if the estimate stayed and the interval
 * narrowed with the square root of the rows.
 */
function rowsNeeded(
  value        ,
  [lower, upper]                           ,
  threshold        ,
  rows        ,
)         {
  const reach = value >= threshold ? value - lower : upper - value;
  const more = rows * ((reach / (value - threshold)) ** 2 - 1);
  if (!(more <= MOST_TIMES * rows))
    return 'The estimate lies so close to what is required that more rows cannot be expected to settle it'
  return `About ${counted(roundUp(more), 'more labelled row')} would settle it`
}

/** Up, to two significant digits. */
function roundUp(count        )         {
  const whole = Math.max(1, Math.ceil(count));
  const step = 10 ** Math.max(0, String(whole).length - 2);
  return Math.ceil(whole / step) * step
}

/** What a check says of its question. */
                                                              

/** The answer where the predictions are at fault. */
const UNTESTED         = {
  status: 'inconclusive',
  reason: 'Not put to the test, because the predictions it needs cannot be used',
  hint: 'Mend the faults that the other checks name',
};

/** What an answer rests on besides the estimate: the rows, and why they are too few where they are. */
                 
                       
                                        
                                      
                                         
 

/** Decided by the interval, and inconclusive whenever there is none or too little to go by. */
function answer$1(
  { comparator, threshold, estimate, subject, requirement }          ,
  { rows, shortage, leastRows }       ,
)         {
  if (!estimate || threshold === undefined) return UNTESTED
  const few = tooFew(rows, shortage, leastRows);
  if (few !== undefined) return { status: 'inconclusive', reason: few, hint: 'Add labelled rows to the hold-out' }
  if (!estimate.interval || estimate.value === null)
    return {
      status: 'inconclusive',
      reason: `There is no interval to hold against ${requirement}: ${estimate.gap}`,
      hint: 'Change the threshold, or choose a metric that is defined on these rows',
    }
  const status = judge(estimate.interval, comparator, threshold);
  return {
    status,
    reason: `${subject} ${lies({ ...estimate, interval: estimate.interval }, comparator, threshold)} ${requirement}`,
    ...(status === 'pass'
      ? {}
      : { hint: status === 'fail' ? FAILED : rowsNeeded(estimate.value, estimate.interval, threshold, rows) }),
  }
}

/** Why the rows are too few, as a sentence. */
const tooFew = (rows        , shortage                    , leastRows = 0)                     =>
  shortage ??
  (rows < leastRows ? `Expected at least ${counted(leastRows, 'row')} but found ${counted(rows, 'row')}` : undefined);

/** `[0.8, 0.9] lies at or above`: an interval, and how it lies to a threshold. */
function lies(
  { interval }                                                  ,
  comparator            ,
  threshold        ,
)         {
  const status = judge(interval, comparator, threshold);
  const [lower, upper] = interval.map(end => formatNumber(end, threshold));
  const within = { '>=': 'at or above', '<=': 'at or below', '>': 'above' }[comparator];
  const beyond = { '>=': 'below', '<=': 'above', '>': 'at or below' }[comparator];
  const where = { pass: `lies ${within}`, fail: `lies ${beyond}`, inconclusive: 'contains', warn: 'contains' }[status];
  return `[${lower}, ${upper}] ${where}`
}

/** What to do about a claim that has failed. */
const FAILED = 'More rows are unlikely to change this: improve the model, or give a reason for a weaker claim';

const measuredOf = ({ value, n, interval, method }          , level        )           => ({
  value,
  ...(interval ? { interval: [...interval], level } : {}),
  ...(method === undefined ? {} : { method }),
  n,
});

/** The metric by which the task tells a model from a guess that knows nothing of the row. */
function tellingMetric({ metrics }      )                                                        {
  const metric = metrics.find(({ naive }) => naive !== undefined);
  return metric?.naive === undefined ? undefined : { ...metric, naive: metric.naive }
}

/** Whether the model does better than a guess that knows nothing of the row: no claim may ask for it, yet nobody would promote one that does not. */
const naiveBaseline = defineBehaviour({
  id: 'naive-baseline',
  title: 'Beats a naive baseline',
  check({ trial }) {
    const metric = tellingMetric(trial.task);
    if (!metric) return []
    const judged = trial.judge(undefined, trial.settings.level, [metric.id]);
    const estimate = judged.challenger.get(metric.id);
    if (!estimate?.interval || estimate.value === null || judged.shortage !== undefined) return []
    const { interval } = estimate;
    const beats = interval[0] > metric.naive;
    return [
      {
        id: 'naive-baseline',
        title: `${metric.title} above that of a guess, ${metric.naive}`,
        status: beats ? 'pass' : 'warn',
        measured: measuredOf(estimate, judged.level),
        required: { comparator: '>', value: metric.naive },
        reason: `The interval ${lies({ interval }, '>', metric.naive)} ${metric.naive}, which a guess gets that knows nothing of the row`,
        ...(beats
          ? {}
          : { hint: "Check that 'label', 'positive' and 'score' name what belongs together, and the model" }),
      },
    ]
  },
});

/** The share of decisions that a disturbance may flip. */
const MOST_FLIPPED = 0.05;

/**
 * Whether decisions stay when the inputs are disturbed a little: the user scores the disturbed rows, and here is counted what flips. Every
 * disturbance must hold; what fails is adjusted for their number.
 */
const robustness = defineBehaviour({
  id: 'robustness',
  title: 'Decisions that stay when inputs are disturbed',
  check: observed => observed.perturbed.map(other => flipCheck(observed, other)),
});

function flipCheck({ trial: { task, settings, rows }, own, perturbed }          , other             )        {
  const { file } = other.source;
  const check = { id: `robustness.${file}`, title: `Decisions that stay in ${file}` };
  if (!task.decisions)
    return {
      ...check,
      status: 'inconclusive',
      reason: `Predictions of the task ${task.id} are no decisions that could flip`,
      hint: 'Give disturbed predictions of a task that decides, such as binary',
    }
  const same = sameRows(own, other, check);
  if ('status' in same) return same
  const [before, after] = [task.decisions(rows, settings), task.decisions(same, settings)];
  let flipped = 0;
  for (let row = 0; row < rows.n; row++) if (before[row] !== after[row]) flipped++;
  const bounds = (level        ) => {
    const { lower, upper } = clopperPearson(flipped, rows.n, level);
    return [lower, upper]         
  };
  const interval = bounds(settings.level);
  const strict = judge(bounds(1 - (1 - settings.level) / perturbed.length), '<=', MOST_FLIPPED);
  const plain = judge(interval, '<=', MOST_FLIPPED);
  const status = plain === 'fail' ? (strict === 'fail' ? 'fail' : 'inconclusive') : plain;
  const value = flipped / rows.n;
  return {
    ...check,
    status,
    measured: { value, interval: [...interval], level: settings.level, method: 'clopper-pearson', n: rows.n },
    required: { comparator: '<=', value: MOST_FLIPPED },
    reason: `${grouped(flipped)} of ${grouped(rows.n)} decisions flip; the interval [${interval.map(end => formatNumber(end, MOST_FLIPPED)).join(', ')}] ${{ pass: 'lies at or below', fail: 'lies above', inconclusive: 'does not clear', warn: 'does not clear' }[status]} ${MOST_FLIPPED}`,
    ...(status === 'fail' ? { hint: 'Train on disturbed rows too, or bin what is measured so finely' } : {}),
    ...(status === 'inconclusive' ? { hint: rowsNeeded(value, interval, MOST_FLIPPED, rows.n) } : {}),
  }
}

/** As near to the best there can be as this, a model has probably seen the answers. */
const NEAR = 0.001;

/** Whether the model is too good to be true: the usual cause is a label that leaked into the features, or hold-out rows that it was trained on. */
const suspiciousPerfection = defineBehaviour({
  id: 'suspicious-perfection',
  title: 'Not too good to be true',
  check({ trial }) {
    const metric = tellingMetric(trial.task);
    if (!metric) return []
    const judged = trial.judge(undefined, trial.settings.level, [metric.id]);
    const value = judged.challenger.get(metric.id)?.value;
    if (value === null || value === undefined || judged.shortage !== undefined) return []
    const bar = metric.range[1] - NEAR;
    const suspicious = value >= bar;
    return [
      {
        id: 'suspicious-perfection',
        title: `${metric.title} below ${bar}`,
        status: suspicious ? 'warn' : 'pass',
        measured: { value, n: judged.rows },
        required: { comparator: '<', value: bar },
        reason: suspicious
          ? `${metric.title} is ${formatNumber(value, 1)}: almost no real model is as good on rows that it has not seen`
          : `${metric.title} is ${formatNumber(value, bar)}`,
        ...(suspicious
          ? {
              hint: "Look for a feature that holds the answer, and for hold-out rows in the training data: give 'train'",
            }
          : {}),
      },
    ]
  },
});

/** What a row costs, by its true class, 1 for positive, and the predicted one. */
const costOf = (label        , positive         , costs       )         =>
  label === 1
    ? costs[positive ? 'true-positive' : 'false-negative']
    : costs[positive ? 'false-positive' : 'true-negative'];

/** The threshold under which these rows cost least, in the middle of the gap between two scores; of several the highest. */
function cheapestThreshold({ labels, scores }            , costs       )         {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  // Above the highest score nobody is predicted positive; every score that is passed on the way down changes its rows' cost.
  let cost = 0;
  let [least, best] = [0, 1 + Number.EPSILON];
  for (const [place, row] of order.entries()) {
    const label = labels[row] ?? 0;
    cost += costOf(label, true, costs) - costOf(label, false, costs);
    const score = scores[row] ?? Number.NaN;
    const next = scores[order[place + 1] ?? -1];
    if (next === score) continue
    if (cost < least) [least, best] = [cost, next === undefined ? score : (score + next) / 2];
  }
  return Math.min(best, 1)
}

/** To which of two halves each row belongs, by its id alone: 0 or 1. */
function halvesOf({ c }        )             {
  const halves = new Uint8Array(c.length);
  for (let row = 0; row < c.length; row++) halves[row] = (c[row] ?? 0) & 1;
  return halves
}

/**
 * Whether another threshold would cost less: each half of the rows is decided by the threshold that is cheapest on the other, so that the
 * saving is not read off the rows that chose it.
 */
const thresholdChoice = defineBehaviour({
  id: 'threshold-choice',
  title: 'A threshold that costs no more than need be',
  check({ trial: { task, settings, rows, whole }, own }) {
    const { costs, threshold, level } = settings;
    if (!costs || !task.twoClasses || dependence(settings) !== undefined || whole.shortage !== undefined) return []
    const classes = task.twoClasses(rows, settings);
    const halves = halvesOf(own.ids);
    const chosen = [0, 1].map(half =>
      cheapestThreshold(
        part(classes, row => halves[row] !== half),
        costs,
      ),
    );
    const savings = classes.scores.map((score, row) => {
      const label = classes.labels[row] ?? 0;
      const other = chosen[halves[row] ?? 0] ?? threshold;
      return costOf(label, score >= threshold, costs) - costOf(label, score >= other, costs)
    });
    const { mean, standardError, df } = clusteredMean(savings);
    const reach = studentT(df).isf((1 - level) / 2) * standardError;
    const interval                   = [mean - reach, mean + reach];
    const best = cheapestThreshold(classes, costs);
    const saves = interval[0] > 0;
    const words = `[${interval.map(end => formatNumber(end)).join(', ')}]`;
    return [
      {
        id: 'threshold-choice',
        title: `No threshold costs less than ${threshold}`,
        status: saves ? 'warn' : 'pass',
        measured: { value: mean, interval, level, method: 'student-t, thresholds chosen on the other half', n: rows.n },
        required: { comparator: '<=', value: 0 },
        reason: saves
          ? `A threshold of about ${formatNumber(best)} would cost ${formatNumber(mean)} ${words} less per row`
          : `Nothing shows that another threshold would cost less: ${formatNumber(mean)} ${words} per row`,
        ...(saves ? { hint: "Choose the threshold on rows that are not the hold-out, and set 'threshold' to it" } : {}),
      },
    ]
  },
});

function part({ labels, scores }            , belongs                          )             {
  return { labels: labels.filter((_, row) => belongs(row)), scores: scores.filter((_, row) => belongs(row)) }
}

/** Whether no row of the hold-out, by id, is one that the model was trained on. */
const trainOverlap = defineBehaviour({
  id: 'train-overlap',
  title: 'No training rows in the hold-out',
  check({ own, train }) {
    if (!train) return []
    const shared = collectFaults();
    for (let row = 0; row < own.rows.n; row++) {
      const twin = train.ids.rowOf(own.ids, row);
      if (twin === undefined) continue
      const line = (show      ) => `line ${show(train.source, train.places[twin] ?? 0).line} of ${train.source.file}`;
      shared.add('shared', namedRow(own.source, own.places[row] ?? 0, own.source.id, line));
    }
    const found = shared.counts.get('shared') ?? 0;
    return [
      {
        id: 'train-overlap',
        title: `No row of ${own.source.file} in ${train.source.file}`,
        status: found === 0 ? 'pass' : 'fail',
        measured: { value: found, unit: 'rows', n: own.rows.n },
        required: { comparator: '=', value: 0, unit: 'rows' },
        reason:
          found === 0
            ? `None of ${counted(own.rows.n, 'row')} has the id of one of ${counted(train.rows.n, 'training row')}`
            : `${counted(found, 'row')} of the hold-out ${found === 1 ? 'has' : 'have'} the id of a training row`,
        ...(found === 0
          ? {}
          : {
              hint: 'Take rows that the model was trained on out of the hold-out; where ids are only row numbers, give ids of their own',
              locate: shared.locate,
            }),
      },
    ]
  },
});

/** Groups must be treated alike. */
                                         
                                          
                                                      
                                
                                                                      
                        
 

/** Probabilities must be what they say they are, on average to within `within`. */
                                             
                             
                         
 

/** A quantile of the time that a prediction takes must be at most a number of milliseconds. */
                                          
                          
                      
                           
                        
 

/** The model's files together must be at most a number of bytes. */
                                            
                             
                        
                                                      
                       
 

const isOnMetric = (claim       )                       => 'metric' in claim;

/** Whether it compares with the champion. */
const isComparison = (claim       )                                                    =>
  claim.kind === 'no-worse-than-champion' || claim.kind === 'better-than-champion';

/** The share of its value on the training rows that a metric may lose on others. */
const MOST_LOST = 0.1;

/** Whether the metrics that claims are about are as good on the hold-out as on the rows that the model was trained on. */
const trainTestGap = defineBehaviour({
  id: 'train-test-gap',
  title: 'As good on the hold-out as on the training rows',
  check({ trial, train, claims }) {
    if (!train) return []
    const { task, settings } = trial;
    const claimed = new Set(claims.filter(isOnMetric).map(({ metric }) => metric.id));
    const telling = tellingMetric(task);
    if (claimed.size === 0 && telling) claimed.add(telling.id);
    const metrics = task.metrics.filter(({ id, better }) => claimed.has(id) && better !== 'zero');
    const ids = metrics.map(({ id }) => id);
    const here = trial.judge(undefined, settings.level, ids);
    const there = task.judge(train.rows, undefined, settings, { only: ids });
    return metrics.map(metric =>
      gapCheck(metric, there.challenger.get(metric.id), here.challenger.get(metric.id), here),
    )
  },
});

function gapCheck(
  metric            ,
  train                      ,
  test                      ,
  { level, rows }                                 ,
)        {
  const check = {
    id: `train-test-gap.${metric.id}`,
    title: `${metric.title} no worse than on the training rows (10 %)`,
  };
  if (!train?.interval || !test?.interval || train.value === null || test.value === null)
    return {
      ...check,
      status: 'inconclusive',
      reason: `There is no interval of ${metric.title} on both the training rows and the hold-out`,
      hint: 'Give more rows of both, or claim a metric that is defined on them',
    }
  const sign = metric.better === 'lower' ? -1 : 1;
  const lost = sign * (train.value - test.value);
  const [better, worse] = sign > 0 ? [train, test] : [test, train];
  const [upper, lower] = [better.interval ?? [0, 0], worse.interval ?? [0, 0]];
  // Squares added of the two distances to the near ends (Donner and Zou 2012), as Newcombe's interval does.
  const interval = [
    lost - Math.hypot((better.value ?? 0) - upper[0], lower[1] - (worse.value ?? 0)),
    lost + Math.hypot(upper[1] - (better.value ?? 0), (worse.value ?? 0) - lower[0]),
  ];         
  const bar = MOST_LOST * Math.abs(train.value);
  const status = judge(interval, '<=', bar);
  const ends = interval.map(end => formatNumber(end, bar)).join(', ');
  return {
    ...check,
    status,
    measured: { value: lost, interval: [...interval], level, method: 'square-and-add of both intervals', n: rows },
    required: { comparator: '<=', value: bar },
    reason: `${metric.title} is ${formatNumber(train.value)} on the training rows and ${formatNumber(test.value)} on the hold-out; the interval of what is lost [${ends}] ${{ pass: 'lies at or below', fail: 'lies above', inconclusive: 'contains', warn: 'contains' }[status]} ${formatNumber(bar)}`,
    ...(status === 'fail' ? { hint: 'The model knows its training rows by heart: simplify or regularise it' } : {}),
    ...(status === 'inconclusive' ? { hint: rowsNeeded(lost, interval, bar, rows) } : {}),
  }
}

/** A column with more values than these is cut into ranges where they are numbers; where they are not, it makes no segments. */
const MOST_VALUES = 12;
const RANGES = 4;

/** Every value or range of every column by itself, and of every two columns together. */
function segmentsOf(rows      , columns                   )            {
  const single = columns.map(column => segmentsBy(namesOf(rows, attributeRole(column)), column));
  const pairs = single.flatMap((first, i) =>
    single.slice(i + 1).flatMap(second => first.flatMap(a => second.map(b => both(a, b)))),
  );
  return [...single.flat(), ...pairs]
}

const both = (a         , b         )          => ({
  name: `${a.name} and ${b.name}`,
  has: row => a.has(row) && b.has(row),
});

function segmentsBy({ codes, names }       , column        )            {
  if (names.length <= MOST_VALUES)
    return names.map((name, code) => ({
      name: `${column} = ${name === '' ? '(empty)' : name}`,
      has: row => codes[row] === code,
    }))
  const numbers = names.map(name => finiteNumber(name));
  if (numbers.some((number, i) => typeof number === 'string' && names[i] !== '')) return []
  const numberOf = (row        ) => {
    const number = numbers[codes[row] ?? 0];
    return typeof number === 'number' ? number : Number.NaN
  };
  const sorted = Float64Array.from(codes, (_, row) => numberOf(row))
    .filter(value => !Number.isNaN(value))
    .sort();
  const cuts = [...new Set(Array.from({ length: RANGES - 1 }, (_, i) => quantileOf(sorted, (i + 1) / RANGES)))];
  return [Number.NEGATIVE_INFINITY, ...cuts].map((from, i) => {
    const to = cuts[i] ?? Number.POSITIVE_INFINITY;
    return { name: rangeName(column, from, to), has: row => numberOf(row) >= from && numberOf(row) < to }
  })
}

function rangeName(column        , from        , to        )         {
  if (from === Number.NEGATIVE_INFINITY) return `${column} < ${formatNumber(to)}`
  return to === Number.POSITIVE_INFINITY
    ? `${column} >= ${formatNumber(from)}`
    : `${column} from ${formatNumber(from)} to below ${formatNumber(to)}`
}

/** A segment has at least this share of a half's rows, and this many. */
const LEAST_SHARE = 0.05;
const LEAST_ROWS = 30;
/** Segments that are taken from the first half to be judged on the second. */
const MOST_JUDGED = 10;
/** Share of false ones among those that are called weak (Benjamini and Hochberg), and by how much more often the model is wrong there. */
const FALSE_SHARE = 0.1;
const MATERIAL = 0.05;

/**
 * Looks for segments where the model is wrong more often than elsewhere: on one half of the rows the most suspicious are found, on the other
 * they are judged, so that none is called weak by the chance that made it look so.
 */
const weakSegments = defineBehaviour({
  id: 'weak-segments',
  title: 'No segment where the model is much weaker',
  check({ trial: { task, settings, rows, whole }, own }) {
    const { slices } = settings;
    if (!slices || !task.rowErrors || dependence(settings) !== undefined || whole.shortage !== undefined) return []
    const errors = task.rowErrors(rows, settings);
    const halves = halvesOf(own.ids);
    const suspects = segmentsOf(rows, slices)
      .map(segment => ({ segment, found: countErrors(segment, 0) }))
      .filter(({ found }) => found.isLarge && found.gap > 0)
      .toSorted((a, b) => b.found.gap - a.found.gap || (a.segment.name < b.segment.name ? -1 : 1))
      .slice(0, MOST_JUDGED);
    const judged = suspects.map(({ segment }) => ({ segment, found: countErrors(segment, 1) }));
    const pValues = benjaminiHochberg(judged.map(({ found }) => found.pValue));
    const weak = judged
      .map((one, i) => ({ ...one, pValue: pValues[i] ?? 1 }))
      .filter(({ found, pValue }) => found.isLarge && found.gap >= MATERIAL && pValue <= FALSE_SHARE)
      .toSorted((a, b) => b.found.gap - a.found.gap);
    return [answer(judged.length, weak)]

    /** Errors inside and outside of the segment, on one half. */
    function countErrors(segment         , half        )        {
      let [inside, wrongInside, outside, wrongOutside] = [0, 0, 0, 0];
      for (let row = 0; row < rows.n; row++) {
        if (halves[row] !== half) continue
        const wrong = errors[row] ?? 0;
        if (segment.has(row)) [inside, wrongInside] = [inside + 1, wrongInside + wrong];
        else [outside, wrongOutside] = [outside + 1, wrongOutside + wrong];
      }
      const isLarge = inside >= Math.max(LEAST_ROWS, LEAST_SHARE * (inside + outside)) && outside >= LEAST_ROWS;
      const table = [
        [wrongInside, inside - wrongInside],
        [wrongOutside, outside - wrongOutside],
      ];
      return {
        isLarge,
        rows: inside,
        rate: wrongInside / inside,
        elsewhere: wrongOutside / outside,
        gap: wrongInside / inside - wrongOutside / outside,
        pValue: half === 1 ? fisherExact(table, 'greater').pValue : 1,
      }
    }
  },
});

                 
                           
                       
                                                   
                       
                            
                      
                         
 

                
                           
                       
                  
                         
 

function answer(judged        , weak                 )        {
  const check = { id: 'weak-segments', title: 'No segment where the model is much weaker' };
  const [worst] = weak;
  if (!worst)
    return {
      ...check,
      status: 'pass',
      reason:
        judged === 0
          ? 'No segment looked weaker on the first half of the rows'
          : `Of ${counted(judged, 'segment')} that looked weakest on one half of the rows none is shown to be on the other`,
    }
  const told = weak.map(
    ({ segment, found }) =>
      `${segment.name} (wrong on ${formatNumber(found.rate)} of ${counted(found.rows, 'row')}, elsewhere ${formatNumber(found.elsewhere)})`,
  );
  return {
    ...check,
    status: 'warn',
    measured: {
      value: worst.found.gap,
      n: worst.found.rows,
      method: 'Fisher, found and judged on different halves',
      adjustedPValue: worst.pValue,
    },
    required: { comparator: '<', value: MATERIAL },
    reason: `The model is wrong more often where ${listed(told, 3)}`,
    hint: 'Look at what is different there; to hold the model to it, claim a metric "on" that slice',
  }
}

var behaviours = /*#__PURE__*/Object.freeze({
  __proto__: null,
  classChoice: classChoice,
  determinism: determinism,
  naiveBaseline: naiveBaseline,
  robustness: robustness,
  suspiciousPerfection: suspiciousPerfection,
  thresholdChoice: thresholdChoice,
  trainOverlap: trainOverlap,
  trainTestGap: trainTestGap,
  weakSegments: weakSegments
});

/** Of each item the mean over its answers. */
const itemMeans = (items                        , values              )               =>
  Float64Array.from(items, rows => rows.reduce((sum, row) => sum + (values[row] ?? Number.NaN), 0) / rows.length);

/**
 * The mean of numbers from 0 to `greatest`. Of zeros and ones it is a share, with its exact interval; where nothing bounds
 * the numbers there is an interval only if enough rows differ.
 */
function meanOf(values              , greatest        , level        )           {
  const n = values.length;
  if (greatest === 1 && isShare(values)) return proportion(ones(values), n, level)
  if (greatest === Number.POSITIVE_INFINITY && !isSpread(values)) return { value: mean(values), n, gap: UNBOUNDED }
  return meanLoss(values, greatest, level)
}

/** How much lower the first mean is than the second, row by row. */
function gainOf(lower              , higher              , greatest        , level        )           {
  const n = lower.length;
  if (greatest === 1 && isShare(lower) && isShare(higher)) {
    const only = (mine              , other              ) =>
      ones(mine.map((hit, row) => (hit > (other[row] ?? 0) ? 1 : 0)));
    return pairedProportion({ n, gained: only(higher, lower), lost: only(lower, higher) }, level)
  }
  const differences = higher.map((number, row) => number - (lower[row] ?? Number.NaN));
  if (greatest === Number.POSITIVE_INFINITY && !isSpread(differences))
    return { value: mean(differences), n, gap: UNBOUNDED }
  return pairedMeanLoss(lower, higher, greatest, level)
}

const isShare = (values              ) => values.every(value => value === 0 || value === 1);
const ones = (values              ) => values.reduce((sum, value) => sum + value, 0);

const UNBOUNDED = 'fewer than 10 rows differ from the rest, and nothing bounds how far others would';

/** A metric that is the mean of one number per row. */
                                                                          
                                                       
                                    
 

/** A mean with Student's interval; of bounded numbers with one that rests on the bounds, where too few rows differ. */
function meanMetric   ({ rows, ...info }               )            {
  const { better, range } = info;
  const bounds = range.every(Number.isFinite) ? { bounds: range } : {};
  const greatest = range[0] === 0 ? range[1] : Number.POSITIVE_INFINITY;
  return {
    ...info,
    estimate(model, level) {
      const values = rows(model);
      return isGap(values) ? { value: null, n: 0, ...values } : meanOf(values, greatest, level)
    },
    compare(challenger, champion, level)           {
      const [own, its] = [rows(challenger), rows(champion)];
      if (isGap(own)) return { value: null, n: 0, ...own }
      if (isGap(its)) return { value: null, n: 0, ...its }
      return better === 'lower' ? gainOf(own, its, greatest, level) : gainOf(its, own, greatest, level)
    },
    form(model) {
      const values = rows(model);
      return isGap(values) ? values : { kind: 'mean', values, ...bounds }
    },
  }
}

/** Share of the answers that are, to the letter, the one expected. */
const exactMatch = meanMetric                   ({
  id: 'exact-match',
  title: 'Exact match',
  aliases: ['em'],
  better: 'higher',
  range: [0, 1],
  rows: ({ items, exact }) => (exact ? itemMeans(items, exact) : unset('predicted')),
});

/** A metric that is the share of rows of which something holds. */
                                                                                          
                                                                                        
                                  
 

const shareMetric =    ({ rows, ...info }                )            =>
  meanMetric   ({
    ...info,
    range: [0, 1],
    rows(model) {
      const hits = rows(model);
      return isGap(hits) ? hits : Float64Array.from(hits)
    },
  });

/** Share of the items that were answered rightly and wrongly: how much an evaluation of one answer each is a matter of luck. */
const flipRate = shareMetric                   ({
  id: 'flip-rate',
  title: 'Items answered both ways',
  aliases: ['flips'],
  better: 'lower',
  rows({ items, right }) {
    if (items.every(({ length }) => length === 1)) return { gap: 'every item is answered once', unasked: true }
    return Uint8Array.from(items, rows => {
      const hits = rows.reduce((sum, row) => sum + (right[row] ?? 0), 0);
      return hits > 0 && hits < rows.length ? 1 : 0
    })
  },
});

/** A metric that is the mean of a column of answers, every item counting the same. */
const columnMetric = ({ column, ...info }          ) =>
  meanMetric                   ({
    ...info,
    better: 'lower',
    rows({ items, columns }) {
      const values = columns.get(column);
      return values ? itemMeans(items, values) : unset(column)
    },
  });

/** Mean cost of an answer, in the unit of its column. */
const meanCost = columnMetric({
  id: 'mean-cost',
  title: 'Mean cost',
  aliases: ['cost', 'avg-cost'],
  range: [0, Number.POSITIVE_INFINITY],
  column: 'cost',
});

/** Mean time that an answer took, in the unit of its column. */
const meanLatency = columnMetric({
  id: 'mean-latency',
  title: 'Mean latency',
  aliases: ['latency', 'avg-latency'],
  range: [0, Number.POSITIVE_INFINITY],
  column: 'latency',
});

/** Mean grade of the answers, every item counting the same. */
const meanScore = meanMetric                   ({
  id: 'mean-score',
  title: 'Mean score',
  aliases: ['score', 'mean-grade', 'rubric-mean', 'mean-reward'],
  better: 'higher',
  range: [0, 1],
  rows: ({ items, grades }) =>
    grades ? itemMeans(items, grades) : { gap: "answers have no grade, as 'certify.predicted' is set", unasked: true },
});

/** Mean number of tokens that an answer took. */
const meanTokens = columnMetric({
  id: 'mean-tokens',
  title: 'Mean tokens',
  aliases: ['tokens', 'avg-tokens'],
  range: [0, Number.POSITIVE_INFINITY],
  column: 'tokens',
});

const P = 0.95;

/** Time within which 95 % of the answers came. Its interval is between two of the times, whatever their distribution. */
const p95Latency                            = {
  id: 'p95-latency',
  title: '95 % latency',
  aliases: ['latency-p95', 'p-95-latency'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  estimate({ columns, items }, level) {
    const times = columns.get('latency');
    if (!times) return { value: null, n: 0, ...unset('latency') }
    const n = times.length;
    const sorted = times.toSorted();
    const value = sorted[Math.ceil(P * n) - 1] ?? Number.NaN;
    if (items.length < n) return { value, n }
    const { lower, upper } = quantileRanks(n, P, level);
    const [start, end] = [lower && sorted[lower - 1], upper && sorted[upper - 1]];
    return start === undefined || end === undefined
      ? { value, n, gap: 'there are too few answers for an end of its interval' }
      : { value, n, interval: [start, end], method: 'order statistics' }
  },
  form({ columns, items }) {
    const times = columns.get('latency');
    return times ? { kind: 'weighted', rows: items.length, ...byTime(times, items) } : unset('latency')
  },
};

/** The least time by which answers of at least that share of the weight came; an answer counts as its item does. */
function byTime(times              , items                        ) {
  const itemOf = new Uint32Array(times.length);
  for (const [item, rows] of items.entries()) for (const row of rows) itemOf[row] = item;
  const order = Uint32Array.from(times.keys()).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  const value = ([weights = new Float64Array()]                         ) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let below = 0;
    const place = weights.findIndex(weight => {
      below += weight;
      return below > 0 && below >= P * total
    });
    return times[order[place] ?? -1] ?? Number.NaN
  };
  return { orders: [order.map(row => itemOf[row] ?? 0)], value }
}

/** How many of the first count: `recall@5`. */
const firstOnes =                                            (
  named                                                 ,
  written         ,
)                        => ({
  expected: 'a whole number of at least 1',
  accepts: k => Number.isInteger(k) && k >= 1,
  ...(written ? { written } : {}),
  named,
  with: (model, k) => ({ ...model, k }),
});

/** Chance that of k answers to an item one is right: 1 − C(n − c, k) / C(n, k) for c right ones of n, which is unbiased (Chen et al. 2021). */
const passAtK = meanMetric                   ({
  id: 'pass-at-k',
  title: 'Pass@k',
  better: 'higher',
  range: [0, 1],
  parameter: firstOnes(k => ({ id: `pass-at-${k}`, title: `Pass@${k}` }), /pass[-_ ]*(?:@|at)[-_\s]*(\d+)(?![\w.])/iy),
  rows({ items, right, k }) {
    const fewest = items.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY);
    if (fewest < k)
      return { gap: `it needs ${counted(k, 'answer')} to every item, and one has ${fewest}`, unasked: true }
    return Float64Array.from(items, rows => {
      const wrong = rows.reduce((sum, row) => sum + 1 - (right[row] ?? 0), 0);
      let allWrong = 1;
      for (let i = 0; i < k; i++) allWrong *= Math.max(0, wrong - i) / (rows.length - i);
      return 1 - allWrong
    })
  },
});

/** Chance that one answer to an item is right: the one expected, or of a grade that reaches the threshold. */
const passRate = meanMetric                   ({
  id: 'pass-rate',
  title: 'Pass@1',
  aliases: ['pass', 'pass-at-one'],
  better: 'higher',
  range: [0, 1],
  rows: ({ items, right }) => itemMeans(items, right),
});

/** Share of the answers that are refusals. */
const refusalRate = columnMetric({
  id: 'refusal-rate',
  title: 'Refusal rate',
  aliases: ['refusals'],
  range: [0, 1],
  column: 'refused',
});

/** Share of the answers that are unsafe. */
const unsafeRate = columnMetric({
  id: 'unsafe-rate',
  title: 'Unsafe answers',
  aliases: ['safety-failure-rate', 'unsafe'],
  range: [0, 1],
  column: 'unsafe',
});

var metrics$5 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  exactMatch: exactMatch,
  flipRate: flipRate,
  meanCost: meanCost,
  meanLatency: meanLatency,
  meanScore: meanScore,
  meanTokens: meanTokens,
  p95Latency: p95Latency,
  passAtK: passAtK,
  passRate: passRate,
  refusalRate: refusalRate,
  unsafeRate: unsafeRate
});

/** Mean of predicted less true: above 0 the forecasts are too high. */
const bias$1 = meanMetric                    ({
  id: 'bias',
  title: 'Bias',
  aliases: ['mean-error', 'mean-bias-error'],
  better: 'zero',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  rows: ({ errors }) => errors,
});

/** 1 for the rows whose truth lies in the model's prediction interval, ends included. */
function covered({ truth, lower, upper }           )                   {
  if (!lower || !upper) return unset(lower ? 'upper' : 'lower')
  return Uint8Array.from(truth, (value, row) =>
    value >= (lower[row] ?? Number.NaN) && value <= (upper[row] ?? Number.NaN) ? 1 : 0,
  )
}

/** Share of rows whose truth lies in the forecast's interval. */
const coverage$1 = shareMetric                    ({
  id: 'coverage',
  title: 'Coverage of the prediction intervals',
  aliases: ['interval-coverage', 'picp'],
  better: 'higher',
  rows: covered,
});

/** Mean of the sizes of the errors. */
const mae$1 = meanMetric                    ({
  id: 'mae',
  title: 'MAE',
  aliases: ['mean-absolute-error'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  rows: ({ errors }) => errors.map(Math.abs),
});

/** Errors over the scales of their series, or why there are none. */
function scaled(errors              , scales                          )                     {
  if (!scales) return { gap: "there is no history that can be used, as 'certify.history' names it", unasked: true }
  const without = scales.reduce((count, scale) => (scale > 0 ? count : count + 1), 0);
  if (without > 0)
    return {
      gap: `the series of ${counted(without, 'row')} have no history longer than a season, or one that never changes`,
    }
  return errors.map((error, row) => error / (scales[row] ?? Number.NaN))
}

/** Mean of the sizes of the errors over the mean size of those that the naive forecast makes on the history of the series (Hyndman & Koehler 2006). */
const mase = meanMetric                    ({
  id: 'mase',
  title: 'MASE',
  aliases: ['mean-absolute-scaled-error'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  rows: ({ errors, scales }) => scaled(errors.map(Math.abs), scales),
});

/** Loss of predicting a quantile: an error upwards costs 1 − quantile, one downwards quantile (Koenker & Bassett 1978). */
const pinballLosses = (errors              , quantile        )               =>
  errors.map(error => (error > 0 ? (1 - quantile) * error : -quantile * error));

/** Mean loss of predicting the quantile of the settings. */
const pinball$1 = meanMetric                    ({
  id: 'pinball',
  title: 'Pinball loss',
  aliases: ['pinball-loss', 'mean-pinball-loss', 'quantile-loss'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  rows: ({ errors, quantile }) => pinballLosses(errors, quantile),
});

/** A smooth function of weighted means, by what each row adds to it. */
                  
                        
                                                                             
                                  
 

                                       
                                                                        
 

/** A metric of forecasts with Student's interval from the influence of blocks of time, of which there may be too few to draw them again. */
const influenceMetric = ({ smooth, ...info }          )                             => ({
  ...info,
  estimate(model) {
    const found = smooth(model, new Float64Array(model.n).fill(1));
    if (isGap(found)) return { value: null, n: 0, ...found }
    const { value } = found;
    return Number.isNaN(value)
      ? { value: null, n: model.n, gap: 'it is undefined on these rows' }
      : { value, n: model.n }
  },
  form(model, weights) {
    const found = smooth(model, weights ?? new Float64Array(model.n).fill(1));
    return isGap(found)
      ? found
      : ({ kind: 'influence', ...found, standing: standing(model.errors) }                        )
  },
});

/** Rows without an error stand alike, and rows of two models with equal errors. */
const standing = (errors              ) => errors.map(error => (error === 0 ? 0 : 2 + Math.abs(error)));

/** Σ wᵢ xᵢ / Σ wᵢ, and Σ wᵢ. */
function weightedMean(values              , weights              )                                  {
  const total = sum(weights);
  return { mean: sum(values.map((value, row) => value * (weights[row] ?? Number.NaN))) / total, total }
}

/** Root of the mean of the squares of the errors, each over the mean square of those that the naive forecast makes on the history of the series. */
const rmsse = influenceMetric({
  id: 'rmsse',
  title: 'RMSSE',
  aliases: ['root-mean-squared-scaled-error'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  smooth({ errors, squaredScales }, weights) {
    const squares = scaled(
      errors.map(error => error ** 2),
      squaredScales,
    );
    if (isGap(squares)) return squares
    const { mean, total } = weightedMean(squares, weights);
    const value = Math.sqrt(mean);
    return {
      value,
      influence: squares.map((square, row) => ((weights[row] ?? 0) * (square - mean)) / (2 * value * total)),
    }
  },
});

/** Sum of the sizes of the errors over the sum of the sizes of the truths. */
const wape$1 = influenceMetric({
  id: 'wape',
  title: 'WAPE',
  aliases: ['weighted-absolute-percentage-error', 'wmape'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  smooth({ truth, errors }, weights) {
    const [own, all] = [weightedMean(errors.map(Math.abs), weights), weightedMean(truth.map(Math.abs), weights)];
    if (all.mean === 0) return { gap: 'all truths are 0' }
    const value = own.mean / all.mean;
    return {
      value,
      influence: errors.map(
        (error, row) =>
          ((weights[row] ?? 0) * (Math.abs(error) - value * Math.abs(truth[row] ?? 0))) / (all.mean * all.total),
      ),
    }
  },
});

var metrics$4 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  bias: bias$1,
  coverage: coverage$1,
  mae: mae$1,
  mase: mase,
  pinball: pinball$1,
  rmsse: rmsse,
  wape: wape$1
});

/** Rows, or their weights, by true and predicted class. */
                              
                          
                                                          
                                   
 

function classMatrix({
  classes,
  truth,
  predicted,
}   
                            
                    
                        
 )              {
  const cells = new Float64Array(classes.length ** 2);
  for (let row = 0; row < truth.length; row++) {
    const cell = (truth[row] ?? 0) * classes.length + (predicted[row] ?? 0);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  return { classes: classes.length, cells }
}

/** A score of every class; 0 where it is undefined, as scikit-learn has it: of a class without rows, or never predicted. */
                                                              

const ratio$1 = (part        , whole        ) => (whole === 0 ? 0 : part / whole);

const precisions             = ({ hits, predicted }) => hits.map((hit, i) => ratio$1(hit, predicted[i] ?? 0));

const recalls             = ({ hits, truth }) => hits.map((hit, i) => ratio$1(hit, truth[i] ?? 0));

const f1s             = ({ hits, predicted, truth }) =>
  hits.map((hit, i) => ratio$1(2 * hit, (predicted[i] ?? 0) + (truth[i] ?? 0)));

/** A class or label, and the column of its probability. */
                              
                       
                         
 

/** Reads `class`, whose column has its name, or `class=column`; every class once. */
function namedColumns(written                   )                {
  const columns = written.map(text => {
    const at = text.lastIndexOf('=');
    return at > 0 && at < text.length - 1
      ? { name: text.slice(0, at).trim(), column: text.slice(at + 1).trim() }
      : { name: text, column: text }
  });
  const twice = columns.find(({ name }, i) => columns.findIndex(other => other.name === name) < i);
  if (twice || columns.length < 2)
    throw new UserError(
      'settings.invalid',
      `Expected 'certify.probabilities' to name at least two different classes but found ${twice ? `'${twice.name}' twice` : 'one'}`,
      { hint: 'Name the column of every class: class=column' },
    )
  return columns
}

/** By row, the class of the highest probability; the first of several. */
function mostProbable(probabilities                         , rows        )              {
  return Uint32Array.from({ length: rows }, (_, row) => {
    let best = 0;
    for (const [place, column] of probabilities.entries())
      if ((column[row] ?? 0) > (probabilities[best]?.[row] ?? 0)) best = place;
    return best
  })
}

/**
 * The costs of the settings by the places of the true and the predicted class, true × classes + predicted. A row that is predicted
 * rightly costs nothing unless given; a cost that is missing, or of a class that there is not, is a mistake and not nought.
 */
function costMatrix(costs            , classes                   )                     {
  const given = new Map(Object.entries(costs).map(([truth, row]) => [truth, new Map(Object.entries(row))]));
  const unknown = [...given].flatMap(([truth, row]) => [truth, ...row.keys()]).find(name => !classes.includes(name));
  if (unknown !== undefined)
    return { gap: `'certify.class-costs' names '${unknown.slice(0, 60)}', which is no class of these rows` }
  const pairs = classes.flatMap(truth => classes.map(predicted => ({ truth, predicted })));
  const missing = pairs.filter(({ truth, predicted }) => truth !== predicted && !given.get(truth)?.has(predicted));
  if (missing.length > 0)
    return {
      gap: `'certify.class-costs' has no cost of ${listed(
        missing.map(({ truth, predicted }) => `'${truth.slice(0, 40)}' predicted '${predicted.slice(0, 40)}'`),
        3,
      )}`,
    }
  const matrix = Float64Array.from(pairs, ({ truth, predicted }) => given.get(truth)?.get(predicted) ?? 0);
  return matrix.every(cost => cost === matrix[0]) ? { gap: "every cost of 'certify.class-costs' is the same" } : matrix
}

/** What each row costs by its true and its predicted class, and what it could; or why that cannot be said. */
function classCostsOf({
  classes,
  truth,
  predicted,
  costs,
}                      )                                                                    {
  if (!costs) return unset('class-costs')
  const matrix = costMatrix(costs, classes);
  if (isGap(matrix)) return matrix
  return {
    values: Float64Array.from(truth, (own, row) => matrix[own * classes.length + (predicted[row] ?? 0)] ?? Number.NaN),
    bounds: [Math.min(...matrix), Math.max(...matrix)],
  }
}

/** Share of rows whose class was predicted. */
const accuracy = shareMetric                      ({
  id: 'accuracy',
  title: 'Accuracy',
  aliases: ['acc', 'accuracy-score'],
  better: 'higher',
  rows: ({ truth, predicted }) => Uint8Array.from(truth, (own, row) => (own === predicted[row] ? 1 : 0)),
});

/** Mean of what the rows cost, by the true class and the predicted one. */
const expectedCost                               = {
  id: 'expected-cost',
  title: 'Expected cost',
  aliases: ['cost', 'mean-cost'],
  better: 'lower',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  estimate(model, level) {
    const costs = classCostsOf(model);
    return isGap(costs) ? { value: null, n: 0, ...costs } : meanCost$1(costs, level)
  },
  compare(challenger, champion, level) {
    const [own, its] = [classCostsOf(challenger), classCostsOf(champion)];
    if (isGap(own)) return { value: null, n: 0, ...own }
    if (isGap(its)) return { value: null, n: 0, ...its }
    return pairedMeanLoss(own.values, its.values, own.bounds[1] - own.bounds[0], level)
  },
  form(model) {
    const costs = classCostsOf(model);
    return isGap(costs) ? costs : { kind: 'mean', ...costs }
  },
};

/** A metric as a function of the cells of the matrix. */
const matrixForm = (
  { classes: { length: classes }, truth, predicted }                      ,
  value                                 ,
)           => ({
  kind: 'cells',
  codes: truth.map((own, row) => own * classes + (predicted[row] ?? 0)),
  truths: classes,
  outcomes: classes,
  value: cells => value({ classes, cells }),
});

/** A metric of the matrix of true and predicted classes; NaN where it is undefined. */
const matrixMetric = ({
  value,
  ...info
}                                                     )                               => ({
  ...info,
  estimate(model) {
    const number = value(classMatrix(model));
    return Number.isNaN(number)
      ? { value: null, n: model.n, gap: 'all rows are of one class or predicted to be' }
      : { value: number, n: model.n }
  },
  form: model => matrixForm(model, value),
});

/** Agreement of the true and the predicted classes beyond chance. */
const cohenKappa = matrixMetric({
  id: 'kappa',
  title: "Cohen's kappa",
  aliases: ['cohen-kappa', 'cohens-kappa', 'cohen-kappa-score'],
  better: 'higher',
  naive: 0,
  range: [-1, 1],
  value: kappa,
});

/** The loss of one row cannot exceed this: probabilities are clipped at the double's epsilon, as scikit-learn does. */
const GREATEST = -Math.log(Number.EPSILON);

/** Mean of −ln of the probability given to the true class, in nats. */
const logLoss = meanMetric                      ({
  id: 'log-loss',
  title: 'Log loss',
  aliases: ['logloss', 'cross-entropy', 'neg-log-likelihood'],
  better: 'lower',
  range: [0, GREATEST],
  rows({ truth, probabilities }) {
    if (!probabilities) return unset('probabilities')
    return Float64Array.from(truth, (own, row) => {
      const probability = probabilities[own]?.[row] ?? Number.NaN;
      return -Math.log(Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON))
    })
  },
});

/** Area under the ROC curve of weighted rows, a tie counting half; NaN where a class has no weight. Weights by place. */
function areaUnderSweep(rows        , weights              )         {
  let [area, positivesBefore, negativesBefore] = [0, 0, 0];
  sweep(rows, weights, (positives, negatives) => {
    area += ((negatives - negativesBefore) * (positives + positivesBefore)) / 2;
    positivesBefore = positives;
    negativesBefore = negatives;
  });
  return area / (positivesBefore * negativesBefore)
}

/** Mean over the classes of the area under the ROC curve of each against the rest. */
const macroAuc$1 = resampledMetric                      ({
  id: 'macro-auc',
  title: 'Macro AUC (one against the rest)',
  aliases: ['auc', 'roc-auc', 'macro-roc-auc', 'auc-ovr', 'roc-auc-ovr'],
  better: 'higher',
  range: [0, 1],
  ordered({ truth, probabilities }) {
    if (!probabilities) return unset('probabilities')
    const classes = probabilities.map((scores, own) => ranked(scores, row => truth[row] === own));
    return {
      orders: classes.map(({ order }) => order),
      value: weights =>
        mean(Float64Array.from(classes, (rows, own) => areaUnderSweep(rows, weights[own] ?? new Float64Array()))),
    }
  },
});

/** The mean over classes, each counting the same. */
const macro$1 =
  (score            ) =>
  (matrix             )         =>
    mean(score(classTotals(matrix)));

/** The mean over classes, each counting as it has rows. */
const weighted$1 =
  (score            ) =>
  (matrix             )         => {
    const totals = classTotals(matrix);
    return sum(score(totals).map((value, i) => value * (totals.truth[i] ?? 0))) / totals.all
  };

/** Mean over the classes of the harmonic mean of precision and recall. */
const macroF1$1 = matrixMetric({
  id: 'macro-f1',
  title: 'Macro F1',
  aliases: ['f1-macro', 'macro-f1-score'],
  better: 'higher',
  range: [0, 1],
  value: macro$1(f1s),
});

/** Mean over the classes of the share of their predictions that are right; 0 for a class never predicted. */
const macroPrecision$1 = matrixMetric({
  id: 'macro-precision',
  title: 'Macro precision',
  aliases: ['precision-macro'],
  better: 'higher',
  range: [0, 1],
  value: macro$1(precisions),
});

/** Mean over the classes of the share of their rows that were predicted right. */
const macroRecall$1 = matrixMetric({
  id: 'macro-recall',
  title: 'Macro recall',
  aliases: ['recall-macro', 'balanced-accuracy'],
  better: 'higher',
  range: [0, 1],
  value: macro$1(recalls),
});

/** Matthews' correlation of the true and the predicted classes. */
const mcc = matrixMetric({
  id: 'mcc',
  title: 'MCC',
  aliases: ['matthews', 'matthews-corrcoef', 'matthews-correlation'],
  better: 'higher',
  range: [-1, 1],
  value: matthews,
});

/** Share of rows whose class is among the k most probable; of classes as probable, those named last come first, as in scikit-learn. */
const topKAccuracy = shareMetric                      ({
  id: 'top-k-accuracy',
  title: 'Top-k accuracy',
  aliases: ['top-k', 'top-k-acc', 'top-k-accuracy-score'],
  better: 'higher',
  parameter: firstOnes(
    k => ({ id: `top-${k}-accuracy`, title: `Top-${k} accuracy` }),
    /top[-_\s]*(\d+)(?:[-_\s]*acc(?:uracy)?)?(?![\w.])/iy,
  ),
  rows({ truth, probabilities, k }) {
    if (!probabilities) return unset('probabilities')
    return Uint8Array.from(truth, (own, row) => {
      const its = probabilities[own]?.[row] ?? Number.NaN;
      let before = 0;
      for (const [other, column] of probabilities.entries()) {
        const probability = column[row] ?? Number.NaN;
        if (probability > its || (probability === its && other > own)) before++;
      }
      return before < k ? 1 : 0
    })
  },
});

/** Mean of the F1 of the classes, each counting as it has rows. */
const weightedF1$1 = matrixMetric({
  id: 'weighted-f1',
  title: 'Weighted F1',
  aliases: ['f1-weighted'],
  better: 'higher',
  range: [0, 1],
  value: weighted$1(f1s),
});

/** Mean of the precisions of the classes, each counting as it has rows. */
const weightedPrecision = matrixMetric({
  id: 'weighted-precision',
  title: 'Weighted precision',
  aliases: ['precision-weighted'],
  better: 'higher',
  range: [0, 1],
  value: weighted$1(precisions),
});

/** Mean of the recalls of the classes, each counting as it has rows: the same as the accuracy. */
const weightedRecall = matrixMetric({
  id: 'weighted-recall',
  title: 'Weighted recall',
  aliases: ['recall-weighted'],
  better: 'higher',
  range: [0, 1],
  value: weighted$1(recalls),
});

/**
 * Recall of the class that is found least. That every class's is at least a value needs no correction for their number, so
 * the lower end is the least of the classes' own; that some class's is below it does, so the upper end is the least of ends
 * that hold for all classes at once (Bonferroni, the first step of Holm).
 */
const worstClassRecall                               = {
  id: 'worst-class-recall',
  title: 'Lowest recall of a class',
  aliases: ['worst-recall', 'min-recall', 'lowest-recall'],
  better: 'higher',
  range: [0, 1],
  estimate(model, level) {
    const { classes, n } = model;
    const matrix = classMatrix(model);
    const { hits, truth } = classTotals(matrix);
    const without = truth.indexOf(0);
    if (without >= 0) return { value: null, n, gap: `class '${classes[without]?.slice(0, 40)}' has no rows` }
    const ends = (at        , end                   ) =>
      Math.min(...hits.map((found, i) => clopperPearson(found, truth[i] ?? 0, at)[end]));
    return {
      value: lowest(matrix),
      n,
      interval: [ends(level, 'lower'), ends(1 - (1 - level) / classes.length, 'upper')],
      method: 'clopper-pearson of every class (upper end: Bonferroni)',
    }
  },
  form: model => matrixForm(model, lowest),
};

const lowest = (matrix             ) => Math.min(...recalls(classTotals(matrix)));

var metrics$3 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  accuracy: accuracy,
  cohenKappa: cohenKappa,
  expectedCost: expectedCost,
  logLoss: logLoss,
  macroAuc: macroAuc$1,
  macroF1: macroF1$1,
  macroPrecision: macroPrecision$1,
  macroRecall: macroRecall$1,
  mcc: mcc,
  topKAccuracy: topKAccuracy,
  weightedF1: weightedF1$1,
  weightedPrecision: weightedPrecision,
  weightedRecall: weightedRecall,
  worstClassRecall: worstClassRecall
});

/** Labels of one row. */
                            
                                   
                                       
                                           
 

/** A metric that is the mean over the rows of a number that their labels give. */
const rowMetric = ({ value, ...info }                                                ) =>
  meanMetric                      ({
    ...info,
    rows({ n, truth, predicted, probabilities }) {
      const at = (columns                         , row        ) => columns.map(column => column[row] ?? Number.NaN);
      return Float64Array.from({ length: n }, (_, row) =>
        value({ truth: at(truth, row), predicted: at(predicted, row), probabilities: at(probabilities, row) }),
      )
    },
  });

/** Share of the labels of a row that are wrong, given or not. */
const hammingLoss = rowMetric({
  id: 'hamming-loss',
  title: 'Hamming loss',
  aliases: ['hamming'],
  better: 'lower',
  range: [0, 1],
  value: ({ truth, predicted }) =>
    Array.from(truth).filter((is, label) => is !== predicted[label]).length / truth.length,
});

/** Mean over the rows of the labels both true and given over those that are either; 0 for a row with neither, as in scikit-learn. */
const jaccard = rowMetric({
  id: 'jaccard',
  title: 'Jaccard',
  aliases: ['jaccard-score', 'jaccard-samples'],
  better: 'higher',
  range: [0, 1],
  value({ truth, predicted }) {
    const both = Array.from(truth).filter((is, label) => is === 1 && predicted[label] === 1).length;
    const either = Array.from(truth).filter((is, label) => is === 1 || predicted[label] === 1).length;
    return either === 0 ? 0 : both / either
  },
});

/** The mean over the labels of a number that the order of their probabilities gives. */
function sweptLabels(
  { truth, probabilities }                      ,
  value                                                 ,
)                                         {
  const labels = probabilities.map((scores, label) => ranked(scores, row => truth[label]?.[row] === 1));
  return {
    orders: labels.map(({ order }) => order),
    value: weights => mean(Float64Array.from(labels, (rows, i) => value(rows, weights[i] ?? new Float64Array()))),
  }
}

/** Mean over the labels of the area under the ROC curve. */
const macroAuc = resampledMetric                      ({
  id: 'macro-auc',
  title: 'Macro AUC',
  aliases: ['auc', 'roc-auc', 'macro-roc-auc'],
  better: 'higher',
  range: [0, 1],
  ordered: model => sweptLabels(model, areaUnderSweep),
});

/** Mean over the labels of their average precision. */
const macroAveragePrecision = resampledMetric                      ({
  id: 'macro-average-precision',
  title: 'Macro average precision',
  aliases: ['map', 'mean-average-precision', 'pr-auc'],
  better: 'higher',
  range: [0, 1],
  ordered: model => sweptLabels(model, averagePrecisionOfSweep),
});

/** A metric of how often each label is given rightly and wrongly. */
const countMetric = ({
  value,
  ...info
}                                                                               ) =>
  sumMetric                      ({
    ...info,
    better: 'higher',
    range: [0, 1],
    columns: ({ truth, predicted }) =>
      truth.flatMap((own, label) => {
        const given = predicted[label] ?? own;
        return [
          own.map((is, row) => is * (given[row] ?? 0)),
          own.map((is, row) => (1 - is) * (given[row] ?? 0)),
          own.map((is, row) => is * (1 - (given[row] ?? 0))),
        ]
      }),
    value(...sums) {
      const of = (part        ) => sums.filter((_, i) => i % 3 === part);
      return value({ tp: of(0), fp: of(1), fn: of(2) })
    },
  });

/** Weights of the rows by label: rightly given it, wrongly given it, wrongly not given it. */
                              
                                
                                
                                
 

const ratio = (part        , whole        ) => (whole === 0 ? 0 : part / whole);

/** 0 where undefined, as scikit-learn has it. */
const precisionOf = (tp        , fp        , _fn        )         => ratio(tp, tp + fp);
const recallOf = (tp        , _fp        , fn        )         => ratio(tp, tp + fn);
const f1Of = (tp        , fp        , fn        )         => ratio(2 * tp, 2 * tp + fp + fn);

                                                           

const total = (counts                   ) => counts.reduce((sum, count) => sum + count, 0);

/** Over all labels of all rows at once. */
const micro =
  (score       ) =>
  ({ tp, fp, fn }             )         =>
    score(total(tp), total(fp), total(fn));

/** The mean over the labels, each counting the same. */
const macro =
  (score       ) =>
  ({ tp, fp, fn }             )         =>
    total(tp.map((hits, i) => score(hits, fp[i] ?? 0, fn[i] ?? 0))) / tp.length;

/** The mean over the labels, each counting as it has rows. */
const weighted =
  (score       ) =>
  ({ tp, fp, fn }             )         => {
    const rows = tp.map((hits, i) => hits + (fn[i] ?? 0));
    return total(tp.map((hits, i) => (rows[i] ?? 0) * score(hits, fp[i] ?? 0, fn[i] ?? 0))) / total(rows)
  };

/** Mean over the labels of their F1. */
const macroF1 = countMetric({
  id: 'macro-f1',
  title: 'Macro F1',
  aliases: ['f1-macro'],
  value: macro(f1Of),
});

/** Mean over the labels of the share of their rows that are right; 0 for a label never given. */
const macroPrecision = countMetric({
  id: 'macro-precision',
  title: 'Macro precision',
  aliases: ['precision-macro'],
  value: macro(precisionOf),
});

/** Mean over the labels of the share of their true rows that are given them. */
const macroRecall = countMetric({
  id: 'macro-recall',
  title: 'Macro recall',
  aliases: ['recall-macro'],
  value: macro(recallOf),
});

/** Harmonic mean of precision and recall over all labels of all rows. */
const microF1 = countMetric({
  id: 'micro-f1',
  title: 'Micro F1',
  aliases: ['f1-micro'],
  value: micro(f1Of),
});

/** Share of the labels given that are right. */
const microPrecision = countMetric({
  id: 'micro-precision',
  title: 'Micro precision',
  aliases: ['precision-micro'],
  value: micro(precisionOf),
});

/** Share of the true labels that are given. */
const microRecall = countMetric({
  id: 'micro-recall',
  title: 'Micro recall',
  aliases: ['recall-micro'],
  value: micro(recallOf),
});

/** Share of the pairs of a true and an untrue label of a row of which the untrue one is at least as probable; 0 where there are none. */
const rankingLoss = rowMetric({
  id: 'ranking-loss',
  title: 'Label ranking loss',
  aliases: ['label-ranking-loss'],
  better: 'lower',
  range: [0, 1],
  value({ truth, probabilities }) {
    const all = Array.from(probabilities);
    const own = all.filter((_, label) => truth[label] === 1);
    const others = all.filter((_, label) => truth[label] !== 1);
    if (own.length === 0 || others.length === 0) return 0
    const wrong = own.reduce((sum, bound) => sum + others.filter(value => value >= bound).length, 0);
    return wrong / (own.length * others.length)
  },
});

/** Mean over the true labels of a row of the share of true ones among those at least as probable; 1 for a row of which all labels or none are true. */
const rankingPrecision = rowMetric({
  id: 'ranking-precision',
  title: 'Label ranking average precision',
  aliases: ['lrap', 'label-ranking-average-precision'],
  better: 'higher',
  range: [0, 1],
  value({ truth, probabilities }) {
    const own = Array.from(probabilities).filter((_, label) => truth[label] === 1);
    if (own.length === 0 || own.length === truth.length) return 1
    const atLeast = (all                   , bound        ) => all.filter(value => value >= bound).length;
    const shares = own.map(bound => atLeast(own, bound) / atLeast(Array.from(probabilities), bound));
    return shares.reduce((sum, share) => sum + share, 0) / own.length
  },
});

/** Share of the rows whose labels are all right. */
const subsetAccuracy = rowMetric({
  id: 'subset-accuracy',
  title: 'Subset accuracy',
  aliases: ['accuracy', 'exact-match-ratio'],
  better: 'higher',
  range: [0, 1],
  value: ({ truth, predicted }) => (Array.from(truth).every((is, label) => is === predicted[label]) ? 1 : 0),
});

/** Mean over the labels of their F1, each counting as it has rows. */
const weightedF1 = countMetric({
  id: 'weighted-f1',
  title: 'Weighted F1',
  aliases: ['f1-weighted'],
  value: weighted(f1Of),
});

var metrics$2 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  hammingLoss: hammingLoss,
  jaccard: jaccard,
  macroAuc: macroAuc,
  macroAveragePrecision: macroAveragePrecision,
  macroF1: macroF1,
  macroPrecision: macroPrecision,
  macroRecall: macroRecall,
  microF1: microF1,
  microPrecision: microPrecision,
  microRecall: microRecall,
  rankingLoss: rankingLoss,
  rankingPrecision: rankingPrecision,
  subsetAccuracy: subsetAccuracy,
  weightedF1: weightedF1
});

/** A metric that is the mean over the queries of a number from 0 to 1; queries are what is drawn, so rows of one are together. */
const queryMetric = ({ value, ...info }          ) =>
  meanMetric                   ({
    ...info,
    better: 'higher',
    range: [0, 1],
    rows: ({ queries, k }) => Float64Array.from(queries, query => value(query, k)),
  });

/** Share of the queries that have a relevant result among the first k. */
const hitRate = queryMetric({
  id: 'hit-rate',
  title: 'Hit rate@k',
  aliases: ['hit-rate-at-k', 'hits-at-k', 'hitrate'],
  parameter: firstOnes(k => ({ id: `hit-rate-at-${k}`, title: `Hit rate@${k}` }), /hits?@(\d+)(?![\w.])/iy),
  value: ({ relevance }, k) => (relevance.subarray(0, k).some(one => one > 0) ? 1 : 0),
});

/** Mean of the precisions at the relevant ones of the first k results, over as many as there could be: the relevant ones, at most k. */
const meanAveragePrecision = queryMetric({
  id: 'map',
  title: 'MAP@k',
  aliases: ['map-at-k', 'mean-average-precision'],
  parameter: firstOnes(k => ({ id: `map-at-${k}`, title: `MAP@${k}` })),
  value({ relevance }, k) {
    let [found, sum, all] = [0, 0, 0];
    for (const [place, one] of relevance.entries()) {
      if (!(one > 0)) continue
      all++;
      if (place < k) sum += ++found / (place + 1);
    }
    return sum / Math.min(all, k)
  },
});

/** One over the place of the first relevant result; of a claim's k, 0 where none is among the first k. */
const mrr = queryMetric({
  id: 'mrr',
  title: 'MRR',
  aliases: ['mean-reciprocal-rank'],
  parameter: {
    ...firstOnes                   (k => ({ id: `mrr-at-${k}`, title: `MRR@${k}` })),
    with: (model, k) => ({
      ...model,
      queries: model.queries.map(({ scores, relevance }) => ({
        scores: scores.subarray(0, k),
        relevance: relevance.subarray(0, k),
      })),
    }),
  },
  value({ relevance }) {
    const place = relevance.findIndex(one => one > 0);
    return place === -1 ? 0 : 1 / (place + 1)
  },
});

const discount = (place        ) => 1 / Math.log2(place + 2);

/** Σ relevance / log₂(place + 1) over the first k places, the mean over all orders of results scored alike (Järvelin & Kekäläinen 2002; McSherry & Najork 2008). */
function discountedGain({ scores, relevance }             , k        )         {
  let gain = 0;
  for (let start = 0; start < Math.min(k, scores.length); ) {
    let [end, sum, discounts] = [start, 0, 0];
    while (end < scores.length && scores[end] === scores[start]) {
      sum += relevance[end] ?? 0;
      if (end < k) discounts += discount(end);
      end++;
    }
    gain += (sum / (end - start)) * discounts;
    start = end;
  }
  return gain
}

/** The most that any order could gain. */
const idealGain = ({ relevance }             , k        )         =>
  relevance
    .toSorted((a, b) => b - a)
    .subarray(0, k)
    .reduce((gain, one, place) => gain + one * discount(place), 0);

/** Discounted gain of the first k results over the most that any order of them would gain; the gain of a result is its relevance. */
const ndcg = queryMetric({
  id: 'ndcg',
  title: 'NDCG@k',
  aliases: ['ndcg-at-k', 'ndcg-score'],
  parameter: firstOnes(k => ({ id: `ndcg-at-${k}`, title: `NDCG@${k}` })),
  value: (query, k) => discountedGain(query, k) / idealGain(query, k),
});

/** Share of the relevant results that are among the first k. */
const recall = queryMetric({
  id: 'recall',
  title: 'Recall@k',
  aliases: ['recall-at-k'],
  parameter: firstOnes(k => ({ id: `recall-at-${k}`, title: `Recall@${k}` })),
  value: ({ relevance }, k) => relevant(relevance.subarray(0, k)) / relevant(relevance),
});

const relevant = (relevance              ) => relevance.reduce((count, one) => count + (one > 0 ? 1 : 0), 0);

var metrics$1 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  hitRate: hitRate,
  meanAveragePrecision: meanAveragePrecision,
  mrr: mrr,
  ndcg: ndcg,
  recall: recall
});

/** Mean of predicted less true: above 0 the model predicts too much. */
const bias = meanMetric                      ({
  id: 'bias',
  title: 'Bias',
  aliases: ['mean-error', 'mean-bias-error'],
  better: 'zero',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  rows: ({ errors }) => errors,
});

/** Share of rows whose truth lies in the model's prediction interval. */
const coverage = shareMetric                      ({
  id: 'coverage',
  title: 'Coverage of the prediction intervals',
  aliases: ['interval-coverage', 'picp'],
  better: 'higher',
  rows: covered,
});

/** 1 and the first powers of the errors about their mean, so that those of large numbers do not cancel in their sums. */
function powersAboutMean(errors              , most        )                 {
  const centre = mean(errors);
  return Array.from({ length: most + 1 }, (_, power) => errors.map(error => (error - centre) ** power))
}

/** Kurtosis of the errors above that of a normal distribution: far above 0 a few errors are very large. scipy.stats.kurtosis. */
const errorKurtosis = sumMetric                      ({
  id: 'error-kurtosis',
  title: 'Excess kurtosis of the errors',
  aliases: ['residual-kurtosis'],
  better: 'zero',
  range: [-2, Number.POSITIVE_INFINITY],
  columns: ({ errors }) => powersAboutMean(errors, 4),
  value(rows = 0, first = 0, second = 0, third = 0, fourth = 0) {
    const mean = first / rows;
    const variance = second / rows - mean ** 2;
    const about = (fourth - 4 * mean * third + 6 * mean ** 2 * second) / rows - 3 * mean ** 4;
    return variance > 0 ? about / variance ** 2 - 3 : Number.NaN
  },
});

/** Skewness of the errors, predicted less true: above 0 the largest errors are of too high predictions. scipy.stats.skew. */
const errorSkewness = sumMetric                      ({
  id: 'error-skewness',
  title: 'Skewness of the errors',
  aliases: ['error-skew', 'residual-skewness'],
  better: 'zero',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  columns: ({ errors }) => powersAboutMean(errors, 3),
  value(rows = 0, first = 0, second = 0, third = 0) {
    const mean = first / rows;
    const variance = second / rows - mean ** 2;
    return variance > 0 ? (third / rows - (3 * mean * second) / rows + 2 * mean ** 3) / variance ** 1.5 : Number.NaN
  },
});

/** Mean of the sizes of the errors. */
const mae = meanMetric                      ({
  id: 'mae',
  title: 'MAE',
  aliases: ['mean-absolute-error'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  rows: ({ errors }) => errors.map(Math.abs),
});

/** A truth as small as this beside the mean of all makes its relative error say nothing. */
const TOO_SMALL = 1e-6;

/** |error| / |truth| of every row, or why not: a truth of 0, or next to it, has none. */
function relativeErrors(truth              , errors              )                     {
  const sizes = truth.map(Math.abs);
  const least = TOO_SMALL * mean(sizes);
  const tiny = sizes.reduce((count, size) => (size > least ? count : count + 1), 0);
  if (tiny > 0)
    return {
      gap: `${tiny === 1 ? 'one truth is' : `${tiny} truths are`} 0 or next to it, so that an error is no share of it`,
    }
  return errors.map((error, row) => Math.abs(error) / (sizes[row] ?? Number.NaN))
}

/** Mean of the errors as shares of the truths; refused where a truth is 0 or next to it. */
const mape = meanMetric                      ({
  id: 'mape',
  title: 'MAPE',
  aliases: ['mean-absolute-percentage-error'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  rows: ({ truth, errors }) => relativeErrors(truth, errors),
});

/** Of sorted values with weights the median: of the two about the half of all weight the mean, as scikit-learn has it. NaN without weight. */
function weightedMedian(sorted              , weights              )         {
  let total = 0;
  for (let place = 0; place < weights.length; place++) total += weights[place] ?? 0;
  if (!(total > 0)) return Number.NaN
  let below = 0;
  for (let place = 0; place < weights.length; place++) {
    below += weights[place] ?? 0;
    if (below < total / 2) continue
    const value = sorted[place] ?? Number.NaN;
    if (below > total / 2) return value
    let next = place + 1;
    while (next < weights.length && !(weights[next] ?? 0)) next++;
    return (value + (sorted[next] ?? value)) / 2
  }
  return Number.NaN
}

/** Median of the sizes of the errors. */
const medianAbsoluteError = resampledMetric                      ({
  id: 'median-absolute-error',
  title: 'Median absolute error',
  aliases: ['median-ae', 'medae'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  ordered({ errors }) {
    const sizes = errors.map(Math.abs);
    const order = Uint32Array.from(sizes.keys()).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
    const sorted = Float64Array.from(order, row => sizes[row] ?? Number.NaN);
    return { orders: [order], value: ([weights = new Float64Array()]) => weightedMedian(sorted, weights) }
  },
});

/** Mean of the squares of the errors. */
const mse = meanMetric                      ({
  id: 'mse',
  title: 'MSE',
  aliases: ['mean-squared-error'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  rows: ({ errors }) => errors.map(error => error ** 2),
});

/** Mean loss of predicting the quantile of the settings. */
const pinball = meanMetric                      ({
  id: 'pinball',
  title: 'Pinball loss',
  aliases: ['pinball-loss', 'mean-pinball-loss', 'quantile-loss'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  rows: ({ errors, quantile }) => pinballLosses(errors, quantile),
});

/** Share of the truths' variance that the predictions explain: 1 − Σ e² / Σ (y − ȳ)². Below 0 the mean of the truths predicts better. */
const r2 = sumMetric                      ({
  id: 'r2',
  title: 'R²',
  aliases: ['r-2', 'r2-score', 'r-squared'],
  better: 'higher',
  naive: 0,
  range: [Number.NEGATIVE_INFINITY, 1],
  columns({ n, truth, errors }) {
    // About their mean, so that the squares of large numbers do not cancel.
    const centre = mean(truth);
    const centred = truth.map(value => value - centre);
    return [new Float64Array(n).fill(1), centred, centred.map(value => value ** 2), errors.map(error => error ** 2)]
  },
  value(rows = 0, truths = 0, squares = 0, errors = 0) {
    const spread = squares - truths ** 2 / rows;
    return spread > 0 ? 1 - errors / spread : Number.NaN
  },
});

/** Root of the mean of the squares of the errors. */
const rmse = sumMetric                      ({
  id: 'rmse',
  title: 'RMSE',
  aliases: ['root-mean-squared-error'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  columns: ({ n, errors }) => [new Float64Array(n).fill(1), errors.map(error => error ** 2)],
  value: (rows = 0, squares = 0) => Math.sqrt(squares / rows),
});

/** Mean error over the root mean squared error: what share of it is the same for every row. Above 0 the model predicts too much. */
const systematicError = sumMetric                      ({
  id: 'systematic-error',
  title: 'Systematic error (bias over RMSE)',
  aliases: ['bias-ratio', 'relative-bias'],
  better: 'zero',
  range: [-1, 1],
  columns: ({ n, errors }) => [new Float64Array(n).fill(1), errors, errors.map(error => error ** 2)],
  value(rows = 0, sum = 0, squares = 0) {
    return squares > 0 ? sum / Math.sqrt(rows * squares) : Number.NaN
  },
});

/** Sum of the sizes of the errors over the sum of the sizes of the truths. */
const wape = sumMetric                      ({
  id: 'wape',
  title: 'WAPE',
  aliases: ['weighted-absolute-percentage-error', 'wmape'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  columns: ({ truth, errors }) => [errors.map(Math.abs), truth.map(Math.abs)],
  value: (errors = 0, truths = 0) => (truths > 0 ? errors / truths : Number.NaN),
});

/** Share of rows whose error is at most the tolerance of the settings. */
const withinTolerance = shareMetric                      ({
  id: 'within-tolerance',
  title: 'Within tolerance',
  aliases: ['share-within-tolerance'],
  better: 'higher',
  parameter: {
    expected: 'an error above 0',
    accepts: tolerance => tolerance > 0,
    named: tolerance => ({ id: `within-tolerance-at-${tolerance}`, title: `Within ${tolerance}` }),
    with: (model, tolerance) => ({ ...model, tolerance }),
  },
  rows: ({ errors, tolerance }) =>
    tolerance === undefined
      ? unset('tolerance')
      : Uint8Array.from(errors, error => (Math.abs(error) <= tolerance ? 1 : 0)),
});

var metrics = /*#__PURE__*/Object.freeze({
  __proto__: null,
  bias: bias,
  coverage: coverage,
  errorKurtosis: errorKurtosis,
  errorSkewness: errorSkewness,
  mae: mae,
  mape: mape,
  medianAbsoluteError: medianAbsoluteError,
  mse: mse,
  pinball: pinball,
  r2: r2,
  rmse: rmse,
  systematicError: systematicError,
  wape: wape,
  withinTolerance: withinTolerance
});

export { FAILED as F, UNTESTED as U, isComparison as a, behaviours as b, answer$1 as c, dependence as d, metrics$5 as e, metrics$4 as f, classMatrix as g, recalls as h, isOnMetric as i, judge as j, f1s as k, lies as l, measuredOf as m, namedColumns as n, classCostsOf as o, precisions as p, costMatrix as q, rowsNeeded as r, metrics$3 as s, tooFew as t, mostProbable as u, metrics$2 as v, metrics$1 as w, metrics as x };
