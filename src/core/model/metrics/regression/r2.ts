import type { RegressionEvaluation } from '../../errors/regression-evaluation.ts'
import { sumMetric } from '../../estimators/sum-metric.ts'
import { mean } from '../../moments.ts'

/** Share of the truths' variance that the predictions explain: 1 − Σ e² / Σ (y − ȳ)². Below 0 the mean of the truths predicts better. */
export const r2 = sumMetric<RegressionEvaluation>({
  id: 'r2',
  title: 'R²',
  aliases: ['r-2', 'r2-score', 'r-squared'],
  better: 'higher',
  naive: 0,
  range: [Number.NEGATIVE_INFINITY, 1],
  columns({ n, truth, errors }) {
    // About their mean, so that the squares of large numbers do not cancel.
    const centre = mean(truth)
    const centred = truth.map(value => value - centre)
    return [new Float64Array(n).fill(1), centred, centred.map(value => value ** 2), errors.map(error => error ** 2)]
  },
  value(rows = 0, truths = 0, squares = 0, errors = 0) {
    const spread = squares - truths ** 2 / rows
    return spread > 0 ? 1 - errors / spread : Number.NaN
  },
})
