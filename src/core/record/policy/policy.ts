import { z } from 'zod'
import { GATES } from '../../evidence.ts'
import { Waiver } from '../../security/waivers/waiver.ts'
import { Trust } from '../trust/trust.ts'
import { ApprovalRule } from './approval-rule.ts'
import { policyFaults } from './policy-faults.ts'
import { PolicyRule } from './policy-rule.ts'
import { PolicySource } from './policy-source.ts'
import { Role, RoleName } from './role.ts'
import { RuleWaiver } from './rule-waiver.ts'
import { WaiverLimits } from './waiver-limits.ts'

/** What must hold for a certificate. In a pull request it is read from the base branch. */
export const Policy = z
  .strictObject({
    from: PolicySource.optional().meta({
      description: 'Where the policy is kept instead; then it is the whole policy, and nothing else may stand here',
    }),
    require: z
      .array(z.enum(GATES))
      .default([...GATES])
      .meta({ description: 'Gates that must have passed' }),
    rules: z.array(PolicyRule).max(1000).optional().meta({
      description: 'What must hold besides: rules over what the gates have measured',
    }),
    approvals: z.array(ApprovalRule).max(100).optional().meta({
      description: 'Who must approve, by role',
    }),
    roles: z.record(RoleName, Role).optional().meta({ description: 'Who holds a role, by its name' }),
    'validity-days': z.int().min(1).max(3650).default(90).meta({ description: 'Days a certificate is valid' }),
    'review-days-before': z.int().min(1).max(3650).optional().meta({
      description: 'Days before its end on which a certificate is due for review',
    }),
    'known-vulnerabilities': z.enum(['new', 'all']).optional().meta({
      description:
        'Which known vulnerabilities fail: new: in a pull request only those that its base branch does not have, all: every one. Malicious packages always do',
    }),
    waivers: z
      .array(z.union([Waiver, RuleWaiver]))
      .max(1000)
      .optional()
      .meta({
        description:
          'Exceptions: one rule or check for one model each, or one finding of security-scan in one content, with reason, owner and last day',
      }),
    'waiver-limits': WaiverLimits.optional().meta({ description: 'What waivers may and may not do' }),
    trust: Trust.optional().meta({ description: 'Whom a verification believes' }),
  })
  .superRefine((policy, context) => {
    for (const { path, message, found } of policyFaults(policy))
      context.addIssue({ code: 'custom', message, path: [...path], input: found })
  })
export type Policy = z.infer<typeof Policy>
