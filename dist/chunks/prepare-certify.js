import { b as behaviours, c as answer, U as UNTESTED, m as measuredOf, F as FAILED, t as tooFew, j as judge, l as lies, r as rowsNeeded, d as dependence, i as isOnMetric, a as isComparison, e as metrics, f as metrics$1, g as classMatrix, p as precisions, h as recalls, k as f1s, n as namedColumns, o as classCostsOf, q as costMatrix, s as metrics$2, u as mostProbable, v as metrics$3, w as metrics$4, x as metrics$5 } from './index9.js';
import { f as formatNumber, c as counted, l as listed } from './format2.js';
import { a as drawBinomial, d as defaultMargin, c as clusteredEstimate, b as designOf, i as isPlain, e as defineTask, L as LEAST_ROWS, f as LEAST_OF_CLASS, g as binary } from './binary.js';
import { l as logisticFit, a as logOdds, g as groupRows, M as MOST_GROUPS, w as withAttributes, c as columnNeeds, r as readPredictions } from './read-predictions.js';
import leven, { closestMatch } from './index5.js';
import { a as attributeRole } from './attribute-role.js';
import { f as finiteNumber, a as faultCheck, c as collectFaults } from './faults.js';
import { b as bisect, s as selectRows, n as namesOf, m as mover, a as numbersOf, c as namedRow, d as differences, e as classTotals, i as isGap } from './index10.js';
import { p as pValueWords, q as quantileRanks } from './p-value.js';
import { m as requireSuccesses, n as normal, o as outsideEachEnd, c as clopperPearson } from './clopper-pearson.js';
import { s as sum, a as seeded } from './shuffle.js';
import { n as nonCentralChiSquared, f as fisherExact } from './fisher-exact.js';
import { q as quantileOf, s as studentT } from './quantile-of.js';
import { g as grouped } from './grouped.js';
import { n as newcombe } from './planned.js';
import { p as pairPredictions } from './pair-predictions.js';
import { U as UserError } from './user-error.js';
import { N as NO_NAME } from './kept-rows.js';
import { m as modelSubject } from './model-subject.js';

/**
 * The two-sided interval of the ratio of two rates of independent samples, k₁ of n₁ over k₂ of n₂, normal in its logarithm
 * (Katz, Baptista, Azen and Pike 1978). Where a sample has only successes or only failures, half a success and half a
 * failure are added to both, because the logarithm's variance would be infinite or nought; an end that nothing bounds is 0
 * or Infinity.
 */
function katz(k1        , n1        , k2        , n2        , level        )           {
  requireSuccesses(k1, n1);
  requireSuccesses(k2, n2);
  const mixed = k1 > 0 && k1 < n1 && k2 > 0 && k2 < n2;
  const half = mixed ? 0 : 0.5;
  const [a, b] = [k1 + half, k2 + half];
  const [n, m] = [n1 + 2 * half, n2 + 2 * half];
  const centre = Math.log(a) - Math.log(n) - Math.log(b) + Math.log(m);
  const reach = normal.isf(outsideEachEnd(level)) * Math.sqrt(1 / a - 1 / n + 1 / b - 1 / m);
  return { lower: k1 === 0 ? 0 : Math.exp(centre - reach), upper: k2 === 0 ? Infinity : Math.exp(centre + reach) }
}

/** How the model behaves, by its faultless files of rows. */
function behaviourChecks(
  { challenger, train, repeat, perturbed = [] }           ,
  trial       ,
  claims                  ,
)          {
  const own = challenger.predictions;
  if (!own) return []
  const observed = {
    trial,
    own,
    claims,
    ...(train?.predictions ? { train: train.predictions } : {}),
    ...(repeat?.predictions ? { repeat: repeat.predictions } : {}),
    perturbed: perturbed.flatMap(({ predictions }) => predictions ?? []),
  };
  return Object.values(behaviours).flatMap(behaviour => behaviour.check(observed))
}

/** Rows with neighbouring probabilities. */
                      
                       
                                  
                           
                                    
                           
                                                                                    
                           
 

const MOST_BINS = 10;
const LEAST_PER_BIN = 20;

/** Bins of about as many rows each, in ascending order; rows of the same probability stay together, so that order does not matter. */
function binsOf({ labels, scores }            )        {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  const count = Math.max(1, Math.min(MOST_BINS, Math.floor(scores.length / LEAST_PER_BIN)));
  const bins        = [];
  let first = 0;
  for (let bin = 1; bin <= count; bin++) {
    let end = Math.max(first, Math.round((bin * scores.length) / count));
    while (end > first && end < order.length && scoreAt(end) === scoreAt(end - 1)) end++;
    if (end > first) bins.push(binOf(order.subarray(first, end), labels, scores));
    first = end;
  }
  return bins

  function scoreAt(place        )         {
    return scores[order[place] ?? 0] ?? Number.NaN
  }
}

function binOf(rows             , labels            , scores              )      {
  let [expected, observed, variance] = [0, 0, 0];
  for (const row of rows) {
    const p = scores[row] ?? Number.NaN;
    expected += p;
    variance += p * (1 - p);
    observed += labels[row] ?? 0;
  }
  return { rows: rows.length, expected, observed, variance }
}

/** How far probabilities are from what happens, on average over the bins. */
                                   
                                                                               
                      
                                                                 
                           
                                           
                        
                                              
                                                                            
                         
 

const RESAMPLES = 1000;

/**
 * The expected calibration error over bins of equal mass, Σ wᵦ |dᵦ|. What a calibrated model would show is found by drawing labels from
 * the probabilities themselves (consistency resampling: Bröcker and Smith 2007), a bin's from its mean.
 *
 * The interval's upper end holds for Σ wᵦ |dᵦ| ≤ √(v̄ λ / n), where λ is the noncentrality of Σ nᵦ dᵦ² / vᵦ, a noncentral χ² (Cauchy and
 * Schwarz); its lower end because what is found exceeds what is true by no more than the errors' own Σ wᵦ |εᵦ|.
 */
function calibrationError(bins                , random        , level        )                   {
  const n = bins.reduce((sum, { rows }) => sum + rows, 0);
  const outside = (1 - level) / 2;
  const raw = bins.reduce((sum, bin) => sum + Math.abs(bin.observed - bin.expected), 0) / n;
  const calibrated = draws(
    bins.map(
      ({ rows, expected }) =>
        () =>
          Math.abs(drawBinomial(random, rows, Math.min(1, expected / rows)) - expected),
    ),
  );
  const deviations = bins.map(bin => Math.sqrt(largerVariance(bin)));
  const errors = draws(
    deviations.map(deviation => () => Math.abs(deviation * normal.ppf(random.uniform() || 2 ** -54))),
  );
  const expected = calibrated.reduce((sum, value) => sum + value, 0) / RESAMPLES;
  const atLeast = calibrated.filter(value => value >= raw).length;
  const lower = raw - quantileOf(errors, 1 - outside);
  return {
    raw,
    expected,
    value: Math.max(0, raw - expected),
    interval: [Math.max(0, lower), upperEnd(bins, n, outside)],
    pValue: (1 + atLeast) / (1 + RESAMPLES),
  }

  /** The error on every resample, of errors of the bins' counts, in ascending order. */
  function draws(ofBins                           )               {
    return Float64Array.from({ length: RESAMPLES }, () => ofBins.reduce((sum, draw) => sum + draw(), 0) / n).sort()
  }
}

/** Of a bin's count: as the probabilities have it, or as what is observed has it, with half a row more of each class. */
function largerVariance({ rows, observed, variance }     )         {
  const share = (observed + 0.5) / (rows + 1);
  return Math.max(variance, rows * share * (1 - share))
}

function upperEnd(bins                , n        , outside        )         {
  const variances = bins.map(largerVariance);
  const found = bins.reduce((sum, bin, i) => sum + (bin.observed - bin.expected) ** 2 / (variances[i] ?? 1), 0);
  // Bins that happen to agree more than calibrated ones would are no evidence of less than no error.
  const statistic = Math.max(found, bins.length);
  const plausible = (lambda        ) => nonCentralChiSquared(bins.length, lambda).cdf(statistic) > outside;
  let far = 2 * statistic + 20;
  while (plausible(far)) far *= 2;
  const lambda = bisect(0, far, plausible);
  const spread = variances.reduce((sum, variance) => sum + variance, 0) / n;
  return Math.min(1, Math.sqrt((spread * lambda) / n))
}

/** A seed from what is computed with: the same numbers in any order draw the same, whatever the file they came in. */
function seedOf$1(numbers              )         {
  const bytes = new Uint8Array(numbers.toSorted().buffer);
  // FNV-1a, in two lanes of 32 bits.
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ byte, 0x5bd1e995);
  }
  return [a, b].map(lane => (lane >>> 0).toString(16).padStart(8, '0')).join('')
}

/**
 * Whether the Brier score is what the probabilities themselves let expect: z and its two-sided p-value; undefined where every
 * probability is 0, ½ or 1.
 *
 * Source: D. J. Spiegelhalter, Probabilistic prediction in patient management and clinical trials (1986).
 */
function spiegelhalter({ labels, scores }            )                                            {
  const variance = sum(scores.map(p => (1 - 2 * p) ** 2 * p * (1 - p)));
  if (!(variance > 0)) return undefined
  const z = sum(scores.map((p, row) => ((labels[row] ?? 0) - p) * (1 - 2 * p))) / Math.sqrt(variance);
  return { z, pValue: 2 * normal.sf(Math.abs(z)) }
}

/** Whether probabilities happen as often as they say, by four measures, each interval two-sided at `level`. */
function calibrate(classes            , level        )              {
  const { labels, scores } = classes;
  const fit = logisticFit(labels, scores.map(logOdds));
  const z = normal.isf((1 - level) / 2);
  const around = (value        , error        ) => ({
    value,
    interval: [value - z * error, value + z * error]                           ,
  });
  const bins = binsOf(classes);
  const test = spiegelhalter(classes);
  const { raw, expected, value, interval, pValue } = calibrationError(
    bins,
    seeded(seedOf$1(scores), 'calibration'),
    level,
  );
  return {
    level,
    ...(fit ? { intercept: around(fit.intercept, fit.errors[0]), slope: around(fit.slope, fit.errors[1]) } : {}),
    ...(test ? { spiegelhalter: test } : {}),
    error: { value, interval: [...interval], raw, expected, pValue },
    bins: bins.map(bin => rowOf(bin, level)),
  }
}

function rowOf({ rows, expected, observed }     , level        ) {
  const { lower, upper } = clopperPearson(observed, rows, level);
  return {
    rows,
    predicted: expected / rows,
    observed: observed / rows,
    interval: [lower, upper]                           ,
  }
}

/** Which rows a claim is about: those of one slice, or those of every slice that columns make. */
                   
                                                                         
                                                                   

const CONDITIONS = ['=', '!=', '<', '<=', '>', '>='];         

/** What a row of the slice has in a column. */
                            
                         
                                                  
                        
 

/** Columns that tell which rows they are. */
const columnsOf = (scope       )                    =>
  scope.kind === 'every' ? scope.columns : scope.conditions.map(({ column }) => column);

/** `region = north and age < 25`, `every region`. */
const scopeText = (scope       )         =>
  scope.kind === 'every'
    ? `every ${scope.columns.join(' and ')}`
    : scope.conditions.map(({ column, comparator, value }) => `${column} ${comparator} ${value}`).join(' and ');

/** A claim as a comparison of an estimate with a threshold; without judged there is no estimate. */
                           
                        
                                 
                                                            
                             
                              
                                                                                  
                          
                              
 

function questionOf(claim             , judged                    )           {
  const question = unscoped(claim, judged);
  return claim.scope ? { ...question, title: `${question.title} on ${scopeText(claim.scope)}` } : question
}

function unscoped(claim             , judged                    )           {
  switch (claim.kind) {
    case 'no-worse-than-champion':
      return comparisonQuestion(claim, judged)
    case 'better-than-champion':
      return gainQuestion(claim, judged)
    default:
      return boundQuestion(claim, judged)
  }
}

function boundQuestion({ kind, metric, value }       , judged                    )           {
  const estimate = judged?.challenger.get(metric.id);
  return {
    title: `${metric.title} ${kind === 'floor' ? 'at least' : 'at most'} ${value}`,
    comparator: kind === 'floor' ? '>=' : '<=',
    threshold: value,
    ...(estimate ? { estimate } : {}),
    subject: 'The interval',
    requirement: `${value}`,
  }
}

function comparisonQuestion({ metric, margin: given }                     , judged                    )           {
  const estimate = judged?.gains.get(metric.id);
  const its = judged?.champion?.get(metric.id)?.value;
  const margin = given ?? defaultMargin(metric, its ?? Number.NaN);
  const known = !Number.isNaN(margin);
  const shown = known ? formatNumber(margin) : "2 % of the champion's";
  return {
    title: `${metric.title} no worse than champion (margin ${shown})`,
    comparator: '>=',
    ...(known ? { threshold: 0 - margin } : {}),
    ...(estimate ? { estimate } : {}),
    subject: differenceOf(metric),
    requirement: known ? `the margin ${formatNumber(0 - margin)}` : 'the margin',
  }
}

function gainQuestion({ metric, margin }                    , judged                    )           {
  const estimate = judged?.gains.get(metric.id);
  return {
    title: `${metric.title} better than champion${margin === undefined ? '' : ` (by ${formatNumber(margin)})`}`,
    comparator: margin === undefined ? '>' : '>=',
    threshold: margin ?? 0,
    ...(estimate ? { estimate } : {}),
    subject: differenceOf(metric),
    requirement: margin === undefined ? '0' : `the gain ${formatNumber(margin)}`,
  }
}

const differenceOf = ({ better }            ) =>
  `The interval of the difference${better === 'lower' ? ' (champion less challenger)' : ''}`;

/** The answer to a claim on a metric, of a model on the rows that the claim is about. */
function checkClaim(claim             , judged                    )                    {
  const question = questionOf(claim, judged);
  const { title, comparator, threshold, estimate } = question;
  const said = judged ? answer(question, { ...judged, leastRows: claim.leastRows }) : UNTESTED;
  return {
    title,
    ...(judged && estimate ? { measured: measuredOf(estimate, judged.level) } : {}),
    ...(threshold === undefined ? {} : { required: { comparator, value: threshold } }),
    ...said,
    ...(claim.scope && said.hint ? { hint: said.hint.replace(/more labelled rows?/, '$& of the slice') } : {}),
  }
}

/** A model before its claims: the rows, the champion's, and ways to judge some of them. */
                        
                     
                            
                                                            
                     
                                                                                                                          
                        
                                                                               
                                                                                           
 

function trialOf(
  task      ,
  rows      ,
  champion                  ,
  settings         ,
  options               = {},
)        {
  let whole;                    
  return {
    task,
    settings,
    rows,
    get whole() {
      whole ??= task.judge(rows, champion, settings, options);
      return whole
    },
    judge(chosen, level, metrics) {
      const known = whole && metrics.every(metric => whole?.challenger.has(metric));
      if (whole && known && !chosen && level === settings.level) return whole
      const some = (all      ) => (chosen ? selectRows(all, chosen) : all);
      return task.judge(
        some(rows),
        champion && some(champion),
        { ...settings, level },
        { seed: options.seed, only: metrics },
      )
    },
  }
}

/** The two-sided level whose each end misses with a probability of `alpha`, or of its share where it is spent over many looks. */
function levelOf({ level, looks }         , alpha         )         {
  if (alpha === undefined) return level
  return 1 - (2 * alpha) / (looks?.spend ? looks.most : 1)
}

const ORDER = ['fail', 'inconclusive', 'pass'];

/** Failures first, then the undecided, each by how far the estimate lies on the wrong side of what is required. */
const worstFirst = (slices                        )                =>
  slices.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || room(a) - room(b));

/** What is left to the threshold; nothing known counts as none. */
function room({ question: { estimate, comparator, threshold } }             )         {
  if (!estimate || estimate.value === null || threshold === undefined) return Number.NEGATIVE_INFINITY
  return comparator === '<=' ? threshold - estimate.value : estimate.value - threshold
}

/** A slice with the claim's answer on it. */
                              
                       
                         
                             
                                                   
 

