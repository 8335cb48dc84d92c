import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Evidence, GateName } from '../../core/evidence.ts'
import { alikeChecks } from '../alike-checks.ts'
import { found, wanted } from '../check-text.ts'
import { count } from '../numbers.ts'
import { settlingLine } from '../settling-line.ts'
import { tally } from '../verdict-line.ts'
import { STATUS_ORDER } from '../words.ts'
import type { Anchors } from './anchors.ts'
import { badge, verdictBadge } from './badge.ts'
import { STATUS_COLUMN } from './column.ts'
import { grid } from './grid.ts'
import { listedChecks } from './listed-checks.ts'
import { parts } from './parts/index.ts'
import { folded, table } from './table.ts'
import { shown } from './text.ts'
import { toldChecks } from './told-checks.ts'

/** Checks told in full, of very many. */
const TOLD = 50
/** Those of them that stand open, alike ones as one: the pictures are below. */
const OPEN = 12
/** Files listed. */
const FILES = 2000

/** What each gate asks, for who does not know it by its name. */
const ASKS: Record<GateName, string> = {
  'data-validate': 'Is the data as its contract says?',
  'model-certify': 'Does the model meet its claims, by more than chance could explain?',
  'security-scan': 'Can the files be loaded without harm, and do they hold nothing secret or known to be vulnerable?',
  'drift-compare': 'Does the data still look like the data that the model was built on?',
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

/** One gate: what it asks, how it ended, what did not pass, its pictures, then every check and every file that it read. */
export function gateSection(evidence: Evidence, anchors: Pick<Anchors, 'idOf'>): Element {
  const { gate, verdict, checks } = evidence
  const open = checks
    .filter(({ status }) => status !== 'pass')
    .toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status))
  const settling = settlingLine(evidence)
  const groups = alikeChecks(open.slice(0, TOLD))
  return h('section', { id: gate, ariaLabelledBy: `${gate}-title` }, [
    h('h2', { id: `${gate}-title` }, [verdictBadge(verdict), ' ', gate]),
    h('p.tally', `${ASKS[gate]} ${sentence(tally(checks.map(({ status }) => status)))}`),
    settling === '' ? '' : h('p', settling),
    ...groups.slice(0, OPEN).map(toldChecks),
    groups.length > OPEN
      ? folded(
          `${count(groups.slice(OPEN).flat().length, 'more check')} that did not pass`,
          ...groups.slice(OPEN).map(toldChecks),
        )
      : '',
    open.length > TOLD
      ? h('p', `${count(open.length - TOLD, 'more check')} that did not pass stand in the table.`)
      : '',
    ...parts(evidence),
    checks.length > 0
      ? folded(
          checks.length === 1 ? 'The check' : `All ${count(checks.length, 'check')}`,
          checkTable(evidence, anchors),
        )
      : '',
    evidence.subject.length + evidence.materials.length > 0 ? folded('What was read', materials(evidence)) : '',
  ])
}

function checkTable({ gate, checks }: Evidence, { idOf }: Pick<Anchors, 'idOf'>): Element {
  const listed = listedChecks(checks)
  return grid(
    listed.length < checks.length
      ? `Checks, the worst ${listed.length} of ${checks.length}`
      : 'Checks, the worst first',
    [
      STATUS_COLUMN,
      { title: 'Check' },
      { title: 'Found', align: 'right' },
      { title: 'Required' },
      { title: 'Because', wide: true },
    ],
    listed.map(({ check, index }) => ({
      id: idOf(gate, index),
      cells: [
        badge(check.status),
        shown(check.title),
        shown(found(check), 120),
        shown(wanted(check), 120),
        shown(check.reason),
      ],
    })),
    { hideCaption: true },
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
      .slice(0, FILES)
      .map(({ role, name, rows, digest }) => [
        role,
        h('code', shown(name)),
        rows === undefined ? '' : count(rows, 'row'),
        h('code', digest.sha256),
      ]),
    { hideCaption: true, cards: true },
  )
}
