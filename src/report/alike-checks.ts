import type { Check } from '../core/evidence.ts'
import { places } from './places.ts'

/** Checks that end alike and want the same done, from which on that is said once. */
const ALIKE = 2

/**
 * Checks in groups: those that end alike, with one remedy and no more to say than a reason and a place, together where they are several;
 * every other one for itself. A group stands where its first one stood.
 */
export function alikeChecks(checks: readonly Check[]): Check[][] {
  const groups = Map.groupBy(checks, check =>
    isPlain(check) ? `${check.status} ${check.hint}` : `${check.status} of its own: ${check.id}`,
  )
  return [...groups.values()].flatMap(group => (group.length < ALIKE ? group.map(check => [check]) : [group]))
}

const isPlain = (check: Check): boolean =>
  check.hint !== undefined && (check.waivers ?? []).length === 0 && places(check).length <= 1
