import { sameBytes } from './bytes.ts'
import type { TreeHead } from './checkpoint.ts'
import type { Hash } from './log-crypto.ts'
import { emptyRoot, nodeHash } from './merkle-hash.ts'

/** Whether the second tree begins with the first (RFC 9162 section 2.1.4.2), at any size below 2^53. */
export function verifyConsistency(first: TreeHead, second: TreeHead, path: readonly Uint8Array[], hash: Hash): boolean {
  if (!Number.isSafeInteger(first.size) || !Number.isSafeInteger(second.size)) return false
  if (first.size < 0 || first.size > second.size) return false
  if (first.size === second.size) return path.length === 0 && sameBytes(first.root, second.root)
  if (first.size === 0) return path.length === 0 && sameBytes(first.root, emptyRoot(hash))
  let left = BigInt(first.size) - 1n
  let right = BigInt(second.size) - 1n
  const whole = (BigInt(first.size) & left) === 0n ? [first.root, ...path] : path
  const [start, ...rest] = whole
  if (start === undefined || path.length === 0) return false
  while ((left & 1n) === 1n) {
    left >>= 1n
    right >>= 1n
  }
  let before = start
  let after = start
  for (const node of rest) {
    if (right === 0n) return false
    if ((left & 1n) === 1n || left === right) {
      before = nodeHash(hash, node, before)
      after = nodeHash(hash, node, after)
      while ((left & 1n) === 0n && left !== 0n) {
        left >>= 1n
        right >>= 1n
      }
    } else after = nodeHash(hash, after, node)
    left >>= 1n
    right >>= 1n
  }
  return right === 0n && sameBytes(before, first.root) && sameBytes(after, second.root)
}
