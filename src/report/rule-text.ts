import type { RuleOutcome, RuleStatus } from '../core/record/decision/rule-outcome.ts'
import { VERDICT_SIGN, VERDICT_WORD } from './words.ts'

export const RULE_SIGN: Record<RuleStatus, string> = { ...VERDICT_SIGN, waived: '🔵' }
export const RULE_WORD: Record<RuleStatus, string> = { ...VERDICT_WORD, waived: 'Waived' }

/** Rules that are no policy's own, and go by their titles. */
const OURS: readonly string[] = ['materials', 'waivers', 'approvals', 'evidence', 'policy']

/** The id of a rule where its title does not begin with it; none of rules that no policy wrote. */
export const ruleId = ({ rule, title }: RuleOutcome): string | undefined =>
  OURS.includes(rule) || title.startsWith(`${rule} `) ? undefined : rule

/** The order in which people want to read. */
export const RULE_ORDER: readonly RuleStatus[] = ['failed', 'inconclusive', 'waived', 'passed']

/** How a rule stands, and why, in parts: `Waived until 2026-12-31 by @acme/risk`, ` because …`. */
export function ruleText({ status, reason, hint, unwaived, waivers = [] }: RuleOutcome): RuleText {
  if (status === 'waived') {
    const told = waivers.map(waiver => {
      const asked = waiver['requested-by'] === waiver.owner ? '' : `, asked for by ${waiver['requested-by']},`
      return { head: `until ${waiver.expires} by ${waiver.owner}`, why: `${asked} because "${waiver.reason}"` }
    })
    // Several checks may be excepted by the same words.
    const [first, ...others] = new Map(told.map(text => [`${text.head}${text.why}`, text])).values()
    const more = others.map(({ head, why }) => `; ${head}${why}`).join('')
    return {
      head: `Waived ${first?.head ?? ''}`,
      why: `${first?.why ?? ''}${more}`,
      without: `Without it ${(unwaived ?? 'inconclusive').toLowerCase()}: ${reason}`,
    }
  }
  return { head: RULE_WORD[status], why: `: ${reason}`, ...(hint === undefined ? {} : { hint }) }
}

export interface RuleText {
  /** How it stands. */
  readonly head: string
  /** Continues the head. */
  readonly why: string
  /** How it would stand without its waiver. */
  readonly without?: string
  readonly hint?: string
}
