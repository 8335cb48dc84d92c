import { kappa } from '../../classes/kappa.ts'
import { twoClassMatrix } from '../../classes/two-class-matrix.ts'
import { confusionMetric } from '../../confusion-metric.ts'

/** Agreement of the true and the predicted classes beyond chance. */
export const cohenKappa = confusionMetric({
  id: 'kappa',
  title: "Cohen's kappa",
  aliases: ['cohen-kappa', 'cohens-kappa', 'cohen-kappa-score'],
  better: 'higher',
  range: [-1, 1],
  value: confusion => kappa(twoClassMatrix(confusion)),
})
