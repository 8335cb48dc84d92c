/** A table without the columns that say nothing in any line: what they would hold was not found. */
export function filledColumns<Column, Cell>(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): { readonly columns: Column[]; readonly rows: Cell[][] } {
  const says = columns.map((_, i) => rows.some(row => row[i] !== ''))
  return {
    columns: columns.filter((_, i) => says[i]),
    rows: rows.map(row => row.filter((_, i) => says[i])),
  }
}
