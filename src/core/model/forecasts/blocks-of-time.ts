import { blockLength } from '../../stats/resampling/block-length.ts'
import { numbersOf, type Rows } from '../predictions/rows.ts'

/**
 * Stretches of consecutive times, all series together, so long that errors of different ones hardly depend on each other:
 * means of such batches are what intervals of forecasts rest on.
 */
export function blocksOfTime(rows: Rows, errors: Float64Array): { codes: Uint32Array; count: number } {
  const times = numbersOf(rows, 'time')
  const distinct = Float64Array.from(new Set(times)).sort()
  const placeOf = new Map(Array.from(distinct, (time, place) => [time, place]))
  const sizes = new Float64Array(distinct.length)
  const counts = new Float64Array(distinct.length)
  for (const [row, time] of times.entries()) {
    const place = placeOf.get(time) ?? 0
    sizes[place] = (sizes[place] ?? 0) + Math.abs(errors[row] ?? 0)
    counts[place] = (counts[place] ?? 0) + 1
  }
  const length = blockLength(sizes.map((size, place) => size / (counts[place] ?? 1)))
  const count = Math.max(1, Math.floor(distinct.length / length))
  return {
    codes: Uint32Array.from(times, time => Math.min(count - 1, Math.floor((placeOf.get(time) ?? 0) / length))),
    count,
  }
}
