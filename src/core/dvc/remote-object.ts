import { objectKey } from './object-key.ts'
import type { DvcEntry, DvcOutput } from './output.ts'

/** Where a remote keeps a file of an output; undefined where the pointer does not say that it does. */
export function remoteObject(
  output: DvcOutput,
  { relpath, md5, cloud }: DvcEntry,
  remote: { readonly name: string; readonly versions: boolean },
): { key: string; versionId?: string } | undefined {
  if (!remote.versions) return md5 === undefined ? undefined : { key: objectKey(output.hash, md5, false) }
  const version = cloud.get(remote.name)
  const key = relpath === '' ? output.path : `${output.path}/${relpath}`
  if (version === undefined) return undefined
  return version.versionId === undefined ? { key } : { key, versionId: version.versionId }
}
