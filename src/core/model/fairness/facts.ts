import type { Design } from '../forms/design.ts'
import type { RateName } from './rates.ts'

/** What is true of every row and what is predicted, 1 for the favourable class, where rows count differently or belong together. */
export interface Facts {
  readonly truths: Uint8Array
  readonly chosen: Uint8Array
  readonly design: Design
}

/** Of the rows of a group, those that a rate is taken of, and 1 for those it counts. */
export function rowsOfRate({ truths, chosen }: Facts, name: RateName, group: Uint32Array) {
  const isAsked: Record<RateName, (row: number) => boolean> = {
    selection: () => true,
    truePositive: row => truths[row] === 1,
    falsePositive: row => truths[row] === 0,
    precision: row => chosen[row] === 1,
  }
  const rows = group.filter(isAsked[name])
  const counts = name === 'precision' ? truths : chosen
  return { rows, values: Float64Array.from(rows, row => counts[row] ?? Number.NaN) }
}
