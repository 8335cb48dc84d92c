import { fisherExact } from '../stats/index.ts'
import { categoryPairs } from './category-pairs.ts'
import type { Column } from './column.ts'
import { divergenceInference } from './divergence-inference.ts'
import { mergeThin, THIN } from './homogeneity-test.ts'
import type { Measurement } from './method.ts'

/** The strength of association of the category with the side, sqrt(statistic / N), by a test of homogeneity. */
export function association(
  column: Column,
  alpha: number,
  test: (table: number[][]) => { readonly statistic: number; readonly pValue: number },
): Measurement | undefined {
  const n = column.reference.rows - column.reference.missing
  const m = column.current.rows - column.current.missing
  if (n === 0 || m === 0) return undefined
  const bins = mergeThin(categoryPairs(column))
  const rows = { reference: n, current: m }
  const table = [bins.map(bin => bin.reference), bins.map(bin => bin.current)]
  const { statistic, pValue } = test(table)
  const effect = Math.sqrt(statistic / (n + m))
  const thin = bins.some(bin => ((bin.reference + bin.current) * Math.min(n, m)) / (n + m) < THIN)
  // χ² ≈ PSI / (1/n + 1/m), so that V² ≈ PSI · n m / (n + m)²: a share of it that rows of other proportion change.
  const share = (n * m) / (n + m) ** 2
  return {
    effect,
    n: n + m,
    detail: `${bins.length} ${bins.length === 1 ? 'category' : 'categories'}`,
    inference: divergenceInference({
      effect,
      bins,
      rows,
      alpha,
      pValue: thin && bins.length === 2 ? fisherExact(table).pValue : pValue,
      toPsi: value => value ** 2 / share,
      fromPsi: value => Math.sqrt(value * share),
      most: 1,
    }),
  }
}
