import { type Gap, unset } from '../estimators/gap.ts'

interface Intervals {
  readonly truth: Float64Array
  readonly lower?: Float64Array
  readonly upper?: Float64Array
}

/** 1 for the rows whose truth lies in the model's prediction interval, ends included. */
export function covered({ truth, lower, upper }: Intervals): Uint8Array | Gap {
  if (!lower || !upper) return unset(lower ? 'upper' : 'lower')
  return Uint8Array.from(truth, (value, row) =>
    value >= (lower[row] ?? Number.NaN) && value <= (upper[row] ?? Number.NaN) ? 1 : 0,
  )
}
