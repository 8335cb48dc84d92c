import { defineBinaryMetric } from '../../binary-metric.ts'
import { pairedHits, pairedProportion } from '../../proportions/paired-proportion.ts'
import { proportion } from '../../proportions/proportion.ts'

/** Share of the positive rows that were predicted positive. */
export const recall = defineBinaryMetric({
  id: 'recall',
  title: 'Recall',
  aliases: ['sensitivity', 'tpr', 'true-positive-rate', 'recall-score'],
  better: 'higher',
  range: [0, 1],
  estimate: ({ confusion: { tp, fn } }, level) => proportion(tp, tp + fn, level),
  form: ({ positives, threshold }) => ({
    kind: 'mean',
    values: positives.map(score => (score >= threshold ? 1 : 0)),
    bounds: [0, 1],
  }),
  compare: (challenger, champion, level) =>
    pairedProportion(pairedHits(challenger.positives, champion.positives, challenger.threshold, 'above'), level),
})
