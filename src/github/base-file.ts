import { UserError } from '../core/user-error.ts'
import type { Connection } from './connection.ts'
import { isAbsent } from './failure.ts'

/** A file at a commit as text; undefined where the commit has no such file. */
export async function readFileAt(connection: Connection, commit: string, path: string): Promise<string | undefined> {
  const { owner, repo } = connection
  const task = { doing: `read ${path} on the base branch`, permission: 'contents: read' } as const
  return connection.attempt(task, async octokit => {
    try {
      const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref: commit })
      if (Array.isArray(data) || data.type !== 'file' || !('encoding' in data) || data.encoding !== 'base64') {
        throw unreadable(path, 'a file of at most 1 MB')
      }
      return decode(path, data.content)
    } catch (error) {
      if (!isAbsent(error)) throw error
      // GitHub also answers 404 where the token may not read: a policy must never be missed for want of a permission.
      await octokit.rest.repos.getCommit({ owner, repo, ref: commit })
      return undefined
    }
  })
}

function decode(path: string, base64: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'))
  } catch {
    throw unreadable(path, 'UTF-8 text')
  }
}

const unreadable = (file: string, expected: string) =>
  new UserError('github.base-file', `Expected ${file} on the base branch to be ${expected} but found something else`, {
    file,
    hint: 'Mend the file on the base branch; it is read from there so that a pull request cannot change its own rules',
  })
