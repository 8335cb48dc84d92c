import { sameBytes } from './bytes.ts'
import type { TreeHead } from './checkpoint.ts'
import type { Hash } from './log-crypto.ts'
import { nodeHash } from './merkle-hash.ts'

/** Whether the hash of an entry and its path lead to the root of the tree (RFC 9162 section 2.1.3.2), at any size below 2^53. */
export function verifyInclusion(
  index: number,
  leaf: Uint8Array,
  path: readonly Uint8Array[],
  { size, root }: TreeHead,
  hash: Hash,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  let first = BigInt(index)
  let second = BigInt(size) - 1n
  let reached = leaf
  for (const sibling of path) {
    if (second === 0n) return false
    if ((first & 1n) === 1n || first === second) {
      reached = nodeHash(hash, sibling, reached)
      while ((first & 1n) === 0n && first !== 0n) {
        first >>= 1n
        second >>= 1n
      }
    } else reached = nodeHash(hash, reached, sibling)
    first >>= 1n
    second >>= 1n
  }
  return second === 0n && sameBytes(reached, root)
}
