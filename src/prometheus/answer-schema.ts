import { z } from 'zod'

/** What the HTTP API answers to a range query. Values are texts: "NaN" and "+Inf" are among them. */
export const RangeAnswer = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('matrix'),
    result: z
      .array(
        z.object({
          metric: z.record(z.string(), z.string()),
          values: z.array(z.tuple([z.number(), z.string()])).default([]),
        }),
      )
      .max(10_000),
  }),
})

/** What it answers where it can't. */
export const ErrorAnswer = z.object({ status: z.literal('error'), error: z.string(), errorType: z.string().optional() })
