import { z } from 'zod'
import { defineCells } from '../families/define-cells.ts'
import { matcher } from '../values/matcher.ts'
import { Pattern } from '../values/pattern.ts'
import { listed } from '../wording/listed.ts'

/** Every value matches any or all of several patterns. */
export const patternList = defineCells({
  id: 'pattern-list',
  title: 'Every value matches any, or all, of several patterns',
  expectation: 'expect_column_values_to_match_regex_list',
  options: z.strictObject({ regex_list: z.array(Pattern).min(1), match_on: z.enum(['any', 'all']).default('any') }),
  demand: (_, { regex_list, match_on }) => {
    const matchers = regex_list.map(matcher)
    const decisive = match_on === 'any' ? 'pass' : 'fail'
    return {
      reads: 'text',
      judge(text) {
        const all = matchers.map(({ judge }) => judge(text))
        if (all.includes(decisive)) return decisive
        return all.includes('undecided') ? 'undecided' : match_on === 'any' ? 'fail' : 'pass'
      },
      failing: `does not match ${match_on === 'any' ? 'any' : 'all'} of ${regex_list.length} patterns`,
      holding: `matches ${match_on} of: ${listed(regex_list)}`,
    }
  },
})
