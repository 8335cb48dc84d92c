/** Rows that have the same in some columns. */
export interface Group {
  /** What they have: `north`, of several columns `north, female`. */
  readonly name: string
  readonly chosen: Uint32Array
}
