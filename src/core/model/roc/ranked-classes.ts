import type { Scores } from '../scores.ts'
import { ascending } from './ascending.ts'
import type { Ranked } from './ranked.ts'

/** What of a ranking says nothing of which row stands where: all that rows which count alike need. */
export type RankedClasses = Pick<Ranked, 'positive' | 'last'>

const known = new WeakMap<Scores, RankedClasses>()

/** The classes of the rows by score, by merging those of each class; of one score the positives come first. */
export function rankedClasses(of: Scores): RankedClasses {
  const found = known.get(of) ?? merged(of)
  known.set(of, found)
  return found
}

function merged({ positives, negatives }: Scores): RankedClasses {
  const [ones, others] = [ascending(positives), ascending(negatives)]
  const n = ones.length + others.length
  const [positive, last] = [new Uint8Array(n), new Uint8Array(n)]
  let [i, j] = [ones.length - 1, others.length - 1]
  let place = 0
  while (place < n) {
    const [one, other] = [ones[i] ?? Number.NEGATIVE_INFINITY, others[j] ?? Number.NEGATIVE_INFINITY]
    const score = i >= 0 && (j < 0 || one >= other) ? one : other
    for (; i >= 0 && ones[i] === score; i--) positive[place++] = 1
    for (; j >= 0 && others[j] === score; j--) place++
    last[place - 1] = 1
  }
  return { positive, last }
}
