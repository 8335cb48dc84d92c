import { isGap } from '../../estimators/gap.ts'
import { influenceMetric } from '../../forecasts/influence-metric.ts'
import { scaled } from '../../forecasts/scaled.ts'
import { weightedMean } from '../../forecasts/weighted-mean.ts'

/** Root of the mean of the squares of the errors, each over the mean square of those that the naive forecast makes on the history of the series. */
export const rmsse = influenceMetric({
  id: 'rmsse',
  title: 'RMSSE',
  aliases: ['root-mean-squared-scaled-error'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  smooth({ errors, squaredScales }, weights) {
    const squares = scaled(
      errors.map(error => error ** 2),
      squaredScales,
    )
    if (isGap(squares)) return squares
    const { mean, total } = weightedMean(squares, weights)
    const value = Math.sqrt(mean)
    return {
      value,
      influence: squares.map((square, row) => ((weights[row] ?? 0) * (square - mean)) / (2 * value * total)),
    }
  },
})
