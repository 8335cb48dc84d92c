import { defineCheck } from '../define-check.ts'
import { repeatedKeys } from '../measures/repeated-keys.ts'
import { metricRules } from '../rules/quality-rules.ts'
import { finishMetric } from '../verdicts/finish-metric.ts'
import { repeatsOf } from '../verdicts/repeats-of.ts'
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
  measures: ({ columns }) => ({ keys: repeatedKeys(columns) }),
  finish(rule, { keys }, rows) {
    const counted = repeatsOf(keys, rule.columns, rows)
    return finishMetric(rule, { rows: keys.rows, counted, words: 'repeats an earlier row' }, rows)
  },
})
