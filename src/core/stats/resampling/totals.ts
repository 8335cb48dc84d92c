import type { Random } from '../random/random.ts'
import { bootstrapUnits } from './bootstrap-units.ts'
import type { Jackknife } from './jackknife.ts'
import type { Replicates } from './replicates.ts'
import { RESAMPLES } from './resamples.ts'
import { forEachStratum } from './strata.ts'

/** A statistic that depends only on sums over the rows, such as weighted cells, or Σ y² and Σ e²; NaN where undefined. */
export interface TotalsStatistic {
  /** How many units each stratum has, one stratum after another. */
  readonly strata: readonly number[]
  /** How many sums there are. */
  readonly width: number
  /** What each unit adds to every sum, unit by unit. */
  readonly parts: Float64Array
  readonly statistic: (totals: Float64Array) => number
}

/** The sums over all units. */
export function totalsOf({ width, parts }: Pick<TotalsStatistic, 'width' | 'parts'>): Float64Array {
  const totals = new Float64Array(width)
  for (let i = 0, cell = 0; i < parts.length; i++, cell = cell + 1 === width ? 0 : cell + 1)
    totals[cell] = (totals[cell] ?? 0) + (parts[i] ?? Number.NaN)
  return totals
}

/** The statistic on bootstrap resamples of the units, within each stratum. */
export function bootstrapTotals(
  { strata, width, parts, statistic }: TotalsStatistic,
  random: Random,
  resamples = RESAMPLES,
): Replicates {
  const totals = new Float64Array(width)
  const ofCounts = (counts: Uint32Array) => {
    totals.fill(0)
    for (let unit = 0; unit < counts.length; unit++) {
      const times = counts[unit] ?? 0
      if (times === 0) continue
      for (let cell = 0; cell < width; cell++)
        totals[cell] = (totals[cell] ?? 0) + times * (parts[unit * width + cell] ?? Number.NaN)
    }
    return statistic(totals)
  }
  return bootstrapUnits({ strata, statistic: ofCounts }, random, resamples)
}

/** The statistic without each unit in turn. */
export function jackknifeTotals({ strata, width, parts, statistic }: TotalsStatistic): Jackknife[] {
  const all = totalsOf({ width, parts })
  const without = new Float64Array(width)
  const found: Jackknife[] = []
  forEachStratum(strata, parts.length / width, (start, end) => {
    const values = Float64Array.from({ length: end - start }, (_, i) => {
      for (let cell = 0; cell < width; cell++)
        without[cell] = (all[cell] ?? 0) - (parts[(start + i) * width + cell] ?? Number.NaN)
      return statistic(without)
    })
    found.push({ values })
  })
  return found
}
