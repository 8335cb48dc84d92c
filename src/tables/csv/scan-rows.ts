import type { RowFault, ScannedRows } from '../text/scanned-rows.ts'

const NEWLINE = 0x0a
const CARRIAGE_RETURN = 0x0d
const QUOTE = 0x22
const QUOTES = 0x22222222

/**
 * Finds the cells of rows of RFC 4180, lines ended by LF or CRLF, as `ScanRows` says. Rows of a wrong number of cells are
 * faults, blank lines only where a row follows.
 */
export function scanRows(
  bytes: Uint8Array,
  at: number,
  end: number,
  separator: number,
  found: ScannedRows,
): number | RowFault {
  const { width, room, starts, ends, begins } = found
  // Most bytes of most files are letters and digits, greater than every mark there is.
  const greatest = Math.max(separator, QUOTE)
  const above = (greatest + 1) * 0x01010101
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let next = at
  let row = 0
  found.rows = 0
  found.blank = -1
  while (row < room && next < end) {
    const begin = next
    const base = row * width
    let column = 0
    for (;;) {
      let byte = bytes[next] as number
      if (byte === QUOTE) {
        const start = next + 1
        let doubled = false
        next = start
        for (;;) {
          while (next + 4 <= end && !hasByteBelow(words.getInt32(next, true) ^ QUOTES, 0x01010101)) next += 4
          while (next < end && bytes[next] !== QUOTE) next++
          if (next >= end) return { kind: 'open-quote', at: start - 1, cells: column }
          if (next + 1 >= end || bytes[next + 1] !== QUOTE) break
          doubled = true
          next += 2
        }
        const stop = next++
        byte = bytes[next] as number
        if (byte === CARRIAGE_RETURN && bytes[next + 1] === NEWLINE) byte = bytes[++next] as number
        if (byte !== separator && byte !== NEWLINE) return { kind: 'quote-after', at: start - 1, cells: column }
        if (column < width) {
          starts[base + column] = start
          ends[base + column] = doubled ? ~stop : stop
        }
      } else {
        const start = next
        if (byte > greatest) {
          next++
          while (next + 4 <= end && !hasByteBelow(words.getInt32(next, true), above)) next += 4
          byte = bytes[next] as number
          while (byte > greatest) byte = bytes[++next] as number
        }
        while (byte !== separator && byte !== NEWLINE) {
          if (byte === QUOTE) return { kind: 'quote-inside', at: start, cells: column }
          do byte = bytes[++next] as number
          while (byte > greatest)
        }
        const returned = byte === NEWLINE && next > start && bytes[next - 1] === CARRIAGE_RETURN
        if (column < width) {
          starts[base + column] = start
          ends[base + column] = returned ? next - 1 : next
        }
      }
      column += 1
      next += 1
      if (byte === NEWLINE) break
    }
    if (column === 1 && width > 1 && starts[base] === ends[base] && starts[base] === begin) {
      if (found.blank === -1) found.blank = begin
      continue
    }
    if (found.blank !== -1) return { kind: 'blank', at: found.blank, cells: 1 }
    if (column !== width) return { kind: 'ragged', at: begin, cells: column }
    begins[row] = begin
    row += 1
    found.rows = row
  }
  return Math.min(next, end)
}

/** Whether one of a word's four bytes is less than a limit of at most 128, which `limits` holds four times (Anderson, Bit twiddling hacks). */
const hasByteBelow = (word: number, limits: number): boolean => ((word - limits) & ~word & 0x80808080) !== 0
