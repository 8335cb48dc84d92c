import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { isOwn } from '../../core/tables/shard.ts'
import type { TableJob } from '../../core/tables/table-job.ts'
import { UserError } from '../../core/user-error.ts'
import type { MeasuredTable, MeasureOptions } from '../../ports.ts'
import { overflowFile, overflowFolder, readStored } from '../overflow-files.ts'
import type { TableFile } from '../table-format.ts'
import { startThread, type Thread } from '../thread.ts'
import { digestOf } from './digest-of.ts'
import { findRows } from './find-rows.ts'
import { groupMeasurer } from './measure-group.ts'
import { openParquet } from './parquet-file.ts'
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts'

/** A smaller file is measured sooner on this thread than a worker starts, in bytes. */
const SMALL = 4 * 1024 * 1024

/** Megabytes of a worker's short-lived objects: few values become one. */
const YOUNG = 4

/** The worker's file: beside this one in the source, built into an entry of its own in dist. */
const FILE = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../parquet-worker.js', import.meta.url)

/** Measures the columns of a Parquet file that the job asks for, a group of rows at a time, several at once. */
export async function measureParquet(
  file: TableFile,
  job: TableJob,
  workers: number,
  { progress, shard }: Pick<MeasureOptions, 'progress' | 'shard'>,
): Promise<MeasuredTable> {
  const opened = await openParquet(file)
  const threads: Thread<ToWorker, FromWorker>[] = []
  try {
    const own = shard ? undefined : overflowFile(() => join(overflowFolder(), `thread-${randomUUID()}`))
    const { run, measure } = groupMeasurer(opened, job, own)
    const header = opened.columns.map(({ name }) => name)
    const parts = opened.groups.flatMap(({ rows }, part) => (isOwn(part, shard) ? [{ part, rows }] : []))
    const digest = digestOf(file)
    // Waited for at the end; until then another error may come first.
    digest.catch(() => {})
    // This thread measures, too.
    const beside = file.size < SMALL ? 0 : Math.min(workers, parts.length) - 1
    if (beside > 0) {
      const overflow = shard ? undefined : overflowFolder()
      const start: WorkerStart = { file: { ...file }, job, overflow }
      for (let i = 0; i < beside; i++) threads.push(startThread<ToWorker, FromWorker>(FILE, start, YOUNG))
    }
    let rows = 0
    const groups = parts.values()
    const work = async (measure: (group: number) => Promise<unknown>) => {
      for (const { part, rows: measured } of groups) {
        await measure(part)
        rows += measured
        progress(rows)
      }
    }
    await Promise.all([
      ...threads.map(thread => work(async group => answered(await thread.ask({ group })))),
      work(measure),
    ])
    for (const answer of await Promise.all(threads.map(thread => thread.ask('finish')))) {
      const { state } = answered(answer)
      if (state) run.merge(state)
    }
    const sha256 = await digest
    return {
      header,
      run,
      find: findRows(file),
      read: readStored,
      parts,
      material: role => ({ name: file.name, role, digest: { sha256 }, bytes: file.size, rows }),
    }
  } finally {
    await Promise.all([...threads.map(thread => thread.stop()), opened.close()])
  }

  function answered(answer: FromWorker): { readonly state?: Extract<FromWorker, { state: unknown }>['state'] } {
    if (answer === 'measured') return {}
    if ('state' in answer) return answer
    const { code, message, hint, kind } = answer.refused
    throw new UserError(code, message, { file: file.name, kind, ...(hint === undefined ? {} : { hint }) })
  }
}
