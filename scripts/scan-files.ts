/**
 * Scans every file under the given folders and tells how many passed, and of the others what was said how often.
 *
 *     node scripts/scan-files.ts FOLDER...
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { nodeCodecs } from '../src/codecs/node-codecs.ts'
import { inspectFile } from '../src/core/security/inspect-file.ts'

const statuses = new Map<string, number>()
const reasons = new Map<string, { count: number; first: string }>()

for (const folder of process.argv.slice(2)) for (const file of filesUnder(folder)) await scan(file)

for (const [status, count] of statuses) console.log(`${status}: ${count}`)
for (const [reason, { count, first }] of [...reasons].sort(([, a], [, b]) => b.count - a.count))
  console.log(`${count} × ${reason} (${first})`)

async function scan(file: string): Promise<void> {
  const { format, inspection } = await inspectFile(readFileSync(file), nodeCodecs())
  statuses.set(inspection.status, (statuses.get(inspection.status) ?? 0) + 1)
  if (inspection.status === 'pass') return
  const said =
    inspection.findings.length > 0
      ? inspection.findings.map(({ name, reason }) => `${name} ${reason}`)
      : [inspection.reason]
  for (const text of new Set(said)) {
    const key = `[${format} ${inspection.status}] ${text.replace(/\d+/g, '#')}`
    const known = reasons.get(key)
    reasons.set(key, { count: (known?.count ?? 0) + 1, first: known?.first ?? file })
  }
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .toSorted()
    .flatMap(name => filesUnder(join(path, name)))
}
