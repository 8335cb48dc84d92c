import { defineAggregate, noValues } from '../families/define-aggregate.ts'
import { extent } from '../measures/extent.ts'

/** The greatest value. */
export const columnMax = defineAggregate({
  id: 'column-max',
  title: 'Greatest value',
  expectation: 'expect_column_max_to_be_between',
  ofValues: true,
  measures: column => ({ values: extent(column) }),
  finish: ({ values: { n, high } }, column) => (n > 0 ? { value: high, n } : noValues(column)),
})
