import { covered } from '../../errors/covered.ts'
import type { RegressionEvaluation } from '../../errors/regression-evaluation.ts'
import { shareMetric } from '../../estimators/share-metric.ts'

/** Share of rows whose truth lies in the model's prediction interval. */
export const coverage = shareMetric<RegressionEvaluation>({
  id: 'coverage',
  title: 'Coverage of the prediction intervals',
  aliases: ['interval-coverage', 'picp'],
  better: 'higher',
  rows: covered,
})
