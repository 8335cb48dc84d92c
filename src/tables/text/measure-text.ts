import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { isOwn, type MeasuredPart } from '../../core/tables/shard.ts'
import { startJob, type TableJob } from '../../core/tables/table-job.ts'
import type { MeasuredTable, MeasureOptions } from '../../ports.ts'
import { overflowFile, overflowFolder, readStored } from '../overflow-files.ts'
import { grammarOf } from './grammar.ts'
import type { HashedReader } from './hashed-reader.ts'
import { startKernel } from './kernel/kernel.ts'
import { type MeasuredSegment, segmentMeasurer } from './measure-segment.ts'
import { type MeasuringWorkers, measuringWorkers, WAITING } from './measuring-workers.ts'
import { kernelRoom } from './room.ts'
import type { RowFault } from './scanned-rows.ts'
import type { Segment } from './segments.ts'
import { faultOf, findRows, linesAt, type TextFile, textSegments } from './text-file.ts'

/** How a file is measured; nothing of it changes what is found. */
export interface Effort {
  /** Threads beside this one; none: on this one. */
  readonly workers: number
  /** Bytes of a segment. */
  readonly segment: number
}

/** Measures all rows of a file in one pass, its digest with them. */
export async function measureText(
  file: TextFile,
  reader: HashedReader,
  job: TableJob,
  effort: Effort,
  { progress, shard }: Pick<MeasureOptions, 'progress' | 'shard'>,
): Promise<MeasuredTable> {
  const kernel = startKernel()
  const room = kernelRoom(kernel, (WAITING + 1) * effort.workers + 2)
  let workers: MeasuringWorkers | undefined
  try {
    const { header, segments } = await file.begin(textSegments(file, reader, room, effort.segment))
    const run = startJob(job, header)
    if (effort.workers > 0)
      workers = measuringWorkers(effort.workers, {
        job,
        header,
        form: file.form,
        memory: kernel.memory,
        overflow: shard ? undefined : overflowFolder(),
      })
    const own = shard ? undefined : overflowFile(() => join(overflowFolder(), `thread-${randomUUID()}`))
    const alone = segmentMeasurer(kernel, run, header, grammarOf(file.form), own)
    const measure = (segment: Segment) => workers?.measure(segment) ?? Promise.resolve(alone(segment))

    const tasks: Promise<MeasuredSegment & MeasuredPart>[] = []
    let parts = 0
    let rows = 0
    let faulty = false
    let refused: Refused | undefined
    for await (const segment of oneAhead(segments)) {
      if ('refused' in segment) {
        refused = segment
        break
      }
      if (faulty) break
      const part = parts++
      if (!isOwn(part, shard)) {
        room.give(segment.bytes)
        continue
      }
      const task = measure(segment).then(measured => {
        room.give(segment.bytes)
        rows += measured.rows
        faulty ||= measured.fault !== undefined
        progress(rows)
        return { ...measured, part }
      })
      task.catch(() => {
        faulty = true
      })
      tasks.push(task)
      await settled(workers ? undefined : task)
    }
    const measured = await Promise.all(tasks)
    const fault = firstFault(measured)
    if (fault) throw await faultOf(file, fault, header.length)
    // It comes later in the file than all that was measured, whenever it was met.
    if (refused) throw refused.refused
    await workers?.finish(run)
    const { sha256, bytes } = reader.digest()
    return {
      header,
      run,
      find: places => findRows(file, places, header),
      lines: places => linesAt(file, places),
      read: readStored,
      parts: measured.map(({ fault: _, ...rest }) => rest),
      material: role => ({ name: file.name, role, digest: { sha256 }, bytes, rows }),
    }
  } finally {
    await Promise.all([workers?.stop(), reader.close()])
  }
}

/** Why there is no next segment. */
interface Refused {
  readonly refused: unknown
}

/** What comes next is read while the last one is used. */
async function* oneAhead(segments: AsyncGenerator<Segment>): AsyncGenerator<Segment | Refused> {
  const read = () => segments.next().catch((refused: unknown): Refused => ({ refused }))
  for (let next = read(); ; ) {
    const found = await next
    if ('refused' in found) {
      yield found
      return
    }
    if (found.done) return
    next = read()
    yield found.value
  }
}

/** Lets messages of workers come in, which they only do between one segment of this thread's and the next. */
const settled = async (task: Promise<unknown> | undefined): Promise<void> => {
  await task
  await new Promise(resolve => setImmediate(resolve))
}

/** The first fault in the file, whoever met it first. Blank lines are one where a row follows in a later segment. */
export function firstFault(measured: readonly MeasuredSegment[]): RowFault | undefined {
  let blank: number | undefined
  for (const segment of measured) {
    if (blank !== undefined && (segment.rows > 0 || segment.fault)) return { kind: 'blank', at: blank, cells: 1 }
    if (segment.fault) return segment.fault
    blank ??= segment.blank
  }
  return undefined
}
