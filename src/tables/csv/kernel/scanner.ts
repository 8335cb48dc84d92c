import { type RowFault, type ScannedRows, scanRows } from '../scan-rows.ts'
import type { Segment } from '../segments.ts'
import type { Kernel } from './kernel.ts'

/** Scans segments for batches of rows, in a kernel's memory. */
export interface Scanner {
  /** The rows of the last batch. */
  readonly found: ScannedRows
  /** Address of what the kernel's readers of cells are told of the batch. */
  readonly cells: number
  /** The segment that rows are looked for in: in the kernel's memory, with `BEYOND` bytes after it that may be read. */
  load(segment: Segment): void
  /** The rows from `at` on, as `scanRows` finds them. */
  scan(at: number): number | RowFault
}

/** Cells of a batch: their bounds, and a few of their columns, stay in the processor's cache. */
const CELLS = 65_536
const MOST_ROWS = 4096
const LEAST_ROWS = 64

/** A scanner for rows of that many cells. */
export function startScanner(kernel: Kernel, width: number, separator: number): Scanner {
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
  let origin = 0
  let bytes: Buffer = Buffer.alloc(0)
  let end = 0
  return {
    found,
    cells,
    load(segment) {
      const address = kernel.addressOf(segment.bytes)
      if (address === undefined) throw new Error("A segment must be in the kernel's memory")
      origin = address
      bytes = segment.bytes
      end = segment.end
    },
    scan(at) {
      let next: number | RowFault = kernel.scanRows(origin, at, end, separator, width, room, starts, ends, begins)
      found.rows = kernel.rows.value
      found.blank = -1
      // A row that the kernel does not take: blank, faulty, or the last one without its line break.
      if (found.rows === 0) next = scanRows(bytes, at, end, separator, found)
      told.set([origin, starts, ends, width, found.rows])
      return next
    },
  }
}
