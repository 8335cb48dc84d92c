import { s as sum } from './shuffle.js';
import { n as normal, c as clopperPearson } from './clopper-pearson.js';
import { s as studentT } from './quantile-of.js';

/** A mean with its standard error and the degrees of freedom of Student's t. */
                                
                       
                                  
                                
                     
 

/** Which cluster each row belongs to, coded from 0 without gaps. */
                           
                                   
                        
 

/**
 * The mean of values whose clusters (rows of one customer, questions on one text) are independent, not the values within
 * them: the squared error is the sum over clusters of (Σ wᵢ (xᵢ − mean))², over (Σ wᵢ)², times G / (G − 1) for G clusters.
 * Without clusters every value is its own; without weights each counts once.
 *
 * Source: E. Miller, Adding error bars to evals (2024), with the correction for few clusters of Cameron and Miller (2015).
 */
function clusteredMean(
  values                   ,
  { clusters, weights }                                                       = {},
)                {
  const n = values.length;
  const weight = (row        ) => weights?.[row] ?? 1;
  const value = (row        ) => values[row] ?? Number.NaN;
  const total = sum(ofRows(n, weight));
  const mean = sum(ofRows(n, row => weight(row) * value(row))) / total;
  const groups = clusters?.count ?? n;
  const residuals = new Float64Array(groups);
  for (let row = 0; row < n; row++) {
    const cluster = clusters?.codes[row] ?? row;
    residuals[cluster] = (residuals[cluster] ?? 0) + weight(row) * (value(row) - mean);
  }
  const squares = sum(residuals.map(residual => residual ** 2));
  return { mean, standardError: Math.sqrt((squares * groups) / (groups - 1)) / total, df: groups - 1 }
}

function* ofRows(n        , term                         )                    {
  for (let row = 0; row < n; row++) yield term(row);
}

/** An estimate with its interval. */
                                      
                        
 

/**
 * The interval of a difference, first less second, from the intervals of both at the same level and the correlation of the
 * estimates: the variance of each is recovered from the end of its interval that matters. Of two proportions with Wilson's
 * intervals and no correlation it is Newcombe's.
 *
 * Source: G. Y. Zou and A. Donner (2008), Construction of confidence limits about effect measures: a general approach (MOVER).
 */
function mover(first           , second           , correlation        )           {
  const difference = first.value - second.value;
  const reach = (own        , its        ) => Math.sqrt(Math.max(0, own ** 2 - 2 * correlation * own * its + its ** 2));
  return {
    lower: difference - reach(first.value - first.lower, second.upper - second.value),
    upper: difference + reach(first.upper - first.value, second.value - second.lower),
  }
}

/** Tells a row of a file by its place. */
                                                                        

/** A place in a file of rows that is told once its row has been looked up. */
                                             

/** A check whose places in files of rows are told last, of those that are shown. */
                                             
                                     
 

/** The checks with their places; pure, and asked more than once: see `showRows`. */
const locateChecks = (checks                         , show      )          =>
  checks.map(({ locate, ...check }) =>
    locate && locate.length > 0 ? { ...check, locations: locate.map(one => one(show)) } : check,
  );

/** A row of a file, with what is wrong in it. */
const rowOf =
  (source                  , place        , column                    , note        )         =>
  show => ({ file: source.file, line: show(source, place).line, ...(column === undefined ? {} : { column }), note });

/** A row of a file by its line and id; an id is no secret. */
const namedRow =
  (source                  , place        , column        , note                         )         =>
  show => {
    const { line, cells } = show(source, place);
    const id = cells[source.header.indexOf(source.id)] ?? '';
    const more = note === undefined ? '' : `, ${note(show)}`;
    return { file: source.file, line, column, note: `id ${id.slice(0, 80)}${more}` }
  };

/** Names by row: `names[codes[row]]`. */
                        
                             
                                   
 

/** Finite numbers by row. */
                          
                                
 

                                          

/** Rows of the hold-out with what a task needs of each, by the column's role. */
                       
                    
                                                     
 

function numbersOf(rows      , role        )               {
  const column = rows.columns.get(role);
  if (!column || !('numbers' in column)) throw new Error(`No numbers were read as ${role}`)
  return column.numbers
}

function namesOf(rows      , role        )        {
  const column = rows.columns.get(role);
  if (!column || !('codes' in column)) throw new Error(`No names were read as ${role}`)
  return column
}

/** Some of the rows, in the order given. */
function selectRows(rows      , chosen             )       {
  const columns = rows.columns.entries().map(([role, column]) => [role, selected(column, chosen)]         );
  return { n: chosen.length, columns: new Map(columns) }
}

function selected(column              , chosen             )               {
  if ('numbers' in column) {
    const { numbers } = column;
    const some = new Float64Array(chosen.length);
    for (let i = 0; i < chosen.length; i++) some[i] = numbers[chosen[i] ?? 0] ?? Number.NaN;
    return { numbers: some }
  }
  const { codes, names } = column;
  const some = new Uint32Array(chosen.length);
  for (let i = 0; i < chosen.length; i++) some[i] = codes[chosen[i] ?? 0] ?? 0;
  return { codes: some, names }
}

/** The point between `inside`, where the condition holds, and `outside`, where it does not, up to the last bit; the last point inside. */
function bisect$1(inside        , outside        , holds                            )         {
  let low = inside;
  let high = outside;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high || Number.isNaN(middle)) return low
    if (holds(middle)) low = middle;
    else high = middle;
  }
}

/**
 * Interval for a mean of values between 0 and 1 that rests on nothing but their bounds: the means θ with
 * n·KL(mean, θ) ≤ ln(2/α) (Hoeffding, JASA 58, 1963, theorem 1). A two-sample U-statistic, such as the area under the ROC
 * curve, takes n = min(m, n) (ibid., section 5). At a mean of 0 or 1 the inner ends are Clopper and Pearson's.
 */
function chernoffHoeffding(mean        , n        , level        )                   {
  const alpha = 1 - level;
  const reach = Math.log(2 / alpha) / n;
  if (mean <= 0) return [0, -Math.expm1(-reach)]
  if (mean >= 1) return [Math.exp(-reach), 1]
  const plausible = (theta        ) => divergence(mean, theta) <= reach;
  return [bisect$1(mean, 0, plausible), bisect$1(mean, 1, plausible)]
}

/** Kullback–Leibler divergence of two Bernoulli distributions, in nats. */
const divergence = (p        , q        ) => p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));

/** Rows that a variance must at least rest on; with fewer, exact bounds take the place of the normal approximation. */
const ENOUGH = 10;

/** Whether at least ten values differ from the most frequent one. */
const isSpread = (values              )          =>
  // A value that all but nine share is among the first ten.
  values.length >= ENOUGH && values.subarray(0, ENOUGH).every(candidate => enoughDiffer(values, candidate));

function enoughDiffer(values              , candidate        )          {
  let others = 0;
  for (const value of values) if (value !== candidate && ++others === ENOUGH) return true
  return false
}

/** Rows by predicted and true class. */
                            
                     
                     
                     
                     
 

/** Counts with a row predicted positive where its score is at least the threshold. */
function confusionOf({ positives, negatives }        , threshold        )            {
  const tp = atLeast(positives, threshold);
  const fp = atLeast(negatives, threshold);
  return { tp, fp, fn: positives.length - tp, tn: negatives.length - fp }
}

