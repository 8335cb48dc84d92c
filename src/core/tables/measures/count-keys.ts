import type { ReadStored } from '../overflow.ts'
import { type KeyLog, keysIn, PARTITIONS, placeOf, WORDS, wordsOf } from './key-log.ts'

/** A key that several rows have. */
export interface RepeatedKey {
  /** Place of the first row that has it. */
  first: number
  /** Places of the others that are kept, ascending. */
  readonly places: number[]
  /** Rows that have it, the first not counted. */
  count: number
}

/** What the keys are, all partitions looked through. */
export interface KeyCounts {
  readonly distinct: number
  /** Rows that repeat the key of an earlier one. */
  readonly repeats: number
  readonly repeated: readonly RepeatedKey[]
}

/** Repeated keys that are told of: those that occur most often, and those whose repetitions come first. */
const MAX_REPEATED = 200

const remarkable = (repeated: readonly RepeatedKey[]): RepeatedKey[] => [
  ...new Set([
    ...repeated.toSorted((a, b) => b.count - a.count || a.first - b.first).slice(0, MAX_REPEATED),
    ...repeated.toSorted((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0)).slice(0, MAX_REPEATED),
  ]),
]

/** What was counted of a log of so many keys: several rules ask, and answers are composed more than once. */
const counted = new WeakMap<KeyLog, { readonly keys: number; readonly keep: number; readonly counts: KeyCounts }>()

/** Finds the keys that occur more than once; of each, `keep` places beside the first. */
export function countKeys(log: KeyLog, keep: number, read?: ReadStored): KeyCounts {
  if (log.counted) return log.counted
  const keys = keysIn(log)
  const before = counted.get(log)
  if (before?.keys === keys && before.keep === keep) return before.counts
  const counts = countAll(log, keep, read)
  counted.set(log, { keys, keep, counts })
  return counts
}

function countAll(log: KeyLog, keep: number, read: ReadStored | undefined): KeyCounts {
  let distinct = 0
  let repeated: RepeatedKey[] = []
  const largest = log.sizes.reduce((most, size) => Math.max(most, size), 0)
  const room = new Uint32Array(WORDS * largest)
  const slots = new Int32Array(slotsFor(largest))
  for (let i = 0; i < PARTITIONS; i++) {
    const size = log.sizes[i] ?? 0
    const own = slots.subarray(0, slotsFor(size)).fill(-1)
    distinct += countPartition(wordsOf(log, i, read, room), size, own, keep, repeated)
    if (repeated.length > 4 * MAX_REPEATED) repeated = remarkable(repeated)
  }
  return { distinct, repeats: keysIn(log) - distinct, repeated }
}

/** Slots of a table of so many keys, at most half of them taken: a power of two. */
const slotsFor = (keys: number): number => 2 ** Math.ceil(Math.log2(2 * keys + 2))

/** An open-addressing table of row numbers; a repeated key's slot holds the row with its smallest place. */
function countPartition(
  words: Uint32Array,
  size: number,
  slots: Int32Array,
  keep: number,
  repeated: RepeatedKey[],
): number {
  const mask = slots.length - 1
  const known = new Map<number, RepeatedKey>()
  let distinct = 0
  for (let row = 0; row < size; row++) {
    const at = row * WORDS
    let slot = (words[at + 1] ?? 0) & mask
    for (;;) {
      const other = slots[slot] ?? -1
      if (other === -1) {
        slots[slot] = row
        distinct += 1
        break
      }
      const before = other * WORDS
      if (words[before] === words[at] && words[before + 1] === words[at + 1] && words[before + 2] === words[at + 2]) {
        repeat(slot, placeOf(words, before), placeOf(words, at))
        break
      }
      slot = (slot + 1) & mask
    }
  }
  repeated.push(...known.values())
  return distinct

  function repeat(slot: number, first: number, place: number): void {
    const key = known.get(slot) ?? { first, places: [], count: 0 }
    known.set(slot, key)
    key.count += 1
    let later = place
    if (place < key.first) {
      later = key.first
      key.first = place
    }
    const at = key.places.findIndex(other => other > later)
    if (at !== -1) key.places.splice(at, 0, later)
    else if (key.places.length < keep) key.places.push(later)
    if (key.places.length > keep) key.places.length = keep
  }
}

/** Gives the place of every key of a log, and whether the other log has the key. */
export function eachKey(
  log: KeyLog,
  other: KeyLog,
  read: ReadStored | undefined,
  take: (place: number, isShared: boolean) => void,
): void {
  for (let i = 0; i < PARTITIONS; i++) {
    const words = wordsOf(log, i, read)
    const known = tableOf(wordsOf(other, i, read), other.sizes[i] ?? 0)
    for (let row = 0; row < (log.sizes[i] ?? 0); row++) {
      const at = row * WORDS
      take(placeOf(words, at), known(words, at))
    }
  }
}

/** Whether a key is among those of a partition. */
function tableOf(words: Uint32Array, size: number): (keys: Uint32Array, at: number) => boolean {
  const slots = new Int32Array(slotsFor(size)).fill(-1)
  const mask = slots.length - 1
  for (let row = 0; row < size; row++) {
    let slot = (words[row * WORDS + 1] ?? 0) & mask
    while (slots[slot] !== -1) slot = (slot + 1) & mask
    slots[slot] = row * WORDS
  }
  return (keys, at) => {
    for (let slot = (keys[at + 1] ?? 0) & mask; ; slot = (slot + 1) & mask) {
      const found = slots[slot] ?? -1
      if (found === -1) return false
      if (words[found] === keys[at] && words[found + 1] === keys[at + 1] && words[found + 2] === keys[at + 2])
        return true
    }
  }
}
