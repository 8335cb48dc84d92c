import { MAX_CATEGORIES } from '../categories.ts'

/** Different numbers that are told apart besides the known ones: where there are more, the smallest. */
const KEPT = 2 * MAX_CATEGORIES

/** Rows by their number, in case numbers turn out to be categories. */
export interface ValueCounts {
  readonly counts: Map<number, number>
  /** Greater numbers are told apart only where they are known. */
  limit: number
  /** Rows of numbers that are not told apart. */
  dropped: number
}

/** Nothing counted yet. */
export const noValues = (): ValueCounts => ({ counts: new Map(), limit: Number.POSITIVE_INFINITY, dropped: 0 })

/** Counts a number so many times. */
export function countValue(all: ValueCounts, value: number, count: number, known: ReadonlySet<number>): void {
  if (value > all.limit && !known.has(value)) {
    all.dropped += count
    return
  }
  all.counts.set(value, (all.counts.get(value) ?? 0) + count)
  if (all.counts.size >= 2 * KEPT + known.size) keepSmallest(all, known)
}

/** Takes in what was counted of other rows. */
export function mergeValues(all: ValueCounts, other: ValueCounts, known: ReadonlySet<number>): void {
  all.dropped += other.dropped
  all.limit = Math.min(all.limit, other.limit)
  for (const [value, count] of other.counts) countValue(all, value, count, known)
  keepSmallest(all, known)
}

/** The numbers that are told apart with their rows, ascending: a function of the rows alone, like the number of those dropped. */
export function countedValues(all: ValueCounts, known: ReadonlySet<number>): [value: number, count: number][] {
  keepSmallest(all, known)
  return [...all.counts].sort(([a], [b]) => a - b)
}

/** What is among the smallest of all is so wherever it occurs, so its count is exact in any parts of the table. */
function keepSmallest(all: ValueCounts, known: ReadonlySet<number>): void {
  const unknown = Float64Array.from(all.counts.keys().filter(value => !known.has(value))).sort()
  const limit = unknown[KEPT - 1]
  if (limit === undefined || limit > all.limit) return
  all.limit = limit
  for (const [value, count] of all.counts) {
    if (value <= limit || known.has(value)) continue
    all.counts.delete(value)
    all.dropped += count
  }
}
