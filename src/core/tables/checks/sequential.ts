import { z } from 'zod'
import { defineOrder } from '../families/define-order.ts'

/** Each value is the one before plus a step, within a billionth of it. */
export const sequential = defineOrder({
  id: 'sequential',
  title: 'Each value is the one before plus a step',
  expectation: 'expect_column_values_to_be_sequential',
  options: z.strictObject({ step: z.number().default(1) }),
  may:
    ({ step }) =>
    (a, b) =>
      Math.abs(b - a - step) <= 1e-9 * Math.max(1, Math.abs(step)),
  words: ({ step }) => `is the one before plus ${step}`,
})
