import type { SchemaElement } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import type { DataPage } from '../../../src/tables/parquet/pages/data-page.ts'
import type { StoredNumbers, StoredValues } from '../../../src/tables/parquet/pages/stored-values.ts'
import { contradiction } from '../../../src/tables/parquet/statistics/contradiction.ts'
import { startObserver } from '../../../src/tables/parquet/statistics/observed.ts'
import { orderOf } from '../../../src/tables/parquet/statistics/order-of.ts'

type Claims = Parameters<typeof contradiction>[0]

const numbers = (numbers: StoredNumbers): StoredValues => ({ is: 'numbers', length: numbers.length, numbers })
const bytes = (...values: readonly (readonly number[])[]): StoredValues => ({
  is: 'bytes',
  length: values.length,
  bytes: Uint8Array.from(values.flat()),
  starts: Int32Array.from(values, (_, i) => values.slice(0, i).flat().length),
  ends: Int32Array.from(values, (_, i) => values.slice(0, i + 1).flat().length),
})
const page = (values: StoredValues, ids?: Uint32Array): DataPage => {
  const rows = ids?.length ?? values.length
  return { rows, present: undefined, filled: rows, values, ids, isStored: false, release: () => {} }
}

function said(element: Partial<SchemaElement>, claims: Claims, ...pages: readonly DataPage[]) {
  const all = { name: 'c', ...element }
  const observer = startObserver(orderOf(all))
  for (const each of pages) observer.add(each)
  return contradiction(claims, observer.observed(), all)
}

const BELOW = 'a value is below its min_value'
const ABOVE = 'a value is above its max_value'
const INEXACT = 'min_value is said to be exact, and no value is it'
const exact = { is_min_value_exact: true, is_max_value_exact: true }

describe('floating point', () => {
  const element = { type: 'DOUBLE' as const }
  const values = page(numbers(Float64Array.of(-0, Number.NaN, 0, 1.5)))
  it('takes both zeros for one, and NaN to be within any bounds', () => {
    for (const zero of [0, -0])
      expect(said(element, { min_value: zero, max_value: 1.5, ...exact }, values)).toBe(undefined)
    expect(said(element, { min_value: Number.NaN, max_value: Number.NaN }, values)).toBe(undefined)
    expect(said(element, { min_value: 1, max_value: 2 }, page(numbers(Float64Array.of(Number.NaN))))).toBe(undefined)
  })
  it('holds infinities to the bounds', () => {
    const infinite = page(numbers(Float64Array.of(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)))
    expect(said(element, { min_value: -1e308 }, infinite)).toBe(BELOW)
    expect(said(element, { max_value: 1e308 }, infinite)).toBe(ABOVE)
  })
  it('of 16 bits compares the numbers', () => {
    const half = { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 2, logical_type: { type: 'FLOAT16' } } as const
    // 1.5, -2, NaN, -0
    const halves = page(bytes([0x00, 0x3e], [0x00, 0xc0], [0x01, 0x7e], [0x00, 0x80]))
    expect(said(half, { min_value: -2, max_value: 1.5, ...exact }, halves)).toBe(undefined)
    expect(said(half, { min_value: -1.5 }, halves)).toBe(BELOW)
    expect(said(half, { max_value: 1 }, halves)).toBe(ABOVE)
  })
})

describe('whole numbers', () => {
  it('differ by one, however large', () => {
    const values = page(numbers(BigInt64Array.of(2n ** 53n + 1n, -(2n ** 62n))))
    const element = { type: 'INT64' as const }
    expect(said(element, { min_value: -(2n ** 62n), max_value: 2n ** 53n + 1n, ...exact }, values)).toBe(undefined)
    expect(said(element, { max_value: 2n ** 53n }, values)).toBe(ABOVE)
    expect(said(element, { min_value: -(2n ** 62n) + 1n }, values)).toBe(BELOW)
  })
  it('without a sign are compared without, and their old bounds are nobody’s word', () => {
    const unsigned = { type: 'INT32', converted_type: 'UINT_32' } as const
    const values = page(numbers(Int32Array.of(-1, 5)))
    expect(said(unsigned, { min_value: 5, max_value: 2 ** 32 - 1, ...exact }, values)).toBe(undefined)
    expect(said(unsigned, { max_value: 5 }, values)).toBe(ABOVE)
    expect(said(unsigned, { min: 7, max: 6 }, values)).toBe(undefined)
    const wide = { type: 'INT64', logical_type: { type: 'INTEGER', bitWidth: 64, isSigned: false } } as const
    expect(
      said(wide, { min_value: 5n, max_value: 2n ** 64n - 1n, ...exact }, page(numbers(BigInt64Array.of(-1n, 5n)))),
    ).toBe(undefined)
  })
  it('that are decimals are compared as such', () => {
    const decimal = { type: 'INT32', converted_type: 'DECIMAL', scale: 2 } as const
    const values = page(numbers(Int32Array.of(150, -275)))
    expect(said(decimal, { min_value: -2.75, max_value: 1.5, ...exact }, values)).toBe(undefined)
    expect(said(decimal, { min_value: -2.74 }, values)).toBe(BELOW)
  })
})

describe('bytes', () => {
  const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const
  it('are compared one by one without a sign, the shorter first', () => {
    const values = page(bytes([0x61], [0xc3, 0xbc], [0x61, 0x00]))
    const bounds = { min_value: Uint8Array.of(0x61), max_value: Uint8Array.of(0xc3, 0xbc) }
    expect(said(text, { ...bounds, ...exact }, values)).toBe(undefined)
    expect(said(text, { ...bounds, min_value: Uint8Array.of(0x61, 0) }, values)).toBe(BELOW)
    expect(said(text, { ...bounds, max_value: Uint8Array.of(0xc3) }, values)).toBe(ABOVE)
    expect(said(text, { ...bounds, min_value: Uint8Array.of(0x60), ...exact }, values)).toBe(INEXACT)
  })
  it('that are decimals have a sign', () => {
    const decimal = { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 2, converted_type: 'DECIMAL', scale: 1 } as const
    const values = page(bytes([0xff, 0xff], [0x00, 0x05]))
    expect(said(decimal, { min_value: -0.1, max_value: 0.5, ...exact }, values)).toBe(undefined)
    expect(said(decimal, { max_value: 0.4 }, values)).toBe(ABOVE)
  })
  it('of types without an order have no bounds', () => {
    const values = page(bytes([9]))
    const claims = { min_value: Uint8Array.of(10), max_value: Uint8Array.of(0) }
    expect(said({ type: 'BYTE_ARRAY', logical_type: { type: 'GEOMETRY' } }, claims, values)).toBe(undefined)
    expect(said({ type: 'FIXED_LEN_BYTE_ARRAY', converted_type: 'INTERVAL' }, claims, values)).toBe(undefined)
  })
})

describe('a dictionary', () => {
  it('may hold more than is used', () => {
    const values = numbers(Int32Array.of(5, 100, 7))
    const element = { type: 'INT32' as const }
    const used = page(values, Uint32Array.of(0, 2, 2))
    expect(said(element, { min_value: 5, max_value: 7, ...exact }, used)).toBe(undefined)
    expect(said(element, { max_value: 6 }, used)).toBe(ABOVE)
    expect(said(element, { max_value: 7 }, used, page(numbers(Int32Array.of(8))))).toBe(ABOVE)
  })
})
