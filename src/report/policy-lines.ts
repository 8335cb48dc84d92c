import type { Decision } from '../core/record/decision/decide.ts'
import type { PolicyPart } from '../core/record/policy/policy-sentences.ts'
import { visible } from './markdown/escape.ts'
import { ruleLines } from './rule-lines.ts'
import { RULE_ORDER } from './rule-text.ts'
import type { Line } from './terminal.ts'
import { VERDICT_WORD } from './words.ts'

/** A policy in sentences, for a terminal. */
export function policyLines(parts: readonly PolicyPart[], where: string, digest: string): Line[] {
  return [
    ...parts.flatMap(({ title, sentences }) => [
      { tone: 'strong' as const, text: title },
      ...sentences.map(text => ({ tone: 'plain' as const, text: `  ${visible(text)}` })),
      { tone: 'plain' as const, text: '' },
    ]),
    { tone: 'muted', text: `policy   ${visible(where)}` },
    { tone: 'muted', text: `sha256   ${digest}` },
  ]
}

/** A decision rule by rule, the verdict last, for a terminal. */
export function decisionLines({ rules, verdict, notes }: Decision): Line[] {
  return [
    ...RULE_ORDER.toReversed().flatMap(status => rules.filter(rule => rule.status === status).flatMap(ruleLines)),
    ...notes.map(note => ({ tone: 'muted' as const, text: `    ${visible(note)}` })),
    { tone: 'plain', text: '' },
    { tone: verdict, text: decisionLine({ rules, verdict }) },
  ]
}

/** `Failed: 2 of 9 rules do not hold`. */
export function decisionLine({ rules, verdict }: Pick<Decision, 'rules' | 'verdict'>): string {
  const open = rules.filter(({ status }) => status === 'failed' || status === 'inconclusive').length
  const waived = rules.filter(({ status }) => status === 'waived').length
  const but = waived === 0 ? '' : `, ${waived} of them waived`
  return verdict === 'passed'
    ? `${VERDICT_WORD.passed}: ${rules.length} rules hold${but}. Nothing was signed`
    : `${VERDICT_WORD[verdict]}: ${open} of ${rules.length} rules do not hold. Nothing was signed`
}
