import type { ClassMatrix } from './class-matrix.ts'

/** By class: rightly predicted, predicted, true; and over all classes. */
export interface ClassTotals {
  readonly hits: Float64Array
  readonly predicted: Float64Array
  readonly truth: Float64Array
  readonly allHits: number
  readonly all: number
}

export function classTotals({ classes, cells }: ClassMatrix): ClassTotals {
  const hits = new Float64Array(classes)
  const predicted = new Float64Array(classes)
  const truth = new Float64Array(classes)
  let [all, allHits] = [0, 0]
  for (let row = 0; row < classes; row++) {
    for (let column = 0; column < classes; column++) {
      const cell = cells[row * classes + column] ?? 0
      truth[row] = (truth[row] ?? 0) + cell
      predicted[column] = (predicted[column] ?? 0) + cell
      all += cell
    }
    hits[row] = cells[row * classes + row] ?? 0
    allHits += hits[row] ?? 0
  }
  return { hits, predicted, truth, allHits, all }
}
