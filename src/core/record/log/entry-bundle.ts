import { concat } from './bytes.ts'

/** Largest entry: its length is written in 16 bits. */
export const MAX_ENTRY_BYTES = 65_535

/** Entries of a tile as C2SP tlog-tiles keeps them: each after its length, two bytes, big-endian. */
export function writeEntries(entries: readonly Uint8Array[]): Uint8Array {
  return concat(
    ...entries.flatMap(entry => {
      if (entry.length > MAX_ENTRY_BYTES)
        throw new RangeError(`An entry of ${entry.length} bytes does not fit a bundle`)
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]
    }),
  )
}

/** Exactly `width` entries and nothing after them; undefined for any other bytes. */
export function readEntries(bytes: Uint8Array, width: number): Uint8Array[] | undefined {
  const entries: Uint8Array[] = []
  let at = 0
  while (at + 2 <= bytes.length && entries.length < width) {
    const end = at + 2 + (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
    if (end > bytes.length) return undefined
    entries.push(bytes.subarray(at + 2, end))
    at = end
  }
  return at === bytes.length && entries.length === width ? entries : undefined
}
