import type { AnswersEvaluation } from '../../answers/answers-evaluation.ts'
import { itemMeans } from '../../answers/item-means.ts'
import { meanMetric } from '../../estimators/mean-metric.ts'

/** Mean grade of the answers, every item counting the same. */
export const meanScore = meanMetric<AnswersEvaluation>({
  id: 'mean-score',
  title: 'Mean score',
  aliases: ['score', 'mean-grade', 'rubric-mean', 'mean-reward'],
  better: 'higher',
  range: [0, 1],
  rows: ({ items, grades }) =>
    grades ? itemMeans(items, grades) : { gap: "answers have no grade, as 'certify.predicted' is set", unasked: true },
})
