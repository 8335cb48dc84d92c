import { stepAdjusted } from './step-adjusted.ts'

/** p-values adjusted to control the false discovery rate under any dependence (Benjamini and Yekutieli 2001). */
export function benjaminiYekutieli(p: ArrayLike<number>): number[] {
  let harmonic = 0
  for (let i = 1; i <= p.length; i++) harmonic += 1 / i
  return stepAdjusted(p, 'up', (rank, m) => (harmonic * m) / rank)
}
