import type { Kernel } from '../text/kernel/kernel.ts'
import type { ScanRows } from '../text/scanned-rows.ts'
import { scanRows } from './scan-rows.ts'

/** `scanRows` by a kernel: the bytes, `BEYOND` more that may be read, and what is found must be in its memory. */
export const scanInKernel =
  (kernel: Kernel, separator: number): ScanRows =>
  (bytes, at, end, found) => {
    const { starts, ends, begins, width, room } = found
    const [first, last, rows] = [starts.byteOffset, ends.byteOffset, begins.byteOffset]
    const next = kernel.scanRows(bytes.byteOffset, at, end, separator, width, room, first, last, rows)
    found.rows = kernel.rows.value
    found.blank = -1
    // A row that the kernel does not take: blank, faulty, or the last one without its line break.
    return found.rows === 0 ? scanRows(bytes, at, end, separator, found) : next
  }
