import type { PageHeader, SchemaElement } from 'hyparquet'
import { readHybrid } from './hybrid.ts'
import { readPlain, readValues } from './read-values.ts'
import { release } from './release.ts'
import type { StoredValues } from './stored-values.ts'

/** A column that is not nested, and how its pages are packed. */
export interface FlatColumn {
  readonly element: SchemaElement
  /** Unpacks bytes, which must come to this many. */
  unpack(bytes: Uint8Array, size: number): Uint8Array
}

/** The values of a page. */
export interface DataPage {
  readonly rows: number
  /** 1 of a row that has a value, 0 of one that is null; undefined where all have one. */
  readonly present: Uint8Array | undefined
  /** How many have a value. */
  readonly filled: number
  readonly values: StoredValues
  /** Of the rows that have a value, its index among the values; undefined where they are in the order of the rows. */
  readonly ids: Uint32Array | undefined
  /** Whether its values are where its bytes in the file are. */
  readonly isStored: boolean
  /** Gives its memory back. */
  release(): void
}

/** Decodes a page of data of at most so many rows. */
export async function dataPage(
  header: PageHeader,
  body: Uint8Array,
  { element, unpack }: FlatColumn,
  dictionary: StoredValues | undefined,
  most: number,
): Promise<DataPage> {
  const { data_page_header: first, data_page_header_v2: second } = header
  const told = header.type === 'DATA_PAGE' ? first : header.type === 'DATA_PAGE_V2' ? second : undefined
  if (!told) throw new Error('a page of an unknown kind')
  const { num_values: rows, encoding } = told
  if (!(rows >= 0 && rows <= most)) throw new Error(`a page of ${rows} rows where ${most} are left`)
  const nullable = element.repetition_type === 'OPTIONAL'
  const size = Number(header.uncompressed_page_size)
  let present: Uint8Array | undefined
  let page: Uint8Array
  let packed: Uint8Array
  if (second) {
    const levels = second.definition_levels_byte_length + second.repetition_levels_byte_length
    if (!(levels >= 0 && levels <= body.length && levels <= size)) throw new Error('a page of levels beyond its end')
    if (nullable) present = levelsOf(body, second.repetition_levels_byte_length, levels, rows)
    packed = body.subarray(levels)
    if (second.is_compressed && size > levels) packed = unpack(packed, size - levels)
    page = packed
  } else {
    page = unpack(body, size)
    let start = 0
    if (nullable) {
      const length = new DataView(page.buffer, page.byteOffset, page.byteLength).getUint32(0, true)
      start = 4 + length
      if (start > page.length) throw new Error('a page of levels beyond its end')
      present = levelsOf(page, 4, start, rows)
    }
    packed = page.subarray(start)
  }
  const filled = present ? countOnes(present) : rows
  if (filled === rows) {
    release(present)
    present = undefined
  }
  // Where nothing was unpacked, the bytes are those of the file, and others' too.
  const giveBack = (...parts: readonly (ArrayBufferView | undefined)[]) =>
    release(...parts.filter(part => part?.buffer !== body.buffer))
  if (!encoding?.endsWith('_DICTIONARY')) {
    const values = await readValues(element, encoding, packed, filled)
    const memory = memoryOf(values)
    // Of numbers there is a copy.
    if (memory.every(({ buffer }) => buffer !== page.buffer)) giveBack(page)
    const isStored = memory.some(({ buffer }) => buffer === body.buffer)
    return { rows, present, filled, values, ids: undefined, isStored, release: () => giveBack(present, ...memory) }
  }
  if (!dictionary) throw new Error('a page of a dictionary that is not there')
  const ids = idsOf(packed, filled, dictionary.length)
  giveBack(page)
  return { rows, present, filled, values: dictionary, ids, isStored: false, release: () => giveBack(present, ids) }
}

/** The memory of values. */
export const memoryOf = (values: StoredValues): ArrayBufferView[] =>
  values.is === 'numbers' ? [values.numbers] : [values.bytes, values.starts, values.ends]

/** The values of a page that others refer to. */
export function dictionaryPage(header: PageHeader, body: Uint8Array, { element, unpack }: FlatColumn): StoredValues {
  const count = header.dictionary_page_header?.num_values ?? -1
  const page = unpack(body, Number(header.uncompressed_page_size))
  if (!(count >= 0 && count <= 8 * page.length + 1)) throw new Error('a dictionary holds fewer values than it says')
  // Of a page that is not compressed the bytes are those of the file, and gone with the next.
  return readPlain(element, page.buffer === body.buffer ? page.slice() : page, count)
}

function levelsOf(bytes: Uint8Array, start: number, end: number, rows: number): Uint8Array {
  const levels = new Uint8Array(rows)
  readHybrid(bytes, start, end, 1, levels)
  return levels
}

function countOnes(levels: Uint8Array): number {
  let count = 0
  for (let row = 0; row < levels.length; row++) count += levels[row] ?? 0
  return count
}

function idsOf(bytes: Uint8Array, count: number, length: number): Uint32Array {
  const ids = new Uint32Array(count)
  const width = bytes[0] ?? 0
  // Of a dictionary of one value, some writers leave out the runs.
  if (count > 0 && width > 0) readHybrid(bytes, 1, bytes.length, width, ids)
  let greatest = 0
  for (let i = 0; i < count; i++) greatest = Math.max(greatest, ids[i] ?? 0)
  if (count > 0 && greatest >= length) throw new Error('a value that is not in its dictionary')
  return ids
}
