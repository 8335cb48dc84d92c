import type { Check } from '../../evidence.ts'
import type { Judged } from '../task.ts'
import { checkClaim } from './check-claim.ts'
import type { Claim } from './claim.ts'

/** A claim as it was written, and the id of the check that answers it. */
export interface AnsweredClaim {
  readonly claim: string
  readonly check: string
}

/** A check per claim, `auc.floor`, a second one on the same metric `auc.floor-2`; of no claims one that says so. */
export function checkClaims(
  claims: readonly Claim[],
  judged: Judged | undefined,
): { checks: Check[]; answered: AnsweredClaim[] } {
  if (claims.length === 0) return { checks: [NOTHING_REQUIRED], answered: [] }
  const seen = new Map<string, number>()
  const checks = claims.map(claim => {
    const name = `${claim.metric.id}.${claim.kind}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { id: count === 1 ? name : `${name}-${count}`, ...checkClaim(claim, judged) }
  })
  return { checks, answered: claims.map(({ text }, index) => ({ claim: text, check: checks[index]?.id ?? '' })) }
}

const NOTHING_REQUIRED: Check = {
  id: 'claims.none',
  title: 'Claims on the model',
  status: 'inconclusive',
  reason: 'Nothing was required of the model: there is no claim',
  hint: 'Add a claim to certify.claims, e.g. "auc >= 0.80"',
}
