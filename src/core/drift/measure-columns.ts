import { holm } from '../stats/index.ts'
import type { Column } from './column.ts'
import { type DecidingMethod, isDeciding, type Measurement, type Method } from './method.ts'
import * as methods from './methods/index.ts'

/** A question asked of a column and what was measured. */
export interface Measured {
  readonly column: Column
  readonly method: DecidingMethod
  readonly measurement: Measurement
  /** Adjusted over every test of the run; absent where nothing is inferred. */
  readonly adjustedPValue?: number
}

export const METHODS: readonly Method[] = Object.values(methods)

/**
 * Every column measured by every method that decides on its kind.
 *
 * p-values are adjusted by Holm (1979) over all tests of the run together, whatever their dependence. Tests that could not
 * have been significant, given totals over both sides, are left out of the family (Tarone 1990) and keep a p-value of 1.
 */
export function measureColumns(columns: readonly Column[], alpha: number): { measured: Measured[]; tests: number } {
  const deciding = METHODS.filter(isDeciding)
  const found = columns.flatMap(column =>
    deciding.flatMap(method => {
      const measurement = method.accepts.includes(column.kind) ? method.measure(column, alpha) : undefined
      return measurement ? [{ column, method, measurement }] : []
    }),
  )
  const family = found.filter(({ measurement }) => measurement.inference?.testable)
  const adjusted = holm(family.map(({ measurement }) => measurement.inference?.pValue ?? 1))
  const byMeasurement = new Map(family.map(({ measurement }, i) => [measurement, adjusted[i] ?? 1]))
  const measured = found.map(one =>
    one.measurement.inference ? { ...one, adjustedPValue: byMeasurement.get(one.measurement) ?? 1 } : one,
  )
  return { measured, tests: family.length }
}
