/** Row by row, the first less the second. */
export function differences(minuends: Float64Array, subtrahends: Float64Array): Float64Array {
  if (minuends.length !== subtrahends.length) throw new Error('Rows are not paired')
  return minuends.map((value, row) => value - (subtrahends[row] ?? Number.NaN))
}
