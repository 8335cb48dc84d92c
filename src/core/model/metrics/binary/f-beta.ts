import { confusionMetric } from '../../confusion-metric.ts'

/** Mean of precision and recall in which recall counts beta times as much. */
export const fBeta = confusionMetric({
  id: 'f-beta',
  title: 'F-beta',
  aliases: ['fbeta', 'fbeta-score', 'f-beta-score'],
  better: 'higher',
  range: [0, 1],
  value({ tp, fp, fn }, { beta }) {
    const own = (1 + beta ** 2) * tp
    return own / (own + beta ** 2 * fn + fp)
  },
})
