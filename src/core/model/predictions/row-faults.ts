import { MOST_LOCATIONS } from './faults.ts'

/** What is wrong with cells of one column: how many by what is wrong, and the first of all of them, by place. */
export interface RowFaults {
  readonly counts: Map<string, number>
  first: FaultyRow[]
}

export interface FaultyRow {
  readonly place: number
  readonly wrong: string
}

export const noRowFaults = (): RowFaults => ({ counts: new Map(), first: [] })

/** Counts one; rows of the same run come in ascending order of places. */
export function addFault({ counts, first }: RowFaults, wrong: string, place: number): void {
  counts.set(wrong, (counts.get(wrong) ?? 0) + 1)
  if (first.length < MOST_LOCATIONS) first.push({ place, wrong })
}

/** Takes in those of other rows. */
export function mergeFaults(faults: RowFaults, other: RowFaults): void {
  for (const [wrong, count] of other.counts) faults.counts.set(wrong, (faults.counts.get(wrong) ?? 0) + count)
  faults.first = [...faults.first, ...other.first].sort((a, b) => a.place - b.place).slice(0, MOST_LOCATIONS)
}
