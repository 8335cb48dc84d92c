import type { Check } from '../evidence.ts'
import type { BoundTable } from './bind-table.ts'
import type { Column } from './column.ts'
import { filtered, filteredKey, type RowFilter } from './conditions/row-filter.ts'
import type { Tolerance } from './contract/tolerance.ts'
import type { Expectation } from './expectation.ts'
import { type Found, type Measures, type Planned, plan } from './measures/planned.ts'
import type { ShownRows } from './shown-rows.ts'

/** One thing a contract demands of a file, planned before its rows are read. */
export interface Rule {
  readonly table: BoundTable
  readonly column?: Column
  /** Columns that it speaks of, where it is not of one alone. */
  readonly columns?: readonly Column[]
  /** Last part of the check's id. */
  readonly id: string
  /** What must hold. */
  readonly title: string
  /** Line of the contract that demands it. */
  readonly line: number
  /** Rows it is asked of; all, where it does not say. */
  readonly where?: RowFilter
  /** What it tolerates; nothing, where it does not say. */
  readonly tolerance?: Tolerance
  /** As the contract has it: of `info` and `warning`, a broken rule warns. */
  readonly severity?: string
}

/** A kind of check: what a contract demands of this kind, what is measured for it, and what the numbers say. */
export interface CheckDefinition<R extends Rule, M extends Measures> {
  readonly id: string
  readonly title: string
  /** Names by which a contract may ask for it, under `engine: proofmark`. */
  readonly expectations?: readonly Expectation[]
  rules(table: BoundTable): readonly R[]
  measures(rule: R): M
  /** Pure, and asked more than once: see `showRows`. */
  finish(rule: R, found: Found<M>, rows: ShownRows): Check
}

/** A kind of check as the engine sees it: its rules planned, their states hidden. */
export interface TableCheck {
  readonly id: string
  readonly title: string
  readonly expectations: readonly Expectation[]
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
  expectations: definition.expectations ?? [],
  plan: table =>
    definition.rules(table).map(rule => {
      const planned = plan(definition.measures(rule), (found, rows) => definition.finish(rule, found, rows))
      return { rule, ...(rule.where ? asked(planned, rule.where) : planned) }
    }),
})

/** The same, measured and said of some rows only. */
function asked({ measures, finish }: Planned<Check>, where: RowFilter): Planned<Check> {
  return {
    measures: measures.map(measure => filtered(measure, where)),
    finish(stateOf, rows) {
      const check = finish(key => stateOf(filteredKey(key, where)), rows)
      return { ...check, title: `${check.title}, where ${where.source}` }
    },
  }
}
