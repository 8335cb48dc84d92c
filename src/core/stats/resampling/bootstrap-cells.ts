import { drawMultinomial } from '../random/draw-multinomial.ts'
import type { Random } from '../random/random.ts'
import { collectReplicates, type Replicates } from './replicates.ts'
import { RESAMPLES } from './resamples.ts'
import { forEachStratum } from './strata.ts'

/** A statistic that depends only on how many rows are in each of a few cells; NaN where it is undefined. */
export interface CellStatistic {
  /** Rows per cell, the cells of a stratum side by side. */
  readonly cells: ArrayLike<number>
  /** How many cells each stratum has, whose rows stay as many in every resample; one stratum unless given. */
  readonly strata?: readonly number[]
  readonly statistic: (cells: ArrayLike<number>) => number
}

/**
 * The statistic on bootstrap resamples. Drawing rows with replacement lets each stratum's rows fall into its cells by a
 * multinomial distribution, so a resample takes as many draws as there are cells, however many the rows.
 */
export function bootstrapCells(
  { cells, strata = [cells.length], statistic }: CellStatistic,
  random: Random,
  resamples = RESAMPLES,
): Replicates {
  const drawn = new Float64Array(cells.length)
  const parts: { total: number; counts: Float64Array; into: Float64Array }[] = []
  forEachStratum(strata, cells.length, (start, end) => {
    const counts = Float64Array.from({ length: end - start }, (_, i) => cells[start + i] ?? 0)
    parts.push({ total: counts.reduce((sum, count) => sum + count, 0), counts, into: drawn.subarray(start, end) })
  })
  return collectReplicates(resamples, () => {
    for (const { total, counts, into } of parts) drawMultinomial(random, total, counts, into)
    return statistic(drawn)
  })
}
