import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { PortalModel } from '../../core/portal/portal.ts'
import { grid } from '../html/grid.ts'
import { count, formatNumber } from '../numbers.ts'
import { toModel } from './to-model.ts'

/** Hold-outs that several certificates rest on: each look at the same rows makes the next one worth less. */
export function holdouts(models: readonly PortalModel[]): ElementContent[] {
  const looks = models.flatMap(model =>
    model.certificates.flatMap(({ facts }) => (facts?.holdout ? [{ model, ...facts.holdout }] : [])),
  )
  const rows = [...Map.groupBy(looks, ({ model, ids, rows: n }) => `${model.slug} ${ids} ${n}`).values()]
    .map(all => ({ all, predictions: new Set(all.map(({ predictions }) => predictions)).size }))
    .filter(({ predictions }) => predictions > 1)
    .toSorted((a, b) => b.predictions - a.predictions)
    .slice(0, 100)
  if (rows.length === 0) return []
  return [
    h('section', { ariaLabelledBy: 'holdouts-title' }, [
      h('h2', { id: 'holdouts-title' }, 'Hold-outs looked at more than once'),
      grid(
        'The same rows, with other predictions',
        [
          { title: 'Model' },
          { title: 'Rows', align: 'right' },
          { title: 'Certificates', align: 'right' },
          { title: 'Different predictions', align: 'right' },
        ],
        rows.flatMap(({ all, predictions }) => {
          const [first] = all
          return first
            ? [
                {
                  cells: [
                    toModel(first.model, 'claims'),
                    formatNumber(first.rows),
                    count(all.length, 'certificate'),
                    formatNumber(predictions),
                  ],
                },
              ]
            : []
        }),
      ),
    ]),
  ]
}
