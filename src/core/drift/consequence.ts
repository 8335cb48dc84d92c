import type { Settings } from '../settings/schema.ts'
import type { Status } from '../verdict.ts'
import { figure } from './figure.ts'

/** What a finding about a column means for the gate. */
export interface Consequence {
  readonly status: Status
  /** Where the settings let the column pass although it failed or is undecided: by which of them, and in words. */
  readonly letThrough?: { readonly by: 'critical' | 'weights' | 'on-inconclusive'; readonly why: string }
}

type Rules = Pick<Settings['drift'], 'critical' | 'weights' | 'on-inconclusive'>

/**
 * Whether a column that failed or is undecided stops the gate.
 *
 * It does where the column is critical: named under `critical`, or where nothing is, without a weight. A column with a weight
 * counts by it (see the check of all weights together); any other is only watched. An undecided one is let through where
 * `on-inconclusive` says so. What is let through stays visible as a warning.
 */
export function consequence(finding: Status, column: string, rules: Rules): Consequence {
  if (finding !== 'fail' && finding !== 'inconclusive') return { status: finding }
  const weight = weightOf(column, rules)
  if (weight !== undefined) {
    return warning('weights', `it does not stop the gate by itself, but counts with its weight of ${figure(weight)}`)
  }
  if (rules.critical && !rules.critical.includes(column)) {
    return warning('critical', "it does not stop the gate, for the column is not named under 'critical'")
  }
  if (finding === 'inconclusive' && rules['on-inconclusive'] === 'warn') {
    return warning('on-inconclusive', "it is undecided and passes only because of 'on-inconclusive: warn'")
  }
  return { status: finding }
}

/** The importance by which a column counts, where it does not stop the gate by itself. */
export const weightOf = (column: string, { critical, weights }: Rules): number | undefined =>
  weights && Object.hasOwn(weights, column) && !critical?.includes(column) ? weights[column] : undefined

const warning = (by: 'critical' | 'weights' | 'on-inconclusive', why: string): Consequence => ({
  status: 'warn',
  letThrough: { by, why },
})
