import { availableParallelism } from 'node:os'
import { startThread } from '../../tables/thread.ts'
import { type Hashed, hashPaths, type ToHash } from './hash-paths.ts'

/** Files that a thread is given at once, and those that are not worth a thread. */
const LOT = 32
const FEW = 64
const MOST_THREADS = 8
/** Megabytes of a thread's short-lived objects. */
const YOUNG = 4

/** The thread's file: beside this one in the source, built into an entry of its own in dist. */
const FILE = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../dvc-worker.js', import.meta.url)

/** Hashes files, many on several threads at once; the answers stand in the files' order. `progress` hears files and bytes done. */
export async function hashMany(
  files: readonly ToHash[],
  progress: (files: number, bytes: number) => void = () => {},
): Promise<Hashed[]> {
  if (files.length <= FEW) {
    let bytes = 0
    return files.flatMap((file, i) =>
      hashPaths([file], read => {
        bytes += read
        progress(i, bytes)
      }),
    )
  }
  const answers: Hashed[] = []
  const threads = Array.from({ length: Math.min(MOST_THREADS, availableParallelism()) }, () =>
    startThread<readonly ToHash[], Hashed[]>(FILE, undefined, YOUNG),
  )
  let next = 0
  let done = 0
  let bytes = 0
  try {
    await Promise.all(
      threads.map(async thread => {
        while (next < files.length) {
          const start = next
          next += LOT
          for (const [i, answer] of (await thread.ask(files.slice(start, start + LOT))).entries()) {
            answers[start + i] = answer
            done += 1
            bytes += 'bytes' in answer ? answer.bytes : 0
          }
          progress(done, bytes)
        }
      }),
    )
  } finally {
    await Promise.all(threads.map(thread => thread.stop()))
  }
  return answers
}
