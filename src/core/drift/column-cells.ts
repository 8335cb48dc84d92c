import { finiteNumber, isBlank, isNonFinite } from './cell.ts'
import { instantOf } from './instant-of.ts'
import { type NumberStore, numberStore } from './number-store.ts'

/** Cells of one sort: how many, and the 1-based line of the first. */
export interface Cells {
  count: number
  line?: number
}

/** One column of one table, every cell of it accounted for: `rows` = missing + numbers + text + non-finite. */
export interface ColumnCells {
  readonly rows: number
  readonly missing: number
  /** Finite numbers, ascending. */
  readonly numbers: Float64Array
  /** Cells that are neither blank nor a number of any sort. */
  readonly text: Cells
  /** Those of them that are dates or time stamps: seconds since 1970, ascending. */
  readonly instants: Float64Array
  /** NaN, ±Inf and numbers beyond the range of a double. */
  readonly nonFinite: Cells
  /** Text and non-finite cells by what they say, up to the limit of different ones. */
  readonly categories: ReadonlyMap<string, Cells>
  /** Rows whose text came after the limit was reached. */
  readonly uncounted: number
}

/** Gathers a column while its table streams by; keeps numbers and counts, no rows. */
export interface ColumnReader {
  add(cell: string, line: number): void
  finish(): ColumnCells
}

/** Reads a column, telling apart up to `limit` texts besides those `known` from the other side. */
export function columnReader(limit: number, known: Iterable<string> = []): ColumnReader {
  const numbers: NumberStore = numberStore()
  const instants: NumberStore = numberStore()
  const text: Cells = { count: 0 }
  const nonFinite: Cells = { count: 0 }
  const categories = new Map<string, Cells>()
  for (const name of known) categories.set(name, { count: 0 })
  const room = categories.size + limit
  let rows = 0
  let missing = 0
  let uncounted = 0
  const keep = (cell: string, cells: Cells, line: number) => {
    tally(cells, line)
    const instant = instantOf(cell)
    if (!Number.isNaN(instant)) instants.push(instant)
  }
  return {
    add(cell, line) {
      rows++
      const category = categories.size > 0 ? categories.get(cell) : undefined
      if (category) return keep(cell, category, line)
      const value = finiteNumber(cell)
      if (value !== undefined) return numbers.push(value)
      if (isBlank(cell)) {
        missing++
      } else if (categories.size < room) {
        const found: Cells = { count: 0 }
        categories.set(cell, found)
        keep(cell, found, line)
      } else {
        uncounted++
        keep(cell, isNonFinite(cell) ? nonFinite : text, line)
      }
    },
    finish() {
      for (const [name, category] of categories) {
        if (category.count === 0) categories.delete(name)
        else merge(isNonFinite(name) ? nonFinite : text, category)
      }
      return {
        rows,
        missing,
        numbers: numbers.sorted(),
        text,
        instants: instants.sorted(),
        nonFinite,
        categories,
        uncounted,
      }
    },
  }
}

function merge(cells: Cells, more: Cells) {
  cells.count += more.count
  if (more.line !== undefined) cells.line = Math.min(cells.line ?? more.line, more.line)
}

function tally(cells: Cells, line: number) {
  cells.count++
  cells.line ??= line
}
