import { createHash } from 'node:crypto'
import type { TableThere } from '../core/pushdown/table-there.ts'
import type { TakenThere } from '../core/pushdown/take-measures.ts'
import { encodeState } from '../core/tables/state-text.ts'

/**
 * The digest of what was measured of a table on an engine, and its length as text: the bytes of the table are not to be had. The same rows
 * give the same digest, in whatever order an engine answers.
 */
export function digestOf({ table, columns }: TableThere, { rows, states, untaken }: TakenThere) {
  const text = JSON.stringify([
    table.table,
    columns.map(({ name, type }) => [name, type]),
    rows,
    [...states].map(([key, state]) => [key, encodeState(state)]),
    [...untaken.keys()],
  ])
  return { sha256: createHash('sha256').update(text).digest('hex'), bytes: Buffer.byteLength(text) }
}
