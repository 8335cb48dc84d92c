import { z } from 'zod'

const Config = z.looseObject({
  severity: z.string().optional(),
  where: z.string().optional(),
  warn_if: z.string().optional(),
  error_if: z.string().optional(),
})
type Config = z.infer<typeof Config>

/** A generic test of dbt, as far as it is understood. */
export type DbtTest =
  | { readonly reason: string }
  | {
      readonly native: 'required' | 'unique'
      readonly config: Config
      readonly expectation: string
      readonly args: Args
      readonly ofTable?: true
    }
  | { readonly to: string; readonly config: Config }
  | { readonly expectation: string; readonly args: Args; readonly config: Config; readonly ofTable?: true }

type Args = Readonly<Record<string, unknown>>
type Reading = (
  args: Args,
  column: string | undefined,
) => { readonly expectation: string; readonly args: Args; readonly ofTable?: true } | undefined

/** Keys of a test that say how it runs or reports. */
const RUNNING = [
  'name',
  'description',
  'config',
  'severity',
  'where',
  'warn_if',
  'error_if',
  'limit',
  'store_failures',
  'tags',
  'meta',
  'enabled',
  'arguments',
  'group_by_columns',
  'quote',
]

const plain =
  (expectation: string, args: Args = {}): Reading =>
  () => ({ expectation, args })

/** Tests of dbt and dbt_utils as expectations. */
const TESTS: Readonly<Record<string, Reading>> = {
  not_null: plain('expect_column_values_to_not_be_null'),
  unique: plain('expect_column_values_to_be_unique'),
  accepted_values: ({ values }) => ({ expectation: 'expect_column_values_to_be_in_set', args: { value_set: values } }),
  'dbt_utils.not_accepted_values': ({ values }) => ({
    expectation: 'expect_column_values_to_not_be_in_set',
    args: { value_set: values },
  }),
  'dbt_utils.not_null_proportion': ({ at_least = 0, at_most = 1 }) =>
    at_most === 1 ? { expectation: 'expect_column_values_to_not_be_null', args: { mostly: at_least } } : undefined,
  'dbt_utils.accepted_range': ({ min_value, max_value, inclusive = true }) => ({
    expectation: 'expect_column_values_to_be_between',
    args: {
      min_value,
      max_value,
      ...(inclusive === false && min_value !== undefined ? { strict_min: true } : {}),
      ...(inclusive === false && max_value !== undefined ? { strict_max: true } : {}),
    },
  }),
  'dbt_utils.not_empty_string': plain('expect_column_values_to_not_match_regex', { regex: '^\\s*$' }),
  'dbt_utils.not_constant': plain('expect_column_unique_value_count_to_be_between', { min_value: 2 }),
  'dbt_utils.unique_combination_of_columns': ({ combination_of_columns }) => ({
    expectation: 'expect_compound_columns_to_be_unique',
    args: { column_list: combination_of_columns },
    ofTable: true,
  }),
  'dbt_utils.expression_is_true': ({ expression }, column) =>
    typeof expression === 'string'
      ? {
          expectation: 'expect_rows_to_satisfy',
          args: { condition: column === undefined ? expression : `"${column}" ${expression}` },
          ofTable: true,
        }
      : undefined,
  'dbt_utils.sequential_values': ({ interval = 1, datepart }) =>
    datepart === undefined
      ? { expectation: 'expect_column_values_to_be_sequential', args: { step: interval } }
      : undefined,
}

const REFERENCE = /^\s*\{?\{?\s*(?:ref|source)\(\s*(?:(['"])[^'"]*\1\s*,\s*)?(['"])(?<table>[^'"]+)\2\s*\)\s*\}?\}?\s*$/

/** A generic test by its name and what is written under it. */
export function dbtTest(name: string, given: unknown, column: string | undefined): DbtTest {
  const written = z.record(z.string(), z.unknown()).safeParse(given ?? {}).data
  if (!written) return { reason: 'its arguments are no map' }
  const config = Config.safeParse({ ...written, ...z.looseObject({}).safeParse(written.config).data }).data
  if (!config) return { reason: 'its config is not understood' }
  if (JSON.stringify(written).includes('{{') && name !== 'relationships')
    return { reason: 'it holds Jinja, known only to dbt' }
  if (written.group_by_columns !== undefined) return { reason: 'it is of groups of rows' }
  const severity = config.severity?.toLowerCase() === 'warn' ? { severity: 'warning' } : {}
  const settled = { where: config.where, warn_if: config.warn_if, error_if: config.error_if, ...severity }
  const inner = z.record(z.string(), z.unknown()).safeParse(written.arguments).data
  const args = Object.fromEntries(Object.entries({ ...written, ...inner }).filter(([key]) => !RUNNING.includes(key)))
  const bare = config.where === undefined && config.warn_if === undefined && config.error_if === undefined

  if (name === 'relationships') {
    const table = REFERENCE.exec(String(args.to))?.groups?.table
    if (table === undefined || typeof args.field !== 'string') return { reason: 'what it refers to is not understood' }
    return bare ? { to: `${table}.${args.field}`, config: settled } : { reason: 'a relationship has no conditions' }
  }
  const read = Object.hasOwn(TESTS, name) ? TESTS[name]?.(args, column) : sameName(name, args)
  if (!read) return { reason: 'Proofmark has no such check' }
  const native = name === 'not_null' ? 'required' : name === 'unique' ? 'unique' : undefined
  return native && bare ? { ...read, native, config: settled } : { ...read, config: settled }
}

/** dbt_expectations has the names and arguments of Great Expectations. */
function sameName(name: string, args: Args): ReturnType<Reading> {
  if (!name.startsWith('dbt_expectations.expect_')) return undefined
  const { row_condition, ...rest } = args
  return {
    expectation: name.slice('dbt_expectations.'.length),
    args: { ...rest, ...(typeof row_condition === 'string' ? { where: row_condition } : {}) },
  }
}
