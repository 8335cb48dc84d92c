const known = new WeakMap<Float64Array, Float64Array>()

/** The values from the lowest to the highest; sorted once, whoever asks. */
export function ascending(values: Float64Array): Float64Array {
  const found = known.get(values) ?? values.toSorted()
  known.set(values, found)
  return found
}
