import { defineAggregate, noSpread } from '../families/define-aggregate.ts'
import { centralMoments } from '../measures/central-moments.ts'
import { powerSums } from '../measures/power-sums.ts'

/** The variance of the sample (n − 1). */
export const columnVariance = defineAggregate({
  id: 'column-variance',
  title: 'Variance',
  expectation: 'expect_column_variance_to_be_between',
  ofValues: true,
  measures: column => ({ powers: powerSums(column, 2) }),
  finish: ({ powers }, column) => {
    const { variance } = centralMoments(powers) ?? { variance: undefined }
    const value = variance
    return value === undefined ? noSpread(column) : { value, n: powers.n }
  },
})
