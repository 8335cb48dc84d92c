import { Writable } from 'node:stream';
import { f as exec } from './chunks/toolkit.js';

const send = (message            ) =>
  new Promise      (resolve => process.send?.(message, undefined, undefined, () => resolve()));

const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
const hear = (data        ) => void send({ said: data.toString('utf8') });

async function run({ command: [name = '', ...words], folder, environment }          )                      {
  try {
    // Quoted, for the toolkit splits what it takes for a command line at spaces.
    const exitCode = await exec(`"${name}"`, words, {
      cwd: folder,
      env: environment,
      ignoreReturnCode: true,
      outStream: nowhere,
      errStream: nowhere,
      listeners: { stdout: hear, stderr: hear },
    });
    return { exitCode }
  } catch (error) {
    return { cannotStart: error instanceof Error ? error.message : String(error) }
  }
}

process.once('message', async (job          ) => {
  await send(await run(job));
  process.disconnect();
});
