import type { Gap } from '../estimators/gap.ts'
import { counted } from '../format.ts'

/** Errors over the scales of their series, or why there are none. */
export function scaled(errors: Float64Array, scales: Float64Array | undefined): Float64Array | Gap {
  if (!scales) return { gap: "there is no history that can be used, as 'certify.history' names it", unasked: true }
  const without = scales.reduce((count, scale) => (scale > 0 ? count : count + 1), 0)
  if (without > 0)
    return {
      gap: `the series of ${counted(without, 'row')} have no history longer than a season, or one that never changes`,
    }
  return errors.map((error, row) => error / (scales[row] ?? Number.NaN))
}
