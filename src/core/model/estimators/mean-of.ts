import type { Estimate } from '../estimate.ts'
import { isSpread } from '../is-spread.ts'
import { meanLoss, pairedMeanLoss } from '../losses/mean-loss.ts'
import { mean } from '../moments.ts'
import { pairedProportion } from '../proportions/paired-proportion.ts'
import { proportion } from '../proportions/proportion.ts'

/**
 * The mean of numbers from 0 to `greatest`. Of zeros and ones it is a share, with its exact interval; where nothing bounds
 * the numbers there is an interval only if enough rows differ.
 */
export function meanOf(values: Float64Array, greatest: number, level: number): Estimate {
  const n = values.length
  if (greatest === 1 && isShare(values)) return proportion(ones(values), n, level)
  if (greatest === Number.POSITIVE_INFINITY && !isSpread(values)) return { value: mean(values), n, gap: UNBOUNDED }
  return meanLoss(values, greatest, level)
}

/** How much lower the first mean is than the second, row by row. */
export function gainOf(lower: Float64Array, higher: Float64Array, greatest: number, level: number): Estimate {
  const n = lower.length
  if (greatest === 1 && isShare(lower) && isShare(higher)) {
    const only = (mine: Float64Array, other: Float64Array) =>
      ones(mine.map((hit, row) => (hit > (other[row] ?? 0) ? 1 : 0)))
    return pairedProportion({ n, gained: only(higher, lower), lost: only(lower, higher) }, level)
  }
  const differences = higher.map((number, row) => number - (lower[row] ?? Number.NaN))
  if (greatest === Number.POSITIVE_INFINITY && !isSpread(differences))
    return { value: mean(differences), n, gap: UNBOUNDED }
  return pairedMeanLoss(lower, higher, greatest, level)
}

const isShare = (values: Float64Array) => values.every(value => value === 0 || value === 1)
const ones = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)

const UNBOUNDED = 'fewer than 10 rows differ from the rest, and nothing bounds how far others would'
