import { normal } from '../stats/index.ts'
import type { Side } from './column.ts'
import type { Planned, Powers } from './method.ts'

/**
 * Power of the percentile shift, for a column that moves sideways.
 *
 * Without a change, the distance exceeds its standard error times z of half the chance left with about that chance: it is the integral of
 * a Brownian bridge's absolute value, whose far tail is that of a normal variable, and for tied values less. A change is found where
 * the distance exceeds the limit and the rank test rejects, whose statistic has the effect over its standard error for mean.
 */
export function percentilePlan(reference: Side, { limit, effect, alpha, tests, power }: Planned): Powers {
  const n = reference.numbers.length
  const error = (m: number) => Math.sqrt(1 / n + 1 / m)
  const miss = normal.isf(1 - power)
  const noise = normal.isf((1 - power) / 2)
  return {
    passes: m => (noise + normal.isf(alpha)) * error(m) <= limit,
    finds: m => effect - miss * error(m) >= limit && effect / error(m) >= normal.isf(alpha / tests / 4) + miss,
  }
}
