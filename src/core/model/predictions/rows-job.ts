import type { CellKind } from './cell-kinds.ts'
import type { PredictionSource } from './prediction-source.ts'

/** What to keep of a file of predictions, as plain data: every worker makes its own run of it. */
export interface RowsJob {
  /** Column that identifies a row. */
  readonly id: string
  readonly columns: readonly { readonly name: string; readonly cells: CellKind }[]
}

export const rowsJob = ({ id, reading }: PredictionSource): RowsJob => ({
  id,
  columns: reading.needs.map(({ column, cells }) => ({ name: column, cells })),
})
