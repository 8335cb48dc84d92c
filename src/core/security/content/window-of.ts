import type { Window } from './source.ts'

/** Bytes as the stretch that begins at `start`. */
export const windowOf = (bytes: Uint8Array, start: number): Window => ({
  start,
  bytes,
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
})
