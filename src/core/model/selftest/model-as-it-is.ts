import { verdictOf } from '../../verdict.ts'
import { behaviourChecks } from '../behaviour-checks.ts'
import type { Collected, Demands } from '../certify.ts'
import { checkClaims } from '../claims/check-claims.ts'
import { claimedMetrics } from '../claims/claimed-metrics.ts'
import { putToTrial } from '../put-to-trial.ts'
import type { SelftestResult } from './selftest-result.ts'

/** What the policy says to the model before anything is degraded, by all files there are. */
export function modelAsItIs(collected: Collected, demands: Demands): SelftestResult['model'] {
  const { claims, model, task } = demands
  const metrics = claimedMetrics(claims)
  const { checks, trial } = putToTrial(collected, demands, { only: metrics })
  // First, so that claims need not judge again.
  const judged = trial?.whole
  const { train, repeat, perturbed = [] } = collected
  const all = [
    ...checks,
    ...[train, repeat, ...perturbed].flatMap(file => file?.checks ?? []),
    ...checkClaims(claims, { model, ...(trial ? { trial } : {}) }).checks,
    ...(trial ? behaviourChecks(collected, trial, claims) : []),
  ]
  return {
    verdict: verdictOf(all.map(({ status }) => status)),
    metrics: task.metrics
      .filter(({ id }) => metrics.includes(id))
      .map(({ id, title }) => ({ id, title, value: judged?.challenger.get(id)?.value ?? null })),
    open: all
      .filter(({ status }) => status === 'fail' || status === 'inconclusive')
      .map(({ id, title, status, reason, hint }) => ({
        id,
        title,
        status,
        reason,
        ...(hint === undefined ? {} : { hint }),
      })),
  }
}
