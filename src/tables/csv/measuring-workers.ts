import { Worker } from 'node:worker_threads'
import type { TableRun } from '../../core/tables/table-run.ts'
import type { MeasuredSegment } from './measure-segment.ts'
import type { Segment } from './segments.ts'
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts'

/** Threads that measure segments. */
export interface MeasuringWorkers {
  /** Settles when the segment is measured, by whichever worker is free first. */
  measure(segment: Segment): Promise<MeasuredSegment>
  /** Merges what all workers have measured into a run. */
  finish(run: TableRun): Promise<void>
  stop(): Promise<void>
}

/** The worker's file: beside this one in the source, built into an entry of its own in dist. */
const FILE = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../table-worker.js', import.meta.url)

/** Starts as many workers, each with a run of its own. Segments must be in shared memory. */
export function measuringWorkers(count: number, start: WorkerStart): MeasuringWorkers {
  const threads = Array.from({ length: count }, () => thread(start))
  const free = [...threads]
  const waiting: ((thread: Thread) => void)[] = []
  return {
    async measure({ bytes, ...segment }) {
      const chosen = free.pop() ?? (await new Promise<Thread>(resolve => waiting.push(resolve)))
      const answer = await chosen.ask({ ...segment, memory: sharedMemory(bytes) })
      const next = waiting.shift()
      if (next) next(chosen)
      else free.push(chosen)
      if ('measured' in answer) return answer.measured
      throw new Error('A worker answered with its state before it was asked')
    },
    async finish(run) {
      const answers = await Promise.all(threads.map(each => each.ask('finish')))
      for (const answer of answers) if ('state' in answer) run.merge(answer.state)
    },
    async stop() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}

/** Megabytes of a worker's short-lived objects, of which it makes few: V8 would let them take up four times as much. */
const YOUNG = 8

interface Thread {
  readonly worker: Worker
  ask(message: ToWorker): Promise<FromWorker>
}

function thread(start: WorkerStart): Thread {
  const worker = new Worker(FILE, { workerData: start, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } })
  let failed: Error | undefined
  let settle: { resolve: (answer: FromWorker) => void; reject: (error: Error) => void } | undefined
  worker.on('message', (answer: FromWorker) => settle?.resolve(answer))
  worker.on('error', error => {
    failed = error instanceof Error ? error : new Error(String(error))
    settle?.reject(failed)
  })
  return {
    worker,
    ask: message =>
      new Promise((resolve, reject) => {
        if (failed) reject(failed)
        settle = { resolve, reject }
        worker.postMessage(message)
      }),
  }
}

function sharedMemory(bytes: Buffer): SharedArrayBuffer {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes.buffer
  throw new Error('A segment for a worker must be in shared memory')
}
