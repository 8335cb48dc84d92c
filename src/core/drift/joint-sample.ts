/**
 * Some rows of one table, whole: what methods need that look at several columns at once.
 *
 * Each column holds its cells as text, one per row, in the same order of rows in every column. The rows are all of the table's,
 * or a sample drawn by their place, so that the same table gives the same rows.
 */
export interface JointSample {
  readonly rows: number
  readonly columns: ReadonlyMap<string, readonly string[]>
}

/** Rows of both tables, with the same columns. */
export interface JointTables {
  readonly reference: JointSample
  readonly current: JointSample
}
