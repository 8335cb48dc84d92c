import type { Measure } from './measure.ts'

/** Counts the rows. */
export const rowCount: Measure<{ rows: number }> = {
  key: 'row-count',
  asks: { is: 'rows' },
  init: () => ({ rows: 0 }),
  add(state, batch) {
    state.rows += batch.rows
  },
  merge(state, other) {
    state.rows += other.rows
  },
}
