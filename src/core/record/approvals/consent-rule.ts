import type { RuleOutcome } from '../decision/rule-outcome.ts'
import type { Policy } from '../policy/policy.ts'
import { approvalsRule } from './approvals-rule.ts'
import type { Consent } from './consent.ts'
import { requiredApprovals } from './required-approvals.ts'

/** The approvals rule of a policy, with the waivers that were applied; where nothing is known of consent, nobody has approved. */
export function consentRule(
  policy: Policy,
  consent: Consent | undefined,
  waivers: readonly { readonly 'requested-by'?: string | undefined }[],
): RuleOutcome | undefined {
  const nobody = { model: 'MODEL-ID', authors: [], unknownAuthors: [], triggers: [] }
  return approvalsRule(consent?.approvals ?? [], requiredApprovals(policy, waivers.length), policy.roles ?? {}, {
    ...(consent?.occasion ?? nobody),
    waiverRequesters: waivers.flatMap(waiver => {
      const login = waiver['requested-by']
      return login === undefined ? [] : [{ login }]
    }),
  })
}
