const QUOTE = 0x22

/**
 * Whether the bytes from `start` to `end` hold an odd number of quotes. A word of four bytes at a time: where a byte is a
 * quote, a bit of its own is zero, and the parity of all bits is that of the words' exclusive or. Four words a turn, as one
 * would wait for the other.
 */
export function oddQuotes(bytes: Uint8Array, start: number, end: number): boolean {
  let odd = 0
  let at = start
  for (; at < end && ((bytes.byteOffset + at) & 3) !== 0; at++) if (bytes[at] === QUOTE) odd ^= 1
  if (at === end) return odd === 1
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, ((end - at) >> 4) << 2)
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let i = 0; i < words.length; i += 4) {
    a ^= notQuotes(words[i] as number)
    b ^= notQuotes(words[i + 1] as number)
    c ^= notQuotes(words[i + 2] as number)
    d ^= notQuotes(words[i + 3] as number)
  }
  // Of a multiple of four words, the complements cancel out.
  for (let bits = a ^ b ^ c ^ d; bits !== 0; bits &= bits - 1) odd ^= 1
  for (at += words.length * 4; at < end; at++) if (bytes[at] === QUOTE) odd ^= 1
  return odd === 1
}

/** All bits set but the highest of each byte that is a quote. */
function notQuotes(word: number): number {
  const zero = word ^ 0x22222222
  return ((zero & 0x7f7f7f7f) + 0x7f7f7f7f) | 0 | zero | 0x7f7f7f7f
}