/**
 * Holds a claim against every slice that columns make. All must hold, so each may be shown to at the claim's own level: the chance
 * that all pass while one does not hold is no more than the chance that this one passes (intersection–union). Any may fail, so what
 * fails is adjusted for their number (Holm).
 */
function checkEverySlice(
  claim             ,
  columns                   ,
  trial       ,
)                                                               {
  const groups = groupRows(trial.rows, columns);
  const by = columns.join(' and ');
  const { title } = questionOf(claim, trial.judge(undefined, trial.settings.level, [claim.metric.id]));
  if (!groups)
    return {
      slices: [],
      check: {
        title,
        status: 'inconclusive',
        reason: `Expected at most ${MOST_GROUPS} slices by ${by} but found more`,
        hint: 'Name a column with fewer values, or a single slice, e.g. "on age < 25"',
      },
    }
  const slices = worstFirst(settle(claim, groups, trial));
  return { slices, check: { title, ...aboutAll(claim, by, slices) } }
}

/** Every slice's answer, failures adjusted for all of them. */
function settle(claim             , groups                  , trial       )                {
  const level = levelOf(trial.settings, claim.alpha);
  const asked = groups.map(group => ask(claim, group, trial, level));
  const failed = new Set       ();
  // Holm: what fails at α over all slices is set aside, then what fails at α over the others, until nothing more does.
  for (;;) {
    const left = groups.length - failed.size;
    const strict = 1 - (1 - level) / left;
    const more = asked.filter(
      ({ group, status }) =>
        status === 'fail' && !failed.has(group) && (left === 1 || ask(claim, group, trial, strict).status === 'fail'),
    );
    if (more.length === 0) break
    for (const { group } of more) failed.add(group);
  }
  return asked.map(one => (one.status === 'fail' && !failed.has(one.group) ? { ...one, status: 'inconclusive' } : one))
}

function ask(claim             , group       , trial       , level        )              {
  const judged = trial.judge(group.chosen, level, [claim.metric.id]);
  const question = questionOf(claim, judged);
  const { estimate, comparator, threshold } = question;
  const decided =
    tooFew(judged.rows, judged.shortage, claim.leastRows) === undefined && estimate?.interval && threshold !== undefined
      ? judge(estimate.interval, comparator, threshold)
      : 'inconclusive';
  return { group, judged, question, status: decided === 'warn' ? 'inconclusive' : decided }
}

function aboutAll(claim             , by        , slices                        )                              {
  const [worst] = slices;
  if (!worst) throw new Error('Rows make at least one slice')
  const { judged, question, status } = worst;
  const { estimate, comparator, threshold } = question;
  const of = `${counted(slices.length, 'slice')} by ${by}`;
  const alike = slices.filter(one => one.status === status);
  const sentences = {
    pass: `All ${of} hold; ${told$1(worst, claim)}`,
    fail: `${alike.length} of ${of} ${alike.length === 1 ? 'fails' : 'fail'} (Holm): ${listed(
      alike.map(one => told$1(one, claim)),
      4,
    )}`,
    inconclusive: `${alike.length} of ${of} ${alike.length === 1 ? 'is' : 'are'} undecided: ${listed(
      alike.map(one => told$1(one, claim)),
      4,
    )}`,
  };
  return {
    status,
    ...(estimate ? { measured: measuredOf(estimate, judged.level) } : {}),
    ...(threshold === undefined ? {} : { required: { comparator, value: threshold } }),
    reason: sentences[status],
    ...(status === 'pass' ? {} : { hint: status === 'fail' ? FAILED : hint(claim, worst) }),
  }
}

/** `north [0.71, 0.78] contains 0.8`, or why the slice is undecided. */
function told$1({ group, judged, question }             , claim             )         {
  const { estimate, comparator, threshold, requirement } = question;
  const name = `'${group.name.slice(0, 60)}'`;
  const few = tooFew(judged.rows, judged.shortage, claim.leastRows);
  if (few !== undefined) return `${name} has too few rows (${counted(judged.rows, 'row')})`
  if (!estimate?.interval || threshold === undefined) return `${name} has no interval (${estimate?.gap})`
  return `${name} ${lies({ interval: estimate.interval }, comparator, threshold)} ${requirement}`
}

function hint(claim             , worst             )         {
  const { estimate, threshold, comparator } = worst.question;
  const few = tooFew(worst.judged.rows, worst.judged.shortage, claim.leastRows);
  if (few !== undefined) return `${few} of '${worst.group.name}': add labelled rows of it to the hold-out`
  if (!estimate?.interval || estimate.value === null || threshold === undefined)
    return checkClaim(claim, worst.judged).hint ?? ''
  if (judge(estimate.interval, comparator, threshold) === 'fail')
    return `'${worst.group.name}' would fail by itself, but one of so many slices may by chance: more labelled rows of it would tell`
  return `${rowsNeeded(estimate.value, estimate.interval, threshold, worst.judged.rows)} (of '${worst.group.name}')`
}

/** The rows that meet all conditions, or why there are none to speak of, as a sentence and what to do. */
                                                                                                      

function selectSlice(rows      , conditions                      )        {
  const kept = new Uint8Array(rows.n).fill(1);
  for (const condition of conditions) {
    const names = namesOf(rows, attributeRole(condition.column));
    const holds = names.names.map(name => meets(name, condition));
    const uncomparable = holds.filter(one => one === undefined).length;
    if (uncomparable > 0) return noNumbers(condition, names, holds)
    for (let row = 0; row < rows.n; row++) if (!holds[names.codes[row] ?? 0]) kept[row] = 0;
  }
  const chosen = Uint32Array.from(kept.keys().filter(row => kept[row] === 1));
  return chosen.length > 0 ? { chosen } : empty(rows, conditions)
}

/** Whether a value meets the condition; undefined where it cannot be compared. */
function meets(name        , { comparator, value }           )                      {
  if (comparator === '=') return name === value
  if (comparator === '!=') return name !== value
  const number = finiteNumber(name);
  if (typeof number === 'string') return undefined
  const bound = Number(value);
  switch (comparator) {
    case '<':
      return number < bound
    case '<=':
      return number <= bound
    case '>':
      return number > bound
    case '>=':
      return number >= bound
  }
}

function noNumbers({ column, value }           , { codes }       , holds                                  )        {
  const rows = codes.reduce((sum, code) => sum + (holds[code] === undefined ? 1 : 0), 0);
  return {
    gap: `Expected numbers in '${column}' to compare with ${value} but ${counted(rows, 'row')} ${rows === 1 ? 'has' : 'have'} none`,
    hint: 'Write a number into every row of the column, or name slices by = and !=',
  }
}

function empty(rows      , conditions                      )        {
  const gap = `No row has ${scopeText({ kind: 'where', conditions })}`;
  for (const { column, comparator, value } of conditions) {
    const { names } = namesOf(rows, attributeRole(column));
    if (comparator !== '=' || names.includes(value)) continue
    const meant = closestMatch(value, [...names], { maxDistance: value.length > 3 ? Math.max(2, value.length / 3) : 1 });
    return {
      gap: `${gap}${meant === undefined ? '' : `: did you mean '${meant}'?`}`,
      hint: `'${column}' holds ${listed(names.map(name => (name === '' ? 'empty cells' : `'${name.slice(0, 40)}'`)))}`,
    }
  }
  return { gap, hint: 'Add such rows to the hold-out, or drop the claim' }
}

/** An estimate as the result writes it. */
const shownEstimate = ({ value, n, interval, method, standardError }          , level        ) => ({
  value,
  n,
  ...(interval ? { interval: [...interval]                           , level } : {}),
  ...(method === undefined ? {} : { method }),
  ...(standardError === undefined ? {} : { standardError }),
});

/** A slice as a row of the result. */
const sliceRow = ({ columns, slice, metric, judged, estimate, status, gain }          )           => ({
  ...(columns === '' ? {} : { by: columns }),
  slice,
  metric: metric.id,
  ...(gain ? { gain: true } : {}),
  rows: judged.rows,
  ...(estimate ? shownEstimate(estimate, judged.level) : { value: null, n: 0 }),
  ...(judged.shortage === undefined ? {} : { few: true }),
  ...(status ? { status } : {}),
});

const METHOD =
  'expected calibration error over equal-mass bins, less what a calibrated model would show; noncentral χ² above';

/** Holds the calibration error against what the claim allows. */
function checkCalibrated({ within, alpha, leastRows }            , trial       )                    {
  const title = `Calibrated within ${within}`;
  const required = { comparator: '<='         , value: within };
  const gap = dependence(trial.settings);
  if (!trial.task.twoClasses || gap !== undefined)
    return {
      title,
      required,
      status: 'inconclusive',
      reason: gap ?? `The task ${trial.task.id} has no probability of one of two classes`,
      hint: 'Ask for calibration in a run without it, on rows that stand for themselves',
    }
  const level = levelOf(trial.settings, alpha);
  const { error, slope, spiegelhalter } = calibrate(trial.task.twoClasses(trial.rows, trial.settings), level);
  const question           = {
    comparator: '<=',
    threshold: within,
    estimate: { value: error.value, n: trial.rows.n, interval: error.interval },
    subject: 'The interval of the calibration error',
    requirement: `${within}`,
  };
  const { reason, ...rest } = answer(question, { ...trial.judge(undefined, trial.settings.level, []), leastRows });
  const about = [
    slope ? `slope ${formatNumber(slope.value)} [${slope.interval.map(end => formatNumber(end)).join(', ')}]` : '',
    spiegelhalter ? `Spiegelhalter's ${pValueWords(spiegelhalter.pValue)}` : '',
  ].filter(part => part !== '');
  return {
    title,
    measured: {
      value: error.value,
      interval: error.interval,
      level,
      method: METHOD,
      n: trial.rows.n,
      pValue: error.pValue,
    },
    required,
    reason: about.length > 0 ? `${reason}; ${about.join(', ')}` : reason,
    ...rest,
  }
}

/** What is true of every row and what is predicted, 1 for the favourable class, where rows count differently or belong together. */
                        
                             
                             
                         
 

/** Of the rows of a group, those that a rate is taken of, and 1 for those it counts. */
function rowsOfRate({ truths, chosen }       , name          , group             ) {
  const isAsked                                             = {
    selection: () => true,
    truePositive: row => truths[row] === 1,
    falsePositive: row => truths[row] === 0,
    precision: row => chosen[row] === 1,
  };
  const rows = group.filter(isAsked[name]);
  const counts = name === 'precision' ? truths : chosen;
  return { rows, values: Float64Array.from(rows, row => counts[row] ?? Number.NaN) }
}

/** A rate of a group, and how far a little more weight on each cluster, or row, would move it. */
                               
                             
                                                 
                                                 
 

/** A rate of a group where rows count differently or belong together: a weighted share, around which clusters are independent. */
function rateInDesign({ group }          , name          , facts       , level        )               {
  const { rows, values } = rowsOfRate(facts, name, group.chosen);
  const { weights, clusters, random } = facts.design;
  const own = weights && Float64Array.from(rows, row => weights[row] ?? Number.NaN);
  const units = Uint32Array.from(rows, row => clusters?.codes[row] ?? row);
  const estimate = clusteredEstimate(
    { values, bounds: [0, 1] },
    {
      level,
      ...(own ? { weights: own } : {}),
      ...(clusters ? { clusters: { codes: units, count: clusters.count } } : {}),
    },
  );
  const total = own?.reduce((sum, weight) => sum + weight, 0) ?? rows.length;
  const influence = new Map                ();
  for (const [i, unit] of units.entries()) {
    const moved = ((own?.[i] ?? 1) * ((values[i] ?? Number.NaN) - (estimate.value ?? Number.NaN))) / total;
    influence.set(unit, (influence.get(unit) ?? 0) + moved);
  }
  return { estimate, influence }
}

/**
 * One group's rate against another's where rows count differently or belong together: from the interval of each (MOVER; of a ratio in
 * its logarithm) and how the two vary together, because a cluster can have rows of both groups. A ratio with a rate of 0 is bounded
 * by the ends of both, each at half of what may be missed.
 */
function contrastInDesign(
  first          ,
  second          ,
  facts       ,
  { rate, comparing, level }        ,
)           {
  const [own, its] = [rateInDesign(first, rate, facts, level), rateInDesign(second, rate, facts, level)];
  const [a, b] = [own, its].map(({ estimate: { value, interval } }) => ({
    value: value ?? Number.NaN,
    lower: Math.max(0, interval?.[0] ?? 0),
    upper: Math.min(1, interval?.[1] ?? 1),
  }));
  if (!a || !b) throw new Error('Two rates are two')
  const n = own.estimate.n + its.estimate.n;
  const methods = new Set([own.estimate.method, its.estimate.method]);
  const method = `mover (${[...methods].join(' and ')})`;
  const about = { first, second, rate, n, method, values: [a.value, b.value]         , pValue: sameInDesign(own, its) };
  const correlation = correlationOf(own, its);
  if (comparing === 'difference') {
    const { lower, upper } = mover(a, b, correlation);
    return { ...about, value: a.value - b.value, interval: [Math.max(-1, lower), Math.min(1, upper)] }
  }
  const value = a.value / b.value;
  if (a.value === 0 || b.value === 0) {
    const strict = (1 + level) / 2;
    const [low, high] = [rateInDesign(second, rate, facts, strict), rateInDesign(first, rate, facts, strict)];
    const end = (found              , index       ) => found.estimate.interval?.[index] ?? index;
    return {
      ...about,
      value,
      interval: [
        a.value === 0 ? 0 : Math.max(0, end(high, 0)) / end(low, 1),
        b.value === 0 ? Number.POSITIVE_INFINITY : end(high, 1) / Math.max(0, end(low, 0)),
      ],
    }
  }
  const log = (of          ) => ({ value: Math.log(of.value), lower: Math.log(of.lower), upper: Math.log(of.upper) });
  const { lower, upper } = mover(log(a), log(b), correlation);
  return { ...about, value, interval: [Math.exp(lower), Math.exp(upper)] }
}

const variance = ({ influence }              ) => [...influence.values()].reduce((sum, one) => sum + one ** 2, 0);

function covariance(own              , its              )         {
  let sum = 0;
  for (const [unit, moved] of own.influence) sum += moved * (its.influence.get(unit) ?? 0);
  return sum
}

/** Of the two rates over the clusters; 0 where one does not vary. */
function correlationOf(own              , its              )         {
  const product = variance(own) * variance(its);
  return product > 0 ? Math.max(-1, Math.min(1, covariance(own, its) / Math.sqrt(product))) : 0
}

/** Whether the two rates are the same: Student's t of the difference, two-sided, with as many degrees of freedom as clusters less one. */
function sameInDesign(own              , its              )         {
  const units = new Set([...own.influence.keys(), ...its.influence.keys()]).size;
  const squares = variance(own) + variance(its) - 2 * covariance(own, its);
  const difference = (own.estimate.value ?? Number.NaN) - (its.estimate.value ?? Number.NaN);
  if (units < 2 || !(squares > 0)) return difference === 0 ? 1 : 0
  const statistic = Math.abs(difference) / Math.sqrt((squares * units) / (units - 1));
  return 2 * studentT(units - 1).sf(statistic)
}

/** `k` of `n` rows. */
                       
                    
                    
 

/** How often a group is chosen, in the ways that kinds of fairness compare. */
const RATES = {
  /** Of all rows, those predicted favourable. */
  selection: ({ hits, misses, gifts, others }          )       => ({
    k: hits + gifts,
    n: hits + misses + gifts + others,
  }),
  /** Of the truly favourable. */
  truePositive: ({ hits, misses }          )       => ({ k: hits, n: hits + misses }),
  /** Of the truly unfavourable. */
  falsePositive: ({ gifts, others }          )       => ({ k: gifts, n: gifts + others }),
  /** Of those predicted favourable, the truly favourable. */
  precision: ({ hits, gifts }          )       => ({ k: hits, n: hits + gifts }),
};

/** One group's rate against another's. */
                           
                          
                           
                         
                        
                                              
                                                      
                                             
                                         
                    
                         
                                                          
                         
 

/** How two rates are compared: `ratio` first over second, `difference` first less second. */
                                              

