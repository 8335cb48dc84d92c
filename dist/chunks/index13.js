import { f as sortedFinite, s as sorted, k as kolmogorov } from './central-moments.js';
import { f as figure, p as percent } from './figure.js';
import { c as chiSquared$1 } from './chi-squared.js';
import { f as fisherExact$1, n as nonCentralChiSquared } from './fisher-exact.js';
import { o as outsideEachEnd, z as positiveRoot, w as logPoissonTerm, g as gammainc, A as deviance, n as normal, m as requireSuccesses } from './clopper-pearson.js';
import { g as grouped } from './grouped.js';
import { s as sum$1, c as shuffleFirst, b as shuffle, a as seeded } from './shuffle.js';
import { i as isBlank, f as finiteNumber } from './cell.js';
import { n as newcombe } from './planned.js';
import { s as studentT$1 } from './quantile-of.js';

/** Calls `visit` once per distinct value of two sorted samples, in order, with how often each of them holds it. */
function forEachPooledValue(
  x              ,
  y              ,
  visit                                                   ,
)       {
  const n = x.length;
  const m = y.length;
  let i = 0;
  let j = 0;
  while (i < n || j < m) {
    const value = Math.min(x[i] ?? Infinity, y[j] ?? Infinity);
    const fromX = i;
    const fromY = j;
    while (i < n && x[i] === value) i++;
    while (j < m && y[j] === value) j++;
    visit(value, i - fromX, j - fromY);
  }
}

/** ∫ f(F − G) over the pooled values of two sorted samples, F and G their empirical distribution functions. */
function integratedGap(x              , y              , f                         )         {
  const pairs = x.length * y.length;
  let total = 0;
  let gap = 0;
  let previous = Math.min(x[0] ?? 0, y[0] ?? 0);
  forEachPooledValue(x, y, (value, inX, inY) => {
    total += f(gap / pairs) * (value - previous);
    gap += inX * y.length - inY * x.length;
    previous = value;
  });
  return total
}

/** The energy distance of two samples, √(2 ∫ (F − G)²), in the square root of the samples' unit (Székely 2003). */
function energyDistance(x                   , y                   )         {
  return Math.sqrt(2 * integratedGap(sortedFinite(x, 'x'), sortedFinite(y, 'y'), gap => gap * gap))
}

/** Two lists of shares of the same things, each divided by its sum; throws where one is negative or all are 0. */
function sharePair(p                   , q                   )                       {
  if (p.length !== q.length)
    throw new RangeError(`Expected as many shares in q as in p, ${p.length}, but found ${q.length}`)
  return [shares(p, 'p'), shares(q, 'q')]
}

function shares(values                   , name        )           {
  const list = Array.from(values);
  for (const value of list) {
    if (!(value >= 0 && value < Infinity)) {
      throw new RangeError(`Expected shares of at least 0 in ${name} but found ${value}`)
    }
  }
  const total = sum$1(list);
  if (total === 0) throw new RangeError(`Expected a share above 0 in ${name} but found none`)
  return list.map(value => value / total)
}

/** The Hellinger distance of two lists of shares, √(½ Σ (√p − √q)²), between 0 and 1. */
function hellingerDistance(p                   , q                   )         {
  const [a, b] = sharePair(p, q);
  return Math.sqrt(sum$1(a.map((share, i) => (Math.sqrt(share) - Math.sqrt(b[i] ?? 0)) ** 2)) / 2)
}

/** p ln(p / q), 0 for p = 0. */
const relativeEntropy = (p        , q        )         => (p === 0 ? 0 : p * Math.log(p / q));

/**
 * The Jensen–Shannon divergence of two lists of shares, ½ KL(p ‖ m) + ½ KL(q ‖ m) with m = (p + q) / 2; the logarithm is natural
 * unless a base is given. At most ln 2, or 1 with base 2. The Jensen–Shannon distance is its square root.
 */
function jensenShannonDivergence$1(p                   , q                   , base = Math.E)         {
  const [a, b] = sharePair(p, q);
  const terms = a.map((share, i) => {
    const other = b[i] ?? 0;
    const middle = (share + other) / 2;
    return relativeEntropy(share, middle) + relativeEntropy(other, middle)
  });
  return Math.max(0, sum$1(terms) / 2 / Math.log(base))
}

/** The Kullback–Leibler divergence of q from p, Σ p ln(p / q), natural logarithm; infinite where q has nothing and p has something. */
function kullbackLeibler$1(p                   , q                   )         {
  const [a, b] = sharePair(p, q);
  const terms = a.map((share, i) => relativeEntropy(share, b[i] ?? 0));
  return terms.includes(Infinity) ? Infinity : Math.max(0, sum$1(terms))
}

/** The Wasserstein-1 (earth mover's) distance of two samples, ∫ |F − G|, in the samples' own unit. */
function wassersteinDistance(x                   , y                   )         {
  return integratedGap(sortedFinite(x, 'x'), sortedFinite(y, 'y'), Math.abs)
}

/**
 * The two-sided interval of the non-centrality of a χ² variable with `df` degrees of freedom that came out as `x`: what makes
 * the tails at x as large as is left outside each end, 0 where none does (Venables 1975).
 */
function noncentrality(x        , df        , level        )           {
  const outside = outsideEachEnd(level);
  return { lower: solve(x, df, 1 - outside), upper: solve(x, df, outside) }
}

/** The non-centrality at which the distribution function at x is p; it falls as the non-centrality rises. */
function solve(x        , df        , p        )         {
  if (!(x > 0) || chiSquared$1(df).cdf(x) <= p) return 0
  const root = positiveRoot(Math.max(1, x - df) / 2, m => {
    const { tail, fall } = lowerTail$1(df / 2, m, x / 2);
    return { value: Math.log(p) - Math.log(tail), slope: (m * fall) / tail }
  });
  return 2 * root
}

/**
 * The sum that noncentralGamma makes, and how fast it falls as m rises; each term from the last one by its ratio, which is much faster
 * and as good where the tail is not tiny.
 */
function lowerTail$1(a        , m        , y        )                                 {
  const centre = Math.min(m, (Math.sqrt(a * a + 4 * m * y) - a) / 2);
  const reach = 30 + 10 * Math.sqrt(centre);
  const last = Math.ceil(centre + reach);
  const first = Math.max(0, Math.floor(centre - reach));
  let weight = Math.exp(logPoissonTerm(last, m));
  let step = Math.exp(logPoissonTerm(a + last, y));
  let part = gammainc(a + last, y);
  let tail = 0;
  let fall = 0;
  for (let j = last; j >= first; j--) {
    tail += weight * part;
    fall += weight * step;
    step *= (a + j) / y;
    part += step;
    weight *= j / m;
  }
  return { tail, fall }
}

/** At most so many of the values, drawn without replacement; all of them, in their order, where there are no more. */
function draw(values              , most        , random        )               {
  if (values.length <= most) return values
  const copy = Float64Array.from(values);
  shuffleFirst(copy, random, most);
  return copy.subarray(0, most)
}

/** All values of several samples in one sorted array. */
function sortedTogether(samples                         )               {
  const pooled = new Float64Array(samples.reduce((sum, sample) => sum + sample.length, 0));
  let filled = 0;
  for (const sample of samples) {
    pooled.set(sample, filled);
    filled += sample.length;
  }
  return pooled.sort()
}

/** The least-squares parabola through points, as a function; by polynomials orthogonal on the points (Forsythe 1957). */
function quadraticFit(x                   , y                   )                        {
  const dot = (f                                  ) => x.reduce((sum, t, i) => sum + f(t, i), 0);
  const n = x.length;
  const centre = dot(t => t) / n;
  const spread = dot(t => (t - centre) ** 2);
  const shift = dot(t => t * (t - centre) ** 2) / spread;
  const second = (t        ) => (t - shift) * (t - centre) - spread / n;
  const c0 = dot((_, i) => y[i] ?? 0) / n;
  const c1 = dot((t, i) => (y[i] ?? 0) * (t - centre)) / spread;
  const c2 = dot((t, i) => (y[i] ?? 0) * second(t)) / dot(t => second(t) ** 2);
  return t => c0 + c1 * (t - centre) + c2 * second(t)
}

/** Significance levels and the coefficients of their critical values (Scholz and Stephens 1987, table 2). */
const LEVELS = [0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001];
const B0 = [0.675, 1.281, 1.645, 1.96, 2.326, 2.573, 3.085];
const B1 = [-0.245, 0.25, 0.678, 1.149, 1.822, 2.364, 3.615];
const B2 = [-0.105, -0.305, -0.362, -0.391, -0.396, -0.345, -0.154];

/** `bound` says whether the p-value is interpolated, or only known to be at most 0.001 or at least 0.25. */
                                                                                            

/**
 * The k-sample Anderson–Darling test for samples with or without ties (midranks); the statistic is standardised.
 *
 * Source: F. W. Scholz and M. A. Stephens, K-sample Anderson–Darling tests (1987), equation 7. The p-value is
 * interpolated in their table, so it never leaves [0.001, 0.25].
 */
function andersonKSamp(samples                              )                 {
  if (samples.length < 2) throw new RangeError(`Expected at least two samples but found ${samples.length}`)
  const sizes = samples.map(sample => sample.length);
  const ordered = samples.map((sample, i) => sorted(sample, `sample ${i + 1}`));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total < 4) throw new RangeError(`Expected at least four values in all but found ${total}`)
  const m = samples.length - 1;
  const statistic = (midrankStatistic(ordered, total) - m) / standardDeviation(sizes, total);
  const critical = LEVELS.map((_, i) => (B0[i] ?? 0) + (B1[i] ?? 0) / Math.sqrt(m) + (B2[i] ?? 0) / m);
  if (statistic < Math.min(...critical)) return { statistic, pValue: 0.25, bound: 'at-least' }
  if (statistic > Math.max(...critical)) return { statistic, pValue: 0.001, bound: 'at-most' }
  const logLevel = quadraticFit(critical, LEVELS.map(Math.log));
  return { statistic, pValue: Math.exp(logLevel(statistic)), bound: 'interpolated' }
}

/** A²akN: for each sample, its mid-distribution function against that of all samples pooled. */
function midrankStatistic(samples                         , total        )         {
  const pooled = sortedTogether(samples);
  if (pooled[0] === pooled[total - 1]) throw new RangeError('Expected at least two distinct values but found one')
  const next = samples.map(() => 0);
  const sums = samples.map(() => 0);
  for (let left = 0, right = 0; left < total; left = right) {
    while (right < total && pooled[right] === pooled[left]) right++;
    const tied = right - left;
    const middle = left + tied / 2;
    const weight = tied / total / (middle * (total - middle) - (total * tied) / 4);
    samples.forEach((sample, i) => {
      const from = next[i] ?? 0;
      let to = from;
      while (to < sample.length && sample[to] === pooled[left]) to++;
      next[i] = to;
      sums[i] = (sums[i] ?? 0) + weight * (total * ((from + to) / 2) - middle * sample.length) ** 2;
    });
  }
  const statistic = samples.reduce((sum, sample, i) => sum + (sums[i] ?? 0) / sample.length, 0);
  return (statistic * (total - 1)) / total
}

/** The standard deviation of A²kN under the null hypothesis (Scholz and Stephens, equation 4). */
function standardDeviation(sizes                   , total        )         {
  const k = sizes.length;
  const H = sizes.reduce((sum, size) => sum + 1 / size, 0);
  let h = 0;
  let g = 0;
  for (let i = 1; i < total - 1; i++) {
    h += 1 / (total - i);
    g += h / (i + 1);
  }
  h += 1;
  const a = (4 * g - 6) * (k - 1) + (10 - 6 * g) * H;
  const b = (2 * g - 4) * k ** 2 + 8 * h * k + (2 * g - 14 * h - 4) * H - 8 * h + 4 * g - 6;
  const c = (6 * h + 2 * g - 2) * k ** 2 + (4 * h - 4 * g + 6) * k + (2 * h - 6) * H + 4 * h;
  const d = (2 * h + 6) * k ** 2 - 4 * h * k;
  const numerator = a * total ** 3 + b * total ** 2 + c * total + d;
  return Math.sqrt(numerator / ((total - 1) * (total - 2) * (total - 3)))
}

/** A table of counts with its margins. */
                                                                          

/** The margins of a table; throws unless every row has the same number of columns and every count is finite and ≥ 0. */
function margins(table                              )          {
  const width = table[0]?.length ?? 0;
  if (width === 0) throw new RangeError('Expected a table with at least one row and one column but found an empty one')
  const rows = table.map(() => 0);
  const columns = Array.from({ length: width }, () => 0);
  table.forEach((row, i) => {
    if (row.length !== width) throw new RangeError(`Expected ${width} columns in row ${i + 1} but found ${row.length}`)
    for (let j = 0; j < width; j++) {
      const value = row[j] ?? Number.NaN;
      if (!(value >= 0 && value < Infinity)) {
        throw new RangeError(`Expected a count of at least 0 in row ${i + 1}, column ${j + 1} but found ${value}`)
      }
      rows[i] = (rows[i] ?? 0) + value;
      columns[j] = (columns[j] ?? 0) + value;
    }
  });
  return { rows, columns, total: rows.reduce((sum, value) => sum + value, 0) }
}

/** The counts of each cell if rows and columns were independent; throws when a row or a column holds nothing. */
function expectedCounts(table                              )             {
  const { rows, columns, total } = margins(table);
  const emptyRow = rows.indexOf(0);
  if (emptyRow >= 0) throw new RangeError(`Expected a count above 0 in every row but row ${emptyRow + 1} holds none`)
  const emptyColumn = columns.indexOf(0);
  if (emptyColumn >= 0) {
    throw new RangeError(`Expected a count above 0 in every column but column ${emptyColumn + 1} holds none`)
  }
  return rows.map(row => columns.map(column => row * (column / total)))
}

/** A test of independence in a table: its degrees of freedom and the counts expected under independence. */
                                                                                 

/**
 * A test of independence whose statistic, a sum of one `term` per cell, is asymptotically χ².
 *
 * With `correction` and one degree of freedom each count first moves by up to one half towards the expected one (Yates).
 */
function independenceTest(
  table                              ,
  correction         ,
  term                                                ,
)                    {
  const expected = expectedCounts(table);
  const df = (expected.length - 1) * ((expected[0]?.length ?? 1) - 1);
  if (df === 0) return { statistic: 0, pValue: 1, df, expected }
  let statistic = 0;
  expected.forEach((row, i) => {
    row.forEach((e, j) => {
      const o = table[i]?.[j] ?? 0;
      statistic += term(correction && df === 1 ? o + Math.sign(e - o) * Math.min(0.5, Math.abs(e - o)) : o, e);
    });
  });
  return { statistic, pValue: chiSquared$1(df).sf(statistic), df, expected }
}

/**
 * Pearson's χ² test of independence in a table of counts (rows × columns); throws when a row or a column holds none.
 *
 * `correction: true` applies Yates' continuity correction when there is one degree of freedom.
 */
function chi2Contingency(
  table                              ,
  { correction = false }                           = {},
)                    {
  return independenceTest(table, correction, (observed, expected) => (observed - expected) ** 2 / expected)
}

/** The modified Bessel function K_ν(x), x > 0: ∫ exp(−x cosh t) cosh(νt) dt over t ≥ 0, by the trapezoidal rule. */
function besselK(order        , x        )         {
  const step = 1 / 16;
  let sum = Math.exp(-x) / 2;
  for (let i = 1; ; i++) {
    const t = i * step;
    const term = Math.exp(-x * Math.cosh(t)) * Math.cosh(order * t);
    sum += term;
    if (!(term > 1e-18 * sum)) return sum * step
  }
}

/** Where the two series change places: both are exact to rounding around it. */
const MIDDLE = 0.3;

/** P(W ≥ w) for the limiting distribution of the one-sample Cramér–von Mises statistic, to full relative precision. */
function cramerVonMisesSf(w        )         {
  if (w < 0.003) return 1
  return w < MIDDLE ? 1 - lowerTail(w) : upperTail(w)
}

