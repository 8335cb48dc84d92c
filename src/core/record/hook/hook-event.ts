import { z } from 'zod'

/** Events that a certificate can answer. Before a commit nothing is there yet that could have been certified. */
export const ANSWERED_EVENTS = ['pre-merge', 'pre-create-tag'] as const

const text = z.string().max(4096).optional()

/** What lakeFS posts to a webhook (docs, "Actions and hooks"); what it adds later is passed over. */
export const HookEvent = z.object({
  event_type: z.string().min(1).max(64),
  repository_id: z.string().regex(/^[a-z0-9][a-z0-9-]{2,62}$/),
  /** Of a merge: the commit that is merged. */
  source_ref: text,
  /** Of a merge: where it goes. */
  branch_id: text,
  /** Of a merge: the commit that would come of it, which can be read already; of a tag: the commit that is tagged. */
  commit_id: text,
  merge_source: text,
  tag_id: text,
})
export type HookEvent = z.infer<typeof HookEvent>
