import type { Check } from '../../evidence.ts'
import { collectFaults, faultCheck } from '../predictions/faults.ts'
import type { PredictionSource } from '../predictions/prediction-source.ts'
import type { At } from '../predictions/reading.ts'
import { numbersOf, type Rows } from '../predictions/rows.ts'
import { seriesOf } from './naive-scales.ts'

/** An inconclusive check where a series has a time twice. */
export function timeFaults({ file, role }: PredictionSource, rows: Rows, at: At, column: string): Check[] {
  const times = numbersOf(rows, 'time')
  const seriesOfRow = seriesOf(rows)
  const seen = new Map<string, Set<number>>()
  const faults = collectFaults()
  for (const [row, time] of times.entries()) {
    const series = seriesOfRow(row)
    const own = seen.get(series) ?? new Set()
    if (own.has(time)) faults.add('again', at(row, column, 'a time of its series again'))
    seen.set(series, own.add(time))
  }
  return faultCheck(faults, rows.n, {
    id: `${role}.times`,
    title: `Times of ${file}`,
    expected: `every '${column}' to be there once for each series`,
    hint: "Keep one row for each series and time, and set 'series' to the column that tells series apart",
  })
}
