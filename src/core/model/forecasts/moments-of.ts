import type { Clusters } from '../../stats/intervals/clustered-mean.ts'
import { numbersOf, type Rows } from '../predictions/rows.ts'

/** The time of each row, all series together, numbered in order. */
export function momentsOf(rows: Rows): Clusters {
  const times = numbersOf(rows, 'time')
  const distinct = Float64Array.from(new Set(times)).sort()
  const placeOf = new Map(Array.from(distinct, (time, place) => [time, place]))
  return { codes: Uint32Array.from(times, time => placeOf.get(time) ?? 0), count: distinct.length }
}
