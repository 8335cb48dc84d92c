import type { Check } from '../evidence.ts'
import type { Batch } from './batch.ts'
import type { BoundTable } from './bind-table.ts'
import * as checks from './checks/index.ts'
import { planCross } from './cross-run.ts'
import type { PlannedCheck } from './define-check.ts'
import type { Measure } from './measures/measure.ts'
import { profilesOf } from './profile.ts'
import type { ColumnProfile } from './result.ts'
import type { ShownRows } from './shown-rows.ts'

/** The states of all measures of a run, by their keys: plain data. */
export type RunState = ReadonlyMap<string, unknown>

/** One pass over a table's rows that answers every rule of its contract. */
export interface TableRun {
  add(batch: Batch): void
  /** What was measured so far. */
  readonly state: RunState
  /** Takes in what another run over other rows of the same table has measured. */
  merge(state: RunState): void
  /** Pure, and asked more than once: see `showRows`. */
  answer(rows: ShownRows): TableAnswer
}

/** What is known of a table. */
export interface TableAnswer {
  readonly checks: Check[]
  readonly columns: ColumnProfile[]
}

/** Begins a pass that answers every rule the contract has for the table, and profiles its columns. */
export function startTable(table: BoundTable): TableRun {
  const planned = Object.values(checks)
    .flatMap(check => check.plan(table))
    .toSorted((a, b) => columnOf(a) - columnOf(b) || a.rule.line - b.rule.line)
  const profiles = profilesOf(table)
  const wanted = [...[...planned, ...profiles].flatMap(({ measures }) => measures), ...crossMeasures(table)]
  const measures = [...new Map(wanted.map(measure => [measure.key, measure])).values()]
  const taken = measures.map(measure => ({ measure, state: measure.init() }))
  const state: RunState = new Map(taken.map(({ measure, state }) => [measure.key, state]))
  const stateOf = (key: string): unknown => state.get(key)
  return {
    state,
    add(batch) {
      for (const { measure, state } of taken) measure.add(state, batch)
    },
    merge(other) {
      for (const { measure, state } of taken) measure.merge(state, stateIn(other, measure))
    },
    answer: rows => ({
      checks: planned.map(check => check.finish(stateOf, rows)),
      columns: profiles.map(profile => profile.finish(stateOf, rows)),
    }),
  }
}

/** What rules over two tables need of this one, on whichever side it stands. */
function crossMeasures(table: BoundTable): Measure<unknown>[] {
  return planCross(table.all).flatMap(({ rule, measures, measuresOfOther }) => [
    ...(rule.table === table ? measures : []),
    ...(rule.other === table ? measuresOfOther : []),
  ])
}

function stateIn(state: RunState, { key }: Measure<unknown>): unknown {
  if (!state.has(key)) throw new Error(`Not a run over the same table: ${key} was not measured`)
  return state.get(key)
}

/** Rules of the whole table first, then column by column as in the file; each in the contract's order. */
const columnOf = ({ rule }: PlannedCheck): number => rule.column?.index ?? -1
