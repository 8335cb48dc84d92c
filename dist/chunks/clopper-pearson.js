/** Throws unless every named parameter is a finite number above 0. */
function requirePositive(parameters                        )       {
  for (const [name, value] of Object.entries(parameters)) {
    if (!(value > 0 && value < Infinity)) {
      throw new RangeError(`Expected ${name} to be a finite number above 0 but found ${value}`)
    }
  }
}

/** The value itself; throws when it is NaN. */
function notNan(value        )         {
  if (Number.isNaN(value)) throw new RangeError('Expected a number but found NaN')
  return value
}

/** The value itself; throws unless it lies in [0, 1]. */
function probability(value        )         {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`Expected a probability in [0, 1] but found ${value}`)
  return value
}

/** Even the slowest case in use, a quantile near the mean for shapes of 1e12, needs fewer terms than this. */
const MOST_TERMS = 1e7;

/** The continued fraction b₀ + a₁ / (b₁ + a₂ / (b₂ + …)) by the modified Lentz method (Thompson and Barnett 1986). */
function continuedFraction(first        , a                       , b                       )         {
  let fraction = first;
  let c = first;
  let d = 0;
  for (let n = 1; n < MOST_TERMS; n++) {
    const denominator = b(n);
    d = 1 / (denominator + a(n) * d);
    c = denominator + a(n) / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) <= 2.3e-16) return fraction
  }
  throw new RangeError('Expected a continued fraction to converge but it did not')
}

/**
 * x ln(x / m) + m − x for x, m > 0 without cancellation where x ≈ m: half the Poisson deviance.
 *
 * Source: C. Loader, Fast and accurate computation of binomial probabilities (2000), `bd0`.
 */
function deviance(x        , m        )         {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * logRatio(x, m) + m - x
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum
    sum = next;
  }
}

function logRatio(x        , m        )         {
  const ratio = x / m;
  return ratio > 1e-300 && ratio < 1e300 ? Math.log(ratio) : Math.log(x) - Math.log(m)
}

/** B₂ₖ / (2k (2k − 1)), k = 1, 2, …: Stirling's series for ln Γ (DLMF 5.11.1). */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400, 43867 / 244188];

/**
 * What Stirling's formula leaves out, for n > 0: ln Γ(n + 1) − ln(√(2πn) (n / e)ⁿ).
 *
 * Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
 */
function stirlingError(n        )         {
  let below = 0;
  let m = n;
  for (; m < 12; m++) below += (m + 0.5) * Math.log1p(1 / m) - 1;
  const inverseSquare = 1 / (m * m);
  let sum = 0;
  for (let i = SERIES.length - 1; i >= 0; i--) sum = sum * inverseSquare + (SERIES[i] ?? 0);
  return below + sum / m
}

const LOG_TWO_PI$1 = 1.8378770664093456;

/**
 * ln( Γ(x+y+1) / (Γ(x+1) Γ(y+1)) · pˣ qʸ ) for real x, y ≥ 0 and q = 1 − p given exactly: the binomial probability of x
 * successes and y failures.
 *
 * Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
 */
function logBinomialTerm(x        , y        , p        , q        )         {
  const n = x + y;
  if (x === 0) return y === 0 ? 0 : y * logComplement(p, q)
  if (y === 0) return x * logComplement(q, p)
  const error = stirlingError(n) - stirlingError(x) - stirlingError(y);
  return error - deviance(x, n * p) - deviance(y, n * q) + (Math.log(n / x) - Math.log(y) - LOG_TWO_PI$1) / 2
}

/** ln q from whichever of p = 1 − q and q holds more digits of it. */
function logComplement(p        , q        )         {
  return p < 0.5 ? Math.log1p(-p) : Math.log(q)
}

/**
 * Both tails of a distribution at one point, each to full relative precision, and the slope that a root finder needs.
 *
 * `logDensity` is the logarithm of x · density(x) for a positive variable (dP / d ln x).
 */
                                                                                                            

/** Tails of which the lower one was computed (as a logarithm) and the upper is its complement. */
function fromLogLower(logLower        , logDensity        )        {
  const lower = Math.min(Math.exp(logLower), 1);
  return { lower, upper: 1 - lower, logLower, logUpper: Math.log1p(-lower), logDensity }
}

/** The same distribution seen from the other end. */
function mirrored({ lower, upper, logLower, logUpper, logDensity }       )        {
  return { lower: upper, upper: lower, logLower: logUpper, logUpper: logLower, logDensity }
}

