import { z } from 'zod'
import { TrustedIdentity } from '../trust/trust.ts'

/** A workflow whose runs give approvals: `proofmark approve`, started by hand by whoever approves. */
export const TrustedApprovalWorkflow = TrustedIdentity.extend({
  keys: z
    .array(z.string().regex(/^[\w-]{43}$/, 'the thumbprint of a key, 43 characters'))
    .min(1)
    .max(100)
    .optional()
    .meta({
      description:
        "Thumbprints (RFC 7638, SHA-256) of the issuer's keys that count; without them those that it shows when the model is certified",
    }),
})
export type TrustedApprovalWorkflow = z.infer<typeof TrustedApprovalWorkflow>
