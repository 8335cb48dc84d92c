/** The eigenvalues of a small symmetric matrix with their unit vectors, by Jacobi's rotations. */
export function symmetricEigen(matrix: readonly (readonly number[])[]): { value: number; vector: number[] }[] {
  const n = matrix.length
  const a = matrix.map(row => [...row])
  const vectors = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)))
  const entry = (i: number, j: number) => a[i]?.[j] ?? 0
  for (let sweep = 0; sweep < 60; sweep++) {
    let rotated = false
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(entry(p, q)) <= 1e-17 * Math.sqrt(Math.abs(entry(p, p) * entry(q, q)))) continue
        rotated = true
        const theta = (entry(q, q) - entry(p, p)) / (2 * entry(p, q))
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
        const c = 1 / Math.hypot(t, 1)
        for (const row of [...a, ...vectors]) rotate(row, p, q, c, t * c)
        const [rowP, rowQ] = [a[p] ?? [], a[q] ?? []]
        for (let j = 0; j < n; j++) {
          const [x, y] = [rowP[j] ?? 0, rowQ[j] ?? 0]
          rowP[j] = c * x - t * c * y
          rowQ[j] = t * c * x + c * y
        }
      }
    }
    if (!rotated) break
  }
  return a.map((_, i) => ({ value: entry(i, i), vector: vectors.map(row => row[i] ?? 0) }))
}

function rotate(row: number[], p: number, q: number, c: number, s: number): void {
  const [x, y] = [row[p] ?? 0, row[q] ?? 0]
  row[p] = c * x - s * y
  row[q] = s * x + c * y
}
