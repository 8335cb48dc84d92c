/** ln(p / (1 − p)), probabilities clipped at the double's epsilon. */
export function logOdds(probability: number): number {
  const p = Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON)
  return Math.log(p) - Math.log1p(-p)
}
