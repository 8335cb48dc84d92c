import { compareUtf8 } from '../model/compare-utf8.ts'
import type { FileDigest } from '../model/file-digest.ts'
import { omsFiles } from './oms-files.ts'

/**
 * The root digests by which OpenSSF Model Signing may know these files: SHA-256 over their raw digests one after another. It depends on
 * bytes and order alone, not on names, so it never stands for a model without its model id. `omsRootByParts` is there where the order of
 * the reference implementation (by parts of the path, so `a/b` before `a-b`) gives another root.
 */
export function omsRoots(files: readonly FileDigest[], sha256: (content: Uint8Array) => string) {
  const named = omsFiles(files).files
  const omsRoot = rootOf(named, sha256)
  const byParts = rootOf(
    named.toSorted((a, b) => compareParts(a.name, b.name)),
    sha256,
  )
  return {
    omsRoot,
    omsOrder: 'spec-utf8' as const,
    ...(byParts === omsRoot ? {} : { omsRootByParts: byParts }),
  }
}

/** SHA-256 over the files' raw digests, in the order given. */
export function rootOf(files: readonly FileDigest[], sha256: (content: Uint8Array) => string): string {
  const raw = new Uint8Array(files.length * DIGEST_BYTES)
  for (const [i, { digest }] of files.entries())
    for (let byte = 0; byte < DIGEST_BYTES; byte++)
      raw[i * DIGEST_BYTES + byte] = Number.parseInt(digest.sha256.slice(2 * byte, 2 * byte + 2), 16)
  return sha256(raw)
}

const DIGEST_BYTES = 32

function compareParts(a: string, b: string): number {
  if (!a.includes('/') && !b.includes('/')) return compareUtf8(a, b)
  const [left, right] = [a.split('/'), b.split('/')]
  for (let i = 0; i < left.length && i < right.length; i++) {
    const order = compareUtf8(left[i] ?? '', right[i] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length
}
