import type { Cells, Codes, Hashes } from '../../../core/tables/batch.ts'
import { hashTexts } from '../../../core/tables/hash-texts.ts'
import type { Reader } from '../../../core/tables/types/define-type.ts'
import type { ParquetColumn } from '../columns-of.ts'
import type { DataPage } from '../pages/data-page.ts'
import { type PageCursor, pageCursor } from '../pages/page-cursor.ts'
import type { StoredValues } from '../pages/stored-values.ts'
import { BATCH, type ColumnReader } from './column-reader.ts'
import type { NumberForm, ReadNumbers } from './number-form.ts'
import { numberOf, type Value } from './number-of.ts'
import { numberedTexts } from './numbered-texts.ts'

/** Reads a column of numbers, of which none becomes an object before somebody asks for its text. */
export function numberReader(
  { text: written, isDate }: Pick<ParquetColumn, 'text' | 'isDate'>,
  form: NumberForm,
): ColumnReader<AsyncIterable<DataPage>> {
  const numbers = new Float64Array(BATCH)
  const doubles = new Float64Array(BATCH)
  const empty = new Uint8Array(BATCH)
  const wide = form.is === 'whole' ? new BigInt64Array(BATCH) : undefined
  const numbered = numberedTexts()
  const memory = new Map<Reader, Float64Array>()
  let isWide = false
  let cursor: PageCursor | undefined
  let dictionary: { readonly stored: StoredValues; readonly read: ReadNumbers } | undefined
  return {
    open(pages) {
      cursor = pageCursor(pages)
    },
    async end() {
      await cursor?.end()
      dictionary = undefined
    },
    async next(rows) {
      isWide = false
      await cursor?.take(rows, fill)
      return cellsOf(rows)
    },
  }

  function fill({ present, ids, values }: DataPage, from: number, to: number, first: number, start: number): void {
    if (values.is !== 'numbers') throw new Error('a column of numbers holds bytes')
    if (ids && dictionary?.stored !== values) dictionary = { stored: values, read: form.read(values.numbers) }
    const own = ids ? undefined : form.read(values.numbers.subarray(first, first + to - from), doubles)
    const { numbers: all, wide: allWide } = own ?? dictionary?.read ?? { numbers: [], wide: undefined }
    isWide ||= allWide !== undefined
    let value = 0
    for (let row = from, at = start; row < to; row++, at++) {
      if (present && present[row] !== 1) {
        empty[at] = 1
        numbers[at] = Number.NaN
        continue
      }
      const i = ids ? (ids[first + value] ?? 0) : value
      value += 1
      empty[at] = 0
      numbers[at] = all[i] ?? Number.NaN
      if (wide && allWide) wide[at] = allWide[i] ?? 0n
    }
  }

  function valueAt(row: number): Value {
    const number = numbers[row] ?? Number.NaN
    if (empty[row] === 1) return null
    if (form.is === 'boolean') return number === 1
    if (form.is === 'time') return new Date(number)
    // What a double does not hold is in 64 bits.
    if (isWide && wide && !Number.isSafeInteger(number)) return wideAt(row, number)
    return number
  }

  function wideAt(row: number, number: number): bigint {
    const value = wide?.[row] ?? 0n
    return number > 0 ? BigInt.asUintN(64, value) : value
  }

  function cellsOf(rows: number): Cells {
    const read = new Map<Reader, Float64Array>()
    let hashes: Hashes | undefined
    let coded: { readonly codes: Codes | undefined } | undefined
    const text = (row: number) => written(valueAt(row))
    return {
      empty: empty.subarray(0, rows),
      text,
      values(reader) {
        const values = read.get(reader) ?? valuesOf(rows, reader)
        read.set(reader, values)
        return values
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
  }

  function valuesOf(rows: number, reader: Reader): Float64Array {
    const all = memory.get(reader) ?? new Float64Array(BATCH)
    memory.set(reader, all)
    const isPlain = form.is === 'number' && reader.form?.is === 'decimal'
    for (let row = 0; row < rows; row++) {
      const number = numbers[row] ?? Number.NaN
      // A finite number, and no place to lose its sign: read as it is.
      if (isPlain && number - number === 0) all[row] = number + 0
      else all[row] = empty[row] === 1 ? Number.NaN : readAt(row, number, reader)
    }
    return all.subarray(0, rows)
  }

  function readAt(row: number, number: number, reader: Reader): number {
    if (form.is === 'boolean') return reader.read(number === 1 ? 'true' : 'false')
    return numberOf(form.is, number, isDate, reader.form) ?? reader.read(written(valueAt(row)))
  }

  /** Texts are the same where keys are. */
  function keyAt(row: number): unknown {
    if (empty[row] === 1) return ''
    const number = numbers[row] ?? Number.NaN
    return isWide && !Number.isSafeInteger(number) ? valueAt(row) : number
  }
}
