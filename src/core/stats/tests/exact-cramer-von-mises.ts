/** How often each value of a statistic occurs, values increasing. */
type Frequencies = { values: number[]; counts: number[] }

/**
 * P(U ≥ u) for Anderson's rank distance U of samples of n and m values without ties.
 *
 * Counts lattice paths by the sum of squared distances from the diagonal along them (Y. Xiao, A. Gordon and A. Yakovlev,
 * A C++ program for the Cramér–von Mises two-sample test, 2006); paths at or beyond `u` are dropped on the way.
 */
export function exactCramerVonMises(n: number, m: number, u: number): number {
  const common = (n * m) / greatestCommonDivisor(n, m)
  const [stepX, stepY] = [common / n, common / m]
  const pairs = n * m
  const limit = Math.floor((common ** 2 * (n + m) * (6 * u - pairs * (4 * pairs - 1))) / (6 * pairs ** 2))
  let column: Frequencies[] = []
  for (let i = 0; i <= m; i++) {
    const next: Frequencies[] = []
    for (let j = 0; j <= n; j++) {
      const from = i === 0 && j === 0 ? { values: [0], counts: [1] } : merged(column[j], next[j - 1])
      next.push(advanced(from, (stepX * j - stepY * i) ** 2, limit))
    }
    column = next
  }
  const below = column[n]?.counts.reduce((sum, count) => sum + count, 0) ?? 0
  const paths = combinations(n + m, n)
  return (paths - below) / paths
}

/** Every value moved up by `step`, without those that reach the limit. */
function advanced({ values, counts }: Frequencies, step: number, limit: number): Frequencies {
  const moved = values.map(value => value + step)
  while ((moved.at(-1) ?? -1) >= limit) moved.pop()
  return { values: moved, counts: counts.slice(0, moved.length) }
}

function merged(a: Frequencies = { values: [], counts: [] }, b: Frequencies = { values: [], counts: [] }): Frequencies {
  const values: number[] = []
  const counts: number[] = []
  let [i, j] = [0, 0]
  while (i < a.values.length || j < b.values.length) {
    const [left, right] = [a.values[i] ?? Infinity, b.values[j] ?? Infinity]
    values.push(Math.min(left, right))
    counts.push((left <= right ? (a.counts[i] ?? 0) : 0) + (right <= left ? (b.counts[j] ?? 0) : 0))
    if (left <= right) i++
    if (right <= left) j++
  }
  return { values, counts }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

function combinations(n: number, k: number): number {
  let ways = 1
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i
  return ways
}
