import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { memorySource } from '../core/security/content/memory-source.ts'
import { pagedSource } from '../core/security/content/paged-source.ts'
import type { Source } from '../core/security/content/source.ts'
import { fileState } from '../files/file-state.ts'

/** Bytes of a file that is read at once; a larger one is read by pages. */
const SMALL = 16 * 1024 * 1024
const PAGE = 64 * 1024
const PIECE = 1024 * 1024
/** Bytes that one call of the system is asked for. */
const MOST = 1024 * 1024 * 1024

export interface OpenSource {
  readonly source: Source
  /** Of the bytes that were read; undefined of a file that is read by pages. */
  readonly sha256: string | undefined
  /** What the file was when it was opened (see fileState). */
  readonly state: string
  /** Whether the file is no longer what it was when it was opened. */
  hasChanged(): boolean
  close(): void
}

/** Opens a file for a scan. */
export function openSource(absolute: string): OpenSource {
  const file = openSync(absolute, 'r')
  const stat = () => fileState(fstatSync(file, { bigint: true }))
  const state = stat()
  const { size } = fstatSync(file)
  const rest = { state, hasChanged: () => stat() !== state, close: () => closeSync(file) }
  if (size > SMALL) {
    const read = (into: Uint8Array, at: number) => readAll(file, into, at)
    return { source: pagedSource({ size, read, page: PAGE, piece: PIECE }), sha256: undefined, ...rest }
  }
  const bytes = new Uint8Array(size)
  readAll(file, bytes, 0)
  return { source: memorySource(bytes), sha256: createHash('sha256').update(bytes).digest('hex'), ...rest }
}

/** Fills `into`; a file that has become shorter meanwhile is an error. */
function readAll(file: number, into: Uint8Array, at: number): void {
  for (let filled = 0; filled < into.length; ) {
    const count = readSync(file, into, filled, Math.min(into.length - filled, MOST), at + filled)
    if (count === 0) throw new Error('the file became shorter while it was read')
    filled += count
  }
}
