import { instantOf } from '../drift/instant-of.ts'
import { find } from '../drift/measures/found.ts'
import { LAST_LOT } from '../drift/measures/lots.ts'
import type { Measure } from '../tables/measures/measure.ts'
import { countGroups } from './count-groups.ts'
import { drawValues } from './draw-values.ts'
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
): Asking<Taken> {
  const { dialect, limits } = there
  const { column, name } = columnAt(there, index)
  const text = written(dialect, column, name)
  const isTime = column.kind === 'date' || column.kind === 'timestamp'
  const told = [
    ...(isTime
      ? []
      : [`substr(${name}, 1, 1) NOT IN (${CERTAIN.map(letter => textLiteral(dialect, letter)).join(', ')})`]),
    ...(known.length > 0 ? [`${text} IN (${known.map(each => textLiteral(dialect, each)).join(', ')})`] : []),
  ]
  const filled = columns.get(index)?.filled ?? 0
  const isFilled = `NOT ${isEmpty(column, name)}`
  const groups =
    told.length > 0 ? yield* countGroups(there, [index], limits.groups, `${isFilled} AND (${told.join(' OR ')})`) : []
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
    ? yield* drawValues(there, index, { size, among: filled, where: isFilled, isMany: true })
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

/** What begins neither a number nor a blank text, nor a date. */
const CERTAIN = [...'ABCDEFGHJKLMOPQRSTUVWXYZabcdefghjklmopqrstuvwxyz!"#$%&\'()*,/:;<=>?@[\\]^_`{|}~']

function* firstPlace(there: TableThere, where: string): Asking<number> {
  const key = keyOf(there)
  if (!key) return Number.POSITIVE_INFINITY
  const [answer = []] = yield {
    sql: `SELECT ${fill(there.dialect.text, `min(${key})`)} FROM ${there.from} WHERE ${where}`,
    purpose: 'the first row of a text',
    rows: 1,
  }
  return answer[0] == null ? Number.POSITIVE_INFINITY : Number(answer[0])
}
