import type { Estimate } from '../estimate.ts'
import { tango } from '../intervals/tango.ts'

/** Rows in all, rows that only the challenger has right, and rows that only the champion has right. */
export interface PairedHits {
  readonly n: number
  readonly gained: number
  readonly lost: number
}

/** Rows where one model's scores reach the threshold and the other's do not; `right` says which side is the right one. */
export function pairedHits(
  challenger: Float64Array,
  champion: Float64Array,
  threshold: number,
  right: 'above' | 'below',
): PairedHits {
  let onlyChallenger = 0
  let onlyChampion = 0
  challenger.forEach((score, row) => {
    const above = score >= threshold
    const championAbove = (champion[row] ?? Number.NaN) >= threshold
    if (above && !championAbove) onlyChallenger++
    if (!above && championAbove) onlyChampion++
  })
  return right === 'above'
    ? { n: challenger.length, gained: onlyChallenger, lost: onlyChampion }
    : { n: challenger.length, gained: onlyChampion, lost: onlyChallenger }
}

/** Difference of two proportions on the same rows, challenger − champion. */
export const pairedProportion = ({ n, gained, lost }: PairedHits, level: number): Estimate => ({
  value: (gained - lost) / n,
  n,
  interval: tango(gained, lost, n, level),
  method: 'tango',
})
