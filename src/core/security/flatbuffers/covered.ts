import { FlatFault } from './flat-fault.ts'

/** Most bytes that a writer leaves out to begin the next part at a multiple of sixteen. */
const MOST_PADDING = 15

/** A part of the buffer that something refers to: its first byte and the one after its last. */
export type Part = readonly [start: number, end: number]

/**
 * Throws unless the parts make up the buffer: two are the same or apart, and between them is nothing but the zeros that
 * align the next. A loader never reads what nothing refers to; that is why something could be hidden there.
 */
export function requireCovered(bytes: Uint8Array, parts: readonly Part[]): void {
  const ordered = parts.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  let [last, end] = [0, 0]
  for (const [start, stop] of [...ordered, [bytes.length, bytes.length] as const]) {
    if (start === last && stop === end) continue
    if (start < end) throw new FlatFault(`has parts that overlap at byte ${start}`)
    if (start - end > MOST_PADDING || bytes.subarray(end, start).some(byte => byte !== 0))
      throw new FlatFault(`has bytes from ${end} on that nothing refers to`)
    last = start
    end = stop
  }
}
