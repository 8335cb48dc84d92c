import { isSpread } from '../is-spread.ts'
import type { Placements } from './placements.ts'

/** Whether fewer than ten rows of a class are placed otherwise than the rest, so that DeLong's variance says nothing. */
export const fewPlacedApart = ({ positives, negatives }: Placements): boolean =>
  !isSpread(positives) || !isSpread(negatives)

/** Why an interval rests on the independent pairs alone. */
export const FEW_PLACED_APART = 'min(m, n) pairs (fewer than 10 rows of a class are placed apart)'
