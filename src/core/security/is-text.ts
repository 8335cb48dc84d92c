const CHUNK = 1024 * 1024

/** Control characters that text has: backspace to carriage return, and escape. */
const isControl = (byte: number) => (byte < 0x20 && (byte < 0x08 || byte > 0x0d) && byte !== 0x1b) || byte === 0x7f

/** Whether the bytes are some UTF-8 text: strictly decoded, without control characters that no text has. */
export function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const chunk = bytes.subarray(at, at + CHUNK)
      if (chunk.some(isControl)) return false
      decoder.decode(chunk, { stream: at + CHUNK < bytes.length })
    }
    return true
  } catch {
    return false
  }
}
