import { workerData, parentPort } from 'node:worker_threads';
import { R as startJob, T as segmentMeasurer } from './chunks/core.js';

const { job, header, separator } = workerData;               
const run = startJob(job, header);
const measure = segmentMeasurer(run, header.length, separator);
const post = (message            ) => parentPort?.postMessage(message);

parentPort?.on('message', (message          ) => {
  if (message === 'finish') {
    post({ state: run.state });
    return
  }
  const { memory, ...segment } = message;
  post({ measured: measure({ ...segment, bytes: Buffer.from(memory) }) });
});
