import type { EvidenceLink } from '../../core/controls/control-status.ts'
import type { ControlsReport } from '../../core/controls/controls-report.ts'
import { visible } from '../markdown/escape.ts'

const COLUMNS = [
  'framework',
  'control',
  'title',
  'status',
  'reason',
  'owner',
  'organisational duty',
  'evidence from',
  'age in days',
  'stale',
  'evidence',
] as const

/**
 * Controls as CSV (RFC 4180), a row each; a cell that a spreadsheet would take for a formula begins with an apostrophe. `base` is the
 * output folder, seen from the file: places of evidence are relative to it.
 */
export function controlsCsv({ statuses }: ControlsReport, base = '.'): string {
  const rows = statuses.map(({ framework, clause, control, status, reason, owner, freshness, support }) => [
    framework,
    clause,
    control.title,
    status,
    reason,
    owner,
    control.duty,
    freshness?.oldest ?? '',
    freshness === undefined ? '' : `${freshness.days}`,
    freshness === undefined ? '' : `${freshness.stale}`,
    support.flatMap(({ links }) => links.map(link => placeOf(link, base))).join(' '),
  ])
  return [COLUMNS, ...rows].map(cells => `${cells.map(cell).join(',')}\r\n`).join('')
}

function placeOf({ file, pointer }: EvidenceLink, base: string): string {
  if (file.startsWith('log:')) return file
  return encodeURI(`${base}/${file}${pointer === '' ? '' : `#${pointer}`}`)
}

function cell(text: string): string {
  const plain = visible(text)
  const safe = /^[=+\-@]/.test(plain) ? `'${plain}` : plain
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
