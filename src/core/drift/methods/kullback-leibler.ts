import { kullbackLeibler as divergence } from '../../stats/index.ts'
import { binnedDivergence } from '../binned-divergence.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'
import { BINNING, BOUNDS } from '../value-bins.ts'

/** Share that stands in for a smaller one, so that an empty bin has a logarithm. */
const FLOOR = 1e-4

/** Kullback–Leibler divergence of the current shares from those of the reference: Σ p ln(p / q). */
export const kullbackLeibler = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'kullback-leibler',
  title: 'Kullback–Leibler divergence',
  variant:
    'Σ p ln(p / q), p of the reference, q of the current table, natural logarithm, each share floored at 0.0001 and renormalised. ' +
    `${BINNING}. ${BOUNDS}, twice the divergence being on the scale of PSI`,
  accepts: ['numeric', 'categorical', 'boolean', 'datetime'],
  quantity: 'a Kullback–Leibler divergence',
  harmless: 0.05,
  measure: (column, alpha) =>
    binnedDivergence(column, alpha, {
      of: (p, q) => divergence(floored(p), floored(q)),
      toPsi: effect => 2 * effect,
      fromPsi: effect => effect / 2,
      most: Math.log(1 / FLOOR),
    }),
})

const floored = (shares: readonly number[]) => shares.map(share => Math.max(FLOOR, share))
