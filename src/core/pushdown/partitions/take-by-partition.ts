import type { Measure } from '../../tables/measures/measure.ts'
import { UserError } from '../../user-error.ts'
import { changed } from '../changed.ts'
import type { Asking } from '../statement.ts'
import { keyOf, type TableThere } from '../table-there.ts'
import { type TakenThere, takeMeasures } from '../take-measures.ts'
import { addsUp } from './adds-up.ts'
import { listPartitions } from './list-partitions.ts'
import { type MeasuredPartition, nameOf, type Partition } from './partition.ts'
import { partitionThere } from './partition-there.ts'
import { sameAsWhole } from './same-as-whole.ts'

/** What was measured of a table partition by partition, and of its partitions. */
export interface TakenByPartition extends TakenThere {
  readonly partitions: readonly MeasuredPartition[]
  readonly added: number
  readonly changed: number
  readonly gone: number
}

/**
 * Takes measures of a table partition by partition: those that were measured before and are as they were are not asked about again. What
 * does not add up of partitions is asked of the whole table each time.
 */
export function* takeByPartition(
  there: TableThere,
  measures: readonly Measure<unknown>[],
  before: readonly MeasuredPartition[],
): Asking<TakenByPartition> {
  const hasPlaces = keyOf(there) !== undefined
  const adding = measures.filter(measure => addsUp(measure, hasPlaces))
  const known = new Map(before.map(partition => [nameOf(partition.value), partition]))
  const listed = yield* listPartitions(there)
  const partitions: MeasuredPartition[] = []
  let [added, other] = [0, 0]
  for (const partition of listed) {
    const kept = known.get(nameOf(partition.value))
    if (kept && kept.print === partition.print && kept.rows === partition.rows) {
      partitions.push(kept)
      continue
    }
    if (kept) other += 1
    else added += 1
    const { rows, states, untaken } = yield* takeMeasures(partitionThere(there, partition), adding)
    if (rows !== partition.rows) throw changed(there, partition.rows, rows)
    partitions.push({ ...partition, states, untaken })
  }
  const rows = listed.reduce((sum, one) => sum + one.rows, 0)
  const states = new Map<string, unknown>()
  const whole = measures.filter(measure => {
    const merged = adding.includes(measure) ? merge(measure, partitions) : undefined
    if (merged !== undefined) states.set(measure.key, merged.state)
    return merged === undefined
  })
  const all = whole.length > 0 ? yield* takeMeasures({ ...there, isPinned: true }, whole) : undefined
  if (all && all.rows !== rows) throw changed(there, rows, all.rows)
  for (const [key, state] of all?.states ?? []) states.set(key, state)
  if (!there.isPinned) checkSame(there, listed, yield* listPartitions(there, true))
  const gone = before.length - (listed.length - added)
  return {
    rows,
    states: inOrder(measures, states),
    untaken: all?.untaken ?? new Map(),
    partitions,
    added,
    changed: other,
    gone,
  }
}

/** The state of all partitions; undefined where it is not that of the whole table. */
function merge(
  measure: Measure<unknown>,
  partitions: readonly MeasuredPartition[],
): { readonly state: unknown } | undefined {
  if (partitions.some(({ untaken }) => untaken.has(measure.key))) return undefined
  const state = measure.init()
  const parts = partitions.map(({ states }) => states.get(measure.key))
  // A state may share what it is merged from.
  for (const part of parts) measure.merge(state, structuredClone(part))
  return sameAsWhole(state, parts) ? { state } : undefined
}

/** As they come when the table is measured as a whole: the digest is of all of them, one after another. */
const inOrder = (measures: readonly Measure<unknown>[], states: ReadonlyMap<string, unknown>): Map<string, unknown> =>
  new Map(measures.map(({ key }) => [key, states.get(key)]))

function checkSame({ table }: TableThere, first: readonly Partition[], later: readonly Partition[]): void {
  const now = new Map(later.map(partition => [nameOf(partition.value), partition]))
  const same = first.filter(({ value, rows, print }) => {
    const other = now.get(nameOf(value))
    return other?.rows === rows && other.print === print
  })
  if (same.length === first.length && later.length === first.length) return
  throw new UserError(
    'engine.changed',
    `Expected the partitions of ${table.table} to stay as they are while they are measured but found ${same.length} of ${first.length} the same later, and ${later.length} in all`,
    { kind: 'environment', hint: 'Measure a snapshot of it, or when nobody writes' },
  )
}
