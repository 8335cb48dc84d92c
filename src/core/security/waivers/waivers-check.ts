import type { Check } from '../../evidence.ts'
import { contentOf, type Waivers } from './match-waiver.ts'
import type { Waiver } from './waiver.ts'
import { waiverEnd } from './waiver-end.ts'

/** Waivers that the check lists. */
const SHOWN = 10

/** The check that stands for the policy's waivers: it warns of those that except nothing of what was found; none where there are none. */
export function waiversCheck({ list, now }: Waivers, checks: readonly Check[]): Check[] {
  if (list.length === 0) return []
  const applied = new Set(checks.flatMap(({ waivers }) => waivers ?? []))
  const idle = list.filter(waiver => !applied.has(waiver))
  const told = idle.slice(0, SHOWN).map(waiver => `${describeWaiver(waiver)} ${whyIdle(waiver, now)}`)
  const more = idle.length > SHOWN ? ` and ${idle.length - SHOWN} more` : ''
  return [
    {
      id: 'waivers',
      title: 'Every waiver of the policy is needed and in force',
      status: idle.length > 0 ? 'warn' : 'pass',
      measured: { value: idle.length, unit: 'waivers', n: list.length },
      required: { comparator: '=', value: 0 },
      reason:
        idle.length > 0
          ? `Expected every waiver to except something but ${told.join('; ')}${more}`
          : `${list.length} ${list.length === 1 ? 'waiver' : 'waivers'}, each in force and applied`,
      ...(idle.length > 0 && {
        hint: 'Take it out of the policy, or have its owner renew it for what the file is now',
      }),
    },
  ]
}

/** `os.getcwd in 6f2c01ab34ef`, `CVE-2025-32434 in torch@2.5.1`. */
export const describeWaiver = (waiver: Waiver): string =>
  `${waiver.name} in ${waiver.rule === 'vulnerabilities' ? waiver.package : contentOf(waiver).slice(0, 12)}`

const whyIdle = (waiver: Waiver, now: Date) =>
  now.getTime() >= waiverEnd(waiver).getTime() ? `expired on ${waiver.expires}` : 'matches nothing that was found'
