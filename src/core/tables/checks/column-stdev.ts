import { defineAggregate, noSpread } from '../families/define-aggregate.ts'
import { centralMoments } from '../measures/central-moments.ts'
import { powerSums } from '../measures/power-sums.ts'

/** The standard deviation of the sample (n − 1). */
export const columnStdev = defineAggregate({
  id: 'column-stdev',
  title: 'Standard deviation',
  expectation: 'expect_column_stdev_to_be_between',
  ofValues: true,
  measures: column => ({ powers: powerSums(column, 2) }),
  finish: ({ powers }, column) => {
    const { variance } = centralMoments(powers) ?? { variance: undefined }
    const value = variance === undefined ? undefined : Math.sqrt(variance)
    return value === undefined ? noSpread(column) : { value, n: powers.n }
  },
})