function atLeast(scores              , threshold        )         {
  let count = 0;
  for (const score of scores) if (score >= threshold) count++;
  return count
}

const known$2 = new WeakMap                            ();

/** The values from the lowest to the highest; sorted once, whoever asks. */
function ascending$1(values              )               {
  const found = known$2.get(values) ?? values.toSorted();
  known$2.set(values, found);
  return found
}

/** Buckets that narrow the search among many values. */
const MOST_BUCKETS = 1 << 16;

/**
 * For each score, how many of the ascending values are below it plus how many are at most it: twice its midrank among them.
 * By bisection within the bucket of equal width that the score falls into, so that ten million scores take about a second.
 */
function midranksAmong(sorted              , scores              )               {
  const n = sorted.length;
  const least = sorted[0] ?? 0;
  const width = (sorted[n - 1] ?? 0) - least;
  const buckets = Math.min(MOST_BUCKETS, n);
  const perUnit = width > 0 && width < Infinity ? buckets / width : 0;
  const last = buckets - 1;
  // Not falling in the score, rounding included: values in lower buckets are lower, those in higher ones higher.
  const bucketOf = (score        ) => {
    const bucket = (score - least) * perUnit;
    return bucket >= last ? last : bucket > 0 ? Math.floor(bucket) : 0
  };
  const starts = startsOf(sorted, buckets, bucketOf);
  const midranks = new Float64Array(scores.length);
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? Number.NaN;
    const bucket = bucketOf(score);
    let low = starts[bucket] ?? 0;
    let high = starts[bucket + 1] ?? n;
    const end = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? Number.NaN) < score) low = middle + 1;
      else high = middle;
    }
    const below = low;
    high = sorted[low] === score ? end : low;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? Number.NaN) <= score) low = middle + 1;
      else high = middle;
    }
    midranks[row] = below + low;
  }
  return midranks
}

/** The place of the first value in each bucket or a later one, and the end. */
function startsOf(sorted              , buckets        , bucketOf                           )              {
  const starts = new Uint32Array(buckets + 1);
  let next = 0;
  for (let place = 0; place < sorted.length; place++) {
    const bucket = bucketOf(sorted[place] ?? Number.NaN);
    while (next <= bucket) starts[next++] = place;
  }
  while (next <= buckets) starts[next++] = sorted.length;
  return starts
}

/**
 * Twice the number of rows of the other class that a row is ordered rightly against, a tie counting half: whole
 * numbers, so that sums and equalities are exact. Divided by 2n (positives) and 2m (negatives) they are the placement
 * values of DeLong, DeLong & Clarke-Pearson (1988), for m positives and n negatives.
 */
                             
                                  
                                  
 

/** Placements in O((m + n) log(m + n)): each row's midrank among the other class. */
function placementsOf({ positives, negatives }        )             {
  const ofNegatives = midranksAmong(ascending$1(positives), negatives);
  for (let row = 0; row < ofNegatives.length; row++) ofNegatives[row] = 2 * positives.length - (ofNegatives[row] ?? 0);
  return { positives: midranksAmong(ascending$1(negatives), positives), negatives: ofNegatives }
}

/** Placements in the order of the scores, not of the rows: all that one model alone is asked for, and quicker. */
function placementsInOrder({ positives, negatives }        )             {
  const ones = ascending$1(positives);
  const others = ascending$1(negatives);
  const ofNegatives = midranksInOrder(ones, others);
  for (let row = 0; row < ofNegatives.length; row++) ofNegatives[row] = 2 * positives.length - (ofNegatives[row] ?? 0);
  return { positives: midranksInOrder(others, ones), negatives: ofNegatives }
}

/** For each of the ascending scores, how many of the ascending values are below it plus how many are at most it. */
function midranksInOrder(sorted              , scores              )               {
  const midranks = new Float64Array(scores.length);
  let [below, atMost] = [0, 0];
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? Number.NaN;
    while (below < sorted.length && (sorted[below] ?? Number.NaN) < score) below++;
    if (atMost < below) atMost = below;
    while (atMost < sorted.length && (sorted[atMost] ?? Number.NaN) <= score) atMost++;
    midranks[i] = below + atMost;
  }
  return midranks
}

/** What some metrics are asked with. */
                                                                       

/** A model on the hold-out: its scores and what every metric is computed from. Rows are the positives', then the negatives'. */
                                                           
                                                                             
                            
                               
                                 
 

function evaluate(scores        , threshold        , { beta, top, costs }        = USUAL)             {
  let placements;                        
  return {
    ...scores,
    n: scores.positives.length + scores.negatives.length,
    threshold,
    confusion: confusionOf(scores, threshold),
    // Only a comparison of two models asks for them.
    get placements() {
      placements ??= placementsOf(scores);
      return placements
    },
    beta,
    top,
    ...(costs ? { costs } : {}),
  }
}

/** The same model, asked with something else. */
const askedWith = (model            , asked                )             => {
  const { positives, negatives, n, threshold, confusion, beta, top, costs } = model;
  return {
    positives,
    negatives,
    n,
    threshold,
    confusion,
    get placements() {
      return model.placements
    },
    beta,
    top,
    ...(costs ? { costs } : {}),
    ...asked,
  }
};

const USUAL        = { beta: 2, top: 0.1 };

const defineBinaryMetric =                               (metric   )    => metric;

/** The loss of every row: the positives', then the negatives'. */
function rowLosses(
  { positives, negatives }        ,
  ofPositive                           ,
  ofNegative                           ,
)               {
  const losses = new Float64Array(positives.length + negatives.length);
  losses.set(positives.map(ofPositive));
  losses.set(negatives.map(ofNegative), positives.length);
  return losses
}

/**
 * Score interval for the difference of two paired proportions, (gained − lost) / n, where `gained` pairs are right only
 * with the first and `lost` only with the second (Tango, Statistics in Medicine 17, 1998). Keeps its width when no pair
 * differs: then it is ±z²/(n + z²).
 */
function tango(gained        , lost        , n        , level        )                   {
  const estimate = (gained - lost) / n;
  const z = normal.isf((1 - level) / 2);
  const plausible = (difference        ) => Math.abs(score(gained, lost, n, difference)) <= z;
  return [bisect$1(estimate, -1, plausible), bisect$1(estimate, 1, plausible)]
}

/** Score statistic against the true difference `delta`, with the second discordant proportion's constrained maximum-likelihood estimate. */
function score(gained        , lost        , n        , delta        )         {
  const distance = gained - lost - n * delta;
  if (distance === 0) return 0
  const a = 2 * n;
  const b = (2 * n - gained + lost) * delta - gained - lost;
  const c = -lost * delta * (1 - delta);
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  // One root, in the form that does not cancel.
  const q = b <= 0 ? (root - b) / (2 * a) : (-2 * c) / (root + b);
  return distance / Math.sqrt(n * (2 * q + delta * (1 - delta)))
}

/** Rows in all, rows that only the challenger has right, and rows that only the champion has right. */
                             
                    
                         
                       
 

/** Rows where one model's scores reach the threshold and the other's do not; `right` says which side is the right one. */
function pairedHits(
  challenger              ,
  champion              ,
  threshold        ,
  right                   ,
)             {
  let onlyChallenger = 0;
  let onlyChampion = 0;
  challenger.forEach((score, row) => {
    const above = score >= threshold;
    const championAbove = (champion[row] ?? Number.NaN) >= threshold;
    if (above && !championAbove) onlyChallenger++;
    if (!above && championAbove) onlyChampion++;
  });
  return right === 'above'
    ? { n: challenger.length, gained: onlyChallenger, lost: onlyChampion }
    : { n: challenger.length, gained: onlyChampion, lost: onlyChallenger }
}