/** Every group against every other, in both directions, by every one of the rates. */
function contrasts(
  groups                     ,
  rates                     ,
  comparing           ,
  level        ,
  facts        ,
)             {
  return rates.flatMap(rate =>
    groups.flatMap(first =>
      groups
        .filter(second => second !== first)
        .map(second => {
          const manner = { rate, comparing, level };
          return facts ? contrastInDesign(first, second, facts, manner) : contrast(first, second, manner)
        }),
    ),
  )
}

                  
                         
                               
                        
 

function contrast(first          , second          , { rate, comparing, level }        )           {
  const [a, b] = [RATES[rate](first), RATES[rate](second)];
  const method = comparing === 'ratio' ? katz : newcombe;
  const { lower, upper } = method(a.k, a.n, b.k, b.n, level);
  const value = comparing === 'ratio' ? a.k / a.n / (b.k / b.n) : a.k / a.n - b.k / b.n;
  return {
    first,
    second,
    rate,
    value,
    interval: [lower, upper],
    n: a.n + b.n,
    method: comparing === 'ratio' ? 'katz' : 'newcombe',
    get pValue() {
      return sameRate(a, b)
    },
  }
}

/** Whether the two rates are the same: Fisher's exact test, two-sided. */
function sameRate(a      , b      )         {
  const row = ({ k, n }      ) => [k, n - k];
  return fisherExact([row(a), row(b)]).pValue
}

/** The outcomes of every group, or why they cannot be told, as a sentence and what to do. */
                                                                              

function countOutcomes({ task, rows, settings }       , columns                   )          {
  const { positive, favourable = positive, threshold } = settings;
  if (!task.twoClasses)
    return { gap: `Fairness is not told of the task ${task.id}`, hint: 'Ask it of binary predictions' }
  const classes = namesOf(rows, 'label').names;
  if (!classes.includes(favourable))
    return {
      gap: `Expected 'favourable' to be a class but found '${favourable}'`,
      hint: `Set it to ${listed(classes.map(name => `'${name}'`)).replace(' and ', ' or ')}`,
    }
  const found = groupRows(rows, columns);
  if (!found)
    return {
      gap: `Expected at most ${MOST_GROUPS} groups by ${columns.join(' and ')} but found more`,
      hint: 'Name a column with fewer values',
    }
  const { labels, scores } = task.twoClasses(rows, settings);
  const wanted = favourable === positive ? 1 : 0;
  const groups = found.map(group => {
    let [hits, misses, gifts, others] = [0, 0, 0, 0];
    for (const row of group.chosen) {
      const isTrue = labels[row] === wanted;
      const isChosen = Number((scores[row] ?? Number.NaN) >= threshold) === wanted;
      if (isTrue && isChosen) hits++;
      else if (isTrue) misses++;
      else if (isChosen) gifts++;
      else others++;
    }
    return { group, hits, misses, gifts, others }
  });
  const design = designOf(rows, () => undefined, { level: settings.level, seed: '0' });
  if (isPlain(design)) {
    const gap = dependence(settings);
    return gap === undefined ? { groups } : { gap, hint: 'Name the column in the file of the predictions' }
  }
  const truths = labels.map(label => Number(label === wanted));
  const chosen = Uint8Array.from(scores, score => Number(Number(score >= threshold) === wanted));
  return { groups, facts: { truths, chosen, design } }
}

/** The rows of a group by what was predicted and what is true, in terms of the favourable class. */
                           
                       
                                           
                       
                                                     
                         
                                                     
                        
                                             
                         
 

const rowsOf = ({ hits, misses, gifts, others }          )         => hits + misses + gifts + others;

/** Rows of a group below which it is not compared, and rows that a rate must rest on. */
const LEAST_OF_GROUP = 30;
const LEAST_OF_RATE = 10;

/** Groups that are large enough to be compared, and the others. */
function largeGroups(groups                     , rates                     , leastRows = 0) {
  const isLarge = (outcomes          ) =>
    rowsOf(outcomes) >= Math.max(LEAST_OF_GROUP, leastRows) &&
    rates.every(rate => RATES[rate](outcomes).n >= LEAST_OF_RATE);
  return { large: groups.filter(isLarge), small: groups.filter(outcomes => !isLarge(outcomes)) }
}

/** What the kinds of fairness compare (Hardt, Price and Srebro 2016; Chouldechova 2017; 29 CFR 1607.4 D). */
const PARITY_KINDS                                     = {
  fair: { title: 'Four-fifths rule', rates: ['selection'], comparing: 'ratio' },
  'impact-ratio': { title: 'Impact ratio', rates: ['selection'], comparing: 'ratio' },
  'equal-opportunity': { title: 'Equal opportunity', rates: ['truePositive'], comparing: 'difference' },
  'equalized-odds': { title: 'Equalized odds', rates: ['truePositive', 'falsePositive'], comparing: 'difference' },
  'predictive-parity': { title: 'Predictive parity', rates: ['precision'], comparing: 'difference' },
};

/** The rates in words. */
const RATE_WORDS                           = {
  selection: 'predicted favourable',
  truePositive: 'predicted favourable among the truly favourable',
  falsePositive: 'predicted favourable among the truly unfavourable',
  precision: 'truly favourable among those predicted so',
};

/**
 * Holds a claim of fairness against every pair of groups. What is shown to hold must hold for each pair at the claim's own level; what
 * fails is adjusted for the number of pairs (Bonferroni). The four-fifths rule fails only what is shown to be below it, and warns where
 * the estimate is.
 */
function checkParity(claim        , trial       )                    {
  const { kind, by, value, leastRows } = claim;
  const { rates, comparing } = PARITY_KINDS[kind];
  const title = titleOf(claim);
  const required = { comparator: comparing === 'ratio' ? ('>='         ) : ('<='         ), value };
  const undecided = (reason        , hint        )                    => ({
    title,
    required,
    status: 'inconclusive',
    reason,
    hint,
  });
  const found = countOutcomes(trial, by);
  if ('gap' in found) return undecided(found.gap, found.hint)
  const { large, small } = largeGroups(found.groups, rates, leastRows);
  const words = by.join(' and ');
  if (large.length < 2)
    return undecided(
      `Expected at least two groups by ${words} ${enough(claim)} but found ${large.length} of ${counted(found.groups.length, 'group')}`,
      'Add labelled rows of the groups to the hold-out, or name a column with fewer values',
    )
  if (comparing === 'ratio' && large.every(outcomes => RATES.selection(outcomes).k === 0))
    return undecided('No row of any group was predicted favourable', "Check 'favourable' and 'threshold'")
  const level = levelOf(trial.settings, claim.alpha);
  const pairs = (rates.length * large.length * (large.length - 1)) / 2;
  const all = contrasts(large, rates, comparing, level, found.facts);
  const strict = pairs === 1 ? all : contrasts(large, rates, comparing, 1 - (1 - level) / pairs, found.facts);
  const worst = all.reduce((a, b) => (isWorse(b, a, comparing) ? b : a));
  return {
    title,
    measured: {
      value: worst.value,
      interval: [...worst.interval],
      level,
      method: worst.method,
      n: worst.n,
      pValue: worst.pValue,
    },
    required,
    ...withSmall(decide(claim, { all, strict, worst }), small, claim),
  }
}

const titleOf = ({ kind, by, value }        )         => {
  const words = by.join(' and ');
  if (kind === 'fair') return `Fair by ${words} (four-fifths rule)`
  const { title, comparing } = PARITY_KINDS[kind];
  return comparing === 'ratio' ? `${title} by ${words} at least ${value}` : `${title} by ${words} within ${value}`
};

const isWorse = (a          , b          , comparing                        ) =>
  // A ratio to a group that is never chosen is no number, and is not the worst.
  comparing === 'ratio' ? a.value < b.value || Number.isNaN(b.value) : a.value > b.value;

                    
                                   
                                                   
                                      
                          
 

function decide({ kind, value }        , { all, strict, worst }          )         {
  const isRatio = PARITY_KINDS[kind].comparing === 'ratio';
  const fails = ({ interval: [lower, upper] }          ) => (isRatio ? upper < value : lower > value);
  const holds = ({ interval: [lower, upper] }          ) => (isRatio ? lower >= value : upper <= value);
  const reason = told(worst);
  if (strict.some(fails)) return { status: 'fail', reason, hint: FAILED }
  if (kind === 'fair')
    return worst.value < value
      ? {
          status: 'warn',
          reason: `${reason}: below ${value}, but on these rows that may be chance`,
          hint: rowsNeeded(worst.value, worst.interval, value, worst.n),
        }
      : { status: 'pass', reason }
  if (all.every(holds)) return { status: 'pass', reason }
  return { status: 'inconclusive', reason, hint: rowsNeeded(worst.value, worst.interval, value, worst.n) }
}

/** `'female' is predicted favourable at 0.72, 'male' at 0.91: ratio 0.79 [0.74, 0.85]`. */
function told({ first, second, rate, value, interval, values }          )         {
  const isRatio = rate === 'selection';
  const of = (outcomes          ) => {
    const { k, n } = RATES[rate](outcomes);
    const its = values?.[outcomes === first ? 0 : 1];
    return `'${outcomes.group.name.slice(0, 60)}' ${formatNumber(its ?? k / n)} (${grouped(k)} of ${grouped(n)})`
  };
  const [low, high] = interval;
  return `${RATE_WORDS[rate].replace(/^./, first => first.toUpperCase())}: ${of(first)}, ${of(second)}; ${isRatio ? 'ratio' : 'difference'} ${formatNumber(value)} [${formatNumber(low)}, ${formatNumber(high)}]`
}

const enough = ({ leastRows = 0 }        ) =>
  `of ${Math.max(LEAST_OF_GROUP, leastRows)} rows or more, ${LEAST_OF_RATE} of them where the rate is taken,`;

/** A group that is too small to be compared is not shown to be treated alike. */
function withSmall(answer        , small                     , claim        )         {
  if (answer.status === 'fail' || small.length === 0) return answer
  const names = listed(
    small.map(outcomes => `'${outcomes.group.name.slice(0, 60)}' (${counted(rowsOf(outcomes), 'row')})`),
    4,
  );
  return {
    status: 'inconclusive',
    reason: `${small.length === 1 ? 'A group is' : `${small.length} groups are`} too small to compare: ${names}; of the others: ${answer.reason}`,
    hint: `Expected groups ${enough(claim)} or leave out a column that makes groups too small`,
  }
}

/** Holds a quantile of the rows' latencies against the budget, by an interval that holds whatever their distribution. */
function checkLatency({ quantile, value: budget, alpha, leastRows }         , trial       )                    {
  const { settings, rows } = trial;
  const name = `p${Math.round(100 * quantile)}`;
  const title = `Latency ${name} at most ${formatNumber(budget)} ms`;
  const required = { comparator: '<='         , value: budget, unit: 'ms' };
  const undecided = (reason        , hint        )                    => ({
    title,
    required,
    status: 'inconclusive',
    reason,
    hint,
  });
  const level = levelOf(settings, alpha);
  const sorted = numbersOf(rows, 'latency').toSorted();
  const few = tooFew(rows.n, undefined, leastRows);
  if (few !== undefined) return undecided(few, 'Measure more predictions')
  const ranks = quantileRanks(rows.n, quantile, level);
  const at = (rank        ) => sorted[rank - 1] ?? Number.NaN;
  const value = at(Math.max(1, Math.ceil(quantile * rows.n)));
  const lower = ranks.lower === undefined ? 0 : at(ranks.lower);
  const upper = ranks.upper === undefined ? undefined : at(ranks.upper);
  const measured = {
    value,
    unit: 'ms',
    ...(upper === undefined ? {} : { interval: [lower, upper]                           , level }),
    method: 'order statistics',
    n: rows.n,
  };
  if (lower > budget)
    return {
      ...undecided('', FAILED),
      measured,
      status: 'fail',
      reason: `The ${name} of the latencies is ${formatNumber(value)} ms, and at least ${formatNumber(lower)} ms of any such rows`,
    }
  if (upper === undefined)
    return {
      ...undecided(
        `${counted(rows.n, 'row')} are too few to bound the ${name} of the latencies from above`,
        `Measure at least ${grouped(leastToBound(quantile, level))} predictions`,
      ),
      measured,
    }
  const interval = [lower, upper];         
  const said = `The interval of the ${name} [${formatNumber(lower, budget)}, ${formatNumber(upper, budget)}] ms`;
  if (upper <= budget)
    return { title, measured, required, status: 'pass', reason: `${said} lies at or below ${formatNumber(budget)} ms` }
  return {
    ...undecided(
      `${said} contains ${formatNumber(budget)} ms`,
      rowsNeeded(value, interval, budget, rows.n).replace('labelled row', 'measured row'),
    ),
    measured,
  }
}

/** Rows from which on the largest value is an upper end: the chance that all lie below the quantile is small enough. */
const leastToBound = (quantile        , level        ) => Math.ceil(Math.log((1 - level) / 2) / Math.log(quantile));

/** Holds the bytes of the model's files together against the budget. */
function checkModelSize({ value, size }           , model                    )                    {
  const title = `Model size at most ${size}`;
  const required = { comparator: '<='         , value, unit: 'bytes' };
  if (model.length === 0)
    return {
      title,
      required,
      status: 'inconclusive',
      reason: 'There is no model to take the size of',
      hint: "Set 'model.files' to the model's files",
    }
  const bytes = model.reduce((sum, file) => sum + file.bytes, 0);
  const status = bytes <= value ? 'pass' : 'fail';
  return {
    title,
    measured: { value: bytes, unit: 'bytes' },
    required,
    status,
    reason: `${grouped(bytes)} bytes in ${model.length} ${model.length === 1 ? 'file' : 'files'}`,
    ...(status === 'fail' ? { hint: 'Make the model smaller, or give a reason for a larger budget' } : {}),
  }
}

/** The answer to a claim that is not about a metric. */
function checkForm(claim                             , { trial, model }         )                    {
  if (claim.kind === 'model-size') return checkModelSize(claim, model)
  if (!trial) return { title: claim.text, ...UNTESTED }
  switch (claim.kind) {
    case 'calibrated':
      return checkCalibrated(claim, trial)
    case 'latency':
      return checkLatency(claim, trial)
    default:
      return checkParity(claim, trial)
  }
}

/** A claim as it was written, and the id of the check that answers it. */
                                
                        
                        
 

/** The answers to all claims. */
                          
                                   
                                             
                                          
                                      
 

/** A check per claim, `auc.floor`, a second one on the same metric `auc.floor-2`; of no claims one that says so. */
function checkClaims(claims                  , grounds         )          {
  if (claims.length === 0) return { checks: [NOTHING_REQUIRED], answered: [], slices: [] }
  const seen = new Map                ();
  const answers = claims.map(claim => {
    const name = nameOf$1(claim);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const { check, slices } = isOnMetric(claim)
      ? onMetric$1(claim, grounds)
      : { check: checkForm(claim, grounds), slices: [] };
    return { check: { id: count === 1 ? name : `${name}-${count}`, ...check }, slices }
  });
  return {
    checks: answers.map(({ check }) => check),
    answered: claims.map(({ text }, index) => ({ claim: text, check: answers[index]?.check.id ?? '' })),
    slices: answers.flatMap(({ slices }) => slices),
  }
}

/** What a claim asks for, without the numbers, so that a claim that is made stricter keeps its check's id. */
function nameOf$1(claim       )         {
  if (!isOnMetric(claim)) return 'by' in claim ? `${claim.kind}.${claim.by.join('+')}` : claim.kind
  const on = claim.scope
    ? `.${scopeText(claim.scope)
        .replace(/ ?([<>=!]+) ?/g, '$1')
        .replaceAll(' ', '-')}`
    : '';
  return `${claim.metric.id}.${claim.kind}${on.slice(0, 200)}`
}

                    
                                   
                                      
 

