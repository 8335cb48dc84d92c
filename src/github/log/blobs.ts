import type { Octokit } from 'octokit'
import { UserError } from '../../core/user-error.ts'
import type { Connection } from '../connection.ts'
import { blobName } from './blob-name.ts'

/** Largest file that is read, in bytes: twice the largest a log has. */
export const MAX_BYTES = 32 * 1024 * 1024
/** Bytes that are kept at hand. */
const KEPT = 64 * 1024 * 1024

/** Contents by the name git gives them, which cannot change. */
export interface Blobs {
  keep(content: Uint8Array): string
  get(name: string): Uint8Array | undefined
}

export function blobs(): Blobs {
  const contents = new Map<string, Uint8Array>()
  let bytes = 0
  return {
    keep(content) {
      const name = blobName(content)
      if (contents.has(name)) return name
      if (bytes + content.byteLength > KEPT) {
        contents.clear()
        bytes = 0
      }
      contents.set(name, content)
      bytes += content.byteLength
      return name
    },
    get: name => contents.get(name),
  }
}

/** Fetches a blob; refuses bytes that are not what its name says. */
export async function fetchBlob(octokit: Octokit, { owner, repo }: Connection, name: string): Promise<Uint8Array> {
  const { data } = await octokit.rest.git.getBlob({ owner, repo, file_sha: name })
  if ((data.size ?? 0) > MAX_BYTES) throw tooLarge(`${owner}/${repo}`, name)
  const content = new Uint8Array(Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8'))
  if (blobName(content) !== name) {
    throw new UserError('github.blob', `Expected the bytes of ${name} from ${owner}/${repo} but found others`, {
      hint: 'Something between this machine and GitHub alters what it sends: look at the proxy',
      kind: 'environment',
    })
  }
  return content
}

export const tooLarge = (repository: string, where: string) =>
  new UserError(
    'github.too-large',
    `Expected files of at most ${MAX_BYTES / 1024 / 1024} MiB in the log of ${repository} but found a larger one (${where})`,
    { hint: 'Somebody else has written there: look at the last commits of the branch', kind: 'environment' },
  )
