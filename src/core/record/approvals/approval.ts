import { z } from 'zod'
import { Sha256 } from '../../evidence.ts'

/** Somebody's consent to the promotion of one model, or to one commit, and what proves it. */
export const Approval = z.strictObject({
  /** The role of the policy it counts for. */
  role: z.string().min(1),
  actor: z.string().min(1),
  /** The account's number, which a change of name does not change. */
  actorId: z.string().min(1),
  at: z.iso.datetime(),
  /** What it was given to: the reviewed commit, or the model id. */
  of: z.union([z.strictObject({ commit: z.string().min(1) }), z.strictObject({ model: Sha256 })]),
  /** SHA-256 of the document that proves it: the receipt, or the review as the forge tells it. */
  document: Sha256,
  /** Where it was given. */
  url: z.string().optional(),
})
export type Approval = z.infer<typeof Approval>
