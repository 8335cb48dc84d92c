import type { Judgement } from '../measures/judged-cells.ts'
import { byteTest } from '../patterns/automaton.ts'
import { parsePattern } from '../patterns/parse-pattern.ts'
import { patternExpression } from './pattern-expression.ts'

/**
 * Characters of a cell that a pattern is tried on which only backtracking can follow (back references, look-around, `\b`):
 * its time may grow with a power of the length, so a longer cell is left undecided.
 */
const MAX_LENGTH = 1000

const encoder = new TextEncoder()

/** Judges cells by a pattern of the contract: by an automaton in linear time where the pattern is regular, and by backtracking in short cells where it is not. */
export function matcher(source: string) {
  const expression = patternExpression(source)
  const parsed = expression.unicode ? parsePattern(source) : undefined
  const test = parsed && byteTest(parsed)
  const base = {
    reads: 'text' as const,
    failing: 'does not match',
    undecided: `is longer than the ${MAX_LENGTH} characters such a pattern is tried on`,
  }
  if (!test) {
    const judge = (text: string): Judgement =>
      text.length > MAX_LENGTH ? 'undecided' : expression.test(text) ? 'pass' : 'fail'
    return { ...base, judge }
  }
  return {
    ...base,
    judge(text: string): Judgement {
      const bytes = encoder.encode(text)
      return test(bytes, 0, bytes.length) ? 'pass' : 'fail'
    },
    judgeBytes: (bytes: Uint8Array, start: number, end: number): Judgement =>
      test(bytes, start, end) ? 'pass' : 'fail',
  }
}

/** What a pattern's judgement is of a rule that it must not match. */
export const OPPOSITE: Readonly<Record<Judgement, Judgement>> = { pass: 'fail', fail: 'pass', undecided: 'undecided' }
