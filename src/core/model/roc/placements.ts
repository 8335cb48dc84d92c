import type { Scores } from '../scores.ts'
import { midranksAmong } from './midranks.ts'

/**
 * Twice the number of rows of the other class that a row is ordered rightly against, a tie counting half: whole
 * numbers, so that sums and equalities are exact. Divided by 2n (positives) and 2m (negatives) they are the placement
 * values of DeLong, DeLong & Clarke-Pearson (1988), for m positives and n negatives.
 */
export interface Placements {
  readonly positives: Float64Array
  readonly negatives: Float64Array
}

/** Placements in O((m + n) log(m + n)): each row's midrank among the other class. */
export function placementsOf({ positives, negatives }: Scores): Placements {
  const ofNegatives = midranksAmong(positives.toSorted(), negatives)
  for (let row = 0; row < ofNegatives.length; row++) ofNegatives[row] = 2 * positives.length - (ofNegatives[row] ?? 0)
  return { positives: midranksAmong(negatives.toSorted(), positives), negatives: ofNegatives }
}
