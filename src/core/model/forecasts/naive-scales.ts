import { namesOf, numbersOf, type Rows } from '../predictions/rows.ts'

/** Mean size and mean square of the errors of the forecast that repeats the value of a season before. */
export interface NaiveScale {
  readonly size: number
  readonly square: number
}

/** The scale of each series of a history, by its name; one series of no name where rows have none. */
export function naiveScales(history: Rows, season: number): Map<string, NaiveScale> {
  const [times, truths] = [numbersOf(history, 'time'), numbersOf(history, 'label')]
  const rows = Map.groupBy(times.keys(), seriesOf(history))
  return new Map(
    rows.entries().map(([series, own]) => {
      const values = own.toSorted((a, b) => (times[a] ?? 0) - (times[b] ?? 0)).map(row => truths[row] ?? Number.NaN)
      const steps = values.slice(season).map((value, i) => value - (values[i] ?? Number.NaN))
      const mean = (of: (step: number) => number) => steps.reduce((sum, step) => sum + of(step), 0) / steps.length
      return [series, { size: mean(Math.abs), square: mean(step => step ** 2) }]
    }),
  )
}

/** Names the series of a row. */
export function seriesOf(rows: Rows): (row: number) => string {
  if (!rows.columns.has('series')) return () => ''
  const { codes, names } = namesOf(rows, 'series')
  return row => names[codes[row] ?? 0] ?? ''
}
