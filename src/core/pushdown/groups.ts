import type { Measure } from '../tables/measures/measure.ts'
import { textBatch } from '../tables/text-batch.ts'

/** Rows whose cells are the same in some columns. */
export interface Group {
  /** Their cells by the column's index, as a file would hold them; '' in all other columns. */
  readonly cells: readonly string[]
  /** The same as the engine has written them. */
  readonly raw: ReadonlyMap<number, string | null>
  readonly count: number
  /** Where the first of them stands; NaN where rows have no place. */
  readonly place: number
}

/**
 * The state of a measure over groups of rows, by nothing but its own `add` and `merge`: the bits of the counts, the highest first, the
 * state doubled from one to the next (Horner's scheme). Places come out several times over: see `placesOf`.
 */
export function foldGroups<State>(measure: Measure<State>, groups: readonly Group[]): State {
  const state = measure.init()
  const most = groups.reduce((max, { count }) => Math.max(max, count), 0)
  for (let bit = most === 0 ? -1 : Math.floor(Math.log2(most)); bit >= 0; bit--) {
    measure.merge(state, structuredClone(state))
    const chosen = groups.filter(({ count }) => Math.floor(count / 2 ** bit) % 2 === 1)
    if (chosen.length > 0) measure.add(state, batchOf(chosen))
  }
  return state
}

/** One row of each group. */
export const batchOf = (groups: readonly Group[]) =>
  textBatch(
    groups.map(({ cells }) => ({ line: 1, cells })),
    Float64Array.from(groups, ({ place }) => place),
  )
