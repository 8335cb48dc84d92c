import type { TypedColumn } from './dialect.ts'
import { fill, numberOf } from './sql.ts'
import { columnAt, type TableThere } from './table-there.ts'
import { finite, finiteTime } from './value-in-sql.ts'

/** What counts and extremes tell of a column. */
export interface Extremes {
  /** Cells that hold something. */
  readonly filled: number
  /**
   * Of its finite numbers, or its times in milliseconds: how many, the least and the greatest. NaN where it is of neither, or where it
   * holds numbers that are not finite and these have not been told apart yet.
   */
  readonly n: number
  readonly low: number
  readonly high: number
  /** Whether all its filled cells are finite numbers, or times. */
  readonly allFinite: boolean
}

type Cells = readonly (string | null)[]

/** What is asked for the extremes of a column, and how to read it. */
export function extremesOf(
  there: TableThere,
  index: number,
): { readonly items: readonly string[]; read(cells: Cells): Extremes } {
  const { dialect } = there
  const { column, name } = columnAt(there, index)
  const { kind } = column
  if (kind === 'text') {
    return { items: [`count(nullif(${name}, ''))`], read: ([n]) => unknown(Number(n)) }
  }
  if (kind === 'other' || kind === 'boolean') {
    return { items: [`count(${name})`], read: ([n]) => unknown(Number(n)) }
  }
  const items = [`count(${name})`, ...ends(there, index, name)]
  if (kind === 'double' && !dialect.nanIsGreatest) {
    // A sum is not finite where one of the numbers is not, whatever the engine takes for the greatest.
    return {
      items: [...items, `sum(${fill(dialect.double, name)})`],
      read: ([filled, low, high, sum]) =>
        ofAll(Number(filled), low, high, sum == null || Number.isFinite(numberOf(sum))),
    }
  }
  return { items, read: ([filled, low, high]) => ofAll(Number(filled), low, high) }
}

/** The same of a column that has been found to hold numbers or times that are not finite: of the others alone. Two or three times as much work. */
export function finiteExtremesOf(
  there: TableThere,
  index: number,
): { readonly items: readonly string[]; read(cells: Cells, filled: number): Extremes } {
  const { column, name } = columnAt(there, index)
  const value = isTime(column)
    ? finiteTime(there.dialect, column, name)
    : (finite(there.dialect, column, fill(there.dialect.double, name)) ?? name)
  return {
    items: [`count(${value})`, ...ends(there, index, value)],
    read: ([n, low, high], filled) => ({ filled, n: Number(n), ...sides(low, high), allFinite: Number(n) === filled }),
  }
}

/** The least and the greatest, as doubles. */
function ends(there: TableThere, index: number, value: string): string[] {
  const { double, dayMillis, millis } = there.dialect
  const { column } = columnAt(there, index)
  const outside = isTime(column) ? (column.kind === 'date' ? dayMillis : millis) : double
  return ['min', 'max'].map(end => fill(outside, `${end}(${value})`))
}

export const isTime = ({ kind }: TypedColumn): boolean => kind === 'date' || kind === 'timestamp'

const unknown = (filled: number): Extremes => ({
  filled,
  n: Number.NaN,
  low: Number.NaN,
  high: Number.NaN,
  allFinite: false,
})

type Cell = string | null | undefined

/** -0 is the same as 0. */
const sides = (low: Cell, high: Cell) => ({ low: numberOf(low ?? null) + 0, high: numberOf(high ?? null) + 0 })

function ofAll(filled: number, least: Cell, most: Cell, areFinite = true): Extremes {
  const { low, high } = sides(least, most)
  const allFinite = filled === 0 || (areFinite && Number.isFinite(low) && Number.isFinite(high))
  return { filled, n: allFinite ? filled : Number.NaN, low, high, allFinite }
}
