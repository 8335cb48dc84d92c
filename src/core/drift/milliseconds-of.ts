import { ISO } from '../tables/temporal/format.ts'
import { instant } from '../tables/temporal/instant.ts'

/** A code of `-`, which stands after the year. */
const HYPHEN = 45

/** Milliseconds since 1970 of a date or a time stamp as ISO 8601 writes them, without an offset taken as UTC; NaN for anything else. */
export function millisecondsOf(cell: string): number {
  if (cell.charCodeAt(4) !== HYPHEN) return Number.NaN
  const fields = (ISO.date.exec(cell) ?? ISO.timestamp.exec(cell))?.groups
  return fields ? instant(fields) : Number.NaN
}
