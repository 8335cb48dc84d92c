import { draw } from '../../stats/random/draw.ts'
import { seeded } from '../../stats/random/seeded.ts'
import { type Column, columnOf } from '../column.ts'
import type { ColumnCells } from '../column-cells.ts'
import { DRAWN } from '../drift-job.ts'

/** The scores of both files as a column that methods of drift compare; of very many, a sample. */
export const scoreColumn = (name: string, reference: Float64Array, current: Float64Array, seed: string): Column =>
  columnOf(name, cellsOf(reference, seed), cellsOf(current, seed))

function cellsOf(scores: Float64Array, seed: string): ColumnCells {
  const numbers = draw(scores, DRAWN, seeded(seed, 'scores')).toSorted()
  const n = scores.length
  return {
    rows: n,
    missing: 0,
    numbers,
    ...(numbers.length < n ? { drawn: { numbers: n, counts: [], uncounted: n } } : {}),
    text: { count: 0 },
    dates: 0,
    instants: new Float64Array(),
    nonFinite: { count: 0 },
    categories: new Map(),
    uncounted: 0,
  }
}
