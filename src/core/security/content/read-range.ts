import type { Source } from './source.ts'

/** The bytes from `start` to `end`, as far as there are any; all of them are held in memory. */
export function readRange(source: Source, start: number, end: number): Uint8Array {
  if (end <= start) return new Uint8Array()
  const { start: from, bytes } = source.window(start, end - start)
  return bytes.subarray(start - from, end - from)
}
