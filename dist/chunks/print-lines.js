import { s as strictObject, d as array, a as string, b as boolean, _ as _enum, z as number, i as int, f as union, E as url, F as partialRecord, r as record, t as tuple, o as object, l as literal, U as UserError } from './validate.js';
import { E as isRate, T as SeriesKind, U as Card, W as TASK_IDS, G as GATES, X as Waiver, N as NAMESPACE, L as Sha256, Y as Measured, Z as Required, _ as Status, $ as Material, a0 as Verdict, F as readJson } from './context.js';
import { U as USUAL_LIMITS } from './sent-content.js';
import { r as requirePositive, p as probability, n as notNan, e as inverseUpper, af as lgamma, ag as incompleteBetaAtOdds, c as count, j as outsideEachEnd, v as binomial, h as normal, W as clopperPearson, t as gammainc, ah as betainc, ai as gammaincc, ab as datetime } from './overflow-files.js';
import { styleText } from 'node:util';

const mark = (description        ) => string().length(1).meta({ description });

/** How a CSV file is written that is not written as RFC 4180 has it. */
const Dialect = strictObject({
    delimiter: mark('Between cells').default(','),
    quote: string().max(1).default('"').meta({ description: "Around cells; '' for none" }),
    escape: mark('Before a quote that belongs to the cell; the quote itself unless given').optional(),
    comment: string().min(1).optional().meta({ description: 'Lines that begin so are left out' }),
    decimal: mark('Before the decimals of a number').default('.'),
    thousands: mark('Between groups of three digits').optional(),
    encoding: _enum([
        'utf-8',
        'utf-16le',
        'utf-16be',
        'windows-1250',
        'windows-1251',
        'windows-1252',
        'iso-8859-2',
        'iso-8859-15',
        'shift_jis',
        'gb18030',
      ])
      .default('utf-8')
      .meta({ description: 'Encoding of the text' }),
    header: boolean().default(true).meta({ description: 'Whether the first line names the columns' }),
    columns: array(string().min(1))
      .min(1)
      .optional()
      .meta({ description: 'Names of the columns, instead of the first line' }),
    nulls: array(string()).default([]).meta({ description: 'Cells that stand for null, beside the empty one' }),
  })
  .meta({ description: 'How a CSV file is written' });
                                             

/** The dialect declared for a file: that of the first pattern that is its path, `*` standing for any part of a name. */
function dialectFor(dialects                                               , path        )                      {
  const found = Object.entries(dialects ?? {}).find(([pattern]) => patternOf(pattern).test(path));
  return found?.[1]
}

const patternOf = (pattern        )         =>
  new RegExp(
    `^${pattern
      .replace(/[\\^$.+?()[\]{}|]/g, '\\$&')
      .replaceAll('**', '\0')
      .replaceAll('*', '[^/]*')
      .replaceAll('\0', '.*')}$`,
  );

const path$2 = (description        ) => string().min(1).max(4096).meta({ description, path: true });

/** What the settings of model-certify name beside the predictions: slices, groups and how the model behaves. */
const CERTIFY_BEHAVIOUR = {
  attributes: path$2(
    'Table with the columns of slices and groups, by the same id: a CSV file. The predictions unless given',
  ).optional(),
  slices: array(string().min(1)).min(1).optional().meta({
    description: 'Columns whose every value is shown as a slice, and searched for weak segments',
  }),
  groups: array(string().min(1)).min(1).optional().meta({
    description: 'Columns whose groups are compared for fairness, e.g. "sex" or "sex and age-band"',
  }),
  train: path$2('Predictions on the rows that the model was trained on: a CSV file with the same columns').optional(),
  repeat: path$2(
    'Predictions of the same model on the same rows once more, which must be the same: a CSV file',
  ).optional(),
  perturbed: array(string().min(1).max(4096).meta({ path: true }))
    .min(1)
    .optional()
    .meta({ description: 'Predictions on the same rows with their inputs disturbed: CSV files' }),
  favourable: string().min(1).optional().meta({
    description: "Class that it is to a person's advantage to be predicted. Default: the positive class",
  }),
};

const column$2 = (description        ) => string().min(1).meta({ description });
const cost = (description        ) => number().default(0).meta({ description });

/** What the settings of model-certify name for some kinds of prediction. */
const CERTIFY_BY_TASK = {
  predicted: column$2(
    "Column that holds the model's class, number or answer. Default: the most probable class (multiclass), predicted (regression, forecasting)",
  ).optional(),
  probabilities: array(string().min(1)).min(1).optional().meta({
    description: 'Columns of the probability of every class (multiclass) or label (multilabel): class, or class=column',
  }),
  lower: column$2("Column that holds the lower end of the model's prediction interval").optional(),
  upper: column$2("Column that holds the upper end of the model's prediction interval").optional(),
  query: column$2(
    'Column of the query a result belongs to (ranking), of the item that several rows answer (evaluation). Default: query (ranking)',
  ).optional(),
  series: column$2('Column of the series a row belongs to (forecasting); one series unless given').optional(),
  time: column$2('Column that holds the time of a row: a number or a date (forecasting)').default('time'),
  history: string().min(1).max(4096).optional().meta({
    description:
      'Ids, series, times and truths from before the hold-out, which errors are scaled by: a CSV file (forecasting)',
    path: true,
  }),
  season: int()
    .min(1)
    .default(1)
    .meta({ description: 'Steps after which the naive forecast repeats what was (forecasting)' }),
  refused: column$2('Column that holds whether the model refused: 1 or 0, true or false (evaluation)').optional(),
  unsafe: column$2('Column that holds whether the answer was unsafe: 1 or 0, true or false (evaluation)').optional(),
  latency: column$2('Column that holds how many milliseconds a prediction or an answer took').optional(),
  tokens: column$2('Column that holds how many tokens an answer took (evaluation)').optional(),
  cost: column$2('Column that holds what an answer cost (evaluation)').optional(),
  k: int().min(1).optional().meta({
    description:
      'How many of the first count. Default: 3 classes (multiclass), 10 results (ranking), 5 answers (evaluation)',
  }),
  beta: number()
    .gt(0)
    .max(100)
    .default(2)
    .meta({ description: 'How many times as much recall counts as precision in f-beta' }),
  top: number()
    .gt(0)
    .max(1)
    .default(0.1)
    .meta({ description: 'Share of the rows, those with the highest scores, that lift looks at' }),
  costs: strictObject({
      'false-positive': cost('Cost of a negative row predicted positive'),
      'false-negative': cost('Cost of a positive row predicted negative'),
      'true-positive': cost('Cost of a positive row predicted positive, below 0 for a gain'),
      'true-negative': cost('Cost of a negative row predicted negative, below 0 for a gain'),
    })
    .optional()
    .meta({ description: 'What a row costs, by its true and predicted class, for expected-cost (binary)' }),
  tolerance: number().gt(0).optional().meta({ description: 'Largest error that is within tolerance (regression)' }),
  quantile: number()
    .gt(0)
    .lt(1)
    .default(0.5)
    .meta({ description: 'Quantile that is predicted, for the pinball loss (regression, forecasting)' }),
};

/** Methods that settings may choose; written by scripts/generate.ts. */
const METHOD_IDS = [
  'anderson-darling',
  'chi-squared',
  'cramer-von-mises',
  'domain-classifier',
  'energy',
  'epps-singleton',
  'fisher-exact',
  'g-test',
  'hellinger',
  'jensen-shannon',
  'jensen-shannon-divergence',
  'kolmogorov-smirnov',
  'kullback-leibler',
  'l-infinity',
  'le-cam',
  'mann-whitney',
  'mmd',
  'pca-reconstruction',
  'percentile-shift',
  'psi',
  'student-t',
  'text-classifier',
  'text-length',
  'text-vocabulary',
  'total-variation',
  'two-proportions',
  'wasserstein',
  'welch-t',
];

const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };         

/** A length of time as it is written in the settings: 30s, 15m, 1h, 14d, 8w. */
const Duration = string()
  .regex(/^[1-9]\d{0,5}[smhdw]$/, 'a length of time such as 15m, 1h or 14d')
  .meta({ description: 'A length of time: 30s, 15m, 1h, 14d, 8w' });

/** Its milliseconds. */
function milliseconds(duration        )         {
  const unit = duration.at(-1);
  return (
    Number(duration.slice(0, -1)) *
    (unit === 's' || unit === 'm' || unit === 'h' || unit === 'd' || unit === 'w' ? UNITS[unit] : 1)
  )
}

/** Milliseconds in the largest unit that leaves none over. */
function durationText(length        )         {
  for (const unit of ['d', 'h', 'm', 's']         )
    if (length % UNITS[unit] === 0) return `${length / UNITS[unit]}${unit}`
  return `${length}ms`
}

/** A time as evidence and sentences have it, in UTC, without what is zero at its end. */
const timeText = (time        )         =>
  new Date(time)
    .toISOString()
    .replace(/\.000Z$/, 'Z')
    .replace(/:00Z$/, 'Z');

/** Beyond this t / √df, whose square soon overflows, only the leading term of the tail counts. */
const FAR = 1e100;

/** Student's t distribution with `df` degrees of freedom. */
function studentT(df        )               {
  requirePositive({ df });
  const scale = Math.sqrt(df);
  // t² / df has the beta prime distribution (½, df/2)
  const tailsAt = (odds        ) => incompleteBetaAtOdds(0.5, df / 2, odds);
  const logLead = () => lgamma((df + 1) / 2) - lgamma(df / 2) - Math.log(Math.PI) / 2 - Math.log(df);
  const tail = (t        ) =>
    t / scale > FAR ? Math.exp(logLead() - df * (Math.log(t) - Math.log(scale))) : tailsAt((t / scale) ** 2).upper / 2;
  const sf = (t        ) => (t >= 0 ? tail(t) : 1 - tail(-t));
  const upperRatio = (q        ) => {
    const ratio = Math.sqrt(inverseUpper(2 * q, 1 / df, tailsAt));
    return ratio > FAR ? Math.exp((logLead() - Math.log(q)) / df) : ratio
  };
  const isf = (q        )         => {
    if (q === 0.5) return 0
    if (q > 0.5) return -isf(1 - q)
    return q === 0 ? Infinity : scale * upperRatio(q)
  };
  return {
    cdf: t => sf(-notNan(t)),
    sf: t => sf(notNan(t)),
    ppf: p => -isf(probability(p)),
    isf: q => isf(probability(q)),
  }
}

/**
 * Which of n values, in ascending order and counted from 1, are the ends of a two-sided interval of the `p` quantile,
 * whatever the distribution: each end misses with a probability of at most (1 − level) / 2. An end is absent where there
 * are too few values for one (for an upper end of the 0.95 quantile at one-sided 95 %: fewer than 59).
 */
function quantileRanks(n        , p        , level        )                                     {
  count(n, 'the number of values n');
  probability(p);
  const outside = outsideEachEnd(level);
  const values = binomial(n, p);
  // The r-th value is above the quantile where fewer than r values are at most the quantile.
  const lower = largest(n, rank => values.cdf(rank - 1) <= outside);
  const upper = largest(n, rank => values.sf(rank - 1) > outside) + 1;
  return { ...(lower >= 1 ? { lower } : {}), ...(upper <= n ? { upper } : {}) }
}

/** The largest rank for which a condition holds that holds up to some rank and not beyond; 0 where it holds for none. */
function largest(n        , holds                           )         {
  let low = 0;
  let high = n + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low
}

/** Values below this, in whatever unit, count as zero. */
const SMALLEST = 1e-9;

/**
 * Counts of non-negative values in bins of geometric width: every quantile to within a relative error of `accuracy`. Plain data; the state
 * of two parts of the values, merged in any order, is that of all of them.
 *
 * Source: Masson, Rim and Lee, DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees (2019). No bins are
 * collapsed: 1 % over twelve orders of magnitude needs fewer than 1400.
 */
                           
                           
                                    
               
           
 

/** A sketch, empty. */
const ddSketch = (accuracy = 0.01)           => ({ accuracy, bins: new Map(), zeros: 0, n: 0 });

const gamma = ({ accuracy }          ) => (1 + accuracy) / (1 - accuracy);

/** Counts one value, not negative. */
function addToSketch(sketch          , value        )       {
  sketch.n++;
  if (value < SMALLEST) sketch.zeros++;
  else {
    const bin = Math.ceil(Math.log(value) / Math.log(gamma(sketch)));
    sketch.bins.set(bin, (sketch.bins.get(bin) ?? 0) + 1);
  }
}

