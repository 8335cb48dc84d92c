import type { Interval } from '../intervals/interval.ts'
import { acceleration } from './acceleration.ts'
import { bca } from './bca.ts'
import type { Jackknife } from './jackknife.ts'
import type { Replicates } from './replicates.ts'

/** Rows or clusters below which a bootstrap promises nothing. */
const LEAST_UNITS = 50

/** Share of resamples on which the statistic may be undefined. */
const MOST_MISSING = 0.05

/** What a bootstrap interval is made from. */
export interface Bootstrapped {
  readonly estimate: number
  /** Independent rows or clusters. */
  readonly units: number
  /** What the units are called. */
  readonly noun?: 'rows' | 'clusters'
  readonly replicates: () => Replicates
  readonly jackknife: () => readonly Jackknife[]
}

/** A BCa interval with the standard deviation of the replicates, or why there is none, as a clause. */
export type BootstrapInterval =
  | { readonly interval: Interval; readonly standardError: number }
  | { readonly gap: string }

/** The BCa interval, where there are at least 50 units and nearly all resamples have a value. */
export function bootstrapInterval(
  { estimate, units, noun = 'rows', replicates, jackknife }: Bootstrapped,
  level: number,
): BootstrapInterval {
  if (Number.isNaN(estimate)) return { gap: 'it is undefined on these rows' }
  if (units < LEAST_UNITS) return { gap: `a bootstrap needs at least ${LEAST_UNITS} ${noun}, and there are ${units}` }
  const { values, missing } = replicates()
  const share = missing / (missing + values.length)
  if (share > MOST_MISSING)
    return { gap: `it is undefined on ${(100 * share).toFixed(1)} % of the bootstrap resamples` }
  const standardError = deviation(values)
  if (standardError === 0) return { gap: 'it is the same on every bootstrap resample' }
  const found = acceleration(jackknife())
  const interval = Number.isNaN(found) ? undefined : bca(estimate, values, found, level)
  if (interval === undefined) return { gap: 'too few rows decide it for a bootstrap' }
  return { interval, standardError }
}

function deviation(values: Float64Array): number {
  if (values.every(value => value === values[0])) return 0
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}
