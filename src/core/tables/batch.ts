import type { Column } from './column.ts'
import type { Row } from './row.ts'

/** Rows that are looked at together; each column's cells are read as values once, for all checks. */
export interface Batch {
  readonly rows: readonly Row[]
  /** One value per row, NaN where the cell is empty or is none of the column's type. */
  values(column: Column): Float64Array
}

/** Rows as a batch, whose values are read when first asked for. */
export function batchOf(rows: readonly Row[]): Batch {
  const known = new Map<Column, Float64Array>()
  return { rows, values: column => known.get(column) ?? read(column) }

  function read(column: Column): Float64Array {
    const { index, reader } = column
    const values = new Float64Array(rows.length).fill(Number.NaN)
    if (reader) {
      for (const [i, row] of rows.entries()) {
        const text = row.cells[index] ?? ''
        if (text !== '') values[i] = reader.read(text)
      }
    }
    known.set(column, values)
    return values
  }
}
