import { rowMetric } from '../../labels/row-metric.ts'

/** Share of the labels of a row that are wrong, given or not. */
export const hammingLoss = rowMetric({
  id: 'hamming-loss',
  title: 'Hamming loss',
  aliases: ['hamming'],
  better: 'lower',
  range: [0, 1],
  value: ({ truth, predicted }) =>
    Array.from(truth).filter((is, label) => is !== predicted[label]).length / truth.length,
})
