import { n as normal, c as clopperPearson, g as gammainc, b as betainc, a as gammaincc } from './clopper-pearson.js';
import { p as percent, f as figure } from './figure.js';
import { g as grouped } from './grouped.js';
import { a as string, s as strictObject, n as number, i as int, e as array } from './schemas2.js';
import { q as quantileOf, s as studentT } from './quantile-of.js';
import { q as quantileRanks, p as pValueWords } from './p-value.js';
import { i as isRate } from './kinds.js';

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
  return `${told.join(', ')}${runs.length > most ? ` and ${grouped(runs.length - most)} more times` : ''}`
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
    const found = `found ${percent(value)} (${grouped(events)} of ${grouped(n)})`;
    return off.length > 0
      ? {
          ...known,
          status: 'fail',
          reason: `${expected} but ${found}, adjusted ${pValueWords(known.measured.adjustedPValue)}; ${share(series, off.length)} off: ${runsText(
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

export { Duration as D, PLAIN as P, anomalies as a, milliseconds as b, countDistance as c, distanceLimit as d, durationText as e, ranked as f, rankOf as g, keep as k, medianOf as m, nothingJudged as n, quantileStore as q, robustScale as r, scaleOf as s, timeText as t };
