import { decodeStrictly, latin1 } from '../bytes.ts'
import { readRange } from '../content/read-range.ts'
import type { Source } from '../content/source.ts'
import type { Hear } from '../format.ts'
import type { Dtype } from './dtype.ts'
import { type TextPart, textParts } from './text-parts.ts'

/** Items that are told of together, and bytes that are read at once. */
const TOGETHER = 100
const PIECE = 1024 * 1024
/** Longest array of single characters or of bytes that could be one text. */
const MAX_SPELT = 64 * 1024
const UTF32 = 4

/** Tells of the texts in the items of a numpy array: its strings, those of its fields, or the one that single characters or bytes spell. */
export function hearItems(hear: Hear | undefined, items: Source | undefined, dtype: Dtype): void {
  const { itemsize } = dtype
  if (!hear || !items || itemsize === 0) return
  const parts = textParts(dtype)
  const [only] = parts
  const isSpelt = parts.length === 1 && only?.length === itemsize && itemsize === (only.wide ? UTF32 : 1)
  if (isSpelt || isOfBytes(dtype)) {
    if (items.size > MAX_SPELT * itemsize) return
    const bytes = readRange(items, 0, items.size)
    const text = only?.wide ? wideText(bytes, only.littleEndian) : bytes.includes(0) ? undefined : decodeStrictly(bytes)
    if (text) hear('characters of an array', text)
    return
  }
  if (parts.length === 0) return
  const count = Math.floor(items.size / itemsize)
  const step = Math.max(1, Math.min(TOGETHER, Math.floor(PIECE / itemsize)))
  for (let first = 0; first < count; first += step) {
    const last = Math.min(count, first + step)
    const texts = itemTexts(items, { first, last, itemsize }, parts)
    if (texts.length > 0) hear(`items ${first + 1} to ${last} of an array`, texts.join('\n'))
  }
}

const isOfBytes = ({ kind, itemsize }: Dtype) => itemsize === 1 && (kind === 'u' || kind === 'i' || kind === 'V')

interface Stretch {
  readonly first: number
  readonly last: number
  readonly itemsize: number
}

/** The texts of a stretch of items; a part that is very long is read piece by piece. */
function itemTexts(items: Source, { first, last, itemsize }: Stretch, parts: readonly TextPart[]): string[] {
  const texts: string[] = []
  const begin = first * itemsize
  const held = itemsize > PIECE ? undefined : readRange(items, begin, last * itemsize)
  const bytesAt = (start: number, end: number) =>
    held ? held.subarray(start - begin, end - begin) : readRange(items, start, end)
  for (let item = first; item < last; item++)
    for (const { offset, length, wide, littleEndian } of parts)
      for (let at = 0; at < length; at += PIECE) {
        const start = item * itemsize + offset + at
        const bytes = bytesAt(start, start + Math.min(PIECE, length - at))
        const text = wide ? wideText(bytes, littleEndian) : narrowText(bytes)
        if (text !== '') texts.push(text)
      }
  return texts
}

/** Bytes up to the padding, in UTF-8 or else each as a character. */
function narrowText(bytes: Uint8Array): string {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end--
  const own = bytes.subarray(0, end)
  return decodeStrictly(own) ?? latin1(own.subarray(0, 4096))
}

/** UTF-32 up to the padding; what is no character is left out. */
function wideText(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let text = ''
  for (let at = 0; at + UTF32 <= bytes.length; at += UTF32) {
    const point = view.getUint32(at, littleEndian)
    if (point > 0 && point <= 0x10ffff) text += String.fromCodePoint(point)
  }
  return text
}
