import type { Measure } from '../tables/measures/measure.ts'
import { columnsOf } from './columns-of.ts'
import { countGroups } from './count-groups.ts'
import { failuresIn, firstFailing } from './failing-groups.ts'
import { fetchRows } from './fetch-rows.ts'
import { findPlaces, inGroups } from './find-places.ts'
import { foldGroups, type Group } from './groups.ts'
import type { Asking } from './statement.ts'
import { type Survey, survey } from './survey.ts'
import { columnAt, keyOf, type TableThere } from './table-there.ts'
import { takeAsked } from './take-asked.ts'
import type { Batch } from '../tables/batch.ts'

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
export function* takeMeasures(there: TableThere, measures: readonly Measure<unknown>[]): Asking<TakenThere> {
  const asked = measures.map(measure => ({ measure, indices: columnsOf(measure) }))
  const indices = [...new Set(asked.flatMap(each => each.indices))].sort((a, b) => a - b)
  const first = yield* survey(there, indices)
  const hasPlaces = keyOf(there) !== undefined
  const states = new Map<string, unknown>()
  const untaken = new Map<string, string>()
  const groupsOf = groupCounts(there, first)
  let all: Batch | undefined
  for (const { measure, indices: own } of asked) {
    const taken = yield* takeOne(measure, own)
    if ('state' in taken) states.set(measure.key, taken.state)
    else {
      states.set(measure.key, measure.init())
      untaken.set(measure.key, taken.untaken)
    }
  }
  return { rows: first.rows, states, untaken }

  function* takeOne(measure: Measure<unknown>, own: readonly number[]): Asking<Taken> {
    const unknown = own.map(index => columnAt(there, index).column).find(({ kind }) => kind === 'other')
    if (unknown && measure.asks?.is !== 'empty')
      return { untaken: `Nothing is known of the type ${unknown.type} of ${unknown.name}, in which ${there.table.table} holds it` }
    if (!isOfRows(measure)) {
      const direct = measure.asks && (yield* takeAsked(there, first, measure, measure.asks, groupsOf))
      if (direct) return direct
      const groups = yield* groupsOf(own)
      if (groups) return { state: yield* withPlaces(measure, own, groups) }
    }
    if (first.rows <= there.limits.rows) {
      if (measure.asks?.is === 'order' && !hasPlaces)
        return { untaken: `The rows of ${there.table.table} have no order: no key is named` }
      all ??= yield* fetchRows(there, indices, first.rows)
      const state = measure.init()
      measure.add(state, all)
      if (!hasPlaces) for (const [, failures] of failuresIn(state)) failures.places = []
      return { state }
    }
    const direct = measure.asks && (yield* takeAsked(there, first, measure, measure.asks, groupsOf))
    return direct ?? { untaken: manyReason(own) }
  }

  function* withPlaces(measure: Measure<unknown>, own: readonly number[], groups: readonly Group[]): Asking<unknown> {
    const state = foldGroups(measure, groups)
    for (const [name, failures] of failuresIn(state)) {
      const failing = failures.count > 0 && hasPlaces ? firstFailing(measure, groups, name) : []
      failures.places =
        failing.length > 0 ? yield* findPlaces(there, inGroups(there, own, failing), 'rows at fault') : []
    }
    return state
  }

  function manyReason(own: readonly number[]): string {
    const names = own.map(index => columnAt(there, index).column.name).join(', ')
    return `${names || 'The rows'} of ${there.table.table} hold more than ${there.limits.groups} different values, and what is asked of them is not known in SQL`
  }
}

/** Whether rows count for themselves, and not for what their cells hold. */
function isOfRows({ asks }: Measure<unknown>): boolean {
  return asks !== undefined && ['keys', 'sample', 'joint', 'order', 'intervals'].includes(asks.is)
}

/** Counts the groups of columns, each once, as long as they are not too many in all. */
function groupCounts(there: TableThere, { columns }: Survey) {
  const known = new Map<string, Group[] | undefined>()
  let room = there.limits.allGroups
  return function* (indices: readonly number[]): Asking<Group[] | undefined> {
    const key = indices.join()
    if (known.has(key)) return known.get(key)
    const most = Math.min(there.limits.groups, room)
    const isMany = indices.some(index => columns.get(index)?.isMany)
    const groups = isMany || most < 1 ? undefined : yield* countGroups(there, indices, most)
    room -= groups?.length ?? 0
    known.set(key, groups)
    return groups
  }
}

export type GroupsOf = ReturnType<typeof groupCounts>
