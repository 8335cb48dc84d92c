import { quantileRanks } from '../../../stats/intervals/quantile-ranks.ts'
import type { AnswersEvaluation } from '../../answers/answers-evaluation.ts'
import { unset } from '../../estimators/gap.ts'
import type { Metric } from '../../metric.ts'

const P = 0.95

/** Time within which 95 % of the answers came. Its interval is between two of the times, whatever their distribution. */
export const p95Latency: Metric<AnswersEvaluation> = {
  id: 'p95-latency',
  title: '95 % latency',
  aliases: ['latency-p95', 'p-95-latency'],
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  estimate({ columns, items }, level) {
    const times = columns.get('latency')
    if (!times) return { value: null, n: 0, ...unset('latency') }
    const n = times.length
    const sorted = times.toSorted()
    const value = sorted[Math.ceil(P * n) - 1] ?? Number.NaN
    if (items.length < n) return { value, n }
    const { lower, upper } = quantileRanks(n, P, level)
    const [start, end] = [lower && sorted[lower - 1], upper && sorted[upper - 1]]
    return start === undefined || end === undefined
      ? { value, n, gap: 'there are too few answers for an end of its interval' }
      : { value, n, interval: [start, end], method: 'order statistics' }
  },
  form({ columns, items }) {
    const times = columns.get('latency')
    return times ? { kind: 'weighted', rows: items.length, ...byTime(times, items) } : unset('latency')
  },
}

/** The least time by which answers of at least that share of the weight came; an answer counts as its item does. */
function byTime(times: Float64Array, items: readonly Uint32Array[]) {
  const itemOf = new Uint32Array(times.length)
  for (const [item, rows] of items.entries()) for (const row of rows) itemOf[row] = item
  const order = Uint32Array.from(times.keys()).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0))
  const value = ([weights = new Float64Array()]: readonly Float64Array[]) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    let below = 0
    const place = weights.findIndex(weight => {
      below += weight
      return below > 0 && below >= P * total
    })
    return times[order[place] ?? -1] ?? Number.NaN
  }
  return { orders: [order.map(row => itemOf[row] ?? 0)], value }
}
