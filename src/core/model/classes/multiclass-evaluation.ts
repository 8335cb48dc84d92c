import type { Settings } from '../../settings/schema.ts'
import type { Sample } from '../sample.ts'

export type ClassCosts = NonNullable<Settings['certify']['class-costs']>

/** A classifier on the hold-out: classes by their place in `classes`. */
export interface MulticlassEvaluation extends Sample {
  readonly classes: readonly string[]
  readonly truth: Uint32Array
  readonly predicted: Uint32Array
  /** By class, then by row; absent where the settings name no columns of them. */
  readonly probabilities?: readonly Float64Array[]
  /** What a row costs by its true class and the predicted one, where the settings say. */
  readonly costs?: ClassCosts
  /** How many classes top-k accuracy looks at. */
  readonly k: number
}
