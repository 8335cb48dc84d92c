import { z } from 'zod'
import type { Column } from '../column.ts'
import type { LogicalTypeOptions } from '../contract/property.ts'
import { readBound } from '../contract/read-bound.ts'
import { defineCheck } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { type CellDemand, cellRules } from '../families/define-cells.ts'
import { unknownOffset } from '../temporal/unknown-offset.ts'
import { type CellRule, perCell } from '../verdicts/cell-check.ts'
import { shown } from '../wording/shown.ts'

const Bound = z.union([z.number(), z.string()], { error: 'a number, or a date as text' })
const between = ofColumn(
  'expect_column_values_to_be_between',
  z
    .strictObject({
      min_value: Bound.optional(),
      max_value: Bound.optional(),
      strict_min: z.boolean().default(false),
      strict_max: z.boolean().default(false),
    })
    .refine(({ min_value, max_value }) => min_value !== undefined || max_value !== undefined, {
      error: 'min_value or max_value',
    }),
)

/** The four limits of the standard: how they are said, and when a value keeps one. */
const BOUNDS = [
  { key: 'minimum', words: 'at least', broken: 'below', holds: (value: number, bound: number) => value >= bound },
  {
    key: 'exclusiveMinimum',
    words: 'more than',
    broken: 'not above',
    holds: (value: number, bound: number) => value > bound,
  },
  { key: 'maximum', words: 'at most', broken: 'above', holds: (value: number, bound: number) => value <= bound },
  {
    key: 'exclusiveMaximum',
    words: 'less than',
    broken: 'not below',
    holds: (value: number, bound: number) => value < bound,
  },
] as const

/** Every value is within minimum, maximum and their exclusive forms; numbers compare as IEEE 754 doubles, times in UTC. */
export const range = defineCheck({
  id: 'range',
  title: 'Every value is within the limits',
  expectations: [between],
  rules: table => [
    ...table.columns.flatMap((column): CellRule[] => {
      const bounds = boundsOf(column, column.options)
      const [first] = bounds
      if (!first || !column.reader || unknownOffset(column)) return []
      return [
        {
          id: `${column.name}.range`,
          title: `Every value of ${shown(column.name)} is ${words(bounds)}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', first.key),
          ...within(column, bounds),
        },
      ]
    }),
    ...cellRules(table, between, (column, { min_value, max_value, strict_min, strict_max }) => {
      const bounds = boundsOf(column, {
        ...(min_value === undefined ? {} : { [strict_min ? 'exclusiveMinimum' : 'minimum']: min_value }),
        ...(max_value === undefined ? {} : { [strict_max ? 'exclusiveMaximum' : 'maximum']: max_value }),
      })
      return { ...within(column, bounds), holding: `is ${words(bounds)}` }
    }),
  ],
  ...perCell,
})

type Bounds = ReturnType<typeof boundsOf>

const words = (bounds: Bounds): string => bounds.map(({ words, limit }) => `${words} ${limit}`).join(' and ')

/** How values are judged by bounds; of a column without values, and by bounds that are none, nothing can be told. */
function within(column: Column, bounds: Bounds): CellDemand {
  const readable = bounds.every(({ bound }) => !Number.isNaN(bound))
  const numeric = typeof bounds[0]?.limit === 'number'
  return {
    reads: 'value',
    ...closed(bounds),
    isExact: true,
    judge(_, value) {
      if (Number.isNaN(value) || !readable) return 'undecided'
      return bounds.every(({ holds, bound }) => holds(value, bound)) ? 'pass' : 'fail'
    },
    failing: `is ${bounds.map(({ broken, limit }) => `${broken} ${limit}`).join(' or ')}`,
    undecided: column.reader ? `is not ${column.type.noun}` : 'has no order, as the contract gives its column no type',
    holding: 'is within the limits',
    ...(numeric ? fromTo : {}),
  }
}

function boundsOf({ type, options }: Column, limits: Pick<LogicalTypeOptions, (typeof BOUNDS)[number]['key']>) {
  return BOUNDS.flatMap(known => {
    const limit = limits[known.key]
    return limit === undefined ? [] : [{ ...known, limit, bound: readBound(type, options, limit) }]
  })
}

/** What is within for certain: both ends, where neither is excluded. */
function closed(bounds: Bounds) {
  const end = (key: string, open: number) => bounds.find(bound => bound.key === key)?.bound ?? open
  const exclusive = bounds.some(({ key, bound }) => key.startsWith('exclusive') || Number.isNaN(bound))
  if (exclusive) return {}
  return { passes: [end('minimum', Number.NEGATIVE_INFINITY), end('maximum', Number.POSITIVE_INFINITY)] as const }
}

const fromTo = {
  extent: (_: string, value: number) => value,
  near: ({ low, high }: { readonly low: number; readonly high: number }) => `; it goes from ${low} to ${high}`,
}
