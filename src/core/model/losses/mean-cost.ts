import type { Estimate } from '../estimate.ts'
import { meanLoss } from './mean-loss.ts'

/** Mean of costs between bounds, of which the lower need not be 0. */
export function meanCost(
  { values, bounds: [least, greatest] }: { values: Float64Array; bounds: readonly [number, number] },
  level: number,
): Estimate {
  const { value, interval, ...estimate } = meanLoss(
    values.map(cost => cost - least),
    greatest - least,
    level,
  )
  return {
    ...estimate,
    value: value === null ? null : value + least,
    ...(interval ? { interval: [interval[0] + least, interval[1] + least] } : {}),
  }
}
