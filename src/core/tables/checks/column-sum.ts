import { defineAggregate, noValues } from '../families/define-aggregate.ts'
import { sumOf } from '../measures/exact-sum.ts'
import { sum } from '../measures/sum.ts'

/** The sum of all values, rounded once. */
export const columnSum = defineAggregate({
  id: 'column-sum',
  title: 'Sum',
  expectation: 'expect_column_sum_to_be_between',
  ofValues: true,
  measures: column => ({ total: sum(column) }),
  finish: ({ total }, column) => (total.n > 0 ? { value: sumOf(total.sum), n: total.n } : noValues(column)),
})
