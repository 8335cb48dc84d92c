import { M as MOST_LOCATIONS, a as faultCheck } from './faults.js';
import { N as NO_NAME } from './kept-rows.js';
import { f as clusteredMean, g as isSpread, A as chernoffHoeffding, n as namesOf, a as numbersOf, B as rowOf, C as rankedClasses, D as variance, d as differences, i as isGap, E as evaluate, F as metrics } from './index10.js';
import { c as counted, l as listed } from './format2.js';
import { closestMatch } from './index5.js';
import { U as UserError } from './user-error.js';
import { g as grouped } from './grouped.js';
import { s as sum, a as seeded, b as shuffle, c as shuffleFirst } from './shuffle.js';
import { r as requirePositive, o as outsideEachEnd, j as beta, d as count, e as binomial, p as probability, t as stirlingError, c as clopperPearson, n as normal } from './clopper-pearson.js';
import { s as studentT, q as quantileOf } from './quantile-of.js';
import { c as chiSquared } from './chi-squared.js';

/**
 * Clopper and Pearson's interval of a share among rows that belong together or count differently: for as many independent
 * rows as would leave the share the standard error it has, fewer where that error rests on few degrees of freedom. `rows`:
 * how many there are. For a share strictly between 0 and 1.
 *
 * Source: E. L. Korn and B. I. Graubard (1998), Confidence intervals for proportions with small expected number of positive
 * counts estimated from survey data.
 */
function kornGraubard(
  { share, standardError, df, rows }                                                                    ,
  level        ,
)           {
  requirePositive({ share, 'one minus share': 1 - share, standardError });
  const outside = outsideEachEnd(level);
  const fewer = (studentT(rows - 1).isf(outside) / studentT(df).isf(outside)) ** 2;
  const effective = Math.min(rows, ((share * (1 - share)) / standardError ** 2) * fewer);
  const hits = effective * share;
  return {
    lower: beta(hits, effective - hits + 1).ppf(outside),
    upper: beta(hits + 1, effective - hits).isf(outside),
  }
}

/** The mean of the differences, its standard error and degrees of freedom, and how the long-run variance was found. */
                                                 
              
                       
            
                                    
 

/**
 * The two-sided test of equal accuracy of two forecasts `horizon` steps ahead, from the differences of their losses in the
 * order of time (Diebold and Mariano 1995), with the small-sample correction of Harvey, Leybourne and Newbold (1997) and
 * Student's t with n − 1 degrees of freedom. The long-run variance takes autocovariances up to horizon − 1; where their sum
 * is not positive, they are weighted by Bartlett's window, with which it cannot be negative.
 *
 * The standard error is already corrected: statistic = mean / standardError, NaN where the differences do not vary.
 */
function dieboldMariano(differences              , horizon = 1)                       {
  const n = differences.length;
  if (!(Number.isInteger(horizon) && horizon >= 1 && horizon < n))
    throw new RangeError(`Expected a horizon from 1 to ${n - 1} for ${n} differences but found ${horizon}`)
  const mean = sum(differences) / n;
  const centred = differences.map(difference => difference - mean);
  const autocovariances = Array.from({ length: horizon }, (_, lag) => {
    const products = centred.subarray(lag).map((value, t) => value * (centred[t] ?? 0));
    return sum(products) / n
  });
  const longRun = (weight                         ) =>
    sum(autocovariances.map((covariance, lag) => (lag === 0 ? 1 : 2) * weight(lag) * covariance));
  const truncated = longRun(() => 1);
  const positive = truncated > 0;
  const variance = positive ? truncated : longRun(lag => 1 - lag / horizon);
  const correction = (n + 1 - 2 * horizon + (horizon * (horizon - 1)) / n) / n;
  const standardError = variance > 0 ? Math.sqrt(variance / n / correction) : 0;
  const statistic = mean / standardError;
  const df = n - 1;
  return {
    statistic,
    pValue: Number.isNaN(statistic) ? Number.NaN : 2 * studentT(df).sf(Math.abs(statistic)),
    mean,
    standardError,
    df,
    variance: positive ? 'truncated' : 'bartlett',
  }
}

/** How McNemar's p-value is found. */
                                                             

/**
 * McNemar's two-sided test of pairs that differ: `b` only by the first of two answers, `c` only by the second, equally likely
 * under the null hypothesis. Exact: twice the binomial tail, with min(b, c) as the statistic; mid-p: half the probability
 * of what was observed less (Fagerland, Lydersen and Laake 2013); chi-squared: (b − c)² / (b + c), or with the continuity
 * `correction` (|b − c| − 1)² / (b + c).
 */
function mcnemar(
  b        ,
  c        ,
  { method = 'exact', correction = false }                                                   = {},
)             {
  const pairs = count(b, 'b') + count(c, 'c');
  const fewer = Math.min(b, c);
  if (method === 'chi-squared') {
    if (pairs === 0) return { statistic: 0, pValue: 1 }
    const statistic = (Math.abs(b - c) - (correction ? 1 : 0)) ** 2 / pairs;
    return { statistic, pValue: chiSquared(1).sf(statistic) }
  }
  const { cdf, pmf } = binomial(pairs, 0.5);
  const twice = 2 * cdf(fewer);
  return { statistic: fewer, pValue: Math.min(1, method === 'exact' ? twice : twice - pmf(fewer)) }
}

/** Sums this close to the observed one count as equal, relative to the sum of all sizes. */
const TIE = 1e-12;

/** The statistic is the mean difference; `exact` where every way to flip the signs was counted. */
                                                            

/**
 * The two-sided permutation test of paired differences that are symmetric around 0 under the null hypothesis: how often a
 * mean with signs flipped at random is at least as far from 0. All 2ⁿ ways where they are no more than `flips`; else so
 * many at random, the observed one counted among them (Phipson and Smyth 2010).
 */
function signFlip(differences              , random        , flips = 10_000)                 {
  const n = differences.length;
  if (n === 0) throw new RangeError('Expected at least one difference but found none')
  const total = sum(differences);
  const limit = Math.abs(total) - TIE * sum(differences.map(Math.abs));
  const statistic = total / n;
  if (2 ** n <= flips) return { statistic, pValue: extremeShare(differences, limit), exact: true }
  let extreme = 1;
  for (let i = 0; i < flips; i++) if (Math.abs(flipped(differences, random)) >= limit) extreme++;
  return { statistic, pValue: extreme / (flips + 1), exact: false }
}

/** The share of all signed sums that are at least as far from 0 as the limit. */
function extremeShare(differences              , limit        )         {
  // Every way has a mirror image with the same size: the first difference may keep its sign.
  let sums = [differences[0] ?? 0];
  for (const difference of differences.subarray(1))
    sums = sums.flatMap(partial => [partial + difference, partial - difference]);
  return sums.filter(value => Math.abs(value) >= limit).length / sums.length
}

/** The sum with signs from random bits, a word for 32 of them. */
function flipped(differences              , random        )         {
  let total = 0;
  let bits = 0;
  for (let i = 0; i < differences.length; i++) {
    bits = i % 32 === 0 ? random.word() : bits >>> 1;
    const difference = differences[i] ?? 0;
    total += bits & 1 ? difference : -difference;
  }
  return total
}

/** Below this mean, inversion takes fewer steps than rejection. */
const FEW$1 = 10;

/** Successes in `n` trials of probability `p`, in a time that does not grow with `n`. */
function drawBinomial(random        , n        , p        )         {
  count(n, 'the number of trials n');
  probability(p);
  if (p > 0.5) return n - drawBinomial(random, n, 1 - p)
  if (n === 0 || p === 0) return 0
  return n * p < FEW$1 ? byInversion(random, n, p) : byRejection(random, n, p)
}

/** Adds up the probabilities of 0, 1, … successes until they exceed a uniform number. */
function byInversion(random        , n        , p        )         {
  const odds = p / (1 - p);
  const none = Math.exp(n * Math.log1p(-p));
  for (;;) {
    let left = random.uniform();
    let mass = none;
    for (let k = 0; k <= n; k++) {
      if (left < mass) return k
      left -= mass;
      mass *= (odds * (n - k)) / (k + 1);
      if (mass === 0) break
    }
    // Rounding left less than nothing of the uniform number: draw another.
  }
}

/**
 * Transformed rejection with squeeze, for a mean of at least 10 and p ≤ ½.
 *
 * Source: W. Hörmann, The generation of binomial random variates (1993), algorithm BTRS.
 */
function byRejection(random        , n        , p        )         {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const mode = Math.floor((n + 1) * p);
  const logOdds = Math.log(p / (1 - p));
  const atMode = logCoefficient(n, mode);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (us >= 0.07 && v <= squeeze) return k
    if (k < 0 || k > n || v === 0) continue
    const height = Math.log((v * alpha) / (a / (us * us) + b));
    if (height <= logCoefficient(n, k) - atMode + (k - mode) * logOdds) return k
  }
}

/** ln of n over k, less a constant of n. */
const logCoefficient = (n        , k        ) => -logFactorial(k) - logFactorial(n - k);

/** ln m! less ½ ln 2π. */
const logFactorial = (m        ) => (m === 0 ? -0.9189385332046728 : stirlingError(m) + (m + 0.5) * Math.log(m) - m);

/** What a metric is, whatever the task. */
                             
                     
                        
                                                                           
                                      
                                                                     
                                              
                                        
                                                            
                                                                                                  
                         
                                                                                                      
                                                                    
 

/** A number that says how good a model is, computed from what its task makes of the rows. */
                                                        
                                                                                                                     
                                                      
                                                                                                                                  
                                                                                              
     
                                                                                                                             
                                                                          
     
                                                                           
                                                                                                                   
                          
                                                          
                                            
 

const isComparable =    ({ better, compare, form }           )          =>
  better !== 'zero' && (compare !== undefined || form !== undefined);

