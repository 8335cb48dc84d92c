import { defineCheck } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { RangeOptions } from '../families/range-options.ts'
import { categories, MAX_CATEGORIES } from '../measures/categories.ts'
import { expectedOf } from '../rules/expected.ts'
import { finishBetween, isWithin, rangeWords } from '../verdicts/finish-between.ts'
import { shown } from '../wording/shown.ts'

const expectation = ofColumn('expect_column_class_shares_to_be_between', RangeOptions)

/** The share of every class is within a range: of a target or a group that must not be too rare to learn or to judge. */
export const classShares = defineCheck({
  id: 'class-shares',
  title: 'The share of every class of a column is within a range',
  expectations: [expectation],
  rules: table =>
    expectedOf(table, expectation).map(rule => ({
      ...rule,
      title: `The share of every class of ${shown(rule.column.name)} is ${rangeWords(rule.options)}`,
    })),
  measures: ({ column }) => ({ texts: categories(column) }),
  finish(rule, { texts: { counts } }) {
    const name = shown(rule.column.name)
    if (!counts) return finishBetween(rule, name, `${name} has more than ${MAX_CATEGORIES} classes`)
    const n = [...counts.values()].reduce((sum, count) => sum + count, 0)
    if (n === 0) return finishBetween(rule, name, `${name} has no values`)
    const ranked = [...counts].toSorted(([a, m], [b, k]) => m - k || (a < b ? -1 : 1))
    const outside = ranked.find(([, count]) => !isWithin(count / n, rule.options)) ?? ranked[0]
    const [text = '', count = 0] = outside ?? []
    const named = rule.column.sensitive ? 'one of its classes' : shown(text)
    return finishBetween(rule, `The share of ${named} in ${name}`, { value: count / n, n })
  },
})
