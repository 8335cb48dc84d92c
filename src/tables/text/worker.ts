import { join } from 'node:path'
import { parentPort, threadId, workerData } from 'node:worker_threads'
import { prepareJob } from '../../core/tables/prepare-checks.ts'
import { startJob } from '../../core/tables/table-job.ts'
import { buffersIn } from '../buffers-in.ts'
import { overflowFile } from '../overflow-files.ts'
import { grammarOf } from './grammar.ts'
import { startKernel } from './kernel/kernel.ts'
import { segmentMeasurer } from './measure-segment.ts'
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts'

const { job, header, form, memory, overflow } = workerData as WorkerStart
const kernel = startKernel(memory)
await prepareJob(job)
const run = startJob(job, header)
const file = overflow === undefined ? undefined : overflowFile(() => join(overflow, `worker-${threadId}`))
const measure = segmentMeasurer(kernel, run, header, grammarOf(form), file)
const post = (message: FromWorker) => parentPort?.postMessage(message)

parentPort?.on('message', (message: ToWorker) => {
  if (message === 'finish') {
    parentPort?.postMessage({ state: run.state } satisfies FromWorker, buffersIn(run.state))
    return
  }
  const { address, ...segment } = message
  const size = segment.end + 1
  post({ measured: measure({ ...segment, bytes: Buffer.from(kernel.bufferTo(address, size), address, size) }) })
})