/**
 * Regularised incomplete beta function: `lower` is I_x(a, b), `upper` its complement I_y(b, a), with y = 1 − x given by
 * the caller so that no digit is lost when x is close to 1.
 *
 * The tail on the far side of the mean comes from a continued fraction (DiDonato and Morris 1992, TOMS 708, eq. 9), its
 * leading factor from Loader's saddle point form; `logDensity` refers to the odds x / y.
 */
function incompleteBeta(a        , b        , x        , y        )        {
  if (x <= 0) return { lower: 0, upper: 1, logLower: -Infinity, logUpper: 0, logDensity: -Infinity }
  if (y <= 0) return { lower: 1, upper: 0, logLower: 0, logUpper: -Infinity, logDensity: -Infinity }
  const logDensity = logBinomialTerm(a, b, x, y) + Math.log(a) + Math.log(b / (a + b));
  return a * y >= b * x
    ? fromLogLower(logDensity - Math.log(fraction(a, b, x, y)), logDensity)
    : mirrored(fromLogLower(logDensity - Math.log(fraction(b, a, y, x)), logDensity))
}

/** The same at the odds w = x / (1 − x), where neither end of [0, 1] loses digits. */
function incompleteBetaAtOdds(a        , b        , odds        )        {
  return incompleteBeta(a, b, odds === Infinity ? 1 : odds / (1 + odds), 1 / (1 + odds))
}

/** The even part of the continued fraction for I_x(a, b) = xᵃ yᵇ / (B(a, b) · fraction), x below the mean. */
function fraction(a        , b        , x        , y        )         {
  const excess = a * y - b * x + 1;
  return continuedFraction(
    (a * excess) / (a + 1),
    n => ((((a + n - 1) / (a + 2 * n - 1)) * (a + b + n - 1)) / (a + 2 * n - 1)) * n * (b - n) * x * x,
    n => n + (n * (b - n) * x) / (a + 2 * n - 1) + ((a + n) * (excess + n * (1 + y))) / (a + 2 * n + 1),
  )
}

const SMALLEST = 5e-324;
const LARGEST = 1.7976931348623157e308;

/**
 * The w > 0 where an increasing function is zero: Newton's method in ln w, inside a bracket that is halved (in ln w) when
 * a step leaves it. `at` gives the function and its derivative by ln w. 0 or Infinity when the root is beyond doubles.
 */
function positiveRoot(start        , at                                                 )         {
  let [low, high] = [0, Infinity];
  let w = start;
  let lastSize = Infinity;
  for (let i = 0; i < 2000; i++) {
    const { value, slope } = at(w);
    if (Number.isNaN(value)) break
    if (value === 0) return w
    if (value < 0) low = w;
    else high = w;
    if (low === LARGEST) return Infinity
    if (high === SMALLEST) return 0
    const size = Math.abs(value / slope);
    const next = w * Math.exp(-value / slope);
    if (next > low && next < high) {
      if (size < 1e-15 || (size < 1e-11 && size >= lastSize)) return next
      w = next;
      lastSize = size;
    } else {
      if (size < 1e-15) return w
      w = between(low, high);
      lastSize = Infinity;
      if (w <= low || w >= high) return w
    }
  }
  throw new RangeError(`Expected the search for a quantile to converge but it did not, near ${w}`)
}

/** The middle of a bracket by order of magnitude; close to the first or last double, that double itself. */
function between(low        , high        )         {
  if (high === Infinity && low > 1e300) return LARGEST
  if (low === 0 && high < 1e-300) return SMALLEST
  return Math.sqrt(Math.max(low, SMALLEST)) * Math.sqrt(Math.min(high, LARGEST))
}

/** The point w > 0 whose lower tail is p, for 0 < p < 1. */
function inverseLower(p        , start        , tailsAt                      )         {
  return p <= 0.5
    ? positiveRoot(start, w => distance(tailsAt(w), Math.log(p), 1))
    : positiveRoot(start, w => distance(mirrored(tailsAt(w)), Math.log1p(-p), -1))
}

/** The point w > 0 whose upper tail is q, for 0 < q < 1. */
function inverseUpper(q        , start        , tailsAt                      )         {
  return q <= 0.5
    ? positiveRoot(start, w => distance(mirrored(tailsAt(w)), Math.log(q), -1))
    : positiveRoot(start, w => distance(tailsAt(w), Math.log1p(-q), 1))
}

