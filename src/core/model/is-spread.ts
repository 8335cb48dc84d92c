/** Rows that a variance must at least rest on; with fewer, exact bounds take the place of the normal approximation. */
const ENOUGH = 10

/** Whether at least ten values differ from the most frequent one. */
export const isSpread = (values: Float64Array): boolean =>
  // A value that all but nine share is among the first ten.
  values.length >= ENOUGH && values.subarray(0, ENOUGH).every(candidate => enoughDiffer(values, candidate))

function enoughDiffer(values: Float64Array, candidate: number): boolean {
  let others = 0
  for (const value of values) if (value !== candidate && ++others === ENOUGH) return true
  return false
}
