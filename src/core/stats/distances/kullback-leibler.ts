import { sharePair } from '../arguments/shares.ts'
import { sum } from '../samples/sum.ts'
import { relativeEntropy } from './relative-entropy.ts'

/** The Kullback–Leibler divergence of q from p, Σ p ln(p / q), natural logarithm; infinite where q has nothing and p has something. */
export function kullbackLeibler(p: ArrayLike<number>, q: ArrayLike<number>): number {
  const [a, b] = sharePair(p, q)
  const terms = a.map((share, i) => relativeEntropy(share, b[i] ?? 0))
  return terms.includes(Infinity) ? Infinity : Math.max(0, sum(terms))
}
