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

/** The groups of one column, of those of several. */
export function groupsAlong(index: number, groups: readonly Group[]): Group[] {
  const along = new Map<string, Group>()
  for (const { cells, raw, count, place } of groups) {
    const cell = raw.get(index) ?? null
    const key = cell === null ? '' : `=${cells[index] ?? ''}`
    const so = along.get(key)
    along.set(key, {
      cells: cells.map((text, i) => (i === index ? text : '')),
      raw: so?.raw ?? new Map([[index, cell]]),
      count: (so?.count ?? 0) + count,
      place: so ? Math.min(so.place, place) : place,
    })
  }
  return inOrder([...along.values()])
}

/** By their first rows; by what they hold where rows have no place. */
export const inOrder = (groups: readonly Group[]): Group[] =>
  groups.toSorted((a, b) =>
    Number.isNaN(a.place) ? compare(a.cells.join('\0'), b.cells.join('\0')) : a.place - b.place,
  )

/** Engines give groups in any order. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** One row of each group. */
export const batchOf = (groups: readonly Group[]) =>
  textBatch(
    groups.map(({ cells }) => ({ line: 1, cells })),
    Float64Array.from(groups, ({ place }) => place),
  )