function onMetric$1(claim             , { trial }         )           {
  const { scope, alpha, metric } = claim;
  if (!trial) return { check: { title: questionOf(claim, undefined).title, ...UNTESTED }, slices: [] }
  const level = levelOf(trial.settings, alpha);
  const gain = isComparison(claim);
  if (!scope) return { check: checkClaim(claim, trial.judge(undefined, level, [metric.id])), slices: [] }
  if (scope.kind === 'every') {
    const { check, slices } = checkEverySlice(claim, scope.columns, trial);
    const columns = scope.columns.join(', ');
    return {
      check,
      slices: slices.map(({ group, judged, question, status }) =>
        sliceRow({ columns, slice: group.name, metric, judged, estimate: question.estimate, status, gain }),
      ),
    }
  }
  const slice = selectSlice(trial.rows, scope.conditions);
  if ('gap' in slice) {
    const { gap: reason, hint } = slice;
    const { title } = questionOf(claim, trial.judge(undefined, level, [metric.id]));
    return { check: { title, status: 'inconclusive', reason, hint }, slices: [] }
  }
  const judged = trial.judge(slice.chosen, level, [metric.id]);
  const check = checkClaim(claim, judged);
  const { estimate } = questionOf(claim, judged);
  const row = { columns: '', slice: scopeText(scope), metric, judged, estimate, status: check.status, gain };
  return { check, slices: [sliceRow(row)] }
}

const NOTHING_REQUIRED        = {
  id: 'claims.none',
  title: 'Claims on the model',
  status: 'inconclusive',
  reason: 'Nothing was required of the model: there is no claim',
  hint: 'Add a claim to certify.claims, e.g. "auc >= 0.80"',
};

/** Ids of the metrics that claims are on. */
const claimedMetrics = (claims                  )           => [
  ...new Set(claims.flatMap(claim => (isOnMetric(claim) ? [claim.metric.id] : []))),
];

/** A piece of a claim. */
                        
                                                                   
                       
                                  
                         
 

const KINDS = ['word', 'comparator', 'number', 'other'];                                            

const TOKEN =
  /(?<word>[a-z][a-z0-9]*)|(?<comparator>[<>=!≤≥]+)|(?<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\w.]))|(?<other>[^\s<>=!≤≥]+)/giu;

/** The pieces of a claim, an `end` last; hyphens and underscores before a letter part words, as spaces do. */
function tokens(claim        )          {
  const found = [...claim.replace(/[-_](?=[a-z])/giu, ' ').matchAll(TOKEN)].map(({ 0: text, index, groups = {} }) => {
    const kind = KINDS.find(name => groups[name] !== undefined) ?? 'other';
    return { kind, text, column: index + 1 }
  });
  return [...found, { kind: 'end', text: '', column: claim.trimEnd().length + 1 }]
}

const EXAMPLES = 'Write a claim like "auc >= 0.80" or "auc no worse than champion by 0.01"';

/** A claim being read from left to right. */
                              
                                                                      
                             
               
                                      
                            
                                   
                          
                                                                                                                 
                                
                                                                                                 
                                                     
                                   
                                                        
                                           
             
                                    
                                                         
                                                                                         
 

                             
                                    
                       
                                 
                                     
                        
 

/** A name or value: in quotes anything but them, bare without spaces and signs. */
const NAME = /"([^"]+)"|'([^']+)'|([^\s=<>!≤≥"',]+)/y;

function readClaim(claim        )              {
  const all = tokens(claim);
  const end        = { kind: 'end', text: '', column: claim.length + 1 };
  let position = 0;

  const peek = (ahead = 0) => all[position + ahead] ?? end;
  const take = () => {
    const token = peek();
    position++;
    return token
  };
  const has = (word        ) => {
    const found = peek().text.toLowerCase() === word;
    if (found) position++;
    return found
  };
  const match = (pattern        ) => {
    pattern.lastIndex = peek().column - 1;
    const found = pattern.exec(claim);
    if (!found) return undefined
    const past = found.index + found[0].length;
    while (peek().kind !== 'end' && peek().column <= past) take();
    return found
  };
  const error                       = (code, message, { token, meant, hint = EXAMPLES }) => {
    const place = `(claim "${claim}", column ${token.column})`;
    return new UserError(code, `${message} ${place}${meant === undefined ? '' : `: did you mean '${meant}'?`}`, {
      hint,
    })
  };
  const unexpected                            = (expected, meant) => {
    const token = peek();
    const found = token.kind === 'end' ? 'nothing' : `'${token.text}'`;
    const hint = HINTS[token.text.charAt(0)];
    return error('claims.syntax', `Expected ${expected} but found ${found}`, {
      token,
      meant,
      ...(hint ? { hint } : {}),
    })
  };
  return {
    peek,
    take,
    has,
    match,
    error,
    unexpected,
    word(word) {
      if (has(word)) return
      const close = peek().kind === 'word' && leven(peek().text.toLowerCase(), word) <= word.length / 2;
      throw unexpected(`'${word}'`, close ? word : undefined)
    },
    name(expected) {
      const found = match(NAME);
      if (!found) throw unexpected(expected)
      return found[1] ?? found[2] ?? found[3] ?? ''
    },
    number(after) {
      if (peek().kind !== 'number') throw unexpected(`a number after '${after}'`)
      const token = take();
      return { value: Number(token.text), token }
    },
    end() {
      if (peek().kind !== 'end') throw unexpected('the claim to end')
    },
  }
}

const HINTS                         = {
  ',': 'Write decimals with a point, e.g. 0.80',
  '%': 'Give a proportion, e.g. 0.80 for 80 %',
};

/** Reads columns that make groups together: `sex`, `sex and region`. */
function parseGrouping(text        )           {
  const reader = readClaim(text);
  const columns = [reader.name('the name of a column')];
  while (reader.has('and')) columns.push(reader.name("the name of a column after 'and'"));
  reader.end();
  return columns
}

/** Rows with the columns of another table joined by id, where it has every one of them; the checks say where not. */
function joinAttributes(own             , its             )                                            {
  const { ids, source, rows, places } = own;
  const twins = new Uint32Array(rows.n);
  const missing = collectFaults();
  for (let row = 0; row < rows.n; row++) {
    const twin = its.ids.rowOf(ids, row);
    if (twin === undefined)
      missing.add(`missing from ${its.source.file}`, namedRow(source, places[row] ?? 0, source.id));
    else twins[row] = twin;
  }
  const title = `Attributes of the rows of ${source.file}`;
  const checks = faultCheck(missing, rows.n, {
    id: 'attributes.ids',
    title,
    expected: `every id of ${source.file} to be in ${its.source.file}`,
    hint: 'Write a row with the attributes of every row of the hold-out',
  });
  if (checks.length > 0) return { checks }
  const found = {
    id: 'attributes.ids',
    title,
    status: 'pass'         ,
    measured: { value: rows.n, unit: 'rows', n: rows.n },
    required: { comparator: '='         , value: rows.n, unit: 'rows' },
    reason: `${counted(rows.n, 'row')} found by id in ${its.source.file}`,
  };
  const joined = selectRows(its.rows, twins);
  return { checks: [found], rows: { n: rows.n, columns: new Map([...rows.columns, ...joined.columns]) } }
}

/** A model before its claims, where its files let it be judged; the checks say what is wrong with them where not. */
                             
                                   
                        
 

                                                                                  

/** Pairs and joins the files of rows by id. */
function putToTrial(
  { challenger, champion, attributes, history }       ,
  { task, settings, seed }                                             ,
  options                            ,
)             {
  const own = challenger.predictions;
  const pairing = own && champion?.predictions ? pairPredictions(own, champion.predictions) : undefined;
  const joined = own && attributes?.predictions ? joinAttributes(own, attributes.predictions) : undefined;
  const rows = attributes ? joined?.rows : own?.rows;
  const past = rows && pastOf(rows, history, task);
  const extended = (all      ) => past?.extend(all, settings) ?? all;
  const rival = pairing?.rows;
  return {
    checks: [
      ...challenger.checks,
      ...(champion?.checks ?? []),
      ...(pairing?.checks ?? []),
      ...(attributes?.checks.filter(({ status }) => status !== 'pass') ?? []),
      ...(joined?.checks ?? []),
      ...(history?.checks ?? []),
      ...(past?.checks ?? []),
    ],
    ...(rows ? { trial: trialOf(task, extended(rows), rival && extended(rival), settings, { seed, ...options }) } : {}),
  }
}

/** What rows become by a history that can be used, and what is at fault with it beside the hold-out. */
function pastOf(rows      , collected                                  , { history }      ) {
  const past = collected?.predictions;
  if (!past || !history) return undefined
  const checks = history.faults(rows, past.rows, past.source.file);
  const extend = (all      , settings                     ) =>
    checks.length > 0 ? all : history.extend(all, past.rows, settings);
  return { checks, extend }
}

/** Columns that claims tell rows apart by. */
const columnsOfClaims = (claims                  )           =>
  claims.flatMap(claim => {
    if ('by' in claim) return [...claim.by]
    return 'metric' in claim && claim.scope ? [...columnsOf(claim.scope)] : []
  });

/** What is read of a table of attributes: nothing but them. */
const attributeReading = (needs                 )          => ({
  needs,
  faults: () => [],
  about: () => 'and attributes',
});

/** Columns that say more of a row than truth and prediction, whatever the task: those that the settings name. */
function attributesOf({ weight, cluster, latency }                     )         {
  return [
    ...(weight === undefined ? [] : [weightNeed(weight)]),
    ...(cluster === undefined ? [] : [clusterNeed(cluster)]),
    ...(latency === undefined ? [] : [latencyNeed(latency)]),
  ]
}

const weightNeed = (column        )       => ({
  role: 'weight',
  column,
  cells: 'weight',
  side: 'attribute',
  holds: 'how much a row counts',
  title: 'Weights',
  expected: 'a number above 0',
  hint: 'Leave rows that do not count out of the hold-out',
});

const clusterNeed = (column        )       => ({
  role: 'cluster',
  column,
  cells: 'key',
  side: 'attribute',
  holds: 'what rows belong together by, such as the customer',
  title: 'Clusters',
  expected: 'a name',
  hint: 'Give a row that belongs with no other a name of its own',
});

const latencyNeed = (column        )       => ({
  role: 'latency',
  column,
  cells: 'amount',
  side: 'attribute',
  holds: 'how many milliseconds a prediction took',
  title: 'Latencies',
  expected: 'a number of at least 0',
  hint: 'Write the milliseconds that each prediction took, with a decimal point',
});

/** What is read of which file. */
                           
                                                          
                        
                                                                                  
                       
                                                                                      
                                          
                                                  
                                       
 

function readingsOf(task      , settings         , claims                  )           {
  const columns = [
    ...columnsOfClaims(claims),
    ...(settings.slices ?? []),
    ...(settings.groups ?? []).flatMap(grouping => parseGrouping(grouping)),
  ];
  const reading = task.reading(settings);
  const needs = withAttributes(reading.needs, attributesOf(settings));
  const named = columnNeeds(columns);
  const apart = settings.attributes !== undefined;
  return {
    task: reading,
    own: { ...reading, needs: apart ? needs : withAttributes(needs, named) },
    attributes: apart && columns.length > 0 ? attributeReading(named) : undefined,
    history: task.history?.reading(settings),
  }
}

/** The files of rows that a model is judged by. */
                               
                                      
                                     
                                       
                                    
                                  
                                   
                                                
 

/** Reads every file of rows that the settings name. */
async function readCertifyFiles(
  settings                                            ,
  readings          ,
  ports       ,
)                        {
  const { id, predictions, champion, attributes, history, train, repeat, perturbed = [] } = settings;
  const read = (file        , role                , reading         ) =>
    readPredictions({ id, file, role, reading }, ports);
  const challenger = await read(predictions, 'predictions', readings.own);
  const its = champion === undefined ? undefined : await read(champion, 'champion', readings.task);
  const table =
    attributes === undefined || !readings.attributes
      ? undefined
      : await read(attributes, 'attributes', readings.attributes);
  const past = history === undefined || !readings.history ? undefined : await read(history, 'history', readings.history);
  const training = train === undefined ? undefined : await read(train, 'train', readings.task);
  const again = repeat === undefined ? undefined : await read(repeat, 'repeat', readings.task);
  const disturbed                    = [];
  for (const [i, file] of perturbed.entries()) disturbed.push(await read(file, `perturbed-${i + 1}`, readings.task));
  return {
    challenger,
    ...(its ? { champion: its } : {}),
    ...(table ? { attributes: table } : {}),
    ...(past ? { history: past } : {}),
    ...(training ? { train: training } : {}),
    ...(again ? { repeat: again } : {}),
    perturbed: disturbed,
  }
}

/** All of them, in the order in which they were read. */
const allFiles = ({ challenger, champion, attributes, history, train, repeat, perturbed }              ) =>
  [challenger, champion, attributes, history, train, repeat, ...perturbed].filter(file => file !== undefined);

/** Five points of a hundred: a probability of 20 % happens in 15 % to 25 % of the cases. */
const WITHIN = 0.05;

/** `calibrated [within NUMBER]`. */
const calibrated       = {
  words: ['calibrated'],
  read(reader) {
    if (!reader.has('within')) return { kind: 'calibrated', within: WITHIN }
    const { value, token } = reader.number('within');
    if (value > 0 && value < 1) return { kind: 'calibrated', within: value }
    throw reader.error('claims.out-of-range', `Expected a difference above 0 and below 1 but found ${token.text}`, {
      token,
      hint: 'Give how far probabilities may be off on average, e.g. 0.05',
    })
  },
};

/** Takes `<= NUMBER UNIT`: the value in the smallest of the units, and how it was written. */
function atMost(
  reader             ,
  after        ,
  units                             ,
)                                     {
  const sign = reader.peek().text;
  if (sign !== '<=' && sign !== '≤') throw reader.unexpected(`'<=' after '${after}'`)
  reader.take();
  const { value, token } = reader.number(sign);
  const unit = reader.peek();
  const factor = units.get(unit.text.toLowerCase());
  const known = [...units.keys()];
  if (factor === undefined) throw reader.unexpected(`a unit after ${token.text}: ${known.join(', ')}`)
  reader.take();
  if (!(value > 0))
    throw reader.error('claims.out-of-range', `Expected a number above 0 but found ${token.text}`, { token })
  return { value: value * factor, written: `${token.text} ${unit.text}` }
}

const UNITS$1 = new Map([
  ['ms', 1],
  ['s', 1000],
]);

/** `latency p95 <= NUMBER ms`, of any percentile, `median` for the 50th. */
const latency       = {
  words: ['latency'],
  read(reader) {
    const quantile = percentile(reader);
    const { value } = atMost(reader, 'latency', UNITS$1);
    return { kind: 'latency', quantile, value }
  },
};

function percentile(reader             )         {
  const token = reader.peek();
  const percent = token.text.toLowerCase() === 'median' ? 50 : Number(/^p(\d{1,2})$/i.exec(token.text)?.[1]);
  if (!(percent > 0)) throw reader.unexpected("'median' or a percentile such as 'p95' after 'latency'")
  reader.take();
  return percent / 100
}

const UNITS = new Map([
  ['b', 1],
  ['kb', 1e3],
  ['mb', 1e6],
  ['gb', 1e9],
  ['kib', 2 ** 10],
  ['mib', 2 ** 20],
  ['gib', 2 ** 30],
]);

/** `model size <= NUMBER MB`. */
const modelSize       = {
  words: ['model', 'size'],
  read(reader) {
    const { value, written } = atMost(reader, 'model size', UNITS);
    return { kind: 'model-size', value, size: written }
  },
};

/** The four-fifths rule: a group is chosen at least 80 % as often as the one that is chosen most (29 CFR 1607.4 D). */
const FOUR_FIFTHS = 0.8;

/**
 * `fair by COLUMN`, `impact ratio by COLUMN >= NUMBER`, and `equal opportunity`, `equalized odds` or `predictive parity`
 * `by COLUMN within NUMBER`; `COLUMN and COLUMN` for groups that both make.
 */
const parities                  = [
  { words: ['fair'], read: reader => ({ kind: 'fair', by: by(reader), value: FOUR_FIFTHS }) },
  { words: ['impact', 'ratio'], read: impactRatio },
  difference('equal-opportunity'),
  difference('equalized-odds'),
  difference('predictive-parity'),
];

function impactRatio(reader             )                                        {
  const columns = by(reader);
  const sign = reader.peek().text;
  if (sign !== '>=' && sign !== '≥') throw reader.unexpected("'>=' after the column")
  reader.take();
  return { kind: 'impact-ratio', by: columns, value: proportion(reader, sign, 'a ratio') }
}

