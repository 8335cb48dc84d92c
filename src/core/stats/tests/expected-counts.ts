import { margins } from '../arguments/table.ts'

/** The counts of each cell if rows and columns were independent; throws when a row or a column holds nothing. */
export function expectedCounts(table: readonly ArrayLike<number>[]): number[][] {
  const { rows, columns, total } = margins(table)
  const emptyRow = rows.indexOf(0)
  if (emptyRow >= 0) throw new RangeError(`Expected a count above 0 in every row but row ${emptyRow + 1} holds none`)
  const emptyColumn = columns.indexOf(0)
  if (emptyColumn >= 0) {
    throw new RangeError(`Expected a count above 0 in every column but column ${emptyColumn + 1} holds none`)
  }
  return rows.map(row => columns.map(column => row * (column / total)))
}
