import type { Files, Log } from '../ports.ts'
import { inOrder } from './in-order.ts'

/** Files that are read at once. */
const AT_ONCE = 4

/** Bytes after which somebody who waits wants to hear of it. */
const LONG = 256 * 1024 * 1024

/** The SHA-256 of each file, in their order, several read at once; long ones are told of as they go by. */
export async function* hashFiles(
  paths: readonly string[],
  files: Files,
  log?: Log,
): AsyncGenerator<{ readonly path: string; readonly sha256: string; readonly bytes: number }> {
  const read = new Map<string, number>()
  yield* inOrder(paths, AT_ONCE, async path => {
    const { sha256, bytes } = await files.digest(path, {
      progress(bytes) {
        read.set(path, bytes)
        const total = [...read.values()].reduce((sum, each) => sum + each, 0)
        if (total >= LONG) log?.progress(`Hashing ${path}: ${(total / 1e9).toFixed(1)} GB read so far`)
      },
    })
    return { path, sha256, bytes }
  })
}
