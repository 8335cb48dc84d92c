import { z } from 'zod'
import type { Bound, ResultItem, Said } from '../result-format.ts'

const Raised = z.object({ raised_exception: z.boolean() })
const number = z.custom<number | null | undefined>(value => value == null || typeof value === 'number').optional()

/** One result of a validation: 0.18 says `expectation_type`, 1.x `type`. */
export const ExpectationResult = z.object({
  success: z.boolean().nullable(),
  expectation_config: z.object({
    type: z.string().optional(),
    expectation_type: z.string().optional(),
    kwargs: z.record(z.string(), z.unknown()),
    severity: z.string().nullish(),
  }),
  result: z
    .looseObject({
      element_count: number,
      missing_count: number,
      unexpected_count: number,
      observed_value: z.unknown().optional(),
    })
    .nullish(),
  exception_info: z.union([Raised, z.record(z.string(), z.unknown())]).nullish(),
})
export type ExpectationResult = z.infer<typeof ExpectationResult>

/** The question of one expectation: counts are held against `mostly`, a number against its limits; values are not taken over. */
export function expectationItem(found: ExpectationResult): ResultItem {
  const { expectation_config: config, result } = found
  const { kwargs } = config
  const type = config.type ?? config.expectation_type ?? 'expectation'
  const column = textOf(kwargs.column)
  const of =
    column ??
    [kwargs.column_A, kwargs.column_B, ...listOf(kwargs.column_list), ...listOf(kwargs.column_set)]
      .flatMap(each => textOf(each) ?? [])
      .join('+')
  const name = type.replace(/^expect_/, '').replaceAll('_', '-')
  const breach = config.severity === 'warning' || config.severity === 'info' ? 'warn' : 'fail'
  const said: Said = raised(found) || found.success === null ? 'error' : found.success ? 'pass' : breach
  const what = {
    id: of === '' ? name : `${name}.${of}`,
    title: of === '' ? type : `${of}: ${type}`,
    ...(column === undefined ? {} : { column }),
    said,
  }
  const { element_count: rows, unexpected_count: unexpected } = result ?? {}
  if (typeof rows === 'number' && typeof unexpected === 'number') {
    const n = rows - (result?.missing_count ?? 0)
    const mostly = kwargs.mostly ?? 1
    return {
      ...what,
      // With nothing to look at Great Expectations calls every expectation met.
      value: n > 0 ? (n - unexpected) / n : Number.NaN,
      unit: 'share of values',
      ...(Number.isInteger(n) && n >= 0 ? { n } : {}),
      bounds: typeof mostly === 'number' ? [{ comparator: '>=', value: mostly, breach }] : [],
      ...(n > 0 ? {} : { note: 'there was no value to look at' }),
    }
  }
  const bounds = limitsOf(type, kwargs, breach)
  const observed = result?.observed_value
  if (bounds.length === 0 || (observed !== null && typeof observed !== 'number')) return { ...what, bounds: [] }
  return { ...what, value: observed ?? Number.NaN, bounds }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** One exception, or in 1.x one per metric. */
function raised({ exception_info: info }: ExpectationResult): boolean {
  return [info, ...Object.values(info ?? {})].some(each => Raised.safeParse(each).data?.raised_exception === true)
}

function limitsOf(type: string, kwargs: Readonly<Record<string, unknown>>, breach: Bound['breach']): Bound[] {
  const { min_value: min, max_value: max, strict_min, strict_max, value } = kwargs
  if (type.endsWith('_to_equal')) return typeof value === 'number' ? [{ comparator: '=', value, breach }] : []
  if (!type.endsWith('_to_be_between')) return []
  return [
    ...(typeof min === 'number'
      ? [{ comparator: strict_min === true ? ('>' as const) : ('>=' as const), value: min, breach }]
      : []),
    ...(typeof max === 'number'
      ? [{ comparator: strict_max === true ? ('<' as const) : ('<=' as const), value: max, breach }]
      : []),
  ]
}
