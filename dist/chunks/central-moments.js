import { k as logBinomialTerm } from './clopper-pearson.js';

/** A sorted copy of a sample; throws when it is empty or holds NaN. Infinities sort to the ends. */
function sorted(values                   , name        )               {
  const copy = new Float64Array(values);
  if (!isAscending(copy)) copy.sort();
  const last = copy.at(-1);
  if (last === undefined) throw new RangeError(`Expected ${name} to hold at least one value but found none`)
  // a typed array sorts NaN to its end
  if (Number.isNaN(last)) throw new RangeError(`Expected ${name} to hold numbers only but found NaN`)
  return copy
}

/** A sorted copy of a sample; throws when it holds fewer than `atLeast` values, NaN or an infinity. */
function sortedFinite(values                   , name        , atLeast = 1)               {
  const copy = sorted(values, name);
  if (copy.length < atLeast) {
    throw new RangeError(`Expected ${name} to hold at least ${atLeast} values but found ${copy.length}`)
  }
  for (const end of [copy.at(0), copy.at(-1)]) {
    if (!Number.isFinite(end)) throw new RangeError(`Expected ${name} to hold finite numbers only but found ${end}`)
  }
  return copy
}

/** Sorting what is sorted takes far longer than seeing that it is. NaN is never in order. */
function isAscending(values              )          {
  for (let i = 1; i < values.length; i++) if (!((values[i - 1] ?? 0) <= (values[i] ?? 0))) return false
  return !Number.isNaN(values[0])
}

const SCALE = 2 ** 128;

/**
 * P(Dₙ < d) for the one-sample Kolmogorov–Smirnov statistic, from the n-th power of Durbin's matrix.
 *
 * Source: G. Marsaglia, W. W. Tsang and J. Wang, Evaluating Kolmogorov's distribution (2003). Best for small n · d.
 */
function durbinMatrixCdf(n        , d        )         {
  const k = Math.ceil(n * d);
  const size = 2 * k - 1;
  const middle = (k - 1) * size + (k - 1);
  let base = durbinMatrix(k, k - n * d);
  let power;                          
  // every power is kept as matrix · 2^(128 · scale)
  let baseScale = 0;
  let scale = 0;
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) {
      power = power ? product(power, base, size) : base;
      scale += baseScale;
      if ((power[middle] ?? 0) > SCALE) {
        power = power.map(value => value / SCALE);
        scale++;
      }
    }
    if (left === 1) break
    base = product(base, base, size);
    baseScale *= 2;
    if ((base[middle] ?? 0) > SCALE) {
      base = base.map(value => value / SCALE);
      baseScale++;
    }
  }
  let probability = power?.[middle] ?? 0;
  for (let i = 1; i <= n; i++) {
    probability *= i / n;
    if (scale > 0 && probability < 1 / SCALE) {
      probability *= SCALE;
      scale--;
    }
  }
  return probability * SCALE ** scale
}

/** The (2k − 1) × (2k − 1) matrix of transition weights for d = (k − h) / n, row by row. */
function durbinMatrix(k        , h        )               {
  const size = 2 * k - 1;
  const inverseFactorial = [1];
  for (let i = 1; i <= size; i++) inverseFactorial.push((inverseFactorial[i - 1] ?? 0) / i);
  const edge = (i        ) => (1 - h ** (i + 1)) * (inverseFactorial[i + 1] ?? 0);
  const corner = (1 - 2 * h ** size + Math.max(2 * h - 1, 0) ** size) * (inverseFactorial[size] ?? 0);
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (j === 0) matrix[i * size] = i === size - 1 ? corner : edge(i);
      else if (i === size - 1) matrix[i * size + j] = edge(size - 1 - j);
      else if (j <= i + 1) matrix[i * size + j] = inverseFactorial[i - j + 1] ?? 0;
    }
  }
  return matrix
}

