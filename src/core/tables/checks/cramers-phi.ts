import { z } from 'zod'
import { grouped } from '../../wording/grouped.ts'
import { defineCheck } from '../define-check.ts'
import { ofTable } from '../expectation.ts'
import { crossTable, MAX_PAIRS, pairCounts } from '../measures/pair-counts.ts'
import { expected } from '../rules/expected.ts'
import { finishBetween, rangeWords } from '../verdicts/finish-between.ts'
import { shown } from '../wording/shown.ts'

const expectation = ofTable(
  'expect_column_pair_cramers_phi_value_to_be_less_than',
  z.strictObject({
    column_A: z.string(),
    column_B: z.string(),
    threshold: z.number().gt(0).max(1).default(0.1),
  }),
  ({ column_A, column_B }) => [column_A, column_B],
)

/** Cramér's φ (also called V) of two columns of few different values: 0 where they are independent, 1 where one tells the other. */
export const cramersPhi = defineCheck({
  id: 'cramers-phi',
  title: 'The association of two columns (Cramér’s φ) is below a limit',
  expectations: [expectation],
  rules: table =>
    expected(table, expectation).flatMap(rule => {
      const [one, other] = rule.columns
      if (!one || !other) return []
      const subject = `Cramér's φ of ${shown(one.name)} and ${shown(other.name)}`
      const options = { max_value: rule.options.threshold, strict_max: true }
      return [{ ...rule, one, other, subject, options, title: `${subject} is ${rangeWords(options)}` }]
    }),
  measures: ({ one, other }) => ({ pairs: pairCounts(one, other) }),
  finish(rule, { pairs: { counts } }) {
    if (!counts)
      return finishBetween(rule, rule.subject, `The two columns have more than ${grouped(MAX_PAIRS)} different pairs`)
    const n = [...counts.values()].reduce((sum, count) => sum + count, 0)
    const value = n === 0 ? undefined : phiOf(counts)
    if (value === undefined)
      return finishBetween(rule, rule.subject, 'One of the two columns has fewer than two values where both have one')
    return finishBetween(rule, rule.subject, { value, n, method: 'cramer, without correction' })
  },
})

/** √(χ² / (n (k − 1))), k being the smaller number of different values (Cramér 1946, 21.9); undefined where that is 1. */
function phiOf(counts: ReadonlyMap<string, number>): number | undefined {
  const table = crossTable(counts)
  const columns = new Map<string, number>()
  for (const row of table.values()) for (const [key, count] of row) columns.set(key, (columns.get(key) ?? 0) + count)
  const fewer = Math.min(table.size, columns.size)
  if (fewer < 2) return undefined
  // χ² / n = Σ observed² / (row × column) − 1: pairs that do not occur add nothing.
  let sum = 0
  for (const row of table.values()) {
    const total = [...row.values()].reduce((all, count) => all + count, 0)
    for (const [key, count] of row) sum += (count / total) * (count / (columns.get(key) ?? 1))
  }
  return Math.min(1, Math.sqrt(Math.max(0, sum - 1) / (fewer - 1)))
}
