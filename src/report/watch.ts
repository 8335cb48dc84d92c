import type { PromotionStep } from '../core/record/promotion/promotion-step.ts'
import type { Verdict } from '../core/verdict.ts'
import { code, escapeText, visible } from './markdown/escape.ts'
import { table } from './markdown/table.ts'
import { type Promoted, promotionLine } from './promotion.ts'
import type { Line } from './terminal.ts'
import { VERDICT_SIGN } from './words.ts'

/** What a report says of a look at all targets. */
export interface WatchReport {
  readonly at: string
  readonly log: string | undefined
  readonly verdict: Verdict
  readonly targets: readonly {
    readonly target: string
    readonly verdict: Verdict
    readonly found: string
    readonly hint?: string | undefined
    readonly reverted?: (Promoted & { readonly steps: readonly PromotionStep[] }) | undefined
  }[]
}

const SIGN: Record<Verdict, string> = { passed: '✔', failed: '✘', inconclusive: '?' }

/** The result in one line. */
export function watchLine({ targets, verdict }: Pick<WatchReport, 'targets' | 'verdict'>): string {
  const count = (one: Verdict) => targets.filter(target => target.verdict === one).length
  if (targets.length === 0) return 'Expected targets to look at but found none: nothing was checked'
  if (verdict === 'passed') return `Certified: ${counted(targets.length)}`
  const reverted = targets.filter(target => target.reverted?.outcome === 'demoted').length
  const parts = [
    ...(count('failed') > 0 ? [`${count('failed')} of ${counted(targets.length)} not certified`] : []),
    ...(reverted > 0 ? [`${reverted} pointed back`] : []),
    ...(count('inconclusive') > 0 ? [`${count('inconclusive')} could not be judged`] : []),
  ]
  return parts.join(', ')
}

/** Each target, and what was done about it, then the result, for a terminal. */
export function watchLines(report: WatchReport): Line[] {
  return [
    ...report.targets.flatMap(({ target, verdict, found, hint, reverted }) => [
      { tone: verdict, text: `${SIGN[verdict]} ${visible(`${target}: ${found}`)}` },
      ...(hint === undefined ? [] : [{ tone: 'plain' as const, text: `    → ${visible(hint)}` }]),
      ...(reverted === undefined ? [] : [{ tone: reverted.verdict, text: `    ${promotionLine(reverted)}` }]),
    ]),
    { tone: report.verdict, text: watchLine(report) },
  ]
}

/** The same as Markdown, for a job summary or an issue. */
export function watchMarkdown(report: WatchReport): string {
  const rows = report.targets.map(({ target, verdict, found, hint, reverted }) => [
    VERDICT_SIGN[verdict],
    code(target),
    escapeText(hint === undefined ? found : `${found}. ${hint}`),
    reverted === undefined ? '' : escapeText(promotionLine(reverted)),
  ])
  const head = `### ${escapeText(watchLine(report))}`
  const as = `As of ${escapeText(report.at)}, by ${report.log === undefined ? 'no log' : code(report.log)}.`
  return `${[head, as, ...(rows.length === 0 ? [] : [table(['Status', 'Target', 'Found', 'Done'], rows)])].join('\n\n')}\n`
}

const counted = (count: number) => (count === 1 ? '1 target' : `${count} targets`)
