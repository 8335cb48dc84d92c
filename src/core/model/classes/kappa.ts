import type { ClassMatrix } from './class-matrix.ts'
import { classTotals } from './class-totals.ts'

/** Agreement beyond what the frequencies of the classes let expect (Cohen 1960); NaN where that is all. */
export function kappa(matrix: ClassMatrix): number {
  const { predicted, truth, allHits, all } = classTotals(matrix)
  let both = 0
  for (const [i, own] of truth.entries()) both += own * (predicted[i] ?? 0)
  const chance = both / all
  return all - chance > 0 ? (allHits - chance) / (all - chance) : Number.NaN
}
