import { type Column, columnOf } from '../../../src/core/drift/column.ts'
import type { Cells, ColumnCells } from '../../../src/core/drift/column-cells.ts'
import { instantOf } from '../../../src/core/drift/instant-of.ts'

/** Values of one side: numbers, texts, undefined for a missing cell. */
type Values = readonly (number | string | undefined)[]

/** A column of both tables from its values, without a table. */
export const column = (name: string, reference: Values, current: Values): Column =>
  columnOf(name, cells(reference), cells(current))

function cells(values: Values): ColumnCells {
  const numbers: number[] = []
  const instants = Float64Array.from(values.flatMap(value => (typeof value === 'string' ? instantOf(value) : [])))
    .filter(second => !Number.isNaN(second))
    .sort()
  const categories = new Map<string, Cells>()
  for (const value of values) {
    if (typeof value === 'number') numbers.push(value)
    else if (value !== undefined) categories.set(value, { count: (categories.get(value)?.count ?? 0) + 1 })
  }
  const texts = categories.values().reduce((sum, { count }) => sum + count, 0)
  return {
    rows: values.length,
    missing: values.length - numbers.length - texts,
    numbers: Float64Array.from(numbers).sort(),
    text: { count: texts },
    dates: instants.length,
    instants,
    nonFinite: { count: 0 },
    categories,
    uncounted: 0,
  }
}
