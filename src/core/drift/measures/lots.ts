import type { Batch } from '../../tables/batch.ts'

/** The greatest lot. */
export const LAST_LOT = 0xffffffff

/** Lots of the batches at hand: every column of a batch asks for the same. */
const drawn = new WeakMap<Batch, Uint32Array>()

/**
 * Each row's lot, 32 bits of a hash of its place (the finalizer of MurmurHash3, Appleby 2011): samples of the rows with the
 * smallest lots are the same on every machine and in any parts, and those of two columns share their rows.
 */
export function lotsOf(batch: Batch): Uint32Array {
  const known = drawn.get(batch)
  if (known) return known
  const lots = new Uint32Array(batch.rows)
  for (let row = 0; row < lots.length; row++) lots[row] = lotOf(batch.places[row] ?? 0)
  drawn.set(batch, lots)
  return lots
}

/** The lot of the row at a place. */
export function lotOf(place: number): number {
  const h = halfLotOf(place | 0, (place / 2 ** 32) | 0)
  return (h ^ (h >>> 16)) >>> 0
}

/** Of the lower and the upper 32 bits of a place, what the lot is made of: its first 16 bits are those of the lot. */
export function halfLotOf(low: number, high: number): number {
  let h = low ^ Math.imul(high, 0x9e3779b1) ^ 0x9e3779b9
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  return Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
}
