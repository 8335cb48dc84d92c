import type { ColumnOfRows } from '../predictions/rows.ts'
import { defineDegradation } from '../selftest/degradation.ts'
import { isGraded } from '../selftest/is-graded.ts'
import { predictedColumns } from '../selftest/predicted-columns.ts'
import { withColumns } from '../selftest/with-columns.ts'

/** Predicts the same for every row: the mean of the numbers, the commonest of the names. */
export const constantPredictions = defineDegradation({
  id: 'constant-predictions',
  title: 'The same prediction for every row',
  sizes: [1],
  show: () => '',
  mustCatch: () => 1,
  unseen: {
    reason: 'A model that predicts the same for every row passes',
    hint: 'Ask for a floor on a metric that tells the rows apart, such as auc, mcc or r2',
  },
  prepare(subject) {
    const { own } = subject
    if (isGraded(subject)) return 'A grade says by itself how good its answer is, whatever row has it'
    const columns = predictedColumns(own).map(({ need, column }) => [need.role, constant(column)] as const)
    return () => withColumns(own, columns)
  },
})

function constant(column: ColumnOfRows): ColumnOfRows {
  if ('numbers' in column) {
    const { numbers } = column
    const mean = numbers.reduce((sum, number) => sum + number / numbers.length, 0)
    return { numbers: new Float64Array(numbers.length).fill(mean) }
  }
  const { codes, names } = column
  const counts = new Uint32Array(names.length)
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return { codes: new Uint32Array(codes.length).fill(counts.indexOf(Math.max(...counts))), names }
}
