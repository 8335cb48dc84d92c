import { studentT } from '../../stats/index.ts'
import { differences } from '../differences.ts'
import type { Estimate } from '../estimate.ts'
import { chernoffHoeffding } from '../intervals/chernoff-hoeffding.ts'
import { isSpread } from '../is-spread.ts'
import { mean, variance } from '../moments.ts'

/**
 * Mean of row losses between 0 and `greatest`, with Student's interval; where fewer than ten rows differ from the rest the
 * variance says nothing, and the interval rests on the bounds alone.
 */
export function meanLoss(losses: Float64Array, greatest: number, level: number): Estimate {
  const n = losses.length
  const value = mean(losses)
  if (isSpread(losses)) return { value, n, ...student(losses, value, level), method: 'student-t' }
  const [lower, upper] = chernoffHoeffding(value / greatest, n, level)
  return {
    value,
    n,
    interval: [lower * greatest, upper * greatest],
    method: 'chernoff-hoeffding (fewer than 10 rows differ from the rest)',
  }
}

/** How much lower the challenger's mean loss is than the champion's, row by row; the fallback bounds gains and losses apart. */
export function pairedMeanLoss(
  challenger: Float64Array,
  champion: Float64Array,
  greatest: number,
  level: number,
): Estimate {
  const gains = differences(champion, challenger)
  const n = gains.length
  const value = mean(gains)
  if (isSpread(gains)) return { value, n, ...student(gains, value, level), method: 'student-t-paired' }
  const gained = mean(gains.map(gain => Math.max(gain, 0))) / greatest
  const lost = mean(gains.map(gain => Math.max(-gain, 0))) / greatest
  return {
    value,
    n,
    interval: [-greatest * chernoffHoeffding(lost, n, level)[1], greatest * chernoffHoeffding(gained, n, level)[1]],
    method: 'chernoff-hoeffding-paired (fewer than 10 rows differ from the rest)',
  }
}

function student(values: Float64Array, centre: number, level: number) {
  const standardError = Math.sqrt(variance(values) / values.length)
  const reach = studentT(values.length - 1).isf((1 - level) / 2) * standardError
  return { standardError, interval: [centre - reach, centre + reach] as const }
}
