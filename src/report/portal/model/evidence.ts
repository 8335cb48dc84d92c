import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { GATES, type GateName } from '../../../core/evidence.ts'
import type { PortalEvidence, PortalModel } from '../../../core/portal/portal.ts'
import { verdictBadge } from '../../html/badge.ts'
import { grid } from '../../html/grid.ts'
import { folded } from '../../html/table.ts'
import { shown } from '../../html/text.ts'
import { day } from '../../life/lanes.ts'
import { count, formatNumber } from '../../numbers.ts'

const LISTED = 200

/** Whether the digests lead from a certificate to this file, in words. */
export const proofText = ({ certificate, older }: PortalEvidence): string =>
  [
    certificate === undefined ? 'same model files' : `rests under certificate ${certificate.slice(0, 8)}`,
    ...(older === undefined ? [] : ['older form']),
  ].join(', ')

/** The name of the line of a gate's newest evidence. */
export const evidenceAnchor = (gate: GateName): string => `evidence-${gate}`

/** Every evidence file about the model: what it found, and whether a certificate rests on these very bytes. */
export function evidencePart({ evidence }: PortalModel): ElementContent[] {
  if (evidence.length === 0)
    return [h('p.lead', 'No evidence about this model was found; what is told here is what its certificates say.')]
  const older = evidence.filter(one => one.older !== undefined)
  const newest = new Set(GATES.map(gate => evidence.find(one => one.gate === gate)))
  return [
    ...older
      .slice(0, 5)
      .map(({ path, tool, older: why }) =>
        h('div.notice', [
          h('p', [
            h('code', shown(path)),
            ` was written by ${shown(tool, 60)} in a form that this version does not read (${shown(why ?? '', 160)}). Only its verdict is shown.`,
          ]),
        ]),
      ),
    folded(
      count(evidence.length, 'evidence file'),
      grid(
        `Evidence${evidence.length > LISTED ? `, the newest ${LISTED}` : ''}`,
        [
          { title: 'Verdict', hidden: true },
          { title: 'Gate' },
          { title: 'When' },
          { title: 'Version' },
          { title: 'Checks', align: 'right' },
          { title: 'Proof' },
          { title: 'File' },
        ],
        evidence
          .filter((one, n) => n < LISTED || newest.has(one))
          .map(one => ({
            id: newest.has(one) ? evidenceAnchor(one.gate) : undefined,
            cells: [
              verdictBadge(one.verdict),
              one.gate,
              h('time', { dateTime: one.finishedAt }, day(one.finishedAt)),
              shown(one.version, 40),
              one.older === undefined ? formatNumber(Object.values(one.counts).reduce((sum, n) => sum + n, 0)) : '',
              proofText(one),
              h('code', shown(one.path)),
            ],
          })),
        { hideCaption: true },
      ),
    ),
  ]
}
