import { millisecondsOf } from '../contract/service-level.ts'
import { defineCheck } from '../define-check.ts'
import { noMeasure } from '../families/define-aggregate.ts'
import { extent } from '../measures/extent.ts'
import { columnsNamed } from '../rules/other-tables.ts'
import { finishBetween } from '../verdicts/finish-between.ts'
import { shown } from '../wording/shown.ts'

/** Agreements of `slaProperties` about the age of rows, and which row's age each is about. */
const AGES: Readonly<Record<string, 'newest' | 'oldest'>> = {
  latency: 'newest',
  freshness: 'newest',
  retention: 'oldest',
}

/** The contract's service levels about age: latency or freshness of the newest row, retention of the oldest, when the gate runs. */
export const serviceLevel = defineCheck({
  id: 'service-level',
  title: 'The age of the newest and the oldest row is as agreed (slaProperties: latency, freshness, retention)',
  rules: table =>
    table.serviceLevels.flatMap(({ property, column: name, value, unit, line }) => {
      const row = AGES[property]
      const milliseconds = millisecondsOf(unit)
      const [column] = columnsNamed(table, [name]) ?? []
      if (!row || !milliseconds || !column) return []
      return [
        {
          id: `${column.name}.${property}`,
          title: `The ${row} ${shown(column.name)} is at most ${value} ${unit} old (${property})`,
          table,
          column,
          line,
          row,
          unit,
          milliseconds,
          options: { max_value: value },
        },
      ]
    }),
  measures: ({ column }) => ({ times: extent(column) }),
  finish(rule, { times: { n, low, high } }) {
    const { table, column, unit, milliseconds, row } = rule
    const subject = `The age of the ${row} ${shown(column.name)} at ${new Date(table.asOf).toISOString()}`
    if (n === 0) return finishBetween(rule, subject, noMeasure(column))
    return finishBetween(rule, subject, {
      value: (table.asOf - (row === 'newest' ? high : low)) / milliseconds,
      n,
      unit,
    })
  },
})
