import type { Check, Material } from '../core/evidence.ts'
import { judgeResults, type ResultFile } from '../core/results/judge-results.ts'
import type { ResultFormat } from '../core/results/result-format.ts'
import type { ResultThresholds } from '../core/results/thresholds.ts'
import type { Files } from '../ports.ts'

/** A report on some thousands of columns has a few megabytes. */
const MAX_BYTES = 32 * 1024 * 1024

/** dbt's manifest holds the SQL of the whole project. */
const MAX_BESIDE_BYTES = 128 * 1024 * 1024

/** Takes over what other tools have found: each file a material, each of its questions a check whose threshold is held again by us. */
export async function takeResults(
  paths: readonly string[],
  thresholds: ResultThresholds,
  gate: ResultFormat['gate'],
  files: Files,
): Promise<{ materials: Material[]; checks: Check[] }> {
  const { openResults } = await import('../core/results/read-results.ts')
  const { lenientJson } = await import('../core/results/lenient-json.ts')
  const materials: Material[] = []
  const read: ResultFile[] = []
  for (const file of await files.list(paths)) {
    const { format, read: readWith } = openResults(file, await files.readText(file, { maxBytes: MAX_BYTES }), gate)
    materials.push(await materialOf(file, files))
    const others = new Map<string, unknown>()
    for (const name of format.beside ?? []) {
      const path = file.slice(0, file.lastIndexOf('/') + 1) + name
      if (!(await files.exists(path))) continue
      others.set(name, lenientJson(path, await files.readText(path, { maxBytes: MAX_BESIDE_BYTES })))
      materials.push(await materialOf(path, files))
    }
    read.push({ file, format, results: readWith(name => others.get(name)) })
  }
  const setting = gate === 'drift-compare' ? 'drift.result-thresholds' : 'data.result-thresholds'
  return { materials, checks: judgeResults(read, thresholds, setting) }
}

async function materialOf(name: string, files: Files): Promise<Material> {
  const { sha256, bytes } = await files.digest(name)
  return { name, role: 'result', digest: { sha256 }, bytes }
}
