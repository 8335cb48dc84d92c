import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The Node 24 that actions run on, whatever runs the tests. */
export const NODE = fileURLToPath(new URL('../../../node_modules/node/bin/node', import.meta.url))

/** Milliseconds after which a step hangs, by our judgement. */
const TOO_LONG = 180_000

/** Starts a program with exactly these variables (and a runner's PATH), and waits for it. */
export function start(
  file: string,
  args: readonly string[],
  { cwd, env, path = [] }: { cwd: string; env: Readonly<Record<string, string>>; path?: readonly string[] },
): Promise<{ exitCode: number; log: string }> {
  const PATH = [...path, dirname(NODE), process.env.PATH ?? '/usr/bin:/bin'].join(':')
  const child = spawn(file, args, { cwd, env: { PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'], timeout: TOO_LONG })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      log += text
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (signal !== null) log += `\n(ended by ${signal})\n`
      resolve({ exitCode: code ?? 1, log })
    })
  })
}
