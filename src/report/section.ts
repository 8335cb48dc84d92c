import type { Check, Evidence } from '../core/evidence.ts'
import { found, wanted } from './check-text.ts'
import { coverage } from './figures/coverage.ts'
import { figures } from './figures/index.ts'
import { SHOWN } from './figures/security.ts'
import { LIMITS } from './limits.ts'
import { code, escapeText } from './markdown/escape.ts'
import { folded, table } from './markdown/table.ts'
import { unbroken } from './markdown/unbroken.ts'
import { withinLimit } from './markdown/within-limit.ts'
import { count } from './numbers.ts'
import { settlingLine } from './settling-line.ts'
import { toldChecks } from './told-checks.ts'
import { tally } from './verdict-line.ts'
import { STATUS_ORDER, STATUS_SIGN, VERDICT_SIGN } from './words.ts'

/** Checks told, of which these in the open; the rest are counted. */
const TOLD = 24
const OPEN = 8

/** One gate's part of a comment or summary: what did not pass, with reason and remedy, then its picture; never longer than `limit` characters. */
export function section(evidence: Evidence, limit: number = LIMITS.section): string {
  const heading = `### ${VERDICT_SIGN[evidence.verdict]} ${evidence.gate} · ${escapeText(tally(evidence.checks.map(({ status }) => status)))}`
  const open = evidence.checks.filter(check => check.status !== 'pass').toSorted(byStatus)
  const [first, rest] = [open.slice(0, OPEN), open.slice(OPEN, TOLD)]
  const blocks = [
    settlingLine(evidence),
    ...toldChecks(first, evidence),
    ...(rest.length > 0
      ? [folded(`${count(rest.length, 'more check')} that did not pass`, toldChecks(rest, evidence).join('\n\n'))]
      : []),
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
    checks.length > 0 ? checksWithin(checks.toSorted(byStatus), Math.floor(limit / 2)) : '',
    coverageWithin(evidence, Math.floor(limit / 2)),
    evidence.materials.length > 0 ? folded('What was read', materialTable(evidence)) : '',
  ]
  return withinLimit('', blocks, limit)
}

/** Lines of a table of checks: nobody reads the 501st. */
const LISTED = 500

/** Every check, the worst first; of very many those that fit. */
function checksWithin(checks: readonly Check[], limit: number): string {
  const tableOf = (rows: number) =>
    folded(
      rows < checks.length ? `The worst ${rows} of ${count(checks.length, 'check')}` : count(checks.length, 'check'),
      checkTable(checks.slice(0, rows)),
    )
  let rows = Math.min(LISTED, checks.length)
  let text = tableOf(rows)
  while (text.length > limit && rows > 1) {
    rows = Math.max(1, Math.floor((rows * limit) / text.length) - 1)
    text = tableOf(rows)
  }
  return text
}

/** The coverage of a scan, where the section shows not all of it; of very many files those that fit. */
function coverageWithin({ gate, result, checks }: Evidence, limit: number): string {
  if (gate !== 'security-scan' || result === null) return ''
  let rows = result.files.length + (result.skipped?.length ?? 0)
  if (rows <= SHOWN) return ''
  let text = coverage(result, checks, rows)
  while (text.length > limit && rows > 1) {
    rows = Math.floor((rows * limit) / text.length)
    text = coverage(result, checks, rows)
  }
  return text
}

const byStatus = (a: Check, b: Check) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status)

function checkTable(checks: readonly Check[]): string {
  const rows = checks.map(check => [
    STATUS_SIGN[check.status],
    escapeText(check.title),
    keptShort(escapeText(found(check))),
    keptShort(escapeText(wanted(check), 120)),
  ])
  return table(['Status', 'Check', 'Found', 'Required'], rows)
}

/** Characters of a cell that is kept on one line. */
const SHORT = 20
const keptShort = (text: string) => (text.length > SHORT ? text : unbroken(text))

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
