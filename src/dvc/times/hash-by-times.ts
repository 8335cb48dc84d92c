import { hashMany } from '../hashing/hash-many.ts'
import type { Hashed, ToHash } from '../hashing/hash-paths.ts'
import { sameStamp, stampAt } from './stamp.ts'
import type { Times } from './times.ts'

export interface HashedByTimes {
  /** In the files' order. */
  readonly hashed: readonly Hashed[]
  /** Files whose bytes were not read: their times are those of when they were. */
  readonly trusted: number
}

/** Hashes what has changed by its times; of the rest, what was read before. */
export async function hashByTimes(
  files: readonly ToHash[],
  times: Times,
  progress: (files: number, bytes: number) => void,
): Promise<HashedByTimes> {
  const began = Date.now()
  const hashed: Hashed[] = []
  const open: { readonly at: number; readonly file: ToHash; readonly stamp: ReturnType<typeof stampAt> }[] = []
  for (const [at, file] of files.entries()) {
    const stamp = stampAt(file.path)
    const md5 = stamp && times.find(file, stamp)
    if (stamp === undefined || md5 === undefined) open.push({ at, file, stamp })
    else hashed[at] = { md5, bytes: Number(stamp.size), stamp }
  }
  const trusted = files.length - open.length
  const read = await hashMany(
    open.map(({ file }) => file),
    (done, bytes) => progress(trusted + done, bytes),
  )
  for (const [i, { at, file, stamp }] of open.entries()) {
    const answer = read[i] ?? { code: 'ENOENT' }
    hashed[at] = answer
    // The same before it was opened and after its end was read: nobody wrote meanwhile, nor put another file there.
    if ('md5' in answer && stamp !== undefined && sameStamp(stamp, answer.stamp)) times.learn(file, answer, began)
  }
  await times.save()
  return { hashed, trusted }
}
