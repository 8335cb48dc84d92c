import type { Batch } from '../tables/batch.ts'
import type { Asked } from '../tables/measures/asked.ts'
import type { Measure } from '../tables/measures/measure.ts'
import { changed } from './changed.ts'
import { columnsOf } from './columns-of.ts'
import { countNumbers, type NumbersAsked } from './count-numbers.ts'
import { driftDraws } from './drift-draws.ts'
import { driftOfTexts } from './drift-of-texts.ts'
import type { OfDrift } from './drift-state.ts'
import { failuresIn, firstFailing } from './failing-groups.ts'
import { fetchRows } from './fetch-rows.ts'
import { fillTexts } from './fill-texts.ts'
import { findPlaces, inGroups } from './find-places.ts'
import { groupCounts } from './group-counts.ts'
import { foldGroups, type Group } from './groups.ts'
import { countsRows, isOrdered, singles } from './rows-that-count.ts'
import { sizesOf } from './sizes.ts'
import type { Asking } from './statement.ts'
import { checkUnchanged, type Survey, survey, surveyed } from './survey.ts'
import { columnAt, keyOf, type TableThere } from './table-there.ts'
import { takeAsked } from './take-asked.ts'
import { takeCross } from './take-cross.ts'
import { driftOfFew, driftOfNumbers } from './take-drift.ts'
import { takeFiltered } from './take-filtered.ts'
import { takeKeys } from './take-keys.ts'
import { takeLengths } from './take-lengths.ts'
import { driftNumbers, isOfNumbers, numbersAsked, takeNumbers } from './take-numbers.ts'
import { samples } from './take-sample.ts'
import { takeTruths } from './take-truths.ts'
import { tellsPlaces } from './tells-places.ts'

/** What was measured on an engine. */
export interface TakenThere {
  readonly rows: number
  readonly states: ReadonlyMap<string, unknown>
  /** Why a measure could not be taken, by its key. */
  readonly untaken: ReadonlyMap<string, string>
}

/** The state of a measure, or why there is none. */
export type Taken = { readonly state: unknown } | { readonly untaken: string }

