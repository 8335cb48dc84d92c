import { z } from 'zod'
import { defineOrder } from '../families/define-order.ts'

/** Values do not rise from row to row; strictly, they fall. */
export const decreasing = defineOrder({
  id: 'decreasing',
  title: 'Values fall from row to row',
  expectation: 'expect_column_values_to_be_decreasing',
  options: z.strictObject({ strictly: z.boolean().default(false) }),
  may: ({ strictly }) => (strictly ? (a, b) => b < a : (a, b) => b <= a),
  words: ({ strictly }) => (strictly ? 'is less than the one before' : 'is no greater than the one before'),
})
