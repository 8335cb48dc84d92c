import type { Batch, Cells, Hashes } from '../batch.ts'
import type { Column } from '../column.ts'
import { addFailure, type Failures, mergeFailures, noFailures } from './failures.ts'
import { type KeyLog, logKeys, mergeKeys, noKeys, relieve } from './key-log.ts'
import type { Measure } from './measure.ts'

/** The keys of all rows: what some columns hold, taken together. Texts compare as they are: `1` and `1.0` differ. */
export interface RepeatedKeys {
  rows: number
  readonly keys: KeyLog
  /** Rows with an empty cell in the key, which repeat nothing. */
  readonly empty: Failures
}

/** Keeps the key of every row; of whole ones only, unless an empty cell is a value like any other. */
export const repeatedKeys = (
  columns: readonly Pick<Column, 'name' | 'index'>[],
  { emptyIsValue = false } = {},
): Measure<RepeatedKeys> => ({
  key: `repeated-keys ${JSON.stringify([...columns.map(({ name }) => name), ...(emptyIsValue ? [true] : [])])}`,
  asks: { is: 'keys', columns: columns.map(({ name, index }) => ({ name, index })), emptyIsValue },
  init: () => ({ rows: 0, keys: noKeys(), empty: noFailures() }),
  add(state, batch) {
    const all = columns.map(({ index }) => batch.cells(index))
    const hashes = together(
      all.map(cells => cells.hashes),
      batch.rows,
    )
    state.rows += batch.rows
    const incomplete = emptyIsValue ? new Uint8Array(batch.rows) : eitherEmpty(all)
    for (let row = incomplete.indexOf(1); row !== -1; row = incomplete.indexOf(1, row + 1)) {
      addFailure(state.empty, batch.places[row] ?? 0)
    }
    logKeys(state.keys, hashes, batch.places, incomplete)
    relieve(state.keys, batch.overflow)
  },
  merge(state, other) {
    state.rows += other.rows
    mergeKeys(state.keys, other.keys)
    mergeFailures(state.empty, other.empty)
  },
})

/** 1 for the rows of which a cell is empty. */
function eitherEmpty([first, ...others]: readonly Cells[]): Uint8Array {
  if (!first || others.length === 0) return first?.empty ?? new Uint8Array(0)
  const either = first.empty.slice()
  for (const { empty } of others)
    for (let row = 0; row < either.length; row++) either[row] = (either[row] ?? 0) | (empty[row] ?? 0)
  return either
}

/** One hash of several cells: the order of the columns counts, and where a cell ends too. */
function together(all: readonly Hashes[], rows: Batch['rows']): Hashes {
  const [first, ...others] = all
  if (!first || others.length === 0)
    return first ?? { a: new Uint32Array(rows), b: new Uint32Array(rows), c: new Uint32Array(rows) }
  const [a, b, c] = [first.a.slice(), first.b.slice(), first.c.slice()]
  for (const next of others) {
    mix(a, next.a)
    mix(b, next.b)
    mix(c, next.c)
  }
  return { a, b, c }
}

function mix(words: Uint32Array, next: Uint32Array): void {
  for (let row = 0; row < words.length; row++) {
    const word = Math.imul(words[row] ?? 0, 0x9e3779b1) ^ (next[row] ?? 0)
    words[row] = Math.imul(word ^ (word >>> 15), 0x85ebca6b)
  }
}
