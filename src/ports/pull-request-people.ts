import type { Account } from '../core/record/approvals/account.ts'
import type { Review } from '../core/record/approvals/review.ts'

/** Who is behind a pull request. */
export interface Authors {
  /** Who opened it, and the authors and committers of its commits that have an account; each once. */
  readonly known: readonly Account[]
  /** Why somebody unknown may be among them; a phrase each. */
  readonly unknown: readonly string[]
}

/** The pull request by whose merge a commit came to be. */
export interface MergedPullRequest {
  readonly number: number
  /** Its head commit, which its reviewers have seen. */
  readonly head: string
  /** Whether the commit has the very files of that head: else the merge brought in what nobody reviewed together. */
  readonly sameFiles: boolean
}

/** The people of pull requests. Every failure is a `UserError`; a missing permission is named. */
export interface PullRequestPeople {
  /** Where this run answers no pull request: the one whose merge made its commit. */
  mergedPullRequest(): Promise<MergedPullRequest | undefined>
  /** Every review, oldest first. */
  reviews(pullRequest: number): Promise<Review[]>
  /** Of a pull request; without one of the commit of this run. */
  authors(pullRequest: number | undefined): Promise<Authors>
}
