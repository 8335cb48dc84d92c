/** What numpy's memory safety rests on: how long an item is, and whether its bytes are pointers to objects. */
export interface Dtype {
  /** numpy's kind character: `f`, `i`, `u`, `b`, `c`, `S`, `U`, `V`, `O`, `M`, `m`. */
  readonly kind: string
  /** Bytes per item. */
  readonly itemsize: number
  readonly littleEndian: boolean
  readonly hasObject: boolean
  readonly fields: ReadonlyMap<string, Field> | undefined
  /** Of a type that is another one over and over. */
  readonly repeats?: { readonly dtype: Dtype; readonly times: number }
}

export interface Field {
  readonly offset: number
  readonly dtype: Dtype
}

/** Bytes of each fixed-size type; a number of the type string must agree. */
const SIZES: Readonly<Record<string, readonly number[]>> = {
  b: [1],
  i: [1, 2, 4, 8],
  u: [1, 2, 4, 8],
  f: [2, 4, 8, 12, 16],
  c: [8, 16, 24, 32],
  O: [4, 8],
  M: [8],
  m: [8],
}

const UTF32 = 4

/** The type a string such as `<f8`, `b1`, `U3` or `O8` names; undefined for every other spelling. */
export function parseDtype(text: string): Dtype | undefined {
  const [, order = '', kind = '', digits = ''] = /^([<>|=]?)([biufcSUVOMm?])(\d{0,9})$/.exec(text) ?? []
  const size = Number(digits)
  const littleEndian = order !== '>'
  const base = { littleEndian, hasObject: kind === 'O', fields: undefined }
  if (kind === '?') return digits === '' ? { ...base, kind: 'b', itemsize: 1 } : undefined
  if (kind === 'O' && digits === '') return { ...base, kind, itemsize: 8 }
  if (kind === 'S' || kind === 'V') return { ...base, kind, itemsize: size }
  if (kind === 'U') return { ...base, kind, itemsize: UTF32 * size }
  return SIZES[kind]?.includes(size) ? { ...base, kind, itemsize: size } : undefined
}

/** A record of fields; undefined where one does not fit into `itemsize` bytes, or shares bytes with one that holds objects. */
export function recordDtype(itemsize: number, fields: ReadonlyMap<string, Field>): Dtype | undefined {
  const all = [...fields.values()]
  if (!all.every(({ offset, dtype }) => offset >= 0 && offset + dtype.itemsize <= itemsize)) return undefined
  const hasObject = all.some(({ dtype }) => dtype.hasObject)
  if (hasObject && overlap(all)) return undefined
  return { kind: 'V', itemsize, littleEndian: true, hasObject, fields }
}

function overlap(fields: readonly Field[]): boolean {
  const inOrder = fields.toSorted((a, b) => a.offset - b.offset)
  return inOrder.some(
    ({ offset, dtype }, i) => offset + dtype.itemsize > (inOrder[i + 1]?.offset ?? Number.POSITIVE_INFINITY),
  )
}

/** A type repeated over a shape, as one item. */
export const repeatedDtype = (dtype: Dtype, shape: readonly number[]): Dtype => ({
  kind: 'V',
  itemsize: dtype.itemsize * itemCount(shape),
  littleEndian: true,
  hasObject: dtype.hasObject,
  fields: undefined,
  repeats: { dtype, times: itemCount(shape) },
})

/** Items of an array of this shape; Infinity or an inexact number where it is longer than any file. */
export const itemCount = (shape: readonly number[]): number =>
  shape.includes(0) ? 0 : shape.reduce((product, length) => product * length, 1)
