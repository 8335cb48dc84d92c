import type { Batch } from '../../core/tables/batch.ts'
import type { Overflow } from '../../core/tables/overflow.ts'
import type { ScannedBytes } from './cell-text.ts'
import type { Grammar } from './grammar.ts'
import type { Kernel } from './kernel/kernel.ts'
import type { Scanner } from './kernel/scanner.ts'
import { type TextColumn, textColumn } from './text-column.ts'

/**
 * Makes batches of the rows that a scanner has found last. A batch is good until the next one is made: all are read into the
 * same memory, and by the same objects, as making these anew for each would be most of the cost.
 */
export function textBatches(
  kernel: Kernel,
  scanner: Scanner,
  textOf: Grammar['textOf'],
  overflow: Overflow | undefined,
) {
  const { found } = scanner
  const columns: (TextColumn | undefined)[] = Array.from({ length: found.width })
  const places = new Float64Array(found.room)
  return (scanned: ScannedBytes): Batch => {
    const { rows, begins } = found
    for (let row = 0; row < rows; row++) places[row] = scanned.base + (begins[row] ?? 0)
    for (const column of columns) column?.renew(scanned)
    return {
      rows,
      overflow,
      places: places.subarray(0, rows),
      cells(index) {
        const column = columns[index] ?? textColumn(kernel, scanner, textOf, index, scanned)
        columns[index] = column
        return column.cells
      },
    }
  }
}