/** Takes another sketch of the same accuracy into the first. */
function mergeSketch(sketch          , other          )       {
  sketch.n += other.n;
  sketch.zeros += other.zeros;
  for (const [bin, count] of other.bins) sketch.bins.set(bin, (sketch.bins.get(bin) ?? 0) + count);
}

/** The value of a rank from 1, within the sketch's relative error; NaN of an empty sketch. */
function sketchedRank(sketch          , rank        )         {
  if (sketch.n === 0) return Number.NaN
  let below = sketch.zeros;
  if (rank <= below) return 0
  const g = gamma(sketch);
  const bins = [...sketch.bins].sort(([a], [b]) => a - b);
  for (const [bin, count] of bins) {
    below += count;
    if (rank <= below) return (2 * g ** bin) / (g + 1)
  }
  const [last = 0] = bins.at(-1) ?? [];
  return (2 * g ** last) / (g + 1)
}

/** A quantile of sorted values, linear between neighbours (type 7, as numpy has it); NaN of nothing. */
function quantileOf(sorted                   , q        )         {
  if (sorted.length === 0) return Number.NaN
  const place = (sorted.length - 1) * q;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (place - below)
}

/** The median; NaN of nothing. */
const medianOf = (values                   )         => quantileOf(Float64Array.from(values).sort(), 0.5);

/** Something that runs over a series and may alarm at each value. */
                        
                                           
                     
                                                                       
                        
                                   
                       
                                              
                            
 

/**
 * Tabular cumulative sums of standardised values, C⁺ = max(0, C⁺ + z − k) and C⁻ likewise downwards (Page 1954): an alarm where one exceeds
 * h, whereupon it starts again at 0. A missing value leaves them as they are.
 */
function cusum$1(z                                 , { k, h }                                            ) {
  const alarms          = [];
  const highest = { up: 0, down: 0 };
  for (const side of [1, -1]         ) {
    let sum = 0;
    let since = 0;
    for (const [at, value] of z.entries()) {
      if (value === undefined) continue
      if (sum === 0) since = at;
      sum = Math.max(0, sum + side * value - k);
      const name = side === 1 ? 'up' : 'down';
      highest[name] = Math.max(highest[name], sum);
      if (sum <= h) continue
      alarms.push({ at, since, side, statistic: sum });
      sum = 0;
    }
  }
  return { alarms: alarms.toSorted((a, b) => a.at - b.at || b.side - a.side), highest }
}

/**
 * The limit h at which a one-sided cumulative sum of independent standard normal values raises a false alarm within n of them with chance
 * alpha, about: 1 − exp(−n / ARL), with Siegmund's ARL = (e^{2kb} − 2kb − 1) / (2k²), b = h + 1.166 (Siegmund 1985).
 */
function cusumLimit(n        , alpha        , k        )         {
  const wanted = n / -Math.log1p(-alpha);
  const length = (h        ) => {
    const x = 2 * k * (h + 1.166);
    return (Math.expm1(x) - x) / (2 * k * k)
  };
  let low = 0;
  let high = 1;
  while (length(high) < wanted) high *= 2;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (length(middle) < wanted) low = middle;
    else high = middle;
  }
  return high
}

/**
 * Exponentially weighted moving average of standardised values (Roberts 1959): E = λ z + (1 − λ) E, from 0, held against L times its
 * standard deviation √(λ (1 − (1 − λ)²ᵗ) / (2 − λ)). A missing value leaves it as it is.
 */
function ewma$1(
  z                                 ,
  { weight, limit }                                                     ,
)            {
  const alarms          = [];
  const statistic                         = [];
  let average = 0;
  let seen = 0;
  let since = { side: 0, at: 0 };
  for (const [at, value] of z.entries()) {
    if (value === undefined) {
      statistic.push(undefined);
      continue
    }
    seen++;
    average = weight * value + (1 - weight) * average;
    const side = average >= 0 ? 1 : -1;
    if (side !== since.side) since = { side, at };
    const own = average / Math.sqrt((weight * (1 - (1 - weight) ** (2 * seen))) / (2 - weight));
    statistic.push(own);
    if (Math.abs(own) > limit) alarms.push({ at, since: since.at, side, statistic: Math.abs(own) });
  }
  return { statistic, alarms }
}

/** The generalised extreme Studentised deviate test for up to `most` outliers among normal values (Rosner 1983). */
function generalisedEsd$1(values                   , most        , alpha        )            {
  const left = values.map((value, index) => ({ value, index }));
  const n = values.length;
  const steps            = [];
  for (let i = 1; i <= Math.min(most, n - 2); i++) {
    const mean = left.reduce((sum, { value }) => sum + value, 0) / left.length;
    const sd = Math.sqrt(left.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (left.length - 1));
    if (!(sd > 0)) break
    const at = left.reduce(
      (best, { value }, j) => (Math.abs(value - mean) > Math.abs((left[best]?.value ?? mean) - mean) ? j : best),
      0,
    );
    const furthest = left[at];
    if (!furthest) break
    const df = n - i - 1;
    const t = studentT(df).isf(alpha / (2 * (n - i + 1)));
    steps.push({
      index: furthest.index,
      statistic: Math.abs(furthest.value - mean) / sd,
      critical: ((n - i) * t) / Math.sqrt((df + t * t) * (n - i + 1)),
    });
    left.splice(at, 1);
  }
  const last = steps.findLastIndex(({ statistic, critical }) => statistic > critical);
  return { steps, outliers: steps.slice(0, last + 1).map(({ index }) => index) }
}

/**
 * Page–Hinkley's test for a change of the mean (Page 1954, Hinkley 1971): m = Σ (x − x̄ − δ), with x̄ the mean so far, alarms where m stands
 * more than λ above its minimum, and downwards likewise; whereupon all starts again. A missing value is left out.
 */
function pageHinkley$1(
  x                                 ,
  { delta, limit }                                                    ,
) {
  const alarms          = [];
  const highest = { up: 0, down: 0 };
  for (const side of [1, -1]         ) {
    let [mean, n, sum, least, since] = [0, 0, 0, 0, 0];
    for (const [at, value] of x.entries()) {
      if (value === undefined) continue
      n++;
      mean += (value - mean) / n;
      sum += side * (value - mean) - delta;
      if (sum <= least) {
        least = sum;
        since = at;
      }
      const name = side === 1 ? 'up' : 'down';
      highest[name] = Math.max(highest[name], sum - least);
      if (sum - least <= limit) continue
      alarms.push({ at, since, side, statistic: sum - least })
      ;[mean, n, sum, least, since] = [0, 0, 0, 0, at + 1];
    }
  }
  return { alarms: alarms.toSorted((a, b) => a.at - b.at || b.side - a.side), highest }
}

/** Weights by distance from a fit, in sixfold median distances: 1 near it, 0 far away (Cleveland et al. 1990, `rwts`). */
function bisquareWeights(y                   , fitted                       )               {
  const distance = y.map((value, i) => Math.abs(value - fitted(i)));
  const h = 6 * medianOf(distance);
  if (h === 0) return new Float64Array(y.length).fill(1)
  return Float64Array.from(distance, r => (r <= 0.001 * h ? 1 : r <= 0.999 * h ? (1 - (r / h) ** 2) ** 2 : 0))
}

/** What a fit is made of: values by place from 1, a window of so many of them, and their weights where some count less. */
                            
                               
                    
                         
                        
                                                  
 

/**
 * The local fit at place `x` over the values at places `left` to `right`; undefined where they have no weight.
 *
 * Source: Cleveland, Cleveland, McRae and Terpenning, STL (1990), `est` of their program: tricube weights.
 */
function loessAt({ y, n, window, degree, weights }           , x        , left        , right        ) {
  let h = Math.max(x - left, right - x);
  if (window > n) h += Math.floor((window - n) / 2);
  const far = 0.999 * h;
  const near = 0.001 * h;
  const w = new Float64Array(right - left + 1);
  let total = 0;
  for (let j = left; j <= right; j++) {
    const r = Math.abs(j - x);
    if (r > far) continue
    const ratio = r / h;
    const cube = 1 - ratio * ratio * ratio;
    const own = (r <= near ? 1 : cube * cube * cube) * (weights?.[j - 1] ?? 1);
    w[j - left] = own;
    total += own;
  }
  if (total <= 0) return undefined
  for (let i = 0; i < w.length; i++) w[i] = (w[i] ?? 0) / total;
  if (h > 0 && degree > 0) slope(w, x, left, n);
  let fit = 0;
  for (let i = 0; i < w.length; i++) fit += (w[i] ?? 0) * (y[left + i - 1] ?? 0);
  return fit
}

/** Turns weights of a mean into weights of a line's value at x, where the places are far enough apart for a line. */
function slope(w              , x        , left        , n        )       {
  let centre = 0;
  for (let i = 0; i < w.length; i++) centre += (w[i] ?? 0) * (left + i);
  let spread = 0;
  for (let i = 0; i < w.length; i++) spread += (w[i] ?? 0) * (left + i - centre) ** 2;
  if (Math.sqrt(spread) <= 0.001 * (n - 1)) return
  const b = (x - centre) / spread;
  for (let i = 0; i < w.length; i++) w[i] = (w[i] ?? 0) * (b * (left + i - centre) + 1);
}

/** A series smoothed by local fits at every `jump`-th place and straight lines between them (`ess` of the STL program). */
function loess(data           , jump        )               {
  const { y, n, window } = data;
  const out = new Float64Array(n);
  if (n < 2) {
    out[0] = y[0] ?? 0;
    return out
  }
  const step = Math.min(jump, n - 1);
  let span                            = [1, n];
  const smoothAt = (place        ) => {
    out[place - 1] = loessAt(data, place, ...span) ?? y[place - 1] ?? 0;
  };
  for (let i = 0; i < n; i += step) {
    span = spanAt(i + 1, n, window);
    smoothAt(i + 1);
  }
  if (step === 1) return out
  for (let i = 0; i < n - step; i += step) line(out, i, i + step);
  const last = Math.floor((n - 1) / step) * step + 1;
  if (last !== n) {
    // As the program has it: over the window of the fit before.
    smoothAt(n);
    line(out, last - 1, n - 1);
  }
  return out
}

/** First and last place of the window around a place. */
function spanAt(place        , n        , window        )                   {
  if (window >= n) return [1, n]
  const half = Math.floor((window + 1) / 2);
  const left = Math.min(Math.max(1, place - half + 1), n - window + 1);
  return [left, left + window - 1]
}

function line(out              , from        , to        )       {
  const start = out[from] ?? 0;
  const delta = ((out[to] ?? 0) - start) / (to - from);
  for (let j = from + 1; j < to; j++) out[j] = start + delta * (j - from);
}

const odd = (n        ) => (n % 2 === 0 ? n + 1 : n);

/**
 * A series taken apart into season, trend and the rest, by loess.
 *
 * Source: Cleveland, Cleveland, McRae and Terpenning, STL: a seasonal-trend decomposition procedure based on loess (1990); windows,
 * degrees and rounds as in statsmodels: 2 inner and 15 outer rounds where robust, else 5 and none.
 */
function stl(y                   , options            )                {
  const { period, seasonal = 7, robust = false, jump = 1 } = options;
  const trendWindow = options.trend ?? odd(Math.ceil((1.5 * period) / (1 - 1.5 / seasonal)));
  const lowPass = options.lowPass ?? odd(period + 1);
  const n = y.length;
  const season = new Float64Array(n);
  let trend               = new Float64Array(n);
  let weights;                          
  for (let outer = 0; ; outer++) {
    for (let inner = 0; inner < (robust ? 2 : 5); inner++) {
      const detrended = Float64Array.from(y, (value, i) => value - (trend[i] ?? 0));
      const cycles = smoothedCycles(detrended, period, seasonal, jump, weights);
      const passed = movingMean(movingMean(movingMean(cycles, period), period), 3);
      const low = loess({ y: passed, n, window: lowPass, degree: 1 }, jump);
      for (let i = 0; i < n; i++) season[i] = (cycles[period + i] ?? 0) - (low[i] ?? 0);
      const deseasoned = Float64Array.from(y, (value, i) => value - (season[i] ?? 0));
      trend = loess({ y: deseasoned, n, window: trendWindow, degree: 1, weights }, jump);
    }
    if (outer === (robust ? 15 : 0)) break
    weights = bisquareWeights(y, i => (trend[i] ?? 0) + (season[i] ?? 0));
  }
  const residual = Float64Array.from(y, (value, i) => value - (season[i] ?? 0) - (trend[i] ?? 0));
  return { seasonal: season, trend, residual }
}

