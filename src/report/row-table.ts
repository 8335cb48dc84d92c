import type { Location } from '../core/evidence.ts'
import { code, escapeText } from './markdown/escape.ts'
import { table } from './markdown/table.ts'
import { rowCells } from './row-cells.ts'

/** Rows at fault as Markdown, one below the other; `url` is where the first one is. */
export function rowTable(locations: readonly Location[], url?: string): string {
  const { file, names, rows } = rowCells(locations)
  const where = url === undefined ? code(file) : `[${code(file)}](${url})`
  return table(
    [`Line of ${where}`, ...names.map(name => escapeText(name, 60))],
    rows.map(({ line, cells }) => [String(line), ...cells.map(cellText)]),
    ['right'],
  )
}

const cellText = (cell: string | undefined): string =>
  cell === undefined ? '' : cell === '' ? '_empty_' : code(cell, 60)
