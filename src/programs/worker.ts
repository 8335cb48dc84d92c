import { Writable } from 'node:stream'
import { exec } from '@actions/exec'
import type { FromRunner, ToRunner } from './messages.ts'

const send = (message: FromRunner) =>
  new Promise<void>(resolve => process.send?.(message, undefined, undefined, () => resolve()))

const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
const hear = (data: Buffer) => void send({ said: data.toString('utf8') })

async function run({ command: [name = '', ...words], folder, environment }: ToRunner): Promise<FromRunner> {
  try {
    // Quoted, for the toolkit splits what it takes for a command line at spaces.
    const exitCode = await exec(`"${name}"`, words, {
      cwd: folder,
      env: environment,
      ignoreReturnCode: true,
      outStream: nowhere,
      errStream: nowhere,
      listeners: { stdout: hear, stderr: hear },
    })
    return { exitCode }
  } catch (error) {
    return { cannotStart: error instanceof Error ? error.message : String(error) }
  }
}

process.once('message', async (job: ToRunner) => {
  await send(await run(job))
  process.disconnect()
})
