import type { Column } from '../column.ts'
import type { QualityRule } from '../contract/quality.ts'
import { type CountRule, countedCells } from '../counts/counted-cells.ts'
import { defineCheck } from '../define-check.ts'
import { metricRules } from '../rules/quality-rules.ts'
import { matcher } from '../values/matcher.ts'
import { validValues } from '../values/valid-values.ts'
import { shown } from '../wording/shown.ts'

/** The library's invalidValues: values not on the list `validValues`, or that do not match `pattern`. Empty cells are null, not invalid; a cell too long for the pattern is invalid. */
export const invalidValues = defineCheck({
  id: 'invalid-values',
  title: 'Number or percentage of values that are not on a list or do not match a pattern',
  rules: (table): CountRule[] =>
    metricRules(table, 'invalidValues', ({ column }) => `Invalid values of ${shown(column?.name ?? '')}`).flatMap(
      rule => rule.columns.map(column => ({ ...rule, ...judge(column, rule.quality) })),
    ),
  ...countedCells,
})

function judge(column: Column, { arguments: given }: QualityRule): Pick<CountRule, 'counts' | 'counted'> {
  const list = given?.validValues && validValues(column, given.validValues)
  const pattern = given?.pattern === undefined ? undefined : matcher(given.pattern)
  const valid = (text: string, value: number) =>
    (!list || list.has(text, value)) && (!pattern || pattern.judge(text) === 'pass')
  return {
    counts: (text, value) => text !== '' && !valid(text, value),
    counted: [list && `is none of ${list.words}`, pattern?.failing].filter(words => words !== undefined).join(' or '),
  }
}
