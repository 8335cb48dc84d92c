import type { Check, Evidence } from '../core/evidence.ts'
import { found, place, wanted } from './check-text.ts'
import { figures } from './figures/index.ts'
import { LIMITS } from './limits.ts'
import { code, escapeText } from './markdown/escape.ts'
import { folded, table } from './markdown/table.ts'
import { withinLimit } from './markdown/within-limit.ts'
import { count } from './numbers.ts'
import { tally } from './verdict-line.ts'
import { STATUS_ORDER, STATUS_SIGN, VERDICT_SIGN } from './words.ts'

/** Checks told in full; the rest are counted. */
const TOLD = 20
/** Waivers of a check that are told; the evidence has them all. */
const WAIVERS = 5

/** One gate's part of a comment or summary: what did not pass, with reason and remedy, then its picture; never longer than `limit` characters. */
export function section(evidence: Evidence, limit: number = LIMITS.section): string {
  const heading = `### ${VERDICT_SIGN[evidence.verdict]} ${evidence.gate} · ${escapeText(tally(evidence.checks.map(({ status }) => status)))}`
  const open = evidence.checks.filter(check => check.status !== 'pass').toSorted(byStatus)
  const blocks = [
    open.slice(0, TOLD).map(told).join('\n'),
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
    evidence.materials.length > 0 ? folded('What was read', materialTable(evidence)) : '',
  ]
  return withinLimit('', blocks, limit)
}

const byStatus = (a: Check, b: Check) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status)

function told(check: Check): string {
  const at = (check.locations ?? []).slice(0, 5).map(location => code(place(location)))
  const more = (check.locations?.length ?? 0) - at.length
  return [
    `- ${STATUS_SIGN[check.status]} **${escapeText(check.title)}**`,
    `  ${escapeText(check.reason)}`,
    check.hint === undefined ? '' : `  → ${escapeText(check.hint)}`,
    ...(check.waivers ?? [])
      .slice(0, WAIVERS)
      .map(
        ({ name, reason, owner, expires }) =>
          `  Waived: ${code(name)} until ${expires}, by ${escapeText(owner)}: ${escapeText(reason)}`,
      ),
    at.length > 0 ? `  ${at.join(' · ')}${more > 0 ? ` and ${more} more` : ''}` : '',
  ]
    .filter(line => line !== '')
    .join('  \n')
}

function checkTable(checks: readonly Check[]): string {
  const rows = checks.map(check => [
    STATUS_SIGN[check.status],
    escapeText(check.title),
    escapeText(found(check)),
    escapeText(wanted(check), 120),
  ])
  return table(['', 'Check', 'Found', 'Required'], rows)
}

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
