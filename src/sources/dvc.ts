import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isAddress } from '../core/address.ts'
import type { SourceKind } from './source-kind.ts'

/** Paths of a workspace in which DVC keeps track of data. */
export const dvc: SourceKind = {
  kind: 'dvc',
  recognises: (path, { root }) =>
    !isAddress(path) && !path.includes('*') && path !== '' && !path.includes('\0') && hasDvc(root),
  open: async world => (await import('../dvc/dvc-source.ts')).dvcSource(world),
}

/** Whether a folder is in a DVC repository: the file `.dvc/config`, here or above. */
function hasDvc(folder: string): boolean {
  if (existsSync(join(folder, '.dvc', 'config'))) return true
  return dirname(folder) !== folder && hasDvc(dirname(folder))
}
