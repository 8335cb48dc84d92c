/**
 * The standard error of the estimated P(X > Y) + ½ P(X = Y) of two ascending samples, from the spread of each value's placement among
 * the other sample (DeLong, DeLong & Clarke-Pearson 1988); NaN for a sample of one value.
 */
export function superiorityError(x: Float64Array, y: Float64Array): number {
  return Math.sqrt(placementVariance(x, y) / x.length + placementVariance(y, x) / y.length)
}

/** Variance over the values of `own` of the share of `other` below each, a tie counting half. */
function placementVariance(own: Float64Array, other: Float64Array): number {
  let [below, upTo, sum, squares] = [0, 0, 0, 0]
  for (const value of own) {
    while (below < other.length && (other[below] ?? 0) < value) below++
    if (upTo < below) upTo = below
    while (upTo < other.length && (other[upTo] ?? 0) <= value) upTo++
    const share = (below + upTo) / (2 * other.length) - 0.5
    sum += share
    squares += share * share
  }
  const n = own.length
  return Math.max(0, (squares - sum ** 2 / n) / (n - 1))
}
