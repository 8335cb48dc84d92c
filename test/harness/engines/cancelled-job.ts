import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect } from 'vitest'

/**
 * Validates a column of texts of a table that takes hours, in a process of its own, and sends it a signal when a statement is under way:
 * how it ended, and after how many seconds.
 */
export async function cancelledJob(folder: string, address: string, column: string, signal: NodeJS.Signals) {
  writeFileSync(
    join(folder, 'c.odcs.yaml'),
    `apiVersion: v3.1.0\nkind: DataContract\nid: c\nversion: 1.0.0\nstatus: active\nschema:\n  - name: slow\n    properties:\n      - { name: ${column}, logicalType: string, required: true }\n`,
  )
  const child: ChildProcess = spawn(
    process.execPath,
    [resolve('test/harness/engines/ask-slowly.ts'), folder, address],
    { stdio: ['ignore', 'pipe', 'inherit'], timeout: 300_000, killSignal: 'SIGKILL' },
  )
  let said = ''
  child.stdout?.on('data', piece => {
    said += piece
  })
  const ended = once(child, 'exit')
  await expect.poll(() => said, { timeout: 240_000 }).toMatch(/: ranges/)
  await new Promise(done => setTimeout(done, 500))
  const start = performance.now()
  child.kill(signal)
  const [, by] = await ended
  return { by, seconds: (performance.now() - start) / 1000 }
}
