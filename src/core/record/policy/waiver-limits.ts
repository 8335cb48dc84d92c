import { z } from 'zod'
import { RoleName } from './role.ts'

/** What waivers may and may not do. */
export const WaiverLimits = z.strictObject({
  'max-days': z.int().min(1).max(3650).optional().meta({
    description:
      'Days a waiver may hold, its first and last included. One of a rule must then name its first day; one of a finding counts from now',
  }),
  forbid: z.array(z.string().min(1).max(1200)).max(1000).optional().meta({
    description:
      'What must not be waived: ids of rules, gates, single checks as gate/check, or kinds of findings such as artefact',
  }),
  approver: RoleName.optional().meta({
    description: 'The role, one of policy.roles, of which somebody must approve wherever a waiver was applied',
  }),
})
export type WaiverLimits = z.infer<typeof WaiverLimits>
