import type { Random } from '../../stats/random/random.ts'

/** Standard normal numbers (Box and Muller 1958). */
export function normalDraws(random: Random, n: number): Float64Array {
  const draws = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const radius = Math.sqrt(-2 * Math.log(1 - random.uniform()))
    draws[i] = radius * Math.cos(2 * Math.PI * random.uniform())
  }
  return draws
}
