/** One row of a table: the 1-based line it starts on, and its cells as text, as many as the header has. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}
