import type { Review } from './review.ts'

/** The reviews that stand, and why others that once approved do not; a phrase each. */
export interface StandingReviews {
  readonly approved: readonly Review[]
  readonly setAside: readonly string[]
}

/**
 * Of each person the last review that decides something counts: a comment decides nothing, a review that is not handed in is none.
 * An approval that was dismissed, or that the same person followed by a request for changes, has lost its force.
 */
export function standingReviews(reviews: readonly Review[]): StandingReviews {
  const last = new Map<string, Review>()
  const everApproved = new Set<string>()
  for (const review of reviews.filter(decides).toSorted(inTime)) {
    if (review.state === 'approved') everApproved.add(review.user.id)
    last.set(review.user.id, review)
  }
  const standing = [...last.values()]
  return {
    approved: standing.filter(({ state }) => state === 'approved'),
    setAside: standing.flatMap(({ state, user }) => {
      if (state === 'dismissed') return [`the review of ${user.login} was dismissed`]
      if (state !== 'changes-requested') return []
      return [`${user.login} ${everApproved.has(user.id) ? 'approved and then asked' : 'asked'} for changes`]
    }),
  }
}

const decides = ({ state, submittedAt }: Review) =>
  state !== 'commented' && state !== 'pending' && submittedAt !== undefined

/** By when they were handed in; at one second by number, which grows. */
const inTime = (one: Review, other: Review) =>
  Date.parse(one.submittedAt ?? '') - Date.parse(other.submittedAt ?? '') || Number(one.id) - Number(other.id)
