import type { SchemaElement } from 'hyparquet'

/** The text that a CSV file would hold for a column's value. */
export type ColumnText = (value: unknown) => string

/** Whether a column's times are days. */
export const isDateColumn = ({ logical_type, converted_type }: SchemaElement): boolean =>
  logical_type?.type === 'DATE' || converted_type === 'DATE'

/** How values of a column are written: dates and times as ISO 8601, bytes in hexadecimal, lists and objects as JSON. */
export function columnText(element: SchemaElement): ColumnText {
  const isDate = isDateColumn(element)
  return value => {
    if (value === null || value === undefined) return ''
    // A time that no calendar has is a value all the same, and none of its type.
    if (value instanceof Date && Number.isNaN(value.getTime())) return String(value)
    if (value instanceof Date) return isDate ? value.toISOString().slice(0, 10) : value.toISOString()
    if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
    return typeof value === 'object' ? JSON.stringify(value, plain) : String(value)
  }
}

const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)
