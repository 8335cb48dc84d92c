import { grouped } from '../../wording/grouped.ts'
import { shown } from '../wording/shown.ts'

/** Rows at fault that a check points at. */
export const MAX_PLACES = 5
/** Distinct failing values whose counts are kept. */
const MAX_VALUES = 100
/** Of those, how many evidence lists, and how many a sentence names. */
const LISTED_VALUES = 10
const NAMED_VALUES = 3
/** Characters by which values are told apart: more than are ever shown. */
const MAX_LENGTH = 100

/** Rows that fail a rule. */
export interface Failures {
  count: number
  /** The first of them, ascending. */
  places: number[]
  /** Distinct failing values with their counts; where they are too many, the first in order of UTF-16. */
  values: Map<string, number>
  /** The greatest key of a full `values`. */
  greatest: string | undefined
}

/** Nothing has failed yet. */
export const noFailures = (): Failures => ({ count: 0, places: [], values: new Map(), greatest: undefined })

/** Counts a failing row; `text` only where its value may be shown. */
export function addFailure(failures: Failures, place: number, text?: string): void {
  failures.count += 1
  keepPlace(failures, place)
  if (text !== undefined) addValue(failures, text.slice(0, MAX_LENGTH), 1)
}

function keepPlace({ places }: Failures, place: number): void {
  const last = places.at(-1)
  if (places.length === MAX_PLACES && last !== undefined && last < place) return
  const at = places.findIndex(other => other > place)
  places.splice(at === -1 ? places.length : at, 0, place)
  places.length = Math.min(places.length, MAX_PLACES)
}

/**
 * Keeping the smallest keys, not the first met, makes their counts exact in bounded memory, in any order and any shards:
 * a key among the smallest of all is among the smallest wherever it occurs, so it is never dropped.
 */
function addValue(failures: Failures, key: string, count: number): void {
  const { values } = failures
  const known = values.get(key)
  if (known === undefined && failures.greatest !== undefined) {
    if (key > failures.greatest) return
    values.delete(failures.greatest)
  }
  values.set(key, (known ?? 0) + count)
  if (known === undefined && values.size === MAX_VALUES) failures.greatest = greatest(values.keys())
}

const greatest = (keys: Iterable<string>): string => {
  let last = ''
  for (const key of keys) if (key > last) last = key
  return last
}

/** Takes in failures of other rows. */
export function mergeFailures(failures: Failures, other: Failures): void {
  failures.count += other.count
  for (const place of other.places) keepPlace(failures, place)
  for (const [key, count] of other.values) addValue(failures, key, count)
}

interface WithValues {
  readonly values: ReadonlyMap<string, number>
}

const ranked = ({ values }: WithValues) => [...values].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))

/** The most frequent failing values, for evidence. */
export function failingValues(failures: WithValues): { values?: { value: string; count: number }[] } {
  const values = ranked(failures).slice(0, LISTED_VALUES)
  return values.length > 0 ? { values: values.map(([value, count]) => ({ value, count })) } : {}
}

/** The most frequent failing values, as the end of a sentence: `: 'n/a' (12), '-' (3) and 4 others`. */
export function namedValues({ values }: WithValues): string {
  if (values.size === 0) return ''
  const named = ranked({ values })
    .slice(0, NAMED_VALUES)
    .map(([value, count]) => `${shown(value)} (${grouped(count)})`)
  const others = values.size - named.length
  const rest =
    others === 0 ? '' : ` and ${values.size === MAX_VALUES ? 'many' : others} other${others === 1 ? '' : 's'}`
  return `: ${named.join(', ')}${rest}`
}
