import type { Hashes } from '../batch.ts'
import type { Overflow, ReadStored, Stored } from '../overflow.ts'
import type { KeyCounts } from './count-keys.ts'

/** Partitions of a log, by the first bits of a key: each is small enough to be looked through at once. */
export const PARTITIONS = 256
/** Words of a key: its three, and the place's high and low. */
export const WORDS = 5
/** Keys that are kept in memory where there is other room. */
const MAX_IN_MEMORY = 500_000
/** Keys of the first piece of a partition's memory, and of the largest. */
const FIRST_PIECE = 32
const LARGEST_PIECE = 1024
const BASE = 2 ** 32

/** Keys (96 bits) and the places of their rows, in partitions by the key's first eight bits. A multiset: their order says nothing. */
export interface KeyLog {
  /** Where an engine has counted the keys: what it found, and no key is kept. */
  counted?: KeyCounts | undefined
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
export const keysIn = ({ sizes, counted }: KeyLog): number =>
  counted ? counted.distinct + counted.repeats : sizes.reduce((sum, size) => sum + size, 0)

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
  if (other.counted && keysIn(log) === 0) log.counted = other.counted
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
export function wordsOf(
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

/** The place of the row whose key begins at that word. */
export const placeOf = (words: Uint32Array, at: number): number => (words[at + 3] ?? 0) * BASE + (words[at + 4] ?? 0)
