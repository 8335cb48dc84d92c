import { CHECK_RUN_PREFIX } from '../core/identifiers.ts'
import type { StandingCheckRun } from '../ports.ts'
import { fullReportLine, liftFullReport } from './full-report.ts'
import { LIMITS } from './limits.ts'
import { code, escapeText } from './markdown/escape.ts'
import { VERDICT_SIGN, VERDICT_WORD } from './words.ts'

/** The first line of our sticky comment; a comment is ours only if our own account wrote it, too. */
export const COMMENT_MARKER = '<!-- proofmark -->'

/** Runs whose full reports are named: one job for each gate makes four. */
const PLACES = 8

/** The sticky comment of a pull request: a function of the check runs that stand on its head commit, whichever jobs wrote them. */
export function comment(runs: readonly StandingCheckRun[], commit: string): string {
  const ordered = runs.toSorted((a, b) => rank(a.name) - rank(b.name))
  const record = ordered.find(run => run.name === `${CHECK_RUN_PREFIX}audit-record`)
  const failed = ordered.filter(run => run.conclusion !== 'success')
  const headline = record
    ? record.title
    : failed.length > 0
      ? `${failed.length} of ${ordered.length} gates did not pass`
      : 'All gates passed'
  const sign = record ? signOf(record) : (URGENCY.find(one => ordered.some(run => signOf(run) === one)) ?? '✅')
  const head = [
    COMMENT_MARKER,
    `<!-- proofmark:commit ${commit} -->`,
    `## ${sign} ${escapeText(headline)}`,
    `${ordered.map(chip).join(' · ')}`,
    '',
  ].join('\n')
  const lifted = new Map(ordered.map(run => [run, liftFullReport(run.summary)]))
  const places = [...new Set([...lifted.values()].flatMap(({ place }) => place ?? []))].slice(0, PLACES)
  const report = places.length === 0 ? '' : `${fullReportLine(places)}\n\n`
  const foot = `\n\n---\n${report}<sub>Proofmark on ${code(commit.slice(0, 10))}. A check shows the decision; the signed certificate proves it.</sub>\n`
  let room = LIMITS.comment - head.length - foot.length
  const parts = ordered.toSorted(worstFirst).map(run => {
    // The headline has said already how the certification ended.
    const summary = lifted.get(run)?.rest ?? ''
    const whole = `\n${run === record ? summary.replace(/^### .*\n+/, '') : summary}\n`
    const part =
      whole.length <= room && whole.length <= LIMITS.section + 2
        ? whole
        : `\n### ${escapeText(run.name)}\n\n[${escapeText(run.title)}](${run.url})\n`
    room -= part.length
    return room >= 0 ? part : ''
  })
  return `${head}${parts.join('')}${foot}`
}

/** The commit a comment of ours speaks of. */
export const commentCommit = (body: string): string | undefined =>
  /<!-- proofmark:commit ([0-9a-f]{40}) -->/.exec(body)?.[1]

const chip = (run: StandingCheckRun) =>
  `${signOf(run)}\u00a0[${escapeText(run.name.replace(CHECK_RUN_PREFIX, ''))}](${run.url})`

/** GitHub knows success and failure only; the title says which failures are undecided. */
function signOf({ conclusion, title }: StandingCheckRun): string {
  if (conclusion === 'success') return VERDICT_SIGN.passed
  return UNDECIDED.test(title) ? VERDICT_SIGN.inconclusive : VERDICT_SIGN.failed
}

/** How the title of a gate that is undecided begins, and that of a certification. */
const UNDECIDED = new RegExp(`^(${VERDICT_WORD.inconclusive}|Refused, inconclusive|Not signed)\\b`)

/** The certification before its gates, and of these first those that have something to do. */
function worstFirst(a: StandingCheckRun, b: StandingCheckRun): number {
  const urgency = (run: StandingCheckRun) => (rank(run.name) === 0 ? 0 : 1 + URGENCY.indexOf(signOf(run)))
  return urgency(a) - urgency(b)
}

const URGENCY: readonly string[] = [VERDICT_SIGN.failed, VERDICT_SIGN.inconclusive, VERDICT_SIGN.passed]

const ORDER = ['audit-record', 'data-validate', 'model-certify', 'security-scan', 'drift-compare']
const rank = (name: string) => {
  const place = ORDER.indexOf(name.replace(CHECK_RUN_PREFIX, ''))
  return place === -1 ? ORDER.length : place
}
