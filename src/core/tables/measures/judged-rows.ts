import type { Batch } from '../batch.ts'
import type { Asked } from './asked.ts'
import { addFailure, type Failures, mergeFailures, noFailures } from './failures.ts'
import type { Measure } from './measure.ts'

/** What is true of each row of a batch; and the condition that says so, where it is one. */
export interface RowTruths {
  (batch: Batch): Uint8Array
  readonly says?: Omit<Extract<Asked, { readonly is: 'truths' }>, 'is'>
}

/** Rows, judged one by one; those that cannot be judged, for want of a value, left out. */
export interface JudgedRows {
  rows: number
  n: number
  readonly failed: Failures
}

/** Judges rows: `truths` gives 1 for each that passes, 0 for each that fails, anything else for those left out. */
export const judgedRows = (key: string, truths: RowTruths): Measure<JudgedRows> => ({
  key: `judged-rows ${key}`,
  ...(truths.says ? { asks: { is: 'truths', ...truths.says } } : {}),
  init: () => ({ rows: 0, n: 0, failed: noFailures() }),
  add(state, batch) {
    const found = truths(batch)
    state.rows += batch.rows
    for (let row = 0; row < batch.rows; row++) {
      const truth = found[row]
      if (truth !== 0 && truth !== 1) continue
      state.n += 1
      if (truth === 0) addFailure(state.failed, batch.places[row] ?? 0)
    }
  },
  merge(state, other) {
    state.rows += other.rows
    state.n += other.n
    mergeFailures(state.failed, other.failed)
  },
})
