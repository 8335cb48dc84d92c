import type { Settings } from '../../settings/schema.ts'
import type { TwoClasses } from '../task.ts'

export type Costs = NonNullable<Settings['certify']['costs']>

/** What a row costs, by its true class, 1 for positive, and the predicted one. */
export const costOf = (label: number, positive: boolean, costs: Costs): number =>
  label === 1
    ? costs[positive ? 'true-positive' : 'false-negative']
    : costs[positive ? 'false-positive' : 'true-negative']

/** The threshold under which these rows cost least, in the middle of the gap between two scores; of several the highest. */
export function cheapestThreshold({ labels, scores }: TwoClasses, costs: Costs): number {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  // Above the highest score nobody is predicted positive; every score that is passed on the way down changes its rows' cost.
  let cost = 0
  let [least, best] = [0, 1 + Number.EPSILON]
  for (const [place, row] of order.entries()) {
    const label = labels[row] ?? 0
    cost += costOf(label, true, costs) - costOf(label, false, costs)
    const score = scores[row] ?? Number.NaN
    const next = scores[order[place + 1] ?? -1]
    if (next === score) continue
    if (cost < least) [least, best] = [cost, next === undefined ? score : (score + next) / 2]
  }
  return Math.min(best, 1)
}
