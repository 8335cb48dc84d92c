import type { Asked } from '../tables/measures/asked.ts'
import type { CellJudge, JudgedCells } from '../tables/measures/judged-cells.ts'
import type { Measure } from '../tables/measures/measure.ts'
import type { Column } from '../tables/column.ts'
import { countGroups } from './count-groups.ts'
import { cutLayers, cutsFor, lastBitOf, sumOfPieces } from './exact-sums.ts'
import { failuresIn, firstFailing } from './failing-groups.ts'
import { findPlaces, inGroups } from './find-places.ts'
import { foldGroups } from './groups.ts'
import { layered } from './layered.ts'
import { fill, isEmpty, numberLiteral, numberOf } from './sql.ts'
import type { Asking } from './statement.ts'
import type { Survey } from './survey.ts'
import { columnAt, type TableThere } from './table-there.ts'
import type { Taken } from './take-measures.ts'
import { valueOf } from './value-of.ts'

type OfNumbers = Extract<Asked, { readonly is: 'extent' | 'sum' | 'powers' | 'cells' }>

/** What is asked of a column of many numbers. */
export function* takeNumbers(
  there: TableThere,
  survey: Survey,
  measure: Measure<unknown>,
  asks: OfNumbers,
): Asking<Taken | undefined> {
  const { column, name } = columnAt(there, asks.column.index)
  const value = valueOf(there.dialect, column, name, asks.column)
  if (value === undefined) return undefined
  if (asks.is === 'extent') {
    const { n, low, high } = yield* extentOf(there, value, column.name)
    return { state: { n, low, high } }
  }
  if (asks.is === 'sum') return yield* exactSum(there, survey, asks.column, value)
  if (asks.is === 'cells') return yield* judged(there, survey, measure, asks.column, asks.judge, value)
  return undefined
}

function* extentOf(there: TableThere, value: string, name: string): Asking<{ n: number; low: number; high: number }> {
  const items = [`count(${value})`, `min(${value})`, `max(${value})`]
  const [answer = []] = yield {
    sql: `SELECT ${items.map(item => fill(there.dialect.text, item)).join(', ')} FROM ${there.from}`,
    purpose: `extent of ${name}`,
    rows: 1,
  }
  const n = Number(answer[0])
  return n === 0
    ? { n, low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }
    : { n, low: numberOf(answer[1] ?? null), high: numberOf(answer[2] ?? null) }
}

function* exactSum(there: TableThere, survey: Survey, { index, name }: Column, value: string): Asking<Taken | undefined> {
  const numbers = survey.columns.get(index)?.numbers
  if (!numbers) return undefined
  const isWhole = columnAt(there, index).column.kind === 'integer'
  const cuts = cutsFor(numbers.most, isWhole ? 0 : lastBitOf(numbers.least), survey.rows)
  if (!cuts) return undefined
  const { layers, sums } = cutLayers(there.dialect, cuts, 'v', '')
  const [answer = []] = yield {
    sql: layered(there, [{ name: 'v', expression: value }], layers, [
      'count(v)',
      ...sums.map(piece => `sum(${piece})`),
    ]),
    purpose: `sum of ${name}`,
    rows: 1,
  }
  return { state: { n: Number(answer[0]), sum: sumOfPieces(answer.slice(1).map(cell => (cell === null ? 0 : numberOf(cell)))) } }
}

/** Cells that may fail, counted by what they hold; those that pass for certain need not be looked at. */
function* judged(
  there: TableThere,
  survey: Survey,
  measure: Measure<unknown>,
  { index }: Column,
  judge: CellJudge,
  value: string,
): Asking<Taken | undefined> {
  const { passes } = judge
  if (!passes || (judge.extent && judge.reads !== 'value')) return undefined
  const { column, name } = columnAt(there, index)
  const [low, high] = passes
  const ends = [
    `${value} IS NOT NULL`,
    ...(Number.isFinite(low) ? [`${value} >= ${numberLiteral(there.dialect, low)}`] : []),
    ...(Number.isFinite(high) ? [`${value} <= ${numberLiteral(there.dialect, high)}`] : []),
  ]
  const suspects = `NOT ${isEmpty(column, name)} AND NOT coalesce(${ends.join(' AND ')}, false)`
  const groups = yield* countGroups(there, [index], there.limits.groups, suspects)
  if (!groups) return undefined
  const state = foldGroups(measure, groups)
  if (!isJudged(state)) return undefined
  for (const [kind, failures] of failuresIn(state)) {
    const failing = failures.count > 0 ? firstFailing(measure, groups, kind) : []
    failures.places = failing.length > 0 ? yield* findPlaces(there, inGroups(there, [index], failing), 'rows at fault') : []
  }
  const extent = judge.extent ? yield* extentOf(there, value, column.name) : { low: state.low, high: state.high }
  return {
    state: { ...state, rows: survey.rows, n: survey.columns.get(index)?.filled ?? 0, low: extent.low, high: extent.high },
  }
}

const isJudged = (state: unknown): state is JudgedCells =>
  typeof state === 'object' && state !== null && 'undecided' in state && 'low' in state
