import { z } from 'zod'
import { defineCheck } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { MAX_PERIODS, periods } from '../measures/periods.ts'
import { expectedOf } from '../rules/expected.ts'
import { finishRows } from '../verdicts/finish-rows.ts'
import { shown } from '../wording/shown.ts'

const expectation = ofColumn(
  'expect_column_values_to_have_no_gaps',
  z.strictObject({ datepart: z.enum(['hour', 'day', 'week', 'month', 'year']) }),
)

/** Every hour, day, week, month or year from the first time of a column to its last has a row, in UTC. */
export const gaps = defineCheck({
  id: 'gaps',
  title: 'Every period from the first time to the last has a row',
  expectations: [expectation],
  rules: table =>
    expectedOf(table, expectation).map(rule => ({
      ...rule,
      title: `Every ${rule.options.datepart} of ${shown(rule.column.name)} has a row`,
    })),
  measures: ({ column, options }) => ({ found: periods(column, options.datepart) }),
  finish(rule, { found: { n, seen } }, rows) {
    const { datepart } = rule.options
    const words = { subject: shown(rule.column.name), noun: datepart, failing: 'has no row', holding: 'has a row' }
    if (!seen) {
      const undecided = { count: n, places: [], values: new Map<string, number>() }
      const many = `lies in more than ${MAX_PERIODS} ${datepart}s, too many to keep`
      return finishRows(
        rule,
        { rows: n, n, failed: { ...undecided, count: 0 }, undecided },
        { ...words, undecided: many },
        rows,
      )
    }
    const numbers = [...seen].sort((a, b) => a - b)
    const all = numbers.length === 0 ? 0 : (numbers.at(-1) ?? 0) - (numbers[0] ?? 0) + 1
    const failed = { count: all - numbers.length, places: [], values: new Map<string, number>() }
    return finishRows(rule, { rows: n, n: all, failed }, words, rows)
  },
})
