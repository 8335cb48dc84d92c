import { defineAggregate, noValues } from '../families/define-aggregate.ts'
import { quantileOf } from '../families/quantile-of.ts'
import { rowSample } from '../measures/row-sample.ts'

/** The median; of more than 20 000 rows, from a sample of them, with an interval. */
export const columnMedian = defineAggregate({
  id: 'column-median',
  title: 'Median',
  expectation: 'expect_column_median_to_be_between',
  ofValues: true,
  measures: column => ({ sample: rowSample([column]) }),
  finish: ({ sample }, column) => quantileOf(sample, 0.5) ?? noValues(column),
})
