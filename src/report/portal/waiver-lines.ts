import { h } from 'hastscript'
import type { PortalModel } from '../../core/portal/portal.ts'
import { badge } from '../html/badge.ts'
import type { Column } from '../html/column.ts'
import type { Line } from '../html/grid.ts'
import { shown } from '../html/text.ts'
import { day } from '../life/lanes.ts'
import { stateBadge } from './state-badge.ts'
import { toModel } from './to-model.ts'

/** Columns of `waiverLines`. */
export const WAIVERS: readonly Column[] = [
  { title: 'Status', hidden: true },
  { title: 'Model' },
  { title: 'Excepted' },
  { title: 'Owner' },
  { title: 'Ends' },
  { title: 'Under certificate' },
]

/** Exceptions that certificates rest on, each once, with the newest of them; those of certificates that hold first. */
export function waiverLines({ name, slug, certificates }: PortalModel, now: string): Line[] {
  const seen = new Set<string>()
  return certificates.flatMap(({ sha256, state, facts }) =>
    (facts?.waivers ?? []).flatMap(({ rule, name: excepted, owner, expires, waiver }): Line[] => {
      if (seen.has(waiver)) return []
      seen.add(waiver)
      const hasEnded = Date.parse(expires) <= Date.parse(now)
      return [
        {
          cells: [
            state === 'valid' && !hasEnded ? badge('warn') : stateBadge(hasEnded ? 'expired' : state),
            toModel({ slug, name }, 'certificates'),
            shown(excepted === rule ? rule : `${rule}: ${excepted}`, 200),
            shown(owner, 120),
            [...(hasEnded ? ['ended on '] : []), h('time', { dateTime: expires }, day(expires))],
            h('code', { title: sha256 }, sha256.slice(0, 12)),
          ],
        },
      ]
    }),
  )
}
