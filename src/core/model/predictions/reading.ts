import type { Check } from '../../evidence.ts'
import type { Need } from './need.ts'
import type { PredictionSource } from './prediction-source.ts'
import type { Rows } from './rows.ts'

/** What a task reads of a file of predictions. */
export interface Reading {
  readonly needs: readonly Need[]
  /** Checks on whole columns, none where they are sound. A cell at fault by itself holds 0, or no name. */
  faults(source: PredictionSource, rows: Rows, lineOf: (row: number) => number): Check[]
  /** What every row of a faultless file has, as the end of a sentence. */
  about(rows: Rows): string
}
