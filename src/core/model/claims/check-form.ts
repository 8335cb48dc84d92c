import type { Check } from '../../evidence.ts'
import { checkCalibrated } from '../calibration/check-calibrated.ts'
import { checkParity } from '../fairness/check-parity.ts'
import type { Grounds } from '../grounds.ts'
import { UNTESTED } from './answer.ts'
import { checkLatency } from './check-latency.ts'
import { checkModelSize } from './check-model-size.ts'
import type { Claim, MetricClaim } from './claim.ts'

/** The answer to a claim that is not about a metric. */
export function checkForm(claim: Exclude<Claim, MetricClaim>, { trial, model }: Grounds): Omit<Check, 'id'> {
  if (claim.kind === 'model-size') return checkModelSize(claim, model)
  if (!trial) return { title: claim.text, ...UNTESTED }
  switch (claim.kind) {
    case 'calibrated':
      return checkCalibrated(claim, trial)
    case 'latency':
      return checkLatency(claim, trial)
    default:
      return checkParity(claim, trial)
  }
}
