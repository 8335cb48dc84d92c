import type { Column } from '../column.ts'
import type { QualityRule } from '../contract/quality.ts'
import { defineCheck } from '../define-check.ts'
import { judgedCells } from '../measures/judged-cells.ts'
import { metricRules } from '../rules/quality-rules.ts'
import { matcher } from '../values/matcher.ts'
import { validValues } from '../values/valid-values.ts'
import { finishMetric } from '../verdicts/finish-metric.ts'
import { shown } from '../wording/shown.ts'

/** The library's invalidValues: values not on the list `validValues`, or that do not match `pattern`. Empty cells are null, not invalid; a cell too long for the pattern is invalid. */
export const invalidValues = defineCheck({
  id: 'invalid-values',
  title: 'Number or percentage of values that are not on a list or do not match a pattern',
  rules: table =>
    metricRules(table, 'invalidValues', ({ column }) => `Invalid values of ${shown(column?.name ?? '')}`).flatMap(
      rule => rule.columns.map(column => ({ ...rule, column, ...judge(column, rule.quality) })),
    ),
  measures: rule => ({ cells: judgedCells(rule.id, rule.column, rule) }),
  finish: (rule, { cells: { rows, failed } }, shownRows) =>
    finishMetric(rule, { rows, counted: failed, words: rule.words }, shownRows),
})

function judge(column: Column, { arguments: given }: QualityRule) {
  const list = given?.validValues && validValues(column, given.validValues)
  const pattern = given?.pattern === undefined ? undefined : matcher(given.pattern)
  const valid = (text: string, value: number) =>
    (!list || list.has(text, value)) && (!pattern || pattern.judge(text) === 'pass')
  return {
    judge: (text: string, value: number) => (valid(text, value) ? ('pass' as const) : ('fail' as const)),
    words: [list && `is none of ${list.words}`, pattern?.failing].filter(words => words !== undefined).join(' or '),
  }
}
