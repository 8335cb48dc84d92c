import type { Random } from './random.ts'
import { xoshiro128 } from './xoshiro128.ts'

/**
 * A generator seeded by a text: digests of the inputs, so that the same inputs draw the same numbers. Each `purpose`
 * has a sequence of its own, so that what one draws does not depend on what else was drawn.
 */
export function seeded(seed: string, purpose = ''): Random {
  const state: [number, number, number, number] = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344]
  const absorb = (word: number) => {
    for (const lane of [0, 1, 2, 3] as const) state[lane] = mixed(state[lane] ^ (word + Math.imul(lane, 0x9e3779b9)))
  }
  for (const word of wordsOf(seed)) absorb(word)
  absorb(seed.length)
  for (let i = 0; i < purpose.length; i++) absorb(purpose.charCodeAt(i))
  return xoshiro128(state.every(word => word === 0) ? [1, 2, 3, 4] : state)
}

/** Eight hexadecimal digits are a word; of any other text each UTF-16 unit is. */
function wordsOf(text: string): number[] {
  if (!/^[0-9a-f]+$/i.test(text)) return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  return Array.from({ length: Math.ceil(text.length / 8) }, (_, i) => Number.parseInt(text.slice(8 * i, 8 * i + 8), 16))
}

/** The finaliser of MurmurHash3, a bijection of 32-bit words (A. Appleby, public domain). */
function mixed(word: number): number {
  let h = word | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