/** Σ Γ(k + ½) / k! · √(4k + 1) e^(−q) K_¼(q) / (π^(3/2) √w) with q = (4k + 1)² / 16w (Csörgő and Faraway 1996, eq. 1.2). */
function lowerTail(w        )         {
  let sum = 0;
  let gammaRatio = Math.sqrt(Math.PI);
  for (let k = 0; ; k++) {
    const q = (4 * k + 1) ** 2 / (16 * w);
    const term = gammaRatio * Math.sqrt(4 * k + 1) * Math.exp(-q) * besselK(0.25, q);
    sum += term;
    if (!(term > 1e-17 * sum)) return sum / (Math.PI ** 1.5 * Math.sqrt(w))
    gammaRatio *= (k + 0.5) / (k + 1);
  }
}

/**
 * (2 / π) Σ (−1)^(j + 1) ∫ e^(−wu²/2) / √(−u sin u) du over (2j − 1)π < u < 2jπ (Smirnov 1936).
 *
 * u = (2j − ½)π + ½π sin θ takes away the ends' singularities, and the trapezoidal rule in θ converges exponentially.
 */
function upperTail(w        )         {
  let sum = 0;
  for (let j = 1; ; j++) {
    const part = stretch(w, (2 * j - 0.5) * Math.PI);
    sum += j % 2 === 1 ? part : -part;
    if (!(part > 1e-17 * sum)) return (2 / Math.PI) * sum
  }
}

function stretch(w        , middle        )         {
  const half = Math.PI / 2;
  const points = 128;
  let sum = 0;
  for (let i = 0; i < points; i++) {
    const theta = ((i + 0.5) / points - 0.5) * Math.PI;
    const u = middle + half * Math.sin(theta);
    // −sin u = cos(½π sin θ), which near the ends is better taken from 1 − |sin θ|
    const minusSine = Math.sin(half * 2 * Math.sin((half - Math.abs(theta)) / 2) ** 2);
    sum += (Math.exp((-w * u * u) / 2) * Math.cos(theta)) / Math.sqrt(u * minusSine);
  }
  return (sum * half * Math.PI) / points
}

/** How often each value of a statistic occurs, values increasing. */
                                                         

/**
 * P(U ≥ u) for Anderson's rank distance U of samples of n and m values without ties.
 *
 * Counts lattice paths by the sum of squared distances from the diagonal along them (Y. Xiao, A. Gordon and A. Yakovlev,
 * A C++ program for the Cramér–von Mises two-sample test, 2006); paths at or beyond `u` are dropped on the way.
 */
function exactCramerVonMises(n        , m        , u        )         {
  const common = (n * m) / greatestCommonDivisor(n, m);
  const [stepX, stepY] = [common / n, common / m];
  const pairs = n * m;
  const limit = Math.floor((common ** 2 * (n + m) * (6 * u - pairs * (4 * pairs - 1))) / (6 * pairs ** 2));
  let column                = [];
  for (let i = 0; i <= m; i++) {
    const next                = [];
    for (let j = 0; j <= n; j++) {
      const from = i === 0 && j === 0 ? { values: [0], counts: [1] } : merged(column[j], next[j - 1]);
      next.push(advanced(from, (stepX * j - stepY * i) ** 2, limit));
    }
    column = next;
  }
  const below = column[n]?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
  const paths = combinations(n + m, n);
  return (paths - below) / paths
}

/** Every value moved up by `step`, without those that reach the limit. */
function advanced({ values, counts }             , step        , limit        )              {
  const moved = values.map(value => value + step);
  while ((moved.at(-1) ?? -1) >= limit) moved.pop();
  return { values: moved, counts: counts.slice(0, moved.length) }
}

function merged(a              = { values: [], counts: [] }, b              = { values: [], counts: [] })              {
  const values           = [];
  const counts           = [];
  let [i, j] = [0, 0];
  while (i < a.values.length || j < b.values.length) {
    const [left, right] = [a.values[i] ?? Infinity, b.values[j] ?? Infinity];
    values.push(Math.min(left, right));
    counts.push((left <= right ? (a.counts[i] ?? 0) : 0) + (right <= left ? (b.counts[j] ?? 0) : 0));
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return { values, counts }
}

function greatestCommonDivisor(a        , b        )         {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

function combinations(n        , k        )         {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways
}

/** Up to this size of the larger sample the p-value is exact, as in SciPy. */
const LARGEST_EXACT$2 = 20;

/**
 * The two-sample Cramér–von Mises test; the statistic is T of Anderson (1962), from midranks.
 *
 * Both the exact and the asymptotic p-value are those of samples without ties: with many ties they are too small.
 */
function cramerVonMises2samp(
  x                   ,
  y                   ,
  { method = 'auto' }                                               = {},
)             {
  const first = sorted(x, 'x');
  const second = sorted(y, 'y');
  const [n, m] = [first.length, second.length];
  if (Math.min(n, m) < 2) throw new RangeError(`Expected two or more values per sample but found ${Math.min(n, m)}`)
  const u = rankDistance(first, second);
  const [pairs, size] = [n * m, n + m];
  // one fraction of whole numbers: the two of Anderson's eq. 9 would cancel
  const statistic = (6 * u - pairs * (4 * pairs - 1)) / (6 * pairs * size);
  const exact = method === 'auto' ? Math.max(n, m) <= LARGEST_EXACT$2 : method === 'exact';
  return { statistic, pValue: exact ? exactCramerVonMises(n, m, u) : asymptotic(n, m, statistic) }
}

/** n Σ (rᵢ − i)² + m Σ (sⱼ − j)², r and s the midranks of the two samples in the pooled one (Anderson 1962, eq. 10). */
function rankDistance(x              , y              )         {
  let total = 0;
  let [i, j] = [0, 0];
  forEachPooledValue(x, y, (_, inX, inY) => {
    const rank = i + j + (inX + inY + 1) / 2;
    for (let k = 1; k <= inX; k++) total += x.length * (rank - i - k) ** 2;
    for (let k = 1; k <= inY; k++) total += y.length * (rank - j - k) ** 2;
    i += inX;
    j += inY;
  });
  return total
}

/** The limiting distribution, the statistic moved and scaled to its mean and variance (Anderson 1962, eq. 11, 14, 15). */
function asymptotic(n        , m        , statistic        )         {
  const [pairs, size] = [n * m, n + m];
  const mean = (1 + 1 / size) / 6;
  const variance = ((size + 1) * (4 * pairs * size - 3 * (n * n + m * m) - 2 * pairs)) / (45 * size * size * 4 * pairs);
  return cramerVonMisesSf(1 / 6 + (statistic - mean) / Math.sqrt(45 * variance))
}

/** The eigenvalues of a small symmetric matrix with their unit vectors, by Jacobi's rotations. */
function symmetricEigen(matrix                                )                                        {
  const n = matrix.length;
  const a = matrix.map(row => [...row]);
  const vectors = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)));
  const entry = (i        , j        ) => a[i]?.[j] ?? 0;
  for (let sweep = 0; sweep < 60; sweep++) {
    let rotated = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(entry(p, q)) <= 1e-17 * Math.sqrt(Math.abs(entry(p, p) * entry(q, q)))) continue
        rotated = true;
        const theta = (entry(q, q) - entry(p, p)) / (2 * entry(p, q));
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        for (const row of [...a, ...vectors]) rotate(row, p, q, c, t * c);
        const [rowP, rowQ] = [a[p] ?? [], a[q] ?? []];
        for (let j = 0; j < n; j++) {
          const [x, y] = [rowP[j] ?? 0, rowQ[j] ?? 0];
          rowP[j] = c * x - t * c * y;
          rowQ[j] = t * c * x + c * y;
        }
      }
    }
    if (!rotated) break
  }
  return a.map((_, i) => ({ value: entry(i, i), vector: vectors.map(row => row[i] ?? 0) }))
}

function rotate(row          , p        , q        , c        , s        )       {
  const [x, y] = [row[p] ?? 0, row[q] ?? 0];
  row[p] = c * x - s * y;
  row[q] = s * x + c * y;
}

/** Where the characteristic functions are compared, in units of half the pooled interquartile range. */
const POINTS = [0.4, 0.8];
/** Smaller eigenvalues of the covariance, relative to the largest, count as zero. */
const NEGLIGIBLE = 1e-14;
/** A covariance below this is rounding: neither sample varies, so that with a spread between them they differ. */
const ROUNDING = 1e-24;

/** `df`: the rank of the covariance, 4 unless the samples hold very few distinct values. */
                                                             

/**
 * The Epps–Singleton test, which compares the empirical characteristic functions of two samples; ties are no trouble.
 *
 * Source: T. W. Epps and K. J. Singleton (1986), with the small-sample correction of S. J. Goerg and J. Kaiser (2009).
 * Throws when the pooled interquartile range is 0, for which the test is not defined.
 */
function eppsSingleton2samp(x                   , y                   )                      {
  const first = sortedFinite(x, 'x', 5);
  const second = sortedFinite(y, 'y', 5);
  const [n, m] = [first.length, second.length];
  const size = n + m;
  const sigma = interquartileRange(first, second) / 2;
  if (sigma === 0) throw new RangeError('Expected samples whose pooled interquartile range is above 0 but found 0')
  const a = moments$2(first, sigma);
  const b = moments$2(second, sigma);
  const difference = a.mean.map((value, i) => value - (b.mean[i] ?? 0));
  const covariance = a.covariance.map((row, i) =>
    row.map((value, j) => size * (value / n + (b.covariance[i]?.[j] ?? 0) / m)),
  );
  const components = symmetricEigen(covariance);
  const largest = Math.max(...components.map(({ value }) => value));
  if (largest < ROUNDING) return { statistic: Infinity, pValue: 0, df: 0 }
  const kept = components.filter(({ value }) => value > NEGLIGIBLE * largest);
  let statistic = 0;
  for (const { value, vector } of kept) {
    const along = vector.reduce((total, entry, i) => total + entry * (difference[i] ?? 0), 0);
    statistic += (size * along * along) / value;
  }
  if (Math.max(n, m) < 25) statistic /= 1 + size ** -0.45 + 10.1 * (n ** -1.7 + m ** -1.7);
  const df = kept.length;
  return { statistic, pValue: chiSquared$1(df).sf(statistic), df }
}

/** Mean and covariance (divided by n) of cos tx and sin tx at the two points. */
function moments$2(sample              , sigma        )                                             {
  const scaled = POINTS.map(t => sample.map(value => (t / sigma) * value));
  const waves = [...scaled.map(angles => angles.map(Math.cos)), ...scaled.map(angles => angles.map(Math.sin))];
  const mean = waves.map(wave => sum$1(wave) / sample.length);
  const centred = waves.map((wave, i) => wave.map(value => value - (mean[i] ?? 0)));
  const covariance = centred.map(a => centred.map(b => sum$1(a.map((value, i) => value * (b[i] ?? 0))) / sample.length));
  return { mean, covariance }
}

function interquartileRange(x              , y              )         {
  const pooled = sortedTogether([x, y]);
  const quantile = (p        ) => {
    const at = p * (pooled.length - 1);
    const below = pooled[Math.floor(at)] ?? 0;
    return below + (at % 1) * ((pooled[Math.ceil(at)] ?? 0) - below)
  };
  return quantile(0.75) - quantile(0.25)
}

/**
 * The log-likelihood ratio test of independence in a table of counts: G = 2 Σ O ln(O / E).
 *
 * Summed as 2 Σ (O ln(O / E) + E − O), the same number because observed and expected have one total, but without terms of
 * opposite sign that cancel.
 */
function gTest$1(
  table                              ,
  { correction = false }                           = {},
)                    {
  return independenceTest(table, correction, (o, e) => 2 * (o === 0 ? e : deviance(o, e)))
}

/** e to minus this is 0 in doubles. */
const UNDERFLOW = 747;

/**
 * P(D ≥ d) for the two-sample Kolmogorov–Smirnov statistic of sizes n and m without ties, where `gap` is d · n · m.
 *
 * Source: J. L. Hodges, The significance probability of the Smirnov two-sample test (1958), as arranged by SciPy so that
 * nothing is subtracted and small tails keep their digits.
 */
function exactSmirnov(n        , m        , gap        )         {
  if (gap === 0) return 1
  if (exponent(n, m, gap) > UNDERFLOW) return 0
  return Math.min(1, n === m ? equalSizes(n, gap / n) : outsideBand(Math.max(n, m), Math.min(n, m), gap))
}

/** 2 d² nm / (n + m): P(D ≥ d) is at most 2.17 times e to minus this (Wei and Dudley 2012). */
function exponent(n        , m        , gap        )         {
  return (2 * gap * (gap / n / m)) / (n + m)
}

/** Reflection principle for n = m and D = h / n: 2 A₀ (1 − A₁ (1 − A₂ (…))), each A a ratio of binomial coefficients. */
function equalSizes(n        , h        )         {
  let p = 0;
  for (let k = Math.floor(n / h); k >= 0; k--) {
    let ratio = 1;
    for (let j = 0; j < h; j++) ratio *= (n - k * h - j) / (n + k * h + j + 1);
    p = ratio * (1 - p);
  }
  return 2 * p
}

/**
 * The probability that a random lattice path from (0, 0) to (m, n) leaves the band |n i − m j| < gap, m ≥ n.
 *
 * Column by column: the share of paths to (i, j) that have left is i and j times the shares of its two predecessors over
 * i + j, and 1 outside the band. One column is kept, indexed by j.
 */
function outsideBand(m        , n        , gap        )         {
  const left = new Float64Array(n + 1).fill(1);
  left.fill(0, 0, Math.min(Math.ceil(gap / m), n + 1));
  const inverse = Float64Array.from({ length: m + n + 1 }, (_, k) => 1 / k);
  for (let i = 1; i <= m; i++) {
    const lowest = Math.max(Math.floor((n * i - gap) / m) + 1, 0);
    const beyond = Math.min(Math.ceil((n * i + gap) / m), n + 1);
    if (beyond <= lowest) return 1
    let share = lowest === 0 ? 0 : 1;
    for (let j = lowest; j < beyond; j++) {
      const weight = inverse[i + j] ?? 0;
      share = (left[j] ?? 1) * (i * weight) + share * (j * weight);
      left[j] = share;
    }
  }
  return left[n] ?? 1
}

/** Up to this size of the larger sample the p-value is exact, as in SciPy. */
const LARGEST_EXACT$1 = 10_000;

/**
 * The two-sided two-sample Kolmogorov–Smirnov test; the statistic is the largest distance between the two empirical
 * distribution functions, tied values taken together.
 *
 * `auto` is exact while neither sample exceeds 10 000 values, and `asymptotic` beyond: the one-sample distribution at the
 * effective size nm / (n + m). With ties the exact p-value is conservative.
 */
function ks2samp(
  x                   ,
  y                   ,
  { method = 'auto' }                                               = {},
)             {
  const first = sorted(x, 'x');
  const second = sorted(y, 'y');
  const n = first.length;
  const m = second.length;
  const gap = largestGap(first, second);
  const statistic = gap / (n * m);
  const exact = method === 'auto' ? Math.max(n, m) <= LARGEST_EXACT$1 : method === 'exact';
  const pValue = exact ? exactSmirnov(n, m, gap) : kolmogorov(halfEven((n * m) / (n + m))).sf(statistic);
  return { statistic, pValue }
}

/** max |i m − j n| over the pooled values, where i values of x and j of y lie at or below one: the distance × nm. */
function largestGap(x              , y              )         {
  let gap = 0;
  let below = 0;
  forEachPooledValue(x, y, (_, inX, inY) => {
    below += inX * y.length - inY * x.length;
    gap = Math.max(gap, Math.abs(below));
  });
  return gap
}

/** Rounds to the nearest whole number, ties to the even one, as NumPy does; at least 1. */
function halfEven(value        )         {
  const below = Math.floor(value);
  const up = value - below > 0.5 || (value - below === 0.5 && below % 2 === 1);
  return Math.max(1, up ? below + 1 : below)
}

