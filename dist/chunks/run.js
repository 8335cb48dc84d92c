import { q as VERSION, w as worstVerdict, v as verdictOf, e as evidenceFile, G as GATES, s as shardFile, u as SHARD_SCHEMA, x as ShardFile, y as readShard, z as ColumnKind, A as kindOf$1, B as truthValue, D as textBatch, E as isRate, F as readJson, H as Evidence, M as MAX_BUNDLE_BYTES, I as readBundle, N as NAMESPACE, J as MAX_PACKAGES$1, K as defineKind, L as Sha256, O as stoppedScan, P as EVIDENCE_SCHEMA, i as VERDICT_WORD, d as escapeText, Q as CARD_FIELDS, g as STATUS_SIGN, t as table, b as code, a as visible, S as STATUS_ORDER } from './context.js';
import { Z as ZodArray, j as ZodType, k as ZodNumber, m as ZodBoolean, n as ZodUnion, p as ZodEnum, h as readYaml, v as validate, c as schemaAt, U as UserError, e as distExports, d as array, t as tuple, q as base64$1, u as unknown$1, w as closestMatch, x as leven, o as object, a as string, i as int, s as strictObject, l as literal, _ as _enum, f as union, z as number$1, A as looseObject, b as boolean } from './validate.js';
import { s as studentT$1, S as Settings, V as VERIFIER_ID, i as instant, M as MAX_LISTED_FILES, a as SUMS_FILE, b as STATEMENT_TYPE, C as Certificate, c as VERIFICATION_SUMMARY, d as CERTIFICATE_EXTENSION, v as validityOf, f as compareUtf8, R as Refusal, g as REFUSAL, h as CERTIFICATE_FILE, j as REFUSAL_FILE, k as sha256Sums, l as STATEMENT_PAYLOAD, m as figure, n as percent$1, o as grouped, q as quantileOf, P as PERFORMANCE_METRIC_IDS, r as robustScale, t as medianOf, u as scaleOf, w as countDistance, x as PLAIN, y as milliseconds, z as distanceLimit, A as durationText, B as RULES$1, D as timeText, E as nothingJudged, F as quantileStore, G as keep, H as ranked$1, I as rankOf, J as quantileRanks, K as validityStep, L as readStatement, N as dialectFor, O as modelId, e as exitCode } from './print-lines.js';
import { w as waiverEnd, g as contentOf, m as matchWaiver, h as waivedNames, p as parseJson, s as secretsCheck, n as noSecretsCheck, a as printable, c as checkId, i as byRank, j as declaresDependencies, k as mergeAliases, l as waiveFindings, o as artefactCheck, r as rules } from './index.js';
import { x as documentName, i as isReadable, M as MAX_EVIDENCE_BYTES, r as readEvidence, f as formatNumber$1, h as formatInterval, d as formatShare, b as formatBytes, L as LIMITS, c as count$2, y as keyText, s as inRepository, m as isRow, z as cellTexts } from './terminal-report.js';
import { a as sortedFinite, c as count$1, r as requirePositive, l as logBinomialTerm, m as mirrored, i as incompleteGamma, b as logPoissonTerm, d as chiSquared$1, p as probability, e as inverseUpper, f as inverseLower, n as notNan, g as requireSuccesses, h as normal, j as outsideEachEnd, k as beta, q as positiveRoot, t as gammainc, u as sorted$1, v as binomial, w as smallestWhole, x as deviance, y as kolmogorov, z as shown$4, I as Implementation, A as argumentsOf, M as MATCH_JSON_SCHEMA, B as readContract$1, s as startJob, C as bindTables, D as tableForFile, E as planCross, F as isBlank, G as finiteNumber, H as newcombe, J as DRAWN$2, R as ROWS_PER_CATEGORY, K as MAX_CATEGORIES, L as categoriesOf, N as isSensitive, O as drawnNumbers, P as summaryOf$1, Q as countedTexts, S as countedValues, T as driftMeasures, U as jointSample, V as foundBy, W as clopperPearson, X as stirlingError, Y as formatCount, Z as listed$3, _ as NO_NAME, $ as MOST_LOCATIONS, a0 as counted$1, a1 as wilson, a2 as formatNumber, a3 as faultCheck, a4 as keptRows, a5 as ISO, a6 as instant$1, a7 as collectFaults, a8 as finiteNumber$1, a9 as luhn } from './overflow-files.js';
import { a as prepareChecks } from './prepare-checks.js';
import { g as publicVersion, a as packageName, v as versionsOf, h as partsAbout, w as worstSeverity } from './sent-content.js';

/** What an input's text means under the schema it is for: a number, true or false, a list by lines, a word or else a path, or the text itself. What it can't be read as stays text, for the schema to refuse. */
function fromText(
  schema                       ,
  texts                   ,
  rebase                          ,
)          {
  if (schema instanceof ZodArray) {
    const items = texts
      .flatMap(text => text.split('\n'))
      .map(line => line.trim())
      .filter(line => line !== '');
    return items.map(item => fromText(schema.element instanceof ZodType ? schema.element : undefined, [item], rebase))
  }
  const text = texts.at(-1) ?? '';
  if (schema instanceof ZodNumber)
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : text
  if (schema instanceof ZodBoolean) return { true: true, false: false }[text.trim().toLowerCase()] ?? text
  if (schema instanceof ZodUnion) {
    const [words, path] = schema.options;
    return words instanceof ZodEnum && words.safeParse(text.trim()).success
      ? text.trim()
      : fromText(path instanceof ZodType ? path : undefined, [text], rebase)
  }
  if (schema?.meta()?.path === true) return rebase(text)
  return text
}

/** An input of an action, and the flag of the same name: where in the settings its value goes. */
                        
                       
                               
                                                                                 
                        
                                             
                               
 

const model        = { name: 'model', setting: 'model.files' };

/** The settings each command takes as inputs; an action works by these alone, without a proofmark.yml. */
const INPUTS = {
  'data-validate': [
    { name: 'data', setting: 'data.files' },
    { name: 'contract', setting: 'data.contract' },
    { name: 'shard', setting: 'data.shard' },
    { name: 'merge', setting: 'data.merge' },
    model,
  ],
  'model-certify': [
    { name: 'predictions', setting: 'certify.predictions' },
    { name: 'champion', setting: 'certify.champion' },
    { name: 'task', setting: 'certify.task' },
    { name: 'id', setting: 'certify.id' },
    { name: 'label', setting: 'certify.label' },
    { name: 'score', setting: 'certify.score' },
    { name: 'predicted', setting: 'certify.predicted' },
    { name: 'probabilities', setting: 'certify.probabilities' },
    { name: 'lower', setting: 'certify.lower' },
    { name: 'upper', setting: 'certify.upper' },
    { name: 'query', setting: 'certify.query' },
    { name: 'series', setting: 'certify.series' },
    { name: 'time', setting: 'certify.time' },
    { name: 'history', setting: 'certify.history' },
    { name: 'season', setting: 'certify.season' },
    { name: 'latency', setting: 'certify.latency' },
    { name: 'tokens', setting: 'certify.tokens' },
    { name: 'cost', setting: 'certify.cost' },
    { name: 'refused', setting: 'certify.refused' },
    { name: 'unsafe', setting: 'certify.unsafe' },
    { name: 'k', setting: 'certify.k' },
    { name: 'beta', setting: 'certify.beta' },
    { name: 'top', setting: 'certify.top' },
    { name: 'tolerance', setting: 'certify.tolerance' },
    { name: 'quantile', setting: 'certify.quantile' },
    { name: 'positive', setting: 'certify.positive' },
    { name: 'weight', setting: 'certify.weight' },
    { name: 'cluster', setting: 'certify.cluster' },
    { name: 'threshold', setting: 'certify.threshold' },
    { name: 'level', setting: 'certify.level' },
    { name: 'claims', setting: 'certify.claims', flag: 'claim' },
    { name: 'attributes', setting: 'certify.attributes' },
    { name: 'slices', setting: 'certify.slices', flag: 'slice' },
    { name: 'groups', setting: 'certify.groups', flag: 'group' },
    { name: 'favourable', setting: 'certify.favourable' },
    { name: 'train', setting: 'certify.train' },
    { name: 'repeat', setting: 'certify.repeat' },
    { name: 'perturbed', setting: 'certify.perturbed' },
    model,
  ],
  'security-scan': [
    { name: 'paths', setting: 'security.paths', positional: true },
    { name: 'data', setting: 'data.files' },
    { name: 'contract', setting: 'data.contract' },
    { name: 'sensitive-data', setting: 'security.sensitive-data' },
    { name: 'quasi-identifiers', setting: 'security.quasi-identifiers' },
    { name: 'min-k', setting: 'security.min-k' },
    { name: 'min-l', setting: 'security.min-l' },
    { name: 'vulnerabilities', setting: 'security.vulnerabilities' },
    { name: 'osv-url', setting: 'security.osv-url' },
    { name: 'secrets-baseline', setting: 'security.secrets.baseline' },
    { name: 'known-vulnerabilities', setting: 'policy.known-vulnerabilities' },
    { name: 'max-seconds', setting: 'security.max-seconds' },
    { name: 'max-memory', setting: 'security.max-memory' },
    { name: 'max-depth', setting: 'security.max-depth' },
    { name: 'max-ratio', setting: 'security.max-ratio' },
    model,
  ],
  'drift-compare': [
    { name: 'reference', setting: 'drift.reference' },
    { name: 'current', setting: 'drift.current' },
    { name: 'columns', setting: 'drift.columns' },
    { name: 'ignore', setting: 'drift.ignore' },
    { name: 'profile', setting: 'drift.profile' },
    { name: 'alpha', setting: 'drift.alpha' },
    { name: 'max-effect', setting: 'drift.max-effect' },
    { name: 'calibrate', setting: 'drift.calibrate' },
    { name: 'critical', setting: 'drift.critical' },
    { name: 'max-drifted-weight', setting: 'drift.max-drifted-weight' },
    { name: 'on-inconclusive', setting: 'drift.on-inconclusive' },
    { name: 'max-missing-change', setting: 'drift.max-missing-change' },
    { name: 'max-unseen-share', setting: 'drift.max-unseen-share' },
    model,
  ],
  'audit-record': [
    model,
    { name: 'model-name', setting: 'model.name' },
    { name: 'model-version', setting: 'model.version' },
    { name: 'release', setting: 'record.release' },
    { name: 'require', setting: 'policy.require' },
    { name: 'validity-days', setting: 'policy.validity-days' },
  ],
  gate: [{ name: 'release', setting: 'record.release' }],
};                                                    

                                             

const inputsOf = (command             )                   => INPUTS[command];

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

/** The sum of a sequence with Neumaier's compensation, so that its error does not grow with the number of terms. */
function sum$1(values                  )         {
  // Indexed, because ten million values take half as long as by an iterator.
  if (values instanceof Float64Array) return sumOf(values)
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost
}

function sumOf(values              )         {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost
}

/** Two lists of shares of the same things, each divided by its sum; throws where one is negative or all are 0. */
function sharePair(p                   , q                   )                       {
  if (p.length !== q.length)
    throw new RangeError(`Expected as many shares in q as in p, ${p.length}, but found ${q.length}`)
  return [shares$1(p, 'p'), shares$1(q, 'q')]
}

function shares$1(values                   , name        )           {
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

/** Terms below this share of the sum no longer change it. */
const NEGLIGIBLE$1 = 1e-18;

                               
                 
                        
                 
                        
                                          
                       
 

/** Successes in n trials whose probability is itself drawn from a beta distribution (a, b): rates that vary more than chance has it. */
function betaBinomial(n        , a        , b        )               {
  count$1(n, 'the number of trials n');
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
      if (term < sum * NEGLIGIBLE$1) break
    }
    return Math.min(1, sum)
  };
  const mean = (n * a) / (a + b);
  const cdf = (x        ) => (x < 0 ? 0 : x >= n ? 1 : x < mean ? tail(x, -1) : Math.max(0, 1 - tail(x + 1, 1)));
  const sf = (x        ) => (x < 0 ? 1 : x >= n ? 0 : x + 1 > mean ? tail(x + 1, 1) : Math.max(0, 1 - tail(x, -1)));
  return { pmf, cdf: x => cdf(Math.floor(x)), sf: x => sf(Math.floor(x)) }
}

/** Beyond this, and twenty times the mean, a tail is smaller than any double: its logarithm is below −1000. */
const FAR = 3000;
const NOTHING_ABOVE        = { lower: 1, upper: 0, logLower: 0, logUpper: -Infinity, logDensity: -Infinity };

/**
 * Both tails at y > 0 of a gamma variable whose shape is a + J, J Poisson with mean m > 0: half a non-central χ² variable with
 * 2a degrees of freedom and non-centrality 2m.
 *
 * Each tail is the sum over j of P(J = j) times an incomplete gamma function of shape a + j. All its terms are positive; they are
 * summed around the largest, ten standard deviations of a Poisson variable to either side. The incomplete gamma functions
 * follow from one another by adding a positive term, the lower ones from the last j downwards, the upper ones from the first
 * upwards, so neither tail loses digits, however small (after Benton and Krishnamoorthy 2003).
 */
function noncentralGamma(a        , m        , y        )        {
  if (y > FAR + 20 * (a + m)) return NOTHING_ABOVE
  if (m > FAR + 20 * (a + y)) return mirrored(NOTHING_ABOVE)
  const largest = largestTerm(a, m, y);
  const below = around(Math.min(m, largest));
  const above = around(Math.max(m, largest));

  let lower = 0;
  let upper = 0;
  let slope = 0;
  let part = incompleteGamma(a + below.last, y).lower;
  for (let j = below.last; j >= below.first; j--) {
    const [weight, step] = [poisson(j, m), poisson(a + j, y)];
    if (j < below.last) part += step;
    lower += weight * part;
    if (j < above.first) slope += weight * step * (a + j);
  }
  part = incompleteGamma(a + above.first, y).upper;
  for (let j = above.first; j <= above.last; j++) {
    const [weight, step] = [poisson(j, m), poisson(a + j, y)];
    upper += weight * part;
    slope += weight * step * (a + j);
    part += step;
  }
  return {
    lower,
    upper,
    logLower: lower > 0.5 ? Math.log1p(-upper) : Math.log(lower),
    logUpper: upper > 0.5 ? Math.log1p(-lower) : Math.log(upper),
    logDensity: Math.log(slope),
  }
}

/** Where m^j y^(a + j) / (j! Γ(a + j + 1)) is largest: the ratio of neighbours, m y / (j (a + j)), is 1 there. */
const largestTerm = (a        , m        , y        ) => (Math.sqrt(a * a + 4 * m * y) - a) / 2;

/** The whole numbers that matter of a sum whose terms fall off from `centre` like Poisson probabilities, or faster. */
function around(centre        )                                  {
  const reach = 30 + 10 * Math.sqrt(centre);
  return { first: Math.max(0, Math.floor(centre - reach)), last: Math.ceil(centre + reach) }
}

const poisson = (x        , m        ) => (x === 0 ? Math.exp(-m) : Math.exp(logPoissonTerm(x, m)));

/**
 * The non-central χ² distribution with `df` degrees of freedom: the sum of squares of as many independent standard normal
 * variables whose means have squares that sum to `nc`.
 */
function nonCentralChiSquared(df        , nc        )               {
  requirePositive({ df });
  if (nc === 0) return chiSquared$1(df)
  requirePositive({ nc });
  const tailsAt = (y        ) => noncentralGamma(df / 2, nc / 2, y);
  const start = (df + nc) / 2;
  return {
    cdf(x) {
      if (notNan(x) <= 0) return 0
      return x === Infinity ? 1 : Math.min(1, tailsAt(x / 2).lower)
    },
    sf(x) {
      if (notNan(x) <= 0) return 1
      return x === Infinity ? 0 : Math.min(1, tailsAt(x / 2).upper)
    },
    ppf(p) {
      if (probability(p) === 0) return 0
      return p === 1 ? Infinity : 2 * inverseLower(p, start, tailsAt)
    },
    isf(q) {
      if (probability(q) === 1) return 0
      return q === 0 ? Infinity : 2 * inverseUpper(q, start, tailsAt)
    },
  }
}

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
  const total = sum$1(ofRows(n, weight));
  const mean = sum$1(ofRows(n, row => weight(row) * value(row))) / total;
  const groups = clusters?.count ?? n;
  const residuals = new Float64Array(groups);
  for (let row = 0; row < n; row++) {
    const cluster = clusters?.codes[row] ?? row;
    residuals[cluster] = (residuals[cluster] ?? 0) + weight(row) * (value(row) - mean);
  }
  const squares = sum$1(residuals.map(residual => residual ** 2));
  return { mean, standardError: Math.sqrt((squares * groups) / (groups - 1)) / total, df: groups - 1 }
}

function* ofRows(n        , term                         )                    {
  for (let row = 0; row < n; row++) yield term(row);
}

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
  const fewer = (studentT$1(rows - 1).isf(outside) / studentT$1(df).isf(outside)) ** 2;
  const effective = Math.min(rows, ((share * (1 - share)) / standardError ** 2) * fewer);
  const hits = effective * share;
  return {
    lower: beta(hits, effective - hits + 1).ppf(outside),
    upper: beta(hits + 1, effective - hits).isf(outside),
  }
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

/**
 * Adjusts p-values in order of size: `factor(rank, m)` multiplies the rank-th smallest (from 1) of m, then the running
 * maximum from the smallest up (`down`) or the running minimum from the largest down (`up`) keeps the order; capped at 1.
 */
function stepAdjusted(
  p                   ,
  direction               ,
  factor                                     ,
)           {
  const values = Array.from(p, probability);
  const m = values.length;
  const order = values.map((_, i) => i).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
  const adjusted = values.map(() => 1);
  let running = direction === 'up' ? 1 : 0;
  for (let step = 0; step < m; step++) {
    const rank = direction === 'up' ? m - step : step + 1;
    const index = order[rank - 1] ?? 0;
    const scaled = Math.min(1, (values[index] ?? 1) * factor(rank, m));
    running = direction === 'up' ? Math.min(running, scaled) : Math.max(running, scaled);
    adjusted[index] = running;
  }
  return adjusted
}

/** p-values adjusted to control the false discovery rate of independent tests (Benjamini and Hochberg 1995). */
function benjaminiHochberg(p                   )           {
  return stepAdjusted(p, 'up', (rank, m) => m / rank)
}

/** p-values adjusted to control the family-wise error rate under any dependence (Holm 1979). */
function holm(p                   )           {
  return stepAdjusted(p, 'down', (rank, m) => m - rank + 1)
}

/** Brings the first `taken` numbers of a list into random order, drawn from all of it (Fisher and Yates). */
function shuffleFirst(
  list                                         ,
  { below }        ,
  taken = list.length,
)       {
  for (let i = 0; i < taken; i++) {
    const j = i + below(list.length - i);
    const kept = list[i] ?? 0;
    list[i] = list[j] ?? 0;
    list[j] = kept;
  }
}

/** At most so many of the values, drawn without replacement; all of them, in their order, where there are no more. */
function draw(values              , most        , random        )               {
  if (values.length <= most) return values
  const copy = Float64Array.from(values);
  shuffleFirst(copy, random, most);
  return copy.subarray(0, most)
}

/** Steps until the state of the generator no longer shows what the seed was. */
const WARM_UP = 12;

/** Random numbers that a text decides on, such as digests of inputs: sfc32 (C. Doty-Humphrey), its state hashed from the text. */
function seededRandom(seed        )         {
  let a = hash(seed, 0x9e3779b9);
  let b = hash(seed, 0x243f6a88);
  let c = hash(seed, 0xb7e15162);
  let counter = 1;
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0
  };
  for (let i = 0; i < WARM_UP; i++) next();
  return {
    word: next,
    uniform: () => next() / 4294967296,
    below: bound => Math.floor((next() / 4294967296) * bound),
  }
}

/** FNV-1a from a start of its own, finished as MurmurHash3 is. */
function hash(text        , start        )         {
  let h = start;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0
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
const LEVELS$2 = [0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001];
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
  const ordered = samples.map((sample, i) => sorted$1(sample, `sample ${i + 1}`));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total < 4) throw new RangeError(`Expected at least four values in all but found ${total}`)
  const m = samples.length - 1;
  const statistic = (midrankStatistic(ordered, total) - m) / standardDeviation(sizes, total);
  const critical = LEVELS$2.map((_, i) => (B0[i] ?? 0) + (B1[i] ?? 0) / Math.sqrt(m) + (B2[i] ?? 0) / m);
  if (statistic < Math.min(...critical)) return { statistic, pValue: 0.25, bound: 'at-least' }
  if (statistic > Math.max(...critical)) return { statistic, pValue: 0.001, bound: 'at-most' }
  const logLevel = quadraticFit(critical, LEVELS$2.map(Math.log));
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

/** Outcomes this close to the observed one's probability count as equally likely, as in R and SciPy. */
const TIE$1 = 1 + 1e-7;

/**
 * The exact binomial test of k successes in n trials against probability p; the statistic is k / n.
 *
 * Two-sided: the total probability of all outcomes no more likely than the observed one.
 */
function binomTest(k        , n        , p = 0.5, alternative              = 'two-sided')             {
  requireSuccesses(k, n);
  probability(p);
  const { cdf, sf, pmf } = binomial(n, p);
  const limit = pmf(k) * TIE$1;
  const twoSided = () => {
    if (k === p * n) return 1
    if (limit === 0) return 0
    if (k < p * n) {
      const from = Math.ceil(p * n);
      return cdf(k) + sf(from + smallestWhole(n - from + 1, i => pmf(from + i) <= limit) - 1)
    }
    const from = Math.floor(p * n);
    return sf(k - 1) + cdf(from - smallestWhole(from + 1, i => pmf(from - i) <= limit))
  };
  const pValue = alternative === 'less' ? cdf(k) : alternative === 'greater' ? sf(k - 1) : twoSided();
  return { statistic: k / n, pValue: Math.min(1, pValue) }
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
  return { statistic, pValue: statistic === Infinity ? 0 : chiSquared$1(observed.length - 1).sf(statistic) }
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
      const from = i === 0 && j === 0 ? { values: [0], counts: [1] } : merged$1(column[j], next[j - 1]);
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

function merged$1(a              = { values: [], counts: [] }, b              = { values: [], counts: [] })              {
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
  const first = sorted$1(x, 'x');
  const second = sorted$1(y, 'y');
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
const ROUNDING$2 = 1e-24;

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
  if (largest < ROUNDING$2) return { statistic: Infinity, pValue: 0, df: 0 }
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

/** The hypergeometric distribution: of `drawn` things out of `good` + `bad`, how many are good. */
                              
              
                                                 
                 
                            
                 
                               
                 
                                
 

/** The distribution of good things among `drawn` out of `good` + `bad`, both tails to full relative precision. */
function hypergeometric(good        , bad        , drawn        )                 {
  const total = good + bad;
  const lowest = Math.max(0, drawn - bad);
  const highest = Math.min(good, drawn);
  const mode = Math.floor(((good + 1) * (drawn + 1)) / (total + 2));
  const p = drawn / total;
  const q = (total - drawn) / total;
  const all = logBinomialTerm(drawn, total - drawn, p, q);
  const pmf = (k        ) => {
    if (k < lowest || k > highest) return 0
    return Math.exp(logBinomialTerm(k, good - k, p, q) + logBinomialTerm(drawn - k, bad - drawn + k, p, q) - all)
  };
  // sums run from k away from the mode, so terms only shrink
  const downwards = (k        ) => {
    let term = pmf(k);
    let sum = term;
    for (let i = k; i > lowest && term > sum * 1e-18; i--) {
      term *= (i / (good - i + 1)) * ((bad - drawn + i) / (drawn - i + 1));
      sum += term;
    }
    return sum
  };
  const upwards = (k        ) => {
    let term = pmf(k);
    let sum = term;
    for (let i = k; i < highest && term > sum * 1e-18; i++) {
      term *= ((good - i) / (i + 1)) * ((drawn - i) / (bad - drawn + i + 1));
      sum += term;
    }
    return sum
  };
  return {
    mode,
    highest,
    pmf,
    atMost: k => (k <= mode ? downwards(k) : 1 - upwards(k + 1)),
    atLeast: k => (k >= mode ? upwards(k) : 1 - downwards(k - 1)),
  }
}

/** Tables this close to the observed one's probability count as equally likely, as in R. */
const TIE = 1 + 1e-7;

/**
 * Fisher's exact test of a 2 × 2 table; the statistic is the sample odds ratio ad / bc (NaN when a margin is zero).
 *
 * Two-sided: the total probability of all tables with these margins that are no more likely than the observed one.
 */
function fisherExact$1(table                              , alternative              = 'two-sided')             {
  if (table.length !== 2 || table.some(row => row.length !== 2)) {
    throw new RangeError('Expected a table of 2 rows and 2 columns')
  }
  const cell = (i        , j        ) =>
    count$1(table[i]?.[j] ?? Number.NaN, `the count in row ${i + 1}, column ${j + 1}`);
  const [a, b, c, d] = [cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1)];
  if (a + b === 0 || c + d === 0 || a + c === 0 || b + d === 0) return { statistic: Number.NaN, pValue: 1 }
  const statistic = b * c === 0 ? Infinity : (a * d) / (b * c);
  const { mode, highest, pmf, atMost, atLeast } = hypergeometric(a + b, c + d, a + c);
  const limit = pmf(a) * TIE;
  const twoSided = () => {
    if (pmf(mode) <= limit) return 1
    if (limit === 0) return 0
    if (a < mode) return atMost(a) + atLeast(mode + smallestWhole(highest - mode + 1, i => pmf(mode + i) <= limit))
    return atLeast(a) + atMost(mode - smallestWhole(mode + 1, i => pmf(mode - i) <= limit))
  };
  const pValue = alternative === 'less' ? atMost(a) : alternative === 'greater' ? atLeast(a) : twoSided();
  return { statistic, pValue: Math.min(1, pValue) }
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
  const first = sorted$1(x, 'x');
  const second = sorted$1(y, 'y');
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
  const first = sorted$1(x, 'x');
  const second = sorted$1(y, 'y');
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
const ENOUGH$1 = 20;

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
    if (reached === ENOUGH$1) return ENOUGH$1 / made
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
  return 2 * Math.sqrt(variance$1(gaps.slice(0, n)) / n + variance$1(gaps.slice(n)) / m)
}

function variance$1(values                   )         {
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

/** The settings of one run: the file's, with the command's inputs laid over them. */
function readSettings(source                )           {
  const file = source.file && readYaml(source.file.name, source.file.text);
  return validate(
    Settings,
    file
      ? overlay(file, source)
      : overlay({ name: 'the settings', value: {}, place: () => ({ text: 'the settings' }) }, source),
    'settings.invalid',
  )
}

function overlay(file          , source                )           {
  const given = inputsOf(source.command).filter(input =>
    source.inputs.get(input.name)?.some(text => text.trim() !== ''),
  );
  if (given.length === 0) return { ...file, value: file.value ?? {} }
  let value          = file.value;
  for (const input of given) {
    const path = input.setting.split('.');
    const said = fromText(schemaAt(Settings, path), source.inputs.get(input.name) ?? [], source.rebase);
    value = withValue(value, path, said);
  }
  const origin = new Map(given.map(input => [input.setting          , { text: source.nameInput(input) }]));
  const placeOf = (path                        ) =>
    [2, 3].map(length => origin.get(path.slice(0, length).join('.'))).find(place => place !== undefined);
  return { name: file.name, value, place: path => placeOf(path) ?? file.place(path) }
}

/** The value with another one at a path of keys, what is no map on the way replaced. */
function withValue(value         , [key, ...rest]                   , said         )          {
  if (key === undefined) return said
  const before = isMap(value) ? value : {};
  return { ...before, [key]: withValue(before[key], rest, said) }
}

const isMap = (value         )                                   =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON with sorted keys and no spaces, as RFC 8785 has it: the same value is always the same text. */
function canonicalJson(value         )         {
  return JSON.stringify(value, (_, part         ) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** Everything that certificate and refusal are made of. */
                                 
                          
                                                                                               
                                      
                                                 
                         
                            
                    
                                            
                                        
                                     
                                     
   
                   
                                           
 

/** The head of a statement: the model by its id, then each of its files unless they are too many. */
function statementHead({ modelId, subject }                ) {
  const files = subject.length > MAX_LISTED_FILES ? [] : subject;
  return {
    _type: STATEMENT_TYPE,
    subject: [
      { name: SUMS_FILE, digest: { sha256: modelId, dirHash1: modelId } },
      ...files.map(({ name, digest }) => ({ name, digest })),
    ],
  }
}

/** What certificate and refusal both say: who decided when, about what, by which policy, on which evidence. */
function predicateHead(input                ) {
  const { model, modelId, documents, policy, policyUri, at, sha256 } = input;
  return {
    verifier: { id: VERIFIER_ID, version: { proofmark: VERSION } },
    timeVerified: instant(at),
    resourceUri: resourceUri(model, modelId),
    policy: { uri: policyUri, digest: { sha256: sha256(canonicalJson(policy)) } },
    inputAttestations: documents.flatMap(document =>
      document.sha256 === undefined ? [] : [{ uri: documentName(document), digest: { sha256: document.sha256 } }],
    ),
  }
}

/** A package URL (ECMA-427) of type generic where the model has a name, else its id. */
function resourceUri({ name, version }                         , id        )         {
  if (name === undefined) return `urn:sha256:${id}`
  return `pkg:generic/${encodeURIComponent(name)}${version === undefined ? '' : `@${encodeURIComponent(version)}`}`
}

/** Every waiver that the evidence applied is one of this policy's and still holds; none where no waiver was applied. */
function waiversRule(
  documents                             ,
  policy                               ,
  at      ,
)                          {
  const applied = appliedWaivers(documents);
  if (applied.length === 0) return undefined
  const known = new Set((policy ?? []).map(canonicalJson));
  const faults = applied.flatMap(waiver => {
    if (!known.has(canonicalJson(waiver))) return [`${waiver.name} was waived and the policy has no such waiver`]
    return at.getTime() < waiverEnd(waiver).getTime()
      ? []
      : [`the waiver of ${waiver.name} expired on ${waiver.expires}`]
  });
  const title = 'Every waiver that was applied is in the policy and in force';
  if (faults.length > 0)
    return {
      rule: 'waivers',
      title,
      status: 'failed',
      reason: `Expected waivers of this policy, in force, but ${[...new Set(faults)].join('; ')}`,
      hint: 'Run the gate again with the policy as it is',
    }
  const names = applied.map(({ name, owner, expires }) => `${name} until ${expires} (by ${owner})`);
  return { rule: 'waivers', title, status: 'passed', reason: `Waived: ${names.join(', ')}` }
}

/** The waivers that the evidence applied, each once. */
function appliedWaivers(documents                             )           {
  const found = documents
    .filter(isReadable)
    .flatMap(({ evidence }) => evidence.checks.flatMap(each => each.waivers ?? []));
  return [...new Map(found.map(waiver => [canonicalJson(waiver), waiver])).values()]
}

/** What a passed gate adds to the verification summary's levels. */
const LEVELS$1                           = {
  'data-validate': 'PROOFMARK_DATA_VALIDATED',
  'model-certify': 'PROOFMARK_MODEL_CERTIFIED',
  'security-scan': 'PROOFMARK_SECURITY_SCANNED',
  'drift-compare': 'PROOFMARK_DRIFT_COMPARED',
};

/** The certificate of a certification that was decided `passed`; anything else in its evidence is our bug and throws. */
function certificateOf(input                )              {
  const { documents, model, modelId, source, policy, at } = input;
  const evidence = documents.filter(isReadable).map(document => document.evidence);
  return Certificate.parse({
    ...statementHead(input),
    predicateType: VERIFICATION_SUMMARY,
    predicate: {
      ...predicateHead(input),
      verificationResult: 'PASSED',
      verifiedLevels: ['PROOFMARK_CERTIFIED', ...evidence.map(({ gate }) => LEVELS$1[gate])],
      slsaVersion: '1.2',
      [CERTIFICATE_EXTENSION]: {
        model: { ...model, id: modelId },
        source,
        gates: evidence.map(({ gate, verdict, checks, tool, run }) => ({
          gate,
          verdict,
          checks: checks.length,
          warnings: checks.filter(check => check.status === 'warn').length,
          tool,
          finishedAt: run.finishedAt,
        })),
        data: distinct(evidence.flatMap(({ materials }) => materials.filter(({ role }) => role !== 'artefact'))),
        claims: evidence.flatMap(({ gate, checks }) => (gate === 'model-certify' ? checks.flatMap(claimOf) : [])),
        ...holdoutOf(evidence),
        policy,
        validity: validityOf(at, policy['validity-days'], appliedWaivers(documents).map(waiverEnd)),
      },
    },
  })
}

function claimOf({ id, title, measured, required, status }       ) {
  if (!measured || !required) return []
  const { value, interval, level, method, n } = measured;
  const { comparator, value: threshold } = required;
  return [{ metric: id, title, comparator, threshold, value, interval, level, method, sampleSize: n, status }]
}

function holdoutOf(evidence                     ) {
  const judged = evidence.find(one => one.gate === 'model-certify');
  const predictions = judged?.materials.find(({ role }) => role === 'predictions');
  if (!judged?.result?.holdout || !predictions) return {}
  return { holdout: { ...judged.result.holdout, predictions: predictions.digest.sha256 } }
}

const distinct =    (values              )      => [
  ...new Map(values.map(value => [JSON.stringify(value), value])).values(),
];

/** The first way in which the files that were judged differ from the model's files; undefined where they are the same names and bytes. */
function subjectDifference(judged                       , model                       )                     {
  const before = digests(judged);
  const now = digests(model);
  for (const name of [...new Set([...before.keys(), ...now.keys()])].toSorted(compareUtf8)) {
    const [was, is] = [before.get(name), now.get(name)];
    if (was === undefined) return `${name} is new`
    if (is === undefined) return `${name} is gone`
    if (was !== is) return `${name} had sha256 ${short(was)} and has ${short(is)}`
  }
  return before.size === judged.length ? undefined : 'a file is listed twice'
}

const digests = (files                       ) => new Map(files.map(file => [file.name, file.digest.sha256]));
const short = (sha256        ) => `${sha256.slice(0, 12)}…`;

/** One gate's rule: its evidence is there, says what its own checks say, is about exactly these model files, and passed. */
function gateRule(
  gate          ,
  document                              ,
  subject                    ,
)              {
  const title = `${gate} passed on this model`;
  const faults = faultsOf(gate, document, subject);
  if (faults.length > 0)
    return {
      rule: gate,
      title,
      status: worstVerdict(faults.map(fault => fault.status)),
      reason: faults.map(fault => fault.reason).join('; '),
      hint: [...new Set(faults.map(fault => fault.hint))].join('. '),
    }
  const checks = document && isReadable(document) ? document.evidence.checks : [];
  const warned = checks.filter(check => check.status === 'warn').length;
  const reason = `${count(checks.length)} met the requirements${warned > 0 ? `, ${warned} of them with a warning` : ''}`;
  return { rule: gate, title, status: 'passed', reason }
}

function faultsOf(gate          , document                              , subject                    )          {
  const file = evidenceFile(gate);
  const rerun = `Run ${gate} again, with the same model files, into the folder audit-record reads`;
  if (!document)
    return [
      { status: 'inconclusive', reason: `Expected ${file}, which the policy requires, but found none`, hint: rerun },
    ]
  if (!isReadable(document))
    return [
      {
        status: 'inconclusive',
        reason: `Expected ${file} to be evidence of ${gate} but ${document.unreadable}`,
        hint: rerun,
      },
    ]
  const { verdict, checks, subject: judged } = document.evidence;
  const faults          = [];
  const recomputed = verdictOf(checks.map(check => check.status));
  if (recomputed !== verdict)
    faults.push({
      status: 'failed',
      reason: `Expected the verdict of ${file} to follow from its checks, which make it ${recomputed}, but found ${verdict}`,
      hint: `Find out who changed the file after ${gate} wrote it`,
    });
  if (judged.length === 0)
    faults.push({
      status: 'inconclusive',
      reason: `Expected ${file} to be about the model but it names no model file`,
      hint: `Give ${gate} the same 'model' as audit-record`,
    });
  else {
    const difference = subjectDifference(judged, subject);
    if (difference !== undefined)
      faults.push({
        status: 'failed',
        reason: `Expected ${file} to be about the model's files as they are, but ${difference}`,
        hint: rerun,
      });
  }
  if (recomputed !== 'passed')
    faults.push({
      status: recomputed,
      reason: `Expected ${gate} to have passed but it ${recomputed === 'failed' ? 'failed' : 'was inconclusive'}: ${because(checks, recomputed)}`,
      hint: `See the checks in ${file}`,
    });
  return faults
}

function because(checks                  , verdict         )         {
  const status = verdict === 'failed' ? 'fail' : 'inconclusive';
  const ids = checks.filter(check => check.status === status).map(check => check.id);
  if (ids.length === 0) return 'nothing was checked'
  const shown = ids.slice(0, 3).join(', ');
  return `${ids.length} of ${count(checks.length)} (${shown}${ids.length > 3 ? ', …' : ''})`
}

const count = (checks        ) => (checks === 1 ? '1 check' : `${checks} checks`);

/** No file had different bytes for two gates, or for a gate and the model as it is now: else they judged different things under one name. */
function materialsRule(documents                             , subject                    )              {
  const title = 'Every gate read the same files';
  const seen = new Map(subject.map(file => [file.name, { sha256: file.digest.sha256, by: 'the model' }]));
  const conflicts           = [];
  for (const { gate, evidence } of documents.filter(isReadable))
    for (const { name, digest } of evidence.materials) {
      const before = seen.get(name);
      if (!before) seen.set(name, { sha256: digest.sha256, by: gate });
      else if (before.sha256 !== digest.sha256)
        conflicts.push(`${name} had other bytes for ${gate} than for ${before.by}`);
    }
  if (conflicts.length > 0)
    return {
      rule: 'materials',
      title,
      status: 'failed',
      reason: `Expected one content per file but found ${conflicts.join('; ')}`,
      hint: `Run ${GATES.join(', ')} on one checkout, then audit-record`,
    }
  return {
    rule: 'materials',
    title,
    status: 'passed',
    reason: `${seen.size === 1 ? '1 file' : `${seen.size} files`}, each with one digest`,
  }
}

/**
 * Decides a certification. Every gate the policy requires must have passed on exactly these model files. A gate that ran though
 * the policy does not ask for it counts just the same: a known failure is never left out.
 */
function decide$2(input   
                                                 
                         
                                      
                          
                                      
                   
 )           {
  const { documents, policy, subject } = input;
  const found = (gate          ) => documents.find(document => document.gate === gate);
  const rules = GATES.filter(gate => policy.require.includes(gate) || found(gate)).map(gate =>
    gateRule(gate, found(gate), subject),
  );
  if (documents.some(isReadable)) rules.push(materialsRule(documents, subject));
  const waivers = waiversRule(documents, policy.waivers, input.at);
  if (waivers) rules.push(waivers);
  return { verdict: worstVerdict(rules.map(rule => rule.status)), rules, notes: notesOf$1(input) }
}

function notesOf$1({ documents, version, commit }                              )           {
  return documents
    .filter(isReadable)
    .flatMap(({ gate, evidence: { tool, run } }) => [
      ...(tool.version === version ? [] : [`${gate} ran with proofmark ${tool.version}; this is ${version}`]),
      ...(run.commit === undefined || commit === undefined || run.commit === commit
        ? []
        : [`${gate} ran on commit ${run.commit.slice(0, 10)}; this is ${commit.slice(0, 10)}`]),
    ])
}

/** The refusal of a certification that was decided `failed` or `inconclusive`. */
function refusalOf(input                , decision          )          {
  return Refusal.parse({
    ...statementHead(input),
    predicateType: REFUSAL,
    predicate: {
      ...predicateHead(input),
      verdict: decision.verdict,
      rules: decision.rules,
      model: { ...input.model, id: input.modelId },
      source: input.source,
    },
  })
}

/** The model's files by digest, in `SHA256SUMS` order; none where no model is named. The output folder `out` may not be among them: what we write is no part of a model. */
async function modelSubject(settings          , files       , out        )                     {
  const names = settings.model.files ? await files.list(settings.model.files) : [];
  const ours = names.find(name => name.startsWith(`${out}/`));
  if (ours !== undefined) {
    throw new UserError(
      'model.covers-output',
      `Expected 'model.files' to name the model only but it covers the output folder: ${ours}`,
      {
        hint: "Name the model's own folder or files, or set another output folder with 'out'",
      },
    )
  }
  const subjects            = [];
  for (const name of names) {
    const { sha256, bytes } = await files.digest(name);
    subjects.push({ name, digest: { sha256 }, bytes });
  }
  return subjects
}

const MAX_KEY_BYTES$1 = 64 * 1024;

                                     
                                         
                      
                                                    
                                        
                                                                     
                                          
                                   
                                         
                                                                                          
                                               
 

/** What came of a certification, ready to be reported. */
                                                 
                                                                                         
                           
                                                                                                             
                                          
                                         
                          
 

/**
 * Decides by the policy whether the model as it is now is certified, and signs that: a certificate, or a refusal. What an
 * earlier run left is removed first, so that no old certificate outlives a run that did not renew it. Never throws.
 */
async function auditRecord(
  settings          ,
  options                    ,
  ports       ,
)                         {
  const { name, version } = settings.model;
  let model                    = { name, version };
  let decision           = { verdict: 'inconclusive', rules: [], notes: notesOf(options) };
  try {
    await removeRecord(options.out, ports);
    const subject = await existingModel(settings, options.out, ports);
    const sums = sha256Sums(subject);
    model = { name, version, id: ports.sha256(sums) };
    const found = await findEvidence(options.evidence ?? options.out, ports);
    const documents = found.map(({ document }) => document);
    const at = ports.now();
    const { commit } = ports.context;
    decision = decide$2({ documents, policy: settings.policy, subject, version: VERSION, commit, at });
    decision = { ...decision, notes: [...decision.notes, ...notesOf(options)] };
    await ports.files.write(`${options.out}/${SUMS_FILE}`, sums);

    const key = await privateKey(settings, options, ports);
    const statement = {
      modelId: ports.sha256(sums),
      model: { name, version },
      subject,
      documents,
      policy: settings.policy,
      policyUri: options.policyUri ?? 'proofmark.yml#policy',
      source: sourceOf(ports),
      at,
      sha256: ports.sha256,
    };
    if (decision.verdict !== 'passed') {
      const path = `${options.out}/${REFUSAL_FILE}`;
      await ports.files.write(path, await sign(refusalOf(statement, decision), key, ports));
      return { verdict: decision.verdict, decision, model, path, assets: [] }
    }
    const certificate = certificateOf(statement);
    const bundle = await sign(certificate, key, ports);
    const path = `${options.out}/${CERTIFICATE_FILE}`;
    await ports.files.write(path, bundle);
    const { notAfter } = certificate.predicate[CERTIFICATE_EXTENSION].validity;
    const assets = [
      asset(SUMS_FILE, sums),
      asset(CERTIFICATE_FILE, bundle),
      ...found.flatMap(({ asset }) => asset ?? []),
    ];
    return { verdict: 'passed', decision, model, path, notAfter, assets }
  } catch (error) {
    return { verdict: unsigned(decision.verdict), decision, model, problem: problemOf(error), assets: [], error }
  }
}

/** Removes what an earlier run recorded. */
async function removeRecord(out        , { files }       )                {
  for (const file of [CERTIFICATE_FILE, REFUSAL_FILE, SUMS_FILE]) await files.remove(`${out}/${file}`);
}

async function existingModel(settings          , out        , { files }       )                     {
  if (!settings.model.files)
    throw new UserError('settings.missing', "Expected 'model.files' to be set (the model) but found nothing", {
      hint: "Name the model's files under model.files in proofmark.yml, or as the input 'model'",
    })
  const subject = await modelSubject(settings, files, out);
  if (subject.length === 0)
    throw new UserError(
      'record.no-model',
      `Expected files of the model in ${settings.model.files.join(', ')} but found none`,
      { hint: 'Build or fetch the model before audit-record' },
    )
  return subject
}

                 
                                     
                               
 

async function findEvidence(folder        , { files, sha256 }       )                   {
  const found          = [];
  for (const gate of GATES) {
    const name = evidenceFile(gate);
    const path = `${folder}/${name}`;
    if (!(await files.exists(path))) continue
    try {
      const content = await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES });
      found.push({ document: readEvidence(gate, content, sha256(content)), asset: { name, content } });
    } catch (error) {
      if (!(error instanceof UserError) || error.kind !== 'input') throw error
      found.push({ document: { gate, unreadable: `it cannot be read: ${error.message}` } });
    }
  }
  return found
}

async function privateKey(settings          , options                    , { files }       )                  {
  if (options.privateKey !== undefined && options.privateKey.trim() !== '') return options.privateKey
  if (settings.record.key !== undefined) return files.readText(settings.record.key, { maxBytes: MAX_KEY_BYTES$1 })
  throw new UserError('record.key-missing', 'Expected a private key to sign the decision with but found none', {
    hint: 'Make a key pair with `proofmark keygen` and give its private half as the key',
  })
}

/** The statement's bytes are made once: what is signed is what is stored. */
async function sign(statement        , key        , { signing }       )                  {
  return signing.sign(new TextEncoder().encode(JSON.stringify(statement)), STATEMENT_PAYLOAD, key)
}

function sourceOf({ context: { repository, commit, ref, url } }       )                           {
  return { repository, commit, ref, run: url }
}

const notesOf = ({ notes = [] }                    ) => notes.map(note => note.reason);
const asset = (name        , text        )               => ({ name, content: new TextEncoder().encode(text) });
const unsigned = (decided         )          => (decided === 'passed' ? 'inconclusive' : decided);

const problemOf = (error         )                      =>
  error instanceof UserError
    ? { message: error.message, hint: error.hint }
    : { message: error instanceof Error ? error.message : String(error) };

/** Files of the base branch by paths from the settings' folder; none where nothing is to be merged. `configPath`: the settings file seen from the repository's root. */
function baseFiles(
  configPath                    ,
  { forge, context }                                  ,
)                        {
  if (!forge || context.base === undefined) return undefined
  const folder = configPath?.split('/').slice(0, -1) ?? [];
  return {
    async readText(path) {
      const inRepository = resolved([...folder, ...path.split('/')]);
      return inRepository === undefined ? undefined : forge.readBase(inRepository)
    },
    async list() {
      const start = folder.map(part => `${part}/`).join('');
      const paths = await forge.listBase();
      return paths.filter(path => path.startsWith(start)).map(path => path.slice(start.length))
    },
  }
}

/** Without `.` and `..`; undefined where it leads out of the repository. */
function resolved(parts                   )                     {
  const found           = [];
  for (const part of parts) {
    if (part === '..' && found.pop() === undefined) return undefined
    if (part !== '..' && part !== '.' && part !== '') found.push(part);
  }
  return found.join('/')
}

/** A file, the table of the contract it is, and what was found of it. */
                              
                       
                               
                                   
 

/** Room that evidence leaves for an id. */
const MAX_ID = 1000;
/** What names of columns and files may hold and an id should not. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The checks of all files as one list: ids begin with the table (and the file, where it has several) and are unique; titles begin with the file, where there are several. */
function composeChecks(files                        )          {
  const taken = new Set        ();
  return files.flatMap(({ file, table, checks }) => {
    const { name } = table.object;
    const prefix = files.filter(other => other.table === table).length > 1 ? `${name}@${file}` : name;
    return checks.map(check => ({
      ...check,
      id: unique(`${prefix}.${check.id}`.replace(INVISIBLE, '_').slice(0, MAX_ID)),
      title: files.length > 1 ? `${file}: ${check.title}` : check.title,
    }))
  })

  function unique(id        )         {
    let free = id;
    for (let i = 2; taken.has(free); i++) free = `${id}-${i}`;
    taken.add(free);
    return free
  }
}

/** A warning for each table of the contract that no file was given for. */
function unfiledTables(
  contract                                                                      ,
  files                        ,
)          {
  return contract.tables
    .filter(table => !files.some(file => file.table === table))
    .map(table => ({
      id: `${table.object.name}.file`,
      title: `A file was given for ${shown$4(table.object.name)}`,
      status: 'warn'         ,
      reason: `No file was given for the table ${shown$4(table.object.name)} of the contract, and its rules were not evaluated`,
      hint: 'Add it to data.files, or move the table to a contract of its own',
      locations: [{ file: contract.name, line: table.lineOf(), note: 'the table' }],
    }))
}

/** Whether a table of the contract has a rule that holds it against another. */
const speaksOfOthers = ({ relationships, quality, properties }              )          =>
  (relationships ?? []).length > 0 ||
  (quality ?? []).some(ofOther) ||
  (properties ?? []).some(
    property => (property.relationships ?? []).length > 0 || (property.quality ?? []).some(ofOther),
  );

function ofOther({ engine, implementation }             )          {
  const read = engine === 'proofmark' ? Implementation.safeParse(implementation) : undefined;
  return read?.success === true && argumentsOf(read.data).other_table !== undefined
}

/** A row that an answer shows: the line it starts on (or its number, in a file without lines) and its cells. */
                           
                       
                                   
 

/** The rows that an answer shows, by place. */
                            
                             
                                   
                              
                                                    
                                        
 

/** Finds the rows again that stand at the places, ascending. */
                                                                                  

/** Where shown rows come from. */
                                                          
                         
 

const UNKNOWN           = { line: 1, cells: [] };

/**
 * An answer whose rows are looked up as it asks for them: it is composed until it asks for none that is not known yet.
 * So states keep places alone, and only rows that are shown are read a second time.
 */
const showRows =         (compose                             , source           )                  =>
  showRowsOf(compose, source);

/** The same of rows of several tables, which the answer is handed in the order of their sources. */
async function showRowsOf        (
  compose                                    ,
  ...sources                      
)                  {
  const known = sources.map(() => new Map                  ());
  for (;;) {
    const asked = sources.map(() => new Set        ());
    const answer = compose(
      ...sources.map(({ read, sha256 }, i) => ({
        read,
        sha256,
        at(place        ) {
          const row = known[i]?.get(place);
          if (row === undefined) asked[i]?.add(place);
          return row ?? UNKNOWN
        },
      })),
    );
    if (asked.every(({ size }) => size === 0)) return answer
    for (const [i, { find }] of sources.entries()) {
      const places = [...(asked[i] ?? [])].sort((a, b) => a - b);
      const rows = places.length === 0 ? [] : await find(places);
      for (const [j, place] of places.entries()) known[i]?.set(place, rows[j] ?? UNKNOWN);
    }
  }
}

/** A path that a file names, seen from the root: `reqs/base.txt` for `base.txt` in `reqs/all.txt`; undefined where it is no path inside the root. */
function resolveInclude(from        , path        )                     {
  if (/^[a-z][\w+.-]*:\/\/|^[/\\]|^[A-Za-z]:[/\\]|[$\0]/.test(path)) return undefined
  const steps = from.split('/').slice(0, -1);
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined
  }
  return steps.length === 0 ? undefined : steps.join('/')
}

/** A schema that a contract names by its path, and where the path stands in the contract's text. */
                              
                       
                        
                      
 

/** The schemas that a contract names instead of writing them out, from its last to its first. */
function namedSchemas(contract        )                {
  if (!contract.includes(MATCH_JSON_SCHEMA)) return []
  const found                = [];
  distExports.visit(distExports.parseDocument(contract, { uniqueKeys: false }), {
    Map(_, map) {
      if (map.get('expectation') !== MATCH_JSON_SCHEMA) return
      const value = map.items.find(({ key }) => distExports.isScalar(key) && key.value === 'json_schema')?.value;
      if (distExports.isMap(value) || !distExports.isScalar(value) || typeof value.value !== 'string' || !value.range) return
      const [start, end] = value.range;
      found.push({ path: value.value, start, end });
    },
  });
  return found.toSorted((a, b) => b.start - a.start)
}

const MAX_CONTRACT_BYTES = 8 * 1024 * 1024;
const MAX_SCHEMA_BYTES = 1024 * 1024;

/** The data contract at a path, which may be a glob that one file matches, and its digest. */
async function openContract(
  path        ,
  files       ,
)                                                                                             {
  const [name = path, ...others] = await files.list([path]);
  if (others.length > 0) {
    throw new UserError(
      'settings.contract',
      `Expected 'data.contract' to be one file but ${path} names ${others.length + 1}`,
      {
        hint: 'Name the contract itself',
      },
    )
  }
  const written = await files.readText(name, { maxBytes: MAX_CONTRACT_BYTES });
  // What is no YAML is told of by the contract's own reader.
  const { text, schemas } = await withSchemas(name, written, files);
  const contract = readContract$1(name, text);
  return { contract, text, material: await materialOf(name, files), schemas }
}

/** The contract with every JSON Schema that it names by a path from itself written out in its place, in the same line. */
async function withSchemas(name        , contract        , files       ) {
  let text = contract;
  const schemas = new Map                  ();
  for (const { path, start, end } of namedSchemas(contract)) {
    const file = resolveInclude(name, path);
    if (file === undefined)
      throw new UserError('contract.json-schema', `Expected a file of the repository but ${name} names ${path}`, {
        file: name,
        hint: 'Keep the JSON Schema beside the contract',
      })
    const schema = parsed(file, await files.readText(file, { maxBytes: MAX_SCHEMA_BYTES }));
    text = text.slice(0, start) + JSON.stringify(schema) + text.slice(end);
    schemas.set(file, await materialOf(file, files));
  }
  return { text, schemas: [...schemas.values()] }
}

function parsed(file        , text        )          {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UserError('contract.json-schema', `Expected ${file} to be a JSON Schema but it is no JSON`, {
      file,
      cause,
    })
  }
}

async function materialOf(name        , files       )                    {
  const { sha256, bytes } = await files.digest(name);
  return { name, role: 'contract', digest: { sha256 }, bytes }
}

/** Kinds of typed array that states are made of. */
const ARRAYS = { u8: Uint8Array, i32: Int32Array, u32: Uint32Array, f64: Float64Array };         
                                    

const NUMBERS                                   = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
  '-0': -0,
};

/**
 * A state as plain JSON: maps, sets, typed arrays and the numbers that JSON lacks as lists that begin with their kind. Only
 * data comes of reading it, whatever it says.
 */
function encodeState(state         )          {
  if (typeof state === 'number') return plainNumber(state)
  if (state === undefined) return ['undefined']
  if (typeof state !== 'object' || state === null) return state
  if (Array.isArray(state)) return ['list', ...state.map(encodeState)]
  if (state instanceof Map) return ['map', ...[...state].map(([key, value]) => [encodeState(key), encodeState(value)])]
  if (state instanceof Set) return ['set', ...[...state].map(encodeState)]
  for (const kind of kinds$1) if (state instanceof ARRAYS[kind]) return [kind, base64(state)]
  return Object.fromEntries(Object.entries(state).map(([key, value]) => [key, encodeState(value)]))
}

/** What was encoded; throws where the text is none that `encodeState` makes. */
function decodeState(text         )          {
  if (typeof text !== 'object' || text === null) return text
  if (!Array.isArray(text))
    return Object.fromEntries(Object.entries(text).map(([key, value]) => [key, decodeState(value)]))
  const [kind, ...parts] = text;
  if (kind === 'undefined') return undefined
  if (kind === 'number') return NUMBERS[String(parts[0])]
  if (kind === 'list') return parts.map(decodeState)
  if (kind === 'set') return new Set(parts.map(decodeState))
  if (kind === 'map')
    return new Map(
      array(tuple([unknown$1(), unknown$1()]))
        .parse(parts)
        .map(([key, value]) => [decodeState(key), decodeState(value)]),
    )
  const array$1 = kinds$1.find(known => known === kind);
  if (!array$1) throw new Error('a part of an unknown kind')
  return arrayOf(array$1, base64$1().parse(parts[0]))
}

const kinds$1                       = ['u8', 'i32', 'u32', 'f64'];

function plainNumber(value        )          {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value
  return ['number', Number.isNaN(value) ? 'nan' : value === 0 ? '-0' : value > 0 ? 'inf' : '-inf']
}

/** Characters that are made at once: more would be too many arguments. */
const PIECE = 0x8000;

function base64({ buffer, byteOffset, byteLength }                                                      )         {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text)
}

function arrayOf(kind           , text        )          {
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const { BYTES_PER_ELEMENT: size } = ARRAYS[kind];
  if (bytes.length % size !== 0) throw new Error('a list cut off')
  return new ARRAYS[kind](bytes.buffer)
}

/** A file of the run, measured. */
                                                     
                       
 

                                     

/** Bytes of one shard's file. */
const MAX_SHARD = 512 * 1024 * 1024;

/** Writes what a shard has measured; its own verdict is open, as nobody has seen all rows. */
async function writeShard(
  shard       ,
  measured                         ,
  contract          ,
  files       ,
  out        ,
)                                                   {
  const content            = {
    schema: SHARD_SCHEMA,
    tool: VERSION,
    shard: { ...shard },
    contract,
    files: measured.map(({ file, header, parts, run, material }) => {
      const { digest, bytes } = material('data');
      const state = Object.fromEntries([...run.state].map(([key, value]) => [key, encodeState(value)]));
      return { file, sha256: digest.sha256, bytes, header: [...header], parts: [...parts], state }
    }),
  };
  await files.write(`${out}/${shardFile(shard)}`, `${JSON.stringify(content)}\n`);
  const { index, count } = shard;
  const check        = {
    id: 'shard',
    title: 'All rows were measured',
    status: 'inconclusive',
    reason: `This is shard ${index} of ${count}: it has measured its part of the rows, and judged none`,
    hint: `Join the shards: proofmark merge ${out}/shards/*.json`,
  };
  return { checks: [check], result: { files: [] } }
}

                
                       
                             
 

/** Joins what all shards have measured, as if one had measured it all; refuses shards that do not belong together. */
async function mergeShards(
  paths                   ,
  jobs                        ,
  contract          ,
  { files, tables }       ,
)                          {
  const shards         = [];
  for (const path of paths) shards.push({ path, content: await readShardFile(path, files) });
  refuseMixed(shards, contract);
  return jobs.map(job => {
    const own = shards.map(({ path, content }) => ({ path, ...fileIn(path, content, job.file) }));
    const { sha256 = '', bytes = 0, header = [] } = own[0] ?? {};
    const run = startJob(job, header);
    for (const { path, ...found } of own) {
      if (found.sha256 !== sha256 || JSON.stringify(found.header) !== JSON.stringify(header)) {
        throw mixed$1(path, `it has measured another ${job.file}`)
      }
      join(path, found.state, run);
    }
    const parts = own.flatMap(found => found.parts).toSorted((a, b) => a.part - b.part);
    refuseBlank(job.file, parts);
    const rows = parts.reduce((sum, part) => sum + part.rows, 0);
    return {
      file: job.file,
      header,
      run,
      parts,
      find: tables.find(job.file, header),
      material: role => ({ name: job.file, role, digest: { sha256 }, bytes, rows }),
    }
  })
}

async function readShardFile(path        , files       )                     {
  const text = await files.readText(path, { maxBytes: MAX_SHARD });
  let value;         
  try {
    value = JSON.parse(text);
  } catch {
    throw mixed$1(path, 'it is no JSON')
  }
  return validate(ShardFile, { name: path, value, place: () => ({ text: path, file: path }) }, 'shard.invalid')
}

function fileIn(path        , { files }           , name        )                             {
  const found = files.find(({ file }) => file === name);
  if (!found) throw mixed$1(path, `it has not measured ${name}`)
  return found
}

function refuseMixed(shards                 , { sha256 }          )       {
  const count = shards[0]?.content.shard.count ?? 0;
  const seen = new Map                ();
  for (const { path, content } of shards) {
    const { index } = content.shard;
    const twin = seen.get(index);
    if (content.tool !== VERSION) throw mixed$1(path, `it is of Proofmark ${content.tool}, and this is ${VERSION}`)
    if (content.contract.sha256 !== sha256) throw mixed$1(path, 'it was measured for another contract')
    if (content.shard.count !== count) throw mixed$1(path, `it is one of ${content.shard.count} shards, not of ${count}`)
    if (twin !== undefined) throw mixed$1(path, `it is shard ${index}, as ${twin} is`)
    seen.set(index, path);
  }
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter(index => !seen.has(index));
  if (missing.length > 0) throw mixed$1(shards[0]?.path ?? '', `shard ${missing.join(', ')} of ${count} is missing`)
}

function join(path        , state                                     , run          )       {
  try {
    run.merge(new Map(Object.entries(state).map(([key, value]) => [key, decodeState(value)])));
  } catch (cause) {
    throw mixed$1(path, 'what it has measured cannot be read', cause)
  }
}

/** Blank lines that end one part are a fault where rows follow in another. */
function refuseBlank(file        , parts                         )       {
  const blank = parts.findIndex(part => part.blank !== undefined);
  if (blank === -1 || parts.slice(blank + 1).every(({ rows }) => rows === 0)) return
  throw new UserError('table.ragged-row', `Expected rows to the end of ${file} but a blank line stands between them`, {
    file,
    hint: 'Complete the row or remove it',
  })
}

const mixed$1 = (path        , found        , cause          ) =>
  new UserError('shard.mixed', `Expected shards of one run but of ${path || 'them'} found that ${found}`, {
    ...(path ? { file: path } : {}),
    hint: 'Give the files that all shards of one run have written, and no others',
    ...(cause === undefined ? {} : { cause }),
  });

/** Holds tables against their data contract, each in one pass; no row is kept. */
const dataValidate = {
  gate: 'data-validate',
  isConfigured: ({ data }) => data.files !== undefined || data.contract !== undefined,
  async find({ data }, ports, out) {
    const paths = required$2(data.files, 'files', 'the tables to validate', 'data');
    const contractPath = required$2(data.contract, 'contract', 'what they must look like', 'contract');
    const { contract, text, material, schemas } = await openContract(contractPath, ports.files);
    await prepareChecks(text);
    const files = await ports.files.list(paths);
    const asOf = ports.now().getTime();
    const headers = await headersOf(contract, files, ports.tables);
    const jobs = files.map(file => ({
      file,
      contract: { name: contract.name, text },
      asOf,
      others: headers.filter(other => other.file !== file),
    }));
    const shard = data.shard === undefined ? undefined : readShard(data.shard);
    const digests = [material, ...schemas].map(({ digest }) => digest.sha256);
    // Of the contract alone, unless it names what else it consists of.
    const [sha256 = ''] = digests.length > 1 ? [ports.sha256(digests.join('\n'))] : digests;
    const shared = { name: contract.name, sha256 };
    const measured = data.merge
      ? await mergeShards(await ports.files.list(data.merge), jobs, shared, ports)
      : await measureAll(jobs, shard, ports);
    const materials = [material, ...schemas, ...measured.map(({ material: read }) => read('data'))];
    if (shard) return { materials, ...(await writeShard(shard, measured, shared, ports.files, out)) }

    const tables = bindTables(contract, measured, asOf);
    const crossed = await crossChecks(tables, measured, ports);
    const checked                = [];
    const profiles                      = [];
    for (const [i, { file, run, find, read, material: materialOf }] of measured.entries()) {
      const table = tableForFile(contract, file);
      const { checks, columns } = await showRows(run.answer, { find, read, sha256: ports.sha256 });
      checked.push({ file, table, checks: [...checks, ...(crossed[i] ?? [])] });
      profiles.push({ file, table: table.object.name, rows: materialOf('data').rows ?? 0, columns });
    }
    const checks = [...composeChecks(checked), ...unfiledTables(contract, checked)];
    return { materials, checks, result: { files: profiles } }
  },
};                                       

/** Headers of all files, where the contract has rules over two tables; they are read twice then. */
async function headersOf(
  { tables: all }              ,
  files                   ,
  tables        ,
)                        {
  if (files.length < 2 || !all.some(({ object }) => speaksOfOthers(object))) return []
  const headers               = [];
  for (const file of files) {
    const { header, batches } = await tables.open(file);
    for await (const _ of batches) break
    headers.push({ file, header });
  }
  return headers
}

async function measureAll(jobs                        , shard                   , { tables, log }       ) {
  const measured                 = [];
  for (const job of jobs) {
    const { file } = job;
    const progress = (rows        ) => log.progress(`${file}: ${rows} rows`);
    measured.push({ file, ...(await tables.measure(file, job, { progress, shard })) });
  }
  return measured
}

/** The answers to rules over two tables, by the file they are rules of. */
async function crossChecks(
  tables                       ,
  measured                         ,
  { sha256 }       ,
)                     {
  const found            = tables.map(() => []);
  for (const { rule, finish } of planCross(tables)) {
    const own = tables.indexOf(rule.table);
    const [left, right] = [measured[own], measured[tables.indexOf(rule.other)]];
    if (!left || !right) continue
    const compose = (rows           ) =>
      finish(
        key => left.run.state.get(key),
        key => right.run.state.get(key),
        rows,
      );
    found[own]?.push(await showRows(compose, { find: left.find, sha256, read: left.read ?? right.read }));
  }
  return found
}

function required$2       (value                   , key        , what        , input        )        {
  if (value !== undefined) return value
  throw new UserError('settings.missing', `Expected 'data.${key}' to be set (${what}) but found nothing`, {
    hint: `Name it under 'data.${key}' in proofmark.yml, or give it as the input '${input}'`,
  })
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
  const undecided = most > least ? `, and up to ${percent$1(most)} with those that are undecided` : '';
  return {
    id: 'columns.weight',
    title: 'Columns that drifted hold little weight together',
    status: open ? 'warn' : finding,
    measured: { value: Number.isNaN(least) ? null : least, n: weighted.length },
    required: { comparator: '<=', value: limit },
    reason: Number.isNaN(least)
      ? 'Expected columns with a weight above 0 but found none'
      : `Expected columns that drifted to hold at most ${percent$1(limit)} of the weight ${finding === 'pass' ? 'and' : 'but'} found ${percent$1(least)}${undecided}${open ? consequenceOf(settings) : ''}`,
    ...(finding === 'pass'
      ? {}
      : { hint: "See the warnings of the columns with a weight; if they matter less, lower their 'weights'" }),
  }
}

const consequenceOf = (settings                   )         => {
  const { letThrough } = consequence('inconclusive', '', { 'on-inconclusive': settings['on-inconclusive'] });
  return letThrough ? `; ${letThrough.why}` : ''
};

/** The nine inner deciles of ascending values, equal ones merged; quantiles of type 7, as NumPy's default. */
function decileEdges(ascending              )           {
  const edges = Array.from({ length: 9 }, (_, i) => quantile(ascending, (i + 1) / 10));
  return edges.filter((edge, i) => edge !== edges[i - 1])
}

/** How many ascending values fall into each bin: up to and including the first edge, from there up to the second, …, beyond the last. */
function countByEdges(ascending              , edges                   )           {
  const below = [0, ...edges.map(edge => countUpTo$1(ascending, edge)), ascending.length];
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
function countUpTo$1(ascending              , edge        )         {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= edge) low = middle + 1;
    else high = middle;
  }
  return low
}

/** Bars of a column of categories: the reference's commonest, and one for all others. */
const BARS = 12;

/** The numbers of a column by the reference's deciles, or its categories, the reference's commonest first; undefined where a side has no value. */
function histogramOf(reference      , current      )                        {
  if (reference.categories.size > 0) return byCategory$1(reference, current)
  if (reference.numbers.length === 0 || current.numbers.length === 0) return undefined
  const edges = decileEdges(reference.numbers);
  const shares = ({ numbers }      ) => countByEdges(numbers, edges).map(count => count / numbers.length);
  return { edges, reference: shares(reference), current: shares(current) }
}

function byCategory$1(reference      , current      )                        {
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

/** Whether a column of this kind is compared by the rows of each of its values. */
const isCategorical = (kind            )          => kind === 'categorical' || kind === 'boolean';

/** The settings that bound an effect. */
                                                                         

                     
                                                     
                     
                        
                                                                                                    
                          
                                         
 

/** A method that answers a question about a column: its measurement becomes a check. */
                                                   
                                                                   
                           
                                                        
                        
                                                                   
                           
                           
                                                                                                                
                            
                                                                                                              
                         
                                                                      
                         
                                                                                                                               
                                                
                                                                                                                    
                                                                               
 

/** A method whose number people know and want to see, whether or not it decides. */
                                                    
                                            
 

/** What is planned for: a column that is to pass if it has not changed, and to fail if it has by `effect`. */
                          
                        
                         
                        
                                               
                        
                                               
                        
 

/** Whether so many current rows are enough. */
                         
                                                                 
                                  
                                                       
                                 
 

                                                                                          

                              
                                        
                         
                                  
                    
                                                                       
                          
                                                                                   
                          
                                              
                        
                                                                                                 
                                
 

/** What the rows say about the populations they were drawn from. */
                            
                                                                                                                                                
                                              
                                                    
                         
                                                                                                                                     
                                
                                                                                                                 
                            
                                                                                             
                                                                         
                                                                                                                             
                                                                       
 

/** A method as its file declares it. */
const defineMethod$1 =                   (method   )    => method;

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
const shown$3 = (value        , kind            )         =>
  kind === 'datetime' && Math.abs(value) <= LAST ? new Date(value * 1000).toISOString().slice(0, 16) : figure(value);

/** Kolmogorov–Smirnov distance of two samples of numbers, with test and confidence bounds. */
const kolmogorovSmirnov = defineMethod$1({
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
      values: constant ? 'one value throughout' : `median ${shown$3(median(x), kind)} → ${shown$3(median(y), kind)}`,
      inference: distanceInference({
        effect: statistic,
        pValue,
        testable: !constant,
        rows: { reference: x.length, current: y.length },
        alpha,
        excess: deviation$1(alpha / 2, x.length) + deviation$1(alpha / 2, y.length),
      }),
    }
  },
});

/** How far an empirical distribution function strays from the true one, but for a chance of `alpha` (Massart 1990). */
const deviation$1 = (alpha        , n        ) => Math.sqrt(Math.log(2 / alpha) / (2 * n));

/** The KS distance, judged by the Anderson–Darling test of two samples. */
const andersonDarling = defineMethod$1({
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
  const ascending = cells.filter(cell => total$3(cell) > 0).toSorted((a, b) => total$3(a) - total$3(b));
  const thin = isThin$1(ascending);
  let taken = Math.min(ascending.filter(thin).length, ascending.length - 1);
  if (taken < 1) return ascending
  while (taken < ascending.length - 1 && thin(sum(ascending.slice(0, taken)))) taken++;
  return [sum(ascending.slice(0, taken)), ...ascending.slice(taken)]
}

const total$3 = (cell      ) => cell.reference + cell.current;

const sum = (cells                 )       => ({
  reference: cells.reduce((rows, cell) => rows + cell.reference, 0),
  current: cells.reduce((rows, cell) => rows + cell.current, 0),
});

/** Whether a cell is expected too rarely on the smaller side, where both sides have the same shares. */
function isThin$1(cells                 )                          {
  const all = sum(cells);
  const smallerSide = Math.min(all.reference, all.current) / total$3(all);
  return cell => total$3(cell) * smallerSide < THIN
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
const chiSquared = defineMethod$1({
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
const cramerVonMises = defineMethod$1({
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

/** Puts the values in a random order, every order equally likely (Fisher and Yates; Durstenfeld 1964). */
function shuffle(random        , values             )              {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const value = values[i] ?? 0;
    values[i] = values[j] ?? 0;
    values[j] = value;
  }
  return values
}

/** A list in two halves, drawn by a seed. */
function halfSplit   (rows              , seed        )             {
  const order = Uint32Array.from(rows, (_, i) => i);
  shuffle(seededRandom(seed), order);
  const middle = Math.floor(rows.length / 2);
  const picked = Array.from(order).flatMap(i => rows.slice(i, i + 1));
  return [picked.slice(0, middle), picked.slice(middle)]
}

/** Steps of the descent. */
const STEPS$1 = 150;
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
  for (let k = 1; k <= STEPS$1; k++) {
    const gradient = ahead.map((weight, j) => (j === width - 1 ? 0 : PENALTY * weight));
    rows.forEach((row, i) => {
      const label = labels[i] ?? false;
      const error = (1 / (1 + Math.exp(-score$1(ahead, row))) - (label ? 1 : 0)) * share(label);
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
function score$1(weights                   , row                   )         {
  return row.reduce((sum, x, j) => sum + x * (weights[j] ?? 0), weights[row.length] ?? 0)
}

/** Fewest rows of a side: half of them are learnt from, half are judged. */
const FEWEST$3 = 20;

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
  if (Math.min(reference.length, current.length) < FEWEST$3 || width === 0) return undefined
  const [learnOld, judgeOld] = halfSplit(reference, seed);
  const [learnNow, judgeNow] = halfSplit(current, `${seed} current`);
  const weights = logisticRegression(
    [...learnOld, ...learnNow],
    [...learnOld.map(() => false), ...learnNow.map(() => true)],
  );
  const scores = (rows                     ) => Float64Array.from(rows, row => score$1(weights, row)).sort();
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
    detail: `AUC ${percent$1(superiority)} on ${x.length} and ${y.length} rows, ${width} features`,
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
const domainClassifier = defineMethod$1({
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
const RESAMPLES$3 = 300;

const RESAMPLING =
  'p by random permutations of at most 1 000 values a side, 1 999 at most (sequential, Besag and Clifford 1991), so never below 0.0005. ' +
  'Of 300 bootstrap samples, the upper bound adds the upper quantile of how much farther apart they are than the drawn values; the lower ' +
  'one takes off that, at half the chance, of how far their own errors are apart (the distance is a norm); both scaled to all rows. ' +
  'Values are drawn by a seed made of the digests of both tables';

                     
                                            
                                  
                                
                         
                        
                       
                                                                                         
                         
                                  
 

/** What rows say about a distance that is an integral over the gap of two distribution functions. */
function resampledInference({ reference, current, effect, alpha, seed, of, finish }           )            {
  const random = seededRandom(seed);
  const pool = pooled(draw(reference, DRAWN$1, random), draw(current, DRAWN$1, random));
  const distance = (inX                   , inY                   ) => finish(integral(pool, inX, inY, of));
  const drawn = distance(pool.inX, pool.inY);
  const pValue = permutationP(drawn, () => distance(...permuted(pool, random)), PERMUTATIONS);
  const redrawn = Array.from({ length: RESAMPLES$3 }, () => {
    const [inX, inY] = resampled$1(pool, random);
    const farther = distance(inX, inY) - drawn;
    return { farther, error: distance(without(inX, pool.inX), without(inY, pool.inY)) }
  });
  const unit = (n        , m        ) => Math.sqrt(1 / n + 1 / m);
  const found = unit(reference.length, current.length);
  const scaled = (values          , chance        ) => {
    const upper = Float64Array.from(values).sort()[Math.ceil((1 - chance) * RESAMPLES$3) - 1] ?? 0;
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
function resampled$1({ values, inX, inY, n, m }      , random        )                             {
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
const energy = defineMethod$1({
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
      values: `D ${shown$3(distance, 'numeric')}, σ ${shown$3(spread(x), 'numeric')}`,
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
const eppsSingleton = defineMethod$1({
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
const LONGEST$2 = 40;

/** A cell's text inside a sentence, shortened where it is long. */
const quoted$1 = (value        )         =>
  `'${value.length > LONGEST$2 ? `${value.slice(0, LONGEST$2 - 1)}…` : value}'`;

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
    ...(first.name === undefined ? {} : { values: `${quoted$1(first.name)} ${percent$1(l / m)} → ${percent$1(k / n)}` }),
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
const fisherExact = defineMethod$1({
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
const gTest = defineMethod$1({
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

const BOUNDS$1 =
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
const hellinger = defineMethod$1({
  ...SAME_DISTRIBUTION,
  id: 'hellinger',
  title: 'Hellinger distance',
  variant:
    'sqrt(½ Σ (√p − √q)²), between 0 and 1, no smoothing. ' +
    `${BINNING}. ${BOUNDS$1}, 8 times the squared distance being on the scale of PSI`,
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
const jensenShannon = defineMethod$1({
  ...SAME_DISTRIBUTION,
  id: 'jensen-shannon',
  title: 'Jensen–Shannon distance',
  variant:
    'sqrt(½ Σ p log2(p / m) + ½ Σ q log2(q / m)), m = (p + q) / 2: the distance, logarithm to base 2, between 0 and 1, no smoothing. ' +
    `${BINNING}. ${BOUNDS$1}, 8 ln 2 times the squared distance being on the scale of PSI`,
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
const jensenShannonDivergence = defineMethod$1({
  ...SAME_DISTRIBUTION,
  id: 'jensen-shannon-divergence',
  title: 'Jensen–Shannon divergence',
  variant:
    '½ Σ p log2(p / m) + ½ Σ q log2(q / m), m = (p + q) / 2: the divergence, logarithm to base 2, between 0 and 1, no smoothing. ' +
    `${BINNING}. ${BOUNDS$1}, 8 ln 2 times the divergence being on the scale of PSI`,
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
const FLOOR$2 = 1e-4;

/** Kullback–Leibler divergence of the current shares from those of the reference: Σ p ln(p / q). */
const kullbackLeibler = defineMethod$1({
  ...SAME_DISTRIBUTION,
  id: 'kullback-leibler',
  title: 'Kullback–Leibler divergence',
  variant:
    'Σ p ln(p / q), p of the reference, q of the current table, natural logarithm, each share floored at 0.0001 and renormalised. ' +
    `${BINNING}. ${BOUNDS$1}, twice the divergence being on the scale of PSI`,
  accepts: ['numeric', 'categorical', 'boolean', 'datetime'],
  quantity: 'a Kullback–Leibler divergence',
  harmless: 0.05,
  measure: (column, alpha) =>
    binnedDivergence(column, alpha, {
      of: (p, q) => kullbackLeibler$1(floored(p), floored(q)),
      toPsi: effect => 2 * effect,
      fromPsi: effect => effect / 2,
      most: Math.log(1 / FLOOR$2),
    }),
});

const floored = (shares                   ) => shares.map(share => Math.max(FLOOR$2, share));

/** The largest change of any category's share. */
const lInfinity = defineMethod$1({
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
        : { values: `${quoted$1(most.name)} ${percent$1(most.reference / n)} → ${percent$1(most.current / m)}` }),
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
    return [distance$1(lower, n, m), Math.min(1, Math.max(distance$1(upper, n, m), missed(Math.min(n, m))))]
  };
  const excess = Math.max(0, statistic - mean);
  const found = 1 / n + 1 / m;
  const { pValue, testable } = homogeneityTest(cells);
  return {
    effect: Math.min(1, distance$1(excess, n, m)),
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

const distance$1 = (noncentral        , n        , m        ) => Math.sqrt(noncentral * (1 / n + 1 / m)) / 2;

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
const leCam = defineMethod$1({
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
        : { values: `${quoted$1(most.name)} ${percent$1(most.reference / n)} → ${percent$1(most.current / m)}` }),
    }
  },
});

/** How much more often than half the time a current value exceeds one of the reference. */
const mannWhitney = defineMethod$1({
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
      detail: `a current value exceeds one of the reference in ${percent$1(superiority)} of pairs`,
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
const missingShare = defineMethod$1({
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
      detail: `${percent$1(k / n)} → ${percent$1(l / m)}`,
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
const mmd = defineMethod$1({
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
    const { statistic, pValue, error, spread } = mmdTest(drawnX, drawnY, seededRandom(seed));
    const effect = Math.max(0, statistic);
    const margin = normal.isf(alpha) * error + spread(alpha);
    const unit = (n        , m        ) => 1 / n + 1 / m;
    const found = unit(drawnX.length, drawnY.length);
    return {
      effect,
      n: drawnX.length + drawnY.length,
      detail: `${joint.columns.length} dimensions, ${drawnX.length} and ${drawnY.length} vectors`,
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
const pcaReconstruction = defineMethod$1({
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
const percentileShift = defineMethod$1({
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
      values: constant ? 'one value throughout' : `median ${shown$3(median(x), kind)} → ${shown$3(median(y), kind)}`,
    }
  },
});

/** Share that stands in for a smaller one, so that an empty bin has a logarithm. */
const FLOOR$1 = 1e-4;

/** Population stability index over the reference's deciles (Yurdakul 2018): Σ (q − p) ln(q / p). */
const psi = defineMethod$1({
  ...SAME_DISTRIBUTION,
  id: 'psi',
  title: 'Population stability index',
  variant:
    'Σ (q − p) ln(q / p), natural logarithm, each share floored at 0.0001 and not renormalised. ' +
    'As reported: over shares of all rows; numbers in bins between the deciles of the reference (type 7), closed above, equal deciles merged, ' +
    'categories one bin each, missing values, and cells that are neither number nor counted category, bins of their own. ' +
    `As decided on where chosen: over shares of the rows with a value. ${BINNING}. ${BOUNDS$1}. ` +
    'The customary marks 0.1 and 0.25 know nothing of the number of rows',
  accepts: ['numeric', 'categorical', 'boolean', 'datetime'],
  quantity: 'a PSI',
  harmless: 0.1,
  measure: (column, alpha) =>
    binnedDivergence(column, alpha, {
      of: (p, q) => p.reduce((sum, share, i) => sum + term(share, q[i] ?? 0), 0),
      toPsi: effect => effect,
      fromPsi: effect => effect,
      most: 2 * Math.log(1 / FLOOR$1),
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
  const [a, b] = [Math.max(FLOOR$1, p), Math.max(FLOOR$1, q)];
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
    values: `mean ${kind === 'datetime' ? `moved by ${shown$3(difference, 'numeric')} s` : `moved by ${shown$3(difference, 'numeric')}, σ ${shown$3(spread(x), 'numeric')}`}`,
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
const studentT = defineMethod$1({
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

const BUCKETS$1 = 256;

/** Runs of letters and digits, in lower case. */
const wordsOf$1 = (text        )           => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The texts of a column of one, missing left out. */
function textsOf({ rows, columns: [name = ''] }              , side                         )           {
  return (rows[side].columns.get(name) ?? []).filter(cell => !isBlank(cell))
}

/** Texts by the buckets that their words fall into. */
function wordRows(joint              )              {
  return { reference: textsOf(joint, 'reference').map(buckets), current: textsOf(joint, 'current').map(buckets) }
}

function buckets(text        )           {
  const held = new Set(wordsOf$1(text).map(bucket));
  const weight = 1 / Math.sqrt(held.size || 1);
  return Array.from({ length: BUCKETS$1 }, (_, i) => (held.has(i) ? weight : 0))
}

/** FNV-1a of the word's UTF-16 units. */
function bucket(word        )         {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % BUCKETS$1
}

/** How well texts of the two tables are told apart by their words. */
const textClassifier = defineMethod$1({
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
const textLength = defineMethod$1({
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
const textVocabulary = defineMethod$1({
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
    const known = new Set(base.flatMap(wordsOf$1));
    const share = (text        ) => {
      const words = wordsOf$1(text);
      return words.length === 0 ? 0 : words.filter(word => !known.has(word)).length / words.length
    };
    return numbersCompared(column, rest.map(share), now.map(share), alpha)
  },
});

/** Total variation distance of the shares of categories, with test and confidence bounds. */
const totalVariation = defineMethod$1({
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
        : { values: `${quoted$1(most.name)} ${percent$1(most.reference / n)} → ${percent$1(most.current / m)}` }),
      inference: distanceInference({
        effect,
        ...homogeneityTest(pairs),
        rows: { reference: n, current: m },
        alpha,
        excess: bias$2(pairs.length, n, m) + shortfall(alpha, n, m),
      }),
    }
  },
});

/**
 * How far the estimate exceeds the true distance on average, at most: ½ Σ E|error of p − q| ≤ ½ Σ sqrt(variance), which by
 * Cauchy and Schwarz over k categories is at most ½ sqrt(k · (1 − 1/k)(1/n + 1/m)).
 */
const bias$2 = (k        , n        , m        ) => Math.sqrt((k - 1) * (1 / n + 1 / m)) / 2;

/** Change of the share of one of two categories, by the z test. */
const twoProportions = defineMethod$1({
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
const unseenCategories = defineMethod$1({
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
            ...(values ? { values: values.map(quoted$1).join(', ') } : {}),
          }),
      ...(line === undefined ? {} : { line }),
    }
  },
});

/** Wasserstein-1 distance in standard deviations of the reference. */
const wasserstein = defineMethod$1({
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
      values: `W1 ${shown$3(distance, 'numeric')}${kind === 'datetime' ? ' s' : ''}, σ ${shown$3(spread(x), 'numeric')}`,
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
const welchT = defineMethod$1({
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

var methods$1 = /*#__PURE__*/Object.freeze({
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

const METHODS                    = Object.values(methods$1);

/** What decides on the distribution of a column of each kind unless the settings choose something else; on other kinds nothing does. */
const USUAL$2                                      = {
  numeric: percentileShift.id,
  categorical: leCam.id,
  boolean: leCam.id,
  embedding: mmd.id,
};

/** What the rows of a table are called, where they are compared as if they were a column. */
const ROWS = '(rows)';

                                          

/** The method that decides on a column's distribution: chosen for its name, else for its kind, else the usual one. */
function methodFor({ name, kind }                               , choice        )                             {
  const key = isKind(name) || !Object.hasOwn(choice, name) ? kind : name;
  const id = Object.hasOwn(choice, key) ? choice[key] : USUAL$2[kind];
  const method = METHODS.find(one => one.id === id);
  if (id === undefined || method === undefined || !decides(method)) return undefined
  if (!method.accepts.includes(kind)) throw unfit(key, kind, method)
  return method
}

/** The largest harmless effect of what was measured: the one named for the column, else for the method, else the usual one. */
function limitFor(
  { column, method }                                                                            ,
  settings                   ,
)         {
  if (method.question !== 'distribution') return settings[method.limit]
  const named = [column.name, method.id].find(key => Object.hasOwn(settings.limits, key));
  return (named === undefined ? undefined : settings.limits[named]) ?? method.harmless ?? settings[method.limit]
}

/** Throws where `methods` or `limits` name what is not there. */
function requireKnownMethods(settings                   , header                   )       {
  const { methods: choice, limits, embeddings } = settings;
  for (const name of Object.values(embeddings).flat()) {
    if (!header.includes(name)) throw unknown('embeddings', name, 'a compared column', header)
  }
  const columns = [...header, ...Object.keys(embeddings), ROWS];
  const ids = METHODS.filter(decides).map(({ id }) => id);
  for (const key of Object.keys(choice)) {
    if (!isKind(key) && !columns.includes(key)) throw unknown('methods', key, 'a kind or a compared column', columns)
    const method = METHODS.find(({ id }) => id === choice[key]);
    if (method && isKind(key) && !method.accepts.includes(key)) throw unfit(key, key, method)
  }
  for (const key of Object.keys(limits)) {
    if (!ids.includes(key) && !columns.includes(key)) {
      throw unknown('limits', key, 'a method or a compared column', [...ids, ...columns])
    }
  }
}

/** Whether a method can decide on distributions, and so be chosen. */
const decides = (method        )                           =>
  isDeciding(method) && method.question === 'distribution';

const isKind = (key        )                    => ColumnKind.safeParse(key).success;

function unfit(key        , kind            , { id, accepts }        )            {
  const fit = METHODS.filter(method => decides(method) && method.accepts.includes(kind)).map(method => method.id);
  return new UserError(
    'drift.unfit-method',
    `Expected a method for a column of kind ${kind} but found ${quoted$1(id)}, which is for ${accepts.join(', ')} (drift.methods.${key})`,
    { hint: fit.length > 0 ? `Choose one of ${fit.join(', ')}` : `Name the column under 'ignore'` },
  )
}

function unknown(setting        , key        , what        , known                   )            {
  const meant = closestMatch(key, [...known, ...ColumnKind.options], { maxDistance: Math.ceil(key.length / 3) });
  return new UserError(
    'drift.unknown-key',
    `Expected ${what} under 'drift.${setting}' but found ${quoted$1(key)}${meant === undefined ? '' : `: did you mean ${quoted$1(meant)}?`}`,
    { hint: 'Columns are named as in the header, letter by letter' },
  )
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
function decide$1(
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

/** More rows than anyone compares. */
const MOST$7 = 1e9;

/** The smallest whole number above `from` for which a condition that stays true once it is true holds, rounded up to two digits. */
function smallestRows(from        , holds                        )                     {
  if (!holds(MOST$7)) return undefined
  let low = from;
  let high = Math.min(MOST$7, 2 * from + 100);
  while (high < MOST$7 && !holds(high)) [low, high] = [high, Math.min(MOST$7, 2 * high)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(high)) - 1);
  return Math.ceil(high / unit) * unit
}

/**
 * About how many rows would bring the upper bound down to the limit, to two digits: of the current side if that can be enough,
 * else of each side. `drifted`: the change found is taken as real, not as chance. Undefined where no number would do.
 */
function rowsNeeded$1({ rows, upperAt }           , limit        , drifted         )                         {
  const current = smallestRows(rows.current, m => upperAt(rows.reference, m, drifted) <= limit);
  if (current !== undefined) return { side: 'current', rows: current }
  const each = smallestRows(Math.min(rows.reference, rows.current), n => upperAt(n, n, drifted) <= limit);
  return each === undefined ? undefined : { side: 'each', rows: each }
}

/** What to do about a column that did not pass. */
function hintFor$1(status        , measured          , alpha        )                     {
  const { column, method, measurement } = measured;
  if (status === 'pass') return undefined
  if (status === 'warn') return 'The change is real but harmless by this limit: watch whether it grows'
  if (status === 'inconclusive') {
    const most = isDrawn(column) && method.question === 'distribution' ? DRAWN$2 : Number.POSITIVE_INFINITY;
    return measurement.inference && moreRows(measurement.inference, measured, alpha, most)
  }
  if (method.question === 'distribution' && looksLikeId(column)) {
    return "All values are different whole numbers: if they identify rows, name the column under 'ignore'"
  }
  return `${method.remedy}; if the change is harmless, raise '${method.harmless === undefined ? method.limit : `limits.${method.id}`}'`
}

const isDrawn = ({ kind }        )          => kind === 'numeric' || kind === 'datetime';

/** No more rows than `most` would be looked at. */
function moreRows(inference           , { limit, tested }          , alpha        , most        )         {
  const drifted = tested !== undefined && tested.advisoryPValue <= alpha;
  const needed = rowsNeeded$1(inference, limit, drifted);
  if (needed !== undefined && needed.rows > most) {
    return `About ${grouped(needed.rows)} numbers would settle it, but no more than ${grouped(most)} of a column are compared: raise the limit`
  }
  if (needed === undefined && drifted) {
    return 'The change is real, and about as large as the limit: look at what changed, and raise the limit if that is harmless'
  }
  if (needed === undefined) return 'No number of rows would settle it at this limit: raise the limit'
  const { reference, current } = inference.rows;
  const premise = drifted ? 'if the change stays as it is' : 'if nothing has drifted';
  return needed.side === 'current'
    ? `About ${grouped(needed.rows)} current rows would settle it ${premise}; there are ${grouped(current)}`
    : `About ${grouped(needed.rows)} rows in each table would settle it ${premise}; there are ${grouped(reference)} and ${grouped(current)}`
}

/** One sentence: what was expected, what was found, and how sure that is. */
function reasonFor(status        , measured          , alpha        )         {
  const { column, method, measurement, limit, tested } = measured;
  const { effect, detail, values, inference } = measurement;
  const told = [detail, column.sensitive ? undefined : values].filter(part => part !== undefined).join(': ');
  const expected = `Expected ${method.quantity} of at most ${figure(limit)}`;
  const found = `found ${figure(effect)}${told === '' ? '' : ` (${told})`}`;
  if (!inference) return `${expected} ${status === 'fail' ? 'but' : 'and'} ${found}`
  const upper = `${figure(inference.interval[1])} with ${percent$1(1 - alpha)} confidence`;
  const p = `adjusted p = ${figure(tested?.adjustedPValue ?? 1)}`;
  const sentences                         = {
    fail: `${expected} but ${found}, ${p}`,
    inconclusive: `${expected} but ${found}, ${p}, and it may be up to ${upper}`,
    warn: `${expected} and ${found}, which is more than chance (p = ${figure(tested?.advisoryPValue ?? 1)}, Benjamini–Hochberg) but no more than ${upper}`,
    pass: `${expected} and ${found}, no more than ${upper}`,
  };
  return sentences[status]
}

/** What was measured of a column, held against its limit. */
function measuredCheck(measured          , settings                   , files       )         {
  const { column, method, measurement, limit, tested } = measured;
  const { effect, n, line, inference } = measurement;
  const { alpha } = settings;
  const finding = decide$1(measured, alpha);
  const { status, letThrough } = consequence(finding, column.name, settings);
  const hint = hintFor$1(finding, measured, alpha);
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
  return { finding, check, ...(letThrough ? { letThrough } : {}) }
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
  `Where a column has more than ${grouped(DRAWN$2)} finite numbers, those of the rows with the ${grouped(DRAWN$2)} smallest lots are compared; ` +
  "a lot is a 32-bit hash (MurmurHash3's finalizer) of the byte on which the row begins, or of its number or line in files that are read by them. " +
  'Everything else is counted over all rows: missing values, categories, unseen ones, cells that are no number, extremes, means and deviations';

/** Of how many numbers of each side how many are compared; undefined where all are. */
function drawnOf({ reference, current }        )                    {
  if (reference.drawnFrom === undefined && current.drawnFrom === undefined) return undefined
  const side = ({ numbers, drawnFrom = numbers.length }      ) => ({ of: drawnFrom, compared: numbers.length });
  return { reference: side(reference), current: side(current) }
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
    return { checks, judged, column: column.name, finding, row: rowOf$3(column, own, worst(checks)) }
  });
  const used = METHODS.filter(
    method =>
      measured.some(one => one.method === method) ||
      (isReporting(method) && columns.some(column => method.accepts.includes(column.kind))),
  );
  const weight = driftedWeight(compared, settings);
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
      ...(columns.some(column => drawnOf(column)) ? { sampling: SAMPLING } : {}),
      methods: used.map(({ id, title, variant }) => ({ id, title, variant })),
      columns: compared.map(({ row }) => row).toSorted(byStatusAndEffect),
    },
  }
}

function rowOf$3(column        , measured                     , status        )           {
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
    ...(distribution ? { method: distribution.method.id, ...numbersOf$2(distribution) } : {}),
    reported: Object.fromEntries(
      METHODS.flatMap(method => {
        const value = isReporting(method) && method.accepts.includes(kind) ? method.report(column) : undefined;
        return value === undefined ? [] : [[method.id, value]]
      }),
    ),
    missing: {
      reference: reference.missing / reference.rows,
      current: current.missing / current.rows,
      ...(missing ? numbersOf$2(missing) : {}),
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

function numbersOf$2({ measurement: { effect, inference }, limit, tested }          )         {
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

/** One side of a comparison, as the methods see it: `rows` = missing + values compared + `others`. */
                       
                       
                          
                                                                                                                                
                                
                                                                 
                             
                                                                                
                                                 
                                                                                                    
                         
                                                                                
                              
 

/** Whole rows of both tables, and which columns of them to look at. */
                               
                            
                                     
 

/** A column that both tables have. */
                         
                       
                           
                                                                                
                             
                          
                        
                                                               
                               
                                       
                                                                                    
 

function columnOf$1(name        , reference             , current             , sensitive = false)         {
  const kind = kindOf$1(reference);
  const baseline = side(kind, reference);
  return {
    name,
    kind,
    sensitive,
    reference: baseline,
    current: side(kind, current, baseline.categories),
    cells: { reference, current },
  }
}

function side(kind            , cells             , known                             )       {
  const { rows, missing } = cells;
  if (isCategorical(kind)) {
    const { categories, uncounted } = categoriesOf(cells, known);
    const line = cells.firstUncounted?.line;
    return {
      rows,
      missing,
      numbers: new Float64Array(),
      categories: kind === 'boolean' ? byTruth(categories) : categories,
      others: uncounted,
      ...(line === undefined ? {} : { othersLine: line }),
    }
  }
  if (kind === 'datetime') {
    const { instants: numbers, dates } = cells;
    return {
      rows,
      missing,
      numbers,
      ...(numbers.length < dates ? { drawnFrom: dates } : {}),
      categories: new Map(),
      others: rows - missing - dates,
    }
  }
  if (kind !== 'numeric') {
    return { rows, missing, numbers: new Float64Array(), categories: new Map(), others: rows - missing }
  }
  const { numbers, drawn } = cells;
  return {
    rows,
    missing,
    numbers,
    ...(drawn ? { drawnFrom: drawn.numbers } : {}),
    categories: new Map(),
    others: rows - missing - (drawn?.numbers ?? numbers.length),
  }
}

/** True and TRUE are one category. */
function byTruth(categories                            )                     {
  const told = new Map               ();
  for (const [name, { count, line }] of categories) {
    const truth = truthValue(name) ?? name;
    const before = told.get(truth);
    const first = Math.min(before?.line ?? Infinity, line ?? Infinity);
    told.set(truth, { count: (before?.count ?? 0) + count, ...(first < Infinity ? { line: first } : {}) });
  }
  return told
}

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
    if (reference < 0) checks.push(absent$1(name, files, 'reference', columns === undefined ? 'warn' : 'inconclusive'));
    else if (current < 0) checks.push(absent$1(name, files, 'current', 'fail'));
    else shared.push({ name, reference, current });
  }
  if (shared.length === 0) throw noSharedColumn(wanted.length, files)
  return { shared, checks }
}

function absent$1(name        , files       , side             , status                 )        {
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
    `Expected a column of ${files.reference} or ${files.current} but found ${quoted$1(name)}${meant === undefined ? '' : `: did you mean ${quoted$1(meant)}?`}`,
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
    return { name, finding, row: rowOf$2(name, finding, { reference: p, current: q }) }
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

const KINDS$2                                       = { num: 'numeric', cat: 'categorical', text: 'text' };

function rowOf$2(
  name        ,
  { kind, ...tool }             ,
  missing                                        ,
)           {
  return {
    column: columnLabel(name),
    kind: KINDS$2[kind] ?? 'mixed',
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
        ...NOTHING$2,
        kind,
        method: reference.values.length > FEW_ROWS ? 'Absolute text content drift' : 'Percentile text content drift',
        note: 'Evidently trains a classifier on the texts, whose random numbers are not reproduced here',
      }
    }
    const [x, y] = [given(reference), given(current)];
    if (x.length === 0 || y.length === 0) {
      return { ...NOTHING$2, kind, method: 'none', note: 'Evidently raises an error for a column without a value' }
    }
    if (kind === 'num' && !x.every(value => typeof value === 'number')) {
      return { ...NOTHING$2, kind, method: 'none', note: 'Evidently raises an error: the reference holds text' }
    }
    if (reference.values.some(isInfinite) || current.values.some(isInfinite)) {
      return {
        ...NOTHING$2,
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
      reason: `Expected less than ${percent$1(DRIFT_SHARE)} of the columns to have drifted by Evidently's rules ${status === 'pass' ? 'and' : 'but'} found ${drifted} of ${findings.length}${unknown > 0 ? `, and ${unknown} of which nothing is known` : ''}`,
      measured: { value: least, unit: 'share of columns', n: findings.length },
      required: { comparator: '<', value: DRIFT_SHARE },
    }
  },
};

const NOTHING$2 = { comparator: '>=' };         

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
    const divergence = jensenShannonDivergence$1(
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
  const numbers = numbersOf$1(reference.values);
  if (numbers === undefined || numbers.length === 0 || numbersOf$1(current.values) === undefined) return undefined
  const edges = doaneEdges(numbers);
  const shares = histogram(numbers, edges).map(count => count / numbers.length);
  return chunk => {
    const own = numbersOf$1(chunk) ?? [];
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
    jensenShannonDivergence$1(
      [...shares, 0],
      [...counts, rest].map(count => count / rows),
      2,
    ),
  )
}

/** Undefined where a value is no finite number. */
function numbersOf$1(values        )                       {
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
  const score = jensenShannonDivergence$1([...bins.x, x.odd], [...bins.y, y.odd], 2);
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
      ...empty.map(side => noRows$1(side, files[side])),
      ...(reference.digest.sha256 === current.digest.sha256 ? [sameBytes(files.current)] : []),
      ...checks,
      ...(compared || empty.length > 0 ? [] : [nothingCompared]),
    ],
    result: { rows, ...result },
  }
}

const noRows$1 = (side                         , file        )        => ({
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
        `Expected a column that is compared under 'drift.${setting}' but found ${quoted$1(name)}${meant === undefined ? '' : `: did you mean ${quoted$1(meant)}?`}`,
        {
          hint: headers.includes(name)
            ? "Take it out of 'ignore', or name it under 'columns'"
            : 'Name columns as the header of the tables writes them',
        },
      )
    }
  }
}

/** Names of the columns that any table of the contract classifies as sensitive, as a file's header may have them. */
function sensitiveColumns({ tables }              )                      {
  const properties = tables.flatMap(({ object }) => object.properties ?? []).filter(isSensitive);
  return new Set(
    properties.flatMap(({ name, physicalName }) => [name, ...(physicalName === undefined ? [] : [physicalName])]),
  )
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

/** Cells of one sort: how many, and the 1-based line of the first, where it was looked up. */
                        
               
               
                                                               
                
 

/** One column of one table, every cell of it accounted for: `rows` = missing + numbers + text + non-finite. */
                              
                       
                          
                                                             
                                
                                                                 
                            
                                                            
                            
                                                               
                      
                                                   
                        
                                                                          
                                 
                                                            
                           
                                                                                       
                                                 
                                                                         
                            
                                         
                                 
 

/** All finite numbers of a column. */
                            
                          
                                                                       
                                                                       
                                    
                            
 

/** What was measured of a column. */
function columnCells(state             , { known, size }                                     )              {
  const { rows, missing, moments, sample, values, text, dates, instants, nonFinite, texts } = state;
  const numbers = drawnNumbers(sample, size);
  const summary = summaryOf$1(moments);
  const categories = new Map(countedTexts(texts, new Set(known)).map(([name, found]) => [name, cellsOf$2(found)]));
  const counts = countedValues(values);
  const told = counts.reduce((sum, [, count]) => sum + count, 0);
  return {
    rows,
    missing,
    numbers,
    ...(numbers.length < moments.n ? { drawn: { numbers: moments.n, counts, uncounted: moments.n - told } } : {}),
    ...(summary ? { summary } : {}),
    text: cellsOf$2(text),
    dates,
    instants: drawnNumbers(instants, size),
    nonFinite: cellsOf$2(nonFinite),
    categories,
    uncounted: texts.dropped.count,
    ...(texts.dropped.count > 0 ? { firstUncounted: cellsOf$2(texts.dropped) } : {}),
  }
}

const cellsOf$2 = ({ count, place }       )        => (count > 0 ? { count, place } : { count });

/** One side of a comparison, measured. */
                               
                             
                                 
                                          
                                                 
                              
                                                               
                                                   
 

/** Measures the columns of a table in one pass. */
async function measureDrift(
  path        ,
  role                         ,
  job          ,
  { tables, log }                               ,
)                        {
  const progress = (rows        ) => log.progress(`${path}: ${rows} rows`);
  const { header, run, lines, material } = await tables.measure(path, { file: path, drift: job }, { progress });
  const measures = driftMeasures(job, header);
  const stateOf = (key        )          => run.state.get(key);
  const columns = cellsOf$1(run, job, header);
  return {
    material: material(role),
    columns,
    ...(job.joint && measures.joint
      ? { joint: jointSample(foundBy({ rows: measures.joint }, stateOf).rows, job.joint.columns, job.joint.rows) }
      : {}),
    async tellLines(cells) {
      const places = [...new Set(cells.flatMap(({ place }) => place ?? []))].sort((a, b) => a - b);
      const found = lines ? await lines(places) : places;
      for (const each of cells) {
        const line = found[places.indexOf(each.place ?? -1)];
        if (line !== undefined) each.line = line;
      }
    },
  }
}

/** What a run of a job has found of its columns. */
function cellsOf$1(run                         , job          , header                   )                {
  const { size = DRAWN$2 } = job;
  return driftMeasures(job, header).columns.map((measure, i) => {
    const { state } = foundBy({ state: measure }, (key        )          => run.state.get(key));
    return columnCells(state, { known: job.columns[i]?.known ?? [], size })
  })
}

/** Fewer chunks do not show how much they differ; more show it no better. */
const FEWEST$2 = 5;
const MOST$6 = 20;

                 
                            
                                                                         
                        
                                                      
                                        
 

                             
                                      
                                    
                                   
 

/** Compares chunks of the reference, consecutive rows and as many as the current table has, with all of it: reads it once more. */
async function calibrateDrift(
  { reference, rows, job, cells }       ,
  drift                   ,
  { tables }                       ,
)                      {
  const chunks = rows.current > 0 ? Math.min(MOST$6, Math.floor(rows.reference / rows.current)) : 0;
  if (chunks < FEWEST$2) return { settings: drift, checks: [tooFew$1(reference, rows, chunks)] }
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
      const column = columnOf$1(name, whole, part);
      const method = methodFor(column, drift.methods);
      const measurement = method?.measure(column, drift.alpha, `${reference} ${effects.length} ${name}`);
      return method && measurement ? [{ column, method, effect: measurement.effect }] : []
    })
  }
}

const tooFew$1 = (file        , { reference, current }               , chunks        )        => ({
  id: 'calibration.chunks',
  title: 'The reference holds enough chunks to calibrate the limits',
  status: 'warn',
  measured: { value: chunks, unit: 'chunks', n: reference },
  required: { comparator: '>=', value: FEWEST$2, unit: 'chunks' },
  reason: `Expected the reference to hold ${FEWEST$2} times the ${current} rows of the current table but found ${reference} rows: the limits are as set`,
  hint: "Compare fewer rows at a time, give a longer reference, or leave out 'calibrate'",
  locations: [{ file }],
});

/** The columns of a table, none of whose rows is read. */
async function headerOf(tables        , path        )                             {
  const table = await tables.open(path);
  await table.close?.();
  return table.header
}

/** Compares a current table with its reference, column by column. Each is measured in one pass, the reference first; no row is kept. */
async function compareDrift({ drift, data }          , ports       )                                     {
  const opened = data.contract === undefined ? undefined : await openContract(data.contract, ports.files);
  const sensitive = opened ? sensitiveColumns(opened.contract) : new Set        ();
  const files = {
    reference: required$1(drift, 'reference', 'the table the model was built on'),
    current: required$1(drift, 'current', 'the table to compare with it'),
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
    const joint =
      reference.joint && current.joint ? { joint: { reference: reference.joint, current: current.joint } } : {};
    const { checks, result } = compareTables({ ...materials, columns: [], ...joint }, drift);
    return {
      materials: [...(opened ? [opened.material] : []), ...Object.values(materials)],
      checks: [...presence, ...checks],
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
  const pairs = single.flatMap(({ name }, i) => {
    const [reference, current] = [before.columns[i], after.columns[i]];
    return reference && current ? [{ name, reference, current }] : []
  });
  const told = pairs.map(({ reference, current }) => linesToTell(reference, current));
  await before.tellLines(told.flatMap(({ reference }) => reference));
  await after.tellLines(told.flatMap(({ current }) => current));
  const materials = { reference: before.material, current: after.material };
  const compared = pairs.map(({ name, reference, current }) => columnOf$1(name, reference, current, sensitive.has(name)));
  const joint = before.joint && after.joint ? { reference: before.joint, current: after.joint } : undefined;
  const all = joint ? withJoint(compared, joint, drift) : compared;
  const calibrated = await calibration(drift, { files, before, after, columns }, ports);
  const { checks, result } = compareTables({ ...materials, columns: all }, calibrated.settings);
  return {
    materials: [...(opened ? [opened.material] : []), ...Object.values(materials)],
    checks: [...presence, ...calibrated.checks, ...checks],
    result: calibrated.calibration ? { ...result, calibration: calibrated.calibration } : result,
  }
}

                 
                                                
                               
                              
                                       
 

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

function required$1(drift                   , key                         , what        )         {
  const path = drift[key];
  if (path !== undefined) return path
  throw new UserError('settings.missing', `Expected 'drift.${key}' to be set (${what}) but found nothing`, {
    hint: `Name a CSV, JSON Lines or Parquet file under 'drift.${key}' in proofmark.yml, or give it as the input '${key}'`,
  })
}

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
                                                           
                                                                             
                            
                               
                                 
 

function evaluate$1(scores        , threshold        , { beta, top, costs }        = USUAL$1)             {
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

const USUAL$1        = { beta: 2, top: 0.1 };

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
function proportion$1(hits        , n        , level        , method = 'clopper-pearson')           {
  const { lower, upper } = clopperPearson(hits, n, level);
  return { value: hits / n, n, interval: [lower, upper], method }
}

/** Share of rows whose class was predicted. */
const accuracy$1 = defineBinaryMetric({
  id: 'accuracy',
  title: 'Accuracy',
  aliases: ['acc', 'accuracy-score'],
  better: 'higher',
  range: [0, 1],
  estimate: ({ confusion: { tp, fp, fn, tn } }, level) => proportion$1(tp + tn, tp + fp + fn + tn, level),
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
  const value = weightedMean$1(above, ofPositives);
  const standing = new Float64Array(all.length);
  standing.set(above);
  standing.set(below, positives.length);
  const [one, other] = [total$2(ofPositives), total$2(ofNegatives)];
  return {
    kind: 'influence',
    value,
    influence: standing.map(
      (share, row) => ((all[row] ?? 1) * (share - value)) / (row < positives.length ? one : other),
    ),
    standing,
  }
}

const total$2 = (values              ) => values.reduce((sum, value) => sum + value, 0);

const weightedMean$1 = (values              , weights              ) =>
  total$2(values.map((value, i) => value * (weights[i] ?? 1))) / total$2(weights);

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

/** Row by row, the first less the second. */
function differences(minuends              , subtrahends              )               {
  if (minuends.length !== subtrahends.length) throw new Error('Rows are not paired')
  return minuends.map((value, row) => value - (subtrahends[row] ?? Number.NaN))
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

/** Mean, by a sum whose error does not grow with the number of values. */
const mean$1 = (values              )         => sum$1(values) / values.length;

/** Unbiased sample variance; NaN for fewer than two values. */
function variance(values              )         {
  if (values.length < 2) return Number.NaN
  const centre = mean$1(values);
  return sum$1(values.map(value => (value - centre) ** 2)) / (values.length - 1)
}

/**
 * Area under the ROC curve and its standard error (DeLong, DeLong & Clarke-Pearson, Biometrics 44, 1988): the unbiased
 * variances of both classes' placement values over their numbers. Linear in the placements, so the differences of two
 * models' placements give the difference of their areas and its paired standard error. NaN error for a class of one row.
 */
function delong({ positives, negatives }            )                                           {
  const m = positives.length;
  const n = negatives.length;
  return {
    value: sum$1(positives) / (2 * m * n),
    standardError: Math.sqrt(variance(positives) / m / (2 * n) ** 2 + variance(negatives) / n / (2 * m) ** 2),
  }
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

/** Beyond this area, or below its complement, the interval is normal in the logit, not in the area. */
const STEEP = 0.95;

/**
 * Area under the ROC curve with DeLong's normal interval, not clipped; for areas above 0.95, whose distribution is skewed,
 * normal in ln(area / (1 − area)): a floor at the truth is then passed half as often (bench/coverage.ts). Where fewer than ten rows of a class are placed
 * otherwise than the rest (perfect separation, a constant score), DeLong's variance says nothing, and the interval rests
 * on min(m, n) independent pairs alone: it never has zero width.
 */
function areaUnderCurve(scores            , level        )           {
  const placements = placementsInOrder(scores);
  const area = normalInterval(placements, level);
  if (restsOnEnoughRows(placements))
    return Math.abs(area.value - 0.5) > STEEP - 0.5
      ? { ...area, interval: logitInterval(area, level), method: 'delong-logit' }
      : { ...area, method: 'delong' }
  return {
    value: area.value,
    n: area.n,
    interval: chernoffHoeffding(area.value, smallerClass(placements), level),
    method: 'chernoff-hoeffding on min(m, n) pairs (fewer than 10 rows of a class are placed apart)',
  }
}

/**
 * Difference of two areas on the same rows, challenger − champion, with DeLong's paired normal interval. Where the models
 * order almost all rows alike, the interval bounds the pairs ordered worse and the pairs ordered better apart, so that an
 * identical challenger has one of ±(1 − (α/2)^(1/min(m, n))).
 */
function pairedAreaUnderCurve(challenger            , champion            , level        )           {
  const gains = {
    positives: differences(challenger.placements.positives, champion.placements.positives),
    negatives: differences(challenger.placements.negatives, champion.placements.negatives),
  };
  const gain = normalInterval(gains, level);
  if (restsOnEnoughRows(gains)) return { ...gain, method: 'delong-paired' }
  const pairs = smallerClass(gains);
  const alike = [...Object.values(gains)].every(values => values.every(value => value === 0));
  const worse = alike ? 0 : shareOrderedWorse(challenger, champion);
  const better = alike ? 0 : shareOrderedWorse(champion, challenger);
  return {
    value: gain.value,
    n: gain.n,
    interval: [-chernoffHoeffding(worse, pairs, level)[1], chernoffHoeffding(better, pairs, level)[1]],
    method: 'chernoff-hoeffding-paired on min(m, n) pairs (fewer than 10 rows of a class are placed apart)',
  }
}

function logitInterval(
  { value, standardError }                                          ,
  level        ,
)                   {
  const logit = Math.log(value / (1 - value));
  const reach = (normal.isf((1 - level) / 2) * standardError) / (value * (1 - value));
  const area = (at        ) => 1 / (1 + Math.exp(-at));
  return [area(logit - reach), area(logit + reach)]
}

function normalInterval(placements            , level        ) {
  const { value, standardError } = delong(placements);
  const reach = normal.isf((1 - level) / 2) * standardError;
  const n = placements.positives.length + placements.negatives.length;
  return { value, n, standardError, interval: [value - reach, value + reach]          }
}

const restsOnEnoughRows = ({ positives, negatives }            ) => isSpread(positives) && isSpread(negatives);

const smallerClass = ({ positives, negatives }            ) => Math.min(positives.length, negatives.length);

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
  const found = known.get(of) ?? ranking$1(of);
  known.set(of, found);
  return found
}

function ranking$1({ positives, negatives }        )         {
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
    const recall = proportion$1(tp, tp + fn, each);
    const specificity = proportion$1(tn, tn + fp, each);
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
  const value = mean$1(losses);
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
  const value = mean$1(gains);
  if (isSpread(gains)) return { value, n, ...student(gains, value, level), method: 'student-t-paired' }
  const gained = mean$1(gains.map(gain => Math.max(gain, 0))) / greatest;
  const lost = mean$1(gains.map(gain => Math.max(-gain, 0))) / greatest;
  return {
    value,
    n,
    interval: [-greatest * chernoffHoeffding(lost, n, level)[1], greatest * chernoffHoeffding(gained, n, level)[1]],
    method: 'chernoff-hoeffding-paired (fewer than 10 rows differ from the rest)',
  }
}

function student(values              , centre        , level        ) {
  const standardError = Math.sqrt(variance(values) / values.length);
  const reach = studentT$1(values.length - 1).isf((1 - level) / 2) * standardError;
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
      const number = value(...found.map(sum$1));
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
    const [least, greatest] = costs.bounds;
    const { value, interval, ...estimate } = meanLoss(
      costs.values.map(cost => cost - least),
      greatest - least,
      level,
    );
    return {
      ...estimate,
      value: value === null ? null : value + least,
      ...(interval ? { interval: [interval[0] + least, interval[1] + least] } : {}),
    }
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
  estimate: ({ confusion: { tp, fn } }, level) => proportion$1(fn, tp + fn, level),
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
  estimate: ({ confusion: { tn, fp } }, level) => proportion$1(fp, tn + fp, level),
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
const cohenKappa$1 = confusionMetric({
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
const GREATEST$1 = -Math.log(Number.EPSILON);

/** Mean of −ln of the probability given to the true class, in nats. */
const logLoss$1 = defineBinaryMetric({
  id: 'log-loss',
  title: 'Log loss',
  aliases: ['logloss', 'cross-entropy', 'neg-log-likelihood'],
  better: 'lower',
  range: [0, GREATEST$1],
  estimate: (model, level) => meanLoss(losses(model), GREATEST$1, level),
  form: model => ({ kind: 'mean', values: losses(model), bounds: [0, GREATEST$1] }),
  compare: (challenger, champion, level) => pairedMeanLoss(losses(challenger), losses(champion), GREATEST$1, level),
});

const losses = (model            ) => rowLosses(model, surprise$1, score => surprise$1(1 - score));

const surprise$1 = (probability        ) => -Math.log(Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON));

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
const mcc$1 = confusionMetric({
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
    return proportion$1(tp, tp + fp, level, 'clopper-pearson (given the number of rows predicted positive)')
  },
  form: model => confusionForm(model, ({ tp, fp }) => tp / (tp + fp)),
});

/** Share of the positive rows that were predicted positive. */
const recall$1 = defineBinaryMetric({
  id: 'recall',
  title: 'Recall',
  aliases: ['sensitivity', 'tpr', 'true-positive-rate', 'recall-score'],
  better: 'higher',
  range: [0, 1],
  estimate: ({ confusion: { tp, fn } }, level) => proportion$1(tp, tp + fn, level),
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
  estimate: ({ confusion: { tn, fp } }, level) => proportion$1(tn, tn + fp, level),
  form: ({ positives, negatives, threshold }) => ({
    kind: 'mean',
    values: negatives.map(score => (score >= threshold ? 0 : 1)),
    start: positives.length,
    bounds: [0, 1],
  }),
  compare: (challenger, champion, level) =>
    pairedProportion(pairedHits(challenger.negatives, champion.negatives, challenger.threshold, 'below'), level),
});

var metrics$7 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  accuracy: accuracy$1,
  auc: auc,
  averagePrecision: averagePrecision,
  balancedAccuracy: balancedAccuracy,
  brier: brier,
  brierSkill: brierSkill,
  cohenKappa: cohenKappa$1,
  expectedCost: expectedCost,
  f1: f1,
  fBeta: fBeta,
  falseNegativeRate: falseNegativeRate,
  falsePositiveRate: falsePositiveRate,
  gini: gini,
  ks: ks,
  lift: lift,
  logLoss: logLoss$1,
  mcc: mcc$1,
  precision: precision,
  recall: recall$1,
  specificity: specificity
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
    const first = Math.ceil((fp / others) * STEPS - ROUNDING$1);
    if (first <= STEPS) roc[first] = Math.max(roc[first] ?? 0, tp / all);
    const furthest = Math.floor((tp / all) * STEPS + ROUNDING$1);
    precisionRecall[furthest] = Math.max(precisionRecall[furthest] ?? 0, tp / (tp + fp));
  }
  for (let step = 1; step <= STEPS; step++) roc[step] = Math.max(roc[step] ?? 0, roc[step - 1] ?? 0);
  for (let step = STEPS - 1; step >= 0; step--)
    precisionRecall[step] = Math.max(precisionRecall[step] ?? 0, precisionRecall[step + 1] ?? 0);
  return { roc, precisionRecall }
}

/** A rate of exactly a step is at it, whatever the division has rounded. */
const ROUNDING$1 = 1e-9;

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

const TWO_26 = 2 ** 26;
const TWO_MINUS_53 = 2 ** -53;

/**
 * The generator xoshiro128** 1.1 with 128 bits of state, which must not all be zero.
 *
 * Source: D. Blackman and S. Vigna, Scrambled linear pseudorandom number generators (2021), prng.di.unimi.it/xoshiro128starstar.c
 */
function xoshiro128(state                                           )         {
  let [a, b, c, d] = state;
  function word()         {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result
  }
  const uniform = () => ((word() >>> 5) * TWO_26 + (word() >>> 6)) * TWO_MINUS_53;
  // 53 bits leave a bias below n / 2⁵³, and rounding never reaches n.
  return { word, uniform, below: n => Math.floor(uniform() * n) }
}

/**
 * A generator seeded by a digest in hex (of the inputs, so that the same inputs draw the same numbers). Each `purpose`
 * has a sequence of its own, so that what one draws does not depend on what else was drawn.
 */
function seeded(digest        , purpose = '')         {
  if (!/^[0-9a-f]+$/i.test(digest))
    throw new RangeError(`Expected the seed to be hexadecimal digits but found '${digest}'`)
  const state                                   = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344];
  const absorb = (word        ) => {
    for (const lane of [0, 1, 2, 3]         ) state[lane] = mixed(state[lane] ^ (word + Math.imul(lane, 0x9e3779b9)));
  };
  for (let start = 0; start < digest.length; start += 8) absorb(Number.parseInt(digest.slice(start, start + 8), 16));
  absorb(digest.length);
  for (let i = 0; i < purpose.length; i++) absorb(purpose.charCodeAt(i));
  return xoshiro128(state.every(word => word === 0) ? [1, 2, 3, 4] : state)
}

/** The finaliser of MurmurHash3, a bijection of 32-bit words (A. Appleby, public domain). */
function mixed(word        )         {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16)
}

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

/** Below this mean, inversion takes fewer steps than rejection. */
const FEW$2 = 10;

/** Successes in `n` trials of probability `p`, in a time that does not grow with `n`. */
function drawBinomial(random        , n        , p        )         {
  count$1(n, 'the number of trials n');
  probability(p);
  if (p > 0.5) return n - drawBinomial(random, n, 1 - p)
  if (n === 0 || p === 0) return 0
  return n * p < FEW$2 ? byInversion(random, n, p) : byRejection(random, n, p)
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
const RESAMPLES$2 = 2000;

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
  resamples = RESAMPLES$2,
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
  resamples = RESAMPLES$2,
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
  resamples = RESAMPLES$2,
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

/** What a mean's interval is called with these clusters and weights. */
const named = (method        , { clusters, weights }       ) =>
  [
    method,
    ...(clusters ? [`clustered (${formatCount(clusters.count)} clusters)`] : []),
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
    const reach = studentT$1(df).isf((1 - design.level) / 2) * standardError;
    const interval = [mean - reach, mean + reach];         
    return { ...estimate, interval, standardError, method: named('student-t', units) }
  }
  if (!bounds) return { ...estimate, gap: FEW$1 }
  const counted = unitWeights(values.length, units);
  const n = counted.reduce((a, b) => a + b, 0) / counted.reduce((a, b) => Math.max(a, b), 0);
  return {
    ...estimate,
    interval: bounded({ values, mean, bounds, n, units }, design.level),
    method: named('chernoff-hoeffding (fewer than 10 clusters or rows differ from the rest)', units),
  }
}

const FEW$1 = 'fewer than 10 clusters or rows differ from the rest';

                       
                               
                       
                                            
                                                          
                    
                       
 

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
  if (apart.size < LEAST_APART) return { ...estimate, gap: FEW$1 }
  const units = sums.length;
  const standardError = Math.sqrt((sums.reduce((sum, one) => sum + one ** 2, 0) * units) / (units - 1));
  const reach = studentT$1(units - 1).isf((1 - design.level) / 2) * standardError;
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
    method: `bca (${formatCount(RESAMPLES$2)} bootstrap resamples of ${drawn})`,
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
const MOST$5 = 400;

/** The statistic without each unit in turn; in a large stratum without each of 400 groups of units, every 400th of them. */
function jackknifeUnits({ strata, statistic }               , most = MOST$5)              {
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
const MOST$4 = 10_000;
const GROUPS = MOST$4 / 2;

/** More rows than this are not dealt out evenly. */
const MOST_DEALT = 200_000;

const DEALT = `${formatCount(GROUPS)} groups of rows dealt at random`;

/** What is drawn whole: the number of its cluster, of itself, or of a group of rows by row. */
function unitsOf(n        , design        , purpose        ) {
  if (design.clusters) {
    const { codes, count } = design.clusters;
    return { codes, count, noun: 'clusters'         , drawn: `${formatCount(count)} clusters` }
  }
  const random = design.random(`${purpose} groups`);
  const codes = new Uint32Array(n);
  if (n > MOST_DEALT) {
    // Groups of so many rows are as good as of one size, and need no shuffling.
    for (let row = 0; row < n; row++) codes[row] = random.below(GROUPS);
    return { codes, count: GROUPS, noun: 'rows'         , drawn: DEALT }
  }
  const rows = Uint32Array.from({ length: n }, (_, row) => row);
  if (n <= MOST$4) return { codes: rows, count: n, noun: 'rows'         , drawn: 'the rows' }
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
    method: `${found.method}, of ${formatCount(MOST_SAMPLED)} of the rows, scaled to all`,
    standardError: scale * found.standardError,
  }
}

/** Numbers of rows drawn without replacement, ascending: the first steps of a shuffle. */
function someRows(rows        , { below }        )              {
  const all = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) all[row] = row;
  for (let i = 0; i < MOST_SAMPLED; i++) {
    const j = i + below(rows - i);
    const taken = all[j] ?? 0;
    all[j] = all[i] ?? 0;
    all[i] = taken;
  }
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
  if (Number.isNaN(value) || !(spread > 0))
    return { value: Number.isNaN(value) ? null : value, n: rows, gap: 'too few rows decide it' }
  const groups = values.length;
  const standardError = Math.sqrt(spread / groups) * (groups - 1);
  const reach = studentT$1(groups - 1).isf((1 - level) / 2) * standardError;
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
  const n = rowsOf$1(forms[0]);
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

const rowsOf$1 = (form                                )         =>
  form === undefined ? 0 : form.kind === 'cells' ? form.codes.length : (form.columns[0]?.length ?? 0);

                  
                              
                        
                       
                                   
                                            
 

function addForm(form                    , { parts, width, from, codes, weights }        )       {
  const n = rowsOf$1(form);
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
  if (challenger.kind === 'mean' && champion.kind === 'mean')
    return clusteredEstimate(gainsOf(challenger, champion, sign), design)
  if (challenger.kind === 'influence' && champion.kind === 'influence')
    return influenceEstimate(
      {
        value: sign * (challenger.value - champion.value),
        influence: differences(challenger.influence, champion.influence),
        standing: differences(challenger.standing, champion.standing),
      },
      design,
      moved => moved === 0,
    )
  if (challenger.kind === 'cells' && champion.kind === 'cells' && isPlain(design))
    return ofJointCells(challenger, champion, comparison)
  if (challenger.kind === 'weighted' && champion.kind === 'weighted')
    return resampledWeights(differenceOf$2(challenger, champion), { design, purpose: `${purpose} gain`, better })
  if (isSummed(challenger) && isSummed(champion)) return ofUnits$1(challenger, champion, comparison)
  throw new Error('Two models on one metric have the same form')
}

function differenceOf$2(challenger              , champion              )               {
  const own = challenger.orders.length;
  const [ofChallenger, ofChampion] = [challenger.of, champion.of];
  return {
    kind: 'weighted',
    rows: challenger.rows,
    ...(ofChallenger && ofChampion
      ? { of: (some             ) => differenceOf$2(ofChallenger(some), ofChampion(some)) }
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
  const { id, better, compare, form } = metric;
  if (compare && isPlain(design)) return compare(challenger, champion, design.level)
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

/** Without the interval, which rests on rows that stand for themselves; weighted, the value is another, too. */
const withoutMethod = ({ value, n }          , { weights }        )           => ({
  value: weights ? null : value,
  n,
  gap: `it has no method for ${weights ? 'weighted' : 'clustered'} rows`,
});

/** Of more rows than these, what takes long and was not asked for is left out: bootstraps of metrics without a claim, calibration. */
const MANY_ROWS = 100_000;

/** What a metric is, whatever the task. */
                             
                     
                        
                                                                           
                                      
                                                                     
                                              
                                        
                                                            
                                                                                                  
                         
 

/** A number that says how good a model is, computed from what its task makes of the rows. */
                                                        
                                                                                                                     
                                                      
                                                                                                                                  
                                                                                              
     
                                                                                                                             
                                                                          
     
                                                                           
 

const isComparable =    ({ better, compare, form }           )          =>
  better !== 'zero' && (compare !== undefined || form !== undefined);

/** Damage that a claim without a margin of its own allows: 0.01, or for a loss 2 % of the champion's. */
const defaultMargin = (metric            , champion        )         =>
  metric.better === 'lower' ? 0.02 * Math.abs(champion) : 0.01;

/** What a kind of prediction is judged by. */
                                      
                              
                        
                                                 
                                     
                                            
                                                     
                                                                                                         
                                                    
                                                                                                
                                                      
                                                                     
                            
                                                                                                     
                                                 
                                           
                                                            
                                                                                                                       
                                                                     
                                                                                                        
                                                                                    
                                                                                                                                        
                                                                      
 

/** Labels, 1 for the positive class, and its probability. */
                             
                             
                               
 

/** What is read of a history, and what the rows of a hold-out become by it. */
                          
                                     
                                                            
                                                                                     
                                                          
 

/** Numbers of one model on the rows of a hold-out that no metric is. */
                                  
                                                                                             
 

/** A task, whatever it makes of the rows. */
                     
               
                          
                                                                                     
     
                                                      
                                                                              
                                                                                                        
                                                                                                   
 

                               
                                                                       
                                    
                                               
                                   
                                                                                                                                    
                                     
 

/** A model on some rows of the hold-out: estimates by metric id. */
                         
                       
                                          
                        
                            
                                                    
                                                                                    
                                                   
                                                                                
                                               
                               
 

/** A task as its file declares it: what its rows are made into is known to its metrics only. */
const defineTask =             (task                            )       => ({
  ...task,
  metrics: task.metrics.map(metric => ({ ...metric, comparable: isComparable(metric) })),
  judge(rows, champion, settings, { seed = NO_SEED, only, wanted } = {}) {
    const { level } = settings;
    const metrics = only ? task.metrics.filter(({ id }) => only.includes(id)) : task.metrics;
    const model = task.evaluate(rows, settings);
    const rival = champion && task.evaluate(champion, settings);
    const named = designOf(rows, () => task.order?.(rows, settings), { level, seed });
    const clusters = named.clusters ?? task.dependence?.(rows, model);
    const design = clusters ? { ...named, clusters } : named;
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
const LEAST_ROWS$1 = 50;
const LEAST_OF_CLASS = 10;

/** More names than these are no classes: none is shown. */
const MOST_SHOWN = 10;

/** An inconclusive check unless the label column has two classes, the positive one among them. */
function twoClasses$1(
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
        reason: `Expected the positive class '${positive}' to occur in '${label}' but found ${shown$2(names)}`,
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
      reason: `Expected two classes in '${label}' but found ${formatCount(names.length)}: ${shown$2(names)}`,
      hint: 'Correct the labels, or leave rows of no class out of the hold-out',
      locate: strangers(label, codes, at, names.indexOf(positive)),
    },
  ]
}

const shown$2 = (names                   ) =>
  names.length > MOST_SHOWN ? 'too many names to be classes' : listed$3(names.map(name => `'${name.slice(0, 40)}'`));

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
  faults: (source, rows, at) => twoClasses$1(source, namesOf(rows, 'label'), at, { label, positive }),
  about(rows) {
    const positives = labelsOf$1(rows, positive).reduce((sum, one) => sum + one, 0);
    return `a class and a probability; ${counted$1(positives, 'row')} of class '${positive}'`
  },
});

/** Two classes, and the probability of one of them. */
const binary = defineTask({
  id: 'binary',
  title: 'Binary classification',
  metrics: Object.values(metrics$7),
  reading: binaryReading,
  evaluate: (rows, settings) => evaluate$1(scoresOf(rows, settings.positive), settings.threshold, settings),
  order(rows, { positive }) {
    const labels = labelsOf$1(rows, positive);
    const order = new Uint32Array(labels.length);
    let next = 0;
    for (const one of [1, 0]) for (let row = 0; row < labels.length; row++) if (labels[row] === one) order[next++] = row;
    return order
  },
  shortage({ positives: { length: positives }, negatives: { length: negatives } }) {
    const rows = positives + negatives;
    return rows < LEAST_ROWS$1 || Math.min(positives, negatives) < LEAST_OF_CLASS
      ? `Expected at least ${LEAST_ROWS$1} rows and ${LEAST_OF_CLASS} of each class but found ${counted$1(rows, 'row')}, ${positives} positive and ${negatives} negative`
      : undefined
  },
  figures: scores => ({ positives: scores.positives.length, confusion: scores.confusion, curves: curvesOf(scores) }),
  twoClasses: (rows, { positive }) => ({ labels: labelsOf$1(rows, positive), scores: numbersOf(rows, 'score') }),
  decisions: (rows, { threshold }) => numbersOf(rows, 'score').map(score => Number(score >= threshold)),
  rowErrors(rows, { positive, threshold }) {
    const labels = labelsOf$1(rows, positive);
    return numbersOf(rows, 'score').map((score, row) => Number(Number(score >= threshold) !== labels[row]))
  },
});

/** Scores of the rows by their true class. */
const scoresOf = (rows      , positive        )         =>
  byClass(labelsOf$1(rows, positive), numbersOf(rows, 'score'));

/** 1 for the positive class, 0 for the other. */
function labelsOf$1(rows      , positive        )             {
  const { codes, names } = namesOf(rows, 'label');
  const one = names.indexOf(positive);
  const labels = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row++) if (codes[row] === one) labels[row] = 1;
  return labels
}

/** What CBPE takes for granted; stands wherever its numbers do. */
const ASSUMPTION =
  'estimated without labels (CBPE): it holds only if the relation between score and truth has not changed since the reference; concept drift is not seen';

/** ln(p / (1 − p)), probabilities clipped at the double's epsilon. */
function logOdds(probability        )         {
  const p = Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON);
  return Math.log(p) - Math.log1p(-p)
}

/** Intercept and slope with their standard errors. */
                              
                            
                        
                                                              
 

const MOST_STEPS = 50;

/**
 * Logistic regression of labels, 0 and 1, on one variable by Newton's method, errors from the information at the maximum; undefined
 * where the variable parts the classes, so that there is none, or is the same on all rows.
 */
function logisticFit(labels            , x              )                          {
  let [intercept, slope] = [0, 0];
  for (let step = 0; step < MOST_STEPS; step++) {
    const fitted = x.map(value => logistic(intercept + slope * value));
    const residuals = fitted.map((p, row) => (labels[row] ?? 0) - p);
    const weights = fitted.map(p => p * (1 - p));
    const [a, b, c] = [
      sum$1(weights),
      sum$1(weights.map((weight, row) => weight * (x[row] ?? 0))),
      sum$1(weights.map((weight, row) => weight * (x[row] ?? 0) ** 2)),
    ];
    const determinant = a * c - b * b;
    if (!(determinant > 1e-12 * a * c)) return undefined
    const [g, h] = [sum$1(residuals), sum$1(residuals.map((residual, row) => residual * (x[row] ?? 0)))];
    const moves = [(c * g - b * h) / determinant, (a * h - b * g) / determinant];         
    intercept += moves[0];
    slope += moves[1];
    if (!(Math.abs(slope) < 1e6)) return undefined
    if (Math.abs(moves[0]) <= 1e-12 * (1 + Math.abs(intercept)) && Math.abs(moves[1]) <= 1e-12 * (1 + Math.abs(slope)))
      return { intercept, slope, errors: [Math.sqrt(c / determinant), Math.sqrt(a / determinant)] }
  }
  return undefined
}

const logistic = (value        ) => 1 / (1 + Math.exp(-value));

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
  const alpha = Math.exp(bisect$1(Math.log(0.4999), Math.log(LEAST), beyond));
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
function differenceOf$1(reference           , current           )         {
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
    ...(before && now ? { change: differenceOf$1(before, now) } : { gap: 'a file has no rows' }),
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
const RESAMPLES$1 = 200;

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
  { threshold, seed, resamples = RESAMPLES$1 }            ,
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
  const n = { reference: total$1(reference.rows), current: total$1(current.rows) };
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

const total$1 = (rows              ) => rows.reduce((sum, n) => sum + n, 0);

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
      const reach = studentT$1(n - 1).isf((1 - level) / 2) * error;
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
  const { predictions, threshold, seed, of, least = { rows: LEAST_ROWS$1, ofClass: LEAST_OF_CLASS } } = asking;
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
        return one && other ? [[metric.id, differenceOf$1(one, other)]         ] : []
      }),
    )
  }
}

/** Larger shares of scores beyond those of the reference are not estimated. */
const MOST_BEYOND = 0.1;

/** Why rows without labels are too unlike the reference to be estimated, as a clause. */
const unlike = (beyond        )                     =>
  beyond > MOST_BEYOND
    ? `${percent$1(beyond)} of the current scores are beyond all of the reference, and no more than ${percent$1(MOST_BEYOND)} can be estimated without labels`
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
      return `${expected} but found ${found}, adjusted p = ${figure(adjustedPValue ?? 1)}`
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

const ORDER$2                    = ['fail', 'inconclusive', 'warn', 'pass'];

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
      if (!questions) return [tooMany$1(by, checking)]
      const own = judged.filter(({ question }) => questions.includes(question));
      return [...Map.groupBy(own, ({ question }) => question.id).values()].map(group => sliceCheck(by, group, checking))
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
    title: titleOf$1(question),
    ...measuredOf$1(one, checking),
    reason: assumed(changeReason(one, finding, checking.level), question, checking),
    ...hintOf$1(one, checking),
  })
}

/** The worst of the slices by a column, and how many were judged. */
function sliceCheck(by        , group                           , checking          ) {
  const judged = group.filter(({ finding }) => finding !== undefined);
  const [worst] = judged.toSorted(
    (a, b) =>
      ORDER$2.indexOf(a.finding ?? 'pass') - ORDER$2.indexOf(b.finding ?? 'pass') ||
      (a.pValue ?? 1) - (b.pValue ?? 1) ||
      loss$1(b.question) - loss$1(a.question),
  );
  const [{ question: any } = { question: undefined }] = group;
  const few = group.length - judged.length;
  const id = `predictions.${any?.id}.every-${columnLabel(by)}`;
  const title = `predictions: ${any?.title} kept on every ${columnLabel(by)}`;
  if (!worst)
    return decided('inconclusive', checking, {
      id,
      title,
      reason: `Expected ${any?.called} to be kept on every ${columnLabel(by)} but no value of it has enough rows in both files to be judged`,
      hint: 'Leave the column out of slices, or compare more rows',
    })
  const finding = worst.finding ?? 'inconclusive';
  const counts = ORDER$2.flatMap(status => {
    const n = judged.filter(one => one.finding === status).length;
    return n > 0 ? [`${n} ${WORD[status]}`] : []
  });
  const tail = `; of ${counted$1(judged.length, 'slice')} ${counts.join(', ')}${few > 0 ? `, and ${few} with too few rows to be judged` : ''}`;
  return decided(finding, checking, {
    id,
    title,
    ...measuredOf$1(worst, checking),
    reason: assumed(`${changeReason(worst, finding, checking.level)}${tail}`, worst.question, checking),
    ...hintOf$1(worst, checking),
  })
}

const WORD                         = {
  fail: 'failed',
  inconclusive: 'undecided',
  warn: 'with a warning',
  pass: 'passed',
};

const loss$1 = ({ change, worse }          ) => (worse === 'higher' ? 1 : -1) * (change?.value ?? 0);

const tooMany$1 = (by        , checking          ) =>
  decided('inconclusive', checking, {
    id: `predictions.every-${columnLabel(by)}`,
    title: `predictions: kept on every ${columnLabel(by)}`,
    reason: `Expected at most 100 different values of '${columnLabel(by)}' to be slices but found more`,
    hint: 'Write a column of coarser values, such as bands of an age',
  });

function titleOf$1({ id, title, limit = 0 }          )         {
  if (id === 'decisions') return `predictions: share of decisions within ${limit} of the reference`
  return `predictions: ${title} no more than ${limit} worse than in the reference`
}

function measuredOf$1(
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

function hintOf$1({ question, finding }                , { level }          )                    {
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
  columnOf$1(name, cellsOf(reference, seed), cellsOf(current, seed));

function cellsOf(scores              , seed        )              {
  const numbers = draw(scores, DRAWN$2, seeded(seed, 'scores')).toSorted();
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

/** The role of a column that tells rows apart, such as the region: its check's id ends with it. */
const attributeRole = (column        )         => `column.${column}`;

/** More groups than this are no slices: each would be too small, and all of them too many. */
const MOST_GROUPS = 100;

/** How a cell without a value is named. */
const EMPTY = '(empty)';

/** The rows by what they have in the columns, by name; undefined where that makes too many groups. */
function groupRows$1(rows      , columns                   )                               {
  const read = columns.map(column => namesOf(rows, attributeRole(column)));
  const members = new Map                  ();
  for (let row = 0; row < rows.n; row++) {
    const key = read.map(({ codes }) => codes[row]).join(' ');
    const group = members.get(key);
    if (group) group.push(row);
    else if (members.size === MOST_GROUPS) return undefined
    else members.set(key, [row]);
  }
  const nameOf = (row        ) => read.map(({ codes, names }) => shown$1(names[codes[row] ?? 0])).join(', ');
  return [...members.values()]
    .map(chosen => ({ name: nameOf(chosen[0] ?? 0), chosen: Uint32Array.from(chosen) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

const shown$1 = (name = '') => (name.trim() === '' ? EMPTY : name);

/** Rows of a slice, and of each class, below which it is not judged. */
const LEAST_OF_SLICE = { rows: 30, ofClass: 5 };

/** Questions about every value of a column that both files have; undefined where there are too many different ones. */
function sliceQuestions(
  by        ,
  { reference, current }                                                      ,
  compared                                                  ,
  asking        ,
)                         {
  const before = groupRows$1(reference, [by]);
  const now = groupRows$1(current, [by]);
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
    current: labelled ? classesOf(now) : { scores: numbersOf(now, 'score') },
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
        .toSorted(worstFirst$1),
      ...(predictions.slices ? { slices: slices.toSorted(worstFirst$1) } : {}),
      ...('calibration' in calibrated && calibrated.calibration ? { calibration: calibrated.calibration } : {}),
    },
  }
}

function twoClasses(rows      , certify                     )             {
  if (!binary.twoClasses) throw new Error('The binary task has no two classes')
  return binary.twoClasses(rows, certify)
}

const ORDER$1 = ['fail', 'inconclusive', 'warn', 'pass', undefined];

const loss = ({ change = 0, worse }           ) => (worse === 'higher' ? change : -change);

/** By status, then by how much was lost. */
const worstFirst$1 = (a           , b           ) =>
  ORDER$1.indexOf(a.status) - ORDER$1.indexOf(b.status) || loss(b) - loss(a);

/** What is read of predictions whose truth is not known yet: everything but that. */
const unlabelledReading = (needs                 )          => ({
  needs: needs.filter(({ side }) => side !== 'truth'),
  faults: () => [],
  about: () => 'a probability and no label',
});

/** Columns that tell slices and groups apart; what they hold is compared as it is written, and may be empty. */
const columnNeeds = (columns                   )         =>
  [...new Set(columns)].map(column => ({
    role: attributeRole(column),
    column,
    cells: 'attribute',
    side: 'attribute',
    holds: `'${column}', which slices or groups are made by`,
    title: `Values of '${column}'`,
    expected: 'anything',
    hint: 'Write the column',
    lacking: `Write the column into the file, or set 'attributes' to a table that has it by id`,
  }));

/** The needs of a task and more columns; what the task reads already is not read twice. */
const withAttributes = (needs                 , attributes                 )         => [
  ...needs,
  ...attributes.filter(({ role }) => !needs.some(need => need.role === role)),
];

/** Tells a row of a file by its place. */
                                                                        

/** A place in a file of rows that is told once its row has been looked up. */
                                             

/** A check whose places in files of rows are told last, of those that are shown. */
                                             
                                     
 

/** The checks with their places; pure, and asked more than once: see `showRows`. */
const locateChecks = (checks                         , show      )          =>
  checks.map(({ locate, ...check }) =>
    locate && locate.length > 0 ? { ...check, locations: locate.map(one => one(show)) } : check,
  );

/** A row of a file, with what is wrong in it. */
const rowOf$1 =
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

/** Tells the places of checks on rows of these files, by reading the few rows again that are shown. */
function locateRows(checks                         , files                            )                   {
  const index = new Map(files.map(({ collected }, i) => [collected.source, i]));
  return showRowsOf(
    (...tables) =>
      locateChecks(checks, (source, place) => tables[index.get(source) ?? -1]?.at(place) ?? { line: 1, cells: [] }),
    ...files.map(({ shown }) => shown),
  )
}

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
    return inOrder$2(
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
function inOrder$2(codes             , names                   )               {
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
  reason: `${counted$1(rows.n, 'row')} with an id of their own, ${source.reading.about(rows)}`,
});

/** A file of predictions as read: its checks, and the predictions where they are faultless. */
                                       
                                   
                       
                                   
                                    
 

/** Looks for faults of rows and of whole columns. */
function checkPredictions(source                  , assembled               )                       {
  const { reading } = source;
  const { rows, ids, places } = assembled;
  const { n } = rows;
  if (n === 0) return { source, rows: n, checks: [noRows(source)] }
  const columns = reading.needs.map((need, i) => ({ need, faults: placed(assembled.faults[i], need.column) }));
  const at = (row        , column                    , note        ) => rowOf$1(source, places[row] ?? 0, column, note);
  const checks = [...rowChecks(source, n, idFaults(), columns), ...reading.faults(source, rows, at)];
  if (checks.length > 0) return { source, rows: n, checks }
  const predictions = { source, ids, rows, places };
  return { source, rows: n, checks: [sound(predictions)], predictions }

  function placed(faults                       , column        )               {
    const locate = (faults?.first ?? []).map(({ place, wrong }) => rowOf$1(source, place, column, wrong));
    return { counts: faults?.counts ?? new Map(), locate }
  }

  function idFaults()               {
    const { idFaults, repeated } = assembled;
    const empty = idFaults.first.map(({ place, wrong }) => ({ place, locate: rowOf$1(source, place, source.id, wrong) }));
    // Rows without an id all have the same one.
    const named = repeated.first.filter(({ row }) => !empty.some(({ place }) => place === places[row]));
    const again = repeated.count - Math.max(0, (idFaults.counts.get('empty') ?? 0) - 1);
    const twice = named.map(({ row, of }) => {
      const place = places[row] ?? 0;
      const note = (line        ) => `the id of line ${line} again`;
      return {
        place,
        locate: show => rowOf$1(source, place, source.id, note(show(source, places[of] ?? 0).line))(show),
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
    `Expected ${missing.length === 1 ? 'a column' : 'columns'} ${listed$3(names)} but found ${listed$3(header)} (${file}:1)${
      meant.length > 0 ? `: did you mean ${listed$3(meant.map(name => `'${name}'`))}?` : ''
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
  return `Set ${listed$3(settings.map(({ role, setting, holds }) => `'${setting ?? role}' to the column that holds ${holds}`))}`
}

/** What to keep of a file of predictions, as plain data: every worker makes its own run of it. */
                          
                                      
                     
                                                                                  
 

const rowsJob = ({ id, reading }                  )          => ({
  id,
  columns: reading.needs.map(({ column, cells }) => ({ name: column, cells })),
});

/** A file of predictions, or of what else is known of rows, that was read. */
                                  
                                          
                             
                                                       
                           
 

/** Reads a file of predictions in one pass, on all threads. */
async function readPredictions(
  named                                  ,
  { tables, log, sha256 }       ,
)                           {
  const { file, role } = named;
  const source = { ...named, header: await headerOf(tables, file) };
  requireColumns(source);
  const job = rowsJob(source);
  const progress = (rows        ) => log.progress(`${file}: ${rows} rows`);
  const { run, find, material } = await tables.measure(file, { file, predictions: job }, { progress });
  const { kept } = foundBy({ kept: keptRows(job, source.header) }, key => run.state.get(key));
  return {
    collected: checkPredictions(source, assembleRows(kept, source)),
    material: material(materialRole(role)),
    shown: { find, sha256 },
  }
}

function materialRole(role                )                   {
  switch (role) {
    case 'predictions':
    case 'champion':
    case 'anchor':
    case 'history':
    case 'attributes':
    case 'train':
    case 'repeat':
      return role
    case 'reference-predictions':
      return 'reference'
    case 'current-predictions':
      return 'current'
    default:
      return 'perturbed'
  }
}

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
const K$3 = 0.5;

                          
                                                   
                                   
                                                                                            
                                                                                         
 

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
      up = Math.max(0, up + scored.innovation - K$3);
      down = Math.max(0, down - scored.innovation - K$3);
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
const FEWEST$1 = 100;
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
  if (trials < FEWEST$1) return undefined
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
const DAY$2 = 24 * HOUR;

/** What repeats, as learnt from values by their time. */
                          
                       
                                                                              
                                            
                                                                                                                
                                  
                                  
                             
 

                 
                       
                    
 

/** Weekday in UTC, Monday 0. */
const weekday = (time        ) => (Math.floor(time / DAY$2) + 3) % 7;
const ofDay = (time        ) => time - Math.floor(time / DAY$2) * DAY$2;
const ofWeek = (time        ) => weekday(time) * DAY$2 + ofDay(time);
const ofMonth = (time        ) => (new Date(time).getUTCDate() - 1) * DAY$2 + ofDay(time);

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
  const within = every < DAY$2;
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
const weekOf = (time        ) => Math.floor((time / DAY$2 + 3) / 7);

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
  const left = inOrder$1(values, profile.left, every);
  const correlation = correlationOfNeighbours(left, spread);
  const fresh = left.map((value, i) => {
    const before = left[i - 1];
    return value === undefined
      ? undefined
      : innovation(value / spread, before === undefined ? undefined : before / spread, correlation)
  });
  const independent = Math.max(4, ((values.length - profile.parameters) * (1 - correlation)) / (1 + correlation));
  const student = studentT$1(independent - 1);
  const widened = spread * Math.sqrt(1 + Math.PI / 2 / independent);
  return {
    profile: profile.name,
    correlation,
    longRun: longRunFactor(fresh),
    score(time, value) {
      const centre = profile.expected(time);
      if (centre === undefined) return undefined
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
function inOrder$1(values                             , left                   , every        )                         {
  const first = values[0]?.time ?? 0;
  const out                         = [];
  for (const [i, { time }] of values.entries()) {
    const place = Math.round((time - first) / every);
    while (out.length < place) out.push(undefined);
    out.push(left[i]);
  }
  return out
}

const DAY$1 = 86_400_000;
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
  const lesson = Math.max(1, Math.ceil(DAY$1 / every), Math.ceil((length - from) / LESSONS));
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
const BINS$1 = 42;
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
  const size = Math.max(1, Math.ceil((length - from) / BINS$1));
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
const SHOWN$7 = 20;
const WORST_FIRST                    = ['fail', 'inconclusive', 'warn', 'pass'];

/**
 * Judges every series by its rules. Each rule of each series has an equal part of alpha, and holds it over all buckets that it looks at: the
 * chance that any series fails though none has changed is at most alpha (Bonferroni), as far as a rule's own limit holds.
 */
function judgeSeries(all                       , alpha        )                                            {
  const tests = all.flatMap(({ settings }) => asked(settings).filter(({ rule }) => rule.inferential)).length;
  const judged = all.map(one => judgeOne(one, alpha / Math.max(1, tests)));
  const used = RULES$1.filter(({ id }) => judged.some(({ rules }) => rules.has(id)));
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
  RULES$1.flatMap(rule => {
    const said          = rules[rule.id] ?? rule.usual.includes(kind);
    return said === false ? [] : [{ rule, options: said === true ? {} : said }]
  });

function judgeOne({ settings, source, gathered, failure }            , alpha        ) {
  const { name } = settings;
  const series = prepare(gathered ?? NOTHING$1, settings);
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

const NOTHING$1           = { buckets: [], every: 1, rowsAreRequests: false, until: 0, rows: 0, faults: [] };

function ruleCheck(series          , source        , rule         , finding         )        {
  const { flagged = [], ...told } = finding;
  const { name, log, value, events, count, time } = series.settings;
  const column = (isRate(series.settings.kind) ? (events ?? value) : (value ?? count)) ?? time;
  const locations = flagged.slice(0, SHOWN$7).map(place => {
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
    flagged.length > SHOWN$7 ? [{ file: log ?? source, note: `and ${flagged.length - SHOWN$7} more buckets` }] : [];
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
    throw new UserError('series.column', `Expected a column '${name}' in ${file} but found ${listed$2(header)}`, {
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

const SHOWN$6 = 12;
const listed$2 = (names                   ) =>
  `${names.slice(0, SHOWN$6).join(', ')}${names.length > SHOWN$6 ? ` and ${names.length - SHOWN$6} more` : ''}`;

/** Seconds since 1970 of this millennium, or milliseconds. */
const EPOCH = /^(\d{9,10}(?:\.\d{1,9})?|\d{12,13})$/;

/** The milliseconds since 1970 that a cell names: ISO 8601, UTC where it gives no offset, or seconds or milliseconds; NaN for anything else. */
function timeOf(cell        )         {
  const text = cell.trim();
  if (EPOCH.test(text)) return text.length >= 12 && !text.includes('.') ? Number(text) : Math.round(Number(text) * 1000)
  const fields = (ISO.timestamp.exec(text) ?? ISO.date.exec(text))?.groups;
  return fields ? instant$1(fields) : Number.NaN
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
    const [low, high] = ranked$1(values)(rankOf(quantile, n));
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
      for (const settings of own) found.set(settings, failed$1(settings, path, error));
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
      found.set(settings, failed$1(settings, source.url, error));
    }
  }
  return { series: all.map(settings => found.get(settings) ?? { settings, source: settings.log ?? '' }), materials }
}

function readerOf(settings        , table       , path        , found                         ) {
  try {
    return [{ settings, reader: logReader(settings, logColumns(settings, table.header, path)) }]
  } catch (error) {
    found.set(settings, failed$1(settings, path, error));
    return []
  }
}

async function readAll(table       , readers                      , path        , log     )                {
  let rows = 0;
  for await (const batch of table.batches) {
    for (const { line, cells } of batch) {
      for (const reader of readers) reader.add(cells, line);
      if (++rows % REPORT === 0) log.progress(`${path}: ${rows} rows`);
    }
  }
}

/** What the reader can mend becomes a check of the series; all else is our bug. */
function failed$1(settings        , source        , error         )             {
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

/** Compares what production sees with what the model was built on: tables, predictions, and the series of its operation. */
const driftCompare = {
  gate: 'drift-compare',
  isConfigured: ({ drift }) =>
    drift.current !== undefined || drift.series !== undefined || drift.predictions !== undefined,
  async find(settings, ports) {
    const { current, reference, predictions } = settings.drift;
    const series = await judgeOperationalSeries(settings.drift, ports);
    const predicted = predictions && (await comparePredictions(predictions, settings, ports));
    const tables = current !== undefined || reference !== undefined || (!series && !predicted);
    const compared = tables ? await compareDrift(settings, ports) : nothing(settings);
    const letThrough = [...(compared.result.letThrough ?? []), ...(predicted?.letThrough ?? [])];
    return {
      materials: [...compared.materials, ...(predicted?.materials ?? []), ...(series?.materials ?? [])],
      checks: [...compared.checks, ...(predicted?.checks ?? []), ...(series?.checks ?? [])],
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

/** Whether everything is said that must be; no card ships with a gap that somebody is asked to fill in. */
function cardCheck({ required, ...fields }      )        {
  const missing = required.filter(field => fields[field] === undefined);
  const check = {
    id: 'model-card.fields',
    title: 'The model card is complete',
    measured: { value: missing.length, unit: 'fields missing' },
    required: { comparator: '='         , value: 0, unit: 'fields missing' },
  };
  return missing.length > 0
    ? {
        ...check,
        status: 'fail',
        reason: `Expected ${listed$3(required)} in 'model.card' but found no ${listed$3(missing)}`,
        hint: "Write what is missing, or take it off 'model.card.required'",
      }
    : {
        ...check,
        status: 'pass',
        reason: required.length === 0 ? 'No field is required' : `${listed$3(required)} are there`,
      }
}

/** What is declared of a model, as the evidence keeps it. */
function declaredCard(
  { required: _, ...fields }      ,
  { name, version }                   ,
)                                   {
  return { ...fields, ...(name === undefined ? {} : { name }), ...(version === undefined ? {} : { version }) }
}

/** A question about how the model behaves that no metric of the hold-out answers. */
                            
                     
                        
                                                           
                                             
 

/** What is known of a model: its faultless predictions, and others of it. */
                           
                       
                           
                                   
                                                   
                              
                                   
                               
                                                   
                                            
 

const defineBehaviour = (behaviour           )            => behaviour;

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
      const other = outputs.find(({ role }) => !isSame$1(own.rows.columns.get(role), again.columns.get(role), row));
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
            ? `${counted$1(own.rows.n, 'row')} with the same predictions, to within ${TOLERANCE}`
            : `${counted$1(found, 'row')} of ${counted$1(own.rows.n, 'row')} ${found === 1 ? 'is' : 'are'} predicted otherwise the second time, by more than ${TOLERANCE}`,
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

function isSame$1(mine                          , its                          , row        )          {
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
  return `About ${counted$1(roundUp(more), 'more labelled row')} would settle it`
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
  (rows < leastRows ? `Expected at least ${counted$1(leastRows, 'row')} but found ${counted$1(rows, 'row')}` : undefined);

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
    reason: `${flipped} of ${rows.n} decisions flip; the interval [${interval.map(end => formatNumber(end, MOST_FLIPPED)).join(', ')}] ${{ pass: 'lies at or below', fail: 'lies above', inconclusive: 'does not clear', warn: 'does not clear' }[status]} ${MOST_FLIPPED}`,
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

/** Why methods that take every row once and by itself do not apply, as a sentence; undefined where they do. */
function dependence({ weight, cluster }                     )                     {
  if (weight !== undefined) return `Every row would count once, but '${weight}' says that rows do not count alike`
  return cluster === undefined
    ? undefined
    : `Every row would count by itself, but '${cluster}' says that rows belong together`
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
    const reach = studentT$1(df).isf((1 - level) / 2) * standardError;
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
            ? `None of ${counted$1(own.rows.n, 'row')} has the id of one of ${counted$1(train.rows.n, 'training row')}`
            : `${counted$1(found, 'row')} of the hold-out ${found === 1 ? 'has' : 'have'} the id of a training row`,
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
    single.slice(i + 1).flatMap(second => first.flatMap(a => second.map(b => both$1(a, b)))),
  );
  return [...single.flat(), ...pairs]
}

const both$1 = (a         , b         )          => ({
  name: `${a.name} and ${b.name}`,
  has: row => a.has(row) && b.has(row),
});

function segmentsBy({ codes, names }       , column        )            {
  if (names.length <= MOST_VALUES)
    return names.map((name, code) => ({
      name: `${column} = ${name === '' ? '(empty)' : name}`,
      has: row => codes[row] === code,
    }))
  const numbers = names.map(name => finiteNumber$1(name));
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
        pValue: half === 1 ? fisherExact$1(table, 'greater').pValue : 1,
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
          : `Of ${counted$1(judged, 'segment')} that looked weakest on one half of the rows none is shown to be on the other`,
    }
  const told = weak.map(
    ({ segment, found }) =>
      `${segment.name} (wrong on ${formatNumber(found.rate)} of ${counted$1(found.rows, 'row')}, elsewhere ${formatNumber(found.elsewhere)})`,
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
    reason: `The model is wrong more often where ${listed$3(told, 3)}`,
    hint: 'Look at what is different there; to hold the model to it, claim a metric "on" that slice',
  }
}

var behaviours = /*#__PURE__*/Object.freeze({
  __proto__: null,
  determinism: determinism,
  naiveBaseline: naiveBaseline,
  robustness: robustness,
  suspiciousPerfection: suspiciousPerfection,
  thresholdChoice: thresholdChoice,
  trainOverlap: trainOverlap,
  trainTestGap: trainTestGap,
  weakSegments: weakSegments
});

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
  const lambda = bisect$1(0, far, plausible);
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
  const variance = sum$1(scores.map(p => (1 - 2 * p) ** 2 * p * (1 - p)));
  if (!(variance > 0)) return undefined
  const z = sum$1(scores.map((p, row) => ((labels[row] ?? 0) - p) * (1 - 2 * p))) / Math.sqrt(variance);
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
  const said = judged ? answer$1(question, { ...judged, leastRows: claim.leastRows }) : UNTESTED;
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
  const groups = groupRows$1(trial.rows, columns);
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
  const of = `${counted$1(slices.length, 'slice')} by ${by}`;
  const alike = slices.filter(one => one.status === status);
  const sentences = {
    pass: `All ${of} hold; ${told$2(worst, claim)}`,
    fail: `${alike.length} of ${of} ${alike.length === 1 ? 'fails' : 'fail'} (Holm): ${listed$3(
      alike.map(one => told$2(one, claim)),
      4,
    )}`,
    inconclusive: `${alike.length} of ${of} ${alike.length === 1 ? 'is' : 'are'} undecided: ${listed$3(
      alike.map(one => told$2(one, claim)),
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
function told$2({ group, judged, question }             , claim             )         {
  const { estimate, comparator, threshold, requirement } = question;
  const name = `'${group.name.slice(0, 60)}'`;
  const few = tooFew(judged.rows, judged.shortage, claim.leastRows);
  if (few !== undefined) return `${name} has too few rows (${counted$1(judged.rows, 'row')})`
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
  const number = finiteNumber$1(name);
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
    gap: `Expected numbers in '${column}' to compare with ${value} but ${counted$1(rows, 'row')} ${rows === 1 ? 'has' : 'have'} none`,
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
      hint: `'${column}' holds ${listed$3(names.map(name => (name === '' ? 'empty cells' : `'${name.slice(0, 40)}'`)))}`,
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
  const { reason, ...rest } = answer$1(question, { ...trial.judge(undefined, trial.settings.level, []), leastRows });
  const about = [
    slope ? `slope ${formatNumber(slope.value)} [${slope.interval.map(end => formatNumber(end)).join(', ')}]` : '',
    spiegelhalter ? `Spiegelhalter's p ${formatNumber(spiegelhalter.pValue)}` : '',
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
)             {
  return rates.flatMap(rate =>
    groups.flatMap(first =>
      groups.filter(second => second !== first).map(second => contrast(first, second, { rate, comparing, level })),
    ),
  )
}

                  
                         
                               
                        
 

function contrast(first          , second          , { rate, comparing, level }        )           {
  const [a, b] = [RATES[rate](first), RATES[rate](second)];
  const method = comparing === 'ratio' ? katz : newcombe;
  const { lower, upper } = method(a.k, a.n, b.k, b.n, level);
  const value = comparing === 'ratio' ? a.k / a.n / (b.k / b.n) : a.k / a.n - b.k / b.n;
  return { first, second, rate, value, interval: [lower, upper], n: a.n + b.n }
}

/** Whether the two rates are the same: Fisher's exact test, two-sided. */
function sameRate({ first, second, rate }          )         {
  const row = ({ k, n }      ) => [k, n - k];
  return fisherExact$1([row(RATES[rate](first)), row(RATES[rate](second))]).pValue
}

/** The outcomes of every group, or why they cannot be told, as a sentence and what to do. */
                                                                                                                

function countOutcomes({ task, rows, settings }       , columns                   )          {
  const { positive, favourable = positive, threshold } = settings;
  if (!task.twoClasses)
    return { gap: `Fairness is not told of the task ${task.id}`, hint: 'Ask it of binary predictions' }
  const gap = dependence(settings);
  if (gap !== undefined) return { gap, hint: 'Ask for fairness in a run without it, on rows that stand for themselves' }
  const classes = namesOf(rows, 'label').names;
  if (!classes.includes(favourable))
    return {
      gap: `Expected 'favourable' to be a class but found '${favourable}'`,
      hint: `Set it to ${listed$3(classes.map(name => `'${name}'`)).replace(' and ', ' or ')}`,
    }
  const found = groupRows$1(rows, columns);
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
  return { groups }
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
      `Expected at least two groups by ${words} ${enough(claim)} but found ${large.length} of ${counted$1(found.groups.length, 'group')}`,
      'Add labelled rows of the groups to the hold-out, or name a column with fewer values',
    )
  if (comparing === 'ratio' && large.every(outcomes => RATES.selection(outcomes).k === 0))
    return undecided('No row of any group was predicted favourable', "Check 'favourable' and 'threshold'")
  const level = levelOf(trial.settings, claim.alpha);
  const pairs = (rates.length * large.length * (large.length - 1)) / 2;
  const all = contrasts(large, rates, comparing, level);
  const strict = pairs === 1 ? all : contrasts(large, rates, comparing, 1 - (1 - level) / pairs);
  const worst = all.reduce((a, b) => (isWorse(b, a, comparing) ? b : a));
  return {
    title,
    measured: {
      value: worst.value,
      interval: [...worst.interval],
      level,
      method: comparing === 'ratio' ? 'katz' : 'newcombe',
      n: worst.n,
      pValue: sameRate(worst),
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
  const reason = told$1(worst);
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
function told$1({ first, second, rate, value, interval }          )         {
  const isRatio = rate === 'selection';
  const of = (outcomes          ) => {
    const { k, n } = RATES[rate](outcomes);
    return `'${outcomes.group.name.slice(0, 60)}' ${formatNumber(k / n)} (${k} of ${n})`
  };
  const [low, high] = interval;
  return `${RATE_WORDS[rate].replace(/^./, first => first.toUpperCase())}: ${of(first)}, ${of(second)}; ${isRatio ? 'ratio' : 'difference'} ${formatNumber(value)} [${formatNumber(low)}, ${formatNumber(high)}]`
}

const enough = ({ leastRows = 0 }        ) =>
  `of ${Math.max(LEAST_OF_GROUP, leastRows)} rows or more, ${LEAST_OF_RATE} of them where the rate is taken,`;

/** A group that is too small to be compared is not shown to be treated alike. */
function withSmall(answer        , small                     , claim        )         {
  if (answer.status === 'fail' || small.length === 0) return answer
  const names = listed$3(
    small.map(outcomes => `'${outcomes.group.name.slice(0, 60)}' (${counted$1(rowsOf(outcomes), 'row')})`),
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
        `${counted$1(rows.n, 'row')} are too few to bound the ${name} of the latencies from above`,
        `Measure at least ${formatCount(leastToBound(quantile, level))} predictions`,
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
    reason: `${formatCount(bytes)} bytes in ${model.length} ${model.length === 1 ? 'file' : 'files'}`,
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
                        
                                                                   
                       
                                  
                         
 

const KINDS$1 = ['word', 'comparator', 'number', 'other'];                                            

const TOKEN$1 =
  /(?<word>[a-z][a-z0-9]*)|(?<comparator>[<>=!≤≥]+)|(?<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\w.]))|(?<other>[^\s<>=!≤≥]+)/giu;

/** The pieces of a claim, an `end` last; hyphens and underscores before a letter part words, as spaces do. */
function tokens(claim        )          {
  const found = [...claim.replace(/[-_](?=[a-z])/giu, ' ').matchAll(TOKEN$1)].map(({ 0: text, index, groups = {} }) => {
    const kind = KINDS$1.find(name => groups[name] !== undefined) ?? 'other';
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
    error,
    unexpected,
    word(word) {
      if (has(word)) return
      const close = peek().kind === 'word' && leven(peek().text.toLowerCase(), word) <= word.length / 2;
      throw unexpected(`'${word}'`, close ? word : undefined)
    },
    name(expected) {
      NAME.lastIndex = peek().column - 1;
      const found = NAME.exec(claim);
      if (!found) throw unexpected(expected)
      const past = found.index + found[0].length;
      while (peek().kind !== 'end' && peek().column <= past) take();
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

/** Every group's rates, and its selection over that of the group chosen most often; undefined where they cannot be told. */
function fairnessTable(trial       , by                   )                            {
  const found = countOutcomes(trial, by);
  if ('gap' in found) return undefined
  const { level, positive, favourable = positive } = trial.settings;
  const { large, small } = largeGroups(found.groups, ['selection']);
  const share = (outcomes          ) => RATES.selection(outcomes).k / RATES.selection(outcomes).n;
  const most = large.reduce                      ((a, b) => (a && share(a) >= share(b) ? a : b), undefined);
  return {
    by: by.join(' and '),
    favourable,
    level,
    groups: found.groups.map(outcomes => ({
      group: outcomes.group.name,
      rows: rowsOf(outcomes),
      ...(small.includes(outcomes) ? { few: true          } : {}),
      ...rate(outcomes, 'selection', level),
      ...rate(outcomes, 'truePositive', level),
      ...rate(outcomes, 'falsePositive', level),
      ...rate(outcomes, 'precision', level),
      ...(most && most !== outcomes && large.includes(outcomes) ? ratio$2(outcomes, most, level) : {}),
    })),
  }
}

function rate(outcomes          , name          , level        )                                           {
  const { k, n } = RATES[name](outcomes);
  if (n === 0) return {}
  const { lower, upper } = clopperPearson(k, n, level);
  return { [name]: { value: k / n, interval: [lower, upper], n } }
}

function ratio$2(outcomes          , most          , level        )                                           {
  const [first, second] = [RATES.selection(outcomes), RATES.selection(most)];
  if (second.k === 0) return {}
  const { lower, upper } = katz(first.k, first.n, second.k, second.n, level);
  const [pair] = contrasts([outcomes, most], ['selection'], 'ratio', level);
  const value = first.k / first.n / (second.k / second.n);
  return pair ? { ratio: { value, interval: [lower, upper], pValue: sameRate(pair) } } : {}
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
    reason: `${counted$1(rows.n, 'row')} found by id in ${its.source.file}`,
  };
  const joined = selectRows(its.rows, twins);
  return { checks: [found], rows: { n: rows.n, columns: new Map([...rows.columns, ...joined.columns]) } }
}

/** The champion's rows in the challenger's order where both files hold the same rows; the checks say where not. */
                          
                                   
                      
 

/** Matches rows by id, whatever their order: both files must have every row, with the same truth. */
function pairPredictions(challenger             , champion             )          {
  const { ids, source, rows } = challenger;
  const its = champion.source;
  const twins = new Uint32Array(rows.n).fill(NO_TWIN);
  const missing = collectFaults();
  for (let row = 0; row < rows.n; row++) {
    const twin = champion.ids.rowOf(ids, row);
    if (twin === undefined)
      missing.add(`missing from ${its.file}`, namedRow(source, challenger.places[row] ?? 0, source.id));
    else twins[row] = twin;
  }
  const matched = selectRows(champion.rows, twins);
  const checks = [
    ...faultCheck(both(missing, onlyInChampion(challenger, champion)), rows.n, {
      id: `${its.role}.ids`,
      title: `Challenger's and ${its.role}'s rows are the same`,
      expected: `${source.file} and ${its.file} to have the same ids`,
      hint: 'Score the same hold-out rows with both models',
    }),
    ...faultCheck(labelledOtherwise(), rows.n, {
      id: `${its.role}.labels`,
      title: `Challenger's and ${its.role}'s labels are the same`,
      expected: `every row to have the same truth in ${source.file} and ${its.file}`,
      hint: 'Write both files from the same labelled hold-out',
    }),
    ...(source.reading.unlike?.(challenger, champion) ?? []),
  ];
  if (checks.length > 0) return { checks }
  const taken = source.reading.needs.map(({ role, side }) => {
    const column = (side === 'output' ? matched : rows).columns.get(role);
    return column ? [[role, column]         ] : []
  });
  return { checks: [paired(challenger, its, matched)], rows: { n: rows.n, columns: new Map(taken.flat()) } }

  /** Rows that both files have, with another truth in the champion's. */
  function labelledOtherwise()         {
    const faults = collectFaults();
    for (const { role, column } of source.reading.needs.filter(({ side }) => side === 'truth')) {
      const same = sameCell(rows.columns.get(role), matched.columns.get(role));
      for (let row = 0; row < rows.n; row++) {
        const twin = twins[row] ?? NO_TWIN;
        if (twin === NO_TWIN || same(row)) continue
        const line = (show      ) => `line ${show(its, champion.places[twin] ?? 0).line} of ${its.file}`;
        faults.add('labelled otherwise', namedRow(source, challenger.places[row] ?? 0, column, line));
      }
    }
    return faults
  }
}

/** Stands for the champion's row where it has none. */
const NO_TWIN = 0xffff_ffff;

/** Whether two columns hold the same in a row. */
function sameCell(mine                          , its                          )                           {
  if (!mine || !its) return () => false
  if ('numbers' in mine) return row => 'numbers' in its && mine.numbers[row] === its.numbers[row]
  if ('numbers' in its) return () => false
  const codeOf = new Map(mine.names.map((name, code) => [name, code]));
  const codes = its.names.map(name => codeOf.get(name));
  return row => mine.codes[row] === codes[its.codes[row] ?? 0]
}

function onlyInChampion(challenger             , champion             )         {
  const extra = collectFaults();
  const { source, places } = champion;
  for (let row = 0; row < champion.rows.n; row++)
    if (challenger.ids.rowOf(champion.ids, row) === undefined)
      extra.add(`only in ${source.file}`, namedRow(source, places[row] ?? 0, source.id));
  return extra
}

const both = (a        , b        ) => ({
  counts: new Map([...a.counts, ...b.counts]),
  locate: [...a.locate, ...b.locate],
});

/** Outputs that are all the same are worth a warning: perhaps the champion's file was given twice. */
function paired({ source, rows }             , its                  , matched      )        {
  const same = source.reading.needs
    .filter(({ side }) => side === 'output')
    .every(({ role }) => {
      const isSame = sameCell(rows.columns.get(role), matched.columns.get(role));
      for (let row = 0; row < rows.n; row++) if (!isSame(row)) return false
      return true
    });
  const check = {
    id: `${its.role}.rows-match`,
    title: `Challenger's and ${its.role}'s rows are the same`,
    measured: { value: rows.n, unit: 'rows', n: rows.n },
    required: { comparator: '='         , value: rows.n, unit: 'rows' },
  };
  return same
    ? {
        ...check,
        status: 'warn',
        reason: `Every prediction of ${source.file} equals the ${its.role}'s: the model was compared with itself`,
        hint: `Check that 'predictions' and '${its.role}' name the files of two models`,
      }
    : {
        ...check,
        status: 'pass',
        reason: `${counted$1(rows.n, 'row')} with the same ids and labels in ${source.file} and ${its.file}`,
      }
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

/** The gate's tables. */
function resultOf({ task, rows, threshold, judged, answered, ...parts }          )              {
  return {
    task: task.id,
    n: rows,
    positives: null,
    threshold,
    confusion: null,
    ...judged?.figures,
    metrics: task.metrics.flatMap(({ id, title, better }) => {
      const estimate = judged?.challenger.get(id);
      const its = judged?.champion?.get(id);
      if (!judged || !estimate || estimate.unasked) return []
      return [{ id, title, better, ...shownEstimate(estimate, judged.level), ...(its ? { champion: its.value } : {}) }]
    }),
    comparisons: task.metrics.flatMap(({ id, title }) => {
      const gain = judged?.gains.get(id);
      return judged && gain && !gain.unasked ? [{ id, title, ...shownEstimate(gain, judged.level) }] : []
    }),
    claims: [...answered],
    ...parts,
  }
}

/** The metrics that claims are about, on every slice of the columns that the settings name, where no claim has asked for them already. */
function declaredSlices(trial       , claims                  , known                     )             {
  const { task, settings } = trial;
  const claimed = claims.filter(isOnMetric).map(({ metric }) => metric.id);
  const first = task.metrics.find(({ comparable }) => comparable) ?? task.metrics[0];
  const metrics = task.metrics.filter(({ id }) => (claimed.length > 0 ? claimed.includes(id) : id === first?.id));
  return (settings.slices ?? []).flatMap(column =>
    (groupRows$1(trial.rows, [column]) ?? []).flatMap(({ name, chosen }) => {
      const judged = trial.judge(
        chosen,
        settings.level,
        metrics.map(({ id }) => id),
      );
      return metrics
        .map(metric =>
          sliceRow({ columns: column, slice: name, metric, judged, estimate: judged.challenger.get(metric.id) }),
        )
        .filter(row => !known.some(other => isSame(other, row)))
    }),
  )
}

const isSame = (a          , b          ) =>
  a.by === b.by && a.slice === b.slice && a.metric === b.metric && a.gain === undefined;

/** What is asked of the predictions. */
                          
                     
                                   
                                        
                           
                                    
                                                                       
                        
 

/** The files of rows as they were read. */
                            
                                           
                                                      
                                                                    
                                                     
                                                                                           
                                                        
                                                               
                                                   
                                               
                                                    
                                                               
                                                      
 

/** Recomputes every metric from row-level predictions and decides the claims; faulty rows decide none. */
function certify$1(
  collected           ,
  { task, claims, settings, model, seed }         ,
)                                               {
  const { challenger, champion } = collected;
  const wanted = claimedMetrics(claims);
  const { checks: faults, trial } = putToTrial(
    collected,
    { task, settings, ...(seed === undefined ? {} : { seed }) },
    { wanted },
  );
  // First, so that claims need not judge again.
  const judged = trial?.whole;
  const { checks, answered, slices } = checkClaims(claims, { model, ...(trial ? { trial } : {}) });
  return {
    checks: [
      ...faults,
      ...(champion ? unused(champion, claims) : []),
      ...besides(collected),
      ...checks,
      ...(trial ? behaviourChecks(collected, trial, claims) : []),
    ],
    result: resultOf({
      task,
      rows: challenger.rows,
      threshold: settings.threshold,
      judged,
      answered,
      ...(trial ? partsOf(trial, claims, slices) : {}),
    }),
  }
}

/** What is wrong with files of rows that say how the model behaves. */
const besides = ({ train, repeat, perturbed = [] }           )          =>
  [train, repeat, ...perturbed].flatMap(file => file?.checks.filter(({ status }) => status !== 'pass') ?? []);

                                                                                             

function partsOf(trial       , claims                  , claimed                     )        {
  const { task, rows, settings } = trial;
  const slices = [...claimed, ...declaredSlices(trial, claims, claimed)];
  const groupings = [
    ...claims.flatMap(claim => ('by' in claim ? [claim.by] : [])),
    ...(settings.groups ?? []).map(parseGrouping),
  ];
  const distinct = new Map(groupings.map(by => [JSON.stringify(by), by]));
  const isWanted = rows.n <= MANY_ROWS || claims.some(({ kind }) => kind === 'calibrated');
  const fairness = [...distinct.values()].flatMap(by => fairnessTable(trial, by) ?? []);
  return {
    ...(slices.length > 0 ? { slices } : {}),
    ...(fairness.length > 0 ? { fairness } : {}),
    ...(task.twoClasses && dependence(settings) === undefined && isWanted
      ? { calibration: calibrate(task.twoClasses(rows, settings), settings.level) }
      : {}),
  }
}

/** A champion that no claim compares with is probably a claim forgotten. */
function unused({ source }                      , claims                  )          {
  if (claims.some(isComparison)) return []
  return [
    {
      id: 'champion.unused',
      title: 'Claims on the champion',
      status: 'warn',
      reason: `The champion's predictions ${source.file} are given but no claim compares with them`,
      hint: 'Add a claim such as "auc no worse than champion by 0.01"',
    },
  ]
}

/** A set of ids, whatever their order: how many, and the sum modulo 2⁹⁶ of their hashes, in hexadecimal. */
                          
                       
                      
 

/**
 * Tells one hold-out from another, for whoever counts how often each was used. It is no digest: who wants two hold-outs to have the same
 * fingerprint can find some, and who gives the same rows other ids has another hold-out.
 */
function fingerprint({ a, b, c }        )          {
  // Words of 32 bits: a sum of two million of them is still exact.
  const sums = [0n, 0n, 0n];
  const step = 2 ** 20;
  for (let start = 0; start < a.length; start += step) {
    const end = Math.min(a.length, start + step);
    for (const [i, words] of [a, b, c].entries()) {
      let sum = 0;
      for (let row = start; row < end; row++) sum += words[row] ?? 0;
      sums[i] = (sums[i] ?? 0n) + BigInt(sum);
    }
  }
  const [x = 0n, y = 0n, z = 0n] = sums;
  const total = ((x << 64n) + (y << 32n) + z) % (1n << 96n);
  return { rows: a.length, ids: total.toString(16).padStart(24, '0') }
}

/** From that share of the looks on it is time to think of new rows. */
const FEW_LEFT = 0.8;

                 
                                                    
                              
                                          
                                     
                       
 

/**
 * How many different models were judged on this hold-out, this one included. The same predictions judged again are no further look: they
 * tell nothing new.
 */
function looksCheck({ rows, ids }         , { predictions, earlier, most }       )        {
  const same = earlier.filter(look => look.ids === ids && look.rows === rows);
  const look = new Set([...same.map(look => look.predictions), predictions]).size;
  const check = {
    id: 'holdout.looks',
    title: 'The hold-out is not used up',
    measured: { value: look, unit: 'looks' },
    required: { comparator: '<='         , value: most, unit: 'looks' },
  };
  const found = `Look ${look} of ${most} at these ${counted$1(rows, 'row')}`;
  if (look > most)
    return {
      ...check,
      status: 'inconclusive',
      reason: `${found}: the better of many models on the same rows is better by chance, too`,
      hint: 'Label new rows for the hold-out',
    }
  return look > FEW_LEFT * most
    ? { ...check, status: 'warn', reason: found, hint: `Label new rows before ${most - look} more models are judged` }
    : { ...check, status: 'pass', reason: found }
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

/** A model that was judged on a hold-out before: by the digest of its predictions. */
                                              
                              
 

/** A signed bundle, as far as its statement goes. */
const Signed = object({ dsseEnvelope: object({ payload: base64$1() }) });
const HoldoutAndPredictions = object({ rows: int(), ids: string(), predictions: string() });
const Statement = object({
  predicate: object({ [CERTIFICATE_EXTENSION]: object({ holdout: HoldoutAndPredictions.optional() }) }),
});

/**
 * What an earlier document says: evidence of model-certify, or a certificate. Undefined where it is neither, or tells of no hold-out.
 * Its signature is not asked for: a document that somebody made up only makes the count higher.
 */
function earlierLook(bytes            )                          {
  const document = readJson(bytes);
  const evidence = Evidence.safeParse(document).data;
  if (evidence?.gate === 'model-certify' && evidence.result?.holdout) {
    const predictions = evidence.materials.find(({ role }) => role === 'predictions');
    return predictions && { ...evidence.result.holdout, predictions: predictions.digest.sha256 }
  }
  const signed = Signed.safeParse(document).data;
  const payload = signed && readJson(Uint8Array.from(atob(signed.dsseEnvelope.payload), char => char.charCodeAt(0)));
  return Statement.safeParse(payload).data?.predicate[CERTIFICATE_EXTENSION].holdout
}

/** Largest document that is read, in bytes. */
const MAX_BYTES = 32 * 1024 * 1024;

/** What earlier evidence and certificates say of the hold-outs that they rest on; other documents among them say nothing. */
async function earlierLooks(paths                   , files       )                         {
  const looks                = [];
  for (const path of await files.list(paths)) {
    const look = earlierLook(await files.read(path, { maxBytes: MAX_BYTES }));
    if (look) looks.push(look);
  }
  return looks
}

/**
 * Every claim on the champion once more, on the model of the oldest certificate that is still valid, with a budget in the margin's place:
 * a champion that gave way a little each time cannot lead far from what was once certified.
 */
function anchorChecks({ task, model, anchor, claims, budget, settings }          )          {
  const judged = task.judge(model, anchor, settings, {
    wanted: claims.flatMap(claim => ('metric' in claim ? [claim.metric.id] : [])),
  });
  const comparisons = claims.flatMap(claim => (claim.kind === 'no-worse-than-champion' && !claim.scope ? [claim] : []));
  if (comparisons.length === 0) return [NOTHING_COMPARED]
  const ids = new Set        ();
  return comparisons.flatMap(claim => {
    const { metric } = claim;
    const id = `${metric.id}.no-worse-than-anchor`;
    if (ids.has(id)) return []
    ids.add(id);
    const its = judged.champion?.get(metric.id)?.value ?? Number.NaN;
    const allowed = budget * (claim.margin ?? defaultMargin(metric, its));
    const { title: _, ...answer } = checkClaim({ ...claim, margin: allowed }, judged);
    return [
      {
        id,
        title: `${metric.title} within the budget since the oldest valid certificate (${formatNumber(allowed)})`,
        ...answer,
      },
    ]
  })
}

const NOTHING_COMPARED        = {
  id: 'anchor.unused',
  title: 'Claims on the anchor',
  status: 'warn',
  reason: 'An anchor is set but no claim compares with a champion, so none is held against the anchor',
  hint: 'Add a claim such as "auc no worse than champion by 0.01"',
};

const MAX_KEY_BYTES = 64 * 1024;

/** The oldest certificate that is still valid. */
                         
                                 
                       
                        
                                                                                       
                                          
 

/** Looks through the certificates that this key has signed, for those of a model of this name where it has one. */
async function findAnchor(
  { certificates, key }                                            ,
  model                    ,
  ports       ,
)                              {
  const publicKey = await ports.files.readText(key, { maxBytes: MAX_KEY_BYTES });
  const found           = [];
  for (const path of await ports.files.list(certificates)) {
    const certificate = await readCertificate(path, publicKey, ports);
    if (!certificate) continue
    const { validity, model: its, data } = certificate.predicate[CERTIFICATE_EXTENSION];
    if (model !== undefined && its.name !== undefined && its.name !== model) continue
    if (validityStep(validity, ports.now()).status !== 'passed') continue
    const predictions = data.find(({ role }) => role === 'predictions')?.digest.sha256;
    found.push({ path, since: validity.notBefore, predictions });
  }
  return found.toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since))[0]
}

/** A file as a certificate that the key has signed; undefined where it is anything else. */
async function readCertificate(path        , key        , { files, signing }       )                                   {
  const { bytes } = await files.digest(path);
  if (bytes > MAX_BUNDLE_BYTES) return undefined
  const text = new TextDecoder().decode(await files.read(path, { maxBytes: MAX_BUNDLE_BYTES }));
  if ('reason' in readBundle(text)) return undefined
  const signed = await signing.verify(text, key);
  if ('refused' in signed) return undefined
  const statement = readStatement(signed.payload, signed.payloadType);
  return statement.kind === 'certificate' ? statement.statement : undefined
}

/** Holds the model against the one of the oldest certificate that is still valid. */
async function judgeAnchor(
  own                 ,
  { task, claims, settings, reading }         ,
  ports       ,
)                                                                           {
  const { anchor: wanted } = settings.certify;
  if (!wanted) return { checks: [], files: [] }
  const anchor = await findAnchor(wanted, settings.model.name, ports);
  if (!anchor)
    return {
      checks: [
        {
          ...FOUND,
          status: 'inconclusive',
          reason: `Expected a certificate that is valid and signed by the key in ${wanted.key} among ${wanted.certificates.join(', ')} but found none`,
          hint: "Before there is a first certificate, leave 'certify.anchor' out",
        },
      ],
      files: [],
    }
  const { sha256 } = await ports.files.digest(wanted.predictions);
  if (sha256 !== anchor.predictions)
    return {
      checks: [
        {
          ...FOUND,
          status: 'inconclusive',
          reason: `Expected ${wanted.predictions} to be the predictions that ${anchor.path} certifies but it has other bytes`,
          hint: `Keep the predictions of the model certified on ${anchor.since.slice(0, 10)} and name them under 'certify.anchor.predictions'`,
          locations: [{ file: wanted.predictions }],
        },
      ],
      files: [],
    }
  const its = await readPredictions(
    { id: settings.certify.id, reading, file: wanted.predictions, role: 'anchor' },
    ports,
  );
  const [model, other] = [own.collected.predictions, its.collected.predictions];
  const pairing = model && other ? pairPredictions(model, other) : undefined;
  const { budget } = wanted;
  return {
    checks: [
      { ...FOUND, status: 'pass', reason: `${anchor.path}, valid since ${anchor.since.slice(0, 10)}` },
      ...its.collected.checks.filter(({ status }) => status !== 'pass'),
      ...(pairing?.checks.filter(({ status }) => status !== 'pass') ?? []),
      ...(model && pairing?.rows
        ? anchorChecks({ task, model: model.rows, anchor: pairing.rows, claims, budget, settings: settings.certify })
        : []),
    ],
    files: [its],
  }
}

const FOUND = { id: 'anchor.certificate', title: 'The oldest certificate that is still valid' };

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
  difference$1('equal-opportunity'),
  difference$1('equalized-odds'),
  difference$1('predictive-parity'),
];

function impactRatio(reader             )                                        {
  const columns = by(reader);
  const sign = reader.peek().text;
  if (sign !== '>=' && sign !== '≥') throw reader.unexpected("'>=' after the column")
  reader.take();
  return { kind: 'impact-ratio', by: columns, value: proportion(reader, sign, 'a ratio') }
}

function difference$1(kind                                                              )       {
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

const LONGEST$1 = 4;
                                         

/** Takes the longest run of words that names a metric by its id or an alias. */
function metricName(reader             , { metrics }      )                                          {
  const byName = new Map(metrics.flatMap(metric => [metric.id, ...(metric.aliases ?? [])].map(name => [name, metric])));
  const first = reader.peek();
  if (first.kind !== 'word') throw reader.unexpected('the name of a metric')
  const runs = wordRuns(reader);
  const run = runs.toReversed().find(words => byName.has(nameOf(words)));
  const metric = run && byName.get(nameOf(run));
  if (run && metric) {
    for (const _ of run) reader.take();
    return { metric, written: run.join(' ') }
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

/** The next words: one, two, … at most `LONGEST` of them. */
function wordRuns(reader             )             {
  const runs             = [];
  while (runs.length < LONGEST$1 && reader.peek(runs.length).kind === 'word')
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

/** Of each item the mean over its answers. */
const itemMeans = (items                        , values              )               =>
  Float64Array.from(items, rows => rows.reduce((sum, row) => sum + (values[row] ?? Number.NaN), 0) / rows.length);

/**
 * The mean of numbers from 0 to `greatest`. Of zeros and ones it is a share, with its exact interval; where nothing bounds
 * the numbers there is an interval only if enough rows differ.
 */
function meanOf(values              , greatest        , level        )           {
  const n = values.length;
  if (greatest === 1 && isShare(values)) return proportion$1(ones(values), n, level)
  if (greatest === Number.POSITIVE_INFINITY && !isSpread(values)) return { value: mean$1(values), n, gap: UNBOUNDED }
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
    return { value: mean$1(differences), n, gap: UNBOUNDED }
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

/** Chance that of k answers to an item one is right: 1 − C(n − c, k) / C(n, k) for c right ones of n, which is unbiased (Chen et al. 2021). */
const passAtK = meanMetric                   ({
  id: 'pass-at-k',
  title: 'Pass@k',
  better: 'higher',
  range: [0, 1],
  rows({ items, right, k }) {
    const fewest = items.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY);
    if (fewest < k)
      return { gap: `it needs ${counted$1(k, 'answer')} to every item, and one has ${fewest}`, unasked: true }
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

var metrics$6 = /*#__PURE__*/Object.freeze({
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

/** Answers of which pass@k needs one to be right, unless the settings say otherwise. */
const K$2 = 5;

const COLUMNS = ['refused', 'unsafe', 'latency', 'tokens', 'cost'];                                  

const reading$5 = (settings                     )          => ({
  needs: answerNeeds(settings),
  faults: (source, rows, at) => (rows.columns.has('query') ? alikeWithin(source, rows, at) : []),
  about: rows =>
    `${rows.columns.has('predicted') ? 'an answer and the one expected' : 'a grade'}; ${counted$1(itemsOf(rows).length, 'item')}`,
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
  metrics: Object.values(metrics$6),
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
    n < LEAST_ROWS$1 ? `Expected at least ${LEAST_ROWS$1} items but found ${counted$1(n, 'item')}` : undefined,
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
  const mean = sum$1(series) / n;
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
 * means of such batches are what intervals of forecasts rest on.
 */
function blocksOfTime(rows      , errors              )                                        {
  const times = numbersOf(rows, 'time');
  const distinct = Float64Array.from(new Set(times)).sort();
  const placeOf = new Map(Array.from(distinct, (time, place) => [time, place]));
  const sizes = new Float64Array(distinct.length);
  const counts = new Float64Array(distinct.length);
  for (const [row, time] of times.entries()) {
    const place = placeOf.get(time) ?? 0;
    sizes[place] = (sizes[place] ?? 0) + Math.abs(errors[row] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const length = blockLength(sizes.map((size, place) => size / (counts[place] ?? 1)));
  const count = Math.max(1, Math.floor(distinct.length / length));
  return {
    codes: Uint32Array.from(times, time => Math.min(count - 1, Math.floor((placeOf.get(time) ?? 0) / length))),
    count,
  }
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
      reason: `Expected the history of every series to end before its hold-out begins but found ${counted$1(late, 'row')} that are later`,
      hint: "Leave the hold-out's times out of the history",
      locations: [{ file }],
    },
  ]
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
      gap: `the series of ${counted$1(without, 'row')} have no history longer than a season, or one that never changes`,
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
      : ({ kind: 'influence', ...found, standing: standing$1(model.errors) }                        )
  },
});

/** Rows without an error stand alike, and rows of two models with equal errors. */
const standing$1 = (errors              ) => errors.map(error => (error === 0 ? 0 : 2 + Math.abs(error)));

/** Σ wᵢ xᵢ / Σ wᵢ, and Σ wᵢ. */
function weightedMean(values              , weights              )                                  {
  const total = sum$1(weights);
  return { mean: sum$1(values.map((value, row) => value * (weights[row] ?? Number.NaN))) / total, total }
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

var metrics$5 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  bias: bias$1,
  coverage: coverage$1,
  mae: mae$1,
  mase: mase,
  pinball: pinball$1,
  rmsse: rmsse,
  wape: wape$1
});

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
  metrics: Object.values(metrics$5),
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
  dependence: (rows, { errors }) => blocksOfTime(rows, errors),
  shortage: ({ n }) =>
    n < LEAST_ROWS$1 ? `Expected at least ${LEAST_ROWS$1} rows but found ${counted$1(n, 'row')}` : undefined,
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
      reason: `Expected classes to differ in more than case and spaces but found ${listed$3(alike.map(names => names.map(name => `'${name.slice(0, 40)}'`).join(' beside ')))}`,
      hint: 'Write each class in one way, in the labels and in the predictions',
      locations: [{ file }],
    },
  ]
}

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

/** Classes beyond which a matrix of them is no figure. */
const MOST$3 = 40;

/** The matrix of rows by true and predicted class, and the scores of each class; absent where there are too many. */
function classFigures(model                      , level        )                               {
  const { classes } = model;
  if (classes.length > MOST$3) return {}
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
const MOST$2 = 255;

/** An inconclusive check where there are so many names that they are no classes; none is shown. */
function manyClasses({ file, role }                  , classes                   )          {
  if (classes.length <= MOST$2) return []
  return [
    {
      id: `${role}.classes`,
      title: `Classes of ${file}`,
      status: 'inconclusive',
      measured: { value: classes.length, unit: 'classes' },
      required: { comparator: '<=', value: MOST$2, unit: 'classes' },
      reason: `Expected at most ${MOST$2} classes but found ${formatCount(classes.length)} different names`,
      hint: "Set 'label' and 'predicted' to the columns of the true and the predicted class",
      locations: [{ file }],
    },
  ]
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
      .map(names => `${listed$3(names)} only in ${challenger.source.file}`),
    ...[only(its, own)]
      .filter(names => names.length > 0)
      .map(names => `${listed$3(names)} only in ${champion.source.file}`),
  ];
  if (found.length === 0) return []
  return [
    {
      id: 'champion.classes',
      title: "Challenger's and champion's classes are the same",
      status: 'inconclusive',
      reason: `Expected the same classes in ${challenger.source.file} and ${champion.source.file} but found ${listed$3(found)}`,
      hint: 'Compare models that tell the same classes apart',
      locations: [{ file: challenger.source.file }, { file: champion.source.file }],
    },
  ]
}

/** Share of rows whose class was predicted. */
const accuracy = shareMetric                      ({
  id: 'accuracy',
  title: 'Accuracy',
  aliases: ['acc', 'accuracy-score'],
  better: 'higher',
  rows: ({ truth, predicted }) => Uint8Array.from(truth, (own, row) => (own === predicted[row] ? 1 : 0)),
});

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
        mean$1(Float64Array.from(classes, (rows, own) => areaUnderSweep(rows, weights[own] ?? new Float64Array()))),
    }
  },
});

/** The mean over classes, each counting the same. */
const macro$1 =
  (score            ) =>
  (matrix             )         =>
    mean$1(score(classTotals(matrix)));

/** The mean over classes, each counting as it has rows. */
const weighted$1 =
  (score            ) =>
  (matrix             )         => {
    const totals = classTotals(matrix);
    return sum$1(score(totals).map((value, i) => value * (totals.truth[i] ?? 0))) / totals.all
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

var metrics$4 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  accuracy: accuracy,
  cohenKappa: cohenKappa,
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
    about: rows => `a class and a prediction; ${counted$1(classesOf(rows, columns).length, 'class', 'classes')}`,
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
  metrics: Object.values(metrics$4),
  reading: reading$3,
  evaluate,
  shortage({ n, classes, truth }) {
    const rows = new Uint32Array(classes.length);
    for (const place of truth) rows[place] = (rows[place] ?? 0) + 1;
    const fewest = Math.min(...rows);
    const name = classes[rows.indexOf(fewest)];
    return n < LEAST_ROWS$1 || fewest < LEAST_OF_CLASS || classes.length < 2
      ? `Expected at least ${LEAST_ROWS$1} rows and ${LEAST_OF_CLASS} of each of several classes but found ${counted$1(n, 'row')}, ${formatCount(fewest)} of class '${name?.slice(0, 40)}'`
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
    value: weights => mean$1(Float64Array.from(labels, (rows, i) => value(rows, weights[i] ?? new Float64Array()))),
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

var metrics$3 = /*#__PURE__*/Object.freeze({
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
  about: () => `${counted$1(labelsOf(settings).length, 'label')} and their probabilities`,
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
    return n < LEAST_ROWS$1 || (fewest[rarest] ?? 0) < LEAST_OF_CLASS
      ? `Expected at least ${LEAST_ROWS$1} rows and ${LEAST_OF_CLASS} with and without each label but found ${counted$1(n, 'row')}, ${rows[rarest]} with '${labels[rarest]?.slice(0, 40)}'`
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
  value: ({ relevance }, k) => (relevance.subarray(0, k).some(one => one > 0) ? 1 : 0),
});

/** Mean of the precisions at the relevant ones of the first k results, over as many as there could be: the relevant ones, at most k. */
const meanAveragePrecision = queryMetric({
  id: 'map',
  title: 'MAP@k',
  aliases: ['map-at-k', 'mean-average-precision'],
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

/** One over the place of the first relevant result. */
const mrr = queryMetric({
  id: 'mrr',
  title: 'MRR',
  aliases: ['mean-reciprocal-rank'],
  value: ({ relevance }) => 1 / (relevance.findIndex(one => one > 0) + 1),
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
  value: (query, k) => discountedGain(query, k) / idealGain(query, k),
});

/** Share of the relevant results that are among the first k. */
const recall = queryMetric({
  id: 'recall',
  title: 'Recall@k',
  aliases: ['recall-at-k'],
  value: ({ relevance }, k) => relevant(relevance.subarray(0, k)) / relevant(relevance),
});

const relevant = (relevance              ) => relevance.reduce((count, one) => count + (one > 0 ? 1 : 0), 0);

var metrics$2 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  hitRate: hitRate,
  meanAveragePrecision: meanAveragePrecision,
  mrr: mrr,
  ndcg: ndcg,
  recall: recall
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
  about: rows => `a relevance and a score; ${counted$1(groupedRows(namesOf(rows, 'query')).length, 'query', 'queries')}`,
});

/** Results of queries are put in order by a score. */
const ranking = defineTask                   ({
  id: 'ranking',
  title: 'Ranking',
  metrics: Object.values(metrics$2),
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
    n < LEAST_ROWS$1 ? `Expected at least ${LEAST_ROWS$1} queries but found ${counted$1(n, 'query', 'queries')}` : undefined,
  figures: ({ n }) => ({ units: { count: n, noun: 'queries' } }),
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
  const least = TOO_SMALL * mean$1(sizes);
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
    const centre = mean$1(truth);
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
  rows: ({ errors, tolerance }) =>
    tolerance === undefined
      ? unset('tolerance')
      : Uint8Array.from(errors, error => (Math.abs(error) <= tolerance ? 1 : 0)),
});

var metrics$1 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  bias: bias,
  coverage: coverage,
  mae: mae,
  mape: mape,
  medianAbsoluteError: medianAbsoluteError,
  mse: mse,
  pinball: pinball,
  r2: r2,
  rmse: rmse,
  wape: wape,
  withinTolerance: withinTolerance
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
  metrics: Object.values(metrics$1),
  reading,
  evaluate: evaluateErrors,
  shortage: ({ n }) =>
    n < LEAST_ROWS$1 ? `Expected at least ${LEAST_ROWS$1} rows but found ${counted$1(n, 'row')}` : undefined,
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
        `Expected ${width} features for the input '${input.name}' but found ${columns.length}: ${listed$3(columns)}`,
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
  throw new UserError('onnx.column', `Expected a column '${name}' but found ${listed$3(header)} (${file}:1)`, {
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

const NUMBER$1 = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** NaN stands for a missing value, as NumPy has it. */
function floating(cell        )                     {
  const text = cell.trim();
  if (text === '' || /^[+-]?nan$/i.test(text)) return Number.NaN
  return NUMBER$1.test(text) ? Number(text) : undefined
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
        log.progress(`${onnx.model}: ${written.length - 1} rows`);
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
  throw new UserError('onnx.column', `Expected a column '${name}' but found ${listed$3(header)} (${file}:1)`, {
    file,
    line: 1,
    hint: `Put it into the table, or write it from the model's output under 'certify.onnx.columns'`,
  })
}

/** The output asked for, or the only one of numbers. */
function outputOf({ outputs }           , { output, model }      )             {
  const names = listed$3(outputs.map(({ name }) => `'${name}'`));
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
  const task = taskOf(certifying);
  const claims = (certifying.claims ?? []).map(claim => parseClaim(claim, task));
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

/** Decides by row-level predictions whether the model meets what is claimed of it. */
const modelCertify = {
  gate: 'model-certify',
  isConfigured: ({ certify: { predictions, champion, claims } }) =>
    [predictions, champion, claims].some(setting => setting !== undefined),
  async find(given, ports, out) {
    const { settings, certifying, readings, prepared, files, collected, demands } = await prepareCertify(
      given,
      ports,
      out,
    );
    const { task, claims } = demands;
    const { checks, result } = certify$1(collected, demands);
    const { challenger } = files;
    const anchored = await judgeAnchor(challenger, { task, claims, settings, reading: readings.task }, ports);
    const rows = challenger.collected.predictions;
    const holdout = rows && fingerprint(rows.ids);
    const { card } = given.model;
    const read = [...allFiles(files), ...anchored.files];
    return {
      materials: [...read.map(({ material }) => material), ...prepared.materials],
      checks: [
        ...(await locateRows([...checks, ...anchored.checks], read)),
        ...(holdout ? await looksChecks(holdout, challenger.material.digest.sha256, certifying, ports) : []),
        ...(card ? [cardCheck(card)] : []),
      ],
      result: {
        ...result,
        ...(card ? { card: declaredCard(card, given.model) } : {}),
        ...(holdout ? { holdout } : {}),
        ...(prepared.predicting ? { predicting: prepared.predicting } : {}),
      },
    }
  },
};                                       

async function looksChecks(
  holdout         ,
  predictions        ,
  { looks }                     ,
  { files }       ,
)                   {
  if (!looks) return []
  const earlier = await earlierLooks(looks.earlier ?? [], files);
  return [looksCheck(holdout, { predictions, earlier, most: looks.most })]
}

/** Waivers that the check lists. */
const SHOWN$5 = 10;

/** The check that stands for the policy's waivers: it warns of those that except nothing of what was found; none where there are none. */
function waiversCheck({ list, now }         , checks                  )          {
  if (list.length === 0) return []
  const applied = new Set(checks.flatMap(({ waivers }) => waivers ?? []));
  const idle = list.filter(waiver => !applied.has(waiver));
  const told = idle.slice(0, SHOWN$5).map(waiver => `${describeWaiver(waiver)} ${whyIdle(waiver, now)}`);
  const more = idle.length > SHOWN$5 ? ` and ${idle.length - SHOWN$5} more` : '';
  return [
    {
      id: 'waivers',
      title: 'Every waiver of the policy is needed and in force',
      status: idle.length > 0 ? 'warn' : 'pass',
      measured: { value: idle.length, unit: 'waivers', n: list.length },
      required: { comparator: '=', value: 0 },
      reason:
        idle.length > 0
          ? `Expected every waiver to except something but ${told.join('; ')}${more}`
          : `${list.length} ${list.length === 1 ? 'waiver' : 'waivers'}, each in force and applied`,
      ...(idle.length > 0 && {
        hint: 'Take it out of the policy, or have its owner renew it for what the file is now',
      }),
    },
  ]
}

/** `os.getcwd in 6f2c01ab34ef`, `CVE-2025-32434 in torch@2.5.1`. */
const describeWaiver = (waiver        )         =>
  `${waiver.name} in ${waiver.rule === 'vulnerabilities' ? waiver.package : contentOf(waiver).slice(0, 12)}`;

const whyIdle = (waiver        , now      ) =>
  now.getTime() >= waiverEnd(waiver).getTime() ? `expired on ${waiver.expires}` : 'matches nothing that was found';

/**
 * Holds the policy's waivers against the check of one rule of workflows: what is excepted only warns. A waiver is of the rule, in one
 * content of the file, so it excepts every finding of the rule there, and none that comes later.
 */
function waiveWorkflowCheck(
  check       ,
  waivers         ,
  digestOf                                      ,
)        {
  const { status, measured, locations = [] } = check;
  const rule = measured?.method;
  const of = digestOf(locations[0]?.file ?? '');
  const isFinding = check.id.startsWith('workflow.') && (status === 'fail' || status === 'warn');
  if (!isFinding || rule === undefined || of === undefined) return check
  const match = matchWaiver(waivers, { rule: 'workflow', names: [rule], of });
  if (!('waiver' in match))
    return match.missed === undefined ? check : { ...check, reason: `${check.reason}; ${match.missed}` }
  return {
    ...check,
    status: 'warn',
    reason: `${waivedNames([match.waiver])}: ${check.reason}`,
    locations: locations.map(location => ({ ...location, waiver: 0 })),
    waivers: [match.waiver],
  }
}

/** What `work` makes of each item, in their order; as many as `ahead` are under way at once. */
async function* inOrder              (
  items                 ,
  ahead        ,
  work                                 ,
)                         {
  const open                    = [];
  let next = 0;
  while (next < items.length || open.length > 0) {
    for (const item of items.slice(next, next + ahead - open.length)) {
      next++;
      const result = work(item);
      // Whoever takes it hears of it; until then it is no unheard failure.
      result.catch(() => {});
      open.push(result);
    }
    const first = open.shift();
    if (first) yield await first;
  }
}

const Entry = strictObject({
  path: string().min(1).max(4096),
  rule: string().min(1),
  fingerprint: string().regex(/^[0-9a-f]{16}$/),
});

/** Credentials that were in a repository when it began to be scanned: to be mended still, but no reason to fail. */
const Baseline = strictObject({ schema: literal(`${NAMESPACE}secrets-baseline/v1`), secrets: array(Entry) });
                                               

/** Reads a baseline; throws a `UserError` for anything else. */
function readBaseline(path        , text        )           {
  const found = Baseline.safeParse(parseJson(text));
  if (found.success) return found.data
  const [issue] = found.error.issues;
  throw new UserError(
    'secrets.baseline',
    `Expected ${path} to be a baseline of credentials but ${issue?.path.join('.') || 'the document'} is wrong: ${issue?.message}`,
    { file: path, hint: 'Write it again with `proofmark secrets-baseline`' },
  )
}

/** A baseline of all credentials that were found, as text: each once, sorted, so that a change of it is easily reviewed. */
function writeBaseline(secrets                        )         {
  const entries = new Map(
    secrets.map(({ path, rule, fingerprint }) => [`${path}\0${rule}\0${fingerprint}`, { path, rule, fingerprint }]),
  );
  const sorted = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return `${JSON.stringify({ schema: `${NAMESPACE}secrets-baseline/v1`, secrets: sorted }                   , null, 2)}\n`
}

/** Whether the baseline has this credential in this file: the same one in another file is a new leak. */
const isInBaseline = (
  baseline          ,
  { path, fingerprint }                                           ,
)          => baseline.secrets.some(each => each.path === path && each.fingerprint === fingerprint);

/** What a pull request would change about the baseline once merged; none where nothing. */
function baselineChanges(path        , base                      , head                      )          {
  const added = (head?.secrets ?? []).filter(each => !base || !isInBaseline(base, each));
  if (added.length === 0) return []
  const places = [...new Set(added.map(each => each.path))].slice(0, 5).join(', ');
  return [
    {
      id: 'secrets-baseline.changed',
      title: 'The baseline of credentials would grow',
      status: 'warn',
      reason: `This pull request adds ${added.length} to ${path} (in ${places}); this run was decided by the base branch's`,
      hint: 'The change takes effect after the merge: see that each of them was there before, and is being revoked',
      locations: [{ file: path }],
    },
  ]
}

/** The check of a baseline that the settings name and that is not there. */
const missingBaseline = (path        )        => ({
  id: 'secrets-baseline',
  title: 'The baseline of credentials is there',
  status: 'inconclusive',
  reason: `Expected ${path}, which security.secrets.baseline names, but found none`,
  hint: 'Write it with `proofmark secrets-baseline`, from what this scan has found',
});

/** Holds baseline and waivers against what was found; what another tool has found in a line where we have too is told once. */
function judgeSecrets(
  found                        ,
  baseline                      ,
  waivers         ,
  digestOf                                      ,
)                 {
  const own = new Set(found.filter(({ tool }) => tool === undefined).map(placeOf));
  return found
    .filter(secret => secret.tool === undefined || secret.line === undefined || !own.has(placeOf(secret)))
    .map(secret => {
      const known = baseline && isInBaseline(baseline, secret) ? { known: true          } : {};
      const of = digestOf(secret.path);
      const match = of === undefined ? {} : matchWaiver(waivers, { rule: 'secrets', names: [secret.fingerprint], of });
      return 'waiver' in match
        ? { secret: { ...secret, ...known, waiver: match.waiver } }
        : { secret: { ...secret, ...known }, ...match }
    })
}

const placeOf = ({ path, line }             ) => `${path}\0${line}`;

/** Longest baseline that is read, in bytes. */
const MAX_DOCUMENT = 64 * 1024 * 1024;

/** What has been searched for credentials so far. */
                             
                               
                             
 

const startSecretScan = ()             => ({ found: [], searched: { texts: 0, models: 0 } });

/** Judges all that was found by baseline and waivers: one check per file, or one that stands for all. */
async function judgeSecretScan(
  scan            ,
  materials                     ,
  settings          ,
  ports       ,
  waivers         ,
)                                                                                                         {
  const baseline = await baselineOf(settings.security.secrets.baseline, ports);
  const digests = new Map(materials.map(({ name, digest }) => [name, digest.sha256]));
  const judged = judgeSecrets(scan.found, baseline.counts, waivers, path => digests.get(path));
  const checks = [...Map.groupBy(judged, ({ secret }) => secret.path)].map(([path, group]) => secretsCheck(path, group));
  const { texts, models } = scan.searched;
  if (judged.length === 0 && texts + models > 0) checks.push(noSecretsCheck(scan.searched));
  return {
    materials: baseline.materials,
    checks: [...checks, ...baseline.changes],
    secrets: judged.map(({ secret }) => secret),
  }
}

/** The baseline that counts: in a pull request the base branch's, as the policy does. */
async function baselineOf(
  path                    ,
  { files, base }       ,
)                                                                                     {
  if (path === undefined) return { counts: undefined, changes: [], materials: [] }
  if (!base && !(await files.exists(path)))
    return { counts: undefined, changes: [missingBaseline(path)], materials: [] }
  if (!base) {
    const counts = readBaseline(path, await files.readText(path, { maxBytes: MAX_DOCUMENT }));
    const { sha256, bytes } = await files.digest(path);
    return { counts, changes: [], materials: [{ name: path, role: 'settings', digest: { sha256 }, bytes }] }
  }
  const text = await base.readText(path);
  const counts = text === undefined ? undefined : readBaseline(path, text);
  const exists = await files.exists(path);
  const head = exists ? readBaseline(path, await files.readText(path, { maxBytes: MAX_DOCUMENT })) : undefined;
  return { counts, changes: baselineChanges(path, counts, head), materials: [] }
}

/** PyPI's names of packages that conda channels call otherwise, where they matter to models. */
const CONDA_NAMES                                   = {
  pytorch: 'torch',
  'pytorch-cpu': 'torch',
  'pytorch-gpu': 'torch',
  'tensorflow-base': 'tensorflow',
  'tensorflow-cpu': 'tensorflow',
  'tensorflow-gpu': 'tensorflow',
  'py-xgboost': 'xgboost',
  'py-xgboost-cpu': 'xgboost',
  'py-xgboost-gpu': 'xgboost',
  'py-opencv': 'opencv-python',
  opencv: 'opencv-python',
  'matplotlib-base': 'matplotlib',
  'msgpack-python': 'msgpack',
  'ray-core': 'ray',
  'dask-core': 'dask',
  importlib_metadata: 'importlib-metadata',
};

/** What is asked of advisories about a requirement: its version, or any where it allows a range; undefined where no advisories are kept. */
function lookedUp({ ecosystem, name, version, range }             )                             {
  if (version === undefined && range === undefined) return undefined
  switch (ecosystem) {
    case 'PyPI':
      return { ecosystem, name, ...(version === undefined ? {} : { version: publicVersion(version) }) }
    case 'npm':
      return { ecosystem, name, ...(version === undefined ? {} : { version }) }
    case 'conda':
      return version === undefined
        ? undefined
        : { ecosystem: 'PyPI', name: CONDA_NAMES[name] ?? packageName(name), version: publicVersion(version) }
    default:
      return undefined
  }
}

/** One text per package and version. */
const keyOf$1 = ({ ecosystem, name, version = '' }                )         => `${ecosystem} ${name} ${version}`;

/** A fault in how a library loads files of some formats: dangerous where the artefact and the loader meet. */
                                 
                                 
                                    
                         
                                         
                        
                                                 
                                     
                                                   
                                                          
                       
                         
 

const TORCH = ['torch', 'torch-legacy', 'torchscript'];

/** Faults of loaders by the formats they concern; `fail` where loading the file itself can run code or read any file. */
const LOADER_ADVISORIES                            = [
  {
    ids: ['CVE-2025-32434', 'GHSA-53q9-r3pm-6pq6'],
    loader: 'torch',
    fixed: '2.6.0',
    formats: TORCH,
    status: 'fail',
    what: 'runs code from a checkpoint even with weights_only=True',
    source: 'https://github.com/pytorch/pytorch/security/advisories/GHSA-53q9-r3pm-6pq6',
  },
  {
    ids: ['CVE-2026-24747'],
    loader: 'torch',
    fixed: '2.10.0',
    formats: TORCH,
    status: 'fail',
    what: 'lets a checkpoint corrupt memory even with weights_only=True',
    source: 'https://nvd.nist.gov/vuln/detail/CVE-2026-24747',
  },
  {
    ids: ['CVE-2026-1462', 'GHSA-4f3f-g24h-fr8m'],
    loader: 'keras',
    fixed: '3.13.2',
    formats: ['keras'],
    status: 'fail',
    what: 'loads a foreign SavedModel that the file names, even in safe mode',
    source: 'https://github.com/advisories/GHSA-4f3f-g24h-fr8m',
  },
  {
    ids: ['CVE-2026-27489', 'CVE-2026-34446', 'CVE-2026-34447'],
    loader: 'onnx',
    fixed: '1.21.0',
    formats: ['onnx'],
    status: 'fail',
    what: 'reads files outside the folder of the model as external data',
    source: 'https://nvd.nist.gov/vuln/detail/CVE-2026-27489',
  },
  {
    // The way in is config.json beside the weights, not the weights: so it warns.
    ids: ['CVE-2026-4372'],
    loader: 'transformers',
    fixed: '5.3.0',
    formats: ['safetensors', 'gguf', ...TORCH],
    status: 'warn',
    what: 'runs code that the config.json beside the weights names, without trust_remote_code',
    source: 'https://nvd.nist.gov/vuln/detail/CVE-2026-4372',
  },
  {
    ids: ['CVE-2025-54412', 'CVE-2025-54413'],
    loader: 'skops',
    fixed: '0.12.0',
    formats: ['skops'],
    status: 'fail',
    what: 'calls methods and operators that it shows as another, trusted type',
    source: 'https://skops.readthedocs.io/en/stable/changes.html',
  },
];

/** A scanned file, and the ids of the formats it is, divided by `+`. */
                           
                       
                         
 

const NO_WAIVERS          = { list: [], now: new Date(0) };
/** Files that a check lists. */
const SHOWN$4 = 10;

/** The check of a pinned loader that has a known fault in loading a file of the scan; none where the two do not meet. */
function loaderCheck(
  file        ,
  requirement             ,
  artefacts                     ,
  policy          = NO_WAIVERS,
)                    {
  const loader = lookedUp(requirement);
  const { version } = loader ?? {};
  if (loader?.ecosystem !== 'PyPI' || version === undefined) return undefined
  const found = LOADER_ADVISORIES.filter(
    each => each.loader === loader.name && versionsOf.PyPI.compare(version, each.fixed) < 0,
  )
    .filter(({ formats }) => artefacts.some(artefact => isOneOf(artefact, formats)))
    .map(each => {
      const of = `${requirement.name}@${requirement.version}`;
      return { ...each, ...matchWaiver(policy, { rule: 'vulnerabilities', names: each.ids, of }) }
    });
  const update = found
    .map(({ fixed }) => fixed)
    .toSorted(versionsOf.PyPI.compare)
    .at(-1);
  if (update === undefined) return undefined
  const met = artefacts.filter(artefact => found.some(({ formats }) => isOneOf(artefact, formats)));
  const faults = found.map(({ ids, what, fixed }) => `${what} (${ids.join(', ')}, fixed in ${fixed})`);
  const waivers = [...new Set(found.flatMap(each => ('waiver' in each ? each.waiver : [])))];
  const excused = [
    ...(waivers.length > 0 ? [waivedNames(waivers)] : []),
    ...new Set(found.flatMap(each => ('missed' in each ? (each.missed ?? []) : []))),
  ];
  const isWhollyWaived = found.every(each => 'waiver' in each);
  const more = met.length > 1 ? ` and ${met.length - 1} more` : '';
  return {
    id: checkId('loader', `${file}:${loader.name}@${version}`),
    title: `${loader.name} ${printable(version)} in ${file} loads the scanned files safely`,
    status: found.some(each => each.status === 'fail' && !('waiver' in each)) ? 'fail' : 'warn',
    measured: { value: printable(version), method: 'loader-advisories' },
    required: { comparator: '>=', value: update },
    reason:
      `Expected ${loader.name} ${update} or later to load ${met[0]?.path}${more} but ${file}:${requirement.line} pins ` +
      `${printable(version)}, which ${[faults.join('; and '), ...excused].join('; ')}`,
    hint: `Update ${loader.name} to ${update} or later`,
    locations: [
      { file, line: requirement.line, note: printable(requirement.requirement) },
      ...met.slice(0, SHOWN$4).map(({ path }) => ({ file: path })),
    ].map(location => ({ ...location, ...(isWhollyWaived && { waiver: 0 }) })),
    ...(waivers.length > 0 && { waivers }),
  }
}

const isOneOf = ({ format }          , formats                   )          =>
  format.split('+').some(id => formats.includes(id));

/**
 * Whether a range allows a version that the advisory says is affected: one it lists, or a bound of its ranges. A range is no
 * version, so this is for information; advisories of PyPI list every release, those of npm give bounds only.
 */
function allowsAffected(record           , of                , range        )          {
  const { allows } = versionsOf[of.ecosystem];
  return partsAbout(record, of).some(({ versions: listed, ranges }) => {
    const bounds = (ranges ?? [])
      .filter(({ type }) => type === 'ECOSYSTEM' || type === 'SEMVER')
      .flatMap(({ events }) => events.flatMap(({ introduced, last_affected: last }) => [introduced, last]));
    return [...(listed ?? []), ...bounds].some(version => version !== undefined && allows(range, version) === true)
  })
}

/** Whether it is no fault of a package but the package itself: OSV's ids of malicious packages begin with MAL-. */
const isMalicious = ({ ids }                            )          => ids.some(id => id.startsWith('MAL-'));

/** Whether it may stand for now: it is waived, or the base branch has it; a malicious package may not. */
const isExcused = (vulnerability                     )          =>
  !isMalicious(vulnerability) && (vulnerability.waiver !== undefined || vulnerability.onBase === true);

/** Holds the policy's waivers, and what stands on the base branch, against the vulnerabilities of one version of a package; a malicious package is critical whoever says otherwise. */
function judgeVulnerabilities(
  vulnerabilities                          ,
  { name, version }                                                     ,
  policy         ,
  isOnBase                                            = () => false,
)                        {
  return vulnerabilities
    .map((known)                      => {
      const each = { ...known, ...(isOnBase(known) && { onBase: true          }) };
      const match = matchWaiver(policy, { rule: 'vulnerabilities', names: each.ids, of: `${name}@${version}` });
      if (!isMalicious(each)) return { ...each, ...match }
      const refused = 'waiver' in match ? { missed: 'no waiver holds for a malicious package' } : match;
      return { ...each, severity: 'critical', ...refused }
    })
    .toSorted((a, b) => Number(isExcused(a)) - Number(isExcused(b)) || byRank(a, b))
}

/** What stands by the dependency files of the base, and by what is known of the versions they name. */
function standing(
  files                           ,
  knownOf                                                        ,
)           {
  const ids = new Set        ();
  const versions = new Set        ();
  for (const file of files) {
    if ('reported' in file) for (const each of file.reported) note(file.path, each, each.vulnerabilities);
    if (!('declared' in file)) continue
    for (const requirement of file.declared.requirements) {
      const { ecosystem, name, version } = requirement;
      if (ecosystem === undefined || version === undefined) continue
      versions.add(`${keyOf({ ecosystem, name })}@${version}`);
      note(file.path, { ecosystem, name }, knownOf(requirement));
    }
  }
  return {
    has: (file, found, vulnerability, isReported) =>
      vulnerability.ids.some(id => ids.has(`${file}\0${keyOf(found)}\0${id}`)) ||
      (isReported && versions.has(`${keyOf(found)}@${found.version}`)),
  }

  function note(file        , of                          , vulnerabilities                          )       {
    for (const id of vulnerabilities.flatMap(each => each.ids)) ids.add(`${file}\0${keyOf(of)}\0${id}`);
  }
}

const keyOf = ({ ecosystem, name }                          ) =>
  `${ecosystem} ${ecosystem === 'PyPI' ? packageName(name) : name}`;

/** The first version in which all vulnerabilities are mended; undefined where one has no fix, or the ecosystem's order is not known. */
function updateOf(ecosystem        , vulnerabilities                          )                     {
  const fixes = vulnerabilities.map(({ fixed }) => fixed);
  const known = fixes.filter(fixed => fixed !== undefined);
  if (known.length < fixes.length || (ecosystem !== 'PyPI' && ecosystem !== 'npm')) return undefined
  return known.toSorted(versionsOf[ecosystem].compare).at(-1)
}

/** Dependencies that a check lists; the result has them all. */
const SHOWN$3 = 10;

/**
 * The check of one file that declares dependencies: each should name exactly one version. `vulnerable` has, by the name of a
 * dependency without one, the known vulnerabilities of versions it allows; `matchOf` what the policy's waivers say of it.
 */
function dependenciesCheck(
  path        ,
  { requirements, includes }          ,
  vulnerable                                         = new Map(),
  matchOf                                                   = () => ({}),
)        {
  const loose = requirements.filter(({ pinned }) => !pinned).map(each => ({ ...each, ...matchOf(each.name) }));
  const open = loose.filter(each => !('waiver' in each));
  const waivers = [...new Set(loose.flatMap(each => ('waiver' in each ? each.waiver : [])))];
  const missed = new Set(loose.flatMap(each => ('missed' in each ? (each.missed ?? []) : [])));
  const named = includes.filter(({ constraint }) => !constraint).map(include => printable(include.path));
  const further = named.length > 0 ? `; what ${named.join(', ')} declares is judged by its own check` : '';
  const names = [...new Set(open.map(({ name }) => printable(name)))];
  const allowed = [...vulnerable]
    .filter(([name]) => open.some(each => each.name === name))
    .map(([name, ids]) => `${printable(name)} (${printable(ids.slice(0, 3).join(', '))}${ids.length > 3 ? ', …' : ''})`);
  const known = allowed.length > 0 ? `; vulnerable versions are allowed of ${listed$1(allowed)}` : '';
  return {
    id: checkId('dependencies', path),
    title: `Every dependency in ${path} has an exact version`,
    status: loose.length > 0 ? 'warn' : 'pass',
    measured: { value: loose.length, unit: 'dependencies', n: requirements.length },
    required: { comparator: '=', value: 0 },
    reason: [
      open.length > 0
        ? `Expected an exact version of every dependency but ${open.length} of ${requirements.length} have none: ${listed$1(names)}${known}${further}`
        : loose.length > 0
          ? `Expected an exact version of every dependency but ${loose.length} of ${requirements.length} have none`
          : `All ${requirements.length} dependencies have an exact version${further}`,
      ...(waivers.length > 0 ? [waivedNames(waivers)] : []),
      ...missed,
    ].join('; '),
    ...(open.length > 0 ? { hint: 'Pin each with ==, or install from a lock file' } : {}),
    locations:
      loose.length > 0
        ? [...open, ...loose.filter(each => 'waiver' in each)].slice(0, SHOWN$3).map(each => ({
            file: path,
            line: each.line,
            note: each.requirement,
            ...('waiver' in each && { waiver: waivers.indexOf(each.waiver) }),
          }))
        : [{ file: path }],
    ...(waivers.length > 0 && { waivers }),
  }
}

/** The check of a file that declares dependencies in a way nobody can read. */
function unreadDependenciesCheck(path        , { message, hint, line, file = path }           )        {
  return {
    id: checkId('dependencies', path),
    title: `Every dependency in ${path} has an exact version`,
    status: 'inconclusive',
    reason: message,
    ...(hint === undefined ? {} : { hint }),
    locations: [{ file, ...(line === undefined ? {} : { line }) }],
  }
}

const listed$1 = (names                   ) =>
  names.length > SHOWN$3 ? `${names.slice(0, SHOWN$3).join(', ')} and ${names.length - SHOWN$3} more` : names.join(', ');

/** Vulnerabilities that a check lists; the result has them all. */
const SHOWN$2 = 5;

/** The check of one version of a package that has known vulnerabilities: it fails where one is critical or high. */
function vulnerablePackageCheck(found                   )        {
  const { file, line, source, vulnerabilities, byConda } = found;
  const [name, version] = [printable(found.name), printable(found.version)];
  const worst = worstSeverity(vulnerabilities.map(({ severity }) => severity));
  const waivers = vulnerabilities.flatMap(({ waiver }) => waiver ?? []);
  const missed = [...new Set(vulnerabilities.flatMap(each => each.missed ?? []))];
  const listed = vulnerabilities.slice(0, SHOWN$2).map(described).join('; ');
  const more = vulnerabilities.length > SHOWN$2 ? ` and ${vulnerabilities.length - SHOWN$2} more` : '';
  const place = line === undefined ? file : `${file}:${line}`;
  return {
    id: checkId('vulnerabilities', `${file}:${found.ecosystem}:${name}@${version}`),
    title: `${name} ${version} in ${file} has no known vulnerability`,
    status: statusOf(found),
    measured: { value: vulnerabilities.length, unit: 'vulnerabilities', method: source },
    required: { comparator: '=', value: 0 },
    reason:
      `Expected no known vulnerability of ${name} ${version} but found ${vulnerabilities.length}, ` +
      `${worst === 'unknown' ? 'of unknown severity' : `the worst ${worst}`}: ${listed}${more} (${place}, told by ${source})` +
      (byConda ? '; matched by the name that PyPI gives it, which conda need not share' : '') +
      missed.map(why => `; ${why}`).join(''),
    hint: hintFor(found, name),
    locations: locationsOf(found),
    ...(waivers.length > 0 && { waivers: [...new Set(waivers)] }),
  }
}

function described({ ids, severity, fixed, waiver, onBase }                     )         {
  const facts = [
    severity === 'unknown' ? 'severity unknown' : severity,
    fixed === undefined ? 'no fixed version known' : `fixed in ${printable(fixed)}`,
    ...(onBase ? ['on the base branch already'] : []),
    ...(waiver ? [`waived until ${waiver.expires} by ${waiver.owner}`] : []),
  ];
  return `${printable(ids.slice(0, 3).join(', '))} (${facts.join(', ')})`
}

/** The requirement, for all that nothing excepts; and for each that a waiver does. */
function locationsOf({ file, line, requirement, vulnerabilities }                   )             {
  const place = { file, ...(line === undefined ? {} : { line }) };
  const waivers = [...new Set(vulnerabilities.flatMap(({ waiver }) => waiver ?? []))];
  const isOpen = vulnerabilities.some(({ waiver }) => !waiver);
  return [
    ...(isOpen ? [{ ...place, note: printable(requirement) }] : []),
    ...waivers.map((each, waiver) => ({ ...place, note: printable(`${each.name} of ${requirement}`), waiver })),
  ]
}

/** A match by conda's name may be another package, so it only warns. */
function statusOf({ vulnerabilities, byConda }                   )         {
  const fails = vulnerabilities.some(
    each => !isExcused(each) && (each.severity === 'critical' || each.severity === 'high'),
  );
  return fails && !byConda ? 'fail' : 'warn'
}

function hintFor({ vulnerabilities, update }                   , name        )         {
  if (vulnerabilities.some(isMalicious))
    return `Remove ${name} at once, and treat what installed it, and the secrets it could read, as disclosed`
  if (update !== undefined) return `Update ${name} to ${printable(update)} or later`
  return `Replace ${name}, or waive it with a reason until it is mended`
}

/** The check that stands for all packages of which no vulnerability is known. */
function noVulnerabilitiesCheck(packages        , source        )        {
  return {
    id: 'vulnerabilities',
    title: 'The dependencies have no known vulnerability',
    ...noneKnown(packages, source, 'Expected dependencies with an exact version to look up but found none'),
    ...(packages === 0
      ? { hint: "Add a lock file to the scanned paths, or set 'security.vulnerabilities' to off" }
      : {}),
  }
}

/** The check of another tool's report that tells of no vulnerability; one that names no package may have looked at none. */
function cleanReportCheck(path        , tool        , packages        )        {
  return {
    id: checkId('vulnerabilities', path),
    title: `${path} reports no known vulnerability`,
    ...noneKnown(packages, tool, `Expected ${path} to name the packages that ${tool} has looked at but it names none`),
    ...(packages === 0 ? { hint: 'Let it list every package (osv-scanner --all-packages), or remove the report' } : {}),
    locations: [{ file: path }],
  }
}

const noneKnown = (packages        , source        , otherwise        )                              => ({
  status: packages === 0 ? 'inconclusive' : 'pass',
  measured: { value: 0, unit: 'vulnerabilities', method: source, n: packages },
  required: { comparator: '=', value: 0 },
  reason:
    packages === 0
      ? otherwise
      : `No vulnerability known of ${packages} ${packages === 1 ? 'package' : 'packages'} (${source})`,
});

/** The check that stands for packages that nobody could be asked about. */
function unaskedCheck(id        , reason        , hint                    )        {
  return {
    id: checkId('vulnerabilities', id),
    title: 'The dependencies have no known vulnerability',
    status: 'inconclusive',
    reason,
    ...(hint === undefined ? {} : { hint }),
  }
}

/** The check that says that nobody could tell what the base branch has, so that everything counts as new. */
const unreadBaseCheck = (reason        , hint                    )        => ({
  id: 'vulnerabilities.base',
  title: 'What the base branch has is known',
  status: 'warn',
  reason: `${reason}; so every vulnerability counts as new`,
  ...(hint === undefined ? {} : { hint }),
});

/** Requirements with the versions that pip's constraint files settle: those without an exact version of their own. */
function constrain(requirements                        , constraints                        )                {
  const settled = new Map                ();
  for (const { ecosystem, name, version, pinned } of constraints)
    if (ecosystem === 'PyPI' && pinned && version !== undefined) settled.set(name, version);
  return requirements.map(requirement => {
    const { ecosystem, name, pinned, range, ...rest } = requirement;
    const version = pinned || ecosystem !== 'PyPI' || range === undefined ? undefined : settled.get(name);
    return version === undefined ? requirement : { ...rest, ecosystem: 'PyPI', name, version, pinned: true }
  })
}

/** Longest included file that is read, in bytes, and how many of them. */
const MAX_TEXT = 5 * 1024 * 1024;
const MAX_FILES = 200;

                           
                                                               
                                  
                                                    
                                
 

/** Reads what requirements files include (`-r`) and applies the versions that constraint files (`-c`) settle. */
async function followIncludes(
  scanned                           ,
  files                                    ,
  scans                                     ,
)                    {
  const found = new Map                        (scanned.map(file => [file.path, file]));
  const texts = new Map                        ();
  const inherited = new Map                                ();
  const materials             = [];
  for (const [path, file] of found) {
    if (!('declared' in file)) continue
    const { requirements, includes } = file.declared;
    const settled = [...(inherited.get(path) ?? []), ...(await constraintsOf(path, includes))];
    found.set(path, { path, declared: { requirements: constrain(requirements, settled), includes } });
    for (const include of includes.filter(({ constraint }) => !constraint)) {
      const included = await read(path, include);
      if (found.has(included.path)) continue
      found.set(included.path, included);
      inherited.set(included.path, settled);
    }
  }
  return { files: [...found.values()], materials }

  /** What a file's constraints settle, and theirs. One that cannot be read is told of, and settles nothing. */
  async function constraintsOf(path        , includes                    )                         {
    const settled                = [];
    const open = includes.filter(({ constraint }) => constraint).map(include => ({ from: path, include }));
    const seen = new Set        ();
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { from, include } = next;
      const file = await read(from, include);
      if (seen.has(file.path)) continue
      seen.add(file.path);
      if ('fault' in file) found.set(file.path, file);
      if (!('declared' in file)) continue
      settled.push(...file.declared.requirements);
      open.push(...file.declared.includes.map(each => ({ from: file.path, include: each })));
    }
    return settled
  }

  async function read(from        , include         )                          {
    const path = resolveInclude(from, include.path);
    if (path === undefined) return { path: include.path, fault: elsewhere(from, include) }
    const known = found.get(path) ?? texts.get(path);
    if (known) return known
    if (texts.size >= MAX_FILES) return { path, fault: tooMany(from, include) }
    const file = await readFile(path, from, include);
    texts.set(path, file);
    return file
  }

  async function readFile(path        , from        , { line }         )                          {
    try {
      const text = await files.readText(path, { maxBytes: MAX_TEXT });
      const { sha256, bytes } = await files.digest(path);
      materials.push({ name: path, role: 'artefact', digest: { sha256 }, bytes });
      return (
        (await scans.readDependencies(path, text, 'included')) ?? { path, declared: { requirements: [], includes: [] } }
      )
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const { code, message, hint, kind } = error;
      const details = { file: from, line, kind, ...(hint === undefined ? {} : { hint }) };
      return { path, fault: new UserError(code, `${message} (included by ${from}:${line})`, details) }
    }
  }
}

const elsewhere = (from        , { path, line }         ) =>
  new UserError('dependencies.include', `Expected a file of the repository but ${from}:${line} includes ${path}`, {
    file: from,
    line,
    hint: 'Keep a copy of it in the repository, and include that',
  });

const tooMany = (from        , { path, line }         ) =>
  new UserError(
    'dependencies.include',
    `Expected at most ${MAX_FILES} included files but ${from}:${line} includes ${path} too`,
    {
      file: from,
      line,
      hint: 'Install from one lock file',
    },
  );

/** Largest archive that is read, in bytes: what fits in one piece of memory. */
const MAX_ARCHIVE = 2 ** 31 - 1;
/** Packages that are looked up: several times what the largest project installs. */
const MAX_PACKAGES = 50_000;

                           
                                             
                         
                                 
                                
                                                                                                           
                                                                
                                                            
 

/** Asks once for every package that any of the requirements names, where the settings say. Throws a `UserError` where nobody answers. */
async function lookUpVulnerabilities(
  requirements                        ,
  { security }          ,
  { files, advisories: port }                                     ,
  scans                                    ,
)                    {
  const asked = new Map                        ();
  for (const each of requirements) {
    const of = lookedUp(each);
    if (of) asked.set(keyOf$1(of), of);
  }
  const packages = [...asked.values()];
  if (packages.length > MAX_PACKAGES)
    throw new UserError(
      'osv.too-many',
      `Expected at most ${MAX_PACKAGES} packages to look up but found ${packages.length}`,
      {
        hint: 'Scan the lock files of one project at a time',
      },
    )
  const materials             = [];
  const api = security.vulnerabilities === 'api';
  const found = api ? await ask() : await match(security.vulnerabilities);
  const advisories = new Map                              ();
  const missing = new Set                             ();
  for (const [i, of] of packages.entries()) {
    const records = found[i];
    if (records) advisories.set(keyOf$1(of), records);
    else missing.add(of.ecosystem);
  }
  return { source: api ? 'OSV' : 'OSV archive', materials, advisories, missing }

  async function ask()                                    {
    return packages.length === 0 ? [] : port.find(packages, { url: security['osv-url'] })
  }

  /** What all archives together say; undefined of a package of whose ecosystem none holds anything. */
  async function match(path        )                                                {
    const archives                   = [];
    for (const archive of await archivesAt(path)) {
      const { sha256, bytes } = await files.digest(archive);
      if (bytes > MAX_ARCHIVE) throw tooLarge(archive, bytes)
      materials.push({ name: archive, role: 'settings', digest: { sha256 }, bytes });
      if (packages.length === 0) continue
      const matched = await scans.matchAdvisories(archive, packages);
      if (matched.sha256 !== sha256) throw changed(archive)
      archives.push(matched);
    }
    return packages.map(({ ecosystem }, i) =>
      archives.some(({ ecosystems }) => ecosystems.includes(ecosystem))
        ? archives.flatMap(({ records }) => records[i] ?? [])
        : undefined,
    )
  }

  async function archivesAt(path        )                    {
    const paths = (await files.list([path])).filter(each => each === path || each.endsWith('.zip'));
    if (paths.length > 0) return paths
    throw new UserError('osv.archive', `Expected OSV's all.zip under ${path} but found none`, {
      hint: 'Download the all.zip of each ecosystem from OSV, PyPI and npm for instance, or look up with: api',
    })
  }
}

const tooLarge = (path        , bytes        ) =>
  new UserError('osv.archive', `Expected ${path} to have at most ${MAX_ARCHIVE} bytes but it has ${bytes}`, {
    file: path,
    hint: 'Download the all.zip of single ecosystems from OSV',
  });

const changed = (path        ) =>
  new UserError('osv.archive', `Expected ${path} to stay as it is while it is read but it changed`, {
    file: path,
    hint: 'Scan after the last step that writes it',
  });

/** Whether two files declare the same packages at the same versions, and any at all: one is the other under another name. */
function samePackages(a                , b                )          {
  const [ours, theirs] = [packagesOf(a), packagesOf(b)];
  return ours.size > 0 && ours.size === theirs.size && ours.isSubsetOf(theirs)
}

const packagesOf = (file                )                      =>
  new Set(
    'declared' in file
      ? file.declared.requirements.map(({ ecosystem, name, version, range }) =>
          JSON.stringify([ecosystem, name, version, range]),
        )
      : [],
  );

/** Files of the base branch that are compared with those of the pull request that it does not have. */
const MAX_RENAMED = 50;

/**
 * The same files as they stand on the base branch, and what they include; those that it does not have are left out, but for one that
 * has only been given another name: that one is there under its new name.
 */
async function readBaseDependencies(
  files                           ,
  base           ,
  scans                                     ,
  here                       ,
)                            {
  const found                   = [];
  const added                   = [];
  for (const file of files) {
    const text = await base.readText(file.path);
    if (text === undefined && 'declared' in file) added.push(file);
    const then = text === undefined ? undefined : await scans.readDependencies(file.path, text, 'named');
    if (then) found.push(then);
  }
  const removed = added.length > 0 ? await removedFiles() : [];
  for (const file of added) {
    const before = removed.find(each => samePackages(each, file));
    if (before) found.push({ ...before, path: file.path });
  }
  return (await followIncludes(found, { readText, digest }, scans)).files

  /** What declares dependencies on the base branch and is no longer there. */
  async function removedFiles()                            {
    const gone                   = [];
    for (const path of await namesOnBase()) {
      if (gone.length === MAX_RENAMED) break
      if (!declaresDependencies(path) || (await here.exists(path))) continue
      const text = await base.readText(path);
      const file = text === undefined ? undefined : await scans.readDependencies(path, text, 'named');
      if (file) gone.push(file);
    }
    return gone
  }

  /** Where the base cannot be listed, a file of another name is a new one. */
  async function namesOnBase()                    {
    try {
      return await base.list()
    } catch (error) {
      if (error instanceof UserError) return []
      throw error
    }
  }

  async function readText(path        )                  {
    const text = await base.readText(path);
    if (text !== undefined) return text
    throw new UserError('file.missing', `Expected ${path} on the base branch but found none`, { file: path })
  }
}

/** What is read of the base is no material: the evidence is about the files as they are. */
const digest = async () => ({ sha256: '', bytes: 0 });

/** Names of vulnerabilities that the result keeps of one range. */
const SHOWN$1 = 10;

/** Judges the files that say something about dependencies: exact versions, known vulnerabilities, loaders unfit for the scanned files. */
async function scanDependencies(
  scanned                           ,
  artefacts                     ,
  settings          ,
  ports                                                      ,
  waivers         ,
  scans                                                         ,
)                   {
  const { files, materials } = await followIncludes(scanned, ports.files, scans);
  const declared = files.filter(file => 'declared' in file);
  const scan          = {
    materials,
    checks: [],
    result: { dependencies: [], ...packagesIn(files), vulnerabilities: [] },
  };
  const requirements = requirementsOf(declared);
  const base = await baseOf(scanned, scan, settings, ports, scans);
  const known = await lookUp(requirements, requirementsOf(base), scan, settings, ports, scans);
  const stands = standing(base, each => vulnerabilitiesOf$1(each, known));

  for (const file of files) {
    if ('fault' in file) scan.checks.push(unreadDependenciesCheck(file.path, file.fault));
    if ('reported' in file) judgeReport(file, scan, waivers, stands);
    if (!('declared' in file)) continue
    const allowed = allowedIn(file.declared.requirements, known);
    const { sha256: of } = await ports.files.digest(file.path);
    const matchOf = (name        ) => matchWaiver(waivers, { rule: 'dependencies', names: [name], of });
    scan.checks.push(dependenciesCheck(file.path, file.declared, allowed, matchOf));
    for (const each of file.declared.requirements) {
      const { name, line, requirement, pinned } = each;
      const allows = allowed.get(name)?.slice(0, SHOWN$1);
      if (!pinned)
        scan.result.dependencies.push({ file: file.path, name, line, requirement, ...(allows ? { allows } : {}) });
      const loader = loaderCheck(file.path, each, artefacts, waivers);
      if (loader && isNew(loader, scan)) scan.checks.push(loader);
      const vulnerable = vulnerableAs(file.path, each, known, waivers, stands);
      if (vulnerable) tell(vulnerable, scan);
    }
  }
  return scan
}

/** Every version of a package that is named, once. */
function packagesIn(files                           )                                   {
  const packages = new Map                                                         ();
  for (const file of files)
    for (const { ecosystem, name, version, line } of 'declared' in file ? file.declared.requirements : []) {
      const key = `${ecosystem} ${name}@${version}`;
      if (ecosystem === undefined || version === undefined || packages.has(key)) continue
      packages.set(key, { file: file.path, line, ecosystem, name, version });
    }
  return packages.size === 0 ? {} : { packages: [...packages.values()].slice(0, MAX_PACKAGES$1) }
}

const requirementsOf = (files                           )                =>
  files.flatMap(file => ('declared' in file ? file.declared.requirements : []));

/** The dependency files of the base branch, in so far as it matters what is known of them there. */
async function baseOf(
  scanned                           ,
  scan         ,
  { policy, security }          ,
  { base, files }                               ,
  scans                                     ,
)                            {
  const isAsked = security.vulnerabilities !== 'off' || scanned.some(file => 'reported' in file);
  if (!base || !isAsked || policy['known-vulnerabilities'] === 'all') return []
  try {
    return await readBaseDependencies(scanned, base, scans, files)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    scan.checks.push(unreadBaseCheck(error.message, error.hint));
    return []
  }
}

async function lookUp(
  requirements                        ,
  ofBase                        ,
  scan         ,
  settings          ,
  ports                                             ,
  scans                                    ,
)                                {
  if (settings.security.vulnerabilities === 'off') return undefined
  ports.log.progress('Looking up known vulnerabilities');
  try {
    const known = await lookUpVulnerabilities([...requirements, ...ofBase], settings, ports, scans);
    scan.materials.push(...known.materials);
    const asked = new Set(requirements.flatMap(each => lookedUp(each)?.ecosystem ?? []));
    const missing = [...known.missing].filter(ecosystem => asked.has(ecosystem));
    for (const ecosystem of missing)
      scan.checks.push(
        unaskedCheck(
          ecosystem,
          `Expected advisories of ${ecosystem} in ${settings.security.vulnerabilities} but found none of that ecosystem`,
          `Add the all.zip of ${ecosystem} from OSV`,
        ),
      );
    const versions = requirements.filter(({ version }) => version !== undefined);
    const looked = new Set(versions.flatMap(each => lookedUp(each) ?? []).map(keyOf$1));
    const answered = [...looked].filter(key => known.advisories.has(key));
    if (looked.size === 0 || (missing.length === 0 && answered.every(key => known.advisories.get(key)?.length === 0)))
      scan.checks.push(noVulnerabilitiesCheck(looked.size, known.source));
    return known
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    scan.checks.push(unaskedCheck('lookup', error.message, error.hint));
    return undefined
  }
}

function vulnerableAs(
  file        ,
  requirement             ,
  known                      ,
  waivers         ,
  stands          ,
)                                {
  const of = lookedUp(requirement);
  const { ecosystem, version, name, line } = requirement;
  if (!known || !of || version === undefined || ecosystem === undefined) return undefined
  const vulnerabilities = vulnerabilitiesOf$1(requirement, known);
  if (vulnerabilities.length === 0) return undefined
  const update = updateOf(of.ecosystem, vulnerabilities);
  return {
    file,
    line,
    requirement: requirement.requirement,
    ecosystem,
    name,
    version,
    source: known.source,
    byConda: ecosystem === 'conda',
    vulnerabilities: judgeVulnerabilities(vulnerabilities, { name, version }, waivers, each =>
      stands.has(file, { ecosystem, name, version }, each, false),
    ),
    ...(update === undefined ? {} : { update }),
  }
}

function vulnerabilitiesOf$1(requirement             , known                      )                  {
  const of = lookedUp(requirement);
  return known && of ? mergeAliases(known.advisories.get(keyOf$1(of)) ?? [], of) : []
}

/** By name, the vulnerabilities of versions that a range allows. */
function allowedIn(requirements                        , known                      )                        {
  const allowed = new Map                  ();
  for (const each of requirements) {
    const of = lookedUp(each);
    if (!known || !of || of.version !== undefined || each.range === undefined) continue
    const { range } = each;
    const records = (known.advisories.get(keyOf$1(of)) ?? []).filter(record => allowsAffected(record, of, range));
    if (records.length > 0)
      allowed.set(
        each.name,
        mergeAliases(records, of).flatMap(({ ids }) => ids.slice(0, 1)),
      );
  }
  return allowed
}

function judgeReport(
  { path, tool, reported }                                           ,
  scan         ,
  waivers         ,
  stands          ,
)       {
  const vulnerable = reported.filter(({ vulnerabilities }) => vulnerabilities.length > 0);
  if (vulnerable.length === 0) scan.checks.push(cleanReportCheck(path, tool, reported.length));
  for (const { ecosystem, name, version, vulnerabilities } of vulnerable) {
    const update = updateOf(ecosystem, vulnerabilities);
    const requirement = `${name} ${version}`;
    const found = {
      file: path,
      requirement,
      ecosystem,
      name,
      version,
      source: tool,
      byConda: ecosystem === 'conda',
      vulnerabilities: judgeVulnerabilities(vulnerabilities, { name, version }, waivers, each =>
        stands.has(path, { ecosystem, name, version }, each, true),
      ),
    };
    tell(update === undefined ? found : { ...found, update }, scan);
  }
}

function tell(found                   , scan         )       {
  const check = vulnerablePackageCheck(found);
  if (!isNew(check, scan)) return
  const { byConda, requirement, vulnerabilities, ...place } = found;
  scan.checks.push(check);
  scan.result.vulnerabilities.push({
    ...place,
    vulnerabilities: vulnerabilities.map(({ ids, missed: _, ...rest }) => ({ ids: [...ids], ...rest })),
  });
}

/** One version may stand in a file twice, under different markers. */
const isNew = ({ id }       , { checks }         )          => checks.every(check => check.id !== id);

/** What one file may take, by the settings. */
const scanLimits = ({ security }          )             => ({
  seconds: security['max-seconds'],
  memory: security['max-memory'],
  depth: security['max-depth'],
  ratio: security['max-ratio'],
});

/** What the contract says of a file's columns, by their name in it: the table the file is named after, else every table of the contract together. */
function contractColumns(contract                          , file        )                                {
  const tables = contract?.tables ?? [];
  const full = file.split('/').at(-1) ?? file;
  const stem = full.replace(/\.[^.]+$/, '');
  const own = tables.filter(({ object }) =>
    [object.name, object.physicalName].some(name => name === full || name === stem),
  );
  const columns = new Map                  ();
  for (const { object } of own.length === 1 ? own : tables)
    for (const property of object.properties ?? [])
      for (const name of [property.name, property.physicalName])
        if (name !== undefined && prefer(property, columns.get(name))) columns.set(name, property);
  return columns
}

/** Of two tables' columns of one name, the one that is classified. */
const prefer = (property          , known                      )          =>
  known === undefined || (isSensitive(property) && !isSensitive(known));

/** Rows of raw values that a check places. */
const SHOWN = 10;

                             
                                 
                                                                   
                                                    
 

/** Whether a column that the contract declares pseudonymised holds what its method makes, and no raw value. `index` is its place in a row, undefined where the table does not have it. */
function tallyTokens(file        , column        , method             , index                    )             {
  let cells = 0;
  let raw = 0;
  const lines           = [];
  return {
    add(rows) {
      if (index === undefined || !method.holds) return
      for (const { line, cells: row } of rows) {
        const cell = row[index] ?? '';
        if (cell === '') continue
        cells++;
        if (method.holds(cell)) continue
        raw++;
        if (lines.length < SHOWN) lines.push(line);
      }
    },
    finish(manifest) {
      const said = manifest?.columns.some(({ name, method: id }) => name === column && id === method.id);
      const verdict = judge(said ?? false);
      return {
        id: checkId('tokens', `${file}.${column}`),
        title: `${column} of ${file} is pseudonymised (${method.id})`,
        ...verdict,
        measured: { value: raw, unit: 'cells', method: method.id, n: cells },
        locations: lines.length > 0 ? lines.map(line => ({ file, line, column })) : [{ file, column }],
      }
    },
  }

  function judge(said         )                                            {
    const hint = 'Write the table with proofmark tokenize, by this contract';
    if (method.id === 'drop')
      return index === undefined
        ? { status: 'pass', reason: `${column} is left out, as the contract has it` }
        : { status: 'fail', reason: `Expected ${file} to leave out ${column} but found it`, hint }
    if (!method.holds)
      return said
        ? {
            status: 'warn',
            reason: `Nothing tells the values of ${column} from raw ones; the manifest beside this very table says that ${method.id} made them`,
          }
        : {
            status: 'inconclusive',
            reason: `Expected a manifest beside ${file} that says it was made by ${method.id}, as nothing in the values of ${column} does, but found none for this table`,
            hint,
          }
    if (raw > 0)
      return {
        status: 'fail',
        reason: `Expected ${column} to hold what ${method.id} makes but ${formatCount(raw)} of ${counted$1(cells, 'cell')} hold something else (${file}:${lines[0]})`,
        hint,
      }
    if (cells === 0)
      return { status: 'inconclusive', reason: `Expected values in ${column} but all of its cells are empty`, hint }
    return { status: 'pass', reason: `All ${counted$1(cells, 'cell')} of ${column} hold what ${method.id} makes` }
  }
}

/** What is asked of a table that people could be told apart in. */
                                
                                              
                                               
                       
                                                                                                      
                                   
 

/** k-anonymity and distinct l-diversity of a table that was grouped by its quasi-identifiers. */
function anonymity(
  file        ,
  grouping          ,
  sensitive                   ,
  { quasiIdentifiers, minK, minL }               ,
)                                          {
  const groups = grouping.finish();
  const by = listed$3(quasiIdentifiers);
  const title = `At least ${minK} rows of ${file} share each combination of ${by}`;
  const id = checkId('k-anonymity', file);
  const required = { comparator: '>=', value: minK };         
  if (!groups || groups.length === 0) {
    const reason = groups
      ? `Expected rows in ${file} but found none`
      : `Expected at most 1 000 000 combinations of ${by} in ${file} but found more`;
    const hint = groups
      ? 'Check the step that writes it'
      : 'Generalise the quasi-identifiers, or leave identifiers out of them';
    return { checks: [{ id, title, status: 'inconclusive', required, reason, hint, locations: [{ file }] }] }
  }
  const below = groups.filter(({ size }) => size < minK);
  const rowsBelow = below.reduce((sum, { size }) => sum + size, 0);
  const rows = groups.reduce((sum, { size }) => sum + size, 0);
  const k = groups.reduce((least, { size }) => Math.min(least, size), rows);
  const diversity = sensitive.map((column, i) => ({
    column,
    l: groups.reduce((least, { values }) => Math.min(least, values[i]?.size ?? 0), rows),
  }));
  const met = below.length === 0;
  const check        = {
    id,
    title,
    status: met ? 'pass' : 'fail',
    measured: { value: k, unit: 'rows', method: 'k-anonymity', n: rows },
    required,
    reason: met
      ? `The smallest of ${counted$1(groups.length, 'group')} has ${counted$1(k, 'row')}`
      : `Expected at least ${minK} rows in every group but ${counted$1(below.length, 'group')} of ${groups.length} have fewer, ${counted$1(rowsBelow, 'row')} in all; the smallest has ${k}`,
    ...(met ? {} : { hint: `Generalise ${by} (proofmark tokenize: generalise), or suppress the rare rows` }),
    locations: [{ file }],
  };
  const result = {
    quasiIdentifiers: [...quasiIdentifiers],
    k,
    groups: groups.length,
    groupsBelow: below.length,
    rowsBelow,
    diversity,
  };
  return { checks: [check, ...diversityChecks(file, rows, diversity, minL)], result }
}

/** One check per sensitive column; where diversity is required but no column is classified, that nothing was measured. */
function diversityChecks(
  file        ,
  rows        ,
  diversity                        ,
  minL                    ,
)          {
  if (minL === undefined) return []
  const required = { comparator: '>=', value: minL };         
  if (diversity.length === 0)
    return [
      {
        id: checkId('l-diversity', file),
        title: `Every group of ${file} has at least ${minL} values of each sensitive column`,
        status: 'inconclusive',
        required,
        reason: `Expected a column of ${file} besides the quasi-identifiers to be classified as sensitive but found none`,
        hint: 'Classify the columns whose values must not be inferred, in the contract',
        locations: [{ file }],
      },
    ]
  return diversity.map(({ column, l }) => ({
    id: checkId('l-diversity', `${file}.${column}`),
    title: `Every group of ${file} has at least ${minL} values of ${column}`,
    status: l >= minL ? ('pass'         ) : ('fail'         ),
    measured: { value: l, unit: 'values', method: 'distinct-l-diversity', n: rows },
    required,
    reason: `Expected at least ${minL} distinct values of ${column} in every group ${l >= minL ? 'and' : 'but'} found ${l >= minL ? '' : 'only '}${l} in the least diverse`,
    ...(l >= minL ? {} : { hint: 'Generalise the quasi-identifiers until groups are larger' }),
    locations: [{ file, column }],
  }))
}

/** The words of a name, lower case and without accents: `p_bad`, `pBad` and `P-Bad` are all `p`, `bad`; `champion2` is `champion`, `2`. */
const nameWords = (name        )           =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');

/** The words of a file's name, its extension left out. */
const fileWords = (path        )           =>
  nameWords((path.split('/').at(-1) ?? '').replace(/(?<=.)\.[^.]*$/, ''));

/** The words of the folder that a file lies in. */
const folderWords = (path        )           => nameWords(path.split('/').at(-2) ?? '');

/** Which of these words a file is named for, earlier ones first; where its own name has none, its folder's counts. Infinity: none. */
function rankByName(path        , words                   )         {
  const rank = (found                   ) => {
    const at = words.findIndex(word => found.includes(word));
    return at < 0 ? Number.POSITIVE_INFINITY : at
  };
  return Math.min(rank(fileWords(path)), rank(folderWords(path)) + words.length)
}

/** After or before a name they say that the column counts, measures or codes the thing, and does not hold it. */
const HARMLESS_AFTER = new Set(
  `count counts flag year month day code len length size num number n cnt total sum avg mean ratio rate pct percent share
  score rank index idx valid verified validated confirmed missing present changed change opened clicks sent domain type
  status format hash hashed token tokenized masked anzahl nombre numero liczba aantal`.split(/\s+/),
);
const HARMLESS_BEFORE = new Set('is has had num number n cnt count no nb total valid missing'.split(' '));

/** Names come again with every column, and columns with every kind and table: each is taken apart once. */
const TAKEN_APART = new Map                  ();
const MOST$1 = 20_000;

function wordsOf(name        )                    {
  const known = TAKEN_APART.get(name);
  if (known) return known
  if (TAKEN_APART.size >= MOST$1) TAKEN_APART.clear();
  const words = nameWords(name);
  TAKEN_APART.set(name, words);
  return words
}

/**
 * How many characters of a column's name the best of the kind's names covers; 0 where none is there or another word makes
 * it harmless. A name is words in a row (`first name`, also met as `firstname`); `=name` is the whole of the column's
 * name, `*adresse` the end of a word, `religi*` its start.
 */
function nameMatch(kind      , column        )         {
  const words = wordsOf(column);
  if (words.some(word => kind.unless?.includes(word))) return 0
  const despite = new Set(kind.despite);
  let best = 0;
  for (const name of kind.names) {
    const found = find(name, words);
    if (!found) continue
    const before = words.slice(0, found.start).some(word => HARMLESS_BEFORE.has(word) && !despite.has(word));
    const after = words.slice(found.end).some(word => HARMLESS_AFTER.has(word) && !despite.has(word));
    if (!before && !after) best = Math.max(best, words.slice(found.start, found.end).join('').length);
  }
  return best
}

function find(name        , words                   )                                             {
  const parts = wordsOf(name);
  const joined = parts.join('');
  if (name.startsWith('=')) return words.join('') === joined ? { start: 0, end: words.length } : undefined
  for (const start of words.keys()) {
    const word = words[start] ?? '';
    const one = name.startsWith('*')
      ? word.endsWith(joined)
      : name.endsWith('*')
        ? word.startsWith(joined)
        : word === joined;
    if (one) return { start, end: start + 1 }
    if (parts.every((part, i) => words[start + i] === part)) return { start, end: start + parts.length }
  }
  return undefined
}

/** So improbable must the passing values be by chance. */
const ALPHA = 1e-9;
/** So large a share of the cells that say anything must pass. */
const MOST = 0.6;

/** What speaks for a kind. Shares are of distinct values looked at, `rate` of the cells that say anything. */
                          
                                            
                        
                                                                   
                                 
                                                                     
                                  
                                                                          
                              
                                   
                    
                                                                                 
                                
 

/** A kind that a column seems to hold. */
                            
                     
                           
                                                           
                             
                                                                     
                        
 

/** What a column holds by its name and values, the likeliest kind; undefined where nothing speaks for one. */
function judgeColumn(
  sample              ,
  kinds                 ,
  validators            ,
)                        {
  const [best] = kinds.flatMap(kind => suspect(kind, sample, validators) ?? []).toSorted(likelier);
  return best
}

/** Whether it is worth loading the kind's library: the column is named for it, or enough of its cells look like it. */
const worthAsking = (kind      , sample              )          =>
  nameMatch(kind, sample.name) > 0 || (kind.values?.chance !== undefined && mostPass(sample, looks(kind)));

function suspect(kind      , sample              , validators            )                        {
  const match = nameMatch(kind, sample.name);
  const { values } = kind;
  const name = match > 0;
  if (!name && values?.chance === undefined) return undefined
  // Neither named nor alike: its library may not even be loaded.
  if (!name && !mostPass(sample, looks(kind))) return undefined
  const looked = shares(sample, looks(kind));
  if (!values) {
    const believed = sample.cells === 0 || kind.plausible === undefined || shares(sample, kind.plausible).rate >= MOST;
    const grounds = { name, pattern: null, checksum: null, rate: null, n: looked.n, pValue: null };
    return believed ? { kind, grounds, confirmed: false, match } : undefined
  }
  const { pattern, checksum, chance } = values;
  const passed = checksum ? shares(sample, value => pattern.test(value) && checksum.passes(value, validators)) : looked;
  const pValue = chance && looked.n > 0 ? binomTest(passed.k, passed.n, chance.rate, 'greater').pValue : null;
  const beyondChance = pValue !== null && pValue < ALPHA;
  const confirmed = name ? passed.rate >= MOST || beyondChance : beyondChance && passed.rate >= MOST;
  const byName = name && (sample.cells === 0 || looked.rate >= MOST);
  if (!confirmed && !byName) return undefined
  const grounds          = {
    name,
    pattern: looked.share,
    checksum: checksum ? passed.share : null,
    rate: passed.rate,
    n: looked.n,
    pValue,
  };
  return { kind, grounds, confirmed, match }
}

const looks =
  ({ values }      ) =>
  (value        ) =>
    values?.pattern.test(value) ?? false;

/** Whether most cells pass: asked of every kind for every column, so it ends as soon as the answer is settled. */
function mostPass({ values }              , passes                            )          {
  let left = 0;
  for (const count of values.values()) left += count;
  let needed = MOST * left;
  if (left === 0) return false
  for (const [value, count] of values) {
    if (passes(value)) needed -= count;
    left -= count;
    if (needed <= 0) return true
    if (left < needed) return false
  }
  return false
}

function shares({ values }              , passes                            ) {
  let k = 0;
  let cells = 0;
  let passing = 0;
  for (const [value, count] of values) {
    cells += count;
    if (!passes(value)) continue
    k++;
    passing += count;
  }
  const n = values.size;
  return { k, n, share: n === 0 ? 0 : k / n, rate: cells === 0 ? 0 : passing / cells }
}

/** Confirmed before suspected, named before unnamed and by the longer name, then what passes oftener and is harder to pass. */
function likelier(a           , b           )         {
  const chance = ({ kind }           ) => kind.values?.chance?.rate ?? 1;
  return (
    Number(b.confirmed) - Number(a.confirmed) ||
    b.match - a.match ||
    (b.grounds.rate ?? 0) - (a.grounds.rate ?? 0) ||
    chance(a) - chance(b) ||
    (a.kind.id < b.kind.id ? -1 : 1)
  )
}

/** The check of one column that seems to hold sensitive data: does the contract classify it so? No value is in it. */
function columnCheck(
  file        ,
  column        ,
  { kind, grounds, confirmed }           ,
  property                      ,
)        {
  const classified = property !== undefined && isSensitive(property);
  const said = classification(property);
  const status = classified ? 'pass' : confirmed && kind.personal === 'always' ? 'fail' : 'warn';
  const found = `${kind.title}: ${groundsOf(grounds)}`;
  const { rate, n, pValue } = grounds;
  return {
    id: checkId('sensitive', `${file}.${column}`),
    title: `The contract classifies ${column} of ${file}, which seems to hold ${kind.title}`,
    status,
    measured: {
      value: kind.id,
      n,
      ...(rate === null ? {} : { share: rate }),
      ...(pValue === null ? {} : { pValue, method: 'binomial-beyond-chance' }),
    },
    required: { comparator: 'is', value: 'classified' },
    reason: classified
      ? `The contract classifies ${column} as ${said}; it seems to hold ${found}`
      : `Expected ${column} to be classified as sensitive but ${said === null ? (property ? 'it has no classification' : 'no contract describes it') : `it is ${said}`}; it seems to hold ${found}`,
    ...(classified
      ? {}
      : {
          hint: 'Set its classification in the contract, e.g. restricted; or drop or pseudonymise the column (proofmark tokenize)',
        }),
    locations: [{ file, column, note: kind.id }],
  }
}

/** The contract's own word for a column; null where it says none. */
const classification = (property                      )                =>
  property?.classification === undefined || property.classification === null ? null : String(property.classification);

function groundsOf({ name, pattern, checksum, rate, n, pValue }                      )         {
  const parts = [
    ...(name ? ['the name says so'] : []),
    ...(rate === null || n === 0
      ? []
      : [
          `${percent(rate)} of its cells pass (${formatCount(n)} distinct looked at, ${percent(pattern ?? 0)} by look${checksum === null ? '' : `, ${percent(checksum)} by checksum`})`,
        ]),
    ...(pValue !== null && pValue < ALPHA ? ['far more than chance would (p < 1e-9)'] : []),
  ];
  return parts.join(', ')
}

const percent = (share        ) => `${formatNumber(Math.round(share * 1000) / 10)} %`;

/** Distinct values that are looked at per column. */
const KEPT = 1000;
/** Longer cells are no identifier of any kind; only their start is kept. */
const MAX_CELL = 512;
const NOTHING = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', 'nil', '-', '?']);

/** What is kept of a column: how many cells say something, and a sample of the distinct ones with how often each occurs. */
                               
                       
                        
                                              
 

/**
 * Takes a column's cells in one pass and keeps the distinct values whose hashes are smallest (Bar-Yossef et al. 2002,
 * bottom-k): a uniform sample of the distinct values, the same in any order of rows, with the exact count of each.
 */
function sampleColumn(name        )                                                      {
  let cells = 0;
  let kept = new Map                                         ();
  let limit = Number.POSITIVE_INFINITY;
  return {
    add(whole) {
      const cell = whole.length > MAX_CELL ? whole.slice(0, MAX_CELL) : whole;
      const known = kept.get(cell);
      if (known) {
        known.count++;
        cells++;
        return
      }
      const value = cell.trim();
      if (NOTHING.has(value.length > 4 ? 'x' : value.toLowerCase())) return
      cells++;
      const hash = hashOf(cell);
      if (hash > limit) return
      kept.set(cell, { count: 1, hash });
      if (kept.size >= 2 * KEPT) prune();
    },
    finish() {
      if (kept.size > KEPT) prune();
      return { name, cells, values: trimmed(kept) }
    },
  }

  function prune() {
    const ordered = [...kept].toSorted(([a, { hash: x }], [b, { hash: y }]) => x - y || (a < b ? -1 : 1)).slice(0, KEPT);
    limit = ordered.at(-1)?.[1].hash ?? limit;
    kept = new Map(ordered);
  }
}

function trimmed(kept                                        )                      {
  const values = new Map                ();
  for (const [cell, { count }] of kept) {
    // A column of whole numbers with gaps leaves pandas as floats: 79927398713.0.
    const value = cell.trim().replace(/^(\d{4,})\.0$/, '$1');
    values.set(value, (values.get(value) ?? 0) + count);
  }
  return values
}

/** FNV-1a over UTF-16 units, then a finaliser that spreads neighbours apart. */
function hashOf(text        )         {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Groups that are told apart; beyond them memory, and not the table, would decide. */
const MAX_GROUPS = 1_000_000;

/** One group of rows alike in every quasi-identifier: its size, and the distinct values of each sensitive column. */
                 
              
                                         
 

                           
                                 
                                                                            
                                        
 

/** Groups the rows of a table by some columns (their places in a row); an empty cell is a value like any other. */
function groupRows(by                   , sensitive                   )           {
  const groups = new Map               ();
  let overflowed = false;
  return {
    add(rows) {
      if (overflowed) return
      for (const { cells } of rows) {
        const key = JSON.stringify(by.map(at => cells[at] ?? ''));
        let group = groups.get(key);
        if (!group) {
          group = { size: 0, values: sensitive.map(() => new Set()) };
          groups.set(key, group);
          if (groups.size > MAX_GROUPS) {
            overflowed = true;
            groups.clear();
            return
          }
        }
        group.size++;
        for (const [i, at] of sensitive.entries()) group.values[i]?.add(cells[at] ?? '');
      }
    },
    finish: () => (overflowed ? undefined : [...groups.values()]),
  }
}

/** Age in years, by the column’s name; the cells must be numbers a person can be old. */
const age = defineKind({
  id: 'age',
  title: 'an age',
  category: 'person',
  personal: 'sometimes',
  names: [
    '=age',
    'customer age',
    'applicant age',
    'patient age',
    'client age',
    'person age',
    'age years',
    'age at',
    '=alter',
    '=edad',
    '=eta',
    '=leeftijd',
    '=idade',
    '=wiek',
  ],
  values: {
    pattern: /^\d{1,3}(?:\.\d+)?$/,
    checksum: { passes: value => Number(value) <= 125 },
  },
});

/** Austria’s Versicherungsnummer: serial with check digit, birth date. */
const atVnr = defineKind({
  id: 'at-vnr',
  title: 'an Austrian social security number',
  category: 'national-id',
  personal: 'always',
  names: ['versicherungsnummer', 'sozialversicherungsnummer', 'svnr', 'vsnr', 'sv nummer'],
  values: {
    pattern: /^\d{4} ?\d{6}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('AT', 'vnr', value) },
    chance: { of: '##########', rate: 0.005 },
  },
});

/** Belgium’s national number: birth date, serial, and 97 minus the rest modulo 97. */
const beNn = defineKind({
  id: 'be-nn',
  title: 'a Belgian national number',
  category: 'national-id',
  personal: 'always',
  names: [
    'rijksregisternummer',
    'numero national',
    'numero de registre national',
    'registre national',
    'niss',
    'insz',
    'nrn',
  ],
  values: {
    pattern: /^\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('BE', 'nn', value) },
    chance: { of: '###########', rate: 0.002 },
  },
});

/** Biometric data (Art. 9 GDPR), by the column’s name. */
const biometrics = defineKind({
  id: 'biometrics',
  title: 'biometric data',
  category: 'special',
  personal: 'always',
  names: [
    'biometr*',
    'fingerprint',
    'fingerprints',
    'faceprint',
    'face embedding',
    'face encoding',
    'face id',
    'faceid',
    'iris scan',
    'retina scan',
    'voiceprint',
    'palm print',
    'fingerabdruck',
    'gesichtserkennung',
    'empreinte digitale',
    'empreinte',
    'huella dactilar',
    'huella',
    'impronta digitale',
    'impressao digital',
    'vingerafdruk',
    'odcisk palca',
  ],
  unless: ['device', 'browser', 'tls', 'ja3', 'key', 'ssh', 'cert', 'certificate', 'file', 'sha256'],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Date, month or year of birth, by the column’s name; the cells must be dates. */
const birthDate = defineKind({
  id: 'birth-date',
  title: 'a date of birth',
  category: 'person',
  personal: 'always',
  names: [
    'birth date',
    'birthdate',
    'birth day',
    'birthday',
    'birth year',
    'year of birth',
    'date of birth',
    'dateofbirth',
    'dob',
    'yob',
    'born',
    'geburtsdatum',
    'geburtstag',
    'geburtsjahr',
    'geboren',
    '*geburtsdatum',
    'date naissance',
    'date de naissance',
    'naissance',
    'fecha nacimiento',
    'fecha de nacimiento',
    'nacimiento',
    'data nascita',
    'data di nascita',
    'nascita',
    'anno nascita',
    'anno di nascita',
    'data nascimento',
    'data de nascimento',
    'nascimento',
    'geboortedatum',
    'geboortejaar',
    'data urodzenia',
    'urodzenia',
    'rok urodzenia',
  ],
  unless: ['place', 'country', 'city', 'lieu', 'lugar', 'luogo', 'ort', 'weight'],
  despite: ['year', 'month', 'day', 'date', 'domain'],
  values: {
    pattern:
      /^\d{4}[-/.]?(?:0\d|1[0-2])(?:[-/.]?[0-3]\d(?:[T ].{4,20})?)?$|^[0-3]?\d[-/. ][01]?\d[-/. ](?:\d{2}|\d{4})$|^(?:18|19|20)\d{2}$/,
  },
});

/** Switzerland’s AHV number: 756 and an EAN-13 check digit. */
const chAhv = defineKind({
  id: 'ch-ahv',
  title: 'a Swiss social security number (AHV)',
  category: 'national-id',
  personal: 'always',
  names: ['ahv', 'ahv nummer', 'ahv nr', 'avs', 'numero avs', 'sozialversicherungsnummer', 'navs13', 'ahvn13'],
  values: {
    pattern: /^756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('CH', 'ssn', value) },
    chance: { of: '756##########', rate: 0.11 },
  },
});

/** Latitude or longitude in degrees, to four decimals (about ten metres) or more, or both with a comma. */
const coordinates = defineKind({
  id: 'coordinates',
  title: 'a place in coordinates',
  category: 'location',
  personal: 'sometimes',
  names: [
    'lat',
    'latitude',
    'lon',
    'lng',
    'long',
    'longitude',
    'gps',
    'geo',
    'geolocation',
    'coordinates',
    'coords',
    'latitud',
    'longitud',
    'latitudine',
    'longitudine',
    'breitengrad',
    'langengrad',
    'breedtegraad',
    'lengtegraad',
    'szerokosc geograficzna',
    'dlugosc geograficzna',
    'coordenadas',
    'coordonnees',
    'coordinate',
  ],
  values: {
    pattern: /^-?\d{1,3}\.\d{4,}(?:[,; ]{1,2}-?\d{1,3}\.\d{4,})?$/,
    checksum: { passes: value => value.split(/[,; ]+/).every(part => Math.abs(Number(part)) <= 180) },
  },
});

/** A payment card number (ISO/IEC 7812): an issuer’s range, its length, and the Luhn digit. */
const creditCard = defineKind({
  id: 'credit-card',
  title: 'a payment card number',
  category: 'payment',
  personal: 'always',
  names: [
    'card number',
    'credit card',
    'creditcard',
    'cc number',
    'ccn',
    'pan',
    'debit card',
    'kreditkarte',
    'kreditkartennummer',
    'kartennummer',
    'carte bancaire',
    'carte de credit',
    'numero carte',
    'tarjeta',
    'tarjeta de credito',
    'carta di credito',
    'numero carta',
    'cartao',
    'cartao de credito',
    'creditcardnummer',
    'kaartnummer',
    'karta',
    'numer karty',
  ],
  unless: ['type', 'brand', 'limit', 'score'],
  values: {
    pattern: /^\d{4}(?:[ -]?\d{4,6}){2}(?:[ -]?\d{1,5})?$/,
    checksum: { passes: value => isIssued(value.replace(/\D/g, '')) && luhn(value) },
    chance: { of: '################', rate: 0.03 },
  },
});

/** Visa, Mastercard, American Express, Diners Club, Discover, JCB, Maestro, UnionPay, Mir: first digits and length. */
const isIssued = (digits        )          =>
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|(?:5018|5020|5038|6304|6759|676[1-3])\d{8,15}|62\d{14,17}|220[0-4]\d{12})$/.test(
    digits,
  );

/** Criminal convictions and offences (Art. 10 GDPR), by the column’s name. */
const criminalRecord = defineKind({
  id: 'criminal-record',
  title: 'criminal convictions or offences',
  category: 'offence',
  personal: 'always',
  names: [
    'criminal',
    'criminal record',
    'criminal history',
    'conviction',
    'convictions',
    'convicted',
    'offence',
    'offences',
    'offense',
    'offenses',
    'felony',
    'misdemeanor',
    'arrest',
    'arrests',
    'arrested',
    'prison',
    'recidiv*',
    'vorstrafe',
    'vorstrafen',
    'vorbestraft',
    'straftat',
    'strafregister',
    'casier judiciaire',
    'condamnation',
    'infraction penale',
    'antecedentes penales',
    'condena',
    'delito',
    'precedenti penali',
    'condanna',
    'casellario',
    'reato',
    'antecedentes criminais',
    'condenacao',
    'strafblad',
    'veroordeling',
    'strafbaar feit',
    'karalnosc',
    'wyrok',
    'skazany',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Germany’s Steuer-IdNr: eleven digits, one of the first ten repeated, ISO 7064 mod 11,10 (§ 139b AO). */
const deIdnr = defineKind({
  id: 'de-idnr',
  title: 'a German tax number (Steuer-IdNr)',
  category: 'national-id',
  personal: 'always',
  names: [
    'steuer id',
    'steueridnr',
    'steueridentifikationsnummer',
    'identifikationsnummer',
    'steuernummer',
    'idnr',
    'tin',
  ],
  values: {
    pattern: /^\d{2} ?\d{3} ?\d{3} ?\d{3}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('DE', 'idnr', value) },
    chance: { of: '###########', rate: 0.012 },
  },
});

/** Germany’s Versicherungsnummer: office, birth date, initial, serial and check digit (VKVV § 2). */
const deSvnr = defineKind({
  id: 'de-svnr',
  title: 'a German social security number',
  category: 'national-id',
  personal: 'always',
  names: ['sozialversicherungsnummer', 'rentenversicherungsnummer', 'versicherungsnummer', 'svnr', 'rvnr', 'sv nummer'],
  values: {
    pattern: /^\d{2} ?\d{6} ?[A-Z] ?\d{3}$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('DE', 'svnr', value) },
    chance: { of: '########A###', rate: 0.012 },
  },
});

/** Denmark’s CPR number: birth date and serial, without a check digit since 2007: a time in seconds can pass, so the name must say so. */
const dkCpr = defineKind({
  id: 'dk-cpr',
  title: 'a Danish personal number (CPR)',
  category: 'national-id',
  personal: 'always',
  names: ['cpr', 'cpr nummer', 'cprnummer', 'cpr nr', 'personnummer'],
  values: {
    pattern: /^\d{6}-?\d{4}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('DK', 'cpr', value) },
  },
});

/** An address of RFC 5321, without quoted local parts. */
const email = defineKind({
  id: 'email',
  title: 'an e-mail address',
  category: 'contact',
  personal: 'always',
  names: [
    'email',
    'e mail',
    'mail',
    'emailaddress',
    'courriel',
    'correo',
    'correo electronico',
    'posta elettronica',
    '*mailadresse',
  ],
  values: {
    pattern: /^[^\s@",;<>]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63}$/u,
    chance: { of: '********************', rate: 1e-6 },
  },
});

/** Spain’s DNI and NIE: the letter is the number modulo 23 (R.D. 1553/2005). */
const esDni = defineKind({
  id: 'es-dni',
  title: 'a Spanish identity number (DNI, NIE)',
  category: 'national-id',
  personal: 'always',
  names: [
    'dni',
    'nie',
    'nif',
    'numero de identidad',
    'documento nacional',
    'documento de identidad',
    'documento identidad',
  ],
  values: {
    pattern: /^(?:\d{8}|[XYZ][ -]?\d{7})[ -]?[A-Z]$/i,
    checksum: {
      library: 'stdnum',
      passes: (value, { stdnum }) => stdnum('ES', 'dni', value) || stdnum('ES', 'nie', value),
    },
    chance: { of: '########A', rate: 0.042 },
  },
});

/** Spain’s social security number: twelve digits, the last two modulo 97. */
const esNss = defineKind({
  id: 'es-nss',
  title: 'a Spanish social security number',
  category: 'national-id',
  personal: 'always',
  names: ['nss', 'numero seguridad social', 'numero de seguridad social', 'seguridad social', 'naf'],
  values: {
    pattern: /^\d{2}[ /-]?\d{8}[ /-]?\d{2}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('ES', 'nss', value) },
    chance: { of: '############', rate: 0.012 },
  },
});

/** Racial or ethnic origin (Art. 9 GDPR), by the column’s name. */
const ethnicity = defineKind({
  id: 'ethnicity',
  title: 'ethnic origin',
  category: 'special',
  personal: 'always',
  names: [
    'ethni*',
    'race',
    'racial',
    'skin color',
    'skin colour',
    'ancestry',
    'rasse',
    'hautfarbe',
    'herkunft',
    'ethnie',
    'origine ethnique',
    'raza',
    'etnia',
    'etnico',
    'etnicidad',
    'razza',
    'origine etnica',
    'raca',
    'etnicidade',
    'ras',
    'etniciteit',
    'afkomst',
    'rasa',
    'pochodzenie etniczne',
  ],
  unless: ['condition', 'time', 'car', 'track', 'position'],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** A VAT number with its country’s prefix; a company’s, unless it is a sole trader’s. */
const euVat = defineKind({
  id: 'eu-vat',
  title: 'an EU VAT number',
  category: 'national-id',
  personal: 'sometimes',
  names: [
    'vat',
    'vat number',
    'vat id',
    'vatin',
    'ust id',
    'ustidnr',
    'umsatzsteuer id',
    'numero tva',
    'tva',
    'btw nummer',
    'btw',
    'numer vat',
  ],
  unless: ['rate', 'amount', 'percent'],
  values: {
    pattern:
      /^(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[ -]?[\dA-Z+*][\dA-Z+*. -]{6,13}$/i,
    checksum: { library: 'stdnum', passes: (value, { vat }) => vat(value) },
    chance: { of: 'DE#########', rate: 0.12 },
  },
});

/** Finland’s henkilötunnus: birth date, century, serial, modulo 31. */
const fiHetu = defineKind({
  id: 'fi-hetu',
  title: 'a Finnish personal number',
  category: 'national-id',
  personal: 'always',
  names: ['hetu', 'henkilotunnus', 'personbeteckning'],
  values: {
    pattern: /^\d{6}[-+A-FU-Y]\d{3}[\dA-Y]$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('FI', 'hetu', value) },
    chance: { of: '######-####', rate: 0.01 },
  },
});

/** France’s tax number (SPI): thirteen digits starting with 0 to 3, the last three modulo 511. */
const frNif = defineKind({
  id: 'fr-nif',
  title: 'a French tax number (SPI)',
  category: 'national-id',
  personal: 'always',
  names: ['spi', 'nif', 'numero fiscal', 'numero spi', 'reference fiscale'],
  values: {
    pattern: /^[0-3]\d ?\d{2} ?\d{3} ?\d{3} ?\d{3}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('FR', 'nif', value) },
    chance: { of: '1############', rate: 0.003 },
  },
});

/** France’s NIR: sex, year, month, place of birth, serial, and 97 minus the rest modulo 97. */
const frNir = defineKind({
  id: 'fr-nir',
  title: 'a French social security number (NIR)',
  category: 'national-id',
  personal: 'always',
  names: [
    'nir',
    'numero securite sociale',
    'numero de securite sociale',
    'securite sociale',
    'secu',
    'insee',
    'num secu',
  ],
  unless: ['commune'],
  values: {
    pattern: /^[12478] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('FR', 'nir', value) },
    chance: { of: '1##############', rate: 0.013 },
  },
});

/** Genetic data (Art. 9 GDPR), by the column’s name. */
const geneticData = defineKind({
  id: 'genetic-data',
  title: 'genetic data',
  category: 'special',
  personal: 'always',
  names: [
    'genetic',
    'genetics',
    'genome',
    'genomic',
    'genotype',
    'dna',
    'snp',
    'allele',
    'brca',
    'genetisch',
    'genetik',
    'genetique',
    'genetica',
    'genetico',
    'genetyka',
    'dane genetyczne',
  ],
  unless: ['algorithm'],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Data concerning health (Art. 9 GDPR), by the column’s name. */
const health = defineKind({
  id: 'health',
  title: 'data about health',
  category: 'special',
  personal: 'always',
  names: [
    'health',
    'medical',
    'medical history',
    'disease',
    'illness',
    'diagnos*',
    'symptom*',
    'disability',
    'disabled',
    'handicap',
    'allergy',
    'allergies',
    'pregnan*',
    'smoker',
    'diabet*',
    'hiv',
    'cancer',
    'blood type',
    'blood group',
    'blood pressure',
    'medication',
    'prescription',
    'treatment plan',
    'bmi',
    'krankheit*',
    'gesundheit*',
    'behinderung',
    'schwerbehindert',
    'diagnose',
    'schwanger',
    'sante',
    'maladie',
    'malade',
    'handicape',
    'grossesse',
    'salud',
    'enfermedad',
    'discapacidad',
    'embarazo',
    'embarazada',
    'salute',
    'malattia',
    'disabilita',
    'gravidanza',
    'incinta',
    'saude',
    'doenca',
    'deficiencia',
    'gravidez',
    'gezondheid',
    'ziekte',
    'zwanger',
    'zdrowie',
    'choroba',
    'niepelnosprawnosc',
    'ciaza',
  ],
  unless: ['system', 'service', 'check', 'server', 'score', 'probe'],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** An international bank account number (ISO 13616): the country’s length and mod 97. */
const iban = defineKind({
  id: 'iban',
  title: 'a bank account number (IBAN)',
  category: 'payment',
  personal: 'always',
  names: [
    'iban',
    'bank account',
    'account number',
    'kontonummer',
    'bankverbindung',
    'compte bancaire',
    'numero de compte',
    'rib',
    'cuenta bancaria',
    'numero de cuenta',
    'conto corrente',
    'conta bancaria',
    'nib',
    'rekeningnummer',
    'rekening',
    'numer konta',
    'rachunek',
  ],
  values: {
    pattern: /^[a-z]{2}\d{2}[a-z\d ]{10,36}$/i,
    checksum: { library: 'ibantools', passes: (value, { iban }) => iban(value) },
    chance: { of: 'DE####################', rate: 0.012 },
  },
});

/** A diagnosis by its ICD-10 code; article numbers look alike, so the name must say so. */
const icd10 = defineKind({
  id: 'icd-10',
  title: 'a diagnosis (ICD-10)',
  category: 'special',
  personal: 'always',
  names: [
    'icd',
    'icd10',
    'icd 10',
    'icd code',
    'diagnosis code',
    'diagnosis',
    'diagnose',
    'diagnosecode',
    'diagnosi',
    'diagnostico',
    'diagnostic',
    'cie10',
    'cim10',
    'dx',
    'dx code',
    'rozpoznanie',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
  values: {
    pattern: /^[A-TV-Z]\d[\dAB](?:\.?[\dA-Z]{1,4})?$/i,
  },
});

/** Ireland’s PPS number: seven digits and a letter modulo 23. */
const iePps = defineKind({
  id: 'ie-pps',
  title: 'an Irish PPS number',
  category: 'national-id',
  personal: 'always',
  names: ['pps', 'ppsn', 'pps number', 'ppsno'],
  values: {
    pattern: /^\d{7}[A-W][A-IW]?$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('IE', 'pps', value) },
    chance: { of: '#######A', rate: 0.045 },
  },
});

/** A mobile device’s number (3GPP TS 23.003): fifteen digits, the last a Luhn digit. */
const imei = defineKind({
  id: 'imei',
  title: 'a mobile device number (IMEI)',
  category: 'device',
  personal: 'always',
  names: ['imei', 'device imei'],
  values: {
    pattern: /^\d{2}-?\d{6}-?\d{6}-?\d$/,
    checksum: { passes: value => luhn(value) },
    chance: { of: '###############', rate: 0.11 },
  },
});

/** An address of the internet protocol, version 4 or 6 (RFC 4291). */
const ipAddress = defineKind({
  id: 'ip-address',
  title: 'an IP address',
  category: 'device',
  personal: 'always',
  names: [
    'ip',
    'ip address',
    'ipaddress',
    'ipv4',
    'ipv6',
    'client ip',
    'remote addr',
    'adresse ip',
    'direccion ip',
    'indirizzo ip',
    'endereco ip',
    'ip adresse',
    'ip adres',
  ],
  values: {
    pattern: /^[\da-f:.]{3,45}$/i,
    checksum: { passes: isIpAddress },
    chance: { of: '###.###.###.###', rate: 0.01 },
  },
});

function isIpAddress(value        )          {
  if (!value.includes(':')) return isVersion4(value)
  const halves = value.split('::');
  if (halves.length > 2) return false
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')));
  const tail = groups.at(-1) ?? '';
  const embedded = tail.includes('.');
  const hex = embedded ? groups.slice(0, -1) : groups;
  const width = hex.length + (embedded ? 2 : 0);
  const complete = halves.length === 2 ? width < 8 : width === 8;
  return complete && (!embedded || isVersion4(tail)) && hex.every(group => /^[\da-f]{1,4}$/i.test(group))
}

const isVersion4 = (value        )          => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(value);

/** Italy’s codice fiscale of a person: the last letter is a check over the other fifteen (D.M. 12 March 1974). */
const itCodiceFiscale = defineKind({
  id: 'it-codice-fiscale',
  title: 'an Italian tax code (codice fiscale)',
  category: 'national-id',
  personal: 'always',
  names: ['codice fiscale', 'cod fiscale', 'cod fisc', 'codfisc', 'cf', 'fiscal code', 'tax code'],
  values: {
    pattern: /^[A-Z]{6}[\dLMNPQRSTUV]{2}[ABCDEHLMPRST][\dLMNPQRSTUV]{2}[A-Z][\dLMNPQRSTUV]{3}[A-Z]$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('IT', 'codicefiscale', value) },
    chance: { of: 'AAAAAA##A##A###A', rate: 0.04 },
  },
});

/** Italy’s VAT number, held by the self-employed too: eleven digits, the last a Luhn digit, the office before it. */
const itPartitaIva = defineKind({
  id: 'it-partita-iva',
  title: 'an Italian VAT number (partita IVA)',
  category: 'national-id',
  personal: 'always',
  names: ['partita iva', 'p iva', 'piva', 'codice iva'],
  values: {
    pattern: /^(?:IT ?)?\d{11}$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('IT', 'iva', value.replace(/^IT ?/i, '')) },
    chance: { of: '###########', rate: 0.013 },
  },
});

/** A JSON Web Token (RFC 7519): whoever has it is let in. */
const jwt = defineKind({
  id: 'jwt',
  title: 'a JSON Web Token',
  category: 'credential',
  personal: 'always',
  names: ['jwt', 'id token', 'bearer', 'bearer token'],
  values: {
    pattern: /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*$/,
    chance: { of: '**********.**********.**********', rate: 1e-6 },
  },
});

/** A hardware address of a network card (IEEE 802), in pairs or in Cisco’s threes. */
const macAddress = defineKind({
  id: 'mac-address',
  title: 'a MAC address',
  category: 'device',
  personal: 'always',
  names: ['mac', 'mac address', 'macaddress', 'hardware address', 'bssid', 'wifi mac', 'bluetooth address'],
  values: {
    pattern: /^[\da-f]{2}(?:([:-])[\da-f]{2})(?:\1[\da-f]{2}){4}$|^[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}$/i,
    chance: { of: '**:**:**:**:**:**', rate: 0.01 },
  },
});

/** What columns of telephone numbers are called, however the numbers are written. */
const PHONE_NAMES = [
  'phone',
  'telephone',
  'mobile',
  'mobile number',
  'cell',
  'cellphone',
  'tel',
  'fax',
  'msisdn',
  'telefon',
  'handy',
  'mobil',
  'telefono',
  'telefone',
  'telemovel',
  'telemovil',
  'movil',
  'cellulare',
  'portable',
  'telefoon',
  'mobiel',
  'telefonu',
  'komorka',
  '*telefon',
  '*phone',
  '*telefonnummer',
  '*rufnummer',
];

/** Words beside those that make it a column about the device. */
const PHONE_UNLESS = ['model', 'brand', 'type', 'os', 'plan'];

/** A number as dialled inside a country: any run of 7 to 13 digits could be one, so the name must say so. */
const nationalPhone = defineKind({
  id: 'national-phone',
  title: 'a telephone number',
  category: 'contact',
  personal: 'always',
  names: PHONE_NAMES,
  unless: PHONE_UNLESS,
  values: {
    pattern: /^\(?0?\d(?:[\s()./-]{0,2}\d){6,12}$/,
  },
});

/** The Netherlands’ burgerservicenummer: nine digits that pass the eleven test. */
const nlBsn = defineKind({
  id: 'nl-bsn',
  title: 'a Dutch citizen number (BSN)',
  category: 'national-id',
  personal: 'always',
  names: ['bsn', 'burgerservicenummer', 'sofinummer', 'sofi nummer'],
  values: {
    pattern: /^\d{9}$|^\d{4}[. ]\d{2}[. ]\d{3}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('NL', 'bsn', value) },
    chance: { of: '#########', rate: 0.1 },
  },
});

/** The name of a person, by the column’s name only: nothing in a word says that it is one. */
const personName = defineKind({
  id: 'person-name',
  title: 'the name of a person',
  category: 'person',
  personal: 'always',
  names: [
    'first name',
    'firstname',
    'given name',
    'last name',
    'lastname',
    'family name',
    'surname',
    'middle name',
    'maiden name',
    'full name',
    'fullname',
    'customer name',
    'client name',
    'patient name',
    'employee name',
    'person name',
    'contact name',
    'applicant name',
    'holder name',
    '=name',
    'nome',
    'cognome',
    'nome cognome',
    'nominativo',
    'nombre',
    'nombre completo',
    'apellido',
    'apellidos',
    'prenom',
    'nom de famille',
    'nom complet',
    '=nom',
    'vorname',
    'nachname',
    'familienname',
    'kundenname',
    '*vorname',
    '*nachname',
    'voornaam',
    'achternaam',
    '=naam',
    'nazwisko',
    'imie',
    'imie nazwisko',
    'sobrenome',
    'apelido',
    'nome completo',
    'nome proprio',
  ],
  unless: ['file', 'host', 'product', 'company', 'brand', 'domain', 'column', 'table', 'user agent'],
  plausible: value => /\p{L}{2}/u.test(value) && !/\d{2}|@/.test(value),
});

/** A number written internationally (E.164): with `+` and the country, valid by that country’s numbering plan. */
const phone = defineKind({
  id: 'phone',
  title: 'a telephone number',
  category: 'contact',
  personal: 'always',
  names: PHONE_NAMES,
  unless: PHONE_UNLESS,
  values: {
    pattern: /^\+\d[\d\s()./-]{6,20}\d$/,
    checksum: { library: 'libphonenumber', passes: (value, { phone }) => phone(value) },
    chance: { of: '+############', rate: 0.09 },
  },
});

/** Poland’s PESEL: birth date, serial, sex and a weighted check digit. */
const plPesel = defineKind({
  id: 'pl-pesel',
  title: 'a Polish identity number (PESEL)',
  category: 'national-id',
  personal: 'always',
  names: ['pesel', 'numer pesel'],
  values: {
    pattern: /^\d{11}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('PL', 'pesel', value) },
    chance: { of: '###########', rate: 0.01 },
  },
});

/** Political opinions (Art. 9 GDPR), by the column’s name. */
const politicalOpinion = defineKind({
  id: 'political-opinion',
  title: 'political opinion',
  category: 'special',
  personal: 'always',
  names: [
    'political',
    'political party',
    'political opinion',
    'politics',
    'party affiliation',
    'vote intention',
    'voting intention',
    'politische meinung',
    'parteizugehorigkeit',
    'opinion politique',
    'parti politique',
    'opinion politica',
    'partido politico',
    'orientamento politico',
    'opinione politica',
    'partito politico',
    'opiniao politica',
    'politieke voorkeur',
    'politieke partij',
    'poglady polityczne',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Street and house number, by the column’s name only. */
const postalAddress = defineKind({
  id: 'postal-address',
  title: 'a postal address',
  category: 'location',
  personal: 'always',
  names: [
    'address',
    'street',
    'street address',
    'home address',
    'billing address',
    'shipping address',
    'address line',
    'adresse',
    '*adresse',
    '*anschrift',
    '*strasse',
    'hausnummer',
    'rue',
    'adresse postale',
    'direccion',
    'calle',
    'domicilio',
    'indirizzo',
    'residenza',
    'via',
    'endereco',
    'morada',
    'rua',
    'adres',
    '*adres',
    'straat',
    'straatnaam',
    'ulica',
    'adres zamieszkania',
  ],
  unless: [
    'ip',
    'mac',
    'email',
    'mail',
    'e',
    'web',
    'url',
    'wallet',
    'memory',
    'bitcoin',
    'hardware',
    'bluetooth',
    'remote',
  ],
  plausible: value => /\p{L}{3}/u.test(value) && !value.includes('@'),
});

/** A postal code, by the column’s name; the cells must look like one of Europe’s or a ZIP code. */
const postcode = defineKind({
  id: 'postcode',
  title: 'a postcode',
  category: 'location',
  personal: 'sometimes',
  names: [
    'postcode',
    'post code',
    'postal code',
    'postalcode',
    'zip',
    'zip code',
    'zipcode',
    'plz',
    'postleitzahl',
    'code postal',
    'codigo postal',
    '=cap',
    'codice postale',
    'codice avviamento postale',
    'cep',
    'kod pocztowy',
    'kodpocztowy',
  ],
  values: {
    pattern:
      /^(?:[A-Z]{1,2}-?)?\d{4,5}(?:-\d{3,4})?$|^\d{2}-\d{3}$|^\d{3} \d{2}$|^\d{4} ?[A-Z]{2}$|^[A-Z]{1,2}\d[A-Z\d]? ?(?:\d[A-Z]{2})?$|^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i,
  },
});

/** Portugal’s NIF: nine digits, a kind first, modulo 11. */
const ptNif = defineKind({
  id: 'pt-nif',
  title: 'a Portuguese tax number (NIF)',
  category: 'national-id',
  personal: 'always',
  names: ['nif', 'contribuinte', 'numero contribuinte', 'numero de contribuinte', 'numero fiscal'],
  values: {
    pattern: /^\d{3} ?\d{3} ?\d{3}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('PT', 'nif', value) },
    chance: { of: '#########', rate: 0.1 },
  },
});

/** Religious or philosophical belief (Art. 9 GDPR), by the column’s name. */
const religion = defineKind({
  id: 'religion',
  title: 'religion or belief',
  category: 'special',
  personal: 'always',
  names: [
    'religi*',
    'faith',
    'denomination',
    'belief',
    'confession',
    'konfession',
    'glaube',
    'kirchensteuer',
    'kirche',
    'croyance',
    'culto',
    'fede',
    'fe religiosa',
    'creencia',
    'crenca',
    'geloof',
    'geloofsovertuiging',
    'wyznanie',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Romania’s CNP: sex and century, birth date, county, serial, and a weighted check digit. */
const roCnp = defineKind({
  id: 'ro-cnp',
  title: 'a Romanian personal number (CNP)',
  category: 'national-id',
  personal: 'always',
  names: ['cnp', 'cod numeric personal'],
  values: {
    pattern: /^[1-9]\d{12}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('RO', 'cnp', value) },
    chance: { of: '1############', rate: 0.003 },
  },
});

/** Sweden’s personnummer: birth date, serial, Luhn digit (SFS 1991:481). */
const sePersonnummer = defineKind({
  id: 'se-personnummer',
  title: 'a Swedish personal number',
  category: 'national-id',
  personal: 'always',
  names: ['personnummer', 'person nummer', 'personal number', 'pnr'],
  values: {
    pattern: /^(?:\d{2})?\d{6}[-+]?\d{4}$/,
    checksum: {
      library: 'stdnum', // stdnum wants the mark between date and serial.
      passes: (value, { stdnum }) => stdnum('SE', 'personnummer', value.replace(/^(\d{6,8})(\d{4})$/, '$1-$2')),
    },
    chance: { of: '##########', rate: 0.006 },
  },
});

/** Sex or gender, by the column’s name; the cells must be its words or codes (ISO/IEC 5218). */
const sex = defineKind({
  id: 'sex',
  title: 'sex or gender',
  category: 'person',
  personal: 'always',
  names: [
    'sex',
    'gender',
    'geschlecht',
    'sexe',
    'genre',
    'sexo',
    'genero',
    'sesso',
    'genere',
    'geslacht',
    'plec',
    'płeć',
  ],
  unless: ['music', 'film', 'book', 'movie', 'game'],
  despite: ['code', 'flag'],
  values: {
    pattern:
      /^(?:[mfwhvkdxou]|[0129]|male|female|man|woman|men|women|other|unknown|nonbinary|non-binary|diverse?|divers|mann|frau|mannlich|männlich|weiblich|homme|femme|masculin|feminin|féminin|hombre|mujer|masculino|feminino|femenino|maschio|femmina|uomo|donna|homem|mulher|vrouw|mannelijk|vrouwelijk|kobieta|mezczyzna|mężczyzna)$/i,
  },
});

/** Sex life or sexual orientation (Art. 9 GDPR), by the column’s name. */
const sexualOrientation = defineKind({
  id: 'sexual-orientation',
  title: 'sexual orientation',
  category: 'special',
  personal: 'always',
  names: [
    'sexual orientation',
    'orientation sexuelle',
    'orientacion sexual',
    'orientamento sessuale',
    'orientacao sexual',
    'sexuelle orientierung',
    'sexuelle ausrichtung',
    'seksuele geaardheid',
    'seksuele orientatie',
    'geaardheid',
    'orientacja seksualna',
    'sexuality',
    'sexualitat',
    'lgbt',
    'sex life',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Trade union membership (Art. 9 GDPR), by the column’s name. */
const tradeUnion = defineKind({
  id: 'trade-union',
  title: 'trade union membership',
  category: 'special',
  personal: 'always',
  names: [
    'trade union',
    'labor union',
    'labour union',
    'union member',
    'union membership',
    'unionmember',
    'gewerkschaft*',
    'syndicat',
    'syndique',
    'sindicato',
    'sindicado',
    'afiliacion sindical',
    'sindacato',
    'iscrizione sindacale',
    'sindical',
    'vakbond',
    'vakbondslidmaatschap',
    'zwiazek zawodowy',
    'zwiazki zawodowe',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
});

/** Whether ten digits are an NHS number: 11 minus the sum weighted 10 to 2, modulo 11; 11 stands for 0, 10 for none (NHS Data Dictionary). */
function nhs(value        )          {
  const digits = value.replace(/\D/g, '');
  if (digits.length !== 10) return false
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i);
  const check = (11 - (sum % 11)) % 11;
  return check < 10 && check === Number(digits[9])
}

/** England’s NHS number: ten digits modulo 11 (NHS Data Dictionary). */
const ukNhs = defineKind({
  id: 'uk-nhs',
  title: 'an NHS number',
  category: 'national-id',
  personal: 'always',
  names: ['nhs', 'nhs number', 'nhs no', 'nhsnumber'],
  unless: ['trust'],
  values: {
    pattern: /^\d{3}[ -]?\d{3}[ -]?\d{4}$/,
    checksum: { passes: value => nhs(value) },
    chance: { of: '##########', rate: 0.1 },
  },
});

/** The United Kingdom’s National Insurance number: two letters of which many pairs are not used, six digits, A to D; no check digit. */
const ukNino = defineKind({
  id: 'uk-nino',
  title: 'a UK National Insurance number',
  category: 'national-id',
  personal: 'always',
  names: ['nino', 'ni number', 'ni no', 'national insurance', 'national insurance number', 'nationalinsurance'],
  values: {
    pattern: /^(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/i,
    chance: { of: 'AA######A', rate: 0.1 },
  },
});

/** The United Kingdom’s Unique Taxpayer Reference: ten digits, the first modulo 11 over the others. */
const ukUtr = defineKind({
  id: 'uk-utr',
  title: 'a UK taxpayer reference (UTR)',
  category: 'national-id',
  personal: 'always',
  names: ['utr', 'unique taxpayer reference', 'taxpayer reference', 'tax reference'],
  values: {
    pattern: /^\d{5} ?\d{5}K?$/i,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('GB', 'utr', value) },
    chance: { of: '##########', rate: 0.11 },
  },
});

/** The United States’ employer number: most nine digits are one, so the name must say so. */
const usEin = defineKind({
  id: 'us-ein',
  title: 'a US employer number (EIN)',
  category: 'national-id',
  personal: 'sometimes',
  names: ['ein', 'fein', 'employer identification', 'employer identification number', 'employer id'],
  values: {
    pattern: /^\d{2}-?\d{7}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('US', 'ein', value) },
  },
});

/** The United States’ social security number: nearly any nine digits are one, so the name must say so. */
const usSsn = defineKind({
  id: 'us-ssn',
  title: 'a US social security number',
  category: 'national-id',
  personal: 'always',
  names: ['ssn', 'social security', 'social security number', 'socialsecurity', 'ss number'],
  values: {
    pattern: /^\d{3}-\d{2}-\d{4}$|^\d{9}$/,
    checksum: { library: 'stdnum', passes: (value, { stdnum }) => stdnum('US', 'ssn', value) },
  },
});

/** A universally unique identifier (RFC 9562): a person’s, a device’s, or only a row’s. */
const uuid = defineKind({
  id: 'uuid',
  title: 'a UUID',
  category: 'device',
  personal: 'sometimes',
  names: [
    'uuid',
    'guid',
    'idfa',
    'gaid',
    'advertising id',
    'device id',
    'user id',
    'visitor id',
    'cookie id',
    'session id',
    'client id',
    'installation id',
  ],
  values: {
    pattern: /^\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\}?$/i,
    chance: { of: '********-****-****-****-************', rate: 1e-6 },
  },
});

var kinds = /*#__PURE__*/Object.freeze({
  __proto__: null,
  age: age,
  atVnr: atVnr,
  beNn: beNn,
  biometrics: biometrics,
  birthDate: birthDate,
  chAhv: chAhv,
  coordinates: coordinates,
  creditCard: creditCard,
  criminalRecord: criminalRecord,
  deIdnr: deIdnr,
  deSvnr: deSvnr,
  dkCpr: dkCpr,
  email: email,
  esDni: esDni,
  esNss: esNss,
  ethnicity: ethnicity,
  euVat: euVat,
  fiHetu: fiHetu,
  frNif: frNif,
  frNir: frNir,
  geneticData: geneticData,
  health: health,
  iban: iban,
  icd10: icd10,
  iePps: iePps,
  imei: imei,
  ipAddress: ipAddress,
  itCodiceFiscale: itCodiceFiscale,
  itPartitaIva: itPartitaIva,
  jwt: jwt,
  macAddress: macAddress,
  nationalPhone: nationalPhone,
  nlBsn: nlBsn,
  personName: personName,
  phone: phone,
  plPesel: plPesel,
  politicalOpinion: politicalOpinion,
  postalAddress: postalAddress,
  postcode: postcode,
  ptNif: ptNif,
  religion: religion,
  roCnp: roCnp,
  sePersonnummer: sePersonnummer,
  sex: sex,
  sexualOrientation: sexualOrientation,
  tradeUnion: tradeUnion,
  ukNhs: ukNhs,
  ukNino: ukNino,
  ukUtr: ukUtr,
  usEin: usEin,
  usSsn: usSsn,
  uuid: uuid
});

/** No library is asked for a header: its look has to do. */
const unasked             = { stdnum: () => true, vat: () => true, iban: () => true, phone: () => true };

/** The kind that a column's name is itself a value of, as in a table without a header; undefined where it is a name. */
const headerValue = (name        )                   =>
  /[\d@]/.test(name)
    ? Object.values      (kinds).find(
        ({ personal, values }) =>
          personal === 'always' &&
          values?.chance !== undefined &&
          values.pattern.test(name) &&
          (values.checksum?.passes(name, unasked) ?? true),
      )
    : undefined;

/** The check that stands for a table of which no column seems to hold sensitive data, or that has nothing to look at. */
function tableCheck(file        , rows        , columns        , empty        )        {
  const enough = rows > 0;
  return {
    id: checkId('sensitive', file),
    title: `${file} holds no sensitive data that the contract does not classify`,
    status: enough ? 'pass' : 'inconclusive',
    measured: { value: 0, unit: 'columns', method: 'names-patterns-checksums', n: columns },
    reason: enough
      ? `Nothing in ${counted$1(columns, 'column')} of ${counted$1(rows, 'row')} looks like sensitive data${empty > 0 ? `; ${counted$1(empty, 'column')} had no values` : ''}`
      : `Expected rows in ${file} but found none`,
    ...(enough ? {} : { hint: 'Check the step that writes it' }),
    locations: [{ file }],
  }
}

/** The check of a table, or of the contract of all, that cannot be read. */
function unreadTableCheck(file        , { message, hint, line }           )        {
  return {
    id: checkId('sensitive', file),
    title: `${file} can be read, to look for sensitive data`,
    status: 'inconclusive',
    reason: message,
    ...(hint === undefined ? {} : { hint }),
    locations: [{ file, ...(line === undefined ? {} : { line }) }],
  }
}

/** The check of a table whose first line holds values: its columns have no names, and what stands there is in no message. */
function headerCheck(file        , places                                          )        {
  const [first] = places;
  return {
    id: checkId('sensitive-header', file),
    title: `The first line of ${file} names its columns`,
    status: 'inconclusive',
    measured: { value: places.length, unit: 'columns' },
    reason: `Expected a name for column ${(first?.at ?? 0) + 1} but found what looks like ${first?.title} (${file}:1)`,
    hint: 'Put a line with the names of the columns before the first row',
    locations: [{ file, line: 1 }],
  }
}

/** What a table is held against. */
                                   
                                                          
                                                    
                                                                   
                                                    
                                                            
                                          
 

                                  
                                 
                                                                                                     
         
                                                                   
                                        
                                                        
 

/** Looks at a table once, front to back: what each column seems to hold, whether what should be tokens is, and how alike its rows are. */
function inspectTable(
  file        ,
  header                   ,
  { properties, methods, rule }                  ,
)                  {
  const values = header.flatMap((name, at) => {
    const kind = headerValue(name);
    return kind ? [{ at, title: kind.title }] : []
  });
  // Somebody's data, where a name should be, is shown by its place.
  const columns = header.map((name, at) =>
    sampleColumn(values.some(each => each.at === at) ? `column ${at + 1}` : name),
  );
  const tallies = [...methods].map(([name, method]) => {
    const index = header.indexOf(name);
    return { name, tally: tallyTokens(file, name, method, index < 0 ? undefined : index) }
  });
  const sensitive = header.filter(name => {
    const property = properties.get(name);
    return property && isSensitive(property) && !rule?.quasiIdentifiers.includes(name)
  });
  const places = (names                   ) => names.map(name => header.indexOf(name));
  const grouping = rule && groupRows(places(rule.quasiIdentifiers), places(sensitive));
  let rows = 0;

  return {
    add(batch) {
      rows += batch.length;
      for (const [i, column] of columns.entries()) for (const { cells } of batch) column.add(cells[i] ?? '');
      for (const { tally } of tallies) tally.add(batch);
      grouping?.add(batch);
    },
    async finish(load, manifest) {
      const samples = columns.map(column => column.finish());
      const all = Object.values(kinds);
      const libraries = samples.flatMap(sample =>
        all.flatMap(kind => {
          const library = kind.values?.checksum?.library;
          return library && worthAsking(kind, sample) ? library : []
        }),
      );
      const validators = await load(new Set(libraries));
      const tokens = tallies.map(({ name, tally }) => ({ name, check: tally.finish(manifest) }));
      const told = new Set(tokens.filter(({ check }) => check.status === 'pass').map(({ name }) => name));
      const found = samples.flatMap(sample => {
        const suspicion = judgeColumn(sample, all, validators);
        // What holds nothing but tokens is still named for what they stand for.
        return suspicion && (suspicion.confirmed || !told.has(sample.name)) ? { name: sample.name, suspicion } : []
      });
      const checks = found.map(({ name, suspicion }) => columnCheck(file, name, suspicion, properties.get(name)));
      const empty = samples.filter(({ cells }) => cells === 0).length;
      if (checks.length === 0 || rows === 0) checks.push(tableCheck(file, rows, header.length, empty));
      if (values.length > 0) checks.push(headerCheck(file, values));
      const alike = grouping && rule ? anonymity(file, grouping, sensitive, rule) : undefined;
      return {
        checks: [...checks, ...tokens.map(({ check }) => check), ...(alike?.checks ?? [])],
        table: {
          file,
          rows,
          columns: header.length,
          sensitive: found.map(({ name, suspicion: { kind, grounds, confirmed } }) => ({
            name,
            kind: kind.id,
            category: kind.category,
            classification: classification(properties.get(name)),
            confirmed,
            evidence: grounds,
          })),
          ...(alike?.result && { anonymity: alike.result }),
        },
      }
    },
  }
}

const unloaded = (library         ) => ()        => {
  throw new Error(`${library} was asked but not loaded`)
};

/** The validators of these libraries, of which no other is loaded. */
async function loadValidators(libraries                      )                      {
  const [numbers, ibans, phones] = await Promise.all([
    libraries.has('stdnum') ? import('./identifiers.js') : undefined,
    libraries.has('ibantools') ? import('./accounts.js') : undefined,
    libraries.has('libphonenumber') ? import('./phones.js') : undefined,
  ]);
  return {
    stdnum: numbers
      ? (country, number, value) => numbers.stdnum[country]?.[number]?.validate(value).isValid ?? false
      : unloaded('stdnum'),
    vat: numbers
      ? value => {
          const compact = value.replace(/[\s.-]/g, '').toUpperCase();
          const country = compact.slice(0, 2) === 'EL' ? 'GR' : compact.slice(0, 2);
          // An Italian or Dutch validator takes the number without its prefix only.
          return (numbers.euVat[country] ?? []).some(
            each => each.validate(compact).isValid || each.validate(compact.slice(2)).isValid,
          )
        }
      : unloaded('stdnum'),
    iban: ibans ? value => ibans.isValidIBAN(value.replace(/\s/g, '').toUpperCase()) : unloaded('ibantools'),
    phone: phones ? value => phones.isValidPhoneNumber(value) : unloaded('libphonenumber'),
  }
}

/** The check of a table of data that lacks quasi-identifiers: how alike its rows are cannot be told. */
function missingColumnsCheck(file        , missing                   , minK        )        {
  return {
    id: checkId('k-anonymity', file),
    title: `At least ${minK} rows of ${file} share each combination of the quasi-identifiers`,
    status: 'inconclusive',
    required: { comparator: '>=', value: minK },
    reason: `Expected the quasi-identifiers to be columns of ${file} but it has no ${listed$3(missing)}`,
    hint: "Correct 'security.quasi-identifiers', or keep the table out of 'data.files'",
    locations: [{ file }],
  }
}

/** The check that stands for quasi-identifiers that no table has. */
function noTableCheck(quasiIdentifiers                   )        {
  return {
    id: 'k-anonymity',
    title: 'Rows can be grouped by the quasi-identifiers',
    status: 'inconclusive',
    reason: `Expected a table with the columns ${listed$3(quasiIdentifiers)} but found none`,
    hint: "Name the table under 'data.files', or correct 'security.quasi-identifiers'",
  }
}

/** What a method works with, for one column of one table. */
                               
                         
                                        
                       
                          
                           
                                                                                     
                                                            
 

/** A column's cells made into tokens; no cell is empty. A `UserError` names file and line, never the value. */
                            
                                       
                                                           
                                                        
 

                               
                     
                        
                                      
                                                     
                              
                                             
                                                                             
                                                                                               
                                                              
                                                        
                                                 
 

/** A method with the options of one column. */
                              
                     
                              
                                      
                                                                        
                                                         
 

/** A way to pseudonymise a column. */
                         
                     
                        
                              
                                                                   
                                                                              
 

/** A way to pseudonymise a column, as its file states it. */
function defineMethod         (definition                     )         {
  const { id, title, reversible, options: schema, tokenizer, holds, subject } = definition;
  return {
    id,
    title,
    reversible,
    bind(given) {
      const read = schema.safeParse(given);
      if (!read.success) return { faults: read.error.issues.map(issue => faultOf(issue)) }
      const options = read.data;
      return {
        id,
        reversible,
        subject: subject?.(options),
        tokenizer: tokenizer && (context => tokenizer(options, context)),
        holds: holds && (cell => holds(cell, options)),
      }
    },
  }
}

const faultOf = (issue                  )         =>
  issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message;

/** Name that a column's key is derived by: columns of one domain, in whatever table, have equal tokens for equal values. */
const Domain = string().min(1).max(200).optional();

/** What a token is made by: `h` HMAC, `s` AES-SIV. */
                                 

const TOKEN = /^pmt1\.([hs])\.([\da-f]{8})\.([\w-]{22,})$/;

/** A token as text, `pmt1.KIND.KEY-ID.BODY`: safe in a CSV cell, in a URL, and in a spreadsheet. */
const writeToken = (kind           , keyId        , body            )         =>
  `pmt1.${kind}.${keyId}.${base64Url(body)}`;

/** A token's parts; undefined where the text is none. */
function readToken(text        )                                                                   {
  const [, kind, keyId, body] = TOKEN.exec(text) ?? [];
  if ((kind !== 'h' && kind !== 's') || keyId === undefined || body === undefined || body.length % 4 === 1)
    return undefined
  return { kind, keyId, body: fromBase64Url(body) }
}

const base64Url = (bytes            ) =>
  btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const fromBase64Url = (text        ) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0));

const SIV_BYTES = 16;

/** AES-256-SIV (RFC 5297) under the column's key: equal values have equal tokens, the key's holder gets the values back, a changed token is refused. Its length tells the value's. */
const aesSiv = defineMethod({
  id: 'aes-siv',
  title: 'Deterministic encryption (AES-SIV), two ways',
  reversible: true,
  options: strictObject({ domain: Domain }),
  tokenizer({ domain }, { column, file, keys, ciphers }) {
    const siv = ciphers.aesSiv(keys.of('aes-siv', domain ?? column, 64));
    return {
      apply: cell => writeToken('s', keys.id, siv.seal(new TextEncoder().encode(cell))),
      reverse(cell, { line }) {
        const refuse = (found        ) =>
          new UserError('tokenize.token', `Expected a token of ${column} but found ${found} (${file}:${line})`, {
            file,
            line,
            hint: 'Give the table as tokenize wrote it, with the key and the contract it was written by',
          });
        const token = readToken(cell);
        if (token?.kind !== 's') throw refuse('something else')
        if (token.keyId !== keys.id) throw refuse(`one of the key ${token.keyId}, which is not ${keys.id}`)
        const plain = siv.open(token.body);
        if (!plain) throw refuse('one that is changed or of another column')
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(plain)
      },
    }
  },
  holds(cell) {
    const token = readToken(cell);
    return token?.kind === 's' && token.body.length > SIV_BYTES
  },
});

const DATE$1 = /^(\d{4})-(\d{2})-(\d{2})([T ].*)?$/;
const DAY = 86_400_000;

/** All dates of one subject moved by the same number of days, at most `days` either way and never none: what lies between them stays. Time of day stays. */
const dateShift = defineMethod({
  id: 'date-shift',
  title: 'Date shift, the same for all dates of one subject',
  reversible: true,
  options: strictObject({ subject: string().min(1), days: int().min(1).max(3650), domain: Domain }),
  subject: ({ subject }) => subject,
  tokenizer({ subject, days, domain }, { column, file, keys, ciphers, cellOf }) {
    // The subject's domain, not the column's: all dates of one subject move together.
    const key = keys.of('date-shift', domain ?? subject, 32);
    const subjectOf = cellOf(subject);
    const refuse = (message        , { line }     ) =>
      new UserError('tokenize.date-shift', `${message} (${file}:${line})`, {
        file,
        line,
        hint: 'Mend the value or empty the cell, or choose another method for the column',
      });
    const shift = (row     ) => {
      const person = subjectOf?.(row) ?? '';
      if (person === '')
        throw refuse(`Expected ${subject}, by which ${column} is shifted, to have a value but found none`, row)
      const number =
        ciphers
          .hmac(key, person)
          .slice(0, 6)
          .reduce((sum, byte) => sum * 256 + byte, 0) %
        (2 * days);
      return number < days ? number - days : number - days + 1
    };
    const move = (cell        , by        , row     ) => {
      const [, year, month, day, time = ''] = DATE$1.exec(cell) ?? [];
      const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
      // An impossible day (31 June) would silently be another one.
      const moved = Number.isNaN(at) || !iso(at).endsWith(`${day}`) ? '' : iso(at + by * DAY);
      if (moved.length !== 10)
        throw refuse(`Expected ${column} to hold dates as YYYY-MM-DD but found something else`, row)
      return moved + time
    };
    return {
      apply: (cell, row) => move(cell, shift(row), row),
      reverse: (cell, row) => move(cell, -shift(row), row),
    }
  },
});

const iso = (at        ) => {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : (date.toISOString().split('T')[0] ?? '')
};

/** The column left out of the table. */
const drop = defineMethod({
  id: 'drop',
  title: 'The column is left out',
  reversible: false,
  options: strictObject({}),
  holds: () => false,
});

const ALPHABETS = {
  digits: '0123456789',
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  alphanumeric: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'mixed-case': '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
};         

/** Texts of one format there must be at least, or one can be found by trying (NIST SP 800-38G Rev. 1, 5.1). */
const SMALLEST_DOMAIN = 1_000_000;
/** Longest text, in characters of the alphabet. */
const LONGEST = 128;
/** What stays where it is: the marks that numbers are written with. */
const MARK = /[\s./()+-]/;

/** FF1 (NIST SP 800-38G) under the column's key: digits stay digits, marks stay in place. Nothing tells it from a raw value, the key's id least of all. */
const ff1 = defineMethod({
  id: 'ff1',
  title: 'Format-preserving encryption (FF1), two ways',
  reversible: true,
  options: strictObject({
    alphabet: _enum(['digits', 'letters', 'alphanumeric', 'mixed-case']).default('digits'),
    domain: Domain,
  }),
  tokenizer({ alphabet, domain = undefined }, { column, file, keys, ciphers }) {
    const letters = ALPHABETS[alphabet];
    const radix = letters.length;
    const name = domain ?? column;
    const cipher = ciphers.ff1(radix, keys.of('ff1', `${alphabet}\0${name}`, 32), new TextEncoder().encode(name));
    const run = (cell        , line        , permute                                  ) => {
      const chars = [...cell];
      const numerals = chars.filter(char => !MARK.test(char)).map(char => letters.indexOf(char));
      const refuse = (expected        , found        ) =>
        new UserError('tokenize.ff1', `Expected ${column} to ${expected} but found ${found} (${file}:${line})`, {
          file,
          line,
          hint: 'Set another alphabet (digits, letters, alphanumeric, mixed-case), or use aes-siv',
        });
      if (numerals.includes(-1)) throw refuse(`hold ${alphabet} and marks only`, 'another character')
      if (radix ** numerals.length < SMALLEST_DOMAIN)
        throw refuse('have at least 1 000 000 values of one length', `a value of ${numerals.length} ${alphabet}`)
      if (numerals.length > LONGEST) throw refuse(`have at most ${LONGEST} characters`, String(numerals.length))
      const permuted = permute(numerals);
      let next = 0;
      return chars.map(char => (MARK.test(char) ? char : letters[permuted[next++] ?? 0])).join('')
    };
    return {
      apply: (cell, { line }) => run(cell, line, cipher.encrypt),
      reverse: (cell, { line }) => run(cell, line, cipher.decrypt),
    }
  },
});

const Options = union(
  [
    strictObject({ bin: number$1().positive() }),
    strictObject({ to: _enum(['month', 'year']) }),
    strictObject({ characters: int().min(1).max(20) }),
  ],
  { error: 'Expected one of bin (a width), to (month or year), characters (how many stay)' },
);

const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i;
const DATE = /^(\d{4})-(0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ].*)?$/;
/** Digits that bins of decimal width are written with: 0.3, and not 0.30000000000000004. */
const DIGITS = 12;

/** A number made the lower end of its bin, so that a column of numbers stays one; a date made its month or year; a text its first characters. */
const generalise = defineMethod({
  id: 'generalise',
  title: 'Generalisation: bins, months or years, first characters',
  reversible: false,
  options: Options,
  tokenizer: (options, { column, file }) => ({
    apply(cell, { line }) {
      if ('characters' in options) return [...cell].slice(0, options.characters).join('')
      const refuse = (what        ) =>
        new UserError(
          'tokenize.generalise',
          `Expected ${column} to hold ${what} but found something else (${file}:${line})`,
          {
            file,
            line,
            hint: 'Mend the value or empty the cell, or choose another method for the column',
          },
        );
      if ('bin' in options) {
        const value = NUMBER.test(cell) ? Number(cell) : Number.NaN;
        if (!Number.isFinite(value)) throw refuse('numbers')
        // The division may land a hair below a whole number: 0.3 / 0.1 is 2.9999999999999996.
        const step = Math.floor(Number((value / options.bin).toPrecision(DIGITS)));
        return String(Number((step * options.bin).toPrecision(DIGITS)))
      }
      const [, year, month] = DATE.exec(cell) ?? [];
      if (year === undefined || month === undefined) throw refuse('dates as YYYY-MM-DD')
      return options.to === 'year' ? year : `${year}-${month}`
    },
  }),
  holds(cell, options) {
    if ('characters' in options) return [...cell].length <= options.characters
    if ('to' in options) return options.to === 'year' ? /^\d{4}$/.test(cell) : /^\d{4}-(?:0[1-9]|1[0-2])$/.test(cell)
    const steps = NUMBER.test(cell) ? Number(cell) / options.bin : Number.NaN;
    return Math.abs(steps - Math.round(steps)) <= 1e-9 * Math.max(1, Math.abs(steps))
  },
});

/** HMAC-SHA-256 under the column's key: equal values have equal tokens, and nobody gets a value back, the key's holder by guessing only. */
const hmac = defineMethod({
  id: 'hmac',
  title: 'Keyed hash (HMAC-SHA-256), one way',
  reversible: false,
  options: strictObject({ domain: Domain }),
  tokenizer({ domain }, { column, keys, ciphers }) {
    const key = keys.of('hmac', domain ?? column, 32);
    return { apply: cell => writeToken('h', keys.id, ciphers.hmac(key, cell)) }
  },
  holds(cell) {
    const token = readToken(cell);
    return token?.kind === 'h' && token.body.length === 32
  },
});

const STARS = '****';
const shown = int().min(0).max(8).default(0);

/** All but the first and last characters made four stars, however many there were; a value that would hide fewer than four is stars only. */
const mask = defineMethod({
  id: 'mask',
  title: 'Masking: first and last characters stay',
  reversible: false,
  options: strictObject({ first: shown, last: shown }),
  tokenizer: ({ first, last }) => ({
    apply(cell) {
      const chars = [...cell];
      if (chars.length < first + last + STARS.length) return STARS
      return [...chars.slice(0, first), STARS, ...chars.slice(chars.length - last)].join('')
    },
  }),
  holds(cell, { first, last }) {
    const chars = [...cell];
    if (cell === STARS) return true
    return chars.length === first + last + STARS.length && chars.slice(first, first + STARS.length).join('') === STARS
  },
});

var methods = /*#__PURE__*/Object.freeze({
  __proto__: null,
  aesSiv: aesSiv,
  dateShift: dateShift,
  drop: drop,
  ff1: ff1,
  generalise: generalise,
  hmac: hmac,
  mask: mask
});

/** Name of the custom property of an ODCS column that says how it is pseudonymised. */
const PROPERTY = 'proofmarkTokenize';

const CustomProperties = array(looseObject({ property: string(), value: unknown$1() })).nullish();
const Declaration = union([string().transform(method => ({ method })), looseObject({ method: string() })]);

/** How the contract wants a column pseudonymised: a method's id, or a map of `method` and its options; undefined where it says nothing. `contract` names the file, for messages. */
function declaredMethod(property          , contract        )                          {
  const refuse = (expected        , found        ) =>
    new UserError(
      'tokenize.declaration',
      `Expected ${PROPERTY} of ${property.name} to ${expected} but found ${found} (${contract})`,
      {
        file: contract,
        hint: `Methods: ${Object.values(methods)
          .map(({ id }) => id)
          .join(', ')}`,
      },
    );
  const read = CustomProperties.safeParse(property.customProperties);
  if (!read.success) {
    // Another tool's properties are not ours to judge, unless ours is among them and would go unread.
    if (JSON.stringify(property.customProperties)?.includes(PROPERTY))
      throw refuse('be an item of a list, with property and value', 'another shape')
    return undefined
  }
  const ours = (read.data ?? []).filter(each => each.property === PROPERTY);
  const [declared] = ours;
  if (!declared) return undefined
  if (ours.length > 1) throw refuse('be given once', String(ours.length))
  const declaration = Declaration.safeParse(declared.value);
  if (!declaration.success) throw refuse('name a method', 'none')
  const { method: id, ...options } = declaration.data;
  const method = Object.values(methods).find(each => each.id === id);
  if (!method) throw refuse('name a method', `'${id}'`)
  const bound = method.bind(options);
  if ('faults' in bound) throw refuse(`have the options of ${id}`, bound.faults.join('; '))
  return bound
}

/** What tokenize says of the table it wrote, beside it: by which methods, under which key; never the key. */
const TokenManifest = strictObject({
  schema: literal(`${NAMESPACE}tokens/v1`),
  table: strictObject({ sha256: Sha256, bytes: int().nonnegative(), rows: int().nonnegative() }),
  keyId: string().regex(/^[\da-f]{8}$/),
  /** Pseudonymised data stays personal data (GDPR Art. 4(5), recital 26): whoever has the key, or enough other data, finds the person. */
  status: literal('pseudonymised'),
  columns: array(strictObject({ name: string(), method: string(), reversible: boolean() })).min(1),
});
                                                         

/** The manifest's path, beside its table. */
const manifestPath = (table        )         => `${table}.tokens.json`;

/** The manifest in a text; undefined where it is none. */
function parseManifest(text        )                            {
  try {
    return TokenManifest.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

const MAX_MANIFEST = 1024 * 1024;

                                
                                
                          
                                   
 

                      
                       
                                 
 

/** Reads every table that the settings name for sensitive data, each once. A table that cannot be read is inconclusive; the others are looked at all the same. */
async function scanTables(settings          , ports       )                         {
  const scanned                = { materials: [], checks: [], tables: [] };
  const tables = await namedTables(settings, ports, scanned.checks);
  const rule = ruleOf$1(settings);
  if (tables.length === 0 && scanned.checks.length === 0 && !rule) return scanned
  const contract = await readContract(settings, ports, scanned);
  if (contract === 'unreadable') return scanned
  let grouped = false;
  for (const table of tables) {
    try {
      grouped = (await scanTable(table, contract, rule, scanned, ports)) || grouped;
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      scanned.checks.push(unreadTableCheck(table.path, error));
    }
  }
  if (rule && !grouped) scanned.checks.push(noTableCheck(rule.quasiIdentifiers));
  return scanned
}

async function namedTables(
  { data, certify, drift }          ,
  { files }       ,
  checks         ,
)                        {
  const named               = [
    ...(data.files ?? []).map(path => ({ path, role: 'data'          })),
    ...(certify.predictions === undefined ? [] : [{ path: certify.predictions, role: 'predictions'          }]),
    ...(certify.champion === undefined ? [] : [{ path: certify.champion, role: 'champion'          }]),
    ...(drift.reference === undefined ? [] : [{ path: drift.reference, role: 'reference'          }]),
    ...(drift.current === undefined ? [] : [{ path: drift.current, role: 'current'          }]),
    ...(drift.series ?? []).flatMap(({ log }) => (log === undefined ? [] : [{ path: log, role: 'series'          }])),
  ];
  const found = new Map                    ();
  for (const { path, role } of named) {
    try {
      for (const file of await files.list([path])) if (!found.has(file)) found.set(file, { path: file, role });
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      checks.push(unreadTableCheck(path, error));
    }
  }
  return [...found.values()]
}

/** A contract that cannot be read leaves every column unjudged, rather than unclassified. */
async function readContract(
  { data }          ,
  { files }       ,
  { materials, checks }               ,
)                                                   {
  if (data.contract === undefined) return undefined
  try {
    const { contract, material } = await openContract(data.contract, files);
    materials.push(material);
    return contract
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    checks.push(unreadTableCheck(data.contract, error));
    return 'unreadable'
  }
}

const ruleOf$1 = ({ security }          )                            =>
  security['quasi-identifiers'] && {
    quasiIdentifiers: security['quasi-identifiers'],
    minK: security['min-k'],
    minL: security['min-l'],
  };

/** Returns whether the rows could be grouped by the quasi-identifiers. */
async function scanTable(
  { path, role }            ,
  contract                          ,
  rule                           ,
  { materials, checks, tables }               ,
  ports       ,
)                   {
  ports.log.progress(`${path}: looking for sensitive data`);
  const { header, batches, material } = await ports.tables.open(path);
  const properties = contractColumns(contract, path);
  const methods = methodsOf(properties, contract, header, role);
  const missing = rule?.quasiIdentifiers.filter(name => !header.includes(name)) ?? [];
  const complete = rule !== undefined && missing.length === 0;
  const inspection = inspectTable(path, header, { properties, methods, rule: complete ? rule : undefined });
  for await (const batch of batches) inspection.add(batch);
  const read = material(role);
  materials.push(read);
  const found = await inspection.finish(loadValidators, await manifestOf(path, read.digest.sha256, ports));
  checks.push(...found.checks);
  tables.push(found.table);
  if (rule && missing.length > 0 && role === 'data') checks.push(missingColumnsCheck(path, missing, rule.minK));
  return complete
}

/** How the contract wants the table's columns pseudonymised; of columns that the table does not have, only those of a table of data that must be left out. */
function methodsOf(
  properties                               ,
  contract                          ,
  header                   ,
  role                  ,
)                           {
  const methods = new Map                     ();
  for (const property of new Set(properties.values())) {
    const method = contract && declaredMethod(property, contract.name);
    if (!method) continue
    const present = [property.name, property.physicalName].find(name => name !== undefined && header.includes(name));
    if (present !== undefined) methods.set(present, method);
    else if (method.id === 'drop' && role === 'data') methods.set(property.name, method);
  }
  return methods
}

/** The manifest beside a table, where it is of these very bytes. */
async function manifestOf(path        , sha256        , { files }       ) {
  const beside = manifestPath(path);
  if (!(await files.exists(beside))) return undefined
  const manifest = parseManifest(await files.readText(beside, { maxBytes: MAX_MANIFEST }));
  return manifest?.table.sha256 === sha256 ? manifest : undefined
}

/** Tells the size of a scanned file by its path from the folder of the file at `path`, as a model names the files of its weights. */
function sizeBeside(
  path        ,
  scanned                   ,
  files                       ,
)                                               {
  const folder = path.split('/').slice(0, -1);
  return async location => {
    const named = [...folder, ...location.split('/').filter(part => part !== '' && part !== '.')].join('/');
    return scanned.includes(named) ? (await files.digest(named)).bytes : undefined
  }
}

/** Files that are under way at once: as many as the processes may want, and not so many that what they hold adds up. */
const AHEAD = 64;

                
                                
                          
                                 
                                            
                                       
                           
                              
 

const NO_TABLES                = { materials: [], checks: [], tables: [] };

/** Scans the model's files and further paths: what loading them would run, credentials, dependencies without a version or with known vulnerabilities. */
const securityScan                               = {
  gate: 'security-scan',
  isConfigured: ({ model, security }) =>
    [model.files, security.paths, security['quasi-identifiers']].some(setting => setting !== undefined) ||
    security['sensitive-data'],
  async find(settings, ports, out)                                     {
    const { model, security, policy } = settings;
    const waivers          = { list: policy.waivers ?? [], now: ports.now() };
    const paths = [...(model.files ?? []), ...(security.paths ?? [])];
    const asked = security['sensitive-data'] || security['quasi-identifiers'] !== undefined;
    const { materials, checks, tables } = asked ? await scanTables(settings, ports) : NO_TABLES;
    if (paths.length === 0 && checks.length === 0)
      throw new UserError(
        'settings.missing',
        "Expected 'model.files', 'security.paths' or 'security.sensitive-data' to be set (what to scan) but found nothing",
        { hint: 'Name the model files under model.files, or give the paths' },
      )
    const result                 = { files: [], secrets: [], dependencies: [], vulnerabilities: [] };
    const secrets = startSecretScan();
    const scan       = { materials: [], checks: [], result, dependencyFiles: [], workflows: [], waivers, secrets };
    const skipped            = [];
    const scans = ports.scanner.open(scanLimits(settings));
    const scanAll = async () => {
      if (paths.length > 0) await scanFiles(paths, out, settings, scan, skipped, scans, ports);
      if (paths.length > 0 && scan.result.files.length === 0) scan.checks.push(nothingScanned(paths));
      return scanDependencies(scan.dependencyFiles, result.files, settings, ports, waivers, scans)
    };
    const dependencies = await scanAll().finally(scans.close);
    const leaks = await judgeSecretScan(secrets, scan.materials, settings, ports, waivers);
    const digests = new Map(scan.materials.map(({ name, digest }) => [name, digest.sha256]));
    const scanned = scan.checks.map(check => waiveWorkflowCheck(check, waivers, path => digests.get(path)));
    const judged = [...scanned, ...leaks.checks, ...dependencies.checks, ...checks];
    return {
      materials: [
        ...scan.materials,
        ...[...leaks.materials, ...dependencies.materials, ...materials].filter(
          ({ name }) => !scan.materials.some(file => file.name === name),
        ),
      ],
      checks: [...judged, ...waiversCheck(waivers, judged)],
      result: {
        ...result,
        secrets: leaks.secrets,
        ...dependencies.result,
        ...(skipped.length > 0 && { skipped }),
        ...(tables.length > 0 && { tables }),
        ...(scan.workflows.length > 0 && { workflows: scan.workflows }),
      },
    }
  },
};

/** Scans every file that the paths name, in the order of their names, whatever the order in which the scans end. */
async function scanFiles(
  paths                   ,
  out        ,
  settings          ,
  scan      ,
  skipped           ,
  scans           ,
  ports       ,
)                {
  const found = await ports.files.list(paths, { leftOut: (path, reason) => skipped.push({ path, reason }) });
  const listed = found.filter(path => !path.startsWith(`${out}/`));
  for (const path of found) if (path.startsWith(`${out}/`)) skipped.push({ path, reason: 'written by Proofmark' });
  const files = inOrder(listed, AHEAD, path => scanFile(path, listed, scans, ports));
  for await (const { path, sha256, bytes, scanned } of files) {
    ports.log.progress(`${path}: scanned`);
    const isSame = scanned.sha256 === undefined || scanned.sha256 === sha256;
    const kept = isSame ? scanned : { inspected: stoppedScan({ limit: 'change' }, scanLimits(settings)) };
    note(path, { sha256, bytes }, kept, scan);
  }
}

async function scanFile(path        , listed                   , scans           , { files }       ) {
  const [digest, scanned] = await Promise.all([files.digest(path), scans.scan(path, sizeBeside(path, listed, files))]);
  return { path, ...digest, scanned }
}

/** Adds what the scan of a file gave to that of all. */
function note(path        , digest                                   , scanned             , scan      )       {
  const { sha256, bytes } = digest;
  const { inspected, checks = [], secrets = [], searched, workflow, dependencies } = scanned;
  const { format } = inspected;
  const { inspection, waivers } = waiveFindings(inspected, sha256, scan.waivers);
  const { status, globals, findings, limit, reason } = inspection;
  scan.materials.push({ name: path, role: 'artefact', digest: { sha256 }, bytes });
  scan.checks.push(artefactCheck(path, { ...inspected, inspection }, waivers), ...checks);
  scan.result.files.push({
    path,
    format,
    bytes,
    sha256,
    status,
    globals,
    findings: [...findings],
    ...(status === 'inconclusive' && { reason }),
    ...(limit && { limit }),
  });
  scan.secrets.found.push(...secrets);
  if (searched) scan.secrets.searched[searched]++;
  if (workflow) scan.workflows.push(workflow);
  if (dependencies) scan.dependencyFiles.push(dependencies);
}

const nothingScanned = (paths                   )        => ({
  id: 'artefact',
  title: 'There are files to scan',
  status: 'inconclusive',
  reason: `Expected files under ${paths.join(', ')} but found none`,
  hint: 'Check the paths, and that the model was built or downloaded before this step',
});

/** The gates, in the order in which they run and are shown. */
const gateCommands                         = [dataValidate, modelCertify, securityScan, driftCompare];

/** Tables that are read in the dialects declared for them. */
const withDialects = (tables        , dialects                                               )         =>
  dialects === undefined
    ? tables
    : {
        open: path => tables.open(path, dialectFor(dialects, path)),
        measure: (path, job, options) => tables.measure(path, job, { ...options, dialect: dialectFor(dialects, path) }),
        find: (path, header) => tables.find(path, header, dialectFor(dialects, path)),
      };

/** A gate as a command: settings in, findings out. */
                                                                
                     
                                                           
                                           
                                                             
                                                                              
 

                           
                             
                              
                       
                                                                      
                          
 

/** Runs a gate and writes its evidence into the folder `out`, whatever happens: a gate that could not run leaves an inconclusive one. `notes` join its checks. */
async function produceEvidence(
  command             ,
  settings          ,
  ports       ,
  out        ,
  notes                   = [],
)                    {
  const startedAt = ports.now();
  const path = `${out}/${evidenceFile(command.gate)}`;
  let subject            = [];
  try {
    subject = await modelSubject(settings, ports.files, out);
    const tables = withDialects(ports.tables, settings.data.dialects);
    const findings = await command.find(settings, { ...ports, tables }, out);
    findings.checks.push(...notes);
    const evidence = dated(command.gate, startedAt, subject, findings, ports);
    await write(evidence);
    return { evidence, path }
  } catch (error) {
    const evidence = dated(command.gate, startedAt, subject, unable(error), ports);
    await write(evidence);
    return { evidence, path, error }
  }

  function write(evidence          ) {
    return ports.files.write(path, `${JSON.stringify(evidence, null, 2)}\n`)
  }
}

/** Leaves the evidence of a gate that was never started, because its settings could not be read. */
async function produceRefusedEvidence(
  gate          ,
  error         ,
  ports       ,
  out        ,
)                    {
  const evidence = dated(gate, ports.now(), [], unable(error), ports);
  const path = `${out}/${evidenceFile(gate)}`;
  await ports.files.write(path, `${JSON.stringify(evidence, null, 2)}\n`);
  return { evidence, path, error }
}

function dated(
  gate          ,
  startedAt      ,
  subject           ,
  found                             ,
  ports       ,
)           {
  const { repository, commit, ref, url, folder } = ports.context;
  return Evidence.parse({
    schema: EVIDENCE_SCHEMA,
    gate,
    verdict: verdictOf(found.checks.map(check => check.status)),
    subject,
    ...found,
    tool: { name: 'proofmark', version: VERSION },
    run: {
      repository,
      commit,
      ref,
      url,
      folder,
      startedAt: startedAt.toISOString(),
      finishedAt: ports.now().toISOString(),
    },
  })
}

                                                                   

function unable(error         )         {
  const known = error instanceof UserError;
  const check = {
    id: known ? error.code : 'internal.error',
    title: known ? 'The gate could not run' : 'Proofmark itself failed',
    status: 'inconclusive'         ,
    reason: error instanceof Error ? error.message : String(error),
    ...(known && error.hint !== undefined ? { hint: error.hint } : {}),
    ...(known && error.file !== undefined
      ? { locations: [{ file: error.file, ...(error.line === undefined ? {} : { line: error.line }) }] }
      : {}),
  };
  return { materials: [], checks: [check], result: null }
}

/** What a pull request would change about the waivers once merged, as a check of security-scan; none where nothing. */
function waiverChanges(base                    = [], head                    = [], file        )          {
  const [before, after] = [base, head].map(list => new Map(list.map(each => [JSON.stringify(each), each])));
  const added = [...(after ?? [])].filter(([key]) => !before?.has(key)).map(([, waiver]) => waiver);
  const removed = [...(before ?? [])].filter(([key]) => !after?.has(key)).map(([, waiver]) => waiver);
  if (added.length === 0 && removed.length === 0) return []
  const changes = [...added.map(each => `adds ${told(each)}`), ...removed.map(each => `takes away ${told(each)}`)];
  return [
    {
      id: 'waivers.changed',
      title: 'The waivers would change',
      status: 'warn',
      reason: `This pull request ${changes.join(', ')}; this run was decided by the base branch's`,
      hint: 'The change takes effect after the merge: have the owner of the policy review it',
      locations: [{ file }],
    },
  ]
}

const told = (waiver        ) =>
  `the waiver of ${describeWaiver(waiver)} (until ${waiver.expires}, by ${waiver.owner}: ${waiver.reason})`;

/** What claims are decided by: as much a part of the bar as they are. */
const OF_THE_BAR                    = [
  'claims',
  'level',
  'costs',
  'weight',
  'cluster',
  'slices',
  'groups',
  'favourable',
  'looks',
  'anchor',
  'tolerance',
  'k',
  'beta',
  'top',
  'quantile',
  'season',
];                                              

/** What the base branch looks at, a pull request may look at in a file of its own, but not leave out. */
const NOT_LEFT_OUT                    = ['train', 'repeat', 'perturbed'];                                              

/** Files of rows, of which every model has its own. */
const FILES                      = new Set               ([
  'predictions',
  'champion',
  'predict',
  'onnx',
  'attributes',
  'train',
  'repeat',
  'perturbed',
]);

/** The pull request's settings, judged by the base branch's bar. */
function judgedAsBase(head         , base         )          {
  const own = Object.entries(head).filter(([key]) => !OF_THE_BAR.includes(key));
  const bar = Object.entries(base).filter(([key]) => OF_THE_BAR.includes(key));
  const looked = Object.entries(base).filter(([key]) => NOT_LEFT_OUT.includes(key));
  return Settings.shape.certify.parse(Object.fromEntries([...looked, ...own, ...bar]))
}

/** Other changes to how a model is judged: those to the bar wait for the merge, those that come with the model take effect. */
function judgingChanges(base         , head         , path        )          {
  const keys = [...new Set([...Object.keys(base), ...Object.keys(head)])]
    .filter(key => key !== 'claims' && !FILES.has(key))
    .toSorted();
  const changes = keys.flatMap(key => {
    const [from, to] = [written(base, key), written(head, key)];
    return from === to ? [] : [{ key, from, to }]
  });
  return [
    ...listed(
      changes.filter(({ key }) => OF_THE_BAR.includes(key)),
      {
        id: 'judging.changed',
        title: 'How claims are decided would change',
        consequence: "this run was decided by the base branch's",
        hint: 'The change takes effect after the merge: have the owner of the policy review it',
      },
      path,
    ),
    ...listed(
      changes.filter(({ key }) => !OF_THE_BAR.includes(key)),
      {
        id: 'judging.differs',
        title: 'The model is judged otherwise than on the base branch',
        consequence: 'this run was decided by it',
        hint: 'See that the change belongs to the new model, and does not make the same rows easier',
      },
      path,
    ),
  ]
}

                  
                      
                       
                     
 

function listed(
  changes                   ,
  { id, title, consequence, hint }                                                                  ,
  file        ,
)          {
  if (changes.length === 0) return []
  const told = changes.map(({ key, from, to }) => `certify.${key} from ${from} to ${to}`).join(', ');
  return [
    {
      id,
      title,
      status: 'warn',
      reason: `This pull request changes ${told}; ${consequence}`,
      hint,
      locations: [{ file }],
    },
  ]
}

const written = (certify         , key        ) =>
  JSON.stringify(Object.entries(certify).find(([name]) => name === key)?.[1] ?? null);

/** Where nothing is to be merged the bar is what the settings say. */
const ownBar = (settings          )      => ({
  settings,
  claimChanges: [],
  policyChanges: [],
  waiverChanges: [],
});

/**
 * In a pull request, and in a merge queue, the bar is the base branch's: `policy`, `certify.claims` and what the claims are decided by
 * are taken from there, and a change to them is listed and takes effect after the merge. What belongs to the model and its files may come with
 * the pull request, and is listed. A base branch without the file leaves the pull request's own, and says so.
 */
async function takeBar(head          , path        , forge       )               {
  const text = await forge.readBase(path);
  if (text === undefined) {
    const changes = [introduced(path)];
    const waiverChanges = head.policy.waivers ? changes : [];
    return { settings: head, claimChanges: changes, policyChanges: changes, waiverChanges }
  }
  const base = readBaseSettings(path, text);
  return {
    settings: { ...head, policy: base.policy, certify: judgedAsBase(head.certify, base.certify) },
    claimChanges: [
      ...difference('claims', 'The claims', base.certify.claims, head.certify.claims, path),
      ...judgingChanges(base.certify, head.certify, path),
    ],
    policyChanges: difference('policy', 'The policy', base.policy, head.policy, path),
    waiverChanges: waiverChanges(base.policy.waivers, head.policy.waivers, path),
  }
}

function readBaseSettings(path        , text        )           {
  try {
    return readSettings({
      command: 'gate',
      file: { name: path, text },
      inputs: new Map(),
      nameInput: input => input.name,
      rebase: name => name,
    })
  } catch (cause) {
    const why = cause instanceof UserError ? cause.message : String(cause);
    throw new UserError(
      'policy.base-unreadable',
      `The bar is the base branch's, and ${path} there cannot be read: ${why}`,
      {
        hint: 'Mend the file on the base branch first',
        cause,
      },
    )
  }
}

function difference(id        , title        , base         , head         , path        )          {
  if (JSON.stringify(base) === JSON.stringify(head)) return []
  return [
    {
      id: `${id}.changed`,
      title: `${title} would change`,
      status: 'warn',
      reason: `This pull request changes ${id} from ${JSON.stringify(base ?? null)} to ${JSON.stringify(head ?? null)}; this run was decided by the base branch's`,
      hint: 'The change takes effect after the merge: have the owner of the policy review it',
      locations: [{ file: path }],
    },
  ]
}

const introduced = (path        )        => ({
  id: 'policy.introduced',
  title: 'The policy is new',
  status: 'warn',
  reason: `The base branch has no ${path}, so this run was decided by the pull request's own`,
  hint: 'Merge the settings first, then certify against them',
  locations: [{ file: path }],
});

const DATA_ROLES = ['data', 'predictions', 'champion', 'reference', 'current'];

const fileRef = (name        )         => `file:${name}`;

/** The model: its one file, or a component that holds all its files and is known by the model id. */
function modelComponent(
  files                    ,
  sha256                          ,
  card                       ,
)                        {
  const [first, ...others] = files;
  if (!first) return undefined
  const id = idOf$1(files, sha256);
  return {
    type: 'machine-learning-model',
    'bom-ref': 'model',
    name: others.length === 0 ? first.name : commonFolder(files),
    ...(id !== undefined && { version: id }),
    ...(others.length === 0
      ? { hashes: hashes(first.digest.sha256) }
      : { components: files.map(({ name, digest }) => component('file', name, digest.sha256)) }),
    ...(card && { modelCard: card }),
  }
}

/** Every file that a gate has read and that is no part of the model: tables as data, with the columns that the contract calls sensitive. */
function fileComponents(evidence                     , model                     )              {
  const sensitive = new Map                           ();
  for (const each of evidence)
    if (each.gate === 'data-validate')
      for (const { file, columns } of each.result?.files ?? [])
        sensitive.set(
          file,
          columns.filter(column => column.sensitive).map(({ column }) => column),
        );
  const found = new Map                   ();
  for (const { name, role, digest } of evidence.flatMap(({ materials }) => materials)) {
    if (model.has(name) || found.get(name)?.type === 'data') continue
    const isData = DATA_ROLES.includes(role);
    found.set(name, component(isData ? 'data' : 'file', name, digest.sha256, sensitive.get(name)));
  }
  return [...found.values()]
}

function component(type                 , name        , sha256        , sensitive                    = [])            {
  return {
    type,
    'bom-ref': fileRef(name),
    name,
    hashes: hashes(sha256),
    ...(type === 'data' && {
      data: [
        {
          type: 'dataset',
          name,
          ...(sensitive.length > 0 && { sensitiveData: sensitive.map(column => `column ${column}`) }),
        },
      ],
    }),
  }
}

/** The model id; none where a file has a name that no certificate could state. */
function idOf$1(files                    , sha256                          )                     {
  try {
    return modelId(files, sha256)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

const hashes = (content        ) => [{ alg: 'SHA-256', content }];         

function commonFolder(files                    )         {
  const [first = [], ...others] = files.map(({ name }) => name.split('/').slice(0, -1));
  const shared = first.filter((part, i) =>
    others.every(other => first.slice(0, i).every((p, j) => other[j] === p) && other[i] === part),
  );
  return shared.join('/') || 'model'
}

/** What the policy's waiver says of a vulnerability, as a VEX statement; without one nobody has said anything yet. */
function analysisOf(waiver                    , found        )           {
  if (waiver?.rule !== 'vulnerabilities') return { state: 'in_triage', detail: found }
  const { state, justification, reason, owner, expires } = waiver;
  return {
    state,
    ...(state === 'not_affected' && justification !== undefined && { justification }),
    // Who says that it can be exploited and waives it has decided to live with it.
    ...(state === 'exploitable' && { response: ['will_not_fix']          }),
    detail: `${reason} (waived by ${owner} until ${expires}; ${found})`,
  }
}

/** purl types by OSV's name of the ecosystem (github.com/package-url/purl-spec, PURL-TYPES). */
const PURL_TYPES                                   = { PyPI: 'pypi', npm: 'npm', conda: 'conda', Conda: 'conda' };

/** The libraries that the evidence names: those with an exact version, those without, and those that another tool has reported on. */
function libraries({ packages = [], dependencies, vulnerabilities }                )              {
  const found = new Map                   ();
  for (const { ecosystem, name, version } of [...packages, ...vulnerabilities]) {
    const ref = libraryRef(ecosystem, name, version);
    const purl = purlOf(ecosystem, name, version);
    found.set(ref, { type: 'library', 'bom-ref': ref, name, version, ...(purl !== undefined && { purl }) });
  }
  for (const { name, requirement, file, line } of dependencies) {
    const ref = `requirement:${file}:${line}:${name}`;
    const properties = [
      { name: 'proofmark:requirement', value: requirement },
      { name: 'proofmark:declared-in', value: `${file}:${line}` },
    ];
    found.set(ref, { type: 'library', 'bom-ref': ref, name, properties });
  }
  return [...found.values()]
}

/** Known vulnerabilities of them: what a waiver says of each, else it stands as in triage. */
function vulnerabilitiesOf({ vulnerabilities }                )                  {
  const found = new Map                       ();
  for (const { ecosystem, name, version, source, file, line, vulnerabilities: known } of vulnerabilities)
    for (const { ids, severity, fixed, waiver } of known) {
      const [id = 'unknown', ...aliases] = ids;
      const affected = libraryRef(ecosystem, name, version);
      const analysis = analysisOf(waiver, `${file}${line === undefined ? '' : `:${line}`} has ${name} ${version}`);
      const ref = `vulnerability:${id}:${affected}`;
      found.set(ref, {
        'bom-ref': ref,
        id,
        source: { name: source },
        ...(aliases.length > 0 && {
          references: [...new Set(aliases)].map(alias => ({ id: alias, source: { name: source } })),
        }),
        ratings: [{ severity }],
        ...(fixed !== undefined && { recommendation: `Update ${name} to ${fixed} or later` }),
        analysis,
        affects: [{ ref: affected, versions: [{ version, status: isAffected(analysis) ? 'affected' : 'unaffected' }] }],
      });
    }
  return [...found.values()]
}

const isAffected = ({ state }          ) => state !== 'not_affected' && state !== 'false_positive';

const libraryRef = (ecosystem        , name        , version        ) => `library:${ecosystem}:${name}@${version}`;

function purlOf(ecosystem        , name        , version        )                     {
  const type = PURL_TYPES[ecosystem];
  if (type === undefined) return undefined
  const plain = type === 'pypi' ? name.toLowerCase().replaceAll('_', '-') : name;
  return `pkg:${type}/${plain.split('/').map(encodeURIComponent).join('/')}@${encodeURIComponent(version)}`
}

/** The model card: what model-certify's evidence bears out, and, as considerations, what its owner declares. */
function modelCard(evidence               , refOf                          )                        {
  const { result, materials } = evidence;
  if (!result) return undefined
  // A gain over the champion is no performance of the model.
  const slices = (result.slices ?? []).filter(({ gain }) => !gain);
  const performanceMetrics = [
    ...result.metrics.flatMap(metric => performance(metric.id, metric)),
    ...slices.flatMap(({ by, slice, metric, ...found }) =>
      performance(metric, found).map(one => ({ ...one, slice: by === undefined ? slice : `${by} = ${slice}` })),
    ),
  ];
  const datasets = materials.filter(({ role }) => role === 'predictions').map(({ name }) => ({ ref: refOf(name) }));
  return {
    modelParameters: {
      approach: { type: 'supervised' },
      task: `${result.task} classification`,
      ...(datasets.length > 0 && { datasets }),
    },
    ...(performanceMetrics.length > 0 && { quantitativeAnalysis: { performanceMetrics } }),
    ...considerationsOf(result.card),
  }
}

function performance(
  type        ,
  { value, interval }                                                                                              ,
)                      {
  if (value === null) return []
  const [lower, upper] = interval ?? [];
  return [
    {
      type,
      value: String(value),
      ...(interval && { confidenceInterval: { lowerBound: String(lower), upperBound: String(upper) } }),
    },
  ]
}

/** What is declared of the model, as far as CycloneDX has a place for it. */
function considerationsOf(card                                              )                                    {
  const considerations = {
    ...(card?.users && { users: card.users }),
    ...(card?.['intended-use'] && { useCases: card['intended-use'] }),
    ...(card?.limitations && { technicalLimitations: card.limitations }),
    ...(card?.['ethical-considerations'] && {
      ethicalConsiderations: card['ethical-considerations'].map(name => ({ name })),
    }),
  };
  return Object.keys(considerations).length > 0 ? { considerations } : {}
}

/** A UUID of version 8 (RFC 9562 §5.8) made of a SHA-256, as a URN: equal contents have equal numbers. */
function serialNumber(sha256        )         {
  const variant = ((Number.parseInt(sha256[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  const hex = `${sha256.slice(0, 12)}8${sha256.slice(13, 16)}${variant}${sha256.slice(17, 32)}`;
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`
}

/**
 * The evidence of a run as a CycloneDX 1.6 bill of materials: the model with its card, the data, the other files that were read,
 * and the libraries that the scan names. Its serial number is a function of everything in it but the time.
 */
function cyclonedx(evidence                     , sha256                          )      {
  const subject = evidence.find(each => each.subject.length > 0)?.subject ?? [];
  const certified = evidence.find(each => each.gate === 'model-certify');
  const scanned = evidence.find(each => each.gate === 'security-scan')?.result;
  const card = certified?.gate === 'model-certify' ? modelCard(certified, fileRef) : undefined;
  const model = modelComponent(subject, sha256, card);
  const known = scanned ? vulnerabilitiesOf(scanned) : [];
  const components              = [
    ...fileComponents(evidence, new Set(subject.map(({ name }) => name))),
    ...(scanned ? libraries(scanned) : []),
  ];
  const content = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: 'proofmark', version: evidence[0]?.tool.version ?? '' }] },
      ...(model && { component: model }),
      properties: [
        ...evidence.map(({ gate, verdict }) => ({ name: `proofmark:verdict:${gate}`, value: verdict })),
        ...waived(evidence),
      ],
    },
    components,
    // What no gate has read, the evidence cannot name.
    compositions: [{ aggregate: 'unknown', assemblies: (model ? [model] : components).map(each => each['bom-ref']) }],
    ...(known.length > 0 && { vulnerabilities: known }),
  };         
  const timestamp =
    evidence
      .map(({ run }) => run.finishedAt)
      .toSorted()
      .at(-1) ?? new Date(0).toISOString();
  const { $schema, bomFormat, specVersion, metadata, ...rest } = content;
  return {
    $schema,
    bomFormat,
    specVersion,
    serialNumber: serialNumber(sha256(canonicalJson(content))),
    metadata: { timestamp, ...metadata },
    ...rest,
  }
}

/** The waivers that were applied, each once: what is said of a file or a credential has no other place in a bill of materials. */
function waived(evidence                     )             {
  const applied = evidence.flatMap(({ checks }) => checks.flatMap(({ waivers }) => waivers ?? []));
  const told = applied.map(
    waiver => `${describeWaiver(waiver)} until ${waiver.expires}, by ${waiver.owner}: ${waiver.reason}`,
  );
  return [...new Set(told)].map(value => ({ name: 'proofmark:waiver', value }))
}

const HEADINGS                            = {
  description: 'What it does',
  owner: 'Owner',
  contact: 'Contact',
  licence: 'Licence',
  'intended-use': 'Intended use',
  'out-of-scope': 'Out of scope',
  users: 'Users',
  'training-data': 'Training data',
  limitations: 'Limitations',
  'ethical-considerations': 'Ethical considerations',
};

/** A model card for people. What is declared is its owner's word; what is measured stands in the evidence with the same digests. */
function modelCardMarkdown(card                   )         {
  const { model, verdict, declared } = card;
  const title = [model.name ?? 'Model', model.version].filter(part => part !== undefined).join(' ');
  const parts = [
    `# ${escapeText(title)}`,
    `${VERDICT_WORD[verdict]} by model-certify; its evidence says what was asked and found.`,
    ...CARD_FIELDS.flatMap(field => section(HEADINGS[field], declared[field])),
    claims(card),
    metrics(card),
    files('Data it was judged on', card.data),
    files('Model files', card.files),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

function section(heading        , said                                        )           {
  if (said === undefined) return []
  const body =
    typeof said === 'string' ? escapeText(said, 4000) : said.map(item => `- ${escapeText(item, 1000)}`).join('\n');
  return [`## ${heading}`, body]
}

function claims({ claims }                   )         {
  if (claims.length === 0) return ''
  const rows = claims.map(({ claim, status, measured }) => [
    STATUS_SIGN[status],
    escapeText(claim),
    typeof measured?.value === 'number' ? formatNumber$1(measured.value) : '',
    measured?.interval ? formatInterval(measured.interval) : '',
  ]);
  return `## Claims\n\n${table(['', 'Claim', 'Found', 'Interval'], rows, ['left', 'left', 'right', 'right'])}`
}

function metrics({ metrics }                   )         {
  if (metrics.length === 0) return ''
  const rows = metrics.map(({ title, value, interval, level, n }) => [
    escapeText(title),
    value === null ? 'undefined' : formatNumber$1(value),
    interval && level !== undefined ? `${formatInterval(interval)} at ${formatShare(level)}` : '',
    formatNumber$1(n),
  ]);
  return `## Metrics\n\n${table(['Metric', 'Value', 'Interval', 'Rows'], rows, ['left', 'right', 'right', 'right'])}`
}

function files(
  heading        ,
  all                                                                                                            ,
)         {
  if (all.length === 0) return ''
  const rows = all.map(({ name, bytes, digest }) => [code(name), formatBytes(bytes), code(digest.sha256)]);
  return `## ${heading}\n\n${table(['File', 'Size', 'SHA-256'], rows, ['left', 'right', 'left'])}`
}

/** What is declared of a model, and what was measured of it: the same as JSON and as Markdown. */
                                    
                         
                                                                                               
                                                                               
                       
                                       
                                          
                                     
                                    
                                    
 

                                                                                      
                        
 

/** The card of a model whose settings declare one. */
function modelCardOf({
  result,
  checks,
  verdict,
  materials,
  subject,
}                 )                                {
  if (!result?.card) return undefined
  const { name, version, ...declared } = result.card;
  return {
    schema: `${NAMESPACE}model-card/v1`,
    model: { name, version },
    declared,
    task: result.task,
    verdict,
    metrics: result.metrics,
    claims: result.claims.flatMap(({ claim, check }) => {
      const answer = checks.find(({ id }) => id === check);
      if (!answer) return []
      const { status, measured, required, reason } = answer;
      return [{ claim, status, ...(measured ? { measured } : {}), ...(required ? { required } : {}), reason }]
    }),
    data: materials,
    files: subject,
  }
}

/** Lower-case hexadecimal SHA-256 of a text. */
                                             

/** Cells of a notebook and lines in them move, and a baseline comes and goes. */
const PLACE_OF_SECRET = / \(.*$|, of the baseline$/;

/**
 * What an alert is recognised by in the next run: the rule, the file and the name of what was found, but neither line nor byte, so
 * that neither an edit above it nor a model trained again opens it anew. The nth of equals has n.
 */
function fingerprints(sha256        )                                                         {
  const seen = new Map                ();
  return (ruleId, file, note) => {
    const [first = '', ...rest] = note.split('\0');
    const shown = ruleId === 'secrets' ? first.replace(PLACE_OF_SECRET, '') : first.replace(/^byte \d+: /, '');
    const name = [shown, ...rest].join('\0');
    const hash = sha256([ruleId, file, name].join('\0'));
    const nth = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, nth);
    return `${hash}:${nth}`
  }
}

/** The places of one check, at least one: where it names none, the file that its question was asked of. */
function located(check       , { materials, subject }          )                      {
  if (check.locations && check.locations.length > 0) return check.locations
  const asked = materials.find(({ role }) => ASKED_OF.includes(role)) ?? materials[0] ?? subject[0];
  return [{ file: asked?.name ?? 'proofmark.yml' }]
}

const ASKED_OF = ['data', 'predictions', 'current', 'artefact'];

const MAX_LENGTH = 2000;

/** A sentence as SARIF's plain text: control characters shown, and no `](`, which would be a link (SARIF 2.1.0 §3.11.6). */
function plainMessage(...parts                                 )         {
  const text = parts
    .filter(part => part !== undefined)
    .map(part => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
  return visible(text).replaceAll('](', '] (').slice(0, MAX_LENGTH)
}

/** What a kind of security check is about, for somebody who sees one alert of it. */
                           
                        
                              
                       
                                                                   
                           
 

/** Security checks by the beginning of their ids. */
const KINDS                                     = {
  artefact: {
    title: 'Loading the file would run only what is known to be harmless',
    description: 'A model file imports or calls what is not on the allow list, or cannot be read to its end.',
    help: 'Do not load the file. Train and save the model again from sources you trust, as skops, ONNX or safetensors, which run nothing.',
    severity: 9.8,
  },
  secrets: {
    title: 'Text files hold no credentials',
    description: 'A text holds what looks like a password, key or token.',
    help: 'Revoke the credential first, then take it out of the file and of its history, and read it from the environment instead.',
    severity: 8.8,
  },
  loader: {
    title: 'The pinned loaders load the scanned files safely',
    description:
      'A library is pinned at a version with a known fault in loading a kind of file that is among those scanned.',
    help: 'Update the library to the version that the alert names.',
    severity: 8.1,
  },
  waivers: {
    title: 'Every waiver is needed and in force',
    description: 'A waiver of the policy has expired or excepts nothing, or a pull request would change the waivers.',
    help: 'Take the waiver out of the policy, or have its owner renew it for what the file is now.',
    severity: 3,
  },
  'secrets-baseline': {
    title: 'The baseline of credentials does not grow',
    description: 'A pull request would add credentials to the baseline, of which every one only warns.',
    help: 'See that each of them was there before, and is being revoked.',
    severity: 6,
  },
  dependencies: {
    title: 'Every dependency has an exact version',
    description:
      'A dependency is declared without an exact version, so that the same commit can install something else tomorrow.',
    help: 'Pin each dependency with ==, or install from a lock file.',
    severity: 4,
  },
  vulnerabilities: {
    title: 'Dependencies have no known vulnerability',
    description: 'A version that is installed or allowed has a vulnerability that a database knows of.',
    help: 'Update the dependency to the version that the alert names, or replace it.',
    severity: 7.5,
  },
  sensitive: {
    title: 'The contract classifies every column of sensitive data',
    description:
      'A column seems to hold personal or otherwise sensitive data that the contract does not classify, or nobody could tell.',
    help: 'Set the classification of the column in the contract, or drop or pseudonymise the column.',
    severity: 6,
  },
  'sensitive-header': {
    title: 'The first line of a table names its columns',
    description: 'The first line of a table holds values, so that its columns have no names.',
    help: 'Put a line with the names of the columns before the first row.',
    severity: 4,
  },
  'k-anonymity': {
    title: 'No row of a table stands out by its quasi-identifiers',
    description:
      'Too few rows of a table share their quasi-identifiers, so that a person could be singled out, or nobody could tell.',
    help: 'Coarsen the quasi-identifiers, or drop the rows or columns that make rows stand out.',
    severity: 5,
  },
  'l-diversity': {
    title: 'Rows that share their quasi-identifiers differ in what is sensitive',
    description:
      'Rows that share their quasi-identifiers also share a sensitive value, so that it is known of whoever is among them.',
    help: 'Coarsen the quasi-identifiers, or drop the sensitive column.',
    severity: 5,
  },
  workflow: {
    title: 'Workflows leave no way around the gate',
    description:
      'A GitHub Actions workflow cannot be read, so that nobody can tell whether it leaves a way around the gate.',
    help: 'Mend the workflow file; GitHub would not run it as it is.',
    severity: 5,
  },
};

/** The rule a security check belongs to: its id without the file's name. */
function ruleIdOf(checkId        )         {
  const [kind = '', rule = ''] = checkId.split('.', 2);
  return kind === 'workflow' && /^[\w-]+(?:\/[\w-]+)?$/.test(rule) && isRule(rule) ? `${kind}.${rule}` : kind
}

const RULES = Object.values(rules);
const isRule = (id        ) =>
  id === 'report' || /^(?:zizmor|actionlint)(?:\/|$)/.test(id) || RULES.some(rule => rule.id === id);

/** What the rule is about; undefined where nobody has described it. */
function ruleKindOf(ruleId        )                       {
  const id = ruleId.replace(/^workflow\./, '');
  const rule = RULES.find(each => each.id === id);
  if (!rule) return ruleId.startsWith('workflow.') ? imported(id) : KINDS[ruleId]
  const severities = Object.values(rule.severities);
  return {
    title: rule.title,
    description: `Expected ${rule.expected}.`,
    help: severities.map(({ status, why }) => `${status === 'fail' ? 'Fails' : 'Warns'}: ${why}.`).join(' '),
    severity: severities.some(({ status }) => status === 'fail') ? 8 : 5,
  }
}

const imported = (id        )           => ({
  title: `No finding of ${id}`,
  description: `A report of another tool that was among the scanned files has findings of ${id}.`,
  help: 'See what that tool says of the rule, mend it, and write its report again.',
  severity: 5,
});

/**
 * A gate's evidence as SARIF 2.1.0 for GitHub code scanning, or any reader of it: every check that did not pass, at every place it
 * names. Inconclusive is an error, as it is for the gate.
 */
function sarif(evidence          , sha256        )           {
  const open = evidence.checks
    .filter(({ status }) => status !== 'pass')
    .toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status));
  const rules = new Map                   ();
  for (const check of open) {
    const rule = ruleOf(check, evidence);
    if (!rules.has(rule.id) && rules.size < LIMITS.sarifRules) rules.set(rule.id, rule);
  }
  const ids = [...rules.keys()];
  const fingerprint = fingerprints(sha256);
  const results = open.flatMap(check => resultsOf(check, evidence, ids, fingerprint));
  const left = results.length - LIMITS.sarifResults;
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Proofmark',
            version: evidence.tool.version,
            semanticVersion: evidence.tool.version,
            informationUri: NAMESPACE,
            rules: [...rules.values()],
          },
        },
        automationDetails: { id: `proofmark/${evidence.gate}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: evidence.result !== null,
            ...(left > 0 && {
              toolExecutionNotifications: [
                {
                  level: 'warning',
                  message: { text: `${count$2(left, 'more result')} left out: the evidence has them all.` },
                },
              ],
            }),
          },
        ],
        results: results.slice(0, LIMITS.sarifResults),
      },
    ],
  }
}

const LEVELS                        = { fail: 'error', inconclusive: 'error', warn: 'warning', pass: 'warning' };

/** What could not run at all is a rule by its whole id: it is no answer of the gate's. */
const idOf = (check       , { gate, result }          ) =>
  gate === 'security-scan' && result !== null ? ruleIdOf(check.id) : check.id;

function ruleOf(check       , evidence          )            {
  const id = idOf(check, evidence);
  const level = LEVELS[check.status];
  const kind = evidence.gate === 'security-scan' ? ruleKindOf(id) : undefined;
  const help = kind?.help ?? check.hint ?? 'See the evidence of the gate.';
  return {
    id,
    shortDescription: { text: plainMessage(kind?.title ?? check.title) },
    fullDescription: { text: plainMessage(kind?.description ?? check.title) },
    help: { text: plainMessage(help), markdown: escapeText(help) },
    defaultConfiguration: { level },
    properties: {
      tags: evidence.gate === 'security-scan' ? ['security', evidence.gate] : [evidence.gate],
      precision: id === 'secrets' ? 'medium' : 'high',
      ...(kind ? { 'security-severity': kind.severity.toFixed(1) } : { 'problem.severity': level }),
    },
  }
}

function resultsOf(
  check       ,
  evidence          ,
  ids                   ,
  fingerprint                                 ,
)                {
  const ruleId = idOf(check, evidence);
  const ruleIndex = ids.indexOf(ruleId);
  if (ruleIndex === -1) return []
  const places = located(check, evidence);
  return places.map((location, i) => {
    const { file, line, column, note, waiver, key = [] } = location;
    return {
      ruleId,
      ruleIndex,
      level: LEVELS[check.status],
      message: {
        text: plainMessage(
          places.length > 1 ? hereText(location) : undefined,
          check.reason,
          i === 0 ? check.hint : undefined,
        ),
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: inRepository(evidence.run.folder, file).split('/').map(encodeURIComponent).join('/'),
              uriBaseId: '%SRCROOT%',
            },
            region: { startLine: line ?? 1, startColumn: 1, endLine: line ?? 1, endColumn: 2 },
          },
        },
      ],
      partialFingerprints: {
        primaryLocationLineHash: fingerprint(ruleId, file, [note, column, ...key.map(keyText)].join('\0')),
      },
      ...suppressed(check.waivers?.[waiver ?? -1]),
    }
  })
}

function hereText(location          )                     {
  const here = [
    ...(isRow(location) ? cellTexts(location) : []),
    ...(location.note === undefined ? [] : [location.note]),
  ];
  return here.length > 0 ? `Here: ${here.join(', ')}` : undefined
}

/** A waiver as SARIF has it (§3.35): kept outside the file, and accepted by its owner. */
function suppressed(waiver                    )                                    {
  if (!waiver) return {}
  const { reason, owner, expires } = waiver;
  const justification = plainMessage(reason, `Waived by ${owner} until ${expires}`);
  return { suppressions: [{ kind: 'external', status: 'accepted', justification }] }
}

/** The bill of materials, inside the output folder. */
const BOM_FILE = 'bom.cdx.json';

/** The model card, without its ending. */
const CARD_FILE = 'model-card';

const sarifFile = (gate          ) => `${gate}.sarif`;

/**
 * Writes beside the evidence what other programs and people read: SARIF for each gate, with model-certify the model card that the settings
 * declare, and with security-scan a bill of materials of all of them. Of the gates that were `asked`, what an earlier run left is removed where there is nothing to write now.
 */
async function writeReports(
  evidence                     ,
  asked                     ,
  out        ,
  { files, sha256 }                                 ,
)                {
  for (const gate of GATES.filter(each => asked.includes(each))) {
    const found = evidence.find(each => each.gate === gate);
    if (found) await files.write(`${out}/${sarifFile(gate)}`, text(sarif(found, sha256)));
    else await files.remove(`${out}/${sarifFile(gate)}`);
  }
  if (asked.includes('model-certify')) await writeCard(evidence, out, files);
  if (!asked.includes('security-scan')) return
  if (evidence.some(({ gate }) => gate === 'security-scan'))
    await files.write(`${out}/${BOM_FILE}`, text(cyclonedx(evidence, sha256)));
  else await files.remove(`${out}/${BOM_FILE}`);
}

/** The model card, where one is declared. */
async function writeCard(evidence                     , out        , files                )                {
  const certified = evidence.find(each => each.gate === 'model-certify');
  const card = certified?.gate === 'model-certify' ? modelCardOf(certified) : undefined;
  for (const [name, write] of [
    [`${CARD_FILE}.json`, text],
    [`${CARD_FILE}.md`, modelCardMarkdown],
  ]         ) {
    if (card) await files.write(`${out}/${name}`, write(card));
    else await files.remove(`${out}/${name}`);
  }
}

const text = (value        ) => `${JSON.stringify(value, null, 2)}\n`;

/** What the face of a command (an action, the program) has understood of what its user gave. */
                          
                               
                                                                         
                      
                                                      
                                     
                                                       
                                         
                                                         
                                 
                              
                                                                                                 
                                   
                                                                                 
                                        
 

                          
                               
                           
                             
                                        
                                                   
                                                        
                                      
 

/**
 * Runs one command from settings to evidence, and for `gate` and `audit-record` on to the certificate. What the user can mend
 * ends as evidence that says so; it is thrown only where there is no gate whose evidence could.
 */
async function run(request         , ports       )                   {
  const { command, out } = request;
  const gates = gateCommands.filter(({ gate }) => command === gate || command === 'gate');
  const records = command === 'gate' || command === 'audit-record';
  // First, because a scan of the folder they are in would take an old bill of materials for another tool's report.
  await writeReports(
    [],
    gates.map(({ gate }) => gate),
    out,
    ports,
  );
  const bar = await understood(request, ports);
  if ('error' in bar) {
    if (records) await removeRecord(out, ports);
    if (gates.length === 0) throw bar.error
    return conclude(command, await reported(await refuseAll(gates, bar.error, ports, out)), undefined, undefined)
  }
  const base = baseFiles(request.configPath, ports);
  const based = base ? { ...ports, base } : ports;
  const produced             = [];
  for (const gate of gates) {
    if (command !== 'gate' || isWanted(gate, bar.settings)) {
      ports.log.progress(`${gate.gate} …`);
      produced.push(await produceEvidence(gate, bar.settings, based, out, notesFor(gate, bar)));
    } else await ports.files.remove(`${out}/${evidenceFile(gate.gate)}`);
  }
  await reported(produced);
  const certification = records ? await certify(bar, request, ports) : undefined;
  return conclude(command, produced, certification, bar.settings.record.release)

  async function reported(produced                     ) {
    const evidence = produced.map(one => one.evidence);
    await writeReports(
      evidence,
      gates.map(({ gate }) => gate),
      out,
      ports,
    );
    return produced
  }
}

async function refuseAll(
  gates                        ,
  error         ,
  ports       ,
  out        ,
)                      {
  const produced             = [];
  for (const { gate } of gates) produced.push(await produceRefusedEvidence(gate, error, ports, out));
  return produced
}

function notesFor({ gate }             , { claimChanges, waiverChanges }     )                   {
  if (gate === 'model-certify') return claimChanges
  return gate === 'security-scan' ? waiverChanges : []
}

async function understood(request         , ports       )                                    {
  try {
    const file =
      request.config === undefined
        ? undefined
        : { name: request.config, text: await ports.files.readText(request.config) };
    const settings = readSettings({ ...request, ...(file ? { file } : {}) });
    const { forge, context } = ports;
    return context.base !== undefined && forge && request.configPath !== undefined
      ? await takeBar(settings, request.configPath, forge)
      : ownBar(settings)
  } catch (error) {
    return { error }
  }
}

async function certify(
  { settings, policyChanges }     ,
  { key = '', out, evidence, rebase }         ,
  ports       ,
)                         {
  const isText = key.includes('-----BEGIN');
  const record = key === '' || isText ? settings.record : { ...settings.record, key: rebase(key) };
  const options = { out, evidence, notes: policyChanges, privateKey: isText ? key : undefined };
  return auditRecord({ ...settings, record }, options, ports)
}

/** The gate runs what the policy requires, and whatever else has something to look at. */
const isWanted = (command             , settings          ) =>
  settings.policy.require.includes(command.gate) || command.isConfigured(settings);

function conclude(
  command             ,
  produced                     ,
  certification                           ,
  release                    ,
)          {
  const verdict = certification?.verdict ?? worstVerdict(produced.map(({ evidence }) => evidence.verdict));
  const errors = [...produced, ...(certification ? [certification] : [])].flatMap(({ error }) =>
    error === undefined ? [] : [error],
  );
  return { command, verdict, exitCode: exitCode(verdict, errors), produced, certification, release }
}

export { writeBaseline as A, numbersOf as B, selectRows as C, namedColumns as D, mostProbable as E, isOnMetric as F, isComparison as G, defaultMargin as H, indexIds as I, claimedMetrics as J, putToTrial as K, checkClaims as L, behaviourChecks as M, shuffle as N, seeded as O, withDialects as P, prepareCertify as Q, allFiles as R, hypergeometric as S, openContract as T, contractColumns as U, PROPERTY as V, declaredMethod as W, parseManifest as X, manifestPath as Y, requireKnownMethods as a, measureDrift as b, columnOf$1 as c, readSettings as d, rankByName as e, fromText as f, fileWords as g, folderWords as h, inputsOf as i, requireColumns as j, rowsJob as k, limitFor as l, methodFor as m, nameWords as n, checkPredictions as o, assembleRows as p, locateChecks as q, run as r, smallestRows as s, pairPredictions as t, namesOf as u, evaluate$1 as v, scoresOf as w, binaryReading as x, auc as y, accuracy$1 as z };
