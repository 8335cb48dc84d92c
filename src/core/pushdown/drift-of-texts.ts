import { instantOf } from '../drift/instant-of.ts'
import { find } from '../drift/measures/found.ts'
import { LAST_LOT } from '../drift/measures/lots.ts'
import type { Measure } from '../tables/measures/measure.ts'
import { countGroups } from './count-groups.ts'
import type { SqlDialect } from './dialect.ts'
import type { DrawOf } from './drift-draws.ts'
import { isColumnState, noKey, type OfDrift, sampled } from './drift-state.ts'
import { foldGroups } from './groups.ts'
import { fill, isEmpty, textLiteral, textOf, written } from './sql.ts'
import type { Asking } from './statement.ts'
import type { Survey } from './survey.ts'
import { columnAt, keyOf, type TableThere } from './table-there.ts'
import type { Taken } from './take-measures.ts'

/** A column of many different texts or times. Those of the other side are told apart; all others are texts, or times, and no more. */
export function* driftOfTexts(
  there: TableThere,
  { rows, columns }: Survey,
  measure: Measure<unknown>,
  { column: { index }, known, size }: OfDrift,
  draw: DrawOf,
): Asking<Taken> {
  const { dialect, limits } = there
  const { column, name } = columnAt(there, index)
  const text = written(dialect, column, name)
  const isTime = column.kind === 'date' || column.kind === 'timestamp'
  const told = [
    ...(isTime ? [] : [begins(dialect, name)]),
    ...(known.length > 0 ? [`${text} IN (${known.map(each => textLiteral(dialect, each)).join(', ')})`] : []),
  ]
  const filled = columns.get(index)?.filled ?? 0
  const isFilled = `NOT ${isEmpty(column, name)}`
  const groups =
    told.length > 0
      ? yield* countGroups(there, [index], limits.groups, { where: `${isFilled} AND (${told.join(' OR ')})` })
      : []
  if (!groups)
    return { untaken: `${column.name} holds more than ${limits.groups} different texts that might be numbers or times` }
  const state = foldGroups(measure, groups)
  if (!isColumnState(state)) throw new Error('A measure of drift has another state')
  const rest = filled - groups.reduce((sum, { count }) => sum + count, 0)
  const place = yield* firstPlace(there, told.length > 0 ? `${isFilled} AND NOT (${told.join(' OR ')})` : isFilled)
  find(state.text, rest, place)
  find(state.texts.dropped, rest, place)
  state.missing += rows - filled
  const drawn = isTime
    ? yield* draw(index, { size, among: filled, where: isFilled, isMany: true, keeps: cell => cell !== null })
    : undefined
  if (isTime && !drawn) return { untaken: noKey(there, index, size) }
  const instants = drawn
    ? sampled(
        drawn.cells.map(([cell, , lot]) => [instantOf(textOf(column, cell)), 1, lot]),
        filled <= size ? LAST_LOT : drawn.limit,
      )
    : state.instants
  return { state: { ...state, rows, ...(isTime ? { dates: filled, instants } : {}) } }
}

/** What is true of a text that may be a number, blank, or a time. */
const begins = (dialect: SqlDialect, name: string): string =>
  dialect.firstCode
    ? `${fill(dialect.firstCode, name)} NOT IN (${CERTAIN.map(letter => letter.charCodeAt(0)).join(', ')})`
    : `substr(${name}, 1, 1) NOT IN (${CERTAIN.map(letter => textLiteral(dialect, letter)).join(', ')})`

/** What begins neither a number nor a blank text, nor a date. */
const CERTAIN = [...'ABCDEFGHJKLMOPQRSTUVWXYZabcdefghjklmopqrstuvwxyz!"#$%&\'()*,/:;<=>?@[\\]^_`{|}~']

function* firstPlace(there: TableThere, where: string): Asking<number> {
  const key = keyOf(there)
  if (!key) return Number.POSITIVE_INFINITY
  const [answer = []] = yield {
    // An engine that knows where keys lie need not read all of them.
    sql: `SELECT ${fill(there.dialect.text, key)} FROM ${there.from} WHERE ${where} ORDER BY ${fill(there.dialect.sorted ?? '$', key)} LIMIT 1`,
    purpose: 'the first row of a text',
    rows: 1,
  }
  return answer[0] == null ? Number.POSITIVE_INFINITY : Number(answer[0])
}
