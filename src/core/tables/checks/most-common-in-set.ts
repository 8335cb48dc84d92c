import { defineValueSet } from '../families/define-value-set.ts'

/** The most common value is one of a set; where several are equally common, all of them are. */
export const mostCommonInSet = defineValueSet({
  id: 'most-common-in-set',
  title: 'The most common value is one of a set',
  expectation: 'expect_column_most_common_value_to_be_in_set',
  words: 'have their most common among',
  fault: (counts, { has }, listed) => {
    const most = Math.max(...counts.values())
    const commonest = [...counts].filter(([, count]) => count === most).map(([text]) => text)
    return commonest.every(has) ? undefined : `holds ${listed(commonest)} most often`
  },
})
