import { defineBinaryMetric } from '../../binary-metric.ts'
import { confusionForm } from '../../forms/confusion-form.ts'
import { meanOfTwo } from '../../proportions/mean-of-two.ts'
import { pairedHits, pairedProportion } from '../../proportions/paired-proportion.ts'
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
  compare(challenger, champion, level) {
    const ofClass = (side: 'positives' | 'negatives', right: 'above' | 'below') =>
      pairedProportion(pairedHits(challenger[side], champion[side], challenger.threshold, right), level)
    return meanOfTwo(ofClass('positives', 'above'), ofClass('negatives', 'below'))
  },
  form: model => confusionForm(model, ({ tp, fp, fn, tn }) => (tp / (tp + fn) + tn / (tn + fp)) / 2),
})
