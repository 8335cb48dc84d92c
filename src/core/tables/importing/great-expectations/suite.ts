import { z } from 'zod'

const Expectation = z
  .looseObject({
    /** Since 1.0. */
    type: z.string().optional(),
    /** Up to 0.18. */
    expectation_type: z.string().optional(),
    kwargs: z.record(z.string(), z.unknown()).optional(),
    severity: z.string().nullish(),
  })
  .transform(({ type, expectation_type, kwargs, severity }) => ({
    name: type ?? expectation_type ?? '',
    kwargs: kwargs ?? {},
    severity,
  }))

/** What is read of a suite, of 0.18 and of 1.x. */
export const Suite = z
  .looseObject({
    name: z.string().nullish(),
    expectation_suite_name: z.string().nullish(),
    expectations: z.array(Expectation),
  })
  .transform(({ name, expectation_suite_name, expectations }) => ({
    name: name ?? expectation_suite_name ?? undefined,
    expectations,
  }))
export type Suite = z.infer<typeof Suite>
