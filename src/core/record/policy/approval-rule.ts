import { z } from 'zod'
import { RoleName } from './role.ts'

/** Whom an approver must not be: the author of what is certified, who triggered the run, who asked for a waiver that was applied. */
export const DISTINCT_FROM = ['author', 'trigger', 'waiver-requester'] as const

/** How many people of a role must approve. */
export const ApprovalRule = z.strictObject({
  role: RoleName.meta({ description: 'The role, one of policy.roles' }),
  count: z.int().min(1).max(20).default(1).meta({ description: 'How many people of it must approve' }),
  'distinct-from': z
    .array(z.enum(DISTINCT_FROM))
    .default([...DISTINCT_FROM])
    .meta({ description: 'Whom an approver must not be' }),
})
export type ApprovalRule = z.infer<typeof ApprovalRule>
