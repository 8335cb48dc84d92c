import { z } from 'zod'
import { likeExpression } from '../conditions/like-expression.ts'
import { defineCells } from '../families/define-cells.ts'
import { listed } from '../wording/listed.ts'

/** Every value is like any or all of several patterns of SQL. */
export const likeList = defineCells({
  id: 'like-list',
  title: 'Every value is like any, or all, of several patterns of SQL',
  expectation: 'expect_column_values_to_match_like_pattern_list',
  options: z.strictObject({
    like_pattern_list: z.array(z.string()).min(1),
    match_on: z.enum(['any', 'all']).default('any'),
  }),
  demand: (_, { like_pattern_list, match_on }) => {
    const expressions = like_pattern_list.map(likeExpression)
    const holds = (text: string) =>
      match_on === 'any'
        ? expressions.some(expression => expression.test(text))
        : expressions.every(expression => expression.test(text))
    return {
      reads: 'text',
      judge: text => (holds(text) ? 'pass' : 'fail'),
      failing: `is not like ${match_on === 'any' ? 'any' : 'all'} of ${like_pattern_list.length} patterns`,
      holding: `is like ${match_on} of: ${listed(like_pattern_list)}`,
    }
  },
})
