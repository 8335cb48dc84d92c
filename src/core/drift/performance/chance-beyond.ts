import { bisect } from '../../model/intervals/bisect.ts'
import type { Change } from './change.ts'

/** No p-value below this is told apart. */
const LEAST = 1e-12

/** Changes that do no harm, from the lowest to the highest. */
export type Harmless = readonly [lowest: number, highest: number]

/** p-value of the hypothesis that the change is harmless: the smallest alpha at which the whole interval at level 1 − 2 alpha lies beyond. */
export function chanceBeyond(change: Change, [lowest, highest]: Harmless): number {
  if (change.value >= lowest && change.value <= highest) return 1
  const beyond = (logAlpha: number) => {
    const [lower, upper] = change.intervalAt(1 - 2 * Math.exp(logAlpha))
    return upper < lowest || lower > highest
  }
  const alpha = Math.exp(bisect(Math.log(0.4999), Math.log(LEAST), beyond))
  // Harm on either side counts: each has half of the chance.
  return Math.min(1, Number.isFinite(lowest) && Number.isFinite(highest) ? 2 * alpha : alpha)
}
