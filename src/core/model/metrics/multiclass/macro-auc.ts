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
  value({ truth, probabilities }) {
    if (!probabilities) return unset('probabilities')
    const classes = probabilities.map((scores, own) =>
      ranked(
        scores,
        Uint8Array.from(truth, one => (one === own ? 1 : 0)),
      ),
    )
    return weights => mean(Float64Array.from(classes, rows => areaUnderSweep(rows, weights)))
  },
})
