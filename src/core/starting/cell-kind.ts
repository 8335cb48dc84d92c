/** What a cell's text is, by its form alone. */
export type CellKind = 'integer' | 'number' | 'boolean' | 'date' | 'timestamp' | 'text'

const INTEGER = /^-?(0|[1-9]\d*)$/
const NUMBER = /^-?((0|[1-9]\d*)(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const TIME = /^[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)?$/

/**
 * The narrowest kind that holds the text. `007` is a text (a code, not a quantity), so are NaN and infinities; `true` and
 * `false` are booleans, days are ISO 8601 (2024-05-31), timestamps too (2024-05-31T08:15:00Z).
 */
export function cellKind(text: string): CellKind {
  if (Number.isFinite(Number(text))) {
    if (INTEGER.test(text)) return 'integer'
    if (NUMBER.test(text)) return 'number'
  }
  if (text === 'true' || text === 'false') return 'boolean'
  if (isDay(text)) return 'date'
  return isTimestamp(text) ? 'timestamp' : 'text'
}

/** The kind of a column with cells of both kinds. */
export function widerKind(one: CellKind, other: CellKind): CellKind {
  if (one === other) return one
  const numeric = (kind: CellKind) => kind === 'integer' || kind === 'number'
  return numeric(one) && numeric(other) ? 'number' : 'text'
}

function isDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text) ?? []
  if (year === undefined) return false
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}

const isTimestamp = (text: string): boolean => TIME.test(text.slice(10)) && isDay(text.slice(0, 10))
