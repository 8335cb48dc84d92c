import type { RuleOutcome } from '../decision/rule-outcome.ts'
import type { Policy } from '../policy/policy.ts'
import { judgeApprovals } from './approvals-rule.ts'
import type { Consent } from './consent.ts'
import { requiredApprovals } from './required-approvals.ts'

/** The approvals rule of a policy, with the waivers that were applied; where nothing is known of consent, nobody has approved. */
export const consentRule = (...given: Parameters<typeof judgeConsent>): RuleOutcome | undefined =>
  judgeConsent(...given).rule

/** The same with the approvals that counted: those that belong into the certificate and the log. */
export function judgeConsent(
  policy: Policy,
  consent: Consent | undefined,
  waivers: readonly { readonly owner: string; readonly 'requested-by'?: string | undefined }[],
): ReturnType<typeof judgeApprovals> {
  const nobody = { model: 'MODEL-ID', authors: [], unknownAuthors: [], triggers: [] }
  return judgeApprovals(consent?.approvals ?? [], requiredApprovals(policy, waivers.length > 0), policy.roles ?? {}, {
    ...(consent?.occasion ?? nobody),
    // Who asked for a waiver is at least who answers for it.
    waiverRequesters: waivers.map(waiver => ({ login: waiver['requested-by'] ?? waiver.owner })),
  })
}
