import { resampledMetric } from '../../estimators/resampled-metric.ts'
import type { MultilabelEvaluation } from '../../labels/multilabel-evaluation.ts'
import { sweptLabels } from '../../labels/swept-labels.ts'
import { areaUnderSweep } from '../../roc/area-under-sweep.ts'

/** Mean over the labels of the area under the ROC curve. */
export const macroAuc = resampledMetric<MultilabelEvaluation>({
  id: 'macro-auc',
  title: 'Macro AUC',
  aliases: ['auc', 'roc-auc', 'macro-roc-auc'],
  better: 'higher',
  range: [0, 1],
  ordered: model => sweptLabels(model, areaUnderSweep),
})
