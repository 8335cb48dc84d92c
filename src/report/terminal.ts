import type { Check, Evidence } from '../core/evidence.ts'
import type { Status, Verdict } from '../core/verdict.ts'
import { highlights } from './highlights.ts'
import { visible } from './markdown/escape.ts'
import { placeRuns, runText } from './place-runs.ts'
import { places } from './places.ts'
import { verdictLine } from './verdict-line.ts'
import { STATUS_ORDER } from './words.ts'

/** What a line says, for a terminal to colour. */
export type Tone = Status | Verdict | 'plain' | 'muted' | 'strong'

export interface Line {
  readonly tone: Tone
  readonly text: string
}

const SIGN: Record<Status | Verdict, string> = {
  pass: '✔',
  passed: '✔',
  warn: '!',
  fail: '✘',
  failed: '✘',
  inconclusive: '?',
}

/** Checks told on a terminal; the evidence has all of them. */
const TOLD = 12

/** A gate's evidence as lines of text: the verdict, then everything that did not pass, worst first. */
export function terminalLines(evidence: Evidence): Line[] {
  const open = evidence.checks.filter(check => check.status !== 'pass').toSorted(byStatus)
  return [
    {
      tone: evidence.verdict,
      text: `${SIGN[evidence.verdict]} ${evidence.gate.padEnd(14)} ${visible(verdictLine(evidence))}`,
    },
    ...highlights(evidence).map(text => ({ tone: 'muted' as const, text: `    ${visible(text)}` })),
    ...open.slice(0, TOLD).flatMap(told),
    ...(open.length > TOLD ? [{ tone: 'muted' as const, text: `    … and ${open.length - TOLD} more` }] : []),
  ]
}

function told(check: Check): Line[] {
  const at = placeRuns(places(check)).slice(0, 3).map(runText)
  return [
    { tone: check.status, text: `    ${SIGN[check.status]} ${visible(check.title)}` },
    ...check.reason.split('\n').map(text => ({ tone: 'plain' as const, text: `      ${visible(text)}` })),
    ...(check.hint === undefined ? [] : [{ tone: 'plain' as const, text: `      → ${visible(check.hint)}` }]),
    ...(at.length > 0 ? [{ tone: 'muted' as const, text: `      ${visible(at.join(', '))}` }] : []),
  ]
}

const byStatus = (a: Check, b: Check) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status)
