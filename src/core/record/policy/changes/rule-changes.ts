import type { PolicyRule } from '../policy-rule.ts'
import { requirementOf, strictBound } from '../requirement.ts'
import { ruleTitle } from '../rule-words.ts'
import type { Change, Effect } from './change.ts'
import { cannotTell, differs, higherIsStronger, lowerIsStronger } from './ordered.ts'

/** How the rules of two policies differ, rule by rule and key by key. */
export function ruleChanges(from: readonly PolicyRule[] = [], to: readonly PolicyRule[] = []): Change[] {
  const [before, after] = [from, to].map(rules => new Map(rules.map(rule => [rule.id, rule])))
  return [
    ...to
      .filter(({ id }) => !before?.has(id))
      .map(rule => ({ text: `adds rule ${rule.id} (${ruleTitle(rule)})`, effect: 'stronger' as const })),
    ...from.flatMap(rule => {
      const now = after?.get(rule.id)
      if (now) return changesOf(rule, now)
      return [{ text: `removes rule ${rule.id} (${ruleTitle(rule)})`, effect: 'weaker' as const }]
    }),
  ]
}

function changesOf(from: PolicyRule, to: PolicyRule): Change[] {
  const of = (key: keyof PolicyRule) => `${key} of rule ${from.id}`
  const about = (['gate', 'check', 'metric', 'feature', 'require'] as const).flatMap(key =>
    differs<string>(of(key), from[key], to[key], key === 'feature' ? widens : cannotTell),
  )
  const rows = (['min-rows', 'min-level'] as const).flatMap(key =>
    differs(of(key), from[key], to[key], higherIsStronger),
  )
  return [
    ...about,
    ...differs(of('slice'), from.slice, to.slice, widens),
    ...differs(of('by'), from.by, to.by, (old, now) =>
      old === undefined ? 'weaker' : now === undefined ? 'stronger' : 'unknown',
    ),
    ...comparisonChanges(from, to),
    ...rows,
    ...differs(of('max-age-days'), from['max-age-days'], to['max-age-days'], lowerIsStronger),
  ]
}

function comparisonChanges(from: PolicyRule, to: PolicyRule): Change[] {
  const { id, comparator = '' } = from
  const upwards = (word = '') => word.startsWith('>')
  const sameWay = comparator !== '' && to.comparator !== undefined && upwards(comparator) === upwards(to.comparator)
  const threshold = upwards(comparator) ? higherIsStronger : lowerIsStronger
  const leniency = (rule: PolicyRule) => {
    const requirement = requirementOf(rule)
    if (!requirement) return 0
    return requirement.bound === 'point' ? 1 : requirement.bound === strictBound(requirement.comparator) ? 0 : 2
  }
  return [
    ...differs<string>(`comparator of rule ${id}`, from.comparator, to.comparator, (_, now) =>
      sameWay ? (now?.endsWith('=') ? 'weaker' : 'stronger') : 'unknown',
    ),
    ...differs(`threshold of rule ${id}`, from.threshold, to.threshold, sameWay ? threshold : cannotTell),
    ...differs<string>(`bound of rule ${id}`, from.bound, to.bound, () => {
      const [before, after] = [leniency(from), leniency(to)]
      return !sameWay || before === after ? 'unknown' : after > before ? 'weaker' : 'stronger'
    }),
  ]
}

/** From one slice or column to every one the rule asks for more, and the other way round for less. */
const widens = (from: string | undefined, to: string | undefined): Effect =>
  to === '*' && from !== undefined ? 'stronger' : from === '*' && to !== undefined ? 'weaker' : 'unknown'
