import type { DvcChecked, DvcFinding } from '../core/dvc/finding.ts'
import { objectKey } from '../core/dvc/object-key.ts'
import type { DvcEntry, DvcOutput } from '../core/dvc/output.ts'
import { remoteObject } from '../core/dvc/remote-object.ts'
import { UserError } from '../core/user-error.ts'
import { entriesOf, pathOf } from './entries-of.ts'
import { md5Of } from './hashing/legacy-md5.ts'
import { inParallel } from './remotes/in-parallel.ts'
import type { DvcRemote, RemoteObject } from './remotes/remote.ts'
import type { DvcRepository } from './repository.ts'
import type { Progress } from './verify-workspace.ts'

const AT_ONCE = 8

interface Wanted {
  readonly at: { readonly path: string; readonly pointer: string; readonly line: number }
  readonly object: RemoteObject
  readonly hash: DvcOutput['hash']
  readonly entry: DvcEntry
}

/** Looks for everything that pointers name in a remote: that it is there, with the size where that is known; with `content`, every byte. */
export async function verifyRemote(
  repository: DvcRepository,
  outputs: readonly DvcOutput[],
  remote: DvcRemote,
  { content, progress = () => {} }: { readonly content: boolean; readonly progress?: Progress },
): Promise<DvcChecked> {
  const findings: DvcFinding[] = []
  const passedOver: { output: DvcOutput; why: string }[] = []
  const wanted: Wanted[] = []
  for (const output of outputs) {
    const why = elsewhere(output, remote.name)
    if (why === undefined) await want(output)
    else passedOver.push({ output, why })
  }
  const told = (done: number) => progress(`DVC remote ${remote.name}: ${done} of ${wanted.length} files`)
  // The same content twice is one object.
  const objects = [...new Map(wanted.map(each => [`${each.object.versionId ?? ''} ${each.object.key}`, each])).values()]
  const sizes = await remote.sizes(
    objects.map(({ object }) => object),
    told,
  )
  const sizeOf = new Map(objects.map(({ object }, i) => [`${object.versionId ?? ''} ${object.key}`, sizes[i]]))
  const present = wanted.filter(({ at, object, entry }) => {
    const size = sizeOf.get(`${object.versionId ?? ''} ${object.key}`)
    if (size === undefined) {
      findings.push({
        ...at,
        status: 'missing',
        reason: `Expected ${at.path} (${object.key}) in the remote ${remote.name} but it is not there`,
      })
      return false
    }
    if (size === null || entry.size === undefined || size === entry.size || exempt(entry)) return true
    findings.push({
      ...at,
      status: 'changed',
      reason: `Expected ${at.path} to have ${entry.size} bytes in the remote ${remote.name} but it has ${size}`,
    })
    return false
  })
  let files = present.length
  if (content)
    await inParallel(
      present,
      AT_ONCE,
      async ({ at, object, hash, entry }) => {
        const fault = await contentFault(remote, object, hash, entry, at.path)
        if (fault === undefined) return
        files -= 1
        findings.push({ ...at, ...fault })
      },
      done => progress(`DVC remote ${remote.name}: content of ${done} of ${present.length} files`),
    )
  const order = (a: DvcFinding, b: DvcFinding) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
  return {
    place: `the remote ${remote.name}`,
    outputs: outputs.length - passedOver.length,
    files,
    content,
    findings: findings.toSorted(order),
    passedOver,
  }

  /** Adds the files of an output; a folder's list must itself be in the remote, else nobody could pull it. */
  async function want(output: DvcOutput): Promise<void> {
    const { path, pointer, line, hash } = output
    const at = { path, pointer, line }
    if (output.md5 === undefined && output.entries === undefined) {
      findings.push({
        ...at,
        status: 'unknown',
        reason: `Expected an md5 of ${path} in ${pointer} but found none: run dvc commit`,
      })
      return
    }
    let entries: readonly DvcEntry[] | undefined
    try {
      entries = await entriesOf(output, [remote])
      if (entries === undefined) {
        const key = objectKey(hash, output.md5 ?? '', true)
        findings.push({
          ...at,
          status: 'missing',
          reason: `Expected the list of ${path} (${key}) in the remote ${remote.name} but it is not there`,
        })
        entries = await entriesOf(output, [{ cache: await repository.cache() }])
      }
    } catch (error) {
      if (!(error instanceof UserError) || error.kind === 'environment') throw error
      findings.push({ ...at, status: 'changed', reason: error.message })
    }
    for (const entry of entries ?? []) {
      const object = remoteObject(output, entry, remote)
      const own = { ...at, path: pathOf(output, entry) }
      if (object) wanted.push({ at: own, object, hash, entry })
      else
        findings.push({
          ...own,
          status: 'missing',
          reason: `Expected ${pointer} to say where ${own.path} is in the remote ${remote.name} but it does not: it was not pushed there`,
        })
    }
  }
}

/** A size in a pointer of DVC 2 counts bytes as hashed on some systems; of these only the hash tells. */
const exempt = ({ md5 }: DvcEntry) => md5 === undefined

function elsewhere({ cached, pushed, remote, importedFrom }: DvcOutput, name: string): string | undefined {
  if (importedFrom !== undefined) return `imported from ${importedFrom}`
  if (!cached) return 'without a cache'
  if (!pushed) return 'push: false'
  return remote !== undefined && remote !== name ? `kept in the remote ${remote}` : undefined
}

async function contentFault(
  remote: DvcRemote,
  object: RemoteObject,
  hash: DvcOutput['hash'],
  { md5 }: DvcEntry,
  path: string,
): Promise<Pick<DvcFinding, 'status' | 'reason'> | undefined> {
  if (md5 === undefined)
    return { status: 'unknown', reason: `Expected an md5 of ${path} in its pointer but found none` }
  for (let tried = 1; ; tried++) {
    try {
      const answer = await remote.read(object, 0)
      if (!answer)
        return { status: 'missing', reason: `Expected ${path} in the remote ${remote.name} but it is not there` }
      const sum = md5Of(hash)
      for await (const piece of answer.bytes) sum.update(piece)
      const found = sum.digest()
      if (found === md5) return undefined
      return {
        status: 'changed',
        reason: `Expected ${path} in the remote ${remote.name} to have the md5 ${md5} but it has ${found}`,
      }
    } catch (error) {
      if (error instanceof UserError) throw error
      if (tried === 3)
        throw new UserError(
          'dvc.broken-off',
          `Expected to read ${path} from the remote ${remote.name} but the connection broke off`,
          {
            hint: 'Run it again',
            kind: 'environment',
            cause: error,
          },
        )
    }
  }
}
