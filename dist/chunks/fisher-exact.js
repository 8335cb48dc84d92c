import { u as mirrored, v as incompleteGamma, w as logPoissonTerm, r as requirePositive, p as probability, i as inverseUpper, x as inverseLower, f as notNan, d as count, y as smallestWhole } from './clopper-pearson.js';
import { c as chiSquared } from './chi-squared.js';
import { h as hypergeometric } from './hypergeometric.js';

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
  if (nc === 0) return chiSquared(df)
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

/** Tables this close to the observed one's probability count as equally likely, as in R. */
const TIE = 1 + 1e-7;

/**
 * Fisher's exact test of a 2 × 2 table; the statistic is the sample odds ratio ad / bc (NaN when a margin is zero).
 *
 * Two-sided: the total probability of all tables with these margins that are no more likely than the observed one.
 */
function fisherExact(table                              , alternative              = 'two-sided')             {
  if (table.length !== 2 || table.some(row => row.length !== 2)) {
    throw new RangeError('Expected a table of 2 rows and 2 columns')
  }
  const cell = (i        , j        ) =>
    count(table[i]?.[j] ?? Number.NaN, `the count in row ${i + 1}, column ${j + 1}`);
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

export { fisherExact as f, nonCentralChiSquared as n };
