import type { Check } from '../../evidence.ts'
import { matchWaiver, type Waivers } from '../waivers/match-waiver.ts'
import { waivedNames } from '../waivers/waive-findings.ts'

/**
 * Holds the policy's waivers against the check of one rule of workflows: what is excepted only warns. A waiver is of the rule, in one
 * content of the file, so it excepts every finding of the rule there, and none that comes later.
 */
export function waiveWorkflowCheck(
  check: Check,
  waivers: Waivers,
  digestOf: (path: string) => string | undefined,
): Check {
  const { status, measured, locations = [] } = check
  const rule = measured?.method
  const of = digestOf(locations[0]?.file ?? '')
  const isFinding = check.id.startsWith('workflow.') && (status === 'fail' || status === 'warn')
  if (!isFinding || rule === undefined || of === undefined) return check
  const match = matchWaiver(waivers, { rule: 'workflow', names: [rule], of })
  if (!('waiver' in match))
    return match.missed === undefined ? check : { ...check, reason: `${check.reason}; ${match.missed}` }
  return {
    ...check,
    status: 'warn',
    reason: `${waivedNames([match.waiver])}: ${check.reason}`,
    locations: locations.map(location => ({ ...location, waiver: 0 })),
    waivers: [match.waiver],
  }
}
