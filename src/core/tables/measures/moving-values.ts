import type { Column } from '../column.ts'
import { addFailure, type Failures, mergeFailures, noFailures } from './failures.ts'
import type { Measure } from './measure.ts'

/** Whether a value may follow those of a window, the oldest first. */
export type FitsWindow = (before: readonly number[], value: number) => boolean

/** A stretch of rows without a gap between them. */
interface Stretch {
  /** Its first values, before which too few are known, with their places. */
  readonly head: number[]
  readonly places: number[]
  /** Its last values, as many as a window has. */
  tail: number[]
  n: number
}

/** How each value of a column fits those before it, from row to row; rows without a value left out. */
export interface MovingValues {
  rows: number
  n: number
  /** Rows whose value does not fit, of those with a whole window before them in their stretch. */
  readonly failed: Failures
  /** In no order; nothing is known of the rows between them until all are there. */
  readonly stretches: Stretch[]
}

/** Holds each value of a column against the `window` values before it. */
export const movingValues = (
  key: string,
  { name, index, reader }: Column,
  window: number,
  fits: FitsWindow,
): Measure<MovingValues> => ({
  key: `moving-values ${JSON.stringify([name, key])}`,
  asks: { is: 'order', columns: [{ name, index }] },
  init: () => ({ rows: 0, n: 0, failed: noFailures(), stretches: [] }),
  add(state, batch) {
    state.rows += batch.rows
    if (!reader) return
    const values = batch.cells(index).values(reader)
    const stretch: Stretch = { head: [], places: [], tail: [], n: 0 }
    for (let row = 0; row < batch.rows; row++) {
      const value = values[row] ?? Number.NaN
      if (Number.isNaN(value)) continue
      const place = batch.places[row] ?? 0
      stretch.n += 1
      if (stretch.tail.length < window) {
        stretch.head.push(value)
        stretch.places.push(place)
      } else if (!fits(stretch.tail, value)) addFailure(state.failed, place)
      stretch.tail.push(value)
      if (stretch.tail.length > window) stretch.tail.shift()
    }
    state.n += stretch.n
    if (stretch.n > 0) state.stretches.push(stretch)
  },
  merge(state, other) {
    state.rows += other.rows
    state.n += other.n
    mergeFailures(state.failed, other.failed)
    state.stretches.push(...other.stretches)
  },
})

/** The rows at fault, those at the beginnings of stretches too; the first `window` values of all have too few before them. */
export function unfit({ failed, stretches }: MovingValues, window: number, fits: FitsWindow): Failures {
  const all = noFailures()
  mergeFailures(all, failed)
  let before: number[] = []
  for (const { head, places, tail, n } of stretches.toSorted((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0))) {
    for (const [i, value] of head.entries()) {
      if (before.length === window && !fits(before, value)) addFailure(all, places[i] ?? 0)
      before = [...before, value].slice(-window)
    }
    if (n > window) before = tail
  }
  return all
}
