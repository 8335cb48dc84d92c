import { finishCount } from '../counts/finish-metric.ts'
import { defineCheck } from '../define-check.ts'
import { metricRules } from '../rules/quality-rules.ts'

/** The library's rowCount. */
export const rowCount = defineCheck({
  id: 'row-count',
  title: 'Number of rows',
  rules: table => metricRules(table, 'rowCount', () => 'Number of rows'),
  init: () => ({ rows: 0 }),
  add(state, batch) {
    state.rows += batch.rows.length
  },
  merge(state, later) {
    state.rows += later.rows
  },
  finish: ({ rows }, rule) => finishCount(rule, rows),
})
