import type { AllowedName } from '../../allowlists/allow-list.ts'
import * as rules from './index.ts'
import type { Rule } from './rule.ts'

const byKey = new Map<string, Rule>(Object.values(rules).flatMap(rule => rule.on.map(key => [key, rule] as const)))

/** The rule about this name, where there is one. */
export const ruleOf = (name: AllowedName): Rule | undefined => byKey.get(name.key)