/** Each place of the season smoothed over the seasons, and one season more at either end. */
function smoothedCycles(
  y              ,
  period        ,
  window        ,
  jump        ,
  weights                          ,
)               {
  const out = new Float64Array(y.length + 2 * period);
  for (let phase = 0; phase < period; phase++) {
    const own = y.filter((_, i) => i % period === phase);
    const data = {
      y: own,
      n: own.length,
      window,
      degree: 1         ,
      weights: weights?.filter((_, i) => i % period === phase),
    };
    const smooth = loess(data, jump);
    const k = own.length;
    const before = loessAt(data, 0, 1, Math.min(window, k)) ?? smooth[0] ?? 0;
    const after = loessAt(data, k + 1, Math.max(1, k - window + 1), k) ?? smooth[k - 1] ?? 0;
    for (const [m, value] of [before, ...smooth, after].entries()) out[m * period + phase] = value;
  }
  return out
}

/** Means of each `length` neighbours. */
function movingMean(y              , length        )               {
  const out = new Float64Array(y.length - length + 1);
  let sum = 0;
  for (let i = 0; i < length; i++) sum += y[i] ?? 0;
  out[0] = sum / length;
  for (let i = 1; i < out.length; i++) {
    sum += (y[i + length - 1] ?? 0) - (y[i - 1] ?? 0);
    out[i] = sum / length;
  }
  return out
}

/** A number inside a sentence: three significant digits. */
const figure = (value        )         => String(Number(value.toPrecision(3)));

/** A share of one inside a sentence, as a percentage of three significant digits. */
const percent = (share        )         => `${figure(share * 100)} %`;

/** A count inside a sentence, thousands apart. */
const grouped = (count        )         => String(count).replace(/\B(?=(\d{3})+$)/g, ' ');

/** Which way is harmful. */
const goesWrong = ({ direction }          , change        )          =>
  direction === 'both' ? change !== 0 : direction === 'up' ? change > 0 : change < 0;

/** Whether a value lies far enough from what was expected to matter, whatever its chance. */
function matters(series          , value        , expected        )          {
  const change = value - expected;
  return (
    goesWrong(series, change) &&
    Math.abs(change) >= series.minChange * Math.abs(expected) &&
    Math.abs(change) >= series.settings['min-absolute-change']
  )
}

/** Sides on which an alarm can be raised. */
const sides = ({ direction }          )         => (direction === 'both' ? 2 : 1);

/** Time of a place, as sentences have it. */
const at = ({ first, every }          , place        )         => timeText(first + place * every);

/** A value of the series inside a sentence. */
const valueText = ({ settings: { kind } }          , value        )         =>
  kind === 'error-rate' || kind === 'default-rate'
    ? percent(value)
    : kind === 'volume'
      ? grouped(Math.round(value))
      : figure(value);

/** How many of how many buckets: `3 of 1 008 buckets of 1h`. */
const share = (series          , count        )         =>
  `${grouped(count)} of ${grouped(series.judged)} ${series.judged === 1 ? 'bucket' : 'buckets'} of ${series.settings.every}`;

/** Places in runs of neighbours, as times: `2024-01-17T14:00Z to 17:00Z`. */
function runsText(series          , places                   , most = 3)         {
  const runs                     = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && place - last[1] <= 3) last[1] = place;
    else runs.push([place, place]);
  }
  const told = runs.slice(0, most).map(([a, b]) => (a === b ? at(series, a) : `${at(series, a)} to ${at(series, b)}`));
  return `${told.join(', ')}${runs.length > most ? ` and ${runs.length - most} more times` : ''}`
}

/** Why nothing could be judged. */
function nothingJudged({ unscored, buckets, from }          )         {
  const reasons = [
    unscored.missing > 0 ? `${grouped(unscored.missing)} without a value` : '',
    unscored.thin > 0 ? `${grouped(unscored.thin)} with too little traffic` : '',
    unscored.young > 0 ? `${grouped(unscored.young)} too young` : '',
    unscored.excepted > 0 ? `${grouped(unscored.excepted)} excepted` : '',
    unscored.unlearnt > 0 ? `${grouped(unscored.unlearnt)} of which the baseline teaches nothing` : '',
  ].filter(text => text !== '');
  const judged = Math.max(0, buckets.length - from);
  return `Expected buckets to judge but found none: ${judged === 0 ? `the series is no longer than its baseline, ${grouped(buckets.length)} buckets` : `of ${grouped(judged)} after the baseline, ${reasons.join(', ')}`}`
}

/** What a control chart has found: alarms on a harmful side, over a stretch whose mean is far enough from what was expected. */
function episodes(series          , { method, alarms, highest, limit }       )                      {
  const { judged } = series;
  if (judged === 0) return undefined
  const harmful = alarms
    .filter(({ side }) => goesWrong(series, side))
    .map(alarm => ({ ...alarm, since: beginOf(series, alarm) }))
    .map(alarm => ({ ...alarm, change: meanChange(series, alarm.since, alarm.at) }))
    .filter(({ change }) => goesWrong(series, change) && Math.abs(change) >= series.minChange);
  const known = {
    measured: { value: highest, unit: 'standard deviations', method, n: judged },
    required: { comparator: '<='         , value: limit, unit: 'standard deviations' },
  };
  const worst = harmful.reduce                                      (
    (a, b) => (a && Math.abs(a.change) >= Math.abs(b.change) ? a : b),
    undefined,
  );
  const first = harmful[0];
  if (!worst || !first) {
    const more = alarms.length > 0 ? ', beyond it only by changes that are too small to matter' : '';
    return {
      ...known,
      status: 'pass',
      reason: `Expected no slow change and found ${figure(highest)} of the ${figure(limit)} standard deviations that would tell one, in ${share(series, judged)}${more}`,
    }
  }
  const places = [
    ...new Set(harmful.flatMap(({ since, at: end }) => Array.from({ length: end - since + 1 }, (_, i) => since + i))),
  ];
  return {
    ...known,
    status: 'fail',
    reason: `Expected no slow change but found one, told at ${at(series, first.at)} and begun about ${at(series, first.since)}, at most ${percent(worst.change)} from what was expected: ${runsText(series, places)}`,
    hint: "Look at what changed then; if it is here to stay, shorten what is judged with 'judge', so that it is learnt",
    flagged: places.filter(place => series.scores[place] !== undefined),
  }
}

/** The likeliest begin of a change that a chart has told: where the sum up to the alarm is largest for its length. */
function beginOf({ innovations }          , { since, at: end, side }       )         {
  let [sum, n, best, begin] = [0, 0, Number.NEGATIVE_INFINITY, since];
  for (let place = end; place >= since; place--) {
    const value = innovations[place];
    if (value === undefined) continue
    sum += side * value;
    n++;
    if (sum / Math.sqrt(n) <= best) continue
    best = sum / Math.sqrt(n);
    begin = place;
  }
  return begin
}

/** Mean change from what was expected over a stretch, as a share of it. */
function meanChange({ scores, buckets, counted }          , from        , to        )         {
  let [found, expected] = [0, 0];
  for (let place = from; place <= to; place++) {
    const score = scores[place];
    const bucket = buckets[place];
    if (!score || bucket?.value === undefined) continue
    const weight = counted ? (bucket.traffic ?? 0) : 1;
    found += bucket.value * weight;
    expected += score.expected * weight;
  }
  return expected === 0 ? (found === 0 ? 0 : 1) : found / expected - 1
}

/** Limit of a normal distance that any of so many exceed with chance alpha at most. */
const distanceLimit = (series          , alpha        )         =>
  normal.isf(alpha / Math.max(1, series.judged * (series.direction === 'both' ? 2 : 1)));

/** What a rule has found in a series. */
                          
                         
                              
                              
                         
                        
                                        
                                      
 

/** One rule over a series: a file in `anomalies/`. */
                                                  
                                                                                  
                     
                        
                                                                                 
                          
                                                               
                        
                                                      
                                       
                           
                                                                                           
                               
                                                                                                                                
                                                                                         
 

/** A rule whose options are told apart by itself only. */
                                                                 
                                                  
                                                                               
 

/** A rule as its file declares it. */
function defineRule                           (rule               )          {
  return { ...rule, judge: (series, options, alpha) => rule.judge(series, rule.options.parse(options), alpha) }
}

/** Small changes that last, by cumulative sums. */
const cusum = defineRule({
  id: 'cusum',
  title: 'Cumulative sums',
  variant:
    'Tabular CUSUM (Page 1954) of the judged buckets’ distances from their season or rate, each taken without what it has over from the one before (ρ of the baseline), and none counted beyond 4: ' +
    'k = 0.5, and h the larger of 5 and what is exceeded with chance alpha over the buckets judged (Siegmund 1985). Alarms start it anew; one counts where the mean change since its sum left 0 matters',
  claim: 'no slow change',
  usual: ['volume', 'error-rate', 'default-rate', 'latency', 'gauge'],
  options: strictObject({
    k: number().gt(0).max(3).default(0.5).meta({ description: 'Half the change to be told, in standard deviations' }),
    h: number().gt(0).max(100).default(5).meta({ description: 'Least limit, in standard deviations' }),
  }),
  inferential: true,
  judge(series, { k, h }, alpha) {
    const limit = Math.max(h, cusumLimit(Math.max(1, series.judged), alpha / (series.direction === 'both' ? 2 : 1), k));
    const { alarms, highest } = cusum$1(series.innovations, { k, h: limit });
    const height = { both: Math.max(highest.up, highest.down), up: highest.up, down: highest.down }[series.direction];
    return episodes(series, { method: 'cusum', alarms, highest: height, limit })
  },
});

/** Small changes that last, by a moving average. */
const ewma = defineRule({
  id: 'ewma',
  title: 'Exponentially weighted moving average',
  variant:
    'EWMA (Roberts 1959) of the same distances as CUSUM takes: λ = 0.2, and L the larger of 3 and what any of the buckets judged exceeds with chance alpha (Bonferroni). ' +
    'An alarm counts where the mean change since the average crossed 0 matters',
  claim: 'no slow change',
  usual: [],
  options: strictObject({
    weight: number().gt(0).max(1).default(0.2).meta({ description: 'λ: weight of the newest value' }),
    limit: number()
      .gt(0)
      .max(30)
      .default(3)
      .meta({ description: 'L: least limit, in standard deviations of the average' }),
  }),
  inferential: true,
  judge(series, { weight, limit: least }, alpha) {
    const limit = Math.max(least, distanceLimit(series, alpha));
    const { statistic, alarms } = ewma$1(series.innovations, { weight, limit });
    const heights = statistic.map((value = 0) => ({ both: Math.abs(value), up: value, down: -value })[series.direction]);
    return episodes(series, { method: 'ewma', alarms, highest: heights.reduce((a, b) => Math.max(a, b), 0), limit })
  },
});

/** Fewest values for which Rosner's critical values hold. */
const FEWEST = 25;

