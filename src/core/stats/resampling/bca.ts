import { outsideEachEnd } from '../arguments/level.ts'
import { normal } from '../distributions/normal.ts'
import type { Interval } from '../intervals/interval.ts'
import { quantileOf } from '../samples/quantile-of.ts'

/**
 * The bias-corrected and accelerated interval: quantiles of the replicates, moved by their median bias and by the
 * acceleration. Undefined where all replicates lie to one side of the estimate, or the acceleration turns the order round.
 *
 * Source: B. Efron, Better bootstrap confidence intervals (1987).
 */
export function bca(
  estimate: number,
  replicates: Float64Array,
  acceleration: number,
  level: number,
): Interval | undefined {
  const outside = outsideEachEnd(level)
  let below = 0
  let equal = 0
  for (const value of replicates) {
    if (value < estimate) below++
    else if (value === estimate) equal++
  }
  const share = (below + equal / 2) / replicates.length
  if (!(share > 0 && share < 1)) return undefined
  const bias = normal.ppf(share)
  const z = normal.isf(outside)
  const slowing = 1 - acceleration * (bias + Math.sign(acceleration) * z)
  if (!(slowing > 0)) return undefined
  const moved = (z: number) => normal.cdf(bias + (bias + z) / (1 - acceleration * (bias + z)))
  const sorted = replicates.toSorted()
  return { lower: quantileOf(sorted, moved(-z)), upper: quantileOf(sorted, moved(z)) }
}
