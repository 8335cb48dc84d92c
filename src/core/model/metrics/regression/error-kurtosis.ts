import { powersAboutMean } from '../../errors/powers-about-mean.ts'
import type { RegressionEvaluation } from '../../errors/regression-evaluation.ts'
import { sumMetric } from '../../estimators/sum-metric.ts'

/** Kurtosis of the errors above that of a normal distribution: far above 0 a few errors are very large. scipy.stats.kurtosis. */
export const errorKurtosis = sumMetric<RegressionEvaluation>({
  id: 'error-kurtosis',
  title: 'Excess kurtosis of the errors',
  aliases: ['residual-kurtosis'],
  better: 'zero',
  range: [-2, Number.POSITIVE_INFINITY],
  columns: ({ errors }) => powersAboutMean(errors, 4),
  value(rows = 0, first = 0, second = 0, third = 0, fourth = 0) {
    const mean = first / rows
    const variance = second / rows - mean ** 2
    const about = (fourth - 4 * mean * third + 6 * mean ** 2 * second) / rows - 3 * mean ** 4
    return variance > 0 ? about / variance ** 2 - 3 : Number.NaN
  },
})
