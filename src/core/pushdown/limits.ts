/** How much is asked of an engine, and how much may come back. */
export interface PushdownLimits {
  /** Different combinations of cells that are counted one by one, of a measure's columns. */
  readonly groups: number
  /** All such combinations of a table, together. */
  readonly allGroups: number
  /** Rows of a table up to which they are fetched, where nothing else answers. */
  readonly rows: number
  /** Cells of such rows up to which they are fetched at once, and everything is told of them as of a file. */
  readonly cells: number
  /** Rows by which it is told that a column has many different cells. */
  readonly probe: number
  /** Columns that one statement speaks of. */
  readonly columns: number
}

export const USUAL_PUSHDOWN: PushdownLimits = {
  groups: 5000,
  allGroups: 60_000,
  rows: 20_000,
  cells: 200_000,
  probe: 20_000,
  columns: 100,
}
