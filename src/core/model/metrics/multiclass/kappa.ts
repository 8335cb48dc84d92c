import { kappa } from '../../classes/kappa.ts'
import { matrixMetric } from '../../classes/matrix-metric.ts'

/** Agreement of the true and the predicted classes beyond chance. */
export const cohenKappa = matrixMetric({
  id: 'kappa',
  title: "Cohen's kappa",
  aliases: ['cohen-kappa', 'cohens-kappa', 'cohen-kappa-score'],
  better: 'higher',
  naive: 0,
  range: [-1, 1],
  value: kappa,
})