/** Difference of two proportions on the same rows, challenger − champion. */
const pairedProportion = ({ n, gained, lost }            , level        )           => ({
  value: (gained - lost) / n,
  n,
  interval: tango(gained, lost, n, level),
  method: 'tango',
});

/** `hits` of `n` rows with the exact interval of Clopper & Pearson (1934). Needs at least one row. */
function proportion(hits        , n        , level        , method = 'clopper-pearson')           {
  const { lower, upper } = clopperPearson(hits, n, level);
  return { value: hits / n, n, interval: [lower, upper], method }
}

/** Share of rows whose class was predicted. */
const accuracy = defineBinaryMetric({
  id: 'accuracy',
  title: 'Accuracy',
  aliases: ['acc', 'accuracy-score'],
  better: 'higher',
  range: [0, 1],
  estimate: ({ confusion: { tp, fp, fn, tn } }, level) => proportion(tp + tn, tp + fp + fn + tn, level),
  form: ({ positives, negatives, threshold }) => ({
    kind: 'mean',
    values: rowLosses(
      { positives, negatives },
      score => (score >= threshold ? 1 : 0),
      score => (score >= threshold ? 0 : 1),
    ),
    bounds: [0, 1],
  }),
  compare(challenger, champion, level) {
    const positives = pairedHits(challenger.positives, champion.positives, challenger.threshold, 'above');
    const negatives = pairedHits(challenger.negatives, champion.negatives, challenger.threshold, 'below');
    return pairedProportion(
      {
        n: positives.n + negatives.n,
        gained: positives.gained + negatives.gained,
        lost: positives.lost + negatives.lost,
      },
      level,
    )
  },
});

/** How many of the ascending values are less than `bound`. */
const countBelow = (sorted              , bound        )         => bisect(sorted, value => value < bound);

/** How many of the ascending values are at most `bound`. */
const countAtMost = (sorted              , bound        )         => bisect(sorted, value => value <= bound);

function bisect(sorted              , belongs                            )         {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (belongs(sorted[middle] ?? Number.NaN)) low = middle + 1;
    else high = middle;
  }
  return low
}

/**
 * The area under the ROC curve and the influence of each row on it: its weight times how far its placement lies from the
 * area, over the weight of its class. Summed over clusters this gives the variance of Obuchowski, Biometrics 53 (1997); over
 * rows that of DeLong, up to m / (m − 1).
 */
function areaForm({ positives, negatives }        , weights               )                {
  const all = weights ?? new Float64Array(positives.length + negatives.length).fill(1);
  const ofPositives = all.subarray(0, positives.length);
  const ofNegatives = all.subarray(positives.length);
  const above = shareBelow(positives, negatives, ofNegatives);
  const below = shareBelow(negatives, positives, ofPositives).map(share => 1 - share);
  const value = weightedMean(above, ofPositives);
  const standing = new Float64Array(all.length);
  standing.set(above);
  standing.set(below, positives.length);
  const [one, other] = [total(ofPositives), total(ofNegatives)];
  return {
    kind: 'influence',
    value,
    influence: standing.map(
      (share, row) => ((all[row] ?? 1) * (share - value)) / (row < positives.length ? one : other),
    ),
    standing,
  }
}

const total = (values              ) => values.reduce((sum, value) => sum + value, 0);

const weightedMean = (values              , weights              ) =>
  total(values.map((value, i) => value * (weights[i] ?? 1))) / total(weights);

/** For each score, the weight of the others below it and half the weight of those level with it, over all their weight. */
function shareBelow(scores              , others              , weights              )               {
  const order = Uint32Array.from(others.keys()).sort((a, b) => (others[a] ?? 0) - (others[b] ?? 0));
  const sorted = Float64Array.from(order, row => others[row] ?? Number.NaN);
  const heaped = new Float64Array(order.length + 1);
  for (const [i, row] of order.entries()) heaped[i + 1] = (heaped[i] ?? 0) + (weights[row] ?? 1);
  const all = heaped.at(-1) ?? Number.NaN;
  return scores.map(
    score => ((heaped[countBelow(sorted, score)] ?? 0) + (heaped[countAtMost(sorted, score)] ?? 0)) / (2 * all),
  )
}

/** Mean, by a sum whose error does not grow with the number of values. */
const mean = (values              )         => sum(values) / values.length;

/** Unbiased sample variance; NaN for fewer than two values. */
function variance(values              )         {
  if (values.length < 2) return Number.NaN
  const centre = mean(values);
  return sum(values.map(value => (value - centre) ** 2)) / (values.length - 1)
}

/** How many rows a class has, and the unbiased variance of their placement values. */
                       
                       
                           
 

/** An area, or a difference of two on the same rows. */
                                 
                        
                                
                                                                                               
                     
                                                                             
 

/**
 * Area under the ROC curve and its standard error (DeLong, DeLong & Clarke-Pearson, Biometrics 44, 1988): the unbiased
 * variances of both classes' placement values over their numbers. Linear in the placements, so the differences of two
 * models' placements give the difference of their areas and its paired standard error. NaN error for a class of one row.
 */
function delong({ positives, negatives }            )                 {
  const m = positives.length;
  const n = negatives.length;
  return delongOf(sum(positives) / (2 * m * n), [
    { rows: m, variance: variance(positives) / (2 * n) ** 2 },
    { rows: n, variance: variance(negatives) / (2 * m) ** 2 },
  ])
}

/** The standard error of an area whose classes spread so. */
function delongOf(value        , classes                           )                 {
  const parts = classes.map(({ rows, variance: spread }) => ({ squared: spread / rows, df: rows - 1 }));
  const total = parts.reduce((so, { squared }) => so + squared, 0);
  return {
    value,
    standardError: Math.sqrt(total),
    df: total ** 2 / parts.reduce((so, { squared, df }) => so + squared ** 2 / df, 0),
    classes,
  }
}

/** Whether fewer than ten rows of a class are placed otherwise than the rest, so that DeLong's variance says nothing. */
const fewPlacedApart = ({ positives, negatives }            )          =>
  !isSpread(positives) || !isSpread(negatives);

/** Why an interval rests on the independent pairs alone. */
const FEW_PLACED_APART = 'min(m, n) pairs (fewer than 10 rows of a class are placed apart)';

/** Interval of an area that is Student's in ln(area / (1 − area)), by the delta method; the area is between 0 and 1. */
function logitInterval({ value, standardError, df }                , level        )                            {
  const logit = Math.log(value / (1 - value));
  const reach = (studentT(df).isf((1 - level) / 2) * standardError) / (value * (1 - value));
  return [areaAt(logit - reach), areaAt(logit + reach)]
}

const areaAt = (logit        ) => 1 / (1 + Math.exp(-logit));

/**
 * The estimate as if one more row of each class had been seen that the model tells nothing about, its placement value ½, as
 * Agresti & Coull (American Statistician 52, 1998) add rows to a share. Where a class has few rows, those that would lower
 * the area may be missing from the sample, and from its variance with them.
 */
function oneRowMore({ value, classes: [positives, negatives] }                )                 {
  const apart = 0.5 - value;
  const more = ({ rows, variance }                  ) => ({
    rows: rows + 1,
    variance: ((rows - 1) * variance + (apart ** 2 * rows) / (rows + 1)) / rows,
  });
  return delongOf(value + apart / (positives.rows + 1) + apart / (negatives.rows + 1), [
    more(positives),
    more(negatives),
  ])
}

