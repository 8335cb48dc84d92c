import { ks2samp } from '../../stats/index.ts'
import { distanceInference } from '../distance-inference.ts'
import { median } from '../median.ts'
import { defineMethod } from '../method.ts'
import { shown } from '../shown.ts'

/** Kolmogorov–Smirnov distance of two samples of numbers, with test and confidence bounds. */
export const kolmogorovSmirnov = defineMethod({
  id: 'kolmogorov-smirnov',
  title: 'Kolmogorov–Smirnov distance',
  variant:
    'D = max |F(x) − G(x)| of the two empirical distribution functions over finite values, missing left out, ties processed together. ' +
    "Two-sided p as scipy's ks_2samp (method auto: exact to 10 000 rows a side, then Simard and L'Ecuyer), conservative under ties. " +
    'Upper bound D + sqrt(ln(1/α)/2 · (1/n + 1/m)) (Hoeffding 1963 at the point where the true distance is attained); ' +
    'lower bound D − sqrt(ln(4/α)/(2n)) − sqrt(ln(4/α)/(2m)) (Dvoretzky, Kiefer, Wolfowitz with the constant of Massart 1990, once per side)',
  accepts: ['numeric', 'datetime'],
  question: 'distribution',
  claim: 'same distribution',
  quantity: 'a KS distance',
  limit: 'max-effect',
  remedy: "Retrain or certify on current data if the world has changed, mend the column's source if not",
  measure({ kind, reference: { numbers: x }, current: { numbers: y } }, alpha) {
    const [firstX, firstY] = [x[0], y[0]]
    if (firstX === undefined || firstY === undefined) return undefined
    const { statistic, pValue } = ks2samp(x, y)
    const constant = firstX === firstY && x.at(-1) === firstX && y.at(-1) === firstY
    return {
      effect: statistic,
      n: x.length + y.length,
      values: constant ? 'one value throughout' : `median ${shown(median(x), kind)} → ${shown(median(y), kind)}`,
      inference: distanceInference({
        effect: statistic,
        pValue,
        testable: !constant,
        rows: { reference: x.length, current: y.length },
        alpha,
        excess: deviation(alpha / 2, x.length) + deviation(alpha / 2, y.length),
      }),
    }
  },
})

/** How far an empirical distribution function strays from the true one, but for a chance of `alpha` (Massart 1990). */
const deviation = (alpha: number, n: number) => Math.sqrt(Math.log(2 / alpha) / (2 * n))
