import type { Policy } from '../core/record/policy/policy.ts'
import { dueOf, REVIEW_DAYS, type Reviewable } from '../core/record/review/due.ts'
import { certificatesToReview, waiversToReview } from '../core/record/review/reviewables.ts'
import { UserError } from '../core/user-error.ts'
import { type Verdict, worstVerdict } from '../core/verdict.ts'
import type { Ports } from '../ports.ts'
import { type CertificatePlaces, findCertificates } from './find-certificates.ts'
import { type SyncedIssues, syncReviewIssues } from './sync-review-issues.ts'

export interface ReviewOptions extends CertificatePlaces {
  readonly policy: Policy
  /** Where the policy is, for people. */
  readonly policyName: string
  /** Whether to keep issues of what is due. */
  readonly issues: boolean
}

export interface Reviewed {
  /** failed: something has ended. inconclusive: there was nothing to review, or something could not be read. */
  readonly verdict: Verdict
  readonly ended: readonly Reviewable[]
  readonly ending: readonly Reviewable[]
  readonly certificates: number
  readonly waivers: number
  readonly problems: readonly string[]
  /** Within how many days something is due. */
  readonly days: number
  readonly issues?: SyncedIssues | undefined
}

/** Looks through certificates and waivers for those that have ended, or end soon, and keeps one issue for each. */
export async function review(options: ReviewOptions, ports: Ports): Promise<Reviewed> {
  const { policy, policyName } = options
  const found = await findCertificates({ trust: policy.trust, ...options }, ports)
  const certificates = certificatesToReview(found.certificates)
  const waivers = waiversToReview(policy.waivers ?? [], policyName)
  const all = [...certificates, ...waivers]
  const days = policy['review-days-before'] ?? REVIEW_DAYS
  const due = dueOf(all, ports.now(), days)
  const issues = options.issues ? await synced({ ...due, all }, ports) : undefined
  return {
    verdict: worstVerdict([
      ...all.map(item => (due.ended.includes(item) ? 'failed' : 'passed') satisfies Verdict),
      ...found.problems.map(() => 'inconclusive' as const),
    ]),
    ...due,
    certificates: certificates.length,
    waivers: waivers.length,
    problems: found.problems,
    days,
    issues,
  }
}

async function synced(due: Parameters<typeof syncReviewIssues>[0], { forge, sha256 }: Ports): Promise<SyncedIssues> {
  if (!forge)
    throw new UserError('review.no-github', 'Expected a GitHub to keep issues on but found none', {
      kind: 'environment',
      hint: 'Run in GitHub Actions with `issues: write`, or set `issues: false`',
    })
  return syncReviewIssues(due, forge, ({ key }) => sha256(key).slice(0, 16))
}
