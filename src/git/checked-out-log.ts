import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../core/user-error.ts'
import type { LogBranch } from '../ports/log-branch.ts'

/** Largest file of a log that is read, in bytes: a document has at most one million, a bundle of entries less. */
const MAX_BYTES = 32 * 1024 * 1024

/**
 * A log's branch as it is checked out in a folder, to be read: plain files, no git. Links and whatever else is no file of its own are
 * passed over, so that nothing outside of the folder is ever read.
 */
export function checkedOutLog(folder: string, name: string): LogBranch {
  return {
    name,
    head: async () => (await regular(join(folder, 'checkpoint'))) && 'checked-out',
    async read(_, path) {
      const file = join(folder, path)
      return (await regular(file)) ? readFile(file) : undefined
    },
    async list() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      return entries
        .filter(entry => entry.isFile())
        .map(entry =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/'),
        )
        .filter(path => path !== '.git' && !path.startsWith('.git/'))
    },
    async commit() {
      throw new UserError('log.checked-out', `Expected a branch to write to but ${name} is a checked-out folder`, {
        hint: 'Name the repository of the log',
      })
    },
  }
}

async function regular(file: string): Promise<true | undefined> {
  try {
    const found = await lstat(file)
    return found.isFile() && found.size <= MAX_BYTES ? true : undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined
    throw error
  }
}
