import type { Bucket } from './bucket.ts'
import { ODD } from './innovation.ts'

/** Cumulative sum up to which what was seen is taken for usual, and beyond which it is taken for a change. */
const USUAL = 3
const CHANGED = 8
const K = 0.5

export interface Lessons {
  /** What is learnt from, in the order of time. */
  readonly known: readonly Bucket[]
  /** Takes a bucket that nothing was expected of, or its distance and what of it is new. */
  add(bucket: Bucket, scored?: { readonly z: number; readonly innovation: number }): void
}

/**
 * What may be learnt from: not a bucket far off, and not a run of them that may be the beginning of a change. While a cumulative sum stands
 * above the usual they wait; once it comes back they are learnt, once it says that there is a change they are not.
 */
export function lessons(): Lessons {
  const known: Bucket[] = []
  let waiting: Bucket[] = []
  let [up, down] = [0, 0]
  return {
    known,
    add(bucket, scored) {
      if (!scored) {
        known.push(bucket)
        return
      }
      up = Math.max(0, up + scored.innovation - K)
      down = Math.max(0, down - scored.innovation - K)
      if (Math.abs(scored.z) <= ODD) waiting.push(bucket)
      if (Math.max(up, down) > CHANGED) {
        waiting = []
        up = 0
        down = 0
      } else if (Math.max(up, down) <= USUAL) {
        known.push(...waiting)
        waiting = []
      }
    },
  }
}
