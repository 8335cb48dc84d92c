import { z } from 'zod'

const Ends = z.strictObject({
  greater_than: z.number().optional(),
  greater_than_or_equal: z.number().optional(),
  less_than: z.number().optional(),
  less_than_or_equal: z.number().optional(),
})

/** What a check of a Soda contract demands of its number. */
export const Threshold = z.strictObject({
  metric: z.enum(['count', 'percent']).default('count'),
  level: z.enum(['fail', 'warn']).default('fail'),
  unit: z.enum(['minute', 'hour', 'day']).optional(),
  must_be: z.number().optional(),
  must_not_be: z.number().optional(),
  must_be_greater_than: z.number().optional(),
  must_be_greater_than_or_equal: z.number().optional(),
  must_be_less_than: z.number().optional(),
  must_be_less_than_or_equal: z.number().optional(),
  must_be_between: Ends.optional(),
})
export type Threshold = z.infer<typeof Threshold>

const OPERATORS = {
  must_be: 'mustBe',
  must_not_be: 'mustNotBe',
  must_be_greater_than: 'mustBeGreaterThan',
  must_be_greater_than_or_equal: 'mustBeGreaterOrEqualTo',
  must_be_less_than: 'mustBeLessThan',
  must_be_less_than_or_equal: 'mustBeLessOrEqualTo',
} as const
const ENDS = {
  greater_than: 'mustBeGreaterThan',
  greater_than_or_equal: 'mustBeGreaterOrEqualTo',
  less_than: 'mustBeLessThan',
  less_than_or_equal: 'mustBeLessOrEqualTo',
} as const

/** The demands as operators of the standard's library, each for a rule of its own: all must hold. */
export function operatorsOf(threshold: Threshold): (readonly [string, number])[] {
  const single = keysOf(OPERATORS).map(key => [OPERATORS[key], threshold[key]] as const)
  const ends = keysOf(ENDS).map(key => [ENDS[key], threshold.must_be_between?.[key]] as const)
  return [...single, ...ends].flatMap(([operator, limit]) => (limit === undefined ? [] : [[operator, limit] as const]))
}

/** The demands as a number that is tolerated, for an expectation; undefined where they are more than that. */
export function toleratedBy(threshold: Threshold): number | string | undefined {
  const [only, ...others] = operatorsOf(threshold)
  if (!only || others.length > 0) return only ? undefined : 0
  const [operator, limit] = only
  const percent = threshold.metric === 'percent'
  const most =
    operator === 'mustBeLessOrEqualTo' || (operator === 'mustBe' && limit === 0)
      ? limit
      : operator === 'mustBeLessThan' && !percent && Number.isInteger(limit)
        ? limit - 1
        : undefined
  return most === undefined || !percent ? most : `${most} %`
}

/** The ends of the range that a number must be in, for an expectation; undefined where they are something else. */
export function rangeBy(threshold: Threshold): Readonly<Record<string, unknown>> | undefined {
  const range: Record<string, unknown> = {}
  for (const [operator, limit] of operatorsOf(threshold)) {
    if (operator === 'mustBeGreaterThan') Object.assign(range, { min_value: limit, strict_min: true })
    else if (operator === 'mustBeGreaterOrEqualTo') range.min_value = limit
    else if (operator === 'mustBeLessThan') Object.assign(range, { max_value: limit, strict_max: true })
    else if (operator === 'mustBeLessOrEqualTo') range.max_value = limit
    else if (operator === 'mustBe') Object.assign(range, { min_value: limit, max_value: limit })
    else return undefined
  }
  return Object.keys(range).length > 0 ? range : undefined
}

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(record).filter((key): key is Key => key in record)
