import { z } from 'zod'
import { GATES } from '../../evidence.ts'
import { ruleFaults } from './rule-faults.ts'
import { RuleId } from './rule-id.ts'

/** How a measured value is held against a threshold. */
export const COMPARATORS = ['>=', '>', '<=', '<'] as const

/** Which end of the interval is compared; `point`: the value itself. */
export const BOUNDS = ['lower', 'upper', 'point'] as const

/** One rule over the evidence of a gate. A closed vocabulary: every key says what must be there, none says when not to look. */
export const PolicyRule = z
  .strictObject({
    id: RuleId.meta({ description: 'What the rule is called' }),
    gate: z.enum(GATES).meta({ description: 'The gate whose evidence it is about' }),
    check: z.string().min(1).max(1024).optional().meta({
      description: 'A check of that evidence, by its whole id',
    }),
    metric: z.string().min(1).max(200).optional().meta({
      description: 'What was measured, by its id in the evidence: a metric of model-certify, a method of drift-compare',
    }),
    slice: z.string().min(1).max(1024).optional().meta({
      description: "A slice of model-certify, as the evidence names it; '*': every one of them",
    }),
    by: z.string().min(1).max(1024).optional().meta({
      description: 'Only slices made by these columns, as the evidence names them',
    }),
    feature: z.string().min(1).max(1024).optional().meta({
      description: "A column that drift-compare compared; '*': every one of them",
    }),
    comparator: z.enum(COMPARATORS).optional().meta({ description: 'How it is held against the threshold' }),
    threshold: z.number().optional().meta({ description: 'The limit' }),
    bound: z.enum(BOUNDS).optional().meta({
      description:
        'Which end of the interval is compared; point: the value. Default: the end that puts the burden of proof on the model',
    }),
    'min-rows': z.int().min(1).optional().meta({ description: 'Rows that the value must rest on, of every slice' }),
    'min-level': z.number().min(0.5).lt(1).optional().meta({
      description: 'Two-sided confidence level that the interval must have, at least, e.g. 0.95',
    }),
    'max-age-days': z.number().positive().max(3650).optional().meta({
      description: 'Days since the gate finished, at most',
    }),
    require: z.literal('passed').optional().meta({ description: 'passed: the check, or the whole gate, has passed' }),
  })
  .superRefine((rule, context) => {
    for (const { key, message } of ruleFaults(rule))
      context.addIssue({ code: 'custom', message, ...(key === undefined ? {} : { path: [key], input: rule[key] }) })
  })
export type PolicyRule = z.infer<typeof PolicyRule>
