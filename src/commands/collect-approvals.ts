import type { Consent } from '../core/record/approvals/consent.ts'
import { requiredApprovals } from '../core/record/approvals/required-approvals.ts'
import type { Review } from '../core/record/approvals/review.ts'
import { type ProvenApprovals, reviewApprovals } from '../core/record/approvals/review-approvals.ts'
import { standingReviews } from '../core/record/approvals/standing-reviews.ts'
import type { ApprovalRule } from '../core/record/policy/approval-rule.ts'
import type { Policy } from '../core/record/policy/policy.ts'
import type { Ports } from '../ports.ts'
import { collectReceipts, type ReceiptSource } from './collect-receipts.ts'
import { githubRepository } from './github-repository.ts'
import { rolesOf } from './roles-of.ts'

/** Consent to one certification, with the documents that prove it. */
export interface Collected extends Consent {
  /** What is to be kept: reviews and receipts as they are, by their SHA-256. */
  readonly documents: ReadonlyMap<string, string>
}

/**
 * Everything that is known of who consented: reviews of the pull request that stand, and receipts. Reads nothing where the policy asks
 * for nobody's approval. A permission or a token that is missing is thrown, with its name.
 */
export async function collectApprovals(
  {
    policy,
    model,
    waived,
    receipts = [],
  }: {
    readonly policy: Policy
    readonly model: string
    /** Whether a waiver was applied, so that the policy's approver of waivers has to approve. */
    readonly waived: boolean
    readonly receipts?: readonly ReceiptSource[] | undefined
  },
  ports: Ports,
): Promise<Collected | undefined> {
  const required = requiredApprovals(policy, waived)
  if (required.length === 0) return undefined
  const { context, forge } = ports
  const commit = context.pullRequest?.head ?? context.commit
  const merged = context.pullRequest === undefined ? await forge?.mergedPullRequest() : undefined
  const pullRequest = context.pullRequest?.number ?? merged?.number
  const told = forge && pullRequest !== undefined ? await forge.reviews(pullRequest) : []
  const authors = forge ? await forge.authors(pullRequest) : NOBODY_ASKED
  const { approved, setAside } = standingReviews(told)
  const reviewed = await reviewsWithRoles(approved, { pullRequest, required, policy }, ports)
  const received = await collectReceipts({ sources: receipts, policy, required, model }, ports)
  return {
    approvals: [...reviewed.approvals, ...received.approvals],
    documents: new Map([...reviewed.documents, ...received.documents]),
    occasion: {
      model,
      commit,
      sameFilesAs: merged?.sameFiles ? merged.head : undefined,
      authors: authors.known,
      unknownAuthors: authors.unknown,
      triggers: context.triggers ?? [],
      setAside: [
        ...setAside,
        ...(merged && !merged.sameFiles
          ? [`the merge of #${merged.number} has other files than what was reviewed`]
          : []),
        ...received.refused,
      ],
    },
  }
}

const NOBODY_ASKED = { known: [], unknown: ['there is no GitHub to ask who wrote the commit'] }

async function reviewsWithRoles(
  approved: readonly Review[],
  {
    pullRequest,
    required,
    policy,
  }: { readonly pullRequest: number | undefined; readonly required: readonly ApprovalRule[]; readonly policy: Policy },
  ports: Ports,
): Promise<ProvenApprovals> {
  const repository = githubRepository(ports.context)
  if (repository === undefined || pullRequest === undefined) return { approvals: [], documents: new Map() }
  const roles = new Map<string, readonly string[]>()
  for (const { user } of approved) roles.set(user.id, await rolesOf(user, required, policy, ports))
  return reviewApprovals(approved, { repository, pullRequest }, ({ user }) => roles.get(user.id) ?? [], ports.sha256)
}
