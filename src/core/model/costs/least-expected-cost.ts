/**
 * The class that costs least, were the probabilities right, of each row; of classes that cost as much the first. `matrix`: costs by
 * true × classes + predicted.
 */
export function leastExpectedCost(
  probabilities: readonly Float64Array[],
  matrix: Float64Array,
  n: number,
): Uint32Array {
  const classes = probabilities.length
  return Uint32Array.from({ length: n }, (_, row) => {
    let [best, least] = [0, Number.POSITIVE_INFINITY]
    for (let predicted = 0; predicted < classes; predicted++) {
      let cost = 0
      for (let truth = 0; truth < classes; truth++)
        cost += (probabilities[truth]?.[row] ?? Number.NaN) * (matrix[truth * classes + predicted] ?? Number.NaN)
      if (cost < least) [best, least] = [predicted, cost]
    }
    return best
  })
}
