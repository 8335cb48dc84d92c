import type { Hashes } from '../batch.ts'
import type { Overflow, ReadStored, Stored } from '../overflow.ts'

/** Partitions of a log, by the first bits of a key: each is small enough to be looked through at once. */
const PARTITIONS = 256
/** Words of a key: its three, and the place's high and low. */
const WORDS = 5
/** Keys that are kept in memory where there is other room. */
const MAX_IN_MEMORY = 500_000
/** Keys of the first piece of a partition's memory, and of the largest. */
const FIRST_PIECE = 32
const LARGEST_PIECE = 1024
const BASE = 2 ** 32

/** Keys (96 bits) and the places of their rows, in partitions by the key's first eight bits. A multiset: their order says nothing. */
export interface KeyLog {
  /** Keys in each partition. */
  readonly sizes: Int32Array
  /** Memory of each partition, in pieces that are never copied. */
  readonly pieces: Uint32Array[][]
  /** The piece of each partition that keys are put into, and how many of its words are used: those before it are full. */
  readonly open: Int32Array
  readonly used: Int32Array
  /** What was put out of memory of each partition. */
  readonly stored: Stored[][]
}

/** A log of no keys. */
export const noKeys = (): KeyLog => ({
  sizes: new Int32Array(PARTITIONS),
  pieces: Array.from({ length: PARTITIONS }, () => []),
  open: new Int32Array(PARTITIONS),
  used: new Int32Array(PARTITIONS),
  stored: Array.from({ length: PARTITIONS }, () => []),
})

/** Number of keys, repeated ones too. */
export const keysIn = ({ sizes }: KeyLog): number => sizes.reduce((sum, size) => sum + size, 0)

/** Adds the keys of rows, but for those left out. */
export function logKeys(log: KeyLog, { a, b, c }: Hashes, places: Float64Array, leftOut: Uint8Array): void {
  const { sizes, used } = log
  for (let row = 0; row < places.length; row++) {
    if (leftOut[row] === 1) continue
    const first = a[row] ?? 0
    const place = places[row] ?? 0
    const partition = first >>> 24
    const piece = pieceWithRoom(log, partition)
    let at = used[partition] ?? 0
    piece[at++] = first
    piece[at++] = b[row] ?? 0
    piece[at++] = c[row] ?? 0
    piece[at++] = place / BASE
    piece[at++] = place
    used[partition] = at
    sizes[partition] = (sizes[partition] ?? 0) + 1
  }
}

function pieceWithRoom({ pieces, open, used, sizes }: KeyLog, partition: number): Uint32Array {
  const all = pieces[partition] ?? []
  const at = open[partition] ?? 0
  const current = all[at]
  if (current && (used[partition] ?? 0) < current.length) return current
  const next = current ? at + 1 : at
  const piece =
    all[next] ?? new Uint32Array(WORDS * Math.min(LARGEST_PIECE, Math.max(FIRST_PIECE, sizes[partition] ?? 0)))
  all[next] = piece
  open[partition] = next
  used[partition] = 0
  return piece
}

/** The used parts of a partition's pieces. */
function partsOf({ pieces, open, used }: KeyLog, partition: number): Uint32Array[] {
  const at = open[partition] ?? 0
  const all = pieces[partition] ?? []
  return [...all.slice(0, at), ...all.slice(at, at + 1).map(piece => piece.subarray(0, used[partition]))]
}

/** Puts the keys out of memory, once they are more than so many. */
export function relieve(log: KeyLog, overflow: Overflow | undefined, most = MAX_IN_MEMORY): void {
  if (!overflow || keysIn(log) - log.stored.reduce((sum, all) => sum + wordsIn(all), 0) / WORDS <= most) return
  for (let i = 0; i < PARTITIONS; i++) {
    const stored = overflow.put(partsOf(log, i))
    if (stored.words > 0) log.stored[i]?.push(stored)
    log.open[i] = 0
    log.used[i] = 0
  }
}

/** Adds the keys of another log, whose memory it takes over. */
export function mergeKeys(log: KeyLog, other: KeyLog): void {
  for (let i = 0; i < PARTITIONS; i++) {
    log.stored[i]?.push(...(other.stored[i] ?? []))
    log.sizes[i] = (log.sizes[i] ?? 0) + (other.sizes[i] ?? 0)
    const parts = [...partsOf(log, i), ...partsOf(other, i)]
    log.pieces[i] = parts
    log.open[i] = Math.max(0, parts.length - 1)
    log.used[i] = parts.at(-1)?.length ?? 0
  }
}

const wordsIn = (stored: readonly Stored[]): number => stored.reduce((sum, { words }) => sum + words, 0)

/** A partition's keys in one piece, in memory that is given where there is some. */
function wordsOf(
  log: KeyLog,
  partition: number,
  read: ReadStored | undefined,
  room = new Uint32Array(WORDS * (log.sizes[partition] ?? 0)),
): Uint32Array {
  const words = room.subarray(0, WORDS * (log.sizes[partition] ?? 0))
  let at = 0
  for (const part of partsOf(log, partition)) {
    words.set(part, at)
    at += part.length
  }
  for (const stored of log.stored[partition] ?? []) {
    if (!read) throw new Error('Keys were put out of memory, and nothing was given to read them with')
    read(stored, words.subarray(at))
    at += stored.words
  }
  return words
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
  const placeOf = (row: number) => (words[row * WORDS + 3] ?? 0) * BASE + (words[row * WORDS + 4] ?? 0)
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
      take((words[at + 3] ?? 0) * BASE + (words[at + 4] ?? 0), known(words, at))
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
