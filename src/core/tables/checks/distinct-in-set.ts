import { defineValueSet } from '../families/define-value-set.ts'

/** All different values are among those of a set. */
export const distinctInSet = defineValueSet({
  id: 'distinct-in-set',
  title: 'All different values are among those of a set',
  expectation: 'expect_column_distinct_values_to_be_in_set',
  words: 'are all among',
  fault: (counts, { has }, listed) => {
    const others = [...counts.keys()].filter(text => !has(text))
    return others.length > 0 ? `holds ${listed(others)} beside those of the set` : undefined
  },
})
