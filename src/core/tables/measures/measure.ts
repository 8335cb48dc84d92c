import type { Batch } from '../batch.ts'
import type { Asked } from './asked.ts'

/**
 * One thing that is counted or kept of a table's rows, in one pass. Its state is a commutative monoid of plain data
 * (numbers, texts, lists, maps, typed arrays): rows may be added in any batches and shards, and shards merged in any
 * order, for the same answer; and it may travel between threads and machines.
 */
export interface Measure<State> {
  /** What is measured, in full: measures of the same key are the same, and are taken once for all who ask. */
  readonly key: string
  /** What is measured, for who measures it elsewhere than row by row; absent where only its `add` knows. */
  readonly asks?: Asked
  init(): State
  add(state: State, batch: Batch): void
  /** Takes the state of other rows of the same table into the first. */
  merge(state: State, other: State): void
}

/** The state of a measure. */
export type StateOf<M> = M extends Measure<infer State> ? State : never
