import type { MetricInfo } from '../metric.ts'
import type { Scope } from './scope.ts'

/** A requirement on a model. */
export type Claim = MetricClaim | Parity | Calibrated | Latency | ModelSize

/** A requirement on a metric. */
export type MetricClaim = Bound | NoWorseThanChampion | BetterThanChampion

/** What every claim may say besides. */
interface Written {
  /** As it was written. */
  readonly text: string
  /** Chance of passing what does not hold; half of what the settings' level leaves unless given. */
  readonly alpha?: number
  /** Rows below which nothing is decided, where they are more than the task asks for. */
  readonly leastRows?: number
}

interface OnMetric extends Written {
  readonly metric: MetricInfo
  /** Of which rows; of all unless given. */
  readonly scope?: Scope
}

/** The metric must be at least (`floor`) or at most (`ceiling`) a value. */
export interface Bound extends OnMetric {
  readonly kind: 'floor' | 'ceiling'
  readonly value: number
}

/** The metric must not be worse than the champion's on the same rows by more than the margin. */
export interface NoWorseThanChampion extends OnMetric {
  readonly kind: 'no-worse-than-champion'
  /** Absolute; the metric's default where the claim gives none. */
  readonly margin?: number
}

/** The metric must be better than the champion's on the same rows, by at least the margin where there is one. */
export interface BetterThanChampion extends OnMetric {
  readonly kind: 'better-than-champion'
  readonly margin?: number
}

/** Kinds of fairness between groups: what is compared, and how. */
export const PARITIES = ['fair', 'impact-ratio', 'equal-opportunity', 'equalized-odds', 'predictive-parity'] as const

/** Groups must be treated alike. */
export interface Parity extends Written {
  readonly kind: (typeof PARITIES)[number]
  /** Columns whose combined values are the groups. */
  readonly by: readonly string[]
  /** Least ratio (`fair`, `impact-ratio`), or greatest difference. */
  readonly value: number
}

/** Probabilities must be what they say they are, on average to within `within`. */
export interface Calibrated extends Written {
  readonly kind: 'calibrated'
  readonly within: number
}

/** A quantile of the time that a prediction takes must be at most a number of milliseconds. */
export interface Latency extends Written {
  readonly kind: 'latency'
  /** Such as 0.95. */
  readonly quantile: number
  readonly value: number
}

/** The model's files together must be at most a number of bytes. */
export interface ModelSize extends Written {
  readonly kind: 'model-size'
  readonly value: number
  /** The number and its unit as they were written. */
  readonly size: string
}

export const isOnMetric = (claim: Claim): claim is MetricClaim => 'metric' in claim

/** Whether it compares with the champion. */
export const isComparison = (claim: Claim): claim is NoWorseThanChampion | BetterThanChampion =>
  claim.kind === 'no-worse-than-champion' || claim.kind === 'better-than-champion'
