import { formatNumber } from '../format.ts'
import type { Numbers } from '../predictions/rows.ts'
import { defineDegradation, type Subject } from '../selftest/degradation.ts'
import { followingClasses } from '../selftest/following-classes.ts'
import { isGraded } from '../selftest/is-graded.ts'
import { logistic, logOdds } from '../selftest/log-odds.ts'
import { normalDraws } from '../selftest/normal-draws.ts'
import { type PredictedColumn, predictedColumns } from '../selftest/predicted-columns.ts'
import { spreadOf } from '../selftest/spread-of.ts'
import { withColumns } from '../selftest/with-columns.ts'

type Numeric = PredictedColumn & { readonly column: { readonly numbers: Float64Array } }

/** Adds normal noise, measured in standard deviations of the model's own output: to probabilities on the scale of log odds. */
export const noisyScores = defineDegradation({
  id: 'noisy-scores',
  title: 'Noise on the scores',
  sizes: [0.25, 0.5, 1, 2],
  show: spread => `${formatNumber(spread)} sd`,
  mustCatch: () => undefined,
  unseen: {
    reason: 'Scores that are mostly noise pass',
    hint: 'Ask for a floor on a metric of the scores, such as auc',
  },
  prepare(subject) {
    const { own, task } = subject
    if (isGraded(subject)) return 'A grade is no score of a model'
    const columns = predictedColumns(own).filter((one): one is Numeric => 'numbers' in one.column)
    if (columns.length === 0) return 'Classes and answers are predicted without a score'
    const noisy = columns.map(one => [one.need.role, noise(one, columns[0] ?? one, subject)] as const)
    return spread => {
      const disturbed = noisy.map(([role, at]) => [role, at(spread)] as const)
      if (task.id !== 'multiclass') return withColumns(own, disturbed)
      const probabilities = summingToOne(disturbed)
      if (!own.rows.columns.has('predicted')) return withColumns(own, probabilities)
      const others = probabilities.map(([, { numbers }]) => numbers)
      return withColumns(own, [...probabilities, ['predicted', followingClasses(subject, others)]])
    }
  },
})

function noise(
  { need, column: { numbers } }: Numeric,
  first: Numeric,
  { random }: Subject,
): (spread: number) => { numbers: Float64Array } {
  const isProbability = need.cells === 'probability'
  const scale = isProbability ? numbers.map(logOdds) : numbers
  // The ends of an interval move with what lies between them.
  const sd = spreadOf(isProbability ? scale : first.column.numbers)
  const draws = normalDraws(random(isProbability ? `noise ${need.role}` : 'noise'), numbers.length)
  return spread => {
    const moved = scale.map((number, row) => number + spread * sd * (draws[row] ?? 0))
    return { numbers: isProbability ? moved.map(logistic) : moved }
  }
}

function summingToOne(
  columns: readonly (readonly [string, { readonly numbers: Float64Array }])[],
): [string, Numbers][] {
  const sums = new Float64Array(columns[0]?.[1].numbers.length ?? 0)
  for (const [, { numbers }] of columns)
    for (let row = 0; row < sums.length; row++) sums[row] = (sums[row] ?? 0) + (numbers[row] ?? 0)
  return columns.map(([role, { numbers }]) => [role, { numbers: numbers.map((one, row) => one / (sums[row] ?? 1)) }])
}
