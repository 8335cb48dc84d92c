import type { Fact } from './fact.ts'

/** How messages name what a fact is about: `auc.at-least-0.8`, `auc on region = north`, `psi of income`. */
export function factName({ check, metric = '', slice, feature }: Fact): string {
  if (check !== undefined) return check
  if (slice !== undefined) return `${metric} on ${slice}`
  return feature === undefined ? metric : `${metric} of ${feature}`
}
