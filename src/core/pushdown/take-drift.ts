import { finiteNumber } from '../drift/cell.ts'
import { instantOf } from '../drift/instant-of.ts'
import { LAST_LOT } from '../drift/measures/lots.ts'
import type { NumberSample } from '../drift/measures/number-sample.ts'
import { countValue } from '../drift/measures/value-counts.ts'
import type { Measure } from '../tables/measures/measure.ts'
import { countGroups } from './count-groups.ts'
import type { NumbersFound } from './count-numbers.ts'
import type { DrawOf } from './drift-draws.ts'
import { isColumnState, noKey, numberIn, type OfDrift, sampled } from './drift-state.ts'
import { foldGroups, type Group } from './groups.ts'
import { fill, isEmpty, numberLiteral, textLiteral, textOf } from './sql.ts'
import type { Asking } from './statement.ts'
import type { Survey } from './survey.ts'
import { columnAt, type TableThere } from './table-there.ts'
import type { Taken } from './take-measures.ts'
import { finite } from './value-in-sql.ts'

type Reads = (text: string) => number

/** A column of few different cells: each is sorted as it would be in a file; the numbers and times are drawn by the same lots. */
export function* driftOfFew(
  there: TableThere,
  measure: Measure<unknown>,
  { column: { index }, size }: OfDrift,
  groups: readonly Group[],
  draw: DrawOf,
): Asking<Taken> {
  const state = foldGroups(measure, groups)
  if (!isColumnState(state)) throw new Error('A measure of drift has another state')
  const sample = yield* sampleOf(there, index, size, groups, numberIn, draw)
  const instants = yield* sampleOf(there, index, size, groups, instantOf, draw)
  if (!sample || !instants) return { untaken: noKey(there, index, size) }
  return { state: { ...state, sample, instants } }
}

function* sampleOf(
  there: TableThere,
  index: number,
  size: number,
  groups: readonly Group[],
  read: Reads,
  draw: DrawOf,
): Asking<NumberSample | undefined> {
  const counted = groups.map(({ cells, count }) => [read(cells[index] ?? ''), count] as const)
  const among = counted.reduce((sum, [value, count]) => sum + (Number.isNaN(value) ? 0 : count), 0)
  // Of samples that others are taken into, the lots have to be known even where all rows are kept.
  if (among === 0 || (among <= size && !there.keepsLots)) return sampled(counted, LAST_LOT)
  const { column, name } = columnAt(there, index)
  const wanted = groups.filter((_, i) => !Number.isNaN(counted[i]?.[0]))
  // Where all cells are such, they need not be named.
  const where =
    column.kind === 'text'
      ? `${name} IN (${wanted.map(({ raw }) => textLiteral(there.dialect, raw.get(index) ?? '')).join(', ')})`
      : (finiteOnly(there, index) ?? `NOT ${isEmpty(column, name)}`)
  const keeps = (cell: string | null) => !Number.isNaN(read(textOf(column, cell)))
  const drawn = yield* draw(index, { size, among, where, isMany: false, keeps })
  return (
    drawn &&
    sampled(
      drawn.cells.map(([cell, count, lot]) => [read(textOf(column, cell)), count, lot]),
      among <= size ? LAST_LOT : drawn.limit,
    )
  )
}

/** A column of many different numbers. */
export function* driftOfNumbers(
  there: TableThere,
  { rows, columns }: Survey,
  measure: Measure<unknown>,
  { column: { index }, known, size }: OfDrift,
  { n, low, high, sums }: NumbersFound,
  draw: DrawOf,
): Asking<Taken> {
  const { column, name } = columnAt(there, index)
  const [sum, squares] = sums ?? []
  if (!sum || !squares)
    return { untaken: `The numbers of ${column.name} are too large or too small for their squares to be summed` }
  const where = finiteOnly(there, index) ?? `${name} IS NOT NULL`
  const keeps = (cell: string | null) => !Number.isNaN(numberIn(textOf(column, cell)))
  const drawn = yield* draw(index, { size, among: n, where, isMany: true, keeps })
  if (!drawn) return { untaken: noKey(there, index, size) }
  const filled = columns.get(index)?.filled ?? 0
  const others =
    filled > n ? yield* countGroups(there, [index], 16, { where: `${name} IS NOT NULL AND NOT (${where})` }) : []
  const state = foldGroups(measure, others ?? [])
  if (!isColumnState(state)) throw new Error('A measure of drift has another state')
  const numbers = known.flatMap(text => finiteNumber(text) ?? [])
  const told =
    numbers.length > 0
      ? yield* countGroups(there, [index], numbers.length, { where: isOneOf(there, index, numbers) })
      : []
  state.values.tooMany = true
  for (const { cells, count } of told ?? [])
    countValue(state.values, numberIn(cells[index] ?? ''), count, new Set(numbers))
  return {
    state: {
      ...state,
      rows,
      missing: rows - filled,
      moments: { n, low, high, sum, squares, isHuge: false },
      sample: sampled(
        drawn.cells.map(([cell, , lot]) => [numberIn(textOf(column, cell)), 1, lot]),
        n <= size ? LAST_LOT : drawn.limit,
      ),
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
  const value = finite(there.dialect, column, fill(there.dialect.double, name))
  return value && `${value} IS NOT NULL`
}
