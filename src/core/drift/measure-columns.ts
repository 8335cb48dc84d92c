import type { Settings } from '../settings/schema.ts'
import { holm } from '../stats/index.ts'
import type { Column } from './column.ts'
import { type DecidingMethod, isDeciding, type Measurement } from './method.ts'
import { METHODS, methodFor } from './method-for.ts'

/** A question asked of a column and what was measured. */
export interface Measured {
  readonly column: Column
  readonly method: DecidingMethod
  readonly measurement: Measurement
  /** Adjusted over every test of the run; absent where nothing is inferred. */
  readonly adjustedPValue?: number
}

/**
 * Every column measured by the method chosen for its distribution, and by every method that asks something else of its kind.
 *
 * p-values are adjusted by Holm (1979) over all tests of the run together, whatever their dependence. Tests that could not
 * have been significant, given totals over both sides, are left out of the family (Tarone 1990) and keep a p-value of 1.
 */
export function measureColumns(
  columns: readonly Column[],
  { alpha, methods: choice }: Pick<Settings['drift'], 'alpha' | 'methods'>,
  seed: string,
): { measured: Measured[]; tests: number } {
  const deciding = METHODS.filter(isDeciding)
  const found = columns.flatMap(column => {
    const chosen = methodFor(column, choice)
    return deciding.flatMap(method => {
      const asked = method.question === 'distribution' ? method === chosen : method.accepts.includes(column.kind)
      const measurement = asked ? method.measure(column, alpha, `${seed} ${column.name}`) : undefined
      return measurement ? [{ column, method, measurement }] : []
    })
  })
  const family = found.filter(({ measurement }) => measurement.inference?.testable)
  const adjusted = holm(family.map(({ measurement }) => measurement.inference?.pValue ?? 1))
  const byMeasurement = new Map(family.map(({ measurement }, i) => [measurement, adjusted[i] ?? 1]))
  const measured = found.map(one =>
    one.measurement.inference ? { ...one, adjustedPValue: byMeasurement.get(one.measurement) ?? 1 } : one,
  )
  return { measured, tests: family.length }
}
