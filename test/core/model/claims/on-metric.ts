import { isOnMetric, type MetricClaim } from '../../../../src/core/model/claims/claim.ts'
import { parseClaim } from '../../../../src/core/model/claims/parse-claim.ts'
import { binary } from '../../../../src/core/model/tasks/binary.ts'

/** A claim on a metric, read. */
export function onMetric(text: string): MetricClaim {
  const claim = parseClaim(text, binary)
  if (!isOnMetric(claim)) throw new Error(`'${text}' is not about a metric`)
  return claim
}
