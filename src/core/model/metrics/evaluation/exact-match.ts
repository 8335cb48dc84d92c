import type { AnswersEvaluation } from '../../answers/answers-evaluation.ts'
import { itemMeans } from '../../answers/item-means.ts'
import { unset } from '../../estimators/gap.ts'
import { meanMetric } from '../../estimators/mean-metric.ts'

/** Share of the answers that are, to the letter, the one expected. */
export const exactMatch = meanMetric<AnswersEvaluation>({
  id: 'exact-match',
  title: 'Exact match',
  aliases: ['em'],
  better: 'higher',
  range: [0, 1],
  rows: ({ items, exact }) => (exact ? itemMeans(items, exact) : unset('predicted')),
})
