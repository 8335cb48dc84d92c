import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { ControlStatus, Standing } from '../../../core/controls/control-status.ts'
import { controlsOfModel } from '../../../core/portal/controls-of-model.ts'
import type { Portal, PortalModel } from '../../../core/portal/portal.ts'
import type { Status } from '../../../core/verdict.ts'
import { ageOf, byFramework, DISCLAIMER, standings } from '../../controls/words.ts'
import { badge } from '../../html/badge.ts'
import { grid } from '../../html/grid.ts'
import { folded } from '../../html/table.ts'
import { shown } from '../../html/text.ts'

const STATUS: Record<Standing, Status> = {
  supported: 'pass',
  partial: 'warn',
  'not supported': 'fail',
  'not evaluable': 'inconclusive',
}

/** Which controls the model's evidence and record support, framework by framework. */
export function controlsPart(model: PortalModel, now: Portal['now']): ElementContent[] {
  return [
    h('p.lead', DISCLAIMER),
    ...byFramework(controlsOfModel(model, now)).map(({ title, statuses }) =>
      folded(
        `${title}: ${standings(statuses)}`,
        grid(
          title,
          [{ title: 'Standing' }, { title: 'Control' }, { title: 'Because' }, { title: 'Age' }, { title: 'Owner' }],
          statuses.map(line),
          { hideCaption: true },
        ),
      ),
    ),
  ]
}

const line = (status: ControlStatus) => ({
  cells: [
    h('span.state', [badge(STATUS[status.status]), status.status]),
    [h('strong', shown(status.clause, 60)), ` ${shown(status.control.title, 200)}`],
    shown(status.reason, 400),
    ageOf(status),
    shown(status.owner, 100),
  ],
})
