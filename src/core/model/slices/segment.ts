/** A part of the rows that might be weak: its name, and which rows belong to it. */
export interface Segment {
  /** `region = north and age from 18 to 25`. */
  readonly name: string
  has(row: number): boolean
}
