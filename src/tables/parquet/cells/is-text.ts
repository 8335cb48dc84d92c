import type { SchemaElement } from 'hyparquet'

const TEXTS: ReadonlySet<string | undefined> = new Set([undefined, 'UTF8', 'ENUM'])
const NO_TEXTS: ReadonlySet<string | undefined> = new Set(['GEOMETRY', 'GEOGRAPHY', 'UUID', 'VARIANT', 'DECIMAL'])

/** Whether a column's values are texts, or bytes that are read as such. */
export const isText = ({ type, converted_type, logical_type }: SchemaElement): boolean =>
  type === 'BYTE_ARRAY' && TEXTS.has(converted_type) && !NO_TEXTS.has(logical_type?.type)
