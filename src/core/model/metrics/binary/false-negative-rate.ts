import { defineBinaryMetric } from '../../binary-metric.ts'
import { pairedHits, pairedProportion } from '../../proportions/paired-proportion.ts'
import { proportion } from '../../proportions/proportion.ts'

/** Share of the positive rows that were predicted negative. */
export const falseNegativeRate = defineBinaryMetric({
  id: 'false-negative-rate',
  title: 'False negative rate',
  aliases: ['fnr', 'miss-rate'],
  better: 'lower',
  range: [0, 1],
  estimate: ({ confusion: { tp, fn } }, level) => proportion(fn, tp + fn, level),
  form: ({ positives, threshold }) => ({
    kind: 'mean',
    values: positives.map(score => (score >= threshold ? 0 : 1)),
    bounds: [0, 1],
  }),
  compare: (challenger, champion, level) =>
    pairedProportion(pairedHits(challenger.positives, champion.positives, challenger.threshold, 'above'), level),
})
