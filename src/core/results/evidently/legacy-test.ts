import { z } from 'zod'
import { Measure } from '../measure.ts'
import type { Bound, ResultItem } from '../result-format.ts'
import { driftItem } from './drift-item.ts'
import { EvidentlyStatus, saidBy } from './said.ts'

/** Scores of tests on drift are rounded to three digits after the point. */
const ROUNDING = 0.0005

const Test = z.object({
  name: z.string(),
  status: EvidentlyStatus,
  parameters: z.record(z.string(), z.unknown()).nullish(),
})
const Drift = z.object({ column_name: z.string(), stattest: z.string(), score: Measure, threshold: Measure })

const Approximate = z.object({ value: z.number(), relative: z.number().nullish(), absolute: z.number().nullish() })
const Bar = z.union([z.number(), Approximate])
const Condition = z.object({
  eq: Bar.optional(),
  not_eq: z.number().optional(),
  gt: Bar.optional(),
  gte: Bar.optional(),
  lt: Bar.optional(),
  lte: Bar.optional(),
  is_in: z.array(z.union([z.number(), z.string()])).optional(),
  not_in: z.array(z.union([z.number(), z.string()])).optional(),
})
const Conditioned = z.object({ condition: Condition, value: Measure, column_name: z.string().optional() })
const Shared = z.object({ condition: Condition, features: z.record(z.string(), z.object({ detected: z.boolean() })) })

/** One test of a suite of Evidently before 0.7. */
export function legacyTest(test: unknown): ResultItem {
  const { name, status, parameters } = Test.parse(test)
  const said = saidBy(status)
  const breach = status === 'WARNING' ? 'warn' : 'fail'
  const drift = Drift.safeParse(parameters)
  if (drift.success) {
    const { column_name: column, stattest, ...numbers } = drift.data
    return driftItem({ column, method: stattest, ...numbers, said, breach, rounding: ROUNDING })
  }
  const id = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  const shared = Shared.safeParse(parameters)
  if (shared.success) {
    const features = Object.values(shared.data.features)
    const drifted = features.filter(({ detected }) => detected).length
    const ofAll = name.startsWith('Share') ? features.length : 1
    return {
      id,
      title: name,
      value: features.length === 0 ? Number.NaN : drifted / ofAll,
      unit: name.startsWith('Share') ? 'share of columns' : 'columns',
      n: features.length,
      bounds: boundsOf(shared.data.condition, breach),
      said,
    }
  }
  const found = Conditioned.safeParse(parameters)
  if (!found.success) return { id, title: name, bounds: [], said }
  const { condition, value, column_name: column } = found.data
  const bounds = boundsOf(condition, breach)
  return {
    id: column === undefined ? id : `${id}.${column}`,
    title: column === undefined ? name : `${column}: ${name}`,
    ...(column === undefined ? {} : { column }),
    value: value ?? Number.NaN,
    bounds,
    said,
  }
}

const SIMPLE = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

function boundsOf(condition: z.infer<typeof Condition>, breach: Bound['breach']): Bound[] {
  const bounds: Bound[] = []
  for (const key of ['gt', 'gte', 'lt', 'lte'] as const) {
    const bar = condition[key]
    if (typeof bar === 'number') bounds.push({ comparator: SIMPLE[key], value: bar, breach })
    else if (bar) {
      const room = key === 'gt' || key === 'lte' ? toleranceOf(bar) : -toleranceOf(bar)
      bounds.push({ comparator: SIMPLE[key], value: bar.value + room, breach })
    }
  }
  const { eq, not_eq, is_in, not_in } = condition
  if (typeof eq === 'number') bounds.push({ comparator: '=', value: eq, breach })
  else if (eq) {
    bounds.push({ comparator: '=', value: eq.value, within: toleranceOf(eq), breach })
  }
  if (not_eq !== undefined) bounds.push({ comparator: '!=', value: not_eq, breach })
  if (is_in) bounds.push({ comparator: 'in', value: is_in, breach })
  if (not_in) bounds.push({ comparator: 'not in', value: not_in, breach })
  return bounds
}

/** Of `ApproxValue`; one that is compared by order is moved by it as there. */
const toleranceOf = ({ value, relative, absolute }: z.infer<typeof Approximate>): number =>
  Math.max(Math.abs(value) * (relative ?? 0), absolute ?? 0)