/** Several outliers among the judged buckets, however they mask one another. */
const generalisedEsd = defineRule({
  id: 'generalised-esd',
  title: 'Generalised ESD',
  variant:
    'Generalised extreme Studentised deviate test (Rosner 1983) of the judged buckets’ distances from their season or rate, against their own mean and standard deviation: ' +
    'R against λ at alpha, for at most a tenth of them and 50, at least 25 of them. An outlier counts where its change matters',
  claim: 'no outliers among the judged buckets',
  usual: [],
  options: strictObject({
    most: int().min(1).max(1000).optional().meta({ description: 'Outliers looked for at most' }),
  }),
  inferential: true,
  judge(series, { most }, alpha) {
    const known = series.scores.flatMap((score, place) => (score ? [{ score, place }] : []));
    if (known.length === 0) return undefined
    if (known.length < FEWEST)
      return {
        status: 'inconclusive',
        measured: { value: known.length, unit: 'buckets', method: 'generalised-esd' },
        required: { comparator: '>=', value: FEWEST, unit: 'buckets' },
        reason: `Expected at least ${FEWEST} judged buckets but found ${known.length}: the test's critical values do not hold for fewer`,
        hint: "Judge more with 'judge', or shorten 'every'",
      }
    const { steps, outliers } = generalisedEsd$1(
      known.map(({ score }) => score.z),
      most ?? Math.min(50, Math.floor(known.length / 10)),
      alpha,
    );
    const off = outliers.flatMap(i => {
      const one = known[i];
      const value = one && series.buckets[one.place]?.value;
      return one && value !== undefined && matters(series, value, one.score.expected) ? [one.place] : []
    });
    const [largest] = steps;
    const numbers = {
      measured: {
        value: largest?.statistic ?? 0,
        unit: 'standard deviations',
        method: 'generalised-esd',
        n: known.length,
      },
      required: { comparator: '<='         , value: largest?.critical ?? 0, unit: 'standard deviations' },
    };
    return off.length > 0
      ? {
          ...numbers,
          status: 'fail',
          reason: `Expected no outliers but found ${share(series, off.length)}: ${runsText(series, off)}`,
          hint: "Look at what happened then; if it was planned, name the stretch under 'except'",
          flagged: off,
        }
      : {
          ...numbers,
          status: 'pass',
          reason: `Expected no outliers that matter and found none in ${share(series, known.length)}: the largest deviate is ${figure(largest?.statistic ?? 0)}`,
        }
  },
});

/** Cohorts old enough for their outcome to be known. */
const labelMaturity = defineRule({
  id: 'label-maturity',
  title: 'Label maturity',
  variant:
    'Cohorts whose bucket ends less than maturity before the last time of the series are neither judged nor learnt from: their outcomes are not yet known. At least one judged cohort must be older',
  claim: 'cohorts old enough to judge',
  usual: ['default-rate'],
  options: strictObject({}),
  inferential: false,
  judge(series) {
    const { settings, buckets, from, unscored, first, every } = series;
    if (settings.maturity === undefined) return undefined
    const all = Math.max(0, buckets.length - from);
    const ripe = all - unscored.young;
    const until = timeText(first + buckets.length * every - milliseconds(settings.maturity));
    const numbers = {
      measured: { value: ripe, unit: 'cohorts', share: all === 0 ? 0 : ripe / all, n: all },
      required: { comparator: '>='         , value: 1, unit: 'cohorts' },
    };
    const found = `${grouped(ripe)} of ${grouped(all)}`;
    return ripe === 0
      ? {
          ...numbers,
          status: 'inconclusive',
          reason: `Expected cohorts older than ${settings.maturity} to judge but found ${found}`,
          hint: `Judge further back than ${until}, with 'judge' or a longer log`,
        }
      : {
          ...numbers,
          status: 'pass',
          reason: `Expected cohorts older than ${settings.maturity} and found ${found}; ${grouped(unscored.young)} younger ones (${percent(unscored.young / all)}), from about ${until} on, are not counted`,
        }
  },
});

/** Values that are kept as they are; of more, a sketch within 1 %. */
const EXACT = 5_000;

/** Values of which quantiles are asked: exactly while they are few. */
                                
                              
                           
 

/** A store, empty. */
const quantileStore = ()                => ({ values: [], sketch: ddSketch() });

/** Keeps a value that is not negative. */
function keep(store               , value        )       {
  addToSketch(store.sketch, value);
  store.values?.push(value);
  if (store.values && store.values.length > EXACT) store.values = undefined;
}

/** All values of several stores, exactly while they are few. */
function pooled(stores                          , exact = 1_000_000)                {
  const all = quantileStore();
  const known = stores.flatMap(({ values }) => (values ? [values] : []));
  const fits = known.length === stores.length && known.reduce((sum, { length }) => sum + length, 0) <= exact;
  all.values = fits ? known.flat() : undefined;
  for (const { sketch } of stores) mergeSketch(all.sketch, sketch);
  return all
}

/** Values of ranks from 1, each between two bounds: equal ones where the values are known. */
function ranked(store               )                                              {
  const sorted = store.values ? Float64Array.from(store.values).sort() : undefined;
  return rank => {
    const exact = sorted?.[rank - 1];
    if (exact !== undefined) return [exact, exact]
    const value = sketchedRank(store.sketch, rank);
    const { accuracy } = store.sketch;
    return [value / (1 + accuracy), value / (1 - accuracy)]
  }
}

/** Rank of the q-quantile of n values: the smallest value that at least that share does not exceed. */
const rankOf = (q        , n        )         => Math.max(1, Math.ceil(q * n - 1e-9));

/** Quantiles of all judged latencies together against those of the baseline. */
const latencyQuantiles = defineRule({
  id: 'latency-quantiles',
  title: 'Latency quantiles',
  variant:
    'Quantiles of all judged requests’ latencies together against those of the baseline, each between order statistics whose ranks hold it at level 1 − 2 alpha over the number of quantiles, whatever the distribution ' +
    '(David and Nagaraja 2003, 7.1; independent requests). Exact up to 5 000 requests per bucket and a million together, else by DDSketch within 1 % (Masson et al. 2019), which the bounds include. ' +
    'Fails where the lower bound exceeds the baseline’s upper bound by more than the change that matters; passes where the upper bound does not exceed its lower bound by that',
  claim: 'quantiles no higher than in the baseline',
  usual: ['latency'],
  options: strictObject({
    quantiles: array(number().gt(0).lt(1))
      .min(1)
      .max(10)
      .default([0.5, 0.95, 0.99])
      .meta({ description: 'Quantiles to compare' }),
  }),
  inferential: true,
  judge(series, { quantiles }, alpha) {
    const { buckets, from, minChange } = series;
    const usable = (place        ) => !series.isExcepted(place);
    const of = (places                            ) =>
      buckets.flatMap((bucket, place)                  =>
        bucket?.values && usable(place) && places(place) ? [bucket.values] : [],
      );
    const [before, now] = [pooled(of(place => place < from)), pooled(of(place => place >= from))];
    if (before.sketch.n === 0 || now.sketch.n === 0) return undefined
    const own = alpha / quantiles.length;
    const compared = quantiles.map(q => ({
      q,
      before: bounds(before, q, 1 - 2 * own),
      now: bounds(now, q, 1 - 2 * own),
    }));
    const limitOf = (expected                    ) =>
      expected === undefined
        ? undefined
        : expected + Math.max(expected * minChange, series.settings['min-absolute-change']);
    const judged = compared.map(one => {
      const { before: old, now: found } = one;
      const above = limitOf(old.upper);
      const below = limitOf(old.lower);
      const fails = found.lower !== undefined && above !== undefined && found.lower > above;
      const passes = found.upper !== undefined && below !== undefined && found.upper <= below;
      return { ...one, status: fails ? ('fail'         ) : passes ? ('pass'         ) : ('inconclusive'         ) }
    });
    const worst =
      judged.find(({ status }) => status === 'fail') ??
      judged.find(({ status }) => status === 'inconclusive') ??
      judged.at(-1);
    if (!worst) return undefined
    const { status, q, before: old, now: found } = worst;
    const text = `p${figure(q * 100)} of ${figure(found.value)}, between ${bound(found.lower)} and ${bound(found.upper)}, where the baseline has ${figure(old.value)}, between ${bound(old.lower)} and ${bound(old.upper)}`;
    return {
      status,
      measured: {
        value: found.value,
        ...(found.lower !== undefined && found.upper !== undefined
          ? { interval: [found.lower, found.upper]                    , level: 1 - 2 * own }
          : {}),
        method: 'latency-quantiles',
        n: now.sketch.n,
      },
      required: { comparator: '<=', value: old.value * (1 + minChange) },
      reason: `Expected latencies at most ${percent(minChange)} above the baseline ${status === 'pass' ? 'and' : 'but'} found a ${text}`,
      ...(status === 'fail'
        ? { hint: 'Look at when it rose, below; if it is here to stay, judge less at the end, so that it is learnt' }
        : status === 'inconclusive'
          ? {
              hint: `The ${grouped(now.sketch.n)} judged requests are too few to tell the ${percent(q)} quantile: judge more of them, or leave the quantile out`,
            }
          : {}),
    }
  },
});

const bound = (value                    ) => (value === undefined ? 'unknown' : figure(value));

function bounds(store               , q        , level        ) {
  const { n } = store.sketch;
  const rank = ranked(store);
  const { lower, upper } = quantileRanks(n, q, level);
  const [low, high] = rank(rankOf(q, n));
  return {
    value: (low + high) / 2,
    lower: lower === undefined ? undefined : rank(lower)[0],
    upper: upper === undefined ? undefined : rank(upper)[1],
  }
}

/** Largest share of the buckets that may have too little traffic to judge them. */
const HALF = 0.5;

/** Buckets whose requests are too few for a rate or a quantile of them to say anything. */
const minimumTraffic = defineRule({
  id: 'minimum-traffic',
  title: 'Minimum traffic',
  variant:
    'Share of the judged buckets with fewer requests than min-traffic, where requests are counted; they are not judged by other rules. More than half are too many',
  claim: 'enough traffic to judge',
  usual: ['error-rate', 'default-rate', 'latency'],
  options: strictObject({}),
  inferential: false,
  judge(series) {
    const { unscored, judged, settings } = series;
    if (!series.buckets.some(bucket => bucket?.traffic !== undefined)) return undefined
    const n = judged + unscored.thin;
    if (n === 0) return undefined
    const share = unscored.thin / n;
    const found = `${grouped(unscored.thin)} of ${grouped(n)} buckets with fewer than ${settings['min-traffic']} requests (${percent(share)})`;
    const numbers = {
      measured: { value: unscored.thin, unit: 'buckets', share, n },
      required: { comparator: '<='         , value: HALF },
    };
    return share > HALF
      ? {
          ...numbers,
          status: 'inconclusive',
          reason: `Expected enough traffic in most buckets but found ${found}`,
          hint: "Lengthen 'every', so that a bucket holds more requests, or lower 'min-traffic'",
        }
      : {
          ...numbers,
          status: 'pass',
          reason: `Expected enough traffic in most buckets and found ${found}, which were not judged`,
        }
  },
});

/** Stretches of time of which nothing is known. */
const missingBuckets = defineRule({
  id: 'missing-buckets',
  title: 'Missing buckets',
  variant:
    'Share of the buckets after the baseline that have no value, of those that are neither too young nor excepted. Where each row is a request, a bucket without rows is one without traffic: it counts as 0 of a volume, and is no gap of it',
  claim: 'no gaps',
  usual: ['volume', 'error-rate', 'default-rate', 'latency', 'gauge'],
  options: strictObject({}),
  inferential: false,
  judge(series) {
    const { buckets, from, settings } = series;
    const places = buckets.flatMap((_, place) =>
      place >= from && !series.isYoung(place) && !series.isExcepted(place) ? [place] : [],
    );
    if (places.length === 0) return undefined
    const missing = places.filter(place => buckets[place]?.value === undefined);
    const share = missing.length / places.length;
    const limit = settings['max-missing'];
    const numbers = {
      measured: { value: missing.length, unit: 'buckets', share, n: places.length },
      required: { comparator: '<='         , value: limit },
    };
    const found = `${grouped(missing.length)} of ${grouped(places.length)} buckets of ${settings.every} (${percent(share)})`;
    return share > limit
      ? {
          ...numbers,
          status: 'inconclusive',
          reason: `Expected at most ${percent(limit)} of the buckets to be missing but found ${found}: ${runsText(series, missing)}`,
          hint: "Find out why nothing was written then, or raise 'max-missing'; a clock that jumped leaves such gaps too",
          flagged: missing,
        }
      : {
          ...numbers,
          status: 'pass',
          reason: `Expected at most ${percent(limit)} of the buckets to be missing and found ${found}`,
        }
  },
});

