import type { MulticlassEvaluation } from '../../classes/multiclass-evaluation.ts'
import { unset } from '../../estimators/gap.ts'
import { shareMetric } from '../../estimators/share-metric.ts'
import { firstOnes } from '../../first-ones.ts'

/** Share of rows whose class is among the k most probable; of classes as probable, those named last come first, as in scikit-learn. */
export const topKAccuracy = shareMetric<MulticlassEvaluation>({
  id: 'top-k-accuracy',
  title: 'Top-k accuracy',
  aliases: ['top-k', 'top-k-acc', 'top-k-accuracy-score'],
  better: 'higher',
  parameter: firstOnes(
    k => ({ id: `top-${k}-accuracy`, title: `Top-${k} accuracy` }),
    /top[-_\s]*(\d+)(?:[-_\s]*acc(?:uracy)?)?(?![\w.])/iy,
  ),
  rows({ truth, probabilities, k }) {
    if (!probabilities) return unset('probabilities')
    return Uint8Array.from(truth, (own, row) => {
      const its = probabilities[own]?.[row] ?? Number.NaN
      let before = 0
      for (const [other, column] of probabilities.entries()) {
        const probability = column[row] ?? Number.NaN
        if (probability > its || (probability === its && other > own)) before++
      }
      return before < k ? 1 : 0
    })
  },
})
