import { symmetricEigen } from '../../stats/tests/symmetric-eigen.ts'

/** Share of the variance that the kept components hold at least. */
const VARIANCE = 0.65

/** How far rows are from what the principal components of `base` say of them, which hold 65 % of its variance; `kept` counts those. */
export function reconstruction(base: readonly (readonly number[])[]): {
  kept: number
  error(row: readonly number[]): number
} {
  const width = base[0]?.length ?? 0
  const mean = Array.from({ length: width }, (_, j) => base.reduce((sum, row) => sum + (row[j] ?? 0), 0) / base.length)
  const centred = (row: readonly number[]) => row.map((x, j) => x - (mean[j] ?? 0))
  const rows = base.map(centred)
  const covariance = mean.map((_, i) =>
    mean.map((_, j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0) / rows.length),
  )
  const components = symmetricEigen(covariance).toSorted((a, b) => b.value - a.value)
  const total = components.reduce((sum, { value }) => sum + value, 0)
  let held = 0
  let kept = 0
  while (kept < width - 1 && held < VARIANCE * total) held += components[kept++]?.value ?? 0
  const main = components.slice(0, Math.max(1, kept))
  return {
    kept: main.length,
    error(row) {
      const around = centred(row)
      const rest = [...around]
      for (const { vector } of main) {
        const along = vector.reduce((sum, x, j) => sum + x * (around[j] ?? 0), 0)
        for (let j = 0; j < width; j++) rest[j] = (rest[j] ?? 0) - along * (vector[j] ?? 0)
      }
      return Math.sqrt(rest.reduce((sum, x) => sum + x * x, 0))
    },
  }
}
