import { parentPort, workerData } from 'node:worker_threads'
import { startJob } from '../../core/tables/table-job.ts'
import { segmentMeasurer } from './measure-segment.ts'
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts'

const { job, header, separator } = workerData as WorkerStart
const run = startJob(job, header)
const measure = segmentMeasurer(run, header.length, separator)
const post = (message: FromWorker) => parentPort?.postMessage(message)

parentPort?.on('message', (message: ToWorker) => {
  if (message === 'finish') {
    post({ state: run.state })
    return
  }
  const { memory, ...segment } = message
  post({ measured: measure({ ...segment, bytes: Buffer.from(memory) }) })
})
