import type { Source } from './source.ts'
import { windowOf } from './window-of.ts'

/** The bytes from `start` to `end`, or to where the content ends, as content of their own. */
export function partOf(source: Source, start: number, end: number): Source {
  const from = Math.min(start, source.size)
  const to = Math.max(from, Math.min(end, source.size))
  const size = to - from
  return {
    size,
    window(at, length) {
      const wanted = Math.min(length, Math.max(0, size - at))
      const { start: outer, bytes } = source.window(from + at, wanted)
      const first = Math.max(0, from - outer)
      return windowOf(bytes.subarray(first, Math.max(first, to - outer)), outer + first - from)
    },
    each: (first, last, take) => source.each(from + first, from + Math.min(last, size), take),
  }
}
