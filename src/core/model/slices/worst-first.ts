import type { SliceAnswer } from './check-every-slice.ts'

const ORDER = ['fail', 'inconclusive', 'pass']

/** Failures first, then the undecided, each by how far the estimate lies on the wrong side of what is required. */
export const worstFirst = (slices: readonly SliceAnswer[]): SliceAnswer[] =>
  slices.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || room(a) - room(b))

/** What is left to the threshold; nothing known counts as none. */
function room({ question: { estimate, comparator, threshold } }: SliceAnswer): number {
  if (!estimate || estimate.value === null || threshold === undefined) return Number.NEGATIVE_INFINITY
  return comparator === '<=' ? threshold - estimate.value : estimate.value - threshold
}
