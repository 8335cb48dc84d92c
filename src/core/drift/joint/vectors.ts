import { finiteNumber } from '../cell.ts'
import type { JointSample } from '../joint-sample.ts'

/** Rows as vectors of numbers; rows where one is no finite number are left out. */
export function vectors({ rows, columns }: JointSample, names: readonly string[]): number[][] {
  const found: number[][] = []
  for (let i = 0; i < rows; i++) {
    const vector = names.flatMap(name => finiteNumber(columns.get(name)?.[i] ?? '') ?? [])
    if (vector.length === names.length) found.push(vector)
  }
  return found
}
