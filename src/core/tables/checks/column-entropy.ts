import { grouped } from '../../wording/grouped.ts'
import { defineAggregate, noValues } from '../families/define-aggregate.ts'
import { categories, MAX_CATEGORIES } from '../measures/categories.ts'
import { shown } from '../wording/shown.ts'

/** Shannon's entropy of the values, in nats. */
export const columnEntropy = defineAggregate({
  id: 'column-entropy',
  title: 'Entropy (nats)',
  expectation: 'expect_column_entropy_to_be_between',
  ofValues: false,
  measures: column => ({ texts: categories(column) }),
  finish: ({ texts: { counts } }, column) => {
    if (!counts) return `${shown(column.name)} has more than ${grouped(MAX_CATEGORIES)} different values`
    const n = [...counts.values()].reduce((sum, count) => sum + count, 0)
    if (n === 0) return noValues(column)
    const terms = [...counts.values()].toSorted((a, b) => a - b).map(count => -(count / n) * Math.log(count / n))
    return { value: terms.reduce((sum, term) => sum + term, 0), n }
  },
})
