import { d as count, p as probability, o as outsideEachEnd, e as binomial } from './clopper-pearson.js';
import { p as powerAbove } from './power-above.js';

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

/** The end of a sentence on a p-value: three digits, and of one below 0.001, whose digits say nothing, the power of ten that it is below. */
const pValueWords = (p        )         =>
  p < 0.001 ? `p < ${powerAbove(p)}` : `p = ${Number(p.toPrecision(3))}`;

export { pValueWords as p, quantileRanks as q };
