import type { Sample } from '../sample.ts'

/** Numbers of one column, by answer. */
export type AnswerColumn = 'refused' | 'unsafe' | 'latency' | 'tokens' | 'cost'

/** A model's answers to the items of an evaluation set. The sample is one of items. */
export interface AnswersEvaluation extends Sample {
  /** The answers of each item, by row. */
  readonly items: readonly Uint32Array[]
  /** By answer: whether it is the one expected. Absent where the settings name no column of answers. */
  readonly exact?: Float64Array
  /** By answer: its grade from 0 to 1. Absent where answers are compared with those expected. */
  readonly grades?: Float64Array
  /** By answer: 1 where it is the one expected, or where its grade reaches the threshold. */
  readonly right: Float64Array
  readonly columns: ReadonlyMap<AnswerColumn, Float64Array>
  /** Answers of which pass@k needs one to be right. */
  readonly k: number
}
