/** A stretch of some content, whole and in order; `view` is of `bytes`. */
export interface Window {
  /** Where in the content the stretch begins. */
  readonly start: number
  readonly bytes: Uint8Array
  readonly view: DataView
}

/** The content of a file, or of a part of one, read piece by piece: what is larger than memory is never held whole. */
export interface Source {
  /** In bytes. */
  readonly size: number
  /** A stretch that holds the `length` bytes from `at` on, as far as there are any, and perhaps others around them. It stays as it is. */
  window(at: number, length: number): Window
  /** Hands the bytes from `start` to `end` on in order, in pieces that are valid only while `take` looks at them; false ends it. */
  each(start: number, end: number, take: (piece: Uint8Array) => boolean | undefined): void
}
