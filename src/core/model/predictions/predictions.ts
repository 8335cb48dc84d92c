import type { PredictionSource } from './prediction-source.ts'
import type { Rows } from './rows.ts'

/** Faultless predictions, column by column in file order. */
export interface Predictions {
  readonly source: PredictionSource
  readonly ids: readonly string[]
  /** Row number by id. */
  readonly rowOf: ReadonlyMap<string, number>
  readonly rows: Rows
  /** Line of the file on which each row starts, 1-based. */
  readonly lines: Uint32Array
}
