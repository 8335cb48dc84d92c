/** Longest text that is decoded to be compared with a name. */
const MAX_NAME = 4096

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Each byte as one character. */
export const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** Strict UTF-8 of a short range; undefined where it is longer than any name or no UTF-8. */
export function decodeText(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end - start > MAX_NAME) return undefined
  let text = ''
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0
    if (byte > 0x7f) return decodeStrictly(bytes.subarray(start, end))
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
export function hasAt(bytes: Uint8Array, text: string, at = 0): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

/** Whether this Latin-1 text of at most 255 characters occurs anywhere (Horspool 1980). */
export function includes(bytes: Uint8Array, text: string): boolean {
  const last = text.length - 1
  const skip = new Uint8Array(256).fill(text.length)
  for (let i = 0; i < last; i++) skip[text.charCodeAt(i) & 0xff] = last - i
  for (let at = 0; at + last < bytes.length; at += skip[bytes[at + last] ?? 0] ?? 1)
    if (hasAt(bytes, text, at)) return true
  return false
}
