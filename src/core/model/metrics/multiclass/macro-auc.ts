import type { MulticlassEvaluation } from '../../classes/multiclass-evaluation.ts'
import { unset } from '../../estimators/gap.ts'
import { resampledMetric } from '../../estimators/resampled-metric.ts'
import { mean } from '../../moments.ts'
import { areaUnderSweep } from '../../roc/area-under-sweep.ts'
import { ranked } from '../../roc/ranked.ts'

/** Mean over the classes of the area under the ROC curve of each against the rest. */
export const macroAuc = resampledMetric<MulticlassEvaluation>({
  id: 'macro-auc',
  title: 'Macro AUC (one against the rest)',
  aliases: ['auc', 'roc-auc', 'macro-roc-auc', 'auc-ovr', 'roc-auc-ovr'],
  better: 'higher',
  range: [0, 1],
  ordered({ truth, probabilities }) {
    if (!probabilities) return unset('probabilities')
    const classes = probabilities.map((scores, own) => ranked(scores, row => truth[row] === own))
    return {
      orders: classes.map(({ order }) => order),
      value: weights =>
        mean(Float64Array.from(classes, (rows, own) => areaUnderSweep(rows, weights[own] ?? new Float64Array()))),
    }
  },
})
