import type { ColumnState } from './measures/column-state.ts'
import type { DriftColumn } from './measures/drift-column.ts'
import type { Found } from './measures/found.ts'
import { type Summary, summaryOf } from './measures/moments.ts'
import { drawnNumbers } from './measures/number-sample.ts'
import { countedTexts } from './measures/text-counts.ts'
import { countedValues } from './measures/value-counts.ts'

/** Cells of one sort: how many, and the 1-based line of the first, where it was looked up. */
export interface Cells {
  count: number
  line?: number
  /** Where the first stands: what its line is looked up by. */
  place?: number
}

/** One column of one table, every cell of it accounted for: `rows` = missing + numbers + text + non-finite. */
export interface ColumnCells {
  readonly rows: number
  readonly missing: number
  /** Finite numbers, ascending: all of them, or a sample. */
  readonly numbers: Float64Array
  /** Where `numbers` are a sample, what they were drawn from. */
  readonly drawn?: DrawnFrom
  /** Of all finite numbers; absent where there are none. */
  readonly summary?: Summary
  /** Cells that are neither blank nor a number of any sort. */
  readonly text: Cells
  /** How many of them are dates or time stamps. */
  readonly dates: number
  /** Seconds since 1970 of those, ascending: all of them, or a sample. */
  readonly instants: Float64Array
  /** NaN, ±Inf and numbers beyond the range of a double. */
  readonly nonFinite: Cells
  /** Text and non-finite cells by what they say, up to the limit of different ones. */
  readonly categories: ReadonlyMap<string, Cells>
  /** Rows whose text is none of `categories`, for there are too many. */
  readonly uncounted: number
  /** Where the first of those stands. */
  readonly firstUncounted?: Cells
}

/** All finite numbers of a column. */
export interface DrawnFrom {
  readonly numbers: number
  /** Rows of each number, ascending, as far as they are told apart. */
  readonly counts: readonly (readonly [value: number, count: number])[]
  /** Rows of those that are not. */
  readonly uncounted: number
}

/** What was measured of a column. */
export function columnCells(state: ColumnState, { known, size }: Pick<DriftColumn, 'known' | 'size'>): ColumnCells {
  const { rows, missing, moments, sample, values, text, dates, instants, nonFinite, texts } = state
  const numbers = drawnNumbers(sample, size)
  const summary = summaryOf(moments)
  const categories = new Map(countedTexts(texts, new Set(known)).map(([name, found]) => [name, cellsOf(found)]))
  const counts = countedValues(values)
  const told = counts.reduce((sum, [, count]) => sum + count, 0)
  return {
    rows,
    missing,
    numbers,
    ...(numbers.length < moments.n ? { drawn: { numbers: moments.n, counts, uncounted: moments.n - told } } : {}),
    ...(summary ? { summary } : {}),
    text: cellsOf(text),
    dates,
    instants: drawnNumbers(instants, size),
    nonFinite: cellsOf(nonFinite),
    categories,
    uncounted: texts.dropped.count,
    ...(texts.dropped.count > 0 ? { firstUncounted: cellsOf(texts.dropped) } : {}),
  }
}

const cellsOf = ({ count, place }: Found): Cells => (count > 0 ? { count, place } : { count })
