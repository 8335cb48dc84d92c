import { median } from '../median.ts'
import { defineMethod } from '../method.ts'
import { percentileInference } from '../percentile-inference.ts'
import { percentilePlan } from '../percentile-plan.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'
import { shown } from '../shown.ts'

/** How far numbers have moved among the reference's percentiles, in the percentiles' standard deviations, with test and bounds. */
export const percentileShift = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'percentile-shift',
  title: 'Percentile shift',
  variant:
    'Wasserstein-1 distance of both sides after each value x is replaced by its place in the reference, (rows below x + ½ rows at x) / n, ' +
    'divided by the standard deviation σ of the places of the reference itself (0.289 without ties; at least 0.0497, that of a value 1 row in 100 has). ' +
    'Of a bell curve moved sideways it is the shift in standard deviations; units, outliers and skewness play no part. Finite values, missing left out. ' +
    'Upper bound R + z sqrt(max(σ², V)/n + max(σ², W)/m) / σ: V and W are the variances of the places of the reference in the current table and ' +
    'vice versa (DeLong 1988), which bound that of the difference at the witness where the true distance is attained, z the normal quantile of 1 − α. ' +
    'Lower bound R − z′ sqrt(max(σ², V)/n + max(σ², W)/m) / σ, z′ that of 1 − α/4. ' +
    "p of equality: twice the smaller of those of the Kolmogorov–Smirnov test (exact to 10 000 rows a side, then Simard and L'Ecuyer) and of the " +
    'Mann–Whitney test (normal, with tie and continuity correction); Kolmogorov–Smirnov alone where fewer than 10 rows of the smaller side ' +
    'are expected off the most frequent value',
  accepts: ['numeric', 'datetime'],
  quantity: 'a percentile shift',
  harmless: 0.2,
  plan: percentilePlan,
  measure({ kind, reference: { numbers: x }, current: { numbers: y } }, alpha) {
    const [firstX, firstY] = [x[0], y[0]]
    if (firstX === undefined || firstY === undefined) return undefined
    const constant = firstX === firstY && x.at(-1) === firstX && y.at(-1) === firstY
    return {
      ...percentileInference(x, y, alpha),
      n: x.length + y.length,
      values: constant ? 'one value throughout' : `median ${shown(median(x), kind)} → ${shown(median(y), kind)}`,
    }
  },
})