/** Damage that a claim without a margin of its own allows: 0.01, or for a loss 2 % of the champion's. */
const defaultMargin = (metric            , champion        )         =>
  metric.better === 'lower' ? 0.02 * Math.abs(champion) : 0.01;

/** What a mean's interval is called with these clusters and weights. */
const named = (method        , { clusters, weights }       ) =>
  [
    method,
    ...(clusters ? [`clustered (${grouped(clusters.count)} clusters)`] : []),
    ...(weights ? ['weighted'] : []),
  ].join(', ');

/**
 * A mean with Student's interval, around which clusters are independent, not rows; a share with Korn and Graubard's, which
 * keeps within 0 and 1 and passes a floor near 1 no more often than it should. Where fewer than ten clusters deviate
 * from it otherwise than the rest, its variance says nothing: a bounded mean then rests on its bounds and on as many units
 * as the largest leaves room for.
 */
function clusteredEstimate({ values, start = 0, bounds }          , design        )           {
  if (values.length === 0) return { value: null, n: 0, gap: 'there is no such row' }
  const { weights, clusters } = within(design, start, values.length);
  const { mean, standardError, df } = clusteredMean(values, {
    ...(clusters ? { clusters } : {}),
    ...(weights ? { weights } : {}),
  });
  const estimate = { value: mean, n: values.length };
  const units = { clusters, weights };
  if (isSpread(unitMeans(values, units))) {
    if (mean > 0 && mean < 1 && values.every(value => value === 0 || value === 1)) {
      const { lower, upper } = kornGraubard({ share: mean, standardError, df, rows: values.length }, design.level);
      return { ...estimate, interval: [lower, upper], standardError, method: named('korn-graubard', units) }
    }
    const reach = studentT(df).isf((1 - design.level) / 2) * standardError;
    const interval = [mean - reach, mean + reach];         
    return { ...estimate, interval, standardError, method: named('student-t', units) }
  }
  if (!bounds) return { ...estimate, gap: FEW }
  const counted = unitWeights(values.length, units);
  const n = counted.reduce((a, b) => a + b, 0) / counted.reduce((a, b) => Math.max(a, b), 0);
  return {
    ...estimate,
    interval: bounded({ values, mean, bounds, n, units }, design.level),
    method: named('chernoff-hoeffding (fewer than 10 clusters or rows differ from the rest)', units),
  }
}

const FEW = 'fewer than 10 clusters or rows differ from the rest';

                       
                               
                       
                                            
                                                          
                    
                       
 

/** What is gained and what is lost are bounded apart. */
function bounded({ values, mean, bounds: [least, greatest], n, units }             , level        )                   {
  if (least >= 0) {
    const [lower, upper] = chernoffHoeffding((mean - least) / (greatest - least), n, level);
    return [least + lower * (greatest - least), least + upper * (greatest - least)]
  }
  const part = (sign        ) => {
    const parts = values.map(value => Math.max(0, sign * value));
    return clusteredMean(parts, units.weights ? { weights: units.weights } : {}).mean
  };
  return [
    least * chernoffHoeffding(part(-1) / -least, n, level)[1],
    greatest * chernoffHoeffding(part(1) / greatest, n, level)[1],
  ]
}

/** A value with Student's interval from the influence of each cluster, or each row; `alike` tells where rows stand alike. */
function influenceEstimate(
  { value, influence, standing }               ,
  design        ,
  alike                               ,
)           {
  const estimate = { value: Number.isNaN(value) ? null : value, n: influence.length };
  const sums = design.clusters ? new Float64Array(design.clusters.count) : influence;
  if (design.clusters)
    for (let row = 0; row < influence.length; row++) {
      const cluster = design.clusters.codes[row] ?? 0;
      sums[cluster] = (sums[cluster] ?? 0) + (influence[row] ?? Number.NaN);
    }
  const apart = new Set        ();
  for (let row = 0; row < influence.length && apart.size < LEAST_APART; row++)
    if (!alike(standing[row] ?? Number.NaN)) apart.add(design.clusters?.codes[row] ?? row);
  if (apart.size < LEAST_APART) return { ...estimate, gap: FEW }
  const units = sums.length;
  const standardError = Math.sqrt((sums.reduce((sum, one) => sum + one ** 2, 0) * units) / (units - 1));
  const reach = studentT(units - 1).isf((1 - design.level) / 2) * standardError;
  return {
    ...estimate,
    interval: [value - reach, value + reach],
    standardError,
    method: named('student-t of the influence of rows', { clusters: design.clusters, weights: design.weights }),
  }
}

/** Clusters, or rows, that must stand otherwise than the rest. */
const LEAST_APART = 10;

/** The design of a run of rows; clusters that have none of them are left out. */
function within({ weights, clusters }        , start        , length        ) {
  const own = weights?.subarray(start, start + length);
  if (!clusters) return { weights: own, clusters: undefined }
  const numbers = new Map                ();
  const codes = Uint32Array.from({ length }, (_, i) => {
    const code = clusters.codes[start + i] ?? 0;
    const number = numbers.get(code) ?? numbers.size;
    numbers.set(code, number);
    return number
  });
  return { weights: own, clusters: { codes, count: numbers.size }                    }
}

                 
                                         
                                            
 

/** How much each cluster, or each row, counts. */
function unitWeights(n        , { clusters, weights }       )               {
  const counted = new Float64Array(clusters?.count ?? n);
  for (let row = 0; row < n; row++) {
    const unit = clusters?.codes[row] ?? row;
    counted[unit] = (counted[unit] ?? 0) + (weights?.[row] ?? 1);
  }
  return counted
}

/** The mean of each cluster, or the value of each row. */
function unitMeans(values              , units       )               {
  const { clusters, weights } = units;
  if (!clusters) return values
  const sums = new Float64Array(clusters.count);
  for (let row = 0; row < values.length; row++) {
    const unit = clusters.codes[row] ?? 0;
    sums[unit] = (sums[unit] ?? 0) + (weights?.[row] ?? 1) * (values[row] ?? Number.NaN);
  }
  const counted = unitWeights(values.length, units);
  return sums.map((sum, unit) => sum / (counted[unit] ?? Number.NaN))
}

/** How the rows of a hold-out came about, and how sure intervals shall be of it. Rows are in the order of the evaluation. */
                         
                                          
                        
                                                     
                                 
                                                                  
                              
                                                                                                                 
                                                                              
                                                                    
                                 
 

/** Whether every row counts once and stands for itself. */
const isPlain = ({ weights, clusters }        )          => weights === undefined && clusters === undefined;

/** How the rows came about, by the columns that were read; in the order of the evaluation, asked for where it matters. */
function designOf(
  rows      ,
  order                               ,
  { level, seed }                                                   ,
)         {
  const weighted = rows.columns.has('weight');
  const clustered = rows.columns.has('cluster');
  const chosen = weighted || clustered ? order() : undefined;
  return {
    level,
    random: purpose => seeded(seed, purpose),
    ...(weighted ? { weights: weightsOf(rows, chosen) } : {}),
    ...(clustered ? { clusters: clustersOf(rows, chosen) } : {}),
  }
}

function weightsOf(rows      , order                         )               {
  const weights = numbersOf(rows, 'weight');
  const inOrder = { length: order?.length ?? rows.n };
  return Float64Array.from(inOrder, (_, i) => weights[order?.[i] ?? i] ?? Number.NaN)
}

function clustersOf(rows      , order                         ) {
  const { codes } = namesOf(rows, 'cluster');
  const inOrder = { length: order?.length ?? rows.n };
  return withoutGaps(Uint32Array.from(inOrder, (_, i) => codes[order?.[i] ?? i] ?? 0))
}

/** Codes from 0 without gaps, which some of the rows of a file may have. */
function withoutGaps(codes             ) {
  const numbers = new Map                ();
  for (const [row, code] of codes.entries()) {
    const number = numbers.get(code) ?? numbers.size;
    numbers.set(code, number);
    codes[row] = number;
  }
  return { codes, count: numbers.size }
}

/** Of more rows than these, what takes long and was not asked for is left out: bootstraps of metrics without a claim, calibration. */
const MANY_ROWS = 100_000;

/** The ids of a file's rows, by 96 bits of each. */
                                        
                                                                   
                                                    
 

/** An index by open addressing: of rows with the same id, the first. `repeated` hears of every further one. */
function indexIds(ids        , repeated                                      )         {
  const { a, b, c } = ids;
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * a.length))) - 1;
  /** A row's number and one, 0 where there is none. */
  const slots = new Uint32Array(mask + 1);
  for (let row = 0; row < a.length; row++) {
    const slot = slotOf(ids, row);
    const first = slots[slot] ?? 0;
    if (first === 0) slots[slot] = row + 1;
    else repeated(row, first - 1);
  }
  return {
    ...ids,
    rowOf(of, row) {
      const found = slots[slotOf(of, row)] ?? 0;
      return found === 0 ? undefined : found - 1
    },
  }

  /** Where a row with that id is, or would be. */
  function slotOf(of        , row        )         {
    const [x, y, z] = [of.a[row] ?? 0, of.b[row] ?? 0, of.c[row] ?? 0];
    let slot = x & mask;
    for (;;) {
      const other = (slots[slot] ?? 0) - 1;
      if (other < 0 || (a[other] === x && b[other] === y && c[other] === z)) return slot
      slot = (slot + 1) & mask;
    }
  }
}

/** All rows of a file of predictions in its order, whatever the parts in which they were read. */
                                
                               
                      
                     
                              
                                                                                            
                      
                          
                                                                            
   
                                          
                                       
 

