import type { MetricInfo } from '../metric.ts'

/** A requirement on a model's quality. */
export type Claim = Bound | NoWorseThanChampion

/** The metric must be at least (`floor`) or at most (`ceiling`) a value. */
export interface Bound {
  readonly kind: 'floor' | 'ceiling'
  readonly metric: MetricInfo
  readonly value: number
  /** As it was written. */
  readonly text: string
}

/** The metric must not be worse than the champion's on the same rows by more than the margin. */
export interface NoWorseThanChampion {
  readonly kind: 'no-worse-than-champion'
  readonly metric: MetricInfo
  /** Absolute; the metric's default where the claim gives none. */
  readonly margin?: number
  readonly text: string
}
