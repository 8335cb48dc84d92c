import { StreamFault } from '../output.ts'
import { EVEN } from './range-decoder.ts'

const LENGTH_SIZE = 2 + 2 * 16 * 8 + 256

/** Where each kind of probability begins (LZMA specification, state variables). */
export const PLACES = {
  match: 0,
  repeated: 192,
  repeated0: 204,
  repeated1: 216,
  repeated2: 228,
  short: 240,
  slot: 432,
  special: 688,
  align: 816,
  length: 832,
  repeatedLength: 832 + LENGTH_SIZE,
  literal: 832 + 2 * LENGTH_SIZE,
} as const

/** What an LZMA decoder remembers from one packet to the next. */
export interface Model {
  /** Bits of context: of the literal's byte before, of the position for literals, of the position. */
  readonly lc: number
  readonly lp: number
  readonly pb: number
  readonly chances: Uint16Array
  state: number
  /** The last four distances, each less one. */
  distances: [number, number, number, number]
}

/** A fresh model by its properties byte (`(pb · 5 + lp) · 9 + lc`). */
export function modelOf(properties: number): Model {
  if (properties >= 9 * 5 * 5) throw new StreamFault('it has properties that cannot be')
  const lc = properties % 9
  const lp = Math.floor(properties / 9) % 5
  const pb = Math.floor(properties / 45)
  const chances = new Uint16Array(PLACES.literal + (0x300 << (lc + lp))).fill(EVEN)
  return { lc, lp, pb, chances, state: 0, distances: [0, 0, 0, 0] }
}

/** The same properties, everything learnt forgotten. */
export const reset = ({ lc, lp, pb }: Model): Model => modelOf((pb * 5 + lp) * 9 + lc)
