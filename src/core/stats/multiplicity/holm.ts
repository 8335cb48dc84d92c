import { stepAdjusted } from './step-adjusted.ts'

/** p-values adjusted to control the family-wise error rate under any dependence (Holm 1979). */
export function holm(p: ArrayLike<number>): number[] {
  return stepAdjusted(p, 'down', (rank, m) => m - rank + 1)
}
