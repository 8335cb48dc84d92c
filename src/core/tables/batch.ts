import type { Overflow } from './overflow.ts'
import type { Reader } from './types/define-type.ts'

/**
 * Consecutive rows of a table, held by column, as a reader of files hands them to the measures. What is asked of a
 * column is computed once for all who ask.
 */
export interface Batch {
  /** Number of rows. */
  readonly rows: number
  /**
   * Where each row stands in its table, ascending: whatever its reader finds it again by, such as the byte on which it
   * begins, or its number. Measures keep places, not line numbers, so that no worker needs to know what came before.
   */
  readonly places: Float64Array
  /** Where measures may put what would take up too much memory; without it they keep it. */
  readonly overflow?: Overflow | undefined
  /** The cells of the column at that index of the header. */
  cells(index: number): Cells
}

/** The cells of one column of a batch, by row from 0. */
export interface Cells {
  /** 1 where the cell holds nothing, else 0. */
  readonly empty: Uint8Array
  /** The cell as text, its quotes taken off; '' where it is empty. */
  text(row: number): string
  /** The cells as a reader reads them; NaN where they are empty or nothing that it reads. */
  values(reader: Reader): Float64Array
  /** The cells by number, where the column has few different texts so far. */
  readonly codes: Codes | undefined
  /** The cells as bytes, of a reader that has them. */
  readonly utf8?: CellBytes
  /** 96 bits that tell one text from another, see `hashText`. */
  readonly hashes: Hashes
}

/** Cells as UTF-8 bytes. */
export interface CellBytes {
  readonly bytes: Uint8Array
  /** First byte of a row's cell, and the one after its last; undefined where the cell is not there as it is read. */
  start(row: number): number
  end(row: number): number | undefined
}

/** Texts by small numbers. */
export interface Codes {
  /** The number of each row's text. */
  readonly of: Uint32Array
  /** The text of each number. One array per column and reader, which grows from batch to batch: what is known of a number stays true. */
  readonly texts: readonly string[]
}

/** Three words of 32 bits for each row. */
export interface Hashes {
  readonly a: Uint32Array
  readonly b: Uint32Array
  readonly c: Uint32Array
}
