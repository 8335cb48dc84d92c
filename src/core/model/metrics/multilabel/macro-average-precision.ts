import { resampledMetric } from '../../estimators/resampled-metric.ts'
import type { MultilabelEvaluation } from '../../labels/multilabel-evaluation.ts'
import { sweptLabels } from '../../labels/swept-labels.ts'
import { averagePrecisionOfSweep } from '../../roc/average-precision-of-sweep.ts'

/** Mean over the labels of their average precision. */
export const macroAveragePrecision = resampledMetric<MultilabelEvaluation>({
  id: 'macro-average-precision',
  title: 'Macro average precision',
  aliases: ['map', 'mean-average-precision', 'pr-auc'],
  better: 'higher',
  range: [0, 1],
  ordered: model => sweptLabels(model, averagePrecisionOfSweep),
})
