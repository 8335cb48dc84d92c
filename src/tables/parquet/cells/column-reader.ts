import type { Cells } from '../../../core/tables/batch.ts'

/** Reads a column's cells a batch at a time, group after group. */
export interface ColumnReader<Pages> {
  /** Goes on with a group of rows. */
  open(pages: Pages): void
  /** The cells of the next rows; those of the batch before are gone then. */
  next(rows: number): Promise<Cells>
  /** No rows are left in the group. */
  end(): Promise<void>
}

/** Most rows of a batch. */
export const BATCH = 4096
