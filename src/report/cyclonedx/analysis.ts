import type { Waiver } from '../../core/security/waivers/waiver.ts'
import type { Analysis } from './bom.ts'

/** What the policy's waiver says of a vulnerability, as a VEX statement; without one nobody has said anything yet. */
export function analysisOf(waiver: Waiver | undefined, found: string): Analysis {
  if (waiver?.rule !== 'vulnerabilities') return { state: 'in_triage', detail: found }
  const { state, justification, reason, owner, expires } = waiver
  return {
    state,
    ...(state === 'not_affected' && justification !== undefined && { justification }),
    // Who says that it can be exploited and waives it has decided to live with it.
    ...(state === 'exploitable' && { response: ['will_not_fix'] as const }),
    detail: `${reason} (waived by ${owner} until ${expires}; ${found})`,
  }
}
