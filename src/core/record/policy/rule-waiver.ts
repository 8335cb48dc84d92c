import { z } from 'zod'
import { GATES } from '../../evidence.ts'

/** What a check of a gate is called where rules are: `drift-compare/income.distribution`. */
const CHECK = new RegExp(`^(${GATES.join('|')})/.+$`)
const RULE = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** An exception to one rule of the policy, or to one check of a gate, for one model, for which somebody answers until a day. */
export const RuleWaiver = z
  .strictObject({
    rule: z
      .string()
      .min(1)
      .max(1200)
      .refine(rule => CHECK.test(rule) || RULE.test(rule), {
        error: 'the id of a rule, or gate/check as the evidence names it, e.g. drift-compare/income.distribution',
      })
      .meta({ description: 'Id of the rule, or gate/check as the evidence names it' }),
    model: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/, 'the id of one model, sha256: and 64 lower-case hexadecimal digits')
      .meta({ description: 'Model id: another model needs another waiver' }),
    reason: z.string().min(1).max(1000).meta({ description: 'Why it may stand' }),
    owner: z.string().min(1).max(200).meta({ description: 'Who answers for it' }),
    'requested-by': z.string().min(1).max(200).meta({ description: 'Login of who asked for it' }),
    from: z.iso.date({ error: 'a day such as 2027-01-01' }).optional().meta({
      description: 'First day on which it holds, in UTC',
    }),
    expires: z.iso.date({ error: 'a day such as 2027-01-31' }).meta({
      description: 'Last day on which it holds, in UTC, e.g. 2027-01-31',
    }),
  })
  .meta({ id: 'RuleWaiver' })
export type RuleWaiver = z.infer<typeof RuleWaiver>