function distance({ logLower, logDensity }       , target        , sign        )                                   {
  return { value: sign * (logLower - target), slope: Math.exp(logDensity - logLower) }
}

/** The regularised incomplete beta function I_x(a, b). */
function betainc(a        , b        , x        )         {
  requirePositive({ a, b });
  return incompleteBeta(a, b, notNan(x), 1 - x).lower
}

/** Its complement 1 − I_x(a, b). */
function betaincc(a        , b        , x        )         {
  requirePositive({ a, b });
  return incompleteBeta(a, b, notNan(x), 1 - x).upper
}

/** The x with I_x(a, b) = p. */
function betaincinv(a        , b        , p        )         {
  requirePositive({ a, b });
  if (probability(p) === 0 || p === 1) return p
  return fromOdds(inverseLower(p, a / b, odds => incompleteBetaAtOdds(a, b, odds)))
}

/** The x with 1 − I_x(a, b) = q. */
function betainccinv(a        , b        , q        )         {
  requirePositive({ a, b });
  if (probability(q) === 0 || q === 1) return 1 - q
  return fromOdds(inverseUpper(q, a / b, odds => incompleteBetaAtOdds(a, b, odds)))
}

function fromOdds(odds        )         {
  return odds === Infinity ? 1 : odds / (1 + odds)
}

/** The beta distribution with shapes `a` and `b` on [0, 1]. */
function beta(a        , b        )               {
  requirePositive({ a, b });
  return {
    cdf: x => betainc(a, b, x),
    sf: x => betaincc(a, b, x),
    ppf: p => betaincinv(a, b, p),
    isf: q => betainccinv(a, b, q),
  }
}

/** The value itself; throws unless it is a whole number of at least 0. */
function count(value        , name        )         {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`Expected ${name} to be a whole number of at least 0 but found ${value}`)
  }
  return value
}

/** The smallest whole k in 0 … n for which a condition holds that, once true, stays true; n when it never is. */
function smallestWhole(n        , holds                        )         {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low
}

/** The binomial distribution of the successes in `n` trials with probability `p`; `pmf(k)` is P(X = k). */
function binomial(n        , p        )                                                {
  count(n, 'the number of trials n');
  probability(p);
  // P(X > k) = I_p(k + 1, n − k)
  const sf = (k        ) =>
    k < 0 ? 1 : k >= n ? 0 : incompleteBeta(Math.floor(k) + 1, n - Math.floor(k), p, 1 - p).lower;
  const cdf = (k        ) =>
    k < 0 ? 0 : k >= n ? 1 : incompleteBeta(Math.floor(k) + 1, n - Math.floor(k), p, 1 - p).upper;
  return {
    cdf: x => cdf(notNan(x)),
    sf: x => sf(notNan(x)),
    pmf: k => (Number.isInteger(k) && k >= 0 && k <= n ? Math.exp(logBinomialTerm(k, n - k, p, 1 - p)) : 0),
    ppf: target => (probability(target) === 1 ? n : smallestWhole(n, k => cdf(k) >= target)),
    isf: target => (probability(target) === 0 ? n : smallestWhole(n, k => sf(k) <= target)),
  }
}

/** ζ(k) − 1 for k = 2, 3, …: the Taylor coefficients of ln Γ around 2, times k (DLMF 5.7.3). */
const ZETA_MINUS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853, 0.0004941886041194645,
  0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5,
  7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8,
  7.45071178983543e-9, 3.725334024788457e-9, 1.862659723513049e-9,
];
const ONE_MINUS_EULER = 0.42278433509846713;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** ln Γ(1 + z) for |z| ≤ ½, to full relative precision also around its zero at z = 0. */
function logGammaOnePlus(z        )         {
  return aroundTwo(z) - Math.log1p(z)
}

/** ln Γ(x) for x > 0, to full relative precision also around its zeros at 1 and 2 (named `lgamma` as in C). */
function lgamma(x        )         {
  if (!(x > 0)) throw new RangeError(`Expected the argument of lgamma to be above 0 but found ${x}`)
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x)
  if (x < 1.5) return logGammaOnePlus(x - 1)
  if (x <= 2.5) return aroundTwo(x - 2)
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x)
}

function aroundTwo(z        )         {
  let sum = 0;
  for (let i = ZETA_MINUS_ONE.length - 1; i >= 0; i--) sum = ((ZETA_MINUS_ONE[i] ?? 0) / (i + 2) - sum) * z;
  return z * (ONE_MINUS_EULER + sum)
}

const LOG_TWO_PI = 1.8378770664093456;

