import { join } from 'node:path'
import type { DvcChecked, DvcFinding } from '../core/dvc/finding.ts'
import { objectKey } from '../core/dvc/object-key.ts'
import type { DvcOutput } from '../core/dvc/output.ts'
import { UserError } from '../core/user-error.ts'
import { entriesOf, pathOf } from './entries-of.ts'
import { hashMany } from './hashing/hash-many.ts'
import type { DvcRepository } from './repository.ts'
import type { Progress } from './verify-workspace.ts'

/** Holds the objects of the cache against the pointers: every byte is read, for a cache can be written to. */
export async function verifyCache(
  repository: DvcRepository,
  outputs: readonly DvcOutput[],
  progress: Progress = () => {},
): Promise<DvcChecked> {
  const cache = await repository.cache()
  const findings: DvcFinding[] = []
  const passedOver: { output: DvcOutput; why: string }[] = []
  const wanted: { at: Omit<DvcFinding, 'status' | 'reason'>; md5: string; hash: DvcOutput['hash']; path: string }[] = []
  for (const output of outputs) {
    const { pointer, line, path } = output
    if (!output.cached) {
      passedOver.push({ output, why: 'without a cache' })
      continue
    }
    const entries = await entriesOf(output, [{ cache }]).catch((error: unknown) => {
      if (!(error instanceof UserError) || error.kind === 'environment') throw error
      findings.push({ path, pointer, line, status: 'changed', reason: error.message })
      return []
    })
    if (entries === undefined)
      findings.push({
        path,
        pointer,
        line,
        status: 'missing',
        reason: `Expected the list of ${path} in the cache but it is not there`,
      })
    for (const entry of entries ?? []) {
      const at = { path: pathOf(output, entry), pointer, line }
      if (entry.md5 === undefined)
        findings.push({
          ...at,
          status: 'unknown',
          reason: `Expected an md5 of ${at.path} in ${pointer} but found none`,
        })
      else
        wanted.push({
          at,
          md5: entry.md5,
          hash: output.hash,
          path: join(cache, objectKey(output.hash, entry.md5, false)),
        })
    }
  }
  const hashed = await hashMany(wanted, (done, bytes) =>
    progress(`DVC cache: ${done} of ${wanted.length} files, ${Math.round(bytes / 1e6)} MB`),
  )
  let files = 0
  for (const [i, { at, md5 }] of wanted.entries()) {
    const answer = hashed[i]
    if (answer === undefined || 'code' in answer) {
      const gone = answer === undefined || answer.code === 'ENOENT'
      const reason = `Expected ${at.path} (${md5}) in the cache but ${gone ? 'it is not there' : `the system said ${answer.code}`}`
      findings.push({ ...at, status: gone ? 'missing' : 'unknown', reason })
    } else if (answer.md5 === md5) files += 1
    else
      findings.push({
        ...at,
        status: 'changed',
        reason: `Expected ${at.path} in the cache to have the md5 ${md5} but it has ${answer.md5}`,
      })
  }
  return { place: 'the cache', outputs: outputs.length - passedOver.length, files, content: true, findings, passedOver }
}
