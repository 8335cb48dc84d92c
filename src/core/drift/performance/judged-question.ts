import type { Status } from '../../verdict.ts'
import type { Question } from './question.ts'

/** A question with its p-values and what was found. */
export interface JudgedQuestion {
  readonly question: Question
  /** Absent where nothing is tested. */
  readonly pValue?: number
  readonly adjustedPValue?: number
  /** Absent where the number is only reported. */
  readonly finding?: Status
}
