import { defineAggregate, noValues } from '../families/define-aggregate.ts'
import { extent } from '../measures/extent.ts'

/** The greatest value less the smallest. */
export const columnRange = defineAggregate({
  id: 'column-range',
  title: 'Range',
  expectation: 'expect_column_range_to_be_between',
  ofValues: true,
  measures: column => ({ values: extent(column) }),
  finish: ({ values: { n, low, high } }, column) => (n > 0 ? { value: high - low, n } : noValues(column)),
})
