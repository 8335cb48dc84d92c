import { defineCheck } from '../define-check.ts'
import { rowCount as countRows } from '../measures/row-count.ts'
import { metricRules } from '../rules/quality-rules.ts'
import { finishCount } from '../verdicts/finish-metric.ts'

/** The library's rowCount. */
export const rowCount = defineCheck({
  id: 'row-count',
  title: 'Number of rows',
  rules: table => metricRules(table, 'rowCount', () => 'Number of rows'),
  measures: () => ({ counted: countRows }),
  finish: (rule, { counted }) => finishCount(rule, counted.rows),
})
