/**
 * Where the cells of a batch are: `scanRows` puts the first byte of each, and the byte after it, row by row. A cell with
 * doubled quotes has the complement of its end: nothing here reads such a cell.
 */
@unmanaged
export class Cells {
  /** Address of the byte that all others count from. */
  origin: usize
  starts: usize
  ends: usize
  width: u32
  rows: u32
}

export const start = (cells: Cells, cell: usize): usize => <usize>load<u32>(cells.starts + (cell << 2))

/** Negative where quotes are doubled. */
export const end = (cells: Cells, cell: usize): i32 => load<i32>(cells.ends + (cell << 2))
