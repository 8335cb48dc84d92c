import type { Column } from '../tables/column.ts'
import type { Asked } from '../tables/measures/asked.ts'
import { mergeFailures, noFailures } from '../tables/measures/failures.ts'
import type { CellJudge, JudgedCells } from '../tables/measures/judged-cells.ts'
import type { Measure } from '../tables/measures/measure.ts'
import { countGroups } from './count-groups.ts'
import type { NumbersAsked, NumbersFound } from './count-numbers.ts'
import { failuresIn, firstFailing } from './failing-groups.ts'
import { findPlaces, inGroups } from './find-places.ts'
import { foldGroups } from './groups.ts'
import { fill, isEmpty, numberLiteral } from './sql.ts'
import type { Asking } from './statement.ts'
import type { Survey } from './survey.ts'
import { columnAt, type TableThere } from './table-there.ts'
import type { Taken } from './take-measures.ts'
import { finite, valueInSql } from './value-in-sql.ts'

/** Whether it is asked of a column's numbers. */
export const isOfNumbers = (asks: Asked): asks is OfNumbers =>
  asks.is === 'extent' || asks.is === 'sum' || asks.is === 'powers' || (asks.is === 'cells' && hasEnds(asks.judge))

type OfNumbers = Extract<Asked, { readonly is: 'extent' | 'sum' | 'powers' | 'cells' }>

/** Cells that pass for certain are told by their numbers, and so are the extremes. */
const hasEnds = ({ passes, fails, extent, reads }: CellJudge): boolean =>
  (passes !== undefined || fails !== undefined) && (!extent || reads === 'value')

/** What all measures of a column of many numbers ask of it; undefined where their value is not known in SQL. */
export function numbersAsked(
  there: TableThere,
  survey: Survey,
  index: number,
  all: readonly OfNumbers[],
): NumbersAsked | undefined {
  const [first] = all
  if (!first) return undefined
  const { column, name } = columnAt(there, index)
  const value = valueInSql(there.dialect, column, name, first.column)
  if (value === undefined) return undefined
  const powers = all.map(asks => (asks.is === 'sum' ? 1 : asks.is === 'powers' ? asks.highest : 0))
  return {
    index,
    value,
    isSurveyed: isWhole(first.column) ? column.kind === 'integer' : true,
    highest: powers.includes(4) ? 4 : powers.includes(2) ? 2 : powers.includes(1) ? 1 : 0,
    counted: suspectsOf(there, survey, index, value, all),
  }
}

/** What a measure of drift asks of a column of many numbers; undefined where it holds none. */
export function driftNumbers(there: TableThere, index: number): NumbersAsked | undefined {
  const { column, name } = columnAt(there, index)
  const value = finite(there.dialect, column, fill(there.dialect.double, name))
  return value === undefined ? undefined : { index, value, isSurveyed: true, highest: 2, counted: [] }
}

/** Of doubles, only those that are whole have a value then. */
const isWhole = ({ type }: Column): boolean => type.id === 'integer'

/** Of each measure of single cells, what is true of those that may fail; the same, once. */
function suspectsOf(
  there: TableThere,
  survey: Survey,
  index: number,
  value: string,
  all: readonly OfNumbers[],
): string[] {
  return [
    ...new Set(
      all.flatMap(asks =>
        asks.is === 'cells' && !allPass(there, survey, asks) ? suspects(there, index, value, asks.judge) : [],
      ),
    ),
  ]
}

/** Whether the first pass has told that all cells pass: each holds a value, and the extremes pass. */
function allPass(
  there: TableThere,
  survey: Survey,
  { column, judge: { passes } }: Extract<Asked, { readonly is: 'cells' }>,
): boolean {
  const found = survey.columns.get(column.index)
  if (!found || !passes) return false
  if (isWhole(column) && columnAt(there, column.index).column.kind !== 'integer') return false
  return found.n === found.filled && (found.n === 0 || (found.low >= passes[0] && found.high <= passes[1]))
}

