import type { Random } from '../random/random.ts'
import { collectReplicates, type Replicates } from './replicates.ts'
import { RESAMPLES } from './resamples.ts'

/** A statistic of a series, whose neighbouring values may depend on each other; NaN where it is undefined. */
export interface SeriesStatistic {
  /** Values of the series. */
  readonly length: number
  /** Values per block. */
  readonly block: number
  /** From how often each value is drawn. The array is used again for the next resample. */
  readonly statistic: (counts: Uint32Array) => number
}

/**
 * The statistic on resamples made of blocks of neighbours, so that dependence within a block is kept. Blocks run on from
 * the end of the series to its start, so that every value is drawn equally often.
 *
 * Source: H. R. Künsch (1989), moving blocks; D. N. Politis and J. P. Romano (1992), in a circle.
 */
export function bootstrapBlocks(
  { length, block, statistic }: SeriesStatistic,
  random: Random,
  resamples = RESAMPLES,
): Replicates {
  if (!(block >= 1 && block <= length))
    throw new RangeError(`Expected blocks of 1 to ${length} values but found ${block}`)
  const counts = new Uint32Array(length)
  return collectReplicates(resamples, () => {
    counts.fill(0)
    for (let drawn = 0; drawn < length; drawn += block) {
      const start = random.below(length)
      for (let i = 0; i < block && drawn + i < length; i++) {
        const place = (start + i) % length
        counts[place] = (counts[place] ?? 0) + 1
      }
    }
    return statistic(counts)
  })
}
