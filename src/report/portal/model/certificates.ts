import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { PortalCertificate, PortalModel } from '../../../core/portal/portal.ts'
import { comparatorSign } from '../../comparator-sign.ts'
import { badge } from '../../html/badge.ts'
import { dated } from '../../html/dated.ts'
import { grid, lines } from '../../html/grid.ts'
import { folded } from '../../html/table.ts'
import { shown } from '../../html/text.ts'
import { day } from '../../life/lanes.ts'
import { count, formatInterval, formatLimit, formatNumber } from '../../numbers.ts'
import { link } from '../link.ts'
import { newestFirst } from '../newest-first.ts'
import { signatureCell } from '../signature-cell.ts'
import { certificateText } from '../standing.ts'
import { stateBadge } from '../state-badge.ts'

/** Certificates told in full: the newest. */
const TOLD = 5

/** The name of a certificate's line. */
export const certificateAnchor = (sha256: string): string => `certificate-${sha256.slice(0, 12)}`

/** All certificates, then what each of the newest says. */
export function certificatesPart({ certificates }: PortalModel): ElementContent[] {
  if (certificates.length === 0) return [h('p.lead', 'None.')]
  return [
    ...newestFirst(count(certificates.length, 'certificate'), certificates, (caption, some, hideCaption) =>
      grid(
        caption,
        [
          { title: 'State' },
          { title: 'Signature' },
          { title: 'Version' },
          { title: 'Logged' },
          { title: 'Gates' },
          { title: 'Rests on' },
          { title: 'Run' },
          { title: 'SHA-256' },
        ],
        some.map(certificate => {
          const { sha256, at, state, version, facts, revocation } = certificate
          return {
            id: certificateAnchor(sha256),
            cells: [
              [
                h('span.state', [stateBadge(state), certificateText(certificate)]),
                revocation ? h('span.sub', shown(revocation.reason, 120)) : '',
              ],
              signatureCell(certificate.signature),
              shown(version, 40),
              h('time', { dateTime: at }, day(at)),
              facts ? gatesText(facts.gates) : 'not kept in the log',
              facts ? restsOn(facts) : '',
              link(facts?.source.run, 'run'),
              h('code', { title: sha256 }, sha256.slice(0, 12)),
            ],
          }
        }),
        { hideCaption },
      ),
    ),
    ...certificates.slice(0, TOLD).flatMap(told),
  ]
}

const gatesText = (gates: NonNullable<PortalCertificate['facts']>['gates']) => {
  const warnings = gates.reduce((sum, gate) => sum + gate.warnings, 0)
  const waived = gates.filter(({ verdict }) => verdict === 'waived').map(({ gate }) => gate)
  return [
    `${count(gates.length, 'gate')}, ${count(
      gates.reduce((sum, { checks }) => sum + checks, 0),
      'check',
    )}`,
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(waived.length > 0 ? [`waived: ${waived.join(', ')}`] : []),
  ].join(', ')
}

const restsOn = ({ waivers, approvals }: NonNullable<PortalCertificate['facts']>) =>
  [
    waivers.length > 0 ? count(waivers.length, 'waiver') : '',
    approvals.length > 0
      ? `approved by ${shown(approvals.map(({ actor, role }) => `${actor} (${role})`).join(', '), 160)}`
      : '',
  ]
    .filter(text => text !== '')
    .join(', ')

/** One certificate in full: what was claimed, on which data, by which policy, after which certificate. */
function told({ sha256, version, facts, at, id }: PortalCertificate): ElementContent[] {
  if (!facts) return []
  const { claims, policy, supersedes, source, serial, validity, tool } = facts
  return [
    folded(
      `What certificate ${sha256.slice(0, 8)} of ${day(at)} says`,
      h('dl.facts', [
        ...Object.entries({
          Serial: serial,
          Version: shown(version, 80),
          'Model id': id,
          Valid: `${validity.notBefore} to ${validity.notAfter}, review by ${validity.reviewBy}`,
          Policy: `${shown(policy.uri, 160)}, ${count(policy.rules, 'rule')}, sha256 ${policy.sha256}`,
          Commit: source.commit === undefined ? '' : shown(source.commit),
          Replaces: supersedes === null ? '' : supersedes,
          'Certified by': shown(tool),
        }).flatMap(([name, value]) => (value === '' ? [] : [h('dt', name), h('dd', h('code', dated(value)))])),
      ]),
      claims.length > 0
        ? grid(
            `Claims of ${sha256.slice(0, 8)}`,
            [
              { title: 'Status', hidden: true },
              { title: 'Claim' },
              { title: 'Found', align: 'right' },
              { title: 'Interval', align: 'right' },
              { title: 'Required' },
              { title: 'Rows', align: 'right' },
            ],
            lines(
              claims.map(({ title, status, value, interval, comparator, threshold, sampleSize }) => [
                badge(status),
                shown(title),
                typeof value === 'number' ? formatNumber(value) : shown(String(value), 60),
                interval ? formatInterval(interval) : '',
                `${comparatorSign(comparator)} ${typeof threshold === 'number' ? formatLimit(threshold) : shown(String(threshold), 60)}`,
                sampleSize === undefined ? '' : formatNumber(sampleSize),
              ]),
            ),
            { hideCaption: true },
          )
        : h('p.note', 'It tells no claims: the evidence of model-certify is confidential, or there was none.'),
    ),
  ]
}
