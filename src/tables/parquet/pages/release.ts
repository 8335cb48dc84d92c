/** Bytes of memory that is worth the trouble. */
const LEAST = 256

/**
 * Gives memory back at once, where the collector of garbage would wait until there is much of it: most of what a page takes is not among the
 * objects that it watches. Nobody may look at it afterwards.
 */
export function release(...parts: readonly (ArrayBufferView | undefined)[]): void {
  for (const part of parts) {
    if (part?.buffer instanceof ArrayBuffer && part.buffer.byteLength >= LEAST) part.buffer.transfer(0)
  }
}
