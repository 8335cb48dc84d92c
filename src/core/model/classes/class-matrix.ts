/** Rows, or their weights, by true and predicted class. */
export interface ClassMatrix {
  readonly classes: number
  /** Row by row: `cells[truth * classes + predicted]`. */
  readonly cells: ArrayLike<number>
}

export function classMatrix({
  classes,
  truth,
  predicted,
}: {
  classes: readonly string[]
  truth: Uint32Array
  predicted: Uint32Array
}): ClassMatrix {
  const cells = new Float64Array(classes.length ** 2)
  for (let row = 0; row < truth.length; row++) {
    const cell = (truth[row] ?? 0) * classes.length + (predicted[row] ?? 0)
    cells[cell] = (cells[cell] ?? 0) + 1
  }
  return { classes: classes.length, cells }
}