/** Takes every measure where the table is, in two passes: how large the columns are, then what is in them. */
export function* takeMeasures(table: TableThere, measures: readonly Measure<unknown>[]): Asking<TakenThere> {
  const asked = measures.map(measure => ({ measure, indices: columnsOf(measure) }))
  const indices = [...new Set(asked.flatMap(each => each.indices))].sort((a, b) => a - b)
  const ranges = yield* survey(table, indices)
  const there = surveyed(table, ranges)
  const hasPlaces = keyOf(there) !== undefined
  const { rows: most, cells } = there.limits
  const isSmall = hasPlaces && ranges.rows > 0 && ranges.rows <= most && ranges.rows * indices.length <= cells
  let all: Batch | undefined = isSmall ? yield* fetchRows(there, indices, ranges.rows) : undefined
  if (all && all.rows !== ranges.rows) throw changed(there, ranges.rows, all.rows)
  const alone = isSmall ? [] : singles(asked)
  const groupsOf = yield* groupCounts(
    there,
    ranges,
    alone,
    measures.some(({ asks }) => asks?.is === 'drift'),
  )
  const filled = isSmall ? withoutTexts(there, ranges) : yield* fillTexts(ranges, alone, groupsOf)
  const sampled = samples(there, ranges.rows, measures)
  const many: number[] = []
  for (const index of indices)
    if (!isSmall && (ofNumbers(index).length > 0 || drifting(index)) && !(yield* groupsOf([index]))) many.push(index)
  const { survey: looked, sizes } = yield* sizesOf(there, filled, {
    indices: [...new Set([...many, ...crossed(measures)])],
    atOnce: multiplied(measures),
  })
  const numbers = new Map<number, NumbersAsked>()
  for (const index of many) {
    const wanted = ofNumbers(index)
    const plan = wanted.length > 0 ? numbersAsked(there, looked, index, wanted) : driftNumbers(there, index)
    if (plan) numbers.set(index, plan)
  }
  const { numbers: counted, survey: first } = yield* countNumbers(there, looked, sizes, [...numbers.values()])
  const draw = driftDraws(there, first.rows, indices.filter(isDrawn))
  const states = new Map<string, unknown>()
  const untaken = new Map<string, string>()
  const filtered = new Map<string, Filtered[]>()
  for (const { measure, indices: own } of asked) {
    const taken = yield* takeOne(measure, own)
    if ('state' in taken) states.set(measure.key, taken.state)
    else if (measure.asks?.is === 'filtered') {
      const { source } = measure.asks.filter
      filtered.set(source, [...(filtered.get(source) ?? []), { key: measure.key, ...measure.asks }])
    } else {
      states.set(measure.key, measure.init())
      untaken.set(measure.key, taken.untaken)
    }
  }
  for (const some of filtered.values()) {
    const found = yield* takeFiltered(there, some)
    for (const [key, state] of found.states) states.set(key, state)
    for (const [key, reason] of found.untaken) untaken.set(key, reason)
  }
  if (!there.isPinned) yield* checkUnchanged(table, ranges, indices)
  return { rows: first.rows, states, untaken }

  function ofNumbers(index: number) {
    return measures.flatMap(({ asks }) => (asks && isOfNumbers(asks) && asks.column.index === index ? [asks] : []))
  }

  /** Whether a sample of a column's numbers or times is drawn. */
  function isDrawn(index: number): boolean {
    const { kind } = columnAt(there, index).column
    const filled = first.columns.get(index)?.filled ?? 0
    return (
      DRAWN.has(kind) &&
      measures.some(
        ({ asks }) => asks?.is === 'drift' && asks.column.index === index && (filled > asks.size || numbers.has(index)),
      )
    )
  }

  function drifting(index: number): boolean {
    return measures.some(({ asks }) => asks?.is === 'drift' && asks.column.index === index)
  }

  function* takeOne(measure: Measure<unknown>, own: readonly number[]): Asking<Taken> {
    const { asks } = measure
    const unknown = own.map(index => columnAt(there, index).column).find(({ kind }) => kind === 'other')
    if (unknown && asks?.is !== 'empty')
      return {
        untaken: `Nothing is known of the type ${unknown.type}, which ${unknown.name} has in ${there.table.table}`,
      }
    if (isSmall && all && !unknown) {
      const state = measure.init()
      measure.add(state, all)
      return { state }
    }
    if (asks?.is === 'drift') return yield* takeDrift(measure, asks)
    const isOfRows = countsRows(measure)
    if (!isOfRows) {
      const direct = asks && (yield* takeAsked(there, first, asks, groupsOf))
      if (direct) return direct
      const groups = yield* groupsOf(own)
      if (groups) return { state: yield* withPlaces(measure, own, groups) }
      const index = asks && isOfNumbers(asks) ? asks.column.index : -1
      const [plan, found] = [numbers.get(index), counted.get(index)]
      const taken =
        asks && isOfNumbers(asks) && plan && found && (yield* takeNumbers(there, first, measure, asks, plan, found))
      if (taken) return taken
    }
    if (asks?.is === 'truths' || asks?.is === 'cross' || asks?.is === 'cells') {
      const found = yield* ofMany(measure, asks)
      if (found) return found
    }
    if (first.rows <= there.limits.rows) {
      if (asks?.is === 'keys' && !hasPlaces) return yield* takeKeys(there, first, asks)
      if (isOrdered(measure) && !hasPlaces) return { untaken: noOrder() }
      all ??= yield* fetchRows(there, indices, first.rows)
      const state = measure.init()
      measure.add(state, all)
      if (!hasPlaces) for (const [, failures] of failuresIn(state)) failures.places = []
      return { state }
    }
    if (asks?.is === 'keys') return yield* takeKeys(there, first, asks)
    if (asks?.is === 'sample' || asks?.is === 'joint') return yield* sampled(measure, asks)
    return { untaken: tooMany(own) }
  }

  function* ofMany(
    measure: Measure<unknown>,
    asks: Extract<Asked, { readonly is: 'truths' | 'cross' | 'cells' }>,
  ): Asking<Taken | undefined> {
    if (asks.is === 'truths') return yield* takeTruths(there, first.rows, asks)
    if (asks.is === 'cross') return yield* takeCross(there, sizes, asks)
    return yield* takeLengths(there, first.rows, measure, asks.column, asks.judge)
  }

  function* takeDrift(measure: Measure<unknown>, asks: OfDrift): Asking<Taken> {
    const { index } = asks.column
    const groups = yield* groupsOf([index])
    if (groups) return yield* driftOfFew(there, measure, asks, groups, draw)
    const found = counted.get(index)
    return found
      ? yield* driftOfNumbers(there, first, measure, asks, found, draw)
      : yield* driftOfTexts(there, first, measure, asks, draw)
  }

  function* withPlaces(measure: Measure<unknown>, own: readonly number[], groups: readonly Group[]): Asking<unknown> {
    const state = foldGroups(measure, groups)
    const placed = hasPlaces && tellsPlaces(state) ? yield* groupsOf(own, true) : undefined
    const told = placed ? foldGroups(measure, placed) : state
    for (const [name, failures] of failuresIn(told)) {
      const failing = failures.count > 0 && placed ? firstFailing(measure, placed, name) : []
      failures.places =
        failing.length > 0 ? yield* findPlaces(there, inGroups(there, own, failing), 'rows at fault') : []
    }
    return told
  }

  function noOrder(): string {
    return `The rows of ${there.table.table} have no order: no key is named`
  }

  function tooMany(own: readonly number[]): string {
    const names = own.map(index => columnAt(there, index).column.name).join(', ')
    return `What is asked of ${names || 'the rows'} is not known in SQL, and ${there.table.table} has too many rows and values to look at one by one`
  }
}

/** Of a table whose rows are here, nobody asks how many of its texts are filled. */
const withoutTexts = ({ columns }: TableThere, survey: Survey): Survey => ({
  ...survey,
  columns: new Map([...survey.columns].filter(([index]) => columns[index]?.kind !== 'text')),
})

const DRAWN: ReadonlySet<string> = new Set(['integer', 'double', 'decimal', 'date', 'timestamp'])

/** Columns whose correlations are asked for. */
const crossed = (measures: readonly Measure<unknown>[]): number[] =>
  measures.flatMap(({ asks }) => (asks?.is === 'cross' ? asks.columns.map(({ index }) => index) : []))

/** Columns whose numbers are multiplied with one another, where the smallest may leave the range of doubles. */
const multiplied = (measures: readonly Measure<unknown>[]): number[] => [
  ...crossed(measures),
  ...measures.flatMap(({ asks }) =>
    asks?.is === 'drift' || (asks?.is === 'powers' && asks.highest > 1) ? [asks.column.index] : [],
  ),
]

/** A measure of some rows only. */
export interface Filtered extends Extract<Asked, { readonly is: 'filtered' }> {
  /** Of the measure that is made of its measure and its filter. */
  readonly key: string
}