function suspects(there: TableThere, index: number, value: string, { passes, fails }: CellJudge): string {
  const { column, name } = columnAt(there, index)
  if (fails) return `coalesce(${within(there, value, fails)}, false)`
  const ends = within(there, value, passes ?? [Number.NaN, Number.NaN])
  return `NOT ${isEmpty(column, name)} AND NOT coalesce(${ends}, false)`
}

function within(there: TableThere, value: string, [low, high]: readonly [number, number]): string {
  return [
    `${value} IS NOT NULL`,
    ...(Number.isFinite(low) ? [`${value} >= ${numberLiteral(there.dialect, low)}`] : []),
    ...(Number.isFinite(high) ? [`${value} <= ${numberLiteral(there.dialect, high)}`] : []),
  ].join(' AND ')
}

/** What is asked of a column of many numbers, of what was counted of them. */
export function* takeNumbers(
  there: TableThere,
  survey: Survey,
  measure: Measure<unknown>,
  asks: OfNumbers,
  asked: NumbersAsked,
  { n, low, high, sums, counted }: NumbersFound,
): Asking<Taken | undefined> {
  if (asks.is === 'extent') return { state: { n, low, high } }
  if (asks.is === 'sum') return sums?.[0] && { state: { n, sum: sums[0] } }
  if (asks.is === 'powers') return sums && { state: { n, sums: sums.slice(0, asks.highest) } }
  const { judge, column } = asks
  const condition = suspects(there, column.index, asked.value, judge)
  const groups =
    allPass(there, survey, asks) || counted[asked.counted.indexOf(condition)] === 0
      ? []
      : yield* countGroups(there, [column.index], there.limits.groups, { where: condition })
  const extent = judge.extent ? { low, high } : {}
  const filled = survey.columns.get(column.index)?.filled ?? 0
  if (!groups) {
    if (!judge.isExact) return { untaken: tooMany(there, column) }
    const { name } = columnAt(there, column.index)
    const unread = `NOT ${isEmpty(columnAt(there, column.index).column, name)} AND ${asked.value} IS NULL`
    const others = filled - n
    const outside = (counted[asked.counted.indexOf(condition)] ?? 0) - others
    const failed = {
      ...noFailures(),
      count: outside,
      places: yield* findPlaces(there, `(${condition}) AND ${asked.value} IS NOT NULL`, 'values out of range'),
    }
    const none = {
      ...noFailures(),
      count: others,
      places: others > 0 ? yield* findPlaces(there, unread, 'cells that are no value') : [],
    }
    const failing = judge.judge('', Number.NaN) === 'fail'
    const both = { ...noFailures() }
    mergeFailures(both, failed)
    if (failing) mergeFailures(both, none)
    return {
      state: { ...judgedOf(survey.rows, filled), failed: both, undecided: failing ? noFailures() : none, ...extent },
    }
  }
  const state = foldGroups(measure, groups)
  if (!isJudged(state)) return undefined
  for (const [kind, failures] of failuresIn(state)) {
    const failing = failures.count > 0 ? firstFailing(measure, groups, kind) : []
    failures.places =
      failing.length > 0 ? yield* findPlaces(there, inGroups(there, [column.index], failing), 'rows at fault') : []
  }
  return { state: { ...state, rows: survey.rows, n: filled, ...extent } }
}

const tooMany = ({ limits, table }: TableThere, { name }: Column): string =>
  `More than ${limits.groups} different values of ${name} in ${table.table} may be at fault: too many to judge one by one`

const judgedOf = (rows: number, n: number) => ({
  rows,
  n,
  low: Number.POSITIVE_INFINITY,
  high: Number.NEGATIVE_INFINITY,
})

const isJudged = (state: unknown): state is JudgedCells =>
  typeof state === 'object' && state !== null && 'undecided' in state && 'low' in state
