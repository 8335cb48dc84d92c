import { hellingerDistance } from '../../stats/index.ts'
import { binnedDivergence } from '../binned-divergence.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'
import { BINNING, BOUNDS } from '../value-bins.ts'

/** Hellinger distance of binned shares. */
export const hellinger = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'hellinger',
  title: 'Hellinger distance',
  variant:
    'sqrt(½ Σ (√p − √q)²), between 0 and 1, no smoothing. ' +
    `${BINNING}. ${BOUNDS}, 8 times the squared distance being on the scale of PSI`,
  accepts: ['numeric', 'categorical', 'boolean', 'datetime'],
  quantity: 'a Hellinger distance',
  harmless: 0.1,
  measure: (column, alpha) =>
    binnedDivergence(column, alpha, {
      of: hellingerDistance,
      toPsi: effect => 8 * effect ** 2,
      fromPsi: effect => Math.sqrt(effect / 8),
      most: 1,
    }),
})
