import type { FileDigest } from '../model/file-digest.ts'
import type { NameMatch } from '../model/match-names.ts'
import { modelId } from '../model/model-id.ts'
import type { Step } from './step.ts'

/**
 * Whether the files given are the certified model: each certified file there with its bytes, no other file, and the model id
 * recomputed from what was read. `digests` holds the SHA-256 of the given bytes by certified name.
 */
export function modelSteps(
  certified: { readonly id: string; readonly files: readonly FileDigest[] },
  match: NameMatch,
  digests: ReadonlyMap<string, string>,
  sha256: (text: string) => string,
): Step[] {
  const changed = certified.files.filter(({ name, digest }) => digests.has(name) && digests.get(name) !== digest.sha256)
  const files = [...digests].map(([name, digest]) => ({ name, digest: { sha256: digest } }))
  const id = modelId(files, sha256)
  const count = certified.files.length === 1 ? '1 file' : `${certified.files.length} files`
  const faults = [
    ...match.missing.map(name => `${name} missing`),
    ...changed.map(({ name }) => `other bytes in ${name}`),
  ]
  return [
    {
      id: 'files',
      title: 'Every certified file is there, unchanged',
      ...(faults.length === 0
        ? { status: 'passed', reason: `${count} with the certified bytes` }
        : { status: 'failed', reason: `Expected ${count} as certified but found ${some(faults)}` }),
    },
    {
      id: 'no-extra-files',
      title: 'There is no other file',
      ...(match.extra.length === 0
        ? { status: 'passed', reason: 'Only certified files' }
        : {
            status: 'failed',
            reason: `Expected only certified files but found ${some(match.extra)} too`,
            hint: 'Name the model alone: every file that is used with it must have been certified with it',
          }),
    },
    {
      id: 'model-id',
      title: 'The model id follows from the bytes',
      ...(id === certified.id
        ? { status: 'passed', reason: `Recomputed ${id}` }
        : { status: 'failed', reason: `Expected ${certified.id} but recomputed ${id}` }),
    },
  ]
}

const some = (things: readonly string[]) =>
  `${things.slice(0, 3).join(', ')}${things.length > 3 ? ` and ${things.length - 3} more` : ''}`
