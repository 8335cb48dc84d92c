import { stepAdjusted } from './step-adjusted.ts'

/** p-values adjusted to control the false discovery rate of independent tests (Benjamini and Hochberg 1995). */
export function benjaminiHochberg(p: ArrayLike<number>): number[] {
  return stepAdjusted(p, 'up', (rank, m) => m / rank)
}
