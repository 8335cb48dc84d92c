import type { Column } from '../column.ts'
import type { Measurement } from '../method.ts'
import { kolmogorovSmirnov } from '../methods/kolmogorov-smirnov.ts'

/** The KS distance of numbers that were made of rows, as if they were a column. */
export function numbersCompared(
  column: Column,
  before: readonly number[],
  now: readonly number[],
  alpha: number,
): Measurement | undefined {
  const side = (values: readonly number[]) => ({
    rows: values.length,
    missing: 0,
    numbers: Float64Array.from(values).sort(),
    categories: new Map(),
    others: 0,
  })
  return kolmogorovSmirnov.measure({ ...column, kind: 'numeric', reference: side(before), current: side(now) }, alpha)
}
