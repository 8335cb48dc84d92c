import { type ReviewOutcome, reviewLeaf } from '../core/record/review/review-leaf.ts'
import type { RecordLog } from '../ports/record-log.ts'
import type { Ports } from '../ports.ts'

/** Enters in the log that a periodic review took place, and what it found. */
export function enterReview(outcome: ReviewOutcome, log: RecordLog, { now, sha256, context }: Ports): Promise<void> {
  const { leaf, document } = reviewLeaf(outcome, { at: now(), run: context.url }, sha256)
  return log.append(leaf, document)
}
