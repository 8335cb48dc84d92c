import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { PortalModel } from '../../../core/portal/portal.ts'
import { dated } from '../../html/dated.ts'
import { grid, lines } from '../../html/grid.ts'
import { shown } from '../../html/text.ts'
import { day } from '../../life/lanes.ts'
import { count, formatBytes, formatNumber } from '../../numbers.ts'
import { bestCertificate, newest } from '../standing.ts'
import { openChecks } from './open-checks.ts'

/** Sensitive columns that are named. */
const NAMED = 12

/** What the certificate that counts was decided on, and what the newest evidence says of it. */
export function dataPart(model: PortalModel): ElementContent[] {
  const certificate = bestCertificate(model)
  const data = certificate?.facts?.data ?? []
  const evidence = newest(model, 'data-validate')
  return [
    data.length > 0 && certificate
      ? grid(
          `What certificate ${certificate.sha256.slice(0, 8)} was decided on`,
          [
            { title: 'Role' },
            { title: 'File' },
            { title: 'Rows', align: 'right' },
            { title: 'Size', align: 'right' },
            { title: 'SHA-256' },
          ],
          lines(
            data.map(({ role, name, rows, bytes, digest }) => [
              role,
              h('code', shown(name, 120)),
              rows === undefined ? '' : formatNumber(rows),
              formatBytes(bytes),
              h('code', { title: digest.sha256 }, digest.sha256.slice(0, 12)),
            ]),
          ),
        )
      : h('p.lead', 'No certificate tells what data it was decided on.'),
    ...(evidence?.tables ?? []).map(({ file, rows, columns, sensitive }) =>
      h('p', [
        h('code', shown(file)),
        `: ${count(rows, 'row')}, ${count(columns, 'column')}, ${
          sensitive.length === 0 ? 'none classified as sensitive' : `sensitive: ${named(sensitive)}`
        } `,
        ...dated(`(data-validate of ${day(evidence?.finishedAt ?? '')})`),
      ]),
    ),
    ...(evidence ? openChecks(evidence) : []),
  ]
}

/** The first of many names, and how many more there are. */
function named(columns: readonly string[]): string {
  const told = columns.slice(0, NAMED).map(column => shown(column, 80))
  const more = columns.length - told.length
  return `${told.join(', ')}${more > 0 ? ` and ${formatNumber(more)} more` : ''}`
}
