import { join } from 'node:path'
import { parentPort, threadId, workerData } from 'node:worker_threads'
import { startJob } from '../../core/tables/table-job.ts'
import { overflowFile } from '../overflow-files.ts'
import { grammarOf } from './grammar.ts'
import { startKernel } from './kernel/kernel.ts'
import { segmentMeasurer } from './measure-segment.ts'
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts'

const { job, header, form, memory, overflow } = workerData as WorkerStart
const kernel = startKernel(memory)
const run = startJob(job, header)
const file = overflow === undefined ? undefined : overflowFile(() => join(overflow, `worker-${threadId}`))
const measure = segmentMeasurer(kernel, run, header, grammarOf(form), file)
const post = (message: FromWorker) => parentPort?.postMessage(message)

/** Memory of typed arrays in a state, which is handed over rather than copied. */
function buffersIn(state: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(state)) {
    if (state.buffer instanceof ArrayBuffer && state.buffer.byteLength > 0) found.add(state.buffer)
  } else if (state instanceof Map || state instanceof Set || Array.isArray(state)) {
    for (const part of state.values()) {
      // Of many, all are alike: thousands of numbers have no memory.
      if (typeof part !== 'object') break
      buffersIn(part, found)
    }
  } else if (typeof state === 'object' && state !== null) {
    for (const part of Object.values(state)) buffersIn(part, found)
  }
  return [...found]
}

parentPort?.on('message', (message: ToWorker) => {
  if (message === 'finish') {
    parentPort?.postMessage({ state: run.state } satisfies FromWorker, buffersIn(run.state))
    return
  }
  const { address, ...segment } = message
  const size = segment.end + 1
  post({ measured: measure({ ...segment, bytes: Buffer.from(kernel.bufferTo(address, size), address, size) }) })
})
