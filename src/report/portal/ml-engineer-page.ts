import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { CertificateFacts } from '../../core/portal/certificate-facts.ts'
import type { Portal, PortalModel } from '../../core/portal/portal.ts'
import { comparatorSign } from '../comparator-sign.ts'
import { badge } from '../html/badge.ts'
import { filter, grid, type Line } from '../html/grid.ts'
import { shown } from '../html/text.ts'
import { formatInterval, formatLimit, formatNumber } from '../numbers.ts'
import { comparisons } from './comparisons.ts'
import { holdouts } from './holdouts.ts'
import { refusalList } from './refusal-list.ts'
import { bestCertificate } from './standing.ts'
import { toModel } from './to-model.ts'

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
        .flatMap(model => [
          h('h3', toModel(model, 'claims')),
          ...refusalList({ ...model, refusals: model.refusals.slice(0, 1) }),
        ]),
    ]),
    ...comparisons(models),
    ...holdouts(models),
  ]
}

const KINDS = [
  ['bar', 'against a bar'],
  ['champion', 'against the champion'],
] as const

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
          toModel(model, 'claims'),
          badge(status),
          shown(title),
          formatNumber(value),
          formatInterval(interval),
          typeof threshold === 'number' ? `${comparatorSign(comparator)} ${formatLimit(threshold)}` : '',
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
