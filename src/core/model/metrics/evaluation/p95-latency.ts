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
  estimate({ columns, items, weights, clusters }, level) {
    const times = columns.get('latency')
    if (!times) return { value: null, n: 0, ...unset('latency') }
    const n = times.length
    const sorted = times.toSorted()
    const value = sorted[Math.ceil(P * n) - 1] ?? Number.NaN
    if (weights || clusters || items.length < n)
      return { value: weights ? null : value, n, gap: 'its answers are weighted or belong together' }
    const { lower, upper } = quantileRanks(n, P, level)
    const [start, end] = [lower && sorted[lower - 1], upper && sorted[upper - 1]]
    return start === undefined || end === undefined
      ? { value, n, gap: 'there are too few answers for an end of its interval' }
      : { value, n, interval: [start, end], method: 'order statistics' }
  },
}
