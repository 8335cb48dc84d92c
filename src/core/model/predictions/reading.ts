import type { Check } from '../../evidence.ts'
import type { Locate } from './locate.ts'
import type { Need } from './need.ts'
import type { PredictionSource } from './prediction-source.ts'
import type { Predictions } from './predictions.ts'
import type { Rows } from './rows.ts'

/** Where a row is, the cell of a column of it, and what is wrong there. */
export type At = (row: number, column: string | undefined, note: string) => Locate

/** What a task reads of a file of predictions. */
export interface Reading {
  readonly needs: readonly Need[]
  /** Checks on whole columns, none where they are sound. A cell at fault by itself holds 0, or no name. */
  faults(source: PredictionSource, rows: Rows, at: At): Check[]
  /** Checks on what a model and its champion have in common besides ids and truths, none where they can be compared. */
  readonly unlike?: (challenger: Predictions, champion: Predictions) => Check[]
  /** What every row of a faultless file has, as the end of a sentence. */
  about(rows: Rows): string
}