function difference(kind                                                              )       {
  return {
    words: kind.split('-'),
    read(reader) {
      const columns = by(reader);
      reader.word('within');
      return { kind, by: columns, value: proportion(reader, 'within', 'a difference') }
    },
  }
}

function by(reader             )           {
  reader.word('by');
  const columns = [reader.name("the name of a column after 'by'")];
  while (reader.has('and')) columns.push(reader.name("the name of a column after 'and'"));
  return columns
}

function proportion(reader             , after        , what        )         {
  const { value, token } = reader.number(after);
  if (value > 0 && value < 1) return value
  throw reader.error('claims.out-of-range', `Expected ${what} above 0 and below 1 but found ${token.text}`, { token })
}

/** A claim that is not about a metric: how it begins, and how the rest is read. */
                       
                                   
                                      
 

/** A claim without what every claim may say besides. */
                                                
                      
                                                
           
         

const FORMS                  = [calibrated, ...parities, latency, modelSize];

/** Takes the words that a form begins with, where they are next. */
function formAhead(reader             )                   {
  const form = FORMS.find(({ words }) => words.every((word, ahead) => reader.peek(ahead).text.toLowerCase() === word));
  if (form) for (const _ of form.words) reader.take();
  return form
}

const LONGEST = 4;

/** A number that a metric is asked with: `@10`, `at 10`. */
const AT = /(?:@|at(?=[-_\s\d]))[-_\s]*(\d+(?:\.\d+)?)(?![\w.])/iy;

/** The same of a metric that takes none: `auc at 0.8` is another mistake. */
const SIGN = /@\s*(\d+(?:\.\d+)?)(?![\w.])/y;

/** Takes the longest run of words that names a metric by its id or an alias, and a number behind it that it is asked with. */
function metricName(reader             , task      )                                          {
  const { metrics } = task;
  const byName = new Map(metrics.flatMap(metric => [metric.id, ...(metric.aliases ?? [])].map(name => [name, metric])));
  const first = reader.peek();
  if (first.kind !== 'word') throw reader.unexpected('the name of a metric')
  for (const metric of metrics) {
    const [text, number] = (metric.parameter?.written && reader.match(metric.parameter.written)) ?? [];
    if (text !== undefined) return { metric: variant(reader, task, metric, { token: first, number }), written: text }
  }
  const runs = wordRuns(reader);
  const run = runs.toReversed().find(words => byName.has(nameOf(words)));
  const metric = run && byName.get(nameOf(run));
  if (run && metric) {
    for (const _ of run) reader.take();
    const token = reader.peek();
    const [text, number] = reader.match(metric.parameter ? AT : SIGN) ?? [];
    if (text === undefined) return { metric, written: run.join(' ') }
    return { metric: variant(reader, task, metric, { token, number }), written: `${run.join(' ')}${text}` }
  }
  const meant = runs
    .toReversed()
    .map(words => closestName(words, byName.keys()))
    .find(name => name !== undefined);
  throw reader.error('claims.unknown-metric', `Unknown metric '${first.text}'`, {
    token: first,
    meant,
    hint: `Metrics: ${metrics
      .map(({ id }) => id)
      .toSorted()
      .join(', ')}`,
  })
}

function variant(
  reader             ,
  task      ,
  { id, parameter }            ,
  { token, number }                                              ,
)             {
  const found = task.variant(id, Number(number));
  if (found) return found
  if (!parameter)
    throw reader.error('claims.unsupported', `'${id}' is not asked with a number but found ${number}`, {
      token,
      hint: `Name it alone: ${id}`,
    })
  throw reader.error('claims.out-of-range', `Expected ${parameter.expected} but found ${number}`, { token })
}

/** The next words: one, two, … at most `LONGEST` of them. */
function wordRuns(reader             )             {
  const runs             = [];
  while (runs.length < LONGEST && reader.peek(runs.length).kind === 'word')
    runs.push([...(runs.at(-1) ?? []), reader.peek(runs.length).text]);
  return runs
}

const nameOf = (words                   ) => words.join('-').toLowerCase();

function closestName(words                   , known                  )                     {
  const name = nameOf(words);
  return closestMatch(name, [...known], { maxDistance: Math.max(1, Math.floor(name.length / 3)) })
}

/** What stands behind a requirement, in any order, each at most once. */
                            
                        
                         
                             
 

/** `on COLUMN = VALUE and …`, `on every COLUMN and …`, `at alpha NUMBER`, `with at least NUMBER rows`. */
function modifiers(reader             )            {
  let found            = {};
  for (;;) {
    if (found.scope === undefined && reader.has('on')) found = { ...found, scope: scope(reader) };
    else if (found.alpha === undefined && reader.has('at')) found = { ...found, alpha: alpha(reader) };
    else if (found.leastRows === undefined && reader.has('with')) found = { ...found, leastRows: leastRows(reader) };
    else return found
  }
}

function scope(reader             )        {
  if (reader.has('every')) {
    const columns = [reader.name("the name of a column after 'every'")];
    while (reader.has('and')) columns.push(reader.name("the name of a column after 'and'"));
    return { kind: 'every', columns }
  }
  const conditions = [condition(reader, 'on')];
  while (reader.has('and')) conditions.push(condition(reader, 'and'));
  return { kind: 'where', conditions }
}

function condition(reader             , after        )            {
  const column = reader.name(`the name of a column after '${after}'`);
  const token = reader.peek();
  const comparator = CONDITIONS.find(known => known === plain(token.text));
  if (!comparator) throw reader.unexpected(`${CONDITIONS.map(known => `'${known}'`).join(', ')} after '${column}'`)
  reader.take();
  if (comparator === '=' || comparator === '!=')
    return { column, comparator, value: reader.name(`a value after '${token.text}'`) }
  return { column, comparator, value: String(reader.number(token.text).value) }
}

/** With the signs of ASCII. */
const plain = (comparator        ) => comparator.replace('≤', '<=').replace('≥', '>=').replace(/^==$/, '=');

function alpha(reader             )         {
  reader.word('alpha');
  const { value, token } = reader.number('alpha');
  if (value > 0 && value <= 0.25) return value
  throw reader.error('claims.out-of-range', `Expected an alpha above 0 and at most 0.25 but found ${token.text}`, {
    token,
    hint: 'Give the chance of passing a model that does not meet the claim, e.g. 0.01',
  })
}

function leastRows(reader             )         {
  for (const word of ['at', 'least']) reader.word(word);
  const { value, token } = reader.number('at least');
  reader.word('rows');
  if (Number.isInteger(value) && value >= 1) return value
  throw reader.error('claims.out-of-range', `Expected a whole number of rows but found ${token.text}`, { token })
}

/** Throws unless the requirement ends here. */
function requireEnd(reader             )       {
  const { kind, text } = reader.peek();
  if (kind !== 'end' && !['on', 'at', 'with'].includes(text.toLowerCase())) throw reader.unexpected('the claim to end')
}

const BOUNDS = new Map                       ([
  ['>=', 'floor'],
  ['≥', 'floor'],
  ['<=', 'ceiling'],
  ['≤', 'ceiling'],
]);

const MEANT = new Map([
  ['>', '>='],
  ['=>', '>='],
  ['<', '<='],
  ['=<', '<='],
  ['not', 'no'],
]);

/**
 * Reads one claim, in upper or lower case, words parted by spaces, hyphens or underscores:
 * `METRIC >= NUMBER`, `METRIC <= NUMBER`, `METRIC no worse than champion [by NUMBER]`, `METRIC better than champion
 * [by NUMBER]`, or one of the other forms; then what rows it is about, `at alpha NUMBER`, `with at least NUMBER rows`.
 */
function parseClaim(text        , task      )        {
  const reader = readClaim(text);
  const start = reader.peek();
  const form = formAhead(reader);
  const claim = form ? form.read(reader) : onMetric(reader, task);
  const onRows = reader.peek();
  const { scope, ...others } = modifiers(reader);
  reader.end();
  if (scope && !('metric' in claim))
    throw reader.error('claims.unsupported', `Only claims on a metric can be about some of the rows`, { token: onRows })
  if (form && task.twoClasses === undefined && claim.kind !== 'latency' && claim.kind !== 'model-size')
    throw reader.error('claims.unsupported', `The task ${task.id} has no such claim`, {
      token: start,
      hint: `It is for tasks with two classes and the probability of one of them: binary`,
    })
  return { ...claim, ...(scope ? { scope } : {}), ...others, text }
}

function onMetric(reader             , task      )            {
  const start = reader.peek();
  const { metric, written } = metricName(reader, task);
  const next = reader.peek().text;
  const kind = BOUNDS.get(next);
  if (kind) return bound(reader, metric, kind)
  if (reader.has('no')) {
    reader.word('worse');
    return { kind: 'no-worse-than-champion', ...comparison(reader, { metric, start, task }) }
  }
  if (reader.has('better')) return { kind: 'better-than-champion', ...comparison(reader, { metric, start, task }) }
  throw reader.unexpected(`'>=', '<=' or 'no worse than champion' after '${written}'`, MEANT.get(next.toLowerCase()))
}

function bound(reader             , metric            , kind               )            {
  const { value, token } = reader.number(reader.take().text);
  requireEnd(reader);
  const [least, greatest] = metric.range;
  // A floor at the least value, or a ceiling at the greatest, holds for every model: it requires nothing.
  const possible = kind === 'floor' ? value > least && value <= greatest : value >= least && value < greatest;
  if (!possible) {
    const [from, to] = kind === 'floor' ? ['above', 'at most'] : ['at least', 'below'];
    throw outOfRange(reader, token, `a ${kind} ${from} ${least} and ${to} ${formatNumber(greatest)}`, value / 100)
  }
  return { kind, metric, value }
}

function comparison(
  reader             ,
  { metric, start, task }                                                               ,
)                                          {
  for (const word of ['than', 'champion']) reader.word(word);
  const margin = reader.has('by') ? reader.number('by') : undefined;
  requireEnd(reader);
  if (!metric.comparable)
    throw reader.error('claims.unsupported', `'${metric.id}' has no paired method to compare it with the champion's`, {
      token: start,
      hint: `These can be compared: ${comparableOf(task).join(', ')}`,
    })
  if (!margin) return { metric }
  const greatest = metric.range[1];
  if (!(margin.value >= 0 && margin.value < greatest))
    throw outOfRange(
      reader,
      margin.token,
      `a margin of at least 0 and below ${formatNumber(greatest)}`,
      margin.value / 100,
    )
  return { metric, margin: margin.value }
}

const comparableOf = ({ metrics }      ) =>
  metrics
    .filter(({ comparable }) => comparable)
    .map(({ id }) => id)
    .toSorted();

const outOfRange = (reader             , token       , expected        , proportion        ) =>
  reader.error('claims.out-of-range', `Expected ${expected} but found ${token.text}`, {
    token,
    ...(proportion > 0.01 && proportion < 1 ? { hint: `Give a proportion, e.g. ${formatNumber(proportion)}` } : {}),
  });

/** Rows that belong to one query or item, each group's in file order, groups as they first occur. */
function groupedRows({ codes }                      )                {
  const groups = new Map                  ();
  for (const [row, code] of codes.entries()) {
    const known = groups.get(code);
    if (known) known.push(row);
    else groups.set(code, [row]);
  }
  return [...groups.values()].map(rows => Uint32Array.from(rows))
}

/** The first row of every group. */
const firstRows = (groups                        )              => Uint32Array.from(groups, rows => rows[0] ?? 0);

/** An inconclusive check where rows of one query or item do not all have one weight, or one cluster. */
function alikeWithin(source                  , rows      , at    )          {
  const { file, role, reading } = source;
  const groups = groupedRows(namesOf(rows, 'query'));
  return reading.needs
    .filter(({ side }) => side === 'attribute')
    .flatMap(need => {
      const column = rows.columns.get(need.role);
      if (!column) return []
      const cell = (row        ) => ('numbers' in column ? column.numbers[row] : column.codes[row]);
      const faults = collectFaults();
      for (const group of groups) {
        const other = group.find(row => cell(row) !== cell(group[0] ?? 0));
        if (other !== undefined) faults.add('with several', at(other, need.column, 'not as above'));
      }
      return faultCheck(faults, groups.length, {
        id: `${role}.${need.role}-of-query`,
        title: `${need.title} of ${file}`,
        expected: `all rows of a query to have the same '${need.column}'`,
        hint: 'What is judged is the query: give all its rows the same',
      })
    })
}

/** What is read of answers: the expected and the given one, or a grade; the item; and what else the settings name. */
function answerNeeds({ label, predicted, score, query, ...others }         )         {
  return [
    ...(predicted === undefined ? [GRADE(score)] : [EXPECTED(label), GIVEN(predicted)]),
    ...(query === undefined ? [] : [ITEM(query)]),
    ...(['refused', 'unsafe']         ).flatMap(role => flag(role, others[role])),
    ...(['latency', 'tokens', 'cost']         ).flatMap(role => amount(role, others[role])),
  ]
}

const EXPECTED = (column        )       => ({
  role: 'label',
  column,
  cells: 'key',
  side: 'truth',
  holds: 'the answer expected',
  title: 'Expected answers',
  expected: 'an answer',
  hint: 'Write the answer expected to every item, or leave the item out of the evaluation set',
});

const GIVEN = (column        )       => ({
  role: 'predicted',
  column,
  cells: 'answer',
  side: 'output',
  holds: "the model's answer",
  title: 'Answers',
  expected: 'an answer',
  hint: 'Write the answer to every item',
});

const GRADE = (column        )       => ({
  role: 'score',
  column,
  cells: 'probability',
  side: 'output',
  holds: 'the grade of the answer, from 0 to 1',
  title: 'Grades',
  expected: 'a grade from 0 to 1',
  hint: "Write a grade from 0 to 1 for every answer, or set 'predicted' to the column of answers to compare with those expected",
});

const ITEM = (column        )       => ({
  role: 'query',
  column,
  cells: 'key',
  side: 'truth',
  holds: 'the item that is answered',
  title: 'Items',
  expected: 'the name of an item',
  hint: 'Name the item of every answer',
});

const flag = (role        , column                    )         =>
  column === undefined
    ? []
    : [
        {
          role,
          column,
          cells: 'flag',
          side: 'output',
          holds: `whether the answer is ${role}`,
          title: `Values of '${column}'`,
          expected: '1 or 0, true or false',
          hint: 'Write 1 or true where it holds, 0 or false where it does not',
        },
      ];

const amount = (role        , column                    )         =>
  column === undefined
    ? []
    : [
        {
          role,
          column,
          cells: 'amount',
          side: 'output',
          holds: `the ${role} of the answer`,
          title: `Values of '${column}'`,
          expected: 'a number of at least 0',
          hint: 'Write a number for every answer, with a decimal point',
        },
      ];

/** Answers of which pass@k needs one to be right, unless the settings say otherwise. */
const K$2 = 5;

const COLUMNS = ['refused', 'unsafe', 'latency', 'tokens', 'cost'];                                  

const reading$5 = (settings                     )          => ({
  needs: answerNeeds(settings),
  faults: (source, rows, at) => (rows.columns.has('query') ? alikeWithin(source, rows, at) : []),
  about: rows =>
    `${rows.columns.has('predicted') ? 'an answer and the one expected' : 'a grade'}; ${counted(itemsOf(rows).length, 'item')}`,
});

/** The answers of each item; every row is an item of its own where none is named. */
const itemsOf = (rows      )                =>
  rows.columns.has('query')
    ? groupedRows(namesOf(rows, 'query'))
    : Array.from({ length: rows.n }, (_, row) => Uint32Array.of(row));

/** Answers of a language model, or of anything that is graded, to the items of an evaluation set. */
const evaluation = defineTask                   ({
  id: 'evaluation',
  title: 'Evaluation set',
  metrics: Object.values(metrics),
  reading: reading$5,
  evaluate(rows, { threshold, k = K$2 }) {
    const items = itemsOf(rows);
    const exact = rows.columns.has('predicted') ? asExpected(rows) : undefined;
    const grades = exact ? undefined : numbersOf(rows, 'score');
    return {
      n: items.length,
      items,
      ...(exact ? { exact } : {}),
      ...(grades ? { grades } : {}),
      right: exact ?? grades?.map(grade => (grade >= threshold ? 1 : 0)) ?? new Float64Array(rows.n),
      columns: new Map(COLUMNS.flatMap(role => (rows.columns.has(role) ? [[role, numbersOf(rows, role)]] : []))),
      k,
    }
  },
  order: rows => firstRows(itemsOf(rows)),
  shortage: ({ n }) =>
    n < LEAST_ROWS ? `Expected at least ${LEAST_ROWS} items but found ${counted(n, 'item')}` : undefined,
  figures: ({ n }) => ({ units: { count: n, noun: 'items' } }),
});

