import { unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileError, systemCode } from './file-error.ts'
import { type Located, locate, refuseLinkOutside } from './locate.ts'

/** Deletes the file, or the link of that name but never its target; one that is not there is no fault. */
export async function removeFile(root: string, target: Located): Promise<void> {
  try {
    await refuseLinkOutside(root, locate(root, dirname(target.absolute)))
    await unlink(target.absolute)
  } catch (cause) {
    if (systemCode(cause) !== 'ENOENT') throw fileError(target.name, 'delete', cause)
  }
}
