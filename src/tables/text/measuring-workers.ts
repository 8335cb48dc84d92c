import { Worker } from 'node:worker_threads'
import type { TableRun } from '../../core/tables/table-run.ts'
import type { MeasuredSegment } from './measure-segment.ts'
import type { Segment } from './segments.ts'
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts'

/** Threads that measure segments beside this one. */
export interface MeasuringWorkers {
  /** Settles when a worker has measured the segment; undefined where all have enough to do. */
  measure(segment: Segment): Promise<MeasuredSegment> | undefined
  /** Merges what all workers have measured into a run. */
  finish(run: TableRun): Promise<void>
  stop(): Promise<void>
}

/** Segments that wait for a worker: it must not stand idle while this thread measures one itself. */
export const WAITING = 3
/** Megabytes of a worker's short-lived objects, of which it makes few: V8 would let them take up four times as much. */
const YOUNG = 8

/** The worker's file: beside this one in the source, built into an entry of its own in dist. */
const FILE = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../table-worker.js', import.meta.url)

/** Starts as many workers, each with a run of its own. Segments must be in the memory they begin with. */
export function measuringWorkers(count: number, start: WorkerStart): MeasuringWorkers {
  const threads = Array.from({ length: count }, () => thread(start))
  return {
    measure({ bytes, ...segment }) {
      const [least] = threads.toSorted((a, b) => a.waiting() - b.waiting())
      if (!least || least.waiting() >= WAITING) return undefined
      return least.ask({ ...segment, address: bytes.byteOffset }).then(measuredBy)
    },
    async finish(run) {
      const answers = await Promise.all(threads.map(each => each.ask('finish')))
      for (const answer of answers) if ('state' in answer) run.merge(answer.state)
    },
    async stop() {
      await Promise.all(threads.map(each => each.stop()))
    },
  }
}

interface Thread {
  /** Questions that it has not answered yet. */
  waiting(): number
  ask(message: ToWorker): Promise<FromWorker>
  stop(): Promise<unknown>
}

interface Question {
  resolve(answer: FromWorker): void
  reject(error: Error): void
}

/** A worker, which answers questions in the order in which they are asked. */
function thread(start: WorkerStart): Thread {
  const worker = new Worker(FILE, { workerData: start, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } })
  const questions: Question[] = []
  let failed: Error | undefined
  worker.on('message', (answer: FromWorker) => questions.shift()?.resolve(answer))
  worker.on('error', error => {
    failed = error instanceof Error ? error : new Error(String(error))
    for (const question of questions.splice(0)) question.reject(failed)
  })
  return {
    waiting: () => questions.length,
    stop: () => worker.terminate(),
    ask: message =>
      new Promise((resolve, reject) => {
        if (failed) {
          reject(failed)
          return
        }
        questions.push({ resolve, reject })
        worker.postMessage(message)
      }),
  }
}

function measuredBy(answer: FromWorker): MeasuredSegment {
  if ('measured' in answer) return answer.measured
  throw new Error('A worker answered with its state before it was asked')
}