/**
 * In how many of the `total` ways to interleave n and m distinct values the Mann–Whitney statistic is 0, 1, …, `largest`:
 * the first coefficients of the Gaussian binomial ∏ (1 − q^(m + i)) / (1 − qⁱ), i = 1 … n.
 */
function mannWhitneyCounts(n        , m        , largest        )                                          {
  const [few, many] = n < m ? [n, m] : [m, n];
  const counts = new Float64Array(largest + 1);
  counts[0] = 1;
  let total = 1;
  for (let i = 1; i <= few; i++) {
    for (let u = largest; u >= many + i; u--) counts[u] = (counts[u] ?? 0) - (counts[u - many - i] ?? 0);
    for (let u = i; u <= largest; u++) counts[u] = (counts[u] ?? 0) + (counts[u - i] ?? 0);
    total *= (many + i) / i;
  }
  return { counts, total }
}

/** Up to this size of the smaller sample, and without ties, the p-value is exact, as in SciPy. */
const LARGEST_EXACT = 8;

/** `superiority` is P(X > Y) + P(X = Y) / 2, estimated: 0.5 when neither sample tends to be larger. */
                                                                    

/**
 * The Mann–Whitney U test, two-sided unless told otherwise (`less`: x tends to be smaller); the statistic is U of x: the pairs in
 * which x is larger, ties counting one half.
 *
 * `asymptotic` is the normal approximation with tie and continuity correction; `auto` is exact while the smaller sample
 * holds at most 8 values and none are tied.
 */
function mannWhitneyU(
  x                   ,
  y                   ,
  {
    method = 'auto',
    alternative = 'two-sided',
  }                                                                          = {},
)                    {
  const first = sorted(x, 'x');
  const second = sorted(y, 'y');
  const [n, m] = [first.length, second.length];
  let u = 0;
  let tieTerm = 0;
  let yBelow = 0;
  forEachPooledValue(first, second, (_, inX, inY) => {
    u += inX * (yBelow + inY / 2);
    yBelow += inY;
    tieTerm += (inX + inY) ** 3 - (inX + inY);
  });
  if (method === 'exact' && tieTerm > 0) {
    throw new RangeError('Expected samples without tied values for the exact method but found ties')
  }
  const exact = method === 'auto' ? Math.min(n, m) <= LARGEST_EXACT && tieTerm === 0 : method === 'exact';
  const tailFrom = (wins        ) => (exact ? exactTail(n, m, n * m - wins) : asymptoticTail(n, m, wins, tieTerm));
  const pValue = {
    'two-sided': () => 2 * tailFrom(Math.max(u, n * m - u)),
    less: () => tailFrom(n * m - u),
    greater: () => tailFrom(u),
  }[alternative]();
  return { statistic: u, pValue: Math.min(1, pValue), superiority: u / (n * m) }
}

/** P(U ≤ u), as a share of the ways to choose which ranks are those of x. */
function exactTail(n        , m        , u        )         {
  const { counts, total } = mannWhitneyCounts(n, m, u);
  return counts.reduce((sum, count) => sum + count, 0) / total
}

function asymptoticTail(n        , m        , u        , tieTerm        )         {
  const size = n + m;
  const variance = ((n * m) / 12) * (size + 1 - tieTerm / (size * (size - 1)));
  return variance > 0 ? normal.sf((u - (n * m) / 2 - 0.5) / Math.sqrt(variance)) : 1
}

/** Permutations that reach the observed value after which no more are made: the p-value is settled well enough to be large. */
const ENOUGH = 20;

/**
 * The p-value of an observed statistic among those of random permutations, large ones being extreme.
 *
 * Sequential (Besag and Clifford 1991): stops at the twentieth permutation that reaches the observed value, p then being 20 of
 * as many as were made; otherwise (reached + 1) / (most + 1), so p is never 0. Either way P(p ≤ α) ≤ α without a change.
 */
function permutationP(observed        , permuted              , most        )         {
  let reached = 0;
  for (let made = 1; made <= most; made++) {
    if (permuted() >= observed) reached++;
    if (reached === ENOUGH) return ENOUGH / made
  }
  return (reached + 1) / (most + 1)
}

/** A point of several dimensions. */
                                     

/** Permutations that the spread is read from. */
const SPREAD = 99;

                     
                                             
                        
                                                                                                         
                        
                                                           
                                
 

/**
 * The two-sample test of the maximum mean discrepancy: the statistic is the unbiased MMD² (Gretton and others 2012, lemma 6) with
 * the kernel exp(−d² / s), s being the median of the squared Euclidean distances of all pairs of points, or 1 where that is 0; p
 * from at most `most` random permutations. `statistic` may be below 0.
 *
 * Takes (n + m)² doubles of memory, and time of that times the permutations made.
 */
function mmdTest(
  x                  ,
  y                  ,
  random        ,
  { most = 499 }                    = {},
)                         {
  for (const [name, { length }] of Object.entries({ x, y })) {
    if (length < 2) throw new RangeError(`Expected ${name} to hold at least 2 points but found ${length}`)
  }
  const { kernel, scale } = kernelMatrix([...x, ...y]);
  const [few, many] = x.length <= y.length ? [x.length, y.length] : [y.length, x.length];
  const size = few + many;
  const rowSums = Float64Array.from({ length: size }, (_, i) =>
    kernel.subarray(i * size, (i + 1) * size).reduce(add, 0),
  );
  const total = rowSums.reduce(add, 0);
  /** MMD² if the given points, as many as the smaller sample has, are that sample. */
  const squared = (own             ) => {
    const inner = 2 * pairSum(kernel, size, own);
    const withAll = own.reduce((sum, i) => sum + (rowSums[i] ?? 0), 0);
    const across = withAll - inner;
    const outer = total - inner - 2 * across;
    return inner / (few * (few - 1)) + outer / (many * (many - 1)) - (2 * across) / (few * many)
  };
  const order = Uint32Array.from({ length: size }, (_, i) => i);
  const statistic = squared(x.length <= y.length ? order.slice(0, few) : order.slice(many));
  const permuted = () => {
    shuffleFirst(order, random, few);
    return squared(order.slice(0, few).sort())
  };
  return {
    statistic,
    pValue: permutationP(statistic, permuted, most),
    scale,
    error: linearError(kernel, x.length, y.length),
    spread(chance) {
      const values = Float64Array.from({ length: SPREAD }, permuted).sort();
      return Math.max(0, values[Math.ceil((1 - chance) * SPREAD) - 1] ?? 0)
    },
  }
}

const add = (a        , b        ) => a + b;

/** From how much each point's mean kernel with its own sample differs from that with the other one (Hoeffding's projection). */
function linearError(kernel              , n        , m        )         {
  const size = n + m;
  const gaps = Array.from({ length: size }, (_, i) => {
    const row = kernel.subarray(i * size, (i + 1) * size);
    const [inX, inY] = [row.subarray(0, n).reduce(add, 0), row.subarray(n).reduce(add, 0)];
    return i < n ? inX / (n - 1) - inY / m : inY / (m - 1) - inX / n
  });
  return 2 * Math.sqrt(variance(gaps.slice(0, n)) / n + variance(gaps.slice(n)) / m)
}

function variance(values                   )         {
  const mean = values.reduce(add, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}

/** Σ k over all pairs of the given points. */
function pairSum(kernel              , size        , own             )         {
  let sum = 0;
  for (let i = 0; i < own.length; i++) {
    const row = (own[i] ?? 0) * size;
    for (let j = 0; j < i; j++) sum += kernel[row + (own[j] ?? 0)] ?? 0;
  }
  return sum
}

/** The kernel of every pair of points, 0 on the diagonal. */
function kernelMatrix(points                  )                                          {
  const size = points.length;
  const kernel = new Float64Array(size * size);
  const distances = new Float64Array((size * (size - 1)) / 2);
  let filled = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const squared = squaredDistance(points[i] ?? [], points[j] ?? []);
      kernel[i * size + j] = squared;
      distances[filled++] = squared;
    }
  }
  distances.sort();
  const scale = ((distances[(filled - 1) >>> 1] ?? 0) + (distances[filled >>> 1] ?? 0)) / 2 || 1;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const value = Math.exp(-(kernel[i * size + j] ?? 0) / scale);
      kernel[i * size + j] = value;
      kernel[j * size + i] = value;
    }
  }
  return { kernel, scale }
}

function squaredDistance(a       , b       )         {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return sum
}

/** Of one sample, in a unit. */
                          
                    
                       
                                                     
                          
 

/**
 * The moments of two sorted samples in a unit they share: a power of two, so that squares of very large or small values neither
 * overflow nor vanish, at no rounding.
 */
function scaledMoments(x              , y              )                             {
  const unit = 2 ** Math.round(Math.log2(largest(x, y) || 1));
  return [moments$1(x, unit), moments$1(y, unit), unit]
}

function largest(...samples                )         {
  return Math.max(...samples.flatMap(sample => [Math.abs(sample.at(0) ?? 0), Math.abs(sample.at(-1) ?? 0)]))
}

function moments$1(sample              , unit        )          {
  const n = sample.length;
  const scaled = sample.map(value => value / unit);
  const mean = scaled.at(0) === scaled.at(-1) ? (scaled[0] ?? 0) : sum$1(scaled) / n;
  return { n, mean, squares: sum$1(scaled.map(value => (value - mean) ** 2)) }
}

/**
 * Student's two-sided t test for equal means, assuming equal variances, which are estimated from both samples together (`level`:
 * of the interval of x − y, 0.95 by default). Its p-value is wrong where variances differ and samples are of different size.
 *
 * When neither sample varies the test is decided: p is 1 for equal means, 0 otherwise.
 */
function pooledTTest(
  x                   ,
  y                   ,
  { level = 0.95 }                     = {},
)              {
  const outside = outsideEachEnd(level);
  const [a, b, unit] = scaledMoments(sortedFinite(x, 'x', 2), sortedFinite(y, 'y', 2));
  const df = a.n + b.n - 2;
  const error = Math.sqrt(((a.squares + b.squares) / df) * (1 / a.n + 1 / b.n));
  const gap = a.mean - b.mean;
  const t = studentT$1(df);
  const statistic = error > 0 ? gap / error : gap === 0 ? 0 : gap * Infinity;
  const margin = error > 0 ? t.isf(outside) * error : 0;
  return {
    statistic,
    pValue: 2 * t.sf(Math.abs(statistic)),
    df,
    difference: gap * unit,
    interval: { lower: (gap - margin) * unit, upper: (gap + margin) * unit },
  }
}

/**
 * The two-sided z test that k of n and l of m have one proportion, which is estimated from both together (pooled variance, no
 * continuity correction); z² is Pearson's χ² of the 2 × 2 table. Where both proportions are 0, or both 1, p is 1.
 */
function proportionsZTest(k        , n        , l        , m        )             {
  requireSuccesses(k, n);
  requireSuccesses(l, m);
  const pooled = (k + l) / (n + m);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  const statistic = error > 0 ? (k / n - l / m) / error : 0;
  return { statistic, pValue: Math.min(1, 2 * normal.sf(Math.abs(statistic))) }
}

/** Welch's test: its degrees of freedom, and the difference of the means (x − y) with its interval. */
                                                                                             

/**
 * Welch's two-sided t test for equal means without assuming equal variances (`level`: of the interval, 0.95 by default).
 *
 * When neither sample varies the test is decided: p is 1 for equal means, 0 otherwise.
 */
function welchTTest(
  x                   ,
  y                   ,
  { level = 0.95 }                     = {},
)              {
  const outside = outsideEachEnd(level);
  const first = sortedFinite(x, 'x', 2);
  const second = sortedFinite(y, 'y', 2);
  const [a, b, unit] = scaledMoments(first, second);
  const [errorX, errorY] = [squaredError(a), squaredError(b)];
  const gap = a.mean - b.mean;
  const error = errorX + errorY;
  const varies = error > 0;
  const share = errorX / error;
  const [freeX, freeY] = [first.length - 1, second.length - 1];
  const df = varies ? 1 / (share ** 2 / freeX + (1 - share) ** 2 / freeY) : freeX + freeY;
  const t = studentT$1(df);
  const statistic = varies ? gap / Math.sqrt(error) : gap === 0 ? 0 : gap * Infinity;
  const margin = varies ? t.isf(outside) * Math.sqrt(error) : 0;
  return {
    statistic,
    pValue: 2 * t.sf(Math.abs(statistic)),
    df,
    difference: gap * unit,
    interval: { lower: (gap - margin) * unit, upper: (gap + margin) * unit },
  }
}

/** The squared standard error of the mean. */
const squaredError = ({ n, squares }         )         => squares / (n - 1) / n;

/** The nine inner deciles of ascending values, equal ones merged; quantiles of type 7, as NumPy's default. */
function decileEdges(ascending              )           {
  const edges = Array.from({ length: 9 }, (_, i) => quantile(ascending, (i + 1) / 10));
  return edges.filter((edge, i) => edge !== edges[i - 1])
}

/** How many ascending values fall into each bin: up to and including the first edge, from there up to the second, …, beyond the last. */
function countByEdges(ascending              , edges                   )           {
  const below = [0, ...edges.map(edge => countUpTo(ascending, edge)), ascending.length];
  return below.slice(1).map((count, i) => count - (below[i] ?? 0))
}

function quantile(ascending              , q        )         {
  const position = (ascending.length - 1) * q;
  const below = Math.floor(position);
  const [a, b] = [ascending[below] ?? 0, ascending[below + 1] ?? ascending[below] ?? 0];
  const t = position - below;
  if (!Number.isFinite(b - a)) return a * (1 - t) + b * t
  // Interpolated from the nearer end, as NumPy does: the same bits, so the same ties with the data.
  return t < 0.5 ? a + (b - a) * t : b - (b - a) * (1 - t)
}

/** How many ascending values are at most `edge`. */
function countUpTo(ascending              , edge        )         {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= edge) low = middle + 1;
    else high = middle;
  }
  return low
}

/** Whether a column of this kind is compared by the rows of each of its values. */
const isCategorical = (kind            )          => kind === 'categorical' || kind === 'boolean';

/** The settings that bound an effect. */
                                                                         

                     
                                                     
                     
                        
                                                                                                    
                          
                                         
 

/** A method that answers a question about a column: its measurement becomes a check. */
                                                   
                                                                   
                           
                                                        
                        
                                                                   
                           
                           
                                                                                                                
                            
                                                                                                              
                         
                                                                      
                         
                                                                                                                               
                                                
                                                                                                                    
                                                                               
 

/** A method whose number people know and want to see, whether or not it decides. */
                                                    
                                            
 

/** What is planned for: a column that is to pass if it has not changed, and to fail if it has by `effect`. */
                          
                        
                         
                        
                                               
                        
                                               
                        
 

/** Whether so many current rows are enough. */
                         
                                                                 
                                  
                                                       
                                 
 

                                                                                          

                              
                                        
                         
                                  
                    
                                                                       
                          
                                                                                   
                          
                                              
                        
                                                                                                 
                                
 

/** What the rows say about the populations they were drawn from. */
                            
                                                                                                                                                
                                              
                                                    
                         
                                                                                                                                     
                                
                                                                                                                 
                            
                                                                                             
                                                                         
                                                                                                                             
                                                                       
 

/** A method as its file declares it. */
const defineMethod =                   (method   )    => method;

const isDeciding = (method        )                           => 'measure' in method;

const isReporting = (method        )                            => 'report' in method;

/** A measured distance judged by another test's p-value; undefined where the test cannot be computed. */
function byTest(distance                         , pValue                    )                          {
  if (distance?.inference === undefined || pValue === undefined) return undefined
  return { ...distance, inference: { ...distance.inference, pValue } }
}

/** What all methods that look at a column's distribution ask. */
const SAME_DISTRIBUTION = {
  question: 'distribution',
  claim: 'same distribution',
  limit: 'max-effect',
  remedy: "Retrain or certify on current data if the world has changed, mend the column's source if not",
};

