import { z } from 'zod'
import { likeExpression } from '../conditions/like-expression.ts'
import { defineCells } from '../families/define-cells.ts'
import { listed } from '../wording/listed.ts'

/** No value is like any of several patterns of SQL. */
export const notLikeList = defineCells({
  id: 'not-like-list',
  title: 'No value is like any of several patterns of SQL',
  expectation: 'expect_column_values_to_not_match_like_pattern_list',
  options: z.strictObject({ like_pattern_list: z.array(z.string()).min(1) }),
  demand: (_, { like_pattern_list }) => {
    const expressions = like_pattern_list.map(likeExpression)
    return {
      reads: 'text',
      judge: text => (expressions.some(expression => expression.test(text)) ? 'fail' : 'pass'),
      failing: `is like one of ${like_pattern_list.length} patterns`,
      holding: `is like none of: ${listed(like_pattern_list)}`,
    }
  },
})