/** The lower of the lower ends and the upper of the upper ends: it misses no more often, on either side, than the better of the two. */
const wider = (one                           , other                           )                            => [
  Math.min(one[0], other[0]),
  Math.max(one[1], other[1]),
];

/**
 * Area under the ROC curve with an interval in the logit from DeLong's variance: the wider, on either side, of that of the
 * rows and that of the rows and one more of each class that the model tells nothing about. Without that row a floor just
 * above the truth is passed two to six times as often as it may where positives are few (bench/coverage.ts). Where
 * fewer than ten rows of a class are placed otherwise than the rest (perfect separation, a constant score), the interval
 * rests on min(m, n) independent pairs alone: it never has zero width.
 */
function areaUnderCurve(scores            , level        )           {
  const placements = placementsInOrder(scores);
  const area = delong(placements);
  const { value, standardError, classes } = area;
  const [m, n] = [classes[0].rows, classes[1].rows];
  if (fewPlacedApart(placements))
    return {
      value,
      n: m + n,
      interval: chernoffHoeffding(value, Math.min(m, n), level),
      method: `chernoff-hoeffding on ${FEW_PLACED_APART}`,
    }
  const interval = wider(logitInterval(area, level), logitInterval(oneRowMore(area), level));
  return { value, n: m + n, standardError, interval, method: 'delong-logit with one more row of each class' }
}

/** Row by row, the first less the second. */
function differences(minuends              , subtrahends              )               {
  if (minuends.length !== subtrahends.length) throw new Error('Rows are not paired')
  return minuends.map((value, row) => value - (subtrahends[row] ?? Number.NaN))
}

/**
 * Pairs of a positive and a negative row that the challenger orders worse than the champion, as a share of all pairs: a
 * pair turned round counts 1, one that became or was a tie counts ½. Swap the models for the pairs ordered better. A
 * sweep over the champion's scores with a Fenwick tree over the challenger's, O((m + n) log(m + n)).
 */
function shareOrderedWorse(challenger        , champion        )         {
  const sorted = challenger.negatives.toSorted();
  const positives = ascending(champion.positives);
  const negatives = ascending(champion.negatives);
  const tree = new Float64Array(sorted.length + 1);
  let inserted = 0;
  let halves = 0;
  // A pair's cost in halves: [champion below, challenger at least] + [champion at most, challenger above].
  count((candidate, bound) => candidate < bound, countBelow);
  tree.fill(0);
  inserted = 0;
  count((candidate, bound) => candidate <= bound, countAtMost);
  return halves / (2 * positives.length * negatives.length)

  function count(belongs                                               , skip                   )       {
    for (const positive of positives) {
      const bound = champion.positives[positive] ?? Number.NaN;
      for (let row = negatives[inserted]; row !== undefined; row = negatives[++inserted]) {
        if (!belongs(champion.negatives[row] ?? Number.NaN, bound)) break
        insert(countBelow(sorted, challenger.negatives[row] ?? Number.NaN));
      }
      halves += inserted - insertedBelow(skip(sorted, challenger.positives[positive] ?? Number.NaN));
    }
  }

  function insert(rank        )       {
    for (let node = rank + 1; node < tree.length; node += node & -node) tree[node] = (tree[node] ?? 0) + 1;
  }

  function insertedBelow(rank        )         {
    let total = 0;
    for (let node = rank; node > 0; node -= node & -node) total += tree[node] ?? 0;
    return total
  }
}

/** Row numbers in the order of their scores. */
const ascending = (scores              )              =>
  Uint32Array.from(scores.keys()).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));

/**
 * Difference of two areas on the same rows, challenger − champion. Its interval is the wider, on either side, of DeLong's
 * paired one with Student's quantile and of the one recovered from both models' own intervals and their correlation (MOVER),
 * which knows that areas near 1 err downwards. Where the models order almost all rows alike, the interval bounds the pairs
 * ordered worse and the pairs ordered better apart, so that an identical challenger has one of ±(1 − (α/2)^(1/min(m, n))).
 */
function pairedAreaUnderCurve(challenger            , champion            , level        )           {
  const gains = {
    positives: differences(challenger.placements.positives, champion.placements.positives),
    negatives: differences(challenger.placements.negatives, champion.placements.negatives),
  };
  const gain = delong(gains);
  const { value, standardError, classes } = gain;
  const [m, n] = [classes[0].rows, classes[1].rows];
  if (fewPlacedApart(gains)) {
    const alike = Object.values(gains).every(values => values.every((difference        ) => difference === 0));
    const bound = (share        ) => chernoffHoeffding(share, Math.min(m, n), level)[1];
    const worse = alike ? 0 : shareOrderedWorse(challenger, champion);
    const better = alike ? 0 : shareOrderedWorse(champion, challenger);
    return {
      value,
      n: m + n,
      interval: [-bound(worse), bound(better)],
      method: `chernoff-hoeffding-paired on ${FEW_PLACED_APART}`,
    }
  }
  const reach = studentT(gain.df).isf((1 - level) / 2) * standardError;
  const recovered = recoveredInterval(challenger.placements, champion.placements, gain, level);
  const interval = wider([value - reach, value + reach], recovered);
  return { value, n: m + n, standardError, interval, method: 'delong-paired with mover' }
}

function recoveredInterval(
  challenger            ,
  champion            ,
  gain                ,
  level        ,
)                            {
  const [own, its] = [ownInterval(challenger, level), ownInterval(champion, level)];
  const errors = own.standardError * its.standardError;
  const shared = (own.standardError ** 2 + its.standardError ** 2 - gain.standardError ** 2) / 2;
  const { lower, upper } = mover(own, its, errors === 0 ? 0 : shared / errors);
  return [lower, upper]
}

function ownInterval(placements            , level        ) {
  const area = delong(placements);
  const { value, standardError, classes } = area;
  const [lower, upper] = fewPlacedApart(placements)
    ? chernoffHoeffding(value, Math.min(classes[0].rows, classes[1].rows), level)
    : logitInterval(area, level);
  return { value, standardError, lower, upper }
}

/** Area under the ROC curve: the chance that a positive row scores above a negative one, a tie counting half. */
const auc = defineBinaryMetric({
  id: 'auc',
  title: 'AUC',
  aliases: ['roc-auc', 'auroc', 'roc-auc-score', 'auc-roc'],
  better: 'higher',
  naive: 0.5,
  range: [0, 1],
  estimate: areaUnderCurve,
  compare: pairedAreaUnderCurve,
  form: areaForm,
  untested: true,
});

/** Weights of the positive and the negative rows whose scores are at least as high, after each different score; weights by place. */
function sweep(
  { positive, last }                                   ,
  weights              ,
  visit                                                ,
)       {
  let [positives, negatives] = [0, 0];
  for (let place = 0; place < weights.length; place++) {
    const weight = weights[place] ?? 0;
    if (positive[place]) positives += weight;
    else negatives += weight;
    if (last[place]) visit(positives, negatives);
  }
}

/** Weights of all positive and of all negative rows. */
function sweptTotals({ positive }                          , weights              )                   {
  let [positives, negatives] = [0, 0];
  for (let place = 0; place < weights.length; place++) {
    const weight = weights[place] ?? 0;
    if (positive[place]) positives += weight;
    else negatives += weight;
  }
  return [positives, negatives]
}

