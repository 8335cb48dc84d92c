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
  if (kind === 'double' && !dialect.nanIsGreatest) {
    const value = finite(dialect, column, fill(dialect.double, name)) ?? name
    return {
      items: [`count(${name})`, `count(${value})`, `min(${value})`, `max(${value})`],
      read: ([filled, n, low, high]) => known(Number(filled), Number(n), low, high),
    }
  }
  const outside = { date: dialect.dayMillis, timestamp: dialect.millis }[kind === 'date' ? kind : 'timestamp']
  const isTime = kind === 'date' || kind === 'timestamp'
  if (isTime && dialect.isFiniteTime) {
    const value = finiteTime(dialect, column, name)
    return {
      items: [`count(${name})`, `count(${value})`, ...['min', 'max'].map(end => fill(outside, `${end}(${value})`))],
      read: ([filled, n, low, high]) => known(Number(filled), Number(n), low, high),
    }
  }
  return {
    items: [`count(${name})`, ...['min', 'max'].map(end => fill(isTime ? outside : dialect.double, `${end}(${name})`))],
    read: ([filled, low, high]) => known(Number(filled), Number(filled), low, high),
  }
}

const unknown = (filled: number): Extremes => ({
  filled,
  n: Number.NaN,
  low: Number.NaN,
  high: Number.NaN,
  allFinite: false,
})

function known(filled: number, n: number, low: string | null | undefined, high: string | null | undefined): Extremes {
  // -0 is the same as 0.
  const [least, most] = [numberOf(low ?? null) + 0, numberOf(high ?? null) + 0]
  const allFinite = n === filled && (n === 0 || (Number.isFinite(least) && Number.isFinite(most)))
  return { filled, n: allFinite || n < filled ? n : Number.NaN, low: least, high: most, allFinite }
}
