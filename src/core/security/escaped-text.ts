const BACKSLASH = 0x5c
const ESCAPE = /^u[0-9a-f]{4}|^U00[01][0-9a-f]{5}/

/**
 * Text in Python's raw-unicode-escape codec, as its picklers write it: Latin-1, but for \\uXXXX and \\UXXXXXXXX in lower-case
 * hexadecimal. A backslash is itself escaped (CPython's Lib/pickle.py, save_str), so any other one is null: no pickler wrote it.
 */
export function decodeEscaped(bytes: Uint8Array): string | null {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0
    if (byte !== BACKSLASH) {
      parts.push(String.fromCharCode(byte))
      at++
      continue
    }
    const [sequence] = ESCAPE.exec(String.fromCharCode(...bytes.subarray(at + 1, at + 10))) ?? []
    const code = Number.parseInt(sequence?.slice(1) ?? '', 16)
    if (sequence === undefined || code > 0x10ffff) return null
    parts.push(String.fromCodePoint(code))
    at += 1 + sequence.length
  }
  return parts.join('')
}
