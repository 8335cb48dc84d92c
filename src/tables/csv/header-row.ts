import { cellText } from '../text/cell-text.ts'
import { type RowFault, roomFor } from '../text/scanned-rows.ts'
import type { Segment } from '../text/segments.ts'
import { scanRows } from './scan-rows.ts'
import { undouble } from './undouble.ts'

/** The cells of the first row, and the byte after it; or what is wrong with it. */
export function headerRow(
  segment: Segment,
  separator: number,
): { readonly cells: string[]; readonly next: number } | RowFault {
  const one = roomFor(1, 1)
  const first = scanRows(segment.bytes, segment.start, segment.end, separator, one)
  if (typeof first !== 'number' && first.kind !== 'ragged') return first
  const width = typeof first === 'number' ? 1 : first.cells
  const row = roomFor(width, 1)
  const next = scanRows(segment.bytes, segment.start, segment.end, separator, row)
  if (typeof next !== 'number') return next
  const cells = Array.from(row.starts, (start, i) => cellText(segment, start, row.ends[i] ?? 0, undouble))
  return { cells, next }
}
