import { type Found, findAll, nothingFound } from './found.ts'
import { type Moments, mergeMoments, noMoments } from './moments.ts'
import { drawFrom, type NumberSample, noNumbers } from './number-sample.ts'
import { mergeTexts, noTexts, type TextCounts } from './text-counts.ts'
import { mergeValues, noValues, type ValueCounts } from './value-counts.ts'

/** One column of one table, every cell of it accounted for: `rows` = missing + numbers + text + non-finite. */
export interface ColumnState {
  rows: number
  missing: number
  readonly moments: Moments
  readonly sample: NumberSample
  readonly values: ValueCounts
  /** Cells that are neither blank nor a number of any sort. */
  readonly text: Found
  /** How many of them are dates or time stamps. */
  dates: number
  /** Seconds since 1970 of those, all or a sample. */
  readonly instants: NumberSample
  /** NaN, ±Inf and numbers beyond the range of a double. */
  readonly nonFinite: Found
  /** Text and non-finite cells by what they say. */
  readonly texts: TextCounts
}

/** Of no cell. */
export const noCells = (): ColumnState => ({
  rows: 0,
  missing: 0,
  moments: noMoments(),
  sample: noNumbers(),
  values: noValues(),
  text: nothingFound(),
  dates: 0,
  instants: noNumbers(),
  nonFinite: nothingFound(),
  texts: noTexts(),
})

/** Takes in the cells of other rows; of samples of so many, and with the categories that are known from the other side. */
export function mergeCells(
  state: ColumnState,
  other: ColumnState,
  size: number,
  known: { readonly numbers: ReadonlySet<number>; readonly texts: ReadonlySet<string> },
): void {
  state.rows += other.rows
  state.missing += other.missing
  mergeMoments(state.moments, other.moments)
  drawFrom(state.sample, other.sample, size)
  mergeValues(state.values, other.values, known.numbers)
  findAll(state.text, other.text)
  state.dates += other.dates
  drawFrom(state.instants, other.instants, size)
  findAll(state.nonFinite, other.nonFinite)
  mergeTexts(state.texts, other.texts, known.texts)
}
