/** Rows, or their weights, by true and predicted class. */
export interface ClassMatrix {
  readonly classes: number
  /** Row by row: `cells[truth * classes + predicted]`. */
  readonly cells: Float64Array
}

export function classMatrix(
  truth: Uint32Array,
  predicted: Uint32Array,
  classes: number,
  weights: Float64Array,
): ClassMatrix {
  const cells = new Float64Array(classes * classes)
  for (let row = 0; row < truth.length; row++) {
    const cell = (truth[row] ?? 0) * classes + (predicted[row] ?? 0)
    cells[cell] = (cells[cell] ?? 0) + (weights[row] ?? 0)
  }
  return { classes, cells }
}
