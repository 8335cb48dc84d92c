/** Entries from one to before another. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Largest power of two below `count`; `count` is at least 2. */
export function splitOf(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

/** Whose hashes prove that an entry is in the tree of `size`, from the leaf's sibling up (RFC 9162 section 2.1.3.1). */
export function inclusionRanges(index: number, size: number, from = 0): Range[] {
  if (size - from <= 1) return []
  const middle = from + splitOf(size - from)
  return index < middle
    ? [...inclusionRanges(index, middle, from), { from: middle, to: size }]
    : [...inclusionRanges(index, size, middle), { from, to: middle }]
}

/** Whose hashes prove that the tree of `second` entries begins with that of `first` (RFC 9162 section 2.1.4.1). */
export function consistencyRanges(first: number, second: number): Range[] {
  return first === 0 || first === second ? [] : subProof(first, 0, second, true)
}

function subProof(first: number, from: number, to: number, whole: boolean): Range[] {
  if (first === to) return whole ? [] : [{ from, to }]
  const middle = from + splitOf(to - from)
  return first <= middle
    ? [...subProof(first, from, middle, whole), { from: middle, to }]
    : [...subProof(first, middle, to, false), { from, to: middle }]
}
