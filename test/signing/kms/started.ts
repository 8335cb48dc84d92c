import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../harness/runner/free-port.ts'

/** Where a program is: on the path, or in the cache folder where its script has put it. */
export function program(name: string, script: string, ...cached: string[]): string {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
  const places = [
    ...(process.env.PATH ?? '').split(delimiter).map(folder => join(folder, name)),
    join(cache, ...cached),
  ]
  const found = places.find(existsSync)
  if (found) return found
  throw new Error(`Expected the program ${name} but found none: run ${script}`)
}

export interface Started {
  readonly url: string
  close(): Promise<void>
}

/** Starts a server on a free port of this machine; it answers when this returns. */
export async function started(
  command: string,
  args: (port: number) => string[],
  { env = () => ({}), ready = '/' }: { env?: (port: number) => Record<string, string>; ready?: string } = {},
): Promise<Started> {
  const port = await freePort()
  const child = spawn(command, args(port), { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env(port) } })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said = (said + chunk).slice(-4000)
    })
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + 240_000
  const answers = () =>
    fetch(url + ready, { redirect: 'manual' }).then(
      () => true,
      () => false,
    )
  while (!(await answers())) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${command} did not start: ${said}`)
    await wait(50)
  }
  return { url, close: () => ended(child) }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
