import { z } from 'zod'
import { NAMESPACE } from '../../identifiers.ts'
import { Account } from './account.ts'

/** A review of a pull request, as the forge tells it. */
export const Review = z.strictObject({
  id: z.string().regex(/^\d+$/),
  user: Account,
  state: z.enum(['approved', 'changes-requested', 'dismissed', 'commented', 'pending']),
  /** The commit that was reviewed; none once it is gone from the repository. */
  commit: z.string().min(1).max(64).optional(),
  /** None while it is not handed in. */
  submittedAt: z.iso.datetime().optional(),
  url: z.string().max(2048),
})
export type Review = z.infer<typeof Review>

/** What is kept of a review that counts, as canonical JSON: its digest stands in the approval. */
export const ReviewDocument = z.strictObject({
  schema: z.literal(`${NAMESPACE}review/v1`),
  repository: z.string().min(1).max(300),
  pullRequest: z.int().positive(),
  review: Review,
})
export type ReviewDocument = z.infer<typeof ReviewDocument>
