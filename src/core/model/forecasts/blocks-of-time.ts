import type { Clusters } from '../../stats/intervals/clustered-mean.ts'
import { blockLength } from '../../stats/resampling/block-length.ts'

/**
 * Stretches of consecutive times, all series together, so long that errors of different ones hardly depend on each other:
 * means of such batches are what intervals of forecasts rest on. `moments` are the times of the rows, numbered in order.
 */
export function blocksOfTime({ codes, count: times }: Clusters, errors: Float64Array): Clusters {
  const sizes = new Float64Array(times)
  const counts = new Float64Array(times)
  for (const [row, error] of errors.entries()) {
    const place = codes[row] ?? 0
    sizes[place] = (sizes[place] ?? 0) + Math.abs(error)
    counts[place] = (counts[place] ?? 0) + 1
  }
  const length = blockLength(sizes.map((size, place) => size / (counts[place] ?? 1)))
  const count = Math.max(1, Math.floor(times / length))
  return { codes: Uint32Array.from(codes, place => Math.min(count - 1, Math.floor(place / length))), count }
}
