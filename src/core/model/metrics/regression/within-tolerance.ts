import type { RegressionEvaluation } from '../../errors/regression-evaluation.ts'
import { unset } from '../../estimators/gap.ts'
import { shareMetric } from '../../estimators/share-metric.ts'

/** Share of rows whose error is at most the tolerance of the settings. */
export const withinTolerance = shareMetric<RegressionEvaluation>({
  id: 'within-tolerance',
  title: 'Within tolerance',
  aliases: ['share-within-tolerance'],
  better: 'higher',
  parameter: {
    expected: 'an error above 0',
    accepts: tolerance => tolerance > 0,
    named: tolerance => ({ id: `within-tolerance-at-${tolerance}`, title: `Within ${tolerance}` }),
    with: (model, tolerance) => ({ ...model, tolerance }),
  },
  rows: ({ errors, tolerance }) =>
    tolerance === undefined
      ? unset('tolerance')
      : Uint8Array.from(errors, error => (Math.abs(error) <= tolerance ? 1 : 0)),
})
