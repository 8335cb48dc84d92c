import { counted, formatNumber } from '../../model/format.ts'
import type { PolicyRule } from './policy-rule.ts'
import { type Requirement, requirementOf, strictBound } from './requirement.ts'

export const COMPARATOR_WORD: Record<Requirement['comparator'], string> = {
  '>=': 'at least',
  '>': 'more than',
  '<=': 'at most',
  '<': 'less than',
}

/** The rule in a few words: `auc on every slice at least 0.8`. */
export function ruleTitle(rule: PolicyRule): string {
  const requirement = requirementOf(rule)
  if (!requirement) return rule.check === undefined ? `${rule.gate} passed` : `${rule.gate}: ${rule.check} passed`
  return `${rule.gate}: ${aboutOf(rule)}${whereOf(rule)} ${COMPARATOR_WORD[requirement.comparator]} ${requirement.value}`
}

/** The rule as sentences that somebody can sign. */
export function ruleSentence(rule: PolicyRule): string {
  const age = rule['max-age-days']
  const fresh =
    age === undefined ? '' : ` The gate must have finished at most ${counted(age, 'day')} before the decision.`
  const rows = rule['min-rows']
  const enough = rows === undefined ? '' : ` Each value must rest on at least ${counted(rows, 'row')}.`
  const level = rule['min-level']
  const sure = level === undefined ? '' : ` The interval must be one of at least ${formatNumber(level * 100)} %.`
  return `${mainSentence(rule)}${enough}${sure}${fresh}`
}

function mainSentence(rule: PolicyRule): string {
  const requirement = requirementOf(rule)
  if (!requirement)
    return rule.check === undefined
      ? `Every check of ${rule.gate} must have passed.`
      : `The check ${rule.check} of ${rule.gate} must have passed.`
  const { comparator, value, bound } = requirement
  const limit = `${COMPARATOR_WORD[comparator]} ${value}`
  const of = `${rule.check === undefined ? '' : 'what the check '}${aboutOf(rule)}${rule.check === undefined ? '' : ' measured'}${whereOf(rule)}, by ${rule.gate},`
  if (bound === 'point') return `The value of ${of} must be ${limit}; how sure it is does not count.`
  const burden =
    bound === strictBound(comparator)
      ? 'the model must prove it'
      : 'it is refused only where it is proven not to be: the model has the benefit of the doubt'
  return `The ${bound} end of the confidence interval of ${of} must be ${limit}: ${burden}.`
}

const aboutOf = ({ check, metric }: PolicyRule) => check ?? metric ?? ''

function whereOf({ slice, by, feature }: PolicyRule): string {
  const made = by === undefined ? '' : ` by ${by}`
  if (slice !== undefined) return slice === '*' ? ` on every slice${made}` : ` on ${slice}${made}`
  if (feature !== undefined) return feature === '*' ? ' of every column' : ` of ${feature}`
  return ''
}
