import { ISO } from '../../tables/temporal/format.ts'
import { instant } from '../../tables/temporal/instant.ts'

/** Seconds since 1970 of this millennium, or milliseconds. */
const EPOCH = /^(\d{9,10}(?:\.\d{1,9})?|\d{12,13})$/

/** The milliseconds since 1970 that a cell names: ISO 8601, UTC where it gives no offset, or seconds or milliseconds; NaN for anything else. */
export function timeOf(cell: string): number {
  const text = cell.trim()
  if (EPOCH.test(text)) return text.length >= 12 && !text.includes('.') ? Number(text) : Math.round(Number(text) * 1000)
  const fields = (ISO.timestamp.exec(text) ?? ISO.date.exec(text))?.groups
  return fields ? instant(fields) : Number.NaN
}
