const QUOTE = 0x22

/**
 * Whether the bytes from `start` to `end` hold an odd number of quotes. Four bytes at a time: where a byte of a word is a
 * quote, a bit is set, and the parity of all bits is that of the words' exclusive or.
 */
export function oddQuotes(bytes: Uint8Array, start: number, end: number): boolean {
  let odd = 0
  let at = start
  for (; at < end && ((bytes.byteOffset + at) & 3) !== 0; at++) if (bytes[at] === QUOTE) odd ^= 1
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, (end - at) >> 2)
  let bits = 0
  for (let i = 0; i < words.length; i++) {
    const word = (words[i] ?? 0) ^ 0x22222222
    bits ^= ~(((word & 0x7f7f7f7f) + 0x7f7f7f7f) | word | 0x7f7f7f7f)
  }
  for (; bits !== 0; bits &= bits - 1) odd ^= 1
  for (at += words.length * 4; at < end; at++) if (bytes[at] === QUOTE) odd ^= 1
  return odd === 1
}
