import { z } from 'zod'
import { defineCheck } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { noMeasure } from '../families/define-aggregate.ts'
import { extent } from '../measures/extent.ts'
import { expectedOf } from '../rules/expected.ts'
import { finishBetween } from '../verdicts/finish-between.ts'
import { shown } from '../wording/shown.ts'

const UNITS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const
const expectation = ofColumn(
  'expect_column_max_age_to_be_at_most',
  z.strictObject({ max_age: z.number().positive(), unit: z.enum(['minutes', 'hours', 'days']).default('hours') }),
)

/** The newest time of a column is no older than so much when the gate runs, and not in the future. */
export const maxAge = defineCheck({
  id: 'max-age',
  title: 'The newest time of a column is fresh',
  expectations: [expectation],
  rules: table =>
    expectedOf(table, expectation).map(rule => {
      const { max_age, unit } = rule.options
      return {
        ...rule,
        unit,
        options: { min_value: 0, max_value: max_age },
        title: `The newest ${shown(rule.column.name)} is at most ${max_age} ${unit} old`,
      }
    }),
  measures: ({ column }) => ({ times: extent(column) }),
  finish(rule, { times: { n, high } }) {
    const { table, column, unit } = rule
    const subject = `The age of the newest ${shown(column.name)} at ${new Date(table.asOf).toISOString()}`
    if (n === 0) return finishBetween(rule, subject, noMeasure(column))
    const value = (table.asOf - high) / UNITS[unit]
    return finishBetween(rule, subject, { value, n, unit })
  },
})
