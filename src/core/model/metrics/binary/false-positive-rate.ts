import { defineBinaryMetric } from '../../binary-metric.ts'
import { pairedHits, pairedProportion } from '../../proportions/paired-proportion.ts'
import { proportion } from '../../proportions/proportion.ts'

/** Share of the negative rows that were predicted positive. */
export const falsePositiveRate = defineBinaryMetric({
  id: 'false-positive-rate',
  title: 'False positive rate',
  aliases: ['fpr', 'fall-out', 'false-alarm-rate'],
  better: 'lower',
  range: [0, 1],
  estimate: ({ confusion: { tn, fp } }, level) => proportion(fp, tn + fp, level),
  form: ({ positives, negatives, threshold }) => ({
    kind: 'mean',
    values: negatives.map(score => (score >= threshold ? 1 : 0)),
    start: positives.length,
    bounds: [0, 1],
  }),
  compare: (challenger, champion, level) =>
    pairedProportion(pairedHits(challenger.negatives, champion.negatives, challenger.threshold, 'below'), level),
})
