import { addRows, distinctRows, mergeRows } from '../counts/distinct-rows.ts'
import { finishMetric } from '../counts/finish-metric.ts'
import { defineCheck } from '../define-check.ts'
import { metricRules } from '../rules/quality-rules.ts'
import { listed } from '../wording/listed.ts'

/** The library's duplicateValues: rows that repeat the value, or the values of `arguments.properties`, of an earlier row. Rows with an empty cell in them repeat nothing. */
export const duplicateValues = defineCheck({
  id: 'duplicate-values',
  title: 'Number or percentage of rows that repeat an earlier one in a column or in several together',
  rules: table =>
    metricRules(table, 'duplicateValues', ({ column, quality }) => {
      const names = column ? [column.name] : (quality.arguments?.properties ?? [])
      return `Duplicates in ${listed(names)}`
    }),
  init: distinctRows,
  add: (state, batch, { columns }) => addRows(state, batch, columns),
  merge: (state, later, { columns }) => mergeRows(state, later, columns),
  finish: (state, rule) => finishMetric(rule, state.repeated, state.rows, 'repeats an earlier row'),
})
