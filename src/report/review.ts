import type { Reviewable } from '../core/record/review/due.ts'
import type { Verdict } from '../core/verdict.ts'
import type { Issue } from '../ports/issues.ts'
import { escapeText, visible } from './markdown/escape.ts'
import { table } from './markdown/table.ts'
import { lastDay } from './review-issue.ts'
import type { Line } from './terminal.ts'
import { VERDICT_SIGN } from './words.ts'

/** What a report says of a periodic review. */
export interface ReviewResult {
  readonly verdict: Verdict
  readonly ended: readonly Reviewable[]
  readonly ending: readonly Reviewable[]
  readonly certificates: number
  readonly waivers: number
  readonly problems: readonly string[]
  readonly days: number
  readonly issues?:
    | { readonly opened: readonly Issue[]; readonly updated: number; readonly closed: number; readonly left: number }
    | undefined
}

const count = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`
const name = ({ kind, what }: Reviewable) => `${kind === 'certificate' ? 'Certificate' : 'Waiver'} of ${what}`

/** The result in one line. */
export function reviewLine({ ended, ending, certificates, waivers, problems, days }: ReviewResult): string {
  const unread = problems.length === 0 ? '' : `; ${count(problems.length, 'certificate')} could not be read`
  if (certificates + waivers === 0) return `There was no certificate and no waiver to review${unread}`
  const looked = `${count(certificates, 'certificate')} and ${count(waivers, 'waiver')}`
  const due = [
    ...(ended.length > 0 ? [`${ended.length} ended`] : []),
    ...(ending.length > 0 ? [`${ending.length} ${ending.length === 1 ? 'ends' : 'end'} within ${days} days`] : []),
  ]
  return `${looked}: ${due.length === 0 ? `none ends within ${days} days` : due.join(', ')}${unread}`
}

/** What is due, for a terminal. */
export function reviewLines(result: ReviewResult): Line[] {
  const { ended, ending, problems, issues, verdict } = result
  return [
    { tone: verdict, text: visible(reviewLine(result)) },
    ...ended.map(
      (item): Line => ({
        tone: 'failed',
        text: `✘ ${visible(name(item))} ended on ${lastDay(item)} (${visible(item.where)})`,
      }),
    ),
    ...ending.map(
      (item): Line => ({
        tone: 'warn',
        text: `! ${visible(name(item))} ends on ${lastDay(item)} (${visible(item.where)})`,
      }),
    ),
    ...problems.map((problem): Line => ({ tone: 'inconclusive', text: `? ${visible(problem)}` })),
    ...(issues ? [{ tone: 'muted', text: issuesLine(issues) } as const] : []),
  ]
}

/** The same for the summary of the job. */
export function reviewSummary(result: ReviewResult): string {
  const { ended, ending, problems, issues, verdict } = result
  const row = (sign: string, item: Reviewable) => [
    sign,
    escapeText(name(item)),
    lastDay(item),
    escapeText(item.where),
    escapeText(item.owner ?? ''),
  ]
  const rows = [...ended.map(item => row('❌', item)), ...ending.map(item => row('⚠️', item))]
  return [
    `### ${VERDICT_SIGN[verdict]} ${escapeText(reviewLine(result))}`,
    '',
    ...(rows.length === 0 ? [] : [table(['Status', 'What', 'Last day', 'Where', 'Owner'], rows), '']),
    ...problems.map(problem => `- 🟡 ${escapeText(problem)}`),
    ...(issues ? ['', escapeText(issuesLine(issues))] : []),
    '',
  ].join('\n')
}

const issuesLine = ({ opened, updated, closed, left }: NonNullable<ReviewResult['issues']>) =>
  `Issues: ${opened.length} opened, ${updated} updated, ${closed} closed${left === 0 ? '' : `, ${left} left for the next review`}`
