import type { Check } from '../evidence.ts'
import type { BoundTable } from './bind-table.ts'
import type { Column } from './column.ts'
import { type Found, type Measures, type Planned, plan } from './measures/planned.ts'
import type { ShownRows } from './shown-rows.ts'

/** One thing a contract demands of a file, planned before its rows are read. */
export interface Rule {
  readonly table: BoundTable
  readonly column?: Column
  /** Last part of the check's id. */
  readonly id: string
  /** What must hold. */
  readonly title: string
  /** Line of the contract that demands it. */
  readonly line: number
}

/** A kind of check: what a contract demands of this kind, what is measured for it, and what the numbers say. */
export interface CheckDefinition<R extends Rule, M extends Measures> {
  readonly id: string
  readonly title: string
  rules(table: BoundTable): readonly R[]
  measures(rule: R): M
  /** Pure, and asked more than once: see `showRows`. */
  finish(rule: R, found: Found<M>, rows: ShownRows): Check
}

/** A kind of check as the engine sees it: its rules planned, their states hidden. */
export interface TableCheck {
  readonly id: string
  readonly title: string
  plan(table: BoundTable): PlannedCheck[]
}

/** One rule to be checked. */
export interface PlannedCheck extends Planned<Check> {
  readonly rule: Rule
}

/** A kind of check. */
export const defineCheck = <R extends Rule, M extends Measures>(definition: CheckDefinition<R, M>): TableCheck => ({
  id: definition.id,
  title: definition.title,
  plan: table =>
    definition.rules(table).map(rule => ({
      rule,
      ...plan(definition.measures(rule), (found, rows) => definition.finish(rule, found, rows)),
    })),
})
