import type { Dialect } from '../../core/tables/dialect.ts'

/** Cells as the standard dialect would have them: null tokens empty, numbers with a point and without separators of thousands. */
export function cellReader({ nulls, decimal, thousands }: Dialect): (cell: string) => string {
  const empty = new Set(nulls)
  if (decimal === '.' && thousands === undefined) return cell => (empty.has(cell) ? '' : cell)
  const group = thousands === undefined ? '' : `(?:${escaped(thousands)}\\d{3})*`
  const number = new RegExp(`^[+-]?\\d+${group}(?:${escaped(decimal)}\\d+)?(?:[eE][+-]?\\d+)?$`)
  return cell => {
    if (empty.has(cell)) return ''
    if (!number.test(cell)) return cell
    const plain = thousands === undefined ? cell : cell.replaceAll(thousands, '')
    return plain.replace(decimal, '.')
  }
}

const escaped = (mark: string): string => mark.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
