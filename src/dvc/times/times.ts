import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { DvcHash } from '../../core/dvc/output.ts'
import type { ToHash } from '../hashing/hash-paths.ts'
import { isSettled, type Stamp, sameStamp, stampAt } from './stamp.ts'
import { MAX_TIMES, readOwn, writeOwn } from './times-file.ts'
import { type KnownFile, readTimes, writeTimes } from './times-text.ts'

/** What is known of a folder's files by their times, as of the last run that read them; of one folder, in one file. */
export interface Times {
  /** The md5 of a file that has the same times as when it was read. */
  find(file: ToHash, stamp: Stamp): string | undefined
  /** What was read from a time on, in milliseconds. A file that was written to just before may be written to again within the same tick of its clock: it is read again next time. */
  learn(file: ToHash, known: KnownFile, began: number): void
  /** Keeps what was learnt. Where most files were asked about, the others stay known only if they are as they were; else they do, unseen. */
  save(): Promise<void>
}

/**
 * Opens what is kept in `place` about `folder`, both absolute. A file that is damaged, another version's or somebody else's is none. Without
 * `trust` no file is known, so that all are learnt anew.
 */
export async function openTimes(place: string, folder: string, trust = true): Promise<Times> {
  const path = join(place, `${createHash('sha256').update(folder).digest('hex').slice(0, 32)}.times`)
  const read = async () => readTimes((await readOwn(path)) ?? '', folder)
  const known = (await read()) ?? new Map<string, KnownFile>()
  const asked = new Map<string, KnownFile | undefined>()
  let learnt = false

  return {
    find(file, stamp) {
      const key = keyOf(file)
      const entry = known.get(key)
      const same = trust && entry !== undefined && sameStamp(entry.stamp, stamp)
      asked.set(key, same ? entry : undefined)
      return same ? entry.md5 : undefined
    },

    learn(file, entry, began) {
      const key = keyOf(file)
      const settled = isSettled(entry.stamp, began)
      asked.set(key, settled ? entry : undefined)
      learnt ||= settled || known.has(key)
    },

    async save() {
      const isThorough = [...known.keys()].filter(key => !asked.has(key)).length <= asked.size
      const isGone = (key: string, { stamp }: KnownFile) => {
        const now = isThorough ? stampAt(pathOf(key)) : stamp
        return now === undefined || !sameStamp(now, stamp)
      }
      if (!learnt && ![...known].some(([key, entry]) => !asked.has(key) && isGone(key, entry))) return
      const kept = new Map<string, KnownFile>()
      for (const [key, entry] of asked) if (entry !== undefined) kept.set(key, entry)
      // Read again: another process may have learnt of other files meanwhile.
      for (const [key, entry] of (await read()) ?? known)
        if (!asked.has(key) && !isGone(key, entry)) kept.set(key, entry)
      await writeOwn(path, writeTimes(kept, folder, MAX_TIMES))
    },
  }
}

const SIGN: Readonly<Record<DvcHash, string>> = { md5: 'b', 'md5-dos2unix': 't' }

/** A file as bytes and as text have two hashes. */
const keyOf = ({ path, hash }: ToHash) => `${SIGN[hash]}${path}`
const pathOf = (key: string) => key.slice(1)
