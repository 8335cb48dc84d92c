import { canonicalJson } from '../statement/canonical-json.ts'
import { fromUtf8, utf8 } from './bytes.ts'
import { MAX_ENTRY_BYTES } from './entry-bundle.ts'
import { Leaf } from './leaf.ts'

/** A leaf as the log holds it. */
export const leafBytes = (leaf: Leaf): Uint8Array => utf8(canonicalJson(leaf))

/** Reads an entry as a leaf; undefined for anything but the one spelling of a leaf that we know the meaning of. */
export function readLeaf(entry: Uint8Array): Leaf | undefined {
  const text = entry.length > MAX_ENTRY_BYTES ? undefined : fromUtf8(entry)
  if (text === undefined) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const leaf = Leaf.safeParse(value).data
  return leaf !== undefined && canonicalJson(leaf) === text ? leaf : undefined
}
