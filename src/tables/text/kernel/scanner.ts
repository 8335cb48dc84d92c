import type { RowFault, ScannedRows, ScanRows } from '../scanned-rows.ts'
import type { Segment } from '../segments.ts'
import type { Kernel } from './kernel.ts'

/** Scans segments for batches of rows, in a kernel's memory. */
export interface Scanner {
  /** The rows of the last batch. */
  readonly found: ScannedRows
  /** Address of what the kernel's readers of cells are told of the batch. */
  readonly cells: number
  /** The rows of a segment from `at` on. */
  scan(segment: Segment, at: number): number | RowFault
}

/** Cells of a batch: their bounds, and a few of their columns, stay in the processor's cache. */
const CELLS = 65_536
const MOST_ROWS = 4096
const LEAST_ROWS = 64

/** A scanner for rows of that many cells; segments must be in the kernel's memory, with `BEYOND` bytes after them that may be read. */
export function startScanner(kernel: Kernel, width: number, scanRows: ScanRows): Scanner {
  const room = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, Math.floor(CELLS / width)))
  const [starts, ends, begins] = [kernel.take(4 * width * room), kernel.take(4 * width * room), kernel.take(4 * room)]
  const cells = kernel.take(20)
  const memory = kernel.bufferTo(cells, 20)
  const told = new Uint32Array(memory, cells, 5)
  const found: ScannedRows = {
    width,
    room,
    rows: 0,
    starts: new Int32Array(memory, starts, width * room),
    ends: new Int32Array(memory, ends, width * room),
    begins: new Int32Array(memory, begins, room),
    blank: -1,
  }
  return {
    found,
    cells,
    scan({ bytes, end }, at) {
      const origin = kernel.addressOf(bytes)
      if (origin === undefined) throw new Error("A segment must be in the kernel's memory")
      const next = scanRows(bytes, at, end, found)
      told.set([origin, starts, ends, width, found.rows])
      return next
    },
  }
}
