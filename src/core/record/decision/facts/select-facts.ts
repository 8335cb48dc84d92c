import type { PolicyRule } from '../../policy/policy-rule.ts'
import type { Fact } from './fact.ts'

/** The facts that a rule is about, and what it names and the evidence does not have. */
export interface Selected {
  readonly facts: readonly Fact[]
  /** Continues "Expected … but found no": `check auc.at-least-0.8`, `psi of age`. */
  readonly absent: readonly string[]
}

/** Names are compared as a whole. A rule that selects nothing has something absent. */
export function selectFacts(rule: PolicyRule, all: readonly Fact[]): Selected {
  const { check, metric, slice, by, feature } = rule
  if (check !== undefined)
    return orAbsent(
      all.filter(fact => fact.check === check),
      `check ${check}`,
    )
  const measured = all.filter(fact => fact.metric === metric)
  if (feature === '*') return ofEveryColumn(metric ?? '', measured, all)
  if (feature !== undefined)
    return orAbsent(
      measured.filter(fact => fact.feature === feature),
      `${metric} of ${feature}`,
    )
  if (slice === undefined)
    return orAbsent(
      measured.filter(fact => fact.slice === undefined && fact.feature === undefined),
      String(metric),
    )
  const wanted = measured.filter(
    fact => fact.slice !== undefined && (slice === '*' || fact.slice === slice) && (by === undefined || fact.by === by),
  )
  const made = by === undefined ? '' : ` by ${by}`
  return orAbsent(wanted, slice === '*' ? `${metric} on any slice${made}` : `${metric} on ${slice}${made}`)
}

/** Every column that was compared must have it: else a column could leave the rule by being compared otherwise. */
function ofEveryColumn(metric: string, measured: readonly Fact[], all: readonly Fact[]): Selected {
  const columns = [...new Set(all.flatMap(({ feature }) => feature ?? []))]
  if (columns.length === 0) return { facts: [], absent: [`${metric} of any column`] }
  const having = new Set(measured.map(({ feature }) => feature))
  return { facts: measured, absent: columns.filter(each => !having.has(each)).map(each => `${metric} of ${each}`) }
}

const orAbsent = (facts: readonly Fact[], name: string): Selected => ({ facts, absent: facts.length > 0 ? [] : [name] })
