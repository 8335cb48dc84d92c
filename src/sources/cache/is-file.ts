import { lstat } from 'node:fs/promises'
import { systemCode } from '../../files/file-error.ts'

/** Whether there is a regular file, no link to one. */
export async function isFile(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile()
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT' || systemCode(cause) === 'ENOTDIR') return false
    throw cause
  }
}
