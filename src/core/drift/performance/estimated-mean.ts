import { chernoffHoeffding } from '../../model/intervals/chernoff-hoeffding.ts'
import { isSpread } from '../../model/is-spread.ts'
import { mean, variance } from '../../model/moments.ts'
import { studentT } from '../../stats/index.ts'
import type { Estimated } from './estimated.ts'

/** Mean of row losses between 0 and `greatest`, with Student's interval, or by the bounds alone where fewer than ten rows differ from the rest. */
export function estimatedMean(losses: Float64Array, greatest: number): Estimated {
  const n = losses.length
  const value = mean(losses)
  if (!isSpread(losses))
    return {
      value,
      n,
      method: 'chernoff-hoeffding',
      intervalAt(level) {
        const [lower, upper] = chernoffHoeffding(value / greatest, n, level)
        return [lower * greatest, upper * greatest]
      },
    }
  const error = Math.sqrt(variance(losses) / n)
  return {
    value,
    n,
    method: 'student-t',
    intervalAt(level) {
      const reach = studentT(n - 1).isf((1 - level) / 2) * error
      return [value - reach, value + reach]
    },
  }
}