/** 1 where the answer is, to the letter, the one expected. */
function asExpected(rows      )               {
  const [expected, given] = [namesOf(rows, 'label'), namesOf(rows, 'predicted')];
  return Float64Array.from(expected.codes, (code, row) =>
    expected.names[code] === given.names[given.codes[row] ?? 0] ? 1 : 0,
  )
}

/** An inconclusive check where a prediction interval ends before it starts. */
function crossedIntervals(
  { file, role }                  ,
  { lower, upper }                                                                ,
  at    ,
  column        ,
)          {
  const faults = collectFaults();
  for (let row = 0; row < lower.length; row++)
    if ((upper[row] ?? 0) < (lower[row] ?? 0))
      faults.add('ending before it starts', at(row, column, 'below the lower end'));
  return faultCheck(faults, lower.length, {
    id: `${role}.intervals`,
    title: `Prediction intervals of ${file}`,
    expected: 'every prediction interval to end at or above its start',
    hint: "Set 'lower' and 'upper' to the columns of the two ends, the lower one first",
  })
}

/** Predicted numbers as they were read. */
function evaluateErrors(
  rows      ,
  { tolerance, quantile }                                                     ,
)                       {
  const [truth, predicted] = [numbersOf(rows, 'label'), numbersOf(rows, 'predicted')];
  return {
    n: rows.n,
    truth,
    predicted,
    errors: differences(predicted, truth),
    ...(rows.columns.has('lower') ? { lower: numbersOf(rows, 'lower') } : {}),
    ...(rows.columns.has('upper') ? { upper: numbersOf(rows, 'upper') } : {}),
    ...(tolerance === undefined ? {} : { tolerance }),
    quantile,
  }
}

/** What is read where numbers are predicted: the true and the predicted one, and the ends of an interval where they are named. */
const numberNeeds = ({ label, predicted = 'predicted', lower, upper }         )         => [
  {
    role: 'label',
    column: label,
    cells: 'number',
    side: 'truth',
    holds: 'the true number',
    title: 'Truths',
    expected: 'a number',
    hint: 'Write the true number of every row, or leave the row out of the hold-out',
  },
  output('predicted', predicted, 'the predicted number', 'Predictions'),
  ...(lower === undefined ? [] : [output('lower', lower, 'the lower end of the prediction interval', 'Lower ends')]),
  ...(upper === undefined ? [] : [output('upper', upper, 'the upper end of the prediction interval', 'Upper ends')]),
];

const output = (role        , column        , holds        , title        )       => ({
  role,
  column,
  cells: 'number',
  side: 'output',
  holds,
  title,
  expected: 'a number',
  hint: 'Write a number for every row, with a decimal point',
});

const BINS = 21;

/** How the errors are spread: quantiles, and how many lie in each of 21 equal bins from the 1 % to the 99 % quantile, the ends taking what lies beyond. */
function residualFigures(errors              )                                 {
  const sorted = errors.toSorted();
  const quantile = (p        ) => quantileOf(sorted, p);
  const [from, to] = [quantile(0.01), quantile(0.99)];
  const bins = new Array        (to > from ? BINS : 1).fill(0);
  for (const error of errors) {
    const bin = Math.min(bins.length - 1, Math.max(0, Math.floor(((error - from) / (to - from || 1)) * bins.length)));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return {
    residuals: {
      quantiles: [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1].map(p => ({ p, value: quantile(p) })),
      histogram: { from, to, rows: bins },
    },
  }
}

/** Autocorrelations within this many standard errors of 0 count as none. */
const STANDARD_ERRORS = 2;

/**
 * The block length that makes the circular block bootstrap's variance of a mean most accurate, from the series'
 * autocovariances under a flat-top window; at least `horizon`, and 1 for a constant series.
 *
 * Source: D. N. Politis and H. White (2004), as corrected by A. Patton, Politis and White (2009); where autocorrelations
 * count as none is read as in the package arch.
 */
function blockLength(series              , horizon = 1)         {
  const n = series.length;
  const mean = sum(series) / n;
  const centred = series.map(value => value - mean);
  const covariance = (lag        ) => {
    let total = 0;
    for (let t = lag; t < n; t++) total += (centred[t] ?? 0) * (centred[t - lag] ?? 0);
    return total / n
  };
  const variance = covariance(0);
  if (!(variance > 0)) return Math.min(n, horizon)
  const quiet = Math.max(5, Math.ceil(Math.log10(n)));
  const most = Math.ceil(Math.sqrt(n)) + quiet;
  const limit = STANDARD_ERRORS * Math.sqrt(Math.log10(n) / n);
  const covariances = Float64Array.from({ length: Math.min(n, most + 1) }, (_, lag) => covariance(lag));
  const isQuiet = (lag        ) => Math.abs(covariances[lag] ?? 0) / variance < limit;
  const window = Math.min(2 * (firstOfQuiet(isQuiet, quiet, most) ?? most), most);
  let spectrum = variance;
  let slope = 0;
  for (let lag = 1; lag <= window; lag++) {
    const weight = Math.min(1, 2 * (1 - lag / window)) * (covariances[lag] ?? 0);
    spectrum += 2 * weight;
    slope += 2 * lag * weight;
  }
  const best = ((2 * slope ** 2) / ((4 / 3) * spectrum ** 2)) ** (1 / 3) * n ** (1 / 3);
  const longest = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3));
  return Math.min(n, Math.max(1, horizon, Math.min(longest, Math.ceil(Number.isFinite(best) ? best : 1))))
}

/** The first lag of the first run of `quiet` quiet ones. */
function firstOfQuiet(isQuiet                          , quiet        , most        )                     {
  let run = 0;
  for (let lag = 1; lag <= most; lag++) {
    run = isQuiet(lag) ? run + 1 : 0;
    if (run === quiet) return lag - quiet + 1
  }
  return undefined
}

/**
 * Stretches of consecutive times, all series together, so long that errors of different ones hardly depend on each other:
 * means of such batches are what intervals of forecasts rest on. `moments` are the times of the rows, numbered in order.
 */
