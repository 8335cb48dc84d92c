import type { SchemaTree } from 'hyparquet'
import type { StoredValues } from '../pages/stored-values.ts'
import { TIMES_ROUNDED_DOWN } from './times-rounded-down.ts'
import type { Convert } from './value-reader.ts'

/** Converts the values of a column as hyparquet does, but for times, which are rounded down. */
export async function convertValues(path: SchemaTree[]): Promise<Convert> {
  const { convert, DEFAULT_PARSERS } = await import('hyparquet/src/convert.js')
  const element = path.at(-1)?.element
  if (!element?.type) throw new Error('a column is not in the schema')
  const decoder = {
    ...{ pathInSchema: [element.name], type: element.type, codec: 'UNCOMPRESSED' as const },
    ...{ element, schemaPath: path, compressors: {}, parsers: { ...DEFAULT_PARSERS, ...TIMES_ROUNDED_DOWN } },
  }
  return stored => convert(element.type === 'INT96' ? longs(stored) : raw(stored), decoder)
}

/** Values as hyparquet's decoder gives them, but with memory of their own. */
function raw(stored: StoredValues) {
  if (stored.is === 'numbers') return stored.numbers
  const { bytes, starts, ends, length } = stored
  return Array.from({ length }, (_, i) => bytes.slice(starts[i], ends[i]))
}

/** Whole numbers of 96 bits. */
function longs(stored: StoredValues): bigint[] {
  if (stored.is === 'numbers') return []
  const view = new DataView(stored.bytes.buffer, stored.bytes.byteOffset, stored.bytes.byteLength)
  return Array.from(
    stored.starts,
    start => (BigInt(view.getInt32(start + 8, true)) << 64n) | view.getBigInt64(start, true),
  )
}
