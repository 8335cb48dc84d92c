import { wassersteinDistance } from '../../stats/index.ts'
import { defineMethod } from '../method.ts'
import { RESAMPLING, resampledInference } from '../resampled-inference.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'
import { shown } from '../shown.ts'
import { spread } from '../spread.ts'

/** Wasserstein-1 distance in standard deviations of the reference. */
export const wasserstein = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'wasserstein',
  title: 'Wasserstein distance, scaled',
  variant:
    'W1 / σ: W1 = ∫ |F − G| of the two empirical distribution functions over finite values, missing left out, ' +
    'σ the standard deviation of the reference (divisor n), taken as known; 1 where the reference is constant. ' +
    RESAMPLING,
  accepts: ['numeric', 'datetime'],
  quantity: 'a Wasserstein distance in standard deviations of the reference',
  harmless: 0.1,
  measure({ kind, reference: { numbers: x }, current: { numbers: y } }, alpha, seed) {
    if (x.length === 0 || y.length === 0) return undefined
    const unit = spread(x) || 1
    const distance = wassersteinDistance(x, y)
    const effect = distance / unit
    return {
      effect,
      n: x.length + y.length,
      values: `W1 ${shown(distance, 'numeric')}${kind === 'datetime' ? ' s' : ''}, σ ${shown(spread(x), 'numeric')}`,
      inference: resampledInference({
        reference: x,
        current: y,
        effect,
        alpha,
        seed,
        of: Math.abs,
        finish: integral => integral / unit,
      }),
    }
  },
})
