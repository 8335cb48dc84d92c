const NEWLINE = 0x0a

/** Line breaks among the bytes from `start` to `end`. */
export function countNewlines(bytes: Buffer, start: number, end: number): number {
  let count = 0
  const part = bytes.subarray(start, end)
  for (let at = part.indexOf(NEWLINE); at >= 0; at = part.indexOf(NEWLINE, at + 1)) count += 1
  return count
}
