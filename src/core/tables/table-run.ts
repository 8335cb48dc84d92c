import type { Check } from '../evidence.ts'
import type { BoundTable } from './bind-table.ts'
import * as checks from './checks/index.ts'
import { planCross } from './cross-run.ts'
import type { PlannedCheck } from './define-check.ts'
import type { Measure } from './measures/measure.ts'
import { profilesOf } from './profile.ts'
import type { ColumnProfile } from './result.ts'
import { type MeasureRun, type RunState, runMeasures } from './run-measures.ts'
import type { ShownRows } from './shown-rows.ts'
import { notMeasured } from './verdicts/not-measured.ts'

export type { RunState }

/** One pass over a table's rows that answers every rule of its contract. */
export interface TableRun extends MeasureRun {
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
  const run = runMeasures(wanted)
  const stateOf = (key: string): unknown => run.state.get(key)
  return {
    ...run,
    answer: rows => ({
      checks: planned.map(check => undecidedFor(check, run.untaken) ?? check.finish(stateOf, rows)),
      columns: profiles.map(profile => profile.finish(stateOf, rows)),
    }),
  }
}

/** The check on what could not be measured: nobody can tell. */
function undecidedFor({ rule, measures }: PlannedCheck, untaken: ReadonlyMap<string, string>): Check | undefined {
  const reasons = measures.flatMap(({ key }) => untaken.get(key) ?? [])
  const [reason] = reasons
  return reason === undefined ? undefined : notMeasured(rule, reason)
}

/** What rules over two tables need of this one, on whichever side it stands. */
function crossMeasures(table: BoundTable): Measure<unknown>[] {
  return planCross(table.all).flatMap(({ rule, measures, measuresOfOther }) => [
    ...(rule.table === table ? measures : []),
    ...(rule.other === table ? measuresOfOther : []),
  ])
}

/** Rules of the whole table first, then column by column as in the file; each in the contract's order. */
const columnOf = ({ rule }: PlannedCheck): number => rule.column?.index ?? -1
