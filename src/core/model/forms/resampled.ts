import { type Bootstrapped, bootstrapInterval } from '../../stats/resampling/bootstrap-interval.ts'
import { RESAMPLES } from '../../stats/resampling/resamples.ts'
import { bootstrapTotals, jackknifeTotals } from '../../stats/resampling/totals.ts'
import { grouped } from '../../wording/grouped.ts'
import type { Estimate } from '../estimate.ts'
import type { Design } from './design.ts'
import type { UnitSums } from './unit-sums.ts'

/** An estimate with its BCa interval, or why it has none. */
export function resampled(
  source: Bootstrapped,
  { level, n, drawn, better = 'higher' }: { level: number; n: number; drawn: string; better?: 'higher' | 'lower' },
): Estimate {
  const value = better === 'higher' ? source.estimate : 0 - source.estimate
  const found = bootstrapInterval(source, level)
  const estimate = { value: Number.isNaN(value) ? null : value, n }
  if ('gap' in found) return { ...estimate, gap: found.gap }
  const { lower, upper } = found.interval
  return {
    ...estimate,
    interval: better === 'higher' ? [lower, upper] : [0 - upper, 0 - lower],
    method: `bca (${grouped(RESAMPLES)} bootstrap resamples of ${drawn})`,
    standardError: found.standardError,
  }
}

/** Of sums over units. */
export const resampledUnits = (
  units: UnitSums,
  estimate: number,
  { design, purpose, ...rest }: { design: Design; purpose: string; n: number; better?: 'higher' | 'lower' },
): Estimate =>
  resampled(
    {
      estimate,
      units: units.units,
      noun: units.noun,
      replicates: () => bootstrapTotals(units, design.random(purpose)),
      jackknife: () => jackknifeTotals(units),
    },
    { ...rest, level: design.level, drawn: units.drawn },
  )
