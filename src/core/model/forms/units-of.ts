import { shuffle } from '../../stats/random/shuffle.ts'
import { grouped } from '../../wording/grouped.ts'
import type { Design } from './design.ts'

/** More rows than this are dealt at random into half as many groups, which are then drawn whole. */
const MOST = 10_000
const GROUPS = MOST / 2

/** More rows than this are not dealt out evenly. */
const MOST_DEALT = 200_000

const DEALT = `${grouped(GROUPS)} groups of rows dealt at random`

/** What is drawn whole: the number of its cluster, of itself, or of a group of rows by row. */
export function unitsOf(n: number, design: Design, purpose: string) {
  if (design.clusters) {
    const { codes, count } = design.clusters
    return { codes, count, noun: 'clusters' as const, drawn: `${grouped(count)} clusters` }
  }
  const random = design.random(`${purpose} groups`)
  const codes = new Uint32Array(n)
  if (n > MOST_DEALT) {
    // Groups of so many rows are as good as of one size, and need no shuffling.
    for (let row = 0; row < n; row++) codes[row] = random.below(GROUPS)
    return { codes, count: GROUPS, noun: 'rows' as const, drawn: DEALT }
  }
  const rows = Uint32Array.from({ length: n }, (_, row) => row)
  if (n <= MOST) return { codes: rows, count: n, noun: 'rows' as const, drawn: 'the rows' }
  for (const [i, row] of shuffle(random, rows).entries()) codes[row] = i % GROUPS
  return { codes, count: GROUPS, noun: 'rows' as const, drawn: DEALT }
}
