import type { Source } from './source.ts'

/** The byte at `at`; undefined where there is none. */
export function byteAt(source: Source, at: number): number | undefined {
  if (at < 0 || at >= source.size) return undefined
  const { start, bytes } = source.window(at, 1)
  return bytes[at - start]
}
