import { energyDistance } from '../../stats/index.ts'
import { defineMethod } from '../method.ts'
import { RESAMPLING, resampledInference } from '../resampled-inference.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'
import { shown } from '../shown.ts'
import { spread } from '../spread.ts'

/** Energy distance over the square root of the reference's standard deviation, so that it has no unit. */
export const energy = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'energy',
  title: 'Energy distance, scaled',
  variant:
    'D / √σ: D = sqrt(2 ∫ (F − G)²) of the two empirical distribution functions over finite values, missing left out, ' +
    'σ the standard deviation of the reference (divisor n), taken as known; 1 where the reference is constant. ' +
    RESAMPLING,
  accepts: ['numeric', 'datetime'],
  quantity: 'an energy distance scaled by the reference',
  harmless: 0.1,
  measure({ reference: { numbers: x }, current: { numbers: y } }, alpha, seed) {
    if (x.length === 0 || y.length === 0) return undefined
    const unit = Math.sqrt(spread(x) || 1)
    const distance = energyDistance(x, y)
    const effect = distance / unit
    return {
      effect,
      n: x.length + y.length,
      values: `D ${shown(distance, 'numeric')}, σ ${shown(spread(x), 'numeric')}`,
      inference: resampledInference({
        reference: x,
        current: y,
        effect,
        alpha,
        seed,
        of: gap => gap * gap,
        finish: integral => Math.sqrt(2 * integral) / unit,
      }),
    }
  },
})
