/** A median of weighted values: of the two about the half of all weight the mean, as scikit-learn has it. NaN without weight. */
export function weightedMedian(values: Float64Array): (weights: Float64Array) => number {
  const order = Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  return weights => {
    const total = order.reduce((sum, row) => sum + (weights[row] ?? 0), 0)
    if (!(total > 0)) return Number.NaN
    let below = 0
    for (const [place, row] of order.entries()) {
      below += weights[row] ?? 0
      if (below < total / 2) continue
      const value = values[row] ?? Number.NaN
      if (below > total / 2) return value
      const next = order.subarray(place + 1).find(other => (weights[other] ?? 0) > 0)
      return (value + (next === undefined ? value : (values[next] ?? Number.NaN))) / 2
    }
    return Number.NaN
  }
}
