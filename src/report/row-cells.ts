import type { KeyCell, Location } from '../core/evidence.ts'

/** Rows at fault as a table of them has them. */
export interface RowCells {
  readonly file: string
  /** Of the columns, but for that of the line. */
  readonly names: readonly string[]
  readonly rows: readonly { readonly line: number | undefined; readonly cells: readonly (string | undefined)[] }[]
}

/** Whether a place is a row of data that takes columns to tell: what stands in it, or a key of several. A single key stands beside the line. */
export const isRow = ({ line, value, key = [], cells }: Location): boolean =>
  line !== undefined && (value !== undefined || key.length > 1 || cells !== undefined)

/** Whether a place is a row that a line of a table tells among others: by its key, where no more is known of it. */
export const isTabular = (location: Location): boolean =>
  isRow(location) || (location.line !== undefined && location.note === undefined && location.key?.length === 1)

/** Line, key, and the cells that the check is about where they are told; undefined is what is not known of a row. */
export function rowCells(rows: readonly Location[]): RowCells {
  const [first] = rows
  const { file = '', column, key = [] } = first ?? {}
  const keys = key.map(cell => cell.column)
  const isNews = column !== undefined && !keys.includes(column) && rows.some(({ value }) => value !== undefined)
  const own = isNews ? [column] : []
  const others = (first?.cells ?? []).map(cell => cell.column)
  return {
    file,
    names: [...keys, ...own, ...others],
    rows: rows.map(row => ({
      line: row.line,
      cells: [
        ...keys.map(name => textOf(row.key?.find(cell => cell.column === name))),
        ...(isNews ? [row.value] : []),
        ...others.map(name => textOf(row.cells?.find(cell => cell.column === name))),
      ],
    })),
  }
}

/** A hidden value is told by the start of its hash. */
const textOf = (cell: KeyCell | undefined): string | undefined =>
  cell && ('hash' in cell ? `#${cell.hash}` : cell.value)
