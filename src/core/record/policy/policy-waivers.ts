import type { Waiver } from '../../security/waivers/waiver.ts'
import type { Policy } from './policy.ts'
import type { RuleWaiver } from './rule-waiver.ts'

type Waived = Pick<Policy, 'waivers'>

/** The waivers of rules and checks, each for one model. */
export const ruleWaivers = ({ waivers = [] }: Waived): RuleWaiver[] => waivers.filter(waiver => isRuleWaiver(waiver))

/** The waivers of single findings of security-scan, which the gate itself holds against what it finds. */
export const findingWaivers = ({ waivers = [] }: Waived): Waiver[] =>
  waivers.filter((waiver): waiver is Waiver => !isRuleWaiver(waiver))

const isRuleWaiver = (waiver: Waiver | RuleWaiver): waiver is RuleWaiver => 'model' in waiver
