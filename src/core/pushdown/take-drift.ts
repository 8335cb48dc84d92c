import { finiteNumber } from '../drift/cell.ts'
import type { ColumnState } from '../drift/measures/column-state.ts'
import { instantOf } from '../drift/instant-of.ts'
import { find } from '../drift/measures/found.ts'
import { LAST_LOT } from '../drift/measures/lots.ts'
import type { NumberSample } from '../drift/measures/number-sample.ts'
import { countValue } from '../drift/measures/value-counts.ts'
import type { Asked } from '../tables/measures/asked.ts'
import type { Measure } from '../tables/measures/measure.ts'
import { countGroups } from './count-groups.ts'
import type { NumbersFound } from './count-numbers.ts'
import { drawValues } from './draw-values.ts'
import { foldGroups, type Group } from './groups.ts'
import { fill, isEmpty, numberLiteral, textLiteral, textOf, written } from './sql.ts'
import type { Asking } from './statement.ts'
import type { Survey } from './survey.ts'
import { columnAt, keyOf, type TableThere } from './table-there.ts'
import type { Taken } from './take-measures.ts'
import { finite } from './value-of.ts'

export type OfDrift = Extract<Asked, { readonly is: 'drift' }>
type Reads = (text: string) => number

const numberIn: Reads = text => finiteNumber(text) ?? Number.NaN

/** A column of few different cells: each is sorted as it would be in a file; the numbers and times are drawn by the same lots. */
export function* driftOfFew(
  there: TableThere,
  measure: Measure<unknown>,
  { column: { index }, size }: OfDrift,
  groups: readonly Group[],
): Asking<Taken> {
  const state = foldGroups(measure, groups)
  if (!isColumnState(state)) throw new Error('A measure of drift has another state')
  const sample = yield* sampleOf(there, index, size, groups, numberIn)
  const instants = yield* sampleOf(there, index, size, groups, instantOf)
  if (!sample || !instants) return { untaken: noKey(there, index, size) }
  return { state: { ...state, sample, instants } }
}

function* sampleOf(
  there: TableThere,
  index: number,
  size: number,
  groups: readonly Group[],
  read: Reads,
): Asking<NumberSample | undefined> {
  const counted = groups.map(({ cells, count }) => [read(cells[index] ?? ''), count] as const)
  const among = counted.reduce((sum, [value, count]) => sum + (Number.isNaN(value) ? 0 : count), 0)
  if (among <= size) return sampled(counted, LAST_LOT)
  const { column, name } = columnAt(there, index)
  const wanted = groups.filter((_, i) => !Number.isNaN(counted[i]?.[0]))
  // Where all cells are such, they need not be named.
  const where =
    column.kind === 'text'
      ? `${name} IN (${wanted.map(({ raw }) => textLiteral(there.dialect, raw.get(index) ?? '')).join(', ')})`
      : (finiteOnly(there, index) ?? `NOT ${isEmpty(column, name)}`)
  const drawn = yield* drawValues(there, index, { size, among, where, isMany: false })
  return drawn && sampled(drawn.cells.map(([cell, count]) => [read(textOf(column, cell)), count]), drawn.limit)
}

/** A column of many different numbers. */
export function* driftOfNumbers(
  there: TableThere,
  { rows, columns }: Survey,
  measure: Measure<unknown>,
  { column: { index }, known, size }: OfDrift,
  { n, low, high, sums }: NumbersFound,
): Asking<Taken> {
  const { column, name } = columnAt(there, index)
  const [sum, squares] = sums ?? []
  if (!sum || !squares) return { untaken: `The numbers of ${column.name} are too large or too small for their squares to be summed` }
  const where = finiteOnly(there, index) ?? `${name} IS NOT NULL`
  const drawn = yield* drawValues(there, index, { size, among: n, where, isMany: true })
  if (!drawn) return { untaken: noKey(there, index, size) }
  const filled = columns.get(index)?.filled ?? 0
  const others = filled > n ? yield* countGroups(there, [index], 16, `${name} IS NOT NULL AND NOT (${where})`) : []
  const state = foldGroups(measure, others ?? [])
  if (!isColumnState(state)) throw new Error('A measure of drift has another state')
  const numbers = known.flatMap(text => finiteNumber(text) ?? [])
  const told = numbers.length > 0 ? yield* countGroups(there, [index], numbers.length, isOneOf(there, index, numbers)) : []
  state.values.tooMany = true
  for (const { cells, count } of told ?? []) countValue(state.values, numberIn(cells[index] ?? ''), count, new Set(numbers))
  return {
    state: {
      ...state,
      rows,
      missing: rows - filled,
      moments: { n, low, high, sum, squares, isHuge: false },
      sample: sampled(drawn.cells.map(([cell]) => [numberIn(textOf(column, cell)), 1]), drawn.limit),
    },
  }
}

const isOneOf = (there: TableThere, index: number, numbers: readonly number[]): string => {
  const { name } = columnAt(there, index)
  return `${fill(there.dialect.double, name)} IN (${numbers.map(number => numberLiteral(there.dialect, number)).join(', ')})`
}

/** What is true of finite numbers; undefined of a column that holds nothing else. */
function finiteOnly(there: TableThere, index: number): string | undefined {
  const { column, name } = columnAt(there, index)
  const value = finite(there.dialect, column.kind, fill(there.dialect.double, name))
  return value && `${value} IS NOT NULL`
}

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
    ...(isTime ? [] : [`substr(${name}, 1, 1) NOT IN (${CERTAIN.map(letter => textLiteral(dialect, letter)).join(', ')})`]),
    ...(known.length > 0 ? [`${text} IN (${known.map(each => textLiteral(dialect, each)).join(', ')})`] : []),
  ]
  const filled = columns.get(index)?.filled ?? 0
  const isFilled = `NOT ${isEmpty(column, name)}`
  const groups = told.length > 0 ? yield* countGroups(there, [index], limits.groups, `${isFilled} AND (${told.join(' OR ')})`) : []
  if (!groups) return { untaken: `${column.name} holds more than ${limits.groups} different texts that might be numbers or times` }
  const state = foldGroups(measure, groups)
  if (!isColumnState(state)) throw new Error('A measure of drift has another state')
  const rest = filled - groups.reduce((sum, { count }) => sum + count, 0)
  const place = yield* firstPlace(there, told.length > 0 ? `${isFilled} AND NOT (${told.join(' OR ')})` : isFilled)
  find(state.text, rest, place)
  find(state.texts.dropped, rest, place)
  state.missing += rows - filled
  const drawn = isTime ? yield* drawValues(there, index, { size, among: filled, where: isFilled, isMany: true }) : undefined
  if (isTime && !drawn) return { untaken: noKey(there, index, size) }
  const instants = drawn
    ? sampled(drawn.cells.map(([cell]) => [instantOf(textOf(column, cell)), 1]), drawn.limit)
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

/** A sample of so many of each value; NaN is none. */
function sampled(counted: readonly (readonly [value: number, count: number])[], limit: number): NumberSample {
  const values = counted.flatMap(([value, count]) => (Number.isNaN(value) ? [] : new Array<number>(count).fill(value)))
  return { values: Float64Array.from(values).sort(), lots: new Uint32Array(values.length), n: values.length, limit }
}

const noKey = (there: TableThere, index: number, size: number): string =>
  `${there.table.table} has more than ${size} rows of which ${columnAt(there, index).column.name} is drawn by lot, but no key that tells one from another`

const isColumnState = (state: unknown): state is ColumnState =>
  typeof state === 'object' && state !== null && 'moments' in state && 'texts' in state
