import { hasAt } from '../bytes.ts'
import type { Source } from '../content/source.ts'
import { viewAt } from '../content/view-at.ts'
import type { Header } from './header.ts'

/** Lengths with 32-bit and with 64-bit sizes, signature included (APPNOTE 4.3.9). */
const SHORT = 16
const LONG = 24

/** Whether the bytes from `start` to `end` are the sizes that stand after a member's bytes. */
export function descriptorFits(source: Source, start: number, end: number, header: Header): boolean {
  const length = end - start
  if ((length !== SHORT && length !== LONG) || !hasAt(source, 'PK\x07\x08', start)) return false
  const view = viewAt(source, start, length)
  const sizes =
    length === SHORT
      ? [view.getUint32(8, true), view.getUint32(12, true)]
      : [Number(view.getBigUint64(8, true)), Number(view.getBigUint64(16, true))]
  return view.getUint32(4, true) === header.crc32 && sizes[0] === header.compressedSize && sizes[1] === header.size
}
