import type { Source } from './source.ts'

/** Where this byte first stands between `from` and `to`; undefined where it does not. */
export function indexOf(source: Source, byte: number, from: number, to = source.size): number | undefined {
  const until = Math.min(to, source.size)
  for (let at = from; at < until; ) {
    const { start, bytes } = source.window(at, 1)
    const found = bytes.indexOf(byte, at - start)
    if (found >= 0) return start + found < until ? start + found : undefined
    at = start + bytes.length
  }
  return undefined
}
