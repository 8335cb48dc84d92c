import { z } from 'zod'
import { likeExpression } from '../conditions/like-expression.ts'
import { defineCells } from '../families/define-cells.ts'
import { shown } from '../wording/shown.ts'

/** Every value is like a pattern of SQL: `%%` is any text, `_` any character. */
export const like = defineCells({
  id: 'like',
  title: 'Every value is like a pattern of SQL',
  expectation: 'expect_column_values_to_match_like_pattern',
  options: z.strictObject({ like_pattern: z.string() }),
  demand: (_, { like_pattern }) => {
    const expression = likeExpression(like_pattern)
    return {
      reads: 'text',
      judge: text => (expression.test(text) ? 'pass' : 'fail'),
      failing: `is not like ${shown(like_pattern)}`,
      holding: `is like ${shown(like_pattern)}`,
    }
  },
})
