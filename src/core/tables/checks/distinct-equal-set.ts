import { defineValueSet } from '../families/define-value-set.ts'

/** The different values are those of a set, all of them and no others. */
export const distinctEqualSet = defineValueSet({
  id: 'distinct-equal-set',
  title: 'The different values are just those of a set',
  expectation: 'expect_column_distinct_values_to_equal_set',
  words: 'are just',
  fault: (counts, { has, missing }, listed) => {
    const absent = missing(counts)
    const others = [...counts.keys()].filter(text => !has(text))
    if (absent.length > 0) return `lacks ${listed(absent)}`
    return others.length > 0 ? `holds ${listed(others)} beside those of the set` : undefined
  },
})
