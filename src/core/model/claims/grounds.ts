import type { Estimate } from '../estimate.ts'

/** What claims are decided on: estimates by metric id. */
export interface Grounds {
  /** Rows of each class. */
  readonly positives: number
  readonly negatives: number
  /** Two-sided level of the intervals. */
  readonly level: number
  readonly challenger: ReadonlyMap<string, Estimate>
  /** On the same rows; absent where there is no such champion. */
  readonly champion?: ReadonlyMap<string, Estimate>
  /** How much better the challenger is than the champion; empty without one. */
  readonly gains: ReadonlyMap<string, Estimate>
}
