import type { Source } from './source.ts'

/** A view of exactly the `length` bytes from `at` on, all of which there are. */
export function viewAt(source: Source, at: number, length: number): DataView {
  const { start, view } = source.window(at, length)
  return new DataView(view.buffer, view.byteOffset + at - start, length)
}
