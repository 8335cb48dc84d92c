import { defineAggregate, noValues } from '../families/define-aggregate.ts'
import { extent } from '../measures/extent.ts'

/** The smallest value. */
export const columnMin = defineAggregate({
  id: 'column-min',
  title: 'Smallest value',
  expectation: 'expect_column_min_to_be_between',
  ofValues: true,
  measures: column => ({ values: extent(column) }),
  finish: ({ values: { n, low } }, column) => (n > 0 ? { value: low, n } : noValues(column)),
})
