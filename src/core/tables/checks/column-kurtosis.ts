import { defineAggregate, noSpread } from '../families/define-aggregate.ts'
import { centralMoments } from '../measures/central-moments.ts'
import { powerSums } from '../measures/power-sums.ts'

/** The excess kurtosis, as scipy.stats.kurtosis has it. */
export const columnKurtosis = defineAggregate({
  id: 'column-kurtosis',
  title: 'Kurtosis',
  expectation: 'expect_column_kurtosis_to_be_between',
  ofValues: true,
  measures: column => ({ powers: powerSums(column, 4) }),
  finish: ({ powers }, column) => {
    const { kurtosis } = centralMoments(powers) ?? { kurtosis: undefined }
    const value = kurtosis
    return value === undefined ? noSpread(column) : { value, n: powers.n }
  },
})
