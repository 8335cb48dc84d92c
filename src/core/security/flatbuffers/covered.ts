import { FlatFault } from './flat-fault.ts'

/** Most bytes that a writer leaves out to begin the next part at a multiple of sixteen. */
const MOST_PADDING = 15

/** A part of the buffer that something refers to: its first byte and the one after its last. */
export type Part = readonly [start: number, end: number]

/**
 * Where the last part ends. Throws unless the parts follow one another: two are the same or apart, and between them is
 * nothing but the zeros that align the next. A loader never reads what nothing refers to; so something could be hidden there.
 */
export function requireCovered(bytes: Uint8Array, parts: readonly Part[]): number {
  let [last, end] = [0, 0]
  for (const [start, stop] of parts.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (start === last && stop === end) continue
    if (start < end) throw new FlatFault(`has parts that overlap at byte ${start}`)
    requirePadding(bytes, end, start)
    last = start
    end = stop
  }
  return end
}

/** Throws where between two places there is more than the zeros that align what follows. */
export function requirePadding(bytes: Uint8Array, start: number, end: number): void {
  if (end - start > MOST_PADDING || bytes.subarray(start, end).some(byte => byte !== 0))
    throw new FlatFault(`has bytes from ${start} on that nothing refers to`)
}
