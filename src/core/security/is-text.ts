import type { Source } from './content/source.ts'

/** Bytes decoded at once: what they decode to is thrown away. */
const CHUNK = 1024 * 1024

/** Control characters that text has: backspace to carriage return, and escape. */
const isControl = (byte: number) => (byte < 0x20 && (byte < 0x08 || byte > 0x0d) && byte !== 0x1b) || byte === 0x7f

type Decoder = InstanceType<typeof TextDecoder>

/** Whether the bytes are some UTF-8 text: strictly decoded, without control characters that no text has. */
export function isText(source: Source): boolean {
  if (source.size === 0) return false
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let sound = true
  source.each(0, source.size, piece => {
    sound = decodes(decoder, piece)
    return sound
  })
  return sound && ends(decoder)
}

function decodes(decoder: Decoder, piece: Uint8Array): boolean {
  for (let i = 0; i < piece.length; i++) if (isControl(piece[i] ?? 0)) return false
  for (let at = 0; at < piece.length; at += CHUNK)
    try {
      decoder.decode(piece.subarray(at, at + CHUNK), { stream: true })
    } catch {
      return false
    }
  return true
}

/** Whether no character is left open at the end. */
function ends(decoder: Decoder): boolean {
  try {
    decoder.decode()
    return true
  } catch {
    return false
  }
}
