import { defineAggregate, noSpread } from '../families/define-aggregate.ts'
import { centralMoments } from '../measures/central-moments.ts'
import { powerSums } from '../measures/power-sums.ts'

/** The Fisher–Pearson coefficient of skewness, as scipy.stats.skew has it. */
export const columnSkewness = defineAggregate({
  id: 'column-skewness',
  title: 'Skewness',
  expectation: 'expect_column_skewness_to_be_between',
  ofValues: true,
  measures: column => ({ powers: powerSums(column, 4) }),
  finish: ({ powers }, column) => {
    const { skewness } = centralMoments(powers) ?? { skewness: undefined }
    const value = skewness
    return value === undefined ? noSpread(column) : { value, n: powers.n }
  },
})
