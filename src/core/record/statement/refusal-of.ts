import type { Decision } from '../decision/decide.ts'
import { REFUSAL } from './identifiers.ts'
import { Refusal } from './refusal.ts'
import { predicateHead, type StatementInput, statementHead } from './statement-head.ts'

/** The refusal of a certification that was decided `failed` or `inconclusive`. */
export function refusalOf(input: StatementInput, decision: Decision): Refusal {
  return Refusal.parse({
    ...statementHead(input),
    predicateType: REFUSAL,
    predicate: {
      ...predicateHead(input),
      verdict: decision.verdict,
      rules: decision.rules,
      model: { ...input.model, id: input.modelId },
      source: input.source,
    },
  })
}