/**
 * How far an estimated distance of two distributions can fall short of the true one, but for a chance of `alpha`, for any
 * two distributions and any numbers of independent rows.
 *
 * Both distances used here are the largest difference P(A) − Q(A) over a family of events A: half-lines for the
 * Kolmogorov–Smirnov distance, all sets for total variation. The estimate is the largest difference of observed shares, so
 * it is at least the difference at the one event A* where the true distance is attained. That difference is a sum of n
 * independent terms of width 1/n and m of width 1/m, so by Hoeffding (1963, theorem 2) it falls ε below its mean with
 * probability at most exp(−2 ε² / (1/n + 1/m)). No supremum has to be bounded: this is why the bound is tighter than that of
 * Dvoretzky, Kiefer and Wolfowitz. (McDiarmid's inequality and E d̂ ≥ d by convexity give the same ε.)
 */
const shortfall = (alpha        , n        , m        )         =>
  Math.sqrt((Math.log(1 / alpha) / 2) * (1 / n + 1 / m));

/** What rows say about a distance between 0 and 1 whose estimate is at least the difference at any one event. */
function distanceInference({ effect, pValue, testable, rows, alpha, excess }          )            {
  const upper = (distance        , n        , m        ) => Math.min(1, distance + shortfall(alpha, n, m));
  const found = 1 / rows.reference + 1 / rows.current;
  return {
    interval: [Math.max(0, effect - excess), upper(effect, rows.reference, rows.current)],
    pValue,
    testable,
    rows,
    upperAt(n, m, drifted) {
      // A distance that is only chance shrinks like the standard error of a share.
      return upper(drifted ? effect : effect * Math.sqrt((1 / n + 1 / m) / found), n, m)
    },
  }
}

/** The median of ascending numbers. */
function median(ascending              )         {
  const middle = (ascending.length - 1) / 2;
  return (ascending[Math.floor(middle)] ?? 0) / 2 + (ascending[Math.ceil(middle)] ?? 0) / 2
}

/** The furthest a calendar reaches, in seconds from 1970. */
const LAST = 8.64e12;

/** A number of a column inside a sentence: of one of dates, the instant. */
const shown = (value        , kind            )         =>
  kind === 'datetime' && Math.abs(value) <= LAST ? new Date(value * 1000).toISOString().slice(0, 16) : figure(value);

/** Kolmogorov–Smirnov distance of two samples of numbers, with test and confidence bounds. */
const kolmogorovSmirnov = defineMethod({
  id: 'kolmogorov-smirnov',
  title: 'Kolmogorov–Smirnov distance',
  variant:
    'D = max |F(x) − G(x)| of the two empirical distribution functions over finite values, missing left out, ties processed together. ' +
    "Two-sided p as scipy's ks_2samp (method auto: exact to 10 000 rows a side, then Simard and L'Ecuyer), conservative under ties. " +
    'Upper bound D + sqrt(ln(1/α)/2 · (1/n + 1/m)) (Hoeffding 1963 at the point where the true distance is attained); ' +
    'lower bound D − sqrt(ln(4/α)/(2n)) − sqrt(ln(4/α)/(2m)) (Dvoretzky, Kiefer, Wolfowitz with the constant of Massart 1990, once per side)',
  accepts: ['numeric', 'datetime'],
  question: 'distribution',
  claim: 'same distribution',
  quantity: 'a KS distance',
  limit: 'max-effect',
  remedy: "Retrain or certify on current data if the world has changed, mend the column's source if not",
  measure({ kind, reference: { numbers: x }, current: { numbers: y } }, alpha) {
    const [firstX, firstY] = [x[0], y[0]];
    if (firstX === undefined || firstY === undefined) return undefined
    const { statistic, pValue } = ks2samp(x, y);
    const constant = firstX === firstY && x.at(-1) === firstX && y.at(-1) === firstY;
    return {
      effect: statistic,
      n: x.length + y.length,
      values: constant ? 'one value throughout' : `median ${shown(median(x), kind)} → ${shown(median(y), kind)}`,
      inference: distanceInference({
        effect: statistic,
        pValue,
        testable: !constant,
        rows: { reference: x.length, current: y.length },
        alpha,
        excess: deviation(alpha / 2, x.length) + deviation(alpha / 2, y.length),
      }),
    }
  },
});

/** How far an empirical distribution function strays from the true one, but for a chance of `alpha` (Massart 1990). */
const deviation = (alpha        , n        ) => Math.sqrt(Math.log(2 / alpha) / (2 * n));

/** The KS distance, judged by the Anderson–Darling test of two samples. */
const andersonDarling = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'anderson-darling',
  title: 'Anderson–Darling test',
  variant:
    "p as scipy's anderson_ksamp (Scholz and Stephens 1987, midranks), interpolated in their table: never below 0.001 nor above 0.25, " +
    'so that nothing is significant once p is adjusted over more than α / 0.001 tests. The effect is the KS distance with its bounds: ' +
    'the statistic itself has no scale that a limit could be set on',
  accepts: ['numeric', 'datetime'],
  quantity: kolmogorovSmirnov.quantity,
  needs: 'at least two different values and four in all',
  measure(column, alpha) {
    const [x, y] = [column.reference.numbers, column.current.numbers];
    if (x.length === 0 || y.length === 0 || x.length + y.length < 4) return undefined
    const constant = x[0] === y[0] && x.at(-1) === x[0] && y.at(-1) === y[0];
    return byTest(kolmogorovSmirnov.measure(column, alpha), constant ? 1 : andersonKSamp([x, y]).pValue)
  },
});

/** Rows of one category on both sides. */
                               
                                                                                
                                   
                            
                          
 

/** Every category of either side, those of the reference first. */
function categoryPairs({ reference, current }        )                 {
  const names = new Set([...reference.categories.keys(), ...current.categories.keys()]);
  const pairs                 = [...names].map(name => ({
    name,
    reference: reference.categories.get(name)?.count ?? 0,
    current: current.categories.get(name)?.count ?? 0,
  }));
  if (reference.others + current.others === 0) return pairs
  return [...pairs, { name: undefined, reference: reference.others, current: current.others }]
}

/** Rows of one category on both sides. */
                       
                            
                          
 

/** Smallest expected count that the χ² distribution is trusted with (Cochran 1954). */
const THIN = 5;

/**
 * Whether the categories have the same shares on both sides: Pearson's χ² on the contingency table of two rows, without
 * continuity correction.
 *
 * Categories expected fewer than five times on a side are merged, the rarest first, until none is left or only two
 * categories remain; if one of the two is still thin, the test is Fisher's exact one. Merging looks only at totals over both
 * sides, which the test conditions on, so it costs no validity. `testable` is false where there is one category only.
 */
function homogeneityTest(cells                 )                                        {
  const merged = mergeThin(cells);
  if (merged.length < 2) return { pValue: 1, testable: false }
  const table = [merged.map(cell => cell.reference), merged.map(cell => cell.current)];
  const thin = merged.some(isThin$1(merged));
  return { pValue: (thin ? fisherExact$1(table) : chi2Contingency(table)).pValue, testable: true }
}

/** The cells with the thin ones merged into one that is not thin, as long as another is left to compare it with. */
function mergeThin(cells                 )         {
  const ascending = cells.filter(cell => total(cell) > 0).toSorted((a, b) => total(a) - total(b));
  const thin = isThin$1(ascending);
  let taken = Math.min(ascending.filter(thin).length, ascending.length - 1);
  if (taken < 1) return ascending
  while (taken < ascending.length - 1 && thin(sum(ascending.slice(0, taken)))) taken++;
  return [sum(ascending.slice(0, taken)), ...ascending.slice(taken)]
}

const total = (cell      ) => cell.reference + cell.current;

const sum = (cells                 )       => ({
  reference: cells.reduce((rows, cell) => rows + cell.reference, 0),
  current: cells.reduce((rows, cell) => rows + cell.current, 0),
});

/** Whether a cell is expected too rarely on the smaller side, where both sides have the same shares. */
function isThin$1(cells                 )                          {
  const all = sum(cells);
  const smallerSide = Math.min(all.reference, all.current) / total(all);
  return cell => total(cell) * smallerSide < THIN
}

/**
 * What rows say about a divergence of binned shares.
 *
 * Divided by 1/n + 1/m, an estimate on the scale of PSI follows, as rows grow, the χ² distribution of one degree of freedom less than
 * there are bins, with the true divergence, divided alike, as noncentrality (Yurdakul 2018; holds near 0, where limits lie). Bounds
 * invert that. p is of the χ² test of homogeneity over the same bins. Where even merged bins are thin the upper bound is the largest
 * value there is: the rows are too few for this law.
 */
function divergenceInference({
  effect,
  bins,
  rows,
  alpha,
  toPsi,
  fromPsi,
  most,
  ...given
}            )            {
  const df = Math.max(1, bins.length - 1);
  const unit = (n        , m        ) => 1 / n + 1 / m;
  const found = unit(rows.reference, rows.current);
  const statistic = toPsi(effect) / found;
  const level = 1 - 2 * alpha;
  const upper = (statistic        , scale        ) =>
    Math.min(most, fromPsi(noncentrality(statistic, df, level).upper * scale));
  const test = homogeneityTest(bins);
  const pValue = given.pValue ?? test.pValue;
  return {
    interval: [
      Math.min(effect, fromPsi(noncentrality(statistic, df, level).lower * found)),
      isThin(bins) ? most : Math.max(effect, upper(statistic, found)),
    ],
    pValue,
    beyond: limit => Math.max(pValue, nonCentralChiSquared(df, toPsi(limit) / found).sf(statistic)),
    testable: test.testable,
    rows,
    upperAt(n, m, drifted) {
      // What is not chance shrinks to the true divergence; what is chance stays as many standard errors.
      const scale = unit(n, m);
      const expected = drifted ? df + (Math.max(0, statistic - df) * found) / scale : Math.min(statistic, df);
      return upper(expected, scale)
    },
  }
}

/** Whether a bin is expected too rarely on the smaller side. */
function isThin(bins                 )          {
  const n = bins.reduce((sum, bin) => sum + bin.reference, 0);
  const m = bins.reduce((sum, bin) => sum + bin.current, 0);
  return bins.some(bin => ((bin.reference + bin.current) * Math.min(n, m)) / (n + m) < THIN)
}

/** The strength of association of the category with the side, sqrt(statistic / N), by a test of homogeneity. */
function association(
  column        ,
  alpha        ,
  test                                                                                ,
)                          {
  const n = column.reference.rows - column.reference.missing;
  const m = column.current.rows - column.current.missing;
  if (n === 0 || m === 0) return undefined
  const bins = mergeThin(categoryPairs(column));
  const rows = { reference: n, current: m };
  const table = [bins.map(bin => bin.reference), bins.map(bin => bin.current)];
  const { statistic, pValue } = test(table);
  const effect = Math.sqrt(statistic / (n + m));
  const thin = bins.some(bin => ((bin.reference + bin.current) * Math.min(n, m)) / (n + m) < THIN);
  // χ² ≈ PSI / (1/n + 1/m), so that V² ≈ PSI · n m / (n + m)²: a share of it that rows of other proportion change.
  const share = (n * m) / (n + m) ** 2;
  return {
    effect,
    n: n + m,
    detail: `${bins.length} ${bins.length === 1 ? 'category' : 'categories'}`,
    inference: divergenceInference({
      effect,
      bins,
      rows,
      alpha,
      pValue: thin && bins.length === 2 ? fisherExact$1(table).pValue : pValue,
      toPsi: value => value ** 2 / share,
      fromPsi: value => Math.sqrt(value * share),
      most: 1,
    }),
  }
}

/** Pearson's χ² test of homogeneity, with Cramér's V as effect. */
const chiSquared = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'chi-squared',
  title: 'χ² test of homogeneity',
  variant:
    'χ² of the contingency table of both sides (expected counts from both together), no continuity correction, missing left out. ' +
    'Categories expected fewer than 5 times on a side are merged (Cochran 1954); where only two are left and one is thin, p is of ' +
    "Fisher's exact test. Effect: Cramér's V = sqrt(χ² / N). Bounds by the noncentral χ² law",
  accepts: ['categorical', 'boolean'],
  quantity: "a Cramér's V",
  harmless: 0.1,
  measure: (column, alpha) => association(column, alpha, chi2Contingency),
});

/** The KS distance, judged by the Cramér–von Mises test. */
const cramerVonMises = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'cramer-von-mises',
  title: 'Cramér–von Mises test',
  variant:
    "p as scipy's cramervonmises_2samp (method auto: exact where neither side has more than 20 values, else the limiting law with the " +
    'correction of Anderson 1962; midranks). The effect is the KS distance with its bounds: ' +
    'the statistic itself has no scale that a limit could be set on',
  accepts: ['numeric', 'datetime'],
  quantity: kolmogorovSmirnov.quantity,
  needs: 'at least two values a side',
  measure(column, alpha) {
    const [x, y] = [column.reference.numbers, column.current.numbers];
    if (x.length < 2 || y.length < 2) return undefined
    return byTest(kolmogorovSmirnov.measure(column, alpha), cramerVonMises2samp(x, y).pValue)
  },
});

/**
 * The standard error of the estimated P(X > Y) + ½ P(X = Y) of two ascending samples, from the spread of each value's placement among
 * the other sample (DeLong, DeLong & Clarke-Pearson 1988); NaN for a sample of one value.
 */
function superiorityError(x              , y              )         {
  return Math.sqrt(placementVariance(x, y) / x.length + placementVariance(y, x) / y.length)
}

/** Variance over the values of `own` of the share of `other` below each, a tie counting half. */
function placementVariance(own              , other              )         {
  let [below, upTo, sum, squares] = [0, 0, 0, 0];
  for (const value of own) {
    while (below < other.length && (other[below] ?? 0) < value) below++;
    if (upTo < below) upTo = below;
    while (upTo < other.length && (other[upTo] ?? 0) <= value) upTo++;
    const share = (below + upTo) / (2 * other.length) - 0.5;
    sum += share;
    squares += share * share;
  }
  const n = own.length;
  return Math.max(0, (squares - sum ** 2 / n) / (n - 1))
}

/** A list in two halves, drawn by a seed. */
function halfSplit   (rows              , seed        )             {
  const order = Uint32Array.from(rows, (_, i) => i);
  shuffle(seeded(seed), order);
  const middle = Math.floor(rows.length / 2);
  const picked = Array.from(order).flatMap(i => rows.slice(i, i + 1));
  return [picked.slice(0, middle), picked.slice(middle)]
}

/** Steps of the descent. */
const STEPS = 150;
const PENALTY = 1e-2;

/**
 * Weights of a logistic regression, the last one the intercept, by Nesterov's accelerated gradient descent with a step that the
 * features bound, a fixed number of steps, a small ridge penalty, both classes of equal weight: the same on every machine.
 */
function logisticRegression(rows                                , labels                    )           {
  const width = (rows[0]?.length ?? 0) + 1;
  const positive = labels.filter(Boolean).length;
  const share = (label         ) => 0.5 / (label ? positive : labels.length - positive);
  const largest = rows.reduce(
    (most, row) =>
      Math.max(
        most,
        row.reduce((sum, x) => sum + x * x, 1),
      ),
    1,
  );
  const step = 1 / (largest / 4 + PENALTY);
  let weights = new Array        (width).fill(0);
  let ahead = [...weights];
  for (let k = 1; k <= STEPS; k++) {
    const gradient = ahead.map((weight, j) => (j === width - 1 ? 0 : PENALTY * weight));
    rows.forEach((row, i) => {
      const label = labels[i] ?? false;
      const error = (1 / (1 + Math.exp(-score(ahead, row))) - (label ? 1 : 0)) * share(label);
      row.forEach((x, j) => {
        gradient[j] = (gradient[j] ?? 0) + error * x;
      });
      gradient[width - 1] = (gradient[width - 1] ?? 0) + error;
    });
    const next = ahead.map((weight, j) => weight - step * (gradient[j] ?? 0));
    ahead = next.map((weight, j) => weight + ((k - 1) / (k + 2)) * (weight - (weights[j] ?? 0)));
    weights = next;
  }
  return weights
}

/** The linear score of a row. */
function score(weights                   , row                   )         {
  return row.reduce((sum, x, j) => sum + x * (weights[j] ?? 0), weights[row.length] ?? 0)
}

