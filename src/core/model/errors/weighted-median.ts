/** Of sorted values with weights the median: of the two about the half of all weight the mean, as scikit-learn has it. NaN without weight. */
export function weightedMedian(sorted: Float64Array, weights: Float64Array): number {
  let total = 0
  for (let place = 0; place < weights.length; place++) total += weights[place] ?? 0
  if (!(total > 0)) return Number.NaN
  let below = 0
  for (let place = 0; place < weights.length; place++) {
    below += weights[place] ?? 0
    if (below < total / 2) continue
    const value = sorted[place] ?? Number.NaN
    if (below > total / 2) return value
    let next = place + 1
    while (next < weights.length && !(weights[next] ?? 0)) next++
    return (value + (sorted[next] ?? value)) / 2
  }
  return Number.NaN
}
