import { sum } from '../../stats/samples/sum.ts'
import { mean } from '../moments.ts'
import type { ClassMatrix } from './class-matrix.ts'
import type { ClassScore } from './class-scores.ts'
import { classTotals } from './class-totals.ts'

/** The mean over classes, each counting the same. */
export const macro =
  (score: ClassScore) =>
  (matrix: ClassMatrix): number =>
    mean(score(classTotals(matrix)))

/** The mean over classes, each counting as it has rows. */
export const weighted =
  (score: ClassScore) =>
  (matrix: ClassMatrix): number => {
    const totals = classTotals(matrix)
    return sum(score(totals).map((value, i) => value * (totals.truth[i] ?? 0))) / totals.all
  }
