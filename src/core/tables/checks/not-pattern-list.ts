import { z } from 'zod'
import { defineCells } from '../families/define-cells.ts'
import { matcher } from '../values/matcher.ts'
import { Pattern } from '../values/pattern.ts'
import { listed } from '../wording/listed.ts'

/** No value matches any of several patterns. */
export const notPatternList = defineCells({
  id: 'not-pattern-list',
  title: 'No value matches any of several patterns',
  expectation: 'expect_column_values_to_not_match_regex_list',
  options: z.strictObject({ regex_list: z.array(Pattern).min(1) }),
  demand: (_, { regex_list }) => {
    const matchers = regex_list.map(matcher)
    return {
      reads: 'text',
      judge(text) {
        const all = matchers.map(({ judge }) => judge(text))
        if (all.includes('pass')) return 'fail'
        return all.includes('undecided') ? 'undecided' : 'pass'
      },
      failing: `matches one of ${regex_list.length} patterns`,
      holding: `matches none of: ${listed(regex_list)}`,
      undecided: matchers[0]?.undecided ?? '',
    }
  },
})
