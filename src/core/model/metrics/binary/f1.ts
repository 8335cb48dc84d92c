import { clopperPearson } from '../../../stats/index.ts'
import { defineBinaryMetric } from '../../binary-metric.ts'
import { confusionForm } from '../../forms/confusion-form.ts'

/** F1 as a function of J = TP / (TP + FP + FN), the share of true positives among all rows but true negatives. */
const ofJaccard = (j: number) => (2 * j) / (1 + j)

/** Harmonic mean of precision and recall. */
export const f1 = defineBinaryMetric({
  id: 'f1',
  title: 'F1',
  aliases: ['f1-score', 'f-1', 'f-score', 'f-measure'],
  better: 'higher',
  range: [0, 1],
  estimate({ confusion: { tp, fp, fn } }, level) {
    const n = tp + fp + fn
    const { lower, upper } = clopperPearson(tp, n, level)
    return {
      value: ofJaccard(tp / n),
      n,
      interval: [ofJaccard(lower), ofJaccard(upper)],
      method: 'clopper-pearson on J = TP/(TP+FP+FN) (given TP+FP+FN), as F1 = 2J/(1+J)',
    }
  },
  form: model => confusionForm(model, ({ tp, fp, fn }) => (2 * tp) / (2 * tp + fp + fn)),
})
