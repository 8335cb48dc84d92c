import type { Batch, Cells, Codes, Hashes } from '../../core/tables/batch.ts'
import { hashTexts } from '../../core/tables/hash-texts.ts'
import type { Overflow } from '../../core/tables/overflow.ts'
import type { CommonForm, Reader } from '../../core/tables/types/define-type.ts'
import type { ColumnText } from './column-text.ts'
import type { ParquetColumn } from './columns-of.ts'

/** Different values of a column that are told apart by numbers, and rows after which many of them are too many. */
const MAX_CODES = 1024
const TRIAL = 512
/** Whole numbers up to here, and no further, are written without an exponent and read again as they were. */
const MAX_WHOLE = 1e15

/** Years of four digits. */
const FIRST_TIME = Date.parse('0000-01-01T00:00:00Z')
const LAST_TIME = Date.parse('9999-12-31T23:59:59.999Z')

/** Values of a column; undefined of one that nobody should ask for. */
export interface ColumnValues extends Pick<ParquetColumn, 'text' | 'isDate'> {
  readonly values: ArrayLike<unknown> | undefined
}

/** Makes batches of rows held by column. A row's place is its number, from 1. */
export function columnBatches(width: number, overflow: Overflow | undefined) {
  const known = Array.from({ length: width }, numberedTexts)
  return (columns: readonly ColumnValues[], from: number, rows: number, firstPlace: number): Batch => {
    const asked = new Map<number, Cells>()
    return {
      rows,
      overflow,
      places: Float64Array.from({ length: rows }, (_, row) => firstPlace + row),
      cells(index) {
        const cells = asked.get(index) ?? columnCells(columns[index], from, rows, known[index])
        asked.set(index, cells)
        return cells
      },
    }
  }
}

function columnCells(
  column: ColumnValues | undefined,
  from: number,
  rows: number,
  numbered: NumberedTexts | undefined,
): Cells {
  if (!column?.values) throw new Error('A column was measured that was not read')
  const { values, text: written, isDate } = column
  const read = new Map<Reader, Float64Array>()
  let hashes: Hashes | undefined
  let coded: { readonly codes: Codes | undefined } | undefined
  const text = (row: number) => written(values[from + row])
  return {
    empty: Uint8Array.from({ length: rows }, (_, row) => (isEmpty(values[from + row]) ? 1 : 0)),
    text,
    values(reader) {
      const numbers = read.get(reader) ?? Float64Array.from({ length: rows }, (_, row) => valueAt(row, reader))
      read.set(reader, numbers)
      return numbers
    },
    get codes() {
      coded ??= { codes: numbered?.code(values, from, rows, written) }
      return coded.codes
    },
    get hashes() {
      hashes ??= hashTexts(rows, text)
      return hashes
    },
  }

  function valueAt(row: number, reader: Reader): number {
    const value = values[from + row]
    if (isEmpty(value)) return Number.NaN
    return numberOf(value, reader.form, isDate) ?? reader.read(written(value))
  }
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (value instanceof Uint8Array && value.length === 0)

/** What a reader of the form reads of the value's text, where that is the value itself. */
function numberOf(value: unknown, form: CommonForm | undefined, isDate: boolean): number | undefined {
  if (value instanceof Date) {
    const time = value.getTime()
    // Times are written with their offset, Z, and days without.
    const isRead = isDate ? form?.is === 'day' && form.zoned !== true : form?.is === 'time' && form.zoned !== false
    return isRead && time >= FIRST_TIME && time <= LAST_TIME ? time : undefined
  }
  if (form?.is === 'decimal' && typeof value === 'number' && Number.isFinite(value)) return value + 0
  if (form?.is === 'decimal' || form?.is === 'whole') {
    const number = typeof value === 'bigint' ? Number(value) : value
    const isSmall = typeof number === 'number' && Number.isInteger(number) && Math.abs(number) <= MAX_WHOLE
    return isSmall ? number + 0 : undefined
  }
  return undefined
}

interface NumberedTexts {
  code(values: ArrayLike<unknown>, from: number, rows: number, written: ColumnText): Codes | undefined
}

/** Numbers the texts of a column from batch to batch, until they are many; 0 is the empty one. */
function numberedTexts(): NumberedTexts {
  const texts = ['']
  const numbers = new Map<unknown, number>([['', 0]])
  let asked = 0
  let isFull = false
  return {
    code(values, from, rows, written) {
      const of = new Uint32Array(rows)
      for (let row = 0; row < rows && !isFull; row++) {
        const value = values[from + row]
        const key = typeof value === 'object' ? written(value) : (value ?? '')
        let number = numbers.get(key)
        if (number === undefined) {
          number = texts.push(written(value)) - 1
          numbers.set(key, number)
          isFull = number >= MAX_CODES || (asked + row < TRIAL && number > TRIAL / 2)
        }
        of[row] = number
      }
      asked += rows
      return isFull ? undefined : { of, texts }
    },
  }
}
