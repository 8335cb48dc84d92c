import { z } from 'zod'
import { LimitText, NONE, readLimit, type Tolerance } from './tolerance.ts'

/** What every expectation under `engine: proofmark` may say beside its own arguments. */
export const Implementation = z.looseObject({
  /** Its name, that of Great Expectations where it has one. */
  expectation: z.string({ error: 'the name of an expectation' }),
  /** Rows it is asked of. */
  where: z.string({ error: 'a condition as text' }).min(1).optional(),
  /** Great Expectations' word: least share of rows that must keep it. */
  mostly: z.number().min(0).max(1).optional(),
  fail_above: LimitText.optional(),
  warn_above: LimitText.optional(),
})
export type Implementation = z.infer<typeof Implementation>

/** Its own arguments. */
export const argumentsOf = (implementation: Implementation): Record<string, unknown> =>
  Object.fromEntries(Object.entries(implementation).filter(([key]) => !(key in Implementation.shape)))

/** What it tolerates. */
export function toleranceOf({ mostly, fail_above, warn_above }: Implementation): Tolerance {
  const least = mostly === undefined ? NONE : { share: 1 - mostly }
  return {
    fail: fail_above === undefined ? least : readLimit(fail_above),
    ...(warn_above === undefined ? {} : { warn: readLimit(warn_above) }),
  }
}
