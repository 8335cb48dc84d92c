/** Up to this many rows of a category, its expectation is summed term by term; of more, the limit for many rows is exact enough. */
const SUMMED = 400

/**
 * What a category of which both sides together hold `total` rows is expected to add to the triangular statistic
 * 2 Σ (p − q)² / (p + q) / (1/n + 1/m) if the sides have the same shares: close to 1 for many rows, less or more for few.
 *
 * Its rows fall to the current side like total draws with the chance m / (n + m) each; that all rows of a side are spoken for
 * takes the share total / (n + m) away.
 */
export function expectedDistance(total: number, n: number, m: number): number {
  const others = (n + m - total) / (n + m - 1)
  if (total > SUMMED) return others
  if (m > n) return expectedDistance(total, m, n)
  const chance = m / (n + m)
  let probability = (1 - chance) ** total
  let sum = 0
  for (let y = 0; y <= total; y++) {
    const [p, q] = [(total - y) / n, y / m]
    sum += (probability * (2 * (p - q) ** 2)) / (p + q)
    probability *= ((total - y) / (y + 1)) * (chance / (1 - chance))
  }
  return (others * sum) / (1 / n + 1 / m)
}
