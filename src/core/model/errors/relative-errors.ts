import type { Gap } from '../estimators/gap.ts'
import { mean } from '../moments.ts'

/** A truth as small as this beside the mean of all makes its relative error say nothing. */
const TOO_SMALL = 1e-6

/** |error| / |truth| of every row, or why not: a truth of 0, or next to it, has none. */
export function relativeErrors(truth: Float64Array, errors: Float64Array): Float64Array | Gap {
  const sizes = truth.map(Math.abs)
  const least = TOO_SMALL * mean(sizes)
  const tiny = sizes.reduce((count, size) => (size > least ? count : count + 1), 0)
  if (tiny > 0)
    return {
      gap: `${tiny === 1 ? 'one truth is' : `${tiny} truths are`} 0 or next to it, so that an error is no share of it`,
    }
  return errors.map((error, row) => Math.abs(error) / (sizes[row] ?? Number.NaN))
}
