import { z } from 'zod'

/** The ends of a range, as Great Expectations names them; at least one. */
export const RangeOptions = z
  .strictObject({
    min_value: z.number().optional(),
    max_value: z.number().optional(),
    strict_min: z.boolean().optional(),
    strict_max: z.boolean().optional(),
  })
  .refine(({ min_value, max_value }) => min_value !== undefined || max_value !== undefined, {
    error: 'min_value or max_value',
  })
  .refine(({ min_value = Number.NEGATIVE_INFINITY, max_value = Number.POSITIVE_INFINITY }) => min_value <= max_value, {
    error: 'a min_value that is at most max_value',
  })
export type RangeOptions = z.infer<typeof RangeOptions>
