import { nonCentralChiSquared, noncentrality, normal } from '../stats/index.ts'
import { expectedDistance } from './expected-distance.ts'
import { type Cell, homogeneityTest, mergeThin } from './homogeneity-test.ts'
import type { Measurement } from './method.ts'

/** Le Cam's distance of two sides of n and m rows, estimated and bounded by the law of the triangular statistic: see the method's variant. */
export function triangularInference(
  cells: readonly Cell[],
  n: number,
  m: number,
  alpha: number,
): Required<Pick<Measurement, 'effect' | 'inference'>> {
  const { statistic, mean } = triangular(cells, n, m)
  const missed = (rows: number) => Math.sqrt((1 - alpha ** (1 / rows)) / 2)
  const bounds = (value: number, df: number, n: number, m: number): [number, number] => {
    if (df <= 0) return [0, missed(Math.min(n, m))]
    const { lower, upper } = noncentralityOf(value, df, alpha)
    return [distance(lower, n, m), Math.min(1, Math.max(distance(upper, n, m), missed(Math.min(n, m))))]
  }
  const excess = Math.max(0, statistic - mean)
  const found = 1 / n + 1 / m
  const { pValue, testable } = homogeneityTest(cells)
  return {
    effect: Math.min(1, distance(excess, n, m)),
    inference: {
      interval: bounds(statistic, mean, n, m),
      pValue,
      testable,
      rows: { reference: n, current: m },
      beyond: limit => (testable ? Math.max(pValue, beyond(mergeThin(cells), n, m, limit)) : 1),
      upperAt(futureN, futureM, drifted) {
        // Of categories as frequent as here, the statistic comes to have its mean for many rows; what exceeds it grows with the rows.
        const df = Math.max(0, cells.filter(({ reference, current }) => reference + current > 0).length - 1)
        const future = 1 / futureN + 1 / futureM
        const value = drifted ? df + (excess * found) / future : df * (mean > 0 ? statistic / mean : 0)
        return bounds(value, df, futureN, futureM)[1]
      },
    },
  }
}

/** Non-centralities beyond this are far from any limit, and their roots are normal. */
const LARGE = 10_000

function noncentralityOf(value: number, df: number, alpha: number): { lower: number; upper: number } {
  if (value - df < LARGE) return noncentrality(value, df, 1 - 2 * alpha)
  const [root, z] = [Math.sqrt(value - df), normal.isf(alpha)]
  return { lower: (root - z) ** 2, upper: (root + z) ** 2 }
}

/** p of the hypothesis that the distance is at most a limit. */
function beyond(cells: readonly Cell[], n: number, m: number, limit: number): number {
  const { statistic, mean } = triangular(cells, n, m)
  return mean > 0 ? nonCentralChiSquared(mean, (4 * limit ** 2) / (1 / n + 1 / m)).sf(statistic) : 1
}

const distance = (noncentral: number, n: number, m: number) => Math.sqrt(noncentral * (1 / n + 1 / m)) / 2

function triangular(cells: readonly Cell[], n: number, m: number): { statistic: number; mean: number } {
  const held = cells.filter(({ reference, current }) => reference + current > 0)
  const sum = held.reduce((total, { reference, current }) => {
    const [p, q] = [reference / n, current / m]
    return total + (2 * (p - q) ** 2) / (p + q)
  }, 0)
  return {
    statistic: sum / (1 / n + 1 / m),
    mean: held.reduce((total, { reference, current }) => total + expectedDistance(reference + current, n, m), 0),
  }
}
