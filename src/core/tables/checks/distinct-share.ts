import { defineAggregate, noValues } from '../families/define-aggregate.ts'
import { distinctCount, distinctIn } from '../measures/distinct-count.ts'

/** The number of different values over that of filled cells. */
export const distinctShare = defineAggregate({
  id: 'distinct-share',
  title: 'Share of different values',
  expectation: 'expect_column_proportion_of_unique_values_to_be_between',
  ofValues: false,
  measures: column => ({ distinct: distinctCount(column) }),
  finish: ({ distinct }, column) => {
    const { n } = distinct
    if (n === 0) return noValues(column)
    const { value, interval } = distinctIn(distinct)
    return { value: value / n, n, ...(interval ? { interval: [interval[0] / n, interval[1] / n] as const } : {}) }
  },
})