/** Fewest rows of a side: half of them are learnt from, half are judged. */
const FEWEST = 20;

/** What all domain classifiers do, as part of their definition. */
const CLASSIFIER =
  'A logistic regression (ridge penalty 0.01, both sides of equal weight) learns from a random half of the rows to tell the tables apart, ' +
  'and is judged on the other half. Effect: AUC − ½ there, 0 where negative. One-sided p of the Mann–Whitney test of the scores, bounds by ' +
  'the standard error of DeLong, DeLong and Clarke-Pearson (1988). Halves are drawn by a seed made of the digests of both tables. ' +
  'The bound is of what this learner finds, not of all that could be found';

/** How well a classifier tells rows of the current table from those of the reference. */
function domainClassifier$1(
  { reference, current }             ,
  alpha        ,
  seed        ,
)                          {
  const width = reference[0]?.length ?? 0;
  if (Math.min(reference.length, current.length) < FEWEST || width === 0) return undefined
  const [learnOld, judgeOld] = halfSplit(reference, seed);
  const [learnNow, judgeNow] = halfSplit(current, `${seed} current`);
  const weights = logisticRegression(
    [...learnOld, ...learnNow],
    [...learnOld.map(() => false), ...learnNow.map(() => true)],
  );
  const scores = (rows                     ) => Float64Array.from(rows, row => score(weights, row)).sort();
  const [x, y] = [scores(judgeOld), scores(judgeNow)];
  const { pValue, superiority } = mannWhitneyU(y, x, { alternative: 'greater' });
  const apart = (x.at(-1) ?? 0) < (y[0] ?? 0);
  const error = superiorityError(x, y);
  const margin = (n        , m        ) =>
    apart
      ? Math.sqrt(Math.log(1 / alpha) / 2 / Math.min(n, m))
      : (normal.isf(alpha) * error * Math.sqrt(1 / n + 1 / m)) / Math.sqrt(1 / x.length + 1 / y.length);
  const effect = Math.max(0, superiority - 0.5);
  const found = margin(x.length, y.length);
  return {
    effect,
    n: reference.length + current.length,
    detail: `AUC ${percent(superiority)} on ${grouped(x.length)} and ${grouped(y.length)} rows, ${width} features`,
    inference: {
      interval: [Math.max(0, superiority - 0.5 - found), Math.max(0, Math.min(0.5, superiority - 0.5 + found))],
      pValue,
      testable: x[0] !== x.at(-1) || y[0] !== y.at(-1) || x[0] !== y[0],
      rows: { reference: reference.length, current: current.length },
      upperAt: (n, m, drifted) => Math.min(0.5, (drifted ? effect : 0) + margin(n / 2, m / 2)),
    },
  }
}

/** Categories of a column that become features; the rest are one more. */
const CATEGORIES = 20;

/** Up to so many columns of numbers are multiplied with each other. */
const PAIRED = 12;

/** Rows as vectors of the same features, in the samples' order. */
                              
                                
                              
 

/**
 * Rows as numbers: a column whose reference holds nothing but numbers by its value over the reference's mean and standard deviation
 * (a constant by its distance from it), no further than 10, missing as 0, and, if wanted, its square and its products with the others; another by which of its most frequent values it holds; a cell without a value, or without a number
 * where there should be one, by one feature more where there are any. Columns of values that hardly repeat are left out.
 */
function featureRows(
  { reference, current }             ,
  names                   ,
  products = false,
)              {
  const encoders = names.flatMap(name =>
    encodersOf(reference.columns.get(name) ?? [], current.columns.get(name) ?? [], name),
  );
  const numbers = encoders.flatMap(({ isNumber }, i) => (isNumber ? [i] : []));
  const pairs = products ? pairsOf(numbers) : [];
  const rows = (sample                  ) =>
    Array.from({ length: sample.rows }, (_, i) => {
      const row = encoders.map(({ column, encode }) => encode(sample.columns.get(column)?.[i] ?? ''));
      return [...row, ...pairs.map(([a, b]) => product(row[a] ?? 0, row[b] ?? 0) - (a === b ? 1 : 0))]
    });
  return { reference: rows(reference), current: rows(current) }
}

/** A product, no larger than 4 either way. */
const product = (x        , y        )         => Math.max(-4, Math.min(4, x * y));

/** Each with itself, and, where they are few, each with each. */
function pairsOf(numbers                   )                     {
  return numbers.flatMap((a, i) =>
    numbers.slice(i, numbers.length > PAIRED ? i + 1 : numbers.length).map((b)                   => [a, b]),
  )
}

                   
                         
                             
                              
 

function encodersOf(before                   , now                   , column        )            {
  const present = before.filter(cell => !isBlank(cell));
  const numbers = present.flatMap(cell => finiteNumber(cell) ?? []);
  if (numbers.length === 0 || numbers.length < present.length) return byCategory(present, [...before, ...now], column)
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const unit = Math.sqrt(numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / numbers.length) || 1;
  const holes = [...before, ...now].some(cell => finiteNumber(cell) === undefined);
  const standard = (cell        ) => Math.max(-10, Math.min(10, ((finiteNumber(cell) ?? mean) - mean) / unit));
  return [
    { column, encode: standard, isNumber: true },
    ...(holes ? [{ column, encode: (cell        ) => (finiteNumber(cell) === undefined ? 1 : 0) }] : []),
  ]
}

function byCategory(present                   , all                   , column        )            {
  const counts = new Map                ();
  for (const cell of all) if (!isBlank(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  if (counts.size > CATEGORIES && counts.size > present.length / 10) return []
  const names = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, CATEGORIES);
  const known = new Set(names.map(([name]) => name));
  return [
    ...names.map(([name]) => ({ column, encode: (cell        ) => (cell === name ? 1 : 0) })),
    ...(counts.size > CATEGORIES
      ? [{ column, encode: (cell        ) => (known.has(cell) || isBlank(cell) ? 0 : 1) }]
      : []),
    ...(all.some(isBlank) ? [{ column, encode: (cell        ) => (isBlank(cell) ? 1 : 0) }] : []),
  ]
}

/** How well rows of the two tables are told apart by all of their columns together. */
const domainClassifier = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'domain-classifier',
  title: 'Domain classifier',
  variant:
    `Over a sample of at most 2 000 rows of each table, drawn by their place. ${CLASSIFIER}. Features: numbers over mean and deviation of ` +
    'the reference, their squares, and the products of each two where there are at most 12 such columns; up to 20 most frequent categories of a column, one mark each; a mark for missing. Columns of values that hardly repeat are left out',
  accepts: ['rows', 'embedding'],
  quantity: 'an AUC above one half by',
  harmless: 0.05,
  needs: 'at least 20 rows and one column of numbers or categories',
  measure: ({ joint }, alpha, seed) =>
    joint ? domainClassifier$1(featureRows(joint.rows, joint.columns, true), alpha, seed) : undefined,
});

/** More values of a side than this are drawn from, for what is resampled. */
const DRAWN$1 = 1000;

/** Permutations made at most; they stop earlier where the change is nothing special. */
const PERMUTATIONS = 1999;

/** Resamples that bounds rest on. */
const RESAMPLES = 300;

const RESAMPLING =
  'p by random permutations of at most 1 000 values a side, 1 999 at most (sequential, Besag and Clifford 1991), so never below 0.0005. ' +
  'Of 300 bootstrap samples, the upper bound adds the upper quantile of how much farther apart they are than the drawn values; the lower ' +
  'one takes off that, at half the chance, of how far their own errors are apart (the distance is a norm); both scaled to all rows. ' +
  'Values are drawn by a seed made of the digests of both tables';

                     
                                            
                                  
                                
                         
                        
                       
                                                                                         
                         
                                  
 

/** What rows say about a distance that is an integral over the gap of two distribution functions. */
function resampledInference({ reference, current, effect, alpha, seed, of, finish }           )            {
  const random = seeded(seed);
  const pool = pooled(draw(reference, DRAWN$1, random), draw(current, DRAWN$1, random));
  const distance = (inX                   , inY                   ) => finish(integral(pool, inX, inY, of));
  const drawn = distance(pool.inX, pool.inY);
  const pValue = permutationP(drawn, () => distance(...permuted(pool, random)), PERMUTATIONS);
  const redrawn = Array.from({ length: RESAMPLES }, () => {
    const [inX, inY] = resampled(pool, random);
    const farther = distance(inX, inY) - drawn;
    return { farther, error: distance(without(inX, pool.inX), without(inY, pool.inY)) }
  });
  const unit = (n        , m        ) => Math.sqrt(1 / n + 1 / m);
  const found = unit(reference.length, current.length);
  const scaled = (values          , chance        ) => {
    const upper = Float64Array.from(values).sort()[Math.ceil((1 - chance) * RESAMPLES) - 1] ?? 0;
    return (Math.max(0, upper) * found) / unit(pool.n, pool.m)
  };
  const margin = scaled(
    redrawn.map(({ farther }) => farther),
    alpha,
  );
  const error = scaled(
    redrawn.map(one => one.error),
    alpha / 2,
  );
  return {
    interval: [Math.max(0, effect - error), effect + margin],
    pValue,
    testable: pool.values[0] !== pool.values.at(-1),
    rows: { reference: reference.length, current: current.length },
    upperAt(n, m, drifted) {
      const shrunk = unit(n, m) / found;
      return (drifted ? effect : effect * shrunk) + margin * shrunk
    },
  }
}

/** Values of both sides, ascending, and how often each place counts for either. */
                
                               
                          
                          
                    
                    
 

function pooled(x              , y              )       {
  const all = [...Array.from(x, value => ({ value, inX: 1 })), ...Array.from(y, value => ({ value, inX: 0 }))];
  all.sort((a, b) => a.value - b.value);
  return {
    values: Float64Array.from(all, ({ value }) => value),
    inX: Uint8Array.from(all, ({ inX }) => inX),
    inY: Uint8Array.from(all, ({ inX }) => 1 - inX),
    n: x.length,
    m: y.length,
  }
}

/** ∫ f(F − G), places counted as often as said; ties have no width between them. */
function integral(pool      , inX                   , inY                   , f                         )         {
  const { values, n, m } = pool;
  let total = 0;
  let below = 0;
  for (let i = 0; i + 1 < values.length; i++) {
    below += (inX[i] ?? 0) * m - (inY[i] ?? 0) * n;
    const width = (values[i + 1] ?? 0) - (values[i] ?? 0);
    if (width > 0) total += f(below / (n * m)) * width;
  }
  return total
}

/** The sides dealt anew: which place is whose is random, the smaller side chosen from all. */
function permuted({ values, n, m }      , random        )                           {
  const size = values.length;
  const few = Math.min(n, m);
  const own = new Uint8Array(size);
  const other = new Uint8Array(size).fill(1);
  for (let left = few; left > 0; ) {
    const i = random.below(size);
    if (own[i] === 1) continue
    own[i] = 1;
    other[i] = 0;
    left--;
  }
  return n <= m ? [own, other] : [other, own]
}

/** How much more often each place counts than it did. */
const without = (counts             , own            )             =>
  Int16Array.from(counts, (count, i) => count - (own[i] ?? 0));

/** Each side drawn from itself with replacement. */
function resampled({ values, inX, inY, n, m }      , random        )                             {
  return [redrawn(inX, n), redrawn(inY, m)]

  function redrawn(own            , count        )              {
    const places = new Uint32Array(count);
    let filled = 0;
    for (let i = 0; i < values.length; i++) if (own[i] === 1) places[filled++] = i;
    const counts = new Uint16Array(values.length);
    for (let i = 0; i < count; i++) {
      const place = places[random.below(count)] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    return counts
  }
}

/** The standard deviation of values, divided by their number (NumPy's std); 0 for none. */
function spread(values              )         {
  if (values.length === 0 || values[0] === values.at(-1)) return 0
  const mean = sum$1(values) / values.length;
  return Math.sqrt(sum$1(values.map(value => (value - mean) ** 2)) / values.length)
}

/** Energy distance over the square root of the reference's standard deviation, so that it has no unit. */
const energy = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'energy',
  title: 'Energy distance, scaled',
  variant:
    'D / √σ: D = sqrt(2 ∫ (F − G)²) of the two empirical distribution functions over finite values, missing left out, ' +
    'σ the standard deviation of the reference (divisor n), taken as known; 1 where the reference is constant. ' +
    RESAMPLING,
  accepts: ['numeric', 'datetime'],
  quantity: 'an energy distance scaled by the reference',
  harmless: 0.1,
  measure({ reference: { numbers: x }, current: { numbers: y } }, alpha, seed) {
    if (x.length === 0 || y.length === 0) return undefined
    const unit = Math.sqrt(spread(x) || 1);
    const distance = energyDistance(x, y);
    const effect = distance / unit;
    return {
      effect,
      n: x.length + y.length,
      values: `D ${shown(distance, 'numeric')}, σ ${shown(spread(x), 'numeric')}`,
      inference: resampledInference({
        reference: x,
        current: y,
        effect,
        alpha,
        seed,
        of: gap => gap * gap,
        finish: integral => Math.sqrt(2 * integral) / unit,
      }),
    }
  },
});

/** The KS distance, judged by the test of Epps and Singleton. */
const eppsSingleton = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'epps-singleton',
  title: 'Epps–Singleton test',
  variant:
    "p as scipy's epps_singleton_2samp: characteristic functions at 0.4 and 0.8 of the semi-interquartile range, χ² law, corrected below " +
    '25 values a side. Compares smooth and discrete values alike. The effect is the KS distance with its bounds: ' +
    'the statistic itself has no scale that a limit could be set on',
  accepts: ['numeric', 'datetime'],
  quantity: kolmogorovSmirnov.quantity,
  needs: 'at least five values a side, whose quartiles differ,',
  measure(column, alpha) {
    const [x, y] = [column.reference.numbers, column.current.numbers];
    if (x.length < 5 || y.length < 5) return undefined
    return byTest(kolmogorovSmirnov.measure(column, alpha), pValue(x, y))
  },
});

function pValue(x              , y              )                     {
  try {
    return eppsSingleton2samp(x, y).pValue
  } catch (error) {
    // It refuses values whose quartiles are one, and that is told better by the caller.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/**
 * The bounds of the absolute value of what has a two-sided interval at level 1 − 2 alpha. Away from 0 either way counts: so that the
 * lower bound is wrong with chance alpha at most, it is that of the `wider` interval, at level 1 − alpha.
 */
function folded({ lower, upper }        , wider        )                   {
  return [Math.max(0, wider.lower, -wider.upper), Math.max(-lower, upper)]
}

/** Longest value shown in a sentence. */
const LONGEST = 40;

/** A cell's text inside a sentence, shortened where it is long. */
const quoted = (value        )         =>
  `'${value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value}'`;

/** The change of the share of one of two categories, by a test of it: k of n rows of the current side against l of m of the reference. */
function twoShares(
  column        ,
  alpha        ,
  test                                                        ,
)                          {
  const pairs = categoryPairs(column);
  const [first] = pairs;
  const m = column.reference.rows - column.reference.missing;
  const n = column.current.rows - column.current.missing;
  if (first === undefined || pairs.length > 2 || n === 0 || m === 0) return undefined
  const [k, l] = [first.current, first.reference];
  const level = 1 - 2 * alpha;
  return {
    effect: Math.abs(k / n - l / m),
    n: n + m,
    ...(first.name === undefined ? {} : { values: `${quoted(first.name)} ${percent(l / m)} → ${percent(k / n)}` }),
    inference: {
      interval: folded(newcombe(k, n, l, m, level), newcombe(k, n, l, m, 1 - alpha)),
      pValue: test(k, n, l, m),
      testable: pairs.length === 2,
      rows: { reference: m, current: n },
      upperAt(futureM, futureN, drifted) {
        const p = drifted ? l / m : (k + l) / (n + m);
        const q = drifted ? k / n : p;
        const found = newcombe(Math.round(q * futureN), futureN, Math.round(p * futureM), futureM, level);
        return folded(found, found)[1]
      },
    },
  }
}

/** Change of the share of one of two categories, by Fisher's exact test. */
const fisherExact = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'fisher-exact',
  title: 'Fisher’s exact test',
  claim: 'same shares',
  variant:
    "|q − p| of the share of one of two categories, missing left out. Two-sided p of Fisher's exact test (all tables no more likely than " +
    'the one found). Interval of the difference: hybrid score without continuity correction (Newcombe 1998, method 10), folded at zero',
  accepts: ['boolean', 'categorical'],
  quantity: 'a change of the share',
  needs: 'no more than two categories',
  measure: (column, alpha) =>
    twoShares(
      column,
      alpha,
      (k, n, l, m) =>
        fisherExact$1([
          [k, n - k],
          [l, m - l],
        ]).pValue,
    ),
});

