/** Permutations that reach the observed value after which no more are made: the p-value is settled well enough to be large. */
const ENOUGH = 20

/**
 * The p-value of an observed statistic among those of random permutations, large ones being extreme.
 *
 * Sequential (Besag and Clifford 1991): stops at the twentieth permutation that reaches the observed value, p then being 20 of
 * as many as were made; otherwise (reached + 1) / (most + 1), so p is never 0. Either way P(p ≤ α) ≤ α without a change.
 */
export function permutationP(observed: number, permuted: () => number, most: number): number {
  let reached = 0
  for (let made = 1; made <= most; made++) {
    if (permuted() >= observed) reached++
    if (reached === ENOUGH) return ENOUGH / made
  }
  return (reached + 1) / (most + 1)
}
