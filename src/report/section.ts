import type { Check, Evidence } from '../core/evidence.ts'
import { found, wanted } from './check-text.ts'
import { coverage } from './figures/coverage.ts'
import { figures } from './figures/index.ts'
import { SHOWN } from './figures/security.ts'
import { LIMITS } from './limits.ts'
import { code, escapeText } from './markdown/escape.ts'
import { folded, table } from './markdown/table.ts'
import { withinLimit } from './markdown/within-limit.ts'
import { count } from './numbers.ts'
import { placeLink } from './place-link.ts'
import { places } from './places.ts'
import { isRow, rowTable } from './row-table.ts'
import { tally } from './verdict-line.ts'
import { STATUS_ORDER, STATUS_SIGN, VERDICT_SIGN } from './words.ts'

/** Checks told in full, and places of each; the rest are counted. */
const TOLD = 20
const PLACES = 6
/** Waivers of a check that are told; the evidence has them all. */
const WAIVERS = 5

/** One gate's part of a comment or summary: what did not pass, with reason and remedy, then its picture; never longer than `limit` characters. */
export function section(evidence: Evidence, limit: number = LIMITS.section): string {
  const heading = `### ${VERDICT_SIGN[evidence.verdict]} ${evidence.gate} · ${escapeText(tally(evidence.checks.map(({ status }) => status)))}`
  const open = evidence.checks.filter(check => check.status !== 'pass').toSorted(byStatus)
  const blocks = [
    ...open.slice(0, TOLD).map(check => told(check, evidence)),
    open.length > TOLD
      ? `_… and ${count(open.length - TOLD, 'more check')} that did not pass: the evidence lists them all._`
      : '',
    figures(evidence),
  ]
  return withinLimit(heading, blocks, limit)
}

/** Everything of a gate: each check with what was found and required, and each file that was read. */
export function fullReport(evidence: Evidence, limit: number): string {
  const { checks } = evidence
  const blocks = [
    checks.length > 0 ? folded(count(checks.length, 'check'), checkTable(checks.toSorted(byStatus))) : '',
    coverageWithin(evidence, Math.floor(limit / 2)),
    evidence.materials.length > 0 ? folded('What was read', materialTable(evidence)) : '',
  ]
  return withinLimit('', blocks, limit)
}

/** The coverage of a scan, where the section shows not all of it; of very many files those that fit. */
function coverageWithin({ gate, result }: Evidence, limit: number): string {
  if (gate !== 'security-scan' || result === null) return ''
  let rows = result.files.length + (result.skipped?.length ?? 0)
  if (rows <= SHOWN) return ''
  let text = coverage(result, rows)
  while (text.length > limit && rows > 1) {
    rows = Math.floor((rows * limit) / text.length)
    text = coverage(result, rows)
  }
  return text
}

const byStatus = (a: Check, b: Check) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status)

/** Rows of which keys and values are known stand in a table, once they are several. */
function told(check: Check, evidence: Evidence): string {
  const { waivers = [] } = check
  const all = places(check)
  const rows = all.filter(isRow)
  const listed = (rows.length > 1 ? all.filter(location => !isRow(location)) : all).slice(0, PLACES)
  const more = all.length - (rows.length > 1 ? rows.length : 0) - listed.length
  const words = [
    `${STATUS_SIGN[check.status]} **${escapeText(check.title)}**`,
    escapeText(check.reason),
    check.hint === undefined ? '' : `→ ${escapeText(check.hint)}`,
    ...waivers
      .slice(0, WAIVERS)
      .map(
        ({ name, reason, owner, expires }) =>
          `Waived: ${code(name)} until ${expires}, by ${escapeText(owner)}: ${escapeText(reason)}`,
      ),
    listed.length > 0
      ? `${listed.map(location => placeLink(location, evidence)).join(' · ')}${more > 0 ? ` and ${more} more` : ''}`
      : '',
  ]
  const text = words.filter(line => line !== '').join('  \n')
  return rows.length > 1 ? `${text}\n\n${rowTable(rows)}` : text
}

function checkTable(checks: readonly Check[]): string {
  const rows = checks.map(check => [
    STATUS_SIGN[check.status],
    escapeText(check.title),
    unbroken(escapeText(found(check))),
    unbroken(escapeText(wanted(check), 120)),
  ])
  return table(['', 'Check', 'Found', 'Required'], rows)
}

/** Characters of a cell that is kept on one line. */
const SHORT = 20
const unbroken = (text: string) => (text.length > SHORT ? text : text.replaceAll(' ', '\u00a0'))

function materialTable({ subject, materials }: Evidence): string {
  const read = [
    ...subject.map(({ name, digest }) => ['model', code(name), '', code(digest.sha256.slice(0, 12))]),
    ...materials.map(({ name, role, digest, rows }) => [
      role,
      code(name),
      rows === undefined ? '' : count(rows, 'row'),
      code(digest.sha256.slice(0, 12)),
    ]),
  ]
  return table(['Role', 'File', 'Rows', 'SHA-256'], read.slice(0, 50), ['left', 'left', 'right', 'left'])
}
