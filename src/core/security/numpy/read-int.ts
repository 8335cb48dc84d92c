import type { Dtype } from './dtype.ts'

/** Reads an integer of this type; undefined where it is none of 4 or 8 little-endian bytes. */
export function intReader({
  kind,
  itemsize,
  littleEndian,
}: Dtype): ((view: DataView, at: number) => number) | undefined {
  if (!littleEndian || (kind !== 'i' && kind !== 'u')) return undefined
  if (itemsize === 4)
    return kind === 'u' ? (view, at) => view.getUint32(at, true) : (view, at) => view.getInt32(at, true)
  // Exact where it fits an index; anything larger stays larger, for nobody has 2^63 items.
  return itemsize === 8 ? (view, at) => view.getInt32(at + 4, true) * 2 ** 32 + view.getUint32(at, true) : undefined
}
