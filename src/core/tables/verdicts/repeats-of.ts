import type { Column } from '../column.ts'
import { countKeys, type RepeatedKey } from '../measures/count-keys.ts'
import { MAX_PLACES } from '../measures/failures.ts'
import type { RepeatedKeys } from '../measures/repeated-keys.ts'
import type { ShownRows } from '../shown-rows.ts'

/** Repeated values whose texts are looked up. */
const MAX_VALUES = 100

/** Rows that repeat the values of an earlier one. */
export interface Repeats {
  readonly distinct: number
  /** The first row of each value is none. */
  readonly count: number
  /** The first of them. */
  readonly places: readonly number[]
  /** Repeated values and the rows that repeat them; the most frequent, where they are many. */
  readonly values: ReadonlyMap<string, number>
}

/** Counts the rows that repeat an earlier one, and names the values they repeat where these may be shown. */
export function repeatsOf({ keys }: RepeatedKeys, columns: readonly Column[], rows: ShownRows): Repeats {
  const { distinct, repeats, repeated } = countKeys(keys, MAX_PLACES, rows.read)
  const places = repeated
    .flatMap(key => key.places)
    .toSorted((a, b) => a - b)
    .slice(0, MAX_PLACES)
  const hidden = columns.some(column => column.sensitive)
  const named = hidden ? [] : repeated.toSorted(byCount).slice(0, MAX_VALUES)
  return {
    distinct,
    count: repeats,
    places,
    values: new Map(named.map(({ first, count }) => [textOf(first, columns, rows), count])),
  }
}

const byCount = (a: RepeatedKey, b: RepeatedKey): number => b.count - a.count || a.first - b.first

const textOf = (place: number, columns: readonly Column[], rows: ShownRows): string => {
  const { cells } = rows.at(place)
  return columns.map(({ index }) => cells[index] ?? '').join(', ')
}
