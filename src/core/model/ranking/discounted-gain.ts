import type { RankedQuery } from './ranking-evaluation.ts'

const discount = (place: number) => 1 / Math.log2(place + 2)

/** Σ relevance / log₂(place + 1) over the first k places, the mean over all orders of results scored alike (Järvelin & Kekäläinen 2002; McSherry & Najork 2008). */
export function discountedGain({ scores, relevance }: RankedQuery, k: number): number {
  let gain = 0
  for (let start = 0; start < Math.min(k, scores.length); ) {
    let [end, sum, discounts] = [start, 0, 0]
    while (end < scores.length && scores[end] === scores[start]) {
      sum += relevance[end] ?? 0
      if (end < k) discounts += discount(end)
      end++
    }
    gain += (sum / (end - start)) * discounts
    start = end
  }
  return gain
}

/** The most that any order could gain. */
export const idealGain = ({ relevance }: RankedQuery, k: number): number =>
  relevance
    .toSorted((a, b) => b - a)
    .subarray(0, k)
    .reduce((gain, one, place) => gain + one * discount(place), 0)
