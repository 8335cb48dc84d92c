import { defineAggregate, noValues } from '../families/define-aggregate.ts'
import { textLengths } from '../measures/text-lengths.ts'

/** The mean length of the filled cells, in Unicode code points. */
export const meanLength = defineAggregate({
  id: 'mean-length',
  title: 'Mean length',
  expectation: 'expect_column_value_lengths_mean_to_be_between',
  ofValues: false,
  measures: column => ({ lengths: textLengths(column) }),
  finish: ({ lengths: { n, total } }, column) => (n > 0 ? { value: total / n, n } : noValues(column)),
})
