import type { Scores } from '../scores.ts'
import { ascending } from './ascending.ts'
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
  const ofNegatives = midranksAmong(ascending(positives), negatives)
  for (let row = 0; row < ofNegatives.length; row++) ofNegatives[row] = 2 * positives.length - (ofNegatives[row] ?? 0)
  return { positives: midranksAmong(ascending(negatives), positives), negatives: ofNegatives }
}

/** Placements in the order of the scores, not of the rows: all that one model alone is asked for, and quicker. */
export function placementsInOrder({ positives, negatives }: Scores): Placements {
  const ones = ascending(positives)
  const others = ascending(negatives)
  const ofNegatives = midranksInOrder(ones, others)
  for (let row = 0; row < ofNegatives.length; row++) ofNegatives[row] = 2 * positives.length - (ofNegatives[row] ?? 0)
  return { positives: midranksInOrder(others, ones), negatives: ofNegatives }
}

/** For each of the ascending scores, how many of the ascending values are below it plus how many are at most it. */
function midranksInOrder(sorted: Float64Array, scores: Float64Array): Float64Array {
  const midranks = new Float64Array(scores.length)
  let [below, atMost] = [0, 0]
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? Number.NaN
    while (below < sorted.length && (sorted[below] ?? Number.NaN) < score) below++
    if (atMost < below) atMost = below
    while (atMost < sorted.length && (sorted[atMost] ?? Number.NaN) <= score) atMost++
    midranks[i] = below + atMost
  }
  return midranks
}