/** ln( mˣ e⁻ᵐ / Γ(x + 1) ) for real x, m > 0: the Poisson probability of x (C. Loader 2000). */
function logPoissonTerm(x        , m        )         {
  return -stirlingError(x) - deviance(x, m) - (Math.log(x) + LOG_TWO_PI) / 2
}

/**
 * Regularised incomplete gamma functions: `lower` is P(a, x), `upper` is Q(a, x).
 *
 * Series below the mean, Legendre's continued fraction above it (DLMF 8.11.4, 8.9.2); `logDensity` refers to x.
 */
function incompleteGamma(a        , x        )        {
  if (x <= 0) return { lower: 0, upper: 1, logLower: -Infinity, logUpper: 0, logDensity: -Infinity }
  if (x === Infinity) return { lower: 1, upper: 0, logLower: 0, logUpper: -Infinity, logDensity: -Infinity }
  const logDensity = logPoissonTerm(a, x) + Math.log(a);
  if (a <= 0.5 && x <= 1.1) return smallShape(a, x, logDensity)
  if (x <= a + 1) return fromLogLower(logDensity + Math.log(series(a, x) / a), logDensity)
  const fraction = continuedFraction(
    x - a + 1,
    n => n * (a - n),
    n => x - a + 1 + 2 * n,
  );
  return mirrored(fromLogLower(logDensity - Math.log(fraction), logDensity))
}

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + … */
function series(a        , x        )         {
  let sum = 1;
  let term = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum
}

/** Where P is close to 1 for small x already, so Q = 1 − P would lose digits: Q from −expm1 of ln(xᵃ / Γ(a + 1)). */
function smallShape(a        , x        , logDensity        )        {
  const logLead = a * Math.log(x) - logGammaOnePlus(a);
  let rest = 0;
  let term = 1;
  for (let n = 1; Math.abs(term) > 1e-18; n++) {
    term *= -x / n;
    rest += (term * a) / (a + n);
  }
  const upper = -Math.expm1(logLead) - Math.exp(logLead) * rest;
  const lower = Math.exp(logLead) * (1 + rest);
  return { lower, upper, logLower: logLead + Math.log1p(rest), logUpper: Math.log(upper), logDensity }
}

/** The regularised lower incomplete gamma function P(a, x). */
function gammainc(a        , x        )         {
  requirePositive({ a });
  return incompleteGamma(a, notNan(x)).lower
}

/** The regularised upper incomplete gamma function Q(a, x). */
function gammaincc(a        , x        )         {
  requirePositive({ a });
  return incompleteGamma(a, notNan(x)).upper
}

/** The x with P(a, x) = p. */
function gammaincinv(a        , p        )         {
  requirePositive({ a });
  if (probability(p) === 0) return 0
  return p === 1 ? Infinity : inverseLower(p, a, x => incompleteGamma(a, x))
}

/** The x with Q(a, x) = q. */
function gammainccinv(a        , q        )         {
  requirePositive({ a });
  if (probability(q) === 1) return 0
  return q === 0 ? Infinity : inverseUpper(q, a, x => incompleteGamma(a, x))
}

/** The value at x of the polynomial with these coefficients, highest power first. */
function polynomial(coefficients                   , x        )         {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum
}

/** Rational approximations of algorithm AS 241, PPND16 (Wichura, Appl. Statist. 37 (1988), 477–484), highest power first. */
const CENTRE_P = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
];
const CENTRE_Q = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
];
const MIDDLE_P$1 = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const MIDDLE_Q$1 = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const FAR_P$1 = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const FAR_Q$1 = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1,
];

/** The standard normal quantile of p, 0 ≤ p ≤ 1, to about sixteen digits. */
function normalQuantile(p        )         {
  if (p === 0) return -Infinity
  if (p === 1) return Infinity
  const centred = p - 0.5;
  if (Math.abs(centred) <= 0.425)
    return (
      (centred * polynomial(CENTRE_P, 0.180625 - centred * centred)) /
      polynomial(CENTRE_Q, 0.180625 - centred * centred)
    )
  const r = Math.sqrt(-Math.log(centred < 0 ? p : 1 - p));
  const z =
    r <= 5
      ? polynomial(MIDDLE_P$1, r - 1.6) / polynomial(MIDDLE_Q$1, r - 1.6)
      : polynomial(FAR_P$1, r - 5) / polynomial(FAR_Q$1, r - 5);
  return centred < 0 ? -z : z
}

