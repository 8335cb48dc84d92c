import type { Column } from '../column.ts'
import { readBound } from '../contract/read-bound.ts'
import { defineCheck } from '../define-check.ts'
import { unknownOffset } from '../temporal/unknown-offset.ts'
import { type CellRule, perCell } from '../verdicts/cell-check.ts'
import { shown } from '../wording/shown.ts'

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
  rules: table =>
    table.columns.flatMap((column): CellRule[] => {
      const bounds = boundsOf(column)
      const [first] = bounds
      if (!first || !column.reader || unknownOffset(column)) return []
      const numeric = typeof first.limit === 'number'
      return [
        {
          id: `${column.name}.range`,
          title: `Every value of ${shown(column.name)} is ${bounds.map(({ words, limit }) => `${words} ${limit}`).join(' and ')}`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', first.key),
          reads: 'value',
          ...closed(bounds),
          judge(_, value) {
            if (Number.isNaN(value)) return 'undecided'
            return bounds.every(({ holds, bound }) => holds(value, bound)) ? 'pass' : 'fail'
          },
          failing: `is ${bounds.map(({ broken, limit }) => `${broken} ${limit}`).join(' or ')}`,
          undecided: `is not ${column.type.noun}`,
          holding: 'is within the limits',
          ...(numeric ? fromTo : {}),
        },
      ]
    }),
  ...perCell,
})

function boundsOf({ type, options }: Column) {
  return BOUNDS.flatMap(known => {
    const limit = options[known.key]
    return limit === undefined ? [] : [{ ...known, limit, bound: readBound(type, options, limit) }]
  })
}

/** What is within for certain: both ends, where neither is excluded. */
function closed(bounds: ReturnType<typeof boundsOf>) {
  const end = (key: string, open: number) => bounds.find(bound => bound.key === key)?.bound ?? open
  const exclusive = bounds.some(({ key }) => key.startsWith('exclusive'))
  if (exclusive) return {}
  return { passes: [end('minimum', Number.NEGATIVE_INFINITY), end('maximum', Number.POSITIVE_INFINITY)] as const }
}

const fromTo = {
  extent: (_: string, value: number) => value,
  near: ({ low, high }: { readonly low: number; readonly high: number }) => `; it goes from ${low} to ${high}`,
}
