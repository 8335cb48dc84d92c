import { powersAboutMean } from '../../errors/powers-about-mean.ts'
import type { RegressionEvaluation } from '../../errors/regression-evaluation.ts'
import { sumMetric } from '../../estimators/sum-metric.ts'

/** Skewness of the errors, predicted less true: above 0 the largest errors are of too high predictions. scipy.stats.skew. */
export const errorSkewness = sumMetric<RegressionEvaluation>({
  id: 'error-skewness',
  title: 'Skewness of the errors',
  aliases: ['error-skew', 'residual-skewness'],
  better: 'zero',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  columns: ({ errors }) => powersAboutMean(errors, 3),
  value(rows = 0, first = 0, second = 0, third = 0) {
    const mean = first / rows
    const variance = second / rows - mean ** 2
    return variance > 0 ? (third / rows - (3 * mean * second) / rows + 2 * mean ** 3) / variance ** 1.5 : Number.NaN
  },
})
