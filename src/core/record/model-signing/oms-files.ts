import { compareUtf8 } from '../model/compare-utf8.ts'
import type { FileDigest } from '../model/file-digest.ts'
import { commonFolder } from '../model/match-names.ts'

/**
 * A model's files as OpenSSF Model Signing names them: by path from the folder that holds them all, in the order of the names' Unicode
 * code points, which is that of their UTF-8 bytes (specification v1.0; the reference implementation orders by parts of the path).
 */
export function omsFiles(files: readonly FileDigest[]): { readonly folder: string; readonly files: FileDigest[] } {
  const folder = commonFolder(files.map(({ name }) => name))
  return {
    folder,
    files: files
      .map(({ name, digest }) => ({ name: name.slice(folder.length), digest }))
      .toSorted((a, b) => compareUtf8(a.name, b.name)),
  }
}
