import { createHash } from 'node:crypto'
import { canonicalState } from '../core/pushdown/canonical-state.ts'
import type { TableThere } from '../core/pushdown/table-there.ts'
import type { TakenThere } from '../core/pushdown/take-measures.ts'
import type { Asked } from '../core/tables/measures/asked.ts'
import type { Measure } from '../core/tables/measures/measure.ts'

/**
 * The digest of what was measured of a table on an engine, and its length as text: the bytes of the table are not to be had. The same rows
 * give the same digest, in whatever order an engine answers, measured at once or by partitions.
 */
export function digestOf(
  { table, columns }: TableThere,
  measures: readonly Measure<unknown>[],
  { rows, states, untaken }: TakenThere,
) {
  const text = JSON.stringify([
    table.table,
    columns.map(({ name, type }) => [name, type]),
    rows,
    measures
      .map(measure => [measure.key, canonicalState(states.get(measure.key), sizeOf(measure.asks))] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    [...untaken.keys()].sort(),
  ])
  return { sha256: createHash('sha256').update(text).digest('hex'), bytes: Buffer.byteLength(text) }
}

/** Rows of the sample that is asked for. */
function sizeOf(asks: Asked | undefined): number {
  if (asks?.is === 'filtered') return sizeOf(asks.measure.asks)
  return asks?.is === 'sample' || asks?.is === 'joint' || asks?.is === 'drift' ? asks.size : Number.POSITIVE_INFINITY
}
