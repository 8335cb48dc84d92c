import { formatNumber } from '../../model/format.ts'
import type { Status } from '../../verdict.ts'
import { pValueWords } from '../../wording/p-value.ts'
import { figure } from '../figure.ts'
import type { JudgedQuestion } from './judged-question.ts'

const MOVE = { lower: 'a fall', higher: 'a rise', either: 'a change' } as const

/** One sentence: what was expected of a number, what was found, and how sure that is. */
export function changeReason({ question, adjustedPValue }: JudgedQuestion, finding: Status, level: number): string {
  const { called, worse, of, change, gap, limit = 0 } = question
  const subject = `${called}${of ? ` on ${of.by} = ${of.slice}` : ''}`
  const expected = `Expected ${MOVE[worse]} of ${subject} of at most ${figure(limit)}`
  if (!change) return `${expected} but it cannot be told: ${gap ?? 'there is nothing to compute it from'}`
  const [lower, upper] = change.intervalAt(level)
  const found = `${formatNumber(change.reference)} → ${formatNumber(change.current)}, a change of ${figure(change.value)} [${figure(lower)}, ${figure(upper)}]`
  switch (finding) {
    case 'fail':
      return `${expected} but found ${found}, adjusted ${pValueWords(adjustedPValue ?? 1)}`
    case 'pass':
      return `${expected} and found ${found}`
    default:
      return `${expected} but it cannot be told: ${found}, which reaches beyond`
  }
}
