import { join } from 'node:path';
import { workerData, parentPort, threadId } from 'node:worker_threads';
import { p as prepareJob } from './chunks/prepare-checks.js';
import { s as startJob } from './chunks/table-job.js';
import { b as buffersIn } from './chunks/buffers-in.js';
import { s as startKernel, o as overflowFile } from './chunks/text-column.js';
import { s as segmentMeasurer, g as grammarOf } from './chunks/measure-segment.js';

const { job, header, form, memory, overflow } = workerData;               
const kernel = startKernel(memory);
await prepareJob(job);
const run = startJob(job, header);
const file = overflow === undefined ? undefined : overflowFile(() => join(overflow, `worker-${threadId}`));
const measure = segmentMeasurer(kernel, run, header, grammarOf(form), file);
const post = (message            ) => parentPort?.postMessage(message);

parentPort?.on('message', (message          ) => {
  if (message === 'finish') {
    parentPort?.postMessage({ state: run.state }                     , buffersIn(run.state));
    return
  }
  const { address, ...segment } = message;
  const size = segment.end + 1;
  post({ measured: measure({ ...segment, bytes: Buffer.from(kernel.bufferTo(address, size), address, size) }) });
});