/** exp(−x² / divisor), x² split in two exactly: the rounding of x² alone would cost x² units in the last place. */
function expMinusSquare(x        , divisor        = 1)         {
  const head = Math.trunc(x * 16) / 16;
  return Math.exp((-head * head) / divisor) * Math.exp((-(x - head) * (x + head)) / divisor)
}

/** Rational Chebyshev approximations: W. J. Cody, Math. Comp. 23 (1969), 631–637; coefficients from the highest power. */
const MIDDLE_P = [
  2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001, 881.952221241769,
  1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
];
const MIDDLE_Q = [
  1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
  4362.619090143247, 3439.3676741437216, 1230.3393548037495,
];
const FAR_P = [
  0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275,
  0.0006587491615298378,
];
const FAR_Q = [1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918];
const ONE_OVER_SQRT_PI = 1 / Math.sqrt(Math.PI);

/** exp(x²) erfc(x) for x ≥ 0.46875. */
function scaledErfc(x        )         {
  if (x <= 4) return polynomial(MIDDLE_P, x) / polynomial(MIDDLE_Q, x)
  const r = 1 / (x * x);
  return (ONE_OVER_SQRT_PI - (r * polynomial(FAR_P, r)) / polynomial(FAR_Q, r)) / x
}

/** Rational Chebyshev approximation: W. J. Cody, Math. Comp. 23 (1969), 631–637; coefficients from the highest power. */
const P = [0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694];
const Q = [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171];
const NEAR = 0.46875;
const UNDERFLOW$1 = 27.3;

/** 1 − erf(x), to full relative precision down to the smallest double. */
function erfc(x        )         {
  return Math.abs(x) <= NEAR ? 1 - near(x) : x > 0 ? upper(x) : 2 - upper(-x)
}

function near(x        )         {
  return (x * polynomial(P, x * x)) / polynomial(Q, x * x)
}

function upper(x        )         {
  return x > UNDERFLOW$1 ? 0 : expMinusSquare(x) * scaledErfc(x)
}

const UNDERFLOW = 38.6;

/** P(Z > z) for the standard normal Z; far out not as erfc(z / √2), whose rounded argument would cost z² ulps. */
function normalTail(z        )         {
  if (z < 1) return erfc(z * Math.SQRT1_2) / 2
  return z > UNDERFLOW ? 0 : (expMinusSquare(z, 2) * scaledErfc(z * Math.SQRT1_2)) / 2
}

/** The standard normal distribution. */
const normal               = {
  cdf: z => normalTail(-notNan(z)),
  sf: z => normalTail(notNan(z)),
  ppf: p => normalQuantile(probability(p)),
  isf: q => -normalQuantile(probability(q)),
};

/** The share left outside each end of a two-sided interval; throws unless the level lies strictly between 0 and 1. */
function outsideEachEnd(level        )         {
  if (!(level > 0 && level < 1))
    throw new RangeError(`Expected a level between 0 and 1, both excluded, but found ${level}`)
  return (1 - level) / 2
}

/** Throws unless 0 ≤ k ≤ n are whole numbers and n is at least 1. */
function requireSuccesses(k        , n        )       {
  if (count(n, 'the number of trials n') === 0) throw new RangeError('Expected at least one trial but found n = 0')
  if (count(k, 'the number of successes k') > n)
    throw new RangeError(`Expected k to be at most n = ${n} but found ${k}`)
}

/**
 * The exact two-sided interval of a proportion, k successes in n trials (Clopper and Pearson 1934).
 *
 * Each end alone is a one-sided bound of level (1 + level) / 2: ask for 0.9 to get one-sided bounds of 95 %.
 */
function clopperPearson(k        , n        , level        )           {
  requireSuccesses(k, n);
  const outside = outsideEachEnd(level);
  return {
    lower: k === 0 ? 0 : beta(k, n - k + 1).ppf(outside),
    upper: k === n ? 1 : beta(k + 1, n - k).isf(outside),
  }
}

export { deviance as A, gammaincc as a, betainc as b, clopperPearson as c, count as d, binomial as e, notNan as f, gammainc as g, incompleteBetaAtOdds as h, inverseUpper as i, beta as j, logBinomialTerm as k, lgamma as l, requireSuccesses as m, normal as n, outsideEachEnd as o, probability as p, gammainccinv as q, requirePositive as r, gammaincinv as s, stirlingError as t, mirrored as u, incompleteGamma as v, logPoissonTerm as w, inverseLower as x, smallestWhole as y, positiveRoot as z };