/** The precision at every score, each weighing the recall that it adds; NaN where no row is positive. Weights by place. */
function averagePrecisionOfSweep(rows        , weights              )         {
  let [area, before] = [0, 0];
  sweep(rows, weights, (positives, negatives) => {
    if (positives > before) area += ((positives - before) * positives) / (positives + negatives);
    before = positives;
  });
  return area / before
}

/** Why there is no value, as a clause: `no row was predicted positive`. */
                      
                      
                                                                   
                         
 

/** The gap of a metric that needs a setting which is not given. */
const unset = (setting        )      => ({ gap: `'certify.${setting}' is not set`, unasked: true });

/** Whether there is a reason instead of a value. */
const isGap = (found        )               => 'gap' in found;

/** A metric of all rows at once. */
                                                                                        
                                                                                               
                                  
 

/** A metric whose interval is found by drawing the rows again: a resample is the same rows with other weights. */
function resampledMetric                  ({ ordered, ...info }              )            {
  // To sort the rows takes longest: once for a model, not for its value, its interval and its comparison.
  const known = new WeakMap                  ();
  const once = (model   ) => {
    const found = known.get(model) ?? ordered(model);
    known.set(model, found);
    return found
  };
  return {
    ...info,
    estimate(model) {
      const { n } = model;
      const found = once(model);
      if (isGap(found)) return { value: null, n: 0, ...found }
      const number = found.plain?.() ?? found.value(found.orders.map(({ length }) => new Float64Array(length).fill(1)));
      return Number.isNaN(number) ? { value: null, n, gap: 'it is undefined on these rows' } : { value: number, n }
    },
    form(model) {
      const found = once(model);
      if (isGap(found)) return found
      const { orders, value, of } = found;
      return { kind: 'weighted', rows: model.n, orders, value, ...(of ? { of } : {}) }
    },
  }
}

/** What of a ranking says nothing of which row stands where: all that rows which count alike need. */
                                                             

const known$1 = new WeakMap                       ();

/** The classes of the rows by score, by merging those of each class; of one score the positives come first. */
function rankedClasses(of        )                {
  const found = known$1.get(of) ?? merged(of);
  known$1.set(of, found);
  return found
}

function merged({ positives, negatives }        )                {
  const [ones, others] = [ascending$1(positives), ascending$1(negatives)];
  const n = ones.length + others.length;
  const [positive, last] = [new Uint8Array(n), new Uint8Array(n)];
  let [i, j] = [ones.length - 1, others.length - 1];
  let place = 0;
  while (place < n) {
    const [one, other] = [ones[i] ?? Number.NEGATIVE_INFINITY, others[j] ?? Number.NEGATIVE_INFINITY];
    const score = i >= 0 && (j < 0 || one >= other) ? one : other;
    for (; i >= 0 && ones[i] === score; i--) positive[place++] = 1;
    for (; j >= 0 && others[j] === score; j--) place++;
    last[place - 1] = 1;
  }
  return { positive, last }
}

/** Rows from the highest score to the lowest. */
                         
                             
                                               
                               
                                                                          
                           
 

/** From the scores, and whether each row is positive. Rows of one score stay in order. */
function ranked(scores              , isPositive                          )         {
  const n = scores.length;
  const turned = scores.map(score => -score);
  // Twice the midrank tells the scores apart: rows of one score are counted, and placed after all of those before.
  const ranks = midranksAmong(turned.toSorted(), turned);
  const counts = new Uint32Array(2 * n + 1);
  for (let row = 0; row < n; row++) counts[ranks[row] ?? 0] = (counts[ranks[row] ?? 0] ?? 0) + 1;
  let placed = 0;
  for (let rank = 0; rank < counts.length; rank++) {
    const own = counts[rank] ?? 0;
    counts[rank] = placed;
    placed += own;
  }
  const order = new Uint32Array(n);
  for (let row = 0; row < n; row++) {
    const rank = ranks[row] ?? 0;
    const place = counts[rank] ?? 0;
    order[place] = row;
    counts[rank] = place + 1;
  }
  const [positive, last] = [new Uint8Array(n), new Uint8Array(n)];
  for (let place = 0; place < n; place++) {
    const row = order[place] ?? 0;
    if (isPositive(row)) positive[place] = 1;
    if (place + 1 === n || scores[order[place + 1] ?? 0] !== scores[row]) last[place] = 1;
  }
  return { order, positive, last }
}

/** Several metrics ask for the order of the same rows, and again for their intervals. */
const known = new WeakMap                ();

/** The rows of both classes by score, the positives' numbers first. */
function rankedScores(of        )         {
  const found = known.get(of) ?? ranking(of);
  known.set(of, found);
  return found
}

function ranking({ positives, negatives }        )         {
  const scores = new Float64Array(positives.length + negatives.length);
  scores.set(positives);
  scores.set(negatives, positives.length);
  return ranked(scores, row => row < positives.length)
}

/** A metric of two classes that depends on the order of the scores. */
const sweepMetric = ({ value, ...info }         ) =>
  resampledMetric            ({
    ...info,
    ordered: model => ({
      // Which row stands where takes longest to tell, and is asked only where rows count differently.
      get orders() {
        return [rankedScores(model).order]
      },
      value: ([weights = NONE]) => value(rankedScores(model), weights, model),
      plain: () => value(rankedClasses(model), new Float64Array(model.n).fill(1), model),
      of(some) {
        const rows = rankedScores(someOf(model, some));
        const ofSome = ([weights = NONE]                         ) => value(rows, weights, model);
        return { kind: 'weighted', rows: some.length, orders: [rows.order], value: ofSome }
      },
    }),
  });

/** Scores of some of the rows: ascending numbers, the positives' before the negatives'. */
function someOf({ positives, negatives }        , some             )         {
  const first = some.findIndex(row => row >= positives.length);
  const ones = first === -1 ? some.length : first;
  return {
    positives: Float64Array.from(some.subarray(0, ones), row => positives[row] ?? Number.NaN),
    negatives: Float64Array.from(some.subarray(ones), row => negatives[row - positives.length] ?? Number.NaN),
  }
}

const NONE = new Float64Array();

/** Area under the curve of precision over recall: the precision at every score, each weighing the recall that it adds. */
const averagePrecision = sweepMetric({
  id: 'average-precision',
  title: 'Average precision',
  aliases: ['pr-auc', 'auprc', 'average-precision-score', 'ap'],
  better: 'higher',
  range: [0, 1],
  value: averagePrecisionOfSweep,
});

/** A metric of two classes as a function of the confusion counts; the positives' rows come first. */
function confusionForm(
  { positives, negatives, threshold }            ,
  value                                  ,
)           {
  const codes = new Uint8Array(positives.length + negatives.length);
  for (let row = 0; row < positives.length; row++) codes[row] = (positives[row] ?? 0) >= threshold ? TP : FN;
  for (let row = 0; row < negatives.length; row++)
    codes[positives.length + row] = (negatives[row] ?? 0) >= threshold ? FP : TN;
  return {
    kind: 'cells',
    codes,
    truths: 2,
    outcomes: 2,
    value: cells => value({ tn: cells[TN] ?? 0, fp: cells[FP] ?? 0, fn: cells[FN] ?? 0, tp: cells[TP] ?? 0 }),
  }
}

