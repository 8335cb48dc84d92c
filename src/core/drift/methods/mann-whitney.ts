import { mannWhitneyU, normal } from '../../stats/index.ts'
import { percent } from '../figure.ts'
import { folded } from '../folded.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'
import { superiorityError } from '../superiority-error.ts'

/** How much more often than half the time a current value exceeds one of the reference. */
export const mannWhitney = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'mann-whitney',
  title: 'Mann–Whitney test',
  claim: 'no shift of the values',
  variant:
    "Effect |P(Y > X) + ½ P(Y = X) − ½|, X of the reference, Y of the current table. Two-sided p as scipy's mannwhitneyu (method auto: " +
    'exact where a side has at most 8 values and none are tied, else normal with tie and continuity correction). ' +
    'Bounds by the standard error of DeLong, DeLong and Clarke-Pearson (1988), or by Hoeffding (1963) for U statistics where all values ' +
    'of a side exceed the other. Looks at shifts only: a change of spread around the same middle goes unseen',
  accepts: ['numeric', 'datetime'],
  quantity: 'a shift of P(current > reference) from one half',
  harmless: 0.05,
  needs: 'at least two values a side',
  measure({ reference: { numbers: x }, current: { numbers: y } }, alpha) {
    if (x.length < 2 || y.length < 2) return undefined
    const { pValue, superiority } = mannWhitneyU(y, x)
    const shift = superiority - 0.5
    const apart = x.at(-1) !== undefined && (Number(x.at(-1)) < Number(y[0]) || Number(y.at(-1)) < Number(x[0]))
    const constant = x[0] === y[0] && x.at(-1) === x[0] && y.at(-1) === y[0]
    const error = superiorityError(x, y)
    const margin = (n: number, m: number, chance = alpha) =>
      apart
        ? Math.sqrt(Math.log(1 / chance) / 2 / Math.min(n, m))
        : (normal.isf(chance) * error * Math.sqrt(1 / n + 1 / m)) / Math.sqrt(1 / x.length + 1 / y.length)
    const around = (by: number) => ({ lower: shift - by, upper: shift + by })
    const found = margin(x.length, y.length)
    const wider = margin(x.length, y.length, alpha / 2)
    return {
      effect: Math.abs(shift),
      n: x.length + y.length,
      detail: `a current value exceeds one of the reference in ${percent(superiority)} of pairs`,
      inference: {
        interval: capped(folded(around(found), around(wider))),
        pValue,
        testable: !constant,
        rows: { reference: x.length, current: y.length },
        upperAt: (n, m, drifted) => Math.min(0.5, (drifted ? Math.abs(shift) : 0) + margin(n, m)),
      },
    }
  },
})

const capped = ([lower, upper]: [number, number]): [number, number] => [lower, Math.min(0.5, upper)]
