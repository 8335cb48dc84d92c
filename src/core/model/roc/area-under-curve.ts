import type { Estimate } from '../estimate.ts'
import type { Evaluation } from '../evaluation.ts'
import { chernoffHoeffding } from '../intervals/chernoff-hoeffding.ts'
import { delong } from './delong.ts'
import { FEW_PLACED_APART, fewPlacedApart } from './few-placed-apart.ts'
import { logitInterval } from './logit-interval.ts'
import { oneRowMore } from './one-row-more.ts'
import { placementsInOrder } from './placements.ts'
import { wider } from './wider.ts'

/**
 * Area under the ROC curve with an interval in the logit from DeLong's variance: the wider, on either side, of that of the
 * rows and that of the rows and one more of each class that the model tells nothing about. Without that row a floor just
 * above the truth is passed two to six times as often as it may where positives are few (bench/coverage.ts). Where
 * fewer than ten rows of a class are placed otherwise than the rest (perfect separation, a constant score), the interval
 * rests on min(m, n) independent pairs alone: it never has zero width.
 */
export function areaUnderCurve(scores: Evaluation, level: number): Estimate {
  const placements = placementsInOrder(scores)
  const area = delong(placements)
  const { value, standardError, classes } = area
  const [m, n] = [classes[0].rows, classes[1].rows]
  if (fewPlacedApart(placements))
    return {
      value,
      n: m + n,
      interval: chernoffHoeffding(value, Math.min(m, n), level),
      method: `chernoff-hoeffding on ${FEW_PLACED_APART}`,
    }
  const interval = wider(logitInterval(area, level), logitInterval(oneRowMore(area), level))
  return { value, n: m + n, standardError, interval, method: 'delong-logit with one more row of each class' }
}