/** Truth × 2 + outcome. */
const [TN, FP, FN, TP] = [0, 1, 2, 3];

/**
 * The mean of two quantities that rest on different rows: each end lies as far from the mean as the hypotenuse of both
 * quantities' halved distances (Zou and Donner 2008, MOVER; Newcombe 1998 for proportions). No interval without both.
 */
function meanOfTwo(first          , second          )           {
  const value = ((first.value ?? Number.NaN) + (second.value ?? Number.NaN)) / 2;
  const n = first.n + second.n;
  if (!first.interval || !second.interval || first.value === null || second.value === null)
    return {
      value: Number.isNaN(value) ? null : value,
      n,
      gap: first.gap ?? second.gap ?? 'one of its halves has none',
    }
  const lower = Math.hypot(first.value - first.interval[0], second.value - second.interval[0]) / 2;
  const upper = Math.hypot(first.interval[1] - first.value, second.interval[1] - second.value) / 2;
  return { value, n, interval: [value - lower, value + upper], method: `mover of ${first.method}` }
}

/** Mean of recall and specificity. */
const balancedAccuracy = defineBinaryMetric({
  id: 'balanced-accuracy',
  title: 'Balanced accuracy',
  aliases: ['balanced-acc', 'bacc', 'balanced-accuracy-score'],
  better: 'higher',
  range: [0, 1],
  estimate({ confusion: { tp, fp, fn, tn } }, level) {
    // Recall and specificity rest on different rows, so they are independent: each end of both holds with √(1 − α/2).
    const each = 2 * Math.sqrt((1 + level) / 2) - 1;
    const recall = proportion(tp, tp + fn, each);
    const specificity = proportion(tn, tn + fp, each);
    const half = (a = 0, b = 0) => (a + b) / 2;
    return {
      value: half(tp / (tp + fn), tn / (tn + fp)),
      n: tp + fp + fn + tn,
      interval: [
        half(recall.interval?.[0], specificity.interval?.[0]),
        half(recall.interval?.[1], specificity.interval?.[1]),
      ],
      method: 'clopper-pearson of recall and specificity (Šidák)',
    }
  },
  compare(challenger, champion, level) {
    const ofClass = (side                           , right                   ) =>
      pairedProportion(pairedHits(challenger[side], champion[side], challenger.threshold, right), level);
    return meanOfTwo(ofClass('positives', 'above'), ofClass('negatives', 'below'))
  },
  form: model => confusionForm(model, ({ tp, fp, fn, tn }) => (tp / (tp + fn) + tn / (tn + fp)) / 2),
});

/**
 * Mean of row losses between 0 and `greatest`, with Student's interval; where fewer than ten rows differ from the rest the
 * variance says nothing, and the interval rests on the bounds alone.
 */
function meanLoss(losses              , greatest        , level        )           {
  const n = losses.length;
  const value = mean(losses);
  if (isSpread(losses)) return { value, n, ...student(losses, value, level), method: 'student-t' }
  const [lower, upper] = chernoffHoeffding(value / greatest, n, level);
  return {
    value,
    n,
    interval: [lower * greatest, upper * greatest],
    method: 'chernoff-hoeffding (fewer than 10 rows differ from the rest)',
  }
}

/** How much lower the challenger's mean loss is than the champion's, row by row; the fallback bounds gains and losses apart. */
function pairedMeanLoss(
  challenger              ,
  champion              ,
  greatest        ,
  level        ,
)           {
  const gains = differences(champion, challenger);
  const n = gains.length;
  const value = mean(gains);
  if (isSpread(gains)) return { value, n, ...student(gains, value, level), method: 'student-t-paired' }
  const gained = mean(gains.map(gain => Math.max(gain, 0))) / greatest;
  const lost = mean(gains.map(gain => Math.max(-gain, 0))) / greatest;
  return {
    value,
    n,
    interval: [-greatest * chernoffHoeffding(lost, n, level)[1], greatest * chernoffHoeffding(gained, n, level)[1]],
    method: 'chernoff-hoeffding-paired (fewer than 10 rows differ from the rest)',
  }
}

function student(values              , centre        , level        ) {
  const standardError = Math.sqrt(variance(values) / values.length);
  const reach = studentT(values.length - 1).isf((1 - level) / 2) * standardError;
  return { standardError, interval: [centre - reach, centre + reach]          }
}

/** Mean squared distance between the score and the true class, 0 or 1 (Brier 1950). */
const brier = defineBinaryMetric({
  id: 'brier',
  title: 'Brier score',
  aliases: ['brier-score', 'brier-score-loss', 'brier-loss'],
  better: 'lower',
  range: [0, 1],
  estimate: (model, level) => meanLoss(losses$1(model), 1, level),
  form: model => ({ kind: 'mean', values: losses$1(model), bounds: [0, 1] }),
  compare: (challenger, champion, level) => pairedMeanLoss(losses$1(challenger), losses$1(champion), 1, level),
});

const losses$1 = (model            ) =>
  rowLosses(
    model,
    score => (1 - score) ** 2,
    score => score ** 2,
  );

/** A metric that is a function of sums over the rows, such as Σ e² and Σ y². */
                                                       
                                                                  
                                                  
                             
                                  
 

/** A metric whose interval is found by drawing the rows again. */
function sumMetric                  ({ columns, value, ...info }           )            {
  return {
    ...info,
    estimate(model) {
      const found = columns(model);
      if (isGap(found)) return { value: null, n: 0, ...found }
      const number = value(...found.map(sum));
      return Number.isNaN(number) ? { value: null, n: model.n, gap: UNDEFINED } : { value: number, n: model.n }
    },
    form(model) {
      const found = columns(model);
      return isGap(found) ? found : { kind: 'sums', columns: found, value: sums => value(...Array.from(sums)) }
    },
  }
}

const UNDEFINED = 'it is undefined on these rows';

/** 1 − Brier score over that of predicting the share of positive rows for every row: 0 where the scores say no more than that. */
const brierSkill = sumMetric            ({
  id: 'brier-skill',
  title: 'Brier skill',
  aliases: ['brier-skill-score', 'bss'],
  better: 'higher',
  range: [Number.NEGATIVE_INFINITY, 1],
  columns: model => [
    new Float64Array(model.n).fill(1),
    new Float64Array(model.n).fill(1, 0, model.positives.length),
    rowLosses(
      model,
      score => (1 - score) ** 2,
      score => score ** 2,
    ),
  ],
  value(rows = 0, positives = 0, losses = 0) {
    const share = positives / rows;
    return share > 0 && share < 1 ? 1 - losses / rows / (share * (1 - share)) : Number.NaN
  },
});

/** Mean of costs between bounds, of which the lower need not be 0. */
function meanCost(
  { values, bounds: [least, greatest] }                                                             ,
  level        ,
)           {
  const { value, interval, ...estimate } = meanLoss(
    values.map(cost => cost - least),
    greatest - least,
    level,
  );
  return {
    ...estimate,
    value: value === null ? null : value + least,
    ...(interval ? { interval: [interval[0] + least, interval[1] + least] } : {}),
  }
}

/** What each row costs, by its true and its predicted class, and what it could; undefined where no costs are given. */
function rowCosts({
  positives,
  negatives,
  threshold,
  costs,
}            )                                                                          {
  if (!costs) return undefined
  const all = Object.values(costs);
  return {
    values: rowLosses(
      { positives, negatives },
      score => costs[score >= threshold ? 'true-positive' : 'false-negative'],
      score => costs[score >= threshold ? 'false-positive' : 'true-negative'],
    ),
    bounds: [Math.min(...all), Math.max(...all)],
  }
}

