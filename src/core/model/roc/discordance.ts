import type { Scores } from '../scores.ts'
import { countAtMost, countBelow } from './sorted.ts'

/**
 * Pairs of a positive and a negative row that the challenger orders worse than the champion, as a share of all pairs: a
 * pair turned round counts 1, one that became or was a tie counts ½. Swap the models for the pairs ordered better. A
 * sweep over the champion's scores with a Fenwick tree over the challenger's, O((m + n) log(m + n)).
 */
export function shareOrderedWorse(challenger: Scores, champion: Scores): number {
  const sorted = challenger.negatives.toSorted()
  const positives = ascending(champion.positives)
  const negatives = ascending(champion.negatives)
  const tree = new Float64Array(sorted.length + 1)
  let inserted = 0
  let halves = 0
  // A pair's cost in halves: [champion below, challenger at least] + [champion at most, challenger above].
  count((candidate, bound) => candidate < bound, countBelow)
  tree.fill(0)
  inserted = 0
  count((candidate, bound) => candidate <= bound, countAtMost)
  return halves / (2 * positives.length * negatives.length)

  function count(belongs: (candidate: number, bound: number) => boolean, skip: typeof countBelow): void {
    for (const positive of positives) {
      const bound = champion.positives[positive] ?? Number.NaN
      for (let row = negatives[inserted]; row !== undefined; row = negatives[++inserted]) {
        if (!belongs(champion.negatives[row] ?? Number.NaN, bound)) break
        insert(countBelow(sorted, challenger.negatives[row] ?? Number.NaN))
      }
      halves += inserted - insertedBelow(skip(sorted, challenger.positives[positive] ?? Number.NaN))
    }
  }

  function insert(rank: number): void {
    for (let node = rank + 1; node < tree.length; node += node & -node) tree[node] = (tree[node] ?? 0) + 1
  }

  function insertedBelow(rank: number): number {
    let total = 0
    for (let node = rank; node > 0; node -= node & -node) total += tree[node] ?? 0
    return total
  }
}

/** Row numbers in the order of their scores. */
const ascending = (scores: Float64Array): Uint32Array =>
  Uint32Array.from(scores.keys()).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