function blocksOfTime({ codes, count: times }          , errors              )           {
  const sizes = new Float64Array(times);
  const counts = new Float64Array(times);
  for (const [row, error] of errors.entries()) {
    const place = codes[row] ?? 0;
    sizes[place] = (sizes[place] ?? 0) + Math.abs(error);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const length = blockLength(sizes.map((size, place) => size / (counts[place] ?? 1)));
  const count = Math.max(1, Math.floor(times / length));
  return { codes: Uint32Array.from(codes, place => Math.min(count - 1, Math.floor(place / length))), count }
}

/** Mean size and mean square of the errors of the forecast that repeats the value of a season before. */
                             
                       
                         
 

/** The scale of each series of a history, by its name; one series of no name where rows have none. */
function naiveScales(history      , season        )                          {
  const [times, truths] = [numbersOf(history, 'time'), numbersOf(history, 'label')];
  const rows = Map.groupBy(times.keys(), seriesOf(history));
  return new Map(
    rows.entries().map(([series, own]) => {
      const values = own.toSorted((a, b) => (times[a] ?? 0) - (times[b] ?? 0)).map(row => truths[row] ?? Number.NaN);
      const steps = values.slice(season).map((value, i) => value - (values[i] ?? Number.NaN));
      const mean = (of                          ) => steps.reduce((sum, step) => sum + of(step), 0) / steps.length;
      return [series, { size: mean(Math.abs), square: mean(step => step ** 2) }]
    }),
  )
}

/** Names the series of a row. */
function seriesOf(rows      )                          {
  if (!rows.columns.has('series')) return () => ''
  const { codes, names } = namesOf(rows, 'series');
  return row => names[codes[row] ?? 0] ?? ''
}

/** An inconclusive check where a history goes on when the hold-out of its series has begun: what scales errors must not be judged, too. */
function laterHistory(rows      , history      , file        )          {
  const begun = new Map                ();
  const [own, its] = [seriesOf(rows), seriesOf(history)];
  for (const [row, time] of numbersOf(rows, 'time').entries())
    begun.set(own(row), Math.min(begun.get(own(row)) ?? Number.POSITIVE_INFINITY, time));
  let late = 0;
  for (const [row, time] of numbersOf(history, 'time').entries())
    if (time >= (begun.get(its(row)) ?? Number.POSITIVE_INFINITY)) late++;
  if (late === 0) return []
  return [
    {
      id: 'history.later',
      title: `Times of ${file}`,
      status: 'inconclusive',
      measured: { value: late, unit: 'rows', n: history.n },
      required: { comparator: '=', value: 0, unit: 'rows' },
      reason: `Expected the history of every series to end before its hold-out begins but found ${counted(late, 'row')} that are later`,
      hint: "Leave the hold-out's times out of the history",
      locations: [{ file }],
    },
  ]
}

/** The time of each row, all series together, numbered in order. */
function momentsOf(rows      )           {
  const times = numbersOf(rows, 'time');
  const distinct = Float64Array.from(new Set(times)).sort();
  const placeOf = new Map(Array.from(distinct, (time, place) => [time, place]));
  return { codes: Uint32Array.from(times, time => placeOf.get(time) ?? 0), count: distinct.length }
}

/** An inconclusive check where a series has a time twice. */
function timeFaults({ file, role }                  , rows      , at    , column        )          {
  const times = numbersOf(rows, 'time');
  const seriesOfRow = seriesOf(rows);
  const seen = new Map                     ();
  const faults = collectFaults();
  for (const [row, time] of times.entries()) {
    const series = seriesOfRow(row);
    const own = seen.get(series) ?? new Set();
    if (own.has(time)) faults.add('again', at(row, column, 'a time of its series again'));
    seen.set(series, own.add(time));
  }
  return faultCheck(faults, rows.n, {
    id: `${role}.times`,
    title: `Times of ${file}`,
    expected: `every '${column}' to be there once for each series`,
    hint: "Keep one row for each series and time, and set 'series' to the column that tells series apart",
  })
}

/** The rows, with the scales of their series as columns. */
function withScales(rows      , history      , season        )       {
  const scales = naiveScales(history, season);
  const seriesOfRow = seriesOf(rows);
  const column = (of                   ) => ({
    numbers: Float64Array.from({ length: rows.n }, (_, row) => scales.get(seriesOfRow(row))?.[of] ?? Number.NaN),
  });
  return {
    n: rows.n,
    columns: new Map([...rows.columns, ['scale', column('size')], ['squared-scale', column('square')]]),
  }
}

const reading$4 = (settings         )          => ({
  needs: [...numberNeeds(settings), ...placeNeeds(settings)],
  faults(source, rows, at) {
    const { lower, upper, time } = settings;
    const isBounded = lower !== undefined && upper !== undefined;
    return [
      ...timeFaults(source, rows, at, time),
      ...(isBounded
        ? crossedIntervals(source, { lower: numbersOf(rows, 'lower'), upper: numbersOf(rows, 'upper') }, at, upper)
        : []),
    ]
  },
  about: () => 'a time, a true and a predicted number',
});

/** Of a history, as of a hold-out but for what was predicted. */
const pastReading = (settings         )          => ({
  needs: [...numberNeeds(settings).filter(({ side }) => side === 'truth'), ...placeNeeds(settings)],
  faults: (source, rows, at) => timeFaults(source, rows, at, settings.time),
  about: () => 'a time and a true number',
});

/** Numbers of series are predicted ahead of their time. */
const forecasting = defineTask                    ({
  id: 'forecasting',
  title: 'Forecasting',
  metrics: Object.values(metrics$1),
  reading: reading$4,
  history: {
    reading: pastReading,
    extend: (rows, history, { season }) => withScales(rows, history, season),
    faults: laterHistory,
  },
  evaluate: (rows, settings) => ({
    ...evaluateErrors(rows, settings),
    ...(rows.columns.has('scale')
      ? { scales: numbersOf(rows, 'scale'), squaredScales: numbersOf(rows, 'squared-scale') }
      : {}),
  }),
  dependence(rows, { errors }, { horizon }) {
    const moments = momentsOf(rows);
    return {
      clusters: blocksOfTime(moments, errors),
      ...(horizon === undefined ? {} : { forecast: { moments, horizon } }),
    }
  },
  shortage: ({ n }) =>
    n < LEAST_ROWS ? `Expected at least ${LEAST_ROWS} rows but found ${counted(n, 'row')}` : undefined,
  figures: ({ errors }) => residualFigures(errors),
});

/** Where a row stands in its series. */
const placeNeeds = ({ series, time }         )         => [
  ...(series === undefined ? [] : [SERIES(series)]),
  {
    role: 'time',
    column: time,
    cells: 'instant',
    side: 'truth',
    holds: 'the time of the row',
    title: 'Times',
    expected: 'a number, or a date as in 2026-01-31 or 2026-01-31T12:00:00Z',
    hint: 'Write the time of every row in one of these ways, the same for all',
  },
];

const SERIES = (column        )       => ({
  role: 'series',
  column,
  cells: 'key',
  side: 'truth',
  holds: 'the series that the row belongs to',
  title: 'Series',
  expected: 'the name of a series',
  hint: 'Name the series of every row',
});

/** An inconclusive check where names of classes differ in nothing but case and spaces: probably one class written in two ways. */
function alikeNames({ file, role }                  , classes                   )          {
  const byFolded = Map.groupBy(classes, name => name.trim().replaceAll(/\s+/g, ' ').toLowerCase());
  const alike = [...byFolded.values()].filter(names => names.length > 1);
  if (alike.length === 0) return []
  return [
    {
      id: `${role}.classes`,
      title: `Classes of ${file}`,
      status: 'inconclusive',
      measured: { value: alike.length, unit: 'classes' },
      required: { comparator: '=', value: 0, unit: 'classes' },
      reason: `Expected classes to differ in more than case and spaces but found ${listed(alike.map(names => names.map(name => `'${name.slice(0, 40)}'`).join(' beside ')))}`,
      hint: 'Write each class in one way, in the labels and in the predictions',
      locations: [{ file }],
    },
  ]
}

/** Classes beyond which a matrix of them is no figure. */
const MOST$1 = 40;

/** The matrix of rows by true and predicted class, and the scores of each class; absent where there are too many. */
function classFigures(model                      , level        )                               {
  const { classes } = model;
  if (classes.length > MOST$1) return {}
  const matrix = classMatrix(model);
  const totals = classTotals(matrix);
  const [precision, recall, f1] = [precisions(totals), recalls(totals), f1s(totals)];
  return {
    classes: classes.map((name, i) => {
      const [rows, hits] = [totals.truth[i] ?? 0, totals.hits[i] ?? 0];
      const { lower, upper } = rows > 0 ? clopperPearson(hits, rows, level) : { lower: 0, upper: 1 };
      return {
        name,
        rows,
        predicted: Array.from({ length: classes.length }, (_, j) => matrix.cells[i * classes.length + j] ?? 0),
        precision: precision[i] ?? 0,
        recall: recall[i] ?? 0,
        interval: [lower, upper],
        f1: f1[i] ?? 0,
      }
    }),
  }
}

/** The classes: those of `probabilities` in their order, or those that occur, sorted. */
function classesOf(rows      , { probabilities }                                            )           {
  if (probabilities) return namedColumns(probabilities).map(({ name }) => name)
  const occurring = (role        ) => {
    const { codes, names } = namesOf(rows, role);
    return [...new Set(codes)].flatMap(code => names[code] ?? [])
  };
  const predicted = rows.columns.has('predicted') ? occurring('predicted') : [];
  return [...new Set([...occurring('label'), ...predicted])].toSorted()
}

/** By row, the place of the name among the classes. */
function placesOf(rows      , role        , classes                   )              {
  const { codes, names } = namesOf(rows, role);
  const places = names.map(name => classes.indexOf(name));
  return codes.map(code => places[code] ?? 0)
}

/** An inconclusive check where a column holds what is none of the classes. */
function knownClasses(
  { file, role }                  ,
  { codes, names }       ,
  at    ,
  { classes, column, of }                                                                                       ,
)          {
  const faults = collectFaults();
  const strange = names.map(name => !classes.includes(name));
  for (const [row, code] of codes.entries())
    if (code !== NO_NAME && strange[code]) faults.add('of no class', at(row, column, 'none of the classes'));
  return faultCheck(faults, codes.length, {
    id: `${role}.${of}-classes`,
    title: `Classes in '${column}' of ${file}`,
    expected: `every '${column}' to be one of the ${classes.length} classes of 'probabilities'`,
    hint: "Write classes alike everywhere, spaces and upper and lower case included, and name all of them in 'probabilities'",
  })
}

/** More names than these are no classes. */
const MOST = 255;

/** An inconclusive check where there are so many names that they are no classes; none is shown. */
function manyClasses({ file, role }                  , classes                   )          {
  if (classes.length <= MOST) return []
  return [
    {
      id: `${role}.classes`,
      title: `Classes of ${file}`,
      status: 'inconclusive',
      measured: { value: classes.length, unit: 'classes' },
      required: { comparator: '<=', value: MOST, unit: 'classes' },
      reason: `Expected at most ${MOST} classes but found ${grouped(classes.length)} different names`,
      hint: "Set 'label' and 'predicted' to the columns of the true and the predicted class",
      locations: [{ file }],
    },
  ]
}

/** As far from 1 as the sum of some probabilities may be for having been rounded. */
const ROUNDING = 0.001;

/** An inconclusive check where the probabilities of the classes do not add up to 1. */
function summingToOne(
  { file, role }                  ,
  probabilities                         ,
  at    ,
)          {
  const faults = collectFaults();
  const rows = probabilities[0]?.length ?? 0;
  for (let row = 0; row < rows; row++) {
    const sum = probabilities.reduce((total, column) => total + (column[row] ?? Number.NaN), 0);
    if (!(Math.abs(sum - 1) <= ROUNDING))
      faults.add('with another sum', at(row, undefined, `adds up to ${Number(sum.toPrecision(6))}`));
  }
  return faultCheck(faults, rows, {
    id: `${role}.probabilities`,
    title: `Probabilities of ${file}`,
    expected: `the probabilities of every row to add up to 1, within ${ROUNDING}`,
    hint: "Name the columns of all classes in 'probabilities', and write them with at least four decimals",
  })
}

/** An inconclusive check where one model predicts classes that the other never heard of: means over the classes would differ in kind. */
function unlikeClasses(challenger             , champion             )          {
  const own = classesOf(challenger.rows, {});
  const its = classesOf(champion.rows, {});
  const only = (mine          , other          ) =>
    mine.filter(name => !other.includes(name)).map(name => `'${name.slice(0, 40)}'`);
  const found = [
    ...[only(own, its)]
      .filter(names => names.length > 0)
      .map(names => `${listed(names)} only in ${challenger.source.file}`),
    ...[only(its, own)]
      .filter(names => names.length > 0)
      .map(names => `${listed(names)} only in ${champion.source.file}`),
  ];
  if (found.length === 0) return []
  return [
    {
      id: 'champion.classes',
      title: "Challenger's and champion's classes are the same",
      status: 'inconclusive',
      reason: `Expected the same classes in ${challenger.source.file} and ${champion.source.file} but found ${listed(found)}`,
      hint: 'Compare models that tell the same classes apart',
      locations: [{ file: challenger.source.file }, { file: champion.source.file }],
    },
  ]
}

/**
 * The class that costs least, were the probabilities right, of each row; of classes that cost as much the first. `matrix`: costs by
 * true × classes + predicted.
 */
function leastExpectedCost(
  probabilities                         ,
  matrix              ,
  n        ,
)              {
  const classes = probabilities.length;
  return Uint32Array.from({ length: n }, (_, row) => {
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (let predicted = 0; predicted < classes; predicted++) {
      let cost = 0;
      for (let truth = 0; truth < classes; truth++)
        cost += (probabilities[truth]?.[row] ?? Number.NaN) * (matrix[truth * classes + predicted] ?? Number.NaN);
      if (cost < least) [best, least] = [predicted, cost];
    }
    return best
  })
}

/** Classes of which top-k accuracy looks at the most probable. */
const K$1 = 3;

/** The column of the predicted class, undefined where it is the most probable one. */
const predictedColumn = ({ predicted, probabilities }         ) =>
  predicted ?? (probabilities ? undefined : 'predicted');

function reading$3(columns         )          {
  const { label, probabilities } = columns;
  const predicted = predictedColumn(columns);
  return {
    needs: [
      LABEL(label),
      ...(predicted === undefined ? [] : [PREDICTED(predicted)]),
      ...probabilityNeeds(probabilities),
    ],
    faults: (source, rows, at) => faults(source, rows, at, columns),
    ...(probabilities ? {} : { unlike: unlikeClasses }),
    about: rows => `a class and a prediction; ${counted(classesOf(rows, columns).length, 'class', 'classes')}`,
  }
}

function faults(source                  , rows      , at    , columns         )          {
  const { label, probabilities } = columns;
  const classes = classesOf(rows, columns);
  if (!probabilities) return [...manyClasses(source, classes), ...alikeNames(source, classes)].slice(0, 1)
  const predicted = predictedColumn(columns);
  return [
    ...knownClasses(source, namesOf(rows, 'label'), at, { classes, column: label, of: 'label' }),
    ...(predicted === undefined
      ? []
      : knownClasses(source, namesOf(rows, 'predicted'), at, { classes, column: predicted, of: 'predicted' })),
    ...summingToOne(source, probabilitiesOf(rows, classes), at),
  ]
}

/** More than two classes, the predicted one and perhaps the probabilities of all. */
const multiclass = defineTask                      ({
  id: 'multiclass',
  title: 'Classification into several classes',
  metrics: Object.values(metrics$2),
  reading: reading$3,
  evaluate,
  shortage({ n, classes, truth }) {
    const rows = new Uint32Array(classes.length);
    for (const place of truth) rows[place] = (rows[place] ?? 0) + 1;
    const fewest = Math.min(...rows);
    const name = classes[rows.indexOf(fewest)];
    return n < LEAST_ROWS || fewest < LEAST_OF_CLASS || classes.length < 2
      ? `Expected at least ${LEAST_ROWS} rows and ${LEAST_OF_CLASS} of each of several classes but found ${counted(n, 'row')}, ${grouped(fewest)} of class '${name?.slice(0, 40)}'`
      : undefined
  },
  figures: (model, { level }) => classFigures(model, level),
  decisions(rows, settings) {
    const { classes, predicted } = evaluate(rows, settings);
    return Array.from(predicted, place => classes[place] ?? '')
  },
  rowErrors(rows, settings) {
    const { truth, predicted } = evaluate(rows, settings);
    return Float64Array.from(truth, (place, row) => Number(place !== predicted[row]))
  },
  savings(rows, settings) {
    const model = evaluate(rows, settings);
    const { probabilities, costs, classes, n } = model;
    const own = classCostsOf(model);
    const matrix = costs && costMatrix(costs, classes);
    if (!probabilities || !matrix || isGap(matrix) || isGap(own)) return undefined
    const other = classCostsOf({ ...model, predicted: leastExpectedCost(probabilities, matrix, n) });
    return isGap(other) ? undefined : differences(own.values, other.values)
  },
});

function evaluate(rows      , settings                     )                       {
  const classes = classesOf(rows, settings);
  const probabilities = settings.probabilities && probabilitiesOf(rows, classes);
  return {
    n: rows.n,
    classes,
    truth: placesOf(rows, 'label', classes),
    predicted: rows.columns.has('predicted')
      ? placesOf(rows, 'predicted', classes)
      : mostProbable(probabilities ?? [], rows.n),
    ...(probabilities ? { probabilities } : {}),
    ...(settings['class-costs'] ? { costs: settings['class-costs'] } : {}),
    k: settings.k ?? K$1,
  }
}

const probabilitiesOf = (rows      , classes                   ) =>
  classes.map((_, i) => numbersOf(rows, `probabilities.${i + 1}`));

const LABEL = (column        )       => ({
  role: 'label',
  column,
  cells: 'class',
  side: 'truth',
  holds: 'the true class',
  title: 'Labels',
  expected: 'a class',
  hint: 'Label these rows, or leave them out of the hold-out',
});

const PREDICTED = (column        )       => ({
  role: 'predicted',
  column,
  cells: 'class',
  side: 'output',
  holds: 'the predicted class',
  title: 'Predictions',
  expected: 'a class',
  hint: 'Write the predicted class of every row',
});

const probabilityNeeds = (written                    = [])         =>
  namedColumnsOrNone(written).map(({ name, column }, i) => ({
    role: `probabilities.${i + 1}`,
    setting: 'probabilities',
    column,
    cells: 'probability',
    side: 'output',
    holds: `the probability of class '${name}'`,
    title: `Probabilities of class '${name}'`,
    expected: 'a probability from 0 to 1',
    hint: 'Write the probability of every class for every row, with a decimal point',
  }));

const namedColumnsOrNone = (written                   ) => (written.length === 0 ? [] : namedColumns(written));

function labelsOf({ probabilities }         ) {
  if (probabilities) return namedColumns(probabilities)
  throw new UserError(
    'settings.missing',
    "Expected 'certify.probabilities' to be set (input probabilities) for the task multilabel but found nothing",
    {
      hint: 'Name the labels and the columns of their probabilities: label=column, the truth being in the column label',
    },
  )
}

const reading$2 = (settings         )          => ({
  needs: labelsOf(settings).flatMap(({ name, column }, i) => [truthNeed(name, i + 1), scoreNeed(name, column, i + 1)]),
  faults: () => [],
  about: () => `${counted(labelsOf(settings).length, 'label')} and their probabilities`,
});

/** Any number of labels is given to a row, each by its probability. */
const multilabel = defineTask                      ({
  id: 'multilabel',
  title: 'Classification with several labels',
  metrics: Object.values(metrics$3),
  reading: reading$2,
  evaluate(rows, settings) {
    const labels = labelsOf(settings).map(({ name }) => name);
    const of = (role        ) => labels.map((_, i) => numbersOf(rows, `${role}.${i + 1}`));
    const probabilities = of('probabilities');
    return {
      n: rows.n,
      labels,
      truth: of('labels'),
      predicted: probabilities.map(column => column.map(one => (one >= settings.threshold ? 1 : 0))),
      probabilities,
    }
  },
  shortage({ n, labels, truth }) {
    const rows = truth.map(column => column.reduce((sum, is) => sum + is, 0));
    const fewest = rows.map(own => Math.min(own, n - own));
    const rarest = fewest.indexOf(Math.min(...fewest));
    return n < LEAST_ROWS || (fewest[rarest] ?? 0) < LEAST_OF_CLASS
      ? `Expected at least ${LEAST_ROWS} rows and ${LEAST_OF_CLASS} with and without each label but found ${counted(n, 'row')}, ${grouped(rows[rarest] ?? 0)} with '${labels[rarest]?.slice(0, 40)}'`
      : undefined
  },
  figures: () => ({}),
});

const truthNeed = (name        , number        )       => ({
  role: `labels.${number}`,
  setting: 'probabilities',
  column: name,
  cells: 'flag',
  side: 'truth',
  holds: `whether a row has the label '${name}', and its probability`,
  title: `Rows of label '${name}'`,
  expected: '1 or 0, true or false',
  hint: 'Write 1 where the row has the label, 0 where it has not',
});

const scoreNeed = (name        , column        , number        )       => ({
  role: `probabilities.${number}`,
  setting: 'probabilities',
  column,
  cells: 'probability',
  side: 'output',
  holds: `the probability of label '${name}'`,
  title: `Probabilities of label '${name}'`,
  expected: 'a probability from 0 to 1',
  hint: 'Write the probability of every label for every row, with a decimal point',
});

/** An inconclusive check where a query has nothing relevant to find: no ranking of it is better than another. */
function queryFaults({ file, role }                  , rows      , at    , column        )          {
  const relevance = numbersOf(rows, 'label');
  const faults = collectFaults();
  const groups = groupedRows(namesOf(rows, 'query'));
  for (const group of groups)
    if (!group.some(row => (relevance[row] ?? 0) > 0))
      faults.add('without one', at(group[0] ?? 0, column, 'nothing relevant'));
  return faultCheck(faults, groups.length, {
    id: `${role}.queries`,
    title: `Queries of ${file}`,
    expected: 'every query to have a result of a relevance above 0',
    hint: 'Leave queries without anything relevant out of the hold-out, or label what is relevant to them',
  })
}

/** Ties count against the ranking: what a model scores alike it does not put in order. */
function rankedQuery(rows             , scores              , relevance              )              {
  const order = rows.toSorted(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (relevance[a] ?? 0) - (relevance[b] ?? 0),
  );
  return {
    scores: Float64Array.from(order, row => scores[row] ?? Number.NaN),
    relevance: Float64Array.from(order, row => relevance[row] ?? Number.NaN),
  }
}

/** Results that count, unless the settings say otherwise. */
const K = 10;

const reading$1 = ({ label, score, query = 'query' }                     )          => ({
  needs: [
    {
      role: 'label',
      column: label,
      cells: 'amount',
      side: 'truth',
      holds: 'how relevant the result is',
      title: 'Relevances',
      expected: 'a relevance of at least 0',
      hint: 'Label how relevant each result is: 0 for not at all, more for more',
    },
    {
      role: 'query',
      column: query,
      cells: 'key',
      side: 'truth',
      holds: 'the query that a result belongs to',
      title: 'Queries',
      expected: 'the name of a query',
      hint: 'Name the query of every result',
    },
    {
      role: 'score',
      column: score,
      cells: 'number',
      side: 'output',
      holds: 'the score that results are ranked by',
      title: 'Scores',
      expected: 'a number',
      hint: 'Write the score of every result, the highest for the first, with a decimal point',
    },
  ],
  faults: (source, rows, at) => [...queryFaults(source, rows, at, query), ...alikeWithin(source, rows, at)],
  about: rows => `a relevance and a score; ${counted(groupedRows(namesOf(rows, 'query')).length, 'query', 'queries')}`,
});

/** Results of queries are put in order by a score. */
const ranking = defineTask                   ({
  id: 'ranking',
  title: 'Ranking',
  metrics: Object.values(metrics$4),
  reading: reading$1,
  evaluate(rows, { k = K }) {
    const groups = groupedRows(namesOf(rows, 'query'));
    const [scores, relevance] = [numbersOf(rows, 'score'), numbersOf(rows, 'label')];
    return {
      n: groups.length,
      queries: groups.map(group => rankedQuery(group, scores, relevance)),
      k,
    }
  },
  order: rows => firstRows(groupedRows(namesOf(rows, 'query'))),
  shortage: ({ n }) =>
    n < LEAST_ROWS ? `Expected at least ${LEAST_ROWS} queries but found ${counted(n, 'query', 'queries')}` : undefined,
  figures: ({ n }) => ({ units: { count: n, noun: 'queries' } }),
});

const reading = (settings                     )          => ({
  needs: numberNeeds(settings),
  faults(source, rows, at) {
    const { lower, upper } = settings;
    if (lower === undefined || upper === undefined) return []
    const ends = { lower: numbersOf(rows, 'lower'), upper: numbersOf(rows, 'upper') };
    return crossedIntervals(source, ends, at, upper)
  },
  about: () => 'a true and a predicted number',
});

/** A number is predicted, perhaps with an interval around it. */
const regression = defineTask                      ({
  id: 'regression',
  title: 'Regression',
  metrics: Object.values(metrics$5),
  reading,
  evaluate: evaluateErrors,
  shortage: ({ n }) =>
    n < LEAST_ROWS ? `Expected at least ${LEAST_ROWS} rows but found ${counted(n, 'row')}` : undefined,
  figures: ({ errors }) => residualFigures(errors),
});

var tasks = /*#__PURE__*/Object.freeze({
  __proto__: null,
  binary: binary,
  evaluation: evaluation,
  forecasting: forecasting,
  multiclass: multiclass,
  multilabel: multilabel,
  ranking: ranking,
  regression: regression
});

/** The task that the settings name. */
function taskOf({ task: id }                     )       {
  const task = Object.values(tasks).find(task => task.id === id);
  if (!task) throw new Error(`No task is named ${id}`)
  return task
}

/** What a model takes, as its file declares it; a side of any length is null. */
                            
                       
                                   
                                            
 

/** A row of the hold-out. */
                             
                       
                                   
 

/** A tensor to hand to the model: elements in row-major order. */
                       
                       
                       
                                   
                                                                                      
 

/** Makes what the model takes of some rows. */
                        
                                                                           
                                   
                                         
 

                 
                       
                                    
                                           
                                                  
 

/** How cells become elements of a tensor: an array of that many of them, and what a cell is; undefined where it is none. */
const ELEMENTS = {
  float32: { array: (n        ) => new Float32Array(n), read: floating, expected: 'a number' },
  float64: { array: (n        ) => new Float64Array(n), read: floating, expected: 'a number' },
  int32: { array: (n        ) => new Int32Array(n), read: whole, expected: 'a whole number' },
  int64: { array: (n        ) => new BigInt64Array(n), read: long, expected: 'a whole number' },
  string: { array: (n        )           => Array(n).fill(''), read: (cell        ) => cell, expected: 'a text' },
};         

                                        

const isElementType = (type                    )                      => type !== undefined && type in ELEMENTS;

/** Binds the columns of a table to the inputs of a model: one matrix of all features, or an input for each column of its name. */
function bindFeeds(inputs                      , { file, header, features }       )        {
  const [first] = inputs;
  const bound =
    inputs.length === 1 && first && features
      ? [{ input: first, columns: features }]
      : inputs.map(input => ({ input, columns: [input.name] }));
  const made = bound.map(({ input, columns }) => {
    if (!isElementType(input.type))
      throw new UserError(
        'onnx.input',
        `Expected inputs of numbers or texts but '${input.name}' takes ${input.type ?? 'no tensor'}`,
        { hint: "Export the model with inputs of float, double, int32, int64 or string, or use 'certify.predict'" },
      )
    const width = input.shape.slice(1).reduce        ((product, side) => product * (side ?? columns.length), 1);
    if (width !== columns.length)
      throw new UserError(
        'onnx.input',
        `Expected ${width} features for the input '${input.name}' but found ${columns.length}: ${listed(columns)}`,
        { hint: "Name the columns of the matrix, in the order of the training, under 'certify.onnx.features'" },
      )
    return { input, type: input.type, columns: columns.map(name => columnOf(name, file, header)) }
  });
  const sizes = inputs.map(({ shape }) => shape[0]).filter(side => typeof side === 'number');
  return {
    most: sizes.length > 0 ? Math.min(...sizes) : undefined,
    of: rows => made.map(({ input, type, columns }) => feedOf(input, type, columns, rows, file)),
  }
}

                       
                       
                        
 

function columnOf(name        , file        , header                   )              {
  const index = header.indexOf(name);
  if (index >= 0) return { name, index }
  throw new UserError('onnx.column', `Expected a column '${name}' but found ${listed(header)} (${file}:1)`, {
    file,
    line: 1,
    hint: "The model asks for it: put it into the table, or list the columns of its one matrix under 'certify.onnx.features'",
  })
}

function feedOf(
  { name, shape }           ,
  type             ,
  columns                        ,
  rows                       ,
  file        ,
)       {
  const { array, read, expected } = ELEMENTS[type];
  const values = array(rows.length * columns.length);
  rows.forEach(({ line, cells }, row) => {
    columns.forEach((column, i) => {
      const cell = cells[column.index] ?? '';
      const value = read(cell);
      if (value === undefined)
        throw new UserError(
          'onnx.cell',
          `Expected ${expected} in '${column.name}' but found ${cell === '' ? 'nothing' : 'something else'} (${file}:${line})`,
          {
            file,
            line,
            hint: 'Give the model what it was trained on: encode or fill the column as its training did',
          },
        )
      Reflect.set(values, row * columns.length + i, value);
    });
  });
  const sides = shape.slice(1).map(side => side ?? columns.length);
  return { name, type, shape: [rows.length, ...sides], values }
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** NaN stands for a missing value, as NumPy has it. */
function floating(cell        )                     {
  const text = cell.trim();
  if (text === '' || /^[+-]?nan$/i.test(text)) return Number.NaN
  return NUMBER.test(text) ? Number(text) : undefined
}

function whole(cell        )                     {
  const number = Number(cell);
  return /^\s*[+-]?\d+\s*$/.test(cell) && number === Math.trunc(number) && Math.abs(number) < 2 ** 31
    ? number
    : undefined
}

function long(cell        )                     {
  return /^\s*-?\d{1,18}\s*$/.test(cell) ? BigInt(cell.trim()) : undefined
}

/** Rows that a model which takes any number of them is given at once. */
const AT_ONCE = 4096;
/** Types of elements that are numbers. */
const NUMERIC = ['float32', 'float64', 'int32', 'int64'];

/** Asks an ONNX model about every row of the hold-out, and writes its answers beside the ids, the truth and what else is judged by. */
async function askOnnx(
  { onnx, id, needs, predictions }       ,
  { onnx: models, tables, files, log }       ,
)                                     {
  const model = await models.open(onnx.model);
  try {
    const table = await tables.open(onnx.data);
    const { header } = table;
    const kept = [id, ...needs.map(({ column }) => column)].filter(name => !(name in onnx.columns));
    const copied = [...new Set(kept)].map(name => ({ name, index: indexOf(name, header, onnx.data) }));
    const output = outputOf(model, onnx);
    const feeds = bindFeeds(model.inputs, { file: onnx.data, header, features: onnx.features });
    const size = feeds.most ?? AT_ONCE;
    const written = [[...copied.map(({ name }) => name), ...Object.keys(onnx.columns)].map(quoted).join(',')];
    let waiting               = [];
    const ask = async (rows                       ) => {
      const answers = await answersOf(model, output, feeds.of(rows), rows.length, onnx);
      rows.forEach(({ cells }, row) => {
        written.push([...copied.map(({ index }) => quoted(cells[index] ?? '')), ...(answers[row] ?? [])].join(','));
      });
    };
    for await (const batch of table.batches) {
      waiting.push(...batch);
      while (waiting.length >= size) {
        await ask(waiting.slice(0, size));
        waiting = waiting.slice(size);
        log.progress(`${onnx.model}: ${grouped(written.length - 1)} rows`);
      }
    }
    if (waiting.length > 0 && feeds.most !== undefined)
      throw new UserError(
        'onnx.batch',
        `Expected rows for whole batches of ${size} but ${waiting.length} are left over (${onnx.data})`,
        { hint: 'Export the model with a first side of any length, or of one' },
      )
    if (waiting.length > 0) await ask(waiting);
    await files.write(predictions, `${written.join('\n')}\n`);
    const { sha256, bytes } = await files.digest(onnx.model);
    return {
      materials: [{ name: onnx.model, role: 'model', digest: { sha256 }, bytes }, table.material('data')],
    }
  } finally {
    await model.close();
  }
}

function indexOf(name        , header                   , file        )         {
  const index = header.indexOf(name);
  if (index >= 0) return index
  throw new UserError('onnx.column', `Expected a column '${name}' but found ${listed(header)} (${file}:1)`, {
    file,
    line: 1,
    hint: `Put it into the table, or write it from the model's output under 'certify.onnx.columns'`,
  })
}

/** The output asked for, or the only one of numbers. */
function outputOf({ outputs }           , { output, model }      )             {
  const names = listed(outputs.map(({ name }) => `'${name}'`));
  if (output !== undefined) {
    const named = outputs.find(({ name }) => name === output);
    if (!named)
      throw new UserError('onnx.output', `Expected an output '${output}' of ${model} but found ${names}`, {
        hint: "Set 'certify.onnx.output' to one of them",
      })
    if (named.type === undefined) throw noTensor(named.name, model)
    return named
  }
  const floats = outputs.filter(({ type }) => type?.startsWith('float'));
  const numbers =
    floats.length > 0 ? floats : outputs.filter(({ type }) => type !== undefined && NUMERIC.includes(type));
  const [only, ...more] = numbers;
  if (only && more.length === 0) return only
  const other = outputs.find(({ type }) => type === undefined);
  if (!only && other) throw noTensor(other.name, model)
  throw new UserError('onnx.output', `Expected one output of numbers of ${model} but found ${names}`, {
    hint: "Set 'certify.onnx.output' to the one that holds the predictions",
  })
}

const noTensor = (name        , model        ) =>
  new UserError('onnx.output', `Expected the output '${name}' of ${model} to be a tensor but it is none`, {
    hint: "Export a scikit-learn classifier with options={'zipmap': False}",
  });

/** For each row the numbers to write. */
async function answersOf(
  model           ,
  output            ,
  feeds                                                ,
  rows        ,
  { columns, model: file }      ,
)                      {
  const [answer] = await model.run(new Map(feeds.map(({ name, ...tensor }) => [name, tensor])), [output.name]);
  const width = answer ? answer.values.length / rows : 0;
  if (!answer || !Number.isInteger(width))
    throw new UserError(
      'onnx.output',
      `Expected a row of '${output.name}' for each of ${rows} rows but ${file} gave another shape`,
      {
        hint: 'Export the model so that its first side counts the rows',
      },
    )
  const beyond = Object.entries(columns).find(([, at]) => at >= width);
  if (beyond)
    throw new UserError(
      'onnx.output',
      `Expected more than ${beyond[1]} numbers in a row of '${output.name}' for the column '${beyond[0]}' but found ${width}`,
      { hint: "Count from 0 under 'certify.onnx.columns'" },
    )
  return Array.from({ length: rows }, (_, row) =>
    Object.values(columns).map(at => String(answer.values[row * width + at] ?? '')),
  )
}

/** A cell of CSV (RFC 4180). */
const quoted = (cell        )         => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Beside the evidence: everything that the command said. */
const OUTPUT = 'predict.log';

/**
 * Has the user's command write the predictions. A file that was there before is taken away first, so that nothing old passes for
 * what this model says.
 */
async function makePredictions(
  predict         ,
  predictions        ,
  { programs, files, log, sha256 }       ,
  out        ,
)                           {
  const { command, folder, environment, 'max-seconds': seconds, inputs } = predict;
  const materials = await digestsOf(inputs ?? [], files);
  await files.remove(predictions);
  log.progress(`${command.join(' ')} …`);
  const end = await programs.run({ command, folder, environment, seconds });
  await files.write(`${out}/${OUTPUT}`, end.output);
  if (!('exitCode' in end && end.exitCode === 0)) throw failed(command, end, `${out}/${OUTPUT}`)
  if (!(await files.exists(predictions)))
    throw new UserError(
      'predict.no-file',
      `Expected ${command.join(' ')} to write ${predictions} but it ended without it`,
      {
        hint: `Have the command write that path, seen from the folder of the settings; what it said is in ${out}/${OUTPUT}`,
      },
    )
  const digest = sha256(JSON.stringify({ command, folder, environment }));
  return { materials, predicting: { command, folder, environment, digest: { sha256: digest } } }
}

async function digestsOf(inputs                   , files                )                      {
  const names = inputs.length === 0 ? [] : await files.list(inputs);
  return Promise.all(
    names.map(async name => {
      const { sha256, bytes } = await files.digest(name);
      return { name, role: 'input'         , digest: { sha256 }, bytes }
    }),
  )
}

function failed(command                   , end            , output        )            {
  const name = command.join(' ');
  const said = lastLine(end.output);
  const told = said === undefined ? '' : `: ${said}`;
  const hint = `Run it by hand to see why; what it said is in ${output}`;
  if ('stopped' in end)
    return new UserError(
      'predict.time',
      `Expected ${name} to end within ${end.stopped} seconds but it did not${told}`,
      {
        hint: `${hint}. Where it needs longer, raise 'certify.predict.max-seconds'`,
      },
    )
  if ('exitCode' in end)
    return new UserError(
      'predict.failed',
      `Expected ${name} to succeed but it ended with code ${end.exitCode}${told}`,
      {
        hint,
      },
    )
  return new UserError('predict.not-started', `Expected to start ${name} but could not: ${end.cannotStart}`, {
    kind: 'environment',
    hint: `Install it in a step before, or give its path in 'certify.predict.command'`,
  })
}

/** The last line that says something, cut short. */
const lastLine = (output        )                     =>
  output
    .split(/\r?\n/)
    .map(line => line.trim())
    .findLast(line => line !== '')
    ?.slice(0, 300);

/** Has the predictions made, where the settings say by what; otherwise they are there. */
async function preparePredictions(
  { onnx, predict, predictions, id }                                                        ,
  needs                 ,
  ports       ,
  out        ,
)                    {
  if (onnx && predict)
    throw new UserError('settings.conflict', "Expected 'certify.onnx' or 'certify.predict' but found both", {
      hint: 'Keep the one that makes the predictions',
    })
  if (onnx) return askOnnx({ onnx, predictions, id, needs }, ports)
  return predict ? makePredictions(predict, predictions, ports, out) : { materials: [] }
}

/** Throws where a claim asks for what the settings do not name. */
function requireInputs(claims                  , { champion, latency }                     )       {
  const comparison = claims.find(isComparison);
  if (comparison && champion === undefined)
    throw lacking('champion', comparison.text, 'the predictions of the model in production on the same rows')
  const budget = claims.find(({ kind }) => kind === 'latency');
  if (budget && latency === undefined)
    throw lacking('latency', budget.text, 'the column of the milliseconds that each prediction took')
}

const lacking = (setting        , claim        , what        ) =>
  new UserError(
    'settings.missing',
    `Expected 'certify.${setting}' to be set (input ${setting}) for the claim "${claim}" but found nothing`,
    { hint: `Set it to ${what}, or drop the claim` },
  );

/** A certification before it is decided: what is asked, and the rows it is asked of. */
                                  
                                          
                             
                                                                             
                             
                                                                   
                              
                               
                                                       
 

/** Reads the claims, and every file of rows once. */
async function prepareCertify(given          , ports       , out        )                           {
  const settings = { ...given, certify: spent(given.certify) };
  const certifying = { ...settings.certify, predictions: required(settings.certify) };
  const named = taskOf(certifying);
  const claims = (certifying.claims ?? []).map(claim => parseClaim(claim, named));
  const task = named.including(claims.flatMap(claim => ('metric' in claim ? [claim.metric] : [])));
  requireInputs(claims, certifying);
  const readings = readingsOf(task, certifying, claims);
  const prepared = await preparePredictions(certifying, readings.own.needs, ports, out);
  const files = await readCertifyFiles(certifying, readings, ports);
  const model = await modelSubject(given, ports.files, out);
  const demands = { task, claims, settings: certifying, seed: seedOf(files), model };
  return { settings, certifying, readings, prepared, files, collected: collectedOf(files), demands }
}

/** Where what may be wrong is spent over many looks at the hold-out, every interval is as wide as its share asks for. */
const spent = (settings                     )                      =>
  settings.looks?.spend ? { ...settings, level: 1 - (1 - settings.level) / settings.looks.most } : settings;

function required({ predictions }                     )         {
  if (predictions !== undefined) return predictions
  throw new UserError(
    'settings.missing',
    "Expected 'certify.predictions' to be set (input predictions) but found nothing",
    { hint: "Set it to a CSV file with the id, the true class and the model's score of every hold-out row" },
  )
}

const collectedOf = ({ challenger, champion, attributes, history, train, repeat, perturbed }              ) => ({
  challenger: challenger.collected,
  champion: champion?.collected,
  attributes: attributes?.collected,
  history: history?.collected,
  train: train?.collected,
  repeat: repeat?.collected,
  perturbed: perturbed.map(({ collected }) => collected),
});

/** Random numbers come of the predictions alone: the same ones, the same numbers. */
const seedOf = ({ challenger, champion }              )         =>
  [challenger, champion].flatMap(file => (file ? [file.material.digest.sha256] : [])).join('');

export { RATES as R, rateInDesign as a, contrasts as b, countOutcomes as c, sliceRow as d, claimedMetrics as e, checkClaims as f, behaviourChecks as g, parseGrouping as h, calibrate as i, checkClaim as j, prepareCertify as k, largeGroups as l, allFiles as m, putToTrial as p, rowsOf as r, shownEstimate as s };