/** Puts the parts of a file together. */
function assembleRows(kept          , { reading: { needs } }                  )                {
  const parts = kept.parts.toSorted((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0));
  const n = parts.reduce((rows, part) => rows + part.places.length, 0);
  const words = (word                 ) => joined(new Uint32Array(n), parts, part => part.ids[word]);
  const first                                = [];
  let count = 0;
  const ids = indexIds({ a: words('a'), b: words('b'), c: words('c') }, (row, of) => {
    count++;
    if (first.length < MOST_LOCATIONS) first.push({ row, of });
  });
  const columns = kept.columns.map(({ names }, i)               => {
    const isNames = parts[0]?.cells[i] instanceof Uint32Array;
    if (!isNames) return { numbers: joined(new Float64Array(n), parts, part => part.cells[i]) }
    return inOrder(
      joined(new Uint32Array(n), parts, part => part.cells[i]),
      names,
    )
  });
  return {
    places: joined(new Float64Array(n), parts, part => part.places),
    ids,
    rows: { n, columns: new Map(needs.map(({ role }, i) => [role, columns[i] ?? { numbers: new Float64Array(n) }])) },
    idFaults: kept.idFaults,
    repeated: { count, first },
    faults: kept.columns.map(({ faults }) => faults),
  }
}

function joined                                        (
  all     ,
  parts                     ,
  of                                                            ,
)      {
  let at = 0;
  for (const part of parts) {
    const some = of(part);
    if (some) all.set(some, at);
    at += part.places.length;
  }
  return all
}

/** Names numbered in the order in which they first occur: a function of the rows alone. */
function inOrder(codes             , names                   )               {
  const own = new Uint32Array(names.length).fill(NO_NAME);
  const ordered           = [];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? NO_NAME;
    if (code === NO_NAME) continue
    if (own[code] === NO_NAME) own[code] = ordered.push(names[code] ?? '') - 1;
    codes[row] = own[code] ?? NO_NAME;
  }
  return { codes, names: ordered }
}

/** One inconclusive check per column with faults. */
function rowChecks(
  { file, role, id }                  ,
  rows        ,
  idFaults             ,
  columns                                                                  ,
)          {
  return [
    ...faultCheck(idFaults, rows, {
      id: `${role}.id`,
      title: `Ids of ${file}`,
      expected: `every '${id}' to be there and to be unique`,
      hint: 'Give every row of the hold-out an id of its own',
    }),
    ...columns.flatMap(({ need, faults }) =>
      faultCheck(faults, rows, {
        id: `${role}.${need.role}`,
        title: `${need.title} of ${file}`,
        expected: `every '${need.column}' to be ${need.expected}`,
        hint: need.hint,
      }),
    ),
  ]
}

/** The check of a file without rows. */
const noRows = ({ file, role }                  )        => ({
  id: `${role}.rows`,
  title: `Rows of ${file}`,
  status: 'inconclusive',
  measured: { value: 0, unit: 'rows' },
  required: { comparator: '>', value: 0, unit: 'rows' },
  reason: `Expected rows in ${file} but found none`,
  hint: 'Score the hold-out and write a row for each of its rows',
  locations: [{ file }],
});

/** The check of a file without faults. */
const sound = ({ source, rows }                                      )        => ({
  id: `${source.role}.rows`,
  title: `Rows of ${source.file}`,
  status: 'pass',
  measured: { value: rows.n, unit: 'rows' },
  required: { comparator: '>', value: 0, unit: 'rows' },
  reason: `${counted(rows.n, 'row')} with an id of their own, ${source.reading.about(rows)}`,
});

/** A file of predictions as read: its checks, and the predictions where they are faultless. */
                                       
                                   
                       
                                   
                                    
 

/** Looks for faults of rows and of whole columns. */
function checkPredictions(source                  , assembled               )                       {
  const { reading } = source;
  const { rows, ids, places } = assembled;
  const { n } = rows;
  if (n === 0) return { source, rows: n, checks: [noRows(source)] }
  const columns = reading.needs.map((need, i) => ({ need, faults: placed(assembled.faults[i], need.column) }));
  const at = (row        , column                    , note        ) => rowOf(source, places[row] ?? 0, column, note);
  const checks = [...rowChecks(source, n, idFaults(), columns), ...reading.faults(source, rows, at)];
  if (checks.length > 0) return { source, rows: n, checks }
  const predictions = { source, ids, rows, places };
  return { source, rows: n, checks: [sound(predictions)], predictions }

  function placed(faults                       , column        )               {
    const locate = (faults?.first ?? []).map(({ place, wrong }) => rowOf(source, place, column, wrong));
    return { counts: faults?.counts ?? new Map(), locate }
  }

  function idFaults()               {
    const { idFaults, repeated } = assembled;
    const empty = idFaults.first.map(({ place, wrong }) => ({ place, locate: rowOf(source, place, source.id, wrong) }));
    // Rows without an id all have the same one.
    const named = repeated.first.filter(({ row }) => !empty.some(({ place }) => place === places[row]));
    const again = repeated.count - Math.max(0, (idFaults.counts.get('empty') ?? 0) - 1);
    const twice = named.map(({ row, of }) => {
      const place = places[row] ?? 0;
      const note = (line        ) => `the id of line ${line} again`;
      return {
        place,
        locate: show => rowOf(source, place, source.id, note(show(source, places[of] ?? 0).line))(show),
      }                                                                    
    });
    return {
      counts: new Map([...idFaults.counts, ...(again > 0 ? [['repeated', again]         ] : [])]),
      locate: [...empty, ...twice]
        .sort((a, b) => a.place - b.place)
        .slice(0, MOST_LOCATIONS)
        .map(({ locate }) => locate),
    }
  }
}

/** A column as the settings name it. */
                 
                       
                           
                         
                        
                           
 

/** Throws unless every column is in the header, and says which columns are. */
function requireColumns({ file, header, id: column, reading: { needs } }                  )       {
  const id        = { role: 'id', column, holds: "the row's id" };
  const judged = [id, ...needs.filter(({ side }) => side !== 'attribute')];
  for (const named of judged) requireOwnColumn(judged, named);
  const named = [id, ...needs];
  for (const { column } of named) {
    const found = header.filter(name => name === column).length;
    if (found > 1) throw ambiguous(file, column, found)
  }
  const missing = named.filter(({ column }) => !header.includes(column));
  if (missing.length > 0) throw absent(file, missing, header)
}

/** A label that were the score too would make any model perfect. */
function requireOwnColumn(judged                  , { role, column }       )       {
  const twin = judged.find(other => other.role !== role && other.column === column);
  if (twin)
    throw new UserError(
      'predictions.same-column',
      `Expected '${role}' and '${twin.role}' to be different columns but both are '${column}'`,
      { hint: 'Give each the name of a column of its own' },
    )
}

const ambiguous = (file        , column        , found        ) =>
  new UserError('predictions.ambiguous-column', `Expected one column '${column}' but found ${found} (${file}:1)`, {
    file,
    line: 1,
    hint: 'Give every column a name of its own',
  });

function absent(file        , missing                  , header                   )            {
  const names = missing.map(({ column }) => `'${column}'`);
  const meant = missing
    .map(({ column }) => closestMatch(column, [...header], { maxDistance: Math.max(1, column.length / 3) }))
    .filter(name => name !== undefined);
  return new UserError(
    'predictions.missing-column',
    `Expected ${missing.length === 1 ? 'a column' : 'columns'} ${listed(names)} but found ${listed(header)} (${file}:1)${
      meant.length > 0 ? `: did you mean ${listed(meant.map(name => `'${name}'`))}?` : ''
    }`,
    {
      file,
      line: 1,
      hint: hintOf(missing),
    },
  )
}

function hintOf(missing                  )         {
  const settings = missing.filter(({ lacking }) => lacking === undefined);
  if (settings.length === 0) return missing[0]?.lacking ?? ''
  return `Set ${listed(settings.map(({ role, setting, holds }) => `'${setting ?? role}' to the column that holds ${holds}`))}`
}

/** What to keep of a file of predictions, as plain data: every worker makes its own run of it. */
                          
                                      
                     
                                                                                  
 

const rowsJob = ({ id, reading }                  )          => ({
  id,
  columns: reading.needs.map(({ column, cells }) => ({ name: column, cells })),
});

/** Steps between 0 and 1 at which a curve is told. */
const STEPS = 40;

/** Both curves of two classes, at the false positive rates and at the recalls 0, 1/40, …, 1. */
                         
                                                                              
                        
                                                                                                                                  
                                    
 

/** Read off every threshold between two different scores. */
function curvesOf(scores        )         {
  const { positive, last } = rankedClasses(scores);
  const [all, others] = [scores.positives.length, scores.negatives.length];
  const roc = new Array        (STEPS + 1).fill(0);
  const precisionRecall = new Array        (STEPS + 1).fill(0);
  let [tp, fp] = [0, 0];
  for (let place = 0; place < positive.length; place++) {
    if (positive[place] === 1) tp++;
    else fp++;
    if (last[place] !== 1) continue
    const first = Math.ceil((fp / others) * STEPS - ROUNDING);
    if (first <= STEPS) roc[first] = Math.max(roc[first] ?? 0, tp / all);
    const furthest = Math.floor((tp / all) * STEPS + ROUNDING);
    precisionRecall[furthest] = Math.max(precisionRecall[furthest] ?? 0, tp / (tp + fp));
  }
  for (let step = 1; step <= STEPS; step++) roc[step] = Math.max(roc[step] ?? 0, roc[step - 1] ?? 0);
  for (let step = STEPS - 1; step >= 0; step--)
    precisionRecall[step] = Math.max(precisionRecall[step] ?? 0, precisionRecall[step + 1] ?? 0);
  return { roc, precisionRecall }
}

/** A rate of exactly a step is at it, whatever the division has rounded. */
const ROUNDING = 1e-9;

/** Scores by true class, each in row order, so that two models on the same rows stand side by side. */
                         
                                  
                                  
 

/** Scores of the rows labelled 1 and of those labelled 0. */
function byClass(labels            , scores              )         {
  let ones = 0;
  for (let row = 0; row < labels.length; row++) ones += labels[row] ?? 0;
  const positives = new Float64Array(ones);
  const negatives = new Float64Array(labels.length - ones);
  let [positive, negative] = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    const score = scores[row] ?? Number.NaN;
    if (labels[row] === 1) positives[positive++] = score;
    else negatives[negative++] = score;
  }
  return { positives, negatives }
}

