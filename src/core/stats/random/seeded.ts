import type { Random } from './random.ts'
import { xoshiro128 } from './xoshiro128.ts'

/**
 * A generator seeded by a digest in hex (of the inputs, so that the same inputs draw the same numbers). Each `purpose`
 * has a sequence of its own, so that what one draws does not depend on what else was drawn.
 */
export function seeded(digest: string, purpose = ''): Random {
  if (!/^[0-9a-f]+$/i.test(digest))
    throw new RangeError(`Expected the seed to be hexadecimal digits but found '${digest}'`)
  const state: [number, number, number, number] = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344]
  const absorb = (word: number) => {
    for (const lane of [0, 1, 2, 3] as const) state[lane] = mixed(state[lane] ^ (word + Math.imul(lane, 0x9e3779b9)))
  }
  for (let start = 0; start < digest.length; start += 8) absorb(Number.parseInt(digest.slice(start, start + 8), 16))
  absorb(digest.length)
  for (let i = 0; i < purpose.length; i++) absorb(purpose.charCodeAt(i))
  return xoshiro128(state.every(word => word === 0) ? [1, 2, 3, 4] : state)
}

/** The finaliser of MurmurHash3, a bijection of 32-bit words (A. Appleby, public domain). */
function mixed(word: number): number {
  let h = word | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
