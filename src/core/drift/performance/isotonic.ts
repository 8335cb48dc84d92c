/**
 * The non-decreasing values nearest to `values` in weighted squares, by pooling adjacent violators (Ayer et al. 1955; Barlow et al. 1972).
 * Entries of weight 0 take the value of the block before them, or of the first block.
 */
export function isotonic(values: Float64Array, weights: Float64Array): Float64Array {
  const n = values.length
  const means = new Float64Array(n)
  const masses = new Float64Array(n)
  const ends = new Uint32Array(n)
  let blocks = 0
  for (let i = 0; i < n; i++) {
    const weight = weights[i] ?? 0
    if (weight === 0) {
      if (blocks > 0) ends[blocks - 1] = i + 1
      continue
    }
    let [mean, mass] = [values[i] ?? Number.NaN, weight]
    while (blocks > 0 && (means[blocks - 1] ?? 0) >= mean) {
      blocks--
      const before = masses[blocks] ?? 0
      mean = ((means[blocks] ?? 0) * before + mean * mass) / (before + mass)
      mass += before
    }
    means[blocks] = mean
    masses[blocks] = mass
    ends[blocks] = i + 1
    blocks++
  }
  const fitted = new Float64Array(n)
  let from = 0
  for (let block = 0; block < blocks; block++) {
    const end = ends[block] ?? n
    fitted.fill(means[block] ?? 0, from, end)
    from = end
  }
  return fitted
}
