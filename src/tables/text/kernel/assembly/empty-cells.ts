import { Cells, end, start } from './cells'

/** Puts 1 for each empty cell of a column, 0 for all others. */
export function emptyCells(cells: Cells, column: u32, empty: usize): void {
  let cell: usize = column
  for (let row: usize = 0; row < cells.rows; row++, cell += cells.width) {
    store<u8>(empty + row, <u8>(<i32>start(cells, cell) === end(cells, cell)))
  }
}
