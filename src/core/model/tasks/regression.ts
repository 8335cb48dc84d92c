import type { Settings } from '../../settings/schema.ts'
import { crossedIntervals } from '../errors/crossed-intervals.ts'
import { evaluateErrors } from '../errors/evaluate-errors.ts'
import { numberNeeds } from '../errors/number-needs.ts'
import type { RegressionEvaluation } from '../errors/regression-evaluation.ts'
import { residualFigures } from '../errors/residual-figures.ts'
import { counted } from '../format.ts'
import * as metrics from '../metrics/regression/index.ts'
import type { Reading } from '../predictions/reading.ts'
import { numbersOf } from '../predictions/rows.ts'
import { defineTask } from '../task.ts'
import { LEAST_ROWS } from './least-rows.ts'

const reading = (settings: Settings['certify']): Reading => ({
  needs: numberNeeds(settings),
  faults(source, rows, at) {
    const { lower, upper } = settings
    if (lower === undefined || upper === undefined) return []
    const ends = { lower: numbersOf(rows, 'lower'), upper: numbersOf(rows, 'upper') }
    return crossedIntervals(source, ends, at, upper)
  },
  about: () => 'a true and a predicted number',
})

/** A number is predicted, perhaps with an interval around it. */
export const regression = defineTask<RegressionEvaluation>({
  id: 'regression',
  title: 'Regression',
  metrics: Object.values(metrics),
  reading,
  evaluate: evaluateErrors,
  shortage: ({ n }) =>
    n < LEAST_ROWS ? `Expected at least ${LEAST_ROWS} rows but found ${counted(n, 'row')}` : undefined,
  figures: ({ errors }) => residualFigures(errors),
})
