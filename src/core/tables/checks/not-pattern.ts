import { z } from 'zod'
import { defineCells } from '../families/define-cells.ts'
import { matcher, OPPOSITE } from '../values/matcher.ts'
import { Pattern } from '../values/pattern.ts'
import { shown } from '../wording/shown.ts'

/** No value matches a pattern. */
export const notPattern = defineCells({
  id: 'not-pattern',
  title: 'No value matches the pattern',
  expectation: 'expect_column_values_to_not_match_regex',
  options: z.strictObject({ regex: Pattern }),
  demand: (_, { regex }) => {
    const { judge, undecided } = matcher(regex)
    return {
      reads: 'text',
      judge: text => OPPOSITE[judge(text)],
      failing: `matches ${shown(regex)}`,
      holding: `does not match ${shown(regex)}`,
      undecided,
    }
  },
})
