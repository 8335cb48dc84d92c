import { defineValueSet } from '../families/define-value-set.ts'

/** All values of a set occur. */
export const distinctContainSet = defineValueSet({
  id: 'distinct-contain-set',
  title: 'All values of a set occur',
  expectation: 'expect_column_distinct_values_to_contain_set',
  words: 'contain',
  fault: (counts, { texts, missing }, listed) => {
    const absent = missing(counts)
    return absent.length > 0 ? `lacks ${listed(absent)} of ${texts.length} values` : undefined
  },
})