/**
 * Lets `n` draws fall into cells with probabilities in proportion to whole numbers, `counts`, and writes how many fell into
 * each. One binomial draw per cell: its time does not grow with `n`.
 */
function drawMultinomial(random        , n        , counts                   , into              )       {
  let total = 0;
  for (let cell = 0; cell < counts.length; cell++) total += counts[cell] ?? 0;
  let left = n;
  for (let cell = 0; cell < counts.length; cell++) {
    const own = counts[cell] ?? 0;
    const drawn = own === 0 || left === 0 ? 0 : own === total ? left : drawBinomial(random, left, own / total);
    into[cell] = drawn;
    left -= drawn;
    total -= own;
  }
}

/** What a statistic was on each resample. */
                             
                                                                           
                               
                                       
                          
 

/** Calls `draw` for each resample; NaN stands for undefined. */
function collectReplicates(resamples        , draw              )             {
  const values = new Float64Array(resamples);
  let defined = 0;
  for (let i = 0; i < resamples; i++) {
    const value = draw();
    if (!Number.isNaN(value)) values[defined++] = value;
  }
  return { values: values.subarray(0, defined), missing: resamples - defined }
}

/** Resamples of a bootstrap, unless asked otherwise. */
const RESAMPLES = 2000;

/** Calls `visit` for each stratum of cells or units, which lie one after another, with where it starts and ends. */
function forEachStratum(
  sizes                   ,
  items        ,
  visit                                      ,
)       {
  let start = 0;
  for (const size of sizes) {
    visit(start, start + size);
    start += size;
  }
  if (start !== items) throw new RangeError(`Expected the strata to hold ${items} items but they hold ${start}`)
}

/** A statistic that depends only on how many rows are in each of a few cells; NaN where it is undefined. */
                                
                                                            
                                   
                                                                                                              
                                     
                                                          
 

/**
 * The statistic on bootstrap resamples. Drawing rows with replacement lets each stratum's rows fall into its cells by a
 * multinomial distribution, so a resample takes as many draws as there are cells, however many the rows.
 */
function bootstrapCells(
  { cells, strata = [cells.length], statistic }               ,
  random        ,
  resamples = RESAMPLES,
)             {
  const drawn = new Float64Array(cells.length);
  const parts                                                                = [];
  forEachStratum(strata, cells.length, (start, end) => {
    const counts = Float64Array.from({ length: end - start }, (_, i) => cells[start + i] ?? 0);
    parts.push({ total: counts.reduce((sum, count) => sum + count, 0), counts, into: drawn.subarray(start, end) });
  });
  return collectReplicates(resamples, () => {
    for (const { total, counts, into } of parts) drawMultinomial(random, total, counts, into);
    return statistic(drawn)
  })
}

/** The statistic without one row, cell by cell: all rows of a cell leave the same. */
function jackknifeCells({ cells, strata = [cells.length], statistic }               )              {
  const without = Float64Array.from(cells);
  const parts              = [];
  forEachStratum(strata, cells.length, (start, end) => {
    const values = new Float64Array(end - start);
    const times = new Float64Array(end - start);
    for (let cell = start; cell < end; cell++) {
      const count = cells[cell] ?? 0;
      if (count === 0) continue
      without[cell] = count - 1;
      values[cell - start] = statistic(without);
      times[cell - start] = count;
      without[cell] = count;
    }
    parts.push({ values, times });
  });
  return parts
}

/** A statistic of units that are drawn whole (rows, clusters of rows); NaN where it is undefined. */
                                
                                                                                                         
                                    
                                                                                          
                                                     
 

/** The statistic on bootstrap resamples: units drawn with replacement, within each stratum. */
function bootstrapUnits(
  { strata, statistic }               ,
  random        ,
  resamples = RESAMPLES,
)             {
  const counts = new Uint32Array(strata.reduce((sum, size) => sum + size, 0));
  return collectReplicates(resamples, () => {
    counts.fill(0);
    forEachStratum(strata, counts.length, (start, end) => {
      const size = end - start;
      for (let i = 0; i < size; i++) {
        const unit = start + random.below(size);
        counts[unit] = (counts[unit] ?? 0) + 1;
      }
    });
    return statistic(counts)
  })
}

/** A statistic that depends only on sums over the rows, such as weighted cells, or Σ y² and Σ e²; NaN where undefined. */
                                  
                                                                    
                                    
                                 
                        
                                                        
                              
                                                      
 

/** The sums over all units. */
function totalsOf({ width, parts }                                          )               {
  const totals = new Float64Array(width);
  for (let i = 0, cell = 0; i < parts.length; i++, cell = cell + 1 === width ? 0 : cell + 1)
    totals[cell] = (totals[cell] ?? 0) + (parts[i] ?? Number.NaN);
  return totals
}

/** The statistic on bootstrap resamples of the units, within each stratum. */
function bootstrapTotals(
  { strata, width, parts, statistic }                 ,
  random        ,
  resamples = RESAMPLES,
)             {
  const totals = new Float64Array(width);
  const ofCounts = (counts             ) => {
    totals.fill(0);
    for (let unit = 0; unit < counts.length; unit++) {
      const times = counts[unit] ?? 0;
      if (times === 0) continue
      for (let cell = 0; cell < width; cell++)
        totals[cell] = (totals[cell] ?? 0) + times * (parts[unit * width + cell] ?? Number.NaN);
    }
    return statistic(totals)
  };
  return bootstrapUnits({ strata, statistic: ofCounts }, random, resamples)
}

/** The statistic without each unit in turn. */
function jackknifeTotals({ strata, width, parts, statistic }                 )              {
  const all = totalsOf({ width, parts });
  const without = new Float64Array(width);
  const found              = [];
  forEachStratum(strata, parts.length / width, (start, end) => {
    const values = Float64Array.from({ length: end - start }, (_, i) => {
      for (let cell = 0; cell < width; cell++)
        without[cell] = (all[cell] ?? 0) - (parts[(start + i) * width + cell] ?? Number.NaN);
      return statistic(without)
    });
    found.push({ values });
  });
  return found
}

