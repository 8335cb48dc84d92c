import type { Sample } from '../sample.ts'

/** Predicted numbers on the hold-out, by row. */
export interface RegressionEvaluation extends Sample {
  readonly truth: Float64Array
  readonly predicted: Float64Array
  /** Predicted less true. */
  readonly errors: Float64Array
  /** The model's prediction intervals; an end that the settings name no column of is absent. */
  readonly lower?: Float64Array
  readonly upper?: Float64Array
  /** Largest error within tolerance. */
  readonly tolerance?: number
  /** Quantile that is predicted. */
  readonly quantile: number
}
