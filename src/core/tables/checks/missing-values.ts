import { type CountRule, countedCells } from '../counts/counted-cells.ts'
import { defineCheck } from '../define-check.ts'
import { metricRules } from '../rules/quality-rules.ts'
import { validValues } from '../values/valid-values.ts'
import { shown } from '../wording/shown.ts'

/** The library's missingValues: cells that hold one of `arguments.missingValues`; without them, empty cells. `null` and `''` both stand for an empty one. */
export const missingValues = defineCheck({
  id: 'missing-values',
  title: 'Number or percentage of cells that stand for a missing value',
  rules: (table): CountRule[] =>
    metricRules(table, 'missingValues', ({ column }) => `Missing values of ${shown(column?.name ?? '')}`).flatMap(
      rule =>
        rule.columns.map(column => {
          const missing = validValues(column, rule.quality.arguments?.missingValues ?? [null])
          return { ...rule, counts: missing.has, counted: `is missing (${missing.words})` }
        }),
    ),
  ...countedCells,
})
