import type { StoredNumbers, StoredValues } from '../pages/stored-values.ts'
import type { Order } from './order-of.ts'

/** The least and the greatest of values, as they are stored; undefined where there is none, NaN left out. */
export interface Extremes {
  low: Extreme | undefined
  high: Extreme | undefined
}

export type Extreme = number | bigint | Uint8Array

/** Widens extremes by values: by those alone that are marked 1, where some are. */
export function widen(extremes: Extremes, values: StoredValues, order: Order, marked?: Uint8Array): void {
  if (values.is === 'bytes') widenBytes(extremes, values, order, marked)
  else if (values.numbers instanceof BigInt64Array || values.numbers instanceof BigUint64Array)
    widenWhole(extremes, order === 'unsigned' ? unsigned64(values.numbers) : values.numbers, marked)
  else widenNumbers(extremes, order === 'unsigned' ? unsigned32(values.numbers) : values.numbers, marked)
}

const unsigned64 = ({ buffer, byteOffset, length }: BigInt64Array | BigUint64Array) =>
  new BigUint64Array(buffer, byteOffset, length)

const unsigned32 = (numbers: Exclude<StoredNumbers, BigInt64Array | BigUint64Array>) =>
  numbers instanceof Int32Array ? new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length) : numbers

function widenNumbers(
  extremes: Extremes,
  numbers: Exclude<StoredNumbers, BigInt64Array | BigUint64Array>,
  marked: Uint8Array | undefined,
): void {
  let low = typeof extremes.low === 'number' ? extremes.low : Number.POSITIVE_INFINITY
  let high = typeof extremes.high === 'number' ? extremes.high : Number.NEGATIVE_INFINITY
  let isKnown = extremes.low !== undefined
  for (let i = 0; i < numbers.length; i++) {
    if (marked && marked[i] !== 1) continue
    const value = numbers[i] ?? Number.NaN
    if (value <= low) low = value
    if (value >= high) high = value
  }
  isKnown ||= low <= high
  if (isKnown) Object.assign(extremes, { low, high })
}

function widenWhole(extremes: Extremes, numbers: BigInt64Array | BigUint64Array, marked: Uint8Array | undefined): void {
  let [lowest, highest] = [-1, -1]
  for (let i = 0; i < numbers.length; i++) {
    if (marked && marked[i] !== 1) continue
    if (lowest < 0) lowest = highest = i
    else if ((numbers[i] ?? 0n) < (numbers[lowest] ?? 0n)) lowest = i
    else if ((numbers[i] ?? 0n) > (numbers[highest] ?? 0n)) highest = i
  }
  const [low, high] = [numbers[lowest], numbers[highest]]
  if (low === undefined || high === undefined) return
  if (typeof extremes.low !== 'bigint' || low < extremes.low) extremes.low = low
  if (typeof extremes.high !== 'bigint' || high > extremes.high) extremes.high = high
}

function widenBytes(
  extremes: Extremes,
  { bytes, starts, ends, length }: Extract<StoredValues, { is: 'bytes' }>,
  order: Order,
  marked: Uint8Array | undefined,
): void {
  let [lowest, highest] = [-1, -1]
  const compare = comparing(order)
  for (let i = 0; i < length; i++) {
    if (marked && marked[i] !== 1) continue
    const [start, end] = [starts[i] ?? 0, ends[i] ?? 0]
    if (order === 'halves' && isHalfNan(bytes, start)) continue
    if (lowest < 0) lowest = highest = i
    else if (compare(bytes, start, end, bytes, starts[lowest] ?? 0, ends[lowest] ?? 0) < 0) lowest = i
    else if (compare(bytes, start, end, bytes, starts[highest] ?? 0, ends[highest] ?? 0) > 0) highest = i
  }
  if (lowest < 0) return
  const [low, high] = [bytes.slice(starts[lowest], ends[lowest]), bytes.slice(starts[highest], ends[highest])]
  const { low: least, high: greatest } = extremes
  if (!(least instanceof Uint8Array) || compareBytes(low, least, order) < 0) extremes.low = low
  if (!(greatest instanceof Uint8Array) || compareBytes(high, greatest, order) > 0) extremes.high = high
}

/** Compares two values of bytes in an order: below 0 where the first is less. */
export const compareBytes = (a: Uint8Array, b: Uint8Array, order: Order): number =>
  comparing(order)(a, 0, a.length, b, 0, b.length)

type Compare = (
  a: Uint8Array,
  startOfA: number,
  endOfA: number,
  b: Uint8Array,
  startOfB: number,
  endOfB: number,
) => number

const comparing = (order: Order): Compare =>
  order === 'decimals' ? signedBytes : order === 'halves' ? halves : unsignedBytes

/** Byte by byte, the shorter first. */
const unsignedBytes: Compare = (a, startOfA, endOfA, b, startOfB, endOfB) => {
  const [sizeOfA, sizeOfB] = [endOfA - startOfA, endOfB - startOfB]
  const size = sizeOfA < sizeOfB ? sizeOfA : sizeOfB
  for (let i = 0; i < size; i++) {
    const difference = (a[startOfA + i] ?? 0) - (b[startOfB + i] ?? 0)
    if (difference !== 0) return difference
  }
  return sizeOfA - sizeOfB
}

/** Two's complement of one length, its first byte the greatest. */
const signedBytes: Compare = (a, startOfA, endOfA, b, startOfB, endOfB) => {
  const signs = ((a[startOfA] ?? 0) ^ 0x80) - ((b[startOfB] ?? 0) ^ 0x80)
  return signs !== 0 ? signs : unsignedBytes(a, startOfA, endOfA, b, startOfB, endOfB)
}

/** IEEE 754 binary16, little endian: as integers the order is that of the numbers, but for the sign; both zeros are one. */
const halves: Compare = (a, startOfA, _, b, startOfB) => rankOfHalf(a, startOfA) - rankOfHalf(b, startOfB)

function rankOfHalf(bytes: Uint8Array, at: number): number {
  const bits = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
  return bits & 0x8000 ? -(bits & 0x7fff) : bits
}

const isHalfNan = (bytes: Uint8Array, at: number): boolean =>
  (((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)) & 0x7fff) > 0x7c00