function product(a              , b              , size        )               {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let l = 0; l < size; l++) {
      const factor = a[i * size + l] ?? 0;
      if (factor === 0) continue
      for (let j = 0; j < size; j++) {
        result[i * size + j] = (result[i * size + j] ?? 0) + factor * (b[l * size + j] ?? 0);
      }
    }
  }
  return result
}

const PI2 = Math.PI ** 2;

/**
 * P(Dₙ < d) for the one-sample Kolmogorov–Smirnov statistic: the limiting distribution with its corrections of order
 * n^(−1/2), n⁻¹ and n^(−3/2), as theta series that converge fast for small z = √n d.
 *
 * Source: W. Pelz and I. J. Good, Approximating the lower tail-areas of the Kolmogorov–Smirnov statistic (1976).
 */
function pelzGoodCdf(n        , d        )         {
  const z = Math.sqrt(n) * d;
  const z2 = z * z;
  const z4 = z2 * z2;
  const z6 = z4 * z2;
  const [k0, k1, k2, k3] = oddTerms(z, z2, z4, z6);
  const [extra2, extra3] = wholeTerms(z, z2);
  const sum2 = k2 / (72 * z6 * z) - (PI2 * extra2) / (36 * z2 * z);
  const sum3 = k3 / (6480 * z6 * z4) + (PI2 * extra3) / (216 * z6);
  return Math.sqrt(2 * Math.PI) * (k0 / z + k1 / (6 * z4) / Math.sqrt(n) + sum2 / n + sum3 / n ** 1.5)
}

/** Σ over odd m of polynomials in m² times exp(−m² π² / 8z²), one per order. */
function oddTerms(z        , z2        , z4        , z6        )                                   {
  const sums                                   = [0, 0, 0, 0];
  for (let k = Math.ceil((16 * z) / Math.PI); k > 0; k--) {
    const s = (2 * k - 1) ** 2 * PI2;
    const weight = Math.exp(-s / (8 * z2));
    sums[0] += weight;
    sums[1] += weight * (s / 4 - z2);
    sums[2] += weight * (6 * z6 + 2 * z4 + (s * (2 * z4 - 5 * z2)) / 4 + (s * s * (1 - 2 * z2)) / 16);
    sums[3] +=
      weight *
      (-30 * z6 -
        90 * z6 * z2 +
        (s * (135 * z4 - 96 * z6)) / 4 +
        (s * s * (212 * z4 - 60 * z2)) / 16 +
        (s * s * s * (5 - 30 * z2)) / 64);
  }
  return sums
}

/** Σ over whole k of k² exp(−k² π² / 2z²), plain and times 3z² − π² k². */
function wholeTerms(z        , z2        )                   {
  const sums                   = [0, 0];
  for (let k = Math.ceil((16 * z) / Math.PI); k > 0; k--) {
    const weight = k * k * Math.exp((-k * k * PI2) / (2 * z2));
    sums[0] += weight;
    sums[1] += weight * (3 * z2 - PI2 * k * k);
  }
  return sums
}

/** P(D⁺ₙ ≥ d) for the one-sided one-sample Smirnov statistic of `n` values, 0 < d < 1 (Birnbaum and Tingey 1951). */
function smirnovSf(n        , d        )         {
  let sum = 0;
  for (let j = 0; j <= n * (1 - d); j++) {
    const p = d + j / n;
    const q = 1 - d - j / n;
    if (q <= 0) break
    sum += Math.exp(logBinomialTerm(j, n - j, p, q)) * (d / p);
  }
  return sum
}

/**
 * The distribution of the two-sided one-sample Kolmogorov–Smirnov statistic of `n` values: `sf(d)` is P(Dₙ ≥ d).
 *
 * The choice of method by region follows R. Simard and P. L'Ecuyer, Computing the two-sided Kolmogorov–Smirnov
 * distribution (2011), as in SciPy: exact to rounding up to n = 140 and wherever n d² is at least 2.2; in the rest, where
 * the Pelz–Good series serves, at least to five digits.
 */
