import type { Column } from '../column.ts'
import type { Measure } from './measure.ts'

/** Intervals that are kept. */
export const MAX_INTERVALS = 2_000_000

/** Where the intervals of rows begin and end, and whose they are; undefined where there are more than `MAX_INTERVALS`. */
export interface Intervals {
  rows: number
  n: number
  kept:
    | { readonly low: number[]; readonly high: number[]; readonly group: number[]; readonly place: number[] }
    | undefined
}

/** Keeps the interval of every row that has both ends. Without a group, all are of one. */
export const intervals = (low: Column, high: Column, group: Column | undefined): Measure<Intervals> => ({
  key: `intervals ${JSON.stringify([low.name, high.name, group?.name])}`,
  asks: { is: 'intervals', columns: [low, high, ...(group ? [group] : [])] },
  init: () => ({ rows: 0, n: 0, kept: { low: [], high: [], group: [], place: [] } }),
  add(state, batch) {
    state.rows += batch.rows
    if (!low.reader || !high.reader) return
    const [lows, highs] = [batch.cells(low.index).values(low.reader), batch.cells(high.index).values(high.reader)]
    const groups = group && batch.cells(group.index).hashes
    for (let row = 0; row < batch.rows; row++) {
      const [from, to] = [lows[row] ?? Number.NaN, highs[row] ?? Number.NaN]
      if (Number.isNaN(from) || Number.isNaN(to)) continue
      state.n += 1
      if (!state.kept) continue
      state.kept.low.push(from)
      state.kept.high.push(to)
      state.kept.group.push(groups ? (groups.a[row] ?? 0) * 2 ** 21 + ((groups.b[row] ?? 0) >>> 11) : 0)
      state.kept.place.push(batch.places[row] ?? 0)
      if (state.kept.low.length > MAX_INTERVALS) state.kept = undefined
    }
  },
  merge(state, other) {
    state.rows += other.rows
    state.n += other.n
    if (!other.kept || !state.kept || state.kept.low.length + other.kept.low.length > MAX_INTERVALS) {
      state.kept = undefined
      return
    }
    for (const key of ['low', 'high', 'group', 'place'] as const)
      for (const value of other.kept[key]) state.kept[key].push(value)
  },
})
