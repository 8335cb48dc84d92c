import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ControlStatus, Standing } from '../../core/controls/control-status.ts'
import type { Status } from '../../core/verdict.ts'
import { ageOf, byFramework, DISCLAIMER, standings } from '../controls/words.ts'
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

/** Which controls evidence and record support, framework by framework, folded under how they stand. */
export const controlsList = (statuses: readonly ControlStatus[]): Element[] => [
  h('p.lead', DISCLAIMER),
  ...byFramework(statuses).map(({ title, statuses: own }) =>
    folded(
      `${title}: ${standings(own)}`,
      grid(
        title,
        [{ title: 'Standing' }, { title: 'Control' }, { title: 'Because' }, { title: 'Age' }, { title: 'Owner' }],
        own.map(line),
        { hideCaption: true },
      ),
    ),
  ),
]

const line = (status: ControlStatus): Line => ({
  cells: [
    h('span.state', [badge(STATUS[status.status]), status.status]),
    [h('strong', shown(status.clause, 60)), ` ${shown(status.control.title, 200)}`],
    shown(status.reason, 400),
    ageOf(status),
    shown(status.owner, 100),
  ],
})
