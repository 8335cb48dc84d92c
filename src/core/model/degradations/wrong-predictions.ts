import { type Names, type Numbers, namesOf } from '../predictions/rows.ts'
import { defineDegradation, type Subject } from '../selftest/degradation.ts'
import { isGraded } from '../selftest/is-graded.ts'
import { otherClasses } from '../selftest/other-classes.ts'
import { type PredictedColumn, predictedColumns } from '../selftest/predicted-columns.ts'
import { shareOf } from '../selftest/share-of.ts'
import { showShare } from '../selftest/show-share.ts'
import { withColumns } from '../selftest/with-columns.ts'

/** Flips what is predicted for a share of the rows, as if their labels had been: another class, the score on the other side of the threshold; of an answer, none, or the grade 0. */
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
    const others =
      columns.some(({ need }) => need.role === 'probabilities.1') && subject.task.id === 'multiclass'
        ? otherClasses(subject)
        : undefined
    const flipped = columns.map(column => [column, flip(column, subject, others)] as const)
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
function flip(
  { need, column }: PredictedColumn,
  subject: Subject,
  others: ReturnType<typeof otherClasses> | undefined,
) {
  const { own, task, settings } = subject
  if ('codes' in column)
    return need.cells === 'answer' ? noAnswers(column) : nextClass(column, namesOf(own.rows, 'label'))
  if (isGraded(subject)) return { numbers: new Float64Array(own.rows.n) }
  if (task.id === 'multiclass') return others?.get(need.role) ?? column
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

/** Of every row the class after the predicted one, in the order in which classes occur, but for the true one where there are others. */
function nextClass({ codes, names }: Names, labels: Names): Names {
  const all = [...new Set([...names, ...labels.names])]
  const next = codes.map((code, row) => {
    const after = (code + 1) % all.length
    const isTrue = all[after] === labels.names[labels.codes[row] ?? 0]
    return isTrue && all.length > 2 ? (code + 2) % all.length : after
  })
  return { codes: next, names: all }
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
