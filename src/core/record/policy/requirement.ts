import type { BOUNDS, COMPARATORS, PolicyRule } from './policy-rule.ts'

/** What a rule requires of each value that it is about. */
export interface Requirement {
  readonly comparator: (typeof COMPARATORS)[number]
  readonly value: number
  /** The end of the interval that is compared. */
  readonly bound: (typeof BOUNDS)[number]
}

/** Undefined where the rule asks for a check or a gate to have passed. The usual bound is the end at which the model must prove it. */
export function requirementOf({ comparator, threshold, bound }: PolicyRule): Requirement | undefined {
  if (comparator === undefined || threshold === undefined) return undefined
  return { comparator, value: threshold, bound: bound ?? strictBound(comparator) }
}

/** The end of an interval at which a comparison is hardest to meet. */
export const strictBound = (comparator: Requirement['comparator']): 'lower' | 'upper' =>
  comparator === '>=' || comparator === '>' ? 'lower' : 'upper'
