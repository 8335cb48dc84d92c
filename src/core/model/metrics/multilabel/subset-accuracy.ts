import { rowMetric } from '../../labels/row-metric.ts'

/** Share of the rows whose labels are all right. */
export const subsetAccuracy = rowMetric({
  id: 'subset-accuracy',
  title: 'Subset accuracy',
  aliases: ['accuracy', 'exact-match-ratio'],
  better: 'higher',
  range: [0, 1],
  value: ({ truth, predicted }) => (Array.from(truth).every((is, label) => is === predicted[label]) ? 1 : 0),
})
