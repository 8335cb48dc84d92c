import type { Column } from '../column.ts'
import { addFailure, type Failures, mergeFailures, noFailures } from './failures.ts'
import type { Measure } from './measure.ts'

/** How many cells of a column are empty, of how many rows, and where the first are. */
export interface EmptyCells {
  rows: number
  readonly empty: Failures
}

/** Counts the empty cells of a column. */
export const emptyCells = ({ name, index }: Pick<Column, 'name' | 'index'>): Measure<EmptyCells> => ({
  key: `empty-cells ${JSON.stringify(name)}`,
  asks: { is: 'empty', column: { name, index } },
  init: () => ({ rows: 0, empty: noFailures() }),
  add(state, batch) {
    const { empty } = batch.cells(index)
    state.rows += batch.rows
    // Most columns have none, and their search is faster than a turn for each row.
    if (!empty.includes(1)) return
    for (let row = 0; row < batch.rows; row++) if (empty[row] === 1) addFailure(state.empty, batch.places[row] ?? 0)
  },
  merge(state, other) {
    state.rows += other.rows
    mergeFailures(state.empty, other.empty)
  },
})
