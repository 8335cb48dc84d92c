import { type Claim, isOnMetric } from './claim.ts'

/** Ids of the metrics that claims are on. */
export const claimedMetrics = (claims: readonly Claim[]): string[] => [
  ...new Set(claims.flatMap(claim => (isOnMetric(claim) ? [claim.metric.id] : []))),
]
