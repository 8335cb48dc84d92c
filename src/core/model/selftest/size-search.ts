import type { Judgement } from './judge-copy.ts'

/** Parts into which the greatest size is divided for a search. */
const PARTS = 1024

/** Judges sizes of one degradation, each once, and finds where an answer changes. */
export interface SizeSearch {
  at(size: number): Judgement
  /** The smallest size up to the greatest where it holds, to 1/1024 of that one; undefined where it does not hold there. */
  smallest(holds: (judgement: Judgement) => boolean): number | undefined
}

/** Takes what holds at one size to hold at every greater one. */
export function sizeSearch(greatest: number, judge: (size: number) => Judgement): SizeSearch {
  const known = new Map<number, Judgement>()
  const at = (size: number) => {
    const before = known.get(size)
    if (before) return before
    const judgement = judge(size)
    known.set(size, judgement)
    return judgement
  }
  return {
    at,
    smallest(holds) {
      if (!holds(at(greatest))) return undefined
      let [without, within] = [0, PARTS]
      while (within - without > 1) {
        const middle = Math.floor((without + within) / 2)
        if (holds(at((greatest * middle) / PARTS))) within = middle
        else without = middle
      }
      return (greatest * within) / PARTS
    },
  }
}
