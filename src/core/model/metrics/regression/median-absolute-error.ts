import type { RegressionEvaluation } from '../../errors/regression-evaluation.ts'
import { weightedMedian } from '../../errors/weighted-median.ts'
import { resampledMetric } from '../../estimators/resampled-metric.ts'

/** Median of the sizes of the errors. */
export const medianAbsoluteError = resampledMetric<RegressionEvaluation>({
  id: 'median-absolute-error',
  title: 'Median absolute error',
  aliases: ['median-ae', 'medae'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  ordered({ errors }) {
    const sizes = errors.map(Math.abs)
    const order = Uint32Array.from(sizes.keys()).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0))
    const sorted = Float64Array.from(order, row => sizes[row] ?? Number.NaN)
    return { orders: [order], value: ([weights = new Float64Array()]) => weightedMedian(sorted, weights) }
  },
})
