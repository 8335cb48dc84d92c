/** By row, the class of the highest probability; the first of several. */
export function mostProbable(probabilities: readonly Float64Array[], rows: number): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, row) => {
    let best = 0
    for (const [place, column] of probabilities.entries())
      if ((column[row] ?? 0) > (probabilities[best]?.[row] ?? 0)) best = place
    return best
  })
}
