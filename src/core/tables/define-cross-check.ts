import type { Check } from '../evidence.ts'
import type { BoundTable } from './bind-table.ts'
import type { Rule } from './define-check.ts'
import type { Expectation } from './expectation.ts'
import type { Measure } from './measures/measure.ts'
import type { Found, Measures } from './measures/planned.ts'
import { plan } from './measures/planned.ts'
import type { ShownRows } from './shown-rows.ts'

/** A rule that holds one table against another. `table` is the one it is a rule of, whose rows are at fault. */
export interface CrossRule extends Rule {
  readonly other: BoundTable
}

/** A kind of check over two tables, each measured in its own pass. */
export interface CrossCheckDefinition<R extends CrossRule, M extends Measures, O extends Measures> {
  readonly id: string
  readonly title: string
  readonly expectations?: readonly Expectation[]
  /** All files of the run, those of one table too. */
  rules(table: BoundTable, all: readonly BoundTable[]): readonly R[]
  measures(rule: R): M
  measuresOfOther(rule: R): O
  finish(rule: R, found: Found<M>, other: Found<O>, rows: ShownRows): Check
}

/** A kind of cross-check as the engine sees it. */
export interface CrossCheck {
  readonly id: string
  readonly title: string
  readonly expectations: readonly Expectation[]
  plan(table: BoundTable, all: readonly BoundTable[]): PlannedCrossCheck[]
}

/** One rule over two tables. */
export interface PlannedCrossCheck {
  readonly rule: CrossRule
  readonly measures: readonly Measure<unknown>[]
  readonly measuresOfOther: readonly Measure<unknown>[]
  /** Pure, and asked more than once: see `showRows`. */
  finish(stateOf: StateOfKey, stateOfOther: StateOfKey, rows: ShownRows): Check
}

type StateOfKey = (key: string) => unknown

/** A kind of check over two tables. */
export const defineCrossCheck = <R extends CrossRule, M extends Measures, O extends Measures>(
  definition: CrossCheckDefinition<R, M, O>,
): CrossCheck => ({
  id: definition.id,
  title: definition.title,
  expectations: definition.expectations ?? [],
  plan: (table, all) =>
    definition.rules(table, all).map(rule => {
      const own = plan(definition.measures(rule), found => found)
      const other = plan(definition.measuresOfOther(rule), found => found)
      return {
        rule,
        measures: own.measures,
        measuresOfOther: other.measures,
        finish: (stateOf, stateOfOther, rows) =>
          definition.finish(rule, own.finish(stateOf, rows), other.finish(stateOfOther, rows), rows),
      }
    }),
})
