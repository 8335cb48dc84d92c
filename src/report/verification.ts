import type { Step } from '../core/record/verification/step.ts'
import type { Verdict } from '../core/verdict.ts'
import { escapeText, visible } from './markdown/escape.ts'
import { table } from './markdown/table.ts'
import type { Line } from './terminal.ts'
import { VERDICT_SIGN } from './words.ts'

/** What a report says of a verification. */
export interface Verified {
  readonly outcome: 'verified' | 'refused' | 'unverifiable'
  readonly steps: readonly Step[]
}

const WORD: Record<Verified['outcome'], string> = {
  verified: 'Verified: the model is the one that was certified',
  refused: 'Refused: do not promote this model',
  unverifiable: 'Nothing could be verified: do not promote this model',
}
const TERMINAL_SIGN: Record<Verdict, string> = { passed: '✔', failed: '✘', inconclusive: '?' }

/** The result in one line. */
export const verificationLine = ({ outcome, steps }: Verified): string => {
  const broken = steps.find(({ status }) => status !== 'passed')
  return broken ? `${WORD[outcome]}. ${visible(broken.reason)}` : WORD[outcome]
}

/** Each step, then the result, for a terminal. */
export function verificationLines({ outcome, steps }: Verified): Line[] {
  const tone = outcome === 'verified' ? 'passed' : outcome === 'refused' ? 'failed' : 'inconclusive'
  return [
    ...steps.flatMap(({ title, status, reason, hint }) => [
      { tone: status, text: `${TERMINAL_SIGN[status]} ${title}` },
      { tone: 'muted' as const, text: `    ${visible(reason)}` },
      ...(hint === undefined ? [] : [{ tone: 'plain' as const, text: `    → ${visible(hint)}` }]),
    ]),
    { tone: 'plain', text: '' },
    { tone, text: WORD[outcome] },
  ]
}

/** The steps as Markdown, for a job summary. */
export function verificationSummary(verified: Verified): string {
  const rows = verified.steps.map(({ title, status, reason }) => [
    VERDICT_SIGN[status],
    escapeText(title),
    escapeText(reason),
  ])
  return `### ${escapeText(WORD[verified.outcome])}\n\n${table(['Status', 'Step', 'Found'], rows)}\n`
}
