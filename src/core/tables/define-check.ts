import type { Check } from '../evidence.ts'
import type { Batch } from './batch.ts'
import type { BoundTable } from './bind-table.ts'
import type { Column } from './column.ts'

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

/** A kind of check, its state a monoid: rows can be added in any shards, and the shards merged in file order, for the same answer. */
export interface CheckDefinition<R extends Rule, State> {
  readonly id: string
  readonly title: string
  /** What the contract demands of this kind. */
  rules(table: BoundTable): readonly R[]
  init(rule: R): State
  add(state: State, batch: Batch, rule: R): void
  /** Takes the state of the rows that follow into the state of those before. */
  merge(state: State, later: State, rule: R): void
  finish(state: State, rule: R): Check
}

/** A kind of check as the engine sees it. */
export interface TableCheck {
  readonly id: string
  readonly title: string
  /** One counter per rule. */
  start(table: BoundTable): Counter[]
}

/** One rule being checked. */
export interface Counter {
  readonly rule: Rule
  add(batch: Batch): void
  /** `later` must count the same rule over the rows that follow. */
  merge(later: Counter): void
  finish(): Check
}

/** A kind of check, its state hidden: the engine adds rows, merges shards and asks for the answer. */
export function defineCheck<R extends Rule, State>(definition: CheckDefinition<R, State>): TableCheck {
  const states = new WeakMap<Counter, State>()
  return {
    id: definition.id,
    title: definition.title,
    start: table => definition.rules(table).map(count),
  }

  function count(rule: R): Counter {
    const state = definition.init(rule)
    const counter: Counter = {
      rule,
      add: batch => definition.add(state, batch, rule),
      merge(later) {
        const other = states.get(later)
        if (other === undefined) throw new Error(`Not a counter of ${definition.id}`)
        definition.merge(state, other, rule)
      },
      finish: () => definition.finish(state, rule),
    }
    states.set(counter, state)
    return counter
  }
}
