import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Check, Evidence } from '../../core/evidence.ts'
import { alikeChecks } from '../alike-checks.ts'
import { found, wanted } from '../check-text.ts'
import { count } from '../numbers.ts'
import { tally } from '../verdict-line.ts'
import { STATUS_ORDER } from '../words.ts'
import { badge, verdictBadge } from './badge.ts'
import { parts } from './parts/index.ts'
import { folded, STATUS_COLUMN, table } from './table.ts'
import { shown } from './text.ts'
import { toldChecks } from './told-checks.ts'

/** Checks told in full, and listed in the table, of very many. */
const TOLD = 50
const LISTED = 2000

/** One gate: how it ended, what did not pass, its pictures, then every check and every file that it read. */
export function gateSection(evidence: Evidence): Element {
  const { gate, verdict, checks } = evidence
  const sorted = checks.toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status))
  const open = sorted.filter(({ status }) => status !== 'pass')
  return h('section', { id: gate, ariaLabelledBy: `${gate}-title` }, [
    h('h2', { id: `${gate}-title` }, [verdictBadge(verdict), ' ', gate]),
    h('p.tally', tally(checks.map(({ status }) => status))),
    ...alikeChecks(open.slice(0, TOLD)).map(toldChecks),
    open.length > TOLD
      ? h('p', `${count(open.length - TOLD, 'more check')} that did not pass stand in the table.`)
      : '',
    ...parts(evidence),
    checks.length > 0 ? folded(`All ${count(checks.length, 'check')}`, checkTable(sorted)) : '',
    folded('What was read', materials(evidence)),
  ])
}

function checkTable(checks: readonly Check[]): Element {
  const rest = checks.length - LISTED
  return table(
    rest > 0 ? `Checks, the worst ${LISTED} of ${checks.length}` : 'Checks, the worst first',
    [
      STATUS_COLUMN,
      { title: 'Check' },
      { title: 'Found', align: 'right' },
      { title: 'Required' },
      { title: 'Because', wide: true },
    ],
    checks
      .slice(0, LISTED)
      .map(check => [
        badge(check.status),
        shown(check.title),
        shown(found(check), 120),
        shown(wanted(check), 120),
        shown(check.reason),
      ]),
    { hideCaption: true, cards: true },
  )
}

function materials({ subject, materials }: Evidence): Element {
  const files = [
    ...subject.map(({ name, digest, bytes }) => ({ role: 'model', name, digest, bytes, rows: undefined })),
    ...materials.map(({ role, name, digest, bytes, rows }) => ({ role, name, digest, bytes, rows })),
  ]
  return table(
    'Files by their digests',
    [{ title: 'Role' }, { title: 'File' }, { title: 'Rows', align: 'right' }, { title: 'SHA-256' }],
    files
      .slice(0, LISTED)
      .map(({ role, name, rows, digest }) => [
        role,
        h('code', shown(name)),
        rows === undefined ? '' : count(rows, 'row'),
        h('code', digest.sha256),
      ]),
    { hideCaption: true, cards: true },
  )
}
