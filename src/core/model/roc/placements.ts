import type { Scores } from '../scores.ts'
import { countAtMost, countBelow } from './sorted.ts'

/**
 * Twice the number of rows of the other class that a row is ordered rightly against, a tie counting half: whole
 * numbers, so that sums and equalities are exact. Divided by 2n (positives) and 2m (negatives) they are the placement
 * values of DeLong, DeLong & Clarke-Pearson (1988), for m positives and n negatives.
 */
export interface Placements {
  readonly positives: Float64Array
  readonly negatives: Float64Array
}

/** Placements in O((m + n) log(m + n)): each row's midrank among the other class, by bisection in its sorted scores. */
export function placementsOf({ positives, negatives }: Scores): Placements {
  const sortedPositives = positives.toSorted()
  const sortedNegatives = negatives.toSorted()
  return {
    positives: positives.map(score => countBelow(sortedNegatives, score) + countAtMost(sortedNegatives, score)),
    negatives: negatives.map(
      score => 2 * positives.length - countBelow(sortedPositives, score) - countAtMost(sortedPositives, score),
    ),
  }
}
