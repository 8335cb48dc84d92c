import { readRange } from './content/read-range.ts'
import type { Source } from './content/source.ts'

/** Longest text that is decoded to be compared with a name. */
const MAX_NAME = 4096

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Each byte as one character. */
export const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** Strict UTF-8 of a short range; undefined where it is longer than any name or no UTF-8. */
export function decodeText(source: Source, start: number, end: number): string | undefined {
  if (end - start > MAX_NAME) return undefined
  const bytes = readRange(source, start, end)
  let text = ''
  for (const byte of bytes) {
    if (byte > 0x7f) return decodeStrictly(bytes)
    text += String.fromCharCode(byte)
  }
  return text
}

/** Strict UTF-8, a byte order mark kept; undefined where it is none. */
export function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** Whether the bytes at `at` are those of this Latin-1 text. */
export function hasAt(source: Source, text: string, at = 0): boolean {
  if (at < 0 || at + text.length > source.size) return false
  const { start, bytes } = source.window(at, text.length)
  return isAt(bytes, text, at - start)
}

function isAt(bytes: Uint8Array, text: string, at: number): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

/** Whether this Latin-1 text of at most 255 characters occurs anywhere (Horspool 1980). */
export function includes(source: Source, text: string): boolean {
  const last = text.length - 1
  const skip = new Uint8Array(256).fill(text.length)
  for (let i = 0; i < last; i++) skip[text.charCodeAt(i) & 0xff] = last - i
  let found = false
  let seen = new Uint8Array()
  source.each(0, source.size, piece => {
    // It may begin in one piece and end in the next.
    const seam = new Uint8Array([...seen, ...piece.subarray(0, last)])
    found = isIn(seam, text, skip) || isIn(piece, text, skip)
    seen = new Uint8Array(piece.length >= last ? piece.subarray(piece.length - last) : seam.subarray(-last))
    return !found
  })
  return found
}

function isIn(bytes: Uint8Array, text: string, skip: Uint8Array): boolean {
  const last = text.length - 1
  for (let at = 0; at + last < bytes.length; at += skip[bytes[at + last] ?? 0] ?? 1)
    if (isAt(bytes, text, at)) return true
  return false
}