function kolmogorov(n        )                                {
  const sf = (d        ) => {
    const t = n * d;
    if (t <= 0.5) return 1
    if (d >= 1) return 0
    if (t <= 1) return 1 - firstPiece(n, 2 * t - 1)
    if (t >= n - 1) return 2 * (1 - d) ** n
    const nd2 = t * d;
    if (d >= 0.5 || nd2 > 4) return nd2 >= 370 && n > 140 ? 0 : 2 * smirnovSf(n, d)
    if (n <= 140) return 1 - durbinMatrixCdf(n, d)
    if (nd2 >= 2.2) return 2 * smirnovSf(n, d)
    return 1 - (n <= 100_000 && t * Math.sqrt(d) <= 1.4 ? durbinMatrixCdf(n, d) : pelzGoodCdf(n, d))
  };
  return { sf: d => Math.min(1, Math.max(0, sf(d))) }
}

/** n! (u / n)ⁿ, the distribution function for ½ ≤ n d ≤ 1 with u = 2 n d − 1 (Ruben and Gambino 1982). */
function firstPiece(n        , u        )         {
  let product = 1;
  for (let i = 1; i <= n && product > 0; i++) product *= (i / n) * u;
  return product
}

/** Letters of a JDK `DateTimeFormatter` pattern that are read, with the text they stand for. */
const FIELDS                              = new Map([
  ['yyyy', '(?<year>[0-9]{4})'],
  ['uuuu', '(?<year>[0-9]{4})'],
  ['MM', '(?<month>[0-9]{2})'],
  ['M', '(?<month>[0-9]{1,2})'],
  ['dd', '(?<day>[0-9]{2})'],
  ['d', '(?<day>[0-9]{1,2})'],
  ['HH', '(?<hour>[0-9]{2})'],
  ['H', '(?<hour>[0-9]{1,2})'],
  ['mm', '(?<minute>[0-9]{2})'],
  ['m', '(?<minute>[0-9]{1,2})'],
  ['ss', '(?<second>[0-9]{2})'],
  ['s', '(?<second>[0-9]{1,2})'],
]);

/** `Z`, `+02:00`, `+0200` or `+02`: the standard's own examples put `Z` for any of them, where the JDK is narrower. */
const OFFSET = '(?<offset>Z|[+-][0-9]{2}(?::?[0-9]{2})?)';
const TIME = '(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9}))?)?';
const DATE = '(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})';

/** What is taken where the contract gives no format: ISO 8601, extended. */
const ISO = {
  date: new RegExp(`^${DATE}$`),
  timestamp: new RegExp(`^${DATE}[T ]${TIME}${OFFSET}?$`),
  time: new RegExp(`^${TIME}${OFFSET}?$`),
};         

/**
 * A JDK `DateTimeFormatter` pattern as an expression with a group per field; undefined where it uses a letter that is
 * not read (names of months and days, halves of the day, eras, weeks, optional parts). `T` stands for itself without
 * quotes, as the standard's examples have it.
 */
function temporalExpression(format        )                     {
  const tokens = format.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']/g) ?? [];
  if (tokens.join('') !== format) return undefined
  const sources = tokens.map(sourceOf);
  if (sources.includes(undefined)) return undefined
  try {
    return new RegExp(`^${sources.join('')}$`)
  } catch {
    return undefined
  }
}

