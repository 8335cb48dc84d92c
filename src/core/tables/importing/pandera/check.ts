import { z } from 'zod'

/** An expectation that says the same as a check of another tool. */
export interface SameExpectation {
  readonly expectation: string
  readonly args: Readonly<Record<string, unknown>>
  readonly severity?: string
}

const Bound = z.union([z.number(), z.string()])
const Values = z.array(z.union([z.string(), z.number(), z.boolean()]))
const Range = z.looseObject({
  min_value: Bound.nullish(),
  max_value: Bound.nullish(),
  include_min: z.boolean().default(true),
  include_max: z.boolean().default(true),
})
const Length = z.looseObject({
  min_value: z.int().nullish(),
  max_value: z.int().nullish(),
  exact_value: z.int().nullish(),
})

const between = (args: Record<string, unknown>) => ({ expectation: 'expect_column_values_to_be_between', args })
const regex = (pattern: string) => ({ expectation: 'expect_column_values_to_match_regex', args: { regex: pattern } })
const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

type Reading = (argument: unknown) => SameExpectation | undefined

/** A reading of one argument, where it is what the check takes. */
const reading =
  <Schema extends z.ZodType>(schema: Schema, same: (argument: z.output<Schema>) => SameExpectation): Reading =>
  argument => {
    const read = schema.safeParse(argument)
    return read.success ? same(read.data) : undefined
  }

const CHECKS: Readonly<Record<string, Reading>> = {
  equal_to: reading(Bound, value => ({
    expectation: 'expect_column_values_to_be_in_set',
    args: { value_set: [value] },
  })),
  not_equal_to: reading(Bound, value => ({
    expectation: 'expect_column_values_to_not_be_in_set',
    args: { value_set: [value] },
  })),
  greater_than: reading(Bound, min_value => between({ min_value, strict_min: true })),
  greater_than_or_equal_to: reading(Bound, min_value => between({ min_value })),
  less_than: reading(Bound, max_value => between({ max_value, strict_max: true })),
  less_than_or_equal_to: reading(Bound, max_value => between({ max_value })),
  in_range: reading(Range, ({ min_value, max_value, include_min, include_max }) =>
    between({
      min_value,
      max_value,
      ...(include_min ? {} : { strict_min: true }),
      ...(include_max ? {} : { strict_max: true }),
    }),
  ),
  isin: reading(Values, value_set => ({ expectation: 'expect_column_values_to_be_in_set', args: { value_set } })),
  notin: reading(Values, value_set => ({ expectation: 'expect_column_values_to_not_be_in_set', args: { value_set } })),
  // Python's re.match is anchored at the start alone.
  str_matches: reading(z.string(), pattern => regex(`^(?:${pattern})`)),
  str_contains: reading(z.string(), regex),
  str_startswith: reading(z.string(), text => regex(`^${literally(text)}`)),
  str_endswith: reading(z.string(), text => regex(`${literally(text)}$`)),
  str_length: reading(Length, ({ min_value, max_value, exact_value }) =>
    exact_value === null || exact_value === undefined
      ? { expectation: 'expect_column_value_lengths_to_be_between', args: { min_value, max_value } }
      : { expectation: 'expect_column_value_lengths_to_equal', args: { value: exact_value } },
  ),
  unique_values_eq: reading(Values, value_set => ({
    expectation: 'expect_column_distinct_values_to_equal_set',
    args: { value_set },
  })),
}

/** The only argument may stand bare, or as `value` or under its own name beside `options`. */
const Running = z.looseObject({ raise_warning: z.boolean().optional() })
const Wrapped = Running.extend({ options: Running.optional() })
/** Keys of a check that say how it runs or reports. */
const RUNNING: ReadonlySet<string> = new Set([
  'options',
  'raise_warning',
  'ignore_na',
  'error',
  'name',
  'title',
  'description',
])

/** A built-in check of Pandera as an expectation; undefined where it is none of them. */
export function panderaCheck(check: string, argument: unknown): SameExpectation | undefined {
  const read = Object.hasOwn(CHECKS, check) ? CHECKS[check] : undefined
  const wrapped = Wrapped.safeParse(argument).data ?? {}
  const rest = Object.fromEntries(Object.entries(wrapped).filter(([key]) => !RUNNING.has(key)))
  const [only, ...others] = Object.values(rest)
  const bare = read?.(argument) ?? read?.(rest) ?? (others.length === 0 ? read?.(only) : undefined)
  return bare && (wrapped.raise_warning || wrapped.options?.raise_warning) ? { ...bare, severity: 'warning' } : bare
}