/** The likelihood-ratio test of homogeneity. */
const gTest = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'g-test',
  title: 'G test of homogeneity',
  variant:
    'G = 2 Σ O ln(O / E) of the contingency table of both sides (expected counts from both together), no correction, missing left out. ' +
    'Categories expected fewer than 5 times on a side are merged (Cochran 1954); where only two are left and one is thin, p is of ' +
    "Fisher's exact test. Effect: sqrt(G / N), near Cramér's V. Bounds by the noncentral χ² law",
  accepts: ['categorical', 'boolean'],
  quantity: 'a sqrt(G / N)',
  harmless: 0.1,
  measure: (column, alpha) => association(column, alpha, gTest$1),
});

/**
 * The rows with a value in bins: categories, or what lies between the deciles of the reference (type 7, closed above, equal ones
 * merged). Of a sample of numbers the drawn ones, or all, which the sample stands for.
 */
function valueBins(column        , rows                  = 'drawn')         {
  const { kind, reference, current } = column;
  if (isCategorical(kind)) return categoryPairs(column)
  const edges = decileEdges(reference.numbers);
  const count = rows === 'all' ? rowsByEdges : ({ numbers }      ) => countByEdges(numbers, edges);
  const counts = count(current, edges);
  return count(reference, edges).map((count, i) => ({ reference: count, current: counts[i] ?? 0 }))
}

/** Rows per bin; of a sample, scaled to all numbers. */
function rowsByEdges({ numbers, drawnFrom = numbers.length }      , edges                   )           {
  const counts = countByEdges(numbers, edges);
  return drawnFrom === numbers.length ? counts : counts.map(count => (count * drawnFrom) / numbers.length)
}

/** How `valueBins` makes bins, and what methods over bins do with them: part of their definition. */
const BINNING =
  'Missing left out. Numbers: bins between the deciles of the reference (type 7), closed above, equal deciles merged. ' +
  'Categories: one bin each. Bins expected fewer than 5 times on a side are merged (Cochran 1954)';

const BOUNDS =
  'p of the hypothesis that the divergence is within its limit, and bounds, by the noncentral χ² law of the scaled divergence (Yurdakul 2018); p no smaller than that of the χ² test of homogeneity over the same bins';

/** A divergence of a column's values in bins, thin ones merged, with what its rows say about it. */
function binnedDivergence(column        , alpha        , { of, ...scale }            )                          {
  const bins = mergeThin(valueBins(column));
  const n = bins.reduce((sum, bin) => sum + bin.reference, 0);
  const m = bins.reduce((sum, bin) => sum + bin.current, 0);
  if (n === 0 || m === 0) return undefined
  const effect = of(
    bins.map(bin => bin.reference / n),
    bins.map(bin => bin.current / m),
  );
  const rows = { reference: n, current: m };
  return {
    effect,
    n: n + m,
    detail: `${bins.length} ${bins.length === 1 ? 'bin' : 'bins'}`,
    inference: divergenceInference({ effect, bins, rows, alpha, ...scale }),
  }
}

/** Hellinger distance of binned shares. */
const hellinger = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'hellinger',
  title: 'Hellinger distance',
  variant:
    'sqrt(½ Σ (√p − √q)²), between 0 and 1, no smoothing. ' +
    `${BINNING}. ${BOUNDS}, 8 times the squared distance being on the scale of PSI`,
  accepts: ['numeric', 'categorical', 'boolean', 'datetime'],
  quantity: 'a Hellinger distance',
  harmless: 0.1,
  measure: (column, alpha) =>
    binnedDivergence(column, alpha, {
      of: hellingerDistance,
      toPsi: effect => 8 * effect ** 2,
      fromPsi: effect => Math.sqrt(effect / 8),
      most: 1,
    }),
});

/** Jensen–Shannon distance: the square root of the divergence. */
const jensenShannon = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'jensen-shannon',
  title: 'Jensen–Shannon distance',
  variant:
    'sqrt(½ Σ p log2(p / m) + ½ Σ q log2(q / m)), m = (p + q) / 2: the distance, logarithm to base 2, between 0 and 1, no smoothing. ' +
    `${BINNING}. ${BOUNDS}, 8 ln 2 times the squared distance being on the scale of PSI`,
  accepts: ['numeric', 'categorical', 'boolean', 'datetime'],
  quantity: 'a Jensen–Shannon distance',
  harmless: 0.1,
  measure: (column, alpha) =>
    binnedDivergence(column, alpha, {
      of: (p, q) => Math.sqrt(jensenShannonDivergence$1(p, q, 2)),
      toPsi: effect => 8 * Math.LN2 * effect ** 2,
      fromPsi: effect => Math.sqrt(effect / 8 / Math.LN2),
      most: 1,
    }),
});

/** Jensen–Shannon divergence: the square of the distance. */
const jensenShannonDivergence = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'jensen-shannon-divergence',
  title: 'Jensen–Shannon divergence',
  variant:
    '½ Σ p log2(p / m) + ½ Σ q log2(q / m), m = (p + q) / 2: the divergence, logarithm to base 2, between 0 and 1, no smoothing. ' +
    `${BINNING}. ${BOUNDS}, 8 ln 2 times the divergence being on the scale of PSI`,
  accepts: ['numeric', 'categorical', 'boolean', 'datetime'],
  quantity: 'a Jensen–Shannon divergence',
  harmless: 0.01,
  measure: (column, alpha) =>
    binnedDivergence(column, alpha, {
      of: (p, q) => jensenShannonDivergence$1(p, q, 2),
      toPsi: effect => 8 * Math.LN2 * effect,
      fromPsi: effect => effect / 8 / Math.LN2,
      most: 1,
    }),
});

/** Share that stands in for a smaller one, so that an empty bin has a logarithm. */
const FLOOR$1 = 1e-4;

/** Kullback–Leibler divergence of the current shares from those of the reference: Σ p ln(p / q). */
const kullbackLeibler = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'kullback-leibler',
  title: 'Kullback–Leibler divergence',
  variant:
    'Σ p ln(p / q), p of the reference, q of the current table, natural logarithm, each share floored at 0.0001 and renormalised. ' +
    `${BINNING}. ${BOUNDS}, twice the divergence being on the scale of PSI`,
  accepts: ['numeric', 'categorical', 'boolean', 'datetime'],
  quantity: 'a Kullback–Leibler divergence',
  harmless: 0.05,
  measure: (column, alpha) =>
    binnedDivergence(column, alpha, {
      of: (p, q) => kullbackLeibler$1(floored(p), floored(q)),
      toPsi: effect => 2 * effect,
      fromPsi: effect => effect / 2,
      most: Math.log(1 / FLOOR$1),
    }),
});

const floored = (shares                   ) => shares.map(share => Math.max(FLOOR$1, share));

/** The largest change of any category's share. */
const lInfinity = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'l-infinity',
  title: 'L-infinity distance',
  variant:
    'max |p − q| over the shares of every category of either side, missing left out. ' +
    'p of the χ² test of homogeneity, categories expected fewer than 5 times on a side merged (Cochran 1954). ' +
    'Upper bound L∞ + sqrt(ln(1/α)/2 · (1/n + 1/m)) (Hoeffding 1963 at the category where the true distance is attained); ' +
    'lower bound L∞ − sqrt(ln(k/α)/2 · (1/n + 1/m)) for k categories (the same, for all of them at once)',
  accepts: ['categorical', 'boolean'],
  quantity: 'an L-infinity distance',
  measure(column, alpha) {
    const pairs = categoryPairs(column);
    const n = column.reference.rows - column.reference.missing;
    const m = column.current.rows - column.current.missing;
    if (n === 0 || m === 0) return undefined
    const changes = pairs.map(pair => Math.abs(pair.reference / n - pair.current / m));
    const effect = Math.max(...changes);
    const most = pairs[changes.indexOf(effect)];
    return {
      effect,
      n: n + m,
      ...(most?.name === undefined || effect === 0
        ? {}
        : { values: `${quoted(most.name)} ${percent(most.reference / n)} → ${percent(most.current / m)}` }),
      inference: distanceInference({
        effect,
        ...homogeneityTest(pairs),
        rows: { reference: n, current: m },
        alpha,
        excess: Math.sqrt((Math.log(pairs.length / alpha) / 2) * (1 / n + 1 / m)),
      }),
    }
  },
});

/** Up to this many rows of a category, its expectation is summed term by term; of more, the limit for many rows is exact enough. */
const SUMMED = 400;

/**
 * What a category of which both sides together hold `total` rows is expected to add to the triangular statistic
 * 2 Σ (p − q)² / (p + q) / (1/n + 1/m) if the sides have the same shares: close to 1 for many rows, less or more for few.
 *
 * Its rows fall to the current side like total draws with the chance m / (n + m) each; that all rows of a side are spoken for
 * takes the share total / (n + m) away.
 */
function expectedDistance(total        , n        , m        )         {
  const others = (n + m - total) / (n + m - 1);
  if (total > SUMMED) return others
  if (m > n) return expectedDistance(total, m, n)
  const chance = m / (n + m);
  let probability = (1 - chance) ** total;
  let sum = 0;
  for (let y = 0; y <= total; y++) {
    const [p, q] = [(total - y) / n, y / m];
    sum += (probability * (2 * (p - q) ** 2)) / (p + q);
    probability *= ((total - y) / (y + 1)) * (chance / (1 - chance));
  }
  return (others * sum) / (1 / n + 1 / m)
}

/** Le Cam's distance of two sides of n and m rows, estimated and bounded by the law of the triangular statistic: see the method's variant. */
function triangularInference(
  cells                 ,
  n        ,
  m        ,
  alpha        ,
)                                                      {
  const { statistic, mean } = triangular(cells, n, m);
  const missed = (rows        ) => Math.sqrt((1 - alpha ** (1 / rows)) / 2);
  const bounds = (value        , df        , n        , m        )                   => {
    if (df <= 0) return [0, missed(Math.min(n, m))]
    const { lower, upper } = noncentralityOf(value, df, alpha);
    return [distance(lower, n, m), Math.min(1, Math.max(distance(upper, n, m), missed(Math.min(n, m))))]
  };
  const excess = Math.max(0, statistic - mean);
  const found = 1 / n + 1 / m;
  const { pValue, testable } = homogeneityTest(cells);
  return {
    effect: Math.min(1, distance(excess, n, m)),
    inference: {
      interval: bounds(statistic, mean, n, m),
      pValue,
      testable,
      rows: { reference: n, current: m },
      beyond: limit => (testable ? Math.max(pValue, beyond(mergeThin(cells), n, m, limit)) : 1),
      upperAt(futureN, futureM, drifted) {
        // Of categories as frequent as here, the statistic comes to have its mean for many rows; what exceeds it grows with the rows.
        const df = Math.max(0, cells.filter(({ reference, current }) => reference + current > 0).length - 1);
        const future = 1 / futureN + 1 / futureM;
        const value = drifted ? df + (excess * found) / future : df * (mean > 0 ? statistic / mean : 0);
        return bounds(value, df, futureN, futureM)[1]
      },
    },
  }
}

/** Non-centralities beyond this are far from any limit, and their roots are normal. */
const LARGE = 10_000;

function noncentralityOf(value        , df        , alpha        )                                   {
  if (value - df < LARGE) return noncentrality(value, df, 1 - 2 * alpha)
  const [root, z] = [Math.sqrt(value - df), normal.isf(alpha)];
  return { lower: (root - z) ** 2, upper: (root + z) ** 2 }
}

/** p of the hypothesis that the distance is at most a limit. */
function beyond(cells                 , n        , m        , limit        )         {
  const { statistic, mean } = triangular(cells, n, m);
  return mean > 0 ? nonCentralChiSquared(mean, (4 * limit ** 2) / (1 / n + 1 / m)).sf(statistic) : 1
}

const distance = (noncentral        , n        , m        ) => Math.sqrt(noncentral * (1 / n + 1 / m)) / 2;

function triangular(cells                 , n        , m        )                                      {
  const held = cells.filter(({ reference, current }) => reference + current > 0);
  const sum = held.reduce((total, { reference, current }) => {
    const [p, q] = [reference / n, current / m];
    return total + (2 * (p - q) ** 2) / (p + q)
  }, 0);
  return {
    statistic: sum / (1 / n + 1 / m),
    mean: held.reduce((total, { reference, current }) => total + expectedDistance(reference + current, n, m), 0),
  }
}

/** Power of Le Cam's distance by the law of its statistic, all categories of the reference being frequent enough for it. */
function triangularPlan(reference      , { limit, effect, alpha, tests, power }         )         {
  const n = reference.rows - reference.missing;
  const df = Math.max(1, reference.categories.size - 1);
  const noncentral = (distance        , m        ) => (4 * distance ** 2) / (1 / n + 1 / m);
  const chance = chiSquared$1(df).isf(1 - power);
  const unsure = noncentrality(chance, df, 1 - 2 * alpha).upper;
  const missed = (m        ) => Math.sqrt((1 - alpha ** (1 / Math.min(n, m))) / 2);
  return {
    passes: m => unsure <= noncentral(limit, m) && missed(m) <= limit,
    finds(m) {
      const bar = nonCentralChiSquared(df, noncentral(limit, m)).isf(alpha / tests);
      return nonCentralChiSquared(df, noncentral(effect, m)).sf(bar) >= power
    },
  }
}

/** Le Cam's distance of the shares of categories, less what chance makes of it, with test and confidence bounds. */
const leCam = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'le-cam',
  title: 'Le Cam distance',
  variant:
    'LC = sqrt(½ Σ (p − q)² / (p + q)) over the shares of every category of either side, missing left out: between 0 and 1, and never ' +
    'less than the total variation distance. Estimated as sqrt((T − e) f) / 2, 0 where T < e, with f = 1/n + 1/m, T = 2 Σ (p̂ − q̂)² / (p̂ + q̂) / f ' +
    'and e the mean of T for equal shares given how often each category occurs in both tables (k − 1 for k frequent ones). ' +
    'T is taken to follow the non-central χ² law with e degrees of freedom and non-centrality 4 LC² / f, which gives the bounds, ' +
    'and the p of "LC is at most the limit", there with categories expected fewer than 5 times merged; the upper bound is at least ' +
    'sqrt(s / 2), s = 1 − α^(1/min(n, m)) being the share of a category that may have been missed. ' +
    'p: the larger of that one and the one of the χ² test of homogeneity (contingency table, no continuity correction, categories ' +
    "expected fewer than 5 times merged, Cochran 1954; Fisher's exact test where only two are left and one is thin)",
  accepts: ['categorical', 'boolean'],
  quantity: 'a Le Cam distance',
  harmless: 0.15,
  plan: triangularPlan,
  measure(column, alpha) {
    const pairs = categoryPairs(column);
    const n = column.reference.rows - column.reference.missing;
    const m = column.current.rows - column.current.missing;
    if (n === 0 || m === 0) return undefined
    const change = (pair              ) => Math.abs(pair.reference / n - pair.current / m);
    const most = pairs.toSorted((a, b) => change(b) - change(a)).at(0);
    return {
      ...triangularInference(pairs, n, m, alpha),
      n: n + m,
      ...(most?.name === undefined || change(most) === 0
        ? {}
        : { values: `${quoted(most.name)} ${percent(most.reference / n)} → ${percent(most.current / m)}` }),
    }
  },
});

