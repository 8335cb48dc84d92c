import { canonicalJson } from '../../statement/canonical-json.ts'
import type { Policy } from '../policy.ts'
import { approvalChanges } from './approval-changes.ts'
import type { Change } from './change.ts'
import { cannotTell, differs, higherIsStronger, listChanges, lowerIsStronger } from './ordered.ts'
import { ruleChanges } from './rule-changes.ts'
import { trustChanges } from './trust-changes.ts'
import { waiverChanges } from './waiver-changes.ts'

/** How two policies differ, key by key, and whether the new one asks for less or more where that can be known; weaker first. */
export function policyChanges(from: Policy, to: Policy): Change[] {
  const changes = [
    ...differs('where the policy is kept', from.from, to.from, cannotTell),
    ...listChanges(
      from.require,
      to.require,
      gate => `${gate} ${to.require.includes(gate) ? 'to' : 'from'} what is required`,
      {
        added: 'stronger',
        removed: 'weaker',
      },
    ),
    ...ruleChanges(from.rules, to.rules),
    ...approvalChanges(from, to),
    ...differs('validity-days', from['validity-days'], to['validity-days'], lowerIsStronger),
    ...differs('review-days-before', from['review-days-before'], to['review-days-before'], higherIsStronger),
    ...differs('known-vulnerabilities', from['known-vulnerabilities'], to['known-vulnerabilities'], (old, now) =>
      now === 'all' ? 'stronger' : old === 'all' ? 'weaker' : 'unknown',
    ),
    ...waiverChanges(from, to),
    ...trustChanges(from.trust, to.trust),
  ]
  if (changes.length === 0 && canonicalJson(from) !== canonicalJson(to))
    return [{ text: 'puts parts of it in another order', effect: 'unknown' }]
  return (['weaker', 'unknown', 'stronger'] as const).flatMap(effect => changes.filter(each => each.effect === effect))
}
