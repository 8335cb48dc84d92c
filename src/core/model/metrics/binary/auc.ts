import { defineBinaryMetric } from '../../binary-metric.ts'
import { areaForm } from '../../roc/area-form.ts'
import { areaUnderCurve } from '../../roc/area-under-curve.ts'
import { pairedAreaUnderCurve } from '../../roc/paired-area-under-curve.ts'

/** Area under the ROC curve: the chance that a positive row scores above a negative one, a tie counting half. */
export const auc = defineBinaryMetric({
  id: 'auc',
  title: 'AUC',
  aliases: ['roc-auc', 'auroc', 'roc-auc-score', 'auc-roc'],
  better: 'higher',
  naive: 0.5,
  range: [0, 1],
  estimate: areaUnderCurve,
  compare: pairedAreaUnderCurve,
  form: areaForm,
  untested: true,
})
