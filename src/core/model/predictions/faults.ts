import { grouped } from '../../wording/grouped.ts'
import { listed } from '../format.ts'
import type { Locate, PendingCheck } from './locate.ts'

/** Faults shown with their place; the others are only counted. */
export const MOST_LOCATIONS = 5

/** Faults of one kind: all of them counted by what is wrong, the first with their places. */
export interface Faults {
  /** Counts by what is wrong: `empty`, `not a number`. */
  readonly counts: ReadonlyMap<string, number>
  readonly locate: readonly Locate[]
  add(wrong: string, locate: Locate): void
}

export function collectFaults(): Faults {
  const counts = new Map<string, number>()
  const locate: Locate[] = []
  return {
    counts,
    locate,
    add(wrong, one) {
      counts.set(wrong, (counts.get(wrong) ?? 0) + 1)
      if (locate.length < MOST_LOCATIONS) locate.push(one)
    },
  }
}

/** An inconclusive check for the faults, none where there are none; `expected` is what should hold, as a clause. */
export function faultCheck(
  faults: Pick<Faults, 'counts' | 'locate'>,
  rows: number,
  { id, title, expected, hint }: { id: string; title: string; expected: string; hint: string },
): PendingCheck[] {
  const found = faults.counts.values().reduce((sum, count) => sum + count, 0)
  if (found === 0) return []
  const kinds = [...faults.counts].map(([wrong, count]) => `${grouped(count)} ${wrong}`)
  return [
    {
      id,
      title,
      status: 'inconclusive',
      measured: { value: found, unit: 'rows', n: rows },
      required: { comparator: '=', value: 0, unit: 'rows' },
      reason: `Expected ${expected} but found ${listed(kinds)}`,
      hint,
      locate: faults.locate,
    },
  ]
}
