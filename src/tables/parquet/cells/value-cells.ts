import type { Cells, Codes, Hashes } from '../../../core/tables/batch.ts'
import { hashTexts } from '../../../core/tables/hash-texts.ts'
import type { Reader } from '../../../core/tables/types/define-type.ts'
import type { ParquetColumn } from '../columns-of.ts'
import { numberOf } from './number-of.ts'
import type { NumberedTexts } from './numbered-texts.ts'

/** Cells of values of any kind; null and undefined are none. */
export function valueCells(
  { text: written, isDate }: Pick<ParquetColumn, 'text' | 'isDate'>,
  values: ArrayLike<unknown>,
  numbered: NumberedTexts,
): Cells {
  const rows = values.length
  const read = new Map<Reader, Float64Array>()
  let hashes: Hashes | undefined
  let coded: { readonly codes: Codes | undefined } | undefined
  const text = (row: number) => written(values[row])
  return {
    empty: Uint8Array.from({ length: rows }, (_, row) => (isEmpty(values[row]) ? 1 : 0)),
    text,
    values(reader) {
      const numbers = read.get(reader) ?? Float64Array.from({ length: rows }, (_, row) => valueAt(row, reader))
      read.set(reader, numbers)
      return numbers
    },
    get codes() {
      coded ??= { codes: numbered.code(rows, keyAt, text) }
      return coded.codes
    },
    get hashes() {
      hashes ??= hashTexts(rows, text)
      return hashes
    },
  }

  function keyAt(row: number): unknown {
    const value = values[row]
    return typeof value === 'object' ? written(value) : (value ?? '')
  }

  function valueAt(row: number, reader: Reader): number {
    const value = values[row]
    if (isEmpty(value)) return Number.NaN
    return knownNumber(value, isDate, reader) ?? reader.read(written(value))
  }
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (value instanceof Uint8Array && value.length === 0)

function knownNumber(value: unknown, isDate: boolean, { form }: Reader): number | undefined {
  if (value instanceof Date) return numberOf('time', value.getTime(), isDate, form)
  if (typeof value === 'number') return numberOf('number', value, isDate, form)
  return typeof value === 'bigint' ? numberOf('whole', Number(value), isDate, form) : undefined
}
