import type { SchemaElement } from 'hyparquet'

/** How the least and the greatest value of a column are told. */
export type Order = 'numbers' | 'unsigned' | 'bytes' | 'decimals' | 'halves'

/** Logical types for which the format defines no order. */
const NONE: ReadonlySet<string | undefined> = new Set(['GEOMETRY', 'GEOGRAPHY', 'VARIANT', 'NULL'])

/** The order of a column's values (ColumnOrder TypeDefinedOrder of parquet.thrift); undefined where the format has none, or nobody writes it. */
export function orderOf({ type, converted_type, logical_type }: SchemaElement): Order | undefined {
  if (type === 'INT96' || converted_type === 'INTERVAL' || NONE.has(logical_type?.type)) return undefined
  const isDecimal = converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL'
  switch (type) {
    case 'INT32':
    case 'INT64':
      return isUnsigned(converted_type, logical_type) ? 'unsigned' : 'numbers'
    case 'BOOLEAN':
    case 'FLOAT':
    case 'DOUBLE':
      return 'numbers'
    case 'FIXED_LEN_BYTE_ARRAY':
      return isDecimal ? 'decimals' : logical_type?.type === 'FLOAT16' ? 'halves' : 'bytes'
    case 'BYTE_ARRAY':
      return isDecimal ? undefined : 'bytes'
    default:
      return undefined
  }
}

const isUnsigned = (converted: SchemaElement['converted_type'], logical: SchemaElement['logical_type']): boolean =>
  converted?.startsWith('UINT_') === true || (logical?.type === 'INTEGER' && !logical.isSigned)
