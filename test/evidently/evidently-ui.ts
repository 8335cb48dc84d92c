import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../harness/runner/free-port.ts'

const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proofmark-evidently/bin')

/** Telemetry of Evidently's is off: nothing but loopback is spoken to. */
export const QUIET = { ...process.env, DO_NOT_TRACK: '1' }

/** Where a program of the environment is that scripts/get-evidently.sh has made. */
export function evidentlyProgram(name: 'python' | 'evidently'): string {
  const found = join(CACHE, name)
  if (existsSync(found)) return found
  throw new Error(`Expected ${found} but found none: run scripts/get-evidently.sh`)
}

/** Starts `evidently ui` on a workspace; ready when it returns. */
export async function evidentlyUi(workspace: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const port = await freePort()
  const child = spawn(evidentlyProgram('evidently'), ['ui', '--workspace', workspace, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: QUIET,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk))
  const gone = new Promise<void>(resolve => child.on('exit', () => resolve()))
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + 240_000
  const ready = () =>
    fetch(`${url}/api/version`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await ready())) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`Evidently's user interface did not start: ${said.slice(-2000)}`)
    }
    await wait(200)
  }
  return {
    url,
    async close() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
