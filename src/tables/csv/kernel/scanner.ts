import { type RowFault, type ScannedRows, scanRows } from '../scan-rows.ts'
import type { Segment } from '../segments.ts'
import { BEYOND, type Kernel } from './kernel.ts'

/** Scans segments for batches of rows, in a kernel's memory. */
export interface Scanner {
  /** The rows of the last batch. */
  readonly found: ScannedRows
  /** Address of what the kernel's readers of cells are told of the batch. */
  readonly cells: number
  /** Brings a segment into the kernel's memory, unless it is there: its bytes stay until the next is brought. */
  load(segment: Segment): Segment
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
  const memory = kernel.memory()
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
  let own = 0
  let capacity = 0
  let bytes: Buffer = Buffer.alloc(0)
  let end = 0
  return {
    found,
    cells,
    load(segment) {
      end = segment.end
      const address = kernel.addressOf(segment.bytes)
      if (address !== undefined) {
        origin = address
        bytes = segment.bytes
        return segment
      }
      // The byte after the end may be the line break of the last row.
      const size = end + 1 + BEYOND
      if (size > capacity) {
        capacity = Math.max(size, 2 * capacity)
        own = kernel.take(capacity)
      }
      origin = own
      bytes = Buffer.from(kernel.memory(), origin, end + 1)
      segment.bytes.copy(bytes, 0, 0, end + 1)
      return { ...segment, bytes }
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
