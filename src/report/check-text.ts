import type { Check, KeyCell, Location } from '../core/evidence.ts'
import { comparatorSign } from './comparator-sign.ts'
import { count, formatInterval, formatLimit, formatNumber, formatP, formatShare } from './numbers.ts'

/** What was measured, for a table cell: `0.8225 [0.7980, 0.8469]`, `12 rows (0.3 %)`. */
export function found({ measured }: Check): string {
  if (!measured) return ''
  const { value, unit, share, interval, adjustedPValue, pValue } = measured
  const p = adjustedPValue ?? pValue
  return [
    typeof value === 'number' ? withUnit(value, unit) : value === null ? 'nothing' : String(value),
    interval ? formatInterval(interval) : '',
    share === undefined || unit === 'percent' ? '' : `(${formatShare(share)})`,
    p === undefined ? '' : `p ${formatP(p)}`,
  ]
    .filter(part => part !== '')
    .join(' ')
}

/** What was asked for, for a table cell: `≥ 0.8000`. */
export function wanted({ required }: Check): string {
  if (!required) return ''
  const { comparator, value, unit } = required
  const sign = comparatorSign(comparator)
  const text = Array.isArray(value)
    ? value
        .map(item => (typeof item === 'number' ? formatLimit(item) : item))
        .join(comparator === 'between' ? ' and ' : ', ')
    : typeof value === 'number'
      ? withUnit(value, unit, formatLimit)
      : String(value)
  return `${sign} ${text}`
}

/** `applications.csv:17 (id '1042', age '-3')`. */
export function place(location: Location): string {
  const { file, line, note } = location
  const detail = [...cellTexts(location), note].filter(part => part !== undefined).join(', ')
  return `${file}${line === undefined ? '' : `:${line}`}${detail === '' ? '' : ` (${detail})`}`
}

/** What is known of the cells of a place: its key, then the one that the check is about, then the others. */
export function cellTexts({ column, value, key = [], cells = [] }: Location): string[] {
  const own = column !== undefined && value !== undefined ? `${column} ${quoted(value)}` : column
  const isKey = key.some(part => part.column === column)
  return [
    ...key.map(keyText),
    ...(own === undefined || isKey ? [] : [own]),
    ...cells.map(part => `${part.column} ${quoted(part.value)}`),
  ]
}

/** `id '1042'`, or `id #f8c41c72cd76` where it is hashed. */
export const keyText = (part: KeyCell): string =>
  `${part.column} ${'hash' in part ? `#${part.hash}` : quoted(part.value)}`

const SHOWN = 40
const quoted = (value: string) => `'${value.length > SHOWN ? `${value.slice(0, SHOWN).toWellFormed()}…` : value}'`

function withUnit(value: number, unit: string | undefined, format = formatNumber): string {
  if (unit === undefined) return format(value)
  if (unit === 'percent') return `${format(value)}\u202f%`
  return unit === 'rows' ? count(value, 'row') : `${format(value)} ${unit}`
}
