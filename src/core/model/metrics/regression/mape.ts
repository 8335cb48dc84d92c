import type { RegressionEvaluation } from '../../errors/regression-evaluation.ts'
import { relativeErrors } from '../../errors/relative-errors.ts'
import { meanMetric } from '../../estimators/mean-metric.ts'

/** Mean of the errors as shares of the truths; refused where a truth is 0 or next to it. */
export const mape = meanMetric<RegressionEvaluation>({
  id: 'mape',
  title: 'MAPE',
  aliases: ['mean-absolute-percentage-error'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  rows: ({ truth, errors }) => relativeErrors(truth, errors),
})
