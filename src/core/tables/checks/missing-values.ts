import { defineCheck } from '../define-check.ts'
import { emptyCells } from '../measures/empty-cells.ts'
import { mergeFailures, noFailures } from '../measures/failures.ts'
import { judgedCells } from '../measures/judged-cells.ts'
import { metricRules } from '../rules/quality-rules.ts'
import { validValues } from '../values/valid-values.ts'
import { finishMetric } from '../verdicts/finish-metric.ts'
import { shown } from '../wording/shown.ts'

/** The library's missingValues: cells that hold one of `arguments.missingValues`; without them, empty cells. `null` and `''` both stand for an empty one. */
export const missingValues = defineCheck({
  id: 'missing-values',
  title: 'Number or percentage of cells that stand for a missing value',
  rules: table =>
    metricRules(table, 'missingValues', ({ column }) => `Missing values of ${shown(column?.name ?? '')}`).flatMap(
      rule =>
        rule.columns.map(column => {
          const missing = validValues(column, rule.quality.arguments?.missingValues ?? [null])
          return { ...rule, column, missing }
        }),
    ),
  measures: ({ id, column, missing }) => ({
    cells: emptyCells(column),
    tokens: judgedCells(id, column, { judge: (text, value) => (missing.has(text, value) ? 'fail' : 'pass') }),
  }),
  finish(rule, { cells, tokens }, rows) {
    const counted = noFailures()
    mergeFailures(counted, tokens.failed)
    if (rule.missing.has('', Number.NaN)) mergeFailures(counted, cells.empty)
    return finishMetric(rule, { rows: cells.rows, counted, words: `is missing (${rule.missing.words})` }, rows)
  },
})
