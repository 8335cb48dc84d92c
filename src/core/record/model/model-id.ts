import type { FileDigest } from './file-digest.ts'
import { sha256Sums } from './sha256-sums.ts'

/**
 * What a model is called by: the SHA-256 of its `SHA256SUMS`, lower-case hexadecimal. Equal to in-toto's `dirHash1` (Hash1 of
 * golang.org/x/mod/sumdb/dirhash), so it depends on names as well as bytes.
 */
export function modelId(files: readonly FileDigest[], sha256: (text: string) => string): string {
  return sha256(sha256Sums(files))
}
