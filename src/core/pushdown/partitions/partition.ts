import type { TakenThere } from '../take-measures.ts'

/** The rows of a table that have one value in one column. */
export interface Partition {
  /** As the engine writes it; null of the rows that have none. */
  readonly value: string | null
  readonly rows: number
  /** The same for the same rows, and another when a row, or the file of a row, is another. */
  readonly print: string
}

/** What was measured of one. */
export interface MeasuredPartition extends Partition {
  readonly states: TakenThere['states']
  readonly untaken: TakenThere['untaken']
}

/** A value as the key of a map: no value is like the text of none. */
export const nameOf = (value: string | null): string => (value === null ? '' : `=${value}`)
