import type { Batch } from '../batch.ts'
import type { Column } from '../column.ts'
import { addFailure, type Failures, mergeFailures, noFailures } from './failures.ts'
import { addKey, type FirstLines, mergeKeys, noLines } from './first-lines.ts'

/** Between the cells of a key; no cell holds it, as a file with NUL bytes is refused. */
const SEPARATOR = '\0'

/** How often rows repeat the values that earlier rows have in the same columns. Texts compare as they are: `1` and `1.0` differ. */
export interface DistinctRows {
  rows: number
  /** Rows whose key is whole. */
  keyed: number
  readonly seen: FirstLines
  /** Rows that repeat an earlier one: the first of each value is none. */
  readonly repeated: Failures
  /** Rows with an empty cell in the key, which repeat nothing. */
  readonly empty: Failures
}

/** No rows yet. */
export const distinctRows = (): DistinctRows => ({
  rows: 0,
  keyed: 0,
  seen: noLines(),
  repeated: noFailures(),
  empty: noFailures(),
})

/** Takes in rows, keyed by their cells in the columns. */
export function addRows(state: DistinctRows, { rows }: Batch, columns: readonly Column[]): void {
  const hidden = columns.some(column => column.sensitive)
  const [only] = columns.length === 1 ? columns : []
  state.rows += rows.length
  for (const { cells, line } of rows) {
    const key = only ? (cells[only.index] ?? '') : compound(cells, columns)
    if (key === '') addFailure(state.empty, line)
    else if (addKey(state.seen, key, line)) state.keyed += 1
    else repeat(state, key, line, hidden)
  }
}

/** Takes in the state of the rows that follow. */
export function mergeRows(state: DistinctRows, later: DistinctRows, columns: readonly Column[]): void {
  const hidden = columns.some(column => column.sensitive)
  state.rows += later.rows
  state.keyed += later.keyed
  mergeFailures(state.repeated, later.repeated)
  mergeFailures(state.empty, later.empty)
  const again: Failures = noFailures()
  mergeKeys(state.seen, later.seen, (key, line) => addFailure(again, line, hidden ? undefined : readable(key)))
  mergeFailures(state.repeated, again)
}

function repeat(state: DistinctRows, key: string, line: number, hidden: boolean): void {
  state.keyed += 1
  addFailure(state.repeated, line, hidden ? undefined : readable(key))
}

/** Empty where one of the cells is. */
function compound(cells: readonly string[], columns: readonly Column[]): string {
  const parts = columns.map(({ index }) => cells[index] ?? '')
  return parts.includes('') ? '' : parts.join(SEPARATOR)
}

const readable = (key: string): string => key.replaceAll(SEPARATOR, ', ')
