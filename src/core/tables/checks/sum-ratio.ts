import { z } from 'zod'
import { defineCheck } from '../define-check.ts'
import { ofTable } from '../expectation.ts'
import { noMeasure } from '../families/define-aggregate.ts'
import { sumOf } from '../measures/exact-sum.ts'
import { sum } from '../measures/sum.ts'
import { expected } from '../rules/expected.ts'
import { finishBetween, rangeWords } from '../verdicts/finish-between.ts'
import { shown } from '../wording/shown.ts'

const expectation = ofTable(
  'expect_column_pair_ratio_of_sums_to_be_between',
  z
    .strictObject({
      column_A: z.string(),
      column_B: z.string(),
      min_value: z.number().optional(),
      max_value: z.number().optional(),
    })
    .refine(({ min_value, max_value }) => min_value !== undefined || max_value !== undefined, {
      error: 'min_value or max_value',
    }),
  ({ column_A, column_B }) => [column_A, column_B],
)

/** The sum of one column over that of another: totals that must agree, or one that is a part of the other. */
export const sumRatio = defineCheck({
  id: 'sum-ratio',
  title: 'The ratio of the sums of two columns is within a range',
  expectations: [expectation],
  rules: table =>
    expected(table, expectation).flatMap(rule => {
      const [one, other] = rule.columns
      if (!one || !other) return []
      const subject = `The ratio of the sums of ${shown(one.name)} and ${shown(other.name)}`
      return [{ ...rule, one, other, subject, title: `${subject} is ${rangeWords(rule.options)}` }]
    }),
  measures: ({ one, other }) => ({ above: sum(one), below: sum(other) }),
  finish(rule, { above, below }) {
    const { one, other, subject } = rule
    if (above.n === 0) return finishBetween(rule, subject, noMeasure(one))
    if (below.n === 0) return finishBetween(rule, subject, noMeasure(other))
    const value = sumOf(above.sum) / sumOf(below.sum)
    return finishBetween(
      rule,
      subject,
      Number.isFinite(value) ? { value, n: above.n } : `The sum of ${shown(other.name)} is 0`,
    )
  },
})
