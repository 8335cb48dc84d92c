import { rowMetric } from '../../labels/row-metric.ts'

/** Mean over the rows of the labels both true and given over those that are either; 0 for a row with neither, as in scikit-learn. */
export const jaccard = rowMetric({
  id: 'jaccard',
  title: 'Jaccard',
  aliases: ['jaccard-score', 'jaccard-samples'],
  better: 'higher',
  range: [0, 1],
  value({ truth, predicted }) {
    const both = Array.from(truth).filter((is, label) => is === 1 && predicted[label] === 1).length
    const either = Array.from(truth).filter((is, label) => is === 1 || predicted[label] === 1).length
    return either === 0 ? 0 : both / either
  },
})
