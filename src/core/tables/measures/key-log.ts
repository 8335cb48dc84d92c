import type { Hashes } from '../batch.ts'

/** Partitions of a log, by the first bits of a key: each is small enough to be looked through at once. */
const PARTITIONS = 256
/** Keys of a partition that are kept before it grows. */
const START = 64

/** Keys (96 bits) and the places of their rows, by the key's first eight bits. Any order: it is a multiset. */
export interface KeyLog {
  size: number
  readonly partitions: Partition[]
}

interface Partition {
  size: number
  a: Uint32Array
  b: Uint32Array
  c: Uint32Array
  places: Float64Array
}

/** A log of no keys. */
export const noKeys = (): KeyLog => ({
  size: 0,
  partitions: Array.from({ length: PARTITIONS }, () => partition(0)),
})

/** Adds the key of a row. */
export function logKey(log: KeyLog, { a, b, c }: Hashes, row: number, place: number): void {
  const first = a[row] ?? 0
  const part = log.partitions[first >>> 24]
  if (!part) return
  if (part.size === part.a.length) grow(part, part.size + 1)
  part.a[part.size] = first
  part.b[part.size] = b[row] ?? 0
  part.c[part.size] = c[row] ?? 0
  part.places[part.size] = place
  part.size += 1
  log.size += 1
}

/** Adds the keys of another log. */
export function mergeKeys(log: KeyLog, other: KeyLog): void {
  log.size += other.size
  for (const [i, part] of log.partitions.entries()) {
    const more = other.partitions[i]
    if (!more || more.size === 0) continue
    grow(part, part.size + more.size)
    part.a.set(more.a.subarray(0, more.size), part.size)
    part.b.set(more.b.subarray(0, more.size), part.size)
    part.c.set(more.c.subarray(0, more.size), part.size)
    part.places.set(more.places.subarray(0, more.size), part.size)
    part.size += more.size
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
  for (const part of log.partitions) distinct += countPartition(part, keep, repeated)
  return { distinct, repeats: log.size - distinct, repeated }
}

/** An open-addressing table of row numbers; a repeated key's slot holds the row with its smallest place. */
function countPartition(part: Partition, keep: number, repeated: RepeatedKey[]): number {
  const { size, a, b, c, places } = part
  const mask = 2 ** Math.ceil(Math.log2(2 * size + 2)) - 1
  const slots = new Int32Array(mask + 1).fill(-1)
  const known = new Map<number, RepeatedKey>()
  let distinct = 0
  for (let row = 0; row < size; row++) {
    let slot = (b[row] ?? 0) & mask
    for (;;) {
      const other = slots[slot] ?? -1
      if (other === -1) {
        slots[slot] = row
        distinct += 1
        break
      }
      if (a[other] === a[row] && b[other] === b[row] && c[other] === c[row]) {
        repeat(slot, places[other] ?? 0, places[row] ?? 0)
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

function grow(part: Partition, size: number): void {
  if (size <= part.a.length) return
  const { a, b, c, places } = part
  Object.assign(part, { ...partition(Math.max(START, size, 2 * a.length)), size: part.size })
  part.a.set(a)
  part.b.set(b)
  part.c.set(c)
  part.places.set(places)
}

const partition = (room: number): Partition => ({
  size: 0,
  a: new Uint32Array(room),
  b: new Uint32Array(room),
  c: new Uint32Array(room),
  places: new Float64Array(room),
})
