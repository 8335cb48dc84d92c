import type { SchemaElement } from 'hyparquet'
import type { StoredNumbers } from '../pages/stored-values.ts'

/** A column of numbers, of which each value is one double or a whole number of 64 bits. */
export interface NumberForm {
  /** What a number stands for: itself, a whole number of 64 bits, a truth, milliseconds since 1970. */
  readonly is: 'number' | 'whole' | 'boolean' | 'time'
  /** The numbers that the stored ones stand for; where they are others, in memory that is given, or in new. */
  read(stored: StoredNumbers, into?: Float64Array): ReadNumbers
}

export interface ReadNumbers {
  readonly numbers: ArrayLike<number>
  /** Whole numbers, where some are beyond what a double holds. */
  readonly wide: BigInt64Array | BigUint64Array | undefined
}

/** How a column's values are numbers, as `convertValues` has them; undefined where they are not. */
export function numberForm(element: SchemaElement): NumberForm | undefined {
  const { type, converted_type, logical_type, scale = 0 } = element
  if (type === 'BOOLEAN') return { is: 'boolean', read: asStored }
  if (type === 'FLOAT' || type === 'DOUBLE') return converted_type ? undefined : { is: 'number', read: asStored }
  if (type !== 'INT32' && type !== 'INT64') return undefined
  if (converted_type === 'DECIMAL') return { is: 'number', read: (stored, into) => scaled(stored, 10 ** scale, into) }
  if (type === 'INT32') {
    if (converted_type === 'DATE') return { is: 'time', read: days }
    if (converted_type?.startsWith('TIMESTAMP') || logical_type?.type === 'TIMESTAMP') return undefined
    const isUnsigned =
      converted_type === 'UINT_32' ||
      (logical_type?.type === 'INTEGER' && logical_type.bitWidth === 32 && !logical_type.isSigned)
    return { is: 'number', read: isUnsigned ? unsigned : asStored }
  }
  if (converted_type === 'DATE') return undefined
  const unit = unitOf(element)
  if (unit !== undefined) return { is: 'time', read: (stored, into) => times(stored, unit, into) }
  const isUnsigned =
    converted_type === 'UINT_64' ||
    (logical_type?.type === 'INTEGER' && logical_type.bitWidth === 64 && !logical_type.isSigned)
  return { is: 'whole', read: (stored, into) => wholes(stored, isUnsigned, into) }
}

/** Units of a time in a millisecond; undefined where it is none. */
function unitOf({ converted_type, logical_type }: SchemaElement): number | undefined {
  if (converted_type === 'TIMESTAMP_MILLIS') return 1
  if (converted_type === 'TIMESTAMP_MICROS') return 1000
  if (converted_type || logical_type?.type !== 'TIMESTAMP') return undefined
  return logical_type.unit === 'NANOS' ? 1_000_000 : logical_type.unit === 'MICROS' ? 1000 : 1
}

type Words64 = BigInt64Array | BigUint64Array

const none: ReadNumbers = { numbers: new Float64Array(0), wide: undefined }

const is64 = (numbers: StoredNumbers): numbers is Words64 =>
  numbers instanceof BigInt64Array || numbers instanceof BigUint64Array

const memoryFor = (length: number, into: Float64Array | undefined): Float64Array =>
  into ? into.subarray(0, length) : new Float64Array(length)

const asStored = (numbers: StoredNumbers): ReadNumbers => (is64(numbers) ? none : { numbers, wide: undefined })

const unsigned = (numbers: StoredNumbers): ReadNumbers =>
  numbers instanceof Int32Array
    ? { numbers: new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length), wide: undefined }
    : none

function scaled(numbers: StoredNumbers, factor: number, into: Float64Array | undefined): ReadNumbers {
  const { numbers: whole } = is64(numbers) ? wholes(numbers, false, into) : asStored(numbers)
  const decimals = memoryFor(whole.length, into)
  for (let i = 0; i < decimals.length; i++) decimals[i] = (whole[i] ?? Number.NaN) / factor
  return { numbers: decimals, wide: undefined }
}

function days(numbers: StoredNumbers, into: Float64Array | undefined): ReadNumbers {
  const { numbers: all } = asStored(numbers)
  const times = memoryFor(all.length, into)
  for (let i = 0; i < times.length; i++) times[i] = (all[i] ?? Number.NaN) * 86_400_000
  return { numbers: times, wide: undefined }
}

const WORD = 2 ** 32

/** Whole numbers as the doubles nearest to them. */
function wholes(numbers: StoredNumbers, isUnsigned: boolean, into: Float64Array | undefined): ReadNumbers {
  if (!is64(numbers)) return none
  const { buffer, byteOffset, length } = numbers
  const words = new Uint32Array(buffer, byteOffset, 2 * length)
  const doubles = memoryFor(length, into)
  let isWide = false
  for (let i = 0; i < length; i++) {
    const high = words[2 * i + 1] ?? 0
    const value = (isUnsigned ? high : high | 0) * WORD + (words[2 * i] ?? 0)
    doubles[i] = value
    isWide ||= !Number.isSafeInteger(value)
  }
  const wide = isUnsigned ? new BigUint64Array(buffer, byteOffset, length) : numbers
  return { numbers: doubles, wide: isWide ? wide : undefined }
}

/** Times in milliseconds, rounded down, as a text of a time is read whose fraction is cut off. NaN where no calendar has them. */
function times(numbers: StoredNumbers, unit: number, into: Float64Array | undefined): ReadNumbers {
  if (!is64(numbers)) return none
  const words = new Int32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length)
  // The high word's share of the quotient and of what is left, none of which is rounded.
  const [share, left] = [Math.floor(WORD / unit), WORD % unit]
  const doubles = memoryFor(numbers.length, into)
  for (let i = 0; i < doubles.length; i++) {
    const high = words[2 * i + 1] ?? 0
    const rest = high * left + ((words[2 * i] ?? 0) >>> 0)
    const time = high * share + Math.floor(rest / unit)
    doubles[i] = Math.abs(time) <= LAST_TIME ? time : Number.NaN
  }
  return { numbers: doubles, wide: undefined }
}

/** Milliseconds that a `Date` may hold, either way. */
const LAST_TIME = 8.64e15
