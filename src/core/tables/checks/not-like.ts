import { z } from 'zod'
import { likeExpression } from '../conditions/like-expression.ts'
import { defineCells } from '../families/define-cells.ts'
import { shown } from '../wording/shown.ts'

/** No value is like a pattern of SQL. */
export const notLike = defineCells({
  id: 'not-like',
  title: 'No value is like a pattern of SQL',
  expectation: 'expect_column_values_to_not_match_like_pattern',
  options: z.strictObject({ like_pattern: z.string() }),
  demand: (_, { like_pattern }) => {
    const expression = likeExpression(like_pattern)
    return {
      reads: 'text',
      judge: text => (expression.test(text) ? 'fail' : 'pass'),
      failing: `is like ${shown(like_pattern)}`,
      holding: `is not like ${shown(like_pattern)}`,
    }
  },
})
