import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { PortalModel } from '../../core/portal/portal.ts'
import { folded, table } from '../html/table.ts'
import { shown } from '../html/text.ts'
import { day } from '../life/lanes.ts'
import { count, formatInterval, formatNumber } from '../numbers.ts'
import { newest } from './standing.ts'

/** Gains over the champion, model by model, folded under how many are sure. */
export function comparisons(models: readonly PortalModel[]): ElementContent[] {
  const parts = models.flatMap(model => {
    const evidence = newest(model, 'model-certify')
    const all = evidence?.comparisons ?? []
    if (!evidence || all.length === 0) return []
    const [worse, better] = [
      all.filter(({ interval }) => interval && interval[1] < 0),
      all.filter(({ interval }) => interval && interval[0] > 0),
    ]
    const title = `${shown(model.name, 120)} ${shown(evidence.version, 40)}, ${day(evidence.finishedAt)}`
    return [
      folded(
        `${title}: better by ${better.length} of ${count(all.length, 'metric')}, worse by ${worse.length}`,
        table(
          title,
          [
            { title: 'Metric', keep: true },
            { title: 'Gain', align: 'right' },
            { title: 'Interval', align: 'right' },
            { title: 'Rows', align: 'right' },
          ],
          all.map(({ title: metric, value, interval, n }) => [
            shown(metric),
            formatNumber(value),
            interval ? formatInterval(interval) : '',
            formatNumber(n),
          ]),
          { hideCaption: true },
        ),
      ),
    ]
  })
  if (parts.length === 0) return []
  return [
    h('section', { ariaLabelledBy: 'comparisons-title' }, [
      h('h2', { id: 'comparisons-title' }, 'Against the champion, metric by metric'),
      h(
        'p.lead',
        'From the newest evidence of model-certify; above zero is better. Counted is what its interval leaves no doubt of.',
      ),
      ...parts,
    ]),
  ]
}
