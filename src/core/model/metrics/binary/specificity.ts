import { defineBinaryMetric } from '../../binary-metric.ts'
import { pairedHits, pairedProportion } from '../../proportions/paired-proportion.ts'
import { proportion } from '../../proportions/proportion.ts'

/** Share of the negative rows that were predicted negative. */
export const specificity = defineBinaryMetric({
  id: 'specificity',
  title: 'Specificity',
  aliases: ['tnr', 'true-negative-rate'],
  better: 'higher',
  range: [0, 1],
  estimate: ({ confusion: { tn, fp } }, level) => proportion(tn, tn + fp, level),
  form: ({ positives, negatives, threshold }) => ({
    kind: 'mean',
    values: negatives.map(score => (score >= threshold ? 0 : 1)),
    start: positives.length,
    bounds: [0, 1],
  }),
  compare: (challenger, champion, level) =>
    pairedProportion(pairedHits(challenger.negatives, champion.negatives, challenger.threshold, 'below'), level),
})
