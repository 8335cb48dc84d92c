import { defineCheck } from '../define-check.ts'
import { emptyCells } from '../measures/empty-cells.ts'
import { metricRules } from '../rules/quality-rules.ts'
import { finishMetric } from '../verdicts/finish-metric.ts'
import { shown } from '../wording/shown.ts'

/** The library's nullValues: empty cells. */
export const nullValues = defineCheck({
  id: 'null-values',
  title: 'Number or percentage of empty cells in a column',
  rules: table =>
    metricRules(table, 'nullValues', ({ column }) => `Empty cells of ${shown(column?.name ?? '')}`).flatMap(rule =>
      rule.columns.map(column => ({ ...rule, column })),
    ),
  measures: ({ column }) => ({ cells: emptyCells(column) }),
  finish: (rule, { cells: { rows, empty } }, shownRows) =>
    finishMetric(rule, { rows, counted: empty, words: 'is empty' }, shownRows),
})
