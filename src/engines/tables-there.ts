import { kindOf } from '../core/pushdown/dialect.ts'
import { DIALECTS } from '../core/pushdown/dialects/index.ts'
import { type EngineName, readEngineAddress } from '../core/pushdown/engine-table.ts'
import { type PushdownLimits, USUAL_PUSHDOWN } from '../core/pushdown/limits.ts'
import { rowsAtPlaces } from '../core/pushdown/rows-at-places.ts'
import type { TableThere } from '../core/pushdown/table-there.ts'
import type { Measure } from '../core/tables/measures/measure.ts'
import { startJob, type TableJob } from '../core/tables/table-job.ts'
import { UserError } from '../core/user-error.ts'
import type { Engine, EngineSession } from '../ports/engine.ts'
import type { Tables } from '../ports.ts'
import { answered } from './answered.ts'
import { deniedColumns } from './denied-columns.ts'
import { digestOf } from './digest-of.ts'
import { lineOf } from './line-of.ts'
import { type MeasuredThere, measureThere, type StateFiles } from './measure-there.ts'
import { namedAs } from './named-as.ts'
import { namesIn } from './names-in.ts'

export interface EngineWorld {
  /** How an engine is opened: loaded when a table of its own is met. */
  readonly engines: Readonly<Record<EngineName, () => Promise<Engine>>>
  readonly limits?: PushdownLimits
  /** Where the states of partitions are kept; without, tables are measured as a whole. */
  readonly files?: StateFiles
  /** Hears of the statements under way. */
  progress(message: string): void
}

/** Tables on engines, by their address. */
export function tablesThere({ engines, limits = USUAL_PUSHDOWN, files, progress }: EngineWorld): Tables {
  return {
    async open(path) {
      const { session, there } = await opened(path)
      await session.close()
      return {
        header: there.columns.map(({ name }) => name),
        batches: { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(unread(path)) }) },
        material() {
          throw unread(path)
        },
      }
    },

    async measure(path, job, options) {
      if (options.shard)
        throw new UserError('engine.shard', `Expected no shard of a table on an engine (${path})`, {
          hint: 'Leave data.shard out: the engine shares the work itself',
        })
      const { session, there: listed } = await opened(path)
      const queries: string[] = []
      try {
        const named = namesIn(job)
        const known = namedAs(listed, named)
        const there = { ...known, columns: [...known.columns, ...(await deniedColumns(session, named))] }
        const header = there.columns.map(({ name }) => name)
        const run = startJob(job, header)
        const { taken, told } = await takenOrNot(session, there, run.measures, job, queries)
        const { sha256, bytes } = digestOf(there, run.measures, taken)
        run.merge(taken.states)
        for (const [key, reason] of taken.untaken) run.untaken.set(key, reason)
        options.progress(taken.rows)
        const { version, snapshot, unpinned } = session
        const engine = {
          version,
          digestOf: 'measures' as const,
          ...(queries.length > 0 ? { queries } : {}),
          ...(snapshot === undefined
            ? {}
            : { snapshot: { id: snapshot.id, ...(snapshot.at === undefined ? {} : { at: snapshot.at }) } }),
          ...(unpinned === undefined ? {} : { unpinned }),
          ...told,
        }
        return {
          header,
          run,
          find: places => find(path, places, snapshot?.isGone ? undefined : snapshot?.id),
          parts: [{ part: 0, rows: taken.rows }],
          material: role => ({
            name: path,
            role,
            digest: { sha256 },
            bytes,
            rows: taken.rows,
            origin: { kind: there.table.engine, engine },
          }),
        }
      } finally {
        await session.close()
      }
    },

    find: path => places => find(path, places),
  }

  /** A table, in the state that it names, or in one that was found before. */
  async function opened(path: string, snapshot?: string): Promise<{ session: EngineSession; there: TableThere }> {
    const table = readEngineAddress(path)
    if (!table)
      throw new UserError('engine.address', `Expected the address of a table on an engine but found '${path}'`, {
        hint: 'Write engine:url?table=name, and &key=column where a column says where a row stands',
      })
    const dialect = DIALECTS[table.engine]
    const engine = await engines[table.engine]()
    const { asOf, ...any } = table
    const session = await engine.open(snapshot === undefined ? table : { ...any, snapshot }).catch(cause => {
      throw failed(path, cause)
    })
    const columns = session.columns.map(column => ({ ...column, kind: kindOf(dialect, column.type) }))
    const { from, isPlain, isPinned, fileColumns, schema } = session
    return { session, there: { dialect, table, from, columns, limits, isPlain, isPinned, fileColumns, schema } }
  }

  async function find(path: string, places: readonly number[], snapshot?: string) {
    const { session, there } = await opened(path, snapshot)
    try {
      return await answered(session, rowsAtPlaces(there, places), { progress, queries: [] })
    } catch (cause) {
      throw failed(path, cause)
    } finally {
      await session.close()
    }
  }

  /** An engine that fails in the middle leaves everything open: nobody can tell. */
  async function takenOrNot(
    session: EngineSession,
    there: TableThere,
    measures: readonly Measure<unknown>[],
    job: TableJob,
    queries: string[],
  ): Promise<MeasuredThere> {
    try {
      return await measureThere(session, there, measures, { progress, queries }, { job, files })
    } catch (cause) {
      if (cause instanceof UserError && !OPEN.has(cause.code)) throw cause
      const reason =
        cause instanceof UserError
          ? cause.message
          : `${session.version} did not answer for ${there.table.table}: ${lineOf(cause)}`
      const taken = {
        rows: 0,
        states: new Map(measures.map(measure => [measure.key, measure.init()])),
        untaken: new Map(measures.map(({ key }) => [key, reason])),
      }
      return { taken, told: {} }
    }
  }
}

/** What leaves everything open, and is nothing that the reader has written wrong. */
const OPEN: ReadonlySet<string> = new Set(['engine.changed', 'engine.limit', 'engine.connection'])

const failed = (path: string, cause: unknown): UserError =>
  cause instanceof UserError
    ? cause
    : new UserError('engine.failed', `Expected the engine to answer for ${path} but found: ${lineOf(cause)}`, {
        kind: 'environment',
        hint: 'Look at the log of the engine, and run it again',
        cause,
      })

const unread = (path: string): UserError =>
  new UserError('engine.rows', `Expected ${path} to be measured where it is, but its rows are asked for one by one`, {
    hint: 'Give a file of the table for this',
  })
