import { sharePair } from '../arguments/shares.ts'
import { sum } from '../samples/sum.ts'
import { relativeEntropy } from './relative-entropy.ts'

/**
 * The Jensen–Shannon divergence of two lists of shares, ½ KL(p ‖ m) + ½ KL(q ‖ m) with m = (p + q) / 2; the logarithm is natural
 * unless a base is given. At most ln 2, or 1 with base 2. The Jensen–Shannon distance is its square root.
 */
export function jensenShannonDivergence(p: ArrayLike<number>, q: ArrayLike<number>, base = Math.E): number {
  const [a, b] = sharePair(p, q)
  const terms = a.map((share, i) => {
    const other = b[i] ?? 0
    const middle = (share + other) / 2
    return relativeEntropy(share, middle) + relativeEntropy(other, middle)
  })
  return Math.max(0, sum(terms) / 2 / Math.log(base))
}
