/** Keeps probabilities of 0 and 1 finite. */
const LEAST = 1e-6

/** Natural logarithm of the odds of a probability. */
export function logOdds(probability: number): number {
  const inside = Math.min(1 - LEAST, Math.max(LEAST, probability))
  return Math.log(inside / (1 - inside))
}

export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds))
