import type { Measure } from '../../tables/measures/measure.ts'
import type { JointSample } from '../joint-sample.ts'
import { LAST_LOT, lotsOf } from './lots.ts'
import { smallestLots } from './smallest-lots.ts'

/** Whole rows of a sample: all, where there are no more than its size, else those with the smallest lots. */
export interface JointRows {
  lots: number[]
  places: number[]
  /** Of each row its cells as text. */
  cells: string[][]
  limit: number
}

/** Draws rows with the cells of some columns. */
export const jointRows = (
  columns: readonly { readonly name: string; readonly index: number }[],
  size: number,
): Measure<JointRows> => ({
  key: `joint-rows ${size} ${JSON.stringify(columns.map(({ name }) => name))}`,
  asks: { is: 'joint', columns, size },
  init: () => ({ lots: [], places: [], cells: [], limit: LAST_LOT }),
  add(state, batch) {
    const all = columns.map(({ index }) => batch.cells(index))
    const lots = lotsOf(batch)
    for (let row = 0; row < batch.rows; row++) {
      const lot = lots[row] ?? 0
      if (lot > state.limit) continue
      state.lots.push(lot)
      state.places.push(batch.places[row] ?? 0)
      state.cells.push(all.map(cells => cells.text(row)))
      if (state.lots.length >= 2 * size) cut(state, size)
    }
  },
  merge(state, other) {
    state.limit = Math.min(state.limit, other.limit)
    for (const lot of other.lots) state.lots.push(lot)
    for (const place of other.places) state.places.push(place)
    for (const row of other.cells) state.cells.push(row)
    cut(state, size)
  },
})

/** The rows by column, as they come in the table: a function of the rows alone. */
export function jointSample(state: JointRows, names: readonly string[], size: number): JointSample {
  cut(state, size)
  const rows = [...state.lots.keys()]
    .sort((a, b) => (state.places[a] ?? 0) - (state.places[b] ?? 0))
    .map(i => state.cells[i] ?? [])
  return { rows: rows.length, columns: new Map(names.map((name, i) => [name, rows.map(cells => cells[i] ?? '')])) }
}

function cut(state: JointRows, size: number): void {
  if (state.lots.length <= size) return
  const limit = smallestLots(Uint32Array.from(state.lots), state.lots.length, size, state.limit)
  const kept = [...state.lots.keys()].filter(i => (state.lots[i] ?? 0) <= limit)
  state.cells = kept.map(i => state.cells[i] ?? [])
  state.places = kept.map(i => state.places[i] ?? 0)
  state.lots = kept.map(i => state.lots[i] ?? 0)
  state.limit = limit
}
