import { shuffle } from '../../stats/random/shuffle.ts'
import { formatCount } from '../format.ts'
import type { Design } from './design.ts'

/** More rows than this are dealt at random into half as many groups, which are then drawn whole. */
const MOST = 10_000

/** What is drawn whole: the number of its cluster, of itself, or of a group of rows by row. */
export function unitsOf(n: number, design: Design, purpose: string) {
  if (design.clusters) {
    const { codes, count } = design.clusters
    return { codes, count, noun: 'clusters' as const, drawn: `${formatCount(count)} clusters` }
  }
  const rows = Uint32Array.from({ length: n }, (_, row) => row)
  if (n <= MOST) return { codes: rows, count: n, noun: 'rows' as const, drawn: 'the rows' }
  const count = MOST / 2
  const codes = new Uint32Array(n)
  for (const [i, row] of shuffle(design.random(`${purpose} groups`), rows).entries()) codes[row] = i % count
  return { codes, count, noun: 'rows' as const, drawn: `${formatCount(count)} groups of rows dealt at random` }
}
