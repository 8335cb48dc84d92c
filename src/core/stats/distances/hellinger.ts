import { sharePair } from '../arguments/shares.ts'
import { sum } from '../samples/sum.ts'

/** The Hellinger distance of two lists of shares, √(½ Σ (√p − √q)²), between 0 and 1. */
export function hellingerDistance(p: ArrayLike<number>, q: ArrayLike<number>): number {
  const [a, b] = sharePair(p, q)
  return Math.sqrt(sum(a.map((share, i) => (Math.sqrt(share) - Math.sqrt(b[i] ?? 0)) ** 2)) / 2)
}
