import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { writeDirObject } from '../core/dvc/dir-object.ts'
import type { DvcChecked, DvcFinding } from '../core/dvc/finding.ts'
import type { DvcEntry, DvcOutput } from '../core/dvc/output.ts'
import { UserError } from '../core/user-error.ts'
import { entriesOf, pathOf } from './entries-of.ts'
import { hashMany } from './hashing/hash-many.ts'
import type { Hashed } from './hashing/hash-paths.ts'
import { md5Of } from './hashing/legacy-md5.ts'
import { listFolder } from './list-folder.ts'
import type { DvcRepository } from './repository.ts'
import { hashByTimes } from './times/hash-by-times.ts'
import type { Times } from './times/times.ts'

export type Progress = (message: string) => void

/** Holds the files of the workspace against their pointers: every byte is read, but of files whose times are known. */
export async function verifyWorkspace(
  repository: DvcRepository,
  outputs: readonly DvcOutput[],
  progress: Progress = () => {},
  times?: Times,
): Promise<DvcChecked> {
  const { root } = repository
  const ignored = await repository.ignored()
  const places: { output: DvcOutput; names: readonly string[] }[] = []
  const findings: DvcFinding[] = []
  let right = 0
  for (const output of outputs) {
    if (output.md5 === undefined && output.entries === undefined) findings.push(uncommitted(output))
    else if (!existsSync(join(root, output.path))) findings.push(missing(output, output.path))
    else places.push({ output, names: output.folder ? await listFolder(root, output.path, ignored) : [''] })
  }
  const files = places.flatMap(({ output, names }) =>
    names.map(relpath => ({ path: join(root, pathOf(output, { relpath })), hash: output.hash })),
  )
  const heard = (done: number, bytes: number) =>
    progress(`DVC data in the workspace: ${done} of ${files.length} files, ${Math.round(bytes / 1e6)} MB`)
  const { hashed, trusted } =
    times === undefined
      ? { hashed: await hashMany(files, heard), trusted: undefined }
      : await hashByTimes(files, times, heard)
  let next = 0
  for (const { output, names } of places) {
    const answers = hashed.slice(next, next + names.length)
    next += names.length
    const found = new Map(names.map((name, i) => [name, answers[i] ?? { code: 'ENOENT' }]))
    if (isListed(output, found)) {
      right += names.length
      continue
    }
    const entries = await listIn(await repository.cache(), output)
    const faults = 'why' in entries ? [unlisted(output, entries.why)] : differences(output, entries, found)
    const wrong = faults.filter(({ status }) => status !== 'untracked').length
    right += Math.max(0, ('why' in entries ? 0 : entries.length) - wrong)
    findings.push(...faults)
  }
  return {
    place: 'the workspace',
    outputs: outputs.length,
    files: right,
    content: true,
    ...(trusted === undefined ? {} : { reading: { trusted, read: files.length - trusted } }),
    findings,
    passedOver: [],
  }
}

/** The files of an output, by the cache where they are a folder's; why not, where it has no list, or one that is damaged. */
async function listIn(cache: string, output: DvcOutput): Promise<readonly DvcEntry[] | { readonly why: string }> {
  try {
    return (
      (await entriesOf(output, [{ cache }])) ?? {
        why: 'which ones differ, only the list in the cache could say: dvc fetch',
      }
    )
  } catch (error) {
    if (!(error instanceof UserError) || error.kind === 'environment') throw error
    return { why: `which ones differ, the list in the cache does not say. ${error.message}` }
  }
}

/** A folder is what its pointer names where the list of its files has that md5: nobody need have the list. */
function isListed(output: DvcOutput, found: ReadonlyMap<string, Hashed>): boolean {
  if (!output.folder || output.entries !== undefined) return false
  const entries = [...found].flatMap(([relpath, answer]) => ('md5' in answer ? [{ relpath, md5: answer.md5 }] : []))
  if (entries.length < found.size) return false
  const sum = md5Of(output.hash)
  sum.update(Buffer.from(writeDirObject(entries)))
  return sum.digest() === output.md5
}

function differences(
  output: DvcOutput,
  entries: readonly DvcEntry[],
  found: ReadonlyMap<string, Hashed>,
): DvcFinding[] {
  const known = new Set(entries.map(({ relpath }) => relpath))
  const expected = entries.flatMap((entry): DvcFinding[] => {
    const path = pathOf(output, entry)
    const answer = found.get(entry.relpath) ?? { code: 'ENOENT' }
    if ('code' in answer) {
      if (answer.code === 'ENOENT') return [missing(output, path)]
      const reason = `Expected to read ${path} but the system said ${answer.code}`
      return [{ ...at(output, path), status: 'unknown', reason }]
    }
    if (entry.md5 === undefined)
      return [
        { ...at(output, path), status: 'unknown', reason: `Expected an md5 of ${path} in its pointer but found none` },
      ]
    if (answer.md5 === entry.md5) return []
    const reason = `Expected ${path} to have the md5 ${entry.md5} but it has ${answer.md5}`
    return [{ ...at(output, path), status: 'changed', reason }]
  })
  const untracked = [...found.keys()].filter(name => !known.has(name))
  return [
    ...expected,
    ...untracked.map((relpath): DvcFinding => {
      const path = pathOf(output, { relpath })
      return {
        ...at(output, path),
        status: 'untracked',
        reason: `Expected no file ${path} in ${output.path} but found one`,
      }
    }),
  ]
}

const at = ({ pointer, line }: DvcOutput, path: string) => ({ path, pointer, line })

const missing = (output: DvcOutput, path: string): DvcFinding => ({
  ...at(output, path),
  status: 'missing',
  reason: `Expected ${path} in the workspace but it is not there`,
})

const uncommitted = (output: DvcOutput): DvcFinding => ({
  ...at(output, output.path),
  status: 'unknown',
  reason: `Expected an md5 of ${output.path} in ${output.pointer} but found none: run dvc commit`,
})

const unlisted = (output: DvcOutput, why: string): DvcFinding => ({
  ...at(output, output.path),
  status: 'changed',
  reason: `Expected the files of ${output.path} to be those its pointer names but they are not; ${why}`,
})