/** How much more often than half the time a current value exceeds one of the reference. */
const mannWhitney = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'mann-whitney',
  title: 'Mann–Whitney test',
  claim: 'no shift of the values',
  variant:
    "Effect |P(Y > X) + ½ P(Y = X) − ½|, X of the reference, Y of the current table. Two-sided p as scipy's mannwhitneyu (method auto: " +
    'exact where a side has at most 8 values and none are tied, else normal with tie and continuity correction). ' +
    'Bounds by the standard error of DeLong, DeLong and Clarke-Pearson (1988), or by Hoeffding (1963) for U statistics where all values ' +
    'of a side exceed the other. Looks at shifts only: a change of spread around the same middle goes unseen',
  accepts: ['numeric', 'datetime'],
  quantity: 'a shift of P(current > reference) from one half',
  harmless: 0.05,
  needs: 'at least two values a side',
  measure({ reference: { numbers: x }, current: { numbers: y } }, alpha) {
    if (x.length < 2 || y.length < 2) return undefined
    const { pValue, superiority } = mannWhitneyU(y, x);
    const shift = superiority - 0.5;
    const apart = x.at(-1) !== undefined && (Number(x.at(-1)) < Number(y[0]) || Number(y.at(-1)) < Number(x[0]));
    const constant = x[0] === y[0] && x.at(-1) === x[0] && y.at(-1) === y[0];
    const error = superiorityError(x, y);
    const margin = (n        , m        , chance = alpha) =>
      apart
        ? Math.sqrt(Math.log(1 / chance) / 2 / Math.min(n, m))
        : (normal.isf(chance) * error * Math.sqrt(1 / n + 1 / m)) / Math.sqrt(1 / x.length + 1 / y.length);
    const around = (by        ) => ({ lower: shift - by, upper: shift + by });
    const found = margin(x.length, y.length);
    const wider = margin(x.length, y.length, alpha / 2);
    return {
      effect: Math.abs(shift),
      n: x.length + y.length,
      detail: `a current value exceeds one of the reference in ${percent(superiority)} of pairs`,
      inference: {
        interval: capped(folded(around(found), around(wider))),
        pValue,
        testable: !constant,
        rows: { reference: x.length, current: y.length },
        upperAt: (n, m, drifted) => Math.min(0.5, (drifted ? Math.abs(shift) : 0) + margin(n, m)),
      },
    }
  },
});

const capped = ([lower, upper]                  )                   => [lower, Math.min(0.5, upper)];

/** Change of the share of missing values, either way, with test and confidence bounds. */
const missingShare = defineMethod({
  id: 'missing-share',
  title: 'Change of the missing share',
  variant:
    '|q − p| of the shares of blank cells among all rows. Interval of the difference: hybrid score without continuity correction ' +
    "(Newcombe 1998, method 10), folded at zero, its lower end at the level of both sides together. Two-sided p of Fisher's exact test",
  accepts: ['numeric', 'categorical', 'boolean', 'datetime', 'text', 'mixed', 'empty'],
  question: 'missing-share',
  claim: 'same share of missing values',
  quantity: 'a change of the missing share',
  limit: 'max-missing-change',
  remedy: 'Find out why values went missing, or came back: a model takes what is filled in for them as fact',
  measure({ reference, current }, alpha) {
    const [k, n, l, m] = [reference.missing, reference.rows, current.missing, current.rows];
    if (n === 0 || m === 0) return undefined
    const level = 1 - 2 * alpha;
    return {
      effect: Math.abs(l / m - k / n),
      n: n + m,
      detail: `${percent(k / n)} → ${percent(l / m)}`,
      inference: {
        interval: folded(newcombe(l, m, k, n, level), newcombe(l, m, k, n, 1 - alpha)),
        pValue: fisherExact$1([
          [l, m - l],
          [k, n - k],
        ]).pValue,
        testable: k + l > 0 && k + l < n + m,
        rows: { reference: n, current: m },
        upperAt(futureN, futureM, drifted) {
          const p = drifted ? k / n : (k + l) / (n + m);
          const q = drifted ? l / m : p;
          const found = newcombe(Math.round(q * futureM), futureM, Math.round(p * futureN), futureN, level);
          return folded(found, found)[1]
        },
      },
    }
  },
});

/** Rows as vectors of numbers; rows where one is no finite number are left out. */
function vectors({ rows, columns }             , names                   )             {
  const found             = [];
  for (let i = 0; i < rows; i++) {
    const vector = names.flatMap(name => finiteNumber(columns.get(name)?.[i] ?? '') ?? []);
    if (vector.length === names.length) found.push(vector);
  }
  return found
}

/** Vectors of a side that are compared. */
const DRAWN = 1000;

/** Maximum mean discrepancy of embeddings. */
const mmd = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'mmd',
  title: 'Maximum mean discrepancy',
  variant:
    'Unbiased MMD² (Gretton and others 2012), kernel exp(−d² / s), s the median of all squared distances; 0 where negative. Over at most 1 000 ' +
    'vectors a side, drawn by a seed made of the digests of both tables, of rows whose numbers are all finite. p by 499 permutations at most ' +
    '(sequential, Besag and Clifford 1991), so never below 0.002. Bounds: ± the normal quantile times the standard error of the linear part, ' +
    'and the upper quantile of 99 permuted values, which is its spread where nothing differs',
  accepts: ['embedding'],
  quantity: 'an MMD²',
  harmless: 0.015,
  needs: 'at least 10 rows of finite numbers',
  measure({ joint }, alpha, seed) {
    if (!joint) return undefined
    const [x, y] = [vectors(joint.rows.reference, joint.columns), vectors(joint.rows.current, joint.columns)];
    if (Math.min(x.length, y.length) < 10) return undefined
    const pick = (rows            , name        ) =>
      rows.length > DRAWN ? halfSplit(rows, name).flat().slice(0, DRAWN) : rows;
    const [drawnX, drawnY] = [pick(x, `${seed} x`), pick(y, `${seed} y`)];
    const { statistic, pValue, error, spread } = mmdTest(drawnX, drawnY, seeded(seed));
    const effect = Math.max(0, statistic);
    const margin = normal.isf(alpha) * error + spread(alpha);
    const unit = (n        , m        ) => 1 / n + 1 / m;
    const found = unit(drawnX.length, drawnY.length);
    return {
      effect,
      n: drawnX.length + drawnY.length,
      detail: `${joint.columns.length} dimensions, ${grouped(drawnX.length)} and ${grouped(drawnY.length)} vectors`,
      inference: {
        interval: [Math.max(0, statistic - margin), effect + margin],
        pValue,
        testable: error > 0 || statistic !== 0,
        rows: { reference: drawnX.length, current: drawnY.length },
        upperAt: (n, m, drifted) => (drifted ? effect : 0) + margin * Math.sqrt(unit(n, m) / found),
      },
    }
  },
});

/** The KS distance of numbers that were made of rows, as if they were a column. */
function numbersCompared(
  column        ,
  before                   ,
  now                   ,
  alpha        ,
)                          {
  const side = (values                   ) => ({
    rows: values.length,
    missing: 0,
    numbers: Float64Array.from(values).sort(),
    categories: new Map(),
    others: 0,
  });
  return kolmogorovSmirnov.measure({ ...column, kind: 'numeric', reference: side(before), current: side(now) }, alpha)
}

/** Share of the variance that the kept components hold at least. */
const VARIANCE = 0.65;

/** How far rows are from what the principal components of `base` say of them, which hold 65 % of its variance; `kept` counts those. */
function reconstruction(base                                )   
              
                                       
  {
  const width = base[0]?.length ?? 0;
  const mean = Array.from({ length: width }, (_, j) => base.reduce((sum, row) => sum + (row[j] ?? 0), 0) / base.length);
  const centred = (row                   ) => row.map((x, j) => x - (mean[j] ?? 0));
  const rows = base.map(centred);
  const covariance = mean.map((_, i) =>
    mean.map((_, j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0) / rows.length),
  );
  const components = symmetricEigen(covariance).toSorted((a, b) => b.value - a.value);
  const total = components.reduce((sum, { value }) => sum + value, 0);
  let held = 0;
  let kept = 0;
  while (kept < width - 1 && held < VARIANCE * total) held += components[kept++]?.value ?? 0;
  const main = components.slice(0, Math.max(1, kept));
  return {
    kept: main.length,
    error(row) {
      const around = centred(row);
      const rest = [...around];
      for (const { vector } of main) {
        const along = vector.reduce((sum, x, j) => sum + x * (around[j] ?? 0), 0);
        for (let j = 0; j < width; j++) rest[j] = (rest[j] ?? 0) - along * (vector[j] ?? 0);
      }
      return Math.sqrt(rest.reduce((sum, x) => sum + x * x, 0))
    },
  }
}

/** Most features whose components are looked for. */
const WIDEST = 80;

/** Whether rows fit the correlations of the reference as its own rows do. */
const pcaReconstruction = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'pca-reconstruction',
  title: 'PCA reconstruction error',
  variant:
    'Over a sample of at most 2 000 rows of each table, drawn by their place: principal components of one random half of the reference, as many ' +
    'as hold 65 % of the variance; the distance of each row from what they say of it. Effect: the KS distance of these errors between the other half of the ' +
    'reference and the current rows, with its test and bounds. Numbers over mean and deviation of the reference, up to 20 most frequent ' +
    'categories of a column, one mark each; a mark for missing',
  accepts: ['rows', 'embedding'],
  quantity: 'a KS distance of reconstruction errors',
  needs: 'at least 20 rows and two to 80 features',
  measure(column, alpha, seed) {
    if (!column.joint) return undefined
    const { reference, current } = featureRows(column.joint.rows, column.joint.columns);
    const width = reference[0]?.length ?? 0;
    if (Math.min(reference.length, current.length) < 20 || width < 2 || width > WIDEST) return undefined
    const [base, rest] = halfSplit(reference, seed);
    const { kept, error } = reconstruction(base);
    const measured = numbersCompared(column, rest.map(error), current.map(error), alpha);
    if (!measured) return undefined
    const { values, ...told } = measured;
    return { ...told, detail: `error: ${values ?? ''}; ${kept} of ${width} components` }
  },
});

/** Two sides by the places of their values: the place of x among others is the share of them below x and half of those at x. */
                                   
                                                               
                           
                                                           
                      
                                                                                                               
                              
                            
                                                       
                               
 

/** Measures ascending numbers, at least one a side, in one walk. */
function percentilePlaces(x              , y              )                   {
  const [n, m] = [x.length, y.length];
  let [belowX, belowY, before, distance, mostFrequent] = [0, 0, 0, 0, 0];
  const own = moments();
  const ofReference = moments();
  const ofCurrent = moments();
  forEachPooledValue(x, y, (_, inX, inY) => {
    const place = (belowX + inX / 2) / n;
    distance += Math.abs(belowX / n - belowY / m) * (place - before);
    own.add(place, inX);
    ofCurrent.add(place, inY);
    ofReference.add((belowY + inY / 2) / m, inX);
    belowX += inX;
    belowY += inY;
    before = place;
    mostFrequent = Math.max(mostFrequent, inX + inY);
  });
  return {
    distance,
    own: own.variance(),
    ofReference: ofReference.variance(),
    ofCurrent: ofCurrent.variance(),
    mostFrequent,
  }
}

/** Mean and variance of weighted values between 0 and 1, about ½ so that no digits are lost. */
function moments() {
  let [weight, sum, squares] = [0, 0, 0];
  return {
    add(value        , times        ) {
      weight += times;
      sum += times * (value - 0.5);
      squares += times * (value - 0.5) ** 2;
    },
    variance: () => Math.max(0, squares / weight - (sum / weight) ** 2),
  }
}

/** Standard deviation of the places of a reference in which 1 row in 100 differs from all others; of a steadier one, the unit all the same. */
const STEADIEST = Math.sqrt(0.01 * 0.99) / 2;

/** Rows of the smaller side to be expected off the most frequent value for the normal law of ranks. */
const OFF_MODE = 10;

/** How far ascending numbers have moved among the percentiles of the reference: see the method's variant. */
function percentileInference(
  x              ,
  y              ,
  alpha        ,
)                                                      {
  const [n, m] = [x.length, y.length];
  const { distance, own, ofReference, ofCurrent, mostFrequent } = percentilePlaces(x, y);
  const unit = Math.max(Math.sqrt(own), STEADIEST);
  const effect = distance / unit;
  const spread = { reference: Math.max(1, ofReference / unit ** 2), current: Math.max(1, ofCurrent / unit ** 2) };
  const error = (n        , m        ) => Math.sqrt(spread.reference / n + spread.current / m);
  const [short, over] = [normal.isf(alpha), normal.isf(alpha / 4)];
  const offMode = ((n + m - mostFrequent) * Math.min(n, m)) / (n + m);
  const byShape = ks2samp(x, y).pValue;
  return {
    effect,
    inference: {
      interval: [Math.max(0, effect - over * error(n, m)), effect + short * error(n, m)],
      pValue: offMode < OFF_MODE ? byShape : Math.min(1, 2 * Math.min(byShape, mannWhitneyU(x, y).pValue)),
      testable: mostFrequent < n + m,
      rows: { reference: n, current: m },
      upperAt(futureN, futureM, drifted) {
        // A distance that is only chance shrinks like the standard error of a share.
        const chance = Math.sqrt((1 / futureN + 1 / futureM) / (1 / n + 1 / m));
        return (drifted ? effect : effect * chance) + short * error(futureN, futureM)
      },
    },
  }
}

/**
 * Power of the percentile shift, for a column that moves sideways.
 *
 * Without a change, the distance exceeds its standard error times z of half the chance left with about that chance: it is the integral of
 * a Brownian bridge's absolute value, whose far tail is that of a normal variable, and for tied values less. A change is found where
 * the distance exceeds the limit and the rank test rejects, whose statistic has the effect over its standard error for mean.
 */
function percentilePlan(reference      , { limit, effect, alpha, tests, power }         )         {
  const n = reference.numbers.length;
  const error = (m        ) => Math.sqrt(1 / n + 1 / m);
  const miss = normal.isf(1 - power);
  const noise = normal.isf((1 - power) / 2);
  return {
    passes: m => (noise + normal.isf(alpha)) * error(m) <= limit,
    finds: m => effect - miss * error(m) >= limit && effect / error(m) >= normal.isf(alpha / tests / 4) + miss,
  }
}

/** How far numbers have moved among the reference's percentiles, in the percentiles' standard deviations, with test and bounds. */
const percentileShift = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'percentile-shift',
  title: 'Percentile shift',
  variant:
    'Wasserstein-1 distance of both sides after each value x is replaced by its place in the reference, (rows below x + ½ rows at x) / n, ' +
    'divided by the standard deviation σ of the places of the reference itself (0.289 without ties; at least 0.0497, that of a value 1 row in 100 has). ' +
    'Of a bell curve moved sideways it is the shift in standard deviations; units, outliers and skewness play no part. Finite values, missing left out. ' +
    'Upper bound R + z sqrt(max(σ², V)/n + max(σ², W)/m) / σ: V and W are the variances of the places of the reference in the current table and ' +
    'vice versa (DeLong 1988), which bound that of the difference at the witness where the true distance is attained, z the normal quantile of 1 − α. ' +
    'Lower bound R − z′ sqrt(max(σ², V)/n + max(σ², W)/m) / σ, z′ that of 1 − α/4. ' +
    "p of equality: twice the smaller of those of the Kolmogorov–Smirnov test (exact to 10 000 rows a side, then Simard and L'Ecuyer) and of the " +
    'Mann–Whitney test (normal, with tie and continuity correction); Kolmogorov–Smirnov alone where fewer than 10 rows of the smaller side ' +
    'are expected off the most frequent value',
  accepts: ['numeric', 'datetime'],
  quantity: 'a percentile shift',
  harmless: 0.2,
  plan: percentilePlan,
  measure({ kind, reference: { numbers: x }, current: { numbers: y } }, alpha) {
    const [firstX, firstY] = [x[0], y[0]];
    if (firstX === undefined || firstY === undefined) return undefined
    const constant = firstX === firstY && x.at(-1) === firstX && y.at(-1) === firstY;
    return {
      ...percentileInference(x, y, alpha),
      n: x.length + y.length,
      values: constant ? 'one value throughout' : `median ${shown(median(x), kind)} → ${shown(median(y), kind)}`,
    }
  },
});

