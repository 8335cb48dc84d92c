import { workerData, parentPort } from 'node:worker_threads';
import { R as startJob, T as segmentMeasurer } from './chunks/core.js';

const { job, header, separator } = workerData;               
const run = startJob(job, header);
const measure = segmentMeasurer(run, header.length, separator);
const post = (message            ) => parentPort?.postMessage(message);

/** Memory of typed arrays in a state, which is handed over rather than copied. */
function buffersIn(state         , found = new Set             ())                {
  if (ArrayBuffer.isView(state)) {
    if (state.buffer instanceof ArrayBuffer && state.buffer.byteLength > 0) found.add(state.buffer);
  } else if (state instanceof Map || state instanceof Set || Array.isArray(state)) {
    for (const part of state.values()) buffersIn(part, found);
  } else if (typeof state === 'object' && state !== null) {
    for (const part of Object.values(state)) buffersIn(part, found);
  }
  return [...found]
}

parentPort?.on('message', (message          ) => {
  if (message === 'finish') {
    parentPort?.postMessage({ state: run.state }                     , buffersIn(run.state));
    return
  }
  const { memory, ...segment } = message;
  post({ measured: measure({ ...segment, bytes: Buffer.from(memory) }) });
});
