import type { Room } from '../text/room.ts'

const NEWLINE = 0x0a
const QUOTE = 0x22

/** Where the last whole row ends: at a line break that as many quotes precede as follow. */
export function lastRowEnd(bytes: Buffer, end: number, { oddQuotes }: Pick<Room, 'oddQuotes'>): number {
  const last = bytes.subarray(0, end).lastIndexOf(NEWLINE)
  if (last === -1) return 0
  let odd = oddQuotes(bytes, 0, last)
  for (let at = last; at >= 0; at--) {
    const byte = bytes[at]
    if (byte === QUOTE) odd = !odd
    else if (byte === NEWLINE && !odd) return at + 1
  }
  return 0
}
