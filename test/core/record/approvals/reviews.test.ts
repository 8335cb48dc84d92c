import { expect, it } from 'vitest'
import { Approval } from '../../../../src/core/record/approvals/approval.ts'
import { type Review, ReviewDocument } from '../../../../src/core/record/approvals/review.ts'
import { reviewApprovals } from '../../../../src/core/record/approvals/review-approvals.ts'
import { standingReviews } from '../../../../src/core/record/approvals/standing-reviews.ts'
import { canonicalJson } from '../../../../src/core/record/statement/canonical-json.ts'
import { sha256 } from '../memory.ts'

const CAROL = { login: 'carol', id: '3' }
const review = (id: number, state: Review['state'], change: Partial<Review> = {}): Review => ({
  id: String(id),
  user: CAROL,
  state,
  commit: 'c0ffee',
  submittedAt: `2026-11-23T06:00:${String(id).padStart(2, '0')}Z`,
  url: `https://github.com/acme/credit/pull/12#pullrequestreview-${id}`,
  ...change,
})

it.each<[string, Review[], string[], string[]]>([
  ['an approval stands', [review(1, 'approved')], ['1'], []],
  ['a later comment takes nothing away', [review(1, 'approved'), review(2, 'commented')], ['1'], []],
  ['a draft of a review is none', [review(1, 'pending', { submittedAt: undefined })], [], []],
  ['the last approval counts', [review(1, 'approved', { commit: 'old' }), review(2, 'approved')], ['2'], []],
  [
    'a request for changes sets an approval aside',
    [review(1, 'approved'), review(2, 'changes-requested')],
    [],
    ['carol approved and then asked for changes'],
  ],
  ['an approval sets a request for changes aside', [review(1, 'changes-requested'), review(2, 'approved')], ['2'], []],
  ['a dismissal', [review(1, 'dismissed')], [], ['the review of carol was dismissed']],
  [
    'the order is that of time, whatever the order of the answer',
    [review(2, 'changes-requested'), review(1, 'approved')],
    [],
    ['carol approved and then asked for changes'],
  ],
  [
    'each for themselves',
    [review(1, 'approved'), review(2, 'changes-requested', { user: { login: 'dave', id: '4' } })],
    ['1'],
    ['dave asked for changes'],
  ],
])('%s', (_, reviews, approved, setAside) => {
  const standing = standingReviews(reviews)
  expect(standing.approved.map(({ id }) => id)).toEqual(approved)
  expect(standing.setAside).toEqual(setAside)
})

it('keeps the review itself as what proves the approval, once for every role', () => {
  const { approvals, documents } = reviewApprovals(
    [review(7, 'approved'), review(8, 'approved', { user: { login: 'mallory', id: '9' } })],
    { repository: 'acme/credit', pullRequest: 12 },
    ({ user }) => (user.login === 'carol' ? ['compliance', 'data'] : []),
    sha256,
  )
  expect(approvals.map(each => Approval.parse(each))).toEqual(approvals)
  expect(approvals).toMatchObject([
    { role: 'compliance', actor: 'carol', actorId: '3', at: '2026-11-23T06:00:07Z', of: { commit: 'c0ffee' } },
    { role: 'data' },
  ])
  expect([...documents.keys()]).toEqual([approvals[0]?.document])
  const [text = ''] = documents.values()
  expect(sha256(text)).toBe(approvals[1]?.document)
  expect(canonicalJson(ReviewDocument.parse(JSON.parse(text)))).toBe(text)
})
