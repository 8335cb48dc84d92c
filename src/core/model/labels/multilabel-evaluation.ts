import type { Sample } from '../sample.ts'

/** A model that gives each row any number of labels, on the hold-out; by label, then by row. */
export interface MultilabelEvaluation extends Sample {
  readonly labels: readonly string[]
  /** 1 where the row has the label. */
  readonly truth: readonly Float64Array[]
  /** 1 where its probability reaches the threshold. */
  readonly predicted: readonly Float64Array[]
  readonly probabilities: readonly Float64Array[]
}