/** Mean of what the rows cost, by the costs of the settings. */
const expectedCost = defineBinaryMetric({
  id: 'expected-cost',
  title: 'Expected cost',
  aliases: ['cost', 'mean-cost'],
  better: 'lower',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  estimate(model, level) {
    const costs = rowCosts(model);
    if (!costs) return { value: null, n: 0, ...unset('costs') }
    return meanCost(costs, level)
  },
  compare(challenger, champion, level) {
    const [own, its] = [rowCosts(challenger), rowCosts(champion)];
    if (!own || !its) return { value: null, n: 0, ...unset('costs') }
    return pairedMeanLoss(own.values, its.values, own.bounds[1] - own.bounds[0], level)
  },
  form(model) {
    const costs = rowCosts(model);
    return costs ? { kind: 'mean', ...costs } : unset('costs')
  },
});

/** A metric of two classes that is a function of the confusion counts, its interval found by drawing the rows again. */
const confusionMetric = ({ value, ...info }             )                     => ({
  ...info,
  estimate(model) {
    const number = value(model.confusion, model);
    return Number.isNaN(number)
      ? { value: null, n: model.n, gap: 'all rows were predicted to be of one class' }
      : { value: number, n: model.n }
  },
  form: model => confusionForm(model, confusion => value(confusion, model)),
});

/** Mean of precision and recall in which recall counts beta times as much. */
const fBeta = confusionMetric({
  id: 'f-beta',
  title: 'F-beta',
  aliases: ['fbeta', 'fbeta-score', 'f-beta-score'],
  better: 'higher',
  range: [0, 1],
  parameter: {
    expected: 'a beta above 0 and at most 100',
    accepts: beta => beta > 0 && beta <= 100,
    // F1 is a metric of its own.
    written: /f[-_]?(?!1(?![\d.]))(\d+(?:\.\d+)?)(?:[-_\s]*score)?(?![\w.])/iy,
    named: beta => ({ id: `f${beta}`, title: `F${beta}` }),
    with: (model, beta) => askedWith(model, { beta }),
  },
  value({ tp, fp, fn }, { beta }) {
    const own = (1 + beta ** 2) * tp;
    return own / (own + beta ** 2 * fn + fp)
  },
});

/** F1 as a function of J = TP / (TP + FP + FN), the share of true positives among all rows but true negatives. */
const ofJaccard = (j        ) => (2 * j) / (1 + j);

/** Harmonic mean of precision and recall. */
const f1 = defineBinaryMetric({
  id: 'f1',
  title: 'F1',
  aliases: ['f1-score', 'f-1', 'f-score', 'f-measure'],
  better: 'higher',
  range: [0, 1],
  estimate({ confusion: { tp, fp, fn } }, level) {
    const n = tp + fp + fn;
    const { lower, upper } = clopperPearson(tp, n, level);
    return {
      value: ofJaccard(tp / n),
      n,
      interval: [ofJaccard(lower), ofJaccard(upper)],
      method: 'clopper-pearson on J = TP/(TP+FP+FN) (given TP+FP+FN), as F1 = 2J/(1+J)',
    }
  },
  form: model => confusionForm(model, ({ tp, fp, fn }) => (2 * tp) / (2 * tp + fp + fn)),
});

/** Share of the positive rows that were predicted negative. */
const falseNegativeRate = defineBinaryMetric({
  id: 'false-negative-rate',
  title: 'False negative rate',
  aliases: ['fnr', 'miss-rate'],
  better: 'lower',
  range: [0, 1],
  estimate: ({ confusion: { tp, fn } }, level) => proportion(fn, tp + fn, level),
  form: ({ positives, threshold }) => ({
    kind: 'mean',
    values: positives.map(score => (score >= threshold ? 0 : 1)),
    bounds: [0, 1],
  }),
  compare: (challenger, champion, level) =>
    pairedProportion(pairedHits(challenger.positives, champion.positives, challenger.threshold, 'above'), level),
});

/** Share of the negative rows that were predicted positive. */
const falsePositiveRate = defineBinaryMetric({
  id: 'false-positive-rate',
  title: 'False positive rate',
  aliases: ['fpr', 'fall-out', 'false-alarm-rate'],
  better: 'lower',
  range: [0, 1],
  estimate: ({ confusion: { tn, fp } }, level) => proportion(fp, tn + fp, level),
  form: ({ positives, negatives, threshold }) => ({
    kind: 'mean',
    values: negatives.map(score => (score >= threshold ? 1 : 0)),
    start: positives.length,
    bounds: [0, 1],
  }),
  compare: (challenger, champion, level) =>
    pairedProportion(pairedHits(challenger.negatives, champion.negatives, challenger.threshold, 'below'), level),
});

/** 2 AUC − 1: how much more often a positive row scores above a negative one than below it. */
const gini = defineBinaryMetric({
  id: 'gini',
  title: 'Gini',
  aliases: ['gini-coefficient', 'accuracy-ratio', 'somers-d'],
  better: 'higher',
  range: [-1, 1],
  estimate: (model, level) => twice(areaUnderCurve(model, level), 1),
  compare: (challenger, champion, level) => twice(pairedAreaUnderCurve(challenger, champion, level), 0),
  untested: true,
  form(model, weights) {
    const { value, influence, ...form } = areaForm(model, weights);
    return { ...form, value: 2 * value - 1, influence: influence.map(one => 2 * one) }
  },
});

/** Twice an estimate, less a constant. */
const twice = ({ value, interval, standardError, ...estimate }          , less        )           => ({
  ...estimate,
  value: value === null ? null : 2 * value - less,
  ...(interval ? { interval: [2 * interval[0] - less, 2 * interval[1] - less] } : {}),
  ...(standardError === undefined ? {} : { standardError: 2 * standardError }),
});

/** By class: rightly predicted, predicted, true; and over all classes. */
                              
                             
                                  
                              
                          
                      
 

function classTotals({ classes, cells }             )              {
  const hits = new Float64Array(classes);
  const predicted = new Float64Array(classes);
  const truth = new Float64Array(classes);
  let [all, allHits] = [0, 0];
  for (let row = 0; row < classes; row++) {
    for (let column = 0; column < classes; column++) {
      const cell = cells[row * classes + column] ?? 0;
      truth[row] = (truth[row] ?? 0) + cell;
      predicted[column] = (predicted[column] ?? 0) + cell;
      all += cell;
    }
    hits[row] = cells[row * classes + row] ?? 0;
    allHits += hits[row] ?? 0;
  }
  return { hits, predicted, truth, allHits, all }
}

/** Agreement beyond what the frequencies of the classes let expect (Cohen 1960); NaN where that is all. */
function kappa(matrix             )         {
  const { predicted, truth, allHits, all } = classTotals(matrix);
  let both = 0;
  for (const [i, own] of truth.entries()) both += own * (predicted[i] ?? 0);
  const chance = both / all;
  return all - chance > 0 ? (allHits - chance) / (all - chance) : Number.NaN
}

/** The confusion counts as a matrix of the negative and the positive class. */
const twoClassMatrix = ({ tp, fp, fn, tn }           )              => ({ classes: 2, cells: [tn, fp, fn, tp] });

