import { binomial } from '../../stats/distributions/binomial.ts'
import { type RowSample, SAMPLE, sampled } from '../measures/row-sample.ts'
import type { Measurement } from '../verdicts/finish-between.ts'

/** Level of the intervals of what is estimated from a sample. */
export const LEVEL = 0.99

/**
 * A quantile of a column's values (numpy's linear interpolation). Exact where the sample holds all rows; else with the
 * interval that order statistics give, distribution-free (David and Nagaraja 2003, 7.1). Undefined without values.
 */
export function quantileOf(sample: RowSample, quantile: number): Measurement | undefined {
  const values = Float64Array.from(
    sampled(sample).flatMap(([value = Number.NaN]) => (Number.isNaN(value) ? [] : [value])),
  ).sort()
  const n = values.length
  if (n === 0) return undefined
  const at = (n - 1) * quantile
  const low = values[Math.floor(at)] ?? Number.NaN
  const value = low + ((values[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at))
  if (sample.rows <= SAMPLE) return { value, n }
  const ranks = binomial(n, quantile)
  const lower = values[Math.max(0, ranks.ppf((1 - LEVEL) / 2) - 1)] ?? low
  const upper = values[Math.min(n - 1, ranks.isf((1 - LEVEL) / 2))] ?? low
  return { value, n, interval: [lower, upper], level: LEVEL, method: `order statistics of ${SAMPLE} sampled rows` }
}
