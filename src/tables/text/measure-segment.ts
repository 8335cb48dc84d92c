import type { Overflow } from '../../core/tables/overflow.ts'
import type { TableRun } from '../../core/tables/table-run.ts'
import { textBatches } from './batches.ts'
import type { Grammar } from './grammar.ts'
import type { Kernel } from './kernel/kernel.ts'
import { startScanner } from './kernel/scanner.ts'
import type { RowFault } from './scanned-rows.ts'
import type { Segment } from './segments.ts'

/** What became of a segment. */
export interface MeasuredSegment {
  readonly rows: number
  /** Place of the first of the blank lines at its end; no fault unless a row follows. */
  readonly blank?: number
  /** What ended it early, with the place in the file. */
  readonly fault?: RowFault
}

/** Measures one segment after another, of the same table. */
export function segmentMeasurer(
  kernel: Kernel,
  run: TableRun,
  columns: readonly string[],
  grammar: Grammar,
  overflow?: Overflow,
) {
  const scanner = startScanner(kernel, columns.length, grammar.scanRows(columns, kernel))
  const batchOf = textBatches(kernel, scanner, grammar.textOf, overflow)
  return (segment: Segment): MeasuredSegment => {
    const { found } = scanner
    let at = segment.start
    let rows = 0
    while (at < segment.end) {
      const next = scanner.scan(segment, at)
      if (found.rows > 0) run.add(batchOf(segment))
      rows += found.rows
      if (typeof next !== 'number') return { rows, fault: { ...next, at: segment.base + next.at } }
      if (found.blank !== -1) return { rows, blank: segment.base + found.blank }
      at = next
    }
    return { rows }
  }
}
