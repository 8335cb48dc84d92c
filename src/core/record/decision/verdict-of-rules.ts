import { type Verdict, worstVerdict } from '../../verdict.ts'
import type { RuleOutcome } from './rule-outcome.ts'

/** The worst of the rules; a waived one lets pass, and of no rule it is inconclusive. */
export const verdictOfRules = (rules: readonly RuleOutcome[]): Verdict =>
  worstVerdict(rules.map(({ status }) => (status === 'waived' ? 'passed' : status)))