/** Small changes that last, against the mean so far. */
const pageHinkley = defineRule({
  id: 'page-hinkley',
  title: 'Page–Hinkley test',
  variant:
    'Page–Hinkley (Page 1954, Hinkley 1971) of the same distances as CUSUM takes, against their mean so far: δ = 0.005, and λ, unless given, what the reflected random walk of the buckets judged exceeds with ' +
    'chance alpha: √n Φ⁻¹(1 − α / 4) per side, by the reflection principle. An alarm counts where the mean change since the minimum matters',
  claim: 'no change of the mean',
  usual: [],
  options: strictObject({
    delta: number()
      .min(0)
      .max(3)
      .default(0.005)
      .meta({ description: 'δ: change that is let pass, in standard deviations' }),
    lambda: number().gt(0).max(10_000).optional().meta({ description: 'λ: limit, in standard deviations' }),
  }),
  inferential: true,
  judge(series, { delta, lambda }, alpha) {
    const own = alpha / (series.direction === 'both' ? 2 : 1);
    const limit = lambda ?? Math.sqrt(Math.max(1, series.judged)) * normal.isf(own / 4);
    const { alarms, highest } = pageHinkley$1(series.innovations, { delta, limit });
    const height = { both: Math.max(highest.up, highest.down), up: highest.up, down: highest.down }[series.direction];
    return episodes(series, { method: 'page-hinkley', alarms, highest: height, limit })
  },
});

/** Events among the requests of each bucket against the rate that the buckets before it had. */
const rate = defineRule({
  id: 'rate',
  title: 'Exact rate per bucket',
  variant:
    'Tail of the beta-binomial distribution at the events of each bucket: mean and over-dispersion (Williams’ moments, 1982) of the buckets before it, learnt day by day, those that ' +
    'are incidents themselves (a tail below 1e-9) left out, and the uncertainty of the rate by Jeffreys’ prior; where the baseline’s own tails are heavier (its 95th or 99th percentile), distances are divided by as much. Off where the tail times the buckets judged is at most alpha (Bonferroni), and the change matters. ' +
    'Interval of a bucket’s rate: Clopper and Pearson (1934)',
  claim: 'no bucket with an unusual rate',
  usual: ['error-rate', 'default-rate'],
  options: strictObject({}),
  inferential: true,
  judge(series, _, alpha) {
    if (!series.counted) return undefined
    const sides = series.direction === 'both' ? 2 : 1;
    const tested = series.buckets.flatMap((bucket, place) => {
      const score = series.scores[place];
      const { tails } = score ?? {};
      if (!score || !tails || bucket?.value === undefined) return []
      const pValue =
        series.direction === 'up'
          ? tails.upper
          : series.direction === 'down'
            ? tails.lower
            : Math.min(1, 2 * Math.min(tails.upper, tails.lower));
      return [
        { place, bucket, value: bucket.value, score, pValue, matters: matters(series, bucket.value, score.expected) },
      ]
    });
    const off = tested.filter(one => one.matters && one.pValue * tested.length <= alpha);
    const worst = tested.reduce                                     (
      (a, b) => (a && a.pValue <= b.pValue ? a : b),
      undefined,
    );
    if (!worst) return undefined
    const { place, bucket, value, score, pValue } = worst;
    const [events, n] = [Math.round(bucket.events ?? 0), Math.round(bucket.traffic ?? 0)];
    const interval = clopperPearson(events, n, 1 - 2 * alpha);
    const limit =
      series.direction === 'down'
        ? score.at(-zOf(alpha, tested.length * sides))
        : score.at(zOf(alpha, tested.length * sides));
    const known = {
      measured: {
        value,
        unit: 'of requests',
        interval: [interval.lower, interval.upper]                    ,
        level: 1 - 2 * alpha,
        method: 'rate',
        n,
        pValue,
        adjustedPValue: Math.min(1, pValue * tested.length),
      },
      required: { comparator: series.direction === 'down' ? ('>='         ) : ('<='         ), value: limit },
    };
    const expected = `Expected a rate of about ${percent(score.expected)} at ${at(series, place)}`;
    const found = `found ${percent(value)} (${events} of ${n})`;
    return off.length > 0
      ? {
          ...known,
          status: 'fail',
          reason: `${expected} but ${found}, adjusted p = ${Number(known.measured.adjustedPValue.toPrecision(3))}; ${share(series, off.length)} off: ${runsText(
            series,
            off.map(one => one.place),
          )}`,
          hint: "Look at what happened then; if it was planned, name the stretch under 'except'",
          flagged: off.map(one => one.place),
        }
      : {
          ...known,
          status: 'pass',
          reason: `${expected} and ${found}, the least likely of ${share(series, tested.length)} and no more than chance has it`,
        }
  },
});

const zOf = (alpha        , tests        ) => normal.isf(alpha / tests);

/** A distance per judged place, and how the values at it are reached. */
                            
                         
                                                      
                                               
                        
                                                                                
                                        
 

/**
 * Buckets further from what was expected than a limit, and far enough to matter. Of a value known only between two bounds both must be
 * off; where only one is, and what is told lies off, nobody can tell.
 */
function offLimits(series          , { method, score, limit, pValue }           )                      {
  const off           = [];
  const unsure           = [];
  let worst;                                                                       
  let judged = 0;
  for (const [place, bucket] of series.buckets.entries()) {
    const own = score(place);
    if (!own || bucket?.value === undefined) continue
    judged++;
    const { value, error = [value, value] } = bucket;
    const isOff = (x        ) => Math.abs(own.zOf(x)) > limit && matters(series, x, own.expected);
    const z = own.z * (matters(series, value, own.expected) ? 1 : 1e-3);
    if (!worst || Math.abs(z) > Math.abs(worst.z)) worst = { place, z, value, score: own };
    if (!isOff(value)) continue
    if (error.every(isOff)) off.push(place);
    else unsure.push(place);
  }
  if (!worst) return undefined
  const { place, value } = worst;
  const p = pValue(Math.abs(worst.score.z));
  const band = [worst.score.at(-limit), worst.score.at(limit)];         
  const expected = `Expected ${valueText(series, worst.score.expected)} at ${at(series, place)}`;
  const found = `found ${valueText(series, value)}`;
  const error = series.buckets[place]?.error;
  const known = {
    measured: {
      value,
      ...(error?.every(Number.isFinite) ? { interval: [...error]                     } : {}),
      method,
      n: judged,
      pValue: p,
      adjustedPValue: Math.min(1, p * judged * sides(series)),
    },
    required: { comparator: 'between'         , value: [...band] },
  };
  if (off.length > 0)
    return {
      ...known,
      status: 'fail',
      reason: `${expected} but ${found}, ${Math.abs(worst.score.z).toFixed(1)} standard deviations off; ${share(series, off.length)} off: ${runsText(series, off)}`,
      hint: "Look at what happened then; if it was planned, name the stretch under 'except'",
      flagged: off,
    }
  if (unsure.length > 0)
    return {
      ...known,
      status: 'inconclusive',
      reason: `${expected} but ${found}, known only to lie between bounds of which one is within the limit, in ${share(series, unsure.length)}: ${runsText(series, unsure)}`,
      hint: 'Put a boundary of the histogram near the limit, so that it can be told',
      flagged: unsure,
    }
  return {
    ...known,
    status: 'pass',
    reason: `${expected} and ${found}${error ? ` (known to lie between ${valueText(series, error[0])} and ${valueText(series, error[1])})` : ''}, the furthest off of ${share(series, judged)} and within the limit`,
  }
}

/** Each bucket against the season that the ones before it had. */
const seasonalZ = defineRule({
  id: 'seasonal-z',
  title: 'Seasonal robust z',
  variant:
    'Distance of each bucket from the median of its season, learnt from the buckets before it day by day, ln(1 + x) of volumes and ln x of latencies, ' +
    'in standard deviations: the larger of the MAD and the 95th percentile of the distances left out (each over its normal value), at least 2 % of what is expected, ' +
    'and of volumes at least √λ, and no further off than a count of that mean and spread is by the negative binomial distribution. Student’s t with as many degrees of freedom as independent values would give, told as the normal distance of the same chance. ' +
    'Off where it exceeds 3.5 and what any of the buckets exceeds with chance alpha (Bonferroni), and the change matters',
  claim: 'no bucket off its season',
  usual: ['volume', 'latency', 'gauge', 'error-rate', 'default-rate'],
  options: strictObject({
    limit: number()
      .gt(0)
      .max(30)
      .default(3.5)
      .meta({ description: 'Standard deviations below which nothing is off' }),
  }),
  inferential: true,
  judge(series, { limit }, alpha) {
    if (series.counted) return undefined
    return offLimits(series, {
      method: 'seasonal-z',
      score: place => series.scores[place],
      limit: Math.max(limit, distanceLimit(series, alpha)),
      pValue: normal.sf,
    })
  },
});

/**
 * Distance of a count from its mean, the normal one of the same chance: of a Poisson count whose mean itself varies by a relative `spread`
 * (gamma, hence negative binomial), half of the count's own chance taken off. Logarithms of small counts are too far off below the mean.
 */
function countDistance(count        , mean        , spread        )         {
  const x = Math.round(count);
  if (!(mean > 0)) return x > 0 ? Number.POSITIVE_INFINITY : 0
  const shape = spread > 1e-4 ? 1 / (spread * spread) : undefined;
  const q = shape === undefined ? 0 : mean / (shape + mean);
  /** P(X ≥ x) and P(X ≤ x). */
  const above = (at        ) => (at <= 0 ? 1 : shape === undefined ? gammainc(at, mean) : betainc(at, shape, q));
  const below = (at        ) =>
    at < 0 ? 0 : shape === undefined ? gammaincc(at + 1, mean) : betainc(shape, at + 1, 1 - q);
  const p = x > mean ? (above(x) + above(x + 1)) / 2 : (below(x) + below(x - 1)) / 2;
  return (x > mean ? 1 : -1) * Math.max(0, normal.isf(Math.min(0.5, p)))
}

/**
 * Standard deviation by several quantiles of the distances, whichever asks for most: the median (the MAD) holds against outliers in half of
 * the values, the 95th percentile sees tails heavier than the normal ones, and still holds against outliers in a twentieth.
 */
function robustScale(left                   , quantiles                    = [0.5, 0.95])         {
  const distances = Float64Array.from(left, Math.abs).sort();
  return Math.max(...quantiles.map(q => quantileOf(distances, q) / normal.isf((1 - q) / 2)))
}

/** On what scale changes are alike: volumes and latencies change by factors. */
                        
                       
                         
 

const LOG1P        = { to: Math.log1p, from: y => Math.max(0, Math.expm1(y)) };
const LOG        = { to: Math.log, from: Math.exp };
const PLAIN        = { to: x => x, from: y => y };
/** Of shares, the scale on which chance has them vary alike: 2 arcsin √p (Bartlett 1947). */
const ARCSINE        = {
  to: p => 2 * Math.asin(Math.sqrt(Math.max(0, Math.min(1, p)))),
  from: y => Math.sin(Math.max(0, Math.min(Math.PI, y)) / 2) ** 2,
};

/** The scale of a series' values. */
const scaleOf = (kind            , values                   , counted = false)        =>
  kind === 'volume'
    ? LOG1P
    : isRate(kind) && counted
      ? ARCSINE
      : kind === 'latency' && values.every(value => value > 0)
        ? LOG
        : PLAIN;

const DAY = 86_400_000;
/** Seasons that a decomposition needs: of two, the robust one follows every value. */
const SEASONS = 3;
/** Largest share of buckets that may be filled in. */
const GAPS = 0.05;
/** Values from which fits are made at a tenth of their window's places only. */
const LONG = 3000;

