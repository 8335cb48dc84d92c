import type { Check } from '../../evidence.ts'
import type { Waiver } from './waiver.ts'
import { describeWaiver } from './waivers-check.ts'

/** What a pull request would change about the waivers once merged, as a check of security-scan; none where nothing. */
export function waiverChanges(base: readonly Waiver[] = [], head: readonly Waiver[] = [], file: string): Check[] {
  const [before, after] = [base, head].map(list => new Map(list.map(each => [JSON.stringify(each), each])))
  const added = [...(after ?? [])].filter(([key]) => !before?.has(key)).map(([, waiver]) => waiver)
  const removed = [...(before ?? [])].filter(([key]) => !after?.has(key)).map(([, waiver]) => waiver)
  if (added.length === 0 && removed.length === 0) return []
  const changes = [...added.map(each => `adds ${told(each)}`), ...removed.map(each => `takes away ${told(each)}`)]
  return [
    {
      id: 'waivers.changed',
      title: 'The waivers would change',
      status: 'warn',
      reason: `This pull request ${changes.join(', ')}; this run was decided by the base branch's`,
      hint: 'The change takes effect after the merge: have the owner of the policy review it',
      locations: [{ file }],
    },
  ]
}

const told = (waiver: Waiver) =>
  `the waiver of ${describeWaiver(waiver)} (until ${waiver.expires}, by ${waiver.owner}: ${waiver.reason})`
