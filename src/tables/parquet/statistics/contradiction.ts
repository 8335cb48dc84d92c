import type { ColumnMetaData, SchemaElement } from 'hyparquet'
import { compareBytes, type Extreme } from './extremes.ts'
import type { Observed } from './observed.ts'
import { type Order, orderOf } from './order-of.ts'

type Claims = NonNullable<ColumnMetaData['statistics']>

/**
 * What the footer says of a column's values that its pages do not bear out; undefined where it says nothing wrong. A bound may be wider than
 * the values, as of long texts, unless it is called exact. NaN is within any bounds, and both zeros are one. The old bounds (`min`, `max`)
 * count where their order was never in doubt: of signed numbers.
 */
export function contradiction(
  claims: Claims | undefined,
  observed: Observed,
  element: SchemaElement,
): string | undefined {
  if (!claims) return undefined
  const { null_count: nulls, distinct_count: distinct } = claims
  // Below 0 it says that it is not known.
  if (nulls !== undefined && nulls >= 0 && Number(nulls) !== observed.nulls)
    return `null_count is ${nulls}, and ${observed.nulls} of its ${observed.rows} rows are null`
  if (distinct !== undefined && Number(distinct) > observed.rows)
    return `distinct_count is ${distinct}, and it has ${observed.rows} rows`
  const order = orderOf(element)
  if (!order) return undefined
  const old = order === 'numbers'
  return (
    boundFault('least', claims.min_value ?? (old ? claims.min : undefined), observed.low, claims.is_min_value_exact) ??
    boundFault('greatest', claims.max_value ?? (old ? claims.max : undefined), observed.high, claims.is_max_value_exact)
  )

  function boundFault(
    end: 'least' | 'greatest',
    claim: unknown,
    found: Extreme | undefined,
    isExact: boolean | undefined,
  ): string | undefined {
    const name = end === 'least' ? 'min_value' : 'max_value'
    if (claim === undefined || found === undefined || order === undefined) return undefined
    const difference = compare(bound(claim), asClaimed(found, element), order)
    if (difference === undefined) return `${name} is no value of its type`
    if (end === 'least' ? difference > 0 : difference < 0)
      return `a value is ${end === 'least' ? 'below' : 'above'} its ${name}`
    return isExact && difference !== 0 ? `${name} is said to be exact, and no value is it` : undefined
  }
}

const bound = (claim: unknown): Extreme | undefined =>
  typeof claim === 'boolean'
    ? Number(claim)
    : typeof claim === 'number' || typeof claim === 'bigint' || claim instanceof Uint8Array
      ? claim
      : undefined

/** A value as hyparquet gives what the footer says: decimals divided by their scale. */
function asClaimed(value: Extreme, { converted_type, logical_type, scale = 0 }: SchemaElement): Extreme {
  if (value instanceof Uint8Array) {
    if (converted_type === 'DECIMAL') return decimalOf(value) / 10 ** scale
    return logical_type?.type === 'FLOAT16' ? halfOf(value) : value
  }
  return converted_type === 'DECIMAL' ? Number(value) / 10 ** scale : value
}

/** Below 0 where the first is less; undefined where they cannot be compared, and 0 where the bound is NaN, which bounds nothing. */
function compare(claim: Extreme | undefined, found: Extreme, order: Order): number | undefined {
  if (claim instanceof Uint8Array && found instanceof Uint8Array) return compareBytes(claim, found, order)
  if (claim === undefined || claim instanceof Uint8Array || found instanceof Uint8Array) return undefined
  return claim < found ? -1 : claim > found ? 1 : 0
}

function decimalOf(bytes: Uint8Array): number {
  let value = 0n
  for (const byte of bytes) value = value * 256n + BigInt(byte)
  return Number(BigInt.asIntN(8 * bytes.length, value))
}

function halfOf([low = 0, high = 0]: Uint8Array): number {
  const bits = (high << 8) | low
  const sign = bits & 0x8000 ? -1 : 1
  const [exponent, fraction] = [(bits >> 10) & 0x1f, bits & 0x3ff]
  if (exponent === 0) return sign * 2 ** -24 * fraction
  return exponent === 31 ? sign * Number.POSITIVE_INFINITY : sign * 2 ** (exponent - 15) * (1 + fraction / 1024)
}
