import type { Batch } from './batch.ts'
import type { Measure } from './measures/measure.ts'

/** The states of all measures of a run, by their keys: plain data. */
export type RunState = ReadonlyMap<string, unknown>

/** One pass of measures over a table's rows. */
export interface MeasureRun {
  add(batch: Batch): void
  /** What was measured so far. */
  readonly state: RunState
  /** What is measured, each once. */
  readonly measures: readonly Measure<unknown>[]
  /** Why a measure could not be taken, by its key: nothing may be said of its state then. */
  readonly untaken: Map<string, string>
  /** Takes in what another run over other rows of the same table has measured. */
  merge(state: RunState): void
}

/** Begins a pass; measures of the same key are taken once. */
export function runMeasures(wanted: readonly Measure<unknown>[]): MeasureRun {
  const measures = [...new Map(wanted.map(measure => [measure.key, measure])).values()]
  const taken = measures.map(measure => ({ measure, state: measure.init() }))
  return {
    measures,
    untaken: new Map(),
    state: new Map(taken.map(({ measure, state }) => [measure.key, state])),
    add(batch) {
      for (const { measure, state } of taken) measure.add(state, batch)
    },
    merge(other) {
      for (const { measure, state } of taken) measure.merge(state, stateIn(other, measure))
    },
  }
}

function stateIn(state: RunState, { key }: Measure<unknown>): unknown {
  if (!state.has(key)) throw new Error(`Not a run over the same table: ${key} was not measured`)
  return state.get(key)
}
