import type { Check } from '../../core/evidence.ts'
import { STATUS_ORDER } from '../words.ts'

/** Checks that the table of a gate lists, of very many. */
export const LISTED = 2000

/** A check and its place in the evidence. */
export interface Placed {
  readonly check: Check
  readonly index: number
}

/** The checks that the table of a gate lists, the worst first. */
export const listedChecks = (checks: readonly Check[]): Placed[] =>
  checks
    .map((check, index) => ({ check, index }))
    .toSorted((a, b) => STATUS_ORDER.indexOf(a.check.status) - STATUS_ORDER.indexOf(b.check.status))
    .slice(0, LISTED)
