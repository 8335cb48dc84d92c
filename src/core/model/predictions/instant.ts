import { finiteNumber } from './finite-number.ts'

const DATE = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?$/

/** A time as a number: as it stands, or a date of ISO 8601 in milliseconds, in UTC unless it says otherwise; or what is wrong with the cell. */
export function instant(cell: string): number | string {
  const text = cell.trim()
  if (!DATE.test(text)) return finiteNumber(cell) === 'not a number' ? 'no time' : finiteNumber(cell)
  const iso = text.replace(' ', 'T')
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(iso.slice(10))
  const milliseconds = Date.parse(iso.length > 10 && !hasZone ? `${iso}Z` : iso)
  return Number.isNaN(milliseconds) ? 'no time' : milliseconds
}
