import type { Random } from './random.ts'

const TWO_26 = 2 ** 26
const TWO_MINUS_53 = 2 ** -53

/**
 * The generator xoshiro128** 1.1 with 128 bits of state, which must not all be zero.
 *
 * Source: D. Blackman and S. Vigna, Scrambled linear pseudorandom number generators (2021), prng.di.unimi.it/xoshiro128starstar.c
 */
export function xoshiro128(state: readonly [number, number, number, number]): Random {
  let [a, b, c, d] = state
  function word(): number {
    const five = Math.imul(b, 5)
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result
  }
  const uniform = () => ((word() >>> 5) * TWO_26 + (word() >>> 6)) * TWO_MINUS_53
  // 53 bits leave a bias below n / 2⁵³, and rounding never reaches n.
  return { word, uniform, below: n => Math.floor(uniform() * n) }
}
