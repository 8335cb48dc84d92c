import { normal } from '../stats/index.ts'
import { type Cell, homogeneityTest, THIN } from './homogeneity-test.ts'
import type { Inference } from './method.ts'
import { noncentralChiSquaredCdf } from './noncentral-chi-squared.ts'

interface Divergence {
  readonly effect: number
  /** Bins that it was computed over, none of them thin where that could be helped. */
  readonly bins: readonly Cell[]
  readonly rows: { readonly reference: number; readonly current: number }
  readonly alpha: number
  /** What the divergence is on the scale of PSI: small ones of all sorts are multiples of each other. */
  toPsi(effect: number): number
  fromPsi(psi: number): number
  /** No divergence of this sort is larger. */
  readonly most: number
}

/**
 * What rows say about a divergence of binned shares.
 *
 * Divided by 1/n + 1/m, an estimate on the scale of PSI follows, as rows grow, the χ² distribution of one degree of freedom less than
 * there are bins, with the true divergence, divided alike, as noncentrality (Yurdakul 2018; holds near 0, where limits lie). Bounds
 * invert that. p is of the χ² test of homogeneity over the same bins. Where even merged bins are thin the upper bound is the largest
 * value there is: the rows are too few for this law.
 */
export function divergenceInference({ effect, bins, rows, alpha, toPsi, fromPsi, most }: Divergence): Inference {
  const df = Math.max(1, bins.length - 1)
  const unit = (n: number, m: number) => 1 / n + 1 / m
  const found = unit(rows.reference, rows.current)
  const upper = (statistic: number, scale: number) =>
    Math.min(most, fromPsi(noncentrality(statistic, df, alpha) * scale))
  const statistic = toPsi(effect) / found
  const test = homogeneityTest(bins)
  return {
    interval: [
      Math.min(effect, fromPsi(noncentrality(statistic, df, 1 - alpha) * found)),
      isThin(bins) ? most : Math.max(effect, upper(statistic, found)),
    ],
    pValue: test.pValue,
    testable: test.testable,
    rows,
    upperAt(n, m, drifted) {
      // What is not chance shrinks to the true divergence; what is chance stays as many standard errors.
      const scale = unit(n, m)
      const expected = drifted ? df + (Math.max(0, statistic - df) * found) / scale : Math.min(statistic, df)
      return upper(expected, scale)
    },
  }
}

/** Statistics beyond this are far from any limit, and the normal law is as good there as theirs. */
const LARGE = 2000

/** Whether a bin is expected too rarely on the smaller side. */
function isThin(bins: readonly Cell[]): boolean {
  const n = bins.reduce((sum, bin) => sum + bin.reference, 0)
  const m = bins.reduce((sum, bin) => sum + bin.current, 0)
  return bins.some(bin => ((bin.reference + bin.current) * Math.min(n, m)) / (n + m) < THIN)
}

/** The noncentrality with which the statistic is not exceeded with the given chance; 0 where the chance is smaller even then. */
function noncentrality(statistic: number, df: number, chance: number): number {
  const cdf =
    statistic > LARGE
      ? (nc: number) => normal.cdf((statistic - df - nc) / Math.sqrt(2 * (df + 2 * nc)))
      : (nc: number) => noncentralChiSquaredCdf(statistic, df, nc)
  const tooLarge = (nc: number) => cdf(nc) <= chance
  if (tooLarge(0)) return 0
  let [low, high] = [0, 1]
  while (!tooLarge(high)) [low, high] = [high, 4 * high]
  for (let i = 0; i < 60 && high - low > 1e-14 * high; i++) {
    const middle = (low + high) / 2
    if (tooLarge(middle)) high = middle
    else low = middle
  }
  return (low + high) / 2
}
