import type { MulticlassEvaluation } from '../../classes/multiclass-evaluation.ts'
import { shareMetric } from '../../estimators/share-metric.ts'

/** Share of rows whose class was predicted. */
export const accuracy = shareMetric<MulticlassEvaluation>({
  id: 'accuracy',
  title: 'Accuracy',
  aliases: ['acc', 'accuracy-score'],
  better: 'higher',
  rows: ({ truth, predicted }) => Uint8Array.from(truth, (own, row) => (own === predicted[row] ? 1 : 0)),
})
