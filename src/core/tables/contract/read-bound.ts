import type { LogicalType } from '../types/define-type.ts'
import type { LogicalTypeOptions } from './property.ts'

/** A limit of date or time, written in the column's own format or in ISO 8601, as the column's values are; NaN where it is neither. */
export function readBound(type: LogicalType, options: LogicalTypeOptions, bound: number | string): number {
  if (typeof bound === 'number') return bound
  for (const reader of [type.reader(options), type.reader({})]) {
    const value = reader && 'read' in reader ? reader.read(bound) : Number.NaN
    if (!Number.isNaN(value)) return value
  }
  return Number.NaN
}
