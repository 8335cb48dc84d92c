import { z } from 'zod'
import { RuleOutcome } from '../decision/rule-outcome.ts'
import { REFUSAL } from './identifiers.ts'
import { ModelIdentity, predicateShape, Source, statementShape } from './statement-shape.ts'

/** A refusal: this model did not meet this policy, or one cannot tell, and why. */
export const Refusal = z.object({
  ...statementShape,
  predicateType: z.literal(REFUSAL),
  predicate: z.strictObject({
    ...predicateShape,
    verdict: z.enum(['failed', 'inconclusive']),
    rules: z.array(RuleOutcome),
    model: ModelIdentity,
    source: Source,
  }),
})
export type Refusal = z.infer<typeof Refusal>
