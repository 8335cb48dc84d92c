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
  value: ({ errors }) => weightedMedian(errors.map(Math.abs)),
})
