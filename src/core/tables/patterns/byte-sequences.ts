import type { CodePoints } from './code-points.ts'

/** Bytes that may follow one another, each in a range. */
export type ByteSequence = readonly (readonly [low: number, high: number])[]

/** Last code points of one, two and three bytes in UTF-8. */
const LENGTHS = [0x7f, 0x7ff, 0xffff] as const
/** First byte by the number of bytes that follow it. */
const LEADS = [0, 0xc0, 0xe0, 0xf0] as const

/** Code points as the bytes that UTF-8 has for them: each range cut until every byte of it runs through a range of its own. */
export const byteSequences = (points: CodePoints): ByteSequence[] =>
  points.flatMap(([low, high]) => sequences(low, high))

function sequences(low: number, high: number): ByteSequence[] {
  for (const last of LENGTHS)
    if (low <= last && last < high) return [...sequences(low, last), ...sequences(last + 1, high)]
  if (high <= 0x7f) return [[[low, high]]]
  const trailing = high <= 0x7ff ? 1 : high <= 0xffff ? 2 : 3
  for (let i = 1; i <= trailing; i++) {
    const mask = (1 << (6 * i)) - 1
    if (low >> (6 * i) === high >> (6 * i)) continue
    if ((low & mask) !== 0) return [...sequences(low, low | mask), ...sequences((low | mask) + 1, high)]
    if ((high & mask) !== mask) return [...sequences(low, (high & ~mask) - 1), ...sequences(high & ~mask, high)]
  }
  const [from, to] = [utf8(low, trailing), utf8(high, trailing)]
  return [from.map((byte, i) => [byte, to[i] ?? byte] as const)]
}

function utf8(point: number, trailing: number): number[] {
  const bytes: number[] = []
  let rest = point
  for (let i = 0; i < trailing; i++) {
    bytes.unshift(0x80 | (rest & 0x3f))
    rest >>= 6
  }
  return [(LEADS[trailing] ?? 0) | rest, ...bytes]
}
