import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ControlStatus, Standing } from '../../core/controls/control-status.ts'
import type { Status } from '../../core/verdict.ts'
import { ageOf, byFramework, DISCLAIMER, standings } from '../controls/words.ts'
import type { Anchors } from './anchors.ts'
import { badge } from './badge.ts'
import type { Line } from './grid.ts'
import { grid } from './grid.ts'
import { folded } from './table.ts'
import { shown } from './text.ts'

const STATUS: Record<Standing, Status> = {
  supported: 'pass',
  partial: 'warn',
  'not supported': 'fail',
  'not evaluable': 'inconclusive',
}

/** Links that are shown of each support; the evidence has the rest. */
const LINKS = 2

/** Which controls evidence and record support, framework by framework, folded under how they stand; each leads to what supports it. */
export const controlsList = (statuses: readonly ControlStatus[], anchors: Pick<Anchors, 'hrefOf'>): Element[] => [
  h('p.lead', DISCLAIMER),
  ...byFramework(statuses).map(({ title, statuses: own }) =>
    folded(
      `${title}: ${standings(own)}`,
      grid(
        title,
        [
          { title: 'Standing' },
          { title: 'Control' },
          { title: 'Because' },
          { title: 'Age', keep: true },
          { title: 'Owner' },
        ],
        own.map(status => line(status, anchors)),
        { hideCaption: true },
      ),
    ),
  ),
]

const line = (status: ControlStatus, anchors: Pick<Anchors, 'hrefOf'>): Line => ({
  cells: [
    h('span.state', [badge(STATUS[status.status]), status.status]),
    [h('strong', shown(status.clause, 60)), ` ${shown(status.control.title, 200)}`],
    [shown(status.reason, 400), ...evidenceOf(status, anchors)],
    ageOf(status),
    shown(status.owner, 100),
  ],
})

/** What the reason rests on, to look at. */
function evidenceOf({ support }: ControlStatus, { hrefOf }: Pick<Anchors, 'hrefOf'>): Element[] {
  const links = support.flatMap(each => each.links.slice(0, LINKS))
  if (links.length === 0) return []
  const more = support.reduce((sum, each) => sum + each.count, 0) - links.length
  return [
    h('ul.links', [
      ...links.map(link => {
        const name = shown(link.name, 80)
        const href = hrefOf(link)
        return h('li', href === undefined ? `${name} (log)` : h('a', { href }, name))
      }),
      ...(more > 0 ? [h('li', `${more} more`)] : []),
    ]),
  ]
}
