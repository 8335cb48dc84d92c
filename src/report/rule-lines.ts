import type { RuleOutcome, RuleStatus } from '../core/record/decision/rule-outcome.ts'
import { visible } from './markdown/escape.ts'
import { ruleId, ruleText } from './rule-text.ts'
import type { Line } from './terminal.ts'

const SIGN: Record<RuleStatus, string> = { passed: '✔', failed: '✘', inconclusive: '?', waived: '~' }
const TONE = { passed: 'passed', failed: 'failed', inconclusive: 'inconclusive', waived: 'warn' } as const

const named = (rule: RuleOutcome) => {
  const id = ruleId(rule)
  return id === undefined ? rule.title : `${rule.title} (${id})`
}

/** One rule of the policy on a terminal: what it asks for, how it stands and why, and what to do. */
export function ruleLines(rule: RuleOutcome): Line[] {
  const { head, why, without, hint } = ruleText(rule)
  return [
    { tone: TONE[rule.status], text: `    ${SIGN[rule.status]} ${visible(named(rule))}` },
    { tone: 'plain', text: `      ${visible(`${head}${why}`)}` },
    ...(without === undefined ? [] : [{ tone: 'muted' as const, text: `      ${visible(without)}` }]),
    ...(hint === undefined ? [] : [{ tone: 'plain' as const, text: `      → ${visible(hint)}` }]),
  ]
}
