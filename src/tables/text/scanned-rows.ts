/** Rows found in bytes: where each of their cells begins and ends. */
export interface ScannedRows {
  readonly width: number
  /** Rows it has room for. */
  readonly room: number
  rows: number
  /** By row, then by column: first byte of the cell, its opening quote left out. */
  readonly starts: Int32Array
  /** Byte after the cell, its closing quote left out; as its complement (`~end`) where the text is not as it is written. */
  readonly ends: Int32Array
  /** First byte of each row. */
  readonly begins: Int32Array
  /** First byte of the first blank line that may be none; -1 where there was none. */
  blank: number
}

/** Room for rows of this width. */
export const roomFor = (width: number, room: number): ScannedRows => ({
  width,
  room,
  rows: 0,
  starts: new Int32Array(width * room),
  ends: new Int32Array(width * room),
  begins: new Int32Array(room),
  blank: -1,
})

/** What is wrong at a byte, as an error of the file. */
export interface RowFault {
  readonly kind:
    | 'open-quote'
    | 'quote-inside'
    | 'quote-after'
    | 'ragged'
    | 'blank'
    | 'long-row'
    | 'long-line'
    | 'no-object'
    | 'unknown-key'
    | 'repeated-key'
  /** First byte of the row or of the cell. */
  readonly at: number
  /** Cells found. */
  readonly cells: number
}

/**
 * Finds the cells of whole rows from `at` until there is no more room or byte; gives the byte to go on from, or a fault. The
 * byte at `end - 1` or the one at `end` must be a line break: the end is not looked for.
 */
export type ScanRows = (bytes: Uint8Array, at: number, end: number, found: ScannedRows) => number | RowFault
