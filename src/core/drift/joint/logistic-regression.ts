/** Steps of the descent. */
const STEPS = 150
const PENALTY = 1e-2

/**
 * Weights of a logistic regression, the last one the intercept, by Nesterov's accelerated gradient descent with a step that the
 * features bound, a fixed number of steps, a small ridge penalty, both classes of equal weight: the same on every machine.
 */
export function logisticRegression(rows: readonly (readonly number[])[], labels: readonly boolean[]): number[] {
  const width = (rows[0]?.length ?? 0) + 1
  const positive = labels.filter(Boolean).length
  const share = (label: boolean) => 0.5 / (label ? positive : labels.length - positive)
  const largest = rows.reduce(
    (most, row) =>
      Math.max(
        most,
        row.reduce((sum, x) => sum + x * x, 1),
      ),
    1,
  )
  const step = 1 / (largest / 4 + PENALTY)
  let weights = new Array<number>(width).fill(0)
  let ahead = [...weights]
  for (let k = 1; k <= STEPS; k++) {
    const gradient = ahead.map((weight, j) => (j === width - 1 ? 0 : PENALTY * weight))
    rows.forEach((row, i) => {
      const label = labels[i] ?? false
      const error = (1 / (1 + Math.exp(-score(ahead, row))) - (label ? 1 : 0)) * share(label)
      row.forEach((x, j) => {
        gradient[j] = (gradient[j] ?? 0) + error * x
      })
      gradient[width - 1] = (gradient[width - 1] ?? 0) + error
    })
    const next = ahead.map((weight, j) => weight - step * (gradient[j] ?? 0))
    ahead = next.map((weight, j) => weight + ((k - 1) / (k + 2)) * (weight - (weights[j] ?? 0)))
    weights = next
  }
  return weights
}

/** The linear score of a row. */
export function score(weights: readonly number[], row: readonly number[]): number {
  return row.reduce((sum, x, j) => sum + x * (weights[j] ?? 0), weights[row.length] ?? 0)
}
