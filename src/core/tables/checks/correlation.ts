import { z } from 'zod'
import { defineCheck } from '../define-check.ts'
import { ofTable } from '../expectation.ts'
import { ratio } from '../measures/central-moments.ts'
import { type CrossSums, crossSums } from '../measures/cross-sums.ts'
import { integerOf } from '../measures/exact-sum.ts'
import { expected } from '../rules/expected.ts'
import { finishBetween, rangeWords } from '../verdicts/finish-between.ts'
import { shown } from '../wording/shown.ts'

const expectation = ofTable(
  'expect_column_pair_correlation_to_be_between',
  z.strictObject({
    column_A: z.string(),
    column_B: z.string(),
    min_value: z.number().min(-1).max(1).default(-1),
    max_value: z.number().min(-1).max(1).default(1),
  }),
  ({ column_A, column_B }) => [column_A, column_B],
)

/** Pearson's correlation of two columns, over the rows in which both have values. */
export const correlation = defineCheck({
  id: 'correlation',
  title: 'The correlation of two columns is within a range',
  expectations: [expectation],
  rules: table =>
    expected(table, expectation).flatMap(rule => {
      const [one, other] = rule.columns
      if (!one || !other) return []
      const subject = `The correlation of ${shown(one.name)} and ${shown(other.name)}`
      return [{ ...rule, one, other, subject, title: `${subject} is ${rangeWords(rule.options)}` }]
    }),
  measures: ({ one, other }) => ({ sums: crossSums(one, other) }),
  finish(rule, { sums }) {
    const value = pearson(sums)
    return finishBetween(
      rule,
      rule.subject,
      value === undefined
        ? 'One of the two columns has too few different values'
        : { value, n: sums.n, method: 'pearson' },
    )
  },
})

/** In exact integers until the last division and root. */
function pearson({ n: count, sums }: CrossSums): number | undefined {
  const n = BigInt(count)
  const [x = 0n, y = 0n, xx = 0n, yy = 0n, xy = 0n] = sums.map(integerOf)
  const scaled = (sum: bigint) => n * (sum << 1074n)
  const [varianceX, varianceY, covariance] = [scaled(xx) - x * x, scaled(yy) - y * y, scaled(xy) - x * y]
  if (varianceX <= 0n || varianceY <= 0n) return undefined
  const size = Math.sqrt(ratio(covariance * covariance, varianceX * varianceY))
  return Math.min(1, size) * (covariance < 0n ? -1 : 1)
}
