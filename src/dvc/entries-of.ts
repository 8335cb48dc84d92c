import type { DvcEntry, DvcOutput } from '../core/dvc/output.ts'
import { folderObject } from './folder-object.ts'
import type { DvcRemote } from './remotes/remote.ts'

/** The files of an output; undefined where the list of a folder is in none of the places that were given. */
export async function entriesOf(
  output: DvcOutput,
  places: readonly ({ cache: string } | DvcRemote)[],
): Promise<readonly DvcEntry[] | undefined> {
  const { md5, size, cloud, entries } = output
  if (entries !== undefined) return entries
  if (!output.folder)
    return [{ relpath: '', ...(md5 === undefined ? {} : { md5 }), ...(size === undefined ? {} : { size }), cloud }]
  for (const place of places) {
    const listed = await folderObject(output, place)
    if (listed) return listed.map(({ relpath, md5: own }) => ({ relpath, md5: own, cloud: new Map() }))
  }
  return undefined
}

/** Where a file of an output stands, from the root of the repository. */
export const pathOf = ({ path }: DvcOutput, { relpath }: Pick<DvcEntry, 'relpath'>): string =>
  relpath === '' ? path : `${path}/${relpath}`
