import type { findRevocation } from '../../core/record/promotion/find-revocation.ts'
import { type PromotionStep, promotionStep } from '../../core/record/promotion/promotion-step.ts'
import type { PromotionWorld } from './promotion-world.ts'

/** Whether the log lets a certificate stand. What cannot be read may be about it, and stops as a revocation does. */
export function revokedStep(found: ReturnType<typeof findRevocation>, { recordLog }: PromotionWorld): PromotionStep {
  const log = recordLog?.name ?? 'the log'
  if (found === undefined) return promotionStep('not-revoked', 'passed', `No entry of ${log} revokes it`)
  if (found === 'unreadable')
    return promotionStep(
      'not-revoked',
      'inconclusive',
      `Expected to read every revocation of ${log} but the document of one that may be about it is not kept`,
      'Bring the document back into the log, or certify the model again',
    )
  return promotionStep(
    'not-revoked',
    'failed',
    `Expected a certificate that nobody has revoked but ${found.key === undefined ? 'it' : 'the key that signed it'} was revoked at ${found.at}: ${found.reason}`,
    'Certify the model again',
  )
}
