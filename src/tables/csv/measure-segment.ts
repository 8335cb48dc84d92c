import type { Overflow } from '../../core/tables/overflow.ts'
import type { TableRun } from '../../core/tables/table-run.ts'
import { csvBatches } from './csv-batch.ts'
import { type RowFault, roomFor, scanRows } from './scan-rows.ts'
import type { Segment } from './segments.ts'

/** Rows of a batch: their cells' bounds stay in the processor's cache. */
const BATCH = 4096

/** What became of a segment. */
export interface MeasuredSegment {
  readonly rows: number
  /** Place of the first of the blank lines at its end; no fault unless a row follows. */
  readonly blank?: number
  /** What ended it early, with the place in the file. */
  readonly fault?: RowFault
}

/** Measures one segment after another, of the same table. */
export function segmentMeasurer(run: TableRun, width: number, separator: number, overflow?: Overflow) {
  const found = roomFor(width, BATCH)
  const batchOf = csvBatches(width, BATCH, overflow)
  return (segment: Segment): MeasuredSegment => {
    let at = segment.start
    let rows = 0
    while (at < segment.end) {
      const next = scanRows(segment.bytes, at, segment.end, separator, found)
      if (found.rows > 0) run.add(batchOf(segment, found))
      rows += found.rows
      if (typeof next !== 'number') return { rows, fault: { ...next, at: segment.base + next.at } }
      if (found.blank !== -1) return { rows, blank: segment.base + found.blank }
      at = next
    }
    return { rows }
  }
}
