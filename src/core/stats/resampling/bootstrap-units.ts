import type { Random } from '../random/random.ts'
import { collectReplicates, type Replicates } from './replicates.ts'
import { RESAMPLES } from './resamples.ts'
import { forEachStratum } from './strata.ts'

/** A statistic of units that are drawn whole (rows, clusters of rows); NaN where it is undefined. */
export interface UnitStatistic {
  /** How many units each stratum has, one stratum after another; they stay as many in every resample. */
  readonly strata: readonly number[]
  /** From how often each unit is drawn. The array is used again for the next resample. */
  readonly statistic: (counts: Uint32Array) => number
}

/** The statistic on bootstrap resamples: units drawn with replacement, within each stratum. */
export function bootstrapUnits(
  { strata, statistic }: UnitStatistic,
  random: Random,
  resamples = RESAMPLES,
): Replicates {
  const counts = new Uint32Array(strata.reduce((sum, size) => sum + size, 0))
  return collectReplicates(resamples, () => {
    counts.fill(0)
    forEachStratum(strata, counts.length, (start, end) => {
      const size = end - start
      for (let i = 0; i < size; i++) {
        const unit = start + random.below(size)
        counts[unit] = (counts[unit] ?? 0) + 1
      }
    })
    return statistic(counts)
  })
}
