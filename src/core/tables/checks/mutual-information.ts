import { z } from 'zod'
import { grouped } from '../../wording/grouped.ts'
import { defineCheck } from '../define-check.ts'
import { ofTable } from '../expectation.ts'
import { crossTable, MAX_PAIRS, pairCounts } from '../measures/pair-counts.ts'
import { expected } from '../rules/expected.ts'
import { finishBetween, rangeWords } from '../verdicts/finish-between.ts'
import { shown } from '../wording/shown.ts'

const expectation = ofTable(
  'expect_column_pair_mutual_information_to_be_between',
  z.strictObject({
    column_A: z.string(),
    column_B: z.string(),
    min_value: z.number().min(0).default(0),
    max_value: z.number().min(0).optional(),
  }),
  ({ column_A, column_B }) => [column_A, column_B],
)

/** The mutual information of two columns of few different values, in nats. */
export const mutualInformation = defineCheck({
  id: 'mutual-information',
  title: 'The mutual information of two columns is within a range',
  expectations: [expectation],
  rules: table =>
    expected(table, expectation).flatMap(rule => {
      const [one, other] = rule.columns
      if (!one || !other) return []
      const subject = `The mutual information of ${shown(one.name)} and ${shown(other.name)} (nats)`
      return [{ ...rule, one, other, subject, title: `${subject} is ${rangeWords(rule.options)}` }]
    }),
  measures: ({ one, other }) => ({ pairs: pairCounts(one, other) }),
  finish(rule, { pairs: { counts } }) {
    if (!counts)
      return finishBetween(rule, rule.subject, `The two columns have more than ${grouped(MAX_PAIRS)} different pairs`)
    const n = [...counts.values()].reduce((sum, count) => sum + count, 0)
    if (n === 0) return finishBetween(rule, rule.subject, 'No row has both values')
    return finishBetween(rule, rule.subject, { value: informationIn(counts, n), n })
  },
})

function informationIn(counts: ReadonlyMap<string, number>, n: number): number {
  const table = crossTable(counts)
  const columns = new Map<string, number>()
  for (const row of table.values()) for (const [key, count] of row) columns.set(key, (columns.get(key) ?? 0) + count)
  let sum = 0
  for (const row of table.values()) {
    const total = [...row.values()].reduce((all, count) => all + count, 0)
    for (const [key, count] of row) sum += (count / n) * Math.log((count * n) / (total * (columns.get(key) ?? 1)))
  }
  return Math.max(0, sum)
}
