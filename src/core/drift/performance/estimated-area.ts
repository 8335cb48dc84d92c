import { chernoffHoeffding } from '../../model/intervals/chernoff-hoeffding.ts'
import { isSpread } from '../../model/is-spread.ts'
import { delong } from '../../model/roc/delong.ts'
import { placementsInOrder } from '../../model/roc/placements.ts'
import type { Scores } from '../../model/scores.ts'
import { normal } from '../../stats/index.ts'
import type { Estimated } from './estimated.ts'

/**
 * Area under the ROC curve with DeLong's normal interval; where fewer than ten rows of a class are placed otherwise than the rest, by
 * min(m, n) independent pairs alone. Undefined without rows of both classes.
 */
export function estimatedArea(scores: Scores): Estimated | undefined {
  const [m, k] = [scores.positives.length, scores.negatives.length]
  if (m === 0 || k === 0) return undefined
  const placements = placementsInOrder(scores)
  const { value, standardError } = delong(placements)
  const n = m + k
  if (!isSpread(placements.positives) || !isSpread(placements.negatives))
    return {
      value,
      n,
      method: 'chernoff-hoeffding on min(m, n) pairs',
      intervalAt: level => chernoffHoeffding(value, Math.min(m, k), level),
    }
  return {
    value,
    n,
    method: 'delong',
    intervalAt(level) {
      const reach = normal.isf((1 - level) / 2) * standardError
      return [value - reach, value + reach]
    },
  }
}
