import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

const Checks = z.array(z.object({ id: z.string(), status: z.string(), reason: z.string() }))

/**
 * Validates a column of texts of a table that takes hours, in a process of its own, whose statements may take so many seconds: what is said of whether
 * the column is filled, how the process ended, and after how many seconds.
 */
export async function limitedJob(folder: string, address: string, column: string, limit: number) {
  writeFileSync(
    join(folder, 'c.odcs.yaml'),
    `apiVersion: v3.1.0\nkind: DataContract\nid: c\nversion: 1.0.0\nstatus: active\nschema:\n  - name: slow\n    properties:\n      - { name: ${column}, logicalType: string, required: true }\n`,
  )
  const start = performance.now()
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [resolve('test/harness/engines/ask-within.ts'), folder, address, String(limit)],
    { timeout: 300_000, killSignal: 'SIGKILL' },
  )
  const seconds = (performance.now() - start) / 1000
  const { status, reason } = Checks.parse(JSON.parse(stdout)).find(({ id }) => id === `${column}.required`) ?? {}
  return { seconds, check: { status, reason } }
}