function sourceOf(token        )                     {
  if (token === "''") return "'"
  if (token.startsWith("'")) return literal(token.slice(1, -1).replaceAll("''", "'"))
  if (/^S{1,9}$/.test(token)) return `(?<fraction>[0-9]{${token.length}})`
  if (/^([XxZ])\1*$/.test(token)) return OFFSET
  if (token === 'T' || /^[^A-Za-z[\]{}#]$/.test(token)) return literal(token)
  return FIELDS.get(token)
}

const literal = (text        )         => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const DAY = 86_400_000;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];         

/** Milliseconds since 1970-01-01T00:00Z that a match's fields name, a text without an offset read as UTC; NaN for a day or hour that does not exist. */
function instant(fields                                              )         {
  const year = Number(fields.year ?? 1970);
  const month = Number(fields.month ?? 1);
  const day = Number(fields.day ?? 1);
  const [hour, minute, second] = [fields.hour, fields.minute, fields.second].map(text => Number(text ?? 0));
  if (hour === undefined || minute === undefined || second === undefined) return Number.NaN
  if (day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) return Number.NaN
  const fraction = fields.fraction === undefined ? 0 : Number(`0.${fields.fraction}`);
  const ofDay = ((hour * 60 + minute) * 60 + second + fraction) * 1000;
  return daysSince1970(year, month, day) * DAY + ofDay - offset(fields.offset)
}

/** Milliseconds that local time is ahead of UTC. */
function offset(text                    )         {
  if (text === undefined || text === 'Z') return 0
  const digits = text.replace(':', '');
  const [hours, minutes] = [Number(digits.slice(1, 3)), Number(digits.slice(3, 5))];
  if (hours > 18 || minutes > 59) return Number.NaN
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

function daysIn(year        , month        )         {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0)
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999; the Gregorian calendar repeats every 400 years of 146097 days. */
const daysSince1970 = (year        , month        , day        )         =>
  Date.UTC(year + 400, month - 1, day) / DAY - 146_097;

/** Digits of 32 bits that hold every double: 2098 bits, and room for carries. */
const DIGITS = 68;
const BASE = 2 ** 32;
/** Additions until a digit, kept as a double, might no longer be exact. */
const MAX_ADDED = 2 ** 20;

/**
 * A sum of finite doubles kept without error, so that it is the same in any order and any shards; Python's math.fsum. The
 * accumulator is Neal's (2015, Fast exact summation using small and large superaccumulators): a long number in digits of 32
 * bits, its unit the smallest double, 2⁻¹⁰⁷⁴; digits may be negative and are carried only now and then.
 */
                           
                               
               
 

/** The sum of nothing. */
const noSum = ()           => ({ digits: new Float64Array(DIGITS), added: 0 });

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
// The order of a double's two halves in memory.
double[0] = 1;
const HIGH = words[1] === 0 ? 0 : 1;
const LOW = 1 - HIGH;

/** Adds a finite number without error. */
function addTo(sum          , value        )       {
  if (sum.added === MAX_ADDED) carry(sum);
  sum.added += 1;
  double[0] = value;
  const high = words[HIGH] ?? 0;
  const low = words[LOW] ?? 0;
  const exponent = (high >>> 20) & 0x7ff;
  const mantissa = exponent === 0 ? high & 0xfffff : (high & 0xfffff) | 0x100000;
  const bits = exponent === 0 ? 0 : exponent - 1;
  const { digits } = sum;
  const at = bits >>> 5;
  const shift = bits & 31;
  const d0 = (low << shift) >>> 0;
  const d1 = (shift === 0 ? mantissa : (low >>> (32 - shift)) | (mantissa << shift)) >>> 0;
  const d2 = shift === 0 ? 0 : mantissa >>> (32 - shift);
  if (high >>> 31 === 0) {
    digits[at] = (digits[at] ?? 0) + d0;
    digits[at + 1] = (digits[at + 1] ?? 0) + d1;
    digits[at + 2] = (digits[at + 2] ?? 0) + d2;
  } else {
    digits[at] = (digits[at] ?? 0) - d0;
    digits[at + 1] = (digits[at + 1] ?? 0) - d1;
    digits[at + 2] = (digits[at + 2] ?? 0) - d2;
  }
}

/** Adds what another sum holds. */
function addSum(sum          , other          )       {
  carry(sum);
  carry(other);
  for (let i = 0; i < DIGITS; i++) sum.digits[i] = (sum.digits[i] ?? 0) + (other.digits[i] ?? 0);
  sum.added += 1;
}

/** Brings every digit but the last into 0 … 2³² − 1: the same sum has the same digits, however it came about. */
function carry(sum          )       {
  const { digits } = sum;
  let over = 0;
  for (let i = 0; i < DIGITS - 1; i++) {
    const digit = (digits[i] ?? 0) + over;
    over = Math.floor(digit / BASE);
    digits[i] = digit - over * BASE;
  }
  digits[DIGITS - 1] = (digits[DIGITS - 1] ?? 0) + over;
  sum.added = 0;
}

/** The sum as a whole number of its unit, 2⁻¹⁰⁷⁴. */
function integerOf(sum          )         {
  carry(sum);
  let total = 0n;
  for (let i = DIGITS - 1; i >= 0; i--) total = (total << 32n) + BigInt(sum.digits[i] ?? 0);
  return total
}

/** The double nearest to the exact sum, ties to even; ±∞ where it is beyond all doubles. */
function sumOf(sum          )         {
  const total = integerOf(sum);
  const size = (total < 0n ? -total : total).toString(2).length;
  if (size <= 1000) return Number(total) * Number.MIN_VALUE
  // Number() would overflow before the scale is applied; of the bits that are shifted out, one stands for all.
  const shift = BigInt(size - 1000);
  const kept = total >> shift;
  const rest = total === kept << shift ? 0n : 1n;
  return Number((kept << 1n) | rest) * 2 ** (size - 1000 - 1075)
}

/** What the sums of powers say, each rounded once. Undefined where there are too few values, or none that differ. */
                                 
                       
                                         
                                       
                                                                        
                                       
                                                              
                                       
 

/** The smallest double is the unit of the sums: 2⁻¹⁰⁷⁴. */
const UNIT = 1074n;

/** Moments about the mean, in exact integers until the last division: no digit cancels. */
function centralMoments({ n: count, sums }           )                             {
  if (count === 0) return undefined
  const [s1 = 0n, s2 = 0n, s3, s4] = sums.map(integerOf);
  const n = BigInt(count);
  // n²·m₂, n³·m₃ and n⁴·m₄ in units of 2⁻²¹⁴⁸, 2⁻³²²² and 2⁻⁴²⁹⁶.
  const second = n * (s2 << UNIT) - s1 * s1;
  const third = s3 === undefined ? undefined : n * n * (s3 << (2n * UNIT)) - 3n * n * s1 * (s2 << UNIT) + 2n * s1 ** 3n;
  const fourth =
    s4 === undefined || s3 === undefined
      ? undefined
      : n ** 3n * (s4 << (3n * UNIT)) -
        4n * n * n * s1 * (s3 << (2n * UNIT)) +
        6n * n * s1 * s1 * (s2 << UNIT) -
        3n * s1 ** 4n;
  const spread = second > 0n;
  return {
    mean: ratio(s1, n << UNIT),
    variance: count > 1 ? ratio(second, (n * (n - 1n)) << (2n * UNIT)) : undefined,
    // The square of m₃ / m₂^1.5 is a ratio of integers: n⁶·m₃² over n⁶·m₂³.
    skewness:
      spread && third !== undefined
        ? Math.sign(Number(third > 0n) - Number(third < 0n)) * Math.sqrt(ratio(third * third, second ** 3n))
        : undefined,
    kurtosis: spread && fourth !== undefined ? ratio(fourth - 3n * second * second, second * second) : undefined,
  }
}

/** A ratio of integers as the nearest double, give or take one unit in the last place. */
function ratio(numerator        , denominator        )         {
  if (numerator === 0n) return 0
  const negative = numerator < 0n !== denominator < 0n;
  const [a, b] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  const shift = bits(b) - bits(a) + 80;
  const quotient = shift >= 0 ? (a << BigInt(shift)) / b : a / (b << BigInt(-shift));
  // In two steps, as one may under- or overflow on the way.
  const half = Math.trunc(-shift / 2);
  const value = Number(quotient) * 2 ** half * 2 ** (-shift - half);
  return negative ? -value : value
}

const bits = (value        )         => value.toString(2).length;

export { ISO as I, addSum as a, addTo as b, centralMoments as c, sumOf as d, integerOf as e, sortedFinite as f, instant as i, kolmogorov as k, noSum as n, ratio as r, sorted as s, temporalExpression as t };
