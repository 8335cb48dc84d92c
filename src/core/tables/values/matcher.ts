import type { Judgement } from '../measures/judged-cells.ts'
import { patternExpression } from './pattern-expression.ts'

/**
 * Characters of a cell that a pattern is tried on. Time may grow with a power of the length, for some patterns such as
 * `(a+)+$` exponentially: a longer cell is left undecided, and short ones are the contract author's responsibility.
 */
const MAX_LENGTH = 1000

/** Judges cells by a pattern of the contract. */
export function matcher(source: string) {
  const expression = patternExpression(source)
  return {
    reads: 'text' as const,
    judge: (text: string): Judgement =>
      text.length > MAX_LENGTH ? 'undecided' : expression.test(text) ? 'pass' : 'fail',
    failing: 'does not match',
    undecided: `is longer than the ${MAX_LENGTH} characters a pattern is tried on`,
  }
}

/** What a pattern's judgement is of a rule that it must not match. */
export const OPPOSITE: Readonly<Record<Judgement, Judgement>> = { pass: 'fail', fail: 'pass', undecided: 'undecided' }
