import type { Source } from './source.ts'

/** Reads single bytes, one after another for the most part; undefined where there is none. */
export function byteReader(source: Source): (at: number) => number | undefined {
  let { start, bytes } = source.window(0, 0)
  return at => {
    if (at < start || at >= start + bytes.length) {
      if (at < 0 || at >= source.size) return undefined
      const next = source.window(at, 1)
      start = next.start
      bytes = next.bytes
    }
    return bytes[at - start]
  }
}
