import { hasAt } from './bytes.ts'
import { byteAt } from './content/byte-at.ts'
import type { Source } from './content/source.ts'

const PROTO = 0x80
const HIGHEST_PROTOCOL = 5

/** PROTO and LONG1 of torch's magic number 0x1950a86a20f9469cfc6c (torch/serialization.py). */
export const TORCH_LEGACY = '\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.'

/** Whether the first instruction is PROTO, as in every pickle since protocol 2. */
export const startsAsPickle = (source: Source): boolean =>
  byteAt(source, 0) === PROTO && (byteAt(source, 1) ?? 255) <= HIGHEST_PROTOCOL && !hasAt(source, TORCH_LEGACY)
