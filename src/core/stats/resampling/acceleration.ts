import type { Jackknife } from './jackknife.ts'

/**
 * How fast the standard error changes with the statistic, from the skewness of the jackknife in every stratum; 0 where it
 * does not vary.
 *
 * Source: B. Efron, Better bootstrap confidence intervals (1987), for several samples as in SciPy: a sixth of
 * Σ Σ U³/n³ over (Σ Σ U²/n²)^1.5, where U = (n − 1)(mean − value).
 */
export function acceleration(jackknife: readonly Jackknife[]): number {
  let cubes = 0
  let squares = 0
  for (const { values, times } of jackknife) {
    let n = 0
    let total = 0
    for (let i = 0; i < values.length; i++) {
      const weight = times?.[i] ?? 1
      n += weight
      if (weight > 0) total += weight * (values[i] ?? Number.NaN)
    }
    const mean = total / n
    for (let i = 0; i < values.length; i++) {
      const weight = times?.[i] ?? 1
      if (weight === 0) continue
      const u = ((n - 1) * (mean - (values[i] ?? Number.NaN))) / n
      cubes += weight * u ** 3
      squares += weight * u ** 2
    }
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5)
}
