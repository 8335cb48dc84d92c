import type { Names, Numbers } from '../predictions/rows.ts'
import { defineDegradation, type Subject } from '../selftest/degradation.ts'
import { type PredictedColumn, predictedColumns } from '../selftest/predicted-columns.ts'
import { shareOf } from '../selftest/share-of.ts'
import { showShare } from '../selftest/show-share.ts'
import { withColumns } from '../selftest/with-columns.ts'

/** Flips what is predicted for a share of the rows, as if their labels had been: another class, the score on the other side of the threshold. */
export const wrongPredictions = defineDegradation({
  id: 'wrong-predictions',
  title: 'Flipped predictions',
  sizes: [0.01, 0.02, 0.05, 0.1, 0.25],
  show: showShare,
  mustCatch: () => 0.1,
  unseen: {
    reason: 'A model that is wrong about a tenth of the rows more passes',
    hint: 'Make the claims stricter: what each lets through is said of it',
  },
  prepare(subject) {
    const { own, order } = subject
    const columns = predictedColumns(own)
    if (columns.some(({ need: { cells } }) => cells === 'number'))
      return 'Predicted numbers have no other side to flip to'
    const flipped = columns.map(column => [column, flip(column, columns, subject)] as const)
    return share => {
      const some = order.subarray(0, shareOf(own.rows.n, share))
      return withColumns(
        own,
        flipped.map(([{ need, column }, other]) => [need.role, mixed(column, other, some)]),
      )
    }
  },
})

/** The column with every row flipped. */
function flip({ need, column }: PredictedColumn, all: readonly PredictedColumn[], subject: Subject): Names | Numbers {
  const { own, task, settings } = subject
  if ('codes' in column)
    return need.cells === 'answer' ? noAnswers(column) : nextClass(column, own.rows.columns.get('label'))
  if (task.id === 'multiclass') {
    const probabilities = all.filter(({ need: { cells } }) => cells === 'probability')
    const next = probabilities[(probabilities.findIndex(one => one.need === need) + 1) % probabilities.length]
    return next && 'numbers' in next.column ? next.column : column
  }
  const { threshold } = settings
  const mirrored = (score: number) =>
    score >= threshold
      ? (threshold * (1 - score)) / Math.max(1 - threshold, Number.MIN_VALUE)
      : 1 - ((1 - threshold) * score) / threshold
  return { numbers: column.numbers.map(score => Math.min(1, Math.max(0, mirrored(score)))) }
}

/** An empty answer is what no item expects. */
const noAnswers = ({ codes, names }: Names): Names => ({
  codes: new Uint32Array(codes.length).fill(names.length),
  names: [...names, ''],
})

/** Of every row the class after the predicted one, in the order in which classes occur. */
function nextClass({ codes, names }: Names, labels: Names | Numbers | undefined): Names {
  const known = labels && 'names' in labels ? labels.names : []
  const all = [...new Set([...names, ...known])]
  return { codes: codes.map(code => (code + 1) % all.length), names: all }
}

/** A column with some rows of another one. */
function mixed(column: Names | Numbers, other: Names | Numbers, some: Uint32Array): Names | Numbers {
  if ('numbers' in column && 'numbers' in other) {
    const numbers = column.numbers.slice()
    for (const row of some) numbers[row] = other.numbers[row] ?? 0
    return { numbers }
  }
  if (!('codes' in column && 'codes' in other)) return column
  // The other's names begin with the column's own.
  const codes = column.codes.slice()
  for (const row of some) codes[row] = other.codes[row] ?? 0
  return { codes, names: other.names }
}
