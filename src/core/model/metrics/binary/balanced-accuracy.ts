import { defineBinaryMetric } from '../../binary-metric.ts'
import { proportion } from '../../proportions/proportion.ts'

/** Mean of recall and specificity. */
export const balancedAccuracy = defineBinaryMetric({
  id: 'balanced-accuracy',
  title: 'Balanced accuracy',
  aliases: ['balanced-acc', 'bacc', 'balanced-accuracy-score'],
  better: 'higher',
  range: [0, 1],
  estimate({ confusion: { tp, fp, fn, tn } }, level) {
    // Recall and specificity rest on different rows, so they are independent: each end of both holds with √(1 − α/2).
    const each = 2 * Math.sqrt((1 + level) / 2) - 1
    const recall = proportion(tp, tp + fn, each)
    const specificity = proportion(tn, tn + fp, each)
    const half = (a = 0, b = 0) => (a + b) / 2
    return {
      value: half(tp / (tp + fn), tn / (tn + fp)),
      n: tp + fp + fn + tn,
      interval: [
        half(recall.interval?.[0], specificity.interval?.[0]),
        half(recall.interval?.[1], specificity.interval?.[1]),
      ],
      method: 'clopper-pearson of recall and specificity (Šidák)',
    }
  },
})
