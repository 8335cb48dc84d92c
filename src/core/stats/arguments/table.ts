/** A table of counts with its margins. */
export type Margins = { rows: number[]; columns: number[]; total: number }

/** The margins of a table; throws unless every row has the same number of columns and every count is finite and ≥ 0. */
export function margins(table: readonly ArrayLike<number>[]): Margins {
  const width = table[0]?.length ?? 0
  if (width === 0) throw new RangeError('Expected a table with at least one row and one column but found an empty one')
  const rows = table.map(() => 0)
  const columns = Array.from({ length: width }, () => 0)
  table.forEach((row, i) => {
    if (row.length !== width) throw new RangeError(`Expected ${width} columns in row ${i + 1} but found ${row.length}`)
    for (let j = 0; j < width; j++) {
      const value = row[j] ?? Number.NaN
      if (!(value >= 0 && value < Infinity)) {
        throw new RangeError(`Expected a count of at least 0 in row ${i + 1}, column ${j + 1} but found ${value}`)
      }
      rows[i] = (rows[i] ?? 0) + value
      columns[j] = (columns[j] ?? 0) + value
    }
  })
  return { rows, columns, total: rows.reduce((sum, value) => sum + value, 0) }
}
