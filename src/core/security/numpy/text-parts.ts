import type { Dtype } from './dtype.ts'

/** A text of fixed length within every item of an array. */
export interface TextPart {
  readonly offset: number
  /** In bytes. */
  readonly length: number
  /** UTF-32 of the array's byte order, or else bytes. */
  readonly wide: boolean
  readonly littleEndian: boolean
}

/** Parts of one item that are told apart; of more nobody writes texts. */
const MOST = 1000

/** The texts of an item, its own and those of its fields, in the order in which they stand. */
export function textParts(dtype: Dtype, offset = 0): TextPart[] {
  const { kind, itemsize, littleEndian, fields, repeats } = dtype
  if (kind === 'S' || kind === 'U')
    return itemsize === 0 ? [] : [{ offset, length: itemsize, wide: kind === 'U', littleEndian }]
  if (repeats) {
    const own = textParts(repeats.dtype)
    const times = own.length === 0 ? 0 : Math.min(repeats.times, MOST)
    return Array.from({ length: times }, (_, i) =>
      own.map(part => ({ ...part, offset: offset + i * repeats.dtype.itemsize + part.offset })),
    ).flat()
  }
  return [...(fields?.values() ?? [])].flatMap(field => textParts(field.dtype, offset + field.offset)).slice(0, MOST)
}
