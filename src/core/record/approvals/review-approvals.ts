import { NAMESPACE } from '../../identifiers.ts'
import { canonicalJson } from '../statement/canonical-json.ts'
import { instant } from '../statement/instant.ts'
import type { Approval } from './approval.ts'
import type { Review, ReviewDocument } from './review.ts'

/** Documents by their SHA-256. */
export type ApprovalDocuments = ReadonlyMap<string, string>

export interface ProvenApprovals {
  readonly approvals: readonly Approval[]
  readonly documents: ApprovalDocuments
}

/** Approvals from reviews that stand: one for each role that the reviewer has, each with the review itself as the document that proves it. */
export function reviewApprovals(
  reviews: readonly Review[],
  place: { readonly repository: string; readonly pullRequest: number },
  rolesOf: (review: Review) => readonly string[],
  sha256: (text: string) => string,
): ProvenApprovals {
  const documents = new Map<string, string>()
  const approvals = reviews.flatMap((review): Approval[] => {
    const { user, commit, submittedAt, url } = review
    const roles = rolesOf(review)
    if (commit === undefined || submittedAt === undefined || roles.length === 0) return []
    const told: ReviewDocument = { schema: `${NAMESPACE}review/v1`, ...place, review }
    const text = canonicalJson(told)
    const document = sha256(text)
    documents.set(document, text)
    const at = instant(new Date(submittedAt))
    return roles.map(role => ({ role, actor: user.login, actorId: user.id, at, of: { commit }, document, url }))
  })
  return { approvals, documents }
}
