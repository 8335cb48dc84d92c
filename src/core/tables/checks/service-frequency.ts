import { millisecondsOf } from '../contract/service-level.ts'
import { defineCheck } from '../define-check.ts'
import { MAX_PERIODS, type PeriodName, periods } from '../measures/periods.ts'
import { columnsNamed } from '../rules/other-tables.ts'
import { finishRows } from '../verdicts/finish-rows.ts'
import { shown } from '../wording/shown.ts'

/** Periods in which a frequency may count, the longest first, in milliseconds; a year is counted by the calendar. */
const LENGTHS: readonly (readonly [PeriodName, number])[] = [
  ['year', 365.25 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** A frequency as a whole number of periods; undefined where it is none. */
function spanOf(value: number, unit: string): { readonly count: number; readonly period: PeriodName } | undefined {
  const length = value * (millisecondsOf(unit) ?? Number.NaN)
  const fit = LENGTHS.find(([, each]) => length >= each && Number.isInteger(length / each))
  return fit && { count: length / fit[1], period: fit[0] }
}

/**
 * The contract's service level on frequency: from the first row to the last, in every so many days (hours, weeks …) one after another
 * there is one at least. In periods of the calendar, in UTC, for rows that come daily do not come at the same minute.
 */
export const serviceFrequency = defineCheck({
  id: 'service-frequency',
  title: 'Rows come as often as agreed (slaProperties: frequency)',
  rules: table =>
    table.serviceLevels.flatMap(({ property, column: name, value, unit, line }) => {
      const span = spanOf(value, unit)
      const [column] = columnsNamed(table, [name]) ?? []
      if (property !== 'frequency' || !span || !column) return []
      const { count, period } = span
      const often = count === 1 ? `every ${period}` : `every ${count} ${period}s`
      return [
        {
          id: `${column.name}.frequency`,
          title: `${shown(column.name)} has a row in ${often} (frequency)`,
          table,
          column,
          line,
          count,
          period,
        },
      ]
    }),
  measures: ({ column, period }) => ({ found: periods(column, period) }),
  finish(rule, { found: { n, seen } }, rows) {
    const { count, period, column } = rule
    const noun = count === 1 ? period : `${count}-${period} span`
    const words = { subject: shown(column.name), noun, failing: 'has no row', holding: 'has a row' }
    const none = { count: 0, places: [], values: new Map<string, number>() }
    if (!seen) {
      const many = `lies in more than ${MAX_PERIODS} ${period}s, too many to keep`
      return finishRows(
        rule,
        { rows: n, n, failed: none, undecided: { ...none, count: n } },
        { ...words, undecided: many },
        rows,
      )
    }
    const numbers = [...seen].toSorted((a, b) => a - b)
    const all = (numbers.at(-1) ?? 0) - (numbers[0] ?? 0) + 1
    const empty = numbers.slice(1).map((number, i) => number - (numbers[i] ?? 0) - 1)
    const missed = empty.reduce((sum, run) => sum + Math.max(0, run - count + 1), 0)
    if (numbers.length > 0 && all < count) {
      const beyond = 'reaches beyond the first row and the last'
      return finishRows(
        rule,
        { rows: n, n: 1, failed: none, undecided: { ...none, count: 1 } },
        { ...words, undecided: beyond },
        rows,
      )
    }
    const spans = numbers.length === 0 ? 0 : all - count + 1
    return finishRows(rule, { rows: n, n: spans, failed: { ...none, count: missed } }, words, rows)
  },
})
