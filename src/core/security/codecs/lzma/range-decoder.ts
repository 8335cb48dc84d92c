import { StreamFault } from '../output.ts'

const TOP = 2 ** 24
const BITS = 11
const MOVE = 5
/** An even chance, as every probability starts. */
export const EVEN = 1 << (BITS - 1)

/** Reads bits by their probabilities (LZMA specification, range decoder). */
export interface RangeDecoder {
  readonly bytes: Uint8Array
  /** Next byte, and the byte where the input ends. */
  at: number
  end: number
  range: number
  code: number
}

export const rangeDecoder = (bytes: Uint8Array): RangeDecoder => ({ bytes, at: 0, end: 0, range: 0, code: 0 })

/** Begins to read at `at`: a zero byte and the first four bytes of the code. */
export function begin(decoder: RangeDecoder, at: number, end: number): void {
  if (end > decoder.bytes.length || at + 5 > end) throw new StreamFault('it is cut off')
  if (decoder.bytes[at] !== 0) throw new StreamFault('it is damaged')
  decoder.at = at + 1
  decoder.end = end
  decoder.range = 0xffffffff
  decoder.code = 0
  for (let i = 0; i < 4; i++) decoder.code = decoder.code * 256 + nextByte(decoder)
}

function nextByte(decoder: RangeDecoder): number {
  if (decoder.at >= decoder.end) throw new StreamFault('it is cut off')
  return decoder.bytes[decoder.at++] ?? 0
}

function normalise(decoder: RangeDecoder): void {
  if (decoder.range >= TOP) return
  decoder.range *= 256
  decoder.code = decoder.code * 256 + nextByte(decoder)
}

/** A bit of the probability at `index`, which learns from it. */
export function bit(decoder: RangeDecoder, chances: Uint16Array, index: number): 0 | 1 {
  const chance = chances[index] ?? 0
  const bound = (decoder.range >>> BITS) * chance
  const isZero = decoder.code < bound
  if (isZero) {
    decoder.range = bound
    chances[index] = chance + ((2 ** BITS - chance) >> MOVE)
  } else {
    decoder.range -= bound
    decoder.code -= bound
    chances[index] = chance - (chance >> MOVE)
  }
  normalise(decoder)
  return isZero ? 0 : 1
}

/** `count` bits of even chance, the most significant first. */
export function directBits(decoder: RangeDecoder, count: number): number {
  let value = 0
  for (let i = 0; i < count; i++) {
    decoder.range = Math.floor(decoder.range / 2)
    const one = decoder.code >= decoder.range
    if (one) decoder.code -= decoder.range
    value = value * 2 + (one ? 1 : 0)
    normalise(decoder)
  }
  return value
}

/** A number of `count` bits by a tree of probabilities that starts at `base`, the most significant bit first. */
export function tree(decoder: RangeDecoder, chances: Uint16Array, base: number, count: number): number {
  let node = 1
  for (let i = 0; i < count; i++) node = node * 2 + bit(decoder, chances, base + node)
  return node - (1 << count)
}

/** The same, the least significant bit first. */
export function reverseTree(decoder: RangeDecoder, chances: Uint16Array, base: number, count: number): number {
  let node = 1
  let value = 0
  for (let i = 0; i < count; i++) {
    const one = bit(decoder, chances, base + node)
    node = node * 2 + one
    value += one << i
  }
  return value
}
