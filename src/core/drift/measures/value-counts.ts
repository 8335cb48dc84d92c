import { MAX_CATEGORIES } from '../categories.ts'

/** Different numbers that are told apart besides the known ones. */
const MOST = 2 * MAX_CATEGORIES

/** Rows by their number, in case numbers turn out to be categories. */
export interface ValueCounts {
  /** Of the known numbers only, where others are too many. */
  readonly counts: Map<number, number>
  tooMany: boolean
}

/** Nothing counted yet. */
export const noValues = (): ValueCounts => ({ counts: new Map(), tooMany: false })

/** Counts the numbers among the values, NaN being none. */
export function countValues(all: ValueCounts, values: Float64Array, known: ReadonlySet<number>): void {
  for (let row = 0; row < values.length; row++) {
    if (all.tooMany && known.size === 0) return
    const value = values[row] ?? Number.NaN
    if (!Number.isNaN(value)) countValue(all, value, 1, known)
  }
}

/** Counts a number so many times. */
export function countValue(all: ValueCounts, value: number, count: number, known: ReadonlySet<number>): void {
  const before = all.counts.get(value)
  if (before === undefined && all.tooMany && !known.has(value)) return
  all.counts.set(value, (before ?? 0) + count)
  if (before === undefined && all.counts.size > MOST) leaveOut(all, known)
}

/** Takes in what was counted of other rows. */
export function mergeValues(all: ValueCounts, other: ValueCounts, known: ReadonlySet<number>): void {
  if (other.tooMany) dropUnknown(all, known)
  for (const [value, count] of other.counts) countValue(all, value, count, known)
}

/** The numbers that are told apart with their rows, ascending: a function of the rows alone. */
export const countedValues = ({ counts }: ValueCounts): [value: number, count: number][] =>
  [...counts].sort(([a], [b]) => a - b)

/** Whether there are too many others depends on all rows together, not on their order. */
function leaveOut(all: ValueCounts, known: ReadonlySet<number>): void {
  let unknown = 0
  for (const value of all.counts.keys()) if (!known.has(value)) unknown += 1
  if (unknown > MOST) dropUnknown(all, known)
}

function dropUnknown(all: ValueCounts, known: ReadonlySet<number>): void {
  all.tooMany = true
  for (const value of all.counts.keys()) if (!known.has(value)) all.counts.delete(value)
}
