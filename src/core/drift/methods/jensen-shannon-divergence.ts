import { jensenShannonDivergence as divergence } from '../../stats/index.ts'
import { binnedDivergence } from '../binned-divergence.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'
import { BINNING, BOUNDS } from '../value-bins.ts'

/** Jensen–Shannon divergence: the square of the distance. */
export const jensenShannonDivergence = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'jensen-shannon-divergence',
  title: 'Jensen–Shannon divergence',
  variant:
    '½ Σ p log2(p / m) + ½ Σ q log2(q / m), m = (p + q) / 2: the divergence, logarithm to base 2, between 0 and 1, no smoothing. ' +
    `${BINNING}. ${BOUNDS}, 8 ln 2 times the divergence being on the scale of PSI`,
  accepts: ['numeric', 'categorical', 'boolean', 'datetime'],
  quantity: 'a Jensen–Shannon divergence',
  harmless: 0.01,
  measure: (column, alpha) =>
    binnedDivergence(column, alpha, {
      of: (p, q) => divergence(p, q, 2),
      toPsi: effect => 8 * Math.LN2 * effect,
      fromPsi: effect => effect / 8 / Math.LN2,
      most: 1,
    }),
})
