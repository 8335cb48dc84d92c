import type { SchemaElement } from 'hyparquet'
import { release } from '../pages/release.ts'
import type { StoredNumbers, StoredValues } from '../pages/stored-values.ts'

/** A column of numbers, of which each value is one double or a whole number of 64 bits. */
export interface NumberForm {
  /** What a number stands for: itself, a whole number of 64 bits, a truth, milliseconds since 1970. */
  readonly is: 'number' | 'whole' | 'boolean' | 'time'
  /** The numbers that the stored ones stand for. */
  read(stored: StoredValues): ReadNumbers
}

export interface ReadNumbers {
  readonly numbers: ArrayLike<number>
  /** Whole numbers, where some are beyond what a double holds. */
  readonly wide: BigInt64Array | BigUint64Array | undefined
  /** Gives memory back that is not the stored values'. */
  release?(): void
}

/** How a column's values are numbers, as hyparquet's `convert` has them; undefined where they are not. */
export function numberForm(element: SchemaElement): NumberForm | undefined {
  const { type, converted_type, logical_type, scale = 0 } = element
  if (type === 'BOOLEAN') return { is: 'boolean', read: asStored }
  if (type === 'FLOAT' || type === 'DOUBLE') return converted_type ? undefined : { is: 'number', read: asStored }
  if (type !== 'INT32' && type !== 'INT64') return undefined
  if (converted_type === 'DECIMAL') return { is: 'number', read: stored => scaled(stored, 10 ** scale) }
  if (type === 'INT32') {
    if (converted_type === 'DATE') return { is: 'time', read: stored => days(stored) }
    if (converted_type?.startsWith('TIMESTAMP') || logical_type?.type === 'TIMESTAMP') return undefined
    const isUnsigned =
      converted_type === 'UINT_32' ||
      (logical_type?.type === 'INTEGER' && logical_type.bitWidth === 32 && !logical_type.isSigned)
    return { is: 'number', read: isUnsigned ? unsigned : asStored }
  }
  if (converted_type === 'DATE') return undefined
  const unit = unitOf(element)
  if (unit !== undefined) return { is: 'time', read: stored => times(stored, unit) }
  const isUnsigned =
    converted_type === 'UINT_64' ||
    (logical_type?.type === 'INTEGER' && logical_type.bitWidth === 64 && !logical_type.isSigned)
  return { is: 'whole', read: stored => wholes(stored, isUnsigned) }
}

/** Units of a time in a millisecond; undefined where it is none. */
function unitOf({ converted_type, logical_type }: SchemaElement): number | undefined {
  if (converted_type === 'TIMESTAMP_MILLIS') return 1
  if (converted_type === 'TIMESTAMP_MICROS') return 1000
  if (converted_type || logical_type?.type !== 'TIMESTAMP') return undefined
  return logical_type.unit === 'NANOS' ? 1_000_000 : logical_type.unit === 'MICROS' ? 1000 : 1
}

const EMPTY = new Float64Array(0)
const none: ReadNumbers = { numbers: EMPTY, wide: undefined }

const own = (numbers: Float64Array, wide?: BigInt64Array | BigUint64Array): ReadNumbers => ({
  numbers,
  wide,
  release: () => release(numbers),
})

const numbersOf = (stored: StoredValues): StoredNumbers | undefined =>
  stored.is === 'numbers' && stored.length > 0 ? stored.numbers : undefined

const is64 = (numbers: StoredNumbers): numbers is BigInt64Array | BigUint64Array =>
  numbers instanceof BigInt64Array || numbers instanceof BigUint64Array

function asStored(stored: StoredValues): ReadNumbers {
  const numbers = numbersOf(stored)
  return numbers && !is64(numbers) ? { numbers, wide: undefined } : none
}

function unsigned(stored: StoredValues): ReadNumbers {
  const { numbers } = asStored(stored)
  return numbers instanceof Int32Array
    ? { numbers: new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length), wide: undefined }
    : none
}

function scaled(stored: StoredValues, factor: number): ReadNumbers {
  const numbers = numbersOf(stored)
  if (!numbers) return none
  const { numbers: whole } = is64(numbers) ? wholes(stored, false) : { numbers }
  return own(Float64Array.from(whole, value => value / factor))
}

function days(stored: StoredValues): ReadNumbers {
  return own(Float64Array.from(asStored(stored).numbers, day => day * 86_400_000))
}

const WORD = 2 ** 32

/** Whole numbers as the doubles nearest to them. */
function wholes(stored: StoredValues, isUnsigned: boolean): ReadNumbers {
  const numbers = numbersOf(stored)
  if (!numbers || !is64(numbers)) return none
  const { buffer, byteOffset, length } = numbers
  const words = new Uint32Array(buffer, byteOffset, 2 * length)
  const doubles = new Float64Array(length)
  let isWide = false
  for (let i = 0; i < length; i++) {
    const high = words[2 * i + 1] ?? 0
    const value = (isUnsigned ? high : high | 0) * WORD + (words[2 * i] ?? 0)
    doubles[i] = value
    isWide ||= !Number.isSafeInteger(value)
  }
  const wide = isUnsigned ? new BigUint64Array(buffer, byteOffset, length) : numbers
  return own(doubles, isWide ? wide : undefined)
}

/** Times in milliseconds, as a division of whole numbers gives them: cut off towards zero. NaN where no calendar has them. */
function times(stored: StoredValues, unit: number): ReadNumbers {
  const numbers = numbersOf(stored)
  if (!numbers || !is64(numbers)) return none
  const words = new Int32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length)
  // The high word's share of the quotient and of what is left, none of which is rounded.
  const [share, left] = [Math.floor(WORD / unit), WORD % unit]
  const doubles = new Float64Array(numbers.length)
  for (let i = 0; i < doubles.length; i++) {
    const high = words[2 * i + 1] ?? 0
    const rest = high * left + ((words[2 * i] ?? 0) >>> 0)
    const floor = Math.floor(rest / unit)
    const time = high * share + floor
    const cut = high < 0 && rest !== floor * unit ? time + 1 : time
    doubles[i] = Math.abs(cut) <= LAST_TIME ? cut + 0 : Number.NaN
  }
  return own(doubles)
}

/** Milliseconds that a `Date` may hold, either way. */
const LAST_TIME = 8.64e15
