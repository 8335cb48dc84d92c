import { type CountRule, countedCells } from '../counts/counted-cells.ts'
import { defineCheck } from '../define-check.ts'
import { metricRules } from '../rules/quality-rules.ts'
import { shown } from '../wording/shown.ts'

/** The library's nullValues: empty cells. */
export const nullValues = defineCheck({
  id: 'null-values',
  title: 'Number or percentage of empty cells in a column',
  rules: (table): CountRule[] =>
    metricRules(table, 'nullValues', ({ column }) => `Empty cells of ${shown(column?.name ?? '')}`).map(rule => ({
      ...rule,
      counts: text => text === '',
      counted: 'is empty',
    })),
  ...countedCells,
})