/** Agreement of the true and the predicted classes beyond chance. */
const cohenKappa = confusionMetric({
  id: 'kappa',
  title: "Cohen's kappa",
  aliases: ['cohen-kappa', 'cohens-kappa', 'cohen-kappa-score'],
  better: 'higher',
  range: [-1, 1],
  value: confusion => kappa(twoClassMatrix(confusion)),
});

/** Largest distance between the distributions of the positives' and the negatives' scores (Kolmogorov–Smirnov). */
const ks = sweepMetric({
  id: 'ks',
  title: 'KS',
  aliases: ['ks-statistic', 'kolmogorov-smirnov'],
  better: 'higher',
  range: [0, 1],
  value(rows, weights) {
    const [ones, others] = sweptTotals(rows, weights);
    let most = 0;
    sweep(rows, weights, (positives, negatives) => {
      const distance = Math.abs(positives / ones - negatives / others);
      if (distance > most) most = distance;
    });
    return ones > 0 && others > 0 ? most : Number.NaN
  },
});

/** How many times as many positive rows there are among those with the highest scores as among all; of rows scored alike at the edge, each counts in part. */
const lift = sweepMetric({
  id: 'lift',
  title: 'Lift',
  aliases: ['lift-at-q', 'lift-at-top', 'top-lift'],
  better: 'higher',
  range: [0, Number.POSITIVE_INFINITY],
  parameter: {
    expected: 'a share of the rows above 0 and at most 1',
    accepts: top => top > 0 && top <= 1,
    named: top => ({ id: `lift-at-${top}`, title: `Lift@${top}` }),
    with: (model, top) => askedWith(model, { top }),
  },
  value(rows, weights, { top }) {
    const [ones, others] = sweptTotals(rows, weights);
    const seats = top * (ones + others);
    let [found, seated, before] = [0, 0, 0];
    sweep(rows, weights, (positives, negatives) => {
      const own = positives + negatives - seated;
      if (own > 0 && seated < seats) found += Math.min(1, (seats - seated) / own) * (positives - before);
      seated += own;
      before = positives;
    });
    return found / top / ones
  },
});

/** The loss of one row cannot exceed this: probabilities are clipped at the double's epsilon, as scikit-learn does. */
const GREATEST = -Math.log(Number.EPSILON);

/** Mean of −ln of the probability given to the true class, in nats. */
const logLoss = defineBinaryMetric({
  id: 'log-loss',
  title: 'Log loss',
  aliases: ['logloss', 'cross-entropy', 'neg-log-likelihood'],
  better: 'lower',
  range: [0, GREATEST],
  estimate: (model, level) => meanLoss(losses(model), GREATEST, level),
  form: model => ({ kind: 'mean', values: losses(model), bounds: [0, GREATEST] }),
  compare: (challenger, champion, level) => pairedMeanLoss(losses(challenger), losses(champion), GREATEST, level),
});

const losses = (model            ) => rowLosses(model, surprise, score => surprise(1 - score));

const surprise = (probability        ) => -Math.log(Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON));

/**
 * Correlation of the true and the predicted classes (Matthews 1975; of more than two classes Gorodkin 2004). NaN where all
 * rows are of one class or all predictions are the same, which scikit-learn calls 0.
 */
function matthews(matrix             )         {
  const { predicted, truth, allHits, all } = classTotals(matrix);
  let [both, squaresTrue, squaresPredicted] = [0, 0, 0];
  for (const [i, own] of truth.entries()) {
    const its = predicted[i] ?? 0;
    both += own * its;
    squaresTrue += own * own;
    squaresPredicted += its * its;
  }
  const spread = (all * all - squaresPredicted) * (all * all - squaresTrue);
  return spread > 0 ? (allHits * all - both) / Math.sqrt(spread) : Number.NaN
}

/** Matthews' correlation of the true and the predicted classes. */
const mcc = confusionMetric({
  id: 'mcc',
  title: 'MCC',
  aliases: ['matthews', 'matthews-corrcoef', 'matthews-correlation', 'phi'],
  better: 'higher',
  range: [-1, 1],
  value: confusion => matthews(twoClassMatrix(confusion)),
});

/** Share of the rows predicted positive that are positive. */
const precision = defineBinaryMetric({
  id: 'precision',
  title: 'Precision',
  aliases: ['ppv', 'positive-predictive-value', 'precision-score'],
  better: 'higher',
  range: [0, 1],
  estimate({ confusion: { tp, fp } }, level) {
    if (tp + fp === 0) return { value: null, n: 0, gap: 'no row was predicted positive' }
    return proportion(tp, tp + fp, level, 'clopper-pearson (given the number of rows predicted positive)')
  },
  form: model => confusionForm(model, ({ tp, fp }) => tp / (tp + fp)),
});

/** Share of the positive rows that were predicted positive. */
const recall = defineBinaryMetric({
  id: 'recall',
  title: 'Recall',
  aliases: ['sensitivity', 'tpr', 'true-positive-rate', 'recall-score'],
  better: 'higher',
  range: [0, 1],
  estimate: ({ confusion: { tp, fn } }, level) => proportion(tp, tp + fn, level),
  form: ({ positives, threshold }) => ({
    kind: 'mean',
    values: positives.map(score => (score >= threshold ? 1 : 0)),
    bounds: [0, 1],
  }),
  compare: (challenger, champion, level) =>
    pairedProportion(pairedHits(challenger.positives, champion.positives, challenger.threshold, 'above'), level),
});

/** Share of the negative rows that were predicted negative. */
const specificity = defineBinaryMetric({
  id: 'specificity',
  title: 'Specificity',
  aliases: ['tnr', 'true-negative-rate'],
  better: 'higher',
  range: [0, 1],
  estimate: ({ confusion: { tn, fp } }, level) => proportion(tn, tn + fp, level),
  form: ({ positives, negatives, threshold }) => ({
    kind: 'mean',
    values: negatives.map(score => (score >= threshold ? 0 : 1)),
    start: positives.length,
    bounds: [0, 1],
  }),
  compare: (challenger, champion, level) =>
    pairedProportion(pairedHits(challenger.negatives, champion.negatives, challenger.threshold, 'below'), level),
});

var metrics = /*#__PURE__*/Object.freeze({
  __proto__: null,
  accuracy: accuracy,
  auc: auc,
  averagePrecision: averagePrecision,
  balancedAccuracy: balancedAccuracy,
  brier: brier,
  brierSkill: brierSkill,
  cohenKappa: cohenKappa,
  expectedCost: expectedCost,
  f1: f1,
  fBeta: fBeta,
  falseNegativeRate: falseNegativeRate,
  falsePositiveRate: falsePositiveRate,
  gini: gini,
  ks: ks,
  lift: lift,
  logLoss: logLoss,
  mcc: mcc,
  precision: precision,
  recall: recall,
  specificity: specificity
});

export { chernoffHoeffding as A, rowOf as B, rankedClasses as C, variance as D, evaluate as E, metrics as F, placementsInOrder as G, delong as H, confusionOf as I, rowLosses as J, auc as K, accuracy as L, numbersOf as a, bisect$1 as b, namedRow as c, differences as d, classTotals as e, clusteredMean as f, isSpread as g, mean as h, isGap as i, pairedMeanLoss as j, proportion as k, locateChecks as l, mover as m, namesOf as n, meanLoss as o, pairedProportion as p, meanCost as q, kappa as r, selectRows as s, sweep as t, unset as u, resampledMetric as v, ranked as w, matthews as x, averagePrecisionOfSweep as y, sumMetric as z };
