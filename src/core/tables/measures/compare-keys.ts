import type { ReadStored } from '../overflow.ts'
import { eachKey } from './count-keys.ts'
import { MAX_PLACES } from './failures.ts'
import type { KeyLog } from './key-log.ts'

/** Keys of one log by whether another has them too. */
export interface ComparedKeys {
  readonly count: number
  /** The first rows. */
  readonly places: readonly number[]
}

/** The rows of a log whose keys another log has, or has not. */
export function compareKeys(log: KeyLog, other: KeyLog, wanted: 'shared' | 'missing', read?: ReadStored): ComparedKeys {
  let count = 0
  let places: number[] = []
  eachKey(log, other, read, (place, isShared) => {
    if (isShared !== (wanted === 'shared')) return
    count += 1
    places.push(place)
    if (places.length > 64) places = first(places)
  })
  return { count, places: first(places) }
}

const first = (places: readonly number[]): number[] => places.toSorted((a, b) => a - b).slice(0, MAX_PLACES)
