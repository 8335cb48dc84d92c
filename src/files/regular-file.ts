import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { UserError } from '../core/user-error.ts'
import { fileError, systemCode } from './file-error.ts'
import { type Located, refuseLinkOutside } from './locate.ts'
import { missingFile } from './missing-file.ts'

/** The file's stats once it is known to be a regular file that may be read: never a folder, a pipe or a link out of the root. */
export async function regularFile(root: string, located: Located): Promise<Stats> {
  const stats = await stat(located.absolute).catch(async cause => {
    throw systemCode(cause) === 'ENOENT' ? await missingFile(located, cause) : fileError(located.name, 'read', cause)
  })
  if (stats.isDirectory()) throw fileError(located.name, 'read', 'EISDIR')
  if (!stats.isFile()) {
    throw new UserError('file.not-regular', `Expected ${located.name} to be a file but it is a pipe or a device`, {
      file: located.name,
      hint: 'Write its content to a file first',
    })
  }
  await refuseLinkOutside(root, located)
  return stats
}
