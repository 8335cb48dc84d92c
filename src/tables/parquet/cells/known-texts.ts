import { isAscii, isUtf8 } from 'node:buffer'
import type { StoredValues } from '../pages/stored-values.ts'

/** Texts in UTF-8, all of them whole. */
export interface KnownTexts {
  readonly bytes: Uint8Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Whether all of them are ASCII. */
  readonly ascii: boolean
}

const decoder = new TextDecoder()
const encoder = new TextEncoder()
const none: KnownTexts = { bytes: new Uint8Array(0), starts: new Int32Array(0), ends: new Int32Array(0), ascii: true }

/** Stored bytes as texts: where some are no UTF-8, or begin with a byte order mark, as a decoder reads them. */
export function knownTexts(stored: StoredValues): KnownTexts {
  if (stored.is !== 'bytes') return none
  const { bytes, starts, ends, length } = stored
  if (isAscii(bytes)) return { bytes, starts, ends, ascii: true }
  let ascii = true
  for (let i = 0; i < length; i++) {
    const [start = 0, end = 0] = [starts[i], ends[i]]
    if (isPlain(bytes, start, end)) continue
    ascii = false
    const text = bytes.subarray(start, end)
    const isMarked = text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf
    if (isMarked || !isUtf8(text)) return mended(stored)
  }
  return { bytes, starts, ends, ascii }
}

/** A loop: a call for each short text would cost more. */
function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) >= 0x80) return false
  return true
}

function mended({ bytes, starts, ends, length }: Extract<StoredValues, { is: 'bytes' }>): KnownTexts {
  const texts = Array.from({ length }, (_, i) => encoder.encode(decoder.decode(bytes.subarray(starts[i], ends[i]))))
  const all = new Uint8Array(texts.reduce((sum, text) => sum + text.length, 0))
  const [from, to] = [new Int32Array(length), new Int32Array(length)]
  let at = 0
  for (const [i, text] of texts.entries()) {
    all.set(text, at)
    from[i] = at
    at += text.length
    to[i] = at
  }
  return { bytes: all, starts: from, ends: to, ascii: false }
}
