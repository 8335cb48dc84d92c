import type { Pointer } from '../core/record/promotion/pointer.ts'
import type { PromotionStep } from '../core/record/promotion/promotion-step.ts'
import type { Verdict } from '../core/verdict.ts'
import { escapeText, visible } from './markdown/escape.ts'
import { table } from './markdown/table.ts'
import type { Line } from './terminal.ts'
import { VERDICT_SIGN } from './words.ts'

/** What a report says of a promotion or a demotion. */
export interface Promoted {
  readonly outcome: string
  readonly verdict: Verdict
  readonly target: string
  readonly steps: readonly PromotionStep[]
  readonly pointer?: Pointer | undefined
  readonly notes: readonly string[]
}

const SIGN: Record<Verdict, string> = { passed: '✔', failed: '✘', inconclusive: '?' }

/** The result in one line, for outputs and the end of a report. */
export function promotionLine({ outcome, target, steps, pointer }: Promoted): string {
  const broken = steps.find(({ status }) => status !== 'passed')
  const model = pointer?.to?.name ?? 'no model'
  const words: Record<string, string> = {
    promoted: `Promoted: ${target} points at ${model}`,
    demoted: `Demoted: ${target} points at ${model}`,
    'already-there': `Nothing to do: ${target} points at ${model} already`,
    refused: `Refused: ${target} was not touched`,
    unverifiable: `Nothing could be verified: ${target} was not touched`,
    conflict: `Conflict at ${target}`,
    undone: `Undone: the bytes at ${target} changed while it was pointed at them`,
    'not-logged': `${target} points at ${model}, but the log does not say so yet`,
  }
  const line = words[outcome] ?? outcome
  return visible(broken ? `${line}. ${broken.reason}` : line)
}

/** Each step, what was noticed, then the result, for a terminal. */
export function promotionLines(promoted: Promoted): Line[] {
  return [
    ...promoted.steps.flatMap(({ title, status, reason, hint }) => [
      { tone: status, text: `${SIGN[status]} ${title}` },
      { tone: 'muted' as const, text: `    ${visible(reason)}` },
      ...(hint === undefined ? [] : [{ tone: 'plain' as const, text: `    → ${visible(hint)}` }]),
    ]),
    ...promoted.notes.map(note => ({ tone: 'warn' as const, text: `! ${visible(note)}` })),
    { tone: 'plain', text: '' },
    { tone: promoted.verdict, text: promotionLine({ ...promoted, steps: [] }) },
  ]
}

/** The steps as Markdown, for a job summary. */
export function promotionSummary(promoted: Promoted): string {
  const rows = promoted.steps.map(({ title, status, reason }) => [
    VERDICT_SIGN[status],
    escapeText(title),
    escapeText(reason),
  ])
  const notes = promoted.notes.map(note => `> ${escapeText(note)}\n\n`).join('')
  return `### ${escapeText(promotionLine({ ...promoted, steps: [] }))}\n\n${notes}${table(['Status', 'Step', 'Found'], rows)}\n`
}
