import { outsideEachEnd } from '../arguments/level.ts'
import type { Interval } from '../intervals/interval.ts'
import { quantileOfSorted } from '../samples/quantile.ts'

/** The interval between two quantiles of the replicates (Efron 1979). */
export function percentileInterval(replicates: Float64Array, level: number): Interval {
  const outside = outsideEachEnd(level)
  const sorted = replicates.toSorted()
  return { lower: quantileOfSorted(sorted, outside), upper: quantileOfSorted(sorted, 1 - outside) }
}
