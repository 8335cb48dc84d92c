import { oddQuotes } from './odd-quotes.ts'

const NEWLINE = 0x0a
const QUOTE = 0x22

/** Where the last row ends that is whole within the bytes, its line break included; `start` where none is. The first row begins at `start`. */
export function lastRowEnd(bytes: Buffer, start: number, end: number): number {
  const last = end > start ? bytes.subarray(start, end).lastIndexOf(NEWLINE) : -1
  if (last === -1) return start
  let odd = oddQuotes(bytes, start, start + last)
  for (let at = start + last; at >= start; at--) {
    const byte = bytes[at]
    if (byte === QUOTE) odd = !odd
    else if (byte === NEWLINE && !odd) return at + 1
  }
  return start
}