/** Rows in each cell. */
function cellCounts({ codes, truths, outcomes }          )               {
  const counts = new Float64Array(truths * outcomes);
  for (let row = 0; row < codes.length; row++) {
    const cell = codes[row] ?? 0;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts
}

/** Rows by both models' cells, those pairs of cells only that occur. */
                             
                               
                                                                            
                             
                              
 

function jointCells(first          , second          )             {
  const cells = second.truths * second.outcomes;
  const counts = new Map                ();
  const dense = cells * cells <= DENSE ? new Float64Array(cells * cells) : undefined;
  for (let row = 0; row < first.codes.length; row++) {
    const pair = (first.codes[row] ?? 0) * cells + (second.codes[row] ?? 0);
    if (dense) dense[pair] = (dense[pair] ?? 0) + 1;
    else counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  dense?.forEach((count, pair) => {
    if (count > 0) counts.set(pair, count);
  });
  const pairs = [...counts.keys()].toSorted((a, b) => a - b);
  return {
    counts: Float64Array.from(pairs, pair => counts.get(pair) ?? 0),
    first: Uint32Array.from(pairs, pair => Math.floor(pair / cells)),
    second: Uint32Array.from(pairs, pair => pair % cells),
  }
}

/** Pairs of cells up to which an array of all of them is quicker than a map. */
const DENSE = 1 << 20;

/** The table of one model, given how many rows are in each pair of cells. */
function marginal(counts                   , cellOf             , into              )               {
  into.fill(0);
  for (let pair = 0; pair < cellOf.length; pair++) {
    const cell = cellOf[pair] ?? 0;
    into[cell] = (into[cell] ?? 0) + (counts[pair] ?? 0);
  }
  return into
}

/**
 * With fewer rows than this that differ, a bootstrap knows only what they happen to be: with 10 to 20 its interval misses
 * half as often again as it should (bench/coverage.ts).
 */
const ENOUGH_DIFFER = 20;

/** More ways for a row to move than this are not tried. */
const MOST_WAYS = 30_000;

/** Ways tried as the first. */
const MOST_FIRST = 40;

/** A row of one truth that gets another outcome. */
               
                       
                     
                                              
                         
 

/**
 * How far the value can fall and rise from that of a table, if rows get another outcome: Clopper and Pearson's bound of the
 * rows that make it worse, and of those that make it better, spent on the moves that matter most. `moved` are rows seen to
 * differ, as pairs of cells of one truth. Undefined for a table with too many ways to differ, or none with a value.
 */
function reachOfFew(
  { truths, outcomes, value }                                                 ,
  table              ,
  moved                                                                                  ,
  level        ,
)                                                    {
  if (truths * outcomes * (outcomes - 1) > MOST_WAYS) return undefined
  const n = table.reduce((sum, count) => sum + count, 0);
  const whole = value(table);
  const ways = waysOf({ truths, outcomes, value }, table, whole);
  const effectOf = new Map(ways.map(({ from, to, effect }) => [from * table.length + to, effect]));
  const reach = (sign        ) => {
    const seen = moved.reduce((sum, { from, to, rows }) => {
      const effect = effectOf.get(from * table.length + to) ?? 0;
      return sign * effect <= 0 ? sum : sum + rows
    }, 0);
    const rows = n * clopperPearson(Math.min(seen, n), n, level).upper;
    const worst = ways.filter(({ effect }) => sign * effect > 0).toSorted((a, b) => sign * (b.effect - a.effect));
    // The way that matters most for one row need not for many: some are tried as the first to be spent on.
    const values = worst
      .slice(0, MOST_FIRST)
      .map(first => spend(rows, [first, ...worst.filter(way => way !== first)], table, value) - whole);
    return values.reduce((found, one) => (Number.isNaN(one) || sign * one > sign * found ? one : found), 0)
  };
  const [fall, rise] = [reach(-1), reach(1)];
  return Number.isNaN(fall + rise) ? undefined : [Math.min(0, fall), Math.max(0, rise)]
}

function waysOf(
  { truths, outcomes, value }                                                 ,
  table              ,
  whole        ,
)        {
  const ways        = [];
  for (let truth = 0; truth < truths; truth++)
    for (let one = 0; one < outcomes; one++)
      for (let other = 0; other < outcomes; other++) {
        const [from, to] = [truth * outcomes + one, truth * outcomes + other];
        const rows = Math.min(1, table[from] ?? 0);
        if (one === other || rows === 0) continue
        ways.push({ from, to, effect: value(withMoved(table, from, to, rows)) - whole });
      }
  return ways
}

/** The value once so many rows moved, the first ways as far as their rows go. */
function spend(rows        , ways                , table              , value                   )         {
  let moved = table;
  let left = rows;
  for (const { from, to } of ways) {
    const some = Math.min(left, table[from] ?? 0, moved[from] ?? 0);
    moved = withMoved(moved, from, to, some);
    left -= some;
    if (left <= 0) break
  }
  return value(moved)
}

function withMoved(table              , from        , to        , rows        )               {
  const moved = table.slice();
  moved[from] = (moved[from] ?? 0) - rows;
  moved[to] = (moved[to] ?? 0) + rows;
  return moved
}

/** How far a little more weight on each row would move the mean. */
function influenceOfMean({ values }          , { weights }        )               {
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? values.length;
  const share = (row        ) => (weights?.[row] ?? 1) / total;
  const mean = values.reduce((sum, value, row) => sum + share(row) * value, 0);
  return values.map((value, row) => share(row) * (value - mean))
}

/**
 * The gain of one forecast over another, decided by Diebold and Mariano's test where the settings say how many steps ahead the
 * forecasts were made: all series of one time are one difference, and these depend on each other up to a horizon apart. Where fewer
 * than ten times differ from the rest, the variance says nothing, and the gain stays as it was found.
 */
function gainOfForecasts(gain          , influence              , { forecast, level }        )           {
  const { value } = gain;
  if (!forecast || value === null) return gain
  const { moments, horizon } = forecast;
  if (horizon >= moments.count) {
    const { interval: _, method: __, ...rest } = gain;
    return { ...rest, gap: `the forecasts were made ${horizon} steps ahead, and there are ${moments.count} times` }
  }
  const byTime = new Float64Array(moments.count).fill(value);
  for (const [row, moved] of influence.entries()) {
    const time = moments.codes[row] ?? 0;
    byTime[time] = (byTime[time] ?? 0) + moments.count * moved;
  }
  if (!isSpread(byTime)) return gain
  const { standardError, df, pValue, variance } = dieboldMariano(byTime, horizon);
  const reach = studentT(df).isf((1 - level) / 2) * standardError;
  const window = variance === 'bartlett' ? ', Bartlett’s window' : '';
  return {
    ...gain,
    interval: [value - reach, value + reach],
    standardError,
    method: `diebold-mariano (${horizon} ${horizon === 1 ? 'step' : 'steps'} ahead, Harvey–Leybourne–Newbold${window})`,
    equality: { test: 'diebold-mariano', pValue },
  }
}

/**
 * How fast the standard error changes with the statistic, from the skewness of the jackknife in every stratum; 0 where it
 * does not vary.
 *
 * Source: B. Efron, Better bootstrap confidence intervals (1987), for several samples as in SciPy: a sixth of
 * Σ Σ U³/n³ over (Σ Σ U²/n²)^1.5, where U = (n − 1)(mean − value).
 */
function acceleration(jackknife                      )         {
  let cubes = 0;
  let squares = 0;
  for (const { values, times } of jackknife) {
    let n = 0;
    let total = 0;
    for (let i = 0; i < values.length; i++) {
      const weight = times?.[i] ?? 1;
      n += weight;
      if (weight > 0) total += weight * (values[i] ?? Number.NaN);
    }
    const mean = total / n;
    for (let i = 0; i < values.length; i++) {
      const weight = times?.[i] ?? 1;
      if (weight === 0) continue
      const u = ((n - 1) * (mean - (values[i] ?? Number.NaN))) / n;
      cubes += weight * u ** 3;
      squares += weight * u ** 2;
    }
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5)
}

/**
 * The bias-corrected and accelerated interval: quantiles of the replicates, moved by their median bias and by the
 * acceleration. Undefined where all replicates lie to one side of the estimate, or the acceleration turns the order round.
 *
 * Source: B. Efron, Better bootstrap confidence intervals (1987).
 */
function bca(
  estimate        ,
  replicates              ,
  acceleration        ,
  level        ,
)                       {
  const outside = outsideEachEnd(level);
  let below = 0;
  let equal = 0;
  for (const value of replicates) {
    if (value < estimate) below++;
    else if (value === estimate) equal++;
  }
  const share = (below + equal / 2) / replicates.length;
  if (!(share > 0 && share < 1)) return undefined
  const bias = normal.ppf(share);
  const z = normal.isf(outside);
  const slowing = 1 - acceleration * (bias + Math.sign(acceleration) * z);
  if (!(slowing > 0)) return undefined
  const moved = (z        ) => normal.cdf(bias + (bias + z) / (1 - acceleration * (bias + z)));
  const sorted = replicates.toSorted();
  return { lower: quantileOf(sorted, moved(-z)), upper: quantileOf(sorted, moved(z)) }
}

/** Rows or clusters below which a bootstrap promises nothing. */
const LEAST_UNITS$1 = 50;

/** Share of resamples on which the statistic may be undefined. */
const MOST_MISSING = 0.05;

/** What a bootstrap interval is made from. */
                               
                           
                                      
                        
                                   
                                     
                                       
                                                
 

/** A BCa interval with the standard deviation of the replicates, or why there is none, as a clause. */
                               
                                                                   
                            

/** The BCa interval, where there are at least 50 units and nearly all resamples have a value. */
function bootstrapInterval(
  { estimate, units, noun = 'rows', replicates, jackknife }              ,
  level        ,
)                    {
  if (Number.isNaN(estimate)) return { gap: 'it is undefined on these rows' }
  if (units < LEAST_UNITS$1) return { gap: `a bootstrap needs at least ${LEAST_UNITS$1} ${noun}, and there are ${units}` }
  const { values, missing } = replicates();
  const share = missing / (missing + values.length);
  if (share > MOST_MISSING)
    return { gap: `it is undefined on ${(100 * share).toFixed(1)} % of the bootstrap resamples` }
  const standardError = deviation(values);
  if (standardError === 0) return { gap: 'it is the same on every bootstrap resample' }
  const found = acceleration(jackknife());
  const interval = Number.isNaN(found) ? undefined : bca(estimate, values, found, level);
  if (interval === undefined) return { gap: 'too few rows decide it for a bootstrap' }
  return { interval, standardError }
}

function deviation(values              )         {
  if (values.every(value => value === values[0])) return 0
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

/** An estimate with its BCa interval, or why it has none. */
function resampled(
  source              ,
  { level, n, drawn, better = 'higher' }                                                                          ,
)           {
  const value = better === 'higher' ? source.estimate : 0 - source.estimate;
  const found = bootstrapInterval(source, level);
  const estimate = { value: Number.isNaN(value) ? null : value, n };
  if ('gap' in found) return { ...estimate, gap: found.gap }
  const { lower, upper } = found.interval;
  return {
    ...estimate,
    interval: better === 'higher' ? [lower, upper] : [0 - upper, 0 - lower],
    method: `bca (${grouped(RESAMPLES)} bootstrap resamples of ${drawn})`,
    standardError: found.standardError,
  }
}

/** Of sums over units. */
const resampledUnits = (
  units          ,
  estimate        ,
  { design, purpose, ...rest }                                                                             ,
)           =>
  resampled(
    {
      estimate,
      units: units.units,
      noun: units.noun,
      replicates: () => bootstrapTotals(units, design.random(purpose)),
      jackknife: () => jackknifeTotals(units),
    },
    { ...rest, level: design.level, drawn: units.drawn },
  );

/** More units than this in a stratum leave in groups. */
const MOST$1 = 400;

/** The statistic without each unit in turn; in a large stratum without each of 400 groups of units, every 400th of them. */
function jackknifeUnits({ strata, statistic }               , most = MOST$1)              {
  const counts = new Uint32Array(strata.reduce((sum, size) => sum + size, 0)).fill(1);
  const parts              = [];
  forEachStratum(strata, counts.length, (start, end) => {
    const groups = Math.min(end - start, most);
    const put = (group        , times        ) => {
      for (let unit = start + group; unit < end; unit += groups) counts[unit] = times;
    };
    const values = Float64Array.from({ length: groups }, (_, group) => {
      put(group, 0);
      const value = statistic(counts);
      put(group, 1);
      return value
    });
    parts.push({ values });
  });
  return parts
}

/** More rows than this are dealt at random into half as many groups, which are then drawn whole. */
const MOST = 10_000;
const GROUPS = MOST / 2;

/** More rows than this are not dealt out evenly. */
const MOST_DEALT = 200_000;

const DEALT = `${grouped(GROUPS)} groups of rows dealt at random`;

/** What is drawn whole: the number of its cluster, of itself, or of a group of rows by row. */
function unitsOf(n        , design        , purpose        ) {
  if (design.clusters) {
    const { codes, count } = design.clusters;
    return { codes, count, noun: 'clusters'         , drawn: `${grouped(count)} clusters` }
  }
  const random = design.random(`${purpose} groups`);
  const codes = new Uint32Array(n);
  if (n > MOST_DEALT) {
    // Groups of so many rows are as good as of one size, and need no shuffling.
    for (let row = 0; row < n; row++) codes[row] = random.below(GROUPS);
    return { codes, count: GROUPS, noun: 'rows'         , drawn: DEALT }
  }
  const rows = Uint32Array.from({ length: n }, (_, row) => row);
  if (n <= MOST) return { codes: rows, count: n, noun: 'rows'         , drawn: 'the rows' }
  for (const [i, row] of shuffle(random, rows).entries()) codes[row] = i % GROUPS;
  return { codes, count: GROUPS, noun: 'rows'         , drawn: DEALT }
}

/** Of more rows than this, groups leave in turn: to draw so many rows again 2 000 times would only take longer. */
const MANY = 1000;

/** More rows than this tell no more of the standard error than so many of them, drawn at random, where a form can be taken of some. */
const MOST_SAMPLED = 100_000;

/** Clusters below which the bootstrap says that they are too few. */
const LEAST_UNITS = 50;

/** As many groups as there are rows in each, at most 100: a jackknife of so large groups holds for medians, too (Shao & Wu 1989). */
const groupsOf = (rows        ) => Math.min(100, Math.floor(Math.sqrt(rows)));

/** A function of the rows' weights with its BCa interval; of many rows with one from the values without each of some groups of them. */
function resampledWeights(form              , { design, purpose, better = 'higher' }         )           {
  const { rows, of } = form;
  const { level } = design;
  if (of && rows > MOST_SAMPLED && !design.clusters) return ofSample(form, of, { design, purpose, better })
  const { codes, count, noun, drawn } = unitsOf(rows, design, purpose);
  const source = { strata: [count], statistic: ofCounts(form, codes, design.weights) };
  const estimate = source.statistic(new Uint32Array(count).fill(1));
  if (rows > MANY && count >= LEAST_UNITS)
    return withoutGroups(estimate, jackknifeUnits(source, groupsOf(rows))[0]?.values, { level, rows, better })
  return resampled(
    {
      estimate,
      units: count,
      noun,
      replicates: () => bootstrapUnits(source, design.random(purpose)),
      jackknife: () => jackknifeUnits(source),
    },
    { level, n: rows, drawn, better },
  )
}

/** The value of all rows with the standard error of some, which falls with the square root of their number. */
function ofSample(form              , of                                     , drawing         )           {
  const { design, purpose, better = 'higher' } = drawing;
  const { rows } = form;
  const some = someRows(rows, design.random(`${purpose} sample`));
  const own = design.weights;
  const weights = own && Float64Array.from(some, row => own[row] ?? Number.NaN);
  const found = resampledWeights(of(some), {
    design: { level: design.level, random: design.random, ...(weights ? { weights } : {}) },
    purpose,
    better,
  });
  const whole = form.value(
    form.orders.map(order =>
      own ? Float64Array.from(order, row => own[row] ?? 0) : new Float64Array(order.length).fill(1),
    ),
  );
  if (Number.isNaN(whole)) return { value: null, n: rows, gap: 'it is undefined on these rows' }
  const value = better === 'higher' ? whole : 0 - whole;
  if (!found.interval || found.value === null || found.standardError === undefined) return { ...found, value, n: rows }
  const scale = Math.sqrt(MOST_SAMPLED / rows);
  const [lower, upper] = found.interval;
  return {
    value,
    n: rows,
    interval: [value - scale * (found.value - lower), value + scale * (upper - found.value)],
    method: `${found.method}, of ${grouped(MOST_SAMPLED)} of the rows, scaled to all`,
    standardError: scale * found.standardError,
  }
}

/** Numbers of rows drawn without replacement, ascending. */
function someRows(rows        , random        )              {
  const all = Uint32Array.from({ length: rows }, (_, row) => row);
  shuffleFirst(all, random, MOST_SAMPLED);
  return all.slice(0, MOST_SAMPLED).sort()
}

/** The value from how often each unit is drawn. Weights are laid out as the form reads them, so that memory is read in order. */
function ofCounts({ orders, value }              , codes                   , own                          ) {
  const laidOut = orders.map(order => ({
    codes: order.map(row => codes[row] ?? 0),
    own: own && Float64Array.from(order, row => own[row] ?? Number.NaN),
    weights: new Float64Array(order.length),
  }));
  const all = laidOut.map(({ weights }) => weights);
  return (counts             ) => {
    for (const { codes, own, weights } of laidOut)
      for (let place = 0; place < codes.length; place++)
        weights[place] = (counts[codes[place] ?? 0] ?? 0) * (own ? (own[place] ?? Number.NaN) : 1);
    return value(all)
  }
}

/** Student's interval from the grouped jackknife. */
function withoutGroups(
  estimate        ,
  left                               ,
  { level, rows, better }                                                             ,
)           {
  const value = better === 'higher' ? estimate : 0 - estimate;
  const values = Float64Array.from(left ?? []);
  const spread = variance(values);
  if (Number.isNaN(value)) return { value: null, n: rows, gap: 'it is undefined on these rows' }
  if (spread === 0) return { value, n: rows, gap: 'it is the same whichever rows are left out' }
  if (Number.isNaN(spread)) return { value, n: rows, gap: 'it is undefined where some rows are left out' }
  const groups = values.length;
  const standardError = Math.sqrt(spread / groups) * (groups - 1);
  const reach = studentT(groups - 1).isf((1 - level) / 2) * standardError;
  return {
    value,
    n: rows,
    interval: [value - reach, value + reach],
    method: `student-t of the jackknife (${groups} groups of rows)`,
    standardError,
  }
}

/** Units that the bootstrap draws, and how a method names them. */
                                                   
                        
                                    
                                                          
                        
 

/** The sums of several forms, side by side, over each cluster, each row, or each of many groups of rows. */
function unitSums(
  forms                                 ,
  design        ,
  purpose        ,
  statistic                                            ,
)           {
  const n = rowsOf(forms[0]);
  const widths = forms.map(form => (form.kind === 'cells' ? form.truths * form.outcomes : form.columns.length));
  const width = widths.reduce((sum, one) => sum + one, 0);
  const { codes, count, noun, drawn } = unitsOf(n, design, purpose);
  const parts = new Float64Array(count * width);
  let from = 0;
  for (const [i, form] of forms.entries()) {
    addForm(form, { parts, width, from, codes, weights: design.weights });
    from += widths[i] ?? 0;
  }
  return { strata: [count], width, parts, statistic: split(widths, statistic), units: count, noun, drawn }
}

const rowsOf = (form                                )         =>
  form === undefined ? 0 : form.kind === 'cells' ? form.codes.length : (form.columns[0]?.length ?? 0);

                  
                              
                        
                       
                                   
                                            
 

function addForm(form                    , { parts, width, from, codes, weights }        )       {
  const n = rowsOf(form);
  for (let row = 0; row < n; row++) {
    const at = (codes[row] ?? 0) * width + from;
    const weight = weights?.[row] ?? 1;
    if (form.kind === 'cells') {
      const cell = at + (form.codes[row] ?? 0);
      parts[cell] = (parts[cell] ?? 0) + weight;
    } else
      for (let i = 0; i < form.columns.length; i++)
        parts[at + i] = (parts[at + i] ?? 0) + weight * (form.columns[i]?.[row] ?? Number.NaN);
  }
}

/** A function of each form's sums as one of all sums. */
function split(widths                   , statistic                                            ) {
  return (totals              )         => {
    let from = 0;
    return statistic(
      widths.map(width => {
        from += width;
        return totals.subarray(from - width, from)
      }),
    )
  }
}

/** The gain of a challenger over a champion on the same rows, from the metric's form alone. */
function compareByForm(challenger      , champion      , comparison            )           {
  const { design, purpose, better } = comparison;
  const sign = better === 'higher' ? 1 : -1;
  if (challenger.kind === 'mean' && champion.kind === 'mean') {
    const gains = gainsOf(challenger, champion, sign);
    return gainOfForecasts(clusteredEstimate(gains, design), influenceOfMean(gains, design), design)
  }
  if (challenger.kind === 'influence' && champion.kind === 'influence') {
    const influence = differences(challenger.influence, champion.influence).map(moved => sign * moved);
    const value = sign * (challenger.value - champion.value);
    const standing = differences(challenger.standing, champion.standing);
    const gain = influenceEstimate({ value, influence, standing }, design, moved => moved === 0);
    return gainOfForecasts(gain, influence, design)
  }
  if (challenger.kind === 'cells' && champion.kind === 'cells' && isPlain(design))
    return ofJointCells(challenger, champion, comparison)
  if (challenger.kind === 'weighted' && champion.kind === 'weighted')
    return resampledWeights(differenceOf(challenger, champion), { design, purpose: `${purpose} gain`, better })
  if (isSummed(challenger) && isSummed(champion)) return ofUnits$1(challenger, champion, comparison)
  throw new Error('Two models on one metric have the same form')
}

function differenceOf(challenger              , champion              )               {
  const own = challenger.orders.length;
  const [ofChallenger, ofChampion] = [challenger.of, champion.of];
  return {
    kind: 'weighted',
    rows: challenger.rows,
    ...(ofChallenger && ofChampion
      ? { of: (some             ) => differenceOf(ofChallenger(some), ofChampion(some)) }
      : {}),
    orders: [...challenger.orders, ...champion.orders],
    value: weights => challenger.value(weights.slice(0, own)) - champion.value(weights.slice(own)),
  }
}

const isSummed = (form      )                             => form.kind === 'cells' || form.kind === 'sums';

function gainsOf(challenger          , champion          , sign        )           {
  const { start = 0, bounds } = challenger;
  const values = differences(challenger.values, champion.values).map(value => sign * value);
  const reach = bounds ? bounds[1] - bounds[0] : 0;
  return { kind: 'mean', values, start, ...(bounds ? { bounds: [-reach, reach] } : {}) }
}

function ofUnits$1(challenger                    , champion                    , comparison            )           {
  const { design, purpose, better } = comparison;
  const none = new Float64Array();
  const units = unitSums([challenger, champion], design, `${purpose} gain`, ([own = none, its = none]) => {
    return challenger.value(own) - champion.value(its)
  });
  const estimate = units.statistic(totalsOf(units));
  const n = challenger.kind === 'cells' ? challenger.codes.length : (challenger.columns[0]?.length ?? 0);
  return resampledUnits(units, estimate, { design, purpose: `${purpose} gain`, n, better })
}

function ofJointCells(challenger          , champion          , comparison            )           {
  const { design, purpose, better } = comparison;
  const joint = jointCells(challenger, champion);
  const own = new Float64Array(challenger.truths * challenger.outcomes);
  const its = new Float64Array(champion.truths * champion.outcomes);
  const statistic = (counts                   ) =>
    challenger.value(marginal(counts, joint.first, own)) - champion.value(marginal(counts, joint.second, its));
  const estimate = statistic(joint.counts);
  const n = challenger.codes.length;
  if (moves(joint).reduce((sum, { rows }) => sum + rows, 0) < ENOUGH_DIFFER)
    return ofFewMoves(champion, joint, estimate, comparison)
  const source = { cells: joint.counts, statistic };
  return resampled(
    {
      estimate,
      units: n,
      replicates: () => bootstrapCells(source, design.random(`${purpose} gain`)),
      jackknife: () => jackknifeCells(source),
    },
    { level: design.level, n, drawn: 'the rows', better },
  )
}

/** Rows to which the models give different outcomes, from the champion's cell to the challenger's. */
function moves({ counts, first, second }            ) {
  return Array.from(counts, (rows, pair) => ({ from: second[pair] ?? 0, to: first[pair] ?? 0, rows })).filter(
    ({ from, to }) => from !== to,
  )
}

/** Rows so few that differ are bounded like a proportion, and taken for those that matter most. */
function ofFewMoves(champion          , joint            , difference        , comparison            )           {
  const { design, better } = comparison;
  const table = marginal(joint.counts, joint.second, new Float64Array(champion.truths * champion.outcomes));
  const estimate = {
    value: Number.isNaN(difference) ? null : (better === 'higher' ? 1 : -1) * difference,
    n: joint.counts.reduce((sum, rows) => sum + rows, 0),
  };
  const reach = reachOfFew(champion, table, moves(joint), design.level);
  if (!reach || estimate.value === null)
    return {
      ...estimate,
      gap: Number.isNaN(difference) ? 'it is undefined on these rows' : 'fewer than 20 rows differ',
    }
  const [fall, rise] = better === 'higher' ? reach : [0 - reach[1], 0 - reach[0]];
  return {
    ...estimate,
    interval: [Math.min(fall, estimate.value), Math.max(rise, estimate.value)],
    method: 'clopper-pearson on the rows that differ, taken for those that matter most (fewer than 20)',
  }
}

/** A test of the hypothesis that two models are equally good, two-sided. */
                               
                                                                  
                         
 

/** Rows that differ above which signs are not flipped any more: Student's interval says the same by then. */
const MOST_FLIPPED = 2000;
const FLIPS = 2000;

/**
 * Tests whether a challenger and a champion are equally good on the same rows, where the metric is a mean and every row counts once
 * and stands for itself: of right and wrong by McNemar's exact test, of other numbers by flipping the signs of their differences.
 */
function equalityTest(challenger      , champion      , design        , purpose        ) {
  if (challenger.kind !== 'mean' || champion.kind !== 'mean') return undefined
  const { values } = challenger;
  let [risen, fallen, others] = [0, 0, 0];
  for (let row = 0; row < values.length; row++) {
    const difference = (values[row] ?? Number.NaN) - (champion.values[row] ?? Number.NaN);
    if (difference === 1) risen++;
    else if (difference === -1) fallen++;
    else if (difference !== 0) others++;
    if (others > 0 && risen + fallen + others > MOST_FLIPPED) return undefined
  }
  if (others === 0) return { test: 'mcnemar-exact', pValue: mcnemar(risen, fallen).pValue }                       
  const moved = differences(values, champion.values).filter(difference => difference !== 0);
  if (!moved.every(Number.isFinite)) return undefined
  const { pValue } = signFlip(moved, design.random(`${purpose} sign-flip`), FLIPS);
  return { test: 'sign-flip', pValue }                       
}

/** A metric of one model with its interval, from its form alone. `purpose` names the random numbers: the metric's id. */
function estimateByForm(form      , design        , purpose        )           {
  if (form.kind === 'mean') return clusteredEstimate(form, design)
  if (form.kind === 'influence') return influenceEstimate(form, design, alike)
  if (form.kind === 'weighted') return resampledWeights(form, { design, purpose })
  return form.kind === 'cells' && isPlain(design) ? ofCells(form, design, purpose) : ofUnits(form, design, purpose)
}

/** Rows below, level with or above all of the other class. */
const alike = (standing        ) => standing === 0 || standing === 0.5 || standing === 1;

function ofCells(form          , { level, random }        , purpose        )           {
  const { value, truths, outcomes } = form;
  const cells = cellCounts(form);
  const n = form.codes.length;
  if (truths === outcomes && wrong(cells, truths) < ENOUGH_DIFFER) return ofFewErrors(form, cells, level)
  const source = { cells, statistic: value };
  return resampled(
    {
      estimate: value(cells),
      units: n,
      replicates: () => bootstrapCells(source, random(purpose)),
      jackknife: () => jackknifeCells(source),
    },
    { level, n, drawn: 'the rows' },
  )
}

function ofUnits(form                    , design        , purpose        )           {
  const units = unitSums([form], design, purpose, ([sums = new Float64Array()]) => form.value(sums));
  const n = form.kind === 'cells' ? form.codes.length : (form.columns[0]?.length ?? 0);
  return resampledUnits(units, form.value(totalsOf(units)), { design, purpose, n })
}

const wrong = (cells              , classes        ) =>
  cells.reduce((sum, count, cell) => (Math.floor(cell / classes) === cell % classes ? sum : sum + count), 0);

/** Errors so few are bounded like those of a proportion, and taken for those that would cost most; none may be real. */
function ofFewErrors({ value, truths, outcomes }          , cells              , level        )           {
  const perfect = new Float64Array(cells.length);
  const moved                                               = [];
  for (const [cell, rows] of cells.entries()) {
    const right = Math.floor(cell / outcomes) * (outcomes + 1);
    perfect[right] = (perfect[right] ?? 0) + rows;
    if (cell !== right && rows > 0) moved.push({ from: right, to: cell, rows });
  }
  const found = value(cells);
  const estimate = { value: Number.isNaN(found) ? null : found, n: cells.reduce((sum, rows) => sum + rows, 0) };
  const best = value(perfect);
  const reach = reachOfFew({ truths, outcomes, value }, perfect, moved, level);
  const ends = reach ? [best + reach[0], best + reach[1], best, found] : [Number.NaN];
  // On hardly any rows every way to be wrong leaves it undefined: then there is no interval, not one of no width.
  if (!(Math.max(...ends) > Math.min(...ends))) return { ...estimate, gap: 'fewer than 20 rows were predicted wrongly' }
  return {
    ...estimate,
    interval: [Math.min(...ends), Math.max(...ends)],
    method: 'clopper-pearson on the errors, taken for the costliest (fewer than 20)',
  }
}

/** A metric of a model: by its own method where every row counts once and stands for itself, else by its form. */
function estimateIn   (metric           , model   , design        )           {
  const { id, form } = metric;
  const own = metric.estimate(model, design.level);
  if (own.value === null) return own
  if (!isPlain(design)) {
    const found = form?.(model, design.weights);
    return found && !isGap(found) ? estimateByForm(found, design, id) : withoutMethod(own, design)
  }
  if (own.interval || own.gap !== undefined || !form) return own
  const made = form(model);
  if (isGap(made)) return own
  const { value: _, ...found } = estimateByForm(made, design, id);
  return { ...own, ...found }
}

/** Its value, with the interval only where that costs nothing. */
const valueIn =    (metric           , model   , design        )           =>
  isPlain(design) ? metric.estimate(model, design.level) : estimateIn(metric, model, design);

/** The gain over a champion, for a metric that has a method. */
function gainIn   (metric           , challenger   , champion   , design        )           {
  const { id, better, compare, form, untested } = metric;
  if (compare && isPlain(design)) {
    const found = compare(challenger, champion, design.level);
    const equality = untested ? undefined : tested(form?.(challenger), form?.(champion), design, id);
    return equality ? { ...found, equality } : found
  }
  if (form) {
    const { weights } = design;
    const [own, its] = [form(challenger, weights), form(champion, weights)];
    if (isGap(own)) return { value: null, n: 0, ...own }
    if (isGap(its)) return { value: null, n: 0, ...its }
    return compareByForm(own, its, { design, purpose: id, better: better === 'lower' ? 'lower' : 'higher' })
  }
  const { level } = design;
  return withoutMethod(compare?.(challenger, champion, level) ?? { value: null, n: 0 }, design)
}

const tested = (own                        , its                        , design        , purpose        ) =>
  own && its && !isGap(own) && !isGap(its) ? equalityTest(own, its, design, purpose) : undefined;

/** Without the interval, which rests on rows that stand for themselves; weighted, the value is another, too. */
const withoutMethod = ({ value, n }          , { weights }        )           => ({
  value: weights ? null : value,
  n,
  gap: `it has no method for ${weights ? 'weighted' : 'clustered'} rows`,
});

/** The metric with a number of its own in place of the settings', undefined where it takes none or not this one. */
function variantOf                           (
  metric                    ,
  value        ,
)                                 {
  const { parameter, compare, form } = metric;
  if (!parameter?.accepts(value)) return undefined
  // The same model for the value, its interval and its comparison: what is known of it once is not found out again.
  const known = new WeakMap                        ();
  const seen = (model            ) => {
    const found = known.get(model) ?? parameter.with(model, value);
    known.set(model, found);
    return found
  };
  return {
    ...metric,
    ...parameter.named(value),
    aliases: [],
    variant: { of: metric.id, value },
    estimate: (model, level) => metric.estimate(seen(model), level),
    ...(compare ? { compare: (own, its, level) => compare(seen(own), seen(its), level) } : {}),
    ...(form ? { form: (model, weights) => form(seen(model), weights) } : {}),
  }
}

/** What a kind of prediction is judged by. */
                                      
                              
                        
                                                 
                                     
                                            
                                                     
                                                                                                         
                                                    
                                                                                                
                                                                                                      
                                                                     
                            
                                                                                                     
                                                 
                                           
                                                            
                                                                                                                       
                                                                     
                                                                                                        
                                                                                    
                                                                                                                                        
                                                                      
                                                                                                                         
                                                                                
 

/** Labels, 1 for the positive class, and its probability. */
                             
                             
                               
 

/** What is read of a history, and what the rows of a hold-out become by it. */
                          
                                     
                                                            
                                                                                     
                                                          
 

/** Numbers of one model on the rows of a hold-out that no metric is. */
                                  
                                                                                             
 

/** A task, whatever it makes of the rows. */
                     
               
                          
                                                                                                 
     
                                         
                                                                                                                   
                                                            
                                                                 
                                                 
                                                                                                        
                                                                                                   
 

/** A metric as claims know it. */
                                                
                                        
                              
                                                                     
 

                               
                                                                       
                                    
                                               
                                   
                                                                                                                                    
                                     
 

/** A model on some rows of the hold-out: estimates by metric id. */
                         
                       
                                          
                        
                            
                                                    
                                                                                    
                                                   
                                                                                
                                               
                               
 

/** A task as its file declares it: what its rows are made into is known to its metrics only. */
const defineTask =                            (task                            )       => ({
  ...task,
  metrics: task.metrics.map(metric => ({ ...metric, comparable: isComparable(metric) })),
  variant(id, value) {
    const metric = task.metrics.find(metric => metric.id === id);
    const variant = metric && variantOf(metric, value);
    return variant && { ...variant, comparable: isComparable(variant) }
  },
  including(claimed) {
    const asked = new Map(claimed.map(({ id, variant }) => [id, variant]));
    const variants = [...asked.values()].flatMap(variant => {
      const metric = task.metrics.find(({ id }) => id === variant?.of);
      return (variant && metric && variantOf(metric, variant.value)) ?? []
    });
    return variants.length === 0 ? this : defineTask({ ...task, metrics: [...task.metrics, ...variants] })
  },
  judge(rows, champion, settings, { seed = NO_SEED, only, wanted } = {}) {
    const { level } = settings;
    const metrics = only ? task.metrics.filter(({ id }) => only.includes(id)) : task.metrics;
    const model = task.evaluate(rows, settings);
    const rival = champion && task.evaluate(champion, settings);
    const named = designOf(rows, () => task.order?.(rows, settings), { level, seed });
    const design = named.clusters ? named : { ...named, ...task.dependence?.(rows, model, settings) };
    const shortage = task.shortage(model);
    // Of a slice that is too small nothing is estimated: it may be without a class.
    const isTooSmall = only !== undefined && shortage !== undefined;
    const none           = { value: null, n: rows.n, gap: 'there are too few rows' };
    const isWanted = ({ id }            ) => !wanted || rows.n <= MANY_ROWS || wanted.includes(id);
    const estimates = (of            , estimate                                                   ) =>
      new Map(metrics.map(metric => [metric.id, isTooSmall ? none : estimate(metric)(metric, of, design)]));
    return {
      rows: rows.n,
      level,
      ...(shortage === undefined ? {} : { shortage }),
      challenger: estimates(model, metric => (isWanted(metric) ? estimateIn : valueIn)),
      ...(rival ? { champion: estimates(rival, () => valueIn) } : {}),
      gains: new Map(
        rival
          ? metrics
              .filter(metric => isComparable(metric) && (metric.compare !== undefined || isWanted(metric)))
              .map(metric => [metric.id, isTooSmall ? none : gainIn(metric, model, rival, design)])
          : [],
      ),
      figures: task.figures(model, settings),
    }
  },
});

/** The seed of rows that no file is known of. */
const NO_SEED = '0';

/** Rows, and rows of each class, below which no claim is decided. */
const LEAST_ROWS = 50;
const LEAST_OF_CLASS = 10;

/** More names than these are no classes: none is shown. */
const MOST_SHOWN = 10;

/** An inconclusive check unless the label column has two classes, the positive one among them. */
function twoClasses(
  { file, role }                  ,
  { codes, names }       ,
  at    ,
  { label, positive }                                                       ,
)                 {
  if (names.length === 0 || (names.length === 2 && names.includes(positive))) return []
  const check = {
    id: `${role}.classes`,
    title: `Two classes in ${file}`,
    status: 'inconclusive'         ,
    measured: { value: names.length, unit: 'classes', n: codes.length },
    required: { comparator: '='         , value: 2, unit: 'classes' },
  };
  if (!names.includes(positive)) {
    const meant = closestMatch(positive, [...names], { maxDistance: positive.length / 2 });
    return [
      {
        ...check,
        reason: `Expected the positive class '${positive}' to occur in '${label}' but found ${shown(names)}`,
        hint: `Set 'positive' to the class that the score is the probability of${meant === undefined ? '' : `: did you mean '${meant}'?`}`,
        locations: [{ file, column: label }],
      },
    ]
  }
  if (names.length === 1)
    return [
      {
        ...check,
        reason: `Expected two classes in '${label}' but every row is '${positive}'`,
        hint: 'Add labelled rows of the other class to the hold-out',
        locations: [{ file, column: label }],
      },
    ]
  return [
    {
      ...check,
      reason: `Expected two classes in '${label}' but found ${grouped(names.length)}: ${shown(names)}`,
      hint: 'Correct the labels, or leave rows of no class out of the hold-out',
      locate: strangers(label, codes, at, names.indexOf(positive)),
    },
  ]
}

const shown = (names                   ) =>
  names.length > MOST_SHOWN ? 'too many names to be classes' : listed(names.map(name => `'${name.slice(0, 40)}'`));

/** The first rows that are neither the positive class nor the most frequent of the others. */
function strangers(label        , codes             , at    , positive        )           {
  const counts = new Map                ();
  for (const code of codes) if (code !== positive && code !== NO_NAME) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [negative] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [NO_NAME, 0]);
  const places           = [];
  for (const [row, code] of codes.entries()) {
    if (code === positive || code === negative || code === NO_NAME) continue
    places.push(at(row, label, 'neither class'));
    if (places.length === MOST_LOCATIONS) break
  }
  return places
}

/** The columns of the task, and its positive class. */
                                                                              

/** What is read of a file: the true class, and the probability of the positive one. */
const binaryReading = ({ label, score, positive }               )          => ({
  needs: [
    {
      role: 'label',
      column: label,
      cells: 'class',
      side: 'truth',
      holds: 'the true class',
      title: 'Labels',
      expected: 'a class',
      hint: 'Label these rows, or leave them out of the hold-out',
    },
    {
      role: 'score',
      column: score,
      cells: 'probability',
      side: 'output',
      holds: 'the probability of the positive class',
      title: 'Scores',
      expected: 'a probability from 0 to 1',
      hint: 'Write the probability of the positive class for every row, with a decimal point',
    },
  ],
  faults: (source, rows, at) => twoClasses(source, namesOf(rows, 'label'), at, { label, positive }),
  about(rows) {
    const positives = labelsOf(rows, positive).reduce((sum, one) => sum + one, 0);
    return `a class and a probability; ${counted(positives, 'row')} of class '${positive}'`
  },
});

/** Two classes, and the probability of one of them. */
const binary = defineTask({
  id: 'binary',
  title: 'Binary classification',
  metrics: Object.values(metrics),
  reading: binaryReading,
  evaluate: (rows, settings) => evaluate(scoresOf(rows, settings.positive), settings.threshold, settings),
  order(rows, { positive }) {
    const labels = labelsOf(rows, positive);
    const order = new Uint32Array(labels.length);
    let next = 0;
    for (const one of [1, 0]) for (let row = 0; row < labels.length; row++) if (labels[row] === one) order[next++] = row;
    return order
  },
  shortage({ positives: { length: positives }, negatives: { length: negatives } }) {
    const rows = positives + negatives;
    return rows < LEAST_ROWS || Math.min(positives, negatives) < LEAST_OF_CLASS
      ? `Expected at least ${LEAST_ROWS} rows and ${LEAST_OF_CLASS} of each class but found ${counted(rows, 'row')}, ${grouped(positives)} positive and ${grouped(negatives)} negative`
      : undefined
  },
  figures: scores => ({ positives: scores.positives.length, confusion: scores.confusion, curves: curvesOf(scores) }),
  twoClasses: (rows, { positive }) => ({ labels: labelsOf(rows, positive), scores: numbersOf(rows, 'score') }),
  decisions: (rows, { threshold }) => numbersOf(rows, 'score').map(score => Number(score >= threshold)),
  rowErrors(rows, { positive, threshold }) {
    const labels = labelsOf(rows, positive);
    return numbersOf(rows, 'score').map((score, row) => Number(Number(score >= threshold) !== labels[row]))
  },
});

/** Scores of the rows by their true class. */
const scoresOf = (rows      , positive        )         =>
  byClass(labelsOf(rows, positive), numbersOf(rows, 'score'));

/** 1 for the positive class, 0 for the other. */
function labelsOf(rows      , positive        )             {
  const { codes, names } = namesOf(rows, 'label');
  const one = names.indexOf(positive);
  const labels = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row++) if (codes[row] === one) labels[row] = 1;
  return labels
}

export { LEAST_ROWS as L, MANY_ROWS as M, drawBinomial as a, designOf as b, clusteredEstimate as c, defaultMargin as d, defineTask as e, LEAST_OF_CLASS as f, binary as g, rowsJob as h, isPlain as i, checkPredictions as j, assembleRows as k, drawMultinomial as l, byClass as m, binaryReading as n, indexIds as o, requireColumns as r, scoresOf as s };
