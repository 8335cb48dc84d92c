import type { PredictionSource } from './prediction-source.ts'
import type { RowIds } from './row-ids.ts'
import type { Rows } from './rows.ts'

/** Faultless predictions, column by column in file order. */
export interface Predictions {
  readonly source: PredictionSource
  readonly ids: RowIds
  readonly rows: Rows
  /** Where each row stands in its file. */
  readonly places: Float64Array
}
