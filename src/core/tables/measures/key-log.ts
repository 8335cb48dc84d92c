import type { Hashes } from '../batch.ts'

/** Partitions of a log, by the first bits of a key: each is small enough to be looked through at once. */
const PARTITIONS = 256
/** Keys of a partition that are kept before it grows. */
const START = 64

const WORDS = 5
const BASE = 2 ** 32

/** Keys (96 bits) and the places of their rows, in partitions by the key's first eight bits. A multiset: their order says nothing. */
export interface KeyLog {
  /** Keys in each partition. */
  readonly sizes: Int32Array
  /** `WORDS` for each key of a partition: its three, and the place's high and low. */
  readonly words: Uint32Array[]
}

/** A log of no keys. */
export const noKeys = (): KeyLog => ({
  sizes: new Int32Array(PARTITIONS),
  words: Array.from({ length: PARTITIONS }, () => new Uint32Array(0)),
})

/** Number of keys, repeated ones too. */
export const keysIn = ({ sizes }: KeyLog): number => sizes.reduce((sum, size) => sum + size, 0)

/** Adds the keys of rows, but for those left out. */
export function logKeys(log: KeyLog, { a, b, c }: Hashes, places: Float64Array, leftOut: Uint8Array): void {
  const { sizes, words } = log
  for (let row = 0; row < places.length; row++) {
    if (leftOut[row] === 1) continue
    const first = a[row] ?? 0
    const place = places[row] ?? 0
    const partition = first >>> 24
    const size = sizes[partition] ?? 0
    let part = words[partition]
    let at = size * WORDS
    if (part === undefined || at === part.length) part = grow(log, partition, size + 1)
    part[at++] = first
    part[at++] = b[row] ?? 0
    part[at++] = c[row] ?? 0
    part[at++] = place / BASE
    part[at] = place
    sizes[partition] = size + 1
  }
}

/** Adds the keys of another log. */
export function mergeKeys(log: KeyLog, other: KeyLog): void {
  for (const [i, more] of other.words.entries()) {
    const [size, added] = [log.sizes[i] ?? 0, other.sizes[i] ?? 0]
    if (size === 0) log.words[i] = more
    else grow(log, i, size + added).set(more.subarray(0, added * WORDS), size * WORDS)
    log.sizes[i] = size + added
  }
}

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

/** Finds the keys that occur more than once; of each, `keep` places beside the first. */
export function countKeys(log: KeyLog, keep: number): KeyCounts {
  let distinct = 0
  const repeated: RepeatedKey[] = []
  for (const [i, words] of log.words.entries()) distinct += countPartition(words, log.sizes[i] ?? 0, keep, repeated)
  return { distinct, repeats: keysIn(log) - distinct, repeated }
}

/** An open-addressing table of row numbers; a repeated key's slot holds the row with its smallest place. */
function countPartition(words: Uint32Array, size: number, keep: number, repeated: RepeatedKey[]): number {
  const placeOf = (row: number) => (words[row * WORDS + 3] ?? 0) * BASE + (words[row * WORDS + 4] ?? 0)
  const mask = 2 ** Math.ceil(Math.log2(2 * size + 2)) - 1
  const slots = new Int32Array(mask + 1).fill(-1)
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
        repeat(slot, placeOf(other), placeOf(row))
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

/** Makes room for so many keys in a partition. */
function grow({ sizes, words }: KeyLog, partition: number, size: number): Uint32Array {
  const part = words[partition]
  const used = sizes[partition] ?? 0
  if (part && size * WORDS <= part.length) return part
  const larger = new Uint32Array(WORDS * Math.max(START, size, Math.ceil(1.5 * used)))
  if (part) larger.set(part.subarray(0, used * WORDS))
  words[partition] = larger
  return larger
}

/** Gives the place of every key of a log, and whether the other log has the key. */
export function eachKey(log: KeyLog, other: KeyLog, take: (place: number, isShared: boolean) => void): void {
  for (const [i, words] of log.words.entries()) {
    const known = tableOf(other.words[i] ?? new Uint32Array(0), other.sizes[i] ?? 0)
    for (let row = 0; row < (log.sizes[i] ?? 0); row++) {
      const at = row * WORDS
      take((words[at + 3] ?? 0) * BASE + (words[at + 4] ?? 0), known(words, at))
    }
  }
}

/** Whether a key is among those of a partition. */
function tableOf(words: Uint32Array, size: number): (keys: Uint32Array, at: number) => boolean {
  const mask = 2 ** Math.ceil(Math.log2(2 * size + 2)) - 1
  const slots = new Int32Array(mask + 1).fill(-1)
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
