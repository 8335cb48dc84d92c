import { z } from 'zod'
import { defineCheck } from '../define-check.ts'
import { ofTable } from '../expectation.ts'
import { addFailure, noFailures } from '../measures/failures.ts'
import { type Intervals, intervals, MAX_INTERVALS } from '../measures/intervals.ts'
import { expected } from '../rules/expected.ts'
import { finishRows, NO_ROWS } from '../verdicts/finish-rows.ts'
import { shown } from '../wording/shown.ts'

const expectation = ofTable(
  'expect_ranges_to_not_overlap',
  z.strictObject({
    lower_bound_column: z.string(),
    upper_bound_column: z.string(),
    partition_by: z.string().optional(),
  }),
  ({ lower_bound_column, upper_bound_column, partition_by }) => [
    lower_bound_column,
    upper_bound_column,
    ...(partition_by === undefined ? [] : [partition_by]),
  ],
)

/** No row's range, lower end included and upper end not, overlaps another's of the same group; and none ends before it begins. */
export const overlaps = defineCheck({
  id: 'overlaps',
  title: 'No two ranges of a group overlap',
  expectations: [expectation],
  rules: table =>
    expected(table, expectation).flatMap(rule => {
      const [low, high, group] = rule.columns
      if (!low || !high) return []
      const of = group ? ` of one ${shown(group.name)}` : ''
      return [
        {
          ...rule,
          low,
          high,
          group,
          title: `No two ranges from ${shown(low.name)} to ${shown(high.name)}${of} overlap`,
        },
      ]
    }),
  measures: ({ low, high, group }) => ({ ranges: intervals(low, high, group) }),
  finish(rule, { ranges }, rows) {
    const words = {
      subject: 'The range',
      noun: 'row',
      failing: 'overlaps an earlier one',
      holding: 'overlaps no other',
    }
    const { kept, n } = ranges
    if (kept) return finishRows(rule, { rows: ranges.rows, n, failed: overlapping(kept) }, words, rows)
    const undecided = `is one of more than ${MAX_INTERVALS}, too many to keep`
    const found = { rows: ranges.rows, n, failed: NO_ROWS, undecided: { ...NO_ROWS, count: n } }
    return finishRows(rule, found, { ...words, undecided }, rows)
  },
})

function overlapping({ low, high, group, place }: NonNullable<Intervals['kept']>) {
  const at = (list: readonly number[], i: number) => list[i] ?? 0
  const order = [...low.keys()].sort(
    (a, b) =>
      at(group, a) - at(group, b) ||
      at(low, a) - at(low, b) ||
      at(high, a) - at(high, b) ||
      at(place, a) - at(place, b),
  )
  const failed = noFailures()
  let [last, reached] = [Number.NaN, Number.NEGATIVE_INFINITY]
  for (const i of order) {
    if (at(group, i) !== last) reached = Number.NEGATIVE_INFINITY
    last = at(group, i)
    if (at(low, i) < reached || at(high, i) < at(low, i)) addFailure(failed, at(place, i))
    reached = Math.max(reached, at(high, i))
  }
  return failed
}
