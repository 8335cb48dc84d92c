import type { Check, Location } from '../../evidence.ts'
import { formatCount, listed } from '../format.ts'

/** Faults shown with their place; the others are only counted. */
export const MOST_LOCATIONS = 5

/** Faults of one kind: all of them counted by what is wrong, the first with their places. */
export interface Faults {
  /** Counts by what is wrong: `empty`, `not a number`. */
  readonly counts: ReadonlyMap<string, number>
  readonly locations: readonly Location[]
  /** `locate` is asked only for those that are shown. */
  add(wrong: string, locate: () => Location): void
}

export function collectFaults(): Faults {
  const counts = new Map<string, number>()
  const locations: Location[] = []
  return {
    counts,
    locations,
    add(wrong, locate) {
      counts.set(wrong, (counts.get(wrong) ?? 0) + 1)
      if (locations.length < MOST_LOCATIONS) locations.push(locate())
    },
  }
}

/** An inconclusive check for the faults, none where there are none; `expected` is what should hold, as a clause. */
export function faultCheck(
  faults: Pick<Faults, 'counts' | 'locations'>,
  rows: number,
  { id, title, expected, hint }: { id: string; title: string; expected: string; hint: string },
): Check[] {
  const found = faults.counts.values().reduce((sum, count) => sum + count, 0)
  if (found === 0) return []
  const kinds = [...faults.counts].map(([wrong, count]) => `${formatCount(count)} ${wrong}`)
  return [
    {
      id,
      title,
      status: 'inconclusive',
      measured: { value: found, unit: 'rows', n: rows },
      required: { comparator: '=', value: 0, unit: 'rows' },
      reason: `Expected ${expected} but found ${listed(kinds)}`,
      hint,
      locations: [...faults.locations],
    },
  ]
}
