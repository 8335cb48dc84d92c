import { z } from 'zod'
import { defineOrder } from '../families/define-order.ts'

/** Values do not fall from row to row; strictly, they rise. */
export const increasing = defineOrder({
  id: 'increasing',
  title: 'Values rise from row to row',
  expectation: 'expect_column_values_to_be_increasing',
  options: z.strictObject({ strictly: z.boolean().default(false) }),
  may: ({ strictly }) => (strictly ? (a, b) => b > a : (a, b) => b >= a),
  words: ({ strictly }) => (strictly ? 'is greater than the one before' : 'is no less than the one before'),
})
