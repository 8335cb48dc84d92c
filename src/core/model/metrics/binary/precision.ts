import { defineBinaryMetric } from '../../binary-metric.ts'
import { confusionForm } from '../../forms/confusion-form.ts'
import { proportion } from '../../proportions/proportion.ts'

/** Share of the rows predicted positive that are positive. */
export const precision = defineBinaryMetric({
  id: 'precision',
  title: 'Precision',
  aliases: ['ppv', 'positive-predictive-value', 'precision-score'],
  better: 'higher',
  range: [0, 1],
  estimate({ confusion: { tp, fp } }, level) {
    if (tp + fp === 0) return { value: null, n: 0, gap: 'no row was predicted positive' }
    return proportion(tp, tp + fp, level, 'clopper-pearson (given the number of rows predicted positive)')
  },
  form: model => confusionForm(model, ({ tp, fp }) => tp / (tp + fp)),
})
