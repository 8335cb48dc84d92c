import type { AnswersEvaluation } from '../../answers/answers-evaluation.ts'
import { shareMetric } from '../../estimators/share-metric.ts'

/** Share of the items that were answered rightly and wrongly: how much an evaluation of one answer each is a matter of luck. */
export const flipRate = shareMetric<AnswersEvaluation>({
  id: 'flip-rate',
  title: 'Items answered both ways',
  aliases: ['flips'],
  better: 'lower',
  rows({ items, right }) {
    if (items.every(({ length }) => length === 1)) return { gap: 'every item is answered once', unasked: true }
    return Uint8Array.from(items, rows => {
      const hits = rows.reduce((sum, row) => sum + (right[row] ?? 0), 0)
      return hits > 0 && hits < rows.length ? 1 : 0
    })
  },
})
