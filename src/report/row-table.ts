import type { KeyCell, Location } from '../core/evidence.ts'
import { code, escapeText } from './markdown/escape.ts'
import { table } from './markdown/table.ts'

/** Whether a place is a row of data that takes columns to tell: what stands in it, or a key of several. A single key stands beside the line. */
export const isRow = ({ line, value, key = [], cells }: Location): boolean =>
  line !== undefined && (value !== undefined || key.length > 1 || cells !== undefined)

/** Rows at fault, one below the other: line, key, and the cells that the check is about where they are told. */
export function rowTable(rows: readonly Location[]): string {
  const [first] = rows
  if (!first) return ''
  const { file, column, key = [] } = first
  const keys = key.map(cell => cell.column)
  const isNews = column !== undefined && !keys.includes(column) && rows.some(({ value }) => value !== undefined)
  const own = isNews ? [column] : []
  const others = (first.cells ?? []).map(cell => cell.column)
  const head = [`Line of ${code(file)}`, ...[...keys, ...own, ...others].map(name => escapeText(name, 60))]
  const lines = rows.map(row => [
    String(row.line),
    ...keys.map(name => cellText(row.key?.find(cell => cell.column === name))),
    ...(own.length === 0 ? [] : [row.value === undefined ? '' : code(row.value, 60)]),
    ...others.map(name => cellText(row.cells?.find(cell => cell.column === name))),
  ])
  return table(head, lines, ['right'])
}

function cellText(cell: KeyCell | undefined): string {
  if (!cell) return ''
  if ('hash' in cell) return code(`#${cell.hash}`)
  return cell.value === '' ? '_empty_' : code(cell.value, 60)
}
