import { defineBinaryMetric } from '../../binary-metric.ts'
import { rowLosses } from '../../losses/row-losses.ts'
import { pairedHits, pairedProportion } from '../../proportions/paired-proportion.ts'
import { proportion } from '../../proportions/proportion.ts'

/** Share of rows whose class was predicted. */
export const accuracy = defineBinaryMetric({
  id: 'accuracy',
  title: 'Accuracy',
  aliases: ['acc', 'accuracy-score'],
  better: 'higher',
  range: [0, 1],
  estimate: ({ confusion: { tp, fp, fn, tn } }, level) => proportion(tp + tn, tp + fp + fn + tn, level),
  form: ({ positives, negatives, threshold }) => ({
    kind: 'mean',
    values: rowLosses(
      { positives, negatives },
      score => (score >= threshold ? 1 : 0),
      score => (score >= threshold ? 0 : 1),
    ),
    bounds: [0, 1],
  }),
  compare(challenger, champion, level) {
    const positives = pairedHits(challenger.positives, champion.positives, challenger.threshold, 'above')
    const negatives = pairedHits(challenger.negatives, champion.negatives, challenger.threshold, 'below')
    return pairedProportion(
      {
        n: positives.n + negatives.n,
        gained: positives.gained + negatives.gained,
        lost: positives.lost + negatives.lost,
      },
      level,
    )
  },
})
