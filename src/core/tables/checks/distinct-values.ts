import { defineAggregate, noValues } from '../families/define-aggregate.ts'
import { distinctCount, distinctIn } from '../measures/distinct-count.ts'

/** The number of different values: exact up to 100 000, then estimated with an error of 0.8 %. */
export const distinctValues = defineAggregate({
  id: 'distinct-values',
  title: 'Number of different values',
  expectation: 'expect_column_unique_value_count_to_be_between',
  ofValues: false,
  measures: column => ({ distinct: distinctCount(column) }),
  finish: ({ distinct }, column) => {
    if (distinct.n === 0) return noValues(column)
    return { ...distinctIn(distinct), n: distinct.n }
  },
})