/** What is left of each judged bucket once trend and season are taken off. */
const stlResiduals = defineRule({
  id: 'stl-residuals',
  title: 'STL residuals',
  variant:
    'Residuals of a robust STL decomposition of the whole series (Cleveland et al. 1990, seasonal window 7), in standard deviations: the largest of the MAD, the 95th and the 99th percentile of all residuals, each over its normal value, of ln(1 + x) of volumes, ln x of latencies, 2 arcsin √p of counted rates weighted by √n. ' +
    'Period: a week where there are three, else a day. Gaps of at most 5 % are filled with the median of their place in the period. Off where it exceeds 3.5 and what any of the buckets exceeds with chance alpha (Bonferroni), and the change matters',
  claim: 'no bucket off trend and season',
  usual: [],
  options: strictObject({
    period: int().min(2).max(10_000).optional().meta({ description: 'Buckets in one season' }),
    seasonal: int()
      .min(3)
      .max(999)
      .default(7)
      .meta({ description: 'Window of the seasonal smoother, in seasons; odd' }),
    limit: number()
      .gt(0)
      .max(30)
      .default(3.5)
      .meta({ description: 'Standard deviations below which nothing is off' }),
  }),
  inferential: true,
  judge(series, { period: asked, seasonal, limit }, alpha) {
    const { buckets, every } = series;
    if (series.judged === 0) return undefined
    const [day, week] = [Math.round(DAY / every), Math.round((7 * DAY) / every)];
    const period = asked ?? (buckets.length >= SEASONS * week || day < 2 ? week : day);
    const given = buckets.map((bucket, place) => (series.isYoung(place) ? undefined : bucket?.value));
    const scale = scaleOf(
      series.settings.kind,
      given.filter(value => value !== undefined),
      series.counted,
    );
    const values = given.map(value => (value === undefined ? undefined : scale.to(value)));
    const length = values.findLastIndex(value => value !== undefined) + 1;
    const missing = values.slice(0, length).filter(value => value === undefined).length;
    if (period < 2 || length < SEASONS * period)
      return {
        status: 'inconclusive',
        measured: { value: length, unit: 'buckets', method: 'stl-residuals' },
        required: { comparator: '>=', value: SEASONS * Math.max(2, period), unit: 'buckets' },
        reason: `Expected at least ${SEASONS} full periods of ${Math.max(2, period)} buckets but found ${grouped(length)} buckets`,
        hint: "Give a longer log, or a shorter 'period'",
      }
    if (missing > GAPS * length)
      return {
        status: 'inconclusive',
        measured: { value: missing, unit: 'buckets', method: 'stl-residuals', n: length },
        required: { comparator: '<=', value: Math.floor(GAPS * length), unit: 'buckets' },
        reason: `Expected a series without large gaps but found ${grouped(missing)} of ${grouped(length)} buckets without a value`,
        hint: 'Find out why they are missing',
      }
    const ofPlace = Array.from({ length: period }, (_, phase) =>
      medianOf(
        values
          .slice(0, length)
          .flatMap((value, place) => (value !== undefined && place % period === phase ? [value] : [])),
      ),
    );
    const known = values.slice(0, length).map((value, place) => value ?? ofPlace[place % period] ?? 0);
    const { residual } = stl(known, {
      period,
      seasonal: seasonal % 2 === 0 ? seasonal + 1 : seasonal,
      robust: true,
      jump: length > LONG ? Math.ceil(period / 10) : 1,
    });
    // Chance has a share vary by its requests.
    const weight = (place        ) => (series.counted ? Math.sqrt(Math.max(1, buckets[place]?.traffic ?? 1)) : 1);
    // Robust fits follow most values closely and leave the far ones alone: the middle of the residuals is too small a measure.
    const spread = Math.max(
      robustScale(
        [...residual].map((left, place) => left * weight(place)),
        [0.5, 0.95, 0.99],
      ),
      Number.MIN_VALUE,
    );
    return offLimits(series, {
      method: 'stl-residuals',
      limit: Math.max(limit, distanceLimit(series, alpha)),
      pValue: normal.sf,
      score(place) {
        const value = known[place];
        if (!series.scores[place] || value === undefined) return undefined
        const centre = value - (residual[place] ?? 0);
        const own = spread / weight(place);
        const expected = scale.from(centre);
        const zOf = (x        ) => {
          const distance = (scale.to(x) - centre) / own;
          if (series.settings.kind !== 'volume') return distance
          const relative = Math.sqrt(Math.max(0, own * own - 1 / (1 + expected)));
          return Math.sign(distance) * Math.min(Math.abs(distance), Math.abs(countDistance(x, expected, relative)))
        };
        return {
          expected,
          z: zOf(scale.from(value)),
          zOf,
          at: distance => scale.from(centre + distance * own),
        }
      },
    })
  },
});

var anomalies = /*#__PURE__*/Object.freeze({
  __proto__: null,
  cusum: cusum,
  ewma: ewma,
  generalisedEsd: generalisedEsd,
  labelMaturity: labelMaturity,
  latencyQuantiles: latencyQuantiles,
  minimumTraffic: minimumTraffic,
  missingBuckets: missingBuckets,
  pageHinkley: pageHinkley,
  rate: rate,
  seasonalZ: seasonalZ,
  stlResiduals: stlResiduals
});

const RULES                     = Object.values(anomalies);

/** Rules by their ids: options for one, true to have one that is not usual, false to go without. */
const RuleSettings = strictObject(
    Object.fromEntries(
      RULES.map(({ id, title, options }) => [
        id,
        union([boolean(), options], { error: 'true, false, or a map of its options' })
          .optional()
          .meta({ description: title }),
      ]),
    ),
  )
  .prefault({})
  .meta({ description: 'Rules to add, to leave out, or to give options' });

const path$1 = (description        ) => string().min(1).max(4096).meta({ description, path: true });
const column$1 = (description        ) => string().min(1).max(1000).meta({ description });
const variable = (description        ) =>
  string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable')
    .meta({ description });
const query = (description        ) => string().min(1).max(10_000).meta({ description });

/** Where a Prometheus server is asked. No secret stands here: only the names of environment variables that hold one. */
const PrometheusSource = strictObject({
  url: url({ protocol: /^https?$/ })
    .refine(url => !URL.canParse(url) || (new URL(url).username === '' && new URL(url).password === ''), {
      error: 'an address without user and password: name environment variables that hold them',
    })
    .meta({ description: 'Address of the server, or of what speaks its HTTP API' }),
  query: query('PromQL of one series: one value per bucket. Of a rate: the events'),
  traffic: query(
    'PromQL of the requests in each bucket: what a rate is of, and what the minimum traffic is held against',
  ).optional(),
  quantile: number().gt(0).lt(1).optional().meta({
    description:
      'The query gives counts by le, such as sum by (le) (increase(x_bucket[1h])): judge this quantile of them',
  }),
  range: Duration.default('28d').meta({ description: 'How far back the series goes' }),
  until: datetime({ offset: true }).optional().meta({ description: 'Time at which it ends; now unless given' }),
  'username-env': variable('Environment variable that holds the user name').optional(),
  'password-env': variable('Environment variable that holds the password').optional(),
  'token-env': variable('Environment variable that holds a bearer token').optional(),
  tenant: string().min(1).max(200).optional().meta({ description: 'X-Scope-OrgID, for Mimir, Thanos and the like' }),
  ca: path$1('Certificate authority of the server, PEM').optional(),
});
                                                                

const Exception = strictObject({
    from: datetime({ offset: true }).meta({ description: 'Begin, inclusive' }),
    until: datetime({ offset: true }).meta({ description: 'End, exclusive' }),
    why: string().min(1).max(500).meta({ description: 'Reason, as the evidence tells it' }),
  })
  .refine(({ from, until }) => Date.parse(from) < Date.parse(until), {
    error: 'a stretch whose end is after its begin',
  });

/** One operational series: where it comes from, what it is, and by which rules it is judged. */
const Series = strictObject({
    name: string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'a name of letters, digits, dots, dashes and underscores')
      .meta({ description: 'Name, as checks have it' }),
    kind: SeriesKind.meta({ description: 'What the series is of' }),
    log: path$1('A log: CSV, JSON Lines or Parquet').optional(),
    prometheus: PrometheusSource.optional().meta({ description: 'A range query instead of a log' }),
    time: column$1("Column that holds a row's time: ISO 8601, or seconds or milliseconds since 1970").default(
      'timestamp',
    ),
    count: column$1('Column that holds how many requests a row stands for; each row is one unless given').optional(),
    events: column$1(
      'Of a rate: column that holds the events among them: a count, or 0 and 1, or true and false',
    ).optional(),
    value: column$1('Column that holds the value: a latency, a gauge, or a rate that is already one').optional(),
    quantile: number().gt(0).lt(1).default(0.95).meta({ description: 'Of latencies: the quantile that is judged' }),
    every: Duration.default('1h').meta({ description: 'Length of a bucket' }),
    baseline: Duration.default('14d').meta({
      description: 'What is at least known before anything is judged: everything after it is, unless judge is given',
    }),
    judge: Duration.optional().meta({ description: 'Judge only so much at the end, such as 7d' }),
    season: _enum(['auto', 'none', 'day', 'week', 'month']).default('auto').meta({
      description: 'What repeats: the hours of a day, of a week, the days of a month; auto takes what predicts best',
    }),
    direction: _enum(['both', 'up', 'down']).optional().meta({
      description: 'Which way is harmful: up for latencies and rates, both otherwise, unless given',
    }),
    'min-change': number().min(0).max(100).optional().meta({
      description:
        'Smallest change from what is expected that matters, as a share of it: 0.1, or 0.25 of a rate, unless given',
    }),
    'min-absolute-change': number().min(0).default(0).meta({
      description: 'Smallest change that matters, in the unit of the series',
    }),
    'min-traffic': int().min(0).default(30).meta({
      description: 'Requests below which the rate or the latency of a bucket says nothing, where requests are counted',
    }),
    'max-missing': number().min(0).max(1).default(0.01).meta({
      description: 'Largest share of judged buckets that may be missing',
    }),
    maturity: Duration.optional().meta({
      description: 'Of a default rate: age at which the outcome of a cohort is known; younger ones are not counted',
    }),
    disorder: Duration.optional().meta({
      description:
        'How far a row may stand before its time; one bucket, and not at all where rows are buckets, unless given',
    }),
    except: array(Exception).max(1000).default([]).meta({
      description: 'Stretches that are neither judged nor learnt from, such as planned maintenance',
    }),
    rules: RuleSettings,
  })
  .superRefine((series, context) => {
    const fault = (key                                         , message        ) =>
      context.addIssue({ code: 'custom', path: [key], message, input: series[key] });
    if ((series.log === undefined) === (series.prometheus === undefined))
      fault(
        'log',
        series.log === undefined
          ? "the path of a log, unless 'prometheus' is given,"
          : "left out where 'prometheus' is given,",
      );
    if (series.log !== undefined) {
      if ((series.kind === 'latency' || series.kind === 'gauge') && series.value === undefined)
        fault('value', 'the name of a column');
      if (
        (series.kind === 'error-rate' || series.kind === 'default-rate') &&
        (series.events === undefined) === (series.value === undefined)
      )
        fault('events', `the name of a column, or 'value' instead`);
    }
    if ((series.maturity !== undefined) !== (series.kind === 'default-rate'))
      fault(
        'maturity',
        series.maturity ? 'given for a default-rate only' : 'given for a default-rate: a length of time such as 90d',
      );
  });
                                            

/** The series of the settings, each name once. */
const SeriesList = array(Series)
  .min(1)
  .max(100)
  .superRefine((list, context) => {
    const names = new Set        ();
    for (const [i, { name }] of list.entries()) {
      if (names.has(name))
        context.addIssue({ code: 'custom', path: [i, 'name'], message: 'a name of its own', input: name });
      names.add(name);
    }
  });

/** Metrics that reference and current are compared by. */
const PERFORMANCE_METRIC_IDS = ['auc', 'accuracy', 'precision', 'recall', 'f1', 'brier', 'log-loss'];

/** A path relative to the folder of proofmark.yml; given as an input or flag, relative to the working directory. */
const path = (description        ) => string().min(1).max(4096).meta({ description, path: true });

const drop = number().gt(0);

/** Predictions that drift-compare holds against each other; what their columns mean stands under `certify`. */
const DriftPredictions = strictObject({
  reference: path('Predictions with labels from when the model was good, such as those of its hold-out: a CSV file'),
  current: path('Predictions of production, with labels or without: a CSV file'),
  labels: _enum(['auto', 'required', 'none']).default('auto').meta({
    description:
      'Whether the current file has labels: as its header says, or by all means, or none; without them performance is estimated (CBPE)',
  }),
  metrics: array(_enum(PERFORMANCE_METRIC_IDS))
    .min(1)
    .default(['auc', 'accuracy'])
    .meta({ description: 'Metrics that may stop the gate; the others are reported' }),
  slices: array(string().min(1)).min(1).optional().meta({
    description: 'Columns of both files whose every value is judged by the same metrics, from 30 rows on',
  }),
  'max-performance-drop': drop.lt(1).default(0.05).meta({
    description: 'Largest harmless loss of a metric, absolute: a fall, or of brier and log-loss a rise',
  }),
  'max-drops': partialRecord(_enum(PERFORMANCE_METRIC_IDS), drop)
    .default({})
    .meta({ description: 'The same by metric: { recall: 0.1 }' }),
  'max-decision-change': number().gt(0).lt(1).default(0.1).meta({
    description: 'Largest harmless change of the share of rows whose score reaches the threshold, up or down',
  }),
});

