import type { Batch } from '../batch.ts'
import type { MetricRule } from '../rules/quality-rules.ts'
import { addFailure, type Failures, mergeFailures, noFailures } from './failures.ts'
import { finishMetric } from './finish-metric.ts'

/** A library rule that counts cells of one column. */
export interface CountRule extends MetricRule {
  counts(text: string, value: number): boolean
  /** What is true of a counted cell: `is empty`. */
  readonly counted: string
}

interface State {
  rows: number
  readonly counted: Failures
}

/** The state and the verdict that the library's metrics of cells share. Shares are of all rows. */
export const countedCells = {
  init: (): State => ({ rows: 0, counted: noFailures() }),

  add(state: State, batch: Batch, rule: CountRule): void {
    state.rows += batch.rows.length
    const [column] = rule.columns
    if (!column) return
    const values = batch.values(column)
    for (const [i, { cells, line }] of batch.rows.entries()) {
      const text = cells[column.index] ?? ''
      if (!rule.counts(text, values[i] ?? Number.NaN)) continue
      addFailure(state.counted, line, column.sensitive || text === '' ? undefined : text)
    }
  },

  merge(state: State, later: State): void {
    state.rows += later.rows
    mergeFailures(state.counted, later.counted)
  },

  finish: (state: State, rule: CountRule) => finishMetric(rule, state.counted, state.rows, rule.counted),
}
