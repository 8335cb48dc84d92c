/** Letters of a JDK `DateTimeFormatter` pattern that are read, with the text they stand for. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['yyyy', '(?<year>[0-9]{4})'],
  ['uuuu', '(?<year>[0-9]{4})'],
  ['MM', '(?<month>[0-9]{2})'],
  ['M', '(?<month>[0-9]{1,2})'],
  ['dd', '(?<day>[0-9]{2})'],
  ['d', '(?<day>[0-9]{1,2})'],
  ['HH', '(?<hour>[0-9]{2})'],
  ['H', '(?<hour>[0-9]{1,2})'],
  ['mm', '(?<minute>[0-9]{2})'],
  ['m', '(?<minute>[0-9]{1,2})'],
  ['ss', '(?<second>[0-9]{2})'],
  ['s', '(?<second>[0-9]{1,2})'],
])

/** `Z`, `+02:00`, `+0200` or `+02`: the standard's own examples put `Z` for any of them, where the JDK is narrower. */
const OFFSET = '(?<offset>Z|[+-][0-9]{2}(?::?[0-9]{2})?)'
const TIME = '(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9}))?)?'
const DATE = '(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})'

/** What is taken where the contract gives no format: ISO 8601, extended. */
export const ISO = {
  date: new RegExp(`^${DATE}$`),
  timestamp: new RegExp(`^${DATE}[T ]${TIME}${OFFSET}?$`),
  time: new RegExp(`^${TIME}${OFFSET}?$`),
} as const

/**
 * A JDK `DateTimeFormatter` pattern as an expression with a group per field; undefined where it uses a letter that is
 * not read (names of months and days, halves of the day, eras, weeks, optional parts). `T` stands for itself without
 * quotes, as the standard's examples have it.
 */
export function temporalExpression(format: string): RegExp | undefined {
  const tokens = format.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']/g) ?? []
  if (tokens.join('') !== format) return undefined
  const sources = tokens.map(sourceOf)
  if (sources.includes(undefined)) return undefined
  try {
    return new RegExp(`^${sources.join('')}$`)
  } catch {
    return undefined
  }
}

function sourceOf(token: string): string | undefined {
  if (token === "''") return "'"
  if (token.startsWith("'")) return literal(token.slice(1, -1).replaceAll("''", "'"))
  if (/^S{1,9}$/.test(token)) return `(?<fraction>[0-9]{${token.length}})`
  if (/^([XxZ])\1*$/.test(token)) return OFFSET
  if (token === 'T' || /^[^A-Za-z[\]{}#]$/.test(token)) return literal(token)
  return FIELDS.get(token)
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
