import { sum } from '../../stats/samples/sum.ts'

/** Intercept and slope with their standard errors. */
export interface LogisticFit {
  readonly intercept: number
  readonly slope: number
  readonly errors: readonly [intercept: number, slope: number]
}

const MOST_STEPS = 50

/**
 * Logistic regression of labels, 0 and 1, on one variable by Newton's method, errors from the information at the maximum; undefined
 * where the variable parts the classes, so that there is none, or is the same on all rows.
 */
export function logisticFit(labels: Uint8Array, x: Float64Array): LogisticFit | undefined {
  let [intercept, slope] = [0, 0]
  for (let step = 0; step < MOST_STEPS; step++) {
    const fitted = x.map(value => logistic(intercept + slope * value))
    const residuals = fitted.map((p, row) => (labels[row] ?? 0) - p)
    const weights = fitted.map(p => p * (1 - p))
    const [a, b, c] = [
      sum(weights),
      sum(weights.map((weight, row) => weight * (x[row] ?? 0))),
      sum(weights.map((weight, row) => weight * (x[row] ?? 0) ** 2)),
    ]
    const determinant = a * c - b * b
    if (!(determinant > 1e-12 * a * c)) return undefined
    const [g, h] = [sum(residuals), sum(residuals.map((residual, row) => residual * (x[row] ?? 0)))]
    const moves = [(c * g - b * h) / determinant, (a * h - b * g) / determinant] as const
    intercept += moves[0]
    slope += moves[1]
    if (!(Math.abs(slope) < 1e6)) return undefined
    if (Math.abs(moves[0]) <= 1e-12 * (1 + Math.abs(intercept)) && Math.abs(moves[1]) <= 1e-12 * (1 + Math.abs(slope)))
      return { intercept, slope, errors: [Math.sqrt(c / determinant), Math.sqrt(a / determinant)] }
  }
  return undefined
}

const logistic = (value: number) => 1 / (1 + Math.exp(-value))
