import type { Column } from '../column.ts'
import { addFailure, type Failures, mergeFailures, noFailures } from './failures.ts'
import type { Measure } from './measure.ts'

/** Whether a value may follow another. */
export type MayFollow = (previous: number, next: number) => boolean

/** A stretch of rows without a gap between them. */
interface Stretch {
  readonly first: number
  readonly firstPlace: number
  last: number
  lastPlace: number
}

/** How the values of a column follow one another, from row to row; rows without a value left out. */
export interface OrderedValues {
  rows: number
  n: number
  /** Rows whose value may not follow the one before, within a stretch. */
  readonly failed: Failures
  /** In no order; nothing is known of the rows between them until all are there. */
  readonly stretches: Stretch[]
}

/** Holds each value of a column against the one before it. */
export const orderedValues = (
  key: string,
  { name, index, reader }: Column,
  may: MayFollow,
): Measure<OrderedValues> => ({
  key: `ordered-values ${JSON.stringify([name, key])}`,
  asks: { is: 'order', columns: [{ name, index }] },
  init: () => ({ rows: 0, n: 0, failed: noFailures(), stretches: [] }),
  add(state, batch) {
    state.rows += batch.rows
    if (!reader) return
    const values = batch.cells(index).values(reader)
    let stretch: Stretch | undefined
    for (let row = 0; row < batch.rows; row++) {
      const value = values[row] ?? Number.NaN
      if (Number.isNaN(value)) continue
      const place = batch.places[row] ?? 0
      state.n += 1
      if (!stretch) {
        stretch = { first: value, firstPlace: place, last: value, lastPlace: place }
        state.stretches.push(stretch)
        continue
      }
      if (!may(stretch.last, value)) addFailure(state.failed, place)
      stretch.last = value
      stretch.lastPlace = place
    }
  },
  merge(state, other) {
    state.rows += other.rows
    state.n += other.n
    mergeFailures(state.failed, other.failed)
    state.stretches.push(...other.stretches)
  },
})

/** The rows at fault, those between stretches too. */
export function outOfOrder({ failed, stretches }: OrderedValues, may: MayFollow): Failures {
  const all = noFailures()
  mergeFailures(all, failed)
  const inOrder = stretches.toSorted((a, b) => a.firstPlace - b.firstPlace)
  for (const [i, stretch] of inOrder.entries()) {
    const before = inOrder[i - 1]
    if (before && !may(before.last, stretch.first)) addFailure(all, stretch.firstPlace)
  }
  return all
}
