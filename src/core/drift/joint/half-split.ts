import { seeded } from '../../stats/index.ts'
import { shuffle } from '../../stats/random/shuffle.ts'

/** A list in two halves, drawn by a seed. */
export function halfSplit<T>(rows: readonly T[], seed: string): [T[], T[]] {
  const order = Uint32Array.from(rows, (_, i) => i)
  shuffle(seeded(seed), order)
  const middle = Math.floor(rows.length / 2)
  const picked = Array.from(order).flatMap(i => rows.slice(i, i + 1))
  return [picked.slice(0, middle), picked.slice(middle)]
}
