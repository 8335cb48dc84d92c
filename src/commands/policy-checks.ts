import type { Check } from '../core/evidence.ts'
import type { Effect } from '../core/record/policy/changes/change.ts'
import { policyChanges } from '../core/record/policy/changes/policy-changes.ts'
import type { Policy } from '../core/record/policy/policy.ts'

/** Changes that are told one by one. */
const TOLD = 30

const EFFECT: Record<Effect, string> = {
  weaker: 'Weaker: this',
  stronger: 'Stronger: this',
  unknown: 'This',
}

/** What a pull request would change about the policy once merged, one check for each change; none where nothing. */
export function policyChecks(base: Policy, head: Policy, file: string): Check[] {
  const changes = policyChanges(base, head)
  const weaker = changes.filter(({ effect }) => effect === 'weaker').length
  const more = changes.length - TOLD
  const told = changes.slice(0, TOLD).map(({ text, effect }) => `${EFFECT[effect]} pull request ${text}`)
  return [...told, ...(more > 0 ? [`This pull request changes ${more} more things about the policy`] : [])].map(
    (change): Check => ({
      id: 'policy.changed',
      title: weaker > 0 ? 'The policy would be weaker' : 'The policy would change',
      status: 'warn',
      reason: `${change}; this run was decided by the base branch's policy`,
      hint: 'The change takes effect after the merge: have the owner of the policy review it',
      locations: [{ file }],
    }),
  )
}
