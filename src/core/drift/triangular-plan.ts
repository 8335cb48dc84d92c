import { chiSquared, nonCentralChiSquared, noncentrality } from '../stats/index.ts'
import type { Side } from './column.ts'
import type { Planned, Powers } from './method.ts'

/** Power of Le Cam's distance by the law of its statistic, all categories of the reference being frequent enough for it. */
export function triangularPlan(reference: Side, { limit, effect, alpha, tests, power }: Planned): Powers {
  const n = reference.rows - reference.missing
  const df = Math.max(1, reference.categories.size - 1)
  const noncentral = (distance: number, m: number) => (4 * distance ** 2) / (1 / n + 1 / m)
  const chance = chiSquared(df).isf(1 - power)
  const unsure = noncentrality(chance, df, 1 - 2 * alpha).upper
  const missed = (m: number) => Math.sqrt((1 - alpha ** (1 / Math.min(n, m))) / 2)
  return {
    passes: m => unsure <= noncentral(limit, m) && missed(m) <= limit,
    finds(m) {
      const bar = nonCentralChiSquared(df, noncentral(limit, m)).isf(alpha / tests)
      return nonCentralChiSquared(df, noncentral(effect, m)).sf(bar) >= power
    },
  }
}
