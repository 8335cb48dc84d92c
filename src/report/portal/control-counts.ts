import { STANDINGS } from '../../core/controls/control-status.ts'
import { controlsOfModel } from '../../core/portal/controls-of-model.ts'
import type { PortalModel } from '../../core/portal/portal.ts'
import type { Column } from '../html/column.ts'
import type { Line } from '../html/grid.ts'
import { formatNumber } from '../numbers.ts'
import { toModel } from './to-model.ts'

/** Columns of `controlCounts`. */
export const CONTROLS: readonly Column[] = [
  { title: 'Model' },
  { title: 'Supported', align: 'right' },
  { title: 'Partial', align: 'right' },
  { title: 'Not supported', align: 'right' },
  { title: 'Not evaluable', align: 'right' },
  { title: 'Too old', align: 'right' },
]

/** How many controls of the catalogue a model's evidence and record support; its page names each. */
export function controlCounts(model: PortalModel, now: string): Line {
  const statuses = controlsOfModel(model, now)
  return {
    cells: [
      toModel(model, 'controls'),
      ...STANDINGS.map(standing => formatNumber(statuses.filter(({ status }) => status === standing).length)),
      formatNumber(statuses.filter(({ freshness }) => freshness?.stale).length),
    ],
  }
}
