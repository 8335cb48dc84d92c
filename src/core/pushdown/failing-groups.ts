import type { Failures } from '../tables/measures/failures.ts'
import { MAX_PLACES } from '../tables/measures/failures.ts'
import type { Measure } from '../tables/measures/measure.ts'
import { batchOf, type Group } from './groups.ts'

/** The rows at fault that a state keeps, by the name under which it does. */
export function failuresIn(state: unknown): [name: string, failures: Failures][] {
  if (typeof state !== 'object' || state === null) return []
  return Object.entries(state).filter((entry): entry is [string, Failures] => isFailures(entry[1]))
}

const isFailures = (value: unknown): value is Failures =>
  typeof value === 'object' &&
  value !== null &&
  'places' in value &&
  Array.isArray(value.places) &&
  'values' in value &&
  value.values instanceof Map

/**
 * Groups in which the first rows at fault are: those whose own first rows come first. A group that is none of so few has no row among
 * the first, as each of them has one before.
 */
export function firstFailing<State>(measure: Measure<State>, groups: readonly Group[], name: string): Group[] {
  return groups
    .filter(group => {
      const alone = measure.init()
      measure.add(alone, batchOf([group]))
      return failuresIn(alone).some(([known, { count }]) => known === name && count > 0)
    })
    .toSorted((a, b) => a.place - b.place)
    .slice(0, MAX_PLACES)
}
