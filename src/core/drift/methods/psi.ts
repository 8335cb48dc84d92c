import { binnedDivergence } from '../binned-divergence.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'
import { BINNING, BOUNDS, valueBins } from '../value-bins.ts'

/** Share that stands in for a smaller one, so that an empty bin has a logarithm. */
const FLOOR = 1e-4

/** Population stability index over the reference's deciles (Yurdakul 2018): Σ (q − p) ln(q / p). */
export const psi = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'psi',
  title: 'Population stability index',
  variant:
    'Σ (q − p) ln(q / p), natural logarithm, each share floored at 0.0001 and not renormalised. ' +
    'As reported: over shares of all rows; numbers in bins between the deciles of the reference (type 7), closed above, equal deciles merged, ' +
    'categories one bin each, missing values, and cells that are neither number nor counted category, bins of their own. ' +
    `As decided on where chosen: over shares of the rows with a value. ${BINNING}. ${BOUNDS}. ` +
    'The customary marks 0.1 and 0.25 know nothing of the number of rows',
  accepts: ['numeric', 'categorical', 'boolean', 'datetime'],
  quantity: 'a PSI',
  harmless: 0.1,
  measure: (column, alpha) =>
    binnedDivergence(column, alpha, {
      of: (p, q) => p.reduce((sum, share, i) => sum + term(share, q[i] ?? 0), 0),
      toPsi: effect => effect,
      fromPsi: effect => effect,
      most: 2 * Math.log(1 / FLOOR),
    }),
  report(column) {
    const { reference, current } = column
    const values = reference.numbers.length + reference.categories.size
    if (values === 0 || current.rows === 0) return undefined
    const others = column.kind === 'numeric' || column.kind === 'datetime'
    const bins = [
      ...valueBins(column, 'all'),
      ...(others ? [{ reference: reference.others, current: current.others }] : []),
      { reference: reference.missing, current: current.missing },
    ].filter(bin => bin.reference + bin.current > 0)
    return bins.reduce((sum, bin) => sum + term(bin.reference / reference.rows, bin.current / current.rows), 0)
  },
})

function term(p: number, q: number): number {
  const [a, b] = [Math.max(FLOOR, p), Math.max(FLOOR, q)]
  return (b - a) * Math.log(b / a)
}
