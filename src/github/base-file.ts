import { UserError } from '../core/user-error.ts'
import type { Connection } from './connection.ts'
import { isAbsent } from './failure.ts'

/** Largest file that is read, in bytes: longer than any lock file. */
const MAX_BYTES = 32 * 1024 * 1024

/** A file at a commit as text; undefined where the commit has no such file. */
export async function readFileAt(
  connection: Connection,
  commit: string,
  path: string,
  where = 'on the base branch',
): Promise<string | undefined> {
  const { owner, repo } = connection
  const task = { doing: `read ${path} ${where}`, permission: 'contents: read' } as const
  return connection.attempt(task, async octokit => {
    try {
      const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref: commit })
      if (Array.isArray(data) || data.type !== 'file' || !('encoding' in data) || data.size > MAX_BYTES) {
        throw unreadable(path, where, `a file of at most ${MAX_BYTES / 1024 / 1024} MiB`)
      }
      if (data.encoding === 'base64') return decode(path, where, Buffer.from(data.content, 'base64'))
      // Of a file larger than 1 MB the answer holds no content: it comes by the raw media type only.
      const mediaType = { format: 'raw' }
      const raw: unknown = (await octokit.rest.repos.getContent({ owner, repo, path, ref: commit, mediaType })).data
      if (raw instanceof ArrayBuffer) return decode(path, where, new Uint8Array(raw))
      if (typeof raw !== 'string') throw unreadable(path, where, 'UTF-8 text')
      return raw
    } catch (error) {
      if (!isAbsent(error)) throw error
      // GitHub also answers 404 where the token may not read: a policy must never be missed for want of a permission.
      await octokit.rest.repos.getCommit({ owner, repo, ref: commit })
      return undefined
    }
  })
}

function decode(path: string, where: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unreadable(path, where, 'UTF-8 text')
  }
}

const unreadable = (file: string, where: string, expected: string) =>
  new UserError('github.base-file', `Expected ${file} ${where} to be ${expected} but found something else`, {
    file,
    hint: 'Mend the file there; it is read from there so that a pull request cannot change its own rules',
  })
