import type { Column } from '../column.ts'
import type { Measure } from './measure.ts'

/** Pairs of texts whose counts are kept. */
export const MAX_PAIRS = 10_000

/** How often each pair of texts occurs in two columns; undefined where there are more pairs than `MAX_PAIRS`. */
export interface PairCounts {
  counts: Map<string, number> | undefined
}

/** Counts pairs of texts, rows with an empty cell left out. A pair's key is a list in JSON. */
export const pairCounts = (
  one: Pick<Column, 'name' | 'index'>,
  other: Pick<Column, 'name' | 'index'>,
): Measure<PairCounts> => ({
  key: `pair-counts ${JSON.stringify([one.name, other.name])}`,
  init: () => ({ counts: new Map() }),
  add(state, batch) {
    if (!state.counts) return
    const [left, right] = [batch.cells(one.index), batch.cells(other.index)]
    for (let row = 0; row < batch.rows && state.counts; row++) {
      if (left.empty[row] === 1 || right.empty[row] === 1) continue
      addPair(state, JSON.stringify([left.text(row), right.text(row)]), 1)
    }
  },
  merge(state, other) {
    if (!other.counts) state.counts = undefined
    for (const [key, count] of other.counts ?? []) addPair(state, key, count)
  },
})

function addPair(state: PairCounts, key: string, count: number): void {
  const { counts } = state
  if (!counts) return
  counts.set(key, (counts.get(key) ?? 0) + count)
  if (counts.size > MAX_PAIRS) state.counts = undefined
}

/** The pairs as a table: for each text of the first column, how often each text of the second goes with it. */
export function crossTable(counts: ReadonlyMap<string, number>): Map<string, Map<string, number>> {
  const table = new Map<string, Map<string, number>>()
  for (const [key, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [one, other]: unknown[] = JSON.parse(key)
    const row = table.get(String(one)) ?? new Map<string, number>()
    table.set(String(one), row.set(String(other), count))
  }
  return table
}
