import type { RegressionEvaluation } from '../../errors/regression-evaluation.ts'
import { sumMetric } from '../../estimators/sum-metric.ts'

/** Sum of the sizes of the errors over the sum of the sizes of the truths. */
export const wape = sumMetric<RegressionEvaluation>({
  id: 'wape',
  title: 'WAPE',
  aliases: ['weighted-absolute-percentage-error', 'wmape'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  columns: ({ truth, errors }) => [errors.map(Math.abs), truth.map(Math.abs)],
  value: (errors = 0, truths = 0) => (truths > 0 ? errors / truths : Number.NaN),
})
