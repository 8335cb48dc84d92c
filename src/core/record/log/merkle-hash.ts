import { concat } from './bytes.ts'
import type { Hash } from './log-crypto.ts'

/** Bytes of a hash. */
export const HASH_BYTES = 32

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** Hash of an entry (RFC 6962 section 2.1): prefixed, so that no entry can pass for a node. */
export const leafHash = (hash: Hash, entry: Uint8Array): Uint8Array => hash(concat(LEAF, entry))

/** Hash of a node over its two children. */
export const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array => hash(concat(NODE, left, right))

/** Root of the tree without entries. */
export const emptyRoot = (hash: Hash): Uint8Array => hash(new Uint8Array())
