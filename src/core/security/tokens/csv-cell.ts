/** A cell as CSV has it (RFC 4180): in quotes where it holds a separator, a quote or a line break, quotes doubled. */
export const csvCell = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** A row as a line of CSV, its end included. */
export const csvLine = (cells: readonly string[], separator: string): string =>
  `${cells.map(cell => csvCell(cell, separator)).join(separator)}\n`
