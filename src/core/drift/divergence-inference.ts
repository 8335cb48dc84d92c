import { nonCentralChiSquared, noncentrality } from '../stats/index.ts'
import { type Cell, homogeneityTest, THIN } from './homogeneity-test.ts'
import type { Inference } from './method.ts'

interface Divergence {
  readonly effect: number
  /** Bins that it was computed over, none of them thin where that could be helped. */
  readonly bins: readonly Cell[]
  readonly rows: { readonly reference: number; readonly current: number }
  readonly alpha: number
  /** Of another test of equality over the same bins. */
  readonly pValue?: number
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
export function divergenceInference({
  effect,
  bins,
  rows,
  alpha,
  toPsi,
  fromPsi,
  most,
  ...given
}: Divergence): Inference {
  const df = Math.max(1, bins.length - 1)
  const unit = (n: number, m: number) => 1 / n + 1 / m
  const found = unit(rows.reference, rows.current)
  const statistic = toPsi(effect) / found
  const level = 1 - 2 * alpha
  const upper = (statistic: number, scale: number) =>
    Math.min(most, fromPsi(noncentrality(statistic, df, level).upper * scale))
  const test = homogeneityTest(bins)
  const pValue = given.pValue ?? test.pValue
  return {
    interval: [
      Math.min(effect, fromPsi(noncentrality(statistic, df, level).lower * found)),
      isThin(bins) ? most : Math.max(effect, upper(statistic, found)),
    ],
    pValue,
    beyond: limit => Math.max(pValue, nonCentralChiSquared(df, toPsi(limit) / found).sf(statistic)),
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

/** Whether a bin is expected too rarely on the smaller side. */
function isThin(bins: readonly Cell[]): boolean {
  const n = bins.reduce((sum, bin) => sum + bin.reference, 0)
  const m = bins.reduce((sum, bin) => sum + bin.current, 0)
  return bins.some(bin => ((bin.reference + bin.current) * Math.min(n, m)) / (n + m) < THIN)
}
