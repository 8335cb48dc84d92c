import type { PredictionSource } from './prediction-source.ts'

/** Faultless predictions, column by column. */
export interface Predictions {
  readonly source: PredictionSource
  readonly ids: readonly string[]
  /** Row number by id. */
  readonly rowOf: ReadonlyMap<string, number>
  /** 1 for the positive class, 0 for the other. */
  readonly labels: Uint8Array
  /** Name of the other class. */
  readonly negative: string
  /** Probabilities of the positive class. */
  readonly scores: Float64Array
  /** Line of the file on which each row starts, 1-based. */
  readonly lines: Uint32Array
}
