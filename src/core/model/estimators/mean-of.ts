import type { Estimate } from '../estimate.ts'
import { isSpread } from '../is-spread.ts'
import { meanLoss, pairedMeanLoss } from '../losses/mean-loss.ts'
import type { Sample } from '../sample.ts'
import { weightedMean } from './weighted-mean.ts'

/** The mean of numbers from 0 to `greatest`, which may be infinite: then there is an interval only where enough rows differ. */
export function meanOf(values: Float64Array, sample: Sample, greatest: number, level: number): Estimate {
  const n = values.length
  const { weights, clusters } = sample
  if (weights || clusters) return { value: weightedMean(values, weights), n, gap: 'rows are weighted or clustered' }
  if (greatest === Number.POSITIVE_INFINITY && !isSpread(values))
    return { value: weightedMean(values, weights), n, gap: UNBOUNDED }
  return meanLoss(values, greatest, level)
}

/** How much lower the first mean is than the second, row by row. */
export function gainOf(
  lower: Float64Array,
  higher: Float64Array,
  sample: Sample,
  greatest: number,
  level: number,
): Estimate {
  const n = lower.length
  const { weights, clusters } = sample
  const value = weightedMean(higher, weights) - weightedMean(lower, weights)
  if (weights || clusters) return { value, n, gap: 'rows are weighted or clustered' }
  if (greatest === Number.POSITIVE_INFINITY && !isSpread(lower.map((number, row) => number - (higher[row] ?? 0))))
    return { value, n, gap: UNBOUNDED }
  return pairedMeanLoss(lower, higher, greatest, level)
}

const UNBOUNDED = 'fewer than 10 rows differ from the rest, and nothing bounds how far others would'
