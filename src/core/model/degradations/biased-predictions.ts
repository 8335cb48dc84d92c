import { formatNumber } from '../format.ts'
import { numbersOf } from '../predictions/rows.ts'
import { defineDegradation } from '../selftest/degradation.ts'
import { predictedColumns } from '../selftest/predicted-columns.ts'
import { spreadOf } from '../selftest/spread-of.ts'
import { withColumns } from '../selftest/with-columns.ts'

/** Predicts too much by the same number everywhere, measured in standard deviations of the truths. */
export const biasedPredictions = defineDegradation({
  id: 'biased-predictions',
  title: 'Biased predictions',
  sizes: [0.1, 0.25, 0.5, 1],
  show: spread => `${formatNumber(spread)} sd`,
  mustCatch: () => undefined,
  unseen: {
    reason: 'Predictions that are all a standard deviation too great pass',
    hint: 'Add a claim on a metric of errors, such as mae or rmse',
  },
  prepare({ own, task }) {
    if (task.id !== 'regression' && task.id !== 'forecasting') return 'No numbers are predicted that could be too great'
    const sd = spreadOf(numbersOf(own.rows, 'label'))
    return spread =>
      withColumns(
        own,
        predictedColumns(own).map(({ need, column }) => [
          need.role,
          'numbers' in column ? { numbers: column.numbers.map(number => number + spread * sd) } : column,
        ]),
      )
  },
})
