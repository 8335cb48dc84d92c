import { defineAggregate, noValues } from '../families/define-aggregate.ts'
import { quantileOf } from '../families/quantile-of.ts'
import { rowSample } from '../measures/row-sample.ts'

/** The range between the quartiles; of more than 20 000 rows, from a sample of them, with an interval. */
export const columnIqr = defineAggregate({
  id: 'column-iqr',
  title: 'Interquartile range',
  expectation: 'expect_column_iqr_to_be_between',
  ofValues: true,
  measures: column => ({ sample: rowSample([column]) }),
  finish: ({ sample }, column) => {
    const [lower, upper] = [quantileOf(sample, 0.25), quantileOf(sample, 0.75)]
    if (!lower || !upper) return noValues(column)
    const value = upper.value - lower.value
    const [low, high] = [lower.interval, upper.interval]
    return { ...upper, value, ...(low && high ? { interval: [high[0] - low[1], high[1] - low[0]] as const } : {}) }
  },
})
