import { counted } from '../../model/format.ts'
import { waiverEnd } from '../../security/waivers/waiver-end.ts'
import type { Policy } from '../policy/policy.ts'
import { ruleWaivers } from '../policy/policy-waivers.ts'
import type { RuleWaiver } from '../policy/rule-waiver.ts'
import { isForbidden } from './is-forbidden.ts'

const DAY_MS = 86_400_000

/** A waiver of this model's, and why it is refused where it is. */
export interface JudgedWaiver {
  readonly waiver: RuleWaiver
  /** Continues "the waiver of …": `expired on 2026-12-31`. */
  readonly refused?: string
}

/** The waivers of the policy for one model, each in force or refused. Those of other models are passed over: they change nothing here. */
export function judgeWaivers(policy: Policy, modelId: string, at: Date): JudgedWaiver[] {
  return ruleWaivers(policy)
    .filter(({ model }) => model === `sha256:${modelId}`)
    .map(waiver => {
      const refused = whyRefused(waiver, policy, at)
      return { waiver, ...(refused === undefined ? {} : { refused }) }
    })
}

function whyRefused(waiver: RuleWaiver, policy: Policy, at: Date): string | undefined {
  const { rule, from, expires } = waiver
  const { 'max-days': maxDays, forbid = [] } = policy['waiver-limits'] ?? {}
  const end = waiverEnd(waiver).getTime()
  const start = from === undefined ? undefined : Date.parse(`${from}T00:00:00Z`)
  if (isForbidden(rule, forbid)) return 'is refused: the policy forbids it'
  if (at.getTime() >= end) return `expired on ${expires}`
  if (start !== undefined && at.getTime() < start) return `holds from ${from} only`
  if (maxDays === undefined) return undefined
  if (start === undefined)
    return `is refused: it names no first day ('from'), and the policy lets a waiver hold ${counted(maxDays, 'day')}`
  const days = (end - start) / DAY_MS
  return days <= maxDays
    ? undefined
    : `is refused: it holds ${counted(days, 'day')}, and the policy lets a waiver hold ${counted(maxDays, 'day')}`
}