/** The section `drift`: what drift-compare reads and requires. */
const Drift = strictObject({
  reference: path('The table the model was built on: a CSV, JSON Lines or Parquet file').optional(),
  current: path('The table to compare with it: a CSV, JSON Lines or Parquet file').optional(),
  columns: array(string().min(1))
    .min(1)
    .optional()
    .meta({ description: 'Columns to compare; all the two tables share unless given' }),
  ignore: array(string().min(1)).optional().meta({ description: 'Columns to leave out, such as identifiers' }),
  profile: _enum(['proofmark', 'evidently', 'nannyml', 'tfdv']).default('proofmark').meta({
    description: "Whose rules decide: proofmark, or another tool's with its defaults: evidently, nannyml, tfdv",
  }),
  alpha: number()
    .gt(0)
    .lt(0.5)
    .default(0.05)
    .meta({ description: 'Chance of any false alarm over all columns together (Holm)' }),
  'max-effect': number().gt(0).max(1).default(0.1).meta({
    description:
      'Largest harmless change of a distribution, for methods without a limit of their own, such as kolmogorov-smirnov and total-variation',
  }),
  methods: record(string().min(1), _enum(METHOD_IDS)).default({}).meta({
    description:
      'Method that decides on the distribution, by column, or by kind of column: numeric, categorical, boolean, datetime, text, embedding; rows: of all columns together',
  }),
  embeddings: record(string().min(1), array(string().min(1)).min(1))
    .default({})
    .meta({
      description: 'Columns of numbers that are one vector, by a name for it: compared together, not one by one',
    }),
  limits: record(string().min(1), number().gt(0)).default({}).meta({
    description:
      'Largest harmless effect, by column or by method, on the scale of the method; max-effect or that of the method unless given',
  }),
  calibrate: boolean().default(false).meta({
    description:
      'true: raise the limit of a column whose reference differs from itself by more, chunk by chunk of as many rows as the current table',
  }),
  critical: array(string().min(1)).min(1).optional().meta({
    description: 'Columns that stop the gate where they have drifted; all without a weight unless given',
  }),
  weights: record(string().min(1), number().min(0)).optional().meta({
    description: 'Importance of columns that do not stop the gate by themselves, but together',
  }),
  'max-drifted-weight': number().min(0).lt(1).default(0.2).meta({
    description: 'Largest share of all weights that columns which drifted may hold',
  }),
  'on-inconclusive': _enum(['block', 'warn']).default('block').meta({
    description: 'What a column that is undecided for want of rows does: block, or warn and let it pass',
  }),
  'max-missing-change': number()
    .gt(0)
    .max(1)
    .default(0.05)
    .meta({ description: 'Largest harmless change of the missing share' }),
  'max-unseen-share': number()
    .min(0)
    .max(1)
    .default(0)
    .meta({ description: 'Largest harmless share of rows whose category the reference never had' }),
  predictions: DriftPredictions.optional().meta({
    description: 'Predictions to compare: scores, decisions, and performance with labels or without',
  }),
  series: SeriesList.optional().meta({
    description: 'Operational series of production: volume, rates, latencies, from logs or Prometheus',
  }),
});

const paths = (description        ) =>
  array(string().min(1).max(4096).meta({ path: true }))
    .min(1)
    .meta({ description });
const column = (description        ) => string().min(1).meta({ description });

const Model = strictObject({
  name: string().min(1).max(200).optional().meta({ description: 'Name of the model, as the certificate states it' }),
  version: string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Version of the model, as the certificate states it' }),
  files: paths('The model: files, folders or * globs').optional(),
  card: Card.optional().meta({
    description: 'What only people can say of the model: makes a model card of it and what is measured',
  }),
});

const Data = strictObject({
  files: paths('Tables to validate: CSV, JSON Lines or Parquet files').optional(),
  contract: path('What the data must look like: an ODCS v3.1 YAML file').optional(),
  shard: string()
    .regex(/^[1-9]\d*\/[1-9]\d*$/)
    .refine(text => Number(text.split('/')[0]) <= Number(text.split('/')[1]), {
      error: 'a part of as many, such as 2/4',
    })
    .optional()
    .meta({ description: 'Measure a part of the rows only, e.g. 2/4, and write what was measured for merge' }),
  merge: paths('Join what all shards have measured, and judge it: the files they wrote').optional(),
  dialects: record(string().min(1), Dialect).optional().meta({
    description: 'CSV files not written as RFC 4180 has it, by path or pattern: delimiter, quote, decimal, encoding …',
  }),
});

/** A command of the user's that scores the hold-out. */
const Predict = strictObject({
  command: tuple([string().min(1)], string()).meta({
    description:
      "The program and its arguments, e.g. [python, predict.py]; no shell reads it. It writes the file 'predictions'",
  }),
  folder: path('Where it works').default('.'),
  'max-seconds': int().min(1).max(86_400).default(600).meta({
    description: 'Seconds after which it is ended, and all that it has started',
  }),
  environment: array(string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/))
    .default([])
    .meta({ description: 'Variables of the environment that it is told, besides PATH, HOME and the like' }),
  inputs: paths('What it reads, such as the hold-out and its own code: their digests stand in the evidence').optional(),
});

/** A model that is asked here. */
const Onnx = strictObject({
  model: path('The model, an ONNX file'),
  data: path('The hold-out: a table with the ids, the truth and the features'),
  features: array(string().min(1)).min(1).optional().meta({
    description: "Columns that make the model's one matrix, in its order; an input for each column goes by name",
  }),
  output: string().min(1).optional().meta({
    description: 'Name of the output that holds the predictions; needed where several hold numbers',
  }),
  columns: record(string().min(1), int().nonnegative()).meta({
    description: 'Columns to write, and where in a row of the output each stands, from 0: { p_bad: 0 }',
  }),
});

/** How often a hold-out may be used. */
const Looks = strictObject({
  most: int().min(1).max(10_000).default(20).meta({ description: 'Models that may be judged on the same rows' }),
  earlier: paths('Evidence of earlier runs, or certificates: what was judged before').optional(),
  spend: boolean().default(false).meta({
    description: 'true: every interval is as wide as its share of that many looks asks for (Bonferroni)',
  }),
});

/** What a model is held against besides the champion, so that small losses do not add up unseen. */
const Anchor = strictObject({
  certificates: paths('Certificates of this model so far: the oldest that is still valid counts'),
  key: path('Public key (PEM) that signed them'),
  predictions: path(
    'Predictions of the model of that certificate, on the same rows; their digest must be the certified one',
  ),
  budget: number().min(1).max(100).default(2).meta({
    description: 'How many times the margin of a claim on the champion may be lost since then',
  }),
});

const Certify = strictObject({
  predictions: path('Row-level predictions of the model on the hold-out: a CSV file').optional(),
  champion: path('Row-level predictions of the model in production, on the same rows: a CSV file').optional(),
  onnx: Onnx.optional().meta({
    description: "An ONNX model that is asked here, and whose answers are written as 'predictions'",
  }),
  task: _enum(TASK_IDS).default('binary').meta({ description: 'Kind of prediction' }),
  predict: Predict.optional().meta({ description: 'A command that makes the predictions before they are read' }),
  id: column('Column that identifies a row in both prediction files').default('id'),
  label: column(
    'Column that holds the truth: a class, a number, how relevant a result is, the answer expected',
  ).default('label'),
  score: column(
    'Column that holds the probability of the positive class, what results are ranked by, the grade of an answer',
  ).default('score'),
  positive: string().default('1').meta({ description: 'Value of the label column that is the positive class' }),
  weight: column('Column that holds how much a row counts; every row once unless given').optional(),
  cluster: column(
    'Column of what rows belong together by, such as the customer; every row apart unless given',
  ).optional(),
  threshold: number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'A row counts as predicted positive where its score is at least this' }),
  ...CERTIFY_BY_TASK,
  level: number()
    .min(0.5)
    .max(0.9999)
    .default(0.95)
    .meta({ description: 'Two-sided confidence level of every interval' }),
  anchor: Anchor.optional().meta({
    description: 'Holds every claim on the champion against the oldest valid certificate, too',
  }),
  looks: Looks.optional().meta({ description: 'Counts the models that were judged on this hold-out' }),
  claims: array(string().min(1))
    .optional()
    .meta({ description: 'What must hold, e.g. "auc >= 0.80" or "auc no worse than champion by 0.01"' }),
  ...CERTIFY_BEHAVIOUR,
});

const Security = strictObject({
  paths: paths('Files and folders to scan besides the model files').optional(),
  vulnerabilities: union([_enum(['off', 'api']), path("OSV's all.zip, or a folder of them")], {
      error: "Expected to be off, api, or the path of OSV's all.zip",
    })
    .default('off')
    .meta({
      description:
        "Where known vulnerabilities are looked up: off, api (sends names and versions to osv-url), or the path of OSV's all.zip",
    }),
  'osv-url': url({ protocol: /^https?$/ })
    .default('https://api.osv.dev')
    .meta({ description: 'Address of the OSV server that vulnerabilities: api asks' }),
  secrets: strictObject({
      baseline: path(
        'Credentials that were there before and only warn; write it with proofmark secrets-baseline',
      ).optional(),
    })
    .prefault({})
    .meta({ description: 'How credentials are looked for' }),
  'sensitive-data': boolean().default(false).meta({
    description: 'true: look for personal data in every table that the settings name, and hold it against the contract',
  }),
  'quasi-identifiers': array(string().min(1)).min(1).optional().meta({
    description: 'Columns by which people could be told apart together, such as age, sex and postcode',
  }),
  'min-k': int().min(2).default(5).meta({
    description: 'Rows that must share each combination of the quasi-identifiers (k-anonymity)',
  }),
  'min-l': int().min(2).optional().meta({
    description: 'Distinct values that each sensitive column must have among such rows (l-diversity)',
  }),
  'max-seconds': int().min(1).max(3600).default(USUAL_LIMITS.seconds).meta({
    description: 'Seconds that reading one file may take, and one more for every 10 MB of it',
  }),
  'max-memory': int().min(256).max(65536).default(USUAL_LIMITS.memory).meta({
    description: 'Memory that reading one file may take, in MiB',
  }),
  'max-depth': int().min(0).max(100).default(USUAL_LIMITS.depth).meta({
    description: 'Archives and compressed streams inside one another that are opened',
  }),
  'max-ratio': int().min(1).max(100_000).default(USUAL_LIMITS.ratio).meta({
    description: 'How many times its own size a file may decompress to; 64 MiB are allowed in any case',
  }),
});

const Record = strictObject({
  key: path('Private key (P-256, PEM) that signs the certificate; make one with `proofmark keygen`').optional(),
  release: string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Tag of a GitHub release to publish the certificate and its evidence in' }),
});

/** What must hold for a certificate. In a pull request it is read from the base branch. */
const Policy = strictObject({
  require: array(_enum(GATES))
    .min(1)
    .default([...GATES])
    .meta({ description: 'Gates that must have passed' }),
  'validity-days': int().min(1).max(3650).default(90).meta({ description: 'Days a certificate is valid' }),
  'known-vulnerabilities': _enum(['new', 'all']).optional().meta({
    description:
      'Which known vulnerabilities fail: new: in a pull request only those that its base branch does not have, all: every one. Malicious packages always do',
  }),
  waivers: array(Waiver).max(1000).optional().meta({
    description: 'Exceptions: one finding of security-scan in one content each, with reason, owner and last day',
  }),
});
                                           

/** proofmark.yml. Every section can also be given by the inputs of the action, or the flags of the command, it belongs to. */
const Settings = strictObject({
    model: Model.prefault({}).meta({ description: 'The model under certification' }),
    data: Data.prefault({}).meta({ description: 'What data-validate reads' }),
    certify: Certify.prefault({}).meta({ description: 'What model-certify reads and requires' }),
    drift: Drift.prefault({}).meta({ description: 'What drift-compare reads and requires' }),
    security: Security.prefault({}).meta({ description: 'What security-scan reads' }),
    record: Record.prefault({}).meta({ description: 'How the certificate is signed and kept' }),
    policy: Policy.prefault({}).meta({ description: 'What must hold for a certificate' }),
  })
  .meta({ title: 'Proofmark settings', description: 'proofmark.yml: what Proofmark checks, and what must hold' });

/** Payload type of every DSSE envelope that holds an in-toto statement. */
const STATEMENT_PAYLOAD = 'application/vnd.in-toto+json';

