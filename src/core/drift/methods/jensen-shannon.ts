import { jensenShannonDivergence } from '../../stats/index.ts'
import { binnedDivergence } from '../binned-divergence.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'
import { BINNING, BOUNDS } from '../value-bins.ts'

/** Jensen–Shannon distance: the square root of the divergence. */
export const jensenShannon = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'jensen-shannon',
  title: 'Jensen–Shannon distance',
  variant:
    'sqrt(½ Σ p log2(p / m) + ½ Σ q log2(q / m)), m = (p + q) / 2: the distance, logarithm to base 2, between 0 and 1, no smoothing. ' +
    `${BINNING}. ${BOUNDS}, 8 ln 2 times the squared distance being on the scale of PSI`,
  accepts: ['numeric', 'categorical', 'boolean', 'datetime'],
  quantity: 'a Jensen–Shannon distance',
  harmless: 0.1,
  measure: (column, alpha) =>
    binnedDivergence(column, alpha, {
      of: (p, q) => Math.sqrt(jensenShannonDivergence(p, q, 2)),
      toPsi: effect => 8 * Math.LN2 * effect ** 2,
      fromPsi: effect => Math.sqrt(effect / 8 / Math.LN2),
      most: 1,
    }),
})
