import type { Column } from './column.ts'
import { divergenceInference } from './divergence-inference.ts'
import { mergeThin } from './homogeneity-test.ts'
import type { Measurement } from './method.ts'
import { valueBins } from './value-bins.ts'

interface Divergence {
  /** Of two lists of shares, the reference's first. */
  of(p: readonly number[], q: readonly number[]): number
  toPsi(effect: number): number
  fromPsi(psi: number): number
  readonly most: number
}

/** A divergence of a column's values in bins, thin ones merged, with what its rows say about it. */
export function binnedDivergence(column: Column, alpha: number, { of, ...scale }: Divergence): Measurement | undefined {
  const bins = mergeThin(valueBins(column))
  const n = bins.reduce((sum, bin) => sum + bin.reference, 0)
  const m = bins.reduce((sum, bin) => sum + bin.current, 0)
  if (n === 0 || m === 0) return undefined
  const effect = of(
    bins.map(bin => bin.reference / n),
    bins.map(bin => bin.current / m),
  )
  const rows = { reference: n, current: m }
  return {
    effect,
    n: n + m,
    detail: `${bins.length} ${bins.length === 1 ? 'bin' : 'bins'}`,
    inference: divergenceInference({ effect, bins, rows, alpha, ...scale }),
  }
}
