import { join } from 'node:path';
import { workerData, parentPort, threadId } from 'node:worker_threads';
import { p as prepareJob } from './chunks/prepare-checks.js';
import { U as UserError } from './chunks/user-error.js';
import { b as buffersIn } from './chunks/buffers-in.js';
import { o as overflowFile } from './chunks/text-column.js';
import { o as openParquet, g as groupMeasurer } from './chunks/parquet-file.js';

const { file, job, overflow } = workerData;               
const stored = overflow === undefined ? undefined : overflowFile(() => join(overflow, `worker-${threadId}`));
const measurer = prepareJob(job)
  .then(() => openParquet(file))
  .then(opened => groupMeasurer(opened, job, stored));
// Said to whoever asks for a group.
measurer.catch(() => {});

async function answer(message          )                      {
  try {
    const { run, measure } = await measurer;
    if (message === 'finish') return { state: run.state }
    await measure(message.group);
    return 'measured'
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { code, message, hint, kind } = error;
    return { refused: { code, message, hint, kind } }
  }
}

parentPort?.on('message', async (message          ) => {
  const answered = await answer(message);
  parentPort?.postMessage(answered, typeof answered === 'object' && 'state' in answered ? buffersIn(answered) : []);
});
