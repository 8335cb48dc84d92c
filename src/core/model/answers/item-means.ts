/** Of each item the mean over its answers. */
export const itemMeans = (items: readonly Uint32Array[], values: Float64Array): Float64Array =>
  Float64Array.from(items, rows => rows.reduce((sum, row) => sum + (values[row] ?? Number.NaN), 0) / rows.length)