/** Share that stands in for a smaller one, so that an empty bin has a logarithm. */
const FLOOR = 1e-4;

/** Population stability index over the reference's deciles (Yurdakul 2018): Σ (q − p) ln(q / p). */
const psi = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'psi',
  title: 'Population stability index',
  variant:
    'Σ (q − p) ln(q / p), natural logarithm, each share floored at 0.0001 and not renormalised. ' +
    'As reported: over shares of all rows; numbers in bins between the deciles of the reference (type 7), closed above, equal deciles merged, ' +
    'categories one bin each, missing values, and cells that are neither number nor counted category, bins of their own. ' +
    `As decided on where chosen: over shares of the rows with a value. ${BINNING}. ${BOUNDS}. ` +
    'The customary marks 0.1 and 0.25 know nothing of the number of rows',
  accepts: ['numeric', 'categorical', 'boolean', 'datetime'],
  quantity: 'a PSI',
  harmless: 0.1,
  measure: (column, alpha) =>
    binnedDivergence(column, alpha, {
      of: (p, q) => p.reduce((sum, share, i) => sum + term(share, q[i] ?? 0), 0),
      toPsi: effect => effect,
      fromPsi: effect => effect,
      most: 2 * Math.log(1 / FLOOR),
    }),
  report(column) {
    const { reference, current } = column;
    const values = reference.numbers.length + reference.categories.size;
    if (values === 0 || current.rows === 0) return undefined
    const others = column.kind === 'numeric' || column.kind === 'datetime';
    const bins = [
      ...valueBins(column, 'all'),
      ...(others ? [{ reference: reference.others, current: current.others }] : []),
      { reference: reference.missing, current: current.missing },
    ].filter(bin => bin.reference + bin.current > 0);
    return bins.reduce((sum, bin) => sum + term(bin.reference / reference.rows, bin.current / current.rows), 0)
  },
});

function term(p        , q        )         {
  const [a, b] = [Math.max(FLOOR, p), Math.max(FLOOR, q)];
  return (b - a) * Math.log(b / a)
}

/** A test of two means: p, and the difference of the means with its two-sided interval. */
                     
                         
                             
                                                                       
 

/** The difference of the means in standard deviations of the reference, judged by a test of them. */
function meanDifference(
  { kind, reference: { numbers: x }, current: { numbers: y } }        ,
  alpha        ,
  test                                                                                           ,
)                          {
  if (x.length < 2 || y.length < 2) return undefined
  const unit = spread(x) || 1;
  const { pValue, difference, interval } = test(y, x, { level: 1 - 2 * alpha });
  const { interval: wider } = test(y, x, { level: 1 - alpha });
  const inUnits = ({ lower, upper }                 ) => ({ lower: lower / unit, upper: upper / unit });
  const effect = Math.abs(difference) / unit;
  const spreadOfCurrent = spread(y) / unit;
  return {
    effect,
    n: x.length + y.length,
    values: `mean ${kind === 'datetime' ? `moved by ${shown(difference, 'numeric')} s` : `moved by ${shown(difference, 'numeric')}, σ ${shown(spread(x), 'numeric')}`}`,
    inference: {
      interval: folded(inUnits(interval), inUnits(wider)),
      pValue,
      testable: x[0] !== x.at(-1) || y[0] !== y.at(-1) || x[0] !== y[0],
      rows: { reference: x.length, current: y.length },
      upperAt: (n, m, drifted) =>
        (drifted ? effect : 0) + normal.isf(alpha) * Math.sqrt(Math.sign(spread(x)) / n + spreadOfCurrent ** 2 / m),
    },
  }
}

/** Difference of the means, by Student's t test. */
const studentT = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'student-t',
  title: 'Student’s t test',
  claim: 'same mean',
  variant:
    'Effect |difference of the means| / σ, σ the standard deviation of the reference (divisor n), taken as known; 1 where the reference ' +
    "is constant. p and interval of Student's t test with pooled variance: wrong where variances differ and the sides are of different " +
    'size, where welch-t is right. Looks at means only: a change of spread or shape goes unseen',
  accepts: ['numeric', 'datetime'],
  quantity: 'a difference of the means in standard deviations of the reference',
  harmless: 0.2,
  needs: 'at least two values a side',
  measure: (column, alpha) => meanDifference(column, alpha, pooledTTest),
});

const BUCKETS = 256;

/** Runs of letters and digits, in lower case. */
const wordsOf = (text        )           => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The texts of a column of one, missing left out. */
function textsOf({ rows, columns: [name = ''] }              , side                         )           {
  return (rows[side].columns.get(name) ?? []).filter(cell => !isBlank(cell))
}

/** Texts by the buckets that their words fall into. */
function wordRows(joint              )              {
  return { reference: textsOf(joint, 'reference').map(buckets), current: textsOf(joint, 'current').map(buckets) }
}

function buckets(text        )           {
  const held = new Set(wordsOf(text).map(bucket));
  const weight = 1 / Math.sqrt(held.size || 1);
  return Array.from({ length: BUCKETS }, (_, i) => (held.has(i) ? weight : 0))
}

/** FNV-1a of the word's UTF-16 units. */
function bucket(word        )         {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % BUCKETS
}

/** How well texts of the two tables are told apart by their words. */
const textClassifier = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'text-classifier',
  title: 'Domain classifier of texts',
  variant:
    `Over the texts of at most 2 000 rows of each table, drawn by their place, missing left out. ${CLASSIFIER}. Features: which of 256 buckets, by ` +
    'FNV-1a hash, hold a word of the text, words being runs of letters and digits in lower case, over the square root of how many there are',
  accepts: ['text'],
  quantity: 'an AUC above one half by',
  harmless: 0.05,
  needs: 'at least 20 texts',
  measure: ({ joint }, alpha, seed) => (joint ? domainClassifier$1(wordRows(joint), alpha, seed) : undefined),
});

/** Whether texts are as long as they were. */
const textLength = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'text-length',
  title: 'Length of texts',
  claim: 'texts of the same length',
  variant:
    'KS distance, with its test and bounds, of the lengths in characters (code points) of the texts of at most 2 000 rows of each table, drawn by ' +
    'their place, missing left out',
  accepts: ['text'],
  quantity: 'a KS distance of lengths',
  measure: (column, alpha) =>
    column.joint
      ? numbersCompared(
          column,
          textsOf(column.joint, 'reference').map(length),
          textsOf(column.joint, 'current').map(length),
          alpha,
        )
      : undefined,
});

const length = (text        )         => [...text].length;

/** Whether texts use words that the reference did not. */
const textVocabulary = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'text-vocabulary',
  title: 'New words in texts',
  claim: 'the same vocabulary',
  variant:
    'KS distance, with its test and bounds, of the share of words per text that one random half of the reference does not have, between the other ' +
    'half and the current texts; of at most 2 000 rows of each table, drawn by their place, missing left out. Words: runs of letters and digits, in lower case',
  accepts: ['text'],
  quantity: 'a KS distance of the share of new words',
  needs: 'at least 20 texts',
  measure(column, alpha, seed) {
    if (!column.joint) return undefined
    const [before, now] = [textsOf(column.joint, 'reference'), textsOf(column.joint, 'current')];
    if (Math.min(before.length, now.length) < 20) return undefined
    const [base, rest] = halfSplit(before, seed);
    const known = new Set(base.flatMap(wordsOf));
    const share = (text        ) => {
      const words = wordsOf(text);
      return words.length === 0 ? 0 : words.filter(word => !known.has(word)).length / words.length
    };
    return numbersCompared(column, rest.map(share), now.map(share), alpha)
  },
});

/** Total variation distance of the shares of categories, with test and confidence bounds. */
const totalVariation = defineMethod({
  id: 'total-variation',
  title: 'Total variation distance',
  variant:
    'TV = ½ Σ |p − q| over the shares of every category of either side, missing left out. ' +
    'p of the χ² test of homogeneity (contingency table, no continuity correction), categories expected fewer than 5 times merged ' +
    "(Cochran 1954), Fisher's exact test where only two are left and one is thin. " +
    'Upper bound TV + sqrt(ln(1/α)/2 · (1/n + 1/m)) (Hoeffding 1963 at the set where the true distance is attained); ' +
    'lower bound TV − ½ sqrt((k − 1)(1/n + 1/m)) − sqrt(ln(1/α)/2 · (1/n + 1/m)) for k categories, taken as all there are, the first term bounding the bias',
  accepts: ['categorical', 'boolean'],
  question: 'distribution',
  claim: 'same distribution',
  quantity: 'a total variation distance',
  limit: 'max-effect',
  remedy: "Retrain or certify on current data if the world has changed, mend the column's source if not",
  measure(column, alpha) {
    const pairs = categoryPairs(column);
    const n = column.reference.rows - column.reference.missing;
    const m = column.current.rows - column.current.missing;
    if (n === 0 || m === 0) return undefined
    const change = (pair              ) => Math.abs(pair.reference / n - pair.current / m);
    const effect = pairs.reduce((sum, pair) => sum + change(pair), 0) / 2;
    const most = pairs.toSorted((a, b) => change(b) - change(a)).at(0);
    return {
      effect,
      n: n + m,
      ...(most?.name === undefined || effect === 0
        ? {}
        : { values: `${quoted(most.name)} ${percent(most.reference / n)} → ${percent(most.current / m)}` }),
      inference: distanceInference({
        effect,
        ...homogeneityTest(pairs),
        rows: { reference: n, current: m },
        alpha,
        excess: bias(pairs.length, n, m) + shortfall(alpha, n, m),
      }),
    }
  },
});

/**
 * How far the estimate exceeds the true distance on average, at most: ½ Σ E|error of p − q| ≤ ½ Σ sqrt(variance), which by
 * Cauchy and Schwarz over k categories is at most ½ sqrt(k · (1 − 1/k)(1/n + 1/m)).
 */
const bias = (k        , n        , m        ) => Math.sqrt((k - 1) * (1 / n + 1 / m)) / 2;

/** Change of the share of one of two categories, by the z test. */
const twoProportions = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'two-proportions',
  title: 'Test of two proportions',
  claim: 'same shares',
  variant:
    '|q − p| of the share of one of two categories, missing left out. Two-sided p of the z test with pooled variance, no continuity ' +
    'correction. Interval of the difference: hybrid score without continuity correction (Newcombe 1998, method 10), folded at zero',
  accepts: ['boolean', 'categorical'],
  quantity: 'a change of the share',
  needs: 'no more than two categories',
  measure: (column, alpha) => twoShares(column, alpha, (k, n, l, m) => proportionsZTest(k, n, l, m).pValue),
});

/** Up to this many unseen values are named; more are no longer categories, and may be personal. */
const NAMED = 10;

                         
                                                             
                       
                                                                     
                            
                                                                  
                        
 

/** The current rows of a categorical column that hold what no reference row holds. */
function unseenOf({ reference, current }        )         {
  const unseen = [...current.categories]
    .filter(([name]) => !reference.categories.has(name))
    .toSorted(([a, { count: n }], [b, { count: m }]) => m - n || (a < b ? -1 : 1));
  const rows = current.others + unseen.reduce((sum, [, { count }]) => sum + count, 0);
  const lines = [current.othersLine, ...unseen.map(([, { line }]) => line)].filter(line => line !== undefined);
  return {
    rows,
    ...(current.others === 0 && unseen.length <= NAMED ? { values: unseen.map(([name]) => name) } : {}),
    ...(lines.length > 0 ? { line: Math.min(...lines) } : {}),
  }
}

/** Share of current rows whose category the reference never had; what a one-hot encoder ignores or fails on. */
const unseenCategories = defineMethod({
  id: 'unseen-categories',
  title: 'Rows of categories the reference never had',
  variant:
    'Share of all current rows whose value is in no row of the reference, text compared exactly, numbers by value. ' +
    'Counted, not estimated: nothing is inferred beyond these rows',
  accepts: ['categorical', 'boolean'],
  question: 'unseen-categories',
  claim: 'only known categories',
  quantity: 'a share of rows in unseen categories',
  limit: 'max-unseen-share',
  remedy: 'Map the values to categories the model knows, or train it on rows that have them',
  measure(column) {
    const { rows, values, line } = unseenOf(column);
    const { rows: n } = column.current;
    if (n === 0) return undefined
    return {
      effect: rows / n,
      n,
      ...(rows === 0
        ? {}
        : {
            detail: `${grouped(rows)} of ${grouped(n)} rows`,
            ...(values ? { values: values.map(quoted).join(', ') } : {}),
          }),
      ...(line === undefined ? {} : { line }),
    }
  },
});

/** Wasserstein-1 distance in standard deviations of the reference. */
const wasserstein = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'wasserstein',
  title: 'Wasserstein distance, scaled',
  variant:
    'W1 / σ: W1 = ∫ |F − G| of the two empirical distribution functions over finite values, missing left out, ' +
    'σ the standard deviation of the reference (divisor n), taken as known; 1 where the reference is constant. ' +
    RESAMPLING,
  accepts: ['numeric', 'datetime'],
  quantity: 'a Wasserstein distance in standard deviations of the reference',
  harmless: 0.1,
  measure({ kind, reference: { numbers: x }, current: { numbers: y } }, alpha, seed) {
    if (x.length === 0 || y.length === 0) return undefined
    const unit = spread(x) || 1;
    const distance = wassersteinDistance(x, y);
    const effect = distance / unit;
    return {
      effect,
      n: x.length + y.length,
      values: `W1 ${shown(distance, 'numeric')}${kind === 'datetime' ? ' s' : ''}, σ ${shown(spread(x), 'numeric')}`,
      inference: resampledInference({
        reference: x,
        current: y,
        effect,
        alpha,
        seed,
        of: Math.abs,
        finish: integral => integral / unit,
      }),
    }
  },
});

/** Difference of the means, by Welch's t test. */
const welchT = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'welch-t',
  title: 'Welch’s t test',
  claim: 'same mean',
  variant:
    'Effect |difference of the means| / σ, σ the standard deviation of the reference (divisor n), taken as known; 1 where the reference ' +
    "is constant. p and interval of Welch's t test, which does not take variances for equal (Satterthwaite's degrees of freedom). " +
    'Looks at means only: a change of spread or shape goes unseen',
  accepts: ['numeric', 'datetime'],
  quantity: 'a difference of the means in standard deviations of the reference',
  harmless: 0.2,
  needs: 'at least two values a side',
  measure: (column, alpha) => meanDifference(column, alpha, welchTTest),
});

var methods = /*#__PURE__*/Object.freeze({
  __proto__: null,
  andersonDarling: andersonDarling,
  chiSquared: chiSquared,
  cramerVonMises: cramerVonMises,
  domainClassifier: domainClassifier,
  energy: energy,
  eppsSingleton: eppsSingleton,
  fisherExact: fisherExact,
  gTest: gTest,
  hellinger: hellinger,
  jensenShannon: jensenShannon,
  jensenShannonDivergence: jensenShannonDivergence,
  kolmogorovSmirnov: kolmogorovSmirnov,
  kullbackLeibler: kullbackLeibler,
  lInfinity: lInfinity,
  leCam: leCam,
  mannWhitney: mannWhitney,
  missingShare: missingShare,
  mmd: mmd,
  pcaReconstruction: pcaReconstruction,
  percentileShift: percentileShift,
  psi: psi,
  studentT: studentT,
  textClassifier: textClassifier,
  textLength: textLength,
  textVocabulary: textVocabulary,
  totalVariation: totalVariation,
  twoProportions: twoProportions,
  unseenCategories: unseenCategories,
  wasserstein: wasserstein,
  welchT: welchT
});

export { isCategorical as a, isReporting as b, countByEdges as c, decileEdges as d, draw as e, methods as f, isDeciding as i, jensenShannonDivergence$1 as j, ks2samp as k, leCam as l, mmd as m, percentileShift as p, quoted as q, spread as s, unseenOf as u, wassersteinDistance as w };
