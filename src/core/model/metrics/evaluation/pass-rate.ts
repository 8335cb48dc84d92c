import type { AnswersEvaluation } from '../../answers/answers-evaluation.ts'
import { itemMeans } from '../../answers/item-means.ts'
import { meanMetric } from '../../estimators/mean-metric.ts'

/** Chance that one answer to an item is right: the one expected, or of a grade that reaches the threshold. */
export const passRate = meanMetric<AnswersEvaluation>({
  id: 'pass-rate',
  title: 'Pass@1',
  aliases: ['pass', 'pass-at-one'],
  better: 'higher',
  range: [0, 1],
  rows: ({ items, right }) => itemMeans(items, right),
})
