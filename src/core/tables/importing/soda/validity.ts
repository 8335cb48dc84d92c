import { z } from 'zod'

const Scalars = z.array(z.union([z.string(), z.number(), z.boolean()]))
const Format = z.union([z.string(), z.looseObject({ regex: z.string() }).transform(({ regex }) => regex)])
const Validity = z.looseObject({
  valid_values: Scalars.optional(),
  invalid_values: Scalars.optional(),
  valid_min: z.number().optional(),
  valid_max: z.number().optional(),
  valid_length: z.int().optional(),
  valid_min_length: z.int().optional(),
  valid_max_length: z.int().optional(),
  valid_format: Format.optional(),
  invalid_format: Format.optional(),
  missing_values: z.array(z.unknown()).optional(),
})

/** Keys that say what is valid, of a check or of all checks of a column. */
export const VALIDITY: ReadonlySet<string> = new Set(Object.keys(Validity.shape))

/** What a Soda check says is valid, as expectations that must all hold; undefined where it says more. */
export function validity(given: Readonly<Record<string, unknown>>) {
  const said = Object.keys(given).filter(key => /^(in)?valid_/.test(key))
  const read = Validity.safeParse(given)
  if (said.length === 0 || !read.success || said.some(key => !VALIDITY.has(key))) return undefined
  const { data } = read
  const expect = (expectation: string, args: Readonly<Record<string, unknown>>) => ({ expectation, args })
  const has = (...keys: (keyof typeof data)[]) => keys.some(key => data[key] !== undefined)
  return [
    ...(has('valid_values') ? [expect('expect_column_values_to_be_in_set', { value_set: data.valid_values })] : []),
    ...(has('invalid_values')
      ? [expect('expect_column_values_to_not_be_in_set', { value_set: data.invalid_values })]
      : []),
    ...(has('valid_min', 'valid_max')
      ? [expect('expect_column_values_to_be_between', { min_value: data.valid_min, max_value: data.valid_max })]
      : []),
    ...(has('valid_length') ? [expect('expect_column_value_lengths_to_equal', { value: data.valid_length })] : []),
    ...(has('valid_min_length', 'valid_max_length')
      ? [
          expect('expect_column_value_lengths_to_be_between', {
            min_value: data.valid_min_length,
            max_value: data.valid_max_length,
          }),
        ]
      : []),
    ...(has('valid_format') ? [expect('expect_column_values_to_match_regex', { regex: data.valid_format })] : []),
    ...(has('invalid_format')
      ? [expect('expect_column_values_to_not_match_regex', { regex: data.invalid_format })]
      : []),
  ]
}
