import { join } from 'node:path'
import { parentPort, threadId, workerData } from 'node:worker_threads'
import { prepareJob } from '../../core/tables/prepare-checks.ts'
import { UserError } from '../../core/user-error.ts'
import { buffersIn } from '../buffers-in.ts'
import { overflowFile } from '../overflow-files.ts'
import { groupMeasurer } from './measure-group.ts'
import { openParquet } from './parquet-file.ts'
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts'

const { file, job, overflow } = workerData as WorkerStart
const stored = overflow === undefined ? undefined : overflowFile(() => join(overflow, `worker-${threadId}`))
const measurer = prepareJob(job)
  .then(() => openParquet(file))
  .then(opened => groupMeasurer(opened, job, stored))
// Said to whoever asks for a group.
measurer.catch(() => {})

async function answer(message: ToWorker): Promise<FromWorker> {
  try {
    const { run, measure } = await measurer
    if (message === 'finish') return { state: run.state }
    await measure(message.group)
    return 'measured'
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { code, message, hint, kind } = error
    return { refused: { code, message, hint, kind } }
  }
}

parentPort?.on('message', async (message: ToWorker) => {
  const answered = await answer(message)
  parentPort?.postMessage(answered, typeof answered === 'object' && 'state' in answered ? buffersIn(answered) : [])
})
