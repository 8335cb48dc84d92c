import { z } from 'zod'

/** What messages, waivers and certificates call a rule of the policy: lower-case letters, digits and hyphens. */
export const RuleId = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens, e.g. auc-floor')
