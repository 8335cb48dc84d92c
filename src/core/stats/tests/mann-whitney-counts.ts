/**
 * In how many of the `total` ways to interleave n and m distinct values the Mann–Whitney statistic is 0, 1, …, `largest`:
 * the first coefficients of the Gaussian binomial ∏ (1 − q^(m + i)) / (1 − qⁱ), i = 1 … n.
 */
export function mannWhitneyCounts(n: number, m: number, largest: number): { counts: Float64Array; total: number } {
  const [few, many] = n < m ? [n, m] : [m, n]
  const counts = new Float64Array(largest + 1)
  counts[0] = 1
  let total = 1
  for (let i = 1; i <= few; i++) {
    for (let u = largest; u >= many + i; u--) counts[u] = (counts[u] ?? 0) - (counts[u - many - i] ?? 0)
    for (let u = i; u <= largest; u++) counts[u] = (counts[u] ?? 0) + (counts[u - i] ?? 0)
    total *= (many + i) / i
  }
  return { counts, total }
}
