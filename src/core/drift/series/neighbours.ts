/** Correlation of neighbours in a run of residuals around 0, gaps left out, as far as it is positive; short runs make it look small, which is mended (Kendall 1954). */
export function correlationOfNeighbours(values: readonly (number | undefined)[], scale: number): number {
  const limit = 3 * scale
  const clipped = values.map(value => (value === undefined ? undefined : Math.max(-limit, Math.min(limit, value))))
  let [product, square, pairs] = [0, 0, 0]
  for (let i = 1; i < clipped.length; i++) {
    const [a, b] = [clipped[i - 1], clipped[i]]
    if (a === undefined || b === undefined) continue
    product += a * b
    square += (a * a + b * b) / 2
    pairs++
  }
  if (pairs < 10 || square === 0) return 0
  const found = product / square
  return Math.max(0, Math.min(0.97, found + (1 + 3 * found) / pairs))
}

/** Lags over which correlations are summed up at most. */
const LAGS = 48

/**
 * How much more the sum of many values varies than that of independent ones would, as a factor of the standard deviation, at least 1: the
 * long-run variance with Bartlett's weights (Newey and West 1987), of values that are standardised.
 */
export function longRunFactor(values: readonly (number | undefined)[]): number {
  const known = values.filter(value => value !== undefined).length
  const lags = Math.min(LAGS, Math.floor(1.5 * Math.sqrt(known)))
  let square = 0
  for (const value of values) square += (value ?? 0) ** 2
  if (square === 0) return 1
  let factor = 1
  for (let lag = 1; lag <= lags; lag++) {
    let product = 0
    for (let i = lag; i < values.length; i++) product += (values[i] ?? 0) * (values[i - lag] ?? 0)
    factor += 2 * (1 - lag / (lags + 1)) * (product / square)
  }
  return Math.sqrt(Math.max(1, factor))
}
