import type { Account } from '../core/record/approvals/account.ts'
import type { Review } from '../core/record/approvals/review.ts'

/** Who is behind a pull request. */
export interface Authors {
  /** Who opened it, and the authors and committers of its commits that have an account; each once. */
  readonly known: readonly Account[]
  /** Why somebody unknown may be among them; a phrase each. */
  readonly unknown: readonly string[]
}

/** The people of the pull request that a run answers. Every failure is a `UserError`; a missing permission is named. */
export interface PullRequestPeople {
  /** Every review, oldest first. */
  reviews(): Promise<Review[]>
  authors(): Promise<Authors>
}
