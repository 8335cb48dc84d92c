import type { Status } from '../../verdict.ts'
import { harmlessOf, type Question } from './question.ts'

/**
 * `fail` where the change is beyond what is harmless, significantly among all tests (Holm); `pass` where its whole interval at level
 * 1 − 2 alpha is harmless; `inconclusive` otherwise.
 */
export function findingOf(question: Question, adjustedPValue: number, alpha: number): Status {
  const { change } = question
  if (!change) return 'inconclusive'
  if (adjustedPValue <= alpha) return 'fail'
  const [lower, upper] = change.intervalAt(1 - 2 * alpha)
  const [lowest, highest] = harmlessOf(question)
  return lower >= lowest && upper <= highest ? 'pass' : 'inconclusive'
}
