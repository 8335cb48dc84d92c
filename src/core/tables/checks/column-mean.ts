import { defineAggregate, noValues } from '../families/define-aggregate.ts'
import { sumOf } from '../measures/exact-sum.ts'
import { sum } from '../measures/sum.ts'

/** The mean of all values. */
export const columnMean = defineAggregate({
  id: 'column-mean',
  title: 'Mean',
  expectation: 'expect_column_mean_to_be_between',
  ofValues: true,
  measures: column => ({ total: sum(column) }),
  finish: ({ total }, column) => (total.n > 0 ? { value: sumOf(total.sum) / total.n, n: total.n } : noValues(column)),
})
