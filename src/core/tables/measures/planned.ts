import type { ShownRows } from '../shown-rows.ts'
import type { Measure, StateOf } from './measure.ts'

/** Measures by the names of who asks for them. */
export type Measures = Readonly<Record<string, Measure<unknown>>>
/** What the measures have found. */
export type Found<M extends Measures> = { readonly [Name in keyof M]: StateOf<M[Name]> }

/** Something that is composed of what measures have found, once they are taken. */
export interface Planned<Answer> {
  readonly measures: readonly Measure<unknown>[]
  /** Pure, and asked more than once: see `showRows`. `stateOf` gives the state of a measure by its key. */
  finish(stateOf: (key: string) => unknown, rows: ShownRows): Answer
}

/** Hides the states of the measures: whoever takes them need not know what they are. */
export function plan<M extends Measures, Answer>(
  measures: M,
  finish: (found: Found<M>, rows: ShownRows) => Answer,
): Planned<Answer> {
  return {
    measures: Object.values(measures),
    finish: (stateOf, rows) => finish(foundBy(measures, stateOf), rows),
  }
}

/** A state stands under the key of the measure that made it, and so is of that measure's type. */
export function foundBy<M extends Measures>(measures: M, stateOf: (key: string) => unknown): Found<M> {
  return Object.fromEntries(Object.entries(measures).map(([name, { key }]): unknown[] => [name, stateOf(key)]))
}
