import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { CertificateFacts } from '../../core/portal/certificate-facts.ts'
import type { Portal, PortalModel } from '../../core/portal/portal.ts'
import { badge } from '../html/badge.ts'
import { filter, grid, type Line } from '../html/grid.ts'
import { folded, table } from '../html/table.ts'
import { shown } from '../html/text.ts'
import { day } from '../life/lanes.ts'
import { count, formatInterval, formatLimit, formatNumber } from '../numbers.ts'
import { refusalList } from './refusal-list.ts'
import { bestCertificate, newest } from './standing.ts'

type Claim = CertificateFacts['claims'][number]

/** Models whose refusals are told. */
const TOLD = 20

/** For who makes models: what each certificate claims and by how much, how models compare with their champions, what was refused and why. */
export function mlEngineerPage({ models }: Portal): ElementContent[] {
  const refused = models.filter(({ refusals, certificates }) => {
    const last = bestCertificate({ certificates })
    return refusals[0] !== undefined && (!last || Date.parse(refusals[0].at) > Date.parse(last.at))
  })
  return [
    h('h1', 'Claims and comparisons'),
    h(
      'p.lead',
      'For the ML engineer: what the certificate of each model claims, how close it is to its bar, and what stood in the way of the others.',
    ),
    h('section', { ariaLabelledBy: 'claims-title' }, [
      h('h2', { id: 'claims-title' }, 'Claims'),
      filter('claims', 'Claims', [{ name: 'kind', title: 'Kind', answers: KINDS }]),
      grid(
        'What the certificate of each model claims',
        [
          { title: 'Model' },
          { title: 'Status', hidden: true },
          { title: 'Claim' },
          { title: 'Found', align: 'right' },
          { title: 'Interval', align: 'right' },
          { title: 'Required' },
          { title: 'Room', align: 'right' },
          { title: 'Rows', align: 'right' },
        ],
        models.flatMap(claimLines),
        { id: 'claims', hideCaption: true },
      ),
      h(
        'p.note',
        'Room: from the end of the interval that decides to the bar. A negative room was let through with a warning or by a waiver.',
      ),
    ]),
    h('section', { ariaLabelledBy: 'refused-title' }, [
      h('h2', { id: 'refused-title' }, 'Refused since they were last certified'),
      ...(refused.length === 0 ? [h('p.lead', 'None.')] : []),
      ...refused
        .slice(0, TOLD)
        .flatMap(model => [h('h3', link(model)), ...refusalList({ ...model, refusals: model.refusals.slice(0, 1) })]),
    ]),
    ...comparisons(models),
    ...holdouts(models),
  ]
}

const KINDS = [
  ['bar', 'against a bar'],
  ['champion', 'against the champion'],
] as const

const link = ({ slug, name }: PortalModel) => h('a', { href: `models/${slug}.html#claims` }, shown(name, 120))
const SIGN: Record<string, string> = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=', '!=': '≠' }

/** Claims that have an interval: what was estimated. The rest are questions of form. */
function claimLines(model: PortalModel): Line[] {
  const certificate = bestCertificate(model)
  return (certificate?.facts?.claims ?? []).flatMap((claim): Line[] => {
    const { metric, title, status, value, interval, comparator, threshold, sampleSize } = claim
    if (typeof value !== 'number' || !interval) return []
    const left = room(claim)
    return [
      {
        tags: [metric.includes('champion') ? 'champion' : 'bar'],
        cells: [
          link(model),
          badge(status),
          shown(title),
          formatNumber(value),
          formatInterval(interval),
          typeof threshold === 'number' ? `${SIGN[comparator] ?? comparator} ${formatLimit(threshold)}` : '',
          left === undefined ? '' : formatNumber(left),
          sampleSize === undefined ? '' : formatNumber(sampleSize),
        ],
      },
    ]
  })
}

function room({ interval, threshold, comparator }: Claim): number | undefined {
  if (!interval || typeof threshold !== 'number') return undefined
  if (comparator === '>=' || comparator === '>') return interval[0] - threshold
  return comparator === '<=' || comparator === '<' ? threshold - interval[1] : undefined
}

/** Gains over the champion, model by model, folded under how many are sure. */
function comparisons(models: readonly PortalModel[]): ElementContent[] {
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

/** Hold-outs that several certificates rest on: each look at the same rows makes the next one worth less. */
function holdouts(models: readonly PortalModel[]): ElementContent[] {
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
                    link(first.model),
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
