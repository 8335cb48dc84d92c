import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Status, Verdict } from '../../core/verdict.ts'

const OF_STATUS = {
  pass: ['✓', 'passed'],
  warn: ['!', 'warning'],
  inconclusive: ['?', 'undecided'],
  fail: ['✗', 'failed'],
} as const satisfies Record<Status, readonly [sign: string, word: string]>

const OF_VERDICT = { passed: 'pass', failed: 'fail', inconclusive: 'inconclusive' } as const satisfies Record<
  Verdict,
  Status
>

/** A status as a coloured sign whose meaning is also there to be read aloud. */
export function badge(status: Status): Element {
  const [sign, word] = OF_STATUS[status]
  return h('span.badge', { className: [status], role: 'img', ariaLabel: word, title: word }, sign)
}

export const verdictBadge = (verdict: Verdict): Element => badge(OF_VERDICT[verdict])

/** The class by which the style sheet colours what is of a verdict. */
export const verdictClass = (verdict: Verdict): Status => OF_VERDICT[verdict]
