import type { Random } from './random.ts'

/** Steps until the state of the generator no longer shows what the seed was. */
const WARM_UP = 12

/** Random numbers that a text decides on, such as digests of inputs: sfc32 (C. Doty-Humphrey), its state hashed from the text. */
export function seededRandom(seed: string): Random {
  let a = hash(seed, 0x9e3779b9)
  let b = hash(seed, 0x243f6a88)
  let c = hash(seed, 0xb7e15162)
  let counter = 1
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < WARM_UP; i++) next()
  return {
    word: next,
    uniform: () => next() / 4294967296,
    below: bound => Math.floor((next() / 4294967296) * bound),
  }
}

/** FNV-1a from a start of its own, finished as MurmurHash3 is. */
function hash(text: string, start: number): number {
  let h = start
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) | 0
}
