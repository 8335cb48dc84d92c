import type { Source, Window } from './source.ts'
import { windowOf } from './window-of.ts'

/** Pages that are kept: reading goes on in several places of a file in turn. */
const KEPT = 8

export interface PagedSource {
  readonly size: number
  /** Fills `into` with the bytes from `at` on, all of which there are. */
  read(into: Uint8Array, at: number): void
  /** Bytes read at once, and bytes handed on at once; both powers of two. */
  readonly page: number
  readonly piece: number
}

/** Content that is read from somewhere by pages. */
export function pagedSource({ size, read, page, piece }: PagedSource): Source {
  const pages: Window[] = []
  let last = windowOf(new Uint8Array(), 0)

  function load(start: number, end: number): Window {
    const bytes = new Uint8Array(Math.max(0, end - start))
    if (bytes.length > 0) read(bytes, start)
    return windowOf(bytes, start)
  }

  return {
    size,
    window(at, length) {
      const end = Math.min(size, at + length)
      const holds = ({ start, bytes }: Window) => start <= at && end <= start + bytes.length
      if (holds(last)) return last
      const first = at - (at % page)
      const known = pages.find(holds)
      last = known ?? load(Math.min(first, size), Math.min(size, Math.max(end, first + page)))
      // A stretch longer than a page is not kept: there is no knowing how long it is.
      if (known === undefined && last.bytes.length <= page) pages.unshift(last)
      if (pages.length > KEPT) pages.pop()
      return last
    },
    each(start, end, take) {
      const until = Math.min(end, size)
      const buffer = new Uint8Array(Math.max(0, Math.min(piece, until - start)))
      for (let at = start; at < until; at += buffer.length) {
        const bytes = buffer.subarray(0, Math.min(buffer.length, until - at))
        read(bytes, at)
        if (take(bytes) === false) return
      }
    },
  }
}
