import type { Shape } from './shape.ts'

/** What a field holds, and where; places count from the first byte of the buffer. */
export type FlatValue =
  | { readonly kind: 'number'; readonly at: number; readonly size: number }
  | { readonly kind: 'text'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'numbers'; readonly at: number; readonly count: number; readonly size: number }
  | { readonly kind: 'texts'; readonly texts: readonly Uint8Array[] }
  | { readonly kind: 'tables'; readonly tables: readonly FlatTable[] }

/** A table of a buffer that has been read: a value for every slot that is there. */
export interface FlatTable {
  readonly shape: Shape
  readonly at: number
  readonly view: DataView
  readonly values: readonly (FlatValue | undefined)[]
}

/** The whole number of a field, signed; `absent` where it is not there. */
export function wholeOf({ values, view }: FlatTable, slot: number, absent: number): number {
  const value = values[slot]
  if (value?.kind !== 'number') return absent
  if (value.size === 1) return view.getInt8(value.at)
  return value.size === 2 ? view.getInt16(value.at, true) : view.getInt32(value.at, true)
}

/** How many numbers a vector has, none where it is not there. */
export function countOf({ values }: FlatTable, slot: number): number {
  const value = values[slot]
  return value?.kind === 'numbers' ? value.count : 0
}

/** One number of a vector of 32-bit numbers, without a sign; it must be among them. */
export function word({ values, view }: FlatTable, slot: number, index: number): number {
  const value = values[slot]
  if (value?.kind !== 'numbers') throw new RangeError('There is no such vector')
  return view.getUint32(value.at + index * value.size, true)
}

/** The tables of a field: none, one or a vector of them. */
export function tablesOf({ values }: FlatTable, slot: number): readonly FlatTable[] {
  const value = values[slot]
  return value?.kind === 'tables' ? value.tables : []
}

/** The texts of a field, one or a vector of them, undecoded. */
export function textsOf({ values }: FlatTable, slot: number): readonly Uint8Array[] {
  const value = values[slot]
  if (value?.kind === 'text') return [value.bytes]
  return value?.kind === 'texts' ? value.texts : []
}