/** in-toto Statement v1. */
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';

/** Predicate type of a certificate: SLSA Verification Summary Attestation v1. */
const VERIFICATION_SUMMARY = 'https://slsa.dev/verification_summary/v1';

/** Key of a certificate's own part inside the verification summary, which wants extensions named by URI. */
const CERTIFICATE_EXTENSION = `${NAMESPACE}certificate/v1`;         

/** Predicate type of a refusal; not a verification summary, because tools that look at the type alone would let a FAILED one pass. */
const REFUSAL = `${NAMESPACE}refusal/v1`;         

/** Who decides: this program. Which of its keys to trust is the verifier's choice. */
const VERIFIER_ID = `${NAMESPACE}verifier/v1`;

/** The model's files by digest, as `sha256sum -c` reads them. */
const SUMS_FILE = 'SHA256SUMS';

const CERTIFICATE_FILE = 'certificate.sigstore.json';

const REFUSAL_FILE = 'refusal.sigstore.json';

/** Files a statement lists besides `SHA256SUMS`; a model of more is stated by `SHA256SUMS` alone. GitHub's attestation store takes 1024 subjects. */
const MAX_LISTED_FILES = 1023;

/** The model as a whole, by its id. */
const SumsSubject = object({ name: literal(SUMS_FILE), digest: object({ sha256: Sha256, dirHash1: Sha256 }) });

const FileSubject = object({ name: string().min(1).max(4096), digest: object({ sha256: Sha256 }) });

/** What certificate and refusal share of in-toto Statement v1: the model, then each of its files. */
const statementShape = {
  _type: literal(STATEMENT_TYPE),
  subject: tuple([SumsSubject], FileSubject).refine(subject => subject.length <= 1 + MAX_LISTED_FILES, {
    error: `Expected at most ${MAX_LISTED_FILES} files`,
  }),
};

/** in-toto ResourceDescriptor: where it is, and its digest. */
const Resource = object({ uri: string().min(1), digest: object({ sha256: Sha256 }) });

/** What their predicates share, under the names of SLSA's verification summary. */
const predicateShape = {
  verifier: object({ id: string().min(1), version: record(string(), string()) }),
  timeVerified: datetime(),
  resourceUri: string().min(1),
  /** The digest is that of the policy's canonical JSON (RFC 8785). */
  policy: Resource,
  /** The evidence files, by their bytes. */
  inputAttestations: array(Resource),
};

/** The model as its owner calls it, and its id. */
const ModelIdentity = strictObject({ name: string().optional(), version: string().optional(), id: Sha256 });

/** The run that decided. */
const Source = strictObject({
  repository: string().optional(),
  commit: string().optional(),
  ref: string().optional(),
  run: string().optional(),
});

/** A requirement on the model's quality and what was measured, under the names of in-toto's proposed evaluation result. */
const CertifiedClaim = strictObject({
  metric: string(),
  title: string(),
  comparator: Required.shape.comparator,
  threshold: Required.shape.value,
  value: Measured.shape.value,
  interval: Measured.shape.interval,
  level: Measured.shape.level,
  method: Measured.shape.method,
  sampleSize: Measured.shape.n,
  status: Status,
});

const GateSummary = strictObject({
  gate: string(),
  verdict: literal('passed'),
  checks: int().positive(),
  warnings: int().nonnegative(),
  tool: strictObject({ name: literal('proofmark'), version: string() }),
  finishedAt: datetime(),
});

/** What a certificate says beyond SLSA's verification summary. */
const CertificateExtension = strictObject({
  model: ModelIdentity,
  source: Source,
  gates: array(GateSummary).min(1),
  /** What the gates read, other than model files. */
  data: array(Material),
  claims: array(CertifiedClaim),
  /** The rows that the claims rest on, and the digest of the predictions of them: for whoever counts how often a hold-out was used. */
  holdout: strictObject({ rows: int().nonnegative(), ids: string(), predictions: Sha256 }).optional(),
  policy: Policy,
  validity: strictObject({ notBefore: datetime(), notAfter: datetime() }),
});

/**
 * A certificate: this model met this policy on this data. in-toto Statement v1 with SLSA's Verification Summary v1 as predicate
 * (https://slsa.dev/spec/v1.2/verification_summary), whose unknown fields are passed over as that specification wants; our own
 * part, named by URI, is strict.
 */
const Certificate = object({
  ...statementShape,
  predicateType: literal(VERIFICATION_SUMMARY),
  predicate: object({
    ...predicateShape,
    verificationResult: _enum(['PASSED', 'FAILED']),
    verifiedLevels: array(string()),
    slsaVersion: string(),
    [CERTIFICATE_EXTENSION]: CertificateExtension,
  }),
});

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;

/** A point in time as statements write it: RFC 3339, UTC, whole seconds (the fraction is cut off). */
const instant = (at      )         => `${at.toISOString().slice(0, 19)}Z`;

/** The time a certificate holds: from `at`, for `days` days of 24 hours, and no longer than what it rests on. */
const validityOf = (at      , days        , ends                  = []) => ({
  notBefore: instant(at),
  notAfter: instant(new Date(Math.min(at.getTime() + days * DAY_MS, ...ends.map(end => end.getTime() - SECOND_MS)))),
});

/** Orders texts by their UTF-8 bytes, which is by code point. JavaScript's own order is by UTF-16 unit and puts U+1F600 before U+FF5E. */
function compareUtf8(a        , b        )         {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** One rule of the policy, and whether the evidence meets it. */
const RuleOutcome = strictObject({
  /** The gate whose evidence the rule is about, or `materials`. */
  rule: string().min(1),
  title: string().min(1),
  status: Verdict,
  /** One sentence: expected and found. */
  reason: string().min(1),
  /** What to do next. */
  hint: string().optional(),
});

/** A refusal: this model did not meet this policy, or one cannot tell, and why. */
const Refusal = object({
  ...statementShape,
  predicateType: literal(REFUSAL),
  predicate: strictObject({
    ...predicateShape,
    verdict: _enum(['failed', 'inconclusive']),
    rules: array(RuleOutcome),
    model: ModelIdentity,
    source: Source,
  }),
});

/** `sha256sum` escapes a line whose name holds one of these, and its readers differ on how. */
const UNSAFE = /[\n\r\\\0]/;

/** The text of `SHA256SUMS`: a line "hex␠␠path" per file, sorted by the path's UTF-8 bytes. Refuses names that two readers could read differently. */
function sha256Sums(files                       )         {
  for (const { name } of files) {
    if (UNSAFE.test(name) || !name.isWellFormed())
      throw new UserError(
        'record.file-name',
        `Expected the model's file names without line breaks and backslashes but found ${JSON.stringify(name)}`,
        { hint: 'Rename the file' },
      )
    if (name === SUMS_FILE)
      throw new UserError('record.file-name', `Expected no model file to be named ${SUMS_FILE} but found one`, {
        hint: `Leave it out of the model's files: the certificate has a ${SUMS_FILE} of its own`,
      })
  }
  const sorted = files.toSorted((a, b) => compareUtf8(a.name, b.name));
  const twice = sorted.find((file, i) => sorted[i + 1]?.name === file.name);
  if (twice) throw new UserError('record.file-name', `Expected each model file once but found '${twice.name}' twice`)
  return sorted.map(file => `${file.digest.sha256}  ${file.name}\n`).join('')
}

/** The files a `SHA256SUMS` lists, or undefined where it is not one we would have written. */
function readSha256Sums(text        )                           {
  if (!text.endsWith('\n')) return undefined
  const files               = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const [, sha256, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (sha256 === undefined || name === undefined) return undefined
    files.push({ name, digest: { sha256 } });
  }
  return files
}

/** 0 passed · 1 failed · 2 inconclusive · 3 the settings or the input are wrong · 4 the environment is. */
                                        

const OF_VERDICT                            = { passed: 0, failed: 1, inconclusive: 2 };

/** What has to be mended first decides: the environment, then settings and input, then the verdict. A bug of ours decided nothing. */
function exitCode(verdict         , errors                    )           {
  const known = errors.filter(error => error instanceof UserError);
  if (known.some(error => error.kind === 'environment')) return 4
  if (known.some(error => error.kind === 'input')) return 3
  return errors.length > 0 && verdict === 'passed' ? 2 : OF_VERDICT[verdict]
}

/** A signed payload as one of our statements, or why it is none. */
                       
                                                                     
                                                             
                                                         

const Typed = object({ predicateType: string() });

/** Reads a verified payload. The caller has checked its signature; nothing else about it is taken on trust. */
function readStatement(payload            , payloadType        )            {
  if (payloadType !== STATEMENT_PAYLOAD) return unknown(`a payload of type ${STATEMENT_PAYLOAD}`, payloadType)
  const value = readJson(payload);
  const predicateType = Typed.safeParse(value).data?.predicateType;
  switch (predicateType) {
    case VERIFICATION_SUMMARY: {
      const read = Certificate.safeParse(value);
      return read.success ? { kind: 'certificate', statement: read.data } : unknown('a certificate', first(read.error))
    }
    case REFUSAL: {
      const read = Refusal.safeParse(value);
      return read.success ? { kind: 'refusal', statement: read.data } : unknown('a refusal', first(read.error))
    }
    default:
      return unknown(`a statement of type ${VERIFICATION_SUMMARY}`, predicateType ?? 'none')
  }
}

const unknown = (expected        , found        )            => ({
  kind: 'unknown',
  reason: `Expected ${expected} but found ${found}`,
});

const first = ({ issues: [issue] }            ) =>
  `one whose ${issue?.path.join('.') || 'form'} is wrong: ${issue?.message}`;

/** Whether `now` is within the certificate's validity, both ends included. */
function validityStep({ notBefore, notAfter }                                         , now      )       {
  const step = { id: 'validity', title: 'It is valid today' };         
  const at = now.getTime();
  if (!(at >= Date.parse(notBefore)))
    return {
      ...step,
      status: 'failed',
      reason: `Expected a certificate valid at ${instant(now)} but this one starts at ${notBefore}`,
      hint: "Check this machine's clock",
    }
  if (!(at <= Date.parse(notAfter)))
    return {
      ...step,
      status: 'failed',
      reason: `Expected a certificate valid at ${instant(now)} but this one ended at ${notAfter}`,
      hint: 'Certify the model again',
    }
  return { ...step, status: 'passed', reason: `Valid from ${notBefore} to ${notAfter}` }
}

/**
 * What a model is called by: the SHA-256 of its `SHA256SUMS`, lower-case hexadecimal. Equal to in-toto's `dirHash1` (Hash1 of
 * golang.org/x/mod/sumdb/dirhash), so it depends on names as well as bytes.
 */
function modelId(files                       , sha256                          )         {
  return sha256(sha256Sums(files))
}

/** Tone names as `src/report/terminal.ts` gives them. */
const STYLE                                                            = {
  pass: 'green',
  passed: 'green',
  fail: 'red',
  failed: 'red',
  warn: 'yellow',
  inconclusive: 'yellow',
  muted: 'dim',
  strong: 'bold',
};

/** Writes lines, coloured where the stream is a terminal and NO_COLOR is not set. */
function printLines(stream                    , lines                                           )       {
  for (const { tone, text } of lines) {
    const style = STYLE[tone];
    stream.write(`${style === undefined ? text : styleText(style, text, { stream })}\n`);
  }
}

export { durationText as A, RULES as B, Certificate as C, timeText as D, nothingJudged as E, quantileStore as F, keep as G, ranked as H, rankOf as I, quantileRanks as J, validityStep as K, readStatement as L, MAX_LISTED_FILES as M, dialectFor as N, modelId as O, PERFORMANCE_METRIC_IDS as P, readSha256Sums as Q, Refusal as R, Settings as S, Dialect as T, VERIFIER_ID as V, SUMS_FILE as a, STATEMENT_TYPE as b, VERIFICATION_SUMMARY as c, CERTIFICATE_EXTENSION as d, exitCode as e, compareUtf8 as f, REFUSAL as g, CERTIFICATE_FILE as h, instant as i, REFUSAL_FILE as j, sha256Sums as k, STATEMENT_PAYLOAD as l, figure as m, percent as n, grouped as o, printLines as p, quantileOf as q, robustScale as r, studentT as s, medianOf as t, scaleOf as u, validityOf as v, countDistance as w, PLAIN as x, milliseconds as y, distanceLimit as z };
