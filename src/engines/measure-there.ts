import { createHash } from 'node:crypto'
import type { EngineOrigin } from '../core/engine-origin.ts'
import { columnsOf } from '../core/pushdown/columns-of.ts'
import { readStates, statesOf, writeStates } from '../core/pushdown/partitions/states-file.ts'
import { takeByPartition } from '../core/pushdown/partitions/take-by-partition.ts'
import type { TableThere } from '../core/pushdown/table-there.ts'
import type { TakenThere } from '../core/pushdown/take-measures.ts'
import { takeSteadily } from '../core/pushdown/take-steadily.ts'
import type { Measure } from '../core/tables/measures/measure.ts'
import type { TableJob } from '../core/tables/table-job.ts'
import { UserError } from '../core/user-error.ts'
import type { EngineEstimate, EngineSession } from '../ports/engine.ts'
import type { Files } from '../ports.ts'
import { type Answering, answered } from './answered.ts'
import { readKept, writeKept } from './kept-states.ts'

/** What was measured, and what evidence tells of how. */
export interface MeasuredThere {
  readonly taken: TakenThere
  readonly told: Pick<EngineOrigin, 'estimate' | 'partitions'>
}

/** Where the states of partitions are kept. */
export type StateFiles = Pick<Files, 'exists' | 'readText' | 'write'>

/** Measures a table, unless it is estimated to be larger than it may be; by its partitions, where it names a column of them. */
export async function measureThere(
  session: EngineSession,
  there: TableThere,
  measures: readonly Measure<unknown>[],
  answering: Answering,
  world: { readonly job: TableJob; readonly files: StateFiles | undefined },
): Promise<MeasuredThere> {
  const deniedTo = (measure: Measure<unknown>) =>
    columnsOf(measure)
      .map(index => there.columns[index])
      .find(column => column?.denied !== undefined)
  const readable = measures.filter(measure => deniedTo(measure) === undefined)
  const { taken, told } = await measureReadable(session, there, readable, answering, world)
  const [states, untaken] = [new Map(taken.states), new Map(taken.untaken)]
  for (const measure of measures) {
    const column = deniedTo(measure)
    if (!column) continue
    states.set(measure.key, measure.init())
    untaken.set(measure.key, `${column.name} of ${there.table.table} may not be read: ${column.denied}`)
  }
  return { taken: { ...taken, states, untaken }, told }
}

async function measureReadable(
  session: EngineSession,
  there: TableThere,
  measures: readonly Measure<unknown>[],
  answering: Answering,
  { job, files }: { readonly job: TableJob; readonly files: StateFiles | undefined },
): Promise<MeasuredThere> {
  const estimate = await estimated(session, there, measures, answering)
  const told = estimate === undefined ? {} : { estimate }
  const { partition, states: path } = there.table
  if (partition === undefined || path === undefined || files === undefined)
    return { taken: await answered(session, takeSteadily(there, measures), answering), told }

  const of = statesOf(there, session.version, digestOfJob(job))
  const kept = await readKept(files, path)
  const read = kept.text === undefined ? undefined : readStates(kept.text, of)
  const before = read && 'partitions' in read ? read.partitions : []
  const unused = kept.unused ?? (read && 'unused' in read ? read.unused : undefined)
  if (unused !== undefined) answering.progress(`${path} is of no use: ${unused}; every partition is measured anew`)
  const { partitions, added, changed, gone, ...taken } = await answered(
    session,
    takeByPartition(there, measures, before),
    answering,
  )
  await writeKept(files, path, writeStates(of, partitions))
  const count = partitions.length
  answering.progress(
    `${there.table.table}: ${count} partitions by ${partition}, ${added} of them new, ${changed} changed, ${gone} gone since`,
  )
  return {
    taken,
    told: {
      ...told,
      partitions: {
        column: partition,
        count,
        kept: count - added - changed,
        added,
        changed,
        gone,
        ...(unused === undefined ? {} : { unused }),
        ...(kept.sha256 === undefined ? {} : { states: kept.sha256 }),
      },
    },
  }
}

/** What the engine expects to read for one look at all columns; too much is not begun. */
async function estimated(
  session: EngineSession,
  there: TableThere,
  measures: readonly Measure<unknown>[],
  { progress }: Answering,
): Promise<EngineEstimate | undefined> {
  const { table, columns, from } = there
  const wanted = new Set(measures.flatMap(columnsOf))
  const names = columns.flatMap(({ name }, i) => (wanted.has(i) ? [name] : []))
  const estimate = await session.estimate?.(from, names)
  if (estimate)
    progress(
      `${session.version} expects ${[
        ...(estimate.rows === undefined ? [] : [`${estimate.rows} rows`]),
        ...(estimate.bytes === undefined ? [] : [`${Math.ceil(estimate.bytes / 1e6)} MB`]),
      ].join(', ')} to be read for one look at ${names.length} columns of ${table.table}`,
    )
  for (const [most, found, what] of [
    [table.maxRows, estimate?.rows, 'rows'],
    [table.maxBytes, estimate?.bytes, 'bytes'],
  ] as const) {
    if (most === undefined || (found !== undefined && found <= most)) continue
    throw new UserError(
      'engine.limit',
      found === undefined
        ? `Expected ${session.version} to tell how many ${what} are to be read of ${table.table}, as there is a limit of ${most}, but it cannot`
        : `Expected at most ${most} ${what} to be read of ${table.table} but ${session.version} expects ${found}`,
      { hint: 'Measure fewer columns or partitions, or raise the limit' },
    )
  }
  return estimate
}

/** Of what is asked, but for when. */
function digestOfJob(job: TableJob): string {
  const asked = 'contract' in job ? [job.contract, job.others] : 'drift' in job ? job.drift : job.predictions
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex')
}
