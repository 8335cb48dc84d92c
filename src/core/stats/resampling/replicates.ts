/** What a statistic was on each resample. */
export interface Replicates {
  /** Of the resamples on which it was defined, in the order of drawing. */
  readonly values: Float64Array
  /** Resamples on which it was not. */
  readonly missing: number
}

/** Calls `draw` for each resample; NaN stands for undefined. */
export function collectReplicates(resamples: number, draw: () => number): Replicates {
  const values = new Float64Array(resamples)
  let defined = 0
  for (let i = 0; i < resamples; i++) {
    const value = draw()
    if (!Number.isNaN(value)) values[defined++] = value
  }
  return { values: values.subarray(0, defined), missing: resamples - defined }
}
